"""FollowTheMoney entities, however they come: entities with their places in; listings out.

Sanctions and passports may be entities of their own or stand inside their party. Source: followthemoney.tech, model 4.
"""

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from clew.model.records import Listing
from clew.screen.lists import ListReading

_UNNAMED = "followthemoney"
_KINDS = {
    "Person": "person",
    "Organization": "organization",
    "Company": "organization",
    "PublicBody": "organization",
    "LegalEntity": "unknown",
    "Vessel": "unknown",
    "Airplane": "unknown",
}
# Linked to a listed party is not listed, so sanction.linked is not here; neither are political roles.
_TOPICS = ("sanction", "sanction.counter", "debarment", "export.control")
_NAMES = (("name", "alias"), ("alias", "alias"), ("previousName", "alias"), ("weakAlias", "weak alias"))
_IDENTIFIERS = {
    "passportNumber": "passport",
    "innCode": "inn",
    "ogrnCode": "ogrn",
    "okpoCode": "okpo",
    "uscCode": "uscc",
    "leiCode": "lei",
    "imoNumber": "imo",
    "registrationNumber": "registration",
}
_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_REMARKS = ("birthDate", "birthPlace", "nationality", "citizenship", "country", "address", "position", "notes")

_Properties = Mapping[str, Sequence[Any]]


@dataclass(slots=True)
class _Found:
    parties: dict[str, dict[str, Any]] = field(default_factory=dict)
    sanctions: dict[str, dict[str, dict[str, Any]]] = field(default_factory=lambda: defaultdict(dict))
    passports: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    datasets: Counter[str] = field(default_factory=Counter)
    missed: list[str] = field(default_factory=list)


def listings_of(lines: Iterable[tuple[str, bytes]], snapshot: str) -> ListReading:
    """Return the listings of a data set, its entities given with their places; parties that it does not designate are counted in `missed`."""
    found = _Found()
    for where, line in lines:
        _take(line, where, found)
    name = _name(found.datasets)
    authorities = Counter(
        authority
        for sanctions in found.sanctions.values()
        for sanction in sanctions.values()
        for authority in _texts(sanction["properties"], "authority")
    )
    listings = tuple(_all_listings(found, name, snapshot))
    return ListReading(name, next(iter(authorities)) if len(authorities) == 1 else "", listings, tuple(found.missed))


def entity_of(line: bytes) -> dict[str, Any] | None:
    """Return the entity that a line holds, or None."""
    try:
        entity = json.loads(line)
    except (ValueError, RecursionError):
        return None
    if not isinstance(entity, dict) or not isinstance(entity.get("properties"), dict):
        return None
    if not isinstance(entity.get("id"), str) or not isinstance(entity.get("schema"), str):
        return None
    if not all(isinstance(values, list) for values in entity["properties"].values()):
        return None
    return entity


def _take(line: bytes, where: str, found: _Found) -> None:
    entity = entity_of(line)
    if entity is None:
        found.missed.append(f"{where}: expected an entity with id, schema and properties")
        return
    datasets = entity.get("datasets", ())
    found.datasets.update(dataset for dataset in datasets if isinstance(dataset, str))
    schema, properties = entity["schema"], entity["properties"]
    if schema == "Sanction":
        for party in _texts(properties, "entity"):
            found.sanctions[party][entity["id"]] = entity
    elif schema in ("Passport", "Identification"):
        for party in _texts(properties, "holder"):
            found.passports[party] += _texts(properties, "number") if schema == "Passport" else []
    elif schema in _KINDS:
        found.parties[entity["id"]] = entity
        _take_nested(entity, found)


def _take_nested(entity: Mapping[str, Any], found: _Found) -> None:
    for part in entity["properties"].get("sanctions", ()):
        if isinstance(part, dict) and isinstance(part.get("properties"), dict):
            found.sanctions[entity["id"]][str(part.get("id", ""))] = part
    for part in entity["properties"].get("passports", ()):
        if isinstance(part, dict) and isinstance(part.get("properties"), dict):
            found.passports[entity["id"]] += _texts(part["properties"], "number")


def _texts(properties: _Properties, name: str) -> list[str]:
    """Return the values of a property that are texts, or the ids of entities standing in their place."""
    values = properties.get(name, ())
    values = values if isinstance(values, list) else []
    texts = [value.get("id") if isinstance(value, dict) else value for value in values]
    return [text.strip() for text in texts if isinstance(text, str) and text.strip()]


