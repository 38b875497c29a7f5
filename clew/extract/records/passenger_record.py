"""Passenger and travel rows (lists, manifests, itineraries): each person and leg becomes one `travels_to` claim."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from clew.extract.columns import PASSENGER
from clew.extract.document import Document, Extraction
from clew.extract.headers import MappedTable, Row, field_quotes, field_words, map_tables, row_quotes
from clew.extract.labels import Words, find_labelled, fold, labels_of, title_of
from clew.extract.manifest import lists_names, names_in, speaks_of_several, stops_in
from clew.extract.mapping import Mapping
from clew.extract.people import identity_of, person_mention, without_titles
from clew.extract.places import airport_code, city
from clew.extract.titles import SALUTATION, TITLES
from clew.model.claim import Claim, Mention, Quote
from clew.model.records import Gap
from clew.model.source import Cell, Span
from clew.model.written_times import Found, day_order, read_time

RECORD_TYPE = "passenger_record"
VERSION = 2
_METHOD = f"{RECORD_TYPE}@{VERSION}"
# What a status cell may say. Checked in is not boarded: the passenger may still not fly.
_STATUSES = {
    "no_show": r"no[ -]?show|\bns\b|не\s?яв\w*|не вылетел\w*|не полетел\w*|не летел\w*|not boarded|not flown|未登机|误机|未乘机|未成行|未出行",
    "cancelled": r"cancel\w*|\bxx\b|\bxl\b|\bhx\b|void\w*|refund\w*|отмен\w*|аннулир\w*|возврат\w*|возвращ\w*|сдан\w*|取消|退票|作废",
    "waitlisted": r"wait\s?list\w*|\bhl\b|\bwl\b|лист\w* ожидания|候补",
    "checked_in": r"checked[ -]?in|check-in|(?<!не )зарегистрирован\w*|已值机",
    "boarded": r"flown|boarded|travel+ed|\bused\b|lifted|departed|вылетел\w*|летел\w*|полет состоялся|(?<!не )использован\w*|посадк\w+ пройд\w*|посажен\w*"
    r"|на борту|перевез\w*|登机|已使用|已乘机|已成行|已飞|已出行",
    "booked": r"\bbooked|\bconfirmed|\bhk\b|\bok\b|\bopen\b|issued|ticketed|reserved|заброниров\w*|подтвержд\w*|выписан\w*|оформлен\w*|预订|已订|确认|出票|有效",
}  # fmt: skip
_Person = tuple[Words, tuple[tuple[str, str], ...]]  # a name and the identifiers printed with it
_NEGATED = frozenset({"no_show", "cancelled"})
_QUALIFIERS = ("carrier", "flight", "booking", "seat", "ticket")


@dataclass(frozen=True, slots=True)
class _Leg:
    """One person on one leg: where each word stands, and what the row says."""

    person: Words
    identifiers: tuple[tuple[str, str], ...]
    to: Words
    origin: Words | None
    row: Row
    day: Found | None
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class _Named:
    """How a table writes its passengers."""

    commas: bool  # a comma parts two of them
    several: bool  # its header speaks of more than one


def recognise(document: Document) -> float:
    """Return 0.75 for a table of persons, destinations and dates or flights, 0.95 with five fields or a title.

    A table of legs under a passenger's name, or labels for passenger, destination and two more, earn 0.75.
    A salutation halves it: a letter may carry a travel table.
    """
    if not document.pages:
        return 0.0
    title = title_of(document, TITLES) == RECORD_TYPE
    tables = [one for one in map_tables(document).tables if one.family in ("passenger", "legs") and one.rows]
    named = [one for one in tables if one.family == "passenger"]
    fields = max((len(one.fields) for one in named), default=0)
    score = 0.95 if fields >= 5 else 0.75 if named else 0.0
    if not named:
        labels = {one.field for one in find_labelled(document, PASSENGER) if not one.weak}
        if "person" in labels and (tables or ("to" in labels and len(labels) >= 4)):
            score = 0.75
    if score and title:
        score = 0.95
    return score / 2 if re.search(SALUTATION, document.pages[0].text) else score


def extract(document: Document, mapping: Mapping | None = None) -> Extraction:
    """Return a claim for each passenger row, with mentions of person and place; rows that lack one leave a gap."""
    tables = map_tables(document, mapping)
    people = _labelled_people(document)
    parts = [_read_rows(document, table, None) for table in tables.of("passenger", RECORD_TYPE)]
    parts += [_read_rows(document, table, people) for table in tables.of("legs", RECORD_TYPE) if people]
    if not any(part.claims for part in parts):
        parts.append(_read_labels(document))
    return Extraction.merged(parts, record_type=RECORD_TYPE, language="")


def _read_rows(document: Document, table: MappedTable, people: list[_Person] | None) -> Extraction:
    orders = {field: day_order("\n".join(row.text(field) for row in table.rows)) for field in ("date", "birth_date")}
    made: list[tuple[Claim, tuple[Mention, ...]]] = []
    gaps: list[Gap] = []
    unread: list[int] = []
    named = _Named(lists_names(table), speaks_of_several(table))
    for row in table.rows:
        legs = list(_legs(document, row, people, orders, named=named))
        made.extend(_claim(document, leg) for leg in legs)
        if not legs and len(row.fields) > 1:
            unread.append(row.cells[0].row + 1)
        if legs and row.text("date") and (not legs[0].day or not legs[0].day.moment):
            detail = f"table {table.table + 1}: {row.text('date')!r} is no one day"
            gaps.append(Gap(document.source, row.cells[0].page, "undated_row", detail))
    if unread:
        detail = f"table {table.table + 1}: no person or destination in rows {', '.join(map(str, unread[:20]))}"
        gaps.append(Gap(document.source, table.header[0].page, "incomplete_row", detail))
    return _extraction(made, gaps)


def _extraction(made: list[tuple[Claim, tuple[Mention, ...]]], gaps: list[Gap]) -> Extraction:
    mentions = {mention.id: mention for _, both in made for mention in both}
    return Extraction(tuple(claim for claim, _ in made), tuple(mentions.values()), tuple(gaps), RECORD_TYPE)


def _legs(
    document: Document,
    row: Row,
    people: list[_Person] | None,
    orders: dict[str, str | None],
    *,
    named: _Named,
) -> Iterator[_Leg]:
    if people is None:
        people = _people(document, row, orders, named)
    day = read_time(row.text("date"), order=orders["date"])
    for origin, to in _ends(document, row):
        for person, identifiers in people:
            yield _Leg(person, identifiers, to, origin, row, day, row_quotes(document, row))


def _people(document: Document, row: Row, orders: dict[str, str | None], named: _Named) -> list[_Person]:
    """Return the passengers of a row; what a row with several prints beside them is nobody's."""
    cell = row.fields.get("person")
    names = names_in(document, cell, commas=named.commas, several=named.several) if cell else []
    if len(names) > 1:
        return [(without_titles(name), ()) for name in names]
    name = field_words(document, row, "person")
    return [(without_titles(name), identity_of(row, order=orders["birth_date"]))] if name else []


