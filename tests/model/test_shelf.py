import subprocess
import sys

import pytest

from clew.model.shelf import on_shelf, versions_on_shelf

SHELVES = ("clew.read.readers", "clew.extract.records", "clew.extract.prose", "clew.detect.patterns")


@pytest.mark.parametrize("shelf", SHELVES)
def test_the_version_read_from_a_module_is_the_one_it_has_when_loaded(shelf):
    loaded = tuple((module.__name__.rsplit(".", 1)[-1], module.VERSION) for module in on_shelf(shelf))
    assert versions_on_shelf(shelf) == loaded


def test_asking_for_versions_loads_no_module_of_the_shelf():
    asked = f"""
import sys
from clew.model.shelf import versions_on_shelf
for shelf in {SHELVES}:
    versions_on_shelf(shelf)
loaded = [name for name in sys.modules if name.startswith({tuple(f"{shelf}." for shelf in SHELVES)}) and "._" not in name]
sys.exit(str(loaded) if loaded else 0)
"""
    done = subprocess.run([sys.executable, "-c", asked], check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
