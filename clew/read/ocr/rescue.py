"""Lines with Cyrillic letters go in; their codes and Latin names, which Tesseract gets wrong among them, come out read again.

`EZ0051059` in a Russian sentence comes with a Cyrillic first letter. Cut out by itself it holds no Cyrillic letter, and PP-OCR, which is the
better reader of figures and Latin letters, can be asked. Its answer counts only where it leaves no letter out and is sure.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from clew.read.ocr import pp_ocr
from clew.read.ocr.clean import even
from clew.read.ocr.letters import Line, Told, count_cyrillic, filled, is_plain, only_lookalikes
from clew.read.ocr.quads import Gray, Quad, cut, height_of, part, width_of

SURE = 0.95  # of PP-OCR's answer
WHOLE = 0.75  # of the word's length that its letters account for
_WORD = re.compile(r"\S+")
_ENDS = 0.12  # of the line's height: white to leave at either end of the word cut out
_MARKS = "«»\"'().,;:"


class _Asked(NamedTuple):
    line: int
    start: int
    stop: int
    quad: Quad


def rescue(picture: Gray, lines: Sequence[Line]) -> list[Line]:
    """Return the lines with the words replaced that PP-OCR reads surely as codes or Latin."""
    asked = [one for nth, line in enumerate(lines) for one in _doubtful(nth, line)]
    answers = pp_ocr.read_lines([even(cut(picture, one.quad, height=pp_ocr.LINE)) for one in asked])
    found = list(lines)
    for one, answer in sorted(zip(asked, answers, strict=True), key=lambda pair: -pair[0].start):
        line = found[one.line]
        before = line.told.text[one.start : one.stop]
        if _is_better(answer, before, one.quad):
            found[one.line] = replace(line, told=_with(line.told, one, answer))
    return found


def _doubtful(nth: int, line: Line) -> Iterator[_Asked]:
    """Yield the words that hold a figure or a Latin letter, in lines that Tesseract read."""
    if line.told.engine == pp_ocr.name():
        return
    length, height = width_of(line.quad), height_of(line.quad)
    for word in _WORD.finditer(line.told.text):
        start, stop = word.start(), word.end()
        while stop > start and line.told.text[start] in _MARKS:
            start += 1
        while stop > start and line.told.text[stop - 1] in _MARKS:
            stop -= 1
        inner = line.told.text[start:stop]
        figures = sum(letter.isdigit() for letter in inner)
        latin = sum(letter.isascii() and letter.isalpha() for letter in inner)
        if len(inner) < 3 or not (figures >= 2 or latin):
            continue
        ends = _ENDS * height / max(length, 1.0)
        left, right = max(line.told.edges[start] - ends, 0.0), min(line.told.edges[stop] + ends, 1.0)
        yield _Asked(nth, start, stop, part(line.quad, left, right))


def _is_better(answer: Told, before: str, quad: Quad) -> bool:
    """Say whether an answer may replace a word: sure, whole, plain, and as long as what stood there."""
    text = answer.text.strip()
    if text == before or " " in text or answer.confidence < SURE or not is_plain(text):
        return False
    if filled(text, width=width_of(quad), height=height_of(quad)) < WHOLE or not 0 <= len(text) - len(before) <= 1:
        return False  # it may find a letter that was run together with its neighbour, but never lose one
    has_figures = sum(letter.isdigit() for letter in text) >= 2
    # A word of Cyrillic letters alone that PP-OCR takes for Latin ones that look alike stays Cyrillic.
    return has_figures or (not only_lookalikes(text) and count_cyrillic(before) < len(before))


def _with(told: Told, one: _Asked, answer: Told) -> Told:
    """Return the line with a word replaced; its letters share the way between the word's two edges."""
    text = answer.text.strip()
    left, right = told.edges[one.start], told.edges[one.stop]
    inner = tuple(left + (right - left) * nth / len(text) for nth in range(len(text)))
    return replace(
        told,
        text=told.text[: one.start] + text + told.text[one.stop :],
        edges=(*told.edges[: one.start], *inner, *told.edges[one.stop :]),
    )
