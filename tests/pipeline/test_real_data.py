"""A little of the real public data beside the project, run as a case: every file has its fate, nothing is overstated."""

import shutil
from pathlib import Path

import pytest

import clew
from clew.store.case import Case

DATA = Path(__file__).parents[3] / "shared" / "data"
LISTS = sorted((DATA / "lists").glob("ofac_*_2021-07.csv"))
# Never a hit of more than this on names alone.
BY_NAME = ("I0", "I1")

pytestmark = pytest.mark.skipif(not LISTS, reason="the real public data lie in ../shared, which is not here")


@pytest.fixture(scope="module")
def handed_in(tmp_path_factory):
    """Flights, two invoices, one PDF of tables and a page of a mailbox."""
    evidence = tmp_path_factory.mktemp("evidence")
    some = [
        *sorted((DATA / "flights").iterdir())[:3],
        *sorted((DATA / "invoices").rglob("*.pdf"))[:2],
        *sorted((DATA / "tables").rglob("*.pdf"))[:1],
        *sorted((DATA / "mail").rglob("*.conll"))[:1],
    ]
    for path in some:
        shutil.copy(path, evidence)
    return evidence


@pytest.fixture(scope="module")
def real_case(handed_in, tmp_path_factory):
    with Case.open(tmp_path_factory.mktemp("real") / "case", create=True) as case:
        clew.add_list(case, LISTS, as_of="2021-07-01")
        clew.run(case, [handed_in])
        yield case


def test_every_real_file_is_in_the_ledger_with_its_fate(real_case, handed_in):
    rows = list(clew.sources(real_case))
    assert {row["path"] for row in rows if "/" not in row["path"]} == {path.name for path in handed_in.iterdir()}
    assert not [row for row in rows if row["status"] == "waiting"]
    assert all(row["reason"] for row in rows if row["status"] != "read")
    assert not [row for row in rows if row["reason"].startswith("the reader failed")]


def test_no_extractor_fails_on_real_files(real_case):
    assert not [row for row in clew.gaps(real_case) if row["kind"] == "extractor_failed"]


def test_a_real_list_and_real_names_give_no_more_than_matches_of_names(real_case):
    overstated = [
        row for row in clew.hits(real_case) if row["level"] not in BY_NAME and "same" not in str(row["because"])
    ]
    assert not overstated
    assert not [row for row in clew.hits(real_case) if row["level"] != "I0" and len(row["name"]) < len("Abcde")]


def test_documents_of_no_common_matter_give_no_finding(real_case):
    assert not list(clew.findings(real_case))


def test_a_second_run_on_real_files_adds_nothing(real_case, handed_in):
    assert clew.run(real_case, [handed_in]).total == 0
