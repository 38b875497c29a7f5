"""An original's bytes go in; its pages as pictures come out, as a viewer shows them: turned as the file says, on white.

Reading and reporting both draw pages; they must draw the same ones, or a quote would be marked beside its ink.
"""

from __future__ import annotations

import io
import re
import warnings
from contextlib import contextmanager
from typing import TYPE_CHECKING

from clew.model.errors import UnreadableFile

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PIL.Image import Image

TYPES = (
    *("image/png", "image/jpeg", "image/gif", "image/tiff", "image/bmp", "image/webp"),
    *("image/heic", "image/heif"),
)
LONG_SIDE = 841.9  # points: of A4, the size a picture is taken to have whose file tells no size to believe
_DOTS = (100.0, 1_250.0)  # an inch: below are the 72 and 96 that mean nothing, above no scanner
MOST_PIXELS = 178_956_970  # past which Pillow takes a picture for a bomb: twice its MAX_IMAGE_PIXELS
_MARGIN = 4  # pixels a side may be off when a page is drawn again


@contextmanager
def opened(data: bytes) -> Iterator[Image]:
    """Open a picture without decoding it; its pages are its frames.

    Raises:
        UnreadableFile: the bytes are no picture we know, or a broken one.
    """
    from PIL import Image, UnidentifiedImageError  # noqa: PLC0415 - 60 ms, and only pictures need it

    if data[4:8] == b"ftyp":
        from pi_heif import register_heif_opener  # type: ignore[import-untyped]  # noqa: PLC0415 - as above

        register_heif_opener()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of size, which the caller bounds, and of odd tags
        try:
            image = Image.open(io.BytesIO(data))
        except Image.DecompressionBombError as error:
            size = re.search(r"\d{9,}", str(error))  # the library tells it in its message only
            pixels = f"one of {int(size[0]):,} pixels" if size else "a far larger one"
            raise UnreadableFile(f"expected a picture of {MOST_PIXELS:,} pixels at most, found {pixels}") from error
        except (UnidentifiedImageError, OSError, ValueError, SyntaxError) as error:
            raise UnreadableFile(f"expected a picture, found {str(error).split(' <')[0]}") from error
        with image:
            yield image


def points_a_pixel(image: Image, *, width: int, height: int) -> float:
    """Return the size of a pixel in points: as the file says, or so that the longer side is as long as A4's."""
    said = image.info.get("dpi", (0, 0))
    dots = float(said[0]) if isinstance(said, tuple) and said else 0.0
    if _DOTS[0] <= dots <= _DOTS[1]:
        return 72 / dots
    return LONG_SIDE / max(width, height)


def frame(image: Image, number: int) -> Image:
    """Return one page, 1-based, in colour on white, turned as the file's own mark (EXIF orientation) says.

    Raises:
        UnreadableFile: the page is broken or cut off.
    """
    from PIL import Image as Pillow  # noqa: PLC0415 - as above
    from PIL import ImageOps  # noqa: PLC0415 - as above

    try:
        image.seek(number - 1)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            page = ImageOps.exif_transpose(image)
            if page.mode.startswith("I"):  # 16 bits of gray, which converting would cut at 255
                page = page.point(lambda value: value / 257).convert("L")
            if "A" in page.getbands() or "transparency" in page.info:
                page = page.convert("RGBA")
                page = Pillow.alpha_composite(Pillow.new("RGBA", page.size, "white"), page)
            return page.convert("L" if page.mode in ("1", "L") else "RGB")
    except (OSError, ValueError, SyntaxError, EOFError, Pillow.DecompressionBombError) as error:
        raise UnreadableFile(f"expected a whole picture, found a damaged one ({error})") from error


def turned(page: Image, degrees: int) -> Image:
    """Return a page turned clockwise by 0, 90, 180 or 270 degrees."""
    return page.rotate(-degrees, expand=True) if degrees % 360 else page
