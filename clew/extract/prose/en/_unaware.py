"""An attribution goes in; what its speaker says not to know comes out: "said it was unaware of the visits"."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from clew.extract.prose._words import words
from clew.extract.prose.en import _tree as tree
from clew.extract.prose.en._attributed import Attribution
from clew.extract.prose.en._holders import Parties, Party

if TYPE_CHECKING:
    from clew.extract.prose.en._text import Span, Token

_SELF = frozenset({"it", "he", "she", "they", "we", "i"})
_PAPERS = words("record records trace")  # what "it has no record", it says, is told of its papers
_NOBODY = words("who that which you nobody none anyone anybody no-one one")
_NEGATIVE = frozenset({"unaware", "unfamiliar", "ignorant"})
_KNOWING = words("knowledge information idea recollection record records memory trace clue inkling")
_PEOPLE = words("man woman person men women people him her them anyone anybody individual individuals")
_RECOGNISED = words(
    "name names signature signatures invoice document documents photograph picture man woman number stamp"
)
_QUESTIONS = words("who whom whose what which where when why how whether if")
_POSITIVE = frozenset({"aware", "familiar"})  # with a not


@dataclass(frozen=True, slots=True)
class Ignorance:
    """That somebody does not know; no party: the speaker of the sentence itself."""

    party: Party | None
    cue: "Token"
    about: tuple["Token", "Token"]


def unaware_of(attribution: Attribution, speaker: Party, part: frozenset[int], parties: Parties) -> Ignorance | None:
    """Return what the speaker does not know, or whom he speaks for; another's ignorance is no answer of the speaker."""
    doc = attribution.cue.head.doc
    for index in sorted(part):
        token = doc[index]
        verb = unknowing(token)
        if verb is None or token.lower_ in _PAPERS:
            continue
        subjects = [head for head in tree.subject_heads(verb) if head.i != attribution.cue.head.i]
        if not subjects or any(head.lower_ in _SELF or head.i == speaker.run.head.i for head in subjects):
            return Ignorance(None, verb, _about(token))
        if tree.children(subjects[0], "poss") and subjects[0].lower_ in {
            "country",
            "government",
            "ministry",
            "company",
            "firm",
            "office",
        }:
            return Ignorance(None, verb, _about(token))  # "that his country knew nothing of …"
        party = parties.of(subjects[0])
        if party is not None and _speaks_for_itself(party):
            return Ignorance(party, verb, _about(token))
    return None


def ignorant(sentence: "Span", parties: Parties) -> Iterator[Ignorance]:
    """Yield who does not know what, told without a cue."""
    for token in sentence:
        verb = unknowing(token)
        if verb is None or tree.is_open(verb):
            continue
        for head in tree.subject_heads(verb)[:1]:
            party = parties.of(head)
            if party is not None and head.lower_ not in _NOBODY:
                yield Ignorance(party, verb, _about(token))


def _speaks_for_itself(party: Party) -> bool:
    """Say whether it could give an answer: a ministry, a firm, a government by its capital."""
    return party.role == "institution" or (party.name is not None and party.name.kind == "place")


def unknowing(token: "Token") -> "Token | None":
    """Return the verb whose subject does not know: was unaware, was not aware, had no knowledge, knew nothing."""
    if token.lower_ in _NEGATIVE:
        return token.head
    if token.lower_ in _POSITIVE and tree.is_negated(token.head):
        return token.head
    if token.lower_ in _KNOWING and token.dep_ == "dobj":
        return _without_knowledge(token)
    if token.lower_ == "anything" and token.head.lemma_.lower() == "know" and tree.is_negated(token.head):
        return token.head
    if token.lower_ == "nothing" and token.head.lemma_.lower() == "know":
        return token.head
    if token.lower_ == "dark" and token.head.lower_ == "in" and token.head.head.lemma_ in {"be", "remain"}:
        about = _of_what(token) or _of_what(token.head.head)
        return token.head.head if about else None  # "in the dark about"
    return token if _knows_not(token) else None


def _without_knowledge(noun: "Token") -> "Token | None":
    """Return the verb of "had no record of", "lacks information sufficient to form a belief as to"."""
    verb, near = noun.head, {child.lower_ for child in noun.children}
    lacking = verb.lemma_.lower() == "lack" and (near & {"sufficient", "enough", "adequate", "any"} or _of_what(noun))
    no = bool(near & {"no", "any"}) and (tree.is_negated(verb) or "no" in near)
    return verb if lacking or (no and verb.lemma_.lower() in {"have", "possess"}) else None


def _knows_not(verb: "Token") -> bool:
    """Say whether a verb tells that its subject does not know: "has never heard of it", "does not know who paid", "has not seen any such list"."""
    lemma = verb.lemma_.lower()
    none = _of_none(verb)
    if lemma not in {"know", "hear", "see", "say", "recognise", "recognize"} or not (tree.is_negated(verb) or none):
        return False
    if lemma in {"know", "hear"} and tree.objects_of(verb, "of", "about"):
        return True
    modal = any(aux.lower_ in {"could", "can", "ca"} for aux in tree.children(verb, "aux"))
    asked = _asked_what(verb)
    if lemma == "say":
        return modal and asked
    if lemma == "know":
        things = tree.children(verb, "dobj")
        return asked or any(noun.ent_type_ == "PERSON" or noun.lower_ in _PEOPLE for noun in things)
    if lemma in {"recognise", "recognize"}:
        return any(noun.lower_ in _RECOGNISED or noun.ent_type_ == "PERSON" for noun in tree.children(verb, "dobj"))
    return any(
        child.lower_ == "any" and "such" in {each.lower_ for each in noun.children}
        for noun in tree.children(verb, "dobj")
        for child in noun.children
    )


def _asked_what(verb: "Token") -> bool:
    return any(clause.left_edge.lower_ in _QUESTIONS for clause in tree.children(verb, "ccomp", "advcl"))


def _of_what(noun: "Token") -> bool:
    return bool(tree.objects_of(noun, "of", "about", "on", "as", "regarding"))


def _of_none(verb: "Token") -> bool:
    return any(child.lower_ == "no" for noun in tree.objects_of(verb, "of", "about") for child in noun.children)


def _as_to(noun: "Token") -> list["Token"]:
    """Return what "information sufficient to form a belief as to the truth" is about, as deep as the parser hangs it."""
    return [
        each
        for to in noun.subtree
        if to.lower_ == "to" and to.head.lower_ == "as"
        for each in tree.children(to, "pobj")
    ]


def _about(token: "Token") -> "tuple[Token, Token]":
    for holder in (token, token.head):
        nouns = tree.objects_of(holder, "of", "about", "on", "with") or _as_to(holder)
        if nouns:
            after = [holder.right_edge, *(prep.right_edge for prep in tree.children(token.head, "prep"))]
            last = max([nouns[0].right_edge, *(after if token.dep_ == "dobj" else [])], key=lambda edge: edge.i)
            return nouns[0].left_edge, last
        asked = [clause for prep in tree.children(holder, "prep") for clause in tree.children(prep, "pcomp")]
        if asked:
            return asked[0].left_edge, asked[0].right_edge  # "not familiar with what you mentioned"
        clauses = tree.children(holder, "ccomp", "acl", "relcl") if holder.i == token.i else []
        clauses = clauses or ([each for each in tree.children(holder, "dobj", "advcl") if holder.i == token.i])
        clauses = [each for each in clauses if each.i > token.i]
        if clauses:
            return clauses[0].left_edge, clauses[0].right_edge
    return token, token
