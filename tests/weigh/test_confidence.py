import pytest
from hypothesis import given
from hypothesis import strategies as st

from clew.model.vocabulary import IDENTITY_LEVELS, RECORD_TYPES
from clew.weigh.confidence import Basis, rate

SOUND = {
    "record_types": ("invoice", "waybill"),
    "sources": 2,
    "origins": 2,
    "channels": 0,
    "retold": False,
    "level": "I3",
    "against": 0,
    "reading": 1.0,
}
BASES = st.builds(
    Basis,
    record_types=st.lists(st.sampled_from(RECORD_TYPES), max_size=4).map(tuple),
    sources=st.integers(0, 9),
    origins=st.integers(0, 9),
    channels=st.integers(0, 3),
    retold=st.booleans(),
    level=st.sampled_from(IDENTITY_LEVELS),
    against=st.integers(0, 2),
    reading=st.floats(0, 1),
)


def test_two_kinds_of_record_identified_parties_and_nothing_against_earn_moderate():
    assert rate(Basis(**SOUND))[0] == "moderate"


@pytest.mark.parametrize(
    "worse",
    [
        {"record_types": ("invoice",)},  # one kind of record
        {"record_types": ("invoice", "news")},  # news is no second record
        {"retold": True},
        {"level": "I1"},
        {"against": 1},
        {"reading": 0.5},
    ],
)
def test_one_weakness_makes_it_low(worse):
    assert rate(Basis(**{**SOUND, **worse}))[0] == "low"


@given(BASES)
def test_nothing_is_high_while_a_line_cannot_be_evaluated(basis):
    level, checks = rate(basis)
    assert level != "high"
    assert [check.name for check in checks] == ["C1", "C2", "C3", "C4", "C5", "C6"]
    assert all(check.why for check in checks)


def test_sources_of_one_origin_are_no_second_witness():
    assert rate(Basis(**{**SOUND, "sources": 9, "origins": 1}))[0] == "low"


def test_two_custody_channels_stand_in_for_two_kinds_of_record():
    one_kind = {**SOUND, "record_types": ("invoice",)}
    assert rate(Basis(**one_kind))[0] == "low"
    assert rate(Basis(**{**one_kind, "channels": 2}))[0] == "moderate"
