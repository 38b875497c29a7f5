"""Pictures of the places where words stand: quotes go in, marked page regions come out, each drawn once.

Pages of PDF and picture originals are drawn; the boxes are those the reader kept, in points from the top left.
"""

import base64
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from clew.model.errors import UnreadableFile
from clew.model.source import Span
from clew.store import pictures
from clew.store.case import Case

DPI = 110
REGIONS_MOST = 600  # at about 10 KiB each; beyond this the notes say that the picture was left out
CONTEXT = 22.0  # points shown above and below the words
MARGIN = 8.0  # points around what is shown
NEAR = 36.0  # points: words further apart, down the page, get a picture of their own
TALLEST = 420.0  # points; a longer quote is cut, its first words shown
OPEN_PDFS = 4

BOXES = """select w.source, w.page, w.start, w.stop, w.x0, w.y0, w.x1, w.y1, w.edges
           from words w join (select distinct unnest($sources::varchar[]) as source, unnest($pages::integer[]) as page) p
               on p.source = w.source and p.page = w.page
           order by w.source, w.page, w.start"""
PAGE_SIZES = """select p.source, p.number, p.width, p.height, p.rotation, s.sha256, s.media_type
                from pages p join sources s on s.id = p.source
                where p.width > 0 and p.source in (select unnest($sources::varchar[]))"""


class Box(NamedTuple):
    """A rectangle in points from the top left of the page."""

    x0: float
    y0: float
    x1: float
    y1: float


@dataclass(frozen=True, slots=True)
class Region:
    """A picture of part of a page with words marked; `home` is the note that shows it, others point there."""

    home: str
    page: int
    alt: str  # the words marked
    image: str  # WebP, base64
    width: int  # pixels
    height: int  # pixels

    @property
    def css_width(self) -> int:
        """The width at which the picture has the size of the page, in CSS pixels (96 an inch)."""
        return round(self.width * 96 / DPI)

    @property
    def css_height(self) -> int:
        """The height that goes with `css_width`."""
        return round(self.height * 96 / DPI)


