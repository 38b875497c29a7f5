"""An attribution goes in; what its speaker says not to know comes out: "said it was unaware of the visits"."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from clew.extract.prose.en import _tree as tree
from clew.extract.prose.en._attributed import Attribution
from clew.extract.prose.en._holders import Parties, Party

if TYPE_CHECKING:
    from clew.extract.prose.en._text import Span, Token

_SELF = frozenset({"it", "he", "she", "they", "we", "i"})
_NEGATIVE = frozenset({"unaware", "unfamiliar", "ignorant"})
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
        if verb is None:
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
            if party is not None and head.lower_ not in {"who", "that", "which", "you"}:
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
    if (
        token.lower_ in {"knowledge", "information", "idea", "recollection", "record", "records", "memory", "trace"}
        and token.dep_ == "dobj"
    ):
        no = any(child.lower_ in {"no", "any"} for child in token.children)
        has = token.head.lemma_.lower() in {"have", "possess"}
        denied = tree.is_negated(token.head) or any(child.lower_ == "no" for child in token.children)
        return token.head if no and has and denied else None
    if token.lower_ == "anything" and token.head.lemma_.lower() == "know" and tree.is_negated(token.head):
        return token.head
    if token.lower_ == "nothing" and token.head.lemma_.lower() == "know":
        return token.head
    if token.lemma_.lower() in {"know", "hear"} and (tree.is_negated(token) or _of_none(token)):
        return token if tree.objects_of(token, "of", "about") else None
    return None


def _of_none(verb: "Token") -> bool:
    return any(child.lower_ == "no" for noun in tree.objects_of(verb, "of", "about") for child in noun.children)


def _about(token: "Token") -> "tuple[Token, Token]":
    for holder in (token, token.head):
        nouns = tree.objects_of(holder, "of", "about", "on", "with")
        if nouns:
            after = [holder.right_edge, *(prep.right_edge for prep in tree.children(token.head, "prep"))]
            last = max([nouns[0].right_edge, *(after if token.dep_ == "dobj" else [])], key=lambda edge: edge.i)
            return nouns[0].left_edge, last
        asked = [clause for prep in tree.children(holder, "prep") for clause in tree.children(prep, "pcomp")]
        if asked:
            return asked[0].left_edge, asked[0].right_edge  # "not familiar with what you mentioned"
        clauses = tree.children(holder, "ccomp") if holder.i == token.i else []
        if clauses:
            return clauses[0].left_edge, clauses[0].right_edge
    return token, token
