"""The words of a page go in; the rows of a table that has no lines, only aligned columns, come out.

A header of three labels or more, then lines whose words fall under them. Where a column holds days, numbers or codes of one
shape it tells where a row begins, and lines between are the rest of its cells. Silent when in doubt: two columns of prose
and a block of addresses are no table.
"""

from collections.abc import Iterable
from operator import itemgetter
from statistics import median

from clew.model.source import Word
from clew.read.readers._figured import find_figured_tables
from clew.read.readers._keyed import key_columns, split_rows
from clew.read.readers._lined import Line, Piece, Placed, Row, has_digit, is_figure, lines_of

__all__ = ["Piece", "Row", "find_aligned_tables", "find_more_rows"]

_COLONS = ":\uff1a"  # ASCII and full width
_FAR = 3.5  # of the line's height: a row stands no further below the one above
_KEYED_FAR = 6.0  # of the usual height of a word: nor does a row that opens with its key
_REST_FAR = 3.0  # of the same: nor does the rest of a cell
_WRAP = 1.9  # of the line's height: nor does the second line of a cell
_BESIDE = 1.0  # of the usual height: a piece that far from a column still belongs to it
_TITLE_LINES = 4  # above the rows of a table that goes on from the page before
_SPLIT = 0.45  # of the usual height: what parts two words that stand in two columns


def find_aligned_tables(words: Iterable[Word], text: str) -> list[list[Row]]:
    """Return the tables of a page, from the top, each as rows of columns; the first row is the header.

    Args:
        words: the words of the page that stand in no other table.
        text: the page's text, to tell labels from figures.
    """
    lines = lines_of(words)
    usual = _usual(lines)
    found: list[tuple[float, list[Row]]] = []
    rest: list[Line] = []  # lines since the last table
    nth = 0
    while nth < len(lines):
        rows, after = _grow(lines, nth, text, usual) if _is_header(lines[nth], text) else ([], nth)
        if rows and _is_table(rows, text):
            found += _of_figures(rest, text, usual)
            found.append((lines[nth].y0, rows))
            rest = []
            nth = after
        else:
            rest.append(lines[nth])
            nth += 1
    found += _of_figures(rest, text, usual)
    return [table for _, table in sorted(found, key=itemgetter(0))]


def _of_figures(lines: list[Line], text: str, usual: float) -> list[tuple[float, list[Row]]]:
    """Return the tables of figures among lines, each with its upper edge."""
    tables = find_figured_tables(lines, text, usual)
    return [(min(piece.words[0].y0 for some in table[0].values() for piece in some), table) for table in tables]


def _is_header(line: Line, text: str) -> bool:
    """Say whether a line may be a header: three pieces or more, hardly a figure in them, no `label:`."""
    if any(text[piece.words[-1].stop - 1] in _COLONS for piece in line.pieces):
        return False
    figures = sum(has_digit(piece, text) for piece in line.pieces)
    return len(line.pieces) >= 3 and figures * 4 <= len(line.pieces)


def _grow(lines: list[Line], header: int, text: str, usual: float) -> tuple[list[Row], int]:
    """Return the rows under a header, and the number of the first line after them."""
    keyed = _grow_keyed(lines, header, text, usual)
    return keyed if keyed and _is_table(keyed[0], text) else _grow_plain(lines, header, text)


def find_more_rows(words: Iterable[Word], text: str, under: list[Row]) -> list[Row]:
    """Return the rows at the head of a page that go on with the last table of the page before, without a header of their own.

    A title, a date or a page's number may stand above them; they begin with a key, and there are two of them at least.
    """
    lines = lines_of(words)
    usual = _usual(lines)
    pieces = [(column, piece) for row in under for column, some in row.items() for piece in some]
    columns = [
        [min(one.x0 for at, one in pieces if at == column), max(one.x1 for at, one in pieces if at == column)]
        for column in sorted(under[0])
    ]
    for start in range(min(len(lines), _TITLE_LINES)):
        if _is_header(lines[start], text):
            return []
        body = _body(lines[start:], [list(edges) for edges in columns], usual)
        keys = key_columns([placed for _, placed in body], len(columns), text)
        if keys and len(body[0][1]) * 2 >= len(columns):
            rows, _ = split_rows(body, keys, len(columns), text, rest=_REST_FAR * usual)
            if len(rows) > 1 and _is_table([under[0], *rows], text):
                return rows
    return []


def _usual(lines: list[Line]) -> float:
    """Return the height a word usually has, in points."""
    return median(word.y1 - word.y0 for line in lines for word in line.words) if lines else 0.0


def _body(lines: list[Line], columns: list[list[float]], usual: float) -> list[tuple[Line, Placed]]:
    """Return the lines from the first on whose pieces fall under columns, each with what falls where."""
    body: list[tuple[Line, Placed]] = []
    for line in lines:
        far = body and line.y0 - body[-1][0].y1 > _KEYED_FAR * usual
        placed = None if far else _place(line, columns, usual)
        if placed is None:
            break
        body.append((line, placed))
        _widen(columns, placed)
    return body


def _columns_of(line: Line) -> list[list[float]]:
    return [[piece.x0, piece.x1] for piece in line.pieces]


