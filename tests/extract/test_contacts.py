import pytest

from clew.extract.contacts import contacts_in, in_cell, means_of


def found(line):
    return [(contact.means, contact.text) for contact in contacts_in(line)]


@pytest.mark.parametrize(
    ("line", "contacts"),
    [
        ("Tel. +7 (342) 000-00-01, info@vektor.example", [("phone", "+7 (342) 000-00-01"), ("mail", "info@vektor.example")]),
        ("Тел./факс: (342) 000-00-01; e-mail: info@vektor.example", [("phone", "(342) 000-00-01"), ("mail", "info@vektor.example")]),
        ("тел. 8 800 000-00-00 (бесплатно)", [("phone", "8 800 000-00-00")]),
        ("Vektor LLC, 1 First Lane, Perm, phone +7 342 000 00 01 ext. 12", [("phone", "+7 342 000 00 01")]),
        ("电话：010-5555 0001  传真：010-5555 0002", [("phone", "010-5555 0001"), ("fax", "010-5555 0002")]),
        ("Fax\t+49 89 1234568", [("fax", "+49 89 1234568")]),
        ("T: +49 89 1234567 | www.vektor.example", [("phone", "+49 89 1234567"), ("site", "www.vektor.example")]),
        ("Web: vektor.example", [("site", "vektor.example")]),
        ("Ivan Petrov <i.petrov@vektor.example>", [("mail", "i.petrov@vektor.example")]),
    ],
)  # fmt: skip
def test_contacts_that_stand_by_themselves_are_found_with_what_they_are(line, contacts):
    assert found(line) == contacts


@pytest.mark.parametrize(
    "line",
    [
        "Invoice No 2024-03-000123",
        "IBAN DE89 3704 0044 0532 0130 00",
        "ИНН 7701234567, р/с 40702810000000000001",
        "Date: 2024-03-05",
        "Total 1 250 000",
        "т 1 250 000",  # tonnes
        "Tel 5",
        "+1 2024",
        "Please write to info@vektor.example or call us",
        "Read https://news.example/2024/03 and say what you think",
        "Motor A-140, 100-200-300",
    ],
)
def test_numbers_of_other_things_and_words_of_a_sentence_are_none(line):
    assert found(line) == []


def test_the_place_of_a_contact_is_where_its_characters_stand():
    line = "Vektor LLC,  tel: +7 342 000-00-01 ;"
    (contact,) = contacts_in(line)
    assert line[contact.start : contact.stop] == contact.text == "+7 342 000-00-01"


@pytest.mark.parametrize(
    ("header", "means"),
    [("Phone", "phone"), ("Контактный телефон", "phone"), ("联系电话", "phone"), ("E-mail", "mail"), ("Fax", "fax"), ("Website", "site"), ("Name", ""), ("Amount", "")],
)  # fmt: skip
def test_the_head_of_a_column_says_what_stands_under_it(header, means):
    assert means_of(header) == means


def test_a_cell_under_a_head_needs_no_label():
    assert in_cell("8 342 000-00-01", "phone") == (0, "8 342 000-00-01")
    assert in_cell("see below", "phone") is None
