"""Claims of a trade paper: two parties, a head and lines of goods go in, one claim a line comes out."""

from collections.abc import Mapping
from dataclasses import dataclass

from clew.extract.amounts import plain
from clew.extract.arithmetic import Difference
from clew.extract.document import Document, Extraction
from clew.extract.goods import GoodsLine
from clew.extract.heads import Head
from clew.extract.labels import Words
from clew.extract.parties import Party
from clew.model.claim import Claim, Mention, Quote
from clew.model.errors import BadClaim
from clew.model.records import Gap


@dataclass(frozen=True, slots=True)
class Paper:
    """A trade paper as read: who stands on its two sides, and what its head says."""

    document: Document
    record_type: str
    version: int
    predicate: str  # of its lines: billed, shipped, delivered
    modality: str
    giver: Party | None  # seller, consignor, supplier; without one only the total can be claimed
    taker: Party | None  # buyer, consignee, receiver; the same
    head: Head

    @property
    def method(self) -> str:
        """The extractor and its version."""
        return f"{self.record_type}@{self.version}"

    def mentions(self) -> tuple[Mention, ...]:
        """Return the mentions of giver and taker, of those that are known."""
        return tuple(side.mention(self.document, self.method) for side in (self.giver, self.taker) if side)

    def line_claims(self, lines: list[GoodsLine]) -> list[Claim]:
        """Return a claim for each line of goods."""
        return [self._claim(self.predicate, dict(line.values), line.quotes) for line in lines]

    def bare_claim(self, stands_at: Words, values: dict[str, str], quotes: tuple[Quote, ...] = ()) -> Claim:
        """Return the one claim of a paper whose lines were not found; its quote is the line the words stand in."""
        return self._claim(self.predicate, values, (line_quote(self.document, stands_at), *quotes))

    def total_claim(self, words: Words, amount: str, currency: str | None) -> Claim:
        """Return the claim that the paper states this total."""
        values = {"currency": currency} if currency else {}
        quotes = (line_quote(self.document, words), quote(self.document, "object", words))
        return self._claim("totals", values, quotes, total=amount)

    def difference_claim(self, one: Difference, currency: str | None) -> Claim:
        """Return the claim that a figure of the paper is not what its parts give."""
        values = {"rule": one.rule, "expected": plain(one.expected)}
        values |= {"currency": currency} if currency else {}
        values |= {"line": one.line} if one.line else {}
        quotes = (line_quote(self.document, one.words), quote(self.document, "object", one.words), *one.parts)
        return self._claim("arithmetic_differs", values, quotes, total=plain(one.found))

    def _claim(
        self, predicate: str, values: dict[str, str], quotes: tuple[Quote, ...], *, total: str | None = None
    ) -> Claim:  # fmt: skip
        about = [self._quote("subject", self._subject)]
        if total is None and self.taker:
            about.append(self._quote("object", self.taker.name))
        for role, words in (("number", self.head.number), ("date", self.head.date), ("place", self._place())):
            if words:
                about.append(self._quote(role, words))
        return Claim(
            subject=" ".join(self._subject.text.split()),
            predicate=predicate,
            object=total if total is not None else self.taker.text if self.taker else "",
            quotes=(*quotes, *about),
            qualifiers=tuple((self._head_values() | values).items()),
            modality=self.modality,
            valid_from=self.head.moment,
            record_type=self.record_type,
            method=self.method,
            reading=min((side.reading for side in (self.giver, self.taker) if side), default=1.0),
            subject_mention=self._mention_id(self.giver),
            object_mention=self._mention_id(self.taker) if total is None else None,
        )

    @property
    def _subject(self) -> Words:
        """Who gives; where no one is named the paper itself, by its number."""
        words = self.giver.name if self.giver else self.head.number
        if words is None:
            raise BadClaim(f"{self.record_type}: a claim needs a {self.predicate} party or a number; found neither")
        return words

    def _mention_id(self, side: Party | None) -> str | None:
        return side.mention(self.document, self.method).id if side else None

    def _place(self) -> Words | None:
        return self.head.place if self.record_type == "delivery_act" else None

    def _head_values(self) -> dict[str, str]:
        place = self._place()
        values = {"number": self.head.number.text} if self.head.number else {}
        return values | ({"place": " ".join(place.text.split())} if place else {})

    def _quote(self, role: str, words: Words) -> Quote:
        return quote(self.document, role, words)


def without_sides(document: Document, record_type: str, sides: Mapping[str, Party | None]) -> Extraction:
    """Return a gap that names the sides a paper does not give; nothing can be claimed of it.

    Args:
        document: the paper.
        record_type: what it was taken for.
        sides: what each side is called there -> who stands on it.
    """
    missing = " and ".join(name for name, party in sides.items() if not party)
    detail = f"{record_type.replace('_', ' ')}: no {missing} found"
    return Extraction(gaps=(Gap(document.source, 1, "incomplete_record", detail),), record_type=record_type)


def quote(document: Document, role: str, words: Words) -> Quote:
    """Return words of a page in a role."""
    return document.quote(role, words.page, words.start, words.stop)


def line_quote(document: Document, words: Words) -> Quote:
    """Return the whole line, or lines, that words stand in."""
    text = document.page(words.page).text
    start = text.rfind("\n", 0, words.start) + 1
    stop = text.find("\n", words.stop)
    stop = len(text) if stop < 0 else stop
    line = text[start:stop]
    start += len(line) - len(line.lstrip())
    return document.quote("quote", words.page, start, start + len(line.strip()))
