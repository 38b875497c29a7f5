"""A page of a PDF goes in; its letters, each with its box from the top left, and its words come out.

A page is one array: asking for each letter's box is all that is done letter by letter, and that loop runs outside Python.
"""

import ctypes
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import repeat
from typing import Any

import numpy as np
import pypdfium2.raw as pdfium_c
from numpy.typing import NDArray
from pypdfium2 import PdfPage, PdfTextPage

from clew.model.source import Word

Box = tuple[float, float, float, float]  # x0, y0, x1, y1 in points from the top left
Turn = Callable[[Any, Any], tuple[Any, Any]]  # of numbers, or of arrays of them
Sides = NDArray[np.float64]

_WORD = re.compile(r"\S+")
_HYPHEN = 0x2D
_HYPHEN_MARKS = (0x02, 0xFFFE)  # what PDFium puts for a hyphen at a line's end
_UNKNOWN = 0xFFFD  # for a letter whose font does not tell which it is
_NO_SPACE = 0.2  # of a letter's height: a space is twice that and more, kerning within a word half
_NEAR = 4  # letters to each side: 'r' and 'v' are low, the tallest letter near tells the size of the type
_ADDRESS = ctypes.c_void_p
# The same function with places as plain numbers: ctypes makes no object a letter, three times as fast.
_CHAR_BOX = ctypes.PYFUNCTYPE(ctypes.c_int, _ADDRESS, ctypes.c_int, *repeat(_ADDRESS, 4))(
    ctypes.cast(pdfium_c.FPDFText_GetCharBox, _ADDRESS).value or 0
)


@dataclass(frozen=True, slots=True)
class Letters:
    """The text of a page and, for each code point of it, where it stands."""

    text: str
    sides: Sides  # a row each: x0, y0, x1, y1 in points from the top left; NaN where nothing is drawn

    def boxes(self) -> list[Box | None]:
        """Return the box of each code point; None where nothing is drawn."""
        drawn = (~np.isnan(self.sides[:, 0])).tolist()
        return [tuple(box) if has else None for box, has in zip(self.sides.tolist(), drawn, strict=True)]


def turn_of(page: PdfPage) -> Turn:
    """Return the function from a point in PDF space to one in points from the top left of the page as shown."""
    left, bottom, right, top = page.get_bbox()
    turns: dict[int, Turn] = {
        0: lambda x, y: (x - left, top - y),
        90: lambda x, y: (y - bottom, x - left),
        180: lambda x, y: (right - x, y - bottom),
        270: lambda x, y: (top - y, right - x),
    }
    return turns[page.get_rotation()]


def read_letters(page: PdfPage) -> Letters:
    """Return the letters of a page in the order of its text layer; a line ends with a line feed."""
    textpage = page.get_textpage()
    try:
        codes, places = _codes(textpage)
        sides = _sides(page, textpage, codes, places)
        text = _text(codes)
        kerned = [
            nth
            for nth in _narrow(codes, sides)
            if text[nth - 1].isalpha()
            and text[nth + 1].isalpha()
            and pdfium_c.FPDFText_IsGenerated(textpage.raw, int(places[nth])) == 1
        ]
        if not kerned:
            return Letters(text, sides)
        return Letters(_text(np.delete(codes, kerned)), np.delete(sides, kerned, axis=0))
    finally:
        textpage.close()


def _text(codes: NDArray[np.uint32]) -> str:
    return codes.astype("<u4").tobytes().decode("utf-32-le")


def _narrow(codes: NDArray[np.uint32], sides: Sides) -> list[int]:
    """Return the places of spaces between two letters that all but touch: where PDFium saw a gap, the eye sees none."""
    spaces = np.flatnonzero(codes[1:-1] == 0x20) + 1
    if not len(spaces):
        return []
    before, after = sides[spaces - 1], sides[spaces + 1]
    gap = after[:, 0] - before[:, 2]
    level = (after[:, 1] < before[:, 3]) & (before[:, 1] < after[:, 3])
    padded = np.pad(sides, ((_NEAR, _NEAR), (0, 0)), constant_values=np.nan)
    near = padded[spaces[:, None] + np.arange(2 * _NEAR + 1)]
    beside = (near[:, :, 1] < before[:, None, 3]) & (before[:, None, 1] < near[:, :, 3])
    height = np.where(beside, near[:, :, 3] - near[:, :, 1], -np.inf).max(axis=1)
    found: list[int] = spaces[level & (-height < gap) & (gap < _NO_SPACE * height)].tolist()
    return found


def _codes(textpage: PdfTextPage) -> tuple[NDArray[np.uint32], NDArray[np.intp]]:
    """Return the code points of the text, and for each its index in the text page.

    PDFium counts UTF-16 units, and its bulk text leaves out letters it cannot name, which shifts all that follow.
    """
    units = _bulk(textpage, textpage.count_chars())
    places = np.flatnonzero(units != 0x0D)  # PDFium ends each line with CR LF; no CR stands in the file
    codes = units[places]
    if ((codes >= 0xD800) & (codes < 0xE000)).any():
        codes, places = _paired(codes, places)
    codes[np.isin(codes, _HYPHEN_MARKS)] = _HYPHEN
    codes[codes == 0] = _UNKNOWN
    return codes, places


