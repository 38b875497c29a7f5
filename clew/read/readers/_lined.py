"""Words go in; the lines they stand on, as pieces parted by wide gaps, come out."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from math import inf
from operator import attrgetter, itemgetter
from statistics import median

from clew.model.source import Word

_DIGIT = re.compile(r"\d")
_GAP = 1.4  # of a word's height: what parts two cells; a space is a third, in typewriter faces up to 1.25


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
class Line:
    """Words that are level."""

    words: list[Word]
    y0: float  # the upper edge, in points
    y1: float  # the lower edge, in points
    middles: float = 0.0  # the sum of the words' middles
    pieces: list[Piece] = field(default_factory=list)


Row = dict[int, list[Piece]]  # column: the pieces in it, one a line
Placed = dict[int, Piece]  # column: the piece of one line in it


def lines_of(words: Iterable[Word]) -> list[Line]:
    """Return the words as the eye sees them, line by line; words whose middles are level share a line."""
    lines: list[Line] = []
    placed = [((word.y0 + word.y1) / 2, word.x0, nth, word) for nth, word in enumerate(words)]
    for middle, _, _, word in sorted(placed, key=itemgetter(0, 1, 2)):
        line = lines[-1] if lines else None
        if line and line.middles / len(line.words) + 0.4 * (line.y1 - line.y0) >= middle:
            line.words.append(word)
            line.middles += middle
            line.y0, line.y1 = min(line.y0, word.y0), max(line.y1, word.y1)
        else:
            lines.append(Line([word], word.y0, word.y1, middle))
    for line in lines:
        line.words.sort(key=attrgetter("x0"))
        gap = _GAP * median([word.y1 - word.y0 for word in line.words])
        right = -inf
        for word in line.words:
            if word.x0 - right <= gap:
                line.pieces[-1].words.append(word)
            else:
                line.pieces.append(Piece([word]))
            right = word.x1
    return lines


def said(piece: Piece, text: str) -> str:
    """Return what a piece says, its words parted by spaces."""
    return " ".join(text[word.start : word.stop] for word in piece.words)


def shape_of(words: str) -> str:
    """Return the shape of words: '9/9/9' of a day, 'A9' of a code; letters as A, figures as 9, each run as one."""
    return re.sub(r"[^\W\d_]+", "A", re.sub(r"\d+", "9", words))


def has_digit(piece: Piece, text: str) -> bool:
    """Say whether a figure stands in a piece."""
    return any(_DIGIT.search(text, word.start, word.stop) for word in piece.words)


def is_figure(pieces: list[Piece], text: str) -> bool:
    """Say whether a cell is a figure, a day or a number with its unit: digits are half of it or more."""
    said = "".join([text[word.start : word.stop] for piece in pieces for word in piece.words])
    digits = sum(map(str.isdigit, said))
    return digits > 0 and digits * 2 >= sum(map(str.isalnum, said))
