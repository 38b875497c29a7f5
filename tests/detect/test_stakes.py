"""Ownership reach on the vectors of OFAC's FAQ 401 and on what differs between regimes. All parties are letters."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clew.detect.evidence import Fact
from clew.detect.regimes import rules, rules_on
from clew.detect.stakes import derivations, overfull, reached, read_share, stakes_on

DAY = "2025-10-15"


def owns(number, owner, owned, share, *, since=None, until=None):
    return Fact(
        f"c-{number}", owner, "owns", owned, f"a-{owner}", owner, f"a-{owned}", owned,
        qualifiers={"share": str(share)}, valid_from=since, valid_to=until, record_type="register_extract", source="s-1",
    )  # fmt: skip


def graph(*edges, day=DAY):
    return stakes_on(day, [owns(n, *edge) for n, edge in enumerate(edges)])


def rule(regime, day=DAY):
    return next(one for one in rules_on(day) if one.regime == regime)


def status(edges, party, *, listed=("X",), regime="us-ofac", day=DAY):
    stakes = graph(*edges, day=day)
    if party in reached(stakes, listed, rule(regime, day)):
        return "yes"
    return "possible" if party in reached(stakes, listed, rule(regime, day), at_most=True) else "no"


VECTORS = {
    "half of a half": ([("X", "A", 50), ("A", "B", 50)], "B", "yes"),
    "two halves of two quarters": ([("X", "A", 50), ("X", "B", 50), ("A", "C", 25), ("B", "C", 25)], "C", "yes"),
    "ten by itself and forty through another": ([("X", "A", 50), ("X", "B", 10), ("A", "B", 40)], "B", "yes"),
    "one of the two is not owned": ([("X", "A", 50), ("X", "B", 25), ("A", "C", 25), ("B", "C", 25)], "C", "no"),
    "neither is owned": ([("X", "A", 25), ("X", "B", 25), ("A", "C", 50), ("B", "C", 50)], "C", "no"),
    "a circle that nothing feeds": ([("X", "A", 30), ("A", "B", 60), ("B", "A", 25)], "B", "no"),
    "a circle that is fed": ([("X", "A", 50), ("A", "B", 60), ("B", "A", 25)], "B", "yes"),
    "a share between two bounds": ([("X", "A", "25-75")], "A", "possible"),
    "just below": ([("X", "A", "49.9")], "A", "no"),
    "just above": ([("X", "A", "50.1")], "A", "yes"),
    "owns itself": ([("X", "A", 40), ("A", "A", 60)], "A", "no"),
}


@pytest.mark.parametrize("name", VECTORS)
def test_the_vectors_of_the_fifty_percent_rule(name: str):
    edges, party, expected = VECTORS[name]
    assert status(edges, party) == expected


def test_two_listed_owners_are_added_up_where_the_regime_does_so():
    edges = [("X", "A", 25), ("Y", "A", 25)]
    assert status(edges, "A", listed=("X", "Y")) == "yes"
    assert status(edges, "A", listed=("X", "Y"), regime="eu") == "yes"
    assert status([("X", "A", 30), ("Y", "A", 30)], "A", listed=("X", "Y"), regime="uk") == "no"


@pytest.mark.parametrize(
    ("regime", "day", "statuses"),
    [
        ("us-ofac", "2023-05-01", ("no", "yes", "yes")),
        ("eu", "2023-05-01", ("no", "no", "yes")),
        ("eu", "2024-07-02", ("no", "no", "yes")),
        ("eu", "2024-07-03", ("no", "yes", "yes")),
        ("uk", "2025-10-15", ("no", "no", "yes")),
        ("us-bis", "2025-10-15", ("no", "yes", "yes")),
    ],
)
def test_the_threshold_by_regime_and_day(regime: str, day: str, statuses: tuple[str, ...]):
    assert tuple(status([("X", "A", share)], "A", regime=regime, day=day) for share in (49, 50, 51)) == statuses


def test_a_suspended_rule_is_no_rule():
    assert "us-bis" not in {one.regime for one in rules_on("2026-01-15")}
    assert "us-bis" not in {one.regime for one in rules_on("2025-09-28")}


def test_a_rule_whose_state_is_not_known_says_so():
    assert rule("us-bis", "2026-11-20").state == "unknown"


def test_every_rule_names_its_source_and_when_it_was_checked():
    assert all(one.source and one.checked_on and one.checked_by for one in rules())


def test_no_two_rules_of_a_regime_hold_on_one_day():
    for day in ("2010-01-01", "2024-07-02", "2024-07-03", "2025-11-09", "2025-11-10", "2026-11-09", "2026-11-10"):
        regimes = [one.regime for one in rules() if one.holds_on(day)]
        assert len(regimes) == len(set(regimes)), day


def test_a_stake_counts_on_the_days_it_is_said_to_hold():
    sold = owns(1, "X", "A", 60, since="2020-01-01", until="2023-06-30")
    assert stakes_on("2023-06-30", [sold])
    assert not stakes_on("2023-07-01", [sold])
    assert not stakes_on("2019-12-31", [sold])


def test_the_newest_extract_counts():
    (stake,) = stakes_on(DAY, [owns(1, "X", "A", 60, since="2020-01-01"), owns(2, "X", "A", 20, since="2022-01-01")])
    assert (stake.low, [claim.id for claim in stake.claims]) == (20, ["c-2"])


def test_two_registers_that_say_the_same_are_one_stake():
    (stake,) = stakes_on(DAY, [owns(1, "X", "A", 30, since="2020-01-01"), owns(2, "X", "A", 30, since="2020-01-01")])
    assert (stake.low, stake.high, len(stake.claims)) == (30, 30, 2)


def test_registers_that_differ_leave_the_stake_between_them():
    (stake,) = stakes_on(DAY, [owns(1, "X", "A", 30), owns(2, "X", "A", 55)])
    assert (stake.low, stake.high) == (30, 55)


def test_shares_of_more_than_the_whole_are_told():
    assert overfull(graph(("X", "A", 60), ("Y", "A", 50))) == {"A": Decimal(110)}
    assert not overfull(graph(("X", "A", 60), ("Y", "A", 40)))


@pytest.mark.parametrize(("text", "share"), [("75", (75, 75)), ("25-75", (25, 75)), ("49.99", (Decimal("49.99"),) * 2)])
def test_a_share_is_read(text, share):
    assert read_share(text) == share


@pytest.mark.parametrize("text", ["", None, "half", "101", "75-25", "-5", "NaN"])
def test_a_share_that_is_none_is_not_read(text):
    assert read_share(text) is None


EDGES = st.lists(
    st.tuples(st.sampled_from("XYABCD"), st.sampled_from("ABCD"), st.sampled_from([10, 25, 40, 50, 60])),
    max_size=9,
    unique_by=lambda edge: edge[:2],
)


@given(EDGES, st.sampled_from(["us-ofac", "uk"]))
def test_a_party_is_reached_if_and_only_if_some_way_leads_to_it(edges, regime):
    stakes, chosen, listed = graph(*edges), rule(regime), frozenset("XY")
    found = reached(stakes, listed, chosen)
    for party in "ABCD":
        ways, complete = derivations(party, stakes, listed, chosen)
        assert bool(ways) == (party in found)
        assert complete
        for way in ways:
            kept = [stake for stake in stakes if (stake.owner, stake.owned) in way.stakes]
            assert party in reached(kept, way.listed, chosen)


@given(EDGES)
def test_a_further_stake_never_frees_a_party(edges):
    every, fewer = graph(*edges), graph(*edges[:-1])
    assert set(reached(fewer, "XY", rule("us-ofac"))) <= set(reached(every, "XY", rule("us-ofac")))
