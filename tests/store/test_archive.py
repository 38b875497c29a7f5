import os
import stat
import sys

import pytest

from clew.model.errors import CaseDamaged


@pytest.mark.skipif(sys.platform == "win32", reason="modes are a POSIX matter")
def test_an_original_has_the_mode_that_the_umask_gives(case):
    before = os.umask(0o022)
    try:
        kept = case.archive.path(case.archive.keep(b"bytes of evidence"))
    finally:
        os.umask(before)
    assert stat.S_IMODE(kept.stat().st_mode) == 0o644


def test_an_original_with_a_flipped_bit_is_refused_by_name(case):
    sha256 = case.archive.keep(b"bytes of evidence")
    case.archive.path(sha256).write_bytes(b"bytes of evidencf")
    with pytest.raises(CaseDamaged, match=f"{sha256}: expected SHA-256"):
        case.archive.bytes(sha256)


def test_nothing_is_left_of_a_file_when_writing_it_fails(case, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    with pytest.raises(OSError, match="No space"):
        case.archive.keep(b"bytes of evidence")
    assert not [path for path in case.archive.folder.rglob("*") if path.is_file()]


def test_what_was_kept_is_put_on_disk_once_before_a_commit_names_it(case, monkeypatch):
    synced = []
    fsync = os.fsync
    monkeypatch.setattr(os, "fsync", lambda handle: (synced.append(handle), fsync(handle))[1])
    case.archive.keep(b"bytes of evidence")
    assert not synced
    case.archive.settle()
    assert len(synced) == 2  # the file, and the folder it lies in
    case.archive.settle()
    assert len(synced) == 2
