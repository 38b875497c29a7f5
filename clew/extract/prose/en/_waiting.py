"""A parsed sentence goes in; who let the asker wait comes out: "never heard back from X", "hung up", "still nothing from Y"."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from clew.extract.prose.en import _cues as cues
from clew.extract.prose.en import _tree as tree
from clew.extract.prose.en._holders import Parties
from clew.extract.prose.en._silence import ASKERS, REQUESTS, NonResponse, can_answer, is_someone, span_of, told, topic

if TYPE_CHECKING:
    from clew.extract.prose.en._text import Span, Token


def left_waiting(verb: "Token", people: list["Token"], parties: Parties) -> Iterator[NonResponse]:
    """Yield who let the asker wait: "never heard back from X", "hung up", "referred questions to Y", "stayed silent"."""
    lemma = verb.lemma_.lower()
    near = {child.lower_ for child in verb.children}
    if lemma == "hear" and (tree.is_negated(verb) or "nothing" in near) and near & {"back", "nothing"}:
        asked = tree.objects_of(verb, "from") or (tree.objects_of(verb.head, "to") if verb.dep_ == "conj" else [])
        yield from told(asked, verb, verb, None, parties)
    elif lemma == "hang" and "up" in near and not _has_spoken(verb):
        yield from told(people, verb, verb, None, parties, kind="declined")
    elif lemma in {"come", "get"}:
        yield from _coming_back(verb, people, parties)
    elif lemma == "draw" and tree.is_passive(verb) and tree.is_negated(verb):
        about = tree.objects_of(verb, "on", "about")
        yield from told(people, verb, verb, span_of(about[0]) if about else None, parties, kind="declined")
    elif lemma in {"stay", "remain", "keep"} and near & {"silent", "quiet", "mum"} and "to" not in near:
        yield from told(people, verb, verb, None, parties)
    elif lemma in {"refer", "direct", "redirect"}:
        yield from _sent_on(verb, people, parties)


def _has_spoken(verb: "Token") -> bool:
    """Say whether whoever hung up had given an answer: "said he was travelling and hung up"."""
    while verb.head.i != verb.i and verb.dep_ in {"conj", "ccomp", "advcl"}:
        verb = verb.head
        if verb.lemma_.lower() in cues.SAYING:
            return True
    return False


def _coming_back(verb: "Token", people: list["Token"], parties: Parties) -> Iterator[NonResponse]:
    """Yield from "has not come back to me", "would have to get back to the reporter on that", "can't get into what was found"."""
    near = {child.lower_ for child in verb.children}
    will = {aux.lower_ for each in (verb, verb.head) for aux in tree.children(each, "aux")}
    to = [noun for each in (verb, *tree.children(verb, "advmod", "prt")) for noun in tree.objects_of(each, "to")]
    if "back" in near and any(noun.lower_ in ASKERS or noun.pos_ == "PROPN" for noun in to):
        if tree.is_negated(verb) and will & {"has", "have", "did"}:
            yield from told(people, verb, verb, None, parties)
        elif verb.lemma_ == "get" and will & {"would", "will", "'ll"}:
            yield from told(people, verb, verb, topic(verb), parties, kind="declined")
    elif verb.lemma_ == "get" and tree.is_negated(verb) and will & {"ca", "can", "wo", "will", "would", "could"}:
        preps = [prep for prep in tree.children(verb, "prep") if prep.lower_ == "into"]
        into = [each for prep in preps for each in tree.children(prep, "pobj", "pcomp")]
        if into:
            yield from told(people, verb, verb, span_of(into[0]), parties, kind="declined")


def _sent_on(verb: "Token", people: list["Token"], parties: Parties) -> Iterator[NonResponse]:
    """Yield who "referred questions to the ministry"; a patient referred to a clinic is none."""
    asked = tree.direct_objects(verb)
    to = [noun for each in (verb, *asked) for noun in tree.objects_of(each, "to")]
    to = to or [noun for each in asked for inner in each.subtree for noun in tree.objects_of(inner, "to")]
    if to and not tree.is_passive(verb) and any(noun.lower_ in REQUESTS | ASKERS for noun in asked):
        target = tree.objects_of(verb, "for", "on", "about") or to
        yield from told(people, verb, verb, span_of(target[0]), parties, kind="declined")


# What somebody does who is asked and does not answer, with what makes it that.
EVADING = {
    "walk": {"away", "off", "on", "past"},
    "turn": {"away", "back", "heel"},
    "drive": {"off", "away"},
    "run": {"away", "off"},
    "shake": {"head"},
    "shut": {"door", "window"},
    "close": {"door", "window"},
    "slam": {"door", "phone"},
    "change": {"subject", "topic"},
    "fall": {"silent", "quiet"},
    "look": {"away"},
}


def turned_away(verb: "Token", people: list["Token"], parties: Parties) -> Iterator[NonResponse]:
    """Yield from "asked about the payment, she walked away"; whoever walks away unasked is none, nor who speaks."""
    wanted = EVADING[verb.lemma_.lower()]
    first = verb
    while first.dep_ == "conj" and first.head.i != first.i:
        first = first.head
    asked = [
        each for each in tree.children(first, "advcl") if each.lower_ in _ASKED and not tree.children(each, "nsubj")
    ]
    near = {child.lower_ for child in verb.children}
    spoken = any(each.lemma_.lower() in cues.SAYING for each in [first, *tree.children(first, "conj")])
    if asked and not spoken and near & wanted:
        about = topic(asked[0])
        yield from told(people, verb, verb, about, parties, kind="declined")


_ASKED = frozenset({"asked", "pressed", "questioned", "confronted", "challenged", "approached"})


def from_nobody(sentence: "Span", parties: Parties) -> Iterator[NonResponse]:
    """Yield from whom there is "still nothing", "no reply", "no word"; not "nothing from the fridge": a party that could answer."""
    for token in sentence:
        none = token.lower_ == "nothing" or (
            token.lower_ in {"reply", "answer", "response", "word", "comment", "reaction"}
            and any(child.lower_ == "no" for child in token.children)
        )
        if not none or token.dep_ not in {"ROOT", "dobj", "attr", "nsubj", "nsubjpass"}:
            continue
        got = token.head.lemma_.lower() in {"be", "have", "get", "receive", "come"} or token.head.i == token.i
        near = [token, token.head] if token.head.lemma_ == "receive" else [token]
        for noun in [each for one in near for each in tree.objects_of(one, "from")] if got else []:
            place = token.lower_ in {"reply", "answer", "response"} and parties.name_of(noun) is not None
            if place or (can_answer(noun, parties) and (parties.name_of(noun) is not None or is_someone(noun))):
                yield from told([noun], token, token, None, parties)