def _ends(document: Document, row: Row) -> list[tuple[Words | None, Words]]:
    """Return from where and to where for each leg of a row; nothing where no destination is named."""
    origin, to = field_words(document, row, "from"), field_words(document, row, "to")
    if to is not None:
        return [(origin, to)]
    route = row.fields.get("route")
    stops = stops_in(document, route) if route else []
    return list(pairwise(stops))


def _claim(document: Document, leg: _Leg) -> tuple[Claim, tuple[Mention, ...]]:
    status = _status(leg.row.text("status"))
    person = person_mention(document, leg.person, leg.identifiers, _METHOD)
    place = _place(document, leg.to)
    moment = leg.day.moment if leg.day else None
    quotes = [*leg.quotes, _quote(document, "subject", leg.person), _quote(document, "object", leg.to)]
    if leg.origin:
        quotes.append(_quote(document, "from", leg.origin))
    quotes.extend(field_quotes(document, leg.row, (*_QUALIFIERS, "status", "date")))
    claim = Claim(
        subject=person.text,
        predicate="travels_to",
        object=place.text,
        quotes=tuple(quotes),
        qualifiers=tuple(_qualifiers(leg, status).items()),
        modality={"boarded": "boarded", "waitlisted": "unknown"}.get(status, "booked"),
        polarity="negated" if status in _NEGATED else "affirmed",
        valid_from=moment,
        record_type=RECORD_TYPE,
        method=_METHOD,
        subject_mention=person.id,
        object_mention=place.id,
    )
    return claim, (person, place)


def _qualifiers(leg: _Leg, status: str) -> dict[str, str]:
    found = {field: leg.row.text(field) for field in _QUALIFIERS if leg.row.text(field)}
    if status:
        found["status"] = status
    if leg.day and leg.day.moment:
        found["date"] = leg.day.moment.value
    if leg.origin:
        found["from"] = " ".join(leg.origin.text.split())
        found["from_code"], found["from_city"] = airport_code(leg.origin.text), city(leg.origin.text)
    found["to_code"], found["to_city"] = airport_code(leg.to.text), city(leg.to.text)
    return {name: value for name, value in found.items() if value}


def _status(text: str) -> str:
    """Return the first status the words fit, the words themselves where they fit none, and nothing for no words."""
    lowered = text.lower().replace("ё", "е")
    for status, form in _STATUSES.items():
        if re.search(form, lowered):
            return status
    return lowered


def _place(document: Document, words: Words) -> Mention:
    span = Span(document.source, words.page, words.start, words.stop)
    return Mention(span, " ".join(words.text.split()), "place", (), _METHOD)


def _quote(document: Document, role: str, words: Words) -> Quote:
    return document.quote(role, words.page, words.start, words.stop)


def _labelled_people(document: Document) -> list[_Person]:
    """Return the passengers named behind a label, with the document number where there is just one passenger."""
    found = [one for one in find_labelled(document, PASSENGER) if not one.weak]
    known = labels_of(PASSENGER)
    people = {one.value: None for one in found if one.field == "person" and fold(one.value.text) not in known}
    if len(people) != 1:
        return [(without_titles(person), ()) for person in people]
    cells = {one.field: _cell(one.value) for one in found if one.field in ("passport", "birth_date")}
    return [(without_titles(person), identity_of(Row(cells, ()))) for person in people]


def _read_labels(document: Document) -> Extraction:
    """A single itinerary typed as labels: one passenger, one leg."""
    found = {one.field: one.value for one in reversed(find_labelled(document, PASSENGER)) if not one.weak}
    if not {"person", "to"} <= found.keys() or not {"date", "flight", "booking"} & found.keys():
        return Extraction(record_type=RECORD_TYPE)
    row = Row({field: _cell(words) for field, words in found.items()}, ())
    page = found["to"].page
    mine = [words for words in found.values() if words.page == page]
    start = document.page(page).text.rfind("\n", 0, min(words.start for words in mine)) + 1
    whole = document.quote("quote", page, start, max(words.stop for words in mine))
    day = read_time(row.text("date"), order=day_order(document.text))
    leg = _Leg(without_titles(found["person"]), identity_of(row), found["to"], found.get("from"), row, day, (whole,))
    return _extraction([_claim(document, leg)], [])


def _cell(words: Words) -> Cell:
    return Cell(words.page, -1, -1, -1, words.text, ((words.start, words.stop),))
