"""The Swiss list of sanctions (SECO) as XML.

In: one file, root swiss-sanctions-list. Out: listings; spelling variants in other scripts are aliases, de-listed targets keep
the day they went. Source: SECO, swiss-sanctions-list.xsd.
"""

from collections.abc import Iterator, Mapping, Sequence

from clew.model.records import Listing
from clew.screen.lists import ListFile, ListReading
from clew.screen.lists import _xml as xml
from clew.screen.lists._numbers import birth, typed

LIST_FORMAT = "seco_xml"
VERSION = "1"

AUTHORITY = "Switzerland, State Secretariat for Economic Affairs"
_KINDS = {"individual": "person", "entity": "organization", "object": "unknown"}
_STARTS = ("listed", "amended")


def recognise(files: Sequence[ListFile]) -> float:
    """Say how surely the files are of this format: one file, with its root."""
    return float(len(files) == 1 and xml.first_tag(files[0].data) == "swiss-sanctions-list")


def dated(files: Sequence[ListFile]) -> str:
    """Return the day of the list."""
    return xml.attribute_in_head(files[0].data, "date")[:10]


def read(files: Sequence[ListFile], *, snapshot: str) -> ListReading:
    """Return the listings.

    Raises:
        BadList: the file is no well-formed XML.
    """
    root = xml.parse(files[0].name, files[0].data)
    programmes = dict(_programmes(root))
    missed: list[str] = []
    targets = xml.each(root, "target")
    listings = tuple(one for target in targets for one in _listings(target, programmes, snapshot, missed))
    return ListReading("seco", AUTHORITY, listings, tuple(missed))


def _programmes(root: xml.Element) -> Iterator[tuple[str, str]]:
    for programme in xml.each(root, "sanctions-program"):
        key = next((xml.text(one) for one in xml.each(programme, "program-key") if one.get("lang") == "eng"), "")
        key = key or xml.text(programme, "program-key")
        for set_ in xml.each(programme, "sanctions-set"):
            yield set_.get("ssid", ""), key


def _listings(
    target: xml.Element, programmes: Mapping[str, str], snapshot: str, missed: list[str]
) -> Iterator[Listing]:
    body = next((target.find(tag) for tag in _KINDS if target.find(tag) is not None), None)
    entry = target.get("ssid", "")
    names = list(_names(body)) if body is not None else []
    if body is None or not names:
        missed.append(f"entry {entry or 'without number'}: has no name")
        return
    sets = [target.get("sanctions-set-id", ""), *xml.texts(target, "sanctions-set-id")]
    told = dict.fromkeys(programmes.get(set_, "") for set_ in sets)
    identifiers = tuple(dict.fromkeys(_identifiers(body)))
    for name, name_kind in names:
        yield Listing(
            list="seco",
            snapshot=snapshot,
            entry=entry,
            name=name,
            name_kind=name_kind,
            kind=_KINDS[str(body.tag)],
            programme="; ".join(filter(None, told)),
            listed_on=next(iter(_days(target, _STARTS)), None),
            delisted_on=next(reversed(_days(target, ("de-listed",))), None),
            identifiers=identifiers,
            remarks="; ".join([*xml.texts(body, "justification"), *xml.texts(body, "other-information")]),
            measure="blocking",
        )


def _days(target: xml.Element, kinds: Sequence[str]) -> list[str]:
    found = [one for one in xml.each(target, "modification") if one.get("modification-type") in kinds]
    days = (one.get("effective-date") or one.get("publication-date") or "" for one in found)
    return sorted(filter(None, (day[:10] for day in days)))


def _names(body: xml.Element) -> Iterator[tuple[str, str]]:
    seen: set[str] = set()
    identities = sorted(xml.each(body, "identity"), key=lambda one: one.get("main") != "true")
    for identity in identities:
        for name in xml.each(identity, "name"):
            weak = name.get("quality") == "low"
            main = name.get("name-type") in ("primary-name", None)
            parts = sorted(xml.each(name, "name-part"), key=lambda part: int(part.get("order") or 0))
            versions = [xml.words(*(xml.text(part, "value") for part in parts)), *_variants(parts)]
            for text in versions:
                if text and text not in seen:
                    yield text, "weak alias" if weak else "primary" if main and not seen else "alias"
                    seen.add(text)


def _variants(parts: Sequence[xml.Element]) -> Iterator[str]:
    """Yield the name in each further script, where every part of it is given in that script."""
    keys = dict.fromkeys(
        (variant.get("script"), variant.get("order"))
        for part in parts
        for variant in xml.each(part, "spelling-variant")
    )
    for script, order in keys:
        found = [
            next(
                (
                    xml.text(one)
                    for one in xml.each(part, "spelling-variant")
                    if (one.get("script"), one.get("order")) == (script, order)
                ),
                "",
            )
            for part in parts
        ]
        if all(found):
            yield xml.words(*found)


def _identifiers(body: xml.Element) -> Iterator[tuple[str, str]]:
    for identity in xml.each(body, "identity"):
        for document in xml.each(identity, "identification-document"):
            yield from typed(document.get("document-type", ""), xml.text(document, "number"))
        for born in xml.each(identity, "day-month-year"):
            parts = [born.get(part) or "" for part in ("year", "month", "day")]
            if all(part.isdecimal() for part in parts):
                yield from birth("-".join(part.zfill(2) for part in parts))
