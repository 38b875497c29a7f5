"""F05: goods billed to an intermediary, and the same goods billed on by it.

Why it matters: the maker's bill names the intermediary, the intermediary's bill names the user; only both together show
where goods were meant to go. A bill asks for money: it shows neither delivery nor payment.
Also explained by: see `ALSO_EXPLAINED_BY`.
Would be settled by: see `SETTLED_BY`.
Source: FATF and Egmont Group, Trade-Based Money Laundering: Risk Indicators, 2021 (intermediaries; documents and
commodities); what an invoice establishes by itself: model/vocabulary.py.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from itertools import pairwise

from clew.detect.bills import Fit, Ledger, Line, Pairing, Path, one_to_one
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
from clew.detect.wording import capitalised, count, fold_code, name_party, namesakes
from clew.model.records import Finding, Leaf, Slot

TYPE = "F05"
TITLE = "Procurement chain through an intermediary"
VERSION = 1
ALSO_EXPLAINED_BY = (
    "a distributor that sells the same article to many buyers, out of stock",
    "an order of the same article by someone else",
    "goods returned, exchanged or never sent",
    "a licence or an exemption for the sale",
)
SETTLED_BY = (
    "serial numbers on both bills and on the acceptance act",
    "a waybill or customs declaration for the second leg",
    "the intermediary's stock records and its contract with the buyer",
)

BILLED = """select * exclude (quotes) from facts
            where predicate = 'billed' and stance = 'record_states' and polarity = 'affirmed'
              and subject_entity is not null and object_entity is not null
            order by id"""
MOVED = """select * exclude (quotes) from facts
           where predicate in ('shipped', 'delivered', 'declared') and stance = 'record_states' and polarity = 'affirmed'
             and subject_entity is not null and object_entity is not null
           order by id"""

TIMES = "\N{MULTIPLICATION SIGN}"
# Goods may be handed over before the bill for them is written.
DELIVERED_BEFORE = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Options:
    """The settings F05 reads."""

    within_days: int = 120
    ratio_low: float = 0.8
    ratio_high: float = 1.05
    hops: int = 4
    ends: str = "listed"
    supports_most: int = 64


@dataclass(frozen=True, slots=True)
class Evidence:
    """What F05 reads of a case."""

    billed: tuple[Fact, ...] = ()
    moved: tuple[Fact, ...] = ()
    matches: tuple[Match, ...] = ()
    replies: tuple[Fact, ...] = ()
    parties: tuple[Party, ...] = ()
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Chain:
    """All paths of one item over the same parties, and what else would fit."""

    parties: tuple[str, ...]  # seller, intermediaries, buyer
    item: str
    paths: tuple[Path, ...]
    pairings: tuple[tuple[Pairing, ...], ...]  # for each path, for each two lines in a row

    @property
    def unique(self) -> tuple[int, ...]:
        """Indexes of the paths that no other party's line could be part of as well."""
        return tuple(i for i, pairs in enumerate(self.pairings) if all(pair.unique for pair in pairs))

    @property
    def rivals(self) -> frozenset[Line]:
        """Lines of other parties that fit as well as a line of the chain."""
        return frozenset(line for pairs in self.pairings for pair in pairs for line in pair.rivals)


def find(case: Ground) -> Iterator[Finding]:
    """Yield a finding for each seller, intermediary, buyer and item."""
    evidence = Evidence(
        billed=read_facts(case.query(BILLED)),
        moved=read_facts(case.query(MOVED)),
        matches=read_matches(case),
        replies=read_replies(case),
        parties=read_parties(case),
        links=read_links(case),
    )
    names = ("chain_within_days", "chain_ratio_low", "chain_ratio_high", "chain_hops", "chain_ends", "supports_most")
    yield from conclude(evidence, Options(*(case.setting(name) for name in names)))


