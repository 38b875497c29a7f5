"""Lines of goods in invoices, waybills and acts: mapped tables (or typed lines) go in, `GoodsLine` values come out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from clew.extract.amounts import number_style, plain, read_currency, read_number, read_quantity
from clew.extract.document import Document
from clew.extract.headers import MappedTable, Row, field_words, row_quotes
from clew.extract.labels import Words, cell_words, fold, lines_of
from clew.model.claim import Quote
from clew.model.source import Cell

# A model or article code: letters and digits in one word, such as KL-2140 or 7F3.
_CODE = re.compile(
    r"(?<![\w-])(?=[\w/.-]*\d)(?=[\w/.-]*[A-Za-zА-Яа-я])(?:[A-ZА-ЯЁ]{1,6}[-–/. ]?\d[\w-]*(?:[./-]\w+)*|\d{1,4}[A-ZА-ЯЁ]{1,4}\d+[\w-]*)(?![\w-])"
)
_NO_CODE = re.compile(r"^(?:IP|HS|ISO|EN|DIN|GOST|ГОСТ|ТУ|GB|USB|RS|V|DC|AC|M|М|CAT|A|А)[-–/. ]?\d+", re.IGNORECASE)
_SUMS = (
    *("total", "subtotal", "sub total", "grand total", "sum", "vat", "amount due", "balance", "shipping", "freight"),
    *("итого", "всего", "ндс", "сумма", "в том числе", "合计", "总计", "小计", "税额"),
    *("gesamt", "summe", "zwischensumme", "total ttc"),
)
# Number, text, quantity with or without unit, unit price, amount: taken only where quantity times price is the amount.
_NUMBER = r"\d{1,3}(?:[  ,.']\d{3})*(?:[.,]\d{1,4})?|\d+(?:[.,]\d{1,4})?"
# A unit may stand before the quantity, a customs code before it or behind the amount; that behind may be cut by its cell.
# Whole words ('unit', 'set') before a quantity end a description as often: 'Measuring unit 5 …'.
_UNIT = r"(?i:台|件|个|套|只|组|pcs|шт\.?|компл\.?|stk\.?)"
_CUSTOMS = re.compile(r"\bHS\b|(?i:\b(?:customs|tariff|commodity)\b|тн\s?вэд)|海关|税则|商品编码")
_TYPED = re.compile(
    rf"^\s*(?:(?P<line>\d{{1,3}})[.)]?\s+)?(?P<description>\S.*?\S)(?:\s+(?P<hs_code>\d{{8}}|\d{{10}}))?(?:\s+(?P<unit_first>{_UNIT}))?"
    rf"\s+(?P<quantity>{_NUMBER})\s*(?P<unit>[^\W\d_]{{1,8}}\.?)?"
    rf"\s+(?P<unit_price>{_NUMBER})\s*[^\W\d_€$¥£₽]{{0,4}}\.?\s+(?P<amount>{_NUMBER})(?:\s*[^\W\d_]{{0,4}}[€$¥£₽]?\.?)(?:\s+\d{{4,10}})?\s*$"
)
FIELDS = (
    "line",
    "item",
    "description",
    "hs_code",
    "quantity",
    "unit",
    "unit_price",
    "amount",
    "net_weight",
    "gross_weight",
    "serial",
    "origin",
)
_COUNTED = frozenset({"quantity", "amount", "unit_price", "hs_code", "serial", "net_weight", "gross_weight"})


@dataclass(frozen=True, slots=True)
class GoodsLine:
    """One line of goods: its qualifiers in plain notation, and its words, the whole line first."""

    values: tuple[tuple[str, str], ...]
    quotes: tuple[Quote, ...]
    product: Words | None  # where the item stands


@dataclass(frozen=True, slots=True)
class Sum:
    """A row of a goods table that adds up others."""

    label: str  # folded
    amount: Words


def read_goods(document: Document, tables: tuple[MappedTable, ...], *, currency: str | None = None) -> list[GoodsLine]:
    """Return the lines of the goods tables; rows that sum up others, and rows without goods, are left out.

    Args:
        document: where the tables stand.
        tables: of the family goods.
        currency: the document's, for lines that print none; None leaves it out.
    """
    style = number_style(document.text)
    lines: list[GoodsLine] = []
    for table in tables:
        of_table = currency or header_currency(table, document.text)
        rows = (row for row in table.rows if not is_sum(row) and (row.text("description") or row.text("item")))
        lines.extend(read_line(document, row, style, of_table) for row in rows)
    return [line for line in lines if is_counted(line)]


def is_counted(line: GoodsLine) -> bool:
    """Say whether a line says how much or which goods, and is not only words."""
    return not _COUNTED.isdisjoint(dict(line.values))


def read_sums(document: Document, tables: tuple[MappedTable, ...]) -> list[Sum]:
    """Return the amounts of the rows that sum up a goods table, in order."""
    found = []
    for table in tables:
        for row in table.rows:
            cells = [cell for cell in row.cells if cell.text.strip()]
            words = cell_words(document, cells[-1]) if len(cells) > 1 and is_sum(row) else None
            if words and read_number(words.text) is not None:
                found.append(Sum(fold(cells[0].text if len(cells) == 2 else cells[-2].text), words))
    return found


def typed_goods(document: Document, *, currency: str | None = None) -> list[GoodsLine]:
    """Return lines typed as text, where quantity times unit price is the amount printed; others are not taken."""
    style = number_style(document.text)
    coded = _CUSTOMS.search(document.text) is not None
    lines = []
    for page in document.pages:
        for start, line in lines_of(page.text):
            match = _TYPED.match(line) if len(line) < 300 else None
            if not match or fold(match["description"]).startswith(_SUMS):
                continue
            numbers = [read_number(match[name], style=style) for name in ("quantity", "unit_price", "amount")]
            quantity, price, amount = (number or Decimal(0) for number in numbers)
            if amount and abs(quantity * price - amount) <= amount / 1000:
                row = Row(_typed_fields(page.number, start, match, coded=coded), ())
                whole = document.quote(
                    "quote", page.number, start + len(line) - len(line.lstrip()), start + len(line.rstrip())
                )
                lines.append(read_line(document, row, style, currency, whole=(whole,)))
    return lines


def _typed_fields(page: int, start: int, match: re.Match[str], *, coded: bool) -> dict[str, Cell]:
    fields = {name: _cell(page, start, match, name) for name in FIELDS if _has(match, name)}
    if _has(match, "unit_first"):
        fields["unit"] = _cell(page, start, match, "unit_first")
    if "hs_code" in fields and not coded:
        # Where the paper names no customs code, a long number behind the goods belongs to their description.
        del fields["hs_code"]
        at, stop = match.start("description"), match.end("hs_code")
        fields["description"] = Cell(page, -1, -1, -1, match.string[at:stop], ((start + at, start + stop),))
    return fields


def _has(match: re.Match[str], name: str) -> bool:
    return bool(match.groupdict().get(name))


def _cell(page: int, start: int, match: re.Match[str], name: str) -> Cell:
    return Cell(page, -1, -1, -1, match[name], ((start + match.start(name), start + match.end(name)),))


def read_line(
    document: Document, row: Row, style: str | None, currency: str | None, *, whole: tuple[Quote, ...] = ()
) -> GoodsLine:
    """Return the goods of a row, with the whole row (or `whole`) first among its words.

    Args:
        document: where the row stands.
        row: of a table of goods.
        style: how its numbers are written, as `number_style` tells.
        currency: of its amounts, where they print none.
        whole: stands for the row where it is no table's.
    """
    values = dict(_plain_values(row, style))
    product = _product(document, row)
    if product:
        values["item"] = " ".join(product.text.split())
    own = next((code for field in ("amount", "unit_price") if (code := read_currency(row.text(field)))), None)
    if (own or currency) and {"amount", "unit_price"} & values.keys():
        values["currency"] = own or currency or ""
    quotes = [*(whole or row_quotes(document, row))]
    for field in FIELDS:
        if field == "item" and product:
            quotes.append(document.quote("item", product.page, product.start, product.stop))
        elif field in row.fields and field in values and field != "item":
            quotes.extend(document.cell_quotes(field, row.fields[field]))
    return GoodsLine(tuple(values.items()), tuple(quotes), product)


def _plain_values(row: Row, style: str | None) -> Iterator[tuple[str, str]]:
    for field in ("line", "description", "serial", "origin", "unit"):
        if row.text(field):
            yield field, row.text(field)
    code = re.sub(r"[\s.]", "", row.text("hs_code"))
    if re.fullmatch(r"\d{4,12}", code):
        yield "hs_code", code
    quantity = read_quantity(row.text("quantity"), style=style)
    if quantity:
        yield "quantity", plain(quantity.value)
        if quantity.unit and not row.text("unit"):
            yield "unit", quantity.unit
    for field in ("unit_price", "amount", "net_weight", "gross_weight"):
        number = read_number(row.text(field), style=style)
        if number is not None:
            yield field, plain(number)


def _product(document: Document, row: Row) -> Words | None:
    """Return the model or article of a line: its own column, else a code in the description, else the description."""
    item = field_words(document, row, "item")
    if item and not item.text.strip().isdigit():
        return item
    cell = row.fields.get("description")
    if not cell:
        return item
    found = []
    for start, stop in cell.runs:
        text = document.page(cell.page).text[start:stop]
        codes = [match for match in _CODE.finditer(text) if not _NO_CODE.match(match.group())]
        found += [Words(cell.page, start + match.start(), start + match.end(), match.group()) for match in codes]
    if len(found) == 1:
        return found[0]
    # A code of digits alone may be a class of goods; it names the item only where no model does.
    return item or field_words(document, row, "description")


def is_sum(row: Row) -> bool:
    """Say whether a row of a goods table sums up others: a total, a subtotal, a tax."""
    first = next((fold(cell.text) for cell in row.cells if cell.text.strip()), "")
    if (
        "description" in row.fields
        and "quantity" in row.fields
        and not first.startswith(("total", "итого", "всего", "合计", "总计"))
    ):
        return False
    return any(_starts_sum(fold(cell.text)) for cell in row.cells)


def _starts_sum(text: str) -> bool:
    return any(
        text == word or text.startswith(f"{word} ") or (word[0] > "\u4e00" and text.startswith(word)) for word in _SUMS
    )


def header_currency(table: MappedTable, context: str) -> str | None:
    """Return the currency a header prints over the amounts or prices; `context` tells apart what one sign may mean."""
    by_column = {cell.column: cell.text for cell in table.header}
    for field in ("amount", "unit_price"):
        currency = read_currency(by_column.get(table.fields.get(field, -1), ""), context=context)
        if currency:
            return currency
    return None
