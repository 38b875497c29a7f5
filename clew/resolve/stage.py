"""Mentions and people's judgements in; entities, the links that hold them together, and pairs to be judged out."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from clew.model.records import Judgement
from clew.resolve.anchors import Anchor, MentionRow, anchors, undisputed
from clew.resolve.cluster import Clustering, cluster
from clew.resolve.compare import Candidate, Linked, candidates
from clew.resolve.context import Context, Fact
from clew.store.case import Case
from clew.store.rows import Row, identifier_list

READS = ("sources", "mentions", "claims", "extractions", "judgements", "reviews", "pairings")
WRITES = ("judgements", "entities", "anchors", "members", "links", "candidates", "linkings", "pairings")
VERSION = 6

MENTIONS = "select id, source, text, kind, identifiers, record_type from mentions order by id"
# Whom a claim names as two parties of one kind, the document takes for two.
DEALINGS = """select distinct c.subject_mention as one, c.object_mention as other
              from claims c join mentions a on a.id = c.subject_mention join mentions b on b.id = c.object_mention
              where c.status in ('proposed', 'accepted') and a.kind = b.kind and a.text <> b.text order by one, other"""
# What places a name: what a record or a report says of it, not what is denied, believed, or proposed by a model.
PLACING = """select c.predicate, c.subject_mention as subject, c.object_mention as object, c.object as object_text,
                    c.qualifiers, c.modality, c.valid_from as day, s.path as source
             from claims c join sources s on s.id = c.source
             where c.predicate in ('has_address', 'has_contact', 'employee_of', 'director_of', 'travels_to', 'visits')
                   and c.polarity = 'affirmed' and c.stance = 'record_states'
                   and (c.status = 'accepted' or (c.status = 'proposed' and not starts_with(c.method, 'model:')))
             order by c.id"""
LETTERS = """select distinct m.id, s.path from mentions m join sources s on s.id = m.source
             where m.record_type = 'letter' order by s.path, m.id"""
FALLEN = """select id, left_anchor, right_anchor, decision, level, why, judged_by, judged_at, withdrawn_at, withdrawn_by
            from all_judgements
            where decision = 'same' and id not in (select id from judgements) order by seq"""
JUDGEMENTS = """select id, left_anchor, right_anchor, decision, level, why, judged_by, judged_at from judgements
                where withdrawn_at is null order by seq"""

PAIRINGS = (
    "select left_anchor, right_anchor, left_name, right_name, weight, steps from pairings order by weight desc, id"
)

Progress = Callable[[int, int, str], None]


def run(case: Case, *, on_progress: Progress = lambda *_: None) -> int:
    """Resolve anew when names or judgements changed, and return how many records are new."""
    fingerprint = case.fingerprint(READS, f"resolve@{VERSION}")
    if case.is_done("resolve", fingerprint):
        return 0
    on_progress(0, 2, "names")
    named = anchors(_mention(row) for row in case.query(MENTIONS))
    of_mention = {mention: anchor.id for anchor in named for mention in anchor.mentions}
    pairs = [(of_mention[row["one"]], of_mention[row["other"]]) for row in case.query(DEALINGS)]
    dealings = sorted({pair for pair in pairs if pair[0] != pair[1]})
    named, _ = undisputed(named, dealings)
    judged = [_judgement(row) for row in case.query(JUDGEMENTS)]
    off = frozenset(leaf.id for leaf in case.off if leaf.kind == "judgement")
    clustering = cluster(named, judged, dealings=dealings, off=off)
    on_progress(1, 2, "pairs to judge")
    waiting = candidates(
        clustering.entities,
        contested=clustering.contested,
        judged=judged,
        fallen=[(_judgement(row), _fate(row)) for row in case.query(FALLEN)],
        linked=[_linked(row) for row in case.query(PAIRINGS)],
        context=_context(case, {mention: entity for mention, (_, entity) in clustering.members.items()}),
    )
    return case.derive("resolve", fingerprint, _rows(clustering, named, waiting))


def _mention(row: dict[str, Any]) -> MentionRow:
    identifiers = tuple(sorted((pair["type"], pair["value"]) for pair in row["identifiers"]))
    return MentionRow(row["id"], row["source"], row["text"], row["kind"], identifiers, row["record_type"])


def _judgement(row: dict[str, Any]) -> Judgement:
    return Judgement(
        id=row["id"],
        left=row["left_anchor"],
        right=row["right_anchor"],
        decision=row["decision"],
        level=row["level"],
        why=row["why"],
        by=row["judged_by"],
        at=row["judged_at"],
    )


def _linked(row: dict[str, Any]) -> Linked:
    steps = ", ".join(f"{step['field'].replace('_', ' ')} {step['weight']:+.1f}" for step in row["steps"])
    said = f"their records are alike, weight {row['weight']:.1f}: {steps}"
    return Linked(row["left_anchor"], row["right_anchor"], row["left_name"], row["right_name"], said)


def _context(case: Case, entity_of: Mapping[str, str]) -> Context:
    facts = (
        Fact(
            row["predicate"],
            entity_of[row["subject"]],
            entity_of.get(row["object"] or "", ""),
            row["object_text"],
            row["qualifiers"] or {},
            row["modality"],
            row["day"] if len(row["day"] or "") == len("2024-03-04") else "",
            row["source"],
        )
        for row in case.query(PLACING)
        if row["subject"] in entity_of
    )
    letters = ((entity_of[row["id"]], row["path"]) for row in case.query(LETTERS) if row["id"] in entity_of)
    return Context(facts, letters)


def _fate(row: dict[str, Any]) -> str:
    if row["withdrawn_at"]:
        return f"withdrawn by {row['withdrawn_by']} on {row['withdrawn_at'][:10]}"
    return "switched off"


def _rows(clustering: Clustering, named: list[Anchor], waiting: Iterable[Candidate]) -> dict[str, list[Row]]:
    entity_of = {anchor: entity.id for entity in clustering.entities for anchor in entity.anchors}
    kind_of = {entity.id: entity.kind for entity in clustering.entities}
    return {
        "entities": [
            {"id": e.id, "kind": e.kind, "name": e.name, "names": list(e.names), "level": e.level}
            for e in clustering.entities
        ],
        "anchors": [
            {
                "id": a.id,
                "kind": a.kind,
                "key": a.key,
                "text": a.text,
                "source": a.source,
                "entity": entity_of[a.id],
                "identifiers": identifier_list(a.identifiers),
            }
            for a in named
        ],
        "members": [
            {"mention": mention, "anchor": anchor, "entity": entity}
            for mention, (anchor, entity) in sorted(clustering.members.items())
        ],
        "links": [
            {
                "id": link.id,
                "anchor": link.left,
                "key": link.right,
                "level": link.level,
                "why": link.why,
                "judged_by": link.by,
                "entity": entity,
            }
            for entity, link in clustering.links
        ],
        "candidates": [_candidate_row(candidate, kind_of[candidate.left]) for candidate in waiting],
    }


def _candidate_row(candidate: Candidate, kind: str) -> Row:
    return {
        "id": candidate.id,
        "left_entity": candidate.left,
        "right_entity": candidate.right,
        "left_name": candidate.left_name,
        "right_name": candidate.right_name,
        "kind": kind,
        "score": candidate.score,
        "level": candidate.level,
        "because": list(candidate.because),
        "against": list(candidate.against),
        "telling": candidate.telling,
        "expected": candidate.expected,
        "chance": candidate.chance,
    }
