import pytest

from clew.extract.document import Document
from clew.extract.things import is_iban, is_imo, things_in
from clew.model.source import Page


def found(text):
    return [
        (mention.kind, mention.text, mention.identifiers[0][1])
        for mention in things_in(Document("s-1", "text/plain", (Page(1, text),)))
    ]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The m/v Veshnyak Star (IMO 9074729) left Perm.", "Veshnyak Star"),
        ("VESHNYAK STAR, IMO No. 9074729", "VESHNYAK STAR"),
        ("the tanker Veshnyak Star, IMO 9074729, flag unknown", "Veshnyak Star"),
        ("Vessel Name: MV ORION 2\nIMO Number: 9074729", "MV ORION 2"),
        ("т/х «Вешняк» (ИМО 9074729)", "Вешняк"),
        ("船名：海星 IMO: 9074729", "海星"),
        ("The number IMO 9074729 was painted over", "9074729"),
    ],
)
def test_a_ship_is_known_by_its_number_and_called_by_the_name_before_it(text, name):
    assert found(text) == [("vessel", name, "9074729")]


@pytest.mark.parametrize("text", ["Owner Orvel Trading, IMO 9074729", "Orvel Trading LLC (IMO 9074729)"])
def test_a_firm_before_the_number_is_no_ship(text):
    assert found(text) == [("vessel", "9074729", "9074729")]


@pytest.mark.parametrize("text", ["IMO 9074728", "IMO 90747290", "IMO resolution 9074729", "invoice 9074729"])
def test_a_number_that_fails_its_check_or_has_no_word_for_it_is_none(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("Tail number RA-12345, flight ZZ101", "RA-12345"),
        ("aircraft registration: N123WV", "N123WV"),
        ("бортовой номер RA-12345", "RA-12345"),
    ],
)
def test_an_aircraft_is_known_by_its_mark_behind_a_word_for_it(text, mark):
    assert found(text) == [("aircraft", mark, mark)]


@pytest.mark.parametrize("text", ["Model AB-1234", "on board B-1234", "борт судна", "company registration: N123"])
def test_codes_of_other_things_are_no_aircraft(text):
    assert found(text) == []


def test_an_account_is_known_by_an_iban_whose_check_fits():
    assert found("IBAN: DE89 3704 0044 0532 0130 00") == [
        ("account", "DE89 3704 0044 0532 0130 00", "DE89370400440532013000")
    ]
    assert found("IBAN: DE89 3704 0044 0532 0130 01") == []
    assert found("order AB12 3456 7890 1234 5678") == []


def test_the_checks_are_those_of_the_standards():
    assert is_imo("9074729")
    assert not is_imo("9074792")
    assert is_iban("GB82 WEST 1234 5698 7654 32")
    assert not is_iban("XX82 WEST 1234 5698 7654 32")
