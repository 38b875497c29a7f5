import pytest

from clew.model.errors import BadJudgement
from clew.resolve.decide import judgement

SIGNED = {"why": "same photograph", "by": "A. Analyst", "at": "2026-01-01T00:00:00Z"}


def test_same_on_two_attributes_is_confirmed():
    assert judgement("a-1", "a-2", "same", on=("birth_date", "phone"), **SIGNED).level == "I4"


def test_same_on_one_attribute_given_twice_is_not():
    assert judgement("a-1", "a-2", "same", on=("phone", "phone "), **SIGNED).level == "I2"


@pytest.mark.parametrize("decision", ["different", "unsure"])
def test_what_is_not_same_has_no_level(decision):
    assert judgement("a-1", "a-2", decision, on=("birth_date", "phone"), **SIGNED).level == "I0"


def test_left_and_right_have_no_order():
    assert judgement("a-2", "a-1", "same", **SIGNED) == judgement("a-1", "a-2", "same", **SIGNED)


def test_refuses_a_decision_that_is_none():
    with pytest.raises(BadJudgement, match="'maybe'; possible: same, different, unsure"):
        judgement("a-1", "a-2", "maybe", **SIGNED)


@pytest.mark.parametrize("missing", ["why", "by", "at"])
def test_refuses_an_unsigned_or_unreasoned_decision(missing):
    with pytest.raises(BadJudgement, match=f"'{missing}' is empty"):
        judgement("a-1", "a-2", "same", **SIGNED | {missing: "  "})


def test_refuses_a_name_judged_against_itself():
    with pytest.raises(BadJudgement, match="found one twice"):
        judgement("a-1", "a-1", "same", **SIGNED)
