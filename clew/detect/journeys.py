"""Journeys of one person in; what they prove about one place out: presences, absences, the fewest visits, and why.

A leg from X to Y on a day shows four things and no more: the person was at X, then not at X; not at Y, then at Y. Between
two legs of one day nothing is ordered, so both orders are allowed for: never more visits than the worse of them gives.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from clew.detect.evidence import Fact
from clew.detect.hitting import Stretch, count_visits
from clew.detect.wording import fold_words

# Moments of a day, in the order that is certain: not there, arrived; there, left. An arrival's presence reaches over the
# day's departures and a departure's over its arrivals, because their order is not known.
DAY, ABSENT_BEFORE, ARRIVED, ABSENT_AFTER, LEAVING, END = 10, 2, 3, 6, 5, 9
# Ways to choose legs that are tried before we stop looking for further support sets.
TRIES = 20_000
CITY = "city:"  # before a GeoNames id
_CODE = re.compile(r"[A-Z]{3}")


@dataclass(frozen=True, slots=True)
class Leg:
    """One boarded journey of one person."""

    claim: str
    person: str  # entity
    anchor: str  # the person's name in that document
    origin: str | None  # place, as `place_key` folds it
    place: str  # where to
    day: date  # local, of departure
    origin_text: str = ""
    place_text: str = ""
    booking: str = ""
    flight: str = ""

    @classmethod
    def read(cls, fact: Fact) -> "Leg | None":
        """Return the leg a travel claim states; None without a day, a person or a place."""
        origin_text = fact.qualifiers.get("from", "")
        origin = place_key(fact.qualifiers.get("from_city"), fact.qualifiers.get("from_code"), origin_text)
        place = place_key(fact.qualifiers.get("to_city"), fact.qualifiers.get("to_code"), fact.object)
        if fact.day is None or fact.subject_entity is None or fact.subject_anchor is None or place is None:
            return None
        return cls(
            claim=fact.id,
            person=fact.subject_entity,
            anchor=fact.subject_anchor,
            origin=origin,
            place=place,
            day=fact.day,
            origin_text=origin_text or (origin or ""),
            place_text=fact.object,
            booking=fold_words(fact.qualifiers.get("booking", "")),
            flight=fold_words(fact.qualifiers.get("flight", "")),
        )


@dataclass(frozen=True, slots=True)
class Presence:
    """A moment at the place that one leg shows."""

    leg: Leg
    arrives: bool
    stretch: Stretch


@dataclass(frozen=True, slots=True)
class Cut:
    """A moment provably not at the place that one leg shows."""

    leg: Leg
    at: int


@dataclass(frozen=True, slots=True)
class Stay:
    """What a person's legs show about one place."""

    place: str
    presences: tuple[Presence, ...]  # in order of their ends
    cuts: tuple[Cut, ...]  # in order
    entries: tuple[Leg, ...]  # each shows the person elsewhere before any leg shows them leaving the place
    passed: tuple[Leg, ...]  # legs of onward journeys through the place, no visit

    def fewest(self, legs: Iterable[Leg] | None = None) -> int:
        """Return how many visits these legs prove at least; all legs when none are given."""
        chosen = None if legs is None else set(legs)
        stretches = [p.stretch for p in self.presences if chosen is None or p.leg in chosen]
        absences = [(cut.at, cut.at) for cut in self.cuts if chosen is None or cut.leg in chosen]
        return count_visits(stretches, absences)[0]

    def most(self) -> int:
        """Return how many visits there are at most if each record is one: doubles, and both ways of a booking, are one."""
        cuts = [cut.at for cut in self.cuts]
        stays: list[Presence] = []
        for presence in self.presences:
            if not any(_one_stay(earlier, presence, cuts) for earlier in stays):
                stays.append(presence)
        return len(stays)

    def certificates(self, visits: int, *, most: int) -> tuple[tuple[frozenset[Leg], ...], bool]:
        """Return minimal sets of legs that prove this many visits, and whether these are all.

        A set is a chain of presences, each two in a row kept apart by a proven absence, and one entry.
        """
        seen: set[frozenset[Leg]] = set()
        found: list[frozenset[Leg]] = []
        for tries, legs in enumerate(self._chains(visits)):
            if tries >= TRIES or len(found) > most:
                return tuple(found[:most]), False
            for whole in [legs] if not legs.isdisjoint(self.entries) else [legs | {entry} for entry in self.entries]:
                if whole not in seen:
                    seen.add(whole)
                    found += [whole] if self._is_minimal(whole, visits) else []
        return tuple(found[:most]), len(found) <= most

    def _is_minimal(self, legs: frozenset[Leg], visits: int) -> bool:
        return not any(self._proves(legs - {leg}, visits) for leg in legs)

    def _proves(self, legs: frozenset[Leg], visits: int) -> bool:
        return not legs.isdisjoint(self.entries) and self.fewest(legs) >= visits

    def _chains(self, visits: int) -> Iterator[frozenset[Leg]]:
        """Yield the legs of each chain of so many presences, each two in a row kept apart."""
        moments = [cut.at for cut in self.cuts]
        longest = self._longest(moments)

        def grow(last: int, legs: frozenset[Leg], left: int) -> Iterator[frozenset[Leg]]:
            if left == 0:
                yield legs
                return
            for following in range(len(self.presences)):
                if longest[following] >= left:
                    for between in self._apart(last, following, moments):
                        yield from grow(following, legs | between | {self.presences[following].leg}, left - 1)

        yield from grow(-1, frozenset(), visits)

    def _longest(self, moments: Sequence[int]) -> list[int]:
        """Return, for each presence, the most presences in a row that begin with it."""
        longest = [1] * len(self.presences)
        later: list[tuple[int, int]] = []  # where a presence begins, and its index
        for i in sorted(range(len(self.presences)), key=lambda i: self.presences[i].stretch[0], reverse=True):
            cut = bisect_right(moments, self.presences[i].stretch[1])
            if cut < len(moments):
                longest[i] += max((longest[j] for start, j in later if start > moments[cut]), default=0)
            later.append((self.presences[i].stretch[0], i))
        return longest

    def _apart(self, last: int, following: int, moments: Sequence[int]) -> list[frozenset[Leg]]:
        """Return the ways to show an absence between two presences: by their own legs, else by each leg between."""
        if last < 0:
            return [frozenset()]
        left, right = self.presences[last], self.presences[following]
        first, stop = bisect_right(moments, left.stretch[1]), bisect_left(moments, right.stretch[0])
        between = [cut.leg for cut in self.cuts[first:stop]]
        if left.leg in between or right.leg in between:
            return [frozenset()]
        return [frozenset({leg}) for leg in between]


