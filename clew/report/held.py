"""What holds an entity together; its links and judgements in, each thing that joins its names out, and what falls without it."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from clew.report.sentences import tell_judgement, tell_level
from clew.report.wording import in_words
from clew.store.case import Case

LINKS_OF = """select l.id, l.anchor, l.key, l.level, l.judged_by, a.text, s.path
              from links l join anchors a on a.id = l.anchor join sources s on s.id = a.source
              where l.entity = $id order by l.level desc, l.key, l.id"""
ANCHORS_OF = "select id, text from anchors where entity = $id order by id"
JUDGEMENTS = "select * from judgements where id in (select unnest($ids::varchar[]))"


@dataclass(frozen=True, slots=True)
class Hold:
    """One thing that joins names: a person's judgement, or a name or an identifier that they share."""

    ids: tuple[str, ...]  # of the judgement, or of Clew's links to what is shared
    says: str
    level: str
    anchors: frozenset[str]  # names in documents that it joins
    parts: tuple[tuple[str, ...], ...] = ()  # names of each piece that is left without it; () where all still hold
    because: tuple[str, ...] = ()  # of a person's judgement: what spoke for it when it was made
    against: tuple[str, ...] = ()


def holds_of(case: Case, entity: str) -> tuple[Hold, ...]:
    """Return what joins the names of an entity: first what it falls apart without, then the rest, each by level.

    Nothing where it has one name in one document. Taking one of Clew's holds away takes all its links, which
    `clew why --without judgement:j-…` does one by one.
    """
    names = {row["id"]: row["text"] for row in case.query(ANCHORS_OF, id=entity)}
    links = case.query(LINKS_OF, id=entity)
    holds = [*_judged(case, links), *_shared(links)]
    told = [_parted(hold, holds, names) for hold in holds]
    return tuple(sorted(told, key=lambda hold: (not hold.parts, "".join(map(_last_first, hold.level)), hold.ids)))


def _last_first(letter: str) -> str:
    return chr(0x10FFFF - ord(letter))


def _judged(case: Case, links: Iterable[Mapping[str, Any]]) -> Iterable[Hold]:
    ids = sorted({row["id"] for row in links if row["judged_by"] != "clew"})
    for row in case.query(JUDGEMENTS, ids=ids):
        reasons = reasons_of(row)
        yield Hold(
            ids=(row["id"],),
            says=tell_judgement(row),
            level=row["level"],
            anchors=frozenset((row["left_anchor"], row["right_anchor"])),
            because=reasons["because"],
            against=reasons["against"],
        )


def reasons_of(judgement: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    """Return what spoke for and against when a person judged; nothing for a judgement made before reasons were kept."""
    kept = json.loads(judgement.get("reasons") or "{}")
    return {side: tuple(kept.get(side, ())) for side in ("because", "against")}


def _shared(links: Iterable[Mapping[str, Any]]) -> Iterable[Hold]:
    by_key: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for row in links:
        if row["judged_by"] == "clew":
            by_key[row["key"]].append(row)
    for key, rows in by_key.items():
        anchors = frozenset(row["anchor"] for row in rows)
        if len(anchors) > 1:
            level = rows[0]["level"]
            said = f"{len(anchors)} names in documents share {_key(key)} ({tell_level(level)})."
            yield Hold(tuple(row["id"] for row in rows), said, level, anchors)


def _key(key: str) -> str:
    """Return a shared key in words: "name:person:ivan petrov|birth_date:1980-01-02"."""
    name, _, day = key.partition("|birth_date:")
    kind, _, value = name.partition(":")
    if kind != "name":
        return f"the {in_words(kind)} {value}"
    said = f"the name '{value.partition(':')[2]}'"
    return f"{said} and the day of birth {day}" if day else said


def _parted(hold: Hold, holds: Sequence[Hold], names: Mapping[str, str]) -> Hold:
    """Return a hold with the pieces that are left without it."""
    piece = {anchor: anchor for anchor in names}

    def root(anchor: str) -> str:
        while piece[anchor] != anchor:
            piece[anchor] = anchor = piece[piece[anchor]]
        return anchor

    for other in holds:
        if other is not hold:
            first, *rest = sorted(other.anchors & names.keys()) or [""]
            for anchor in rest:
                piece[root(anchor)] = root(first)
    pieces: dict[str, set[str]] = defaultdict(set)
    for anchor, text in names.items():
        pieces[root(anchor)].add(text)
    if len(pieces) == 1:
        return hold
    parts = tuple(sorted(tuple(sorted(texts)) for texts in pieces.values()))
    return Hold(hold.ids, hold.says, hold.level, hold.anchors, parts, hold.because, hold.against)
