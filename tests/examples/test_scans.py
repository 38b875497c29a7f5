import json
import re
from pathlib import Path

import pytest
from rapidfuzz.distance import Levenshtein

from clew.read.ocr import tesseract
from clew.read.readers import image

KEPT = Path(__file__).parents[2] / "examples" / "kept_scans"
TRUTH = json.loads((KEPT / "truth.json").read_text(encoding="utf-8"))


def bare(text):
    return re.sub(r"[\s_]", "", text)


def test_the_kept_set_has_each_paper_in_each_language_from_each_scanner():
    told = {(one["language"], one["kind"], one["state"]) for one in TRUTH}
    assert len(told) == len(TRUTH) == 3 * 3 * 4
    assert {one["file"] for one in TRUTH} | {"truth.json"} == {path.name for path in KEPT.iterdir()}
    assert sum(path.stat().st_size for path in KEPT.iterdir()) < 4_000_000


def test_every_field_of_the_truth_is_printed_on_its_page():
    for one in TRUTH:
        assert one["fields"]
        printed = bare("".join(one["lines"]))
        assert sum(bare(value) in printed for value in one["fields"].values()) >= 0.8 * len(one["fields"])


@pytest.mark.parametrize("name", ["ru_letter_heavy.jpg", "zh_letter_photo.jpg"])
def test_a_bad_scan_of_the_kept_set_is_read_with_few_errors(name):
    if not tesseract.is_there():
        pytest.skip("no Russian language data: scripts/system-packages installs them")
    (one,) = (one for one in TRUTH if one["file"] == name)
    data = (KEPT / name).read_bytes()
    text = image.read(data, "image/jpeg").pages[0].text
    expected = bare("".join(one["lines"]))
    assert Levenshtein.distance(expected, bare(text)) <= 0.03 * len(expected)
