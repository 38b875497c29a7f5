"""Claims, entities, hits and listings in; findings out, by every pattern on the shelf."""

from collections.abc import Callable

from clew.detect.lineage import lineage_rows
from clew.model.records import Finding
from clew.model.shelf import on_shelf, versions_on_shelf
from clew.store.case import Case
from clew.store.rows import finding_row

READS = (
    "sources",
    "pages",
    "cells",
    "mentions",
    "claims",
    "extractions",
    "entities",
    "anchors",
    "members",
    "links",
    "hits",
    "listings",
    "snapshots",
    "reviews",
)
WRITES = ("findings", "ties", "origins", "retellings")

Progress = Callable[[int, int, str], None]


def run(case: Case, *, on_progress: Progress = lambda *_: None) -> int:
    """Look for every pattern anew when anything they read changed, and return how many findings are new."""
    versions = [f"{name}@{version}" for name, version in versions_on_shelf("clew.detect.patterns")]
    fingerprint = case.fingerprint(READS, *versions)
    if case.is_done("detect", fingerprint):
        return 0
    patterns = on_shelf("clew.detect.patterns")
    found: dict[str, Finding] = {}
    for number, pattern in enumerate(patterns):
        on_progress(number, len(patterns), f"{pattern.TYPE} {pattern.TITLE}")
        for finding in pattern.find(case):
            # One question, one finding: the one that says most.
            if finding.id not in found or finding.says_at_least(found[finding.id]):
                found[finding.id] = finding
    ordered = sorted(found.values(), key=lambda finding: (finding.type, finding.key))
    rows = {"findings": [finding_row(finding) for finding in ordered], **lineage_rows(case)}
    return case.derive("detect", fingerprint, rows)
