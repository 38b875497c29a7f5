"""Pieces of press, statements and notes: what of each can be compared with another. Rows of a case in; items out.

An item is a source that tells rather than records. Of its text we keep what copying leaves traces in: words in their
order, words in quotation marks, values such as days, sums and codes, the people it names, and the outlet that speaks.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from itertools import groupby
from operator import itemgetter

from clew.detect.evidence import Ground
from clew.model.time import Moment
from clew.model.written_times import Found, find_times

TELLING = ("news", "statement", "mail", "unrecognised")
HEAD_LINES = 6  # of an item, in which its outlet and its day stand
HEAD_WORDS = 12  # a longer line is a sentence of the text

ITEMS = """select s.id, s.path, s.record_type, s.language, s.channel from sources s
           where s.record_type in (select unnest($types)) and s.status in ('read', 'partly') and s.pages <= $most
             and (s.record_type <> 'unrecognised' or s.id in (select source from claims) or s.id not in (select source from cells))
           order by s.id"""
TEXTS = """select source, number, text from pages where source in (select unnest($sources::varchar[]))
           order by source, number"""
PEOPLE = """select me.source, me.page, me.start, me.stop, me.kind, m.entity, me.text
            from mentions me join members m on m.mention = me.id
            where me.source in (select unnest($sources::varchar[])) order by me.source, me.page, me.start, me.id"""

_TOKEN = re.compile(r"[㐀-鿿]|[^\W_㐀-鿿]+")  # a Han character, or a word
_QUOTED = re.compile(r"“([^“”]+)”|\"([^\"\n]+)\"|«([^«»]+)»|「([^「」]+)」")
_NUMBER = re.compile(
    r"(?<![\w.,])\d{1,3}(?:[ ,\u00a0\u202f]\d{3})+(?:\.\d+)?(?![\w])|(?<![\w.,-])\d{3,}(?:\.\d+)?(?![\w-])"
)
_CODE = re.compile(r"\b(?=[\w-]*\d)(?=[\w-]*[A-ZА-ЯЁ])[A-ZА-ЯЁ0-9][\w-]{2,}\b")  # noqa: RUF001 - codes in two scripts
_OUTLET = re.compile(
    r"^(?:the\s+)?(?P<name>(?:[A-Z][\w'&-]*\s+){0,4}(?:Post|Times|Herald|Tribune|Courier|Gazette|Journal|Telegraph|Chronicle|News"
    r"|Mail|Observer|Daily|Press|Wire|Ledger|Digest|Review|Weekly|Bulletin|Monitor|Radio|Television|TV|Newswire|Newsroom"
    r"|Agency|Dispatch|Standard|Examiner))\b"
)
MOST_PAGES = 60  # a longer text is a book or a file of records, and no item that is retold
LEAST_QUOTED = 4  # words in quotation marks; fewer are a name or a term


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a Han character of an item, folded."""

    text: str
    start: int
    stop: int
    weight: float  # a Han character is half a word; a word of a name says nothing of copying


@dataclass(frozen=True, slots=True)
class Person:
    """A name where it stands in an item."""

    start: int
    stop: int
    kind: str
    entity: str
    text: str


