"""A path a user names goes in; the files below it come out in a fixed order, each opened safely or with why it is not."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from clew.model.errors import InputError

_MB = 1_000_000


class Found(NamedTuple):
    """Something that lies below a path, and the name the ledger gives it."""

    path: Path
    name: str
    why_not: str = ""  # in words, where it must not or cannot be opened


def found_below(root: Path, *, leave_out: Path) -> Iterator[Found]:
    """Yield all that lies below a path but folders, in a fixed order; what lies in `leave_out` is passed over.

    Links are not followed. A folder that cannot be listed is yielded itself, with the reason.

    Raises:
        InputError: the path does not exist, or is or lies in `leave_out`.
    """
    inside = leave_out.resolve()
    if not os.path.lexists(root):
        raise InputError(f"{root}: expected a file or folder, found none")
    if root.exists() and root.resolve().is_relative_to(inside):
        raise InputError(f"{root}: expected evidence, found a part of the case itself ({leave_out})")
    if not root.is_dir():
        # A link that the user names is meant; only those met on the way are not followed.
        yield Found(root, storable_name(root.name), _why_not(root.resolve() if root.exists() else root))
        return
    unlisted: list[OSError] = []
    for folder, folders, names in os.walk(root, onerror=unlisted.append):
        links = [name for name in folders if (Path(folder) / name).is_symlink()]
        folders[:] = sorted(n for n in folders if n not in links and (Path(folder) / n).resolve() != inside)
        its, below = Path(folder), _below(root, folder)
        for name in sorted([*names, *links]):
            path = its / name
            yield Found(path, storable_name(name) if below == "." else f"{below}/{storable_name(name)}", _why_not(path))
    for error in unlisted:
        yield Found(Path(error.filename), _below(root, error.filename), f"could not be listed: {error.strerror}")


def bytes_of(path: Path, *, most_mb: int) -> tuple[bytes, str]:
    """Return a regular file's bytes, or why it was not read, in words.

    A file that changes while it is read is not evidence of anything; it is refused, and read at the next run.
    """
    try:
        with open(path, "rb", opener=_without_waiting) as file:
            before = os.fstat(file.fileno())
            if not stat.S_ISREG(before.st_mode):
                return b"", "no regular file"
            if before.st_size > most_mb * _MB:
                size = f"{before.st_size / _MB:,.0f} MB"
                return b"", f"{size}: files of more than {most_mb} MB are not read (setting read_most_mb)"
            data = file.read(before.st_size + 1)
            after = os.fstat(file.fileno())
    except OSError as error:
        return b"", f"could not be opened: {error.strerror or error}"
    if len(data) != before.st_size or (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
        return b"", "changed while it was read; run again"
    return data, ""


def _without_waiting(path: str, flags: int) -> int:
    # A file may become a pipe between the look and the opening; nobody may ever write to it.
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def storable_name(path: str) -> str:
    """Return a path that can be stored: bytes that are no text, and halves of letters, become their escapes."""
    return path.encode("utf-8", "backslashreplace").decode("utf-8")


def _below(root: Path, path: Path | str) -> str:
    return storable_name(Path(path).relative_to(root).as_posix())


def _why_not(path: Path) -> str:
    try:
        mode = path.lstat().st_mode
    except OSError as error:
        return f"could not be opened: {error.strerror or error}"
    if stat.S_ISLNK(mode):
        return "a link; links are not followed"
    return "" if stat.S_ISREG(mode) else "no regular file"
