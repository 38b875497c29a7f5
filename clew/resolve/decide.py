"""A person's decision on identity, checked and signed.

In: two names in documents, what a person decided and why. Out: a `Judgement` to be kept as given, or a refusal.
"""

from collections.abc import Collection

from clew.model.errors import BadJudgement
from clew.model.ids import content_id
from clew.model.records import Judgement

DECISIONS = ("same", "different", "unsure")


def judgement(
    left_anchor: str, right_anchor: str, decision: str, *, why: str, by: str, at: str, on: Collection[str] = ()
) -> Judgement:
    """Return a person's judgement on two names, the smaller id on the left.

    Args:
        left_anchor: a name in a document ("a-…").
        right_anchor: another.
        decision: same, different or unsure.
        why: the reason in the person's own words.
        by: who decides.
        at: when, ISO 8601, UTC.
        on: the attributes found to agree (birth_date, phone, …); two or more make "same" level I4, fewer I2.

    Raises:
        BadJudgement: no such decision, no reason, no name of the person, no time, or a name judged against itself.
    """
    where = f"judgement on {left_anchor} and {right_anchor}"
    if decision not in DECISIONS:
        raise BadJudgement(f"{where}: decision {decision!r}; possible: {', '.join(DECISIONS)}")
    if left_anchor == right_anchor:
        raise BadJudgement(f"{where}: expected two names, found one twice")
    for name, value in (("why", why), ("by", by), ("at", at)):
        if not value.strip():
            raise BadJudgement(f"{where}: {name!r} is empty; a decision is signed, dated and has a reason")
    left, right = sorted((left_anchor, right_anchor))
    attributes = sorted({attribute.strip() for attribute in on if attribute.strip()})
    reason = f"{why.strip()} (agreeing: {', '.join(attributes)})" if attributes else why.strip()
    level = "I0" if decision != "same" else "I4" if len(attributes) >= 2 else "I2"
    id_ = content_id("j", [left, right, decision, reason, by.strip(), at])
    return Judgement(id_, left, right, decision, level, reason, by.strip(), at)
