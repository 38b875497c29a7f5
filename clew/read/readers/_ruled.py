"""A page of a PDF goes in; the cells that its drawn lines enclose come out.

The rule is that of pdfplumber's "lines" strategy (after A. Nurminen, Algorithmic Extraction of Data in Tables in PDF
Documents, 2013): join lines, find where they cross, take the smallest rectangles between crossings. It works here on
PDFium's own paths: reading the page a second time for them ran at 23 pages/s, this at about 250.
"""

import ctypes
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise

import pypdfium2.raw as pdfium_c
from pypdfium2 import PdfPage

from clew.read.readers._letters import Box, turn_of

_SNAP = 3.0  # points; lines nearer than this are one line
_SHORTEST = 6.0  # points; what is shorter after joining is an ornament
_MOST_OBJECTS = 20_000  # a page with more is a drawing
_MOST_CROSSINGS = 100_000
_DEEPEST_FORM = 4

Matrix = tuple[float, float, float, float, float, float]
Segment = tuple[float, float, float]  # where it lies on the other axis; start; stop
_IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def find_ruled_tables(page: PdfPage) -> list[list[Box]]:
    """Return the tables that lines enclose, from the top, each as the boxes of its cells."""
    turn = turn_of(page)
    across: list[Segment] = []
    down: list[Segment] = []
    for start, stop in _strokes(page):
        (ax, ay), (bx, by) = turn(*start), turn(*stop)
        if abs(ay - by) <= 1.0 < abs(ax - bx):
            across.append(((ay + by) / 2, min(ax, bx), max(ax, bx)))
        elif abs(ax - bx) <= 1.0 < abs(ay - by):
            down.append(((ax + bx) / 2, min(ay, by), max(ay, by)))
    return tables_of_rules(across, down)


def tables_of_rules(across: list[Segment], down: list[Segment]) -> list[list[Box]]:
    """Return the tables that straight rules enclose, from the top, each as the boxes of its cells."""
    across, down = _join(across), _join(down)
    if len(across) < 3 or len(down) < 3 or len(across) * len(down) > _MOST_CROSSINGS:
        return []
    return _group(_cells(across, down))


def _strokes(page: PdfPage) -> Iterator[tuple[tuple[float, float], tuple[float, float]]]:
    """Yield the straight strokes that are painted on the page, in PDF space."""
    count = pdfium_c.FPDFPage_CountObjects(page.raw)
    objects = (pdfium_c.FPDFPage_GetObject(page.raw, nth) for nth in range(min(count, _MOST_OBJECTS)))
    yield from _strokes_of(objects, _IDENTITY, 0)


def _strokes_of(
    objects: Iterable[object], outer: Matrix, depth: int
) -> Iterator[tuple[tuple[float, float], tuple[float, float]]]:
    for item in objects:
        kind = pdfium_c.FPDFPageObj_GetType(item)
        if kind == pdfium_c.FPDF_PAGEOBJ_FORM and depth < _DEEPEST_FORM:
            count = min(pdfium_c.FPDFFormObj_CountObjects(item), _MOST_OBJECTS)
            inner = (pdfium_c.FPDFFormObj_GetObject(item, nth) for nth in range(count))
            yield from _strokes_of(inner, _times(_matrix(item), outer), depth + 1)
        elif kind == pdfium_c.FPDF_PAGEOBJ_PATH and _is_painted(item):
            yield from _path(item, _times(_matrix(item), outer))


def _is_painted(path: object) -> bool:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium_c.FPDFPath_GetDrawMode(path, fill, stroke)
    return bool(fill.value or stroke.value)


def _path(path: object, matrix: Matrix) -> Iterator[tuple[tuple[float, float], tuple[float, float]]]:
    x, y = ctypes.c_float(), ctypes.c_float()
    start = last = (0.0, 0.0)
    for nth in range(pdfium_c.FPDFPath_CountSegments(path)):
        segment = pdfium_c.FPDFPath_GetPathSegment(path, nth)
        pdfium_c.FPDFPathSegment_GetPoint(segment, x, y)
        point = _moved((x.value, y.value), matrix)
        kind = pdfium_c.FPDFPathSegment_GetType(segment)
        if kind == pdfium_c.FPDF_SEGMENT_MOVETO:
            start = point
        elif kind == pdfium_c.FPDF_SEGMENT_LINETO:
            yield last, point
        if pdfium_c.FPDFPathSegment_GetClose(segment):
            yield point, start
        last = point


