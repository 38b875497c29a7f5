"""Pictures (PNG, JPEG, TIFF, GIF, BMP, WEBP, HEIC) go in; the words seen on each page, with their places, come out.

A page stands as its file says (EXIF orientation), and is turned further where its lines run otherwise.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from clew.model.errors import UnreadableFile
from clew.model.source import Cell, Page, Reading, Word
from clew.read.means import PLAIN, Means, has_come, page_done
from clew.store.pictures import TYPES, frame, opened, points_a_pixel

if TYPE_CHECKING:
    from PIL.Image import Image

MEDIA_TYPES = TYPES
VERSION = 3
ORDER = 20

_MARKS = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
)
_BMP_HEADERS = (12, 40, 52, 56, 64, 108, 124)  # bytes: the known sizes of the header after the mark
_HEIC = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx")
_HEIF = (b"mif1", b"msf1")


def recognise(data: bytes, name: str) -> str | None:  # noqa: ARG001 - the mark decides, whatever the name
    """Return the media type if the mark of a picture stands at the beginning."""
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "image/webp"
    if data[4:8] == b"ftyp":
        return "image/heic" if data[8:12] in _HEIC else "image/heif" if data[8:12] in _HEIF else None
    if data[:2] == b"BM" and data[6:10] == bytes(4) and int.from_bytes(data[14:18], "little") in _BMP_HEADERS:
        return "image/bmp"
    return next((kind for mark, kind in _MARKS if data.startswith(mark)), None)


def read(data: bytes, media_type: str, means: Means = PLAIN) -> Reading:
    """Return what was read on each page; what could not be is named in `missed`.

    Raises:
        UnreadableFile: no page could be drawn.
    """
    draft = _Draft()
    with opened(data) as image:
        frames = int(getattr(image, "n_frames", 1))
        if media_type == "image/gif" and frames > 1:
            draft.warnings.append(f"moving picture: the first of {frames} frames was read")
            frames = 1
        if frames > means.limits.pages:
            draft.missed.append(f"pages {means.limits.pages + 1} to {frames} were not read: too many")
            frames = means.limits.pages
        for number in range(1, frames + 1):
            draft.add(image, number, media_type, means)
            page_done(means)
            has_come(f"page {number:,} of {frames:,}")
    if all(page.width == 0 for page in draft.pages):
        raise UnreadableFile(f"{media_type} file: {'; '.join(draft.missed)}")
    return Reading(
        tuple(draft.pages),
        tuple(draft.words),
        tuple(draft.cells),
        missed=tuple(draft.missed),
        warnings=tuple(draft.warnings),
        tried=tuple(dict.fromkeys(draft.tried)),
    )


class _Draft:
    """What was read of a picture so far."""

    def __init__(self) -> None:
        self.pages: list[Page] = []
        self.words: list[Word] = []
        self.cells: list[Cell] = []
        self.missed: list[str] = []
        self.warnings: list[str] = []
        self.tried: list[str] = []

    def add(self, image: Image, number: int, media_type: str, means: Means) -> None:
        """Read one page; if it cannot be drawn, an empty page keeps its number."""
        from clew.read.ocr.page import read_page  # noqa: PLC0415 - it loads the engines

        label = f"page {number}"
        try:
            gray, points = _drawn(image, number, means)
        except UnreadableFile as error:
            self.pages.append(Page(number, "", label))
            self.missed.append(f"{label}: {error}")
            return
        seen = read_page(gray, number, label=label, points=points)
        self.pages.append(seen.page)
        self.words += seen.words
        self.cells += seen.cells(first=len({cell.table for cell in self.cells}))
        self.tried += seen.tried
        self.missed += [f"{label}: {why}" for why in seen.missed]
        if not seen.words and not seen.missed:
            self.warnings.append(
                f"{label}: no words were seen in this {media_type.removeprefix('image/').upper()} picture"
            )


def _drawn(image: Image, number: int, means: Means) -> tuple[np.ndarray[tuple[int, int], np.dtype[np.uint8]], float]:
    """Return a page in gray, and the size of a pixel in points."""
    try:
        image.seek(number - 1)
    except (EOFError, OSError, ValueError) as error:
        raise UnreadableFile(f"expected a whole picture, found a damaged one ({error})") from error
    width, height = image.size
    if width * height > means.limits.page_pixels:
        most = means.limits.page_pixels // 1_000_000
        raise UnreadableFile(f"expected {most} million pixels at most, found {width} x {height} (setting read_page_mp)")
    points = points_a_pixel(image, width=width, height=height)
    return np.asarray(frame(image, number).convert("L")), points
