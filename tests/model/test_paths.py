from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clew.model.paths import connect

STAR = [("j1", "a", "name:x"), ("j2", "b", "name:x"), ("j3", "c", "name:x")]


def test_one_name_needs_nothing():
    assert connect(STAR, ["a"]) == (((),), True)


def test_two_names_need_both_their_links_to_the_key():
    assert connect(STAR, ["a", "b"]) == ((("j1", "j2"),), True)


def test_names_that_nothing_joins_have_no_set():
    assert connect(STAR, ["a", "z"]) == ((), True)


def test_two_ways_are_two_sets_and_the_shorter_comes_first():
    links = [*STAR, ("h1", "a", "b")]
    assert connect(links, ["a", "b"]) == ((("h1",), ("j1", "j2")), True)


def test_a_way_through_another_name_counts():
    links = [("j1", "a", "name:x"), ("j2", "c", "name:x"), ("j3", "c", "inn:1"), ("j4", "b", "inn:1")]
    assert connect(links, ["a", "b"]) == ((("j1", "j2", "j3", "j4"),), True)


def test_says_when_there_are_more_sets_than_asked_for():
    links = [(f"j{i}", "a", "b") for i in range(5)]
    sets, complete = connect(links, ["a", "b"], most=3)
    assert len(sets) == 3
    assert not complete


def test_exactly_as_many_sets_as_asked_for_is_complete():
    links = [(f"j{i}", "a", "b") for i in range(3)]
    assert connect(links, ["a", "b"], most=3)[1]


def test_thousands_of_names_under_one_key_do_not_matter():
    links = [(f"n{i:05}", f"a{i:05}", "name:x") for i in range(5_000)]
    assert connect(links, ["a00001", "a04000"]) == ((("n00001", "n04000"),), True)


def test_gives_the_smallest_sets_of_many_names_that_share_two_keys():
    links = [(f"n{i:03}", f"a{i:03}", "name:x") for i in range(300)]
    links += [(f"p{i:03}", f"a{i:03}", "passport:y") for i in range(300)]
    sets, complete = connect(links, [f"a{i:03}" for i in range(12)])
    assert {len(links) for links in sets} == {12, 13}
    assert not complete


nodes = st.sampled_from("abcdef")
graphs = st.lists(st.tuples(nodes, nodes), max_size=9).map(
    lambda pairs: [(f"j{i}", left, right) for i, (left, right) in enumerate(pairs)]
)


def joined(links, needed):
    reach = {min(needed)}
    for _ in links:
        reach |= {y for _, x, y in links if x in reach} | {x for _, x, y in links if y in reach}
    return set(needed) <= reach


@given(graphs, st.sets(nodes, min_size=2, max_size=4))
def test_finds_exactly_the_minimal_sets(links, needed):
    every = [
        set(chosen) for size in range(len(links) + 1) for chosen in combinations(links, size) if joined(chosen, needed)
    ]
    smallest = {
        tuple(sorted(link for link, _, _ in chosen)) for chosen in every if not any(less < chosen for less in every)
    }
    sets, complete = connect(links, needed, most=1000)
    assert set(sets) == smallest
    assert len(sets) == len(set(sets))
    assert complete


@pytest.mark.parametrize("most", [1, 2])
@given(graphs, st.sets(nodes, min_size=2, max_size=3), st.randoms())
def test_the_order_of_the_links_does_not_matter(most, links, needed, random):
    shuffled = list(links)
    random.shuffle(shuffled)
    assert connect(links, needed, most=most) == connect(shuffled, needed, most=most)
