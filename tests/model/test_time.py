import pytest
from hypothesis import given
from hypothesis import strategies as st

from clew.model.errors import BadTime
from clew.model.time import Moment


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2024-03-05", "2024-03-05", "2024-03-05"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2024-Q2", "2024-04-01", "2024-06-30"),
        ("2024", "2024-01-01", "2024-12-31"),
        ("early 2024", "2024-01-01", "2024-04-30"),
        ("late 2024", "2024-09-01", "2024-12-31"),
    ],
)
def test_a_moment_knows_the_first_and_last_day_it_can_mean(value, first, last):
    assert [day.isoformat() for day in Moment.read(value).bounds()] == [first, last]


@pytest.mark.parametrize("value", ["2024-02-30", "2024-13", "5 March 2024", "", "2024-Q5", "0000-01-01"])
def test_what_is_no_point_in_time_is_refused(value):
    with pytest.raises(BadTime, match=r"no point in time|no day of the calendar"):
        Moment.read(value)


@given(st.dates())
def test_every_day_of_the_calendar_is_read_back(day):
    assert Moment.read(day.isoformat()).bounds() == (day, day)
