"""Names screened without a case, in batches; nothing is kept.

In: rows with a name, and listings. Out: for each row its candidates with identity level, reasons and the namesakes to expect
by chance, or one record that says nothing was found. The same levels and reasons as in a case: `match`.
"""

import os
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import Any

from clew.model.records import Hit, Listing
from clew.naming.explain import explain, namesakes
from clew.naming.index import NameIndex
from clew.naming.kept import VERSION, open_index, save
from clew.screen import library
from clew.screen.asked import Asked, as_asked
from clew.screen.gathered import gather
from clew.screen.match import NEAR, NameInCase, Party, Screener

BATCH = 2000  # rows screened and written at once; a stopped run goes on after the last batch
FIELDS = (
    *(
        "row",
        "id",
        "name",
        "found",
        "listed_name",
        "list",
        "entry",
        "level",
        "score",
        "because",
        "against",
        "namesakes",
    ),
    *("programme", "listed_on", "name_kind", "remarks", "as_of", "snapshot"),
)
_KEPT_FROM = 5000  # listings; an index of fewer is made faster than opened


@dataclass(frozen=True, slots=True)
class Lists:
    """Listings to screen against, with what their snapshots are."""

    listings: tuple[Listing, ...]
    snapshots: tuple[Mapping[str, Any], ...]  # as `library.snapshots` gives them
    left: tuple[str, ...] = ()  # files that are not used, or are used in part, in words


def open_lists(chosen: Sequence[str | Path] = ()) -> Lists:
    """Return listings of the library and of files.

    Args:
        chosen: names or snapshot ids of lists in the library, or paths of list files and of folders that hold them at any depth, of
            any number of lists and days; none for all of the library, of each list the newest snapshot.

    Raises:
        BadList: a list is not in the library, a file is in no known format, or a folder holds no list.
    """
    found = gather([Path(name) for name in chosen if Path(name).exists()])
    described = [
        library.describe(library.open_files(known["id"]), known["as_of"], known["as_of_basis"])
        for known in library.newest(chosen)
    ]
    left = list(found.left)
    for group in found.groups:
        paths, files = [one.path for one in group], [one.file for one in group]
        described.append(library.describe(files, *library.dated(paths, None, files)))
        if described[-1]["partial"]:
            left.append(f"used in part: {', '.join(map(str, paths))}: {described[-1]['missed'][0]}")
    listings = tuple(listing for snapshot in described for listing in snapshot["listings"])
    about = tuple({key: value for key, value in snapshot.items() if key != "listings"} for snapshot in described)
    return Lists(listings, about, tuple(left))


def screener(lists: Lists) -> Screener:
    """Return the lists made ready; the index of their names is kept beside the library and opened the next time."""
    folder = keep_names(lists)
    return Screener(lists.listings, open_index(folder) if folder else None)


def keep_names(lists: Lists) -> Path | None:
    """Keep an index of the names of lists beside the library, and return its folder; of few names none is kept."""
    if len(lists.listings) < _KEPT_FROM:
        return None
    ordered = sorted(lists.listings, key=lambda listing: listing.id)
    name = sha256(f"{VERSION}:{'|'.join(listing.id for listing in ordered)}".encode()).hexdigest()[:24]
    folder = library.folder().parent / "names" / name
    if open_index(folder) is None:
        # Under a name of its own until it is whole: several processes may make it at once.
        own = folder.with_name(f"{name}.{os.getpid()}")
        save(NameIndex.build((listing.name, listing.kind) for listing in ordered), own)
        shutil.rmtree(folder, ignore_errors=True)
        try:
            own.rename(folder)
        except OSError:  # another was first
            shutil.rmtree(own)
    return folder


def screen_names(
    names: Iterable[str | Mapping[str, Any]],
    lists: Sequence[str | Path] = (),
    *,
    kind: str = "unknown",
    near: float = NEAR,
) -> Iterator[dict[str, Any]]:
    """Yield what screening found, one record for each candidate, and one for each name without any.

    Args:
        names: names, or mappings with name, kind, birth_date, passport and so on.
        lists: names of lists in the library or paths of list files; none for the whole library.
        kind: what names are that do not say so themselves.
        near: the score, 0 to 100, from which a name that is not equal is a candidate.
    """
    asked = (
        Asked(number, "", given, kind) if isinstance(given, str) else as_asked(given, number, kind)
        for number, given in enumerate(names, start=1)
    )
    chosen = open_lists(lists)
    ready = screener(chosen)
    done = 0
    while batch := list(islice(asked, BATCH)):
        done += len(batch)
        yield from records(batch, ready, chosen, among=done, near=near)


def records(
    batch: Sequence[Asked], ready: Screener, lists: Lists, *, among: int, near: float = NEAR, silent: bool = False
) -> Iterator[dict[str, Any]]:
    """Yield the records of some rows, in their order.

    Args:
        batch: the rows.
        ready: the lists made ready.
        lists: the lists.
        among: how many names are screened in all; more names have more namesakes by chance.
        near: the score from which a name is a candidate.
        silent: leave out rows for which nothing was found.
    """
    parties = [
        Party(str(n), asked.kind, (NameInCase("", asked.name, asked.identifiers),))
        for n, asked in enumerate(batch)
        if asked.name
    ]
    found: dict[int, list[Hit]] = {}
    for hit in ready.hits(parties, near=near):
        found.setdefault(int(hit.entity), []).append(hit)
    days = {snapshot["id"]: snapshot["as_of"] for snapshot in lists.snapshots}
    for number, asked in enumerate(batch):
        ordered = sorted(
            found.get(number, ()), key=lambda hit: (-int(hit.level[1]), -hit.score, hit.list, hit.entry, hit.listing)
        )
        for hit in _one_an_entry(ordered):
            yield _record(asked, hit, ready.listing(hit.listing), among, days)
        if not ordered and not silent:
            yield _nothing(asked)


def _one_an_entry(hits: Iterable[Hit]) -> Iterator[Hit]:
    seen: set[tuple[str, str, str]] = set()
    for hit in hits:
        entry = (hit.list, hit.snapshot, hit.entry)
        if entry not in seen:
            seen.add(entry)
            yield hit


def _record(asked: Asked, hit: Hit, listing: Listing, among: int, days: Mapping[str, str]) -> dict[str, Any]:
    weak = hit.level in ("I0", "I1")
    share = explain(asked.name, hit.listed_name, listing.kind).share if weak else 0.0
    return {
        "row": asked.row,
        "id": asked.id,
        "name": asked.name,
        "found": "candidate",
        "listed_name": hit.listed_name,
        "list": hit.list,
        "entry": hit.entry,
        "level": hit.level,
        "score": round(hit.score, 1),
        "because": "; ".join(hit.because),
        "against": "; ".join(hit.against),
        "namesakes": namesakes(share, among) if weak else "",
        "programme": listing.programme,
        "listed_on": listing.listed_on or "",
        "name_kind": listing.name_kind,
        "remarks": listing.remarks[:300],
        "as_of": days.get(hit.snapshot, ""),
        "snapshot": hit.snapshot,
    }


def _nothing(asked: Asked) -> dict[str, Any]:
    said = "nothing found" if asked.name else "no name in this row"
    return dict.fromkeys(FIELDS, "") | {"row": asked.row, "id": asked.id, "name": asked.name, "found": said}
