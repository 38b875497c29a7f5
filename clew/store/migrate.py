"""Brings case.sqlite to this version's shape; refuses a case from a newer Clew rather than guess."""

import sqlite3
from pathlib import Path

from clew.model.errors import CaseTooNew

# Step n brings a case from version n to n + 1; step 0 is the whole schema.
STEPS: tuple[str, ...] = (Path(__file__).with_name("schema.sql").read_text(encoding="utf-8"),)


def migrate(database: sqlite3.Connection, *, where: Path) -> None:
    """Apply the steps a case lacks, each in one transaction with its version number.

    Raises:
        CaseTooNew: the case has more steps behind it than this Clew knows.
    """
    version = _version(database)
    if version > len(STEPS):
        raise CaseTooNew(f"{where}: case version {version}, this Clew reads up to {len(STEPS)}; update Clew")
    for number in range(version, len(STEPS)):
        try:
            database.executescript(f"begin immediate; {STEPS[number]} pragma user_version = {number + 1}; commit;")
        except sqlite3.OperationalError:
            if database.in_transaction:
                database.execute("rollback")
            if _version(database) <= number:  # else another process was quicker with this step
                raise


def _version(database: sqlite3.Connection) -> int:
    return int(database.execute("pragma user_version").fetchone()[0])
