"""The bytes of evidence, kept by their hash: originals/ab/abcdef… Written once, never changed."""

import hashlib
import os
import secrets
from pathlib import Path

from clew.model.errors import CaseDamaged


class Archive:
    """A folder of files named by their SHA-256."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def keep(self, data: bytes) -> str:
        """Keep the bytes and return their SHA-256; bytes already kept are not written again."""
        sha256 = hashlib.sha256(data).hexdigest()
        path = self.path(sha256)
        if not path.exists():
            write_whole(path, data)
        return sha256

    def path(self, sha256: str) -> Path:
        """Return where the bytes with this hash are kept."""
        return self.folder / sha256[:2] / sha256

    def bytes(self, sha256: str) -> bytes:
        """Return the bytes with this hash.

        Raises:
            CaseDamaged: the file is missing, or its bytes have another hash.
        """
        path = self.path(sha256)
        try:
            data = path.read_bytes()
        except OSError as error:
            raise CaseDamaged(f"original {sha256[:12]}…: expected at {path}, {error.strerror}") from error
        found = hashlib.sha256(data).hexdigest()
        if found != sha256:
            raise CaseDamaged(f"original {path}: expected SHA-256 {sha256[:12]}…, found {found[:12]}…")
        return data


def write_whole(path: Path, data: bytes) -> None:
    """Write a file so that after a crash it is there whole or not at all: temporary file, fsync, rename, fsync."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.parent / f"{secrets.token_hex(8)}.tmp"
    try:
        with temporary.open("xb") as file:  # not mkstemp: the file takes the mode that the user's umask gives
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Make a rename in a folder survive a crash, where the system can."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
