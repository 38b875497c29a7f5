"""F07: whether listed owners hold so much of a party that a regime's ownership rule reaches it.

Why it matters: a firm that is on no list may be treated as if it were, because of who owns it; which share is enough, and
whether shares add up, differs by regime and changes over time.
Also explained by: see `ALSO_EXPLAINED_BY`.
Would be settled by: see `SETTLED_BY`.
Source: `detect/rules/ownership.toml` names the guidance of each regime; OFAC FAQ 398 (control does not count), 401 (examples).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import islice, product

from clew.detect.evidence import (
    Fact,
    Ground,
    Link,
    Match,
    Party,
    answers,
    read_facts,
    read_links,
    read_matches,
    read_parties,
    read_replies,
)
from clew.detect.identity import Bundle, Identity, gather
from clew.detect.listed import LISTED, Row, Snapshot, Status, decide, read_rows, read_snapshots
from clew.detect.regimes import OwnershipRule, rules_on
from clew.detect.stakes import Derivation, Stake, carry, derivations, overfull, reached, stakes_on
from clew.detect.wording import capitalised, count, join_words, name_party, namesakes
from clew.model.records import Finding, Leaf, Slot

TYPE = "F07"
TITLE = "Ownership and control reach"
VERSION = 1
ALSO_EXPLAINED_BY = (
    "an extract that is out of date: the share was sold, or never paid in",
    "shares that carry no votes, or are held for somebody else",
    "another party with the same name as the listed owner",
    "a licence or an exemption for dealings with the party",
)
SETTLED_BY = (
    "an extract of the register as of the day of the dealing",
    "the shareholders' agreement, and who holds the votes",
    "the authority's own answer for this party",
)

OWNS = """select * exclude (quotes) from facts
          where predicate = 'owns' and stance = 'record_states' and polarity = 'affirmed'
            and subject_entity is not null and object_entity is not null
          order by id"""
CONTROLS = """select * exclude (quotes) from facts
              where predicate in ('director_of', 'controls') and stance = 'record_states' and polarity = 'affirmed'
                and subject_entity is not null and object_entity is not null
              order by id"""
DEALINGS = """select * exclude (quotes) from facts
              where predicate in ('billed', 'shipped', 'delivered', 'declared', 'paid') and stance = 'record_states'
                and polarity = 'affirmed' and valid_from is not null
              order by id"""
# Ways to choose one claim for each stake, and one ground for each listed owner, of one derivation.
_CHOICES_MOST = 512


@dataclass(frozen=True, slots=True)
class Options:
    """The settings F07 reads."""

    supports_most: int = 64


@dataclass(frozen=True, slots=True)
class Evidence:
    """What F07 reads of a case."""

    owns: tuple[Fact, ...] = ()
    controls: tuple[Fact, ...] = ()
    dealings: tuple[Fact, ...] = ()
    matches: tuple[Match, ...] = ()
    rows: tuple[Row, ...] = ()
    snapshots: tuple[Snapshot, ...] = ()
    replies: tuple[Fact, ...] = ()
    parties: tuple[Party, ...] = ()
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Reach:
    """One party on one day under one rule."""

    party: str  # entity
    day: str  # ISO
    rule: OwnershipRule
    status: str  # yes, possible
    share: tuple[Decimal, Decimal]  # percent, at least and at most, of what counts against the threshold
    ways: tuple[Derivation, ...]
    complete: bool


@dataclass(frozen=True, slots=True)
class World:
    """What holds on one day under one rule."""

    day: str
    rule: OwnershipRule
    stakes: Mapping[tuple[str, str], Stake]
    listed: Mapping[str, tuple[tuple[Match, Status], ...]]  # entity -> the hits that make it listed then


def find(case: Ground) -> Iterator[Finding]:
    """Yield a finding for each party, regime and day on which listed owners reach it, or may reach it."""
    evidence = Evidence(
        owns=read_facts(case.query(OWNS)),
        controls=read_facts(case.query(CONTROLS)),
        dealings=read_facts(case.query(DEALINGS)),
        matches=read_matches(case),
        rows=read_rows(case),
        snapshots=read_snapshots(case),
        replies=read_replies(case),
        parties=read_parties(case),
        links=read_links(case),
    )
    yield from conclude(evidence, Options(case.setting("supports_most")))


def conclude(evidence: Evidence, options: Options) -> Iterator[Finding]:
    """Yield the findings that this evidence carries; the same evidence always yields the same."""
    if not evidence.owns or not evidence.matches:
        return
    identity = Identity.of(evidence.parties, evidence.links)
    for day, asked in sorted(_days(evidence).items()):
        for rule in rules_on(day):
            world = World(day, rule, _stakes(day, evidence), _listed(day, rule, evidence))
            for reach in _reaches(world, asked, rule.lists):
                yield from _finding(reach, world, asked.get(reach.party, asked[""]), evidence, identity, options)


_Anchored = tuple[Leaf, str, str]  # what puts a party on a day: a leaf, and the party's name there with its entity


def _days(evidence: Evidence) -> dict[str, dict[str, list[_Anchored]]]:
    """Return the days that are asked about: of dealings, for their parties; of snapshots, for everybody (under "")."""
    days: dict[str, dict[str, list[_Anchored]]] = {}
    for fact in evidence.dealings:
        sides = ((fact.subject_entity, fact.subject_anchor), (fact.object_entity, fact.object_anchor))
        for entity, anchor in sides if fact.day else ():
            if entity and anchor and fact.day:
                days.setdefault(fact.day.isoformat(), {}).setdefault(entity, []).append((fact.leaf, entity, anchor))
    for snapshot in evidence.snapshots:
        days.setdefault(snapshot.as_of, {}).setdefault("", []).append((snapshot.leaf, "", snapshot.list))
    for asked in days.values():
        asked.setdefault("", [])
    return days


def _stakes(day: str, evidence: Evidence) -> dict[tuple[str, str], Stake]:
    return {(stake.owner, stake.owned): stake for stake in stakes_on(day, evidence.owns)}


def _listed(day: str, rule: OwnershipRule, evidence: Evidence) -> dict[str, tuple[tuple[Match, Status], ...]]:
    found: dict[str, list[tuple[Match, Status]]] = {}
    for match in evidence.matches:
        if match.list not in rule.lists:
            continue
        rows = [row for row in evidence.rows if (row.list, row.entry) == (match.list, match.entry)]
        status = decide(day, rows, [snapshot for snapshot in evidence.snapshots if snapshot.list == match.list])
        counts = any(row.measure in rule.measures for row in rows)
        if status and status.name == LISTED and counts:
            found.setdefault(match.entity, []).append((match, status))
    return {entity: tuple(matches) for entity, matches in found.items()}


def _reaches(world: World, asked: Mapping[str, Sequence[_Anchored]], lists: Sequence[str]) -> Iterator[Reach]:
    """Yield the parties reached that this day asks about: those with a dealing on it, or all where a list stood so then."""
    stakes, listed = tuple(world.stakes.values()), frozenset(world.listed)
    least = reached(stakes, listed, world.rule)
    most = reached(stakes, listed, world.rule, at_most=True)
    everybody = any(list_ in lists for _, _, list_ in asked[""])
    for party in sorted(most):
        if party not in asked and not everybody:
            continue
        sure = party in least
        ways, complete = derivations(party, stakes, listed, world.rule, at_most=not sure)
        share = (least.get(party, _held(party, stakes, {*listed, *least})), most[party])
        status = "yes" if sure and world.rule.state == "in force" else "possible"
        yield Reach(party, world.day, world.rule, status, share, ways, complete and sure)


def _held(party: str, stakes: Iterable[Stake], owners: set[str]) -> Decimal:
    return sum((stake.low for stake in stakes if stake.owned == party and stake.owner in owners), Decimal(0))


def _finding(  # noqa: PLR0917 -- the answer, and what it is read in
    reach: Reach,
    world: World,
    asked: Sequence[_Anchored],
    evidence: Evidence,
    identity: Identity,
    options: Options,
) -> Iterator[Finding]:
    bundles = [bundle for way in reach.ways for bundle in _bundles(reach.party, way, world, asked)]
    supports, complete = gather(bundles, identity, most=options.supports_most)
    if not supports:
        return
    known, level = identity.known(bundles)
    way = reach.ways[0]
    names = {entity: known.get(entity) or identity.party(entity) for entity in _entities(reach, way)}
    too_much = {e: total for e, total in overfull(world.stakes.values()).items() if e in names}
    control = _control(reach, world, evidence) if reach.rule.control else ()
    yield Finding(
        type=TYPE,
        key=(reach.party, reach.rule.regime, reach.day),
        sentence=_sentence(reach, way, world, names, too_much, control),
        slots=_slots(reach, way, world, names, asked, control),
        supports=supports,
        strength=2 if reach.status == "yes" else 1,
        supports_complete=complete and reach.complete and _settled(world, evidence),
        replies=answers(evidence.replies, [reach.party]),
        level=level,
        limits=(*_limits(reach, too_much), *namesakes(names[entity] for entity in sorted(names))),
    )


def _entities(reach: Reach, way: Derivation) -> set[str]:
    return {reach.party, *way.listed, *(entity for edge in way.stakes for entity in edge)}


def _bundles(party: str, way: Derivation, world: World, asked: Sequence[_Anchored]) -> Iterator[Bundle]:
    """Yield what carries one way: a claim for each stake, a ground for each listed owner, and what puts the party on the day."""
    # Of claims that differ, those that say too little do not carry it without the others.
    claims = [
        facts
        for facts in islice(product(*(world.stakes[edge].claims for edge in sorted(way.stakes))), _CHOICES_MOST)
        if carry(party, facts, way.listed, world.rule)
    ]
    grounds = [
        [
            (match, ground, anchor)
            for match, status in world.listed[owner]
            for ground in status.grounds
            for anchor in match.anchors
        ]
        for owner in sorted(way.listed)
    ]
    chosen = product(claims, product(*grounds), asked)
    for facts, listings, (leaf, entity, name) in islice(chosen, _CHOICES_MOST):
        leaves = {leaf, *(fact.leaf for fact in facts)}
        same: dict[str, set[str]] = {entity: {name}} if entity else {}
        for fact in facts:
            for side, anchor in ((fact.subject_entity, fact.subject_anchor), (fact.object_entity, fact.object_anchor)):
                if side and anchor:
                    same.setdefault(side, set()).add(anchor)
        for match, ground, anchor in listings:
            leaves |= {*match.leaves, *ground.leaves}
            same.setdefault(match.entity, set()).add(anchor)
        yield Bundle(frozenset(leaves), tuple((one, frozenset(same[one])) for one in sorted(same)))


def _settled(world: World, evidence: Evidence) -> bool:
    """Say whether nothing older, and no further ground, could carry the same once something is switched off."""
    pairs = {(str(fact.subject_entity), str(fact.object_entity)) for fact in evidence.owns}
    one_date = all(
        len([fact for fact in evidence.owns if (fact.subject_entity, fact.object_entity) == pair])
        == len(world.stakes[pair].claims if pair in world.stakes else ())
        for pair in pairs
    )
    agreed = all(stake.low == stake.high for stake in world.stakes.values())
    return one_date and agreed and all(status.complete for found in world.listed.values() for _, status in found)


def _control(reach: Reach, world: World, evidence: Evidence) -> tuple[Fact, ...]:
    """Return the records by which a listed party directs or controls the party on the day: indicia, no more."""
    return tuple(
        fact
        for fact in evidence.controls
        if fact.object_entity == reach.party
        and fact.subject_entity in world.listed
        and (fact.valid_from or "") <= reach.day
        and (not fact.valid_to or fact.valid_to >= reach.day)
    )


def _percent(low: Decimal, high: Decimal) -> str:
    if low == high:
        return f"{low.normalize():f} %"
    return f"{low.normalize():f} to {high.normalize():f} %"


def _path(way: Derivation, world: World, names: Mapping[str, Party]) -> str:
    parts = []
    for owner, owned in sorted(way.stakes, key=lambda edge: (edge[0] not in way.listed, edge)):
        stake = world.stakes[owner, owned]
        who = f"{names[owner].name} (listed)" if owner in way.listed else names[owner].name
        parts.append(f"{who} holds {_percent(stake.low, stake.high)} of {names[owned].name}")
    return "; ".join(parts)


def _sentence(  # noqa: PLR0917 -- the answer, and what it is read in
    reach: Reach,
    way: Derivation,
    world: World,
    names: Mapping[str, Party],
    too_much: Mapping[str, Decimal],
    control: Sequence[Fact],
) -> str:
    party = name_party(names[reach.party])
    rule = f"{reach.rule.title}{'' if reach.rule.state == 'in force' else '; whether it is in force is not known'}"
    if too_much:
        told = join_words(
            [f"{names[entity].name} ({total.normalize():f} %)" for entity, total in sorted(too_much.items())]
        )
        return capitalised(
            f"on {reach.day}, the records give more than the whole to the owners of {told}; whether the {rule} reaches "
            f"{party} is not worked out."
        )
    verb = "reaches" if reach.status == "yes" else "may reach"
    held = "in aggregate" if reach.rule.aggregate else "by one of them"
    sentence = (
        f"on {reach.day}, the {rule} {verb} {party}: listed owners hold {_percent(*reach.share)} of it, {held}. "
        f"{_path(way, world, names)}."
    )
    if reach.rule.control:
        sentence += (
            f" Control: {count(len(control), 'record')} of a listed party directing it; no legal conclusion is drawn."
        )
    return capitalised(sentence)


def _slots(  # noqa: PLR0917 -- the answer, and what it is read in
    reach: Reach,
    way: Derivation,
    world: World,
    names: Mapping[str, Party],
    asked: Sequence[_Anchored],
    control: Sequence[Fact],
) -> tuple[Slot, ...]:
    stakes = tuple(sorted({fact.leaf for edge in way.stakes for fact in world.stakes[edge].claims}))
    listings = {leaf for owner in way.listed for match, status in world.listed[owner] for leaf in match.leaves}
    entry = tuple(sorted(listings))
    slots = [
        Slot("party", names[reach.party].name, stakes),
        Slot("date", reach.day, tuple(sorted({leaf for leaf, _, _ in asked}))),
        Slot("regime", reach.rule.regime, entry),
        Slot("status", reach.status, (*stakes, *entry)),
        Slot("share", _percent(*reach.share), stakes),
        Slot("owners", join_words([names[owner].name for owner in sorted(way.listed)]), entry),
    ]
    if control:
        slots.append(Slot("control", str(len(control)), tuple(fact.leaf for fact in control)))
    return tuple(slots)


def _limits(reach: Reach, too_much: Mapping[str, Decimal]) -> tuple[str, ...]:
    rule = reach.rule
    limits = [
        f"Rule: {rule.source}. Checked on {rule.checked_on} ({rule.checked_by}).",
        "Shares are as the records in this case give them; votes, classes of shares and nominees are not looked into.",
    ]
    margin = reach.share[0] - rule.threshold
    if reach.status == "yes" and not too_much:
        limits.append(
            f"The answer turns if listed owners held {margin.normalize():f} percentage points less{'' if rule.at_least else ' or so much less'}."
        )
    if "licence requirement" in rule.measures:
        limits.append("What follows is a licence requirement; property is not blocked.")
    if rule.state != "in force":
        limits.append("Whether the rule is in force on that day could not be confirmed.")
    return tuple(limits)
