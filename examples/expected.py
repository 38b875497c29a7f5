"""What a careful reader must find, and must not: a Story and its documents come in, the truth goes out as plain data.

The format is described in `truth.md`.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from cast import City, Firm, Person
from dealings import Paper
from story import Leg, Story

LIST = "sdn"


@dataclass(frozen=True, slots=True)
class Made:
    """One document that was written."""

    path: str
    data: bytes
    record_type: str
    language: str
    status: str = "read"
    inside: str = ""  # the attachment's name, where the document is in a mail


def count_stays(legs: Iterable[Leg], place: City) -> int:
    """Return how many separate stays flown legs prove: an arrival opens one, a departure closes it, or proves one by itself."""
    flown = {(leg.day, leg.dest.iata, leg.origin.iata) for leg in legs if leg.status == "flown"}
    stays, there = 0, False
    for _, dest, origin in sorted(flown):
        if dest == place.iata:
            stays, there = stays + 1, True
        elif origin == place.iata:
            stays, there = stays + (not there), False
    return stays


def truth(story: Story, documents: list[Made], extra: dict[str, str]) -> dict[str, object]:
    """Return the truth of a case. `extra`: numbers and paths that only the writing of the papers fixed."""
    return {
        "seed": story.cast.seed,
        "invented": "every person, firm, document and list in this case is invented",
        "snapshots": [day.isoformat() for day in story.snapshots],
        "cast": _cast(story),
        "documents": [_document(made) for made in documents],
        "findings": [*_visits(story), *_affiliations(story), *_chains(story), *_listed(story)],
        "may_appear": _may_appear(story, extra),
        "after_judgement": _after_judgement(story),
        "decoys": _decoys(story),
        "replies": _replies(story),
    }


def _document(made: Made) -> dict[str, str]:
    found = {"path": made.path, "record_type": made.record_type, "language": made.language, "status": made.status}
    return found | ({"attachment": made.inside} if made.inside else {})


def _cast(story: Story) -> dict[str, object]:
    cast = story.cast
    firms = (cast.maker, cast.intermediary, cast.plant, cast.other_buyer, cast.customer, cast.supplier)
    people = {
        "team": cast.team,
        "unjoined": (cast.unjoined,),
        "booked_only": (cast.booked_only,),
        "rumoured": (cast.rumoured,),
        "namesake": (cast.namesake,),
        "director": (cast.director,),
        "owner": (cast.owner,),
        "staff": cast.staff,
        "plant_engineer": (cast.plant_engineer,),
        "commuter": (cast.commuter,),
        "strangers": cast.strangers,
    }
    places = {"home": cast.home, "hub": cast.hub, "site": cast.site, "show": cast.show}
    return {
        "firms": {firm.role: {"names": firm.forms, "identifiers": dict(firm.identifiers)} for firm in firms},
        "people": {role: [_person(person) for person in group] for role, group in people.items()},
        "places": {role: city.forms for role, city in places.items()},
    }


def _person(person: Person) -> dict[str, object]:
    return {
        "names": person.forms,
        "passport": person.passport,
        "born": person.born.isoformat(),
        "nationality": person.nation,
    }


def _visit(story: Story, person: Person) -> dict[str, object]:
    legs = [leg for leg in story.legs if leg.person == person]
    return {
        "type": "F01",
        "person": person.forms,
        "place": story.cast.site.forms,
        "at_least": count_stays(legs, story.cast.site),
    }


def _visits(story: Story) -> list[dict[str, object]]:
    named = {person for mission in story.missions for person in mission.people if mission.language != "zh"}
    found = [_visit(story, person) for person in story.cast.team if person in named]
    return [finding for finding in found if finding["at_least"] >= 2]  # type: ignore[operator]


def _affiliations(story: Story) -> list[dict[str, object]]:
    stated, assessed = story.cast.intermediary.forms, story.cast.maker.forms
    listed = {person for mission in story.missions for person in mission.people}
    people = [person for person in story.believed if person in listed]
    found: list[dict[str, object]] = [
        {"type": "F03", "person": person.forms, "stated": stated, "assessed": assessed} for person in people
    ]
    return found


def _chains(story: Story) -> list[dict[str, object]]:
    cast = story.cast
    items = sorted({item for _, _, item, _ in story.chains})
    parties = {"seller": cast.maker.forms, "intermediary": cast.intermediary.forms, "buyer": cast.plant.forms}
    found = []
    for item in items:
        pairs = [chain for chain in story.chains if chain[2] == item]
        found.append(
            {"type": "F05", **parties, "item": item, "pairs": len(pairs), "delivered": all(chain[3] for chain in pairs)}
        )
    return found


def _status(story: Story, firm: Firm, paper: Paper) -> str | None:
    """What the newest snapshot on or before the paper's day says of a listed firm."""
    first, second = story.snapshots
    if paper.day < first:
        return None
    return "listed" if firm is story.cast.plant or paper.day >= second else "not_listed_until"


