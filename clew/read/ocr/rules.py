"""A picture that stands upright goes in; the rules drawn on it, across and down, come out as if the page stood level.

Long runs of ink are what is left when the picture is opened by a bar longer than any letter (J. Serra, Image Analysis and
Mathematical Morphology, 1982, chapter II); a stroke thicker than a rule is a bar of colour, or a picture.
"""

import cv2
import numpy as np

from clew.read.ocr.quads import Gray

_LONGEST_LETTER = 24.0  # points; what runs on for longer is a rule
_THICKEST = 4.0  # points
_BREAK = 3.0  # points of a rule that a scan may have lost
_INK = 12  # shades darker than the paper around it
_MOST = 2_000  # rules; a picture with more is a drawing

Rule = tuple[float, float, float]  # where it lies on the other axis; start; stop; in points


def find_rules(picture: Gray, *, slope: float, points: float) -> tuple[list[Rule], list[Rule]]:
    """Return the rules across and those down, the page's slant taken out.

    Args:
        picture: gray, upright.
        slope: of its lines: by how much they fall on a unit to the right.
        points: the size of a pixel in points.
    """
    height, width = picture.shape
    # The turn that `level` makes of a place: x + slope y, y - slope x.
    turn = np.array([[1.0, slope, 0.0], [-slope, 1.0, 0.0]], np.float32)
    level = cv2.warpAffine(picture, turn, (width, height), flags=cv2.INTER_LINEAR, borderValue=255)
    around = 2 * max(int(8 / points), 3) + 1
    ink = cv2.adaptiveThreshold(level, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, around, _INK)
    across = _runs(np.asarray(ink, np.uint8), points)
    down = _runs(np.ascontiguousarray(np.asarray(ink, np.uint8).T), points)
    return (across, down) if len(across) + len(down) <= _MOST else ([], [])


def _runs(ink: Gray, points: float) -> list[Rule]:
    """Return the long runs of ink along the rows."""
    length, gap = max(int(_LONGEST_LETTER / points), 8), max(int(_BREAK / points), 1)
    # A rule that still leans a little climbs over neighbouring rows: they are seen as one.
    thick = cv2.dilate(ink, np.ones((3, 1), np.uint8))
    closed = cv2.morphologyEx(thick, cv2.MORPH_CLOSE, np.ones((1, gap), np.uint8))
    opened = cv2.morphologyEx(closed, cv2.MORPH_OPEN, np.ones((1, length), np.uint8))
    count, _, stats, middles = cv2.connectedComponentsWithStats(opened)
    found = []
    for nth in range(1, min(count, _MOST + 2)):
        left, _, width, height, _ = (int(value) for value in stats[nth])
        if height * points <= _THICKEST:
            found.append((float(middles[nth][1]) * points, left * points, (left + width) * points))
    return found
