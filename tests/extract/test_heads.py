"""Invented papers: number and date where a head prints them, and the dates and numbers of other papers left alone."""

import pytest
from layouts import lay_out

from clew.extract.document import Document
from clew.extract.heads import read_head
from clew.extract.labels import find_labelled
from clew.extract.parties import all_fields
from clew.model.source import Page

ACTS = ("акт приема передачи", "act of acceptance")


def head_of(text, titles=ACTS):
    document = Document("s-test", "text/plain", (Page(1, text),))
    return read_head(document, find_labelled(document, all_fields()), titles=titles)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Акт приёма-передачи товара № АПП-17 от 28\nавгуста 2024 г.\nг. Пробск", "2024-08-28"),
        ("Акт приёма-передачи товара № АПП-17 от 28 августа\n2024 г.", "2024-08-28"),
        ("Акт приёма-передачи товара № АПП-17 от\n28.08.2024", "2024-08-28"),
        ("Act of acceptance No. 17 of 28\nAugust 2024", "2024-08-28"),
    ],
)
def test_a_date_broken_over_the_line_after_the_number_is_one_date(text, day):
    head = head_of(text)
    assert head.moment
    assert head.moment.value == day
    assert "\n" in text[: head.date.stop]


@pytest.mark.parametrize(
    "text",
    [
        "Act of acceptance No. 17\nMarch 2024",
        "Акт приёма-передачи № 17\nмарта 2024 г. поставщик передал",
        "Акт приёма-передачи № 17\n28 августа 2023 г. был заключён договор",
        "Акт приёма-передачи № 17 к договору 5\nот 28 августа 2023 г.",
    ],
)
def test_a_date_on_the_next_line_that_nothing_leads_to_is_not_the_number_s(text):
    assert head_of(text).moment is None


def test_the_date_of_a_contract_is_not_the_paper_s():
    head = head_of(
        "商业发票\n发票编号 CI-17\n开具日期 2024-05-31\n合同编号：D-46/23，签订日期：2023-07-19", ("商业发票",)
    )
    assert head.moment.value == "2024-05-31"


@pytest.mark.parametrize(
    "line",
    [
        "Contract No. D-46, contract date: 19.07.2023",
        "Дата договора: 19.07.2023",
        "Order date: 19.07.2023",
        "Payment due date: 19.07.2023",
        "Счёт № 17 к договору № 5 от 19.07.2023",
        "合同编号：D-46/23，签订日期：2023-07-19",
        "付款到期日期：2023-07-19",
    ],
)
def test_dates_of_contracts_orders_and_payments_alone_date_no_paper(line):
    assert head_of(line, ("счет",)).moment is None


@pytest.mark.parametrize(
    "line",
    ["Contract No. D-46, invoice date: 31.05.2024", "Date: 31.05.2024   Payment due date: 30.06.2024", "Счёт № 17 от 31.05.2024 к договору № 5 от 19.07.2023",
     "合同编号：D-46/23，开票日期：2024-05-31"],
)  # fmt: skip
def test_the_paper_s_own_date_counts_beside_those_of_others(line):
    assert head_of(line, ("счет",)).moment.value == "2024-05-31"


def placed_head(*pieces):
    return read_head(document := lay_out(*pieces), find_labelled(document, all_fields()), titles=("rechnung",))


@pytest.mark.parametrize("day", ["24. Januar 2014", "Musterstadt, den 24.01.2014", "Lyon, le 24 janvier 2014"])
def test_the_one_day_alone_at_the_head_dates_a_letter(day):
    assert placed_head((70, 290, "Beitragsrechnung"), (425, 290, day)).moment.value == "2014-01-24"


@pytest.mark.parametrize(
    "pieces",
    [
        ((425, 290, "24.01.2014"), (425, 310, "31.01.2014")),
        ((425, 290, "fällig am 24.01.2014"),),
        ((425, 290, "gültig bis: 24.01.2014"),),
        ((425, 700, "24.01.2014"),),
    ],
)
def test_two_days_a_term_or_a_day_at_the_foot_date_nothing(pieces):
    assert placed_head((70, 290, "Beitragsrechnung"), *pieces).moment is None


def test_a_currency_in_the_total_s_label_is_the_paper_s():
    assert head_of("Total EUR: 34,73", ("rechnung",)).currency == "EUR"
    assert head_of("Total: 34,73", ("rechnung",)).currency is None
