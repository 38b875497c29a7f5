"""What happened: a Cast comes in, a Story goes out. Legs flown, goods billed, visits planned, lists published.

Everything the papers say is decided here; `expected.py` derives the truth from the same records.
"""

import random
from dataclasses import dataclass
from datetime import date, timedelta

from cast import Cast, City, Person, cast, seeded
from dealings import Paper, deal


@dataclass(frozen=True, slots=True)
class Leg:
    """One seat on one flight, and which of the passenger files hold it."""

    person: Person
    carrier: str
    flight: str
    day: date
    origin: City
    dest: City
    booking: str
    status: str  # flown, booked, cancelled, no_show
    files: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Mission:
    """A visit that a letter plans. `said_by` is the firm whose people the visitors are said to be."""

    key: str
    language: str
    start: date
    stop: date
    people: tuple[Person, ...]
    written: date
    executed: bool
    act: bool = False
    sender: str = "intermediary"


@dataclass(frozen=True, slots=True)
class Story:
    """All that the papers of one case are made from."""

    cast: Cast
    snapshots: tuple[date, date]
    trips: tuple[tuple[date, date], ...]  # arrival and departure of each visiting group
    visits: dict[str, int]  # by passport: how often the person was at the plant's city, as flown legs prove it
    legs: tuple[Leg, ...]
    missions: tuple[Mission, ...]
    papers: tuple[Paper, ...]
    chains: tuple[tuple[str, str, str, bool], ...]  # first invoice, second invoice, item, delivered
    believed: tuple[Person, ...]  # whom the officials name
    reported: date


def tell(seed: int) -> Story:
    """Return the story of a seed."""
    players = cast(seed)
    dice = seeded(seed, "story")
    snapshots = date(2024, dice.randint(2, 4), dice.randint(3, 26)), date(2025, dice.randint(1, 4), dice.randint(3, 26))
    trips = _trips(dice)
    counts = dice.sample([2, 3, 4, 5, 6, 7], len(players.team))
    visits = {person.passport: count for person, count in zip(players.team, counts, strict=True)}
    visits[players.unjoined.passport] = dice.randint(2, 4)
    travellers = {
        person: sorted(dice.sample(range(len(trips)), visits[person.passport]))
        for person in (*players.team, players.unjoined)
    }
    missions = _missions(dice, players, trips, travellers)
    papers, chains = deal(players, snapshots)
    return Story(
        cast=players,
        snapshots=snapshots,
        trips=trips,
        visits=visits,
        legs=tuple(_legs(seed, players, trips, travellers)),
        missions=tuple(missions),
        papers=papers,
        chains=chains,
        believed=players.team[:3],
        reported=date(2025, dice.randint(10, 11), dice.randint(2, 28)),
    )


def _trips(dice: random.Random) -> tuple[tuple[date, date], ...]:
    """Eight stays at the plant's city, each a week or so, at least forty days apart."""
    trips, day = [], date(2024, 2, dice.randint(1, 20))
    for _ in range(8):
        stop = day + timedelta(days=dice.randint(5, 11))
        trips.append((day, stop))
        day = stop + timedelta(days=dice.randint(40, 62))
    return tuple(trips)


def _missions(
    dice: random.Random,
    players: Cast,
    trips: tuple[tuple[date, date], ...],
    travellers: dict[Person, list[int]],
) -> list[Mission]:
    """Three plans that were flown, two that were not, and one in Chinese with a passport left out."""
    going = {trip: [p for p in players.team if trip in travellers[p]] for trip in range(len(trips))}
    together = sorted(going, key=lambda trip: -len(going[trip]))
    chinese = max(travellers[players.unjoined], key=lambda trip: len(going[trip]))
    chosen = [trip for trip in together if trip != chinese and going[trip]][:3]
    plans = []
    for place, (trip, language) in enumerate(zip(chosen, ("ru", "en", "ru"), strict=True)):
        start, stop = (
            trips[trip][0] - timedelta(days=dice.randint(0, 2)),
            trips[trip][1] + timedelta(days=dice.randint(0, 3) if place else 0),
        )
        written = start - timedelta(days=dice.randint(12, 30))
        sender = "plant" if place == 2 else "intermediary"
        plans.append(
            Mission(
                f"m{place + 1}",
                language,
                start,
                stop,
                tuple(going[trip]),
                written,
                executed=True,
                act=place == 0,
                sender=sender,
            )
        )
    start, stop = trips[chinese]
    people = (*going[chinese], players.unjoined)
    plans.append(Mission("m4", "zh", start, stop, people, start - timedelta(days=dice.randint(14, 28)), executed=True))
    everyone = (*players.team, players.booked_only)
    for place, (after, language) in enumerate(((2, "en"), (5, "ru"))):
        start = trips[after][1] + timedelta(days=dice.randint(16, 22))  # nobody flies there then
        people = everyone if place == 0 else tuple(dice.sample(players.team, 2))
        plans.append(
            Mission(
                f"m{place + 5}",
                language,
                start,
                start + timedelta(days=6),
                people,
                start - timedelta(days=25),
                executed=False,
            )
        )
    return plans


