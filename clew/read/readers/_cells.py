"""Boxes of cells and the letters of a page go in; cells with the runs of text that stand in them come out."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

from clew.model.source import Cell, Word
from clew.read.readers._letters import Box, Letters
from clew.read.readers._lined import Piece, Row

_BANDED = 3  # columns
_WHITE = 0.15  # of a letter's height: white at each side of an edge that parts two cells


def cells_of_boxes(letters: Letters, boxes: list[Box], *, page: int, table: int) -> list[Cell]:
    """Return the cells of a ruled table that hold text; a merged cell once, at its first row and column, with how many it stands over."""
    of_letters = letters.boxes()
    boxes = [part for box in boxes for part in _unbanded(of_letters, box, boxes)]
    cover = _Cover(boxes)
    runs = _runs(
        letters, [cover.owner((box[0] + box[2]) / 2, (box[1] + box[3]) / 2) if box else None for box in of_letters]
    )
    return _placed(letters.text, runs, boxes, page=page, table=table)


def cells_of_words(
    text: str, places: Iterable[tuple[float, float, Word]], boxes: list[Box], *, page: int, table: int
) -> list[Cell]:
    """Return the cells of a ruled table that hold words; `places` has the middle of each word."""
    cover = _Cover(boxes)
    runs: dict[int, list[tuple[int, int]]] = {}
    for x, y, word in places:
        owner = cover.owner(x, y)
        if owner is not None:
            runs.setdefault(owner, []).append((word.start, word.stop))
    return _placed(text, runs, boxes, page=page, table=table)


class _Cover:
    """Which of the boxes covers a place."""

    def __init__(self, boxes: list[Box]) -> None:
        self._xs = sorted({side for box in boxes for side in (box[0], box[2])})
        self._ys = sorted({side for box in boxes for side in (box[1], box[3])})
        self._ground: dict[tuple[int, int], int] = {}  # a square of the finest grid: the cell that covers it
        for nth, box in enumerate(boxes):
            for i in range(self._xs.index(box[0]), self._xs.index(box[2])):
                for j in range(self._ys.index(box[1]), self._ys.index(box[3])):
                    self._ground.setdefault((i, j), nth)

    def owner(self, x: float, y: float) -> int | None:
        """Return the number of the box in which a place lies."""
        return self._ground.get((bisect_right(self._xs, x) - 1, bisect_right(self._ys, y) - 1))


def _placed(
    text: str, runs: dict[int, list[tuple[int, int]]], boxes: list[Box], *, page: int, table: int
) -> list[Cell]:
    """Return a cell for each box that has runs, by row and column, with how many it stands over."""
    rows = sorted({box[1] for box in boxes})
    columns = sorted({box[0] for box in boxes})
    found = []
    for nth in sorted(runs, key=lambda nth: (boxes[nth][1], boxes[nth][0])):
        x0, y0, x1, y1 = boxes[nth]
        row, column = rows.index(y0), columns.index(x0)
        cell = _cell(text, runs[nth], page=page, table=table, row=row, column=column)
        over = (bisect_left(rows, y1) - row, bisect_left(columns, x1) - column)
        found.append(cell if over == (1, 1) else replace(cell, rows=over[0], columns=over[1]))
    return found


def _unbanded(letters: list[Box | None], box: Box, boxes: list[Box]) -> list[Box]:
    """Return the cells that a band of colour over a whole row holds: what stands in it, in the columns of the rows beside it.

    A band is a box over three columns or more with words in three of them or more and white at every edge between; a title
    that runs over an edge is one cell.
    """
    edges = sorted({other[0] for other in boxes if box[0] < other[0] < box[2]})
    if len(edges) + 1 < _BANDED:
        return [box]
    x0, y0, x1, y1 = box
    inside = [one for one in letters if one and x0 < (one[0] + one[2]) / 2 < x1 and y0 < (one[1] + one[3]) / 2 < y1]
    height = max((one[3] - one[1] for one in inside), default=0.0)
    if any(one[0] - _WHITE * height < edge < one[2] + _WHITE * height for edge in edges for one in inside):
        return [box]
    filled = {bisect_right(edges, one[0]) for one in inside}
    if len(filled) < _BANDED:
        return [box]
    return [(left, y0, right, y1) for left, right in pairwise([x0, *edges, x1])]


def _runs(letters: Letters, owners: list[int | None]) -> dict[int, list[tuple[int, int]]]:
    """Return for each cell its runs: letters in a row, spaces between them included, line ends not."""
    runs: dict[int, list[tuple[int, int]]] = {}
    last: int | None = None
    for place, owner in enumerate(owners):
        letter = letters.text[place]
        if letter == "\n":
            last = None
        if letter.isspace():
            continue
        if owner is not None:
            if owner == last:
                runs[owner][-1] = (runs[owner][-1][0], place + 1)
            else:
                runs.setdefault(owner, []).append((place, place + 1))
        last = owner
    return runs


def cells_of_rows(text: str, rows: list[Row], *, page: int, table: int, above: int = 0) -> list[Cell]:
    """Return the cells of an aligned table; `above` rows of it stand on the pages before."""
    return [
        _cell(text, _runs_of(pieces), page=page, table=table, row=nth, column=column)
        for nth, row in enumerate(rows, above)
        for column, pieces in sorted(row.items())
    ]


def _runs_of(pieces: list[Piece]) -> list[tuple[int, int]]:
    return [(word.start, word.stop) for piece in pieces for word in piece.words]


def _cell(text: str, runs: list[tuple[int, int]], *, page: int, table: int, row: int, column: int) -> Cell:
    """Return a cell; runs that only a space parts become one, and one that touches the next is the same."""
    joined: list[tuple[int, int]] = []
    for start, stop in runs:
        if joined and text[joined[-1][1] : start] in ("", " "):
            joined[-1] = (joined[-1][0], stop)
        else:
            joined.append((start, stop))
    return Cell(page, table, row, column, " ".join(text[start:stop] for start, stop in joined), tuple(joined))
