"""Lines go in; tables whose header is no single line, told by their columns of figures alone, come out.

Statistics print spanning heads, heads of several lines and heads full of years; their bodies tell them: three lines or more with
figures under figures. What stands close above, over the same columns, is the header (after A. Nurminen, Algorithmic Extraction of
Data in Tables in PDF Documents, 2013, who finds columns by edges shared over lines).
"""

from collections.abc import Iterator
from statistics import median

from clew.model.source import Word
from clew.read.readers._lined import Line, Piece, Row, is_figure

_FEWEST_LINES = 3
_FEWEST_COLUMNS = 2
_SUPPORT = 0.3  # of the lines: a column stands in so many at least
_APART = 3.0  # of the usual height: figured lines of one table stand no further apart
_CLOSE = 2.2  # of the usual height: nor does the header above them
_MOST_HEADER = 6  # lines
_WIDE = 0.55  # of the table: what is wider is a title or a sentence
_MOST_BETWEEN = 2  # lines without figures in a row: subheads, the rest of a wrapped name
_BLANKS = frozenset("-\u2013\u2014\u2212\u2026")  # what stands for no figure

Columns = list[tuple[float, float]]


def find_figured_tables(lines: list[Line], text: str, usual: float) -> list[list[Row]]:
    """Return the tables that columns of figures make of lines, from the top; the header's lines are their first rows."""
    tokens = [list(_tokens(line, text)) for line in lines]
    figured = [_is_figured(some, text) for some in tokens]
    tables: list[list[Row]] = []
    after = 0
    for start, stop in _stretches(lines, figured, tokens, usual):
        columns = _columns([tokens[nth] for nth in range(start, stop) if figured[nth]], text)
        if len(columns) <= _FEWEST_COLUMNS:
            continue
        head = _head(lines, tokens, columns, start=start, after=after, usual=usual)
        rows = [_placed(tokens[nth], columns) for nth in range(head, stop)]
        tables.append(_joined(rows, lines[head:stop], figured[head:stop], text, body=start - head, usual=usual))
        after = stop
    return tables


def _tokens(line: Line, text: str) -> Iterator[Piece]:
    """Yield the pieces of a line; figures that stand closer than columns usually do are pieces of their own."""
    for piece in line.pieces:
        last = len(piece.words)
        while last and _is_number(piece.words[last - 1 : last], text):
            last -= 1
        if len(piece.words) - last < _FEWEST_COLUMNS:
            yield piece
            continue
        if last:
            yield Piece(piece.words[:last])
        yield from (Piece([word]) for word in piece.words[last:])


def _is_number(words: list[Word], text: str) -> bool:
    said = text[words[0].start : words[0].stop]
    return sum(letter.isdigit() for letter in said) > 2 and not any(letter.isalpha() for letter in said)


def _counts(piece: Piece, text: str) -> bool:
    """Say whether a piece is a figure, or what stands for none."""
    said = "".join(text[word.start : word.stop] for word in piece.words)
    return is_figure([piece], text) or (len(said) <= 3 and set(said) <= _BLANKS)


def _is_figured(tokens: list[Piece], text: str) -> bool:
    figures = sum(_counts(piece, text) for piece in tokens)
    return figures >= _FEWEST_COLUMNS and figures * 2 >= len(tokens)


def _stretches(
    lines: list[Line], figured: list[bool], tokens: list[list[Piece]], usual: float
) -> Iterator[tuple[int, int]]:
    """Yield the stretches of lines from a figured line to a figured line that stand close and have enough of them."""
    start = last = -1
    count = 0
    for nth, one in enumerate(figured):
        gap = lines[nth].y0 - lines[nth - 1].y1 if nth else 0.0
        broken = gap > _APART * usual or (not one and (nth - last > _MOST_BETWEEN or len(tokens[nth]) > 2))
        if start >= 0 and broken:
            if count >= _FEWEST_LINES:
                yield start, last + 1
            start, count = -1, 0
        if one:
            start, count = (nth, 1) if start < 0 else (start, count + 1)
            last = nth
    if start >= 0 and count >= _FEWEST_LINES:
        yield start, last + 1


