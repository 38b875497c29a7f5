"""Lines and cells go in as a reader finds them; pages of a readable length, with the cells placed in them, come out."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from clew.model.source import Cell, Page

PAGE_LENGTH = 20_000  # characters; a claim's page should be short enough to look at
_BREAKS = str.maketrans("\t\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029", " " * 11)
_LINE_END = re.compile(r"\r\n|\n|\r")


def one_line(text: str) -> str:
    """Return the text with each tab and line break shown as a space, length unchanged."""
    return text.translate(_BREAKS)


def split_pages(text: str, *, hard: bool = False, label: str = "") -> tuple[Page, ...]:
    """Return the text in pages of at most PAGE_LENGTH characters, cut at line ends; joined they are the text.

    Args:
        text: the whole text.
        hard: cut even inside a line that is longer than a page; else such a page runs longer.
        label: the pages' label; with several pages each says which part it is.
    """
    starts = _page_starts(text, hard=hard)
    stops = [*starts[1:], len(text)]
    several = len(starts) > 1
    return tuple(
        Page(number, text[start:stop], f"{label} part {number}".strip() if several else label)
        for number, (start, stop) in enumerate(zip(starts, stops, strict=True), 1)
    )


def _page_starts(text: str, *, hard: bool) -> list[int]:
    starts = [0]
    while len(text) - starts[-1] > PAGE_LENGTH:
        start, limit = starts[-1], starts[-1] + PAGE_LENGTH
        cut = max(text.rfind("\n", start, limit), _last_lone_return(text, start, limit)) + 1
        if cut <= start:
            # Looked for only where it is wanted: in one endless line every page looks through all the rest.
            cut = limit if hard else _after_line(text, limit - 1)
        if cut >= len(text):
            break
        starts.append(cut)
    return starts


def _after_line(text: str, at: int) -> int:
    following = _LINE_END.search(text, at)
    return following.end() if following else len(text)


def _last_lone_return(text: str, start: int, limit: int) -> int:
    at = text.rfind("\r", start, limit)
    return -1 if text[at + 1 : at + 2] == "\n" else at


class InRow(NamedTuple):
    """A cell as a reader finds it in a row."""

    column: int
    text: str
    rows: int = 1  # it stands over so many
    columns: int = 1


class Draft:
    """A text under construction, with the cells that stand in it."""

    def __init__(self) -> None:
        self.length = 0
        self.tables = 0
        self._parts: list[str] = []
        self.cells: list[Cell] = []  # each placed in the whole text

    def write(self, text: str) -> None:
        """Add text as it is."""
        self._parts.append(text)
        self.length += len(text)

    def line(self, text: str) -> None:
        """Add a text that ends its line; an empty one is left out."""
        if text:
            self.write(text + "\n")

    def table(self, rows: Iterable[Sequence[InRow | tuple[int, str]]]) -> None:
        """Add a table, a line for each row, a tab between cells.

        Args:
            rows: for each row its cells, those that stand over one row and column as (column, text); the text stands on one line.
        """
        for row, cells in enumerate(rows):
            for nth, found in enumerate(cells):
                cell = InRow(*found)
                if nth:
                    self.write("\t")
                if cell.text:
                    run = (self.length, self.length + len(cell.text))
                    self.cells.append(
                        Cell(0, self.tables, row, cell.column, cell.text, (run,), cell.rows, cell.columns)
                    )
                self.write(cell.text)
            self.write("\n")
        self.tables += 1

    def text(self) -> str:
        """Return all that was written."""
        return "".join(self._parts)

    def pages(self, *, label: str = "") -> tuple[tuple[Page, ...], tuple[Cell, ...]]:
        """Return the pages and the cells, each cell in the page it fell on."""
        pages = split_pages(self.text(), label=label)
        starts = [0]
        for page in pages[:-1]:
            starts.append(starts[-1] + len(page.text))
        return pages, tuple(_placed(cell, starts) for cell in self.cells)


def _placed(cell: Cell, starts: list[int]) -> Cell:
    """Move a cell from the whole text into its page; a row is one line, so no page cuts it."""
    page = bisect_right(starts, cell.runs[0][0])
    runs = tuple((start - starts[page - 1], stop - starts[page - 1]) for start, stop in cell.runs)
    return replace(cell, page=page, runs=runs)