@dataclass(frozen=True)
class Item:
    """A source that tells. `text` is all its pages, joined by a blank line."""

    id: str
    path: str
    text: str = ""
    record_type: str = "news"
    language: str = "en"
    channel: str = ""
    named: tuple[Person, ...] = ()

    @property
    def name(self) -> str:
        """The file's name, by which a sentence speaks of it."""
        return self.path.rsplit("/", 1)[-1]

    @cached_property
    def head(self) -> tuple[tuple[int, str], ...]:
        """The short first lines, each with its place: title, outlet, day."""
        lines, start, number = [], 0, 0
        for line in self.text.split("\n"):
            if line.strip():
                short = len(_TOKEN.findall(line)) <= HEAD_WORDS
                if number == HEAD_LINES or (
                    number and not short
                ):  # a title may be long; after it a sentence ends the head
                    break
                number += 1
                if short:
                    lines.append((start, line))
            start += len(line) + 1
        return tuple(lines)

    @cached_property
    def times(self) -> tuple[Found, ...]:
        """Every time written in it."""
        return tuple(find_times(self.text))

    @cached_property
    def day(self) -> date | None:
        """The day it gives for itself in its head, or None."""
        for at, line in self.head:
            for found in self.times:
                moment = found.moment
                if at <= found.start < at + len(line) and moment and moment.precision == "day":
                    return moment.bounds()[0]
        return None

    @cached_property
    def outlet(self) -> str:
        """The outlet whose name stands in its head beside a day or alone on a line; empty where none does."""
        for _, line in self.head:
            found = _OUTLET.match(line.strip())
            rest = line.strip()[found.end() :] if found else ""
            if found and (not rest.strip() or rest.lstrip()[:1] in ",(|—–-:" or rest.strip()[:1].isdigit()):  # noqa: RUF001
                return found["name"]
        return ""

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """Its words in order; those of names weigh nothing."""
        starts = [person.start for person in self.named]
        found = []
        for match in _TOKEN.finditer(self.text):
            at = bisect_right(starts, match.start()) - 1
            in_name = at >= 0 and match.start() < self.named[at].stop
            weight = 0.0 if in_name else 0.5 if "㐀" <= match[0] <= "鿿" else 1.0
            found.append(Token(fold(match[0]), match.start(), match.end(), weight))
        return tuple(found)

    @cached_property
    def quoted(self) -> tuple[tuple[int, int], ...]:
        """Where the words in quotation marks stand; terms and names in them are left out."""
        places = []
        for match in _QUOTED.finditer(self.text):
            number = match.lastindex or 0
            if weight_of(match[number]) >= LEAST_QUOTED:
                places.append(match.span(number))
        return tuple(places)

    @cached_property
    def values(self) -> frozenset[str]:
        """Days, periods, sums, numbers and codes written in it, each in plain notation; those of its head left out."""
        below = self.head[-1][0] + len(self.head[-1][1]) if self.head else 0
        found = {f"time {one.moment.value}" for one in self.times if one.moment and one.start >= below}
        taken = [(one.start, one.stop) for one in self.times]
        for kind, pattern in (("number", _NUMBER), ("code", _CODE)):
            for match in pattern.finditer(self.text, below):
                if not any(start < match.end() and match.start() < stop for start, stop in taken):
                    found.add(f"{kind} {plain_value(match[0])}")
        return frozenset(found)

    @cached_property
    def people(self) -> frozenset[str]:
        """The persons it names, by entity."""
        return frozenset(one.entity for one in self.named if one.kind == "person")


@lru_cache(maxsize=100_000)  # a folder's sources share most of their words
def fold(text: str) -> str:
    """Return text for comparison: width and case undone."""
    return unicodedata.normalize("NFKC", text).casefold()


def plain_value(text: str) -> str:
    """Return a number or a code without what separates its digits."""
    return re.sub(r"(?<=\d)[ ,\u00a0\u202f](?=\d{3})", "", fold(text))


def weight_of(text: str) -> float:
    """Return how many words a text has; a Han character counts half."""
    return sum(0.5 if "㐀" <= word <= "鿿" else 1.0 for word in _TOKEN.findall(text))


def words_of(text: str) -> list[str]:
    """Return the folded words of a text."""
    return [fold(word) for word in _TOKEN.findall(text)]


@lru_cache(maxsize=10_000)  # asked of one claim's words beside each claim it is compared with
def moments_in(text: str) -> tuple[tuple[int, Moment], ...]:
    """Return the times in a text that mean one moment, each with its place."""
    return tuple((found.start, found.moment) for found in find_times(text) if found.moment)


def read_items(case: Ground, *, types: Sequence[str] = TELLING) -> tuple[Item, ...]:
    """Return every source of a case that tells, in order of id."""
    rows = case.query(ITEMS, types=list(types), most=MOST_PAGES)
    ids = [row["id"] for row in rows]
    texts = {key: list(group) for key, group in groupby(case.query(TEXTS, sources=ids), itemgetter("source"))}
    people = {key: list(group) for key, group in groupby(case.query(PEOPLE, sources=ids), itemgetter("source"))}
    return tuple(_item(row, texts.get(row["id"], []), people.get(row["id"], [])) for row in rows)


def _item(row: dict[str, object], pages: Iterable[dict[str, object]], people: Iterable[dict[str, object]]) -> Item:
    offsets, parts, at = {}, [], 0
    for page in pages:
        offsets[page["number"]] = at
        parts.append(str(page["text"]))
        at += len(parts[-1]) + 2
    named, reached = [], 0
    for one in people:
        start, stop = (offsets.get(one["page"], 0) + int(str(one[edge])) for edge in ("start", "stop"))
        if start >= reached:  # of names that overlap the first is kept
            named.append(Person(start, stop, str(one["kind"]), str(one["entity"]), str(one["text"])))
            reached = stop
    return Item(
        id=str(row["id"]),
        path=str(row["path"]),
        text="\n\n".join(parts),
        record_type=str(row["record_type"]),
        language=str(row["language"]),
        channel=str(row.get("channel") or ""),
        named=tuple(named),
    )
