"""A page of a PDF goes in; its letters, each with its box from the top left, and its words come out."""

import ctypes
import re
from array import array
from collections.abc import Callable, Iterator
from typing import NamedTuple

import pypdfium2.raw as pdfium_c
from pypdfium2 import PdfPage, PdfTextPage

from clew.model.source import Word

Box = tuple[float, float, float, float]  # x0, y0, x1, y1 in points from the top left
Turn = Callable[[float, float], tuple[float, float]]

_WORD = re.compile(r"\S+")
_HYPHEN = 0x2D
_HYPHEN_MARKS = (0x02, 0xFFFE)  # what PDFium puts for a hyphen at a line's end
_UNKNOWN = 0xFFFD  # for a letter whose font does not tell which it is
_NO_SPACE = 0.2  # of a letter's height: a space is twice that and more, kerning within a word half


class Letters(NamedTuple):
    """The text of a page and, for each code point of it, the box; None where nothing is drawn."""

    text: str
    boxes: list[Box | None]


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
        boxes = _boxes(page, textpage, codes, places)
        text = "".join(map(chr, codes))
        kerned = [nth for nth in _narrow(text, boxes) if pdfium_c.FPDFText_IsGenerated(textpage.raw, places[nth]) == 1]
        for nth in reversed(kerned):
            text = text[:nth] + text[nth + 1 :]
            del boxes[nth]
        return Letters(text, boxes)
    finally:
        textpage.close()


def _narrow(text: str, boxes: list[Box | None]) -> Iterator[int]:
    """Yield the places of spaces between two letters that all but touch: where PDFium saw a gap, the eye sees none."""
    place = text.find(" ", 1)
    while 0 < place < len(text) - 1:
        before, after = boxes[place - 1], boxes[place + 1]
        if before and after and text[place - 1].isalpha() and text[place + 1].isalpha():
            # 'r' and 'v' are low: the tallest letter near tells the size of the type.
            near = [box for box in boxes[max(0, place - 4) : place + 5] if box]
            height = max(box[3] - box[1] for box in near if box[1] < before[3] and before[1] < box[3])
            if -height < after[0] - before[2] < _NO_SPACE * height and after[1] < before[3] and before[1] < after[3]:
                yield place
        place = text.find(" ", place + 1)


def _codes(textpage: PdfTextPage) -> tuple[list[int], list[int]]:
    """Return the code points of the text, and for each its index in the text page.

    PDFium counts UTF-16 units, and its bulk text leaves out letters it cannot name, which shifts all that follow.
    """
    count = textpage.count_chars()
    units = _bulk(textpage, count)
    codes: list[int] = []
    places: list[int] = []
    high = 0
    for place, unit in enumerate(units):
        if 0xD800 <= unit < 0xDC00:
            high = unit
            continue
        if 0xDC00 <= unit < 0xE000:
            code = 0x10000 + ((high - 0xD800) << 10) + (unit - 0xDC00) if high else _UNKNOWN
        elif unit == 0x0D:  # PDFium ends each line with CR LF; no CR stands in the file
            continue
        else:
            code = _HYPHEN if unit in _HYPHEN_MARKS else unit or _UNKNOWN
        codes.append(code)
        places.append(place)
        high = 0
    return codes, places


def _bulk(textpage: PdfTextPage, count: int) -> "array[int] | list[int]":
    """Return the units of the text, in one call where none is left out, else one by one."""
    buffer = (ctypes.c_ushort * (count + 1))()
    written = pdfium_c.FPDFText_GetText(textpage.raw, 0, count, buffer)
    units = array("H", bytes(buffer))[:count]
    if written - 1 == count and 0 not in units:
        return units
    return [pdfium_c.FPDFText_GetUnicode(textpage.raw, place) for place in range(count)]


def _boxes(page: PdfPage, textpage: PdfTextPage, codes: list[int], places: list[int]) -> list[Box | None]:
    """Return the box of each letter; None for spaces and for what is not drawn."""
    left, right, bottom, top = sides = tuple(ctypes.c_double() for _ in range(4))
    turn, upright = turn_of(page), page.get_rotation() == 0
    x, _, _, y = page.get_bbox()
    raw, ask = textpage.raw, pdfium_c.FPDFText_GetCharBox
    boxes: list[Box | None] = []
    for code, place in zip(codes, places, strict=True):
        if code <= 0x20 or not ask(raw, place, *sides):
            boxes.append(None)
            continue
        x0, x1, y1, y0 = left.value, right.value, bottom.value, top.value
        if x0 == x1 and y0 == y1:
            boxes.append(None)
        elif upright:  # nearly every page; two calls a letter are a tenth of the time
            boxes.append((x0 - x, y - y0, x1 - x, y - y1) if x0 <= x1 and y1 <= y0 else _turned(turn, x0, y1, x1, y0))
        else:
            boxes.append(_turned(turn, x0, y1, x1, y0))
    return boxes


def _turned(turn: Turn, left: float, bottom: float, right: float, top: float) -> Box:
    ax, ay = turn(left, bottom)
    bx, by = turn(right, top)
    return (min(ax, bx), min(ay, by), max(ax, bx), max(ay, by))


def find_words(letters: Letters, page: int) -> Iterator[Word]:
    """Yield the words of a page; one that is hyphenated over two lines is two words without a gap."""
    for found in _WORD.finditer(letters.text):
        start = found.start()
        for place in range(found.start() + 1, found.end()):
            if _is_elsewhere(letters.boxes[place - 1], letters.boxes[place]):
                yield from _word(letters, page, start, place)
                start = place
        yield from _word(letters, page, start, found.end())


def _is_elsewhere(one: Box | None, other: Box | None) -> bool:
    """Say whether two neighbouring letters stand on different lines: neither beside nor above each other."""
    if one is None or other is None:
        return False
    apart = max(one[3] - one[1], other[3] - other[1], 1.0)  # a comma hangs below a dash by less than a letter
    return (other[1] > one[3] + apart or other[3] < one[1] - apart or other[0] < one[0] - apart) and not (
        other[0] < one[2] and one[0] < other[2]
    )


def _word(letters: Letters, page: int, start: int, stop: int) -> Iterator[Word]:
    mine = letters.boxes[start:stop]
    drawn = [box for box in mine if box]
    if not drawn:
        return
    if len(drawn) == len(mine):
        lefts = [box[0] for box in drawn]
        right = drawn[-1][2]
    else:
        lefts, right = [], drawn[0][0]
        for box in mine:
            lefts.append(box[0] if box else right)
            right = box[2] if box else right
    x0 = min([box[0] for box in drawn])
    y0 = min([box[1] for box in drawn])
    x1 = max([box[2] for box in drawn])
    y1 = max([box[3] for box in drawn])
    edges = tuple([round(edge, 2) for edge in (*lefts, right)])
    yield Word(page, start, stop, round(x0, 2), round(y0, 2), round(x1, 2), round(y1, 2), edges)
