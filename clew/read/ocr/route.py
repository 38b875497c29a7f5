"""A picture goes in; its lines come out, each read by the engine that can.

PP-OCR knows no Cyrillic and says so nowhere: it leaves letters out, or answers with Latin ones that look alike, and is
sure of itself. So a line whose letters are too few for its length is suspect; where many are, Tesseract reads them, and what
it reads as Cyrillic stands. Without Cyrillic data suspect lines stay unread and are counted: nothing is guessed.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from clew.read.ocr import pp_ocr, tesseract
from clew.read.ocr.clean import WAYS, even
from clew.read.ocr.letters import (
    NOTHING,
    Told,
    count_cyrillic,
    filled,
    is_han,
    is_plain,
    only_lookalikes,
)
from clew.read.ocr.quads import Gray, Quad, cut, height_of, is_upended, width_of
from clew.read.ocr.rescue import rescue

TOO_FEW = 0.62  # letters account for less of the line than this: some were left out
HAN_SHARE = 0.3  # of a page's letters; above it the page is Chinese and no line is suspect
MANY = 0.2  # of a page's lines; so many suspects, and the page has Cyrillic letters
SURE = 0.92  # a line read with less is read again in other ways
CYRILLIC = 0.8  # what Tesseract reads as Cyrillic so surely is so; below it a Latin name may be what it saw
FAINT = 0.35  # below this a line is no reading
FLOOR = 0.5  # PP-OCR's own floor for a line
SAMPLED = 12  # lines that tell which way up a page is


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the page and what was read there."""

    quad: Quad
    told: Told


@dataclass(frozen=True, slots=True)
class Seen:
    """All lines of a picture."""

    lines: tuple[Line, ...] = ()
    turned: int = 0  # degrees clockwise by which the picture was turned to stand upright: 0, 90, 180, 270
    unread: int = 0  # lines in a script that no engine here knows
    faint: int = 0  # lines seen, but too faint to read
    tried: tuple[str, ...] = field(default=())


def read_picture(picture: Gray) -> Seen:
    """Return the lines of a picture; places are on the picture after it was turned by `turned`."""
    turned, upright, quads = _upright(picture)
    crops = [even(cut(upright, quad, height=pp_ocr.LINE)) for quad in quads]
    latin = pp_ocr.read_lines(crops)
    if not _has_cyrillic(quads, latin):
        kept = [Line(quad, told) for quad, told in zip(quads, latin, strict=True) if told.confidence >= FLOOR]
        return Seen(tuple(kept), turned, 0, len(quads) - len(kept), (pp_ocr.name(),))
    if not tesseract.is_there():
        known = [
            Line(quad, told)
            for quad, told in zip(quads, latin, strict=True)
            if not _is_suspect(quad, told) and not only_lookalikes(told.text) and told.confidence >= FLOOR
        ]
        return Seen(tuple(known), turned, len(quads) - len(known), 0, (pp_ocr.name(),))
    lines = [_choose(upright, quad, told) for quad, told in zip(quads, latin, strict=True)]
    kept = [line for line in lines if line.told.confidence >= FAINT and line.told.text.strip()]
    return Seen(tuple(rescue(upright, kept)), turned, 0, len(lines) - len(kept), (pp_ocr.name(), tesseract.name()))


def _upright(picture: Gray) -> tuple[int, Gray, list[Quad]]:
    """Return the picture turned so that its lines run from left to right, by how much, and the lines."""
    turned = 0
    quads = pp_ocr.find_lines(picture)
    longest = _longest(quads)
    if longest and sum(map(is_upended, longest)) * 2 > len(longest):
        turned, picture = 90, _turn(picture, 90)
        quads = pp_ocr.find_lines(picture)
    crops = [cut(picture, quad, height=pp_ocr.LINE) for quad in _longest(quads)]
    if pp_ocr.are_upside_down(crops) > 0.5:
        turned, picture = turned + 180, _turn(picture, 180)
        quads = pp_ocr.find_lines(picture)
    return turned, picture, [quad for quad in quads if not is_upended(quad) or width_of(quad) < 2 * height_of(quad)]


def _turn(picture: Gray, degrees: int) -> Gray:
    return np.ascontiguousarray(np.rot90(picture, -degrees // 90))


def _longest(quads: Sequence[Quad]) -> list[Quad]:
    return sorted(quads, key=lambda quad: -max(width_of(quad), height_of(quad)))[:SAMPLED]


def _is_suspect(quad: Quad, told: Told) -> bool:
    """Say whether letters were left out, or are of neither script that PP-OCR knows."""
    if filled(told.text, width=width_of(quad), height=height_of(quad)) < TOO_FEW:
        return True
    return any(letter.isalpha() and not letter.isascii() and not is_han(letter) for letter in told.text)


def _has_cyrillic(quads: Sequence[Quad], told: Sequence[Told]) -> bool:
    """Say whether so many lines are suspect that the page must have letters PP-OCR does not know."""
    text = "".join(one.text for one in told)
    if sum(map(is_han, text)) > HAN_SHARE * max(len(text.replace(" ", "")), 1):
        return False
    suspects = [_is_suspect(quad, one) for quad, one in zip(quads, told, strict=True)]
    return sum(suspects) > MANY * len(quads)


def _choose(picture: Gray, quad: Quad, latin: Told) -> Line:
    """Return the line as the engine read it that can: figures and Latin words by PP-OCR, others by Tesseract."""
    suspect = _is_suspect(quad, latin) or latin.confidence < FLOOR
    if not suspect and not any(letter.isalpha() for letter in latin.text):
        return Line(quad, latin)
    best = _best(picture, quad)
    if suspect or (count_cyrillic(best.text) and best.confidence >= CYRILLIC):
        return Line(quad, best)
    return Line(quad, latin if is_plain(latin.text) and not only_lookalikes(latin.text) else best)


def _best(picture: Gray, quad: Quad) -> Told:
    """Return the surest of several readings; more are tried only while none is sure."""
    best = NOTHING
    for way in WAYS:
        told = tesseract.read_lines([way(picture, quad)])[0]
        if told.confidence > best.confidence:
            best = told
        if best.confidence >= SURE:
            break
    return best
