"""What else speaks for two names being one party, or against it: where and with what each of them stands.

In: claims on the entities of a case. Out: reasons in words, each with how telling it is. No reason merges anything: they
order what waits for a person.

What counts, and the grades: shared attributes are the "compatible context" of identity level I1 and the independent
attributes of I2 in the Wolfsberg Group's guidance on sanctions screening (2019); the numbers are ours, by hand.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import pairwise, permutations
from typing import NamedTuple

from clew.model.keys import address_key, contact_key

LETTER = "letter"
# How telling it is that two names share it: a seat has one passenger, a firm has many people.
SHARED = {"seat": 4.0, "contact": 4.0, "booking": 3.0, "address": 3.0, "flight": 2.0, "employer": 2.0, LETTER: 1.0}
TWO_AT_ONCE = -4.0  # two places on one day, or two passengers or visitors of one list
_Leg = tuple[str, str]  # GeoNames ids: from, to
_MANY = 6  # legs of two names on one day; more are a list gone wrong, of which nothing is said


class Fact(NamedTuple):
    """A claim, as far as it places a name."""

    predicate: str
    subject: str  # entity id
    object: str  # entity id; empty where the object has none
    object_text: str
    qualifiers: Mapping[str, str]
    modality: str
    day: str  # ISO; empty where it is not known to the day
    source: str  # path


class Reason(NamedTuple):
    """One thing that speaks for or against."""

    words: str
    weight: float  # above 0: for; below: against


class _Trait(NamedTuple):
    kind: str
    key: str


class Context:
    """What the claims of a case print with each party."""

    def __init__(self, facts: Iterable[Fact], letters: Iterable[tuple[str, str]] = ()) -> None:
        """Gather what is shared.

        Args:
            facts: claims that hold and are affirmed.
            letters: (entity id, path of a letter it stands in).
        """
        self._traits: dict[str, dict[_Trait, str]] = defaultdict(dict)
        self._bearers: dict[_Trait, set[str]] = defaultdict(set)
        self._listed: dict[str, dict[tuple[str, str], str]] = defaultdict(dict)
        self._legs: dict[str, dict[str, dict[_Leg, str]]] = defaultdict(lambda: defaultdict(dict))
        for fact in facts:
            for trait, words in _traits(fact):
                self._add(fact.subject, trait, words)
            for place, words in _lists(fact):
                self._listed[fact.subject][place] = words
            leg = fact.qualifiers.get("from_city", ""), fact.qualifiers.get("to_city", "")
            if fact.predicate == "travels_to" and fact.modality == "boarded" and fact.day and all(leg):
                self._legs[fact.subject][fact.day][leg] = f"{fact.qualifiers.get('from', leg[0])} to {fact.object_text}"
        for entity, path in letters:
            self._add(entity, _Trait(LETTER, path), f"both names stand in one letter, {path}")

    def _add(self, entity: str, trait: _Trait, words: str) -> None:
        self._traits[entity].setdefault(trait, words)
        self._bearers[trait].add(entity)

    def reasons(self, left: str, right: str, *, one_script: bool) -> Iterator[Reason]:
        """Yield what two entities share, and what they cannot both be.

        Args:
            left: entity id.
            right: another.
            one_script: whether both names are written in one script. A list in two languages names each party twice, so
                two names of one list speak against only where they are.
        """
        together = self._two_in_one_list(left, right) if one_script else []
        yield from together
        mine, theirs = self._traits.get(left, {}), self._traits.get(right, {})
        for trait in sorted(mine.keys() & theirs.keys()):
            if together and trait.kind in ("booking", "flight", LETTER):
                continue  # companions share these
            bearers = len(self._bearers[trait])
            many = f" ({bearers} parties of the case share it)" if bearers > 2 else ""
            yield Reason(mine[trait] + many, SHARED[trait.kind] * 2 / bearers)
        yield from self._two_places(left, right)

    def companions(self, entities: Collection[str]) -> Iterator[list[str]]:
        """Yield, for each thing that two or more of these entities share, those that do."""
        shared: dict[_Trait, list[str]] = defaultdict(list)
        for entity in entities:
            for trait in self._traits.get(entity, {}):
                shared[trait].append(entity)
        yield from (group for _, group in sorted(shared.items()) if len(group) > 1)

    def _two_in_one_list(self, left: str, right: str) -> list[Reason]:
        mine, theirs = self._listed.get(left, {}), self._listed.get(right, {})
        return [Reason(mine[place], TWO_AT_ONCE) for place in sorted(mine.keys() & theirs.keys())[:1]]

    def _two_places(self, left: str, right: str) -> Iterator[Reason]:
        mine, theirs = self._legs.get(left, {}), self._legs.get(right, {})
        for day in sorted(mine.keys() & theirs.keys()):
            if _one_way(mine[day]) and _one_way(theirs[day]) and not _one_way(mine[day].keys() | theirs[day].keys()):
                yield Reason(
                    f"on {day} they boarded flights that one traveller cannot have taken in a row: "
                    f"{_told(mine[day])}; and {_told(theirs[day])}",
                    TWO_AT_ONCE,
                )
                return  # one such day says it


def _traits(fact: Fact) -> Iterator[tuple[_Trait, str]]:
    text = " ".join(fact.object_text.split())
    if fact.predicate in ("has_address", "has_contact"):
        kind = fact.predicate.removeprefix("has_")
        key = (contact_key if kind == "contact" else address_key)(text)
        if key:  # a town alone has none: it is shared by all who live there
            yield _Trait(kind, key), f"the same {kind} stands with both: {text}"
    elif fact.predicate in ("employee_of", "director_of") and fact.object:
        yield _Trait("employer", fact.object), f"both are named as people of {text}"
    elif fact.predicate == "travels_to":
        booking, flight, seat = (
            fact.qualifiers.get(name, "").strip().upper() for name in ("booking", "flight", "seat")
        )
        if booking:
            yield _Trait("booking", booking), f"both are in booking {booking}"
        if flight and fact.day:
            yield _Trait("flight", f"{flight} {fact.day}"), f"both are on flight {flight} of {fact.day}"
            if seat:
                words = f"both have seat {seat} on flight {flight} of {fact.day}"
                yield _Trait("seat", f"{flight} {fact.day} {seat}"), words


def _lists(fact: Fact) -> Iterator[tuple[tuple[str, str], str]]:
    """Yield where a document that lists people lists this one; two of one list are two people."""
    flight = fact.qualifiers.get("flight", "").strip().upper()
    if fact.predicate == "travels_to" and flight and fact.day:
        words = f"{fact.source} lists them as two passengers of flight {flight} on {fact.day}"
        yield (fact.source, f"{flight} {fact.day}"), words
    if fact.predicate == "visits":
        yield (fact.source, "visitors"), f"{fact.source} names them as two visitors"


def _one_way(legs: Collection[_Leg]) -> bool:
    """Say whether some order of the legs is one journey: each starts where the one before ended."""
    if len(legs) > _MANY:
        return True
    return any(all(first[1] == second[0] for first, second in pairwise(order)) for order in permutations(sorted(legs)))


def _told(legs: Mapping[_Leg, str]) -> str:
    return ", ".join(sorted(legs.values()))
