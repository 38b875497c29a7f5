"""Invented firms and goods throughout."""

import pytest

from clew.extract.document import Document
from clew.extract.records import invoice
from clew.model.source import Page

HEAD = "INVOICE No. 17\nDate: 5 March 2024\nSeller: Northlight Ltd\nBuyer: Vektor LLC\n\n"
TABLE = "No  Description  Qty  Unit Price  Amount\n"


def differing(text):
    document = Document("s-test", "text/plain", (Page(1, text),))
    found = invoice.extract(document)
    for claim in found.claims:
        for quote in claim.quotes:
            assert document.page(1).text[quote.span.start : quote.span.stop] == quote.text
    return [
        (claim.qualifier("rule"), claim.object, claim.qualifier("expected"))
        for claim in found.claims
        if claim.predicate == "arithmetic_differs"
    ]


def rows(*lines):
    return HEAD + TABLE + "".join(f"{line}\n" for line in lines)


def test_an_amount_that_is_not_quantity_times_price_is_said_to_differ():
    text = rows("1  Measuring head  2  50.00  100.00", "2  Mounting kit  3  20.00  70.00") + "\nTotal: EUR 170.00"
    assert differing(text) == [("quantity × unit price", "70.00", "60.00")]


def test_a_sum_of_lines_that_differs_is_said_once_with_what_the_lines_give():
    text = rows("1  Measuring head  2  50.00  100.00", "2  Mounting kit  3  20.00  60.00") + "\nTotal: EUR 180.00"
    assert differing(text) == [("sum of the lines", "180.00", "160.00")]


def test_a_total_that_is_not_net_and_tax_is_said_to_differ():
    text = HEAD + "Subtotal: 160.00\nVAT: 32.00\nGrand total: EUR 199.00"
    assert differing(text) == [("sum before tax + tax", "199.00", "192.00")]


@pytest.mark.parametrize(
    ("why", "text"),
    [
        ("all is right", rows("1  Head  2  50.00  100.00", "2  Kit  3  20.00  60.00") + "\nTotal: EUR 160.00"),
        ("a price was rounded", rows("1  Bolts  300  0.33  100.00", "2  Kit  3  20.00  60.00") + "\nTotal: EUR 160.00"),
        ("a discount is printed", rows("1  Head  2  50.00  90.00", "2  Kit  3  20.00  60.00") + "\nDiscount 10 %\nTotal: EUR 150.00"),
        ("a price is for a hundred", rows("1  Bolts  300  20.00  60.00", "2  Nuts  200  10.00  20.00") + "\nTotal: EUR 80.00"),
        ("a line was not read", rows("1  Head  2  50.00  100.00", "3  Kit  3  20.00  60.00") + "\nTotal: EUR 190.00"),
        ("the tax is in the sum", HEAD + "Subtotal: 160.00\nVAT: 26.67\nGrand total: EUR 160.00"),
        ("two rates of tax, one read", HEAD + "Subtotal: 160.00\nVAT 20 %\nVAT: 20.00\n7 % VAT on books\nGrand total: EUR 187.00"),
        ("postage is added", rows("1  Head  2  50.00  100.00", "2  Kit  3  20.00  60.00") + "\nShipping: 9.00\nTotal: EUR 169.00"),
    ],
)  # fmt: skip
def test_it_stays_silent_when(why, text):
    assert differing(text) == [], why


def test_a_total_with_a_tax_in_unknown_words_is_not_compared_with_the_lines():
    text = (
        rows("1  Measuring head  2  50.00  100.00", "2  Mounting kit  3  20.00  60.00")
        + "\n+ 19% USt\nTotal: EUR 190.40"
    )
    assert differing(text) == []


TAXES = HEAD + "Net total: 496.00\nVAT\n7%  160.00  11.20\n{second}VAT amount: 11.20\nTotal: 571.04\n"


def test_a_table_of_two_taxes_of_which_one_is_read_makes_no_difference():
    assert differing(TAXES.format(second="19%  336.00  63.84\n")) == []


def test_a_table_of_one_tax_lets_a_difference_speak():
    text = TAXES.replace("VAT amount", "Tax").format(second="")
    assert differing(text) == [("sum before tax + tax", "571.04", "507.20")]
