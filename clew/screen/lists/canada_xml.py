"""Canada's consolidated autonomous sanctions list (SEMA and JVCFOA) as XML.

In: one file, root data-set, with a record for each entry. Out: listings. Source: Global Affairs Canada, sema-lmes.xml. The
file has had two spellings of its tags; both are read.
"""

from collections.abc import Iterator, Sequence

from clew.model.records import Listing
from clew.screen.lists import ListFile, ListReading
from clew.screen.lists import _xml as xml
from clew.screen.lists._numbers import birth, day_first, typed

LIST_FORMAT = "canada_xml"
VERSION = "1"

AUTHORITY = "Canada, Global Affairs"
_BORN = ("DateOfBirth", "DateOfBirthOrShipBuildDate")
_FIRMS = ("Entity", "EntityOrShip", "EntityOrShipName")


def recognise(files: Sequence[ListFile]) -> float:
    """Say how surely the files are of this format: one file, with its root and the columns of a record."""
    if len(files) != 1 or xml.first_tag(files[0].data) != "data-set":
        return 0.0
    head = files[0].data[:20_000]
    return float(b"<record" in head and b"<Schedule" in head and b"<Country" in head)


def read(files: Sequence[ListFile], *, snapshot: str) -> ListReading:
    """Return the listings.

    Raises:
        BadList: the file is no well-formed XML.
    """
    root = xml.parse(files[0].name, files[0].data)
    missed: list[str] = []
    records = enumerate(xml.each(root, "record"), start=1)
    listings = tuple(one for number, record in records for one in _listings(number, record, snapshot, missed))
    return ListReading("canada", AUTHORITY, listings, tuple(missed))


def _listings(number: int, record: xml.Element, snapshot: str, missed: list[str]) -> Iterator[Listing]:
    person = xml.words(xml.text(record, "GivenName"), xml.text(record, "LastName"))
    firm = next(filter(None, (xml.text(record, tag) for tag in _FIRMS)), "")
    country, schedule, item = (xml.text(record, tag) for tag in ("Country", "Schedule", "Item"))
    if not person and not firm:
        missed.append(f"record {number}: has no name")
        return
    names = [(person or firm, "primary")]
    names += [(alias.strip(), "alias") for alias in xml.text(record, "Aliases").split(";") if alias.strip()]
    imo = xml.text(record, "ShipIMONumber")
    born = next(filter(None, (xml.text(record, tag) for tag in _BORN)), "") if person else ""
    for name, name_kind in dict.fromkeys(names):
        yield Listing(
            list="canada",
            snapshot=snapshot,
            entry=" ".join(filter(None, [country.partition(" / ")[0], schedule, item])) or str(number),
            name=name,
            name_kind=name_kind,
            kind="person" if person else "unknown" if imo else "organization",
            programme=f"{country.partition(' / ')[0]}, schedule {schedule}".strip(", "),
            listed_on=day_first(xml.text(record, "DateOfListing")),
            delisted_on=None,
            identifiers=(*birth(born), *typed("IMO", imo)),
            remarks=xml.text(record, "TitleOrShip"),
            measure="blocking",
        )