def _listed(story: Story) -> list[dict[str, object]]:
    found: list[dict[str, object]] = []
    for paper in story.papers:
        for firm in (paper.seller, paper.buyer):
            if firm not in (story.cast.intermediary, story.cast.plant):
                continue
            status = _status(story, firm, paper)
            if status:
                what: dict[str, object] = {"type": "F06", "party": firm.forms, "list": LIST, "document": paper.number}
                found.append(what | {"date": paper.day.isoformat(), "status": status})
    return found


def _may_appear(story: Story, extra: dict[str, str]) -> list[dict[str, object]]:
    """True, but not asked for: the completion act is dated and names two listed firms, yet moves no goods."""
    firms = (story.cast.intermediary, story.cast.plant)
    return [{"type": "F06", "party": firm.forms, "document": extra["completion_act"]} for firm in firms]


def _after_judgement(story: Story) -> dict[str, object]:
    person = story.cast.unjoined
    return {
        "same": {"left": person.native, "right": person.latin},
        "why": "the Chinese letter names the man without a passport number; only a person can say that the two names are one",
        "findings": [_visit(story, person)],
    }


def _decoys(story: Story) -> list[dict[str, object]]:
    cast = story.cast
    kinds = {
        paper.why: sorted({line.item for line in paper.lines})
        for paper in story.papers
        if paper.why.startswith("decoy")
    }
    shows = [person.latin for person in cast.strangers[:13]]
    alone = [paper.number for paper in story.papers if paper.why == "decoy:other_buyer"]
    return [
        {
            "what": "namesake of a traveller: other passport, other birth date",
            "names": [cast.namesake.native],
            "passport": cast.namesake.passport,
            "must_not_appear_in": ["F01", "F03"],
        },
        {"what": "trade show that everyone flew to", "names": shows, "must_not_appear_in": ["F01", "F03"]},
        {"what": "place of the trade show", "places": cast.show.forms, "must_not_appear_in": ["F01"]},
        {"what": "home of the travellers", "places": cast.home.forms, "must_not_appear_in": ["F01"]},
        {"what": "booked, never flown", "names": cast.booked_only.forms, "must_not_appear_in": ["F01"]},
        {"what": "named by the officials only", "names": cast.rumoured.forms, "must_not_appear_in": ["F01", "F03"]},
        {
            "what": "passenger named in no other document",
            "names": cast.commuter.forms,
            "must_not_appear_in": ["F01", "F03"],
        },
        {"what": "one visit only", "names": cast.director.forms, "must_not_appear_in": ["F01", "F03"]},
        {
            "what": "same item bought from the maker by someone else",
            "names": cast.other_buyer.forms,
            "documents": alone,
            "must_not_appear_in": ["F05", "F06"],
        },
        {
            "what": "another item sold by the intermediary to an innocent customer",
            "names": cast.customer.forms,
            "items": kinds["decoy:customer"],
            "must_not_appear_in": ["F05"],
        },
        {
            "what": "an old order, more than 120 days apart",
            "items": kinds["decoy:old_order"],
            "must_not_appear_in": ["F05"],
        },
        {
            "what": "shelf goods for the plant from a shop",
            "names": cast.supplier.forms,
            "items": kinds["decoy:supplier"],
            "must_not_appear_in": ["F05"],
        },
    ]


def _replies(story: Story) -> list[dict[str, object]]:
    maker, plant = story.cast.maker.forms, story.cast.plant.forms
    return [
        {"party": maker, "kind": "party_denies", "document": "evidence/07 press/maker_statement.docx"},
        {"party": maker, "kind": "party_denies", "document": "evidence/07 press/公司声明.html"},
        {"party": maker, "kind": "party_denies", "document": "evidence/07 press/meridian_wire.html"},
        {
            "party": ["Ministry of Instrument Trade"],
            "kind": "party_unaware",
            "document": "evidence/07 press/meridian_wire.html",
        },
        {"party": plant, "kind": "no_response", "document": "evidence/07 press/meridian_wire.html"},
    ]
