"""The query engine: named SQL over segments. Embedded by default; four methods, so that another can stand in."""

import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    import pyarrow as pa


_ROWS_AT_ONCE = 10_000


class Engine(Protocol):
    """What a query engine must do; see docs/decisions for why there are only four methods."""

    def scan(self, name: str, files: Sequence[Path]) -> None:
        """Make the rows of these segment files queryable under a name; no file: an empty table of the same shape."""

    def materialize(self, name: str, columns: Mapping[str, str], rows: Sequence[Mapping[str, object]]) -> None:
        """Make a small table, its columns given with their types, queryable under a name."""

    def query(self, sql: str, parameters: Mapping[str, object]) -> Iterator[dict[str, Any]]:
        """Yield the rows of a query; `$name` in the text takes the parameter of that name."""

    def drop(self) -> None:
        """Let go of memory and temporary files."""


class DuckDBEngine:
    """DuckDB in memory, over the segments; never the only copy of anything."""

    def __init__(self, *, memory_mb: int, threads: int) -> None:
        import duckdb  # noqa: PLC0415 - 0.1 s that an unchanged run need not pay

        # Its own folder: processes that share one have been seen to crash each other (DuckDB 1.5).
        self._temporary = tempfile.mkdtemp(prefix="clew-engine-")
        self._connection: duckdb.DuckDBPyConnection = duckdb.connect(
            config={
                "temp_directory": self._temporary,
                "memory_limit": f"{memory_mb}MB",
                "threads": threads,
                "autoinstall_known_extensions": False,
                "autoload_known_extensions": False,
            }
        )
        self._connection.execute("create schema shape")
        self._connection.execute(Path(__file__).with_name("segments.sql").read_text(encoding="utf-8"))

    def scan(self, name: str, files: Sequence[Path]) -> None:
        """Make the rows of segment files queryable as all_NAME."""
        if files:
            listed = ", ".join("'" + str(file).replace("'", "''") + "'" for file in files)
            body = f"read_parquet([{listed}])"
        else:
            body = f"shape.{name}"
        self._connection.execute(f"create or replace view all_{name} as select * from {body}")  # noqa: S608 - names are ours

    def materialize(self, name: str, columns: Mapping[str, str], rows: Sequence[Mapping[str, object]]) -> None:
        """Make a small table queryable as all_NAME, or under its own name where it is no table of the case."""
        unnested = ", ".join(f"unnest(${column}::{type_}[]) as {column}" for column, type_ in columns.items())
        values = {column: [row[column] for row in rows] for column in columns}
        self._connection.execute(f"create or replace table {name} as select {unnested}", values)

    def run(self, script: str) -> None:
        """Run a script that defines views."""
        self._connection.execute(script)

    def query(self, sql: str, parameters: Mapping[str, object]) -> Iterator[dict[str, Any]]:
        """Yield the rows of a query as dicts."""
        # A cursor of its own: one answer may be half read when the next question comes.
        with self._connection.cursor() as cursor:
            cursor.execute(sql, dict(parameters)) if parameters else cursor.execute(sql)
            names = [column[0] for column in cursor.description or ()]
            while rows := cursor.fetchmany(_ROWS_AT_ONCE):
                for row in rows:
                    yield dict(zip(names, row, strict=True))

    @cached_property
    def tables(self) -> tuple[str, ...]:
        """The segment tables."""
        named = self.query("select table_name as name from duckdb_tables() where schema_name = 'shape' order by 1", {})
        return tuple(row["name"] for row in named)

    def columns(self, name: str) -> list[str]:
        """Return the names of a segment table's columns."""
        return [column[0] for column in self._connection.execute(f"select * from shape.{name} limit 0").description]  # noqa: S608 - ours

    def shape(self, name: str) -> "pa.Schema":
        """Return the columns of a segment table, with their types."""
        return self._connection.sql(f"select * from shape.{name} limit 0").to_arrow_table().schema  # noqa: S608 - ours

    def drop(self) -> None:
        """Close the connection and take its temporary folder away."""
        self._connection.close()
        shutil.rmtree(self._temporary, ignore_errors=True)
