"""OFAC's SDN and consolidated lists as plain XML (sdn.xml, consolidated.xml).

In: one file, root sdnList. Out: listings. Source: OFAC, SDN XML schema (sdn.xsd), as republished by the Sanctions List Service.
"""

from collections.abc import Iterator, Sequence

from clew.model.records import Listing
from clew.screen.lists import ListFile, ListReading
from clew.screen.lists import _xml as xml
from clew.screen.lists._numbers import birth, month_first, typed
from clew.screen.lists._ofac_programmes import AUTHORITY, KINDS, list_name, measure_of

LIST_FORMAT = "ofac_xml"
VERSION = "1"


def recognise(files: Sequence[ListFile]) -> float:
    """Say how surely the files are of this format: one file, with its root."""
    return float(len(files) == 1 and xml.first_tag(files[0].data) == "sdnList")


def dated(files: Sequence[ListFile]) -> str:
    """Return the day the list was published."""
    head = files[0].data[:5_000].decode("utf-8", "replace")
    return month_first(head.partition("<Publish_Date>")[2].partition("<")[0]) or ""


def read(files: Sequence[ListFile], *, snapshot: str) -> ListReading:
    """Return the listings.

    Raises:
        BadList: the file is no well-formed XML.
    """
    root = xml.parse(files[0].name, files[0].data)
    entries = list(xml.each(root, "sdnEntry"))
    name = list_name([xml.texts(entry, "programList/program") for entry in entries])
    missed: list[str] = []
    listings = tuple(listing for entry in entries for listing in _listings(entry, name, snapshot, missed))
    return ListReading(name, AUTHORITY, listings, tuple(missed))


def _listings(entry: xml.Element, list_: str, snapshot: str, missed: list[str]) -> Iterator[Listing]:
    uid, programmes = xml.text(entry, "uid"), xml.texts(entry, "programList/program")
    names = list(_names(entry))
    if not names:
        missed.append(f"entry {uid or 'without number'}: has no name")
    for text, name_kind in names:
        yield Listing(
            list=list_,
            snapshot=snapshot,
            entry=uid,
            name=text,
            name_kind=name_kind,
            kind=KINDS.get(xml.text(entry, "sdnType").casefold(), "organization"),
            programme="; ".join(programmes),
            listed_on=None,  # this form gives no dates; the advanced one does
            delisted_on=None,
            identifiers=tuple(dict.fromkeys(_identifiers(entry))),
            remarks="; ".join(filter(None, [xml.text(entry, "title"), xml.text(entry, "remarks"), *_addresses(entry)])),
            measure=measure_of(programmes),
        )


def _names(entry: xml.Element) -> Iterator[tuple[str, str]]:
    seen: set[str] = set()
    aliases = [(alias, xml.text(alias, "category").casefold() == "weak") for alias in xml.each(entry, "akaList/aka")]
    for element, weak in [(entry, False), *aliases]:
        last, first = xml.text(element, "lastName"), xml.text(element, "firstName")
        name = f"{last}, {first}" if last and first else last or first
        if name and name not in seen:
            yield name, "weak alias" if weak else "alias" if seen else "primary"
            seen.add(name)


def _identifiers(entry: xml.Element) -> Iterator[tuple[str, str]]:
    for number in xml.each(entry, "idList/id"):
        yield from typed(xml.text(number, "idType"), xml.text(number, "idNumber"))
    for born in xml.each(entry, "dateOfBirthList/dateOfBirthItem"):
        yield from birth(xml.text(born, "dateOfBirth"))


def _addresses(entry: xml.Element) -> Iterator[str]:
    parts = ("address1", "address2", "address3", "city", "postalCode", "country")
    for address in xml.each(entry, "addressList/address"):
        told = ", ".join(filter(None, (xml.text(address, part) for part in parts)))
        if told:
            yield f"Address: {told}"
