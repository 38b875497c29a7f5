"""Ownership as data: BODS 0.4 statements and FollowTheMoney entities, both JSON; who owns or controls whom, since when.

In: the text of a JSON file, each record whole on one page. Out: claims whose quote is the record itself. Sources: Open Ownership,
Beneficial Ownership Data Standard 0.4; followthemoney.tech, model 4 (Ownership, Directorship, Company, Person).
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from clew.extract.document import Document, Extraction
from clew.extract.mapping import Mapping as TableMapping
from clew.model.claim import Claim, Mention, Quote
from clew.model.errors import BadTime
from clew.model.records import Gap
from clew.model.source import Span
from clew.model.time import Moment

RECORD_TYPE = "register_extract"
VERSION = 1
_METHOD = f"ownership_data@{VERSION}"
_JSON = "application/json"
_BODS = re.compile(r'"(?:recordDetails|recordType)"')
_FTM = re.compile(r'"schema"\s*:\s*"(?:Ownership|Directorship|Company|Organization|LegalEntity|Person)"')
_STAKES = ("shareholding", "unpublishedInterest", "unknownInterest")
# A scheme of org-id.guide ends in its register; these name one party and no other.
_SCHEMES = (
    (re.compile(r"\bLEI\b"), "lei"),
    (re.compile(r"^RU-INN$"), "inn"),
    (re.compile(r"^RU-OGRN"), "ogrn"),
    (re.compile(r"^CN-(?:USCC|SAIC)"), "uscc"),
    (re.compile(r"passport", re.IGNORECASE), "passport"),
)
_FTM_NUMBERS = {
    "innCode": "inn",
    "ogrnCode": "ogrn",
    "leiCode": "lei",
    "uscCode": "uscc",
    "registrationNumber": "registration",
}
_FTM_RELATIONS = {"Ownership": ("owner", "asset", "owns"), "Directorship": ("director", "organization", "director_of")}


@dataclass(frozen=True, slots=True)
class _Record:
    """A JSON object and where it stands."""

    page: int
    start: int
    stop: int
    value: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class _Party:
    """A party that a record describes: its mention, and the words of its name."""

    mention: Mention
    name: Quote  # role "subject" or "object" is set when it is used


def recognise(document: Document) -> float:
    """Say how surely this is ownership data: JSON whose records have the fields of one of the two standards."""
    if document.media_type != _JSON or not document.pages:
        return 0.0
    head = document.pages[0].text[:20_000]
    return 0.9 if (_BODS.search(head) and '"statementId"' in head) or _FTM.search(head) else 0.0


def extract(document: Document, mapping: TableMapping) -> Extraction:  # noqa: ARG001 -- the shelf's signature
    """Return what the records state; a relation whose parties are not described is a gap."""
    records = list(_records(document))
    parties = dict(_parties(document, records))
    claims: list[Claim] = []
    gaps: list[Gap] = []
    for record in records:
        made, why = _relation(document, record, parties, _closed(records))
        claims += made
        if why:
            gaps.append(Gap(document.source, record.page, "unplaced_record", why))
    mentions = tuple(party.mention for party in parties.values())
    return Extraction(tuple(claims), mentions, tuple(gaps), RECORD_TYPE)


def _records(document: Document) -> Iterator[_Record]:
    decoder = json.JSONDecoder()
    for page in document.pages:
        at = page.text.find("{")
        while at >= 0:
            try:
                value, stop = decoder.raw_decode(page.text, at)
            except (ValueError, RecursionError):
                value, stop = None, at + 1  # a page may begin inside a record that is longer than a page
            if isinstance(value, dict) and ("recordType" in value or "schema" in value):
                yield _Record(page.number, at, stop, value)
            elif isinstance(value, dict):
                stop = at + 1  # a record may stand inside another object
            at = page.text.find("{", stop)


def _parties(document: Document, records: list[_Record]) -> Iterator[tuple[str, _Party]]:
    for record in records:
        id_, name, kind, identifiers = _described(record.value)
        place = _find(document, record, name)
        if id_ and place:
            quote = document.quote("subject", record.page, *place)
            span = Span(document.source, record.page, *place)
            yield id_, _Party(Mention(span, name, kind, identifiers, _METHOD), quote)


def _described(value: Mapping[str, Any]) -> tuple[str, str, str, tuple[tuple[str, str], ...]]:
    """Return the id, name, kind and identifiers of the party a record describes; empty where it describes none."""
    nothing = ("", "", "unknown", ())
    if str(value.get("schema")) in ("Company", "Organization", "LegalEntity", "Person"):
        properties = value.get("properties")
        properties = properties if isinstance(properties, dict) else {}
        kind = {"Person": "person", "LegalEntity": "unknown"}.get(value["schema"], "organization")
        numbers = [(type_, text) for name, type_ in _FTM_NUMBERS.items() for text in _texts(properties.get(name))]
        return (
            str(value.get("id", "")),
            next(iter(_texts(properties.get("name"))), ""),
            kind,
            (*numbers, *_born(next(iter(_texts(properties.get("birthDate"))), ""))),
        )
    details = value.get("recordDetails")
    if str(value.get("recordType")) not in ("entity", "person") or not isinstance(details, dict):
        return nothing
    person = value["recordType"] == "person"
    names = _objects(details.get("names")) if person else [{"fullName": details.get("name")}]
    name = next(
        (one["fullName"] for one in names if isinstance(one, dict) and isinstance(one.get("fullName"), str)), ""
    )
    identifiers = [pair for one in _objects(details.get("identifiers")) for pair in _number(one)]
    return (
        str(value.get("recordId", "")),
        name,
        "person" if person else "organization",
        (*identifiers, *_born(details.get("birthDate"))),
    )


def _number(identifier: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    scheme, number = str(identifier.get("scheme") or identifier.get("schemeName") or ""), identifier.get("id")
    if isinstance(number, str) and number.strip() and scheme:
        type_ = next((type_ for pattern, type_ in _SCHEMES if pattern.search(scheme)), "registration")
        yield type_, number.strip() if type_ != "registration" else f"{scheme} {number.strip()}"


def _born(day: Any) -> tuple[tuple[str, str], ...]:
    return (("birth_date", day),) if isinstance(day, str) and re.fullmatch(r"\d{4}-\d{2}-\d{2}", day) else ()


def _objects(value: Any) -> list[dict[str, Any]]:
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def _texts(value: Any) -> list[str]:
    return [text for text in value if isinstance(text, str) and text.strip()] if isinstance(value, list) else []


def _find(document: Document, record: _Record, text: str) -> tuple[int, int] | None:
    """Return where a value stands in its record, as written or with JSON's escapes."""
    if not text:
        return None
    page = document.page(record.page).text
    for written in (json.dumps(text, ensure_ascii=False)[1:-1], json.dumps(text)[1:-1]):
        at = page.find(f'"{written}"', record.start, record.stop)
        if at >= 0:
            return at + 1, at + 1 + len(written)
    return None


