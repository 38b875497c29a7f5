"""Files in; ledger rows, pages, words and cells out. A file that cannot be read is a row with a reason."""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from clew.model.errors import UnreadableFile
from clew.model.ids import content_id
from clew.model.shelf import versions_on_shelf
from clew.model.source import Child, Page, Reading
from clew.read.folders import bytes_of, found_below, storable_name
from clew.read.means import PLAIN
from clew.read.recognise import recognise
from clew.store.batch import Batch
from clew.store.case import Case, now, whoami
from clew.store.rows import cell_row, page_row, word_row

READS = ("sources",)
WRITES = ("sources", "pages", "words", "cells")
FILES_A_COMMIT = 64
PAGES_A_COMMIT = 2_000

KNOWN = "select id, path, sha256 from sources"
FORGET_UNOPENED = "delete from sources where path = $path and sha256 = ''"
ADD_SOURCE = """insert into sources (id, path, sha256, size, media_type, status, reason, pages, parent, reading, added_at, added_by)
                values ($id, $path, $sha256, $size, '', $status, $reason, 0, $parent, '', $at, $by)
                on conflict (id) do nothing"""
SET_FATE = """update sources set media_type = $media_type, status = $status, reason = $reason, pages = $pages,
              reading = $reading where id = $id"""
TO_READ = """select id, path, sha256, reading from sources
             where status <> 'skipped' and reading not in (select value from json_each($current)) order by path, id"""

Progress = Callable[[int, int, str], None]


def add(case: Case, paths: Iterable[Path], *, on_progress: Progress = lambda *_: None) -> int:
    """Take files and folders into the case and return how many ledger rows are new.

    Links are not followed, devices and pipes not opened; each has a row that says so. A file already in the case under
    its path with the same bytes adds nothing; the same bytes under another path get a row of their own, said to be a copy.

    Raises:
        InputError: a path does not exist, or lies in the case itself.
    """
    known = _Known.of(case)
    files = [file for path in paths for file in found_below(path, leave_out=case.folder)]
    most = int(case.setting("read_most_mb"))
    for start in range(0, len(files), FILES_A_COMMIT):
        with case.batch() as batch:
            for number, file in enumerate(files[start : start + FILES_A_COMMIT], start):
                on_progress(number, len(files), file.name)
                data, why_not = (b"", file.why_not) if file.why_not else bytes_of(file.path, most_mb=most)
                if why_not:
                    known.note_unreadable(batch, file.name, why_not)
                else:
                    known.note(case, batch, data, file.name, parent=None)
    return known.new


def run(case: Case, *, on_progress: Progress = lambda *_: None) -> int:
    """Read every file that no reader of this version has read, and return how many pages are new."""
    new = 0
    current = [*_methods(), _no_reader()]
    known = _Known.of(case)
    seen: set[str] = set()  # once a run: a file that stays stale must not be read for ever
    while waiting := [row for row in case.ledger(TO_READ, current=json.dumps(current)) if row["id"] not in seen]:
        seen.update(row["id"] for row in waiting)
        done = 0
        while done < len(waiting):
            with case.batch() as batch:
                pages = 0
                first = done
                while done < len(waiting) and done - first < FILES_A_COMMIT and pages < PAGES_A_COMMIT:
                    row = waiting[done]
                    on_progress(done, len(waiting), row["path"])
                    pages += _read_one(case, batch, known, row)
                    done += 1
            new += pages
    return new


