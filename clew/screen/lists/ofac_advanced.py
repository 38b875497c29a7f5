"""OFAC's SDN and consolidated lists as advanced XML (SDN_ADVANCED.XML): names in their own scripts, dated listings.

In: one file, root Sanctions. Out: listings. Source: OFAC, Advanced Sanctions Data Model (2015): a DistinctParty has a Profile,
whose Identity has Aliases; IDRegDocuments point to the Identity, SanctionsEntries to the Profile.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from clew.model.records import Listing
from clew.screen.lists import ListFile, ListReading
from clew.screen.lists import _xml as xml
from clew.screen.lists._numbers import birth, typed
from clew.screen.lists._ofac_programmes import AUTHORITY, KINDS, list_name, measure_of

LIST_FORMAT = "ofac_advanced"
VERSION = "1"

_BORN = "Birthdate"
_DATE_OF_ISSUE = re.compile(
    rb"<DateOfIssue\b.*?<Year>(\d+)</Year>\s*<Month>(\d+)</Month>\s*<Day>(\d+)</Day>", re.DOTALL
)
_REMARKED = ("Website", "Email Address", "Nationality Country", "Citizenship Country", "Place of Birth", "Title")


@dataclass(slots=True)
class _Values:
    """What the file's reference tables, documents and entries say, by id."""

    subtypes: dict[str, str] = field(default_factory=dict)
    features: dict[str, str] = field(default_factory=dict)
    document_types: dict[str, str] = field(default_factory=dict)
    numbers: dict[str, list[tuple[str, str]]] = field(default_factory=lambda: defaultdict(list))  # by identity
    entries: dict[str, list[tuple[list[str], str | None]]] = field(
        default_factory=lambda: defaultdict(list)
    )  # by profile


def recognise(files: Sequence[ListFile]) -> float:
    """Say how surely the files are of this format: one file, with its root and its reference tables."""
    return float(
        len(files) == 1
        and xml.first_tag(files[0].data) == "Sanctions"
        and b"ReferenceValueSets" in files[0].data[:9_000]
    )


def dated(files: Sequence[ListFile]) -> str:
    """Return the day the list was issued."""
    match = _DATE_OF_ISSUE.search(files[0].data[:9_000])
    return f"{int(match[1]):04}-{int(match[2]):02}-{int(match[3]):02}" if match else ""


def read(files: Sequence[ListFile], *, snapshot: str) -> ListReading:
    """Return the listings.

    Raises:
        BadList: the file is no well-formed XML.
    """
    root = xml.parse(files[0].name, files[0].data)
    values = _values(root)
    missed: list[str] = []
    name = list_name([programmes for entries in values.entries.values() for programmes, _ in entries])
    parties = xml.each(root, "DistinctParties/DistinctParty")
    listings = tuple(listing for party in parties for listing in _listings(party, values, name, snapshot, missed))
    return ListReading(name, AUTHORITY, listings, tuple(missed))


def _values(root: xml.Element) -> _Values:
    sets = "ReferenceValueSets"
    values = _Values(
        {one.get("ID", ""): xml.text(one) for one in xml.each(root, f"{sets}/PartySubTypeValues/PartySubType")},
        {one.get("ID", ""): xml.text(one) for one in xml.each(root, f"{sets}/FeatureTypeValues/FeatureType")},
        {one.get("ID", ""): xml.text(one) for one in xml.each(root, f"{sets}/IDRegDocTypeValues/IDRegDocType")},
    )
    for document in xml.each(root, "IDRegDocuments/IDRegDocument"):
        label = values.document_types.get(document.get("IDRegDocTypeID", ""), "")
        number = xml.text(document, "IDRegistrationNo")
        values.numbers[document.get("IdentityID", "")] += typed(label, number)
    for entry in xml.each(root, "SanctionsEntries/SanctionsEntry"):
        programmes = [text for text in xml.texts(entry, "SanctionsMeasure/Comment") if text]
        days = sorted(filter(None, (_day(event.find("Date")) for event in xml.each(entry, "EntryEvent"))))
        values.entries[entry.get("ProfileID", "")].append((programmes, days[0] if days else None))
    return values


