"""A parsed sentence goes in; parties that did not answer come out, and what about. Silence about something else is none."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from clew.extract.prose._words import words
from clew.extract.prose.en import _tree as tree
from clew.extract.prose.en._holders import Parties, Party

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

REQUESTS = words(
    "request requests comment comments question questions inquiry inquiries enquiry enquiries query queries message "
    "messages call calls email emails e-mail e-mails letter letters interview"
)
_SPEAKING = words("comment answer discuss say speak respond elaborate reply confirm provide give identify name")


@dataclass(frozen=True, slots=True)
class NonResponse:
    """A party that did not answer. `about` is None where the sentence does not say what about."""

    party: Party
    cue: "Token"
    last: "Token"
    about: tuple["Token", "Token"] | None


def non_responses(sentence: "Span", parties: Parties) -> list[NonResponse]:
    """Return who did not respond, one for each party named."""
    return [reply for verb in tree.verbs(sentence) for reply in _of_verb(verb, parties)]


def _of_verb(verb: "Token", parties: Parties) -> Iterator[NonResponse]:
    lemma = verb.lemma_.lower()
    people = tree.subject_heads(verb)
    if lemma in {"respond", "reply", "answer", "return", "acknowledge"}:
        yield from _silent(verb, people, parties)
    elif lemma in {"decline", "refuse"}:
        for speech in tree.children(verb, "xcomp"):
            if speech.lemma_.lower() in _SPEAKING:
                yield from _told(people, verb, speech, _topic(speech), parties)
    elif lemma in {"comment", "say", "discuss", "answer"} and _would_not(verb):
        yield from _told(people, verb, verb, _topic(verb), parties)
    elif lemma == "reach" and tree.is_passive(verb) and tree.is_negated(verb):
        asked = "comment" in {token.lower_ for token in verb.subtree}
        yield from _told([head for head in people if asked or _can_answer(head, parties)], verb, verb, None, parties)
    elif lemma == "be":
        yield from _unavailable(verb, people, parties)
    elif lemma in {"have", "make", "give", "offer", "go"}:
        yield from _no_comment(verb, people, parties)


def _can_answer(head: "Token", parties: Parties) -> bool:
    """Say whether it could be called: a summit "could not be reached" by car."""
    name = parties.name_of(head)
    return name is not None and name.kind != "place"


def _would_not(verb: "Token") -> bool:
    """Say whether a party would not speak: "would not say who"; "did not say" may only mean that nobody asked."""
    asked = {child.lower_ for child in tree.children(verb, "aux")}
    return tree.is_negated(verb) and bool(
        asked & ({"would", "did", "has", "have"} if verb.lemma_ == "comment" else {"would"})
    )


def _silent(verb: "Token", people: list["Token"], parties: Parties) -> Iterator[NonResponse]:
    if not tree.is_negated(verb):
        return
    if tree.is_passive(verb):
        yield from _unanswered(verb, people, parties)
        return
    asked = [
        *tree.children(verb, "dobj"),
        *(
            noun
            for prep in tree.children(verb, "prep", "dative")
            for noun in tree.children(prep, "pobj")
            if prep.lower_ == "to"
        ),
    ]
    if asked and not any(_is_request(noun) for noun in asked):
        return  # "did not respond to the tender"
    if not asked and verb.lemma_.lower() in {"return", "answer", "acknowledge"}:
        return  # "did not return" from a journey
    about = _words(asked[0]) if asked else None
    yield from _told(people, verb, verb, about, parties)


def _unanswered(verb: "Token", requests: list["Token"], parties: Parties) -> Iterator[NonResponse]:
    """Yield from "Calls to X were not returned"."""
    for request in requests:
        if request.lower_ in REQUESTS:
            asked = [
                *tree.objects_of(request, "to"),
                *(noun for acl in tree.children(request, "acl") for noun in tree.objects_of(acl, "to")),
            ]
            for noun in asked:
                for party in _parties([noun], parties):
                    yield NonResponse(party, verb, verb, (request, request))


def _unavailable(verb: "Token", people: list["Token"], parties: Parties) -> Iterator[NonResponse]:
    for state in tree.children(verb, "acomp"):
        negated = tree.is_negated(verb) and state.lower_ == "available"
        if (negated or state.lower_ in {"unavailable", "unreachable"}) and "comment" in {
            token.lower_ for token in verb.subtree
        }:
            yield from _told(people, verb, state, None, parties)


def _no_comment(verb: "Token", people: list["Token"], parties: Parties) -> Iterator[NonResponse]:
    if verb.lemma_.lower() == "go":
        if any(child.lower_ == "unanswered" for child in verb.children):
            yield from _unanswered(verb, people, parties)
        return
    for comment in tree.children(verb, "dobj"):
        if comment.lower_ == "comment" and any(child.lower_ == "no" for child in comment.children):
            topic = tree.objects_of(comment, "on", "about")
            yield from _told(people, verb, comment, _words(topic[0]) if topic else None, parties)


def _told(
    people: list["Token"], cue: "Token", last: "Token", about: "tuple[Token, Token] | None", parties: Parties
) -> Iterator[NonResponse]:
    for party in _parties(people, parties):
        yield NonResponse(party, cue, last, about)


def _parties(people: list["Token"], parties: Parties) -> Iterator[Party]:
    for head in people:
        inner = tree.objects_of(head, "of", "at") if head.lower_ in {"none", "neither", "nobody", "one"} else []
        for noun in inner or [head]:
            party = parties.of(noun)
            if party is not None:
                yield party


def _topic(speech: "Token") -> "tuple[Token, Token] | None":
    """Return the words a party would not speak about."""
    clauses = tree.children(speech, "ccomp")
    if clauses:
        return clauses[0].left_edge, clauses[0].right_edge
    nouns = tree.children(speech, "dobj") + tree.objects_of(speech, "on", "about", "to")
    return _words(nouns[0]) if nouns else None


def _words(noun: "Token") -> tuple["Token", "Token"]:
    return noun.left_edge, noun.right_edge


def _is_request(noun: "Token") -> bool:
    return any(token.lower_ in REQUESTS for token in noun.subtree)