class _Desk:
    """Books seats: one carrier and flight number for each route and direction."""

    def __init__(self, seed: int) -> None:
        self.dice = seeded(seed, "seats")
        self.carriers = self.dice.sample(
            [("Taiga Wing", "0T"), ("Jade Heron Air", "Y0"), ("Nine Steppes", "0N"), ("Ambra Air", "Q0")], 3
        )
        self.flights: dict[tuple[str, str], tuple[str, str]] = {}

    def seat(
        self,
        who: Person,
        day: date,
        way: tuple[City, City],
        *,
        files: tuple[str, ...],
        status: str = "flown",
        booking: str = "",
    ) -> Leg:
        """Return one leg; a route keeps its carrier and number."""
        carrier, code = self.carriers[len(self.flights) % 3]
        number = f"{code} {self.dice.randint(210, 989)}"
        carrier, flight = self.flights.setdefault((way[0].iata, way[1].iata), (carrier, number))
        return Leg(who, carrier, flight, day, *way, booking or self.booking(), status, files)

    def booking(self) -> str:
        """Return a six-character booking reference."""
        return "".join(self.dice.choice("ABCDEFGHJKLMNPQRSTUVWXYZ23456789") for _ in range(6))


def _legs(
    seed: int, players: Cast, trips: tuple[tuple[date, date], ...], travellers: dict[Person, list[int]]
) -> list[Leg]:
    desk = _Desk(seed)
    out, back = (players.home, players.site), (players.site, players.home)
    homes = desk.dice.sample(
        [("en",), ("en",), ("en", "zh"), ("en", "zh"), ("ru",), ("ru",), ("zh",), ("zh",)], len(trips)
    )
    legs = []
    for person, went in travellers.items():
        for trip in went:
            files = homes[trip] if person != players.unjoined else (("ru",) if "ru" in homes[trip] else ("en",))
            booking = desk.booking()
            legs.append(desk.seat(person, trips[trip][0], out, files=files, booking=booking))
            legs.append(desk.seat(person, trips[trip][1], back, files=files, booking=booking))
    by_count = sorted(players.team, key=lambda person: -len(travellers[person]))
    legs = _lose(legs, by_count[0], players.home)
    legs = _lose(legs, by_count[1], players.site)
    legs += _director(desk, players, trips)
    legs += _not_flown(desk, players, trips, travellers)
    legs += _others(desk, players, trips)
    return sorted(legs, key=lambda leg: (leg.day, leg.flight, leg.person.latin, leg.person.passport))


def _lose(legs: list[Leg], person: Person, dest: City) -> list[Leg]:
    """Records have holes: one leg is in no file. The other leg of the journey still proves the stay."""
    candidates = [leg for leg in legs if leg.person == person and leg.dest == dest]
    lost = sorted(candidates, key=lambda leg: leg.day)[1]
    return [leg for leg in legs if leg is not lost]


def _director(desk: _Desk, players: Cast, trips: tuple[tuple[date, date], ...]) -> list[Leg]:
    start, stop = trips[3]
    return [
        desk.seat(players.director, start, (players.hub, players.site), files=("ru",)),
        desk.seat(players.director, stop, (players.site, players.hub), files=("ru",)),
    ]


def _not_flown(
    desk: _Desk, players: Cast, trips: tuple[tuple[date, date], ...], travellers: dict[Person, list[int]]
) -> list[Leg]:
    """A journey cancelled, one not taken, and a person who only ever booked."""
    out, back = (players.home, players.site), (players.site, players.home)
    legs = []
    for person, status, file in ((players.team[0], "cancelled", "en"), (players.team[1], "no_show", "zh")):
        spare = [trip for trip in range(len(trips)) if trip not in travellers[person]]
        start, stop = trips[desk.dice.choice(spare)]
        booking = desk.booking()
        legs += [
            desk.seat(person, day, way, files=(file,), status=status, booking=booking)
            for day, way in ((start, out), (stop, back))
        ]
    for trip, file in ((2, "ru"), (5, "en")):
        booking = desk.booking()
        for day, way in ((trips[trip][0], out), (trips[trip][1], back)):
            legs.append(desk.seat(players.booked_only, day, way, files=(file,), status="booked", booking=booking))
    return legs


def _others(desk: _Desk, players: Cast, trips: tuple[tuple[date, date], ...]) -> list[Leg]:
    """The namesake, the commuter, the trade show that everyone flew to, and strangers."""
    legs = []
    start = trips[1][1] + timedelta(days=9)
    near = players.elsewhere[1]
    for day, way in ((start, (near, players.site)), (start + timedelta(days=4), (players.site, near))):
        legs.append(desk.seat(players.namesake, day, way, files=("en",)))
    for trip in (0, 3, 6):
        day = trips[trip][0] + timedelta(days=13)
        for when, way in ((day, (players.hub, players.site)), (day + timedelta(days=2), (players.site, players.hub))):
            legs.append(desk.seat(players.commuter, when, way, files=("ru",)))
    opening = trips[4][1] + timedelta(days=10)
    for place, person in enumerate((*players.strangers[:13], *players.team[:3])):
        origin = players.home if person in players.team else players.elsewhere[place % 3]
        arrival = opening - timedelta(days=desk.dice.randint(0, 1))
        legs.append(desk.seat(person, arrival, (origin, players.show), files=("show",)))
        legs.append(desk.seat(person, opening + timedelta(days=4), (players.show, origin), files=("show",)))
    for place, person in enumerate(players.strangers[12:]):
        day = trips[place][1] + timedelta(days=5)
        way = (players.elsewhere[place % 3], players.hub)
        status = "no_show" if place == 1 else "flown"
        legs.append(desk.seat(person, day, way, files=(("en", "zh", "ru")[place % 3],), status=status))
    return legs
