"""Whatever is wrong is said on one line, with exit code 2, and never with a trace."""

import os

import pytest

WRONG = {
    "no command of this name": ["frobnicate"],
    "no option of this name": ["sources", "CASE", "--nope"],
    "no case given": ["sources"],
    "no such case": ["sources", "nowhere"],
    "a file for a case": ["sources", "FILE"],
    "a file for a new case": ["run", "FILE", "FILE"],
    "nothing to add there": ["run", "CASE", "nowhere"],
    "an unknown setting": ["run", "CASE", "--set", "foo=1"],
    "a setting without value": ["run", "CASE", "--set", "chain_hops"],
    "a setting of another kind": ["run", "CASE", "--set", "chain_hops=many"],
    "a mapping that is a folder": ["run", "CASE", "--mapping", "FOLDER"],
    "a mapping that is none": ["run", "CASE", "--mapping", "FILE"],
    "a word for an id": ["show", "CASE", "hello"],
    "an id that names nothing": ["show", "CASE", "f-0000"],
    "an id that is not clear": ["show", "CASE", "c-"],
    "a claim for a finding": ["why", "CASE", "CLAIM"],
    "a leaf without kind": ["why", "CASE", "FINDING", "--without", "travel.csv"],
    "a leaf of another kind": ["why", "CASE", "FINDING", "--without", "finding:f-1"],
    "a source that is not there": ["why", "CASE", "FINDING", "--without", "source:nowhere.pdf"],
    "a list that is not there": ["why", "CASE", "FINDING", "--without", "list:nowhere"],
    "half a judgement": ["judge", "CASE", "e-1"],
    "a judgement without reason": ["judge", "CASE", "PERSON", "FIRM", "same"],
    "a decision that is none": ["judge", "CASE", "PERSON", "FIRM", "perhaps", "--why", "x"],
    "one name judged twice": ["judge", "CASE", "PERSON", "PERSON", "same", "--why", "x"],
    "nothing to undo": ["judge", "CASE", "j-0000", "--undo"],
    "a report without a file": ["report", "CASE"],
    "a report into a folder": ["report", "CASE", "--to", "FOLDER"],
    "a report below a file": ["report", "CASE", "--to", "FILE/report.html"],
    "a list that is no list": ["lists", "add", "FILE"],
    "a list that is a folder": ["lists", "add", "FOLDER"],
    "a day that is none": ["lists", "add", "LIST", "--as-of", "2024-13-01"],
}


@pytest.mark.parametrize("words", WRONG.values(), ids=WRONG.keys())
def test_is_said_on_one_line(run_clew, records, kept_case, small_evidence, tmp_path, words):
    (tmp_path / "file.txt").write_text("hello", encoding="utf-8")
    (tmp_path / "folder").mkdir()
    entities = records("entities", kept_case)
    known = {
        "CASE": kept_case,
        "FILE": tmp_path / "file.txt",
        "FILE/report.html": tmp_path / "file.txt" / "report.html",
        "FOLDER": tmp_path / "folder",
        "LIST": small_evidence.write_list(tmp_path),
        "FINDING": records("findings", kept_case)[0]["id"],
        "CLAIM": records("claims", kept_case)[0]["id"],
        "PERSON": next(row["id"] for row in entities if row["kind"] == "person"),
        "FIRM": next(row["id"] for row in entities if row["kind"] == "organization"),
    }
    done = run_clew(*(known.get(word, word) for word in words))
    assert done.exit_code == 2, done.output
    assert done.stdout == ""
    assert done.stderr.startswith("clew: ")
    assert done.stderr.count("\n") == 1


def test_a_library_that_cannot_be_written_is_said_on_one_line(run_clew, small_evidence, tmp_path, monkeypatch):
    (tmp_path / "home").write_text("a file", encoding="utf-8")
    monkeypatch.setenv("CLEW_HOME", str(tmp_path / "home"))
    done = run_clew("lists", "add", small_evidence.write_list(tmp_path))
    assert (done.exit_code, done.stderr.count("\n")) == (2, 1)
    assert str(tmp_path / "home") in done.stderr


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may read everything")
def test_a_folder_that_may_not_be_read_is_said_on_one_line(run_clew, tmp_path):
    (tmp_path / "shut").mkdir(mode=0)
    done = run_clew("run", tmp_path / "case", tmp_path / "shut")
    assert (done.exit_code, done.stderr.count("\n")) == (2, 1)
