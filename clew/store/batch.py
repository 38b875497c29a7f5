"""What one commit brings: rows for segments, statements for the small tables, entries for the log."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from clew.store.rows import Row

if TYPE_CHECKING:
    import pyarrow as pa

# Rows that wait as dicts take 1 kB each, packed in columns 30 bytes (cells of 300,000 records).
PACK_ROWS = 10_000


@dataclass(slots=True)
class Batch:
    """Gathers what one commit brings; nothing is visible, nor on disk for good, until the commit."""

    pack: Callable[[str, list[Row]], "pa.Table"]
    segments: dict[str, list["pa.Table"]] = field(default_factory=dict)
    waiting: dict[str, list[Row]] = field(default_factory=dict)
    replaced: set[str] = field(default_factory=set)
    statements: list[tuple[str, str, dict[str, object]]] = field(default_factory=list)
    entries: list[tuple[str, str, str]] = field(default_factory=list)

    def add(self, table: str, rows: Iterable[Row]) -> None:
        """Add rows to a segment table; they may be made one by one, they are not all held as they come."""
        waiting = self.waiting.setdefault(table, [])
        for row in rows:
            waiting.append(row)
            if len(waiting) == PACK_ROWS:
                self._pack(table)

    def add_packed(self, table: str, rows: "pa.Table") -> None:
        """Add rows that are in columns already; within a commit either all rows of a table are, or none."""
        self.waiting.setdefault(table, [])
        self.segments.setdefault(table, []).append(rows)

    def replace(self, table: str, rows: Iterable[Row]) -> None:
        """Put these rows in the place of all live rows of a segment table."""
        self.replaced.add(table)
        self.add(table, rows)

    def packed(self) -> dict[str, list["pa.Table"]]:
        """Return all rows added, in columns."""
        for table, rows in self.waiting.items():
            if rows:
                self._pack(table)
        return self.segments

    def execute(self, table: str, sql: str, **parameters: object) -> None:
        """Run a statement that writes one of the small tables, inside the commit."""
        self.statements.append((table, sql, parameters))

    def log(self, action: str, object_: str, detail: str = "") -> None:
        """Add an entry to the case's chained log."""
        self.entries.append((action, object_, detail))

    def _pack(self, table: str) -> None:
        waiting = self.waiting[table]
        self.segments.setdefault(table, []).append(self.pack(table, waiting))
        waiting.clear()
