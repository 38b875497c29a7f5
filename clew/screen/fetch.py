"""A list's official address goes in; a new snapshot in the library comes out. The only place that opens a connection.

It runs when the user asks for it and never else. What fails leaves the library as it was.
"""

import email.utils
import json
import tomllib
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import cache
from hashlib import sha256
from http.client import HTTPException, HTTPMessage
from pathlib import Path
from typing import Any, NamedTuple

from clew.model.errors import BadList, FetchFailed
from clew.screen import library
from clew.screen.lists import ListFile, day_of
from clew.store.archive import write_whole

NOTES = "fetched.json"
TIMEOUT_SECONDS = 60
MOST_MB = 500
_MB = 1_000_000
_CHUNK = 256 * 1024

Progress = Callable[[int, int, str], None]


class Fetched(NamedTuple):
    """What came of asking for one list."""

    list: str
    snapshot: dict[str, Any] | None  # as in the library; None where nothing has changed since the last time
    unchanged_since: str  # when it was last fetched, ISO 8601 UTC; empty where a new snapshot came


class _Part(NamedTuple):
    """One file as the server gave it; `data` is None where it says that it has not changed."""

    address: str
    data: bytes | None
    tag: str
    modified: str


@cache
def official() -> dict[str, dict[str, Any]]:
    """Return the lists that can be fetched: name -> title and addresses."""
    return tomllib.loads(Path(__file__).with_name("official.toml").read_text(encoding="utf-8"))


def fetch(name: str, *, addresses: Sequence[str] = (), on_progress: Progress = lambda *_: None) -> Fetched:
    """Download one list from its official address, and add it to the library if it changed.

    Args:
        name: a name of `official()`.
        addresses: to ask instead of the official ones.
        on_progress: called with bytes so far, bytes in all (0 where unknown) and the address.

    Raises:
        BadList: no such list, or what came is no list.
        FetchFailed: the server cannot be reached, refuses, stops half-way or sends something else than it announced.
    """
    known = official()
    if name not in known:
        raise BadList(f"unknown list {name!r}; lists that can be fetched: {', '.join(sorted(known))}")
    asked = tuple(addresses) or tuple(known[name]["files"])
    notes = _notes()
    before = notes.get(name, {})
    same = before.get("addresses") == list(asked) and _still_there(before)
    tags = dict(before.get("tags", {})) if same else {}
    parts = [_ask(address, tags.get(address, {}), on_progress) for address in asked]
    if all(part.data is None for part in parts):
        return Fetched(name, None, before["at"])
    # One file of several changed: the others are asked for again, so that a snapshot is of one day.
    parts = [part if part.data is not None else _ask(part.address, {}, on_progress) for part in parts]
    files = tuple(ListFile(_file_name(part.address, number), part.data or b"") for number, part in enumerate(parts))
    snapshot = library.add_files(files, *_dated(files, parts))
    notes[name] = {
        "addresses": list(asked),
        "at": datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "snapshot": snapshot["id"],
        "tags": {part.address: {"tag": part.tag, "modified": part.modified} for part in parts},
        "sha256": {part.address: sha256(part.data or b"").hexdigest() for part in parts},
    }
    write_whole(library.folder() / NOTES, json.dumps(notes, indent=1).encode())
    return Fetched(name, snapshot, "")


def _notes() -> dict[str, Any]:
    try:
        found = json.loads((library.folder() / NOTES).read_bytes())
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _still_there(before: dict[str, Any]) -> bool:
    return any(snapshot["id"] == before.get("snapshot") for snapshot in library.snapshots())


def _dated(files: Sequence[ListFile], parts: Sequence[_Part]) -> tuple[str, str]:
    """Return the day the list stood so and who says it: the list itself, else the server, else the day of asking."""
    if day := day_of(files):
        return day, "list"
    days = [email.utils.parsedate_to_datetime(part.modified).date() for part in parts if _is_date(part.modified)]
    if days:
        return max(days).isoformat(), "server"
    return datetime.now(UTC).date().isoformat(), "day of fetching"


def _is_date(text: str) -> bool:
    try:
        return bool(text) and email.utils.parsedate_to_datetime(text) is not None
    except ValueError:
        return False


def _file_name(address: str, number: int) -> str:
    return Path(urllib.parse.urlsplit(address).path).name or f"file {number + 1}"


class _OnlySafer(urllib.request.HTTPRedirectHandler):
    """Follows a redirect to https, never from https to something less."""

    def redirect_request(  # noqa: PLR0917 - the signature of the library
        self, req: urllib.request.Request, fp: Any, code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> urllib.request.Request | None:
        """Refuse to leave https, and to leave http for anything but http or https."""
        wanted = ("https",) if req.full_url.startswith("https:") else ("http", "https")
        if urllib.parse.urlsplit(newurl).scheme not in wanted:
            raise FetchFailed(f"{req.full_url}: expected to be sent on by {' or '.join(wanted)}, found {newurl[:80]}")
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _ask(address: str, seen: dict[str, str], on_progress: Progress) -> _Part:
    if urllib.parse.urlsplit(address).scheme not in ("https", "http"):
        raise FetchFailed(f"{address}: expected an https address")
    request = urllib.request.Request(address, headers={"User-Agent": "clew", "Accept-Encoding": "identity"})  # noqa: S310 - checked
    if seen.get("tag"):
        request.add_header("If-None-Match", seen["tag"])
    if seen.get("modified"):
        request.add_header("If-Modified-Since", seen["modified"])
    opener = urllib.request.build_opener(_OnlySafer())
    try:
        with opener.open(request, timeout=TIMEOUT_SECONDS) as answer:
            data = _body(address, answer, on_progress)
            return _Part(address, data, answer.headers.get("ETag", ""), answer.headers.get("Last-Modified", ""))
    except urllib.error.HTTPError as error:
        if error.code == 304:
            return _Part(address, None, seen.get("tag", ""), seen.get("modified", ""))
        raise FetchFailed(
            f"{address}: expected the list, the server said {error.code} {error.reason}; nothing was changed"
        ) from None
    except (OSError, HTTPException) as error:
        why = getattr(error, "reason", None) or error
        raise FetchFailed(f"{address}: could not be fetched: {why}; nothing was changed") from None


def _body(address: str, answer: Any, on_progress: Progress) -> bytes:
    announced = int(answer.headers.get("Content-Length") or 0)
    parts: list[bytes] = []
    size = 0
    while chunk := answer.read(_CHUNK):
        size += len(chunk)
        if size > MOST_MB * _MB:
            raise FetchFailed(f"{address}: expected at most {MOST_MB} MB, found more; nothing was changed")
        parts.append(chunk)
        on_progress(size, announced, address)
    if announced and size != announced:
        raise FetchFailed(f"{address}: expected {announced:,} bytes, found {size:,}; nothing was changed")
    if not size:
        raise FetchFailed(f"{address}: expected a list, found nothing; nothing was changed")
    return b"".join(parts)
