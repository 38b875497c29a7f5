"""Snapshots of a list and one entry's rows in; whether the entry was on the list on a day out, and on what that rests.

A snapshot shows who was on the list on its own day, and by that who was not. Between snapshots only the list's own dates
of listing and delisting tell. Each ground is a set of leaves that carries the status by itself: whatever else is switched
off, the same status follows from what is left.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Self

from clew.detect.evidence import Ground as Case
from clew.model.records import Leaf

ENTRIES = """select id, list, entry, snapshot, programme, listed_on, delisted_on, measure from listings
             where (list, entry) in (select (list, entry) from hits)
             order by id"""
SNAPSHOTS = "select id, list, as_of, authority, as_of_basis from snapshots order by id"

LISTED, NOT_YET, DELISTED = "listed", "not_listed_until", "delisted"


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A list as it stood on a day."""

    id: str
    list: str
    as_of: str  # ISO day
    authority: str = ""
    basis: str = ""  # who says which day: user, list, file time

    @property
    def leaf(self) -> Leaf:
        """The snapshot as a leaf: the evidence that an entry is not on it."""
        return Leaf("list", self.id)


@dataclass(frozen=True, slots=True)
class Row:
    """One name of one entry in one snapshot."""

    id: str
    list: str
    entry: str
    snapshot: str
    programme: str = ""
    listed_on: str | None = None
    delisted_on: str | None = None
    measure: str = "unknown"

    @classmethod
    def read(cls, row: Mapping[str, Any]) -> Self:
        """Read a row of the view `listings`."""
        names = ("id", "list", "entry", "snapshot", "programme", "listed_on", "delisted_on", "measure")
        return cls(**{name: row[name] for name in names})

    @property
    def leaf(self) -> Leaf:
        """The listing as a leaf."""
        return Leaf("list", self.id)


def read_rows(case: Case) -> tuple[Row, ...]:
    """Return all names of the entries that a party of the case matches, in every snapshot."""
    return tuple(Row.read(row) for row in case.query(ENTRIES))


def read_snapshots(case: Case) -> tuple[Snapshot, ...]:
    """Return the snapshots of lists that the case was compared with."""
    rows = case.query(SNAPSHOTS)
    return tuple(Snapshot(r["id"], r["list"], r["as_of"], r["authority"], r["as_of_basis"]) for r in rows)


@dataclass(frozen=True, slots=True)
class Ground:
    """Leaves that carry a status by themselves, and what the sentence says of them."""

    leaves: frozenset[Leaf]
    row: Row
    snapshot: Snapshot | None = None  # the one that decides; None where the list's own date does


@dataclass(frozen=True, slots=True)
class Status:
    """Where an entry stood on a day."""

    name: str  # listed, not_listed_until, delisted
    grounds: tuple[Ground, ...]
    complete: bool  # False: with more switched off, other grounds could carry the same status


def decide(day: str, rows: Iterable[Row], snapshots: Iterable[Snapshot]) -> Status | None:
    """Return the status of an entry on a day; None where neither a snapshot nor the list's own date tells.

    Args:
        day: ISO day.
        rows: all rows of the entry, in any snapshot.
        snapshots: all snapshots of the list.
    """
    rows = sorted(rows, key=lambda row: row.id)
    before = sorted((s for s in snapshots if s.as_of <= day), key=lambda s: (s.as_of, s.id))
    ended = any(_ended(row, day) for row in rows)
    first, last = (_by_end, None) if ended else (_on_it, _not_yet)
    status = first(day, rows, before) or _off_it(day, rows, before) or (last(day, rows, before) if last else None)
    return status if status and status.grounds else None


def _ended(row: Row, day: str) -> bool:
    return bool(row.delisted_on) and str(row.delisted_on) <= day


def _began(row: Row, day: str) -> bool:
    return bool(row.listed_on) and str(row.listed_on) <= day


def _by_end(day: str, rows: Sequence[Row], before: Sequence[Snapshot]) -> Status | None:
    """The list itself says that the entry was taken off, and perhaps put on again."""
    as_of = {snapshot.id: snapshot.as_of for snapshot in before}
    ended = [row for row in rows if _ended(row, day)]
    going = {
        row: max(str(row.listed_on) if _began(row, day) else "", as_of.get(row.snapshot, ""))
        for row in rows
        if not _ended(row, day)
    }
    last_end = max(str(row.delisted_on) for row in ended)
    on_it = _on_it(day, rows, before)
    again = [ground for ground in (on_it.grounds if on_it else ()) if going.get(ground.row, "") > last_end]
    if again:
        return Status(LISTED, tuple(again), complete=False)
    last_start = max(going.values(), default="")
    final = [row for row in ended if str(row.delisted_on) >= last_start]
    complete = len(final) == len(rows)
    grounds = tuple(Ground(frozenset({row.leaf}), row) for row in final)
    return Status(DELISTED, grounds, complete=complete) if grounds else None


def _on_it(day: str, rows: Sequence[Row], before: Sequence[Snapshot]) -> Status | None:
    """The newest snapshot by then has it, or the list dates the listing after that snapshot."""
    newest = before[-1] if before else None
    grounds = [Ground(frozenset({r.leaf}), r, newest) for r in rows if newest and r.snapshot == newest.id]
    since = newest.as_of if newest else ""
    grounds += [Ground(frozenset({row.leaf}), row) for row in rows if _began(row, day) and str(row.listed_on) > since]
    if not grounds:
        return None
    used = {ground.row for ground in grounds}
    older = {snapshot.id for snapshot in before[:-1]}
    others = [row for row in rows if row not in used and (row.snapshot in older or _began(row, day))]
    return Status(LISTED, tuple(grounds), complete=not others)


def _off_it(day: str, rows: Sequence[Row], before: Sequence[Snapshot]) -> Status | None:
    """An earlier snapshot has it, all since then have not."""
    having = {row.snapshot for row in rows}
    last = max((n for n, snapshot in enumerate(before) if snapshot.id in having), default=None)
    if last is None:
        return None
    earlier = {snapshot.id for snapshot in before[: last + 1]}
    since = before[last + 1 :]
    safe = [snapshot for snapshot in since if _tells(snapshot, day, rows)]
    grounds = [
        Ground(frozenset({row.leaf, snapshot.leaf}), row, snapshot)
        for snapshot in reversed(safe)
        for row in rows
        if row.snapshot in earlier
    ]
    ended = any(_ended(row, day) for row in rows)
    complete = len(safe) == len(since) and len(having & earlier) == 1 and not ended
    return Status(DELISTED, tuple(grounds), complete=complete)


def _not_yet(day: str, rows: Sequence[Row], before: Sequence[Snapshot]) -> Status:
    """No snapshot by then has it, a later one has, or the list dates the listing after the day."""
    safe = [snapshot for snapshot in before if _tells(snapshot, day, rows)]
    dated = not any(_began(row, day) for row in rows)
    grounds = [
        Ground(frozenset({row.leaf, snapshot.leaf}), row, snapshot) for snapshot in reversed(safe) for row in rows
    ]
    if dated:
        grounds += [Ground(frozenset({row.leaf}), row) for row in rows if row.listed_on]
    return Status(NOT_YET, tuple(grounds), complete=dated and len(safe) == len(before))


def _tells(snapshot: Snapshot, day: str, rows: Iterable[Row]) -> bool:
    """Say whether a snapshot without the entry shows it off the list: no row dates a listing between it and the day."""
    return not any(_began(row, day) and str(row.listed_on) > snapshot.as_of for row in rows)
