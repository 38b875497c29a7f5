"""Write invented scans: papers in three languages, each as four scanners saw it, and the truth beside them.

    python examples/scans.py --seed 5 --to DIR

In: a seed. Out: `DIR/<language>_<kind>_<state>.jpg` (`.png` for the clean ones) and `DIR/truth.json`.
"""

import argparse
import json
import sys
from pathlib import Path

from cast import seeded
from pdf import FontMissing
from scan_papers import papers
from scan_states import STATES, as_jpeg, as_png


def build(seed: int, *, quality: int = 72) -> dict[str, bytes]:
    """Return every picture of a seed by its name, `truth.json` among them; `quality` is that of the JPEG files."""
    files: dict[str, bytes] = {}
    truth = []
    for paper in papers(seed):
        for state, scan in STATES.items():
            name = f"{paper.language}_{paper.kind}_{state}"
            page, dpi = scan(paper.pdf, seeded(seed, f"scanner:{name}"))
            file = name + (".png" if state == "clean" else ".jpg")
            files[file] = as_png(page, dpi) if state == "clean" else as_jpeg(page, dpi, quality=quality)
            told = {"lines": paper.lines, "pieces": paper.pieces, "fields": paper.fields}
            truth.append({"file": file, "kind": paper.kind, "language": paper.language, "state": state, **told})
    files["truth.json"] = (json.dumps(truth, ensure_ascii=False, indent=1) + "\n").encode()
    return files


def main() -> None:
    """Write the scans of a seed into a folder."""
    parser = argparse.ArgumentParser(description="Write invented scans for Clew.")
    parser.add_argument("--seed", type=int, default=5, help="another number, other papers (default 5)")
    parser.add_argument("--to", type=Path, required=True, help="the folder to write into; must be empty or new")
    parser.add_argument("--quality", type=int, default=72, help="of the JPEG files, 1 to 95 (default 72)")
    options = parser.parse_args()
    if options.to.exists() and any(options.to.iterdir()):
        sys.exit(f"{options.to} is not empty; nothing was written")
    try:
        files = build(options.seed, quality=options.quality)
    except FontMissing as error:
        sys.exit(str(error))
    options.to.mkdir(parents=True, exist_ok=True)
    for name, data in files.items():
        (options.to / name).write_bytes(data)
    print(f"{options.to}: {len(files) - 1} pictures, seed {options.seed}; everything in them is invented")


if __name__ == "__main__":
    main()
