"""Findings in; standings out: what each rests on, what its loss would bring down, and the confidence that earns."""

from collections.abc import Callable, Mapping
from typing import Any

from clew.model.records import Leaf, Standing, Support
from clew.store.case import Case
from clew.store.rows import standing_row
from clew.weigh.confidence import Basis, rate, required_retelling
from clew.weigh.thread import sources_reached, survives_any_one, weakest

READS = (
    "findings",
    "claims",
    "extractions",
    "sources",
    "origins",
    "gaps",
    "anchors",
    "entities",
    "reviews",
    "requests",
)
WRITES = ("standings", "reviews", "requests")
VERSION = 2

FINDINGS = "select id, supports, against, level from findings order by id"
CLAIMS = """select id, source, record_type, reading from claims
            where id in (select leaf.id from (select unnest(flatten(supports)) as leaf from findings) where leaf.kind = 'claim')"""

ORIGINS = "select source, origin from origins"
CHANNELS = "select id, channel from sources where channel not in ('', 'unknown')"

Progress = Callable[[int, int, str], None]


def run(case: Case, *, on_progress: Progress = lambda *_: None) -> int:
    """Weigh every finding anew when findings changed, and return how many standings are new."""
    fingerprint = case.fingerprint(READS, f"weigh@{VERSION}")
    if case.is_done("weigh", fingerprint):
        return 0
    findings = case.query(FINDINGS)
    claims = {row["id"]: row for row in case.query(CLAIMS)} if findings else {}
    origin_of = {row["source"]: row["origin"] for row in case.query(ORIGINS)}
    channel_of = {row["id"]: row["channel"] for row in case.query(CHANNELS)}
    rows = []
    for number, finding in enumerate(findings):
        on_progress(number, len(findings), finding["id"])
        rows.append(standing_row(_weigh(finding, claims, origin_of, channel_of)))
    return case.derive("weigh", fingerprint, {"standings": rows})


def _weigh(
    finding: dict[str, Any],
    claims: dict[str, dict[str, Any]],
    origin_of: Mapping[str, str],
    channel_of: Mapping[str, str],
) -> Standing:
    supports: tuple[Support, ...] = tuple(
        tuple(Leaf(leaf["kind"], leaf["id"]) for leaf in support) for support in finding["supports"]
    )
    used = [claims[leaf.id] for support in supports for leaf in support if leaf.id in claims]
    source_of = {
        row["id"]: row["source"] for row in used
    }  # of all claims of a large case would cost each finding their number
    sources = sources_reached(supports, source_of)
    origins = len({origin_of.get(source, source) for source in sources})
    # The best set decides whether a retelling is required: one set of records alone is enough.
    types = [[claims[leaf.id]["record_type"] for leaf in support if leaf.id in claims] for support in supports]
    confidence, checks = rate(
        Basis(
            record_types=tuple(sorted({row["record_type"] for row in used})),
            sources=len(sources),
            origins=origins,
            channels=len({channel_of[source] for source in sources if source in channel_of}),
            retold=all(required_retelling(kinds) for kinds in types),
            level=finding["level"],
            against=len(finding["against"]),
            reading=min((row["reading"] for row in used), default=0.0),
        )
    )
    return Standing(
        finding=finding["id"],
        confidence=confidence,
        checks=checks,
        sources=sources,
        origins=origins,
        survives_any_one=survives_any_one(supports, source_of),
        weakest=weakest(supports),
    )
