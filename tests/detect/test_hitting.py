from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from clew.detect.hitting import count_visits, fewest_visits, gaps_touched


def fewest_by_trying_all(gaps):
    """Try every set of gaps, smallest first."""
    last = max((stop for _, stop in gaps), default=0)
    return min(
        sum(chosen)
        for chosen in product((False, True), repeat=last + 1)
        if all(any(chosen[first : stop + 1]) for first, stop in gaps)
    )


def test_the_greedy_count_equals_trying_everything_on_all_small_cases():
    stretches = [(first, last) for first in range(4) for last in range(first, 4)]
    for size in range(4):
        for gaps in product(stretches, repeat=size):
            assert fewest_visits(gaps) == (fewest_by_trying_all(gaps) if gaps else 0)


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 4)).map(lambda p: (p[0], p[0] + p[1])), max_size=8))
def test_the_greedy_count_equals_trying_everything(gaps):
    assert fewest_visits(gaps) == (fewest_by_trying_all(gaps) if gaps else 0)


def test_two_presences_with_an_absence_between_are_two_visits():
    assert count_visits([(1, 1), (9, 9)], [(5, 5)]) == (2, ())


def test_two_presences_with_nothing_between_may_be_one_visit():
    assert count_visits([(1, 1), (9, 9)], []) == (1, ())


def test_a_presence_inside_an_absence_is_a_contradiction_and_is_not_dropped():
    assert count_visits([(1, 2), (5, 6)], [(4, 8)]) == (1, (1,))


def test_a_presence_that_reaches_over_an_absence_touches_both_gaps():
    assert gaps_touched((1, 9), [(4, 5)]) == (0, 1)


def test_overlapping_absences_are_one():
    assert count_visits([(0, 0), (9, 9)], [(2, 5), (4, 7)]) == (2, ())