def _day(element: xml.Element | None) -> str | None:
    parts = [xml.text(element, part) for part in ("Year", "Month", "Day")] if element is not None else []
    if not parts or not all(part.isdecimal() for part in parts):
        return None
    return f"{int(parts[0]):04}-{int(parts[1]):02}-{int(parts[2]):02}"


def _listings(party: xml.Element, values: _Values, list_: str, snapshot: str, missed: list[str]) -> Iterator[Listing]:
    entry = party.get("FixedRef", "")
    for profile in xml.each(party, "Profile"):
        names = list(_names(profile))
        if not names:
            missed.append(f"entry {entry or 'without number'}: has no name")
        entries = values.entries.get(profile.get("ID", ""), [])
        programmes = list(dict.fromkeys(programme for one, _ in entries for programme in one))
        days = [day for _, day in entries if day]
        for name, name_kind in names:
            yield Listing(
                list=list_,
                snapshot=snapshot,
                entry=entry,
                name=name,
                name_kind=name_kind,
                kind=KINDS.get(
                    values.subtypes.get(profile.get("PartySubTypeID", ""), "").casefold(), _kind(profile, values)
                ),
                programme="; ".join(programmes),
                # An entry under several programmes may have been listed under one of them first.
                listed_on=min(days, default=None),
                delisted_on=None,
                identifiers=tuple(dict.fromkeys(_identifiers(profile, values))),
                remarks=_remarks(profile, values),
                measure=measure_of(programmes),
            )


def _kind(profile: xml.Element, values: _Values) -> str:
    """Return person for whoever was born; the sub-type of a person and of an organisation is "Unknown" in this form."""
    born = any(values.features.get(one.get("FeatureTypeID", "")) == _BORN for one in xml.each(profile, "Feature"))
    return "person" if born or profile.get("PartySubTypeID") == "4" else "organization"


def _names(profile: xml.Element) -> Iterator[tuple[str, str]]:
    seen: set[str] = set()
    aliases = [alias for identity in xml.each(profile, "Identity") for alias in xml.each(identity, "Alias")]
    for alias in sorted(aliases, key=lambda one: one.get("Primary") != "true"):
        weak = alias.get("LowQuality") == "true"
        for documented in xml.each(alias, "DocumentedName"):
            parts = [xml.text(part) for part in xml.each(documented, "DocumentedNamePart/NamePartValue")]
            name = xml.words(*parts)
            if name and name not in seen:
                yield name, "weak alias" if weak else "alias" if seen else "primary"
                seen.add(name)


def _identifiers(profile: xml.Element, values: _Values) -> Iterator[tuple[str, str]]:
    for identity in xml.each(profile, "Identity"):
        yield from values.numbers.get(identity.get("ID", ""), ())
    for feature in xml.each(profile, "Feature"):
        label = values.features.get(feature.get("FeatureTypeID", ""), "")
        for version in xml.each(feature, "FeatureVersion"):
            if label == _BORN:
                start, end = _bounds(version)
                yield from birth(start) if start == end else ()
            else:
                yield from typed(label, xml.text(version, "VersionDetail"))


def _bounds(version: xml.Element) -> tuple[str, str]:
    return (
        _day(version.find("DatePeriod/Start/From")) or "",
        _day(version.find("DatePeriod/End/To")) or "",
    )


def _remarks(profile: xml.Element, values: _Values) -> str:
    told = []
    for feature in xml.each(profile, "Feature"):
        label = values.features.get(feature.get("FeatureTypeID", ""), "")
        told += [f"{label} {text}" for text in xml.texts(feature, "FeatureVersion/VersionDetail") if label in _REMARKED]
    return "; ".join(told)
