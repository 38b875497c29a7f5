"""Lines under a header go in; rows, told apart by the columns whose cells have one shape, come out.

A log prints a day, a flight or a number once a row, and wraps the rest of the row's cells over the lines below (or, where
cells are centred, above and below).
"""

from collections import Counter

from clew.read.readers._lined import Line, Placed, Row, has_digit, is_figure, said, shape_of

_OF_ONE_SHAPE = 0.8  # of a column's pieces, for it to tell rows apart


def key_columns(lines: list[Placed], columns: int, text: str) -> dict[int, set[str]]:
    """Return the columns whose pieces have figures and one shape nearly always, from the left, each with its shapes."""
    found: dict[int, set[str]] = {}
    for column in range(columns):
        pieces = [placed[column] for placed in lines if column in placed]
        shapes = Counter(shape_of(said(piece, text)) for piece in pieces if has_digit(piece, text))
        common = shapes.most_common(1)
        if len(pieces) >= 2 and common and common[0][1] >= _OF_ONE_SHAPE * len(pieces):
            found[column] = {shape for shape, times in shapes.items() if times > 1 or len(shape) <= len(common[0][0])}
    return found


def split_rows(
    body: list[tuple[Line, Placed]], keys: dict[int, set[str]], columns: int, text: str, *, rest: float
) -> tuple[list[Row], int]:
    """Return the rows, and how many lines they took: a line without a key further below than `rest` points ends them, or a sum."""
    first = min(keys)
    opens = [_opens(placed, keys, first, columns, text) for _, placed in body]
    if True not in opens:
        return [], 0
    if opens.index(True) > 0:
        return _centred(body, opens)
    rows: list[Row] = []
    last = max(nth for nth, one in enumerate(opens) if one)
    for nth, (line, placed) in enumerate(body):
        if opens[nth]:
            rows.append({})
        elif nth > last and _adds_up(placed, rows, text):
            return rows, nth
        elif first in placed or line.y0 - body[nth - 1][0].y1 > rest:
            return rows, nth  # words where a key should be, or far below: no part of the table
        _add(rows[-1], placed)
    return rows, len(body)


def _adds_up(placed: Placed, rows: list[Row], text: str) -> bool:
    """Say whether a line below the last row is a sum of it: a figure under figures that has words before it.

    The rest of a wrapped cell has no figure in a column whose every row has one already.
    """
    column = max(placed)
    if len(placed) < 2 or not is_figure([placed[column]], text):
        return False
    filled = all(column in row and is_figure(row[column], text) for row in rows)
    return filled and any(not is_figure([piece], text) for at, piece in placed.items() if at != column)


def _opens(placed: Placed, keys: dict[int, set[str]], first: int, columns: int, text: str) -> bool:
    """Say whether a line opens a row: the first key stands in it, or another where the line is half full or more."""
    if first in placed:
        return shape_of(said(placed[first], text)) in keys[first]
    others = any(column in placed and shape_of(said(placed[column], text)) in keys[column] for column in keys)
    return others and len(placed) >= max(3, (columns + 1) // 2)


def _centred(body: list[tuple[Line, Placed]], opens: list[bool]) -> tuple[list[Row], int]:
    """Return rows whose keys stand at their middle: each line belongs to the nearest line with a key."""
    keys = [nth for nth, one in enumerate(opens) if one]
    rows: dict[int, Row] = {nth: {} for nth in keys}
    for line, placed in body:
        middle = (line.y0 + line.y1) / 2
        near = min(keys, key=lambda nth: abs((body[nth][0].y0 + body[nth][0].y1) / 2 - middle))
        _add(rows[near], placed)
    return [rows[nth] for nth in keys], len(body)


def _add(row: Row, placed: Placed) -> None:
    for column, piece in placed.items():
        row.setdefault(column, []).append(piece)
