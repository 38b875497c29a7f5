"""A page of a PDF and its text layer go in; whether the layer can be trusted, and the words seen on the drawn page, come out.

A layer is kept unless it is missing, says nothing, or was laid over (or under) a scan and differs from what is drawn.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import pypdfium2.raw as pdfium_c
from numpy.typing import NDArray

from clew.read.readers._letters import Box, Letters, turn_of

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

    from clew.read.means import Means
    from clew.read.ocr.page import PictureRead

DPI = 200  # of a page drawn to be read; small print is a line of 25 pixels
COVERS = 0.25  # of a page: a picture so large may be a scan, a smaller one is a logo or a stamp
GARBAGE = 0.3  # of a layer's letters: so many without a name, and the layer is none
ALIKE = 0.5  # of the words: below it, a layer does not say what is drawn
COMPARED = 3  # pages of a document on which a hidden layer is compared with what is drawn: each takes as long as a scan
_INK = 128  # of 255: darker is ink
_LETTERS = re.compile(r"\w")
_NAMELESS = re.compile("[\ufffd\ue000-\uf8ff\x00-\x1f]")  # no letter, one private to a font, a mark of control


class Pictured(NamedTuple):
    """How pictures and hidden letters stand on a page."""

    covered: float  # share of the page that its pictures cover
    boxes: tuple[Box, ...]  # of the large ones, points from the top left
    hidden: bool  # its letters are drawn invisibly


def look(page: PdfPage) -> Pictured:
    """Return what of the page is pictures, and whether its letters are invisible (text rendering mode 3)."""
    width, height = page.get_size()
    turn = turn_of(page)
    boxes: list[Box] = []
    hidden = shown = 0
    for item, matrixed in _objects(page.raw, 0):
        kind = pdfium_c.FPDFPageObj_GetType(item)
        if kind == pdfium_c.FPDF_PAGEOBJ_TEXT:
            invisible = pdfium_c.FPDFTextObj_GetTextRenderMode(item) == pdfium_c.FPDF_TEXTRENDERMODE_INVISIBLE
            hidden, shown = hidden + invisible, shown + (not invisible)
        elif kind == pdfium_c.FPDF_PAGEOBJ_IMAGE:
            boxes.append((0.0, 0.0, width, height) if matrixed else _bounds(item, turn))
    large = tuple(box for box in boxes if _area(box) >= COVERS * width * height)
    covered = min(1.0, sum(map(_area, boxes)) / max(width * height, 1.0))
    return Pictured(covered, large, hidden > shown)


def _objects(holder: object, depth: int) -> Iterator[tuple[object, bool]]:
    """Yield the objects of a page, and those in its forms, which have places of their own."""
    inside = depth > 0
    count = (pdfium_c.FPDFFormObj_CountObjects if inside else pdfium_c.FPDFPage_CountObjects)(holder)
    get = pdfium_c.FPDFFormObj_GetObject if inside else pdfium_c.FPDFPage_GetObject
    for nth in range(count):
        item = get(holder, nth)
        if pdfium_c.FPDFPageObj_GetType(item) == pdfium_c.FPDF_PAGEOBJ_FORM and depth < 3:
            yield from _objects(item, depth + 1)
        else:
            yield item, inside


def _bounds(item: object, turn: object) -> Box:
    import ctypes  # noqa: PLC0415 - four numbers to be written over

    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    pdfium_c.FPDFPageObj_GetBounds(item, left, bottom, right, top)
    ax, ay = turn(left.value, bottom.value)  # type: ignore[operator]
    bx, by = turn(right.value, top.value)  # type: ignore[operator]
    return min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)


def _area(box: Box) -> float:
    return max(box[2] - box[0], 0.0) * max(box[3] - box[1], 0.0)


def is_garbage(text: str) -> bool:
    """Say whether a layer says nothing: its signs have no names, or are private to a font, or are no letters at all."""
    signs = "".join(text.split())
    if not signs:
        return True
    nameless = len(_NAMELESS.findall(signs))
    return nameless > GARBAGE * len(signs) or (len(signs) > 40 and not _LETTERS.search(text))


def differs(text: str, drawn: str) -> bool:
    """Say whether a layer and what is drawn share fewer than half of their words."""
    one, other = (Counter(re.findall(r"\w{3,}", part.casefold())) for part in (text, drawn))
    if sum(other.values()) < 5:
        return False
    return sum((one & other).values()) < ALIKE * min(sum(one.values()) or 1, sum(other.values()))


def scale_of(page: PdfPage, means: Means) -> float:
    """Return at how many pixels a point the page can be drawn; 0 where it is too large, or has no area."""
    width, height = page.get_size()
    scale = DPI / 72
    if width <= 0 or height <= 0:
        return 0.0
    while width * height * scale * scale > means.limits.page_pixels:
        scale /= 2
        if scale < 0.5:
            return 0.0
    return scale


def draw(page: PdfPage, means: Means) -> tuple[NDArray[np.uint8], float] | None:
    """Return the page as shown, in gray, and the size of a pixel in points; None where it is blank or far too large."""
    scale = scale_of(page, means)
    if not scale:
        return None
    gray = np.ascontiguousarray(page.render(scale=scale, grayscale=True).to_numpy().squeeze())
    return (gray, page.get_size()[0] / gray.shape[1]) if gray.ndim == 2 and (gray < _INK + 64).any() else None


def see(page: PdfPage, number: int, means: Means) -> PictureRead | None:
    """Return what is seen on the page as drawn; None where nothing is drawn."""
    from clew.read.ocr.page import read_page  # noqa: PLC0415 - it loads the engines

    drawn = draw(page, means)
    return read_page(drawn[0], number, label=f"page {number}", points=drawn[1]) if drawn else None


def see_rest(page: PdfPage, number: int, letters: Letters, pictured: Pictured, means: Means) -> PictureRead | None:
    """Return what is seen in the large pictures of a page, the letters of its own text painted over."""
    from clew.read.ocr.page import read_page  # noqa: PLC0415 - as above

    drawn = draw(page, means)
    if drawn is None:
        return None
    gray, points = drawn
    kept = np.full_like(gray, 255)
    for box in pictured.boxes:
        x0, y0, x1, y1 = (max(int(side / points), 0) for side in box)
        kept[y0:y1, x0:x1] = gray[y0:y1, x0:x1]
    for letter in letters.boxes():
        if letter:
            x0, y0, x1, y1 = (max(int(side / points), 0) for side in letter)
            kept[y0 : y1 + 2, x0 : x1 + 2] = 255
    return read_page(kept, number, label=f"page {number}", points=points, upright=True)


def letters_in(letters: Letters, boxes: tuple[Box, ...]) -> int:
    """Return how many letters of the layer stand in the pictures."""
    x0, y0, x1, y1 = letters.sides.T
    inside = np.zeros(len(x0), np.bool_)
    for box in boxes:
        inside |= (box[0] <= x0) & (x1 <= box[2]) & (box[1] <= y0) & (y1 <= box[3])
    return int(inside.sum())
