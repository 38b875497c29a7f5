"""What the system says against reading or writing a case goes in; what is wrong with the case, in plain words, comes out."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from clew.model.errors import CaseBusy, CaseDamaged, CaseError

_OF_THE_FOLDER = {
    errno.ENOSPC,
    errno.EDQUOT,
    errno.EFBIG,
    errno.EROFS,
    errno.EACCES,
    errno.EPERM,
    errno.EIO,
    errno.ENAMETOOLONG,
    errno.ENOTDIR,
}
_UNWRITABLE = ("SQLITE_FULL", "SQLITE_READONLY", "SQLITE_IOERR", "SQLITE_CANTOPEN", "SQLITE_PERM")
_BUSY = ("SQLITE_BUSY", "SQLITE_LOCKED")
_DAMAGED = ("SQLITE_CORRUPT", "SQLITE_NOTADB")


@contextmanager
def told_plainly(folder: Path) -> Iterator[None]:
    """Turn a full disk, a read-only folder, a case held by another or a damaged case file into an error that says so.

    Whatever else goes wrong is a bug, and passes as it is.

    Raises:
        CaseError: the folder cannot be written or read.
        CaseBusy: another process held the case for too long.
        CaseDamaged: case.sqlite is no whole database.
    """
    try:
        yield
    except OSError as error:
        if error.errno not in _OF_THE_FOLDER:
            raise
        raise CaseError(f"{folder}: the case cannot be written or read: {error.strerror}") from error
    except sqlite3.DatabaseError as error:
        name = getattr(error, "sqlite_errorname", "")
        if name.startswith(_DAMAGED):
            raise CaseDamaged(f"{folder / 'case.sqlite'}: {error}; restore it from a copy") from error
        if name.startswith(_BUSY):
            raise CaseBusy(f"{folder}: another process is writing this case") from error
        if name.startswith(_UNWRITABLE):
            raise CaseError(f"{folder}: the case cannot be written or read: {error}") from error
        raise
