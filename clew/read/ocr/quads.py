"""Lines of a picture: four corners go in; the line cut out upright, and places along it on the picture, come out."""

import cv2
import numpy as np
from numpy.typing import NDArray

Gray = NDArray[np.uint8]  # rows, columns
Quad = NDArray[
    np.float32
]  # 4 rows of x, y in pixels: top left, top right, bottom right, bottom left of the line as read

_NARROW = 8  # pixels; no engine reads less
_TALL = 1.5  # a box so many times as tall as wide is a line that runs down or up


def width_of(quad: Quad) -> float:
    """Return the length of the line in pixels, the longer of its two sides."""
    return float(max(np.linalg.norm(quad[1] - quad[0]), np.linalg.norm(quad[2] - quad[3])))


def height_of(quad: Quad) -> float:
    """Return the height of the line in pixels, the longer of its two sides."""
    return float(max(np.linalg.norm(quad[3] - quad[0]), np.linalg.norm(quad[2] - quad[1])))


def is_upended(quad: Quad) -> bool:
    """Say whether the line runs down or up the picture."""
    return height_of(quad) > _TALL * width_of(quad)


def cut(picture: Gray, quad: Quad, *, height: int, above: float = 0.08) -> Gray:
    """Return the line cut out upright, `height` pixels tall, with `above` of its height more on top and below."""
    grown = grow(quad, above)
    tall = height_of(grown)
    width = max(_NARROW, round(width_of(grown) * height / max(tall, 1.0)))
    left, top = np.maximum(np.floor(grown.min(axis=0)) - 2, 0).astype(int)
    right, bottom = np.ceil(grown.max(axis=0)).astype(int) + 2
    around = picture[top:bottom, left:right]
    if around.size == 0:
        return np.full((height, width), 255, np.uint8)
    grown = grown - np.array([left, top], np.float32)
    if tall > 1.5 * height:  # the mean of the pixels that fall together, lest thin strokes be lost between them
        by = height / tall
        around = np.asarray(cv2.resize(around, None, fx=by, fy=by, interpolation=cv2.INTER_AREA), np.uint8)
        grown = grown * by
    square = np.array([(0, 0), (width, 0), (width, height), (0, height)], np.float32)
    plane = cv2.getPerspectiveTransform(np.asarray(grown, np.float32), square)
    found = cv2.warpPerspective(around, plane, (width, height), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE)
    return np.asarray(found, np.uint8)


def grow(quad: Quad, share: float) -> Quad:
    """Return the corners moved apart by a share of the height on top and below."""
    left, right = (quad[3] - quad[0]) * share, (quad[2] - quad[1]) * share
    return np.array([quad[0] - left, quad[1] - right, quad[2] + right, quad[3] + left], np.float32)


def part(quad: Quad, start: float, stop: float) -> Quad:
    """Return the part of a line between two shares of its length, 0 to 1."""
    top, bottom = quad[1] - quad[0], quad[2] - quad[3]
    return np.array(
        [quad[0] + top * start, quad[0] + top * stop, quad[3] + bottom * stop, quad[3] + bottom * start], np.float32
    )


def slant_of(quad: Quad) -> float:
    """Return by how many degrees the line falls to the right."""
    along = (quad[1] - quad[0]) + (quad[2] - quad[3])
    return float(np.degrees(np.arctan2(along[1], along[0])))
