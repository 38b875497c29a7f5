"""The words of a page go in; the rows of a table that has no lines, only aligned columns, come out.

A header of three labels or more, then lines whose words fall under them. Silent when in doubt: two columns of prose
and a block of addresses are no table.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from statistics import median

from clew.model.source import Word

_GAP = 1.4  # of a word's height: what parts two cells; a space is a third, in typewriter faces up to 1.25
_COLONS = ":\uff1a"  # ASCII and full width
_FAR = 3.5  # of the line's height: a row stands no further below the one above
_WRAP = 1.9  # of the line's height: nor does the second line of a cell


@dataclass(slots=True)
class Piece:
    """Words of one line that stand together: a cell, or a line of one."""

    words: list[Word]

    @property
    def x0(self) -> float:
        """The left edge, in points."""
        return self.words[0].x0

    @property
    def x1(self) -> float:
        """The right edge, in points."""
        return self.words[-1].x1


@dataclass(slots=True)
class _Line:
    words: list[Word] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)

    @property
    def y0(self) -> float:
        return min(word.y0 for word in self.words)

    @property
    def y1(self) -> float:
        return max(word.y1 for word in self.words)


Row = dict[int, list[Piece]]  # column: the pieces in it, one a line


def find_aligned_tables(words: Iterable[Word], text: str) -> list[list[Row]]:
    """Return the tables of a page, from the top, each as rows of columns; the first row is the header.

    Args:
        words: the words of the page that stand in no other table.
        text: the page's text, to tell labels from figures.
    """
    lines = _lines(words)
    tables: list[list[Row]] = []
    nth = 0
    while nth < len(lines):
        rows, after = _grow(lines, nth, text) if _is_header(lines[nth], text) else ([], nth)
        if _is_table(rows, text):
            tables.append(rows)
            nth = after
        else:
            nth += 1
    return tables


def _lines(words: Iterable[Word]) -> list[_Line]:
    """Return the words as the eye sees them, line by line; words whose middles are level share a line."""
    lines: list[_Line] = []
    for word in sorted(words, key=lambda word: ((word.y0 + word.y1) / 2, word.x0)):
        middle = (word.y0 + word.y1) / 2
        if lines and _middle(lines[-1]) + 0.4 * (lines[-1].y1 - lines[-1].y0) >= middle:
            lines[-1].words.append(word)
        else:
            lines.append(_Line([word]))
    for line in lines:
        line.words.sort(key=lambda word: word.x0)
        height = median(word.y1 - word.y0 for word in line.words)
        for word in line.words:
            if line.pieces and word.x0 - line.pieces[-1].x1 <= _GAP * height:
                line.pieces[-1].words.append(word)
            else:
                line.pieces.append(Piece([word]))
    return lines


def _middle(line: _Line) -> float:
    return sum((word.y0 + word.y1) / 2 for word in line.words) / len(line.words)


def _is_header(line: _Line, text: str) -> bool:
    """Say whether a line may be a header: three pieces or more, hardly a figure in them, no `label:`."""
    if any(text[piece.words[-1].stop - 1] in _COLONS for piece in line.pieces):
        return False
    figures = sum(_has_digit(piece, text) for piece in line.pieces)
    return len(line.pieces) >= 3 and figures * 4 <= len(line.pieces)


def _has_digit(piece: Piece, text: str) -> bool:
    return any(letter.isdigit() for word in piece.words for letter in text[word.start : word.stop])


def _grow(lines: list[_Line], header: int, text: str) -> tuple[list[Row], int]:
    """Return the rows under a header, and the number of the first line after them."""
    columns = [[piece.x0, piece.x1] for piece in lines[header].pieces]
    rows: list[Row] = [{nth: [piece] for nth, piece in enumerate(lines[header].pieces)}]
    above = lines[header]
    for nth in range(header + 1, len(lines)):
        line = lines[nth]
        height = min(above.y1 - above.y0, line.y1 - line.y0)
        placed = _place(line, columns) if line.y0 - above.y1 <= _FAR * height else None
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
        for column, piece in placed.items():
            columns[column] = [min(columns[column][0], piece.x0), max(columns[column][1], piece.x1)]
        above = line
    return rows, len(lines)


def _figures(placed: dict[int, Piece], text: str) -> int:
    return sum(_has_digit(piece, text) for piece in placed.values())


def _place(line: _Line, columns: list[list[float]]) -> dict[int, Piece] | None:
    """Return the column of each piece, or None when one falls under no column, under two, or two under one."""
    placed: dict[int, Piece] = {}
    for piece in line.pieces:
        under = [nth for nth, (x0, x1) in enumerate(columns) if piece.x0 < x1 and x0 < piece.x1]
        if len(under) != 1 or under[0] in placed:
            return None
        placed[under[0]] = piece
    return placed


def _is_table(rows: list[Row], text: str) -> bool:
    """Say whether there are rows enough that hold words in some columns and figures in one and the same.

    Addresses side by side have figures too, but then in all columns of a line or in none. A single row must have
    figures in two columns.
    """
    full = [row for row in rows[1:] if len(row) >= 3]
    figures = [{column for column, pieces in row.items() if _is_figure(pieces, text)} for row in full]
    mixed = [found for found, row in zip(figures, full, strict=True) if 0 < len(found) < len(row)]
    if len(full) <= 1:
        return any(len(found) >= 2 for found in mixed)
    most = max(sum(column in found for found in figures) for column in rows[0])
    return most * 2 > len(full) and len(mixed) * 2 > len(full)


def _is_figure(pieces: list[Piece], text: str) -> bool:
    """Say whether a cell is a figure, a day or a number with its unit: digits are half of it or more."""
    letters = [letter for piece in pieces for word in piece.words for letter in text[word.start : word.stop]]
    digits = sum(letter.isdigit() for letter in letters)
    return digits > 0 and digits * 2 >= sum(letter.isalnum() for letter in letters)
