"""Rows that each name both sides of a dealing (customs data, sales and shipping ledgers): a table goes in, a claim a row comes out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from clew.extract.amounts import number_style, read_currency
from clew.extract.document import Document, Extraction
from clew.extract.goods import header_currency, is_counted, is_sum, read_line
from clew.extract.headers import MappedTable, Row, field_words, map_tables
from clew.extract.heads import Head
from clew.extract.identifiers import identifiers_in
from clew.extract.labels import fold
from clew.extract.mapping import Mapping
from clew.extract.parties import Party, has_legal_form, party_name
from clew.extract.people import is_name
from clew.extract.trade import Paper
from clew.model.claim import Claim, Mention
from clew.model.records import Gap
from clew.model.written_times import day_order, read_time

_GIVERS, _TAKERS = ("seller", "consignor"), ("buyer", "consignee")
_CUSTOMS = re.compile(
    r"\bcustoms\b|\bdeclaration|\bdeclared|\bexporter|\bimporter|таможен|деклараци|экспортер|импортер|(?<!\w)(?:гтд|дт)(?!\w)|报关|海关|申报|进口|出口"
)
_BILL = re.compile(r"\binvoice|\binv\b|\bbill (?:no|number|date)|(?<!\w)счет|фактур|发票|开票")
# How a column's header says which number of a party it holds, and the words that number is printed behind elsewhere.
_NUMBERS = (("инн", "ИНН"), ("inn", "ИНН"), ("огрн", "ОГРН"), ("ogrn", "ОГРН"), ("信用代码", "USCC"), ("uscc", "USCC"))
# Three capitalised words in Latin letters are as often a firm; a patronymic, initials or a Han name are a person's.
_PERSON = re.compile(r"[а-яё](?:вич|вна|чна)\b|\b[А-ЯЁ]\.|^[\u4e00-\u9fff]{2,4}$", re.IGNORECASE)
_ROWS_SAID = 20  # row numbers that a gap names


@dataclass(frozen=True, slots=True)
class Reading:
    """What the rows of a table are taken for."""

    record_type: str
    version: int
    predicate: str
    modality: str


def trade_tables(document: Document, record_type: str, mapping: Mapping | None = None) -> tuple[MappedTable, ...]:
    """Return the tables whose every row names both sides, those a mapping file gives to another record type left out."""
    return tuple(table for table in map_tables(document, mapping).of("trades", record_type) if table.rows)


def is_customs(table: MappedTable) -> bool:
    """Say whether the columns are those of declarations to customs: named so, or codes of goods beside weights or origin."""
    return _says(table, _CUSTOMS) or (
        "hs_code" in table.fields and not {"net_weight", "gross_weight", "origin"}.isdisjoint(table.fields)
    )


def is_billed(table: MappedTable) -> bool:
    """Say whether the columns speak of invoices."""
    return _says(table, _BILL)


def read_rows(document: Document, table: MappedTable, reading: Reading) -> Extraction:
    """Return a claim for each row that names two sides and says how much of what; other rows leave one gap that counts them."""
    style = number_style(document.text)
    currency = header_currency(table, document.text)
    order = day_order("\n".join(row.text("date") for row in table.rows))
    claims: list[Claim] = []
    mentions: dict[str, Mention] = {}
    unread: list[int] = []
    for row in table.rows:
        if is_sum(row):
            continue
        giver, taker = _party(document, table, row, _GIVERS), _party(document, table, row, _TAKERS)
        line = read_line(document, row, style, read_currency(row.text("currency")) or currency)
        if not giver or not taker or not (is_counted(line) or line.product):
            if len(row.fields) > 1:
                unread.append(row.cells[0].row + 1)
            continue
        head = _head(document, row, order)
        paper = Paper(
            document, reading.record_type, reading.version, reading.predicate, reading.modality, giver, taker, head
        )
        claims.extend(paper.line_claims([line]))
        mentions.update((mention.id, mention) for mention in paper.mentions())
    gaps = tuple(_gap(document, table, unread)) if unread else ()
    return Extraction(tuple(claims), tuple(mentions.values()), gaps, reading.record_type)


def _says(table: MappedTable, words: re.Pattern[str]) -> bool:
    return any(words.search(fold(cell.text)) for cell in table.header)


def _party(document: Document, table: MappedTable, row: Row, fields: tuple[str, ...]) -> Party | None:
    """Return who stands in the first of these columns that the row fills, with the number beside it."""
    for field in fields:
        words = field_words(document, row, field)
        name = party_name(words) if words else None
        if name:
            person = _PERSON.search(name.text) is not None and is_name(name.text) and not has_legal_form(name.text)
            return Party(name, _numbers(table, row, field), kind="person" if person else "organization")
    return None


def _numbers(table: MappedTable, row: Row, field: str) -> tuple[tuple[str, str], ...]:
    side = "giver_number" if field in _GIVERS else "taker_number"
    header = next((fold(cell.text) for cell in table.header if cell.column == table.fields.get(side)), "")
    printed = next((words for named, words in _NUMBERS if named in header), "")
    return identifiers_in(f"{printed} {row.text(side)}") if printed else ()


def _head(document: Document, row: Row, order: str | None) -> Head:
    number, date = field_words(document, row, "number"), field_words(document, row, "date")
    found = read_time(date.text, order=order) if date else None
    moment = found.moment if found and not found.until else None
    return Head(number, date if moment else None, moment, None, None)


def _gap(document: Document, table: MappedTable, rows: list[int]) -> Iterator[Gap]:
    numbers = ", ".join(map(str, rows[:_ROWS_SAID])) + (
        f" and {len(rows) - _ROWS_SAID} more" if len(rows) > _ROWS_SAID else ""
    )
    detail = f"table {table.table + 1}: no two sides, or no goods, in rows {numbers}"
    yield Gap(document.source, table.header[0].page, "incomplete_row", detail)
