"""F16: a party that shares an address, a contact or a director with a listed party.

Why it matters: a new firm at the door of a listed one, with its telephone or its director, is where a look begins; at an address
where hundreds are registered it means nothing.
Also explained by: see `ALSO_EXPLAINED_BY`.
Would be settled by: see `SETTLED_BY`.
Source: US BIS, Know Your Customer guidance, red flags on shared addresses (Supplement No. 3 to part 732); FATF, 2025 (nominees).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

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
from clew.detect.wording import capitalised, count, join_words, name_party, namesakes
from clew.model.keys import address_key, contact_key
from clew.model.records import Finding, Leaf, Slot

TYPE = "F16"
TITLE = "Address, contact or director shared with a listed party"
VERSION = 1
ALSO_EXPLAINED_BY = (
    "a virtual office, a business centre or a firm that forms and houses companies",
    "a group of firms that share a reception and a telephone",
    "an address or a telephone that was taken over after the listed party left it",
    "a director who holds posts in many firms as a service",
)
SETTLED_BY = (
    "the lease, with its dates",
    "how many firms the register has at that address",
    "extracts of both firms as of the same day",
)

SHARED = """select * exclude (quotes) from facts
            where predicate in ('has_address', 'has_contact') and stance = 'record_states' and polarity = 'affirmed'
              and subject_entity is not null
            order by id"""
DIRECTED = """select * exclude (quotes) from facts
              where predicate = 'director_of' and stance = 'record_states' and polarity = 'affirmed'
                and subject_entity is not null and object_entity is not null
              order by id"""


@dataclass(frozen=True, slots=True)
class Options:
    """The settings F16 reads."""

    shared_by_most: int = 20
    supports_most: int = 64


@dataclass(frozen=True, slots=True)
class Evidence:
    """What F16 reads of a case."""

    shared: tuple[Fact, ...] = ()
    directed: tuple[Fact, ...] = ()
    matches: tuple[Match, ...] = ()
    replies: tuple[Fact, ...] = ()
    parties: tuple[Party, ...] = ()
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Holding:
    """One record by which a party has a key: the claim, and the names in it that must be the party and its director."""

    entity: str
    anchor: str
    fact: Fact
    director_anchor: str = ""


@dataclass(frozen=True, slots=True)
class Key:
    """Something that parties may share."""

    kind: str  # address, contact, director
    value: str  # comparable; a director's is the entity


def find(case: Ground) -> Iterator[Finding]:
    """Yield a finding for each party that shares something rare with a listed one."""
    evidence = Evidence(
        shared=read_facts(case.query(SHARED)),
        directed=read_facts(case.query(DIRECTED)),
        matches=read_matches(case),
        replies=read_replies(case),
        parties=read_parties(case),
        links=read_links(case),
    )
    yield from conclude(evidence, Options(case.setting("shared_by_most"), case.setting("supports_most")))


def conclude(evidence: Evidence, options: Options) -> Iterator[Finding]:
    """Yield the findings that this evidence carries; the same evidence always yields the same."""
    identity = Identity.of(evidence.parties, evidence.links)
    holdings: dict[Key, dict[str, list[Holding]]] = {}
    for key, holding in [*_shared(evidence.shared), *_directed(evidence.directed)]:
        holdings.setdefault(key, {}).setdefault(holding.entity, []).append(holding)
    matches: dict[str, list[Match]] = {}
    for match in evidence.matches:
        matches.setdefault(match.entity, []).append(match)
    pairs: dict[tuple[str, str], list[Key]] = {}
    for key, holders in holdings.items():
        for listed in sorted(holders.keys() & matches.keys()):
            for party in sorted(holders.keys() - matches.keys()):
                pairs.setdefault((party, listed), []).append(key)
    for pair, keys in sorted(pairs.items()):
        rare = [key for key in keys if len(holdings[key]) - 2 <= options.shared_by_most]
        if rare:
            yield from _finding(
                pair, rare, len(rare) == len(keys), holdings, matches[pair[1]], evidence, identity, options
            )


def _shared(facts: Iterable[Fact]) -> Iterator[tuple[Key, Holding]]:
    for fact in facts:
        kind = "address" if fact.predicate == "has_address" else "contact"
        value = address_key(fact.object) if kind == "address" else contact_key(fact.object)
        if value and fact.subject_entity and fact.subject_anchor:
            yield Key(kind, value), Holding(fact.subject_entity, fact.subject_anchor, fact)


def _directed(facts: Iterable[Fact]) -> Iterator[tuple[Key, Holding]]:
    for fact in facts:
        if fact.subject_entity and fact.subject_anchor and fact.object_entity and fact.object_anchor:
            holding = Holding(fact.object_entity, fact.object_anchor, fact, fact.subject_anchor)
            yield Key("director", fact.subject_entity), holding


def _finding(  # noqa: PLR0917 -- the pair, what it shares, and what both are read in
    pair: tuple[str, str],
    keys: Sequence[Key],
    only_rare: bool,  # noqa: FBT001 -- as above
    holdings: Mapping[Key, Mapping[str, Sequence[Holding]]],
    matches: Sequence[Match],
    evidence: Evidence,
    identity: Identity,
    options: Options,
) -> Iterator[Finding]:
    keys = sorted(keys, key=lambda key: (len(holdings[key]), key.kind, key.value))
    bundles = [bundle for key in keys for bundle in _bundles(pair, key, holdings[key], matches)]
    supports, complete = gather(bundles, identity, most=options.supports_most)
    if not supports:
        return
    known, level = identity.known(bundles)
    parties = [known.get(entity) or identity.party(entity) for entity in pair]
    told = [_told(key, holdings[key], identity) for key in keys]
    yield Finding(
        type=TYPE,
        key=pair,
        sentence=capitalised(
            f"{name_party(parties[0])} and {name_party(parties[1])}, which has a hit on a list, share {join_words(told)}."
        ),
        slots=_slots(pair, parties, keys, holdings, matches),
        supports=supports,
        supports_complete=complete and only_rare,
        replies=answers(evidence.replies, pair),
        level=level,
        limits=(
            "Only the parties of this case are counted; how many others the register has there is not known.",
            "Records of different days are compared; whether both parties were there at one time is not known.",
            *namesakes(parties),
        ),
    )


def _bundles(
    pair: tuple[str, str], key: Key, holders: Mapping[str, Sequence[Holding]], matches: Sequence[Match]
) -> Iterator[Bundle]:
    party, listed = pair
    for one, other, match in product(holders[party], holders[listed], matches):
        for anchor in match.anchors:
            same = {party: {one.anchor}, listed: {other.anchor, anchor}}
            if key.kind == "director":
                same.setdefault(key.value, set()).update({one.director_anchor, other.director_anchor})
            leaves = frozenset({one.fact.leaf, other.fact.leaf, *match.leaves})
            yield Bundle(leaves, tuple((entity, frozenset(same[entity])) for entity in sorted(same)))


def _told(key: Key, holders: Mapping[str, Sequence[Holding]], identity: Identity) -> str:
    others = len(holders) - 2
    more = f"{count(others, 'other party', 'other parties')} of this case {'has' if others == 1 else 'have'} it"
    first = next(iter(holders.values()))[0].fact
    if key.kind == "director":
        return f"the director {identity.party(key.value).name} ({more})"
    return f"the {key.kind} “{first.object}” ({more})"


def _slots(
    pair: tuple[str, str],
    parties: Sequence[Party],
    keys: Sequence[Key],
    holdings: Mapping[Key, Mapping[str, Sequence[Holding]]],
    matches: Sequence[Match],
) -> tuple[Slot, ...]:
    def leaves(*entities: str) -> tuple[Leaf, ...]:
        return tuple(sorted({one.fact.leaf for key in keys for entity in entities for one in holdings[key][entity]}))

    entry = tuple(sorted({leaf for match in matches for leaf in match.leaves}))
    return (
        Slot("party", parties[0].name, leaves(pair[0])),
        Slot("listed", parties[1].name, (*leaves(pair[1]), *entry)),
        Slot("shared", join_words([key.kind for key in keys]), leaves(*pair)),
    )