def _columns(rows: list[list[Piece]], text: str) -> Columns:
    """Return the columns, from the left: what stands before the first figures, then figures under figures, then other words."""
    figures = [piece for row in rows for piece in row if _counts(piece, text)]
    usual = median(piece.x1 - piece.x0 for piece in figures)
    columns = _clusters([piece for piece in figures if piece.x1 - piece.x0 <= 3 * max(usual, 4.0)])
    columns = [edges for edges in columns if _stands_in(edges, rows) >= max(2, _SUPPORT * len(rows))]
    if not columns:
        return []
    rest = [piece for row in rows for piece in row if not any(_overlaps(piece, edges) for edges in columns)]
    left = [piece for piece in rest if piece.x1 <= columns[0][0]]
    others = [
        edges
        for edges in _clusters([piece for piece in rest if piece not in left])
        if _stands_in(edges, rows) >= _SUPPORT * len(rows)
    ]
    stub = [(min(piece.x0 for piece in left), max(piece.x1 for piece in left))] if left else []
    return sorted([*stub, *columns, *others])


def _clusters(pieces: list[Piece]) -> Columns:
    found: list[list[float]] = []
    for piece in sorted(pieces, key=lambda piece: piece.x0):
        if found and piece.x0 < found[-1][1]:
            found[-1][1] = max(found[-1][1], piece.x1)
        else:
            found.append([piece.x0, piece.x1])
    return [(x0, x1) for x0, x1 in found]


def _stands_in(edges: tuple[float, float], rows: list[list[Piece]]) -> int:
    return sum(any(_overlaps(piece, edges) for piece in row) for row in rows)


def _overlaps(piece: Piece, edges: tuple[float, float]) -> bool:
    return piece.x0 < edges[1] and edges[0] < piece.x1


def _head(
    lines: list[Line], tokens: list[list[Piece]], columns: Columns, *, start: int, after: int, usual: float
) -> int:
    """Return the first line of the header: lines close above over the columns, none of them a title or a sentence."""
    left, right = columns[0][0], columns[-1][1]
    head = start
    while head > after and start - head < _MOST_HEADER:
        above, row = lines[head - 1], tokens[head - 1]
        far = lines[head].y0 - above.y1 > _CLOSE * usual
        wide = any(piece.x1 - piece.x0 > _WIDE * (right - left) for piece in row)
        outside = any(piece.x1 < left - usual or piece.x0 > right + usual for piece in row)
        stub = len(row) == 1 and row[0].x1 <= columns[1][0] and head < start
        if far or wide or outside or stub:
            break
        head -= 1
    return head


def _placed(tokens: list[Piece], columns: Columns) -> Row:
    """Return the pieces of a line by column; one over several stands in the first."""
    row: Row = {}
    for piece in tokens:
        shares = [(min(piece.x1, x1) - max(piece.x0, x0), -nth) for nth, (x0, x1) in enumerate(columns)]
        covered = [-nth for share, nth in shares if share > 0]
        column = min(covered) if len(covered) > 1 else -max(shares)[1]
        row.setdefault(column, []).append(piece)
    return row


def _joined(
    rows: list[Row], lines: list[Line], figured: list[bool], text: str, *, body: int, usual: float
) -> list[Row]:
    """Return the rows, a header's lines that wrap joined, and the first half of a wrapped name with its second."""
    made: list[Row] = []
    for nth, row in enumerate(rows):
        close = bool(nth) and lines[nth].y0 - lines[nth - 1].y1 < 0.8 * usual
        if (made and close and 0 < nth < body and len(row) > 1 and set(made[-1]) <= set(row)) or (
            made and close and nth > body and not figured[nth - 1] and _goes_on(row, made[-1], text)
        ):
            made[-1] = {
                column: [*made[-1].get(column, []), *row.get(column, [])] for column in sorted({*made[-1], *row})
            }
        else:
            made.append(row)
    return made


def _goes_on(row: Row, above: Row, text: str) -> bool:
    """Say whether a row's first cell is the rest of the one above: it begins with a small letter."""
    first = row.get(0)
    return set(above) == {0} and first is not None and text[first[0].words[0].start].islower()
