"""The total of a bill: labelled values and sums of tables go in, the amount asked with taxes and where it stands come out."""

import re
from dataclasses import dataclass
from decimal import Decimal

from clew.extract.amounts import Amount, find_amounts, number_style
from clew.extract.document import Document
from clew.extract.goods import Sum, is_sum
from clew.extract.headers import MappedTable, Row
from clew.extract.labels import Labelled, Words, fold
from clew.extract.layout import Piece, below, lines_on

_GROSS = re.compile(
    r"\bgrand|gross|brutto|\binkl|\bincl|\binc\b|ttc|t t c|с ндс|价税合计|endbetrag|endsumme|gesamtbetrag|rechnungsbe(?:trag|itrag)|invoice total|общая"
)
_DUE = re.compile(r"\bdue\b|payable|to pay|balance|к оплате|应付|zahl|offener|à payer|solde")
_WITHOUT_TAX = re.compile(r"без|netto|\bohne\b|\bexcl|hors|\bht\b|h t$|\bnet\b(?! à)|before tax")
_OF_TAX = re.compile(
    r"\b(?:vat|tva|btw|ust|mwst|umsatzsteuer|steuer\w*|tax(?:es)?|gst|ндс)\b|税额"
)  # 'total VAT' is no total
_PAID = re.compile(
    r"anzahlung|acompte|pre-?paid|\bpaid\b|deposit|advance|аванс|предоплат|已付|预付|règlement|bereits (?:gezahlt|bezahlt)|versé",
    re.IGNORECASE,
)
_SUMS = (
    "total",
    "grand",
    "итого",
    "всего",
    "合计",
    "总计",
    "价税",
    "gesamt",
    "summe",
    "сумма",
    "amount due",
    "balance",
)
_LEADS = re.compile(r"[\d%€$£¥₽|;,\t]| {2,}|\. ")  # what parts the label of a figure from what stands before it
_FAR = 2.6  # of a line's height: the next figure of a column stands no further down


@dataclass(frozen=True, slots=True)
class Total:
    """An amount that a paper says it comes to."""

    words: Words
    value: Decimal
    currency: str | None = None  # as printed beside it


def read_total(
    document: Document, labelled: list[Labelled], sums: list[Sum], tables: tuple[MappedTable, ...]
) -> Total | None:
    """Return the total with taxes, before what was paid is taken off.

    A label of a sum with taxes counts before any other, the last before others. A bare total and an amount due that differ:
    the amount due, unless the paper speaks of a payment made, for then the amount due is what is left of the total.
    """
    found = [*_behind_labels(document, labelled, tables), *_in_tables(document, sums)]
    gross = [total for label, total in found if _GROSS.search(label) and not _WITHOUT_TAX.search(label)]
    if gross:
        return max(gross, key=_place)
    rest = [(label, total) for label, total in found if not _WITHOUT_TAX.search(label) and not _OF_TAX.search(label)]
    due = max((total for label, total in rest if _DUE.search(label)), key=_place, default=None)
    plain = max((total for label, total in rest if not _DUE.search(label)), key=_place, default=None)
    if due and plain and abs(due.value) < abs(plain.value) and _PAID.search(document.text):
        return plain
    return due or plain


def _place(total: Total) -> tuple[int, int]:
    return total.words.page, total.words.start


def _behind_labels(
    document: Document, labelled: list[Labelled], tables: tuple[MappedTable, ...]
) -> list[tuple[str, Total]]:
    style = number_style(document.text)
    # A body drawn as one box is read as one row with every figure of the bill in it, the total among them.
    rows = [row for table in tables for row in table.rows if not is_sum(row) and not _is_box(row, style)]
    taken = {(cell.page, *run) for row in rows for cell in row.cells for run in cell.runs}
    found = []
    for one in labelled:
        if one.field != "total" or "%" in one.value.text:
            continue
        inside = any(page == one.value.page and start <= one.value.start < stop for page, start, stop in taken)
        amounts = find_amounts(one.value.text, style=style)
        if len(amounts) == 1 and not inside:
            label = _whole_label(document, one)
            found.append((label, _last_of_column(document, _total(one.value, amounts[0]), style)))
    return found


def _is_box(row: Row, style: str | None) -> bool:
    return len(find_amounts(row.text("amount"), style=style)) > 1


def _whole_label(document: Document, one: Labelled) -> str:
    """Return a label with the words that lead up to it on its line: the 'total' of 'VAT total: 75.04' is the tax's."""
    text = document.page(one.value.page).text
    line = text[text.rfind("\n", 0, one.value.start) + 1 : one.value.start]
    lead = fold(_LEADS.split(line)[-1])
    return lead if lead.endswith(f" {one.label}") else one.label


def _in_tables(document: Document, sums: list[Sum]) -> list[tuple[str, Total]]:
    style = number_style(document.text)
    found = []
    for row in sums:
        amounts = find_amounts(row.amount.text, style=style)
        if len(amounts) == 1 and row.label.startswith(_SUMS):
            found.append((row.label, _total(row.amount, amounts[0])))
    return found


def _total(words: Words, amount: Amount) -> Total:
    start, stop = amount.start, amount.stop
    place = Words(words.page, words.start + start, words.start + stop, words.text[start:stop])
    return Total(place, amount.value, amount.currency)


def _last_of_column(document: Document, total: Total, style: str | None) -> Total:
    """Return the last figure of the column a total opens, where it is the sum of those above it; else the total."""
    lines = lines_on(document, total.words.page)
    piece: Piece | None = next(
        (one for line in lines for one in line if one.words.start <= total.words.start < one.words.stop), None
    )
    column: list[Total] = []
    while piece is not None:
        amounts = find_amounts(piece.text, style=style)
        if len(amounts) != 1:
            break
        column.append(_total(piece.words, amounts[0]))
        piece = below(lines, piece, within=_FAR)
    of_one_sign = len({one.value >= 0 for one in column}) == 1  # else the last is what is left of the first
    adds_up = len(column) > 2 and of_one_sign and sum(one.value for one in column[:-1]) == column[-1].value
    return column[-1] if adds_up else total