def _grow_keyed(lines: list[Line], header: int, text: str, usual: float) -> tuple[list[Row], int] | None:
    """Return the rows that a key column tells apart, and the number of the first line after them; None where none does."""
    columns = _columns_of(lines[header])
    head: Row = {nth: [piece] for nth, piece in enumerate(lines[header].pieces)}
    body: list[tuple[Line, Placed]] = []
    above = lines[header]
    for line, next_ in zip(lines[header + 1 :], [*lines[header + 2 :], None], strict=False):
        placed = _place(line, columns, usual) if line.y0 - above.y1 <= _KEYED_FAR * usual else None
        if placed is None:
            break
        wraps = line.y0 - above.y1 <= _WRAP * min(above.y1 - above.y0, line.y1 - line.y0)
        # What stands nearer to the line below is the top of a cell that is centred in its row.
        wraps = wraps and (next_ is None or line.y0 - above.y1 <= next_.y0 - line.y1 + 0.1 * usual)
        if not body and wraps and not any(has_digit(piece, text) for piece in placed.values()):
            for column, piece in placed.items():
                head[column].append(piece)
        else:
            body.append((line, placed))
        _widen(columns, placed)
        above = line
    keys = key_columns([placed for _, placed in body], len(columns), text)
    if not keys:
        return None
    rows, taken = split_rows(body, keys, len(columns), text, rest=_REST_FAR * usual)
    if len(rows) < 2:
        return None
    after = header + 1 + _position(lines[header + 1 :], body, taken)
    return [head, *rows], after


def _position(lines: list[Line], body: list[tuple[Line, Placed]], taken: int) -> int:
    """Return how many lines stand before the first that no row took."""
    if taken >= len(body):
        return (lines.index(body[-1][0]) + 1) if body else 0
    return lines.index(body[taken][0])


def _grow_plain(lines: list[Line], header: int, text: str) -> tuple[list[Row], int]:
    """Return the rows under a header where no column tells them apart: a line each, but for lone lines close below."""
    columns = _columns_of(lines[header])
    rows: list[Row] = [{nth: [piece] for nth, piece in enumerate(lines[header].pieces)}]
    above = lines[header]
    for nth in range(header + 1, len(lines)):
        line = lines[nth]
        height = min(above.y1 - above.y0, line.y1 - line.y0)
        placed = _place(line, columns, 0.0) if line.y0 - above.y1 <= _FAR * height else None
        if placed is None:
            return rows, nth
        near = line.y0 - above.y1 <= _WRAP * height
        if near and (len(placed) == 1 or (len(rows) == 1 and not _figures(placed, text))):
            for column, piece in placed.items():
                rows[-1].setdefault(column, []).append(piece)
        elif len(placed) >= max(2, len(columns) // 2):
            rows.append({column: [piece] for column, piece in placed.items()})
        else:
            return rows, nth
        _widen(columns, placed)
        above = line
    return rows, len(lines)


def _widen(columns: list[list[float]], placed: Placed) -> None:
    for column, piece in placed.items():
        columns[column] = [min(columns[column][0], piece.x0), max(columns[column][1], piece.x1)]


def _figures(placed: Placed, text: str) -> int:
    return sum(has_digit(piece, text) for piece in placed.values())


def _place(line: Line, columns: list[list[float]], usual: float) -> Placed | None:
    """Return the column of each piece, or None when one falls under no column or under two that cannot be told apart.

    With a usual height a piece may stand just beside its column, be parted between two, or share its column with another.
    """
    placed: Placed = {}
    for piece in line.pieces:
        under = [nth for nth, (x0, x1) in enumerate(columns) if piece.x0 < x1 and x0 < piece.x1]
        if not under and usual:
            near = [nth for nth, (x0, x1) in enumerate(columns) if max(x0 - piece.x1, piece.x0 - x1) <= _BESIDE * usual]
            under = near[:1] if len(near) == 1 else []
        parts = {under[0]: piece} if len(under) == 1 else _parted(piece, columns, under, usual) if usual else None
        if not parts:
            return None
        for column, part in parts.items():
            if column not in placed:
                placed[column] = part
            elif usual:
                placed[column] = Piece([*placed[column].words, *part.words])
            else:
                return None
    return placed


def _parted(piece: Piece, columns: list[list[float]], under: list[int], usual: float) -> Placed | None:
    """Return a piece's words by column, where each later column begins with a word that stands at its edge, parted by a gap."""
    starts = {
        nth: at
        for nth in under[1:]
        for at in range(1, len(piece.words))
        if piece.words[at].x0 - piece.words[at - 1].x1 >= _SPLIT * usual
        and abs(piece.words[at].x0 - columns[nth][0]) <= usual
    }
    if len(under) < 2 or set(starts) != set(under[1:]):
        return None
    edges = [0, *(starts[nth] for nth in under[1:]), len(piece.words)]
    if edges != sorted(set(edges)):
        return None
    return {nth: Piece(piece.words[edges[at] : edges[at + 1]]) for at, nth in enumerate(under)}


def _is_table(rows: list[Row], text: str) -> bool:
    """Say whether there are rows enough that hold words in some columns and figures in one and the same.

    Addresses side by side have figures too, but then in all columns of a line or in none. A single row must have
    figures in two columns.
    """
    full = [row for row in rows[1:] if len(row) >= 3]
    figures = [{column for column, pieces in row.items() if is_figure(pieces, text)} for row in full]
    mixed = [found for found, row in zip(figures, full, strict=True) if 0 < len(found) < len(row)]
    if len(full) <= 1:
        return any(len(found) >= 2 for found in mixed)
    most = max(sum(column in found for found in figures) for column in rows[0])
    return most * 2 > len(full) and len(mixed) * 2 > len(full)
