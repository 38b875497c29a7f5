"""The Denied Persons List of the US Bureau of Industry and Security, in its tab-separated form (dpl.txt).

In: one file with a header. Out: listings. Source: BIS, Denied Persons List, text format. It denies export privileges; it
blocks no property.
"""

from collections.abc import Iterator, Sequence

from clew.model.ids import content_id
from clew.model.records import Listing
from clew.screen.lists import ListFile, ListReading
from clew.screen.lists._numbers import month_first
from clew.screen.lists._table import Row, cell, has_header, rows_of

LIST_FORMAT = "bis_denied"
VERSION = "1"

AUTHORITY = "US Department of Commerce, Bureau of Industry and Security"
_NEEDS = ("Name", "Effective_Date", "Expiration_Date", "FR_Citation")
_ADDRESS = ("Street_Address", "City", "State", "Country", "Postal_Code")


def recognise(files: Sequence[ListFile]) -> float:
    """Say how surely the files are of this format: one file, with its header."""
    return float(len(files) == 1 and has_header(files[0].data, _NEEDS, delimiter="\t"))


def read(files: Sequence[ListFile], *, snapshot: str) -> ListReading:
    """Return the listings.

    Raises:
        BadList: the header is not there.
    """
    missed: list[str] = []
    listings = tuple(_listings(files[0], snapshot, missed))
    return ListReading("bis-dpl", AUTHORITY, listings, tuple(missed))


def _listings(file: ListFile, snapshot: str, missed: list[str]) -> Iterator[Listing]:
    for number, row in rows_of(file, needs=_NEEDS, delimiter="\t"):
        if not cell(row, "Name"):
            missed.append(f"{file.name}, line {number}: expected a name, found none")
            continue
        yield Listing(
            list="bis-dpl",
            snapshot=snapshot,
            entry=_entry(row),
            name=cell(row, "Name"),
            name_kind="primary",
            kind="unknown",  # the list does not say whether it is a person or a firm
            programme="Denied Persons List",
            listed_on=month_first(cell(row, "Effective_Date")),
            delisted_on=month_first(cell(row, "Expiration_Date")),
            identifiers=(),
            remarks="; ".join(
                filter(
                    None, [", ".join(filter(None, (cell(row, part) for part in _ADDRESS))), cell(row, "FR_Citation")]
                )
            ),
            measure="export denial",
        )


def _entry(row: Row) -> str:
    """Return an id of our own: the list numbers nothing."""
    return content_id("l", [cell(row, "Name"), cell(row, "Effective_Date"), cell(row, "FR_Citation")])[2:10]
