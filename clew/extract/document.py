"""What an extractor sees of a source, and what it gives back: Document, Words, Table, Extraction."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from operator import attrgetter
from typing import NamedTuple

from clew.model.claim import Claim, Mention, Quote
from clew.model.records import Gap
from clew.model.source import Cell, Page, Span, Word


class Words(NamedTuple):
    """A run of words of a page."""

    page: int
    start: int
    stop: int
    text: str  # exactly the characters there


@dataclass(frozen=True, slots=True)
class Table:
    """A table of a source; `rows[0]` is usually, not always, the header."""

    number: int  # 0-based, counted over the source
    rows: tuple[tuple[Cell, ...], ...]  # in order of row and column; empty cells may be absent


def over_rows(rows: tuple[tuple[Cell, ...], ...]) -> tuple[tuple[Cell, ...], ...]:
    """Return the rows of a table, a cell that stands over several in each of them, with the words it has in the first.

    What a merged cell says it says of every row beside it: a day over three flights, a header over two lines of labels.
    """
    if not any(cell.rows > 1 for row in rows for cell in row):
        return rows
    held: list[Cell] = []
    filled = []
    for row in rows:
        number = row[0].row if row else -1
        taken = {cell.column for cell in row}
        held = [cell for cell in held if cell.row + cell.rows > number]
        more = [replace(cell, row=number, rows=1) for cell in held if cell.column not in taken]
        filled.append(tuple(sorted((*row, *more), key=attrgetter("column"))) if row else row)
        held += [cell for cell in row if cell.rows > 1]
    return tuple(filled)


@dataclass(frozen=True, slots=True)
class Document:
    """A source as read: its pages and the tables found in them."""

    source: str
    media_type: str
    pages: tuple[Page, ...]
    tables: tuple[Table, ...] = ()
    words: tuple[Word, ...] = ()  # of the first pages and the last, in reading order; empty where there is no layout

    @property
    def text(self) -> str:
        """All pages joined by a line feed; for recognising, not for quoting."""
        return "\n".join(page.text for page in self.pages)

    def page(self, number: int) -> Page:
        """Return the page with this number, 1-based."""
        return self.pages[number - 1]

    def first_pages(self, count: int) -> "Document":
        """Return the same source as if it had only its first pages."""
        if count >= len(self.pages):
            return self
        tables = tuple(one for one in self.tables if all(cell.page <= count for row in one.rows for cell in row))
        words = tuple(word for word in self.words if word.page <= count)
        return replace(self, pages=self.pages[:count], tables=tables, words=words)

    def quote(self, role: str, page: int, start: int, stop: int) -> Quote:
        """Return the words at start to stop of a page, in a role."""
        return Quote(role, Span(self.source, page, start, stop), self.page(page).text[start:stop])

    def cell_quotes(self, role: str, cell: Cell) -> tuple[Quote, ...]:
        """Return a quote for each run of a cell; empty runs are left out."""
        return tuple(self.quote(role, cell.page, start, stop) for start, stop in cell.runs if start < stop)


@dataclass(frozen=True, slots=True)
class Extraction:
    """What was found in a source."""

    claims: tuple[Claim, ...] = ()
    mentions: tuple[Mention, ...] = ()
    gaps: tuple[Gap, ...] = ()
    record_type: str = "unrecognised"
    language: str = ""  # en, ru, zh, or "" where the script does not tell

    @staticmethod
    def merged(parts: Iterable["Extraction"], *, record_type: str, language: str) -> "Extraction":
        """Join several extractions of one source; what each printed with one name stays with it."""
        parts = tuple(parts)
        return Extraction(
            claims=tuple(claim for part in parts for claim in part.claims),
            mentions=joined_mentions(mention for part in parts for mention in part.mentions),
            gaps=tuple(gap for part in parts for gap in part.gaps),
            record_type=record_type,
            language=language,
        )


def joined_mentions(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """Return each mention once, in order, with the identifiers that any reader found printed with it, and all reasons.

    A letter's reader sees the passport behind a name; the reader of its prose sees the same name, and no passport.
    """
    joined: dict[str, Mention] = {}
    for mention in mentions:
        known = joined.setdefault(mention.id, mention)
        new = tuple(pair for pair in mention.identifiers if pair not in known.identifiers)
        said = tuple(words for words in mention.because if words not in known.because)
        if new or said:
            identifiers, because = (*known.identifiers, *new), (*known.because, *said)
            joined[mention.id] = replace(known, identifiers=identifiers, because=because)
    return tuple(joined.values())
