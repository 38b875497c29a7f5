"""A parsed sentence that tells of a call, a letter or a search goes in; whom it did not reach comes out.

"Calls to X went unanswered", "efforts to contact the owner failed", "rang the agent twice, no answer", "X's phone rang out". In two
sentences as well: "The panel wrote to X in May. No reply had been received."
"""

import itertools
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from clew.extract.prose._words import words
from clew.extract.prose.en import _tree as tree
from clew.extract.prose.en._holders import Parties
from clew.extract.prose.en._silence import REQUESTS, NonResponse, can_answer, is_someone, parties_of, told
from clew.extract.prose.en._surface import party_of

if TYPE_CHECKING:
    from clew.extract.prose.en._text import Span, Token

_TRIES = words("attempt attempts effort efforts try tries approach approaches")
_SOUGHT = REQUESTS | _TRIES
_SEEKING = words("reach contact locate trace find speak talk interview call telephone phone question get")
_UNHEARD = words("unanswered unacknowledged unreturned unheeded unread unopened ignored")
_HEEDING = words("answer return acknowledge heed pick")
_FRUITLESS = words("unsuccessful fruitless futile vain avail nothing nowhere voicemail silence")
_IN_SILENCE = re.compile(
    r"\b(?:without|no|with)\s+(?:an?\s+|any\s+)?(?:answer|reply|response|acknowledgement|success|silence)\b"
)
_CALLING = words(
    "ring call phone telephone dial email e-mail mail write message text contact approach chase try ask leave send"
)
_TO_NO_AVAIL = re.compile(
    r"\b(?:(?:no|without|without an?|without any) (?:answer|reply|response|joy|luck|success|acknowledgement)|nothing (?:back|yet|since|so far|heard)|still nothing|"
    r"(?:straight|went|goes|through|direct) to (?:voice ?mail|answerphone)|(?:nobody|no one|no-one|none) (?:picks|picked|answers|answered|answering|replied|replies|responded)|"
    r"not a word|radio silence|in vain|to no avail|rings out|rang out|still waiting)\b|,\s*(?:still\s+)?nothing\s*(?=[.,;!]|$)",
    re.IGNORECASE,
)
# Alone in its sentence, after one that told of a letter or a call.
_NONE_CAME = re.compile(
    r"\W*(?:(?:so far|as of \w+|at the time of writing|by the deadline|to date),? )?(?:there (?:was|has been|is) )?(?:still )?(?:no|neither|none|nothing|radio silence|silence)\b"
    r"(?: (?:further |written )?(?:reply|answer|response|word|acknowledgement))?(?: (?:was|were|is|has|had|have|came|arrived|yet|so far|since|been|ever)\b.{0,60})?\W*",
    re.IGNORECASE,
)
_CALLED = words("rang called phoned tried emailed e-mailed wrote messaged texted contacted chased asked dialled dialed")
_PHONES = words("phone telephone mobile cell number line extension doorbell")
_RUNG = re.compile(
    r"\b(?:r[aiu]ngs?|ringing) (?:out|unanswered)\b|\b(?:switched off|out of service|disconnected|not in service|no longer in service)\b|to voice ?mail"
)


def unreached(sentence: "Span", parties: Parties) -> Iterator[NonResponse]:
    """Yield whom a call, a letter or a search did not reach, told in one sentence."""
    subjects = [token for token in sentence if token.dep_ in {"nsubj", "nsubjpass"} and token.lower_ in _SOUGHT]
    found = [reply for noun in subjects for reply in _in_vain(noun, parties)]
    yield from found
    for token in sentence if not found else ():
        if token.lower_ in _PHONES and _RUNG.search(_rest(token)):
            owners = [owner for each in (token, token.head) for owner in tree.children(each, "poss")]
            owners += tree.objects_of(token, "of", "for")
            yield from told(owners, token.head, token.head, None, parties, kind="could_not_be_reached")
        elif token.i == sentence.start and token.pos_ == "PROPN" and token.lower_ in _CALLED:
            yield from _called_first(token, sentence, parties)
        elif token.pos_ == "VERB" and token.lemma_.lower() in _CALLING:
            avail = _TO_NO_AVAIL.search(_rest(token))
            if avail is not None:
                yield from told(asked_by(token, parties), token, token, None, parties)


