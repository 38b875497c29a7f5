"""A person's decision on two ids of a case in; a kept, signed, dated judgement out, and its withdrawal."""

import json
from collections.abc import Collection

from clew.model.errors import BadJudgement, UnknownId
from clew.model.records import Judgement
from clew.resolve.decide import judgement
from clew.store.case import Case, now, whoami

# An entity is judged through the first of its names; the decision then holds for the names, whatever entity they join.
ANCHORS = """select a.id, a.text from anchors a where a.entity = $id or a.id = $id
             or a.id = (select anchor from members where mention = $id) order by a.id"""
IDS_LIKE = """select id from entities where starts_with(id, $id) union select id from anchors where starts_with(id, $id)
              union select id from mentions where starts_with(id, $id) order by id"""
ADD = """insert into judgements (id, left_anchor, right_anchor, left_name, right_name, decision, level, why, judged_by, judged_at, reasons)
         values ($id, $left, $right, $left_name, $right_name, $decision, $level, $why, $by, $at, $reasons)"""
# What the case shows of a pair now: as a candidate, or joined already by what both names share.
CANDIDATE = """select c.score, c.because, c.against, c.chance from candidates c, anchors a, anchors b
               where a.id = $left and b.id = $right
                   and ((c.left_entity = a.entity and c.right_entity = b.entity)
                     or (c.left_entity = b.entity and c.right_entity = a.entity))"""
JOINED = """select distinct a.why from links a join links b on b.key = a.key
            where a.anchor = $left and b.anchor = $right order by a.why"""
WITHDRAW = "update judgements set withdrawn_at = $at, withdrawn_by = $by where id = $id"
STANDING = "select id, withdrawn_at from judgements where id like $id || '%'"
OF_PAIR = """select id from judgements where withdrawn_at is null and left_anchor = $left and right_anchor = $right"""


def judge(case: Case, left: str, right: str, decision: str, *, why: str, on: Collection[str] = ()) -> Judgement:
    """Record that two entities, names or mentions are the same, different, or that it cannot be told.

    What spoke for and against the pair at that time is kept with it, whatever later runs find.

    A standing judgement on the same two names is withdrawn first; it stays on record.

    Args:
        case: an open case.
        left: an entity (e-…), a name in a document (a-…) or a mention (m-…), or the beginning of its id.
        right: another.
        decision: same, different or unsure.
        why: the reason, in words.
        on: the attributes that were compared and agree; two or more make the identity confirmed (I4).

    Raises:
        UnknownId: an id names nothing.
        BadJudgement: the decision is none of the three, has no reason, or both ids are one.
    """
    names = dict((_anchor(case, left), _anchor(case, right)))
    if len(names) == 1:
        raise BadJudgement(
            f"{left} and {right}: expected two names, found one; judge mentions (m-…) to split an entity"
        )
    first, second = names
    decided = judgement(first, second, decision, why=why, by=whoami(), at=now(), on=on)
    reasons = _reasons(case, decided.left, decided.right)
    with case.batch() as batch:
        for row in case.ledger(OF_PAIR, left=decided.left, right=decided.right):
            batch.execute("judgements", WITHDRAW, id=row["id"], at=decided.at, by=decided.by)
        batch.execute(
            "judgements",
            ADD,
            id=decided.id,
            left=decided.left,
            right=decided.right,
            left_name=names[decided.left],
            right_name=names[decided.right],
            decision=decided.decision,
            level=decided.level,
            why=decided.why,
            by=decided.by,
            at=decided.at,
            reasons=json.dumps(reasons, ensure_ascii=False),
        )
        batch.log("judge", decided.id, f"{names[decided.left]} / {names[decided.right]}: {decision}")
    return decided


def _reasons(case: Case, left: str, right: str) -> dict[str, object]:
    """Return what the case shows for and against a pair now; both empty where it shows nothing of it."""
    found = case.query(CANDIDATE, left=left, right=right)
    if found:
        return found[0]
    return {"because": [row["why"] for row in case.query(JOINED, left=left, right=right)], "against": []}


def undo(case: Case, id_: str) -> None:
    """Withdraw a judgement; it stays on record with who withdrew it and when.

    Raises:
        UnknownId: no standing judgement has this id, or several begin so.
    """
    found = [row["id"] for row in case.ledger(STANDING, id=id_) if row["withdrawn_at"] is None]
    if len(found) != 1:
        raise UnknownId(f"{id_}: expected one standing judgement, found {len(found)}")
    with case.batch() as batch:
        batch.execute("judgements", WITHDRAW, id=found[0], at=now(), by=whoami())
        batch.log("undo", found[0])


def _anchor(case: Case, id_: str) -> tuple[str, str]:
    ids = [row["id"] for row in case.query(IDS_LIKE, id=id_)]
    if len(ids) != 1:
        problem = f"several begin so: {', '.join(ids[:4])}" if ids else "no entity, name or mention has it"
        raise UnknownId(f"{id_}: {problem}; see `clew entities`")
    row = case.query(ANCHORS, id=ids[0])[0]
    return row["id"], row["text"]
