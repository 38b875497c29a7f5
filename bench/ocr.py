"""Measures the reading of invented scans against their truth, beside plain tesseract on the same pictures in the same run.

    python bench/ocr.py [--scans FOLDER] [--only TEXT]

For each state: fields recovered exactly (as printed, white space aside), the character error rate (Levenshtein distance
over the length of the truth, white space and signature rules aside) in reading order and in any order, and pages a CPU second
of one thread. In any order, each run of words that stand together is compared with the part of the text most like it: that
leaves aside how an engine orders columns, and what it adds.
`FOLDER` is what examples/scans.py writes; without it, the kept set is read.
"""

import argparse
import json
import os
import re
import resource
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from rapidfuzz.distance import Levenshtein
from rapidfuzz.fuzz import partial_ratio_alignment

ROOT = Path(__file__).parents[1]
KEPT = ROOT / "examples" / "kept_scans"
PLAIN = {"en": "eng", "ru": "rus+eng", "zh": "chi_sim+eng"}  # plain tesseract is told the language, as ours is not
STATES = ("clean", "light", "heavy", "photo")


class Score(NamedTuple):
    """How one reading of one picture compares with its truth."""

    found: int  # fields
    fields: int
    wrong: int  # characters, in reading order
    strange: int  # characters, in any order
    characters: int
    cpu: float  # seconds, user and system, one thread


def bare(text: str) -> str:
    """Return the text without white space and without the rules that signatures stand on."""
    return re.sub(r"[\s_]", "", text)


def score(truth: Mapping[str, Any], text: str, cpu: float) -> Score:
    """Compare a text with the truth of its picture."""
    expected, read = bare("".join(truth["lines"])), bare(text)
    found = sum(bare(value) in read for value in truth["fields"].values())
    strange = sum(_distance(bare(piece), read) for piece in truth["pieces"])
    return Score(found, len(truth["fields"]), Levenshtein.distance(expected, read), strange, len(expected), cpu)


def _distance(piece: str, read: str) -> int:
    """Return how far a piece is from the part of the text most like it."""
    place = partial_ratio_alignment(piece, read) if piece else None
    if place is None:
        return len(piece)
    return min(len(piece), Levenshtein.distance(piece, read[place.dest_start : place.dest_end]))


def ours(picture: Path) -> tuple[str, float]:
    """Return what Clew reads, and its CPU seconds."""
    from clew.read.recognise import recognise  # noqa: PLC0415 - after the threads were set

    data = picture.read_bytes()
    start = time.process_time()
    reader, media_type = recognise(data, picture.name)
    assert reader is not None
    text = "\n".join(page.text for page in reader.read(data, media_type).pages)
    return text, time.process_time() - start


def plain(picture: Path, language: str) -> tuple[str, float]:
    """Return what the tesseract command reads, and its CPU seconds."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = ("tesseract", str(picture), "-", "-l", PLAIN[language])
    text = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return text, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def line_of(name: str, scores: list[Score]) -> str:
    """Return one row of the table."""
    found, fields = sum(s.found for s in scores), sum(s.fields for s in scores)
    wrong, characters = sum(s.wrong for s in scores), sum(s.characters for s in scores)
    cpu = sum(s.cpu for s in scores)
    rates = "".join(f"{100 * part / characters:10.2f} %" for part in (wrong, sum(s.strange for s in scores)))
    return (
        f"{name:24}{len(scores):6}{found:6} of {fields:<4}{100 * found / fields:6.1f} %{rates}{len(scores) / cpu:9.2f}"
    )


def measure(folder: Path, only: str) -> dict[tuple[str, str, str], list[Score]]:
    """Return the scores by (reader, language, state)."""
    found: dict[tuple[str, str, str], list[Score]] = defaultdict(list)
    for truth in json.loads((folder / "truth.json").read_text(encoding="utf-8")):
        if only not in truth["file"]:
            continue
        picture = folder / truth["file"]
        for reader, (text, cpu) in (("ours", ours(picture)), ("plain", plain(picture, truth["language"]))):
            found[reader, truth["language"], truth["state"]].append(score(truth, text, cpu))
    return found


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--scans", type=Path, default=KEPT)
    parser.add_argument("--only", default="", help="part of the names of the pictures to read")
    options = parser.parse_args()
    os.environ["OMP_THREAD_LIMIT"] = os.environ["OMP_NUM_THREADS"] = "1"
    sys.path.insert(0, str(ROOT))
    scores = measure(options.scans, options.only)
    print(f"{'':24}{'pages':>6}{'fields found':>22}{'errors: order':>12}{'any order':>12}{'pages/s':>9}")
    for reader in ("ours", "plain"):
        for state in STATES:
            rows = [s for key, some in scores.items() if key[0] == reader and key[2] == state for s in some]
            if rows:
                print(line_of(f"{reader}, {state}", rows))
    for (reader, language, state), some in sorted(scores.items(), key=lambda one: (one[0][1], one[0][2], one[0][0])):
        print(line_of(f"  {language} {state}, {reader}", some))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(f"memory at the peak, ours: {peak / (1024 if sys.platform != 'darwin' else 1024**2):.0f} MiB")


if __name__ == "__main__":
    main()
