"""Invented firms and people throughout."""

import pytest

from clew.extract.records import invoice, letter, register_extract

ENGLISH = [
    (
        "EXTRACT FROM THE COMMERCIAL REGISTER\nCompany name: Vektor Test LLC\nRegistration number: 1234567890\n"
        "Registered address: 1 Mira Street, Probsk\nGeneral Director: Petrov Ivan (appointed 5 March 2021)\n"
    ),
    [
        ["Shareholder", "Share, %", "Since"],
        ["Sidorov Petr", "60", "2021-03-05"],
        ["Northlight Instruments Ltd", "40", "2022-06-01"],
    ],
]
RUSSIAN = [
    (
        "ВЫПИСКА ИЗ ЕДИНОГО ГОСУДАРСТВЕННОГО РЕЕСТРА ЮРИДИЧЕСКИХ ЛИЦ\nПолное наименование: ООО «Вектор Тест»\nОГРН: 1216600000001\n"
        "ИНН: 6600000001\nАдрес юридического лица: 620000, г. Екатеринбург, ул. Мира, 1\nГенеральный директор: Петров Иван Ильич\n"
    ),
    [
        ["Участник", "Размер доли", "Дата внесения записи"],
        ["Сидоров Пётр Петрович", "60%", "05.03.2021"],
        ["АО «Завод Пробный»", "2/5", "01.06.2022"],
    ],
]
CHINESE = [
    "企业信用信息公示报告\n企业名称：深圳市北光仪器有限公司\n统一社会信用代码：91440300MA5TEST012\n法定代表人：王志强\n住所：深圳市试验路1号\n",
    [
        ["股东名称", "持股比例", "出资日期"],
        ["李娜", "60%", "2021年3月5日"],
        ["上海试验贸易有限公司", "40%", "2021年3月5日"],
    ],
]
STAFF = [
    "Staff list of Vektor Test LLC",
    [
        ["Name", "Passport", "Date of birth", "Position"],
        ["Wang Zhiqiang", "E00000001", "01.02.1980", "engineer"],
        ["Petrov Ivan", "", "", "General Director"],
        ["Sidorov Petr", "", "", "Deputy director"],
    ],
]


def of(document, predicate):
    return [claim for claim in register_extract.extract(document).claims if claim.predicate == predicate]


@pytest.mark.parametrize(
    ("blocks", "owners"),
    [
        (ENGLISH, [("Sidorov Petr", "60", "2021-03-05"), ("Northlight Instruments Ltd", "40", "2022-06-01")]),
        (RUSSIAN, [("Сидоров Пётр Петрович", "60", "2021-03-05"), ("АО «Завод Пробный»", "40", "2022-06-01")]),
        (CHINESE, [("李娜", "60", "2021-03-05"), ("上海试验贸易有限公司", "40", "2021-03-05")]),
    ],
)
def test_each_owner_holds_a_share_since_a_day(paper, check_quotes, blocks, owners):
    document = paper(*blocks)
    claims = of(document, "owns")
    assert [(claim.subject, claim.qualifier("share"), claim.valid_from.value) for claim in claims] == owners
    assert {(claim.modality, claim.stance) for claim in claims} == {("held", "record_states")}
    check_quotes(document, register_extract.extract(document))


def test_owners_are_told_to_be_persons_or_firms(paper):
    mentions = register_extract.extract(paper(*RUSSIAN)).mentions
    kinds = {mention.text: mention.kind for mention in mentions}
    assert kinds["Сидоров Пётр Петрович"] == "person"
    assert kinds["АО «Завод Пробный»"] == "organization"


@pytest.mark.parametrize(
    ("blocks", "director", "firm"),
    [
        (ENGLISH, "Petrov Ivan", "Vektor Test LLC"),
        (RUSSIAN, "Петров Иван Ильич", "ООО «Вектор Тест»"),
        (CHINESE, "王志强", "深圳市北光仪器有限公司"),
    ],
)
def test_the_director_is_read(paper, blocks, director, firm):
    (claim,) = of(paper(*blocks), "director_of")
    assert (claim.subject, claim.object) == (director, firm)


def test_the_firm_carries_its_numbers(paper):
    mentions = register_extract.extract(paper(*RUSSIAN)).mentions
    firm = next(mention for mention in mentions if mention.text == "ООО «Вектор Тест»")
    assert dict(firm.identifiers) == {"inn": "6600000001", "ogrn": "1216600000001"}


def test_the_address_is_read(paper):
    (claim,) = of(paper(*RUSSIAN), "has_address")
    assert claim.object == "620000, г. Екатеринбург, ул. Мира, 1"


def test_a_list_of_staff_tells_directors_from_employees(paper, check_quotes):
    document = paper(*STAFF)
    assert [claim.subject for claim in of(document, "employee_of")] == ["Wang Zhiqiang", "Sidorov Petr"]
    assert [claim.subject for claim in of(document, "director_of")] == ["Petrov Ivan"]
    wang = next(mention for mention in register_extract.extract(document).mentions if mention.text == "Wang Zhiqiang")
    assert dict(wang.identifiers) == {"passport": "E00000001", "birth_date": "1980-02-01"}
    check_quotes(document, register_extract.extract(document))


def test_shares_in_parts_of_one_are_percent(paper):
    rows = [["Owner", "Share"], ["Sidorov Petr", "0.6"], ["Petrov Ivan", "0.4"]]
    assert [claim.qualifier("share") for claim in of(paper("Company name: Vektor LLC", rows), "owns")] == ["60", "40"]


def test_a_range_is_no_share(paper):
    rows = [["Owner", "Share"], ["Sidorov Petr", "25-50%"]]
    assert [claim.qualifier("share") for claim in of(paper("Company name: Vektor LLC", rows), "owns")] == [None]


def test_an_owner_behind_a_label_is_read(paper):
    (claim,) = of(
        paper("Выписка из реестра\nНаименование: ООО «Вектор»\nУчастник: Сидоров Пётр Петрович, доля 60%"), "owns"
    )
    assert (claim.subject, claim.object, claim.qualifier("share")) == ("Сидоров Пётр Петрович", "ООО «Вектор»", "60")


def test_without_a_firm_nothing_is_claimed(paper):
    found = register_extract.extract(paper([["Owner", "Share"], ["Sidorov Petr", "60"]]))
    assert (found.claims, [gap.kind for gap in found.gaps]) == ((), ["incomplete_record"])


@pytest.mark.parametrize("blocks", [ENGLISH, RUSSIAN, CHINESE])
def test_extracts_are_recognised_before_other_papers(paper, blocks):
    document = paper(*blocks)
    assert register_extract.recognise(document) >= 0.5
    assert register_extract.recognise(document) > max(letter.recognise(document), invoice.recognise(document))


def test_a_list_of_staff_is_recognised(paper):
    assert register_extract.recognise(paper(*STAFF)) >= 0.5


@pytest.mark.parametrize(
    "text",
    [
        "INVOICE No. 3\nCompany name: Vektor LLC\nRegistration number: 12345\nTotal: 5.00 EUR",
        "Dear Sirs,\nMr Petrov is the director of Vektor LLC and owns 60 % of it.\nYours faithfully",
        "Shares of Vektor fell by 5 % on Monday, its director said.",
    ],
)
def test_papers_that_only_speak_of_owners_are_no_extract(paper, text):
    assert register_extract.recognise(paper(text)) < 0.5