@dataclass
class _Known:
    """What the ledger holds already, so that a file is one row however often it is handed in."""

    rows: set[tuple[str, str]]  # path, sha256
    first: dict[str, str]  # sha256 -> path it first came under
    new: int = 0

    @classmethod
    def of(cls, case: Case) -> "_Known":
        rows = case.ledger(KNOWN)
        first: dict[str, str] = {}
        for row in rows:
            first.setdefault(row["sha256"], row["path"])
        return cls({(row["path"], row["sha256"]) for row in rows}, first)

    def note(self, case: Case, batch: Batch, data: bytes, name: str, *, parent: str | None) -> None:
        digest = sha256(data).hexdigest()
        if (name, digest) in self.rows:
            return
        case.archive.keep(data)
        if (name, "") in self.rows:  # at an earlier run it could not be opened
            self.rows.remove((name, ""))
            batch.execute("sources", FORGET_UNOPENED, path=name)
        original = self.first.setdefault(digest, name)
        copy = original != name
        self._add(
            batch,
            name,
            digest,
            len(data),
            status="skipped" if copy else "waiting",
            reason=f"same bytes as {original}" if copy else "not read yet",
            parent=parent,
            id_=content_id("s", [digest, name] if copy else [digest]),
        )

    def note_unreadable(self, batch: Batch, name: str, why: str) -> None:
        if (name, "") not in self.rows:
            id_ = content_id("s", ["", name])
            self._add(batch, name, "", 0, status="skipped", reason=why, parent=None, id_=id_)

    def _add(
        self, batch: Batch, name: str, digest: str, size: int, *, status: str, reason: str, parent: str | None, id_: str
    ) -> None:
        self.rows.add((name, digest))
        self.new += 1
        batch.execute(
            "sources",
            ADD_SOURCE,
            id=id_,
            path=name,
            sha256=digest,
            size=size,
            status=status,
            reason=reason,
            parent=parent,
            at=now(),
            by=whoami(),
        )
        batch.log("add", name, digest)


def _read_one(case: Case, batch: Batch, known: _Known, row: dict[str, str]) -> int:
    data = case.archive.bytes(row["sha256"])
    reader, media_type = recognise(data, row["path"])
    fate = {"id": row["id"], "media_type": media_type, "reading": _method(reader) if reader else _no_reader()}
    if reader is None:
        reason = "the file is empty" if not data else f"no reader for {media_type}"
        batch.execute("sources", SET_FATE, **fate, status="skipped" if not data else "failed", reason=reason, pages=0)
        return 0
    try:
        reading: Reading = reader.read(data, media_type, PLAIN)
    except UnreadableFile as error:
        batch.execute("sources", SET_FATE, **fate, status="failed", reason=str(error), pages=0)
        return 0
    except Exception as error:  # noqa: BLE001 - whatever a library throws at a hostile file, the run goes on
        reason = f"the reader failed: {type(error).__name__}: {error}"
        batch.execute("sources", SET_FATE, **fate, status="failed", reason=reason[:500], pages=0)
        return 0
    _keep(batch, row["id"], reading, method=fate["reading"])
    for child in reading.children:
        known.note(case, batch, child.data, _child_name(row["path"], child), parent=row["id"])
    status = "partly" if reading.missed else "read"
    missed = "; ".join(reading.missed)
    batch.execute("sources", SET_FATE, **fate, status=status, reason=missed, pages=len(reading.pages))
    return len(reading.pages)


def _keep(batch: Batch, source: str, reading: Reading, *, method: str) -> None:
    batch.add("pages", (page_row(source, _storable(page), reading=method) for page in reading.pages))
    batch.add("words", (word_row(source, word, reading=method) for word in reading.words))
    batch.add("cells", (cell_row(source, cell, reading=method) for cell in reading.cells))


def _storable(page: Page) -> Page:
    """Replace lone surrogates, which no text file may hold, one for one; every offset stays right."""
    if page.text.isascii() or not any("\ud800" <= char <= "\udfff" for char in page.text):
        return page
    text = "".join("\ufffd" if "\ud800" <= char <= "\udfff" else char for char in page.text)
    return replace(page, text=text)


def _child_name(parent: str, child: Child) -> str:
    # The name is only a label: whatever path it pretends to be, the file is kept by its hash.
    return storable_name(f"{parent}/{child.name.replace('/', '_') or 'unnamed'}")


def _method(reader: object) -> str:
    name: str = reader.__name__.rsplit(".", 1)[-1]  # type: ignore[attr-defined]
    return f"{name}@{reader.VERSION}"  # type: ignore[attr-defined]


def _methods() -> list[str]:
    return [f"{name}@{version}" for name, version in versions_on_shelf("clew.read.readers")]


def _no_reader() -> str:
    return f"none@{content_id('s', sorted(_methods()))}"
