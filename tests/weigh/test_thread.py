from hypothesis import given
from hypothesis import strategies as st

from clew.model.records import Leaf
from clew.weigh.thread import sources_reached, survives_any_one, weakest, whole, with_claims

A, B, C = (Leaf("claim", name) for name in "abc")
LISTED = Leaf("list", "l")
SOURCE_OF = {"a": "s-1", "b": "s-2", "c": "s-1"}
LEAVES = st.sampled_from([A, B, C, LISTED])
SUPPORTS = st.lists(st.frozensets(LEAVES, min_size=1).map(lambda one: tuple(sorted(one))), min_size=1, max_size=5)


def test_a_set_is_whole_while_none_of_its_leaves_is_off():
    assert whole([(A, LISTED), (B,)], {LISTED}) == ((B,),)


def test_a_source_takes_all_its_claims_with_it_and_no_other():
    assert with_claims([Leaf("source", "s-1"), LISTED], SOURCE_OF) == {A, C, LISTED}


def test_what_stands_on_two_sources_separately_survives_the_loss_of_either():
    assert survives_any_one([(A,), (B,)], SOURCE_OF)


def test_what_needs_two_sources_together_does_not():
    assert not survives_any_one([(A, B)], SOURCE_OF)


def test_two_sets_from_one_source_do_not_make_two_sources():
    assert not survives_any_one([(A,), (C,)], SOURCE_OF)


def test_the_weakest_leaves_are_those_that_every_set_needs():
    assert weakest([(A, LISTED), (B, LISTED)]) == (LISTED,)
    assert weakest([(A,), (B,)]) == ()


@given(SUPPORTS, st.frozensets(LEAVES))
def test_switching_more_off_never_makes_a_set_whole(supports, off):
    for leaf in (A, B, C, LISTED):
        assert set(whole(supports, off | {leaf})) <= set(whole(supports, off))


@given(SUPPORTS)
def test_losing_a_weakest_leaf_leaves_nothing_and_losing_any_other_leaves_something(supports):
    for leaf in {leaf for support in supports for leaf in support}:
        assert (not whole(supports, {leaf})) == (leaf in weakest(supports))


@given(SUPPORTS)
def test_every_source_reached_carries_a_claim_of_some_set(supports):
    claims = {leaf.id for support in supports for leaf in support if leaf.kind == "claim"}
    assert set(sources_reached(supports, SOURCE_OF)) == {SOURCE_OF[claim] for claim in claims}
