"""Invented firms and people throughout."""

import pytest

from clew.extract.records import invoice, letter, register_extract

ENGLISH = [
    (
        "OOO Vektor Test\n620000 Ekaterinburg, Mira 1, INN 6600000001\n\nOur ref.: 17\nDate: 20 February 2024\n"
        "To: AO Zavod Probny, Probsk\nSubject: Visit\n\nDear Sirs,\n\n"
        "We kindly ask you to arrange a visit of our specialists to your site in Probsk from 3 to 9 March 2024.\n"
        "The following employees of OOO Vektor Test will take part:\n\n"
        "1. Wang Zhiqiang, passport E00000001, engineer\n2. Li Na, passport E00000002, technician\n\n"
        "Purpose of the visit: technical consultations.\n\nYours faithfully,\nIvan Petrov\nGeneral Director, OOO Vektor Test\n"
    ),
]
RUSSIAN = [
    (
        "ООО «Вектор Тест»\nИНН 6600000001\n\nКому: АО «Завод Пробный»\n\nИсх. № 17 от 20.02.2024\n\nУважаемый Сергей Сергеевич!\n\n"
        "Просим согласовать визит наших специалистов в г. Пробск в период с 3 по 9 марта 2024 г.\nСписок специалистов:\n"
    ),
    [
        ["№", "ФИО", "Паспорт", "Должность", "Место работы"],
        ["1", "Ван Чжицян", "E00000001", "инженер", "ООО «Вектор Тест»"],
        ["2", "Петров Иван Ильич", "65 00 123456", "техник", "ООО «Вектор Тест»"],
    ],
    "Цель визита: работы по договору поставки.\nС уважением,\nГенеральный директор ООО «Вектор Тест»\nИ. И. Петров",
]
CHINESE = [
    "深圳市北光仪器有限公司\n致：上海试验贸易有限公司\n尊敬的先生：\n我公司计划于2024年3月3日至9日派遣工程师赴上海进行技术交流。\n人员名单如下：\n",
    [["序号", "姓名", "护照号", "职务", "工作单位"], ["1", "王志强", "E00000001", "工程师", "深圳市北光仪器有限公司"]],
    "此致\n敬礼\n深圳市北光仪器有限公司\n2024年2月20日",
]


def of(document, predicate):
    return [claim for claim in letter.extract(document).claims if claim.predicate == predicate]


def test_each_listed_visitor_has_a_planned_visit(paper, check_quotes):
    document = paper(*ENGLISH)
    first, second = of(document, "visits")
    assert [first.subject, second.subject] == ["Wang Zhiqiang", "Li Na"]
    assert (first.object, first.modality, first.stance) == ("Probsk", "planned", "party_says")
    assert (first.valid_from.value, first.valid_to.value) == ("2024-03-03", "2024-03-09")
    assert (first.holders, first.said_at.value) == (("OOO Vektor Test",), "2024-02-20")
    assert first.qualifier("host") == "AO Zavod Probny"
    assert first.qualifier("purpose") == "technical consultations"
    assert first.quotes[0].text == "1. Wang Zhiqiang, passport E00000001, engineer"
    check_quotes(document, letter.extract(document))


def test_each_listed_visitor_is_said_to_work_for_the_firm_named(paper):
    first, _ = of(paper(*ENGLISH), "employee_of")
    assert (first.subject, first.object, first.qualifier("post")) == ("Wang Zhiqiang", "OOO Vektor Test", "engineer")
    assert (first.modality, first.holders, first.stance) == ("held", ("OOO Vektor Test",), "party_says")


def test_the_passport_goes_to_the_person(paper):
    found = letter.extract(paper(*ENGLISH))
    (wang,) = [mention for mention in found.mentions if mention.text == "Wang Zhiqiang"]
    assert wang.identifiers == (("passport", "E00000001"),)


def test_a_russian_letter_with_a_table_is_read(paper, check_quotes):
    document = paper(*RUSSIAN)
    first, second = of(document, "visits")
    assert (first.subject, first.object, second.subject) == ("Ван Чжицян", "Пробск", "Петров Иван Ильич")
    assert (first.valid_from.value, first.valid_to.value, first.said_at.value) == (
        "2024-03-03",
        "2024-03-09",
        "2024-02-20",
    )
    assert {claim.object for claim in of(document, "employee_of")} == {"ООО «Вектор Тест»"}
    assert first.holders == ("ООО «Вектор Тест»",)
    check_quotes(document, letter.extract(document))


def test_a_chinese_letter_is_read(paper, check_quotes):
    document = paper(*CHINESE)
    (visit,) = of(document, "visits")
    assert (visit.subject, visit.object, visit.holders) == ("王志强", "上海", ("深圳市北光仪器有限公司",))
    assert (visit.valid_from.value, visit.valid_to.value, visit.said_at.value) == (
        "2024-03-03",
        "2024-03-09",
        "2024-02-20",
    )
    (work,) = of(document, "employee_of")
    assert work.object == "深圳市北光仪器有限公司"
    check_quotes(document, letter.extract(document))


