"""Two snapshots of one list go in; what became listed, changed, or was removed between them comes out."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from clew.model.errors import BadList
from clew.model.records import Listing
from clew.screen import library

# What of an entry is compared, and the word for it.
_COMPARED = ("names", "programmes", "identifiers", "listed on", "taken off on", "measure")


@dataclass(frozen=True, slots=True)
class Change:
    """What happened to one entry between two snapshots."""

    kind: str  # listed, changed, removed
    entry: str
    name: str  # the primary one, as the later snapshot has it
    programme: str
    differences: tuple[str, ...] = ()  # of a changed entry, in words: "names: + ORLIK"


@dataclass(frozen=True, slots=True)
class Changes:
    """All that happened between two snapshots."""

    list: str
    before: str  # snapshot ids
    after: str
    before_as_of: str  # ISO days
    after_as_of: str
    changes: tuple[Change, ...]  # by kind, then name


def changes(before: str, after: str) -> Changes:
    """Compare two snapshots of the library, each named by its id, the beginning of it, or LIST@DAY.

    Raises:
        BadList: a name fits no snapshot, or several; or the two are of different lists.
    """
    first, second = _find(before), _find(after)
    if first["list"] != second["list"]:
        raise BadList(f"expected two snapshots of one list, found {first['list']} and {second['list']}")
    old, new = (_entries(_listings(snapshot["id"], snapshot)) for snapshot in (first, second))
    found = [_removed(entry, old[entry]) for entry in old.keys() - new.keys()]
    for entry, rows in new.items():
        if entry not in old:
            found.append(Change("listed", entry, _name(rows), _programme(rows)))
        elif differences := tuple(_differences(old[entry], rows)):
            found.append(Change("changed", entry, _name(rows), _programme(rows), differences))
    order = ("listed", "changed", "removed")
    found.sort(key=lambda change: (order.index(change.kind), change.name, change.entry))
    return Changes(first["list"], first["id"], second["id"], first["as_of"], second["as_of"], tuple(found))


def _find(name: str) -> dict[str, str]:
    known = library.snapshots()
    list_, at, day = name.partition("@")
    found = [
        one
        for one in known
        if (at and (one["list"], one["as_of"]) == (list_, day)) or (not at and one["id"].startswith(name))
    ]
    if len(found) != 1:
        told = ", ".join(f"{one['list']}@{one['as_of']} ({one['id']})" for one in known) or "none"
        raise BadList(f"{name!r}: expected one snapshot of the library, found {len(found)}; there are: {told}")
    return found[0]


def _listings(id_: str, snapshot: dict[str, str]) -> Iterable[Listing]:
    described = library.describe(library.open_files(id_), snapshot["as_of"], snapshot["as_of_basis"])
    return list(described["listings"])


def _entries(listings: Iterable[Listing]) -> dict[str, list[Listing]]:
    found: dict[str, list[Listing]] = defaultdict(list)
    for listing in listings:
        found[listing.entry].append(listing)
    return found


def _removed(entry: str, rows: list[Listing]) -> Change:
    return Change("removed", entry, _name(rows), _programme(rows))


def _name(rows: list[Listing]) -> str:
    return next((row.name for row in rows if row.name_kind == "primary"), rows[0].name)


def _programme(rows: list[Listing]) -> str:
    return "; ".join(dict.fromkeys(row.programme for row in rows if row.programme))


def _differences(old: list[Listing], new: list[Listing]) -> Iterable[str]:
    for what, before, after in zip(_COMPARED, _compared(old), _compared(new), strict=True):
        gone, come = sorted(before - after), sorted(after - before)
        if gone or come:
            yield f"{what}: {', '.join([*(f'+ {one}' for one in come), *(f'- {one}' for one in gone)])}"


def _compared(rows: list[Listing]) -> tuple[set[str], ...]:
    return (
        {row.name for row in rows},
        {row.programme for row in rows if row.programme},
        {" ".join(pair) for row in rows for pair in row.identifiers},
        {row.listed_on for row in rows if row.listed_on},
        {row.delisted_on for row in rows if row.delisted_on},
        {row.measure for row in rows},
    )
