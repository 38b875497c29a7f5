import pytest

from clew.model.errors import BadNames
from clew.screen.compared import compare

PETROV = {"name": "PETROV, Ivan", "kind": "person"}


@pytest.mark.parametrize(
    ("more", "level"),
    [
        ({}, "I1"),
        ({"birth_date": "1970-01-02"}, "I2"),
        ({"birth_date": "1981-01-02"}, "I0"),
        ({"passport": "X0001"}, "I3"),
        ({"country": "Iran"}, "I1"),
        ({"gender": "female"}, "I0"),
    ],
)
def test_levels_are_those_of_screening(more, level):
    mine = {"birth_date": "1970-01-02", "passport": "X 0001", "country": "Syria", "gender": "male"}
    mine = {key: value for key, value in mine.items() if key in more}
    assert compare({**PETROV, **mine}, {"name": "Иван Петров", **more}).level == level


def test_a_likeness_is_no_more_than_that_and_says_why():
    found = compare(PETROV, {"name": "Ivan Petrovsky", "birth_date": ["1970"]})
    assert found.level == "I0"
    assert found.name_score < 100
    assert any("near" in words for words in found.because)


def test_the_nearest_of_several_names_counts():
    found = compare({"names": ["Zarya LLC", "Zarya Shipping"], "kind": "organization"}, {"name": "ZARYA, LLC"})
    assert (found.name_score, found.names) == (100, ("Zarya LLC", "ZARYA, LLC"))


def test_what_is_known_moves_the_score_of_the_names():
    alone = compare(PETROV, {"name": "Ivan Petrov"})
    other = compare({**PETROV, "birth_date": "1970-01-02"}, {"name": "Ivan Petrov", "birth_date": "1999-03-04"})
    assert other.name_score == alone.name_score
    assert other.score < alone.score
    assert "birth years differ by 29" in other.against


def test_the_names_of_followthemoney_are_known():
    one = {"schema": "Company", "name": ["Zarya LLC"], "innCode": ["7700000001"]}
    assert compare(one, {"schema": "Company", "name": ["Polus"], "innCode": ["7700000001"]}).level == "I3"


def test_a_registration_that_differs_contradicts_nothing_beside_an_equal_number():
    one = {"name": "Zarya LLC", "kind": "organization", "inn": "7700000001", "registration": "A1"}
    assert compare(one, {**one, "registration": "B2"}).level == "I3"
    assert compare(one, {**one, "registration": "B2", "inn": ""}).level == "I0"


def test_a_party_without_a_name_is_refused():
    with pytest.raises(BadNames, match="expected a name"):
        compare({"kind": "person"}, PETROV)
