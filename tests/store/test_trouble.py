import os
import shutil
import sqlite3

import pytest

from clew.model.errors import CaseBusy, CaseDamaged, CaseError
from clew.model.records import Leaf
from clew.store import case as case_module
from clew.store.case import Case


def full(*_):
    raise OSError(28, "No space left on device")


def test_a_full_disk_is_said_plainly_and_leaves_the_case_as_it_was(case, add_page, monkeypatch):
    add_page(case, "Lena said so.")
    before = sorted(path.name for path in (case.folder / "segments").iterdir())
    with monkeypatch.context() as patched, pytest.raises(CaseError, match="cannot be written or read: No space left"):
        patched.setattr(os, "fsync", full)
        add_page(case, "Lena said more.", source="s-two", path="two.txt")
    assert sorted(path.name for path in (case.folder / "segments").iterdir()) == before
    assert case.query("select text from pages") == [{"text": "Lena said so."}]
    add_page(case, "Lena said more.", source="s-two", path="two.txt")


def test_a_full_case_file_is_said_plainly(case):
    case.ledger("pragma max_page_count = 1")
    with pytest.raises(CaseError, match="database or disk is full"), case.batch() as batch:
        for number in range(2_000):
            batch.log("note", str(number), "x" * 200)
    assert case.ledger("select count(*) as n from log") == [{"n": 0}]


@pytest.mark.parametrize("left", [4_096, 20_000])
def test_a_case_file_cut_short_is_said_to_be_damage(case, add_page, left):
    add_page(case, "Lena said so.")
    case.close()
    with (case.folder / "case.sqlite").open("r+b") as file:
        file.truncate(left)
    with pytest.raises(CaseDamaged, match="malformed; restore it from a copy"), Case.open(case.folder) as again:
        again.query("select * from pages")


def test_an_emptied_case_file_is_no_new_case_and_costs_no_segment(case, add_page):
    add_page(case, "Lena said so.")
    case.close()
    (case.folder / "case.sqlite").write_bytes(b"")
    with pytest.raises(CaseDamaged, match="found an empty file; restore it"):
        Case.open(case.folder, create=True)
    (case.folder / "case.sqlite").unlink()
    with pytest.raises(CaseDamaged, match=r"found its segments but no case\.sqlite"):
        Case.open(case.folder, create=True)
    assert list((case.folder / "segments").iterdir())


def test_a_case_that_may_not_be_written_can_be_read_but_not_run(case, add_page, monkeypatch):
    add_page(case, "Lena said so.")
    case.close()
    monkeypatch.setattr(case_module.os, "access", lambda *_: False)
    with Case.open(case.folder) as again:
        assert again.query("select text from pages") == [{"text": "Lena said so."}]
        with again.without([Leaf("source", "s-one")], derived=()) as scratch:
            assert scratch.query("select text from pages") == []
        with pytest.raises(CaseError, match="attempt to write a readonly database"):
            again.set("visits_at_least", "3")
    assert sorted(path.name for path in case.folder.iterdir()) == ["case.sqlite", "segments"]


def test_a_writer_that_holds_the_case_too_long_is_said_to_hold_it(case, monkeypatch):
    monkeypatch.setattr(case_module, "BUSY_SECONDS", 0.1)
    with Case.open(case.folder) as other:
        case.ledger("begin immediate")
        with pytest.raises(CaseBusy, match="another process is writing"):
            other.set("visits_at_least", "3")
        case.ledger("rollback")


def test_a_bug_in_a_statement_is_not_said_to_be_the_disk(case):
    with pytest.raises(sqlite3.IntegrityError):
        case.ledger("insert into settings values (null, null)")


def test_a_case_copied_while_it_is_open_opens(case, add_page, tmp_path):
    add_page(case, "Lena said so.")
    shutil.copytree(case.folder, tmp_path / "copy")
    with Case.open(tmp_path / "copy") as copy:
        assert copy.query("select text from pages") == [{"text": "Lena said so."}]


def test_an_unchanged_table_is_not_shown_to_the_engine_again(case, add_page, monkeypatch):
    add_page(case, "Lena said so.")
    case.query("select 1")
    shown = []
    scan, materialize = case.engine.scan, case.engine.materialize
    monkeypatch.setattr(case.engine, "scan", lambda name, files: (shown.append(name), scan(name, files)))
    monkeypatch.setattr(case.engine, "materialize", lambda name, *rest: (shown.append(name), materialize(name, *rest)))
    add_page(case, "Lena said more.", source="s-two", path="two.txt")
    assert case.query("select count(*) as n from pages") == [{"n": 2}]
    assert shown == ["pages", "all_sources"]


def test_a_question_may_be_asked_while_an_answer_is_half_read(case, add_page):
    for number in range(3):
        add_page(case, f"Page {number}.", source=f"s-{number}", path=f"{number}.txt")
    rows = case.stream("select source from pages order by source")
    assert next(rows) == {"source": "s-0"}
    assert case.query("select count(*) as n from pages") == [{"n": 3}]
    assert [row["source"] for row in rows] == ["s-1", "s-2"]
