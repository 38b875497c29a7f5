from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clew.extract.amounts import find_amounts, number_style, plain, read_currency, read_number, read_quantity


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1 250,00", "1250.00"),
        ("1\u00a0250,00", "1250.00"),
        ("1,250.00", "1250.00"),
        ("1.234.567,89", "1234567.89"),
        ("1'250.50", "1250.50"),
        ("1250.00", "1250.00"),
        ("12,5 тыс.", "12500.0"),
        ("3.2万", "32000.0"),
        ("5 million yuan", "5000000"),
        ("2,5 млн руб.", "2500000.0"),
        ("1,250", "1250"),
        ("1,250 кг", "1.250"),
        ("0,250", "0.250"),
        ("USD1,250.00", "1250.00"),
        ("-5.00", "-5.00"),
    ],
)
def test_numbers_of_three_languages_are_read(text, value):
    assert plain(read_number(text)) == value


@pytest.mark.parametrize("text", ["KL-2140", "5.2.1", "12/03", "", "two", "1 or 2"])
def test_codes_and_pairs_are_no_number(text):
    assert read_number(text) is None


def test_the_style_of_the_document_settles_a_lone_mark():
    assert read_number("1,250", style=",") == Decimal("1.250")
    assert read_number("1.250", style=",") == Decimal(1250)


@pytest.mark.parametrize(
    ("text", "style"), [("1 250,00 и 3,50", ","), ("1,250.00", "."), ("am 05.03.2024", None), ("1,50 and 1.50", None)]
)
def test_the_style_is_told_by_clear_numbers_only(text, style):
    assert number_style(text) == style


@pytest.mark.parametrize(
    ("text", "currency"),
    [
        ("Price, USD", "USD"),
        ("долларов США", "USD"),
        ("1 250,00 руб.", "RUB"),
        ("人民币", "CNY"),
        ("3200元", "CNY"),
        ("100美元", "USD"),
        ("CN¥", "CNY"),
        ("€", "EUR"),
        ("¥", None),
        ("$", None),
        ("USD or EUR", None),
        ("Rubber", None),
    ],
)
def test_currencies_are_read_from_words_and_signs(text, currency):
    assert read_currency(text) == currency


def test_a_shared_sign_is_settled_by_the_rest_of_the_document():
    assert read_currency("¥", context="all prices in CNY") == "CNY"
    assert read_currency("¥", context="CNY or JPY") is None


def test_an_amount_knows_the_currency_beside_it():
    (amount,) = find_amounts("a total of 1,250.00 USD")
    assert (amount.value, amount.currency) == (Decimal("1250.00"), "USD")


@pytest.mark.parametrize(
    ("text", "value", "unit"), [("2 pcs", "2", "pcs"), ("10 шт.", "10", "шт."), ("3台", "3", "台"), ("7", "7", "")]
)
def test_a_quantity_has_its_unit(text, value, unit):
    quantity = read_quantity(text)
    assert (plain(quantity.value), quantity.unit) == (value, unit)


@given(st.integers(min_value=0, max_value=10**12), st.integers(min_value=0, max_value=99))
def test_a_price_reads_the_same_in_both_styles(whole, cents):
    expected = Decimal(f"{whole}.{cents:02d}")
    assert read_number(f"{whole:,}.{cents:02d}") == expected
    assert read_number(f"{whole:,}".replace(",", " ") + f",{cents:02d}") == expected


def test_a_currency_code_that_is_a_word_counts_in_capitals_only():
    assert read_currency("We try to deliver by Friday") is None
    assert read_currency("Amounts in TRY") == "TRY"


def test_a_firm_that_begins_like_a_currency_is_no_money():
    text = "Завод «Рубин» получил 40 станков за 40 руб. штука."
    assert [(each.value, each.currency) for each in find_amounts(text)] == [(40, None), (40, "RUB")]
