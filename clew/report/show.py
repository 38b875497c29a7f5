"""Any id in; what it is, its words and where they stand out."""

from dataclasses import dataclass
from typing import Any

from clew.model.errors import UnknownId
from clew.model.ids import PREFIXES
from clew.store.case import Case

BY_ID: dict[str, tuple[tuple[str, str], ...]] = {
    "s": (("source", "select * from sources where starts_with(id, $id)"),),
    "m": (("mention", "select * from mentions where starts_with(id, $id)"),),
    "c": (("claim", "select * from claims where starts_with(id, $id)"),),
    "a": (("name in a document", "select * from anchors where starts_with(id, $id)"),),
    "j": (
        ("judgement", "select * from judgements where starts_with(id, $id)"),
        ("machine judgement", "select * from links where starts_with(id, $id) and judged_by = 'clew'"),
    ),
    "e": (("entity", "select * from entities where starts_with(id, $id)"),),
    "k": (("candidate", "select * from candidates where starts_with(id, $id)"),),
    "l": (("list entry", "select * from listings where starts_with(id, $id)"),),
    "n": (("list snapshot", "select * from snapshots where starts_with(id, $id)"),),
    "h": (("hit", "select * from hits where starts_with(id, $id)"),),
    "f": (("finding", "select * from findings where starts_with(id, $id)"),),
    "g": (("gap", "select * from gaps where starts_with(id, $id)"),),
}
SOURCE_PATH = "select path from sources where id = $id"
ANCHOR = "select a.text, s.path from anchors a join sources s on s.id = a.source where a.id = $id"
SNAPSHOT = "select list, as_of, sha256 from snapshots where id = $id"


@dataclass(frozen=True, slots=True)
class Place:
    """Words of a source and where they stand."""

    role: str
    text: str
    path: str
    page: int
    start: int  # code points of the page text
    stop: int


@dataclass(frozen=True, slots=True)
class Shown:
    """A record opened for a person."""

    kind: str
    id: str
    says: str  # one line: what it is
    places: tuple[Place, ...]
    record: dict[str, Any]


def show(case: Case, id_: str) -> Shown:
    """Open the record with this id, or the only one whose id begins so.

    Raises:
        UnknownId: none has it, or several begin with it.
    """
    prefix = id_.partition("-")[0]
    if prefix not in BY_ID:
        known = ", ".join(f"{letter}-… {kind}" for letter, kind in PREFIXES.items())
        raise UnknownId(f"{id_!r} is no id; ids begin with: {known}")
    found = [(kind, row) for kind, sql in BY_ID[prefix] for row in case.query(sql, id=id_)]
    if len(found) != 1:
        several = ", ".join(row["id"] for _, row in found[:4])
        problem = f"several ids begin so: {several}" if found else "no record has this id"
        raise UnknownId(f"{id_}: expected one {PREFIXES[prefix]}, {problem}")
    kind, row = found[0]
    return Shown(kind, row["id"], _says(case, kind, row), _places(case, row), row)


def _says(case: Case, kind: str, row: dict[str, Any]) -> str:
    if kind == "claim":
        return claim_in_words(row)
    if kind in ("judgement", "machine judgement"):
        return _judgement(case, kind, row)
    if kind == "list entry":
        snapshot = case.query(SNAPSHOT, id=row["snapshot"])
        as_of = snapshot[0]["as_of"] if snapshot else "unknown"
        return f"{row['list']}, entry {row['entry']} ({row['programme']}): {row['name']}, as the list stood on {as_of}"
    if kind == "list snapshot":
        return f"{row['list']} as it stood on {row['as_of']} (said by: {row['as_of_basis']}), {row['sha256'][:12]}…"
    if kind == "finding":
        return str(row["sentence"])
    if kind == "source":
        return f"{row['path']}: {row['status']}{', ' + row['reason'] if row['reason'] else ''}"
    if kind == "hit":
        return f"{row['name']} ~ {row['listed_name']} ({row['list']} {row['entry']}), {row['level']}: {'; '.join(row['because'])}"
    if kind == "candidate":
        return f"{row['left_name']} ~ {row['right_name']}: {'; '.join(row['because'])}"
    if kind == "gap":
        return f"{row['kind'].replace('_', ' ')}: {row['detail']}"
    return str(row.get("text") or row.get("name"))


def claim_in_words(row: dict[str, Any]) -> str:
    """Say a claim in one line: who holds it, how firmly, and what it is."""
    negated = " not" if row["polarity"] == "negated" else ""
    when = " to ".join(value for value in (row["valid_from"], row["valid_to"]) if value)
    holders = f"{' → '.join(row['holders'])}: " if row["holders"] else ""
    said = f"{row['subject']} | {row['predicate'].replace('_', ' ')}{negated} | {row['object']}"
    return f"{holders}{said}{f' ({when})' if when else ''} [{row['stance'].replace('_', ' ')}, {row['modality']}]"


def _judgement(case: Case, kind: str, row: dict[str, Any]) -> str:
    if kind == "judgement":
        names = f"{row['left_name']} / {row['right_name']}"
        return f"{names}: {row['decision']}, by {row['judged_by']}, {row['judged_at']}: {row['why']}"
    anchor = case.query(ANCHOR, id=row["anchor"])
    name = f"“{anchor[0]['text']}” in {anchor[0]['path']}" if anchor else row["anchor"]
    return f"{name} is the party known by {row['key']} ({row['level']}): {row['why']}"


def _places(case: Case, row: dict[str, Any]) -> tuple[Place, ...]:
    if "quotes" in row:
        words = row["quotes"]
    elif "start" in row:
        words = [{"role": "name", **{key: row[key] for key in ("text", "page", "start", "stop")}}]
    else:
        return ()
    found = case.query(SOURCE_PATH, id=row["source"])
    path = found[0]["path"] if found else "(switched off)"
    return tuple(Place(w["role"], w["text"], path, w["page"], w["start"], w["stop"]) for w in words)
