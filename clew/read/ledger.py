"""The ledger of sources: files and what became of them go in; one row for each, however often it is handed in, comes out."""

import json
from collections import defaultdict
from dataclasses import dataclass, field, replace
from functools import cache
from hashlib import sha256

from clew.model.ids import content_id
from clew.model.source import Child
from clew.read.attempt import Outcome
from clew.read.folders import storable_name
from clew.read.means import Limits
from clew.store.batch import Batch
from clew.store.case import Case, now, whoami

LONGEST_NAME = 255  # characters of a name that a file inside another claims for itself

KNOWN = "select id, path, sha256, size, parent, depth from sources order by rowid"
FORGET_UNOPENED = "delete from sources where path = $path and sha256 = ''"
ADD_SOURCE = """insert into sources (id, path, sha256, size, media_type, status, reason, pages, parent, depth, copy_of,
                                     reading, channel, origin, acquisition, legal_basis, added_at, added_by)
                values ($id, $path, $sha256, $size, '', $status, $reason, 0, $parent, $depth, $copy_of,
                        '', $channel, $origin, $acquisition, $legal_basis, $at, $by)
                on conflict (id) do nothing"""
SET_FATE = """update sources set media_type = $media_type, status = $status, reason = $reason, pages = $pages,
              reading = $reading, limits = $limits, warnings = $warnings, tried = $tried, seconds = $seconds
              where id = $id"""


@dataclass(frozen=True, slots=True)
class Custody:
    """How a file came to the case, as whoever hands it in says; it is kept with the file, and in the log."""

    channel: str = "unknown"
    origin: str = ""  # absolute path, or the label given
    method: str = ""
    legal_basis: str = ""


@dataclass(frozen=True, slots=True)
class Holder:
    """The source that a file was found in."""

    id: str
    path: str
    depth: int
    custody: Custody


@dataclass(slots=True)
class _Inside:
    """How much was taken from inside one file that was handed in, at each depth."""

    files: dict[int, int] = field(default_factory=lambda: defaultdict(int))
    size: dict[int, int] = field(default_factory=lambda: defaultdict(int))
    unlisted: int = 0


