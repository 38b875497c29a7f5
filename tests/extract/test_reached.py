import pytest

from clew.extract.document import Document, Table
from clew.extract.mapping import Mapping
from clew.extract.one import extract
from clew.extract.reached import reached_at
from clew.model.source import Cell, Page


def document(text, media_type="text/plain", tables=()):
    return Document("s-1", media_type, (Page(1, text, "", None, None),), tables)


def reached(text, *, record_type="unrecognised"):
    found = reached_at(document(text), (), record_type=record_type, tabular=False)
    return [(claim.subject, claim.object, claim.qualifier("means")) for claim in found.claims]


LETTER = """Vektor Pribor LLC
1 First Lane, Perm 614000
Tel. +7 (342) 000-00-01, fax +7 (342) 000-00-02

Dear Sirs,
please call +7 342 111 11 11.
Yours sincerely,
Ivan Petrov
Director
Vektor Pribor LLC
i.petrov@vektor.example
+7 342 000-00-03
"""


def test_a_letterhead_and_a_signature_say_where_the_firm_is_reached_and_a_mail_named_after_the_signer_is_theirs():
    assert reached(LETTER) == [
        ("Vektor Pribor LLC", "+7 (342) 000-00-01", "phone"),
        ("Vektor Pribor LLC", "+7 (342) 000-00-02", "fax"),
        ("Ivan Petrov", "i.petrov@vektor.example", "mail"),
        ("Vektor Pribor LLC", "+7 342 000-00-03", "phone"),
    ]


def test_the_words_of_a_claim_hold_the_name_and_the_contact():
    (claim, *_) = reached_at(document(LETTER), (), record_type="letter", tabular=False).claims
    assert claim.quotes[0].text.startswith("Vektor Pribor LLC\n1 First Lane")
    assert [quote.role for quote in claim.quotes] == ["quote", "subject", "object"]
    assert (claim.predicate, claim.modality, claim.stance) == ("has_contact", "held", "record_states")


def test_each_side_of_an_invoice_has_its_own():
    text = "Seller: Northlight Ltd\nTel: +44 20 7946 0001\nBuyer: Orvel Trading LLC\nTel: +971 4 000 0001\n"
    assert reached(text) == [
        ("Northlight Ltd", "+44 20 7946 0001", "phone"),
        ("Orvel Trading LLC", "+971 4 000 0001", "phone"),
    ]


def test_two_sides_in_two_columns_are_told_by_the_column():
    text = "Northlight Ltd      Orvel Trading LLC\n12 Harbour Road     5 Dune Street\nTel: +44 20 7946 0001     Tel: +971 4 000 0001\n"
    assert reached(text) == [
        ("Northlight Ltd", "+44 20 7946 0001", "phone"),
        ("Orvel Trading LLC", "+971 4 000 0001", "phone"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Northlight Ltd\nBank: Uralprom, BIC URALRU00\nFax: +7 342 555 55 55\n",
        "ООО «Вектор»\nБанк получателя: Уралпром\nтел. (342) 555-55-55\n",
        "Northlight Ltd\nHotel Aurora\nTel: +7 342 555 55 55\n",
        "Northlight Ltd\nShipping Address\nAnna Smith\nPhone: +44 20 7946 0009\n",
        "Northlight Ltd\nFor questions:\nTel: +44 20 7946 0009\n",
        "Northlight Ltd     Orvel Trading LLC\nTel: +44 20 7946 0001\n",
        "We met people of Northlight Ltd and\nasked them to call us at +44 20 7946 0001 soon.\n",
        "Northlight Ltd\n\nTel: +44 20 7946 0001\n",
    ],
    ids=[
        "of the bank", "of the bank, in Russian", "of a hotel", "of another side", "of whoever answers", "of one of two",
        "in a sentence", "in another block",
    ],
)  # fmt: skip
def test_what_the_layout_does_not_tell_is_nobodys(text):
    assert reached(text) == []


def test_the_news_says_nothing_of_where_anybody_is_reached():
    assert reached(LETTER, record_type="news") == []


def test_the_header_of_a_mail_tells_the_addresses_of_those_it_names():
    text = (
        'From: Ivan Petrov <i.petrov@vektor.example>\nTo: "Smirnova, Olga" <o.smirnova@orvel.example>, info@orvel.example,'
        " Sales Team 2 <sales@orvel.example>\nSubject: parts\n\nSee below.\n"
    )
    assert reached(text) == [
        ("Ivan Petrov", "i.petrov@vektor.example", "mail"),
        ("Smirnova, Olga", "o.smirnova@orvel.example", "mail"),
    ]


def rows(*lines):
    text, cells, at = "\n".join(",".join(line) for line in lines), [], 0
    for number, line in enumerate(lines):
        row = []
        for column, value in enumerate(line):
            row.append(Cell(1, 0, number, column, value, ((at, at + len(value)),)))
            at += len(value) + 1
        cells.append(tuple(row))
    return document(text, "text/csv", (Table(0, tuple(cells)),))


def test_columns_headed_so_are_the_one_partys_of_their_row():
    table = rows(
        ("Company", "Phone", "E-mail"),
        ("Northlight Ltd", "020 7946 0001", "info@northlight.example"),
        ("Orvel Trading LLC", "none", ""),
    )
    claims = extract(table, Mapping(())).claims
    assert [(c.subject, c.object) for c in claims if c.predicate == "has_contact"] == [
        ("Northlight Ltd", "020 7946 0001"),
        ("Northlight Ltd", "info@northlight.example"),
    ]


def test_a_passenger_list_tells_the_telephone_of_each_passenger():
    table = rows(
        ("Passenger name", "Flight", "Date", "From", "To", "Phone"),
        ("PETROV/IVAN", "ZZ101", "2024-03-04", "Perm", "Hangzhou", "+7 342 000-00-01"),
    )
    found = extract(table, Mapping(()))
    assert found.record_type == "passenger_record"
    (claim,) = (claim for claim in found.claims if claim.predicate == "has_contact")
    travels = next(claim for claim in found.claims if claim.predicate == "travels_to")
    assert claim.subject_mention == travels.subject_mention


def test_a_row_of_two_parties_does_not_tell_whose_telephone_it_is():
    table = rows(
        ("Passenger name", "Flight", "Date", "From", "To", "Phone"),
        ("PETROV/IVAN; SMIRNOV/OLEG", "ZZ101", "2024-03-04", "Perm", "Hangzhou", "+7 342 000-00-01"),
    )
    assert [c for c in extract(table, Mapping(())).claims if c.predicate == "has_contact"] == []


def test_a_line_longer_than_any_letters_is_passed_over():
    assert reached("Northlight Ltd, " + "x" * 2_000 + ", tel. +44 20 7946 0001\n") == []
