"""Tesseract: lines cut out go in, their letters come out, Cyrillic among them; nothing where its language data are missing.

The library comes with the tesserocr wheel; the data do not, and are looked for where Debian, Homebrew and others put them.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

import cv2
import numpy as np

from clew.read.ocr.letters import NOTHING, Told
from clew.read.ocr.quads import Gray

FOLDERS = (  # where packages put language data, the newest version first
    *("/usr/share/tesseract-ocr/*/tessdata", "/usr/share/tessdata", "/usr/local/share/tessdata"),
    *("/opt/homebrew/share/tessdata", "/opt/local/share/tessdata"),
)
CYRILLIC = "rus+eng"
_MARGIN = 14  # pixels of white around a line; without it the outermost letters are misread
_SINGLE_LINE = 7  # Tesseract's page segmentation mode


@cache
def data_folder() -> Path | None:
    """Return the folder that holds Russian and English data, or None."""
    named = os.environ.get("TESSDATA_PREFIX")
    places = [Path(named), Path(named) / "tessdata"] if named else []
    for pattern in FOLDERS:
        places += sorted(Path("/").glob(pattern.lstrip("/")), reverse=True)
    languages = CYRILLIC.split("+")
    return next((place for place in places if all((place / f"{one}.traineddata").is_file() for one in languages)), None)


def is_there() -> bool:
    """Say whether Cyrillic can be read on this machine."""
    return _engine() is not None


@cache
def name() -> str:
    """Return the engine's name as a page keeps it."""
    import tesserocr  # type: ignore[import-untyped]  # noqa: PLC0415 - as below

    number = tesserocr.tesseract_version().split()[1]
    return f"tesseract {'.'.join(number.split('.')[:2])} {CYRILLIC}"


@cache
def _engine() -> Any:
    folder = data_folder()
    if folder is None:
        return None
    os.environ.setdefault("OMP_THREAD_LIMIT", "1")  # its threads cost twice the CPU and save little
    import tesserocr  # noqa: PLC0415 - only pages with Cyrillic letters need it

    try:
        return tesserocr.PyTessBaseAPI(path=f"{folder}/", lang=CYRILLIC, psm=_SINGLE_LINE)
    except RuntimeError:  # data of a version the library cannot use
        return None


def read_lines(crops: Sequence[Gray]) -> list[Told]:
    """Return the letters of each line cut out, white on no side needed."""
    return [_read(crop) for crop in crops]


def _read(crop: Gray) -> Told:
    engine = _engine()
    framed = np.ascontiguousarray(
        cv2.copyMakeBorder(crop, _MARGIN, _MARGIN, _MARGIN, _MARGIN, cv2.BORDER_CONSTANT, value=255)
    )
    height, width = framed.shape
    engine.SetImageBytes(framed.tobytes(), width, height, 1, width)
    engine.SetSourceResolution(300)
    if not engine.Recognize():
        return NOTHING
    return _told(engine, float(crop.shape[1]))


def _told(engine: Any, width: float) -> Told:
    from tesserocr import RIL, iterate_level  # noqa: PLC0415 - as above

    letters: list[str] = []
    edges: list[float] = []
    scores: list[float] = []
    right = 0.0
    for symbol in iterate_level(engine.GetIterator(), RIL.SYMBOL):
        try:
            said, box = symbol.GetUTF8Text(RIL.SYMBOL), symbol.BoundingBox(RIL.SYMBOL)
        except RuntimeError:  # a line in which nothing was found
            continue
        if not said or not said.strip() or box is None:
            continue
        if letters and symbol.IsAtBeginningOf(RIL.WORD):
            letters.append(" ")
            edges.append(right)
        for nth, letter in enumerate(said):  # a ligature is several letters in one box
            letters.append(letter)
            edges.append((box[0] + (box[2] - box[0]) * nth / len(said) - _MARGIN) / width)
        right = (box[2] - _MARGIN) / width
        scores += [symbol.Confidence(RIL.WORD)] * len(said)
    if not letters:
        return NOTHING
    kept = np.maximum.accumulate(np.clip([*edges, right], 0.0, 1.0))
    confidence = sum(scores) / len(scores) / 100
    return Told("".join(letters), confidence, tuple(float(edge) for edge in kept), name())
