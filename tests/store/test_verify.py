"""A case that was tampered with says so, by Clew and by the script that needs no Clew; the first thing that differs is named."""

import json
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

import clew
from clew.model.errors import CaseDamaged
from clew.read import stage as read
from clew.read.ledger import Custody
from clew.store.case import Case
from clew.store.verify import verify

SCRIPT = Path(__file__).parents[2] / "scripts" / "verify_log.py"


@pytest.fixture
def told(case: Case, tmp_path: Path) -> Case:
    """A case of two notes."""
    for name in ("one", "two"):
        (tmp_path / f"{name}.txt").write_text(f"A note called {name}.\n")
        read.add(case, [tmp_path / f"{name}.txt"], custody=Custody("leak", method="received by mail"))
    read.run(case)
    return case


def by_script(case: Case, *noted: str) -> tuple[int, str]:
    done = subprocess.run(
        [sys.executable, "-I", str(SCRIPT), str(case.folder), *noted], capture_output=True, text=True, check=False
    )
    assert not done.stderr
    return done.returncode, done.stdout.strip().splitlines()[-1]


def change(case: Case, sql: str) -> None:
    with sqlite3.connect(case.folder / "case.sqlite") as database:
        database.execute(sql)
    database.close()


def original(case: Case) -> Path:
    return case.archive.path(next(clew.sources(case))["sha256"])


def test_a_case_that_nobody_touched_is_as_it_was(told):
    found = verify(told)
    assert (found.originals, found.segments) == (2, 1)
    code, said = by_script(told)
    assert code == 0
    assert said.endswith(found.last)
    assert by_script(told, found.last)[0] == 0


TAMPERINGS = {
    "a reworded entry": (
        "update log set object = 'three.txt' where seq = 1",
        "entry 1 .*was changed|entry 1: .*was changed",
    ),
    "an entry taken out": ("delete from log where seq = 2", "expected entry 2"),
    "another name under an entry": ("update log set actor = 'somebody' where seq = 3", "entry 3.*was changed"),
    "a source that nobody added": (
        """insert into sources (id, path, sha256, size, media_type, status, reason, pages, reading, added_at, added_by)
           values ('s-x', 'x.txt', 'ab', 1, '', 'waiting', '', 0, '', '', '')""",
        "no entry of the log says that it was added|expected an entry in the log",
    ),
}


@pytest.mark.parametrize("how", TAMPERINGS)
def test_tampering_with_the_log_or_the_ledger_is_seen(told, how):
    sql, said = TAMPERINGS[how]
    change(told, sql)
    with pytest.raises(CaseDamaged, match=said):
        verify(told)
    code, line = by_script(told)
    assert code == 1
    assert any(part in line for part in ("was changed", "expected entry 2", "no entry of the log"))


def test_entries_taken_off_the_end_are_seen_by_who_noted_the_last_hash(told):
    noted = verify(told).last
    change(told, "delete from log where seq = (select max(seq) from log)")
    change(told, "update segments set live = 0")
    assert by_script(told, noted) == (1, f"log: the entry with the hash {noted} is gone")


@pytest.mark.parametrize("how", ["changed", "gone"])
def test_an_original_that_is_not_what_it_was_is_named_and_blocks_the_report(told, tmp_path, how):
    path = original(told)
    path.write_bytes(path.read_bytes()[::-1]) if how == "changed" else path.unlink()
    with pytest.raises(CaseDamaged, match=r"original of one\.txt"):
        verify(told)
    code, line = by_script(told)
    assert code == 1
    assert line.startswith("original of one.txt")
    with pytest.raises(CaseDamaged, match=r"original of one\.txt"):
        clew.report(told, tmp_path / "report.html")
    assert not (tmp_path / "report.html").exists()


def test_a_segment_that_is_not_what_it_was_is_named(told):
    next((told.folder / "segments").iterdir()).write_bytes(b"nothing")
    with pytest.raises(CaseDamaged, match="segments/pages-"):
        verify(told)
    assert by_script(told)[1].startswith("segments/pages-")


def test_a_run_begins_with_the_sizes_of_the_originals(told):
    original(told).write_bytes(b"short")
    with pytest.raises(CaseDamaged, match=r"expected 19 bytes, found 5"):
        clew.run(told, library=False)


def test_custody_is_kept_with_the_source_and_in_the_log(told, tmp_path):
    row = next(clew.sources(told))
    assert (row["channel"], row["reliability"], row["acquisition"]) == ("leak", "F", "received by mail")
    assert row["origin"] == str(tmp_path / "one.txt")
    logged = json.loads(told.ledger("select detail from log where action = 'add' and object = 'one.txt'")[0]["detail"])
    assert logged["channel"] == "leak"
    assert logged["sha256"] == row["sha256"]


def test_the_script_is_short_enough_to_be_read():
    assert len(SCRIPT.read_text(encoding="utf-8").splitlines()) <= 100
