"""What was handed in and where words stand in it: Source, Page, Span, Word, Cell, Reading."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol, runtime_checkable


class Span(NamedTuple):
    """A run of characters in one page of one source, half-open."""

    source: str  # source id
    page: int  # 1-based
    start: int  # code points of the page text as read, 0-based, included
    stop: int  # code points, excluded


@dataclass(frozen=True, slots=True)
class Source:
    """One file of evidence, as the ledger lists it. Copies of the same bytes have rows of their own."""

    id: str
    path: str  # as the user named it: relative to the folder added, with / between
    sha256: str
    size: int  # bytes
    media_type: str  # by content, never by name
    status: str  # waiting, read, partly, failed, skipped
    reason: str  # in words; empty only when the file was read in full
    pages: int
    parent: str | None  # source id of the mail it was attached to
    added_at: str  # ISO 8601, UTC
    added_by: str


@dataclass(frozen=True, slots=True)
class Page:
    """The text of one page as read; never normalised, never re-encoded.

    A spreadsheet's page is a block of rows of one sheet, a mail's or a web page's the whole of it.
    """

    number: int  # 1-based
    text: str
    label: str = ""  # what a reader of the original would call it: a sheet's name, "page 3"
    width: float = 0.0  # points; 0 where there is no layout
    height: float = 0.0  # points
    engine: str = (
        ""  # what read it: "" its own text; else an OCR engine with version and languages: "tesseract 5.3 rus+eng"
    )
    rotation: int = 0  # degrees clockwise, 0 90 180 270, that the words' places have had applied


@dataclass(frozen=True, slots=True)
class Word:
    """A word and where it stands on the page, in points from the top left, rotation and crop applied."""

    page: int
    start: int  # code points of the page text
    stop: int
    x0: float
    y0: float
    x1: float
    y1: float
    edges: tuple[float, ...] = ()  # left edge of each character, then the right edge of the last
    confidence: float = 1.0  # of the line as its engine gives it, 0 to 1; a text layer is 1
    corners: tuple[
        float, ...
    ] = ()  # on a slanted line: x, y of its four corners, clockwise from the top left of the word


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table. A cell whose text wraps over lines has several runs."""

    page: int
    table: int  # 0-based, counted over the whole source
    row: int  # 0-based, counted over the whole table
    column: int  # 0-based
    text: str  # what the cell says: runs joined by a space, quoting of the format undone
    runs: tuple[tuple[int, int], ...]  # start, stop in code points of the page text
    rows: int = 1  # it stands over so many rows, from its own down
    columns: int = 1  # and over so many columns, from its own to the right


class CellColumns(NamedTuple):
    """Many cells of one page of one table, in columns; each cell has one run and stands over one row and column. For tables too long to make a Cell of each."""

    page: int
    table: int
    rows: Sequence[int]  # numpy arrays or lists, all of one length
    columns: Sequence[int]
    texts: Sequence[str]  # a list, or an Arrow array of strings
    starts: Sequence[int]  # code points of the page text
    stops: Sequence[int]


@runtime_checkable
class InColumns(Protocol):
    """What `Reading.cells` of a long table can also be: cells that may be had in columns, which is many times as fast."""

    def in_columns(self) -> Iterable[CellColumns]:
        """Yield the very cells that iterating yields, in the same order."""


@dataclass(frozen=True, slots=True)
class Child:
    """A file found inside another: a mail's attachment."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader made of one file."""

    pages: tuple[Page, ...]
    words: tuple[Word, ...] = ()
    cells: Iterable[Cell] = ()  # may be made as they are asked for, each time anew; asking cannot fail
    children: tuple[Child, ...] = ()
    missed: tuple[str, ...] = field(default=())  # what could not be read, in words; makes the status "partly"
    warnings: tuple[str, ...] = ()  # what a reader of it should know: hidden rows, macros, links out; changes no status
    tried: tuple[str, ...] = ()  # what was tried, in order: "text layer", "rapidocr 3.10", "tesseract 5.3 rus"
