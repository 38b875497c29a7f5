"""Whether a bill adds up: its lines, labelled sums and total go in, the figures its own figures do not give come out.

What is said is about the document alone. Discounts, charges and taxes that are printed in words make sums differ in good
order, and a line missed in reading looks like one: so a rule speaks only where all it needs is printed and read.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from clew.extract.amounts import find_amounts, number_style
from clew.extract.document import Document
from clew.extract.goods import GoodsLine
from clew.extract.headers import MappedTable
from clew.extract.labels import Labelled, Words
from clew.extract.totals import Total
from clew.model.claim import Quote

_NET = re.compile(r"^(?:sub ?total|net total|total net|net amount|zwischensumme|nettobetrag|summe netto|nettosumme|rechnungssumme (?:netto|ohne ust)|gesamt netto"
    r"|total h ?t|montant ht|total hors taxe|total excl\w* vat|total before tax|промежуточный итог|(?:итого|всего) без ндс|小计)$")  # fmt: skip
_TAX = re.compile(
    r"^(?:vat|vat total|tax total|total vat|total tax|tax|tva|total tva|montant tva|ust|mwst|mehrwertsteuer|umsatzsteuer|steuerbetrag|zu?zü?gl (?:ust|mwst)|(?:ust|mwst|umsatzsteuer) gesamt|summe (?:ust|mwst)|ндс|сумма ндс|налог|税额)$"
)
# What makes sums differ in good order.
_OTHERS = re.compile(
    r"discount|allowance|rebate|rabatt|skonto|abschlag|zuschlag|remise|escompte|скидк|наценк|折扣|shipping|freight|handling|charge|postage|versand|fracht"
    r"|porto|\bport\b|frais|transport|доставк|运费|rounding|rundung|arrondi|округл|deposit|pfand|prepaid|anzahlung|acompte|аванс|предоплат|预付",
    re.IGNORECASE,
)
_TAX_WORD = r"(?:ust|mwst|steuer|vat|tva|btw|gst|tax|ндс|税)"
_RATE = re.compile(
    rf"{_TAX_WORD}[^\n\d]{{0,12}}(\d{{1,2}}(?:[.,]\d+)?)\s?%|(\d{{1,2}}(?:[.,]\d+)?)\s?%[^\n\d]{{0,12}}{_TAX_WORD}",
    re.IGNORECASE,
)
# A table of taxes says its rates in a column: '7 %' alone, or before the figures of its row.
_RATE_COLUMN = re.compile(r"(?m)^[^\S\n]*(\d{1,2}(?:[.,]\d+)?)\s?%(?=\s*$|[^\S\n]+\d)")
_CENT = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Difference:
    """A figure that is not what the figures it is made of give."""

    rule: str
    found: Decimal
    expected: Decimal
    words: Words  # where the figure stands
    parts: tuple[Quote, ...]  # what it is made of
    line: str = ""


def find_differences(
    document: Document,
    lines: list[GoodsLine],
    labelled: list[Labelled],
    total: Total | None,
    tables: tuple[MappedTable, ...],
) -> list[Difference]:
    """Return every figure that differs from what its parts give by more than rounding.

    Three rules: quantity times unit price is the amount of a line; the lines come to the sum before tax; that and the tax come
    to the total. None speaks where the paper prints a discount, a charge or a payment made.
    """
    if _OTHERS.search(document.text):
        return []
    unread = any(table.unmapped for table in tables)
    return [
        *([] if unread else _lines_differ(lines)),
        *_sum_differs(document, lines, labelled, total),
        *_total_differs(document, labelled, total),
    ]


def _lines_differ(lines: list[GoodsLine]) -> Iterator[Difference]:
    whole = [line for line in lines if {"quantity", "unit_price", "amount"} <= dict(line.values).keys()]
    apart = [line for line in whole if _is_apart(line)]
    # Where most lines differ the columns are something else: a price with tax, a price for a hundred.
    if len(apart) * 2 > len(whole) and len(whole) > 1:
        return
    for line in apart:
        values = dict(line.values)
        figure = next((quote for quote in line.quotes if quote.role == "amount"), None)
        if figure is None:
            continue
        parts = tuple(quote for quote in line.quotes if quote.role in ("quantity", "unit_price"))
        expected = (Decimal(values["quantity"]) * Decimal(values["unit_price"])).quantize(_CENT)
        words = Words(figure.span.page, figure.span.start, figure.span.stop, figure.text)
        yield Difference(
            "quantity × unit price", Decimal(values["amount"]), expected, words, parts, values.get("line", "")
        )


def _is_apart(line: GoodsLine) -> bool:
    """Say whether a line's amount differs by more than the rounding of its price and of the amount itself."""
    values = {name: Decimal(value) for name, value in line.values if name in ("quantity", "unit_price", "amount")}
    quantity, price, amount = values["quantity"], values["unit_price"], values["amount"]
    slack = abs(quantity) * _unit(price) / 2 + max(_unit(amount), _CENT)
    return abs(quantity * price - amount) > slack