def _closed(records: list[_Record]) -> dict[str, str]:
    """Return the day each BODS record was closed."""
    ended = [one.value for one in records if one.value.get("recordStatus") == "closed"]
    return {str(one.get("recordId")): str(one.get("statementDate", "")) for one in ended}


def _relation(
    document: Document, record: _Record, parties: Mapping[str, _Party], closed: Mapping[str, str]
) -> tuple[list[Claim], str]:
    value = record.value
    if str(value.get("schema")) in _FTM_RELATIONS:
        return _ftm_relation(document, record, parties)
    details = value.get("recordDetails")
    if value.get("recordType") != "relationship" or not isinstance(details, dict):
        return [], ""
    owner, owned = (
        parties.get(id_) if isinstance(id_ := details.get(name), str) else None
        for name in ("interestedParty", "subject")
    )
    if not owner or not owned:
        return [], f"statement {value.get('statementId', '')}: a party is not described in this file, or not named"
    until = closed.get(str(value.get("recordId")), "")
    interests = _objects(details.get("interests"))
    claims = []
    for interest in interests:
        kind = str(interest.get("type", "unknownInterest"))
        share = _share(interest.get("share"))
        # An indirect share is the sum over chains whose links stand in records of their own: counted again it would count twice.
        owns = kind in _STAKES and share and interest.get("directOrIndirect") != "indirect"
        qualifiers = (
            {"share": share}
            if owns
            else {"means": " ".join(filter(None, [str(interest.get("directOrIndirect") or ""), kind, share]))}
        )
        since = str(interest.get("startDate") or value.get("statementDate") or "")
        window = (_moment(since), _moment(str(interest.get("endDate") or until)))
        claims.append(_claim(document, record, owner, "owns" if owns else "controls", owned, qualifiers, window))
    return claims, "" if claims else f"statement {value.get('statementId', '')}: states no interest"


def _ftm_relation(document: Document, record: _Record, parties: Mapping[str, _Party]) -> tuple[list[Claim], str]:
    first, second, predicate = _FTM_RELATIONS[record.value["schema"]]
    properties = record.value.get("properties")
    properties = properties if isinstance(properties, dict) else {}
    owner, owned = (parties.get(next(iter(_texts(properties.get(name))), "")) for name in (first, second))
    if not owner or not owned:
        return [], f"entity {record.value.get('id', '')}: a party is not described in this file, or not named"
    share = next(iter(_texts(properties.get("percentage"))), "").strip(" %").replace(",", ".")
    qualifiers = {"share": share} if predicate == "owns" and re.fullmatch(r"\d{1,3}(?:\.\d+)?", share) else {}
    window = (
        _moment(next(iter(_texts(properties.get("startDate"))), "")),
        _moment(next(iter(_texts(properties.get("endDate"))), "")),
    )
    return [_claim(document, record, owner, predicate, owned, qualifiers, window)], ""


def _share(value: Any) -> str:
    """Return a share of BODS in per cent: 75, or 25-50 where only bounds are given; an open upper bound is the whole."""
    if not isinstance(value, dict):
        return ""
    numbers = {
        name: value[name]
        for name in value
        if isinstance(value[name], int | float) and not isinstance(value[name], bool)
    }
    if "exact" in numbers:
        return f"{numbers['exact']:g}"
    low = numbers.get("minimum", numbers.get("exclusiveMinimum"))
    high = numbers.get("maximum", numbers.get("exclusiveMaximum"))
    if low is None and high is None:
        return ""
    return f"{low or 0:g}-{100 if high is None else high:g}"


def _moment(text: str) -> Moment | None:
    try:
        return Moment.read(text[:10]) if text else None
    except BadTime:
        return None


def _claim(  # noqa: PLR0917 -- the statement in the order it is read
    document: Document,
    record: _Record,
    owner: _Party,
    predicate: str,
    owned: _Party,
    qualifiers: Mapping[str, str],
    window: tuple[Moment | None, Moment | None],
) -> Claim:
    whole = document.quote("quote", record.page, record.start, record.stop)
    return Claim(
        subject=owner.mention.text,
        predicate=predicate,
        object=owned.mention.text,
        quotes=(whole, owner.name, Quote("object", owned.name.span, owned.name.text)),
        qualifiers=tuple(qualifiers.items()),
        modality="held",
        valid_from=window[0],
        valid_to=window[1],
        record_type=RECORD_TYPE,
        method=_METHOD,
        subject_mention=owner.mention.id,
        object_mention=owned.mention.id,
    )
