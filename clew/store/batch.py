"""What one commit brings: rows for segments, statements for the small tables, entries for the log."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from clew.store.rows import Row


@dataclass(slots=True)
class Batch:
    """Gathers what one commit brings; nothing is visible, nor on disk for good, until the commit."""

    segments: dict[str, list[Row]] = field(default_factory=dict)
    replaced: set[str] = field(default_factory=set)
    statements: list[tuple[str, str, dict[str, object]]] = field(default_factory=list)
    entries: list[tuple[str, str, str]] = field(default_factory=list)

    def add(self, table: str, rows: Iterable[Row]) -> None:
        """Add rows to a segment table."""
        self.segments.setdefault(table, []).extend(rows)

    def replace(self, table: str, rows: Iterable[Row]) -> None:
        """Put these rows in the place of all live rows of a segment table."""
        self.replaced.add(table)
        self.add(table, rows)

    def execute(self, table: str, sql: str, **parameters: object) -> None:
        """Run a statement that writes one of the small tables, inside the commit."""
        self.statements.append((table, sql, parameters))

    def log(self, action: str, object_: str, detail: str = "") -> None:
        """Add an entry to the case's chained log."""
        self.entries.append((action, object_, detail))
