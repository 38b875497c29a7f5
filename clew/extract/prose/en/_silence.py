"""A party that does not answer goes in, as a head of a noun phrase; the record of its non-response comes out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from clew.extract.prose._words import words
from clew.extract.prose.en import _cues as cues
from clew.extract.prose.en import _tree as tree
from clew.extract.prose.en._holders import Parties, Party

if TYPE_CHECKING:
    from clew.extract.prose.en._text import Token

REQUESTS = words(
    "request requests comment comments question questions inquiry inquiries enquiry enquiries query queries message "
    "messages call calls email emails e-mail e-mails letter letters interview mail mails text texts"
)
_NEVER_CALLED = words(
    "summit village agreement deal compromise consensus goal target peak site decision settlement town place limit conclusion level "
    "point plant depth speed area region island destination verdict"
)
ASKERS = words("you us me reporters journalists reporter newspaper")


@dataclass(frozen=True, slots=True)
class NonResponse:
    """A party that did not answer. `about` is None where the sentence does not say what about."""

    party: Party
    cue: "Token"
    last: "Token"
    about: tuple["Token", "Token"] | None
    kind: str = "did_not_respond"  # declined, could_not_be_reached


def told(
    people: list["Token"],
    cue: "Token",
    last: "Token",
    about: "tuple[Token, Token] | None",
    parties: Parties,
    *,
    kind: str = "did_not_respond",
) -> Iterator[NonResponse]:
    for party in parties_of(people, parties):
        yield NonResponse(party, cue, last, about, kind)


def parties_of(people: list["Token"], parties: Parties) -> Iterator[Party]:
    for head in people:
        inner = (
            tree.objects_of(head, "of", "at", "from", "in")
            if head.lower_ in {"none", "neither", "nobody", "one", "anyone"}
            else []
        )
        for noun in inner or [head]:
            party = parties.of(noun)
            if party is not None and party.run.head.lower_ not in {"none", "neither", "nobody", "nothing", "what"}:
                yield party


def topic(speech: "Token") -> "tuple[Token, Token] | None":
    """Return the words a party would not speak about; of "what it will not say is who paid", "who paid"."""
    if speech.head.lemma_ == "be" and speech.dep_ in {"csubj", "nsubj", "ccomp", "advcl"} and _is_what(speech):
        asked = [each for each in tree.children(speech.head, "ccomp", "attr", "advcl") if each.i > speech.head.i]
        return (asked[0].left_edge, asked[0].right_edge) if asked else None
    clauses = tree.children(speech, "ccomp") or [
        clause
        for clause in tree.children(speech, "advcl")
        if any(mark.lower_ in {"whether", "if"} for mark in tree.children(clause, "mark"))
    ]
    if clauses:
        return clauses[0].left_edge, clauses[0].right_edge
    nouns = tree.children(speech, "dobj") + tree.objects_of(speech, "on", "about", "to")
    return span_of(nouns[0]) if nouns else None


def _is_what(speech: "Token") -> bool:
    return any(child.lower_ == "what" and child.i < speech.i for child in speech.children)


def span_of(noun: "Token") -> tuple["Token", "Token"]:
    return noun.left_edge, noun.right_edge


def can_answer(head: "Token", parties: Parties) -> bool:
    """Say whether it could be called: a summit "could not be reached" by car."""
    name = parties.name_of(head)
    if name is None:
        return head.lower_ not in _NEVER_CALLED and head.pos_ == "NOUN"
    return name.kind != "place"


_SOMEONE = (
    words(
        "agent agents client clients office desk embassy bank branch secretariat secretary board team headquarters press newsroom hotel reception clinic port yard agency wife husband family brother sister"
    )
    | cues.OFFICIALS
    | cues.INSTITUTIONS
    | cues.FIRM_NOUNS
    | cues.STAFF_POSTS
    | cues.DIRECTING_POSTS
    | cues.PUBLISHERS
)
_DOERS = re.compile(r"\w{3,}(?:[eo]r|ist|man|woman|ee|ant)s?")


def is_someone(noun: "Token") -> bool:
    """Say whether a noun could write back: the forwarder, the bank; not the harvest, nor a harbour in a list of places."""
    return noun.lower_ in _SOMEONE or _DOERS.fullmatch(noun.lower_) is not None
