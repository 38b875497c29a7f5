"""The public names are there when they are asked for, and cost nothing before."""

import subprocess
import sys

import pytest

import clew
import clew.report.show  # loads the room of that name
from clew import pipeline


def test_each_public_name_is_found_where_the_package_says():
    assert all(getattr(clew, name) is not None for name in clew.__all__)
    assert set(clew.__all__) <= set(dir(clew))


def test_report_is_the_function_also_once_the_room_of_that_name_is_loaded():
    assert clew.report is pipeline.report


def test_another_name_is_none():
    with pytest.raises(AttributeError, match="bogus"):
        clew.bogus  # noqa: B018 - to be asked for is the test


@pytest.mark.parametrize("work", ["read", "extract"])
def test_a_process_that_gives_up_its_rights_has_loaded_no_library_before(work):
    code = f"import sys, clew.{work}.worker; print(*sorted({{'numpy', 'pyarrow', 'scipy', 'spacy', 'duckdb'}} & set(sys.modules)))"
    said = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert said.stdout.strip() == ""
