"""Where what is told comes from: a case in; its items, what ties them, their origins, and each claim's retellings out.

Three tables come of it: `ties` (what makes two sources one origin, with its basis), `origins` (which origin each source has),
`retellings` (how each item tells a claim that others tell too).
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from clew.detect import likening
from clew.detect.evidence import ENTITIES, Fact, Ground, read_facts
from clew.detect.items import TELLING, Item, read_items
from clew.detect.retellings import Carried, Told, carried
from clew.detect.ties import Tie, find_ties, origins, outlets_cited
from clew.model.ids import content_id
from clew.store.rows import Row

LEAST_NAME = 4  # characters of a name that is looked for in the words of other items
RETOLD_IN = "F02"  # the finding type under which a claim's retellings are listed

TOLD = """select * from facts where record_type in (select unnest($types)) and stance <> 'record_states' order by id"""
NAMED = """select distinct f.id, m.entity, me.kind
           from facts f join mentions me on me.source = f.source and me.page = f.quotes[1].page
             and me.start >= f.quotes[1].start and me.stop <= f.quotes[1].stop
           join members m on m.mention = me.id
           where f.record_type in (select unnest($types)) and me.kind in ('organization', 'place') order by f.id, m.entity"""
KNOWN_PEOPLE = """select distinct m.entity from mentions me join members m on m.mention = me.id
                  where me.kind = 'person' and me.record_type not in (select unnest($types))"""
KNOWN_TIMES = """select distinct valid_from as value from facts
                 where record_type not in (select unnest($types)) and valid_from in (select unnest($values::varchar[]))"""
KNOWN_VALUES = """select distinct value from (select unnest(map_values(qualifiers)) as value from facts
                  where record_type not in (select unnest($types))) where value in (select unnest($values::varchar[]))"""
SAME_PAPERS = """select record_type, qualifiers['number'] as number, list(distinct source order by source) as sources
                 from facts where predicate in ('billed', 'shipped', 'delivered', 'declared') and subject_entity is not null
                   and record_type not in (select unnest($types)) and len(map_keys(qualifiers)) > 0
                 group by record_type, number, subject_entity, object_entity
                 having number is not null and count(distinct source) > 1 order by record_type, number"""
ALL_SOURCES = "select distinct source from claims order by source"


@dataclass(frozen=True, slots=True)
class Lineage:
    """What tells in a case, and where it comes from."""

    items: tuple[Item, ...]
    ties: tuple[Tie, ...]
    facts: tuple[Fact, ...]
    named: Mapping[str, frozenset[str]]  # claim -> firms and places named in its words


def read_lineage(case: Ground) -> Lineage:
    """Read what tells in a case and work out what ties it."""
    items = read_items(case)
    facts = read_facts(case.query(TOLD, types=list(TELLING)))
    ties = find_ties(items, known=_known(case, items, facts), stock=_stock(facts))
    return Lineage(items, ties, facts, _named(case, items, facts))


def retold(facts: tuple[Fact, ...], lineage: Lineage) -> tuple[Carried, ...]:
    """Return every claim that two items or more carry, by these facts."""
    by_id = {item.id: item for item in lineage.items}
    origin_of = origins(by_id, lineage.ties)
    return carried(Told(facts, by_id, origin_of, _cited(lineage.items), lineage.named))


def _known(case: Ground, items: Iterable[Item], facts: Iterable[Fact]) -> frozenset[str]:
    """Return the values and persons that are no trace of copying: records hold them, or the story is about them."""
    types = list(TELLING)
    people = {row["entity"] for row in case.query(KNOWN_PEOPLE, types=types)}
    acting = {fact.subject_entity for fact in facts if fact.predicate not in ("says", "responds")}
    acting |= {fact.object_entity for fact in facts if fact.predicate not in ("says", "responds")}
    asked = sorted({value for item in items for value in item.values})
    plain = {value.partition(" ")[2]: value for value in asked}
    held = {row["value"] for row in case.query(KNOWN_TIMES, types=types, values=list(plain))}
    held |= {row["value"] for row in case.query(KNOWN_VALUES, types=types, values=list(plain))}
    return frozenset(people | {one for one in acting if one} | {plain[value] for value in held})


def _stock(facts: Iterable[Fact]) -> frozenset[str]:
    return frozenset(fact.words for fact in facts if fact.stance == "no_response")


def _outlets(items: Iterable[Item]) -> frozenset[str]:
    """Return the entities that only tell: outlets."""
    names = {item.outlet.casefold() for item in items} - {""}
    cited = {name for item in items for name in outlets_cited(item)}
    return frozenset(
        person.entity
        for item in items
        for person in item.named
        if person.text.casefold().removeprefix("the ") in names or person.text.casefold() in cited
    )


def _named(case: Ground, items: Sequence[Item], facts: Sequence[Fact]) -> dict[str, frozenset[str]]:
    """Return for each claim the firms and places named in its words; also by a name that only another item was read to have."""
    outlets = _outlets(items)
    firms: dict[str, set[str]] = defaultdict(set)
    places: dict[str, set[str]] = defaultdict(set)
    for row in case.query(NAMED, types=list(TELLING)):
        if row["entity"] in outlets:
            continue
        (firms if row["kind"] == "organization" else places)[row["id"]].add(row["entity"])
    known = _names_of(items, outlets)
    if known:
        spelled = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(known, key=len, reverse=True)))})(?!\w)")
        for fact in facts:
            firms[fact.id].update(known[match[0]] for match in spelled.finditer(fact.words))
    return {id_: frozenset(firms[id_] | places[id_]) for id_ in {*firms, *places}}


def _names_of(items: Sequence[Item], outlets: frozenset[str]) -> dict[str, str]:
    """Return the firms and places of the items by a name that means one of them only."""
    found: dict[str, set[str]] = defaultdict(set)
    for item in items:
        for person in item.named:
            if person.kind in ("organization", "place") and len(person.text) >= LEAST_NAME:
                found[person.text].add(person.entity)
    return {name: min(ids) for name, ids in found.items() if len(ids) == 1 and not ids & outlets}


def _cited(items: Sequence[Item]) -> dict[str, int]:
    """Return how many items name each item's outlet."""
    names = [outlets_cited(item) for item in items]
    return {item.id: sum(_is_named(item, cited) for cited in names) for item in items if item.outlet}


