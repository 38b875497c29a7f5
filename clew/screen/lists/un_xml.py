"""The United Nations Security Council consolidated list, as XML.

In: one file, root CONSOLIDATED_LIST. Out: listings, original scripts as aliases. Source: UN, sc-sanctions.xsd.
"""

from collections.abc import Iterator, Sequence

from clew.model.records import Listing
from clew.screen.lists import ListFile, ListReading
from clew.screen.lists import _xml as xml
from clew.screen.lists._numbers import birth, typed

LIST_FORMAT = "un_xml"
VERSION = "2"

AUTHORITY = "United Nations Security Council"
_NAMES = ("FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME")
_REMARKS = ("COMMENTS1", "DESIGNATION/VALUE", "NATIONALITY/VALUE", "INDIVIDUAL_ADDRESS", "ENTITY_ADDRESS")


def recognise(files: Sequence[ListFile]) -> float:
    """Say how surely the files are of this format: one file, with its root."""
    return float(len(files) == 1 and xml.first_tag(files[0].data) == "CONSOLIDATED_LIST")


def dated(files: Sequence[ListFile]) -> str:
    """Return the day the list was generated."""
    return xml.attribute_in_head(files[0].data, "dateGenerated")[:10]


def read(files: Sequence[ListFile], *, snapshot: str) -> ListReading:
    """Return the listings.

    Raises:
        BadList: the file is no well-formed XML.
    """
    root = xml.parse(files[0].name, files[0].data)
    missed: list[str] = []
    parties = [*xml.each(root, "INDIVIDUALS/INDIVIDUAL"), *xml.each(root, "ENTITIES/ENTITY")]
    listings = tuple(listing for party in parties for listing in _listings(party, snapshot, missed))
    return ListReading("un", AUTHORITY, listings, tuple(missed))


def _listings(party: xml.Element, snapshot: str, missed: list[str]) -> Iterator[Listing]:
    entry = xml.text(party, "REFERENCE_NUMBER") or xml.text(party, "DATAID")
    person = party.tag == "INDIVIDUAL"
    names = list(_names(party, "INDIVIDUAL_ALIAS" if person else "ENTITY_ALIAS"))
    if not names:
        missed.append(f"entry {entry or 'without number'}: has no name")
    identifiers = tuple(dict.fromkeys(_identifiers(party)))
    remarks = "; ".join(text for path in _REMARKS for text in xml.texts(party, path))
    for name, name_kind in names:
        yield Listing(
            list="un",
            snapshot=snapshot,
            entry=entry,
            name=name,
            name_kind=name_kind,
            kind="person" if person else "organization",
            programme=xml.text(party, "UN_LIST_TYPE"),
            listed_on=xml.text(party, "LISTED_ON")[:10] or None,
            delisted_on=None,
            identifiers=identifiers,
            remarks=remarks,
            measure="blocking",
        )


def _names(party: xml.Element, alias_tag: str) -> Iterator[tuple[str, str]]:
    seen: set[str] = set()
    primary = xml.words(*(xml.text(party, tag) for tag in _NAMES))
    found = [(primary, "primary"), (xml.text(party, "NAME_ORIGINAL_SCRIPT"), "alias")]
    for alias in xml.each(party, alias_tag):
        # "Low" is the list's own word for an alias that may lead astray.
        weak = xml.text(alias, "QUALITY").casefold() == "low"
        found.append((xml.text(alias, "ALIAS_NAME"), "weak alias" if weak else "alias"))
    for name, kind in found:
        if name and name not in seen and name.casefold() != "na":
            yield name, kind
            seen.add(name)


def _identifiers(party: xml.Element) -> Iterator[tuple[str, str]]:
    for document in xml.each(party, "INDIVIDUAL_DOCUMENT"):
        label = f"{xml.text(document, 'TYPE_OF_DOCUMENT')} {xml.text(document, 'TYPE_OF_DOCUMENT2')}"
        yield from typed(label, xml.text(document, "NUMBER"))
    days = [xml.text(date, "DATE") for date in xml.each(party, "INDIVIDUAL_DATE_OF_BIRTH")]
    for day in days:
        yield from birth(day)
    for path, type_ in (("GENDER", "gender"), ("NATIONALITY/VALUE", "country")):
        yield from ((type_, value) for value in xml.texts(party, path))
