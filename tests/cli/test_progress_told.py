import pytest

from clew import progress
from clew.progress import pace


@pytest.fixture
def clock(monkeypatch):
    now = [100.0]
    monkeypatch.setattr(progress.time, "monotonic", lambda: now[0])
    return now


def test_the_pace_and_the_time_left_are_told_after_a_while(clock):
    clock[0] = 110.0
    assert pace(20_000, 200_000, (100.0, 0)) == ", 2,000 a second, about 2 min left"
    assert pace(150_000, 200_000, (100.0, 0)) == ", 15,000 a second, about 3 s left"


def test_what_an_earlier_run_did_is_not_counted_as_pace(clock):
    clock[0] = 110.0
    assert pace(101_000, 111_000, (100.0, 100_000)) == ", 100 a second, about 2 min left"


def test_too_early_nothing_is_said(clock):
    clock[0] = 101.0
    assert pace(5, 10, (100.0, 0)) == ""
    clock[0] = 110.0
    assert pace(5, 10, (100.0, 5)) == ""


def test_of_slow_things_only_the_time_left_is_told(clock):
    clock[0] = 120.0
    assert pace(2, 4, (100.0, 0)) == ", about 20 s left"
