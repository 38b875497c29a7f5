import os
import shutil
import sys
from itertools import count
from pathlib import Path

import pytest

import clew
from clew.model.errors import InputError
from clew.read import folders
from clew.read import stage as read
from clew.read.folders import bytes_of, found_below, storable_name

posix = pytest.mark.skipif(sys.platform == "win32", reason="pipes, links and odd names are a POSIX matter")


def fates(case):
    return {row["path"]: (row["status"], row["reason"]) for row in clew.sources(case)}


@pytest.fixture
def evidence(tmp_path):
    folder = tmp_path / "evidence"
    folder.mkdir()
    (folder / "note.txt").write_text("A note about nothing in particular.\n")
    return folder


@posix
def test_a_pipe_is_not_opened_and_has_a_row_that_says_so(case, evidence):
    os.mkfifo(evidence / "pipe")
    read.add(case, [evidence, evidence / "pipe"])
    assert fates(case)["pipe"] == ("skipped", "no regular file")


@posix
def test_a_file_that_becomes_a_pipe_before_it_is_opened_does_not_hang(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    assert bytes_of(tmp_path / "pipe", most_mb=1) == (b"", "no regular file")


@posix
def test_links_have_rows_and_are_not_followed_even_in_a_ring(case, evidence):
    (evidence / "up").symlink_to(evidence)
    (evidence / "itself").symlink_to(evidence / "itself")
    (evidence / "gone").symlink_to(evidence / "nowhere")
    read.add(case, [evidence])
    link = ("skipped", "a link; links are not followed")
    assert fates(case) == {"note.txt": ("waiting", "not read yet"), "up": link, "itself": link, "gone": link}


def test_a_file_larger_than_the_setting_is_refused_before_it_is_read(case, evidence):
    with (evidence / "zeros.bin").open("wb") as file:
        file.truncate(1_000_000_000)
    read.add(case, [evidence])
    said = "1,000 MB: files of more than 200 MB are not read (setting read_most_mb)"
    assert fates(case)["zeros.bin"] == ("skipped", said)


def test_a_file_that_could_be_opened_later_is_read_and_has_one_row(case, evidence):
    case.set("read_most_mb", "0")
    read.add(case, [evidence])
    assert fates(case)["note.txt"][0] == "skipped"
    case.set("read_most_mb", "1")
    assert read.add(case, [evidence]) == 1
    assert fates(case) == {"note.txt": ("waiting", "not read yet")}
    assert read.add(case, [evidence]) == 0


def test_a_file_that_vanishes_between_the_look_and_the_opening_is_a_row(case, evidence, monkeypatch):
    def find_and_lose(path, *, leave_out):
        found = list(found_below(path, leave_out=leave_out))
        (evidence / "note.txt").unlink()
        return found

    monkeypatch.setattr(read, "found_below", find_and_lose)
    read.add(case, [evidence])
    assert fates(case)["note.txt"] == ("skipped", "could not be opened: No such file or directory")


def test_a_file_that_changes_while_it_is_read_is_not_taken(evidence, monkeypatch):
    looked = count()
    fstat = os.fstat

    def grown(handle):
        now = fstat(handle)
        return os.stat_result((*now[:6], now.st_size + next(looked), *now[7:]))

    monkeypatch.setattr(folders.os, "fstat", grown)
    assert bytes_of(evidence / "note.txt", most_mb=1) == (b"", "changed while it was read; run again")


@posix
@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root may open everything")
def test_what_may_not_be_opened_is_a_row(case, evidence):
    (evidence / "shut").mkdir(mode=0)
    (evidence / "shut.txt").touch(mode=0)
    read.add(case, [evidence])
    assert fates(case)["shut"] == ("skipped", "could not be listed: Permission denied")
    assert fates(case)["shut.txt"] == ("skipped", "could not be opened: Permission denied")


def test_a_folder_that_cannot_be_listed_is_a_row(case, evidence, monkeypatch):
    def walk(root, onerror):
        onerror(PermissionError(13, "Permission denied", str(Path(root) / "shut")))
        return iter(())

    monkeypatch.setattr(folders.os, "walk", walk)
    read.add(case, [evidence])
    assert fates(case) == {"shut": ("skipped", "could not be listed: Permission denied")}


def test_a_case_is_not_evidence_of_itself(case):
    with pytest.raises(InputError, match="found a part of the case itself"):
        read.add(case, [case.folder])
    with pytest.raises(InputError, match="found a part of the case itself"):
        read.add(case, [case.folder / "case.sqlite"])


def test_a_case_below_the_evidence_is_passed_over(case, tmp_path, evidence):
    read.add(case, [tmp_path])
    assert set(fates(case)) == {"evidence/note.txt"}


@posix
@pytest.mark.parametrize("name", [b"line\nfeed.txt", "\u202etxt.exe".encode(), b"\xff\xfe.txt", b"n" * 255, b"-rf *"])
def test_a_file_of_any_name_is_read(case, evidence, name):
    shutil.copy(evidence / "note.txt", os.fsencode(evidence) + b"/" + name)
    (evidence / "note.txt").unlink()
    read.add(case, [evidence])
    read.run(case)
    assert [status for status, _ in fates(case).values()] == ["read"]


def test_a_name_with_half_a_letter_can_be_stored():
    assert storable_name("a\ud83d/\udcff.txt") == "a\\ud83d/\\udcff.txt"


def test_a_path_too_long_for_any_file_is_said_to_be_none(case, tmp_path):
    with pytest.raises(InputError, match="expected a file or folder, found none"):
        read.add(case, [tmp_path / ("n" * 300)])
    with pytest.raises(InputError, match="expected a file or folder, found none"):
        read.add(case, [Path("nul\0.txt")])
