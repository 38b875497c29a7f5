from hypothesis import given as drawn
from hypothesis import settings
from hypothesis import strategies as st
from switching import check_law, joined, leaves_of

from clew.detect.evidence import Fact, Match, Party
from clew.detect.listed import Row, Snapshot
from clew.detect.patterns.ownership import Evidence, Options, conclude
from clew.detect.wording import FORBIDDEN
from clew.model.records import Leaf

DAY = "2025-01-15"
PARTIES = tuple(
    Party(f"e-{name}", name.capitalize(), "organization", "I3")
    for name in ("orvel", "veltra", "plant", "xenon", "yarrow")
)


def owns(number, owner, owned, share, *, since=None):
    return Fact(
        f"c-{number:02}", owner, "owns", owned, f"a-{owner}", f"e-{owner}", f"a-{owned}", f"e-{owned}",
        qualifiers={"share": str(share)}, valid_from=since, record_type="register_extract", source=f"s-{number}",
    )  # fmt: skip


def bill(number, seller, buyer, day=DAY):
    return Fact(
        f"c-{number:02}", seller, "billed", buyer, f"a-{seller}", f"e-{seller}", f"a-{buyer}", f"e-{buyer}",
        modality="billed", valid_from=day, record_type="invoice", source=f"s-{number}",
    )  # fmt: skip


def directs(number, owner, owned):
    return Fact(
        f"c-{number:02}", owner, "director_of", owned, f"a-{owner}", f"e-{owner}", f"a-{owned}", f"e-{owned}",
        record_type="register_extract", source=f"s-{number}",
    )  # fmt: skip


def hit(name="xenon", *, list_="ofac-sdn", number=1, level="I3"):
    listing = f"l-{number}"
    return Match(
        f"h-{number}",
        f"e-{name}",
        listing,
        list_,
        str(number),
        f"n-{list_}",
        (f"a-{name}",),
        level,
        (Leaf("list", listing),),
    )


def row(number=1, *, list_="ofac-sdn", measure="blocking"):
    return Row(f"l-{number}", list_, str(number), f"n-{list_}", "TEST", None, None, measure)


def snapshot(list_="ofac-sdn", as_of="2024-01-01"):
    return Snapshot(f"n-{list_}", list_, as_of)


BILL, HIT, ROW, SNAPSHOT = bill(90, "orvel", "veltra"), hit(), row(), snapshot()


def found(owned, *, dealings=(BILL,), matches=(HIT,), rows=(ROW,), snapshots=(SNAPSHOT,), **more):
    given = {"dealings": dealings, "matches": matches, "rows": rows, "snapshots": snapshots, "parties": PARTIES}
    return list(conclude(Evidence(tuple(owned), **given, **more), Options()))


def test_a_firm_that_a_listed_party_owns_half_of_is_reached_on_the_day_of_its_dealing():
    on_day = [finding for finding in found([owns(1, "xenon", "veltra", 50)]) if finding.key[2] == DAY]
    (finding,) = on_day
    assert finding.key == ("e-veltra", "us-ofac", DAY)
    assert finding.sentence == (
        "On 2025-01-15, the US OFAC 50 Percent Rule reaches Veltra: listed owners hold 50 % of it, in aggregate. "
        "Xenon (listed) holds 50 % of Veltra."
    )
    assert finding.supports == ((Leaf("claim", "c-01"), Leaf("claim", "c-90"), Leaf("list", "l-1")),)
    assert any("Checked on" in limit for limit in finding.limits)


def test_a_share_through_a_firm_that_is_reached_counts_whole():
    edges = [owns(1, "xenon", "orvel", 50), owns(2, "xenon", "veltra", 10), owns(3, "orvel", "veltra", 40)]
    finding = next(one for one in found(edges) if one.key == ("e-veltra", "us-ofac", DAY))
    assert "listed owners hold 50 % of it" in finding.sentence
    assert len(finding.supports) == 1


def test_stays_silent_on_an_owner_below_the_threshold():
    assert found([owns(1, "xenon", "veltra", "49.9")]) == []


def test_stays_silent_on_an_owner_who_only_shares_the_name():
    assert found([owns(1, "xenon", "veltra", 60)], matches=()) == []


def test_stays_silent_where_the_listing_blocks_nothing():
    assert found([owns(1, "xenon", "veltra", 60)], rows=(row(measure="sectoral"),)) == []


