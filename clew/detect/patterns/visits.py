"""F01: how often, at the least, records place a person in a place.

Why it matters: "several trips" is the claim most often made and least often counted. The number here is the fewest visits
that explain all boarded journeys, so it never exceeds the truth.
Also explained by: see `ALSO_EXPLAINED_BY`.
Would be settled by: see `SETTLED_BY`.
Source: the fewest points that hit every interval, greedy by right ends (F. Gavril, Algorithms for minimum coloring,
maximum clique, minimum covering by cliques …, SIAM Journal on Computing 1, 1972); points are the gaps between proven absences.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from clew.detect.evidence import (
    Fact,
    Ground,
    Link,
    Party,
    answers,
    read_facts,
    read_links,
    read_moment,
    read_parties,
    read_replies,
)
from clew.detect.identity import Bundle, Identity, gather
from clew.detect.journeys import CITY, Leg, Stay, place_key, stay_at
from clew.detect.wording import count, fold_words, name_party, namesakes
from clew.model.records import Finding, Leaf, Slot, Support

TYPE = "F01"
TITLE = "Visits that records show"
VERSION = 1
ALSO_EXPLAINED_BY = (
    "another traveller with the same name",
    "a trade show, a customer or a family matter in the same city",
    "a stop on the way to somewhere else on separate bookings",
)
SETTLED_BY = (
    "entry and exit stamps or border records",
    "hotel registrations or site passes that name the person",
    "boarding records of the journeys that are only booked",
)

TRAVEL = (
    "select * exclude (quotes) from facts where predicate = 'travels_to' and subject_entity is not null order by id"
)
NAMED_BY_OTHERS = """select * exclude (quotes) from facts
                     where record_type <> 'passenger_record'
                       and (subject_entity in (select subject_entity from facts where predicate = 'travels_to')
                         or object_entity in (select subject_entity from facts where predicate = 'travels_to'))
                     order by id"""
PLANS = """select * exclude (quotes) from facts
           where predicate in ('visits', 'travels_to') and modality = 'planned' and polarity = 'affirmed' and subject_entity is not null
           order by id"""

PLAN_DAYS = 10  # a stay this near a planned window may be the one that was planned


@dataclass(frozen=True, slots=True)
class Options:
    """The settings F01 reads."""

    at_least: int = 2
    of: str = "named"
    supports_most: int = 64


@dataclass(frozen=True, slots=True)
class Evidence:
    """What F01 reads of a case."""

    travel: tuple[Fact, ...] = ()
    named: tuple[Fact, ...] = ()  # claims of other records that name a traveller
    plans: tuple[Fact, ...] = ()
    replies: tuple[Fact, ...] = ()
    parties: tuple[Party, ...] = ()
    links: tuple[Link, ...] = ()


def find(case: Ground) -> Iterator[Finding]:
    """Yield a finding for each person and place with enough provable visits."""
    evidence = Evidence(
        travel=read_facts(case.query(TRAVEL)),
        named=read_facts(case.query(NAMED_BY_OTHERS)),
        plans=read_facts(case.query(PLANS)),
        replies=read_replies(case),
        parties=read_parties(case),
        links=read_links(case),
    )
    options = Options(case.setting("visits_at_least"), case.setting("visits_of"), case.setting("supports_most"))
    yield from conclude(evidence, options)


def conclude(evidence: Evidence, options: Options) -> Iterator[Finding]:
    """Yield the findings that this evidence carries; the same evidence always yields the same."""
    identity = Identity.of(evidence.parties, evidence.links)
    people: dict[str, list[Leg]] = {}
    for fact in evidence.travel:
        leg = Leg.read(fact) if is_boarded(fact) else None
        if leg:
            people.setdefault(leg.person, []).append(leg)
    for person, legs in sorted(people.items()):
        for place in sorted({leg.place for leg in legs} | {leg.origin for leg in legs if leg.origin}):
            stay = stay_at(place, legs)
            if stay.entries and stay.fewest() >= max(options.at_least, 1):
                yield from _finding(person, stay, evidence, identity, options)


def is_boarded(fact: Fact) -> bool:
    """Say whether a travel claim states that the person flew; a booking, a cancelled or a missed flight does not."""
    return fact.modality == "boarded" and fact.polarity == "affirmed"


def _finding(person: str, stay: Stay, evidence: Evidence, identity: Identity, options: Options) -> Iterator[Finding]:
    visits = stay.fewest()
    sets, all_sets = stay.certificates(visits, most=options.supports_most)
    named = _named(person, evidence.named) if options.of == "named" else [None]
    bundles = list(_bundles(person, sets, named))
    supports, complete = gather(bundles, identity, most=options.supports_most)
    if not supports:
        return
    parties, level = identity.known(bundles)
    party = parties[person]
    travel = [fact for fact in evidence.travel if fact.subject_entity == person]
    refused = _refused(stay.place, travel)
    slots = _slots(party, stay, visits, supports[0], _plans(person, stay, evidence.plans))
    yield Finding(
        type=TYPE,
        key=(person, stay.place),
        sentence=_sentence(party, {slot.name: slot.value for slot in slots}),
        slots=slots,
        supports=supports,
        strength=visits,
        supports_complete=complete and all_sets and _is_one_name(stay.passed),
        against=tuple(sorted({fact.leaf for fact in refused} | {Leaf("claim", leg.claim) for leg in stay.passed})),
        replies=answers(evidence.replies, [person]),
        level=level,
        limits=(*_limits(stay, travel, refused), *namesakes([party])),
    )


def _is_one_name(passed: Iterable[Leg]) -> bool:
    """Say whether no judgement holds the legs of a passage together.

    A leg of a passage counts as a visit once its other leg is gone. As claims they stand in `against`; a judgement does not.
    """
    return len({leg.anchor for leg in passed}) <= 1


def _bundles(person: str, sets: Iterable[frozenset[Leg]], named: Sequence[Fact | None]) -> Iterator[Bundle]:
    for legs in sets:
        claims = frozenset(Leaf("claim", leg.claim) for leg in legs)
        anchors = frozenset(leg.anchor for leg in legs)
        for fact in named:
            if fact is None:
                yield Bundle(claims, ((person, anchors),))
            else:
                by_others = frozenset(filter(None, [fact.anchor_of(person)]))
                yield Bundle(claims | {fact.leaf}, ((person, anchors | by_others),))


def _named(person: str, facts: Iterable[Fact]) -> list[Fact | None]:
    return [fact for fact in facts if fact.record_type != "passenger_record" and fact.anchor_of(person) is not None]


def _refused(place: str, travel: Iterable[Fact]) -> list[Fact]:
    """Return the journeys to or from the place that a record says were cancelled or not taken."""
    refused = []
    for fact in travel:
        leg = Leg.read(fact)
        if fact.polarity == "negated" and leg and place in (leg.place, leg.origin):
            refused.append(fact)
    return refused


def _plans(person: str, stay: Stay, plans: Iterable[Fact]) -> tuple[list[Fact], list[Fact]]:
    """Return the planned visits to the place, and those of them that lie near a recorded presence."""
    texts = {fold_words(leg.place_text) for leg in _legs(stay) if leg.place == stay.place} | {fold_words(stay.place)}
    days = [presence.leg.day for presence in stay.presences]
    planned = [fact for fact in plans if fact.subject_entity == person and (texts | {stay.place}) & _places(fact)]
    return planned, [fact for fact in planned if any(_is_near(fact, day) for day in days)]


def _places(fact: Fact) -> set[str]:
    city = fact.qualifiers.get("city")
    if city:
        return {f"{CITY}{city}"}
    return {fold_words(text) for text in (fact.object, fact.qualifiers.get("place", "")) if text}


def _is_near(plan: Fact, day: date) -> bool:
    first, last = read_moment(plan.valid_from), read_moment(plan.valid_to or plan.valid_from)
    if first is None or last is None:
        return False
    return (first.bounds()[0] - day).days <= PLAN_DAYS and (day - last.bounds()[1]).days <= PLAN_DAYS


def _legs(stay: Stay) -> list[Leg]:
    return [presence.leg for presence in stay.presences]


def _slots(
    party: Party, stay: Stay, visits: int, support: Support, plans: tuple[list[Fact], list[Fact]]
) -> tuple[Slot, ...]:
    claims = tuple(leaf for leaf in support if leaf.kind == "claim")
    legs = sorted(_legs(stay), key=lambda leg: (leg.day, leg.claim))
    flown = {leg.claim for leg in legs}
    shown = tuple(leaf for leaf in claims if leaf.id in flown) or claims
    named = tuple(leaf for leaf in claims if leaf.id not in flown)
    slots = [
        Slot("person", party.name, (*named, *shown[:1])),
        Slot("place", _place_words(stay), shown),
        Slot("at_least", str(visits), claims),
        Slot("first", legs[0].day.isoformat(), (Leaf("claim", legs[0].claim),)),
        Slot("last", legs[-1].day.isoformat(), (Leaf("claim", legs[-1].claim),)),
        Slot("at_most", str(stay.most()), tuple(Leaf("claim", leg.claim) for leg in legs)),
    ]
    planned, near = plans
    if planned:
        slots.append(Slot("planned", f"{len(near)} of {len(planned)}", tuple(fact.leaf for fact in planned)))
    return tuple(slots)


def _place_words(stay: Stay) -> str:
    """Return the place as most records write it, with the airport code where they leave it out."""
    texts = [leg.place_text if leg.place == stay.place else leg.origin_text for leg in _legs(stay)]
    latin = [text for text in texts if text.isascii() and len(text) > 3]  # a name beats a bare code
    words = max(sorted(set(filter(None, latin or texts))), key=texts.count, default=stay.place)
    known = stay.place.startswith(CITY) or place_key(None, None, words) == stay.place or stay.place in words
    return words if known else f"{words} ({stay.place})"


def _sentence(party: Party, slot: dict[str, str]) -> str:
    sentence = (
        f"Records place {name_party(party, kind='person')} in {slot['place']} on at least {slot['at_least']} separate "
        f"occasions between {slot['first']} and {slot['last']} (at most {slot['at_most']} in these records)."
    )
    if "planned" in slot:
        near, planned = slot["planned"].split(" of ")
        sentence += f" {near} of {count(int(planned), 'planned visit')} lie within {PLAN_DAYS} days of a recorded stay."
    return sentence


def _limits(stay: Stay, travel: Sequence[Fact], refused: Sequence[Fact]) -> tuple[str, ...]:
    limits = [
        "A boarded flight shows travel between airports; it shows neither the site visited nor the purpose.",
        "No visits are counted at the place where a person's first recorded journey starts.",
        "Days are local days of departure. Airports of one known city are one place.",
    ]
    clashes = _clashes(travel, refused)
    booked = sum(fact.modality == "booked" and fact.polarity == "affirmed" for fact in travel)
    undated = sum(is_boarded(fact) and fact.day is None for fact in travel)
    if stay.passed:
        limits.append(f"{count(len(stay.passed), 'flight')} of onward journeys through the place are not counted.")
    if booked:
        limits.append(f"{count(booked, 'booking')} of this person without a record of boarding are not counted.")
    if undated:
        limits.append(f"{count(undated, 'journey')} of this person without a day are not counted.")
    if refused:
        limits.append(f"{count(len(refused), 'journey')} to or from the place cancelled or not taken stand against.")
    if clashes:
        limits.append(
            f"Contradiction: {count(clashes, 'journey')} counted as boarded, by another record cancelled or not taken."
        )
    return tuple(limits)


def _clashes(travel: Iterable[Fact], refused: Iterable[Fact]) -> int:
    boarded = {_journey(leg) for leg in map(Leg.read, filter(is_boarded, travel)) if leg}
    return sum(_journey(leg) in boarded for leg in map(Leg.read, refused) if leg)


def _journey(leg: Leg) -> tuple[date, str | None, str]:
    return leg.day, leg.origin, leg.place