@pytest.mark.parametrize(
    ("line", "people"),
    [
        ("We plan a visit of our engineers Wang Zhiqiang and Li Na to Probsk from 3 to 9 March 2024.", ["Wang Zhiqiang", "Li Na"]),
        ("Our specialists: Wang Zhiqiang, Li Na (passport E00000002) will visit Probsk from 3 to 9 March 2024.", ["Wang Zhiqiang", "Li Na"]),
        ("Направляем в г. Пробск с 3 по 9 марта 2024 г. наших сотрудников: Петрова Ивана и Сидорова Петра.", ["Петрова Ивана", "Сидорова Петра"]),
        ("我公司工程师王志强、李娜拟于2024年3月3日至9日赴上海工作。", ["王志强", "李娜"]),
    ],
)  # fmt: skip
def test_names_in_running_text_behind_a_cue_are_read(paper, line, people):
    document = paper(f"OOO Vektor Test\nDear Sirs,\n\n{line}\n\nYours faithfully,\nOOO Vektor Test")
    assert [claim.subject for claim in of(document, "visits")] == people
    assert {claim.object for claim in of(document, "employee_of")} == {"OOO Vektor Test"}


def test_names_on_lines_of_their_own_under_an_opening_are_read(paper):
    text = (
        "深圳市北光仪器有限公司\n邀请函\n现邀请下列人员于2024/03/03至2024/03/09赴上海市工作。\n"
        "下列人员均为深圳市北光仪器有限公司员工：\n王志强（工程师，护照号：E00000001）\n李娜（专员）\n深圳市北光仪器有限公司\n2024/02/20"
    )
    document = paper(text)
    assert letter.recognise(document) >= 0.5
    assert [(claim.subject, claim.object) for claim in of(document, "visits")] == [
        ("王志强", "上海市"),
        ("李娜", "上海市"),
    ]


def test_a_letter_with_a_list_of_staff_is_no_list_of_staff(paper):
    text = (
        "ООО «Вектор Тест»\nКому: АО «Завод Пробный»\nИсх. № 17 от 20.02.2024\nСообщаем, что наши специалисты прибудут в г. Пробск. "
        "Срок пребывания: с 3 по 9 марта 2024 г.\nСписок сотрудников ООО «Вектор Тест»:\n1) Wang Wei – техник, паспорт № E00000001\n"
        "Генеральный директор ООО «Вектор Тест»\nИ. И. Петров"
    )
    document = paper(text)
    assert letter.recognise(document) >= 0.5 > register_extract.recognise(document)
    assert [(claim.object, claim.valid_from.value) for claim in of(document, "visits")] == [("Пробск", "2024-03-03")]


def test_employees_of_another_firm_are_not_the_senders(paper):
    text = ENGLISH[0].replace("employees of OOO Vektor Test will", "employees of Northlight Instruments Ltd will")
    assert {claim.object for claim in of(paper(text), "employee_of")} == {"Northlight Instruments Ltd"}


def test_a_completed_visit_is_held_not_planned(paper):
    text = (
        "OOO Vektor Test\nDear Sirs,\n\nOur specialists visited your site in Probsk from 3 to 9 March 2024:\n"
        "1. Wang Zhiqiang\n2. Li Na\n\nYours faithfully,\nOOO Vektor Test"
    )
    assert {claim.modality for claim in of(paper(text), "visits")} == {"held"}


def test_an_earlier_visit_recalled_does_not_make_the_plan_held(paper):
    text = ENGLISH[0].replace("We kindly", "Our specialists visited Probsk from 5 to 9 February 2024. We kindly")
    assert {(claim.modality, claim.valid_from.value) for claim in of(paper(text), "visits")} == {
        ("planned", "2024-03-03")
    }


def test_people_of_no_one_named_are_only_visitors(paper):
    text = (
        ENGLISH[0]
        .replace("The following employees of OOO Vektor Test", "The following visitors")
        .replace("our specialists", "a group")
    )
    assert of(paper(text), "employee_of") == []
    assert len(of(paper(text), "visits")) == 2


@pytest.mark.parametrize(
    "text",
    [
        "OOO Vektor Test\nDear Mr Ivanov,\nwe would be glad to welcome you in Probsk from 3 to 9 March 2024.\nYours faithfully,\nIvan Petrov",
        "ООО «Вектор Тест»\nУважаемый Иван Ильич!\nБудем рады видеть Вас в г. Пробск с 3 по 9 марта 2024 г.\nС уважением,\nПетров И. И.",
        "Dear Mr Ivanov,\n1. Prices are fixed.\n2. Delivery takes a week.\nThe visit is from 3 to 9 March 2024.\nYours faithfully",
    ],
)
def test_a_letter_that_lists_nobody_names_nobody(paper, text):
    assert letter.extract(paper(text)).claims == ()


@pytest.mark.parametrize("blocks", [ENGLISH, RUSSIAN, CHINESE])
def test_letters_are_recognised_before_other_papers(paper, blocks):
    document = paper(*blocks)
    assert letter.recognise(document) >= 0.5
    assert letter.recognise(document) > max(invoice.recognise(document), register_extract.recognise(document))


def test_a_letter_about_an_invoice_is_a_letter(paper):
    text = "Dear Sirs,\nplease find our invoice No. 17 of 5 March 2024 over 2,500.00 USD.\nYours faithfully,\nNorthlight Ltd"
    assert letter.recognise(paper(text)) >= 0.5
    assert invoice.recognise(paper(text)) < 0.5


@pytest.mark.parametrize(
    "text",
    [
        "INVOICE No. 3\nTo: Vektor LLC\nFrom: Northlight Ltd\nTotal: 5.00 EUR",
        "The ministry said on Monday that a delegation had visited Probsk.",
        "ВЫПИСКА ИЗ ЕГРЮЛ\nГенеральный директор: Петров Иван Ильич",
    ],
)
def test_other_papers_are_no_letter(paper, text):
    assert letter.recognise(paper(text)) < 0.5
