"""The European Union's consolidated list of financial sanctions, as XML (schema 1.1).

In: one file, root export. Out: listings. Source: European Commission, Financial Sanctions Database, xmlFullSanctionsList 1.1.
"""

from collections.abc import Iterator, Sequence

from clew.model.records import Listing
from clew.screen.lists import ListFile, ListReading
from clew.screen.lists import _xml as xml
from clew.screen.lists._numbers import birth, typed

LIST_FORMAT = "eu_xml"
VERSION = "2"

AUTHORITY = "European Union"
_KINDS = {"person": "person", "enterprise": "organization"}


def recognise(files: Sequence[ListFile]) -> float:
    """Say how surely the files are of this format: one file, with its root and its first element."""
    return float(
        len(files) == 1 and xml.first_tag(files[0].data) == "export" and b"sanctionEntity" in files[0].data[:50_000]
    )


def dated(files: Sequence[ListFile]) -> str:
    """Return the day the list was generated."""
    return xml.attribute_in_head(files[0].data, "generationDate")[:10]


def read(files: Sequence[ListFile], *, snapshot: str) -> ListReading:
    """Return the listings.

    Raises:
        BadList: the file is no well-formed XML.
    """
    root = xml.parse(files[0].name, files[0].data)
    missed: list[str] = []
    listings = tuple(one for party in xml.each(root, "sanctionEntity") for one in _listings(party, snapshot, missed))
    return ListReading("eu", AUTHORITY, listings, tuple(missed))


def _listings(party: xml.Element, snapshot: str, missed: list[str]) -> Iterator[Listing]:
    entry = party.get("euReferenceNumber") or party.get("logicalId") or ""
    kind = party.find("subjectType")
    names = list(_names(party))
    if not names:
        missed.append(f"entry {entry or 'without number'}: has no name")
    regulations = list(xml.each(party, "regulation"))
    listed = party.get("designationDate") or min(
        filter(None, (one.get("entryIntoForceDate") for one in regulations)), default=""
    )
    programmes = dict.fromkeys(filter(None, (one.get("programme") for one in regulations)))
    for name, name_kind in names:
        yield Listing(
            list="eu",
            snapshot=snapshot,
            entry=entry,
            name=name,
            name_kind=name_kind,
            kind=_KINDS.get(kind.get("code", "") if kind is not None else "", "unknown"),
            programme="; ".join(programmes),
            listed_on=listed[:10] or None,
            delisted_on=None,
            identifiers=tuple(dict.fromkeys(_identifiers(party))),
            remarks=_remarks(party),
            measure="blocking",
        )


def _names(party: xml.Element) -> Iterator[tuple[str, str]]:
    seen: set[str] = set()
    for alias in xml.each(party, "nameAlias"):
        parts = (alias.get(part) for part in ("firstName", "middleName", "lastName"))
        name = xml.words(alias.get("wholeName")) or xml.words(*parts)
        if name and name not in seen:
            weak = alias.get("strong") == "false"
            yield name, "weak alias" if weak else "alias" if seen else "primary"
            seen.add(name)


def _identifiers(party: xml.Element) -> Iterator[tuple[str, str]]:
    for number in xml.each(party, "identification"):
        label = f"{number.get('identificationTypeCode', '')} {number.get('identificationTypeDescription', '')}"
        if number.get("knownFalse") != "true":
            yield from typed(label, number.get("latinNumber") or number.get("number") or "")
    for born in xml.each(party, "birthdate"):
        if born.get("circa") != "true":
            yield from birth(born.get("birthdate") or "")
    for alias in xml.each(party, "nameAlias"):
        if gender := {"M": "male", "F": "female"}.get(alias.get("gender") or ""):
            yield "gender", gender
    for one in xml.each(party, "citizenship"):
        if country := one.get("countryDescription"):
            yield "country", country


def _remarks(party: xml.Element) -> str:
    place = ("street", "city", "zipCode", "countryDescription")
    parts = [
        *(xml.text(one) for one in xml.each(party, "remark")),
        *(xml.words(*(one.get(part) for part in place)) for one in xml.each(party, "address")),
        *(one.get("function", "") for one in xml.each(party, "nameAlias")),
        *(one.get("countryDescription", "") for one in xml.each(party, "citizenship")),
    ]
    return "; ".join(dict.fromkeys(filter(None, parts)))
