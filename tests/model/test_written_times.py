from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clew.model.written_times import day_order, find_times, read_time

POINTS = [
    ("2024-03-05", "2024-03-05"),
    ("2024-03-05 00:00:00", "2024-03-05"),
    ("2024-03-05T00:00", "2024-03-05"),
    ("05.03.2024", "2024-03-05"),
    ("10.12.24", "2024-12-10"),
    ("08MAR24", "2024-03-08"),
    ("15-Mar-2024", "2024-03-15"),
    ("5 March 2024", "2024-03-05"),
    ("March 5, 2024", "2024-03-05"),
    ("Sept. 5, 2024", "2024-09-05"),
    ("5 мая 2024 г.", "2024-05-05"),
    ("«05» марта 2024 года", "2024-03-05"),
    ("2024年3月5日", "2024-03-05"),
    ("March 2024", "2024-03"),
    ("в марте 2024 года", "2024-03"),
    ("май 2024", "2024-05"),
    ("2024年3月", "2024-03"),
    ("Q1 2024", "2024-Q1"),
    ("1 квартал 2024", "2024-Q1"),
    ("2024年第一季度", "2024-Q1"),
    ("early 2024", "early 2024"),
    ("в начале 2024 года", "early 2024"),
    ("конец 2024", "late 2024"),
    ("2024年初", "early 2024"),
    ("2024年底", "late 2024"),
    ("in 2024.", "2024"),
    ("2024 году", "2024"),
    ("2024年", "2024"),
]
WINDOWS = [
    ("3-9 March 2024", "2024-03-03", "2024-03-09"),
    ("from 3 to 9 March 2024", "2024-03-03", "2024-03-09"),
    ("March 3-9, 2024", "2024-03-03", "2024-03-09"),
    ("between 3 March 2024 and 9 March 2024", "2024-03-03", "2024-03-09"),
    ("from 28 February to 4 March 2024", "2024-02-28", "2024-03-04"),
    ("from 28 December to 4 January 2024", "2023-12-28", "2024-01-04"),
    ("с 3 по 9 марта 2024 г.", "2024-03-03", "2024-03-09"),
    ("с 28 февраля по 4 марта 2024 года", "2024-02-28", "2024-03-04"),
    ("с 03.03.2024 по 09.03.2024", "2024-03-03", "2024-03-09"),
    ("03.–09.03.2024", "2024-03-03", "2024-03-09"),
    ("2024年3月3日至9日", "2024-03-03", "2024-03-09"),
    ("2024年2月28日至3月4日", "2024-02-28", "2024-03-04"),
    ("自2024年3月3日起至2024年3月9日止", "2024-03-03", "2024-03-09"),
]


@pytest.mark.parametrize(("text", "value"), POINTS)
def test_a_point_in_time_is_read_with_its_precision(text, value):
    (found,) = find_times(text)
    assert (found.moment.value, found.until) == (value, ())


@pytest.mark.parametrize(("text", "first", "last"), WINDOWS)
def test_a_window_has_a_first_and_a_last_day(text, first, last):
    (found,) = find_times(text)
    assert (found.moment.value, found.end.value) == (first, last)


@pytest.mark.parametrize(
    "text",
    [
        "5,2",
        "45,5",
        "v1.2.2024.3",
        "192.168.12.24",
        "2024 the",
        "in 2024 pieces",
        "+7 343 555-12-24",
        "31.02.2024",
        "ISO 9001",
    ],
)
def test_what_only_looks_like_a_date_is_left_alone(text):
    assert find_times(text) == []


def test_a_date_of_two_readings_keeps_both():
    (found,) = find_times("5/3/2024")
    assert [moment.value for moment in found.moments] == ["2024-03-05", "2024-05-03"]
    assert found.moment is None


def test_another_date_of_the_document_decides_the_order():
    assert [found.moment.value for found in find_times("25/3/2024, then 5/3/2024")] == ["2024-03-25", "2024-03-05"]
    assert [found.moment.value for found in find_times("3/25/2024, then 5/3/2024")] == ["2024-03-25", "2024-05-03"]


def test_dates_that_disagree_decide_nothing():
    assert day_order("25/3/2024 and 3/25/2024") is None


def test_two_days_joined_by_and_are_no_window():
    found = find_times("on 3 March 2024 and 9 March 2024")
    assert [(one.moment.value, one.until) for one in found] == [("2024-03-03", ()), ("2024-03-09", ())]


def test_a_cell_with_two_dates_says_no_one_time():
    assert read_time("2024-03-05, 2024-03-07") is None


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31)))
def test_every_day_is_read_back_from_its_iso_form(day):
    (found,) = find_times(f"am {day.isoformat()}.")
    assert found.moment.value == day.isoformat()


@given(st.text(max_size=200))
def test_places_are_in_order_and_never_overlap(text):
    found = find_times(text)
    assert all(left.stop <= right.start for left, right in pairwise(found))
    assert all(0 <= one.start < one.stop <= len(text) for one in found)


@pytest.mark.parametrize(
    ("words", "day"),
    [("7. Mai 2014", "2014-05-07"), ("12. März 2024", "2024-03-12"), ("1er juillet 2015", "2015-07-01"), ("02 Août 2015", "2015-08-02"), ("18 maart 2014", "2014-03-18")],
)  # fmt: skip
def test_german_french_and_dutch_days_are_read(words, day):
    (found,) = find_times(f"vom {words} an")
    assert found.moment.value == day


def test_a_german_month_without_a_day_is_no_time():
    assert find_times("Der Mai ist gekommen") == []
