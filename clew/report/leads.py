"""What is no finding: list hits that no finding uses, and names that may be one; tables go in, rows come out."""

from dataclasses import dataclass
from typing import Any

from clew.store.case import Case

SHOWN_MOST = 200  # of each kind; the rest is counted and can be listed with the command line

HITS = """with used as (select distinct unnest(flatten(supports)).id as id from findings),
               rested as (select id, unnest(leaves).id as leaf from hits)
          select h.id, h.name, h.listed_name, h.list, h.entry, h.score, h.level, h.because, h.against, h.anchors,
              n.as_of, n.sha256
          from hits h left join snapshots n on n.id = h.snapshot
          where h.level in ('I0', 'I1') or len(h.leaves) = 0
              or h.id in (select id from rested where leaf not in (select id from used))
          order by h.level desc, h.score desc, h.name, h.id"""
ANCHOR_SOURCES = """select distinct a.id, s.path from anchors a join sources s on s.id = a.source
                    where a.id in (select unnest($ids::varchar[])) order by s.path"""
CANDIDATES = """select id, left_name, right_name, kind, score, level, because, against, telling,
                       expected, chance
                from candidates order by telling desc, score desc, expected, left_name, right_name, id"""


@dataclass(frozen=True, slots=True)
class Leads:
    """Hits below level I2, hits at I2 or above that no finding speaks of, and candidates; each cut at SHOWN_MOST."""

    weak_hits: tuple[dict[str, Any], ...]
    weak_count: int
    unused_hits: tuple[dict[str, Any], ...]
    unused_count: int
    candidates: tuple[dict[str, Any], ...]
    candidate_count: int


def read_leads(case: Case) -> Leads:
    """Return what deserves a look and is no finding."""
    hits = case.query(HITS)
    weak = [hit for hit in hits if hit["level"] in ("I0", "I1")]
    unused = [hit for hit in hits if hit["level"] not in ("I0", "I1")]
    shown = [*weak[:SHOWN_MOST], *unused[:SHOWN_MOST]]
    paths: dict[str, list[str]] = {}
    for row in case.query(ANCHOR_SOURCES, ids=sorted({anchor for hit in shown for anchor in hit["anchors"] or ()})):
        paths.setdefault(row["id"], []).append(row["path"])
    for hit in shown:
        hit["paths"] = sorted({path for anchor in hit["anchors"] or () for path in paths.get(anchor, ())})
    candidates = case.query(CANDIDATES)
    return Leads(
        weak_hits=tuple(weak[:SHOWN_MOST]),
        weak_count=len(weak),
        unused_hits=tuple(unused[:SHOWN_MOST]),
        unused_count=len(unused),
        candidates=tuple(candidates[:SHOWN_MOST]),
        candidate_count=len(candidates),
    )
