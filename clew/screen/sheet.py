"""A file of names screened into a worksheet, in batches; a run that was stopped goes on where it was.

In: a file of names, and lists. Out: the worksheet, and beside it a record of what was screened against what.
"""

import json
import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import Any

from clew.model.errors import BadNames
from clew.naming.kept import VERSION
from clew.screen import worksheet
from clew.screen.asked import Asked, read_asked
from clew.screen.match import NEAR
from clew.screen.names import BATCH, FIELDS, Lists
from clew.screen.shares import Job, ShareOut, in_this_process

_NUMBERS = ("row", "score")

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Screened:
    """What became of a file."""

    names: int
    candidates: int
    resumed: int  # rows that an earlier, stopped run had done


def screen_file(
    source: Path,
    target: Path,
    lists: Lists,
    *,
    column: str | None = None,
    kind: str = "unknown",
    near: float = NEAR,
    silent: bool = False,
    on_progress: Progress = lambda *_: None,
    share_out: ShareOut = in_this_process,
) -> Screened:
    """Screen a file of names into a worksheet; a run that was stopped goes on where it was.

    The worksheet is CSV, XLSX or JSON Lines by the target's ending. Beside it stands TARGET.about.json: how many names were
    screened, against which snapshots, from which score.

    Args:
        source: the file of names, as `asked.read_asked` takes it.
        target: the worksheet.
        lists: what to screen against.
        column: the heading of the names, where it is none of the usual ones.
        kind: what rows are that do not say so themselves.
        near: the score, 0 to 100, from which a name that is not equal is a candidate.
        silent: leave out names for which nothing was found.
        on_progress: is told how many rows are done, and of how many.
        share_out: who does it: this process, several (`shares.in_processes`), or a cluster (`spark.on_spark`).

    Raises:
        BadNames: the file cannot be read, or the half of an earlier run belongs to other names, lists or options.
    """
    part, about = target.with_name(f"{target.name}.part"), target.with_name(f"{target.name}.progress")
    rows = sum(1 for _ in read_asked(source, column=column, kind=kind))
    key = _key(source, lists, (column, kind, near, silent, rows, target.suffix))
    state = _state(about, part, key)
    asked = islice(read_asked(source, column=column, kind=kind), state["rows"], None)
    resumed = state["rows"]
    lines = target.suffix in (".jsonl", ".ndjson")
    with part.open("r+" if state["bytes"] else "w", encoding="utf-8", newline="") as out:
        out.seek(state["bytes"])
        out.truncate()
        if not state["bytes"] and not lines:
            out.write("\ufeff")
            worksheet.write_csv(out, FIELDS, [dict(zip(FIELDS, FIELDS, strict=True))])
        job = Job(lists, rows, near, silent, lines)
        for done_ in share_out(_batches(asked), job):
            out.write(done_.text)
            out.flush()
            os.fsync(out.fileno())
            state["rows"] += done_.names
            state["candidates"] += done_.candidates
            state["bytes"] = part.stat().st_size
            _write(about, {"key": key, **state})
            on_progress(state["rows"], rows)
    _finish(part, target)
    about.unlink(missing_ok=True)
    done = Screened(rows, state["candidates"], resumed)
    _write(target.with_name(f"{target.name}.about.json"), _about(source, done, lists, near))
    return done


def _batches(asked: Iterator[Asked]) -> Iterator[list[Asked]]:
    while batch := list(islice(asked, BATCH)):
        yield batch


def _finish(part: Path, target: Path) -> None:
    if target.suffix == ".xlsx":
        whole = target.with_name(f"{target.name}.writing")
        worksheet.csv_as_xlsx(part, whole, numbers=_NUMBERS)
        whole.replace(target)
        part.unlink()
    else:
        part.replace(target)


def _key(source: Path, lists: Lists, options: tuple[object, ...]) -> str:
    stat = source.stat()
    ids = sorted(str(snapshot["id"]) for snapshot in lists.snapshots)
    return sha256(
        repr((source.resolve().as_posix(), stat.st_size, stat.st_mtime_ns, ids, options, VERSION)).encode()
    ).hexdigest()


def _state(about: Path, part: Path, key: str) -> dict[str, int]:
    """Return how far an earlier run came; nothing where there was none."""
    fresh = {"rows": 0, "bytes": 0, "candidates": 0}
    try:
        known = json.loads(about.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return fresh
    if not part.exists() or part.stat().st_size < known["bytes"]:
        return fresh
    if known.pop("key") != key:
        raise BadNames(f"{about}: left by a run on other names, lists or options; delete it, or write to another file")
    return {name: int(known[name]) for name in fresh}


def _about(source: Path, done: Screened, lists: Lists, near: float) -> dict[str, Any]:
    return {
        "file": source.name,
        "names": done.names,
        "candidates": done.candidates,
        "near": near,
        "lists": [
            {
                key: snapshot[key]
                for key in ("list", "id", "as_of", "as_of_basis", "sha256", "entries", "names", "missed")
            }
            for snapshot in lists.snapshots
        ],
        "list_files_left_out": list(lists.left),
        "a_match_is_not_a_person": "Levels: I0 a likeness, I1 the name, I2 and the day of birth, I3 a strong identifier.",
    }


def _write(path: Path, record: Mapping[str, Any]) -> None:
    whole = path.with_name(f"{path.name}.new")
    whole.write_text(json.dumps(record, ensure_ascii=False, indent=1), encoding="utf-8")
    whole.replace(path)