def test_stays_silent_before_the_owner_was_listed():
    before = (bill(90, "orvel", "veltra", "2023-05-01"),)
    days = {finding.key[2] for finding in found([owns(1, "xenon", "veltra", 60)], dealings=before)}
    assert days == {"2024-01-01"}


def test_a_share_between_bounds_may_reach_and_no_more():
    finding = next(one for one in found([owns(1, "xenon", "veltra", "25-75")]) if one.key[2] == DAY)
    assert "may reach Veltra" in finding.sentence
    assert finding.strength == 1


def test_of_two_registers_that_differ_the_one_that_says_too_little_carries_nothing():
    edges = [owns(1, "xenon", "veltra", 50), owns(2, "xenon", "veltra", 25)]
    finding = next(one for one in found(edges) if one.key[2] == DAY)
    assert "may reach Veltra" in finding.sentence
    assert finding.supports == ((Leaf("claim", "c-01"), Leaf("claim", "c-90"), Leaf("list", "l-1")),)


def test_an_entity_list_owner_makes_a_licence_requirement_and_no_blocking():
    matches, rows = (hit(list_="us-el"),), (row(list_="us-el", measure="licence requirement"),)
    dealings = (bill(90, "orvel", "veltra", "2025-10-15"),)
    (finding,) = found(
        [owns(1, "xenon", "veltra", 50)], matches=matches, rows=rows, snapshots=(snapshot("us-el"),), dealings=dealings
    )
    assert finding.key[1] == "us-bis"
    assert "What follows is a licence requirement; property is not blocked." in finding.limits


def test_a_rule_whose_state_is_not_known_may_reach_and_no_more():
    matches, rows = (hit(list_="us-el"),), (row(list_="us-el", measure="licence requirement"),)
    dealings = (bill(90, "orvel", "veltra", "2026-11-20"),)
    (finding,) = found(
        [owns(1, "xenon", "veltra", 50)], matches=matches, rows=rows, snapshots=(snapshot("us-el"),), dealings=dealings
    )
    assert "whether it is in force is not known may reach" in finding.sentence


def test_control_is_counted_and_nothing_is_concluded_from_it():
    finding = next(
        one
        for one in found(
            [owns(1, "xenon", "veltra", 60)], controls=(directs(5, "xenon", "veltra"),), matches=(hit(list_="eu"),),
            rows=(row(list_="eu"),), snapshots=(snapshot("eu"),),
        )
        if one.key[2] == DAY
    )  # fmt: skip
    assert finding.sentence.endswith("Control: 1 record of a listed party directing it; no legal conclusion is drawn.")


def test_control_without_ownership_is_no_finding():
    assert found([owns(1, "yarrow", "veltra", 60)], controls=(directs(5, "xenon", "veltra"),)) == []


def test_shares_of_more_than_the_whole_stop_the_working():
    finding = next(
        one for one in found([owns(1, "xenon", "veltra", 60), owns(2, "yarrow", "veltra", 50)]) if one.key[2] == DAY
    )
    assert "more than the whole to the owners of Veltra (110 %)" in finding.sentence


def test_no_word_of_guilt():
    for finding in found([owns(1, "xenon", "orvel", 55), owns(2, "orvel", "veltra", 55)]):
        assert not FORBIDDEN.search(" ".join([finding.sentence, *finding.limits]))


NAMES = ("xenon", "yarrow", "orvel", "veltra", "plant")
EDGES = st.lists(
    st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES[2:]), st.sampled_from(["25", "50", "60", "40-60"])),
    max_size=6,
)


@settings(max_examples=60)
@drawn(EDGES, st.data())
def test_switching_off_equals_concluding_anew(edges, data):
    links = tuple(link for name in NAMES for link in joined(f"e-{name}", (f"a-{name}",)))
    evidence = Evidence(
        tuple(owns(n, *edge) for n, edge in enumerate(edges)), dealings=(bill(90, "orvel", "veltra"), bill(91, "veltra", "plant")),
        matches=(hit(), hit("yarrow", number=2)), rows=(row(), row(2)), snapshots=(snapshot(),), parties=PARTIES, links=links,
    )  # fmt: skip
    off = frozenset(data.draw(st.sets(st.sampled_from(leaves_of(evidence)), max_size=4)))
    check_law(conclude, evidence, Options(), off)
