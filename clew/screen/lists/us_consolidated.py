"""The Consolidated Screening List of the US Department of Commerce, as CSV: thirteen lists of three departments in one file.

In: one file with a header. Out: listings, each under its own list: us-el, us-dpl, us-sdn … Source: International Trade
Administration, Consolidated Screening List, CSV. The Entity List asks for a licence, it blocks nothing; a finding says which.
"""

from collections.abc import Iterator, Sequence

from clew.model.records import Listing
from clew.screen.lists import ListFile, ListReading
from clew.screen.lists._numbers import birth, month_first, typed
from clew.screen.lists._table import Row, cell, has_header, rows_of

LIST_FORMAT = "us_consolidated"
VERSION = "1"

AUTHORITY = "US Departments of Commerce, State and the Treasury"
_NEEDS = ("source", "entity_number", "name", "alt_names", "license_requirement")
# Short name in the source's brackets -> what its listing means.
_MEASURES = {
    "SDN": "blocking",
    "EL": "licence requirement",
    "MEU": "licence requirement",
    "UVL": "unverified",
    "DPL": "export denial",
    "SSI": "sectoral",
    "CMIC": "sectoral",
    "CAP": "sectoral",
    "MBS": "sectoral",
    "DTC": "debarment",
    "ISN": "debarment",
}
_KINDS = {"individual": "person", "entity": "organization"}


def recognise(files: Sequence[ListFile]) -> float:
    """Say how surely the files are of this format: one file, with its header."""
    return float(len(files) == 1 and has_header(files[0].data, _NEEDS))


def read(files: Sequence[ListFile], *, snapshot: str) -> ListReading:
    """Return the listings.

    Raises:
        BadList: the header is not there.
    """
    missed: list[str] = []
    listings = tuple(_listings(files[0], snapshot, missed))
    return ListReading("us-csl", AUTHORITY, listings, tuple(missed))


def _listings(file: ListFile, snapshot: str, missed: list[str]) -> Iterator[Listing]:
    for number, row in rows_of(file, needs=_NEEDS):
        if not cell(row, "name"):
            missed.append(f"{file.name}, line {number}: expected a name, found none")
            continue
        short = _short(cell(row, "source"))
        for name, name_kind in _names(row):
            yield Listing(
                list=f"us-{short.casefold()}" if short else "us-csl",
                snapshot=snapshot,
                entry=cell(row, "entity_number", "_id"),
                name=name,
                name_kind=name_kind,
                kind=_KINDS.get(cell(row, "type").casefold(), "unknown"),
                programme="; ".join(filter(None, [cell(row, "source"), cell(row, "programs")])),
                listed_on=month_first(cell(row, "start_date")),
                delisted_on=month_first(cell(row, "end_date")),
                identifiers=tuple(dict.fromkeys(_identifiers(row))),
                remarks="; ".join(
                    filter(None, (cell(row, part) for part in ("addresses", "license_requirement", "remarks")))
                ),
                measure=_MEASURES.get(short, "unknown"),
            )


def _short(source: str) -> str:
    """Return EL of "Entity List (EL) - Bureau of Industry and Security"."""
    return source.partition("(")[2].partition(")")[0]


def _names(row: Row) -> Iterator[tuple[str, str]]:
    yield cell(row, "name"), "primary"
    aliases = (alias.strip() for alias in cell(row, "alt_names").split(";"))
    yield from ((alias, "alias") for alias in dict.fromkeys(aliases) if alias and alias != cell(row, "name"))


def _identifiers(row: Row) -> Iterator[tuple[str, str]]:
    for number in cell(row, "ids").split(";"):  # "Passport, X0000001, Iran"
        label, _, rest = number.partition(",")
        yield from typed(label, rest.partition(",")[0])
    days = cell(row, "dates_of_birth").split(";")
    if len(days) == 1:
        yield from birth(days[0])
