"""A picture goes in; its lines come out, each read by the engine that can.

PP-OCR knows no Cyrillic and says so nowhere: it leaves letters out, or answers with Latin ones that look alike, and is
sure of itself. So a line whose letters are too few for its length is suspect; where many are, Tesseract reads them, and what
it reads as Cyrillic stands. Without Cyrillic data suspect lines stay unread and are counted: nothing is guessed.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from clew.read.ocr import pp_ocr, tesseract
from clew.read.ocr.clean import WAYS, even
from clew.read.ocr.forms import name_forms
from clew.read.ocr.letters import (
    NOTHING,
    Line,
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
SURE = 0.94  # a line read with less is read again in other ways
CYRILLIC = 0.8  # what Tesseract reads as Cyrillic so surely is so; below it a Latin name may be what it saw
LIKELY = 0.7  # the same, where PP-OCR is not sure of the line either
WHOLE = 0.85  # letters account for more of a line than this: it holds figures and nothing beside them
SURELY = 0.97  # of a line whose every word holds a letter that no Cyrillic one looks like: it is Latin
LATIN = 0.93  # PP-OCR is surer of Latin words than this, and mostly less sure of Cyrillic ones in disguise
FAINT = 0.35  # below this a line is no reading
FLOOR = 0.5  # PP-OCR's own floor for a line
SAMPLED = 12  # lines that tell which way up a page is
DOUBTED = 0.3  # of them on their heads, as the classifier says: so many, and some are read both ways
READ_BOTH_WAYS = 5  # lines


@dataclass(frozen=True, slots=True)
class Seen:
    """All lines of a picture."""

    lines: tuple[Line, ...] = ()
    turned: int = 0  # degrees clockwise by which the picture was turned to stand upright: 0, 90, 180, 270
    unread: int = 0  # lines in a script that no engine here knows
    faint: int = 0  # lines seen, but too faint to read
    tried: tuple[str, ...] = field(default=())


def read_picture(picture: Gray, *, upright: bool = False) -> Seen:
    """Return the lines of a picture; places are on the picture after it was turned by `turned`.

    `upright`: it is known to stand so.
    """
    turned, page, quads = (0, picture, pp_ocr.find_lines(picture)) if upright else _upright(picture)
    latin = pp_ocr.read_lines([even(cut(page, quad, height=pp_ocr.LINE)) for quad in quads])
    pairs = list(zip(quads, latin, strict=True))
    cyrillic = _has_cyrillic(pairs)
    if not tesseract.is_there():
        known = [Line(quad, told) for quad, told in pairs if _is_known(quad, told, cyrillic=cyrillic)]
        missing = len(pairs) - len(known)
        unread, faint = (missing, 0) if cyrillic else (0, missing)
        return Seen(tuple(known), turned, unread, faint, (pp_ocr.name(),))
    lines = [] if cyrillic else [_doubt(page, quad, told) for quad, told in pairs]
    # One line that Tesseract is sure holds Cyrillic letters, and others may hold them in disguise.
    if cyrillic or (not _is_chinese(pairs) and any(count_cyrillic(line.told.text) for line in lines)):
        lines = [_choose(page, quad, told) for quad, told in pairs]
    lines = rescue(page, lines)
    lines = [Line(line.quad, replace(line.told, text=name_forms(line.told.text))) for line in lines]
    kept = [line for line in lines if line.told.confidence >= FAINT and line.told.text.strip()]
    tried = dict.fromkeys([pp_ocr.name(), *(line.told.engine for line in kept)])
    return Seen(tuple(kept), turned, 0, len(lines) - len(kept), tuple(tried))


def _upright(picture: Gray) -> tuple[int, Gray, list[Quad]]:
    """Return by how much the picture is to be turned so that its lines run from left to right, it turned, and its lines."""
    turned = 0
    quads = pp_ocr.find_lines(picture)
    longest = _longest(quads)
    if longest and sum(map(is_upended, longest)) * 2 > len(longest):
        turned, picture = 90, _turn(picture, 90)
        quads = pp_ocr.find_lines(picture)
    crops = [even(cut(picture, quad, height=pp_ocr.LINE)) for quad in _longest(quads)]
    if pp_ocr.are_upside_down(crops) > DOUBTED and _reads_better_turned(crops[:READ_BOTH_WAYS]):
        turned, picture = turned + 180, _turn(picture, 180)
        quads = pp_ocr.find_lines(picture)
    return turned, picture, quads


def _reads_better_turned(crops: Sequence[Gray]) -> bool:
    """Say whether lines say more on their heads: the classifier alone was once sure of a whole upright Russian letter."""
    return _legible([_turn(crop, 180) for crop in crops]) > _legible(crops)


def _legible(crops: Sequence[Gray]) -> float:
    """Return how surely some engine reads the lines, summed; PP-OCR counts where it leaves no letters out."""
    total = 0.0
    for crop, told in zip(crops, pp_ocr.read_lines(crops), strict=True):
        whole = filled(told.text, width=crop.shape[1], height=crop.shape[0]) > TOO_FEW
        other = tesseract.read_lines([crop])[0].confidence if tesseract.is_there() else 0.0
        total += max(told.confidence if whole else 0.0, other)
    return total


def _turn(picture: Gray, degrees: int) -> Gray:
    return np.ascontiguousarray(np.rot90(picture, -degrees // 90))


def _longest(quads: Sequence[Quad]) -> list[Quad]:
    return sorted(quads, key=lambda quad: -max(width_of(quad), height_of(quad)))[:SAMPLED]


def _is_suspect(quad: Quad, told: Told) -> bool:
    """Say whether letters were left out, or are of neither script that PP-OCR knows."""
    if filled(told.text, width=width_of(quad), height=height_of(quad)) < TOO_FEW:
        return True
    return any(letter.isalpha() and not letter.isascii() and not is_han(letter) for letter in told.text)


def _is_known(quad: Quad, told: Told, *, cyrillic: bool) -> bool:
    """Say whether a line may stand where nothing can read Cyrillic: no letter of it can be a Cyrillic one in disguise."""
    if told.confidence < FLOOR or not told.text.strip():
        return False
    return not cyrillic or not (_is_suspect(quad, told) or any(map(only_lookalikes, told.text.split())))


def _has_cyrillic(pairs: Sequence[tuple[Quad, Told]]) -> bool:
    """Say whether so many lines are suspect that the page must have letters PP-OCR does not know."""
    return not _is_chinese(pairs) and sum(_is_suspect(quad, told) for quad, told in pairs) > MANY * len(pairs)


def _is_chinese(pairs: Sequence[tuple[Quad, Told]]) -> bool:
    text = "".join(told.text for _, told in pairs)
    return sum(map(is_han, text)) > HAN_SHARE * max(len(text.replace(" ", "")), 1)


def _doubt(picture: Gray, quad: Quad, latin: Told) -> Line:
    """Return a line of a page in other letters: a suspect one may be a Cyrillic name among them."""
    if latin.confidence >= FLOOR and (not _is_suspect(quad, latin) or any(map(is_han, latin.text))):
        return Line(quad, latin)
    best = _best(picture, quad)
    if count_cyrillic(best.text) > 1 and best.confidence >= CYRILLIC:
        return Line(quad, best)
    return Line(quad, latin if latin.confidence >= FLOOR else NOTHING)


def _choose(picture: Gray, quad: Quad, latin: Told) -> Line:
    """Return the line as the engine read it that can: figures and Latin words by PP-OCR, others by Tesseract."""
    suspect = _is_suspect(quad, latin) or latin.confidence < FLOOR
    if not suspect and (any(map(is_han, latin.text)) or _is_whole_figure(quad, latin)):
        return Line(quad, latin)
    if not suspect and _is_surely_latin(latin):
        return Line(quad, latin)
    best = _best(picture, quad)
    sure = best.confidence >= CYRILLIC or (best.confidence >= LIKELY and latin.confidence < LATIN)
    if suspect or (count_cyrillic(best.text) and sure):
        return Line(quad, best)
    return Line(quad, latin if is_plain(latin.text) and not only_lookalikes(latin.text) else best)


def _is_surely_latin(told: Told) -> bool:
    """Say whether every word with letters holds one that no Cyrillic letter looks like, and PP-OCR is sure of the line."""
    words = [word for word in told.text.split() if any(letter.isalpha() for letter in word)]
    return bool(words) and told.confidence >= SURELY and is_plain(told.text) and not any(map(only_lookalikes, words))


def _is_whole_figure(quad: Quad, told: Told) -> bool:
    """Say whether a line holds figures alone: no letter was read, and none can have been left out."""
    if any(letter.isalpha() for letter in told.text):
        return False
    return len(told.text) < 5 or filled(told.text, width=width_of(quad), height=height_of(quad)) > WHOLE


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
