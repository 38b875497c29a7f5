"""Processes that read may die of a file; the run does not notice, and the file has a row that says what happened."""

import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

import clew
from clew.model.errors import CaseDamaged, NoReaderProcess
from clew.read import crew, worker
from clew.read import stage as read
from clew.read.means import Means

posix = pytest.mark.skipif(sys.platform == "win32", reason="signals and limits are a POSIX matter")
pytestmark = posix


@pytest.fixture
def hostile(monkeypatch):
    """Readers do what the words of a file say."""
    monkeypatch.syspath_prepend(str(Path(__file__).parent))
    start = "import sys; sys.path[:] = {path!r}; import hostile_reader; from clew.read.worker import main; main()"
    monkeypatch.setattr(crew, "_START", start)


def fates(case, tmp_path, **files):
    folder = tmp_path / "evidence"
    folder.mkdir()
    for name, text in files.items():
        (folder / f"{name}.txt").write_text(text)
    read.add(case, [folder])
    read.run(case)
    return {row["path"].removesuffix(".txt"): (row["status"], row["reason"]) for row in clew.sources(case)}


def test_a_file_that_kills_its_reader_is_given_up_and_the_others_are_read(case, tmp_path, hostile):
    files = {"a": "calm", "b": "crash", "c": "calm too", "d": "leave", "e": "calm as well", "f": "nest"}
    found = fates(case, tmp_path, **files)
    assert {name: found[name] for name in "ace"} == dict.fromkeys("ace", ("read", ""))
    assert found["b"] == ("failed", "the reader crashed: SIGSEGV")
    assert found["d"] == ("failed", "the reader ended by itself with exit code 3")
    assert found["f"] == ("failed", "the reader was stopped: the file is nested too deeply")
    assert len(case.query("select 1 from pages")) == 3


def test_a_file_that_takes_too_long_is_stopped_and_tried_again_when_more_time_is_given(case, tmp_path, hostile):
    case.set("read_cpu_seconds", "1")
    found = fates(case, tmp_path, a="spin", b="calm")
    said = "the reader was stopped: more than {} s of CPU (setting read_cpu_seconds)"
    assert found == {"a": ("failed", said.format(1)), "b": ("read", "")}
    assert read.run(case) == 0
    case.set("read_cpu_seconds", "2")
    read.run(case)
    assert next(clew.sources(case))["reason"] == said.format(2)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the parent watches, twice a second")
def test_a_file_that_wants_too_much_memory_is_given_up(case, tmp_path, hostile):
    case.set("read_memory_mb", "300")
    found = fates(case, tmp_path, a="eat", b="calm")
    said = "the reader was stopped: more than 300 MB of memory (setting read_memory_mb)"
    assert found == {"a": ("failed", said), "b": ("read", "")}


def test_the_network_other_programs_and_writing_are_refused_and_it_is_told(case, tmp_path, hostile):
    found = fates(case, tmp_path, a="call", b="launch", c="write", d="look")
    assert "is refused while files are read" in found["a"][1]
    assert "os.system is refused while files are read" in found["b"][1]
    assert "File too large" in found["c"][1]
    written = Path(__file__).with_name("written")
    assert not written.exists() or not written.stat().st_size
    written.unlink(missing_ok=True)
    told = {row["path"]: row["warnings"] for row in clew.sources(case)}
    assert "reading it asked for what is refused to every file" in told["b.txt"][0]
    assert told["d.txt"] == []  # a library that only looks whether there could be a network


def test_results_come_in_the_order_of_the_files_whatever_the_order_they_are_done_in(
    case, tmp_path, hostile, monkeypatch
):
    monkeypatch.setattr(crew, "FILES_A_TASK", 1)
    case.set("read_workers", "2")
    fates(case, tmp_path, a="doze doze doze", b="calm", c="doze", d="still")
    ids = {row["id"]: row["path"] for row in clew.sources(case)}
    order = case.query("select source from all_pages")
    assert [ids[row["source"]] for row in order] == ["a.txt", "b.txt", "c.txt", "d.txt"]


def test_an_original_that_was_changed_stops_the_run(case, tmp_path):
    (tmp_path / "a.txt").write_text("words of evidence\n")
    read.add(case, [tmp_path / "a.txt"])
    row = next(clew.sources(case))
    case.archive.path(row["sha256"]).write_text("other words\n")
    with pytest.raises(CaseDamaged, match="expected SHA-256"):
        read.run(case)


def test_readers_that_cannot_be_started_are_an_error_that_says_why(case, tmp_path, monkeypatch):
    monkeypatch.setattr(crew, "_START", "import nothing_of_this_name")
    with pytest.raises(NoReaderProcess, match="No module named 'nothing_of_this_name'"):
        fates(case, tmp_path, a="calm")


def test_a_large_file_tells_how_far_it_has_been_read(case, tmp_path):
    rows = "".join(f"{number},SVX,SZX,Person {number}\n" for number in range(60_000))
    (tmp_path / "rows.csv").write_text("id,from,to,name\n" + rows)
    said = []
    read.add(case, [tmp_path / "rows.csv"])
    read.run(case, on_progress=lambda done, total, what: said.append((done, total, what)))
    within = [one for one in said if ": " in one[2]]
    assert within
    assert {(done, total, what.split(":")[0]) for done, total, what in within} == {(0, 1, "rows.csv")}
    assert all(what.endswith(" rows") for _, _, what in within)


def test_how_far_a_file_has_been_read_is_one_short_line_whatever_its_sheets_are_called():
    sent = []
    server = worker._Server(SimpleNamespace(send_bytes=sent.append), Means())  # noqa: SLF001 - the process talks to nobody here
    server._has_come("12 rows of a\nend\n" + "x" * 500)  # noqa: SLF001 - as above
    server._has_come("13 rows")  # noqa: SLF001 - too soon after
    (line,) = sent
    assert line.count(b"\n") == 0
    assert line.startswith(b"come 12 rows of a end xxx")
    assert len(line) < 120


def test_a_run_broken_off_inside_a_large_file_leaves_a_case_that_goes_on(case, tmp_path):
    (tmp_path / "a.txt").write_text("a note\n" * 40_000)
    (tmp_path / "rows.csv").write_text("".join(f"{number},SVX,SZX,Person {number}\n" for number in range(60_000)))

    def break_off(done, total, what):
        if "rows.csv: " in what:
            raise KeyboardInterrupt

    read.add(case, [tmp_path / "a.txt", tmp_path / "rows.csv"])
    with pytest.raises(KeyboardInterrupt):
        read.run(case, on_progress=break_off)
    read.run(case)
    assert {row["path"]: row["status"] for row in clew.sources(case)} == {"a.txt": "read", "rows.csv": "read"}
    assert len(case.query("select distinct row_number from cells")) == 60_000
