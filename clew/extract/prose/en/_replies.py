"""A parsed sentence goes in; parties that did not answer come out, and what about. Silence about something else is none."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from clew.extract.prose._words import words
from clew.extract.prose.en import _tree as tree
from clew.extract.prose.en._attempts import unreached
from clew.extract.prose.en._holders import Parties
from clew.extract.prose.en._silence import ASKERS, REQUESTS, NonResponse, can_answer, parties_of, span_of, told, topic
from clew.extract.prose.en._waiting import EVADING, from_nobody, left_waiting, turned_away

if TYPE_CHECKING:
    from clew.extract.prose.en._text import Span, Token

_NO_COMMENT = re.compile(r'"no (?:further )?comment[,.]?"', re.IGNORECASE)
_WITHHOLDING = words(
    "comment say discuss answer speculate elaborate confirm disclose identify name tell reveal provide talk react respond reply speak"
)
# What is owed an answer: "has yet to say whether", "has never explained why".
_OWED = words("say explain confirm disclose comment publish clarify elaborate reveal provide address tell")
_SPEAKING = words(
    "comment answer discuss say speak respond elaborate reply confirm provide give identify name specify disclose explain speculate talk deny meet interview quote be"
)


def non_responses(sentence: "Span", parties: Parties) -> list[NonResponse]:
    """Return who did not respond, one for each party named."""
    found = [reply for verb in tree.verbs(sentence) for reply in _of_verb(verb, parties)]
    # "hung up" beside "declined to answer questions" is one silence, told by what was asked.
    told = {reply.party.text for reply in found if reply.about}
    found = [reply for reply in found if reply.about or reply.party.text not in told or reply.kind != "declined"]
    return found or list(unreached(sentence, parties)) or list(from_nobody(sentence, parties))


def _of_verb(verb: "Token", parties: Parties) -> Iterator[NonResponse]:
    lemma = verb.lemma_.lower()
    people = _speaker_of_both(verb) or _in_position(verb) or tree.subject_heads(verb)
    if lemma in {"hear", "hang", "refer", "direct", "redirect", "stay", "remain", "keep", "get", "come", "draw"}:
        yield from left_waiting(verb, people, parties)
    elif lemma in {"respond", "reply", "answer", "return", "acknowledge"} and (
        tree.is_negated(verb) or _is_yet_to(verb)
    ):
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
        yield from told(people, verb, verb, span_of(tree.direct_objects(verb)[0]), parties, kind="declined")
    elif lemma in {"say", "reply", "answer", "tell"} and _NO_COMMENT.search(verb.sent.text):
        yield from told(people, verb, verb, None, parties, kind="declined")
    elif lemma == "confirm" and _nor_deny(verb):
        yield from told(people, verb, verb, topic(verb) or topic(_joined_denial(verb)), parties, kind="declined")
    elif lemma in _WITHHOLDING and (_would_not(verb) or _is_unwilling(verb)) and not _holds_that(verb):
        yield from told(people, verb, verb, topic(verb), parties, kind="declined")
    elif lemma in EVADING:
        yield from turned_away(verb, people, parties)
    elif lemma in _OWED and (_is_yet_to(verb) or (lemma == "explain" and _has_never(verb))):
        yield from told(people, verb, verb, topic(verb), parties)


def _holds_that(verb: "Token") -> bool:
    """Say whether it is a thing not said, no refusal to speak: "I would not tell Lena that we paid"."""
    clauses = tree.children(verb, "ccomp") if verb.lemma_.lower() in {"say", "tell"} else []
    if any(noun.lower_ == "word" for noun in tree.direct_objects(verb)):
        return True  # "would not say a word against him"
    return any(clause.left_edge.lower_ == "that" for clause in clauses)


def _speaker_of_both(verb: "Token") -> list["Token"]:
    """Return who "said the book was full, but would not discuss it": the parser joins the refusal to what is said."""
    first = verb.head
    while first.dep_ == "conj" and first.head.i != first.i:
        first = first.head
    if verb.dep_ != "conj" or tree.children(verb, "nsubj", "nsubjpass") or first.dep_ != "ccomp":
        return []
    joined = {cc.lower_ for cc in tree.children(verb.head, "cc")}
    return tree.subject_heads(first.head) if "but" in joined and first.head.pos_ == "VERB" else []


def _in_position(verb: "Token") -> list["Token"]:
    """Return who "is not in a position to comment"."""
    place = verb.head
    if verb.dep_ not in {"acl", "relcl"} or place.lower_ != "position" or place.head.lower_ != "in":
        return []
    return tree.subject_heads(place.head.head)


def _has_never(verb: "Token") -> bool:
    return tree.is_negated(verb) and any(
        aux.lower_ in {"has", "have", "never"} for aux in tree.children(verb, "aux", "neg")
    )


def _is_unwilling(verb: "Token") -> bool:
    """Say whether "to comment" hangs on a will that is not there: "did not wish to", "chose not to", "was not prepared to"."""
    above = verb.head
    if verb.dep_ not in {"xcomp", "advcl", "acl", "relcl"} or above.i == verb.i:
        return False
    if above.lemma_.lower() in {"wish", "want", "choose", "opt", "prefer", "elect", "care"}:
        return tree.is_negated(above) or tree.is_negated(verb)
    state = above.head if above.pos_ in {"ADJ", "NOUN"} else above
    if above.lower_ == "unable":
        return verb.lemma_.lower() in {"comment", "discuss", "answer", "say", "speak", "elaborate"}
    if above.lower_ in {"unwilling", "reluctant", "unprepared"}:
        return True
    return above.lower_ in {"willing", "prepared", "position", "inclined"} and (
        tree.is_negated(above) or tree.is_negated(state) or tree.is_negated(state.head)
    )


def _unreached(verb: "Token", people: list["Token"], parties: Parties) -> Iterator[NonResponse]:
    could = any(aux.lower_ in {"could", "can", "ca"} for aux in tree.children(verb, "aux"))
    if verb.lemma_.lower() == "contact" and tree.is_passive(verb) and not could:
        return  # "has not been contacted by the police": nobody asked
    if tree.is_passive(verb) and tree.is_negated(verb):
        asked = "comment" in {token.lower_ for token in verb.subtree}
        reached = [head for head in people if asked or can_answer(head, parties)]
    elif not tree.is_passive(verb) and _is_unable(verb):
        reached = [head for head in tree.direct_objects(verb) if can_answer(head, parties)]
    else:
        return
    yield from told(reached, verb, verb, None, parties, kind="could_not_be_reached")


def _declined(verb: "Token", people: list["Token"], parties: Parties) -> Iterator[NonResponse]:
    for speech in tree.children(verb, "xcomp"):
        if speech.lemma_.lower() in _SPEAKING and not _is_bargain(speech):
            yield from told(people, verb, speech, topic(speech), parties, kind="declined")
    for noun in tree.direct_objects(verb):
        if noun.lower_ in REQUESTS | {"comment"}:
            yield from told(people, verb, verb, span_of(noun), parties, kind="declined")


def _is_bargain(speech: "Token") -> bool:
    """Say whether it is about terms that somebody will not talk: "refused to talk about a truce"."""
    near = tree.direct_objects(speech) + tree.objects_of(speech, "about", "on", "of")
    return any(noun.lower_ in {"truce", "ceasefire", "peace", "surrender", "terms", "merger", "pact"} for noun in near)


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


def _would_not(verb: "Token") -> bool:
    """Say whether a party would not speak: "would not say who"; "did not say" may only mean that nobody asked."""
    asked = {child.lower_ for child in tree.children(verb, "aux")}
    refusing = {"would", "wo"}
    if verb.lemma_ == "comment":
        refusing |= {"did", "does", "do", "has", "have", "will", "can", "ca", "could"}
    elif verb.lemma_ in {"discuss", "speculate", "elaborate"}:
        refusing |= {"does", "do", "will", "can", "ca", "could"}
    elif verb.lemma_ in {"say", "confirm", "disclose", "reveal", "answer"}:
        refusing |= {"will"}
    if verb.tag_ == "VBG" and verb.lemma_ in {"comment", "discuss", "speculate"}:
        refusing |= {"is", "are", "am", "'m", "'s", "'re", "was", "were"}  # "I'm not commenting on it"
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
    calls = REQUESTS | (
        {"phone", "telephone", "mobile", "door", "doorbell"} if verb.lemma_.lower() == "answer" else set()
    )
    if asked and not any(token.lower_ in calls for noun in asked for token in noun.subtree):
        return  # "did not respond to the tender"
    if not asked and verb.lemma_.lower() in {"return", "answer", "acknowledge"}:
        return  # "did not return" from a journey
    about = span_of(asked[0]) if asked else None
    yield from told(people, verb, verb, about, parties)


def _unanswered(verb: "Token", requests: list["Token"], parties: Parties) -> Iterator[NonResponse]:
    """Yield from "Calls to X were not returned"."""
    for request in requests:
        if request.lower_ in REQUESTS:
            asked = [
                *(_reached_at(noun) for noun in tree.objects_of(request, "to")),
                *(noun for acl in tree.children(request, "acl") for noun in tree.objects_of(acl, "to")),
            ]
            for noun in asked:
                for party in parties_of([noun], parties):
                    yield NonResponse(party, verb, verb, (request, request))


def _reached_at(noun: "Token") -> "Token":
    """Return whose number it is: "calls to the number listed for the company went unanswered"."""
    if noun.lower_ in {"number", "numbers", "address", "phone", "office", "line"}:
        near = [noun, *tree.children(noun, "acl")]
        return next((owner for each in near for owner in tree.objects_of(each, "for", "of")), noun)
    return noun


def _unavailable(verb: "Token", people: list["Token"], parties: Parties) -> Iterator[NonResponse]:
    for state in tree.children(verb, "acomp"):
        negated = tree.is_negated(verb) and state.lower_ == "available"
        if (negated or state.lower_ in {"unavailable", "unreachable"}) and "comment" in {
            token.lower_ for token in verb.subtree
        }:
            yield from told(people, verb, state, None, parties, kind="could_not_be_reached")


def _is_yet_to(verb: "Token") -> bool:
    """Say whether an answer is still out: "has yet to respond"."""
    near = [*verb.children, *verb.head.children]
    return verb.dep_ == "xcomp" and verb.head.lemma_ in {"have", "be"} and any(token.lower_ == "yet" for token in near)


def _made_nobody_available(verb: "Token", people: list["Token"], parties: Parties) -> Iterator[NonResponse]:
    for state in tree.children(verb, "ccomp", "acomp", "oprd"):
        asked = {"interview", "interviews", "comment", "questions"} & {token.lower_ for token in state.subtree}
        if state.lower_ == "available" and tree.is_negated(verb) and asked:
            yield from told(people, verb, state, None, parties, kind="declined")


def _no_comment(verb: "Token", people: list["Token"], parties: Parties) -> Iterator[NonResponse]:
    if verb.lemma_.lower() == "go":
        if any(child.lower_ == "unanswered" for child in verb.children):
            yield from _unanswered(verb, people, parties)
        return
    if verb.lemma_ == "make":
        yield from _made_nobody_available(verb, people, parties)
    for comment in tree.children(verb, "dobj"):
        further = {"further", "any", "additional", "more", "no"} & {child.lower_ for child in comment.children}
        will = {aux.lower_ for aux in tree.children(verb, "aux")} & {"will", "wo", "would"}
        if (
            comment.lower_ in {"statement", "statements", "comment", "comments"}
            and further
            and will
            and (tree.is_negated(verb) or "no" in further)
        ):
            yield from told(people, verb, verb, span_of(comment), parties, kind="declined")
            continue
        if (
            comment.lower_ == "nothing"
            and verb.lemma_ == "have"
            and (
                any(inner.lower_ in {"add", "say", "announce", "share", "offer"} for inner in comment.subtree)
                or any(noun.lower_ in ASKERS for noun in tree.objects_of(comment, "for") + tree.objects_of(verb, "for"))
            )
        ):
            yield from told(people, verb, comment, None, parties, kind="declined")
        if comment.lower_ == "comment" and any(child.lower_ == "no" for child in comment.children):
            topic = tree.objects_of(comment, "on", "about")
            yield from told(people, verb, comment, span_of(topic[0]) if topic else None, parties, kind="declined")