def _is_named(item: Item, cited: Iterable[str]) -> bool:
    own = item.outlet.casefold()
    return any(own.endswith(name) or name.endswith(own) for name in cited)


def lineage_rows(case: Ground) -> dict[str, list[Row]]:
    """Return the rows of `ties`, `origins` and `retellings` for a case as it stands."""
    lineage = read_lineage(case)
    ties = (*lineage.ties, *_same_papers(case))
    origin_of = origins((row["source"] for row in case.query(ALL_SOURCES)), ties)
    names = {row["id"]: row["name"] for row in case.query(ENTITIES)}
    rows = [row for claim in retold(lineage.facts, lineage) for row in _telling_rows(claim, names)]
    return {
        "ties": [
            {
                "id": t.id,
                "left_source": t.left,
                "right_source": t.right,
                "kind": t.kind,
                "basis": t.basis,
                "score": t.score,
            }
            for t in ties
        ],
        "origins": [{"source": source, "origin": origin} for source, origin in sorted(origin_of.items())],
        "retellings": rows,
    }


def _same_papers(case: Ground) -> list[Tie]:
    """Return a tie for two files that are one paper: record type, number and parties agree."""
    found = {}
    for row in case.query(SAME_PAPERS, types=list(TELLING)):
        for one, other in pairwise(row["sources"]):
            basis = f"both are {row['record_type'].replace('_', ' ')} {row['number']} between the same parties"
            tie = Tie(one, other, "same_record", basis, 1.0)
            found[tie.id] = tie
    return sorted(found.values(), key=lambda tie: (tie.left, tie.right))


def _telling_rows(claim: Carried, names: Mapping[str, str]) -> Iterable[Row]:
    finding = content_id("f", [RETOLD_IN, claim.key])
    for number, telling in enumerate(claim.tellings):
        facts = telling.facts
        yield {
            "id": content_id("r", [claim.key, telling.item.id]),
            "finding": finding,
            "claim": claim.tells(names),
            "place": number,
            "source": telling.item.id,
            "origin": telling.origin,
            "day": telling.item.day.isoformat() if telling.item.day else None,
            "claims": [fact.id for fact in facts],
            "holders": sorted({fact.holders[-1] for fact in facts if fact.holders}),
            "stances": sorted({fact.stance for fact in facts}),
            "modalities": sorted({fact.modality for fact in facts} - {"unknown"}),
            "times": sorted({moment.value for fact in facts for moment in likening.beginnings(fact)}),
            "numbers": sorted({f"{n} {v}" for f in facts for n, v in f.qualifiers.items() if n in likening.NUMBERS}),
            "hedges": sorted({hedge for fact in facts for hedge in fact.hedges}),
            "quotations": [f"{verdict}: {words}" for verdict, words, _ in telling.fidelity],
            "differences": [f"{one.kind}: {one.was} → {one.now}" for one in telling.differences],
        }