def place_key(city: str | None, code: str | None, text: str) -> str | None:
    """Return what places are told apart by: the city where it is known, else the airport code, else the folded text."""
    printed = (code or "").strip().upper() or (text.strip() if _CODE.fullmatch(text.strip()) else "")
    return (f"{CITY}{city}" if city else "") or printed or fold_words(text) or None


def stay_at(place: str, legs: Sequence[Leg]) -> Stay:
    """Return what one person's legs show about a place."""
    passed = _passed(place, legs)
    presences: list[Presence] = []
    cuts: list[Cut] = []
    for leg in legs:
        start = leg.day.toordinal() * DAY
        if leg.place == place:
            cuts.append(Cut(leg, start + ABSENT_BEFORE))
            presences.append(Presence(leg, arrives=True, stretch=(start + ARRIVED, start + END)))
        elif leg.origin == place:
            cuts.append(Cut(leg, start + ABSENT_AFTER))
            presences.append(Presence(leg, arrives=False, stretch=(start, start + LEAVING)))
    return Stay(
        place=place,
        presences=tuple(sorted((p for p in presences if p.leg not in passed), key=_when)),
        cuts=tuple(sorted(cuts, key=lambda cut: (cut.at, cut.leg.claim))),
        entries=_entries(place, legs),
        passed=tuple(sorted(passed, key=lambda leg: (leg.day, leg.claim))),
    )


def _when(presence: Presence) -> tuple[int, int, str]:
    return presence.stretch[1], presence.stretch[0], presence.leg.claim


def _entries(place: str, legs: Sequence[Leg]) -> tuple[Leg, ...]:
    """Return the legs that show the person elsewhere first; none where the first recorded journey starts at the place."""
    leaves = min((leg.day for leg in legs if leg.origin == place), default=date.max)
    elsewhere = (leg for leg in legs if leg.origin != place and (leg.origin is not None or leg.place == place))
    entries = (leg for leg in elsewhere if leg.day < leaves or (leg.day == leaves and leg.place == place))
    return tuple(sorted(entries, key=lambda leg: (leg.day, leg.claim)))


def _passed(place: str, legs: Sequence[Leg]) -> frozenset[Leg]:
    """Return the legs of journeys through the place: in and on to a third place, within a day, on one booking."""
    passed: set[Leg] = set()
    for into in (leg for leg in legs if leg.place == place and leg.booking):
        for onward in (leg for leg in legs if leg.origin == place and leg.booking == into.booking):
            if into.origin != onward.place and 0 <= (onward.day - into.day).days <= 1:
                passed |= {into, onward}
    return frozenset(passed)


def _one_stay(earlier: Presence, later: Presence, cuts: Sequence[int]) -> bool:
    one, other = earlier.leg, later.leg
    if (
        one.day == other.day
        and earlier.arrives == later.arrives
        and (one.origin, one.place) == (other.origin, other.place)
    ):
        return True
    if not one.booking or one.booking != other.booking or not earlier.arrives or later.arrives:
        return False
    return not any(earlier.stretch[0] < cut < later.stretch[1] for cut in cuts)
