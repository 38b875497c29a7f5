"""A parsed sentence goes in; parties that did not answer come out, and what about. Silence about something else is none."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from clew.extract.prose._words import words
from clew.extract.prose.en import _tree as tree
from clew.extract.prose.en._holders import Parties, Party

if TYPE_CHECKING:
    from clew.extract.prose.en._text import Span, Token

REQUESTS = words(
    "request requests comment comments question questions inquiry inquiries enquiry enquiries query queries message "
    "messages call calls email emails e-mail e-mails letter letters interview mail mails text texts"
)
_NEVER_CALLED = words(
    "summit village agreement deal compromise consensus goal target peak site decision settlement town place limit conclusion level "
    "point plant depth speed area region island destination verdict"
)
_NO_COMMENT = re.compile(r'"no (?:further )?comment[,.]?"', re.IGNORECASE)
_WITHHOLDING = words("comment say discuss answer speculate elaborate confirm disclose identify name")
_SPEAKING = words(
    "comment answer discuss say speak respond elaborate reply confirm provide give identify name specify disclose explain speculate talk deny meet interview quote be"
)


@dataclass(frozen=True, slots=True)
class NonResponse:
    """A party that did not answer. `about` is None where the sentence does not say what about."""

    party: Party
    cue: "Token"
    last: "Token"
    about: tuple["Token", "Token"] | None
    kind: str = "did_not_respond"  # declined, could_not_be_reached


def non_responses(sentence: "Span", parties: Parties) -> list[NonResponse]:
    """Return who did not respond, one for each party named."""
    return [reply for verb in tree.verbs(sentence) for reply in _of_verb(verb, parties)]


def _of_verb(verb: "Token", parties: Parties) -> Iterator[NonResponse]:
    lemma = verb.lemma_.lower()
    people = tree.subject_heads(verb)
    if lemma in {"respond", "reply", "answer", "return", "acknowledge"} and (tree.is_negated(verb) or _is_yet_to(verb)):
        if verb.head.lemma_.lower() not in {"decline", "refuse"}:  # read where they stand
            yield from _silent(verb, people, parties)
    elif lemma in {"reach", "contact"}:
        yield from _unreached(verb, people, parties)
    elif lemma == "be":
        yield from _unavailable(verb, people, parties)
    elif lemma in {"have", "make", "give", "offer", "go"}:
        yield from _no_comment(verb, people, parties)
    else:
        yield from _refused(verb, people, parties)


def _refused(verb: "Token", people: list["Token"], parties: Parties) -> Iterator[NonResponse]:
    """Yield who would not speak: "declined to say", "would neither confirm nor deny", "shrugged off questions"."""
    lemma = verb.lemma_.lower()
    if lemma in {"decline", "refuse"}:
        yield from _declined(verb, people, parties)
    elif lemma in {"shrug", "brush", "bat", "ignore", "sidestep", "dodge"} and any(
        noun.lower_ in REQUESTS for noun in tree.direct_objects(verb)
    ):
        yield from _told(people, verb, verb, _words(tree.direct_objects(verb)[0]), parties, kind="declined")
    elif lemma in {"say", "reply", "answer", "tell"} and _NO_COMMENT.search(verb.sent.text):
        yield from _told(people, verb, verb, None, parties, kind="declined")
    elif lemma == "confirm" and _nor_deny(verb):
        yield from _told(people, verb, verb, _topic(verb) or _topic(_joined_denial(verb)), parties, kind="declined")
    elif lemma in _WITHHOLDING and _would_not(verb):
        yield from _told(people, verb, verb, _topic(verb), parties, kind="declined")


def _unreached(verb: "Token", people: list["Token"], parties: Parties) -> Iterator[NonResponse]:
    if tree.is_passive(verb) and tree.is_negated(verb):
        asked = "comment" in {token.lower_ for token in verb.subtree}
        reached = [head for head in people if asked or _can_answer(head, parties)]
    elif not tree.is_passive(verb) and _is_unable(verb):
        reached = [head for head in tree.direct_objects(verb) if _can_answer(head, parties)]
    else:
        return
    yield from _told(reached, verb, verb, None, parties, kind="could_not_be_reached")


def _declined(verb: "Token", people: list["Token"], parties: Parties) -> Iterator[NonResponse]:
    for speech in tree.children(verb, "xcomp"):
        if speech.lemma_.lower() in _SPEAKING:
            yield from _told(people, verb, speech, _topic(speech), parties, kind="declined")
    for noun in tree.direct_objects(verb):
        if noun.lower_ in REQUESTS | {"comment"}:
            yield from _told(people, verb, verb, _words(noun), parties, kind="declined")


def _nor_deny(verb: "Token") -> bool:
    """Say whether a party "neither confirmed nor denied": that is no denial."""
    return _joined_denial(verb).i != verb.i and (
        tree.is_negated(verb) or any(child.lower_ in {"neither", "not"} for child in verb.children)
    )


def _joined_denial(verb: "Token") -> "Token":
    return next((child for child in tree.children(verb, "conj") if child.lemma_.lower() in {"deny", "name"}), verb)


def _is_unable(verb: "Token") -> bool:
    """Say whether somebody could not be reached: "was unable to reach Mr Heller", "could not reach the firm"."""
    unable = verb.head.lower_ == "unable" or verb.head.lemma_.lower() == "fail"
    could = any(aux.lower_ in {"could", "can", "ca"} for aux in tree.children(verb, "aux"))
    return unable or (could and tree.is_negated(verb))


def _can_answer(head: "Token", parties: Parties) -> bool:
    """Say whether it could be called: a summit "could not be reached" by car."""
    name = parties.name_of(head)
    if name is None:
        return head.lower_ not in _NEVER_CALLED and head.pos_ == "NOUN"
    return name.kind != "place"


def _would_not(verb: "Token") -> bool:
    """Say whether a party would not speak: "would not say who"; "did not say" may only mean that nobody asked."""
    asked = {child.lower_ for child in tree.children(verb, "aux")}
    refusing = {"would", "wo"}
    if verb.lemma_ == "comment":
        refusing |= {"did", "does", "do", "has", "have", "will", "can", "ca", "could"}
    neither = any(child.lower_ == "neither" for child in verb.children)
    return (tree.is_negated(verb) or neither) and bool(asked & refusing)


def _silent(verb: "Token", people: list["Token"], parties: Parties) -> Iterator[NonResponse]:
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
            yield from _told(people, verb, state, None, parties, kind="could_not_be_reached")


def _is_yet_to(verb: "Token") -> bool:
    """Say whether an answer is still out: "has yet to respond"."""
    near = [*verb.children, *verb.head.children]
    return verb.dep_ == "xcomp" and verb.head.lemma_ in {"have", "be"} and any(token.lower_ == "yet" for token in near)


def _made_nobody_available(verb: "Token", people: list["Token"], parties: Parties) -> Iterator[NonResponse]:
    for state in tree.children(verb, "ccomp", "acomp", "oprd"):
        asked = {"interview", "interviews", "comment", "questions"} & {token.lower_ for token in state.subtree}
        if state.lower_ == "available" and tree.is_negated(verb) and asked:
            yield from _told(people, verb, state, None, parties, kind="declined")


def _no_comment(verb: "Token", people: list["Token"], parties: Parties) -> Iterator[NonResponse]:
    if verb.lemma_.lower() == "go":
        if any(child.lower_ == "unanswered" for child in verb.children):
            yield from _unanswered(verb, people, parties)
        return
    if verb.lemma_ == "make":
        yield from _made_nobody_available(verb, people, parties)
    for comment in tree.children(verb, "dobj"):
        if comment.lower_ == "nothing" and any(inner.lower_ == "add" for inner in comment.subtree):
            yield from _told(people, verb, comment, None, parties, kind="declined")
        if comment.lower_ == "comment" and any(child.lower_ == "no" for child in comment.children):
            topic = tree.objects_of(comment, "on", "about")
            yield from _told(people, verb, comment, _words(topic[0]) if topic else None, parties, kind="declined")


def _told(
    people: list["Token"],
    cue: "Token",
    last: "Token",
    about: "tuple[Token, Token] | None",
    parties: Parties,
    *,
    kind: str = "did_not_respond",
) -> Iterator[NonResponse]:
    for party in _parties(people, parties):
        yield NonResponse(party, cue, last, about, kind)


def _parties(people: list["Token"], parties: Parties) -> Iterator[Party]:
    for head in people:
        inner = (
            tree.objects_of(head, "of", "at", "from", "in")
            if head.lower_ in {"none", "neither", "nobody", "one", "anyone"}
            else []
        )
        for noun in inner or [head]:
            party = parties.of(noun)
            if party is not None:
                yield party


def _topic(speech: "Token") -> "tuple[Token, Token] | None":
    """Return the words a party would not speak about."""
    clauses = tree.children(speech, "ccomp") or [
        clause
        for clause in tree.children(speech, "advcl")
        if any(mark.lower_ in {"whether", "if"} for mark in tree.children(clause, "mark"))
    ]
    if clauses:
        return clauses[0].left_edge, clauses[0].right_edge
    nouns = tree.children(speech, "dobj") + tree.objects_of(speech, "on", "about", "to")
    return _words(nouns[0]) if nouns else None


def _words(noun: "Token") -> tuple["Token", "Token"]:
    return noun.left_edge, noun.right_edge


def _is_request(noun: "Token") -> bool:
    return any(token.lower_ in REQUESTS for token in noun.subtree)
