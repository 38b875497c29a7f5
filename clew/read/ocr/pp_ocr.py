"""PP-OCR: a picture goes in, the corners of its lines come out; lines cut out go in, their letters come out.

The models lie inside the rapidocr wheel and are named by path, so nothing is ever looked for elsewhere. One thread a process:
many pages are read side by side instead.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

import cv2
import numpy as np

from clew.read.ocr.letters import NOTHING, Told
from clew.read.ocr.quads import Gray, Quad

LINE = 48  # pixels: the height at which the recogniser was trained
SIDE = 1_280  # pixels: the longer side of the picture in which lines are looked for
_TINY = 10  # pixels; a smaller side holds no line


@cache
def name() -> str:
    """Return the engine's name as a page keeps it."""
    return f"rapidocr {'.'.join(version('rapidocr').split('.')[:2])} PP-OCRv6"


@cache
def _engine() -> Any:
    import rapidocr  # noqa: PLC0415 - 0.7 s of CPU, and only pictures need it

    models = Path(rapidocr.__file__).parent / "models"
    cv2.setNumThreads(1)
    engine = rapidocr.RapidOCR(
        params={
            "Global.log_level": "critical",
            "Global.use_vertical_padding": False,
            "Global.return_word_box": True,
            "EngineConfig.onnxruntime.intra_op_num_threads": 1,
            "EngineConfig.onnxruntime.inter_op_num_threads": 1,
            # Named by path: otherwise the library asks its own register of downloads first.
            "Det.model_path": str(models / "PP-OCRv6_det_small.onnx"),
            "Rec.model_path": str(models / "PP-OCRv6_rec_small.onnx"),
            "Cls.model_path": str(models / "ch_ppocr_mobile_v2.0_cls_mobile.onnx"),
            "Det.limit_type": "max",
            "Det.limit_side_len": SIDE,
        }
    )
    engine.return_word_box = True
    return engine


def _in_colour(gray: Gray) -> Any:
    return cv2.cvtColor(gray, cv2.COLOR_GRAY2BGR)


def find_lines(picture: Gray) -> list[Quad]:
    """Return the corners of each line, in no order that means anything."""
    scale = min(1.0, SIDE / max(picture.shape))
    small = cv2.resize(picture, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA) if scale < 1 else picture
    if min(small.shape) < _TINY:
        return []
    boxes = _engine().text_det or _engine()._load_det_model()  # noqa: SLF001 - its own door crops every line as well
    found = boxes(_in_colour(np.asarray(small, np.uint8))).boxes
    return [] if found is None else [np.asarray(box, np.float32) / scale for box in found]


def are_upside_down(crops: Sequence[Gray]) -> float:
    """Return which share of these lines, cut out, stands on its head, each weighed by how sure that is."""
    if not crops:
        return 0.0
    _, told = _engine().cls_and_rotate([_in_colour(crop) for crop in crops])
    weights = [(label == "180", float(score)) for label, score in told.cls_res]
    return sum(score for turned, score in weights if turned) / max(sum(score for _, score in weights), 1e-6)


def read_lines(crops: Sequence[Gray]) -> list[Told]:
    """Return the letters of each line cut out; the scores do not tell whether a script is one it knows."""
    if not crops:
        return []
    told = _engine().recognize_txt([_in_colour(crop) for crop in crops])
    rows = zip(told.txts, told.scores, told.word_results, strict=True)
    return [_told(text, float(score), words) if text.strip() else NOTHING for text, score, words in rows]


def _told(text: str, score: float, words: Any) -> Told:
    """Return the letters with their edges: each was seen at a column of the line, and the edge lies between two."""
    middles = [column + 0.5 for run in words.word_cols for column in run]
    letters = [letter for run in words.words for letter in run]
    total = max(float(words.line_txt_len), 1.0)
    places: list[float | None] = []
    nth = 0
    for letter in text:
        seen = nth < len(letters) and letters[nth] == letter
        places.append(min(middles[nth] / total, 1.0) if seen else None)
        nth += seen
    return Told(text, score, _edges(places), name())


def _edges(places: list[float | None]) -> tuple[float, ...]:
    """Return edges from middles; a letter without one (a space) shares the way between its neighbours."""
    known = [(nth, place) for nth, place in enumerate(places) if place is not None]
    if not known:
        return tuple(nth / len(places) for nth in range(len(places) + 1))
    order, middles = [float(nth) for nth, _ in known], [place for _, place in known]
    step = (middles[-1] - middles[0]) / (order[-1] - order[0]) if len(known) > 1 else 1.0 / len(places)
    ends = np.interp([nth - 0.5 for nth in range(len(places) + 1)], order, middles)
    ends[0] = middles[0] - step * (order[0] + 0.5)
    ends[-1] = middles[-1] + step * (len(places) - order[-1] - 0.5)
    return tuple(float(edge) for edge in np.maximum.accumulate(np.clip(ends, 0.0, 1.0)))