class Ledger:
    """What the case holds already, and the rows that are added to it."""

    def __init__(self, case: Case, limits: Limits) -> None:
        self.new = 0
        self._case = case
        self.limits = limits
        self._by = whoami()  # once: it asks the system for the login name
        self._rows: set[tuple[str, str]] = set()  # path, sha256
        self._first: dict[str, str] = {}  # sha256 -> path it first came under
        self._root: dict[str, str] = {}  # of sources found inside others, the file that was handed in
        self._inside: dict[str, _Inside] = defaultdict(_Inside)
        for row in case.ledger(KNOWN):
            self._rows.add((row["path"], row["sha256"]))
            if row["sha256"]:
                self._first.setdefault(row["sha256"], row["path"])
            if row["parent"]:
                self._count(row["id"], row["parent"], row["depth"], row["size"])

    def note(self, batch: Batch, data: bytes, name: str, custody: Custody) -> None:
        """Add a file that was handed in."""
        digest = sha256(data).hexdigest()
        if (name, digest) not in self._rows:
            self._keep(batch, data, digest, name, custody)

    def note_unreadable(self, batch: Batch, name: str, why: str, custody: Custody) -> None:
        """Add a file that could not be opened."""
        if (name, "") not in self._rows:
            id_ = content_id("s", ["", name])
            self._add(batch, id_, name, ("", 0), custody, fate=("skipped", why, ""))

    def note_inside(self, batch: Batch, child: Child, holder: Holder) -> str:
        """Add a file found inside another, within the limits on what may come from one file.

        Returns:
            what is to be said of it with its holder; empty where it has a row of its own.
        """
        name = _inner_name(holder.path, child)
        digest = sha256(child.data).hexdigest()
        if (name, digest) in self._rows:
            return ""
        inside, depth = self._inside[self._root.get(holder.id, holder.id)], holder.depth + 1
        why = self._why_not(inside, depth, len(child.data))
        custody = replace(holder.custody, method=f"found inside {holder.path}")
        if not why:
            self._keep(batch, child.data, digest, name, custody, holder=holder)
            return ""
        if inside.unlisted == self.limits.entries:
            return "more files inside it than can be listed"
        inside.unlisted += 1
        id_ = content_id("s", [digest, name, "refused"])
        self._add(batch, id_, name, ("", len(child.data)), custody, fate=("skipped", why, ""), holder=holder)
        return ""

    def _why_not(self, inside: _Inside, depth: int, size: int) -> str:
        limits = self.limits
        if depth > limits.depth:
            return f"not read: it lies more than {limits.depth} files deep (setting read_depth)"
        if sum(inside.files.values()) >= limits.entries:
            return f"not read: more than {limits.entries:,} files in one that was handed in (setting read_entries)"
        if sum(inside.size.values()) + size > limits.expanded_bytes:
            return f"not read: more than {limits.expanded_mb:,} MB in one file that was handed in (setting read_expanded_mb)"
        return ""

    def left_for(self, id_: str, depth: int) -> tuple[int, int]:
        """Return how many files and bytes a source may still bring forth, at least 1 of each.

        Counted over the depths above, which are complete when a depth is read: so it depends on no order of events.
        """
        inside = self._inside.get(self._root.get(id_, id_), _Inside())
        files = sum(number for at, number in inside.files.items() if at <= depth)
        size = sum(number for at, number in inside.size.items() if at <= depth)
        return max(1, self.limits.entries - files), max(1, self.limits.expanded_bytes - size)

    def _keep(
        self, batch: Batch, data: bytes, digest: str, name: str, custody: Custody, *, holder: Holder | None = None
    ) -> None:
        self._case.archive.keep(data, sha256=digest)
        if (name, "") in self._rows:  # at an earlier run it could not be opened
            self._rows.remove((name, ""))
            batch.execute("sources", FORGET_UNOPENED, path=name)
        original = self._first.setdefault(digest, name)
        copy = original if original != name else ""
        fate = ("skipped", f"same bytes as {original}", copy) if copy else ("waiting", "not read yet", "")
        id_ = content_id("s", [digest, name] if copy else [digest])
        self._add(batch, id_, name, (digest, len(data)), custody, fate=fate, holder=holder)
        if holder:
            self._count(id_, holder.id, holder.depth + 1, len(data))

    def _count(self, id_: str, parent: str, depth: int, size: int) -> None:
        root = self._root[id_] = self._root.get(parent, parent)
        self._inside[root].files[depth] += 1
        self._inside[root].size[depth] += size

    def _add(
        self,
        batch: Batch,
        id_: str,
        name: str,
        content: tuple[str, int],
        custody: Custody,
        *,
        fate: tuple[str, str, str],
        holder: Holder | None = None,
    ) -> None:
        digest, size = content
        status, reason, copy = fate
        self._rows.add((name, digest))
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
            copy_of=copy,
            parent=holder.id if holder else None,
            depth=holder.depth + 1 if holder else 0,
            channel=custody.channel,
            origin=custody.origin,
            acquisition=custody.method,
            legal_basis=custody.legal_basis,
            at=now(),
            by=self._by,
        )
        detail = {"id": id_, "sha256": digest, "channel": custody.channel, "origin": custody.origin}
        given = {"method": custody.method, "legal_basis": custody.legal_basis}
        batch.log("add", name, json.dumps({**detail, **{k: v for k, v in given.items() if v}}, ensure_ascii=False))


def set_fate(batch: Batch, id_: str, outcome: Outcome, *, also: tuple[str, ...], limits: Limits) -> None:
    """Write down what became of a source.

    Args:
        batch: the commit it belongs to.
        id_: the source.
        outcome: what its reader came to.
        also: what else was not read, in words; a source that was read becomes partly read by it.
        limits: those it was read within.
    """
    reason = "; ".join(filter(None, (outcome.reason, *also)))
    status = "partly" if also and outcome.status == "read" else outcome.status
    batch.execute(
        "sources",
        SET_FATE,
        id=id_,
        media_type=outcome.media_type,
        status=status,
        reason=reason,
        pages=outcome.pages,
        reading=outcome.method,
        limits=said_limits(limits),
        warnings=json.dumps(outcome.warnings, ensure_ascii=False) if outcome.warnings else "[]",
        tried=json.dumps(outcome.tried, ensure_ascii=False) if outcome.tried else "[]",
        seconds=outcome.seconds,
    )


@cache
def said_limits(limits: Limits) -> str:
    """Return limits as the ledger notes them."""
    shown = (limits.expanded_mb, limits.entries, limits.depth, limits.cpu_seconds, limits.memory_mb, limits.pages)
    return "/".join(map(str, (*shown, limits.page_pixels)))


def _inner_name(parent: str, child: Child) -> str:
    # The name is only a label: whatever path it pretends to be, the file is kept by its hash.
    name = storable_name(child.name.replace("/", "_").replace("\x00", "\ufffd")) or "unnamed"
    return f"{parent}/{name if len(name) <= LONGEST_NAME else name[: LONGEST_NAME - 1] + '…'}"
