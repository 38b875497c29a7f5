"""Boxes of cells and the letters of a page go in; cells with the runs of text that stand in them come out."""

from bisect import bisect_right

from clew.model.source import Cell
from clew.read.readers._letters import Box, Letters
from clew.read.readers._lined import Piece, Row


def cells_of_boxes(letters: Letters, boxes: list[Box], *, page: int, table: int) -> list[Cell]:
    """Return the cells of a ruled table that hold text; a merged cell counts once, at its first row and column."""
    xs = sorted({side for box in boxes for side in (box[0], box[2])})
    ys = sorted({side for box in boxes for side in (box[1], box[3])})
    ground: dict[tuple[int, int], int] = {}  # a square of the finest grid: the cell that covers it
    for nth, box in enumerate(boxes):
        for i in range(xs.index(box[0]), xs.index(box[2])):
            for j in range(ys.index(box[1]), ys.index(box[3])):
                ground.setdefault((i, j), nth)
    runs = _runs(letters, [_square(box, xs, ys, ground) if box else None for box in letters.boxes])
    rows = sorted({box[1] for box in boxes})
    columns = sorted({box[0] for box in boxes})
    return [
        _cell(
            letters.text,
            runs[nth],
            page=page,
            table=table,
            row=rows.index(boxes[nth][1]),
            column=columns.index(boxes[nth][0]),
        )
        for nth in sorted(runs, key=lambda nth: (boxes[nth][1], boxes[nth][0]))
    ]


def _square(box: Box, xs: list[float], ys: list[float], ground: dict[tuple[int, int], int]) -> int | None:
    """Return the cell in which the middle of a letter's box lies."""
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return ground.get((bisect_right(xs, x) - 1, bisect_right(ys, y) - 1))


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
