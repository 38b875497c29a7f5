"""A line cut out of a bad scan goes in; the same line in the ways that an engine may read better come out, the mildest first."""

from collections.abc import Callable

import cv2
import numpy as np

from clew.read.ocr.quads import Gray, Quad, cut

Way = Callable[[Gray, Quad], Gray]


def even(crop: Gray) -> Gray:
    """Return the line with its paper white and its ink black, whatever the light was."""
    dark, bright = np.percentile(crop, (2, 70))
    level: Gray = np.clip((crop.astype(np.float32) - dark) * 255 / max(float(bright - dark), 20.0), 0, 255).astype(
        np.uint8
    )
    return level


def soften(crop: Gray, by: float) -> Gray:
    """Return the line with its grain smoothed: `by` is the standard deviation of the blur in pixels."""
    return np.asarray(cv2.GaussianBlur(crop, (0, 0), by), np.uint8)


WAYS: tuple[Way, ...] = (  # no way is best for all scans: each was for some line of the invented ones
    lambda picture, quad: even(cut(picture, quad, height=48)),
    lambda picture, quad: even(soften(cut(picture, quad, height=56), 1.0)),
    lambda picture, quad: even(cut(picture, quad, height=40)),
    lambda picture, quad: cut(picture, quad, height=56, above=0.16),
)