def _paired(units: NDArray[np.uint32], places: NDArray[np.intp]) -> tuple[NDArray[np.uint32], NDArray[np.intp]]:
    """Return units with each two that stand for one code point made that one, at the place of the second."""
    codes: list[int] = []
    kept: list[int] = []
    high = 0
    for place, unit in zip(places.tolist(), units.tolist(), strict=True):
        if 0xD800 <= unit < 0xDC00:
            high = unit
            continue
        code = unit
        if 0xDC00 <= unit < 0xE000:
            code = 0x10000 + ((high - 0xD800) << 10) + (unit - 0xDC00) if high else _UNKNOWN
        codes.append(code)
        kept.append(place)
        high = 0
    return np.array(codes, np.uint32), np.array(kept, np.intp)


def _bulk(textpage: PdfTextPage, count: int) -> NDArray[np.uint32]:
    """Return the units of the text, in one call where none is left out, else one by one."""
    buffer = (ctypes.c_ushort * (count + 1))()
    written = pdfium_c.FPDFText_GetText(textpage.raw, 0, count, buffer)
    units = np.frombuffer(bytes(buffer), np.uint16)[:count].astype(np.uint32)
    if written - 1 != count or not units.all():
        units = np.array([pdfium_c.FPDFText_GetUnicode(textpage.raw, place) for place in range(count)], np.uint32)
    return units


def _sides(page: PdfPage, textpage: PdfTextPage, codes: NDArray[np.uint32], places: NDArray[np.intp]) -> Sides:
    """Return where each letter stands; NaN for spaces and for what is not drawn."""
    sides = np.full((len(codes), 4), np.nan)
    signs = np.flatnonzero(codes > 0x20)
    found = np.zeros((len(signs), 4))  # left, right, bottom, top in PDF space
    handle, start = ctypes.cast(textpage.raw, _ADDRESS).value, found.ctypes.data
    each = [range(start + at, start + at + found.nbytes, 32) for at in (0, 8, 16, 24)]  # four numbers of 8 bytes
    had = np.fromiter(map(_CHAR_BOX, repeat(handle), places[signs].tolist(), *each), np.bool_, len(signs))
    left, right, bottom, top = found.T
    had &= (left != right) | (bottom != top)
    turn = turn_of(page)
    (ax, ay), (bx, by) = turn(left, bottom), turn(right, top)
    box = np.stack([np.minimum(ax, bx), np.minimum(ay, by), np.maximum(ax, bx), np.maximum(ay, by)], axis=1)
    sides[signs[had]] = box[had]
    return sides


def find_words(letters: Letters, page: int) -> Iterator[Word]:
    """Yield the words of a page; one that is hyphenated over two lines is two words without a gap."""
    spans = [found.span() for found in _WORD.finditer(letters.text)]
    if not spans:
        return
    breaks = np.flatnonzero(_are_elsewhere(letters.sides[:-1], letters.sides[1:])) + 1
    if len(breaks):
        spans = list(_broken(spans, breaks.tolist()))
    # One row more, so that a word may end where the text does.
    ended = np.vstack([letters.sides, np.full((1, 4), np.nan)])
    edges = np.array(spans).ravel()
    low = np.fmin.reduceat(ended[:, :2], edges)[::2]
    high = np.fmax.reduceat(ended[:, 2:], edges)[::2]
    places = np.round(np.hstack([low, high]), 2).tolist()
    undrawn = np.isnan(letters.sides[:, 0])
    before = np.concatenate([[0], np.cumsum(undrawn)])
    holes = (before[edges[1::2]] - before[edges[::2]]).tolist()
    lefts, rights = np.round(letters.sides[:, 0], 2).tolist(), np.round(letters.sides[:, 2], 2).tolist()
    for (start, stop), (x0, y0, x1, y1), missing in zip(spans, places, holes, strict=True):
        if not missing:
            yield Word(page, start, stop, x0, y0, x1, y1, (*lefts[start:stop], rights[stop - 1]))
        elif missing < stop - start:
            yield Word(page, start, stop, x0, y0, x1, y1, tuple(_filled(lefts[start:stop], rights[start:stop])))


def _broken(spans: list[tuple[int, int]], breaks: list[int]) -> Iterator[tuple[int, int]]:
    """Yield the spans, parted where a break lies within one."""
    nth = 0
    for start, stop in spans:
        at = start
        while nth < len(breaks) and breaks[nth] < stop:
            if breaks[nth] > at:
                yield at, breaks[nth]
                at = breaks[nth]
            nth += 1
        yield at, stop


def _filled(lefts: list[float], rights: list[float]) -> Iterator[float]:
    """Yield the edges of a word; a letter that is not drawn (NaN) has no width, at the right edge of the one before."""
    last = next(left for left in lefts if left == left)  # noqa: PLR0124 - NaN is what is not itself
    for left, right in zip(lefts, rights, strict=True):
        drawn = left == left  # noqa: PLR0124 - as above
        yield left if drawn else last
        last = right if drawn else last
    yield last


def _are_elsewhere(one: Sides, other: Sides) -> NDArray[np.bool_]:
    """Say which neighbouring letters stand on different lines: neither beside nor above each other."""
    # A comma hangs below a dash by less than a letter.
    apart = np.maximum(np.maximum(one[:, 3] - one[:, 1], other[:, 3] - other[:, 1]), 1.0)
    away = (other[:, 1] > one[:, 3] + apart) | (other[:, 3] < one[:, 1] - apart) | (other[:, 0] < one[:, 0] - apart)
    result: NDArray[np.bool_] = away & ~((other[:, 0] < one[:, 2]) & (one[:, 0] < other[:, 2]))
    return result
