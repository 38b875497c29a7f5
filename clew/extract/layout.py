"""The page as the eye sees it: words with their places go in, pieces of lines and blocks of lines come out.

A text layer tells words in the order they were drawn; on a letterhead with an address window and a column of numbers
beside it that order mixes them. What stands beside and below what is told here by the places alone.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from statistics import median

from clew.extract.document import Document, Words
from clew.extract.once import once_a_document
from clew.model.source import Word

_GAP = 1.4  # of the words' height: what parts two pieces of a line
_LEVEL = 0.45  # of the words' height: words whose middles are nearer than this stand on one line
_HANGS = 0.7  # of the words' height: a comma or a full stop set as a word of its own hangs no lower from its line
_NEXT = 1.3  # of the words' height: the line below stands no further down
_APART = 4.5  # of the words' height: nor do the lines of a widely set address stand further apart
_BIG = 1.6  # a line whose letters are that much taller belongs to something else


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of one line that stand together."""

    words: Words
    x0: float  # points from the top left, as the other three
    y0: float
    x1: float
    y1: float

    @property
    def text(self) -> str:
        """What it says."""
        return self.words.text

    @property
    def height(self) -> float:
        """Its height in points."""
        return self.y1 - self.y0


Line = list[Piece]


def lines_on(document: Document, page: int) -> list[Line]:
    """Return the lines of a page from the top, each as its pieces from the left; none where the page has no layout."""
    return _lines(document, "lines").get(page, [])


def beside(lines: list[Line], piece: Piece) -> Piece | None:
    """Return the next piece to the right on the same line."""
    line = next((line for line in lines if piece in line), [])
    return next((one for one in line if one.x0 >= piece.x1), None)


def below(lines: list[Line], piece: Piece, *, within: float = _NEXT) -> Piece | None:
    """Return the piece that stands below and begins with it, or failing that under it, no further down than `within` heights."""
    found = [
        one for line in lines for one in line if _drop(piece, one) > 0 and one.y0 - piece.y1 <= within * piece.height
    ]
    under = [one for one in found if one.x0 < piece.x1 and piece.x0 < one.x1]
    top = min((one.y0 for one in under), default=0.0)
    first = [one for one in under if one.y0 - top <= _LEVEL * piece.height]
    return min(first, key=lambda one: abs(one.x0 - piece.x0), default=None)


def column_above(lines: list[Line], piece: Piece, *, most: int = 5) -> list[Piece]:
    """Return the pieces that stand over a piece in one column with it, from the top; it ends where the lines grow further apart."""
    column = [piece]
    nearest = _APART * piece.height
    pieces = [one for line in lines for one in line]
    while len(column) <= most:
        low = column[-1]
        over = [one for one in pieces if one.y1 <= low.y0 + 0.3 * low.height and _is_level(one, low)]
        one = max(over, key=lambda one: one.y1, default=None)
        if one is None or low.y0 - one.y1 > min(nearest * 1.6 + 2.0, _APART * piece.height):
            break
        nearest = min(nearest, max(low.y0 - one.y1, 1.0))
        column.append(one)
    return column[::-1]


def _drop(above: Piece, one: Piece) -> float:
    return (one.y0 + one.y1) / 2 - above.y1


@once_a_document
def _lines(document: Document, _: str) -> dict[int, list[Line]]:
    pages: dict[int, list[Word]] = defaultdict(list)
    for word in document.words:
        pages[word.page].append(word)
    return {number: lines_of_words(document.page(number).text, words) for number, words in pages.items()}


def lines_of_words(text: str, words: Iterable[Word]) -> list[Line]:
    """Return the lines of one page's words, each as its pieces."""
    lines: list[list[Word]] = []
    for word in sorted(words, key=lambda word: ((word.y0 + word.y1) / 2, word.x0)):
        middle, height = (word.y0 + word.y1) / 2, word.y1 - word.y0
        last = lines[-1] if lines else []
        level = _LEVEL * max(height, 4.0)
        if last and not any(mark.isalnum() for mark in text[word.start : word.stop]):
            level = max(level, _HANGS * max(one.y1 - one.y0 for one in last[-8:]))
        if last and abs(middle - median((one.y0 + one.y1) / 2 for one in last[-8:])) <= level:
            last.append(word)
        else:
            lines.append([word])
    return [_pieces(text, sorted(line, key=lambda word: word.x0)) for line in lines]


def _pieces(text: str, line: list[Word]) -> Line:
    groups: list[list[Word]] = []
    usual = median(word.y1 - word.y0 for word in line)  # a colon or a dash alone is low
    for word in line:
        last = groups[-1][-1] if groups else None
        height = max(usual, min(word.y1 - word.y0, last.y1 - last.y0)) if last else 0.0
        # A piece is one run of the page's text: words the text layer tells elsewhere begin another.
        near = last is not None and word.x0 - last.x1 <= _GAP * height
        if near and last and word.start >= last.stop and not text[last.stop : word.start].strip():
            groups[-1].append(word)
        else:
            groups.append([word])
    return [_piece(text, group) for group in groups]


def _piece(text: str, words: list[Word]) -> Piece:
    start, stop = words[0].start, words[-1].stop
    return Piece(
        Words(words[0].page, start, stop, text[start:stop]),
        words[0].x0,
        min(word.y0 for word in words),
        words[-1].x1,
        max(word.y1 for word in words),
    )


def _is_level(one: Piece, other: Piece) -> bool:
    """Say whether two pieces begin, end or are centred at one place, in letters of about one size."""
    if not other.height / _BIG <= one.height <= other.height * _BIG:
        return False
    slack = 0.6 * other.height
    level = abs(one.x0 - other.x0) <= slack or abs(one.x1 - other.x1) <= slack
    return level or abs(one.x0 + one.x1 - other.x0 - other.x1) <= 2 * slack
