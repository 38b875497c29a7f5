"""Why an entity is taken for a person, a firm or a place: the reasons kept with its mentions in, lines out."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from clew.report.wording import in_words
from clew.store.case import Case

MENTIONS_OF = """select m.kind, m.because, m.record_type, m.text, s.path, e.kind as entity_kind
                 from members b join mentions m on m.id = b.mention join sources s on s.id = m.source
                 join entities e on e.id = b.entity
                 where b.entity = $id order by s.path, m.page, m.start, m.id"""
SHOWN = 8  # documents with votes of their own; the rest are counted
# Where the place of a name says what it is; in others its kind is a guess from the words.
IN_RECORDS = (
    "invoice",
    "waybill",
    "delivery_act",
    "customs_declaration",
    "trade_ledger",
    "passenger_record",
    "register_extract",
    "list_entry",
)


def why_kind(case: Case, entity: str) -> tuple[str, ...]:
    """Return what says of which kind an entity is: its places in records, the votes of each document, what else it may name."""
    rows = case.query(MENTIONS_OF, id=entity)
    if not rows:
        return ()
    kind = rows[0]["entity_kind"]
    placed = Counter(row["record_type"] for row in rows if row["record_type"] in IN_RECORDS and not row["because"])
    lines = []
    if placed:
        papers = ", ".join(f"{in_words(type_)} {count}" for type_, count in sorted(placed.items()))
        lines.append(f"{in_words(kind)} by its place in records: {papers}")
    said: dict[tuple[str, str], list[str]] = defaultdict(list)
    for row in rows:
        for words in row["because"] or ():
            if row["path"] not in said[row["kind"], words]:
                said[row["kind"], words].append(row["path"])
    for (guessed, words), paths in sorted(said.items(), key=lambda one: (one[0][0] != kind, one[1], one[0])):
        other = "" if guessed == kind else ", though the entity is taken for another kind"
        lines.append(f"{in_words(guessed)} in {_paths(paths)}{other}: {words}")
    return tuple([*lines[:SHOWN], f"and {len(lines) - SHOWN} more"] if len(lines) > SHOWN else lines)


def _paths(paths: Sequence[str]) -> str:
    return paths[0] if len(paths) == 1 else f"{paths[0]} and {len(paths) - 1} more"
