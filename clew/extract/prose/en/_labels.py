"""Texts go in; where a label says who speaks comes out: "MR. OSEI: ", "Q. ", "Interviewee 14 (female, 31): ", "[10:32] Oleg: ".

A label in capitals may stand anywhere. A name before a colon is one only at the head of a line, where its words tell a speaker
("Respondent 7") or where a document has two of them with sentences behind: "Port: Reval" in a form is none.
"""

import re
from collections.abc import Iterable, Iterator

from clew.extract.prose._words import words

_WHEN = r"\[?\d{1,2}[:.]\d{2}(?::\d{2})?(?:\s?[AaPp]\.?[Mm]\.?)?\]?"
# "MR. OSEI: ", "Q: ", "A14. ", "GENERAL HAAS (by video): ": in capitals, at the head of a paragraph or after a sentence.
LABEL = re.compile(
    r"(?:^|(?<=[.?!\"):-]\s)|(?<=[.?!\"]\s\s))(?P<who>[QA]\d{0,3}(?=[.:])|(?:[A-Z]{2,4}\. )?[A-Z][A-Z.'-]*[A-Z](?: (?:[A-Z]\.|[A-Z]|\d{1,3}|[A-Z][A-Z.'-]*[A-Z.]))*)"
    r"(?: \([^()]{1,40}\))?(?:(?<=\b[QA])\.|(?<=\b[QA]\d)\.|(?<=\b[QA]\d\d)\.|[:.]?:)\s"
)
_NAME = (
    r"(?:(?:Mr|Ms|Mrs|Dr|Prof|Gen|Col|Capt|Maj|Sgt|Det|Insp|Sen|Rep|Cllr|Hon|St)\.? )?"
    r"[A-Z][\w'’-]+(?: (?:[A-Z]\.|[A-Z]\b|[A-Z][\w'’-]+|[IVX]+|\d{1,3}|of|the|for|de|van|al|no\.?))*"
)
# A name before a colon, as in "Oleg: price is final. Marek: we can't go above 40k."
NAMED = re.compile(
    rf"(?:^\s*(?:{_WHEN}\s*[-–]?\s*)?|(?<=[.?!]\s))(?P<who>{_NAME})(?:,?\s\(?{_WHEN}\)?|\s\([^()\n]{{1,40}}\))?:\s"
)
# Whoever has no name in a record of a talk.
_SPEAKERS = words(
    "interviewee interviewer respondent witness speaker participant moderator chair chairman chairwoman chairperson spokesperson spokesman "
    "spokeswoman reporter journalist questioner interpreter translator facilitator host caller guest prosecutor defendant accused counsel judge "
    "magistrate detective investigator suspect claimant plaintiff ambassador informant debriefer officer inspector narrator panellist panelist "
    "minister senator president commissioner"
)
ASKING = words(
    "q question reporter journalist interviewer moderator host questioner press chair clerk facilitator debriefer"
)
NOBODY = words(
    "exclusive breaking update updated urgent note nb fyi ps warning important attention re fw fwd subject date to from cc bcc tel fax "
    "copyright contact correction watch live opinion analysis caption photo background summary agenda item total faq eta "
    "iban vat swift imo mmsi ref pdf url http https address phone email web annex appendix exhibit figure table section article part "
    "what when where who which delivery payment price quantity terms route vessel port cargo sender consignee shipper buyer seller invoice chapter title heading confidential secret restricted draft"
)
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|had|have|will|would|can|could|may|might|must|should|did|does|do|not|\w+n't|\w+'(?:s|re|ve|d|ll|m)|"
    r"\w{2,}ed|says?|said|tell|tells|told|think|believe|know|want|expect|put|knew|saw|came|went|took|made|gave|paid|sent|thought|wrote|met|left)\b",
    re.IGNORECASE,
)
_LEAST = 2  # speakers of a talk


def talkers(texts: Iterable[str]) -> frozenset[str]:
    """Return who stands before a colon in the paragraphs of a document, as in a talk: two or more, most with a sentence behind."""
    told: dict[str, list[bool]] = {}
    for text in texts:
        for label in NAMED.finditer(text):
            if not set(_words(label["who"])) & NOBODY:
                told.setdefault(label["who"], []).append(_FINITE.search(text, label.end()) is not None)
    speaking = [who for who, turns in told.items() if sum(turns) * 2 >= len(turns)]
    return frozenset(speaking) if len(speaking) >= _LEAST and len(speaking) * 2 >= len(told) else frozenset()


def labels(text: str, talk: frozenset[str]) -> Iterator[re.Match[str]]:
    """Yield the labels of a paragraph; `talk` are the names that are labels in its document."""
    yield from LABEL.finditer(text)
    for label in NAMED.finditer(text):
        if label["who"] in talk or set(_words(label["who"])) & _SPEAKERS:
            yield label


def label_at(text: str) -> re.Match[str] | None:
    """Return the label a text is, if it is one and nothing else."""
    match = LABEL.match(text + " ") or NAMED.match(text + " ")
    return match if match is not None and match.end() >= len(text) else None


def _words(who: str) -> list[str]:
    return who.lower().replace(".", "").split()
