from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from switching import check_law, joined, leaves_of

from clew.detect.evidence import Fact, Party
from clew.detect.patterns.priority_goods import Evidence, Options, conclude
from clew.detect.priority import priority_lists, six_digits
from clew.detect.wording import FORBIDDEN

PARTIES = tuple(Party(f"e-{name}", name.capitalize(), "organization", "I3") for name in ("orvel", "veltra", "plant"))


def line(number, code, *, seller="orvel", buyer="veltra", day="2024-03-01", predicate="billed"):
    return Fact(
        f"c-{number:02}", seller, predicate, buyer, f"a-{seller}", f"e-{seller}", f"a-{buyer}", f"e-{buyer}",
        qualifiers={"hs_code": code}, modality=predicate, valid_from=day, record_type="invoice", source=f"s-{number}",
    )  # fmt: skip


def found(*lines):
    return list(conclude(Evidence(lines, parties=PARTIES), Options()))


def test_the_list_has_fifty_codes_in_six_tiers():
    (goods,) = priority_lists()
    assert len(goods.tiers) == 50
    assert Counter(goods.tiers.values()) == {"1": 4, "2": 5, "3.A": 16, "3.B": 9, "4.A": 11, "4.B": 5}
    assert all(newer in goods.tiers for codes in goods.older.values() for newer in codes)


@pytest.mark.parametrize("code", ["8542.31", "85 42.31", "85423190", "8542310000", "8542.31.90.00"])
def test_a_code_is_read_with_dots_blanks_and_national_digits(code):
    assert six_digits(code) == "854231"


@pytest.mark.parametrize("code", ["8542", "854231901", "８５４２３１", "85423X", "", "854231 or 854232", "-854231"])
def test_what_is_no_code_is_none(code):
    assert six_digits(code) == ""


def test_lines_on_the_list_are_counted_by_lane():
    (finding,) = found(line(1, "8542.31"), line(2, "85423900"), line(3, "9403.60"))
    assert finding.sentence == (
        "Of 3 lines billed by Orvel to Veltra with a customs code, 2 are given under codes on the Common High Priority List "
        "as of 2024-02-23 (tier 1: 8542.31, 8542.39)."
    )
    assert finding.strength == 2
    assert len(finding.supports) == 1


def test_an_older_code_on_an_older_paper_is_matched_and_says_so():
    (finding,) = found(line(1, "8803.30", day="2021-05-01"))
    assert "(tier 3.B: 8807.30), 1 of them through an older edition of the codes" in finding.sentence


def test_stays_silent_on_an_older_code_on_a_newer_paper():
    assert found(line(1, "8803.30", day="2024-05-01")) == []


def test_stays_silent_on_furniture():
    assert found(line(1, "9403.60"), line(2, "4820.10")) == []


def test_a_bill_and_a_waybill_of_the_same_goods_are_not_added_up():
    assert sorted(finding.strength for finding in found(line(1, "854231"), line(2, "854231", predicate="shipped"))) == [
        1,
        1,
    ]


def test_never_says_controlled_and_no_word_of_guilt():
    for finding in found(line(1, "854231"), line(2, "8803.30", day="2020-01-01")):
        said = " ".join([finding.sentence, *finding.limits])
        assert "controlled" not in said
        assert not FORBIDDEN.search(said)


@given(
    st.lists(
        st.tuples(st.sampled_from(["854231", "8803.30", "940360"]), st.sampled_from(["orvel", "plant"])), max_size=6
    ),
    st.data(),
)
def test_switching_off_equals_concluding_anew(drawn, data):
    links = tuple(link for party in ("orvel", "plant", "veltra") for link in joined(f"e-{party}", (f"a-{party}",)))
    lines = tuple(line(n, code, seller=seller, day="2021-03-01") for n, (code, seller) in enumerate(drawn))
    evidence = Evidence(lines, parties=PARTIES, links=links)
    off = frozenset(data.draw(st.sets(st.sampled_from(leaves_of(evidence)), max_size=3)))
    check_law(conclude, evidence, Options(), off)
