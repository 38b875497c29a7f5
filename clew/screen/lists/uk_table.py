"""The UK Sanctions List (FCDO) and the OFSI consolidated list of the United Kingdom, as CSV or ODS.

In: one file with a row for each name (and address) of each entry. Out: listings. Source: FCDO, UK Sanctions List format guide
(2020, columns since extended); OFSI, consolidated list format guide (2022 format).
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from clew.model.records import Listing
from clew.screen.lists import ListFile, ListReading
from clew.screen.lists._numbers import birth, day_first, labelled, typed
from clew.screen.lists._table import Row, cell, has_header, rows_of

LIST_FORMAT = "uk_table"
VERSION = "1"

AUTHORITY = "United Kingdom, Foreign, Commonwealth and Development Office and OFSI"
_NEEDS = (("Unique ID", "Name 6", "Regime Name"), ("Group ID", "Name 6", "Regime"))
_PARTS = ("Name 1", "Name 2", "Name 3", "Name 4", "Name 5", "Name 6")
_REMARKS = ("Position", "Other Information", "Address Country", "Country", "Nationality(/ies)", "Nationality")
# What the list imposes, as it words it. A travel ban alone freezes nothing.
_FREEZES = ("asset freeze", "freeze")


def recognise(files: Sequence[ListFile]) -> float:
    """Say how surely the files are of this format: one file, with one of the two headers."""
    return float(len(files) == 1 and any(has_header(files[0].data, needs) for needs in _NEEDS))


def read(files: Sequence[ListFile], *, snapshot: str) -> ListReading:
    """Return the listings.

    Raises:
        BadList: the header is not there.
    """
    needs = next(needs for needs in _NEEDS if has_header(files[0].data, needs))
    entries: dict[str, list[Row]] = defaultdict(list)
    missed: list[str] = []
    for number, row in rows_of(files[0], needs=needs):
        if entry := cell(row, "Unique ID", "Group ID").removesuffix(".0"):
            entries[entry].append(row)
        else:
            missed.append(f"{files[0].name}, line {number}: expected a {needs[0]}, found none")
    listings = tuple(one for entry, rows in entries.items() for one in _listings(entry, rows, snapshot, missed))
    return ListReading("uk" if needs == _NEEDS[0] else "uk-ofsi", AUTHORITY, listings, tuple(missed))


def _listings(entry: str, rows: list[Row], snapshot: str, missed: list[str]) -> Iterator[Listing]:
    names = list(_names(rows))
    if not names:
        missed.append(f"entry {entry}: has no name")
    days = [day_first(cell(row, "Date Designated", "UK Sanctions List Date Designated", "Listed On")) for row in rows]
    kind = cell(rows[0], "Designation Type", "Individual, Entity, Ship", "Group Type").casefold()
    for name, name_kind in names:
        yield Listing(
            list="uk" if cell(rows[0], "Unique ID") else "uk-ofsi",
            snapshot=snapshot,
            entry=entry,
            name=name,
            name_kind=name_kind,
            kind={"individual": "person", "entity": "organization"}.get(kind, "unknown"),
            programme="; ".join(dict.fromkeys(filter(None, (cell(row, "Regime Name", "Regime") for row in rows)))),
            listed_on=min(filter(None, days), default=None),
            delisted_on=None,
            identifiers=tuple(dict.fromkeys(_identifiers(rows))),
            remarks="; ".join(dict.fromkeys(filter(None, (cell(row, name) for name in _REMARKS for row in rows)))),
            measure=_measure(rows),
        )


def _names(rows: list[Row]) -> Iterator[tuple[str, str]]:
    """Yield the names, the primary one first; names in their own script are aliases."""
    seen: set[str] = set()
    for row in sorted(rows, key=lambda row: "primary" not in cell(row, "Name type", "Alias Type").casefold()):
        primary = "primary" in cell(row, "Name type", "Alias Type").casefold()
        weak = cell(row, "Alias strength", "Alias Quality").casefold().startswith("low")
        whole = " ".join(filter(None, (cell(row, part) for part in _PARTS)))
        kind = "weak alias" if weak else "primary" if primary and not seen else "alias"
        for name, name_kind in ((whole, kind), (cell(row, "Name non-latin script"), "alias")):
            if name and name not in seen:
                yield name, name_kind
                seen.add(name)


def _identifiers(rows: list[Row]) -> Iterator[tuple[str, str]]:
    for row in rows:
        yield from typed("passport", cell(row, "Passport number"))
        yield from typed("IMO", cell(row, "IMO number"))
        for name in ("Business registration number (s)", "Business registration numbers", "National Identifier number"):
            yield from labelled(cell(row, name))
            yield from typed("registration", cell(row, name))
        yield from birth(cell(row, "D.O.B", "DOB"))


def _measure(rows: list[Row]) -> str:
    imposed = " ".join(cell(row, "Sanctions Imposed") for row in rows).casefold()
    if not imposed or any(word in imposed for word in _FREEZES):
        return "blocking"
    return "travel ban" if "travel" in imposed else "sectoral"
