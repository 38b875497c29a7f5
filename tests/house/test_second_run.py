"""Running twice is running once: a second run adds nothing, and one new file costs one file."""

from pathlib import Path

import pytest

import clew
from clew.store.case import Case

TRAVEL = """Passenger,Flight,Date,From,To,Status
Pavel Ostrilin,ZZ 101,2024-03-05,SVX,SZX,flown
Pavel Ostrilin,ZZ 102,2024-03-12,SZX,SVX,flown
Pavel Ostrilin,ZZ 101,2024-06-04,SVX,SZX,flown
Pavel Ostrilin,ZZ 102,2024-06-11,SZX,SVX,flown
"""
LETTER = """From: Verholin Trade LLC
To: Quellhorn Vantry Instruments Ltd
Date: 1 March 2024

We plan a visit of Mr Pavel Ostrilin to your works in Shenzhen from 5 to 12 March 2024.
"""
LISTED = (
    '{"id":"x-1","schema":"Person","properties":{"name":["Anton Nevedomy"],"topics":["sanction"]},"datasets":["x"]}\n'
)


@pytest.fixture
def evidence(tmp_path: Path) -> Path:
    folder = tmp_path / "evidence"
    folder.mkdir()
    (folder / "rows.csv").write_text(TRAVEL, encoding="utf-8")
    (folder / "letter.txt").write_text(LETTER, encoding="utf-8")
    (folder / "page.html").write_text("<html><body><p>Ein Satz.</p></body></html>", encoding="utf-8")
    (folder / "copy of rows.csv").write_text(TRAVEL, encoding="utf-8")
    (folder / "empty.pdf").write_bytes(b"")
    (folder / "broken.pdf").write_bytes(b"%PDF-1.7\nnothing more")
    (folder / "odd.bin").write_bytes(bytes(range(256)))
    return folder


def test_a_second_run_adds_nothing(case: Case, evidence: Path):
    first = clew.run(case, [evidence], library=False)
    second = clew.run(case, [evidence], library=False)
    assert first.total > 0
    assert second.new == dict.fromkeys(first.new, 0)


def test_a_second_run_after_the_library_gave_its_lists_adds_nothing(case: Case, evidence: Path, tmp_path: Path):
    entries = tmp_path / "entities.ftm.json"
    entries.write_text(LISTED, encoding="utf-8")
    clew.add_list(case, [entries], as_of="2024-01-01")
    clew.run(case, [evidence])
    assert clew.run(case, [evidence]).total == 0


def test_a_second_run_leaves_every_listing_as_it_was(case: Case, evidence: Path):
    listings = (clew.sources, clew.claims, clew.entities, clew.candidates, clew.hits, clew.findings, clew.gaps)
    clew.run(case, [evidence], library=False)
    before = [list(listing(case)) for listing in listings]
    clew.run(case, [evidence], library=False)
    assert [list(listing(case)) for listing in listings] == before


def test_one_new_file_adds_one_row_to_the_ledger(case: Case, evidence: Path):
    clew.run(case, [evidence], library=False)
    (evidence / "later.txt").write_text("A note of one line.\n", encoding="utf-8")
    summary = clew.run(case, [evidence], library=False)
    assert (summary.new["add"], summary.new["read"]) == (1, 1)


def test_every_file_is_in_the_ledger_with_its_fate(case: Case, evidence: Path):
    clew.run(case, [evidence], library=False)
    rows = {row["path"]: row for row in clew.sources(case)}
    assert set(rows) == {path.name for path in evidence.iterdir()}
    assert all(row["status"] != "waiting" for row in rows.values())
    assert all(row["reason"] for row in rows.values() if row["status"] != "read")
