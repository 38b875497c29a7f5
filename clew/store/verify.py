"""A case goes in; whether its log, its originals and its segments are still what they were comes out.

When what is checked: an original whenever its bytes are used, and its size at the beginning of each run; a segment when a process
first uses it; everything, the log's chain too, before a report is written and with `clew verify`. So opening a case costs no hashing.
"""

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from clew.model.errors import CaseDamaged
from clew.store.archive import hash_of

if TYPE_CHECKING:
    from clew.store.case import Case

LOG = "select seq, at, actor, action, object, detail, previous, hash from log order by seq"
ORIGINALS = (
    "select sha256, min(size) as size, min(path) as path from sources where sha256 <> '' group by sha256 order by 3"
)
SEGMENTS = "select path, sha256 from segments where live = 1 order by seq"
UNLOGGED = """select path from sources where sha256 <> '' and not exists (
                  select 1 from log where action = 'add' and object = path and instr(detail, sha256) > 0) order by path limit 1"""

Progress = Callable[[int, int, str], None]


@dataclass(frozen=True, slots=True)
class Verified:
    """What was checked, and found as it was."""

    entries: int  # of the log
    originals: int
    segments: int
    last: str  # hash of the log's last entry: noted elsewhere, it shows later that no entry was taken off the end


def check_sizes(case: "Case") -> None:
    """Check that every original is there, with its size.

    Raises:
        CaseDamaged: one is not.
    """
    for row in case.ledger(ORIGINALS):
        path = case.archive.path(row["sha256"])
        try:
            found = path.stat().st_size
        except OSError as error:
            raise CaseDamaged(f"original of {row['path']}: expected at {path}, {error.strerror}") from error
        if found != row["size"]:
            raise CaseDamaged(f"original of {row['path']}, {path}: expected {row['size']:,} bytes, found {found:,}")


def verify(case: "Case", *, on_progress: Progress = lambda *_: None) -> Verified:
    """Check the chain of the log, then the hash of every original and of every segment in use.

    Raises:
        CaseDamaged: something is not what it was; the first such thing is named.
    """
    entries, last = _check_chain(case)
    for row in case.ledger(UNLOGGED):
        raise CaseDamaged(f"{row['path']}: expected an entry in the log that it was added, found none")
    originals, segments = case.ledger(ORIGINALS), case.ledger(SEGMENTS)
    number = len(originals) + len(segments)
    for done, row in enumerate(originals):
        on_progress(done, number, row["path"])
        _check_file(
            f"original of {row['path']}, ", case, f"originals/{row['sha256'][:2]}/{row['sha256']}", row["sha256"]
        )
    for done, row in enumerate(segments, len(originals)):
        on_progress(done, number, row["path"])
        _check_file("", case, row["path"], row["sha256"])
    return Verified(entries, len(originals), len(segments), last)


def _check_chain(case: "Case") -> tuple[int, str]:
    previous, number = "", 0
    for entry in case.ledger(LOG):
        number += 1
        where = f"{case.folder}: log, entry {entry['seq']}"
        if entry["seq"] != number:
            raise CaseDamaged(f"{where}: expected entry {number}; an entry was taken out")
        if entry["previous"] != previous or entry["hash"] != entry_hash(entry):
            raise CaseDamaged(
                f"{where}: its hash does not follow from what it says and from the entry before; it was changed"
            )
        previous = entry["hash"]
    return number, previous


def entry_hash(entry: dict[str, object]) -> str:
    """Return what the hash of a log entry must be: SHA-256 of its other columns as a JSON list, in the order of the table."""
    said = [entry[name] for name in ("seq", "at", "actor", "action", "object", "detail", "previous")]
    return hashlib.sha256(json.dumps(said, ensure_ascii=False).encode("utf-8", "surrogatepass")).hexdigest()


def _check_file(what: str, case: "Case", relative: str, sha256: str) -> None:
    path = case.folder / relative
    try:
        found = hash_of(path)
    except OSError as error:
        raise CaseDamaged(f"{what}{path}: named in the case, {error.strerror}") from error
    if found != sha256:
        raise CaseDamaged(f"{what}{path}: expected SHA-256 {sha256[:12]}…, found {found[:12]}…; restore it from a copy")
