"""What was looked at and what was not: tables go in; sources, gaps and lists come out, each with its reason."""

import json
from dataclasses import dataclass
from typing import Any

from clew.store.case import Case

EXAMPLES_MOST = 20  # of each kind of gap that is only counted

SOURCES = """select id, path, media_type, record_type, language, pages, sha256, status, reason, parent, copy_of, warnings,
                    channel, origin, acquisition, legal_basis, added_at, added_by
             from sources order by path, id"""
GAPS = """select g.kind, g.page, g.detail, g.source, s.path from gaps g left join sources s on s.id = g.source
          order by g.kind, s.path nulls last, g.page nulls last, g.detail"""
LISTS = """select n.id, n.list, n.authority, n.as_of, n.as_of_basis, n.sha256, n.files, n.missed,
               (select count(distinct l.entry) from listings l where l.snapshot = n.id) as entries
           from snapshots n order by n.list, n.as_of, n.id"""
COUNTS = """select (select count(*) from claims where status in ('proposed', 'accepted')) as claims,
                (select count(*) from entities) as entities,
                (select coalesce(sum(pages), 0) from sources) as pages,
                (select count(*) from sources) as sources,
                (select count(*) from sources where status = 'read') as read_whole"""


@dataclass(frozen=True, slots=True)
class GapGroup:
    """Gaps of one kind; an unmapped table is always listed, of the others the first few."""

    kind: str
    count: int
    shown: tuple[dict[str, Any], ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """The ledger of a case: counts, sources, gaps and lists."""

    counts: dict[str, int]
    sources: tuple[dict[str, Any], ...]
    not_whole: tuple[dict[str, Any], ...]  # sources that were not read in full, no copies of others
    copies: tuple[dict[str, Any], ...]  # sources whose bytes are those of another, which is read in their stead
    warned: tuple[dict[str, Any], ...]  # sources of which a reader should know something
    gaps: tuple[GapGroup, ...]
    lists: tuple[dict[str, Any], ...]


def read_coverage(case: Case) -> Coverage:
    """Return what the case holds and what it could not use."""
    sources = [{**row, "warnings": _read_json(row["warnings"])} for row in case.query(SOURCES)]
    return Coverage(
        counts={name: int(count) for name, count in case.query(COUNTS)[0].items()},
        sources=tuple(sources),
        not_whole=tuple(source for source in sources if source["status"] != "read" and not source["copy_of"]),
        copies=tuple(source for source in sources if source["copy_of"]),
        warned=tuple(source for source in sources if source["warnings"]),
        gaps=_group(case.query(GAPS)),
        lists=tuple(_open_list(row) for row in case.query(LISTS)),
    )


def _group(rows: list[dict[str, Any]]) -> tuple[GapGroup, ...]:
    kinds: dict[str, list[dict[str, Any]]] = {}
    for row in rows:
        kinds.setdefault(row["kind"], []).append(row)
    return tuple(
        GapGroup(kind, len(gaps), tuple(gaps if kind == "unmapped_table" else gaps[:EXAMPLES_MOST]))
        for kind, gaps in sorted(kinds.items(), key=lambda entry: (entry[0] != "unmapped_table", entry[0]))
    )


def _open_list(row: dict[str, Any]) -> dict[str, Any]:
    return {**row, "files": _read_json(row["files"]), "missed": _read_json(row["missed"])}


def _read_json(text: str) -> list[str]:
    """Return a JSON list or map as lines; text that is no JSON as it stands."""
    try:
        held = json.loads(text or "[]")
    except ValueError:
        return [text]
    if isinstance(held, dict):
        return [f"{name}: {value}" for name, value in held.items()]
    if not isinstance(held, list):
        return [str(held)]
    return [": ".join(map(str, item)) if isinstance(item, list) else _tell_item(item) for item in held]


def _tell_item(item: object) -> str:
    return ", ".join(f"{name} {value}" for name, value in item.items()) if isinstance(item, dict) else str(item)