def _unit(value: Decimal) -> Decimal:
    """One in the last place printed: 0.01 of 3.50."""
    exponent = value.as_tuple().exponent
    return Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)


def _sum_differs(
    document: Document, lines: list[GoodsLine], labelled: list[Labelled], total: Total | None
) -> Iterator[Difference]:
    values = [dict(line.values) for line in lines]
    numbers = [value.get("line", "").rstrip(".") for value in values]
    complete = len(lines) > 1 and numbers == [str(nth) for nth in range(1, len(lines) + 1)]
    if not complete or not all("amount" in value for value in values):
        return
    amounts = [Decimal(value["amount"]) for value in values]
    expected, slack = sum(amounts, Decimal(0)), _CENT * len(amounts)
    nets, taxes = _sums(document, labelled, _NET), _sums(document, labelled, _TAX)
    # A tax printed in a way not known here ('+ 19 % USt') still says that the total is with it.
    taxed = taxes or _RATE.search(document.text)
    stated = nets or ([total] if total and not taxed else [])
    # A sum may be one without tax or one with it; it differs only if no sum of the paper is what the lines come to.
    known = [*stated, *([total] if total else [])]
    if not stated or any(abs(one.value - expected) <= slack for one in known):
        return
    parts = tuple(quote for line in lines for quote in line.quotes if quote.role == "amount")
    yield Difference("sum of the lines", stated[-1].value, expected, stated[-1].words, parts)


def _total_differs(document: Document, labelled: list[Labelled], total: Total | None) -> Iterator[Difference]:
    nets, taxes = _sums(document, labelled, _NET), _sums(document, labelled, _TAX)
    if not total or len({one.value for one in nets}) != 1 or len({one.value for one in taxes}) != 1:
        return
    told = [match.group(1) or match.group(2) for match in _RATE.finditer(document.text)]
    told += _RATE_COLUMN.findall(document.text)
    rates = {Decimal(rate.replace(",", ".")).normalize() for rate in told} - {Decimal(0)}
    if len(rates) > 1 or abs(total.value) < abs(nets[0].value):
        return  # a second tax was not read, or the total was misread
    expected = nets[0].value + taxes[0].value
    # Where the tax is in the sum already, it is what the total is.
    if abs(expected - total.value) <= 2 * _CENT or abs(nets[0].value - total.value) <= _CENT:
        return
    parts = tuple(_quote(document, role, one.words) for role, one in (("net", nets[0]), ("tax", taxes[0])))
    yield Difference("sum before tax + tax", total.value, expected, total.words, parts)


def _sums(document: Document, labelled: list[Labelled], labels: re.Pattern[str]) -> list[Total]:
    style = number_style(document.text)
    found = []
    for one in labelled:
        if one.field != "subtotal" or not labels.match(one.label):
            continue
        amounts = [
            amount
            for amount in find_amounts(one.value.text, style=style)
            if not one.value.text[amount.stop :].lstrip().startswith("%")
        ]
        if len(amounts) == 1:
            start, stop = amounts[0].start, amounts[0].stop
            place = Words(one.value.page, one.value.start + start, one.value.start + stop, one.value.text[start:stop])
            found.append(Total(place, amounts[0].value))
    return found


def _quote(document: Document, role: str, words: Words) -> Quote:
    return document.quote(role, words.page, words.start, words.stop)