class Regions:
    """Draws the regions of a report. Give every span it may be asked for at the start; one query fetches the boxes."""

    def __init__(self, case: Case, spans: Iterable[Span]) -> None:
        places = sorted({(span.source, span.page) for span in spans})
        sources, pages = [source for source, _ in places], [page for _, page in places]
        self._archive = case.archive
        self._pages = {(row["source"], row["number"]): row for row in case.query(PAGE_SIZES, sources=sources)}
        self._words: dict[tuple[str, int], list[dict[str, Any]]] = {}
        for row in case.query(BOXES, sources=sources, pages=pages):
            self._words.setdefault((row["source"], row["page"]), []).append(row)
        self._pdfs: dict[str, Any] = {}
        self._drawn: dict[object, Region | None] = {}
        self.left_out = 0

    def draw(self, quotes: Sequence[tuple[Span, str]], *, home: str) -> tuple[Region, ...]:
        """Return the regions where these words stand; none where the page has no boxes or cannot be drawn."""
        found: list[Region] = []
        for place in sorted({(span.source, span.page) for span, _ in quotes}):
            here = [(span, text) for span, text in quotes if (span.source, span.page) == place]
            for cluster in _cluster([(box, text) for span, text in here for box in self._boxes(span)]):
                region = self._region(place, cluster, home=home)
                if region:
                    found.append(region)
        return tuple(found)

    def close(self) -> None:
        """Let go of the originals."""
        for pdf in self._pdfs.values():
            pdf.close()
        self._pdfs.clear()

    def _boxes(self, span: Span) -> list[Box]:
        words = self._words.get((span.source, span.page), ())
        return [_cut(word, span) for word in words if word["start"] < span.stop and span.start < word["stop"]]

    def _region(self, place: tuple[str, int], cluster: list[tuple[Box, str]], *, home: str) -> Region | None:
        page = self._pages.get(place)
        if page is None or page["media_type"] not in ("application/pdf", *pictures.TYPES):
            return None
        lines = _lines([box for box, _ in cluster])
        key = (page["sha256"], place[1], tuple(tuple(round(edge, 1) for edge in box) for box in lines))
        if key not in self._drawn:
            if sum(region is not None for region in self._drawn.values()) >= REGIONS_MOST:
                self.left_out += 1
                return None
            alt = " … ".join(dict.fromkeys(text for _, text in cluster))
            self._drawn[key] = self._paint(page, lines, alt=alt, home=home)
        return self._drawn[key]

    def _paint(self, page: Mapping[str, Any], lines: list[Box], *, alt: str, home: str) -> Region | None:
        beside = [_whole(word) for word in self._words.get((page["source"], page["number"]), ())]
        crop = _crop(lines, beside, width=page["width"], height=page["height"])
        image = self._render(page, crop)
        if image is None:
            return None
        marked = _mark(image, [_shift(line, crop) for line in lines])
        data = io.BytesIO()
        marked.save(data, "WEBP", quality=62, method=4)
        text = base64.b64encode(data.getvalue()).decode("ascii")
        return Region(home, page["number"], alt, text, marked.width, marked.height)

    def _render(self, page: Mapping[str, Any], crop: Box) -> Any:
        if page["media_type"] != "application/pdf":
            return self._render_picture(page, crop)
        import pypdfium2 as pdfium  # noqa: PLC0415 - a report without PDF need not load it

        try:
            sheet = self._open(page["sha256"])[page["number"] - 1]
        except (pdfium.PdfiumError, IndexError):
            return None
        if page["rotation"]:
            image = pictures.turned(sheet.render(scale=DPI / 72).to_pil().convert("RGB"), page["rotation"])
            return _cut_out(image, crop, page)
        width, height = sheet.get_size()
        # Boxes measured on a page of another size would mark other words than the ones quoted.
        if abs(width - page["width"]) > 1 or abs(height - page["height"]) > 1:
            return None
        margins = (crop.x0, max(height - crop.y1, 0), max(width - crop.x1, 0), crop.y0)
        image = sheet.render(scale=DPI / 72, crop=margins).to_pil().convert("RGB")
        sheet.close()
        return image

    def _render_picture(self, page: Mapping[str, Any], crop: Box) -> Any:
        try:
            with pictures.opened(self._archive.bytes(page["sha256"])) as image:
                return _cut_out(pictures.turned(pictures.frame(image, page["number"]), page["rotation"]), crop, page)
        except UnreadableFile:
            return None

    def _open(self, sha256: str) -> Any:
        import pypdfium2 as pdfium  # noqa: PLC0415 - as above

        if sha256 not in self._pdfs:
            if len(self._pdfs) >= OPEN_PDFS:
                self._pdfs.pop(next(iter(self._pdfs))).close()
            self._pdfs[sha256] = pdfium.PdfDocument(self._archive.bytes(sha256))
        return self._pdfs[sha256]


def _whole(word: Mapping[str, Any]) -> Box:
    return Box(word["x0"], word["y0"], word["x1"], word["y1"])


def _cut(word: Mapping[str, Any], span: Span) -> Box:
    """Return the box of the part of a word that lies in a span, by the edges of its characters where they are kept."""
    first, last = max(span.start, word["start"]) - word["start"], min(span.stop, word["stop"]) - word["start"]
    edges = word["edges"] or ()
    if len(edges) != word["stop"] - word["start"] + 1:
        return _whole(word)
    return Box(edges[first], word["y0"], edges[last], word["y1"])


def _cluster(boxes: list[tuple[Box, str]]) -> list[list[tuple[Box, str]]]:
    """Return the boxes in groups that stand near one another down the page."""
    groups: list[list[tuple[Box, str]]] = []
    bottom = 0.0
    for box, text in sorted(boxes, key=lambda entry: (entry[0].y0, entry[0].x0)):
        if not groups or box.y0 - bottom > NEAR:
            groups.append([])
            bottom = box.y1
        groups[-1].append((box, text))
        bottom = max(bottom, box.y1)
    return groups


