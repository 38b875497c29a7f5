"""A case: a folder that can be copied to another computer and opened there.

    case.sqlite    what is decided and small (schema.sql), in WAL mode with full sync
    segments/      what is read and large (segments.sql): immutable Parquet, named in the manifest with its SHA-256
    originals/     the bytes of evidence, by hash

A commit writes each segment whole (temporary file, fsync, rename, fsync), then makes all of it visible with one SQLite
transaction. A process killed anywhere leaves at worst files that no manifest names; the next run takes them away.
"""

import contextlib
import getpass
import hashlib
import json
import os
import secrets
import shutil
import sqlite3
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from functools import cached_property
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from clew import settings
from clew.model.errors import CaseBusy, CaseDamaged, NotACase, QuoteMismatch
from clew.model.records import Leaf
from clew.store.archive import Archive, hash_of, sync_folder
from clew.store.batch import Batch
from clew.store.engine import DuckDBEngine
from clew.store.log import add_entries
from clew.store.migrate import migrate
from clew.store.rows import Row
from clew.store.trouble import told_plainly

SMALL_TABLES = ("sources", "channels", "extractions", "mappings", "judgements", "snapshots", "reviews", "requests")
BUSY_SECONDS = 30

ADD_SEGMENT = """insert into segments (table_name, path, sha256, row_count, added_at)
                 values ($table, $path, $sha256, $rows, $at)"""
RETIRE_SEGMENTS = "update segments set live = 0 where table_name = $table"
LIVE_SEGMENTS = "select table_name, path, sha256 from segments where live = 1 order by seq"
RETIRED_SEGMENTS = "select path from segments where live = 0"
FORGET_RETIRED = "delete from segments where live = 0"
COUNT_VERSION = """insert into versions (table_name, n) values ($table, 1)
                   on conflict (table_name) do update set n = n + 1"""
STATE = """select 's' || table_name as name, max(seq) as n from segments where live = 1 group by table_name
           union all select 'v' || table_name, n from versions order by 1, 2"""
STAGE_FINGERPRINT = "select fingerprint from stages where stage = $stage"
SET_STAGE = """insert into stages (stage, fingerprint, at) values ($stage, $fingerprint, $at)
               on conflict (stage) do update set fingerprint = excluded.fingerprint, at = excluded.at"""
FORGET_STAGES = "delete from stages"
SETTING = "select value from settings where name = $name"
SET_SETTING = """insert into settings (name, value) values ($name, $value)
                 on conflict (name) do update set value = excluded.value"""
PAGE_TEXTS = "select source, number, text from pages where source in (select unnest($sources))"