def _called_first(token: "Token", sentence: "Span", parties: Parties) -> Iterator[NonResponse]:
    """Yield from "Tried Lena, straight to voicemail": at the head of a note the tagger takes the verb for a name."""
    run = list(
        itertools.takewhile(
            lambda each: each.pos_ in {"DET", "NOUN", "PROPN", "ADJ", "PART", "PRON"},
            sentence.doc[token.i + 1 : sentence.end],
        )
    )
    party = party_of(run, parties) if run and _TO_NO_AVAIL.search(_rest(token)) else None
    if party is not None and (party.run.head.pos_ == "PROPN" or is_someone(party.run.head)):
        yield NonResponse(party, token, token, None)


def tried(sentence: "Span", parties: Parties) -> list["Token"]:
    """Return who was written to, called or asked in a sentence."""
    verbs = [token for token in sentence if token.pos_ == "VERB" and token.lemma_.lower() in _CALLING]
    return next((heads for verb in verbs if (heads := asked_by(verb, parties))), [])


def none_came(sentence: "Span") -> bool:
    """Say whether a sentence only tells that no answer came, and not whose: "No reply had been received."."""
    text = sentence.text.strip()
    answer = re.search(
        r"reply|answer|response|word|acknowledgement|silence|nothing|none (?:came|arrived|has|have|was)",
        text,
        re.IGNORECASE,
    )
    return answer is not None and " from " not in text and _NONE_CAME.fullmatch(text) is not None


def asked_by(verb: "Token", parties: Parties) -> list["Token"]:
    """Return whom a verb of calling calls: somebody who could answer."""
    lemma = verb.lemma_.lower()
    if tree.is_passive(verb):
        return [head for head in tree.subject_heads(verb) if can_answer(head, parties)] if lemma in _APPROACHED else []
    things = tree.direct_objects(verb)
    asked = things if lemma not in {"write", "leave", "send"} else []
    for each in (verb, *things):
        asked += tree.objects_of(each, "to", "for", "with", "at") if lemma not in {"ask", "try", "call"} else []
    asked += tree.children(verb, "dative")
    return [
        head
        for head in asked
        if head.lower_ not in _SOUGHT and (parties.name_of(head) is not None or is_someone(head))
        if head.pos_ != "PRON" and head.ent_type_ not in {"DATE", "TIME", "CARDINAL"}
    ]


_APPROACHED = words("contact approach ask email phone call telephone")


def _in_vain(noun: "Token", parties: Parties) -> Iterator[NonResponse]:
    """Yield from "emails to X bounced", "efforts to reach X were unsuccessful", "a request to X met with no response"."""
    verb = noun.head
    attempt = noun.lower_ in _TRIES
    if not _came_to_nothing(verb, attempt):
        return
    near = [noun, *tree.children(noun, "acl", "relcl")]
    sought = [each for each in near[1:] if each.lemma_.lower() in _SEEKING]
    heads = [
        head for each in sought for head in (*tree.direct_objects(each), *tree.objects_of(each, "to", "with", "of"))
    ]
    inner = [each for each in noun.subtree if each.i > noun.i and each.i < verb.i]
    heads = heads or [head for each in [noun, *inner] for head in tree.objects_of(each, "to", "with")]
    heads = [
        owner for head in heads for owner in (tree.children(head, "poss") if head.lower_ in _ADDRESSES else [head])
    ]
    kind = "could_not_be_reached" if attempt else "did_not_respond"
    for party in parties_of(heads, parties):
        yield NonResponse(party, verb, verb, None if attempt else (noun, noun), kind)


_ADDRESSES = words("number numbers address phone line mailbox inbox")


def _came_to_nothing(verb: "Token", attempt: bool) -> bool:  # noqa: FBT001 # what kind of noun
    lemma = verb.lemma_.lower()
    states = {
        child.lower_ for child in tree.children(verb, "acomp", "advmod", "oprd", "xcomp", "attr", "amod", "advcl")
    }
    states |= {noun.lower_ for noun in tree.objects_of(verb, "in", "to")}
    if states & (_UNHEARD | _FRUITLESS) and lemma in {"go", "be", "remain", "stay", "prove", "come", "ring", "lead"}:
        return True
    if lemma == "bounce" or "to voicemail" in _rest(verb) or (lemma == "fail" and attempt):
        return True
    if tree.is_passive(verb) and (lemma == "ignore" or (lemma in _HEEDING and tree.is_negated(verb))):
        return True
    return lemma in {"meet", "draw", "receive", "get", "bring", "remain", "go", "be", "produce", "yield"} and (
        _IN_SILENCE.search(_rest(verb)) is not None
    )


def _rest(verb: "Token") -> str:
    """Return the words from a verb to the end of its sentence."""
    return verb.doc[verb.i : verb.sent.end].text
