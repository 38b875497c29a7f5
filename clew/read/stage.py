"""Files in; ledger rows, pages, words and cells out. A file that cannot be read is a row with a reason."""

import json
import os
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

from clew.model.errors import InputError
from clew.read.attempt import methods, no_reader
from clew.read.crew import Crew, Order, Result
from clew.read.folders import bytes_of, found_below
from clew.read.ledger import Custody, Holder, Ledger, said_limits, set_fate
from clew.read.means import MB, Limits, Means
from clew.store.batch import Batch
from clew.store.case import Case

READS = ("sources",)
WRITES = ("sources", "channels", "pages", "words", "cells")
FILES_A_COMMIT = 256
PAGES_A_COMMIT = 2_000
BYTES_A_COMMIT = 100 * MB  # of rows that wait for the commit

TO_READ = """select id, path, sha256, size, reading, depth, channel, origin, acquisition, legal_basis from sources s
             where sha256 <> '' and copy_of = ''
               and (substr(reading, 1, instr(reading || '/', '/') - 1) not in (select value from json_each($current))
                    or ($unlocked and status in ('failed', 'partly') and reason like '%password%')
                    or (limits <> $limits and (status = 'failed' or exists (
                        select 1 from sources c where c.parent = s.id and c.sha256 = '' and c.status = 'skipped'))))
             order by depth, path, id"""

Progress = Callable[[int, int, str], None]


def add(
    case: Case, paths: Iterable[Path], *, custody: Custody | None = None, on_progress: Progress = lambda *_: None
) -> int:
    """Take files and folders into the case and return how many ledger rows are new.

    Links are not followed, devices and pipes not opened; each has a row that says so. A file already in the case under
    its path with the same bytes adds nothing; the same bytes under another path get a row of their own, said to be a copy.

    Args:
        case: an open case.
        paths: files and folders.
        custody: how they were come by; without an origin, each file's own absolute path is its origin.
        on_progress: called with done, total and the file at hand.

    Raises:
        InputError: a path does not exist, or lies in the case itself.
    """
    given = custody or Custody()
    ledger = Ledger(case, limits_of(case))
    files = [file for path in paths for file in found_below(path, leave_out=case.folder)]
    most = int(case.setting("read_most_mb"))
    for start in range(0, len(files), FILES_A_COMMIT):
        with case.batch() as batch:
            for number, file in enumerate(files[start : start + FILES_A_COMMIT], start):
                on_progress(number, len(files), file.name)
                its = given if given.origin else replace(given, origin=_absolute(file.path))
                data, why_not = (b"", file.why_not) if file.why_not else bytes_of(file.path, most_mb=most)
                if why_not:
                    ledger.note_unreadable(batch, file.name, why_not, its)
                else:
                    ledger.note(batch, data, file.name, its)
            case.archive.settle()
    return ledger.new


def run(case: Case, *, passwords: tuple[str, ...] = (), on_progress: Progress = lambda *_: None) -> int:
    """Read every file that no reader of this version has read, and return how many pages are new.

    Files are read by processes of their own (crew.py) and written down in the order of their depth and path, whatever
    the order they are done in, so that a run that was stopped ends with the very records of one that was not.

    Args:
        case: an open case.
        passwords: tried on what is encrypted; never stored.
        on_progress: called with done, total and the file at hand.
    """
    means = Means(passwords, limits_of(case))
    asked: dict[str, Any] = {
        "current": json.dumps([*methods(), no_reader()]),
        "unlocked": bool(passwords),
        "limits": said_limits(means.limits),
    }
    new = 0
    seen: set[str] = set()  # once a run: a file that stays stale must not be read for ever
    with Crew(means, most=int(case.setting("read_workers")) or os.cpu_count() or 1) as crew:
        ledger = None
        while waiting := [row for row in case.ledger(TO_READ, **asked) if row["id"] not in seen]:
            ledger = ledger or Ledger(case, means.limits)
            level = [row for row in waiting if row["depth"] == waiting[0]["depth"]]
            seen.update(row["id"] for row in level)
            new += _read_level(case, crew, ledger, level, on_progress)
    return new


def limits_of(case: Case) -> Limits:
    """Return the limits that the settings of a case stand for."""
    return Limits(
        expanded_bytes=int(case.setting("read_expanded_mb")) * MB,
        entries=int(case.setting("read_entries")),
        depth=int(case.setting("read_depth")),
        cpu_seconds=int(case.setting("read_cpu_seconds")),
        memory_mb=int(case.setting("read_memory_mb")),
        page_pixels=int(case.setting("read_page_mp")) * 1_000_000,
        pages=int(case.setting("read_pages")),
    )


def read_passwords(path: Path) -> tuple[str, ...]:
    """Return the passwords in a file, one a line.

    Raises:
        InputError: the file is not text in UTF-8.
    """
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except UnicodeDecodeError as error:
        raise InputError(f"{path}: expected passwords in UTF-8, one a line; found other bytes") from error
    return tuple(line for line in lines if line)


def _read_level(case: Case, crew: Crew, ledger: Ledger, rows: list[dict[str, Any]], on_progress: Progress) -> int:
    """Read sources that lie equally deep, and return how many pages are new."""
    by_id = {row["id"]: row for row in rows}
    new = done = 0
    results = crew.read(
        (_order(case, ledger, row) for row in rows),
        on_come=lambda name, how_far: on_progress(done, len(rows), f"{name}: {how_far}"),
    )
    while True:
        with case.batch() as batch:
            files = pages = size = 0
            while files < FILES_A_COMMIT and pages < PAGES_A_COMMIT and size < BYTES_A_COMMIT:
                on_progress(done, len(rows), rows[min(done, len(rows) - 1)]["path"])
                result = next(results, None)
                if result is None:
                    break
                files += len(result.outcomes)
                done += len(result.outcomes)
                size += result.size
                pages += _take(batch, ledger, result, by_id)
            case.archive.settle()
        new += pages
        if result is None:
            return new


def _order(case: Case, ledger: Ledger, row: dict[str, Any]) -> Order:
    entries, expanded = ledger.left_for(row["id"], row["depth"])
    return Order(
        row["id"],
        case.archive.place(row["sha256"]),
        row["sha256"],
        row["size"],
        row["path"],
        row["reading"],
        entries,
        expanded,
    )


def _take(batch: Batch, ledger: Ledger, result: Result, rows: dict[str, dict[str, Any]]) -> int:
    """Take a result into a commit, and return its number of pages."""
    for table, columns in result.rows:
        batch.add_packed(table, columns)
    for order, outcome, children in result.outcomes:
        row = rows[order.id]
        custody = Custody(row["channel"], row["origin"], row["acquisition"], row["legal_basis"])
        holder = Holder(order.id, row["path"], row["depth"], custody)
        notes = [ledger.note_inside(batch, child, holder) for child in children]
        also = tuple(dict.fromkeys(note for note in notes if note))
        set_fate(batch, order.id, outcome, also=also, limits=ledger.limits)
    return sum(outcome.pages for _, outcome, _ in result.outcomes)


def _absolute(path: Path) -> str:
    return os.fsencode(path.absolute()).decode("utf-8", "backslashreplace")