def now() -> str:
    """Return the time, UTC, to the second, ISO 8601."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def whoami() -> str:
    """Return the name that decisions are signed with: CLEW_USER, else the login name."""
    try:
        return os.environ.get("CLEW_USER") or getpass.getuser()
    except (OSError, KeyError):
        return "unknown"


class Case:
    """An open case. Many may read it at once; one writes, the others wait."""

    def __init__(self, folder: Path, *, off: Sequence[Leaf] = (), base: Path | None = None) -> None:
        self.folder = folder
        self.off = tuple(off)
        self._base = base
        self._seen: dict[str, int] | None = None
        self._verified: set[str] = set()
        self._db = _connected(folder / "case.sqlite")
        self.archive = Archive((base or folder) / "originals")

    @classmethod
    def open(cls, folder: Path | str, *, create: bool = False) -> Self:
        """Open the case in a folder.

        Raises:
            NotACase: there is none and `create` is off, or the folder holds other files.
            CaseError: the folder cannot be made, read or written, or case.sqlite is damaged.
            CaseTooNew: it was written by a newer Clew.
        """
        folder = Path(folder)
        if not (folder / "case.sqlite").exists():
            if not create:
                raise NotACase(f"{folder}: expected a case, found no case.sqlite; `clew run {folder} PATH` makes one")
            if (folder / "segments").is_dir():
                raise CaseDamaged(
                    f"{folder}: expected a case, found its segments but no case.sqlite; restore it from a copy"
                )
            if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
                raise NotACase(f"{folder}: expected an empty or new folder for the case, found other files")
            with told_plainly(folder):
                folder.mkdir(parents=True, exist_ok=True)
        elif not (folder / "case.sqlite").stat().st_size and (folder / "segments").is_dir():
            raise CaseDamaged(
                f"{folder / 'case.sqlite'}: expected a database, found an empty file; restore it from a copy"
            )
        with told_plainly(folder):
            return cls(folder)

    def close(self) -> None:
        """Let go of the files; what was committed is on disk."""
        if "engine" in self.__dict__:
            self.engine.drop()
        self._db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    # Reading

    @cached_property
    def engine(self) -> DuckDBEngine:
        """The query engine of this process, opened when first asked for."""
        memory, threads = self.setting("engine_memory_mb"), self.setting("engine_threads")
        return DuckDBEngine(memory_mb=int(memory), threads=int(threads))

    def query(self, sql: str, **parameters: object) -> list[dict[str, Any]]:
        """Return the rows of a query over all that is visible now (views.sql)."""
        self._refresh()
        return list(self.engine.query(sql, parameters))

    def stream(self, sql: str, **parameters: object) -> Iterator[dict[str, Any]]:
        """Yield the rows of a query one by one, for answers of any length."""
        self._refresh()
        yield from self.engine.query(sql, parameters)

    def ledger(self, sql: str, **parameters: object) -> list[dict[str, Any]]:
        """Return the rows of a query over the small tables alone, without the query engine."""
        with told_plainly(self.folder):
            return [dict(row) for row in self._db.execute(sql, parameters)]

    def setting(self, name: str) -> settings.Value:
        """Return a setting of this case, or its default."""
        default = settings.default(name)
        rows = self.ledger(SETTING, name=name)
        return settings.read_setting(name, rows[0]["value"]) if rows else default

    def _state(self) -> dict[str, int]:
        """Return what stands for the content of each table: its live segments, and how often it was written."""
        return {row["name"]: row["n"] for row in self.ledger(STATE)}

    def _refresh(self) -> None:
        """Show the engine what changed since the last look, and nothing else."""
        state = self._state()
        if state == self._seen:
            return
        files: dict[str, list[Path]] = {}
        for row in self.ledger(LIVE_SEGMENTS):
            files.setdefault(row["table_name"], []).append(self._verify(row["path"], row["sha256"]))
        first, seen = self._seen is None, self._seen or {}
        for name in self.engine.tables:
            if first or state.get(f"v{name}") != seen.get(f"v{name}"):
                self.engine.scan(name, files.get(name, []))
        for name in SMALL_TABLES:
            if first or state.get(f"v{name}") != seen.get(f"v{name}"):
                self._materialize(name)
        if first:
            leaves = [leaf._asdict() for leaf in self.off]
            self.engine.materialize("off_leaves", {"kind": "varchar", "id": "varchar"}, leaves)
            self.engine.run(Path(__file__).with_name("views.sql").read_text(encoding="utf-8"))
        self._seen = state

    def _materialize(self, name: str) -> None:
        types = {"text": "varchar", "integer": "bigint", "real": "double"}
        columns = self.ledger("select name, lower(type) as type from pragma_table_info($name)", name=name)
        shape = {column["name"]: types[column["type"]] for column in columns}
        self.engine.materialize(f"all_{name}", shape, self.ledger(f"select * from {name}"))  # noqa: S608 - ours

    def _verify(self, relative: str, sha256: str) -> Path:
        path = self.folder / relative
        if self._base and not path.exists():
            path = self._base / relative
        if sha256 not in self._verified:
            try:
                found = hash_of(path)
            except OSError as error:
                raise CaseDamaged(f"{path}: named in the manifest, {error.strerror}") from error
            if found != sha256:
                raise CaseDamaged(f"{path}: expected SHA-256 {sha256[:12]}…, found {found[:12]}…")
            self._verified.add(sha256)
        return path

    # Stages

    def fingerprint(self, tables: Iterable[str], *also: str) -> str:
        """Return a hash of what these tables hold now, of the settings, and of whatever else is named."""
        wanted = {f"{kind}{table}" for table in (*tables, "settings") for kind in "sv"}
        state = [entry for entry in self._state().items() if entry[0] in wanted]
        return hashlib.sha256(json.dumps([state, also]).encode()).hexdigest()

    def is_done(self, stage: str, fingerprint: str) -> bool:
        """Say whether a stage has already run to its end over what this fingerprint stands for."""
        rows = self.ledger(STAGE_FINGERPRINT, stage=stage)
        return bool(rows) and rows[0]["fingerprint"] == fingerprint

    def set_done(self, batch: Batch, stage: str, fingerprint: str) -> None:
        """Note with a batch that a stage ran to its end."""
        batch.execute("stages", SET_STAGE, stage=stage, fingerprint=fingerprint, at=now())

    def derive(self, stage: str, fingerprint: str, tables: Mapping[str, list[Row]]) -> int:
        """Put what a stage derived in the place of what it derived before, and return how many records are new.

        A record is known by the first column of its table.
        """
        new = 0
        with self.batch() as batch:
            for table, rows in tables.items():
                key = self.engine.columns(table)[0]
                known = {row["key"] for row in self.query(f"select {key} as key from {table}")}  # noqa: S608 - ours
                new += len({str(row[key]) for row in rows} - known)
                batch.replace(table, rows)
            self.set_done(batch, stage, fingerprint)
        return new

    # Writing

    @contextlib.contextmanager
    def batch(self) -> Iterator[Batch]:
        """Gather one commit; an error inside leaves the case as it was."""
        with told_plainly(self.folder):
            batch = Batch(self._pack)
            yield batch
            self._commit(batch)

    def set(self, name: str, text: str) -> None:
        """Keep a setting with the case.

        Raises:
            BadSetting: no such setting, or it cannot take this value.
        """
        value = str(settings.read_setting(name, text))
        if self.ledger(SETTING, name=name) != [{"value": value}]:
            with self.batch() as batch:
                batch.execute("settings", SET_SETTING, name=name, value=value)
                batch.log("set", name, value)

    @contextlib.contextmanager
    def writing(self) -> Iterator[None]:
        """Hold the case for a run; a second run waits, then says who is busy. A killed run lets go by itself.

        Raises:
            CaseBusy: another run did not end within BUSY_SECONDS.
        """
        with told_plainly(self.folder):
            lock = sqlite3.connect(self.folder / "run.lock", timeout=BUSY_SECONDS, isolation_level=None)
        try:
            with told_plainly(self.folder):
                try:
                    lock.execute("begin exclusive")
                except sqlite3.OperationalError as error:
                    if error.sqlite_errorname != "SQLITE_BUSY":
                        raise
                    said = f"{self.folder}: another run is writing this case; waited {BUSY_SECONDS} s"
                    raise CaseBusy(said) from error
                self._sweep()
            yield
        finally:
            lock.close()

    def _sweep(self) -> None:
        """Take away files that no manifest names any more, or never did."""
        for row in self.ledger(RETIRED_SEGMENTS):
            (self.folder / row["path"]).unlink(missing_ok=True)
        self._db.execute(FORGET_RETIRED)
        folder = self.folder / "segments"
        named = {row["path"] for row in self.ledger(LIVE_SEGMENTS)}
        for path in folder.iterdir() if folder.exists() else ():
            if f"segments/{path.name}" not in named:
                path.unlink()

    def _pack(self, table: str, rows: list[Row]) -> Any:
        import pyarrow as pa  # noqa: PLC0415 - an unchanged run need not pay for it

        if table == "claims":
            self._check_quotes(rows)
        return pa.Table.from_pylist(rows, schema=self.engine.shape(table))

    def _commit(self, batch: Batch) -> None:
        manifest = [self._write_segment(table, packed) for table, packed in batch.packed().items()]
        tables = {*batch.waiting, *(table for table, _, _ in batch.statements)}
        self._db.execute("begin immediate")
        try:
            for table in batch.replaced:
                self._db.execute(RETIRE_SEGMENTS, {"table": table})
            for entry in manifest:
                self._db.execute(ADD_SEGMENT, {**entry, "at": now()})
            for sql, alike in groupby(batch.statements, key=itemgetter(1)):
                self._db.executemany(sql, [parameters for _, _, parameters in alike])
            for table in sorted(tables):
                self._db.execute(COUNT_VERSION, {"table": table})
            segments = [("segment", str(entry["path"]), str(entry["sha256"])) for entry in manifest]
            add_entries(self._db, [*segments, *batch.entries], at=now(), actor=whoami())
            self._db.execute("commit")
        except BaseException:
            if self._db.in_transaction:  # a full disk has rolled it back already
                self._db.execute("rollback")
            raise

    def _write_segment(self, table: str, packed: Sequence[Any]) -> dict[str, object]:
        import pyarrow.parquet as pq  # noqa: PLC0415 - an unchanged run need not pay for it

        from clew.store.columns import joined  # noqa: PLC0415 - as above

        folder = self.folder / "segments"
        folder.mkdir(exist_ok=True)
        # The name is random: two commits may bring the same rows, and each must own its file.
        path = folder / f"{table}-{secrets.token_hex(8)}.parquet"
        temporary = path.with_suffix(".tmp")
        try:
            with temporary.open("xb") as file:
                with pq.ParquetWriter(file, packed[0].schema, compression="zstd") as writer:
                    for part in joined(packed):
                        writer.write_table(part)
                file.flush()
                os.fsync(file.fileno())
            sha256 = hash_of(temporary)
            temporary.replace(path)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise
        sync_folder(folder)
        self._verified.add(sha256)
        rows = sum(part.num_rows for part in packed)
        return {"table": table, "path": f"segments/{path.name}", "sha256": sha256, "rows": rows}

    def _check_quotes(self, rows: list[Row]) -> None:
        """Refuse claims whose words do not stand where they say (rule 1 of the central type)."""
        sources = sorted({str(row["source"]) for row in rows})
        texts = {(page["source"], page["number"]): page["text"] for page in self.query(PAGE_TEXTS, sources=sources)}
        for row in rows:
            for quote in row["quotes"]:  # type: ignore[attr-defined]
                place = f"{row['source']}, page {quote['page']}, characters {quote['start']}-{quote['stop']}"
                found = texts.get((row["source"], quote["page"]), "")[quote["start"] : quote["stop"]]
                if found != quote["text"]:
                    raise QuoteMismatch(f"{place}: expected {quote['text']!r}, found {found!r}")

    # Pull the thread

    @contextlib.contextmanager
    def without(self, leaves: Sequence[Leaf], *, derived: Iterable[str]) -> Iterator["Case"]:
        """Open a scratch copy of the case in which leaves are switched off and the derived tables are empty.

        Leaves may also have the kind "source". The copy shares the segments and goes when the block ends.
        """
        folder = Path(tempfile.mkdtemp(prefix="clew-without-"))
        try:
            with contextlib.closing(sqlite3.connect(folder / "case.sqlite")) as copy:
                self._db.backup(copy)
                for table in derived:
                    copy.execute("delete from segments where table_name = $table", {"table": table})
                copy.execute(FORGET_STAGES)
                copy.commit()
            with Case(folder, off=(*self.off, *leaves), base=self._base or self.folder) as scratch:
                yield scratch
        finally:
            shutil.rmtree(folder, ignore_errors=True)


def _connected(path: Path) -> sqlite3.Connection:
    """Open case.sqlite, made or brought to this version's shape; where it may not be written, to be read only."""
    pending = path.with_name(f"{path.name}-wal")
    if os.access(path.parent, os.W_OK) or not path.exists() or (pending.exists() and pending.stat().st_size):
        database = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)
        prepare = ["journal_mode = wal", "synchronous = full", "foreign_keys = on"]
    else:
        # Nobody can write here: no journal is needed, nor can one be made.
        uri = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
        database = sqlite3.connect(uri, uri=True, isolation_level=None)
        prepare = []
    database.row_factory = sqlite3.Row
    try:
        for pragma in prepare:
            database.execute(f"pragma {pragma}")
        migrate(database, where=path.parent)
    except BaseException:
        database.close()
        raise
    return database
