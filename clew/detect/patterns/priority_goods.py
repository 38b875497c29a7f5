"""F13: lines of a lane that are given under codes on a list of high-priority goods.

Why it matters: authorities name codes that they ask exporters and banks to look at first; where such codes go is a question
to ask, and no more than that.
Also explained by: see `ALSO_EXPLAINED_BY`.
Would be settled by: see `SETTLED_BY`.
Source: US BIS, Common High Priority List, by tier, 23 February 2024 (`detect/rules/high_priority.toml`).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from clew.detect.evidence import (
    Fact,
    Ground,
    Link,
    Party,
    answers,
    read_facts,
    read_links,
    read_parties,
    read_replies,
)
from clew.detect.identity import Bundle, Identity, gather
from clew.detect.priority import Listed, PriorityList, priority_lists, six_digits
from clew.detect.wording import capitalised, count, join_words, name_party, namesakes
from clew.model.records import Finding, Leaf, Slot

TYPE = "F13"
TITLE = "High-priority goods on a lane"
VERSION = 1
ALSO_EXPLAINED_BY = (
    "a code that is broad and covers harmless goods, such as one that ends in “other”",
    "a wrong code on the paper",
    "a licence, or a use that needs none",
    "a lane for which the list does not speak",
)
SETTLED_BY = (
    "the maker's own classification of the article",
    "the customs declaration, with the full national code",
    "the export licence, or the authority's answer that none is needed",
)

LINES = """select * exclude (quotes) from facts
           where predicate in ('billed', 'shipped', 'delivered', 'declared') and stance = 'record_states' and polarity = 'affirmed'
             and subject_entity is not null and object_entity is not null and element_at(qualifiers, 'hs_code') is not null
           order by id"""
_EXAMPLES_MOST = 4
_VERBS = {
    "billed": "billed by {} to {}",
    "shipped": "shipped by {} to {}",
    "delivered": "delivered by {} to {}",
    "declared": "declared to customs as sent by {} to {}",
}


@dataclass(frozen=True, slots=True)
class Options:
    """The settings F13 reads."""

    supports_most: int = 64


@dataclass(frozen=True, slots=True)
class Evidence:
    """What F13 reads of a case."""

    lines: tuple[Fact, ...] = ()
    replies: tuple[Fact, ...] = ()
    parties: tuple[Party, ...] = ()
    links: tuple[Link, ...] = ()


def find(case: Ground) -> Iterator[Finding]:
    """Yield a finding for each seller and buyer between whom listed codes went."""
    evidence = Evidence(
        lines=read_facts(case.query(LINES)),
        replies=read_replies(case),
        parties=read_parties(case),
        links=read_links(case),
    )
    yield from conclude(evidence, Options(case.setting("supports_most")))


def conclude(evidence: Evidence, options: Options) -> Iterator[Finding]:
    """Yield the findings that this evidence carries; the same evidence always yields the same."""
    identity = Identity.of(evidence.parties, evidence.links)
    lanes: dict[tuple[str, str, str], list[Fact]] = {}
    for fact in evidence.lines:
        if fact.subject_entity and fact.object_entity and six_digits(fact.qualifiers.get("hs_code", "")):
            lanes.setdefault((fact.subject_entity, fact.object_entity, fact.predicate), []).append(fact)
    for goods in priority_lists():
        for lane, lines in sorted(lanes.items()):
            listed = [(fact, place) for fact in lines if (place := _place(goods, fact))]
            if listed:
                yield from _finding(lane, lines, listed, goods, evidence, identity, options)


def _place(goods: PriorityList, fact: Fact) -> Listed | None:
    return goods.find(fact.qualifiers.get("hs_code", ""), fact.day.isoformat() if fact.day else "")


def _finding(  # noqa: PLR0917 -- the lane, what is on the list of it, and what both are read in
    lane: tuple[str, str, str],
    lines: Sequence[Fact],
    listed: Sequence[tuple[Fact, Listed]],
    goods: PriorityList,
    evidence: Evidence,
    identity: Identity,
    options: Options,
) -> Iterator[Finding]:
    bundle = _bundle(lane, [fact for fact, _ in listed])
    supports, complete = gather([bundle], identity, most=options.supports_most)
    if not supports:
        return
    known, level = identity.known([bundle])
    parties = [known.get(entity) or identity.party(entity) for entity in lane[:2]]
    yield Finding(
        type=TYPE,
        key=(*lane, f"{goods.name} {goods.version}"),
        sentence=_sentence(lane[2], parties, lines, listed, goods),
        slots=_slots(parties, lines, listed, goods),
        supports=supports,
        strength=len(listed),
        supports_complete=complete,
        replies=answers(evidence.replies, lane[:2]),
        level=level,
        limits=(*_limits(listed, goods), *namesakes(parties)),
    )


def _bundle(lane: tuple[str, str, str], facts: Sequence[Fact]) -> Bundle:
    """Return what carries the count: every line that is counted, and each party one."""
    same: dict[str, set[str]] = {}
    for fact in facts:
        for entity, anchor in ((lane[0], fact.subject_anchor), (lane[1], fact.object_anchor)):
            if anchor:
                same.setdefault(entity, set()).add(anchor)
    return Bundle(
        frozenset(fact.leaf for fact in facts), tuple((entity, frozenset(same[entity])) for entity in sorted(same))
    )


def _tiers(listed: Sequence[tuple[Fact, Listed]]) -> str:
    return join_words(sorted({place.tier for _, place in listed}))


def _codes(listed: Sequence[tuple[Fact, Listed]]) -> str:
    codes = sorted({f"{place.code[:4]}.{place.code[4:]}" for _, place in listed})
    more = f" and {len(codes) - _EXAMPLES_MOST} more" if len(codes) > _EXAMPLES_MOST else ""
    return ", ".join(codes[:_EXAMPLES_MOST]) + more


def _sentence(
    predicate: str,
    parties: Sequence[Party],
    lines: Sequence[Fact],
    listed: Sequence[tuple[Fact, Listed]],
    goods: PriorityList,
) -> str:
    seller, buyer = (name_party(party) for party in parties)
    verb = _VERBS[predicate]
    older = sum(place.by_correlation for _, place in listed)
    told = f", {older} of them through an older edition of the codes" if older else ""
    is_are = "is" if len(listed) == 1 else "are"
    return capitalised(
        f"of {count(len(lines), 'line')} {verb.format(seller, buyer)} with a customs code, {len(listed)} {is_are} given under codes "
        f"on the {goods.name} as of {goods.version} (tier {_tiers(listed)}: {_codes(listed)}){told}."
    )


def _slots(
    parties: Sequence[Party], lines: Sequence[Fact], listed: Sequence[tuple[Fact, Listed]], goods: PriorityList
) -> tuple[Slot, ...]:
    counted = tuple(fact.leaf for fact, _ in listed)
    every: tuple[Leaf, ...] = tuple(fact.leaf for fact in lines)
    return (
        Slot("seller", parties[0].name, counted),
        Slot("buyer", parties[1].name, counted),
        Slot("listed", str(len(listed)), counted),
        Slot("lines", str(len(lines)), every),
        Slot("codes", _codes(listed), counted),
        Slot("tiers", _tiers(listed), counted),
        Slot("list", f"{goods.name}, {goods.version}", counted),
    )


def _limits(listed: Sequence[tuple[Fact, Listed]], goods: PriorityList) -> tuple[str, ...]:
    limits = [
        f"List: {goods.source}. Checked on {goods.checked_on} ({goods.checked_by}).",
        "A code is what the paper gives; being on the list is no ban for every lane or origin.",
        "Only the first six digits of a code are compared; national digits after them may narrow it.",
    ]
    if any(place.by_correlation for _, place in listed):
        limits.append(f"Codes of the older edition are matched by a correlation ({goods.older_checked_by}).")
    if any(not fact.day for fact, _ in listed):
        limits.append("Some lines carry no day; they are compared with the present edition only.")
    return tuple(limits)
