"""Entities and list snapshots in; hits out. Snapshots are kept with the case: it opens elsewhere with all it was screened on."""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from clew.model.records import Hit, Listing, Screening
from clew.screen import library
from clew.screen.lists import ListFile
from clew.screen.match import NameInCase, Party, hits
from clew.store.case import Case, now
from clew.store.rows import Row, hit_row, listing_row, screening_row

READS = ("sources", "entities", "anchors", "listings", "snapshots")
WRITES = ("snapshots", "listings", "hits", "screenings")
VERSION = 5

PARTIES = """select e.id, e.kind, e.name, list({'id': a.id, 'text': a.text, 'identifiers': a.identifiers} order by a.id) as anchors
              from entities e join anchors a on a.entity = e.id
              where e.kind in ('person', 'organization', 'vessel', 'aircraft', 'unknown') group by all order by e.id"""
LISTINGS = "select * from listings order by id"
KNOWN_SNAPSHOTS = "select id from snapshots"
ADD_SNAPSHOT = """insert into snapshots (id, list, authority, as_of, as_of_basis, sha256, files, missed, added_at)
                  values ($id, $list, $authority, $as_of, $basis, $sha256, $files, $missed, $at)"""

Progress = Callable[[int, int, str], None]


def add_list(case: Case, paths: Sequence[Path], *, as_of: str | None = None) -> dict[str, Any]:
    """Keep one snapshot of one list with a case and return what it holds; a snapshot already kept is left as it is.

    Args:
        case: an open case.
        paths: the list's files, in any order and under any names.
        as_of: ISO day the list stood so; without it the day that the list itself says, else the newest file's own date.

    Raises:
        BadList: the files are in no known format, or the day is none.
    """
    files = library.read_files(paths)
    day, basis = library.dated(paths, as_of, files)
    return _take_in(case, files, day, basis)


def take_from_library(case: Case) -> int:
    """Copy into the case the snapshots of the user's library that it lacks, and return how many there were."""
    known = {row["id"] for row in case.ledger(KNOWN_SNAPSHOTS)}
    lacking = [snapshot for snapshot in library.snapshots() if snapshot["id"] not in known]
    for snapshot in lacking:
        _take_in(case, library.open_files(snapshot["id"]), snapshot["as_of"], snapshot["as_of_basis"])
    return len(lacking)


def _take_in(case: Case, files: Sequence[ListFile], as_of: str, basis: str) -> dict[str, Any]:
    snapshot = library.kept(files, as_of, basis)
    listings = snapshot.pop("listings")
    if snapshot["id"] in {row["id"] for row in case.ledger(KNOWN_SNAPSHOTS)}:
        return snapshot
    for file in files:
        case.archive.keep(file.data)
    with case.batch() as batch:
        batch.add("listings", [listing_row(listing) for listing in listings])
        batch.execute(
            "snapshots",
            ADD_SNAPSHOT,
            id=snapshot["id"],
            list=snapshot["list"],
            authority=snapshot["authority"],
            as_of=as_of,
            basis=basis,
            sha256=snapshot["sha256"],
            files=json.dumps(snapshot["files"], ensure_ascii=False),
            missed=json.dumps(snapshot["missed"], ensure_ascii=False),
            at=now(),
        )
        batch.log("list", snapshot["id"], f"{snapshot['list']} as of {as_of}")
    return snapshot


def run(case: Case, *, on_progress: Progress = lambda *_: None) -> int:
    """Screen anew when entities or lists changed, and return how many hits are new."""
    fingerprint = case.fingerprint(READS, f"screen@{VERSION}")
    if case.is_done("screen", fingerprint):
        return 0
    parties = [_party(row) for row in case.query(PARTIES)]
    on_progress(0, len(parties), "parties")
    found: dict[str, Hit] = {hit.id: hit for hit in hits(parties, [_listing(row) for row in case.query(LISTINGS)])}
    screened = _screened(
        [party.id for party in parties], found.values(), [row["id"] for row in case.query(KNOWN_SNAPSHOTS)]
    )
    return case.derive(
        "screen", fingerprint, {"hits": [hit_row(hit) for hit in found.values()], "screenings": screened}
    )


def _screened(parties: Sequence[str], found: Iterable[Hit], snapshots: Sequence[str]) -> list[Row]:
    """Return a row for every party and every snapshot: that nothing was found is a record as well."""
    counted = Counter((hit.snapshot, hit.entity) for hit in found)
    return [
        screening_row(Screening(snapshot, party, counted[snapshot, party]))
        for snapshot in sorted(snapshots)
        for party in parties
    ]


def _party(row: dict[str, Any]) -> Party:
    names = tuple(NameInCase(a["id"], a["text"], _identifiers(a["identifiers"])) for a in row["anchors"])
    return Party(row["id"], row["kind"], names)


def _listing(row: dict[str, Any]) -> Listing:
    return Listing(
        list=row["list"],
        snapshot=row["snapshot"],
        entry=row["entry"],
        name=row["name"],
        name_kind=row["name_kind"],
        kind=row["kind"],
        programme=row["programme"],
        listed_on=row["listed_on"],
        delisted_on=row["delisted_on"],
        identifiers=_identifiers(row["identifiers"]),
        remarks=row["remarks"],
        measure=row["measure"],
    )


def _identifiers(pairs: Sequence[dict[str, str]]) -> tuple[tuple[str, str], ...]:
    return tuple((pair["type"], pair["value"]) for pair in pairs)