def conclude(evidence: Evidence, options: Options) -> Iterator[Finding]:
    """Yield the findings that this evidence carries; the same evidence always yields the same."""
    identity = Identity.of(evidence.parties, evidence.links)
    fit = Fit(options.within_days, Decimal(str(options.ratio_low)), Decimal(str(options.ratio_high)))
    ledger = Ledger.of([line for line in map(Line.read, evidence.billed) if line], fit)
    listed = {match.entity for match in evidence.matches if is_match(match)}
    groups: dict[tuple[tuple[str, ...], str], list[Path]] = {}
    for path in ledger.paths(hops=options.hops):
        parties = (path[0].seller, *(line.buyer for line in path))
        # The seller's own listing says nothing on where its goods went.
        if options.ends == "all" or listed.intersection(parties[1:]):
            groups.setdefault((parties, path[0].item), []).append(path)
    for (parties, item), paths in sorted(groups.items()):
        pairings = tuple(tuple(ledger.pairing(*pair) for pair in pairwise(path)) for path in paths)
        yield from _finding(Chain(parties, item, tuple(paths), pairings), ledger, evidence, identity, options)


def is_match(match: Match) -> bool:
    """Say whether a hit is more than a name."""
    return match.level in {"I2", "I3", "I4"}


def _finding(
    chain: Chain, ledger: Ledger, evidence: Evidence, identity: Identity, options: Options
) -> Iterator[Finding]:
    unique = chain.unique
    matches = [m for m in evidence.matches if is_match(m) and m.entity in chain.parties[1:]]
    bundles = list(_bundles(chain, matches if options.ends == "listed" else None))
    supports, complete = gather(bundles, identity, most=options.supports_most)
    if not supports:
        return
    known, level = identity.known(bundles)
    parties = [known[entity] for entity in chain.parties]
    pairs = one_to_one([chain.paths[i] for i in unique] or chain.paths)
    slots = _slots(chain, parties, pairs, evidence.moved)
    # A pairing that others rival, or that further orders of the same parties repeat, may become the only one once
    # something else falls; such ways to stand are not listed.
    listed_all = not unique or (len(unique) == len(chain.paths) and not _again(chain))
    yield Finding(
        type=TYPE,
        key=(*chain.parties, chain.item),
        sentence=_sentence(parties, pairs[0], {slot.name: slot.value for slot in slots}, unique=bool(unique)),
        slots=slots,
        supports=supports,
        strength=2 if unique else 1,
        supports_complete=complete and listed_all,
        against=tuple(sorted(Leaf("claim", line.claim) for line in chain.rivals)),
        replies=answers(evidence.replies, chain.parties),
        level=level,
        limits=(*_limits(chain, parties, ledger, options), *namesakes(parties)),
    )


def _again(chain: Chain) -> bool:
    return any(pair.again for pairs in chain.pairings for pair in pairs)


def _bundles(chain: Chain, matches: Sequence[Match] | None) -> Iterator[Bundle]:
    """Yield what carries the chain: one path, its intermediaries each one firm, and a listed party."""
    for i in chain.unique or range(len(chain.paths)):
        claims = frozenset(Leaf("claim", line.claim) for line in chain.paths[i])
        same = _anchors(chain.paths[i], chain.pairings[i] if chain.unique else ())
        if matches is None:
            yield Bundle(claims, tuple((entity, frozenset(names)) for entity, names in sorted(same.items())))
        for match in matches or ():
            for anchor in match.anchors:
                names = {**same, match.entity: same[match.entity] | {anchor}}
                joined = tuple((entity, frozenset(together)) for entity, together in sorted(names.items()))
                yield Bundle(claims.union(match.leaves), joined)


def _anchors(path: Path, pairings: Iterable[Pairing]) -> dict[str, set[str]]:
    """Return the names of each party that must be one: on the path, and on other orders that would else be rivals."""
    names = [(line.seller, line.seller_anchor) for line in path] + [(line.buyer, line.buyer_anchor) for line in path]
    same: dict[str, set[str]] = {}
    for entity, anchor in [*names, *(name for pair in pairings for name in pair.again)]:
        same.setdefault(entity, set()).add(anchor)
    return same


