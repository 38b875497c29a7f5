"""Invented people: what is printed behind a name goes with it, up to the next person on the line."""

import pytest

from clew.extract.people import identity_behind


@pytest.mark.parametrize(
    "rest",
    [
        ", engineer, passport E00000001",
        ", Chief Engineer, passport E00000001",
        " (Chinese Passport E00000001)",
        ", Northlight Ltd, passport E00000001",
        "，高级工程师，护照号E00000001",
    ],
)
def test_a_passport_behind_a_name_and_post_is_the_person_s(rest):
    assert identity_behind(rest) == (("passport", "E00000001"),)


def test_a_russian_passport_behind_a_post_is_the_person_s():
    assert identity_behind(", Главный Инженер, паспорт 45 10 123456") == (("passport", "4510123456"),)


@pytest.mark.parametrize(
    "rest",
    [
        ", Li Na passport E00000001",
        " and Li Na, passport E00000001",
        " (deputy of Li Na, passport E00000001)",
        " и Петров Петр Петрович, паспорт 45 10 123456",
        "、李娜，护照号E00000001",
    ],
)
def test_a_passport_behind_another_name_is_not_the_first_ones(rest):
    assert identity_behind(rest) == ()


def test_two_people_on_a_line_keep_each_to_their_own():
    assert identity_behind(", passport E00000001, Li Na, passport E00000002") == (("passport", "E00000001"),)
