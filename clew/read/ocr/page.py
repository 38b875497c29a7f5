"""A picture and its number go in; the page's text in the order of the eye, and each word with its place in points, come out."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from statistics import median
from typing import NamedTuple

import cv2
import numpy as np

from clew.model.source import Cell, Page, Word
from clew.read.ocr.letters import Line
from clew.read.ocr.quads import Gray, Quad, height_of, part, slant_of
from clew.read.ocr.route import Seen, read_picture
from clew.read.ocr.rules import Rule, find_rules
from clew.read.readers._aligned import find_aligned_tables
from clew.read.readers._cells import cells_of_rows, cells_of_words

_WORD = re.compile(r"\S+")
SUREST = 0.99  # no engine is as sure as a text layer, whatever it says
MOST = 4_000  # pixels of the longer side; more show nothing more of a page, and cost time
_STRAIGHT = 0.3  # degrees; a line that falls by less is drawn as a box
_LEVEL = 0.5  # of a line's height: middles no further apart share a row
_PADDING = 0.1  # of a line's height: white that its box has above and below the letters


class PictureRead(NamedTuple):
    """A page read from a picture."""

    page: Page
    words: tuple[Word, ...]
    slope: float  # of its lines: by how much they fall on a unit to the right
    missed: tuple[str, ...]  # in words, without the page's number
    tried: tuple[str, ...]
    rules: tuple[list[Rule], list[Rule]] = ([], [])  # drawn across and down, as if the page stood level

    def cells(self, *, first: int) -> list[Cell]:
        """Return the cells of its ruled and then of its aligned tables, found as if the page stood level.

        Args:
            first: the first table's number.
        """
        ruled = self._ruled(first)
        taken = {start for cell in ruled for start, _ in cell.runs}
        inside = [run for cell in ruled for run in cell.runs]
        first += len({cell.table for cell in ruled})
        level = [
            replace(word, y0=word.y0 - fall, y1=word.y1 - fall)
            for word in self.words
            if word.start not in taken and not any(start <= word.start < stop for start, stop in inside)
            for fall in [(word.x0 + word.x1) / 2 * self.slope]
        ]
        return ruled + [
            cell
            for table, rows in enumerate(find_aligned_tables(level, self.page.text), first)
            for cell in cells_of_rows(self.page.text, rows, page=self.page.number, table=table)
        ]

    def _ruled(self, first: int) -> list[Cell]:
        from clew.read.readers._ruled import tables_of_rules  # noqa: PLC0415 - it loads PDFium, and few pictures have rules

        if not (self.rules[0] and self.rules[1]):
            return []
        middles = [((word.x0 + word.x1) / 2, (word.y0 + word.y1) / 2, word) for word in self.words]
        places = [(x + self.slope * y, y - self.slope * x, word) for x, y, word in middles]
        found: list[Cell] = []
        for boxes in tables_of_rules(*self.rules):
            cells = cells_of_words(self.page.text, places, boxes, page=self.page.number, table=first)
            if len({cell.row for cell in cells}) > 1 and len({cell.column for cell in cells}) > 1:
                found += cells
                first += 1
        return found


def read_page(picture: Gray, number: int, *, label: str, points: float, upright: bool = False) -> PictureRead:
    """Return the text and words of a picture.

    Args:
        picture: gray, as the file shows it.
        number: of the page, 1-based.
        label: of the page.
        points: the size of a pixel in points.
        upright: the picture is known to stand upright, so that it need not be asked.
    """
    if max(picture.shape) > MOST:
        scale = MOST / max(picture.shape)
        picture = np.asarray(cv2.resize(picture, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA), np.uint8)
        points /= scale
    seen = read_picture(picture, upright=upright)
    text, words = _write(seen.lines, number, points)
    height, width = picture.shape if seen.turned % 180 == 0 else picture.shape[::-1]
    engines = " + ".join(dict.fromkeys(line.told.engine for line in seen.lines))
    page = Page(number, text, label, round(width * points, 2), round(height * points, 2), engines, seen.turned)
    slope = slope_of(seen.lines)
    stands = np.ascontiguousarray(np.rot90(picture, -seen.turned // 90))
    rules = find_rules(stands, slope=slope, points=points) if words else ([], [])
    return PictureRead(page, tuple(words), slope, tuple(_missed(seen)), seen.tried, rules)


def _missed(seen: Seen) -> Iterator[str]:
    if seen.unread:
        yield f"no engine for Cyrillic; {_counted(seen.unread)} of {seen.unread + len(seen.lines)} not read"
    if seen.faint:
        yield f"{_counted(seen.faint)} could not be read"


def _counted(number: int) -> str:
    return f"{number} line{'s' if number > 1 else ''}"


def _write(lines: Sequence[Line], number: int, points: float) -> tuple[str, list[Word]]:
    """Return the rows as lines of text, what stands side by side parted by a space, and the words."""
    text = ""
    words: list[Word] = []
    for row in rows_of(lines):
        for line in row:
            words += _words(line, len(text), number, points)
            text += line.told.text + " "
        text = text[:-1] + "\n"
    return text[:-1], words


def slope_of(lines: Sequence[Line]) -> float:
    """Return by how much the lines fall on a unit to the right, in the middle of them all."""
    return float(np.tan(np.radians(median(slant_of(line.quad) for line in lines)))) if lines else 0.0


def rows_of(lines: Sequence[Line]) -> list[list[Line]]:
    """Return the lines in rows from the top, each from left to right, as they stand when the page's slant is taken out."""
    slope = slope_of(lines)
    places = [(float(y - x * slope), float(x), line) for line in lines for x, y in [line.quad.mean(axis=0)]]
    rows: list[list[tuple[float, float, Line]]] = []
    for place in sorted(places, key=lambda one: one[:2]):
        tall = min(height_of(place[2].quad), *(height_of(one[2].quad) for one in rows[-1])) if rows else 0.0
        if rows and place[0] - rows[-1][0][0] <= _LEVEL * tall:
            rows[-1].append(place)
        else:
            rows.append([place])
    return [[line for _, _, line in sorted(row, key=lambda one: one[1])] for row in rows]


def _words(line: Line, offset: int, number: int, points: float) -> Iterator[Word]:
    slanted = abs(slant_of(line.quad)) > _STRAIGHT
    edges = line.told.edges
    for found in _WORD.finditer(line.told.text):
        start, stop = found.span()
        corners = _without_white(part(line.quad, edges[start], edges[stop])) * points
        (x0, y0), (x1, y1) = corners.min(axis=0), corners.max(axis=0)
        left, right = (float(corners[[0, 3], 0].mean()), float(corners[[1, 2], 0].mean()))
        length = max(edges[stop] - edges[start], 1e-6)
        yield Word(
            number,
            offset + start,
            offset + stop,
            x0=round(float(x0), 2),
            y0=round(float(y0), 2),
            x1=round(float(x1), 2),
            y1=round(float(y1), 2),
            edges=tuple(
                round(left + (right - left) * (edge - edges[start]) / length, 2) for edge in edges[start : stop + 1]
            ),
            confidence=round(min(line.told.confidence, SUREST), 3),
            corners=tuple(round(float(side), 2) for corner in corners for side in corner) if slanted else (),
        )


def _without_white(quad: Quad) -> Quad:
    left, right = (quad[3] - quad[0]) * _PADDING, (quad[2] - quad[1]) * _PADDING
    return np.array([quad[0] + left, quad[1] + right, quad[2] - right, quad[3] - left], np.float32)
