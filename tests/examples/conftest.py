"""Makes the scripts of examples/ importable, and says why a test that draws PDFs is skipped where their fonts are missing."""

import json
import sys
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parents[2] / "examples"
sys.path.insert(0, str(EXAMPLES))


@pytest.fixture(scope="session")
def built():
    """Return a function that gives the files of a seed, each seed built once."""
    import generate  # noqa: PLC0415 (its folder is on the path from the line above on)
    import pdf  # noqa: PLC0415

    try:
        pdf.load_fonts()
    except pdf.FontMissing as missing:
        pytest.skip(str(missing))
    made = {}

    def files_of(seed):
        if seed not in made:
            made[seed] = generate.build(seed)
        return made[seed]

    return files_of


@pytest.fixture(scope="session")
def kept():
    """Return the truth of the kept case and its folder."""
    folder = EXAMPLES / "kept"
    return json.loads((folder / "truth.json").read_text(encoding="utf-8")), folder
