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


def test_nothing_but_the_file_is_left_when_writing_fails(case, monkeypatch):
    def full(_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        case.archive.keep(b"bytes of evidence")
    assert not [path for path in case.archive.folder.rglob("*") if path.is_file()]
