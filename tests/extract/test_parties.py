import pytest

from clew.extract.document import Document
from clew.extract.firms import find_firms
from clew.extract.identifiers import identifiers_in
from clew.extract.labels import Words
from clew.extract.parties import find_parties, has_legal_form, party_name
from clew.model.source import Page


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Beta Trading Co., Ltd., 12 Harbour Road, Dubai", "Beta Trading Co., Ltd."),
        ("Acme, Inc.", "Acme, Inc."),
        ("ООО «Север, Юг и Ко», ИНН 7700000001", "ООО «Север, Юг и Ко»"),
        ("ООО «Вектор Тест» 620000, г. Пробск", "ООО «Вектор Тест»"),
        ("АО Завод ИНН 7700000001", "АО Завод"),
        ("深圳市远航（集团）有限公司，地址：深圳", "深圳市远航（集团）有限公司"),
        ("深圳市北光仪器有限公司（以下简称甲方）", "深圳市北光仪器有限公司"),
        ("Vektor LLC (hereinafter the Buyer)", "Vektor LLC"),
        ("Northlight (Shenzhen) Co., Ltd.", "Northlight (Shenzhen) Co., Ltd."),
        ("ИП Лазарева Инна Петровна", "ИП Лазарева Инна Петровна"),  # no INN stands in 'Инна'
        ("Blue Anchor Inn", "Blue Anchor Inn"),
        ("Beta Inc. Registered in England No. 0123", "Beta Inc."),
    ],
)
def test_a_name_ends_before_number_and_address(line, name):
    assert party_name(Words(1, 0, len(line), line)).text == name


@pytest.mark.parametrize("line", ["", "12345", "Date", "ИНН"])
def test_labels_and_numbers_are_no_party(line):
    assert party_name(Words(1, 0, len(line), line)) is None


def test_identifiers_are_read_with_their_kind():
    text = "ИНН 7700000001, КПП 770001001, ОГРН 1027700000001, LEI 529900TESTTESTTEST12"
    assert identifiers_in(text) == (("inn", "7700000001"), ("ogrn", "1027700000001"), ("lei", "529900TESTTESTTEST12"))


def test_two_numbers_of_one_kind_are_nobodys():
    assert identifiers_in("ИНН 7700000001   ИНН 6600000001") == ()


@pytest.mark.parametrize("text", ["Vektor LLC", "ООО «Вектор»", "深圳有限公司", "Vektor GmbH"])
def test_legal_forms_are_known(text):
    assert has_legal_form(text)


@pytest.mark.parametrize("text", ["Ivan Petrov", "a company of men", "Петров И. И."])
def test_people_have_no_legal_form(text):
    assert not has_legal_form(text)


def page_of(text):
    return Document("s-test", "text/plain", (Page(1, text),))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Покупатель: АО\n«Завод Пробный» (ИНН 6600000001)", "АО «Завод Пробный»"),
        ('Покупатель: ООО\n"Вектор"', 'ООО "Вектор"'),
    ],
)  # fmt: skip
def test_a_form_at_the_line_s_end_keeps_the_name_the_next_line_opens_with(text, name):
    assert find_parties(page_of(text))["buyer"].text == name


@pytest.mark.parametrize(
    "text",
    [
        "Покупатель: АО\nПродавец: «Вектор»",
        "Покупатель: АО\nг. Пробск, «Завод»",
        "Buyer: LLC\n17 Main Road",
        "Buyer: Co., Ltd.",
    ],
)
def test_a_legal_form_alone_is_no_party(text):
    assert "buyer" not in find_parties(page_of(text))


@pytest.mark.parametrize(
    ("line", "firm"),
    [
        ("来访人员名单（远航进口有限责任公司员工）", "远航进口有限责任公司"),
        ("人员名单(远航（集团）有限公司)", "远航（集团）有限公司"),
        ("（见附件）远航进口有限公司", "（见附件）远航进口有限公司"),  # closed brackets may be the name's own
        ("附件一）远航进口有限公司", "远航进口有限公司"),
        ("北光仪器（上海）有限公司", "北光仪器（上海）有限公司"),
    ],
)
def test_a_bracket_that_stands_alone_leads_up_to_a_firm_and_a_pair_may_be_part_of_it(line, firm):
    assert [one.text for one in find_firms(Words(1, 0, len(line), line))] == [firm]
