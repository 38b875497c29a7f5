"""The user's own library of list snapshots, outside any case: files in, described snapshots out.

It lies in CLEW_HOME, else where the system keeps a user's data. The user adds files, or asks for them to be fetched.
"""

import json
import os
from collections.abc import Sequence
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

import platformdirs

from clew.model.errors import BadList
from clew.model.ids import content_id
from clew.screen.lists import ListFile, day_of, read_list
from clew.store.archive import write_whole

ABOUT = "snapshot.json"


def folder() -> Path:
    """Return where the library lies; it need not exist."""
    home = os.environ.get("CLEW_HOME")
    return (Path(home) if home else Path(platformdirs.user_data_dir("clew", appauthor=False))) / "lists"


def add(paths: Sequence[Path], *, as_of: str | None = None) -> dict[str, Any]:
    """Keep one snapshot of one list in the library and return what it holds.

    Args:
        paths: the list's files, in any order and under any names.
        as_of: ISO day the list stood so; without it the day that the list itself says, else the newest file's own date.

    Raises:
        BadList: the files are in no known format, or the day is none.
    """
    files = read_files(paths)
    return add_files(files, *dated(paths, as_of, files))


def add_files(files: Sequence[ListFile], as_of: str, basis: str) -> dict[str, Any]:
    """Keep files already read as one snapshot of one list, and return what it holds.

    Raises:
        BadList: the files are in no known format, or a file that the list cannot do without is not among them.
    """
    snapshot = kept(files, as_of, basis)
    snapshot.pop("listings")
    for file, about in zip(files, snapshot["files"], strict=True):
        write_whole(folder() / snapshot["id"] / about["sha256"], file.data)
    # The description is written last: a snapshot without one is not there yet.
    write_whole(folder() / snapshot["id"] / ABOUT, json.dumps(snapshot, ensure_ascii=False, indent=1).encode())
    return snapshot


def snapshots() -> list[dict[str, Any]]:
    """Return the snapshots of the library, by list and day."""
    found = [json.loads(path.read_bytes()) for path in sorted(folder().glob(f"*/{ABOUT}"))]
    return sorted(found, key=lambda snapshot: (snapshot["list"], snapshot["as_of"], snapshot["id"]))


def open_files(snapshot: str) -> tuple[ListFile, ...]:
    """Return the files of a snapshot in the library.

    Raises:
        BadList: a file's bytes are not those that were added.
    """
    about = json.loads((folder() / snapshot / ABOUT).read_bytes())
    files = []
    for file in about["files"]:
        path = folder() / snapshot / file["sha256"]
        data = path.read_bytes()
        if (found := sha256(data).hexdigest()) != file["sha256"]:
            raise BadList(f"{path}: expected SHA-256 {file['sha256'][:12]}…, found {found[:12]}…; add the list again")
        files.append(ListFile(file["name"], data))
    return tuple(files)


def read_files(paths: Sequence[Path]) -> tuple[ListFile, ...]:
    """Read a list's files, ordered by name."""
    return tuple(ListFile(path.name, path.read_bytes()) for path in sorted(paths, key=lambda path: path.name))


def dated(paths: Sequence[Path], as_of: str | None, files: Sequence[ListFile]) -> tuple[str, str]:
    """Return the day a list stood so and who says it: the user, the list itself, or the newest file's own date.

    Raises:
        BadList: the day is none.
    """
    if as_of is None:
        if day := day_of(files):
            return day, "list"
        newest = max(path.stat().st_mtime for path in paths)
        return datetime.fromtimestamp(newest, UTC).date().isoformat(), "file time"
    try:
        return date.fromisoformat(as_of).isoformat(), "user"
    except ValueError:
        raise BadList(f"--as-of: expected a day such as 2024-03-05, found {as_of!r}") from None


def describe(files: Sequence[ListFile], as_of: str, basis: str) -> dict[str, Any]:
    """Return what a snapshot holds: its id, list, authority, hashes, counts, what was not read, and its listings.

    The id covers the bytes and the day: the same files said to stand on another day are another snapshot.

    Raises:
        BadList: the files are in no known format.
    """
    hashes = [sha256(file.data).hexdigest() for file in files]
    id_ = content_id("n", [as_of, hashes])
    reading = read_list(files, snapshot=id_)
    listings = tuple({listing.id: listing for listing in reading.listings}.values())
    return {
        "id": id_,
        "list": reading.list,
        "authority": reading.authority,
        "as_of": as_of,
        "as_of_basis": basis,
        "sha256": sha256("".join(hashes).encode()).hexdigest(),
        "files": [{"name": file.name, "sha256": hash_} for file, hash_ in zip(files, hashes, strict=True)],
        "entries": len({listing.entry for listing in listings}),
        "names": len(listings),
        "missed": list(reading.missed),
        "partial": reading.partial,
        "listings": listings,
    }


def kept(files: Sequence[ListFile], as_of: str, basis: str) -> dict[str, Any]:
    """Return what `describe` does, of a snapshot that may be kept.

    Raises:
        BadList: the files are in no known format, or a file that the list cannot do without is not among them.
    """
    snapshot = describe(files, as_of, basis)
    if snapshot.pop("partial"):
        raise BadList(f"{', '.join(file.name for file in files)}: {snapshot['missed'][0]}")
    return snapshot


def newest(chosen: Sequence[str | Path] = ()) -> list[dict[str, Any]]:
    """Return the newest snapshot of each list of the library, or of those that are named; a snapshot id names itself.

    Raises:
        BadList: a name is no list of the library, nor a file.
    """
    known = snapshots()
    by_list = {snapshot["list"]: snapshot for snapshot in known}
    if not chosen:
        if not by_list:
            raise BadList("the library holds no list; add one (`clew lists add`), or name list files")
        return list(by_list.values())
    by_id = {snapshot["id"]: snapshot for snapshot in known}
    found = {}
    for name in map(str, chosen):
        one = by_id.get(name) or by_list.get(name)
        if one is not None:
            found[one["id"]] = one
        elif not Path(name).exists():
            lists = ", ".join(sorted(by_list)) or "none"
            raise BadList(f"unknown list {name!r}: no file, and not in the library; lists there: {lists}")
    return list(found.values())