def _matrix(item: object) -> Matrix:
    found = pdfium_c.FS_MATRIX()
    if not pdfium_c.FPDFPageObj_GetMatrix(item, found):
        return _IDENTITY
    return (found.a, found.b, found.c, found.d, found.e, found.f)


def _times(inner: Matrix, outer: Matrix) -> Matrix:
    a, b, c, d, e, f = inner
    p, q, r, s, t, u = outer
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)


def _moved(point: tuple[float, float], matrix: Matrix) -> tuple[float, float]:
    (x, y), (a, b, c, d, e, f) = point, matrix
    return (a * x + c * y + e, b * x + d * y + f)


def _join(segments: list[Segment]) -> list[Segment]:
    """Return the lines that the segments make up: neighbours snapped together, touching ends joined."""
    lines: list[list[Segment]] = []
    for segment in sorted(segments):
        if lines and segment[0] - lines[-1][0][0] <= _SNAP:
            lines[-1].append(segment)
        else:
            lines.append([segment])
    joined: list[Segment] = []
    for line in lines:
        level = sum(segment[0] for segment in line) / len(line)
        parts: list[list[float]] = []
        for _, start, stop in sorted(line, key=lambda segment: segment[1:]):
            if parts and start <= parts[-1][1] + _SNAP:
                parts[-1][1] = max(parts[-1][1], stop)
            else:
                parts.append([start, stop])
        joined += [(level, start, stop) for start, stop in parts if stop - start >= _SHORTEST]
    return joined


def _cells(across: list[Segment], down: list[Segment]) -> list[Box]:
    """Return the smallest rectangles whose four corners are crossings joined by lines."""
    beside: dict[tuple[float, float], tuple[int, int]] = {}  # crossing (x, y): its line across, its line down
    for nth, (y, x0, x1) in enumerate(across):
        for mth, (x, y0, y1) in enumerate(down):
            if x0 - _SNAP <= x <= x1 + _SNAP and y0 - _SNAP <= y <= y1 + _SNAP:
                beside[x, y] = (nth, mth)
    right: dict[int, list[float]] = defaultdict(list)
    below: dict[int, list[float]] = defaultdict(list)
    for (x, y), (nth, mth) in sorted(beside.items()):
        right[nth].append(x)
        below[mth].append(y)
    cells = (_smallest(corner, lines, beside, right, below) for corner, lines in beside.items())
    return sorted((cell for cell in cells if cell), key=lambda cell: (cell[1], cell[0]))


def _smallest(
    corner: tuple[float, float],
    lines: tuple[int, int],
    beside: dict[tuple[float, float], tuple[int, int]],
    right: dict[int, list[float]],
    below: dict[int, list[float]],
) -> Box | None:
    """Return the smallest cell with this top left corner."""
    (x, y), (nth, mth) = corner, lines
    for bottom in below[mth][bisect_right(below[mth], y) :]:
        low = beside[x, bottom][0]
        for far in right[nth][bisect_right(right[nth], x) :]:
            other = beside.get((far, bottom))
            if other and other[0] == low and other[1] == beside[far, y][1]:
                return (x, y, far, bottom)
    return None


def _group(cells: list[Box]) -> list[list[Box]]:
    """Return the cells grouped into tables: cells that share a corner belong together; two by two at least."""
    leader = list(range(len(cells)))

    def lead(nth: int) -> int:
        while leader[nth] != nth:
            leader[nth] = leader[leader[nth]]
            nth = leader[nth]
        return nth

    owner: dict[tuple[float, float], int] = {}
    for nth, (x0, y0, x1, y1) in enumerate(cells):
        for corner in ((x0, y0), (x0, y1), (x1, y0), (x1, y1)):
            leader[lead(nth)] = lead(owner.setdefault(corner, nth))
    tables: dict[int, list[Box]] = defaultdict(list)
    for nth, cell in enumerate(cells):
        tables[lead(nth)].append(cell)
    return [table for table in tables.values() if _is_grid(table)]


def _is_grid(table: list[Box]) -> bool:
    rows = sorted({cell[1] for cell in table})
    columns = sorted({cell[0] for cell in table})
    return len(rows) > 1 and len(columns) > 1 and all(high < low for high, low in pairwise(rows))
