"""The pages of a PDF go in, one after the other; the cells of their tables come out, those that go on over pages as one table."""

from collections.abc import Iterable
from dataclasses import replace

from pypdfium2 import PdfPage

from clew.model.source import Cell, Word
from clew.read.readers._aligned import find_aligned_tables, find_more_rows
from clew.read.readers._cells import cells_of_boxes, cells_of_rows
from clew.read.readers._letters import Letters
from clew.read.readers._lined import Row, said
from clew.read.readers._ruled import find_ruled_tables

_SAME = 3.0  # points; edges of columns on two pages that are one
_FOOT, _HEAD = (
    0.75,
    0.3,
)  # of the page: a table without a header of its own goes on from below the one to above the other


class Tables:
    """Finds the tables of a document; it remembers the last table of a page, which may go on on the next."""

    def __init__(self) -> None:
        self.forget()

    def forget(self) -> None:
        """Let no table go on on the next page."""
        self._aligned: list[Row] | None = None
        self._words = ""  # of the last table's header, folded
        self._edges: list[float] = []  # of the last ruled table's columns
        self._low = False  # it reaches the foot of its page
        self._number = -1
        self._rows = 0

    def cells(self, page: PdfPage, number: int, letters: Letters, words: list[Word], *, first: int) -> list[Cell]:
        """Return the cells of a page's ruled tables, then of aligned ones among the words that are in none.

        Args:
            page: where the lines are drawn.
            number: of the page, 1-based.
            letters: of the page.
            words: of the page.
            first: number of the next new table.
        """
        if not words:
            self.forget()
            return []
        ruled = self._ruled(page, number, letters, first)
        taken = {place for cell in ruled for run in cell.runs for place in range(*run)}
        free = [word for word in words if word.start not in taken]
        under = self._aligned if not ruled else None
        next_ = max([first, *(cell.table + 1 for cell in ruled)])
        aligned = self._aligned_cells(number, letters.text, free, under, next_)
        if not ruled and not aligned:
            self.forget()
        return [*ruled, *aligned]

    def _ruled(self, page: PdfPage, number: int, letters: Letters, first: int) -> list[Cell]:
        found: list[Cell] = []
        height = page.get_height()
        for nth, boxes in enumerate(find_ruled_tables(page)):
            cells = cells_of_boxes(letters, boxes, page=number, table=first)
            if len({cell.row for cell in cells}) < 2 or len({cell.column for cell in cells}) < 2:
                continue
            top, low = min(box[1] for box in boxes), max(box[3] for box in boxes) > _FOOT * height
            edges = sorted({box[0] for box in boxes} | {box[2] for box in boxes})
            goes_on = nth == 0 and top < _HEAD * height and self._low and _are_same(edges, self._edges)
            rows = max(cell.row for cell in cells) + 1
            header = _folded(cell.text for cell in cells if cell.row == 0)
            if goes_on:
                cells = self._moved(cells, repeated=header == self._words)
                self._rows = max(cell.row for cell in cells) + 1
            else:
                self._number, self._rows, self._words = first, rows, header
                first += 1
            self._edges, self._low, self._aligned = edges, low, None
            found += cells
        return found

    def _moved(self, cells: list[Cell], *, repeated: bool) -> list[Cell]:
        """Return the cells as rows below those of the pages before, a header said again left out."""
        below = self._rows - int(repeated)
        return [
            replace(cell, table=self._number, row=cell.row + below)
            for cell in cells
            if not (repeated and cell.row == 0)
        ]

    def _aligned_cells(
        self, number: int, text: str, free: list[Word], under: list[Row] | None, first: int
    ) -> list[Cell]:
        found: list[Cell] = []
        more = find_more_rows(free, text, under) if under else []
        if under and more:
            found += self._go_on(text, more, number)
            self._aligned = [under[0], *more]
            taken = {word.start for row in more for some in row.values() for piece in some for word in piece.words}
            free = [word for word in free if word.start not in taken]
        for nth, rows in enumerate(find_aligned_tables(free, text)):
            header = _folded(said(piece, text) for column in sorted(rows[0]) for piece in rows[0][column])
            if nth == 0 and under and not more and header == self._words:
                found += self._go_on(text, rows[1:], number)
            else:
                found += cells_of_rows(text, rows, page=number, table=first)
                self._number, self._rows, self._words = first, len(rows), header
                first += 1
            self._aligned = rows
            self._edges, self._low = [], False
        return found

    def _go_on(self, text: str, rows: list[Row], number: int) -> list[Cell]:
        cells = cells_of_rows(text, rows, page=number, table=self._number, above=self._rows)
        self._rows += len(rows)
        return cells


def _folded(texts: Iterable[str]) -> str:
    return " | ".join(" ".join(text.casefold().split()) for text in texts)


def _are_same(some: list[float], others: list[float]) -> bool:
    return len(some) == len(others) and all(abs(one - other) <= _SAME for one, other in zip(some, others, strict=True))
