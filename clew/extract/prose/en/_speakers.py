"""A cue verb goes in; the heads of who speaks with it come out, wherever the parse put them."""

from typing import TYPE_CHECKING

from clew.extract.prose.en import _tree as tree
from clew.extract.prose.en._chains import quoting
from clew.extract.prose.en._content import outer_cue
from clew.extract.prose.en._holders import Parties
from clew.extract.prose.en._open import LISTED

if TYPE_CHECKING:
    from clew.extract.prose.en._text import Token

HONOURS = frozenset({"honour", "honor", "pleasure", "duty", "privilege", "regret"})  # "has the honour to state that"


def speakers_of(verb: "Token", parties: Parties) -> list["Token"]:
    """Return who speaks; an expletive or a thing asked about does not."""
    quoted = {token.i for token in verb.sent if token.text == '"'}
    heads = [
        head
        for head in tree.subject_heads(verb)
        if head.dep_ != "expl" and head.lower_ not in {"there", "what", "which"}
    ]
    if (
        verb.dep_ in {"xcomp", "ccomp"}
        and verb.head.lemma_.lower() in {"ask", "instruct", "want", "invite", "urge"}
        and tree.children(verb.head, "nsubj")
    ):
        return tree.conjuncts(tree.children(verb.head, "nsubj")[-1])  # "asked me to tell you that …"
    if verb.dep_ in {"acl", "relcl"} and verb.head.lower_ in HONOURS:
        return tree.subject_heads(verb.head.head)
    had = verb.head if verb.dep_ in {"ccomp", "xcomp"} and verb.head.lemma_ == "have" else None
    if had is not None and any(head.lower_ in {"us", "you", "me"} for head in heads):
        return tree.subject_heads(had)  # "would have us believe that"
    if (
        verb.dep_ == "ccomp"
        and verb.head.dep_ == "relcl"
        and verb.head.head.dep_ == "ROOT"
        and verb.head.head.pos_ == "NOUN"
    ):
        return tree.conjuncts(
            verb.head.head
        )  # "People who saw the yard say it was empty", the main verb taken into the clause
    outer = outer_cue(verb)
    if outer is not None:
        return tree.subject_heads(outer)
    above = quoting(verb)
    if above is not None:
        return tree.direct_objects(above)
    human = _human(verb, parties)
    if human is not None:
        return [human]
    if verb.dep_ == "advcl" and verb.tag_ == "VBG" and not tree.children(verb, "nsubj"):
        above = (
            verb.head.head if verb.head.dep_ == "ccomp" else verb.head
        )  # "…, she told a hearing, adding that …": the subject is the one who told
        if above.lemma_.lower() in LISTED and tree.children(above, "nsubj"):
            subjects = [child for child in tree.children(above, "nsubj") if not _is_quoted(child, quoted)]
            return tree.conjuncts(subjects[-1]) if subjects else heads
    return heads or _taken_for_a_clause(verb)


def _taken_for_a_clause(verb: "Token") -> list["Token"]:
    """Return the name at the head of a sentence that the parse left without a subject: "Interwire, citing a source, said"."""
    asked = [each for each in verb.children if each.dep_ in {"parataxis", "advcl", "ccomp"} and each.i < verb.i]
    subjects = [head for each in asked for head in tree.children(each, "nsubj") if head.left_edge.i == verb.sent.start]
    if verb.dep_ == "ROOT" and subjects and asked[0].nbor(-1).text == ",":
        return tree.conjuncts(subjects[0])  # "The mayor, asked whether he knew, said"
    first = [each for each in verb.children if each.left_edge.i == verb.sent.start and each.pos_ in {"NOUN", "PROPN"}]
    taken = verb.dep_ == "ROOT" and bool(first) and first[0].dep_ in {"advcl", "dep", "nmod", "intj"}
    return tree.conjuncts(first[0]) if taken else []


def _human(verb: "Token", parties: Parties) -> "Token | None":
    """Return the people a clause with "who" tells of, where the parser hung it on a thing or a place: "people close to the talks, who cautioned"."""
    noun = verb.head
    if (
        verb.dep_ != "relcl"
        or not any(each.lower_ == "who" for each in tree.children(verb, "nsubj"))
        or parties.is_person(noun)
    ):
        return None
    above = noun
    while above.dep_ in {"pobj", "prep", "amod", "acl", "agent"} and above.head.i < above.i:
        above = above.head
        if parties.is_person(above):
            return above
    return None


def _is_quoted(token: "Token", marks: set[int]) -> bool:
    return sum(mark < token.i for mark in marks) % 2 == 1
