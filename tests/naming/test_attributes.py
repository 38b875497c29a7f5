import pytest
from hypothesis import given
from hypothesis import strategies as st

from clew.naming.attributes import Telling, moved, telling


def said(one, other):
    return [reason.words for reason in telling(one, other)]


def weights(one, other):
    return [reason.weight for reason in telling(one, other)]


@pytest.mark.parametrize(
    ("one", "other", "words"),
    [
        ("1970-01-02", "1970-01-02", "same day of birth 1970-01-02"),
        ("1970-01-02", "1981-01-02", "birth years differ by 11"),
        ("1970-01-02", "1970-02-01", "same day of birth with day and month exchanged: 1970-01-02 and 1970-02-01"),
        ("1970-01-02", "1970", "same year of birth 1970"),
        ("1970-01-02", "1970-11-23", "days of birth differ in one year: 1970-01-02 and 1970-11-23"),
    ],
)
def test_birth_dates_are_told_by_how_far_they_are_apart(one, other, words):
    assert said({"birth_date": [one]}, {"birth_date": [other]}) == [words]


def test_of_several_birth_dates_the_nearest_counts():
    assert said({"birth_date": ["1970-01-02"]}, {"birth_date": ["1955-01-01", "1970-01-02"]}) == [
        "same day of birth 1970-01-02"
    ]


def test_a_tax_number_that_differs_says_more_than_a_passport_that_does():
    tax = weights({"inn": ["7700000001"]}, {"inn": ["7700000002"]})
    passport = weights({"passport": ["X 1"]}, {"passport": ["X2"]})
    assert tax[0] < passport[0] < 0


def test_a_number_is_equal_however_it_is_written():
    assert said({"passport": ["X-0001"]}, {"passport": ["x 0001"]}) == ["same passport X0001"]


def test_what_one_side_lacks_says_nothing():
    assert said({"birth_date": ["1970"], "gender": ["male"]}, {"country": ["Iran"]}) == []
    assert said({"country": ["IR"]}, {"country": ["Iran"]}) == []  # a code and a name are not compared


def test_gender_and_country_speak_for_and_against():
    assert weights({"gender": ["male"]}, {"gender": ["M"]}) == []  # half of all people share it
    assert weights({"gender": ["male"]}, {"gender": ["female"]})[0] < -1
    assert said({"country": ["Iran"]}, {"country": ["iran", "Syria"]}) == ["same country Iran"]


@given(st.floats(0, 100), st.lists(st.floats(-6, 6), max_size=4), st.floats(0, 6))
def test_more_for_never_lowers_a_score_and_more_against_never_raises_it(score, given_, more):
    reasons = [Telling("", "", weight) for weight in given_]
    before = moved(score, reasons)
    assert moved(score, [*reasons, Telling("", "", more)]) >= before
    assert moved(score, [*reasons, Telling("", "", -more)]) <= before
    assert 0 <= before <= 100
