"""Who owns how much of whom on a day: claims of ownership in; a graph of shares, and what follows from it, out.

A party is reached when listed owners, and owners reached themselves, hold enough of it. That is a least fixed point: nobody
is reached by going round in a circle. Shares are never multiplied: an owner that is reached contributes its whole share.
Source: OFAC, Revised Guidance on Entities Owned by Persons Whose Property Is Blocked, 2014, and FAQ 401.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from itertools import combinations, product

from clew.detect.evidence import Fact, read_moment
from clew.detect.regimes import OwnershipRule

_INTERVAL = re.compile(r"\s*([\d.]+)\s*(?:-|to|–)\s*([\d.]+)\s*")  # noqa: RUF001 -- documents print an en dash
WHOLE = Decimal(100)
_OWNERS_MOST = 12  # of one party, that are tried in combination; more than these only the largest are
_DERIVATIONS_MOST = 256


@dataclass(frozen=True, slots=True)
class Stake:
    """What one owner holds of one party on a day, in percent, at least and at most, and each claim that says so."""

    owner: str  # entity
    owned: str  # entity
    low: Decimal
    high: Decimal
    claims: tuple[Fact, ...]  # alternatives: each says it by itself


@dataclass(frozen=True, slots=True)
class Derivation:
    """One way a party is reached: stakes that add up, and the listed owners at their ends."""

    stakes: frozenset[tuple[str, str]]  # owner, owned
    listed: frozenset[str]


def read_share(text: str | None) -> tuple[Decimal, Decimal] | None:
    """Return the least and the most a printed share can be, in percent: "75", "25-75"; None where none can be read."""
    interval = _INTERVAL.fullmatch(text or "")
    try:
        low, high = (Decimal(interval[1]), Decimal(interval[2])) if interval else (Decimal(text or ""),) * 2
    except InvalidOperation:
        return None
    return (low, high) if low.is_finite() and 0 <= low <= high <= WHOLE else None


def stakes_on(day: str, owns: Iterable[Fact]) -> tuple[Stake, ...]:
    """Return the stakes that hold on an ISO day.

    Of several claims about one owner and one party, those with the newest date count; where these differ, the stake lies between
    them. Two registers that say the same are one stake, not two.
    """
    by_pair: dict[tuple[str, str], list[tuple[str, Fact]]] = {}
    for fact in owns:
        since = _holds_since(fact, day)
        if (
            fact.subject_entity
            and fact.object_entity
            and since is not None
            and read_share(fact.qualifiers.get("share"))
        ):
            by_pair.setdefault((fact.subject_entity, fact.object_entity), []).append((since, fact))
    found = []
    for (owner, owned), dated in sorted(by_pair.items()):
        newest = max(since for since, _ in dated)
        claims = tuple(fact for since, fact in dated if since == newest)
        shares = [share for fact in claims if (share := read_share(fact.qualifiers.get("share")))]
        low, high = min(low for low, _ in shares), max(high for _, high in shares)
        found.append(Stake(owner, owned, low, high, claims))
    return tuple(found)


def _holds_since(fact: Fact, day: str) -> str | None:
    """Return the ISO day from which a claim holds on a day, "" where it gives none; None where it does not hold then."""
    start, end = read_moment(fact.valid_from), read_moment(fact.valid_to)
    if end and end.bounds()[1].isoformat() < day:
        return None
    if not start:
        return ""
    since = start.bounds()[1].isoformat()  # of "2021" the last day: only then is it sure to hold
    return since if since <= day else None


def overfull(stakes: Iterable[Stake]) -> Mapping[str, Decimal]:
    """Return the parties whose owners hold more than the whole even at least, with the sum: an error in the records."""
    sums: dict[str, Decimal] = {}
    for stake in stakes:
        sums[stake.owned] = sums.get(stake.owned, Decimal(0)) + stake.low
    return {owned: total for owned, total in sums.items() if total > WHOLE}


def reached(
    stakes: Sequence[Stake], listed: Iterable[str], rule: OwnershipRule, *, at_most: bool = False
) -> Mapping[str, Decimal]:
    """Return the parties that are reached but not listed, each with the share, in percent, that counts against the threshold.

    Args:
        stakes: the graph.
        listed: entities that are listed themselves.
        rule: the threshold, and whether shares add up.
        at_most: count each share at its most instead of its least.
    """
    named = frozenset(listed)
    known = set(named)
    while True:
        sums: dict[str, list[Decimal]] = {}
        for stake in stakes:
            if stake.owner in known and stake.owner != stake.owned:
                sums.setdefault(stake.owned, []).append(_counted(stake, at_most=at_most))
        shares = {owned: sum(held, Decimal(0)) if rule.aggregate else max(held) for owned, held in sums.items()}
        further = {owned for owned, share in shares.items() if rule.reached(share)} - known
        if not further:
            return {owned: shares[owned] for owned in known - named}
        known |= further


def carry(party: str, claims: Iterable[Fact], listed: Iterable[str], rule: OwnershipRule) -> bool:
    """Say whether these claims by themselves, one for each stake, let the party be reached at most."""
    stakes = [
        Stake(str(fact.subject_entity), str(fact.object_entity), *share, (fact,))
        for fact in claims
        if (share := read_share(fact.qualifiers.get("share")))
    ]
    return party in reached(stakes, listed, rule, at_most=True)


def _counted(stake: Stake, *, at_most: bool) -> Decimal:
    return stake.high if at_most else stake.low


def derivations(
    party: str, stakes: Sequence[Stake], listed: frozenset[str], rule: OwnershipRule, *, at_most: bool = False
) -> tuple[tuple[Derivation, ...], bool]:
    """Return the minimal ways in which a party is reached, and whether these are all."""
    into: dict[str, list[Stake]] = {}
    for stake in stakes:
        if stake.owner != stake.owned:
            into.setdefault(stake.owned, []).append(stake)
    complete = True
    found: list[Derivation] = []
    for way in _ways(party, into, listed, rule, frozenset({party}), at_most=at_most):
        if len(found) >= _DERIVATIONS_MOST:
            complete = False
            break
        found.append(way)
    minimal = [
        one
        for one in dict.fromkeys(found)
        if not any(
            (other.stakes, other.listed) != (one.stakes, one.listed)
            and other.stakes <= one.stakes
            and other.listed <= one.listed
            for other in found
        )
    ]
    crowded = any(len(owners) > _OWNERS_MOST for owners in into.values())
    return tuple(sorted(minimal, key=lambda way: (len(way.stakes), sorted(way.stakes)))), complete and not crowded


def _ways(
    party: str,
    into: Mapping[str, Sequence[Stake]],
    listed: frozenset[str],
    rule: OwnershipRule,
    above: frozenset[str],
    *,
    at_most: bool,
) -> Iterator[Derivation]:
    """Yield ways to reach a party that do not come back to it or to what it is asked for (`above`)."""
    options: list[tuple[Stake, list[Derivation]]] = []
    for stake in sorted(into.get(party, ()), key=lambda stake: _counted(stake, at_most=at_most), reverse=True)[
        :_OWNERS_MOST
    ]:
        ways = [Derivation(frozenset(), frozenset({stake.owner}))] if stake.owner in listed else []
        if stake.owner not in above:
            ways += _ways(stake.owner, into, listed, rule, above | {stake.owner}, at_most=at_most)
        if ways:
            options.append((stake, ways))
    for size in range(1, len(options) + 1 if rule.aggregate else 2):
        for chosen in combinations(options, size):
            held = [_counted(stake, at_most=at_most) for stake, _ in chosen]
            total = sum(held, Decimal(0))
            smaller = total - min(held)
            if not rule.reached(total) or (size > 1 and rule.reached(smaller)):
                continue  # too little, or more than is needed
            for combined in product(*(ways for _, ways in chosen)):
                edges = frozenset((stake.owner, stake.owned) for stake, _ in chosen)
                yield Derivation(
                    edges.union(*(way.stakes for way in combined)), frozenset().union(*(way.listed for way in combined))
                )