def _lines(boxes: Iterable[Box]) -> list[Box]:
    """Return the boxes with neighbours on one line joined, so that a sentence is marked in one stroke a line."""
    rows: list[list[Box]] = []
    for box in sorted(set(boxes), key=lambda box: (box.y0 + box.y1, box.x0)):
        # Letters with tails make boxes of one line differ in height: the middles tell the line.
        if not rows or (box.y0 + box.y1) / 2 > rows[-1][0].y1 or (box.y0 + box.y1) / 2 < rows[-1][0].y0:
            rows.append([])
        rows[-1].append(box)
    return [stroke for row in rows for stroke in _strokes(sorted(row, key=lambda box: (box.x0, box.x1)))]


def _strokes(row: Iterable[Box]) -> Iterator[Box]:
    """Yield the boxes of one line, from left to right, with those joined that a space or less keeps apart."""
    stroke: Box | None = None
    for box in row:
        if stroke and box.x0 - stroke.x1 < (box.y1 - box.y0) * 0.8:
            stroke = Box(stroke.x0, min(stroke.y0, box.y0), max(stroke.x1, box.x1), max(stroke.y1, box.y1))
            continue
        if stroke:
            yield stroke
        stroke = box
    if stroke:
        yield stroke


def _crop(lines: Sequence[Box], beside: Iterable[Box], *, width: float, height: float) -> Box:
    """Return the part of the page to show: the lines, and the whole words of the lines above, below and beside them."""
    top, bottom = min(line.y0 for line in lines) - CONTEXT, max(line.y1 for line in lines) + CONTEXT
    shown = [*lines, *(box for box in beside if top < (box.y0 + box.y1) / 2 < bottom)]
    x0 = max(0.0, min(box.x0 for box in shown) - MARGIN)
    x1 = min(width, max(box.x1 for box in shown) + MARGIN)
    y0 = max(0.0, min(box.y0 for box in shown) - MARGIN)
    y1 = min(height, max(box.y1 for box in shown) + MARGIN, y0 + TALLEST)
    # A box outside its page (a careless PDF) must still leave a picture of at least a few points.
    return Box(min(x0, width - 10), min(y0, height - 10), max(x1, x0 + 10), max(y1, y0 + 10))


def _cut_out(image: Any, crop: Box, page: Mapping[str, Any]) -> Any:
    """Return a part of a page's picture at the report's resolution; None where it has another shape than the page had."""
    across, down = image.width / page["width"], image.height / page["height"]
    if abs(across / down - 1) > 0.01:
        return None
    size = (round((crop.x1 - crop.x0) * DPI / 72), round((crop.y1 - crop.y0) * DPI / 72))
    box = (crop.x0 * across, crop.y0 * down, crop.x1 * across, crop.y1 * down)
    return image.convert("RGB").resize(size, box=box, reducing_gap=2.0)


def _shift(line: Box, crop: Box) -> Box:
    scale = DPI / 72
    return Box(*((edge - origin) * scale for edge, origin in zip(line, (crop.x0, crop.y0) * 2, strict=True)))


def _mark(image: Any, lines: Iterable[Box]) -> Any:
    """Return the picture with a translucent box over each line of words, and a rule under it."""
    from PIL import Image, ImageDraw  # noqa: PLC0415 - as pypdfium2

    veil = Image.new("RGBA", image.size, (0, 0, 0, 0))
    brush = ImageDraw.Draw(veil)
    for line in lines:
        if line.x1 > line.x0 and line.y1 > line.y0:
            brush.rectangle((line.x0 - 2, line.y0 - 2, line.x1 + 2, line.y1 + 2), fill=(255, 200, 0, 80))
            brush.line((line.x0 - 2, line.y1 + 2, line.x1 + 2, line.y1 + 2), fill=(150, 70, 0, 255), width=2)
    return Image.alpha_composite(image.convert("RGBA"), veil).convert("RGB")
