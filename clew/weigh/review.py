"""Claims and gaps that wait for a person, most consequential first; decisions on them, signed, dated and undoable.

A claim's id is its content, so that a decision holds through every later run, and for every reader that reads the same.
"""

from dataclasses import dataclass
from typing import Any

from clew.model.errors import BadReview, UnknownId
from clew.model.ids import content_id
from clew.store.case import Case, now, whoami

DECISIONS = ("accepted", "rejected")

# What falls with a claim: findings of which some support set needs it. Then unknown speakers, then gaps.
WAITING_CLAIMS = """with used as (
                      select leaf.id as claim, count(distinct finding) as hangs from
                        (select id as finding, unnest(flatten(supports)) as leaf from findings
                         union all select id, unnest(against) from findings union all select id, unnest(replies) from findings)
                      where leaf.kind = 'claim' group by 1)
                    select c.*, s.path, coalesce(u.hangs, 0) as hangs
                    from claims c join sources s on s.id = c.source left join used u on u.claim = c.id
                    where c.status = 'proposed' and (u.claim is not null or c.stance = 'unknown')
                    order by hangs desc, c.stance = 'unknown' desc, s.path, c.quotes[1].start, c.id"""
WAITING_GAPS = """select g.id, g.kind, g.detail, g.page, g.source, s.path from gaps g join sources s on s.id = g.source
                  where g.kind = 'unplaced_cue' and g.id not in (select claim from reviews)
                    and not exists (select 1 from claims c where c.source = g.source and c.stance = 'unknown'
                                    and c.quotes[1].text = g.detail)
                  order by s.path, g.page, g.id"""
NAMED = """select id from claims where starts_with(id, $id) union select id from gaps where starts_with(id, $id) order by id"""
STANDING = "select id, claim from reviews where withdrawn_at is null and (claim = $claim or id = $claim)"
ADD = """insert into reviews (id, claim, decision, why, reviewed_by, reviewed_at)
         values ($id, $claim, $decision, $why, $by, $at)"""
COUNT = "select count(*) as n from reviews"
WITHDRAW = "update reviews set withdrawn_at = $at, withdrawn_by = $by where id = $id"


@dataclass(frozen=True, slots=True)
class Waiting:
    """A claim or a gap that no person has decided on."""

    id: str
    kind: str  # claim or gap
    hangs: int  # findings that rest on it, are answered by it or are spoken against by it
    row: dict[str, Any]


def queue(case: Case) -> list[Waiting]:
    """Return what waits for review: claims by how many findings hang on them, unknown speakers next, then unplaced cues."""
    claims = [Waiting(row["id"], "claim", row["hangs"], row) for row in case.query(WAITING_CLAIMS)]
    return claims + [Waiting(row["id"], "gap", 0, row) for row in case.query(WAITING_GAPS)]


def decide(case: Case, id_: str, decision: str, *, why: str) -> str:
    """Accept or reject a claim, or mark a gap as seen, and return its whole id; a standing decision is withdrawn first.

    Args:
        case: an open case.
        id_: a claim (c-…) or a gap (g-…), or the beginning of its id.
        decision: accepted or rejected.
        why: the reason, in words.

    Raises:
        UnknownId: no claim or gap has this id, or several begin so.
        BadReview: no such decision, or a rejection without a reason.
    """
    claim = _named(case, id_)
    if decision not in DECISIONS:
        raise BadReview(f"{claim}: decision {decision!r}; possible: {', '.join(DECISIONS)}")
    if decision == "rejected" and not why.strip():
        raise BadReview(f"{claim}: a rejection has a reason; give it with --why")
    by, at = whoami(), now()
    number = case.ledger(COUNT)[0]["n"]
    review = content_id("v", [claim, decision, why, by, at, number])
    with case.batch() as batch:
        for row in case.ledger(STANDING, claim=claim):
            batch.execute("reviews", WITHDRAW, id=row["id"], at=at, by=by)
        batch.execute("reviews", ADD, id=review, claim=claim, decision=decision, why=why.strip(), by=by, at=at)
        batch.log(decision, claim, why.strip())
    return claim


def undo(case: Case, id_: str) -> str:
    """Withdraw the decision on a claim or gap, which then waits again, and return its id; the decision stays on record.

    Raises:
        UnknownId: no claim or gap has this id, several begin so, or nobody decided on it.
    """
    claim = _named(case, id_)
    found = case.ledger(STANDING, claim=claim)
    if not found:
        raise UnknownId(f"{claim}: expected a decision to withdraw, found none")
    with case.batch() as batch:
        for row in found:
            batch.execute("reviews", WITHDRAW, id=row["id"], at=now(), by=whoami())
        batch.log("undo", claim)
    return claim


def _named(case: Case, id_: str) -> str:
    ids = [row["id"] for row in case.query(NAMED, id=id_)]
    if len(ids) != 1:
        problem = f"several begin so: {', '.join(ids[:4])}" if ids else "no claim or gap has it"
        raise UnknownId(f"{id_}: {problem}; see `clew review CASE --list`")
    return str(ids[0])
