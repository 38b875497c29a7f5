"""The words of a paragraph go in, before they are parsed; where its sentences must begin, or must not, is marked in them.

Four kinds of place that the parser does not know: a semicolon between two clauses with a verb each, the dateline of an
agency, the label of who speaks in a transcript, and the mark of a quoted line in mail. A sentence that is parsed across
one of them has the wrong speaker more often than the right one.
"""

import re
from typing import TYPE_CHECKING

from clew.extract.prose.en._labels import labels

if TYPE_CHECKING:
    from spacy.tokens import Doc

# "TALVIK, March 3 (Wire) - ": a town in capitals, at most a day and an agency, and a dash.
_DATELINE = re.compile(
    r"\s*[A-Z][A-Z'. -]{2,30}(?:, [A-Z][\w. ]{1,20})?(?:,? \(?[A-Z][\w. ,]{1,24}\)?)?\s(?:--?|[–—])\s"
)
_QUOTED_LINE = re.compile(r"(?:^|\s)(>+)\s")
# "marek says the boxes are here, can you call them?": what is told before a question.
_ASKS = re.compile(r",\s(?=(?:can|could|would|will|do|did|shall|should) (?:you|we|i)\b[^.?!]*\?)", re.IGNORECASE)
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|had|have|will|would|can|could|may|might|must|should|did|does|do|be|not|\w+n't|\w+'(?:s|re|ve|d|ll)|"
    r"\w{2,}ed|say|says|said|puts|gets|sets|pays|owns|sees|runs|asks|adds|lies|denies|told|tells?|see|think|believe|know|want|expect|reckon|put|\w{3,}[a-rt-z]s|knew|saw|came|went|took|made|gave|put|paid|sent|thought|wrote|held|met|"
    r"lost|left|found|meant|became|began|bought|sold)\b",
    re.IGNORECASE,
)
_SAID = re.compile(
    r"\b(?:say|says|said|claims?|claimed|denies|denied|told|tells|believes?|insists?|reports?|reported)\b"
)
# What a colon opens, and does not close: "Sergei confirmed:", "their view:", "the following:".
_ANNOUNCED = re.compile(
    r"(?:\w+(?:ed|s|ing)|said|told|wrote|thus|this|view|line|answer|reply|message|idea|following|statement|account|quote|words?)\s*$",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"\s*(?:that|who|which|where|whose|in which|and that|or that|and|or)\b", re.IGNORECASE)
_SIGN = re.compile(r"[.?!\n;:]")
_LEAST = 12  # characters of a clause


def mark_sentences(doc: "Doc", text: str, talk: frozenset[str] = frozenset()) -> "Doc":
    """Return the words of a text with the sentences that begin, and the places where none does, marked for the parser.

    `talk` are the names that say who speaks where they stand before a colon.
    """
    walls = {0, *_semicolons(text), *(asked.end() for asked in _ASKS.finditer(text))}
    spoken = [*labels(text, talk)]
    for label in spoken:
        walls |= {label.start("who"), label.end()}
    dateline = _DATELINE.match(text)
    if dateline and dateline.end() < len(text):
        walls.add(dateline.end())
    walls |= {mark.start(1) for mark in _QUOTED_LINE.finditer(text)}
    inside = [(label.start("who"), label.end()) for label in spoken]
    inside += [dateline.span()] if dateline else []
    if len(walls) > 1 or inside:
        _mark(doc, walls, inside)
    return doc


def _mark(doc: "Doc", walls: set[int], inside: list[tuple[int, int]]) -> None:
    waiting = sorted(walls)
    for token in doc:
        if token.is_space:
            continue
        begins = False
        while waiting and waiting[0] <= token.idx:
            waiting.pop(0)
            begins = True
        if begins:
            token.is_sent_start = True
        elif any(start < token.idx < stop for start, stop in inside):
            token.is_sent_start = False


def _semicolons(text: str) -> set[int]:
    """Return where a clause begins after a semicolon; not in a quotation, nor in a list, nor before "that"."""
    found = set()
    start = 0
    for at in _SIGN.finditer(text):
        place, sign = at.start(), at[0]
        if sign in ".?!\n":
            start = place + 1
        if sign not in ";:" or text.count('"', 0, place) % 2:
            continue
        if sign == ":" and (
            _ANNOUNCED.search(text[start:place]) or text[place + 1 : place + 3].lstrip()[:1] in {'"', "/", ""}
        ):
            continue
        end = min((at for at in (text.find(stop, place + 1) for stop in ".;?!") if at >= 0), default=len(text))
        before, after = text[start:place], text[place + 1 : end]
        if sign == ":" and not (_SAID.search(after) and _is_clause(before)):
            continue  # "two things: a pump and a motor"
        told = _SAID.search(after) is not None or _is_clause(before)
        if not _GOES_ON.match(after) and told and _is_clause(after):
            found.add(place + 1)
            start = place + 1
    return found


def _is_clause(text: str) -> bool:
    return len(text.strip()) >= _LEAST and _FINITE.search(text) is not None
