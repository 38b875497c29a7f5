"""Any id in; what it is, its words and where they stand out."""

from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Any

from clew.model.errors import UnknownId
from clew.model.ids import PREFIXES
from clew.report.held import Hold, holds_of, reasons_of
from clew.report.kinds import why_kind
from clew.report.promised import sources
from clew.report.reach import tell_reach, types_held
from clew.report.sentences import tell_claim, tell_judgement, tell_level, tell_link, tell_listing
from clew.report.wording import BASES, in_words
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
    "t": (("tie", "select * from ties where starts_with(id, $id)"),),
    "r": (("retelling", "select * from retellings where starts_with(id, $id)"),),
    "v": (("review", "select * from all_reviews where starts_with(id, $id)"),),
    "q": (("request", "select * from all_requests where starts_with(id, $id)"),),
    "g": (("gap", "select * from gaps where starts_with(id, $id)"),),
}
# Withdrawn judgements are on record, though no stage sees them.
WITHDRAWN = "select * from judgements where substr(id, 1, length($id)) = $id"
CHILDREN = "select id, path, status from sources where parent = $id order by path, id"
COPIES = "select path from sources where copy_of = $path order by path"
SOURCE_PATH = "select path from sources where id = $id"
ANCHOR = "select a.text, s.path from anchors a join sources s on s.id = a.source where a.id = $id"
SNAPSHOT = "select list, as_of, sha256 from snapshots where id = $id"
NAMES = """select m.text, m.page, m.start, m.stop, s.path
           from members b join mentions m on m.id = b.mention join sources s on s.id = m.source
           where b.entity in (select unnest($entities::varchar[])) or b.anchor in (select unnest($anchors::varchar[]))
           order by s.path, m.page, m.start, m.id"""


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
    holds: tuple[Hold, ...] = ()  # of an entity: what joins its names


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
    if prefix == "j" and not found:
        found = [("judgement", row) for row in case.ledger(WITHDRAWN, id=id_)]
    if len(found) != 1:
        several = ", ".join(row["id"] for _, row in found[:4])
        problem = f"several ids begin so: {several}" if found else "no record has this id"
        raise UnknownId(f"{id_}: expected one {PREFIXES[prefix]}, {problem}")
    kind, row = found[0]
    if kind == "claim":
        row = {**row, "reach": tell_reach(row, types_held(case))}
    row = _source(case, row) if kind == "source" else row
    holds = holds_of(case, row["id"]) if kind == "entity" else ()
    if kind == "entity":
        row = {**row, "held_by": [_as_record(hold) for hold in holds], "kind_by": list(why_kind(case, row["id"]))}
    if kind == "judgement":
        row = {**row, "reasons": {side: list(said) for side, said in reasons_of(row).items()}}
    return Shown(kind, row["id"], _says(case, kind, row), _places(case, kind, row), row, holds)


def _as_record(hold: Hold) -> dict[str, Any]:
    return {**asdict(hold), "anchors": sorted(hold.anchors)}


def _source(case: Case, row: dict[str, Any]) -> dict[str, Any]:
    """Return a source as the ledger promises it, with what was found inside it and its copies."""
    whole = next(promised for promised in sources(case) if promised["id"] == row["id"])
    inside = [f"{child['path']} ({child['id']}): {child['status']}" for child in case.query(CHILDREN, id=row["id"])]
    return {**whole, "inside": inside, "copies": [copy["path"] for copy in case.query(COPIES, path=row["path"])]}


def _says(case: Case, kind: str, row: dict[str, Any]) -> str:
    if kind == "machine judgement":
        anchor = case.query(ANCHOR, id=row["anchor"])
        name, path = (anchor[0]["text"], anchor[0]["path"]) if anchor else (row["anchor"], "")
        return tell_link(row, name=name, path=path)
    if kind == "list entry":
        snapshot = case.query(SNAPSHOT, id=row["snapshot"])
        return tell_listing(row, as_of=snapshot[0]["as_of"] if snapshot else "a day not known")
    if kind == "gap":
        found = case.query(SOURCE_PATH, id=row["source"])
        page = f", page {row['page']}" if row["page"] else ""
        where = f" ({found[0]['path']}{page})" if found else ""
        return f"{in_words(row['kind'])}: {row['detail']}{where}"
    return SAID[kind](row) if kind in SAID else str(row.get("text") or row.get("name"))


def _hit(row: dict[str, Any]) -> str:
    why = "; ".join(row["because"])
    return f"{row['name']} ~ {row['listed_name']}, entry {row['entry']} of {row['list']} ({tell_level(row['level'])}): {why}"


# What a record says that needs nothing beside it.
SAID: dict[str, Callable[[dict[str, Any]], str]] = {
    "claim": tell_claim,
    "judgement": tell_judgement,
    "list snapshot": lambda row: (
        f"{row['list']} as it stood on {row['as_of']}, according to {BASES.get(row['as_of_basis'], row['as_of_basis'])}"
    ),
    "finding": lambda row: str(row["sentence"]),
    "source": lambda row: f"{row['path']}: {row['status']}{', ' + row['reason'] if row['reason'] else ''}",
    "hit": _hit,
    "tie": lambda row: f"{in_words(row['kind'])}: {row['basis']}",
    "retelling": lambda row: f"{row['claim']}: {'; '.join(row['differences']) or 'as its origin has it'}",
    "review": lambda row: (
        f"{row['claim']} {row['decision']} by {row['reviewed_by']}, {row['reviewed_at'][:10]}: {row['why']}"
    ),
    "request": lambda row: f"{row['party']}, asked on {row['asked_on']} by {row['channel']} about {row['finding']}",
    "candidate": lambda row: f"{row['left_name']} ~ {row['right_name']}: {'; '.join(row['because'])}",
}


def _places(case: Case, kind: str, row: dict[str, Any]) -> tuple[Place, ...]:
    if "quotes" in row or "start" in row:
        name = {"role": "name", **{key: row.get(key) for key in ("text", "page", "start", "stop")}}
        found = case.query(SOURCE_PATH, id=row["source"])
        path = found[0]["path"] if found else "(switched off)"
        words = row.get("quotes", [name])
        return tuple(Place(w["role"], w["text"], path, w["page"], w["start"], w["stop"]) for w in words)
    entities, anchors = _bearers(kind, row)
    if not entities and not anchors:
        return ()
    names = case.query(NAMES, entities=entities, anchors=anchors)
    return tuple(Place("name", n["text"], n["path"], n["page"], n["start"], n["stop"]) for n in names)


def _bearers(kind: str, row: dict[str, Any]) -> tuple[list[str], list[str]]:
    """Return the entities and the names in documents whose places show what a record speaks of."""
    if kind == "entity":
        return [row["id"]], []
    if kind == "candidate":
        return [row["left_entity"], row["right_entity"]], []
    anchors = {
        "name in a document": [row["id"]],
        "hit": row.get("anchors"),
        "machine judgement": [row.get("anchor")],
        "judgement": [row.get("left_anchor"), row.get("right_anchor")],
    }
    return [], list(anchors.get(kind) or ())
