"""The law of support sets, for small evidence: switching leaves off equals concluding anew from what is left."""

from dataclasses import fields, replace

from clew.detect.evidence import Fact, Link, Match, Party
from clew.detect.items import Item
from clew.detect.ties import Tie
from clew.model.records import Leaf


def without(evidence, off):
    """Return evidence less the leaves switched off; an entity whose names no longer hang together falls apart."""
    changed = {}
    for part in fields(evidence):
        rows = getattr(evidence, part.name)
        if isinstance(rows, tuple):
            changed[part.name] = tuple(row for row in rows if not _is_off(row, off))
    return _fallen_apart(replace(evidence, **changed))


def _is_off(row, off):
    match row:
        case Fact():
            return Leaf("claim", row.id) in off
        case Link():
            return Leaf("judgement", row.id) in off
        case Party() | Item() | Tie():
            return False
        case Match():
            return bool(off & {*row.leaves, Leaf("list", row.snapshot)})
    return bool(off & {Leaf("list", row.id), Leaf("list", getattr(row, "snapshot", ""))})


def _fallen_apart(evidence):
    root = {}

    def find(node):
        while root.setdefault(node, node) != node:
            node = root[node]
        return node

    for link in evidence.links:
        root[find((link.entity, link.anchor))] = find((link.entity, link.key))

    def piece(entity, anchor):
        return entity and f"{entity}/{find((entity, anchor))[1]}"

    def renamed(row):
        match row:
            case Fact():
                return [
                    replace(
                        row,
                        subject_entity=piece(row.subject_entity, row.subject_anchor),
                        object_entity=piece(row.object_entity, row.object_anchor),
                    )
                ]
            case Link():
                return [replace(row, entity=piece(row.entity, row.anchor))]
            case Match():
                return [replace(row, entity=piece(row.entity, a), anchors=(a,)) for a in row.anchors]
        return [row]

    changed = {
        part.name: tuple(new for row in getattr(evidence, part.name) for new in renamed(row))
        for part in fields(evidence)
        if isinstance(getattr(evidence, part.name), tuple)
    }
    pieces = {entity for fact in changed_facts(changed) for entity in (fact.subject_entity, fact.object_entity)}
    parties = {party.id: party for party in evidence.parties}
    changed["parties"] = tuple(
        replace(parties[_whole(entity)], id=entity)
        for entity in sorted(filter(None, pieces))
        if _whole(entity) in parties
    )
    return replace(evidence, **changed)


def changed_facts(changed):
    return [row for rows in changed.values() for row in rows if isinstance(row, Fact)]


def _whole(entity):
    return entity.split("/")[0]


def leaves_of(evidence):
    """Return every leaf that can be switched off."""
    leaves = set()
    for part in fields(evidence):
        rows = getattr(evidence, part.name)
        for row in rows if isinstance(rows, tuple) else ():
            match row:
                case Fact():
                    leaves.add(Leaf("claim", row.id))
                case Link():
                    leaves.add(Leaf("judgement", row.id))
                case Match():
                    leaves.update(row.leaves)
                case Party() | Item() | Tie():
                    pass
                case _:
                    leaves.add(Leaf("list", row.id))
    return sorted(leaves)


def check_law(conclude, evidence, options, off):
    """Assert, for every finding, that it stands on what is left if and only if one of its support sets is whole."""
    off = _with_listings(evidence, off)
    before = list(conclude(evidence, options))
    after = list(conclude(without(evidence, off), options))
    for finding in before:
        assert finding.supports
        stands = any(off.isdisjoint(support) for support in finding.supports)
        says = any(
            later.type == finding.type
            and tuple(map(_whole, later.key)) == tuple(map(_whole, finding.key))
            and later.strength >= finding.strength
            for later in after
        )
        if stands:
            assert says, ("unsound", finding, off)
        elif finding.supports_complete and off.isdisjoint(finding.against):
            assert not says, ("incomplete", finding, off)
    return before


def _with_listings(evidence, off):
    """Return the leaves switched off, with each snapshot its listings, as with each source its claims."""
    listings = [*getattr(evidence, "rows", ()), *getattr(evidence, "matches", ())]
    gone = {Leaf("list", getattr(row, "listing", row.id)) for row in listings if Leaf("list", row.snapshot) in off}
    return frozenset(off) | gone


def joined(entity, anchors, *, by="name:same"):
    """Return a link from each name of an entity to a key they share."""
    return tuple(Link(f"j-{entity}-{anchor}-{by}", anchor, by, entity) for anchor in anchors)
