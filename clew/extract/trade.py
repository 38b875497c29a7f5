"""Claims of a trade paper: two parties, a head and lines of goods go in, one claim a line comes out."""

from dataclasses import dataclass

from clew.extract.document import Document
from clew.extract.goods import GoodsLine
from clew.extract.heads import Head
from clew.extract.labels import Words
from clew.extract.parties import Party
from clew.model.claim import Claim, Mention, Quote


@dataclass(frozen=True, slots=True)
class Paper:
    """A trade paper as read: who stands on its two sides, and what its head says."""

    document: Document
    record_type: str
    version: int
    predicate: str  # of its lines: billed, shipped, delivered
    modality: str
    giver: Party  # seller, consignor, supplier
    taker: Party  # buyer, consignee, receiver
    head: Head

    @property
    def method(self) -> str:
        """The extractor and its version."""
        return f"{self.record_type}@{self.version}"

    def mentions(self) -> tuple[Mention, Mention]:
        """Return the mentions of giver and taker."""
        return self.giver.mention(self.document, self.method), self.taker.mention(self.document, self.method)

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

    def _claim(
        self, predicate: str, values: dict[str, str], quotes: tuple[Quote, ...], *, total: str | None = None
    ) -> Claim:  # fmt: skip
        giver, taker = self.mentions()
        about = [self._quote("subject", self.giver.name)]
        if total is None:
            about.append(self._quote("object", self.taker.name))
        for role, words in (("number", self.head.number), ("date", self.head.date), ("place", self._place())):
            if words:
                about.append(self._quote(role, words))
        return Claim(
            subject=self.giver.text,
            predicate=predicate,
            object=self.taker.text if total is None else total,
            quotes=(*quotes, *about),
            qualifiers=tuple((self._head_values() | values).items()),
            modality=self.modality,
            valid_from=self.head.moment,
            record_type=self.record_type,
            method=self.method,
            reading=min(self.giver.reading, self.taker.reading),
            subject_mention=giver.id,
            object_mention=taker.id if total is None else None,
        )

    def _place(self) -> Words | None:
        return self.head.place if self.record_type == "delivery_act" else None

    def _head_values(self) -> dict[str, str]:
        place = self._place()
        values = {"number": self.head.number.text} if self.head.number else {}
        return values | ({"place": " ".join(place.text.split())} if place else {})

    def _quote(self, role: str, words: Words) -> Quote:
        return quote(self.document, role, words)


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
