"""Mentions and people's judgements in; entities, the links that hold them together, and pairs to be judged out."""

from collections.abc import Callable, Iterable
from typing import Any

from clew.model.records import Judgement
from clew.resolve.anchors import Anchor, MentionRow, anchors, undisputed
from clew.resolve.cluster import Clustering, cluster
from clew.resolve.compare import Candidate, candidates
from clew.store.case import Case
from clew.store.rows import Row, identifier_list

READS = ("sources", "mentions", "claims", "extractions", "judgements", "reviews")
WRITES = ("judgements", "entities", "anchors", "members", "links", "candidates")
VERSION = 2

MENTIONS = "select id, source, text, kind, identifiers, record_type from mentions order by id"
# Whom a claim names as two parties of one kind, the document takes for two.
DEALINGS = """select distinct c.subject_mention as one, c.object_mention as other
              from claims c join mentions a on a.id = c.subject_mention join mentions b on b.id = c.object_mention
              where c.status in ('proposed', 'accepted') and a.kind = b.kind and a.text <> b.text order by one, other"""
JUDGEMENTS = """select id, left_anchor, right_anchor, decision, level, why, judged_by, judged_at from judgements
                where withdrawn_at is null order by seq"""

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
    waiting = candidates(clustering.entities, contested=clustering.contested, judged=judged)
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
    }
