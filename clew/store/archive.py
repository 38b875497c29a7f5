"""The bytes of evidence, kept by their hash: originals/ab/abcdef… Written once, never changed."""

import hashlib
import os
import secrets
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from clew.model.errors import CaseDamaged

SYNCED_AT_ONCE = 8


class Archive:
    """A folder of files named by their SHA-256."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._unsettled: list[str] = []

    def keep(self, data: bytes, *, sha256: str = "") -> str:
        """Keep the bytes and return their SHA-256; bytes already kept are not written again.

        They are there whole or not at all, and safe from a power cut once `settle` has been called.

        Args:
            data: the bytes.
            sha256: their hash, where the caller has it already.
        """
        sha256 = sha256 or hashlib.sha256(data).hexdigest()
        path = self.place(sha256)
        if not os.path.exists(path):  # noqa: PTH110 - as in `place`
            temporary = f"{path}.{secrets.token_hex(4)}.tmp"
            try:
                _write(temporary, data)
                os.replace(temporary, path)  # noqa: PTH105 - as above
            except BaseException:
                Path(temporary).unlink(missing_ok=True)
                raise
            self._unsettled.append(path)
        return sha256

    def settle(self) -> None:
        """Have the system put on disk what was kept; to be called before a commit names it."""
        unsettled, self._unsettled = self._unsettled, []
        if not unsettled:
            return
        # Many at a time: the disk joins them. One by one, 10,000 small files took most of the time of adding them.
        with ThreadPoolExecutor(SYNCED_AT_ONCE) as pool:
            list(pool.map(_sync_files, [unsettled[nth::SYNCED_AT_ONCE] for nth in range(SYNCED_AT_ONCE)]))
            list(pool.map(sync_folder, sorted({os.path.dirname(path) for path in unsettled})))  # noqa: PTH120 - as above

    def path(self, sha256: str) -> Path:
        """Return where the bytes with this hash are kept."""
        return self.folder / sha256[:2] / sha256

    def place(self, sha256: str) -> str:
        """Return the same as text; to make a path of it costs more than to write a small file."""
        return f"{self.folder}{os.sep}{sha256[:2]}{os.sep}{sha256}"

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


def hash_of(path: Path) -> str:
    """Return the SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _write(path: str, data: bytes) -> None:
    try:
        file = open(path, "xb")  # noqa: SIM115, PTH123 - closed below; as in `keep`
    except FileNotFoundError:
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        file = open(path, "xb")  # noqa: SIM115, PTH123 - as above
    with file:
        file.write(data)


def _sync_files(paths: Sequence[str]) -> None:
    for path in paths:
        handle = os.open(path, os.O_RDWR)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


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


def sync_folder(folder: Path | str) -> None:
    """Make a rename in a folder survive a crash, where the system can."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
