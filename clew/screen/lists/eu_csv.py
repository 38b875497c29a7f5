"""The European Union's consolidated list of financial sanctions, as semicolon-separated values (version 1.1).

In: one file with a row for each name, address, birth and number of each entry. Out: listings. Source: European Commission,
Financial Sanctions Database, csvFullSanctionsList 1.1.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from clew.model.records import Listing
from clew.screen.lists import ListFile, ListReading
from clew.screen.lists._numbers import birth, day_first, typed
from clew.screen.lists._table import Row, cell, has_header, rows_of

LIST_FORMAT = "eu_csv"
VERSION = "1"

AUTHORITY = "European Union"
_NEEDS = ("Entity_LogicalId", "NameAlias_WholeName", "Entity_SubjectType")
_KINDS = {"p": "person", "person": "person", "e": "organization", "enterprise": "organization"}


def recognise(files: Sequence[ListFile]) -> float:
    """Say how surely the files are of this format: one file, with its header."""
    return float(len(files) == 1 and has_header(files[0].data, _NEEDS, delimiter=";"))


def read(files: Sequence[ListFile], *, snapshot: str) -> ListReading:
    """Return the listings.

    Raises:
        BadList: the header is not there, or a row cannot be taken apart.
    """
    entries: dict[str, list[Row]] = defaultdict(list)
    missed: list[str] = []
    for number, row in rows_of(files[0], needs=_NEEDS, delimiter=";"):
        if logical := cell(row, "Entity_LogicalId"):
            entries[logical].append(row)
        else:
            missed.append(f"{files[0].name}, line {number}: expected an Entity_LogicalId, found none")
    listings = tuple(one for logical, rows in entries.items() for one in _listings(logical, rows, snapshot, missed))
    return ListReading("eu", AUTHORITY, listings, tuple(missed))


def _listings(logical: str, rows: list[Row], snapshot: str, missed: list[str]) -> Iterator[Listing]:
    entry = _first(rows, "Entity_EU_ReferenceNumber") or logical
    names = _names(rows)
    if not names:
        missed.append(f"entry {entry}: has no name")
    listed = [cell(row, "Entity_DesignationDate") or cell(row, "Entity_Regulation_EntryIntoForceDate") for row in rows]
    days = [day for day in map(day_first, listed) if day]
    kind = _first(rows, "Entity_SubjectType_ClassificationCode", "Entity_SubjectType").casefold()
    for place, name in enumerate(names):
        yield Listing(
            list="eu",
            snapshot=snapshot,
            entry=entry,
            name=name,
            name_kind="alias" if place else "primary",
            kind=_KINDS.get(kind, "unknown"),
            programme="; ".join(_all(rows, "Entity_Regulation_Programme")),
            listed_on=min(days, default=None),
            delisted_on=None,
            identifiers=tuple(dict.fromkeys(_identifiers(rows))),
            remarks="; ".join(
                [*_all(rows, "Entity_Remark"), *_all(rows, "Address_Street"), *_all(rows, "Address_City")]
            ),
            measure="blocking",
        )


def _names(rows: list[Row]) -> list[str]:
    parts = ("NameAlias_FirstName", "NameAlias_MiddleName", "NameAlias_LastName")
    found = (
        cell(row, "NameAlias_WholeName") or " ".join(filter(None, (cell(row, part) for part in parts))) for row in rows
    )
    return list(dict.fromkeys(filter(None, found)))


def _identifiers(rows: list[Row]) -> Iterator[tuple[str, str]]:
    for row in rows:
        label = f"{cell(row, 'Identification_TypeCode')} {cell(row, 'Identification_TypeDescription')}"
        yield from typed(label, cell(row, "Identification_LatinNumber", "Identification_Number"))
        if cell(row, "BirthDate_Circa").casefold() != "true":
            yield from birth(cell(row, "BirthDate_BirthDate"))


def _first(rows: list[Row], *names: str) -> str:
    return next(filter(None, (cell(row, *names) for row in rows)), "")


def _all(rows: list[Row], name: str) -> list[str]:
    return list(dict.fromkeys(filter(None, (cell(row, name) for row in rows))))