def _name(datasets: Counter[str]) -> str:
    names = sorted(datasets)
    if len(names) > 3:
        # A collection of many: the one that most entities name, and how many more.
        first = min(names, key=lambda name: (-datasets[name], name))
        return f"{first} and {len(names) - 1} more"
    return "+".join(names) or _UNNAMED


def _all_listings(found: _Found, name: str, snapshot: str) -> Iterator[Listing]:
    others = 0
    for party in sorted(found.parties):
        entity = found.parties[party]
        sanctions = found.sanctions.get(party, {})
        topics = [topic for topic in _texts(entity["properties"], "topics") if topic in _TOPICS]
        if not sanctions and not topics:
            others += 1
            continue
        names = list(_names(entity["properties"]))
        if not names:
            found.missed.append(f"entity {party}: designated, but without a name")
        identifiers = _identifiers(entity["properties"], found.passports.get(party, ()))
        for entry, programme, listed_on, delisted_on in _designations(party, sanctions, topics):
            for text, name_kind in names:
                yield Listing(
                    list=name,
                    snapshot=snapshot,
                    entry=entry,
                    name=text,
                    name_kind=name_kind,
                    kind=_KINDS[entity["schema"]],
                    programme=programme,
                    listed_on=listed_on,
                    delisted_on=delisted_on,
                    identifiers=identifiers,
                    remarks=_remarks(entity["properties"]),
                    measure=_measure(topics),
                )
    if others:
        found.missed.append(f"{others} parties that the data set names but does not designate were left out")
    orphans = sorted(found.sanctions.keys() - found.parties.keys())
    found.missed += [
        f"entity {party}: designated, but not among the entities that can be screened" for party in orphans
    ]


def _measure(topics: Sequence[str]) -> str:
    """Return what the topics say; a data set of blocking lists and others does not say more exactly."""
    if "sanction" in topics:
        return "blocking"
    return "licence requirement" if "export.control" in topics else "debarment" if "debarment" in topics else "unknown"


def _designations(
    party: str, sanctions: Mapping[str, Mapping[str, Any]], topics: Iterable[str]
) -> Iterator[tuple[str, str, str | None, str | None]]:
    """Yield entry, programme and dates of each designation; several of one party are entries of their own."""
    distinct: dict[tuple[str, str | None, str | None], str] = {}
    for id_ in sorted(sanctions):
        properties = sanctions[id_]["properties"]
        programmes = _texts(properties, "program") or _texts(properties, "programId") or _texts(properties, "authority")
        listed = _days(properties, "listingDate") or _days(properties, "startDate")
        ended = _days(properties, "endDate")
        key = ("; ".join(programmes), min(listed, default=None), max(ended, default=None))
        distinct.setdefault(key, id_)
    if not distinct:
        yield party, "; ".join(topics), None, None
    for (programme, listed_on, delisted_on), id_ in distinct.items():
        yield party if len(distinct) == 1 else f"{party}#{id_}", programme, listed_on, delisted_on


def _days(properties: _Properties, name: str) -> list[str]:
    return [text[:10] for text in _texts(properties, name) if _ISO_DAY.match(text)]


def _names(properties: _Properties) -> Iterator[tuple[str, str]]:
    seen: set[str] = set()
    for name, kind in _NAMES:
        for text in _texts(properties, name):
            if text not in seen:
                yield text, kind if seen else "primary" if name == "name" else kind
                seen.add(text)


def _identifiers(properties: _Properties, passports: Iterable[str]) -> tuple[tuple[str, str], ...]:
    pairs = [(type_, text) for name, type_ in _IDENTIFIERS.items() for text in _texts(properties, name)]
    pairs += [("passport", number) for number in passports]
    pairs += [("birth_date", text) for text in _texts(properties, "birthDate") if _ISO_DAY.fullmatch(text)]
    pairs += [("gender", text) for text in _texts(properties, "gender")]
    pairs += [("country", text) for name in ("nationality", "citizenship") for text in _texts(properties, name)]
    return tuple(dict.fromkeys(pairs))


def _remarks(properties: _Properties) -> str:
    parts = ((name, _texts(properties, name)) for name in _REMARKS)
    return "; ".join(f"{name} {', '.join(texts)}" for name, texts in parts if texts)