def _slots(chain: Chain, parties: Sequence[Party], pairs: Sequence[Path], moved: Iterable[Fact]) -> tuple[Slot, ...]:
    shown = pairs[0]
    leaves = tuple(Leaf("claim", line.claim) for line in shown)
    every = tuple(Leaf("claim", line.claim) for path in pairs for line in path)
    records = [fact for fact in moved if {fact.subject_entity, fact.object_entity} == set(chain.parties[-2:])]
    delivered = _matched(pairs, [fact for fact in records if fact.predicate == "delivered"])
    others = {
        name: _matched(pairs, [fact for fact in records if fact.predicate == name]) for name in ("shipped", "declared")
    }
    slots = [
        Slot("seller", parties[0].name, leaves[:1]),
        Slot("intermediary", ", then ".join(party.name for party in parties[1:-1]), leaves),
        Slot("buyer", parties[-1].name, leaves[-1:]),
        Slot("item", shown[0].item_text, leaves),
        *(
            Slot(f"quantity_{n}", _amount(line), (leaf,))
            for n, (line, leaf) in enumerate(zip(shown, leaves, strict=True), 1)
        ),
        *(
            Slot(f"date_{n}", line.day.isoformat(), (leaf,))
            for n, (line, leaf) in enumerate(zip(shown, leaves, strict=True), 1)
        ),
        Slot("pairs", str(len(pairs)), every),
        Slot("delivered", str(len(delivered)), tuple(fact.leaf for fact in delivered) or every),
    ]
    slots += [
        Slot(name, str(len(facts)), tuple(fact.leaf for fact in facts)) for name, facts in others.items() if facts
    ]
    return tuple(slots)


def _matched(pairs: Iterable[Path], records: Iterable[Fact]) -> list[Fact]:
    """Return a record for each pair that has one, each record used once."""
    left = sorted((fact for fact in records if fact.day), key=lambda fact: (fact.valid_from or "", fact.id))
    matched: list[Fact] = []
    for line in sorted((path[-1] for path in pairs), key=lambda line: (line.day, line.claim)):
        for fact in left:
            if (
                fold_code(fact.qualifiers.get("item", "")) == line.item
                and fact.day
                and fact.day >= line.day - DELIVERED_BEFORE
            ):
                matched.append(fact)
                left.remove(fact)
                break
    return matched


def _amount(line: Line) -> str:
    if line.quantity is None:
        return "an unstated quantity"
    return f"{line.quantity.normalize():f}"


def _sentence(parties: Sequence[Party], path: Path, slot: dict[str, str], *, unique: bool) -> str:
    # A party is said to be only a name where it is first named.
    first = [name_party(party) for party in parties]
    legs = []
    for n, line in enumerate(path):
        seller = first[0] if n == 0 else parties[n].name
        amount = f"{_amount(line)} {'of' if line.quantity is None else TIMES} {line.item_text}"
        legs.append(f"{seller} billed {first[n + 1]} for {amount} on {line.day.isoformat()}")
    pairs = int(slot["pairs"])
    noun = "pair" if len(path) == 2 else "chain"
    sentence = (
        f"{'; '.join(legs)} ({count(pairs, f'such {noun}')}). Billed is not delivered: {slot['delivered']} of {pairs} "
    )
    sentence += "has a delivery record." if pairs == 1 else "have a delivery record."
    for name, record in (("shipped", "a record of shipment"), ("declared", "a customs declaration")):
        if name in slot:
            sentence += f" {slot[name]} of {pairs} {'has' if pairs == 1 else 'have'} {record}."
    return capitalised(sentence if unique else sentence + " The pairing is possible; the records do not single it out.")


def _limits(chain: Chain, parties: Sequence[Party], ledger: Ledger, options: Options) -> tuple[str, ...]:
    limits = [
        "The item is the same by its printed code or name alone; no serial number joins the bills.",
        f"Bills at most {options.within_days} days apart are paired, quantities {options.ratio_low} to {options.ratio_high} of what came in.",
    ]
    if options.ends == "listed":
        limits.append(
            "Shown because a hit on a list is held by the buyer or an intermediary; its status by date is a finding of its own."
        )
    if any(not pair.compared for pairs in chain.pairings for pair in pairs):
        limits.append("In some pairs a quantity is missing, or in another unit: they are possible only.")
    for entity, party in zip(chain.parties[1:-1], parties[1:-1], strict=True):
        on_chain = set(chain.parties)
        buyers = {line.buyer for line in ledger.sold.get((chain.item, entity), [])} - on_chain
        sellers = {line.seller for line in ledger.bought.get((chain.item, entity), [])} - on_chain
        if buyers:
            limits.append(f"{party.name} billed {count(len(buyers), 'other buyer')} for the same item.")
        if sellers:
            limits.append(f"{count(len(sellers), 'other seller')} billed {party.name} for the same item.")
    return tuple(limits)
