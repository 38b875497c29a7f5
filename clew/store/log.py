"""The case's log: entries in, each chained to the one before by its hash. Nothing in it is ever changed."""

import hashlib
import json
import sqlite3
from collections.abc import Iterable

LAST_ENTRY = "select seq, hash from log order by seq desc limit 1"
ADD_ENTRY = """insert into log (seq, at, actor, action, object, detail, previous, hash)
               values ($seq, $at, $actor, $action, $object, $detail, $previous, $hash)"""


def add_entries(database: sqlite3.Connection, entries: Iterable[tuple[str, str, str]], *, at: str, actor: str) -> None:
    """Add entries of (action, object, detail), inside whatever transaction is open.

    It is checked by verify.py, and without Clew by scripts/verify_log.py. An entry's hash is the SHA-256 of its columns as a JSON list: seq, at, actor, action, object, detail, previous hash.
    """
    last = database.execute(LAST_ENTRY).fetchone()
    seq, previous = (last["seq"], last["hash"]) if last else (0, "")
    rows: list[dict[str, object]] = []
    for action, object_, detail in entries:
        seq += 1
        entry = {"seq": seq, "at": at, "actor": actor, "action": action, "object": object_, "detail": detail}
        text = json.dumps([*entry.values(), previous], ensure_ascii=False)
        digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
        rows.append({**entry, "previous": previous, "hash": digest})
        previous = digest
    database.executemany(ADD_ENTRY, rows)
