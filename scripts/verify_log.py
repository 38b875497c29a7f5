"""Check a case without Clew: the chain of its log, the originals and the segments against their hashes. Python's own library only.

    python verify_log.py CASE [LAST-HASH]

Says the first thing that is not what it was, and exits 1; else says the hash of the last entry, and exits 0. Given the hash of
an entry that was noted earlier, it checks that the entry is still there: a chain alone cannot show what was taken off its end.
"""  # noqa: INP001 - a script, not a package

import hashlib
import json
import sqlite3
import sys
from collections.abc import Iterator
from pathlib import Path

ENTRIES = "select seq, at, actor, action, object, detail, previous, hash from log order by seq"
SEGMENTS = "select path, sha256 from segments where live = 1 order by seq"
SOURCES = "select path, sha256 from sources where sha256 <> '' order by path"


def broken(case: Path, noted: str) -> Iterator[str]:
    """Yield what is not what it was."""
    database = sqlite3.connect(f"{(case / 'case.sqlite').resolve().as_uri()}?mode=ro", uri=True)
    try:
        entries = database.execute(ENTRIES).fetchall()
        segments, sources = database.execute(SEGMENTS).fetchall(), database.execute(SOURCES).fetchall()
    finally:
        database.close()
    yield from broken_chain(entries)
    if noted and noted not in [entry[-1] for entry in entries]:
        yield f"log: the entry with the hash {noted} is gone"
    added = {(entry[4], json.loads(entry[5])["sha256"]) for entry in entries if entry[3] == "add"}
    logged = {(entry[4], entry[5]) for entry in entries if entry[3] == "segment"}
    for path, sha256 in sources:
        if (path, sha256) not in added:
            yield f"source {path}: no entry of the log says that it was added with these bytes"
        yield from broken_file(case / "originals" / sha256[:2] / sha256, sha256, f"original of {path}")
    for path, sha256 in segments:
        if (path, sha256) not in logged:
            yield f"{path}: no entry of the log says that it was written"
        yield from broken_file(case / path, sha256, path)
    last = entries[-1][-1] if entries else ""
    sys.stdout.write(f"{len(entries)} entries, {len(sources)} sources, {len(segments)} segments; last entry {last}\n")


def broken_chain(entries: list[tuple[object, ...]]) -> Iterator[str]:
    """Yield the entries whose place or hash is not what follows from the one before."""
    previous = ""
    for number, (*said, digest) in enumerate(entries, 1):
        text = json.dumps(said, ensure_ascii=False)
        if said[0] != number:
            yield f"log: expected entry {number}, found {said[0]}; an entry was taken out"
        if said[-1] != previous or digest != hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest():
            yield f"log: entry {said[0]} of {said[1]} ({said[3]} {said[4]}) was changed, or the one before it"
        previous = str(digest)


def broken_file(path: Path, sha256: str, name: str) -> Iterator[str]:
    """Yield what is wrong with a file that must have this hash."""
    if not path.is_file():
        yield f"{name}: missing at {path}"
        return
    with path.open("rb") as file:
        found = hashlib.file_digest(file, "sha256").hexdigest()
    if found != sha256:
        yield f"{name}: expected SHA-256 {sha256}, found {found} at {path}"


if __name__ == "__main__":
    problem = next(broken(Path(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else ""), "")
    sys.stdout.write(f"{problem}\n" if problem else "")
    sys.exit(1 if problem else 0)
