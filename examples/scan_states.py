"""A drawn page comes in; what a scanner or a telephone makes of it goes out, as a gray picture with its resolution.

Four states: clean at 300 dots an inch; light, an office scanner at 200; heavy, a bad copy at 150 (blurred, noisy, 2 degrees
askew); photo, taken by hand from an angle in uneven light. Everything that is left to chance comes from the dice.
"""

import io
import random
from collections.abc import Callable

import cv2
import numpy as np
import pypdfium2
from numpy.typing import NDArray
from PIL import Image

Gray = NDArray[np.uint8]


def render(pdf: bytes, dpi: int) -> Gray:
    """Return the first page in gray."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return np.ascontiguousarray(document[0].render(scale=dpi / 72, grayscale=True).to_numpy().squeeze())
    finally:
        document.close()


def clean(pdf: bytes, dice: random.Random) -> tuple[Gray, int]:  # noqa: ARG001 - nothing is left to chance
    """Return the page as it would be drawn at 300 dots an inch."""
    return render(pdf, 300), 300


def light(pdf: bytes, dice: random.Random) -> tuple[Gray, int]:
    """Return a fair scan: a little soft, a little noise, up to half a degree askew, paper not quite white."""
    page = cv2.GaussianBlur(_turned(render(pdf, 200), dice.uniform(-0.5, 0.5)), (3, 3), 0.6)
    return _noisy(page * 0.94 + 8, 4, dice), 200


def heavy(pdf: bytes, dice: random.Random) -> tuple[Gray, int]:
    """Return a bad copy: blurred, noisy, with specks, 2 degrees askew, faint."""
    page = cv2.GaussianBlur(_turned(render(pdf, 150), dice.choice([-2.0, 2.0])), (3, 3), 0.9)
    specks = np.array(_noise(page.shape, dice))
    page = np.where(specks > 3.6, 40.0, page * 0.75 + 45)
    return _noisy(page, 13, dice), 150


def photo(pdf: bytes, dice: random.Random) -> tuple[Gray, int]:
    """Return a telephone's picture: perspective, a dark table around the sheet, a shadow, some blur."""
    page = render(pdf, 190).astype(np.float32)
    height, width = page.shape
    edge = int(width * 0.07)
    away = lambda: dice.uniform(0.15, 1.0) * edge  # noqa: E731 - four corners, each somewhere else
    corners = [
        (away(), away()),
        (width + edge * 2 - away(), away()),
        (width + edge * 2 - away(), height + edge * 2 - away()),
        (away(), height + edge * 2 - away()),
    ]
    plane = cv2.getPerspectiveTransform(
        np.array([(0, 0), (width, 0), (width, height), (0, height)], np.float32), np.array(corners, np.float32)
    )
    size = (width + edge * 2, height + edge * 2)
    seen = cv2.warpPerspective(page, plane, size, borderValue=70.0)
    across = np.linspace(dice.uniform(0.72, 0.82), 1.0, size[0], dtype=np.float32)
    down = np.linspace(1.0, dice.uniform(0.8, 0.9), size[1], dtype=np.float32)
    seen = cv2.GaussianBlur(seen, (3, 3), 0.8) * across[None, :] * down[:, None]
    return _noisy(seen * 0.92 + 10, 5, dice), 190


STATES: dict[str, Callable[[bytes, random.Random], tuple[Gray, int]]] = {
    "clean": clean,
    "light": light,
    "heavy": heavy,
    "photo": photo,
}


def _turned(page: Gray, degrees: float) -> NDArray[np.float32]:
    height, width = page.shape
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1.0)
    return cv2.warpAffine(page.astype(np.float32), turn, (width, height), flags=cv2.INTER_CUBIC, borderValue=255.0)


def _noise(shape: tuple[int, ...], dice: random.Random) -> NDArray[np.float64]:
    return np.random.default_rng(dice.randrange(2**32)).standard_normal(shape)


def _noisy(page: NDArray[np.floating], strength: float, dice: random.Random) -> Gray:
    grain = cv2.GaussianBlur(_noise(page.shape, dice), (3, 3), 0.7) * strength * 1.6
    return np.clip(page + grain, 0, 255).astype(np.uint8)


def as_jpeg(page: Gray, dpi: int, *, quality: int = 72) -> bytes:
    """Return the picture as a gray JPEG that says its resolution."""
    buffer = io.BytesIO()
    Image.fromarray(page).save(buffer, "JPEG", quality=quality, dpi=(dpi, dpi))
    return buffer.getvalue()


def as_png(page: Gray, dpi: int) -> bytes:
    """Return the picture as a gray PNG of sixteen shades that says its resolution."""
    buffer = io.BytesIO()
    Image.fromarray(page).quantize(16).save(buffer, "PNG", dpi=(dpi, dpi), optimize=True)
    return buffer.getvalue()
