"""Every pattern's SQL on a real case: claims, mentions, list and snapshots in the store, resolved by the store's rooms."""

import pytest

from clew.detect.patterns import affiliation, chain, ownership, status, visits
from clew.model.claim import Claim, Mention, Quote
from clew.model.source import Span
from clew.model.time import Moment
from clew.store.rows import claim_row, mention_row

TEXT = "Lin Qiao, Veltra Trading, Orvel Instruments, Brannick Plant, KD-40."
ADD_EXTRACTION = "insert into extractions values ($source, 'x@1', $record_type, 'en')"
ADD_SNAPSHOT = "insert into snapshots values ('n-1', $list, 'nobody', '2024-01-10', 'user', '', '[]', '[]', '')"
KINDS = {"Lin Qiao": "person"}
MEMBER_ANCHORS = "select anchor, entity from members where mention = $mention"


class Desk:
    """Puts documents into a case as if they had been read and extracted."""

    def __init__(self, case, add_page):
        self.case, self.add_page, self.mentions = case, add_page, {}

    def put(self, source, record_type, *claims):
        self.add_page(self.case, TEXT, source=source, path=f"{source}.txt")
        made, mentions = [], {}
        for subject, predicate, object_, fields in claims:
            span = Span(source, 1, 0, len(TEXT))
            for name in (subject, object_):
                if name in TEXT:
                    start = TEXT.index(name)
                    where = Span(source, 1, start, start + len(name))
                    mentions[name] = Mention(
                        where, name, KINDS.get(name, "organization"), (("inn", str(TEXT.index(name))),)
                    )
            made.append(
                Claim(
                    subject, predicate, object_, (Quote("quote", span, TEXT),), record_type=record_type,
                    subject_mention=mentions[subject].id, object_mention=mentions[object_].id if object_ in mentions else None, **fields,
                )
            )  # fmt: skip
        self.mentions |= {(source, name): mention.id for name, mention in mentions.items()}
        with self.case.batch() as batch:
            batch.execute("extractions", ADD_EXTRACTION, source=source, record_type=record_type)
            batch.add(
                "mentions", [mention_row(m, record_type=record_type, extraction="x@1") for m in mentions.values()]
            )
            batch.add("claims", [claim_row(claim, extraction="x@1") for claim in made])


@pytest.fixture
def desk(case, add_page):
    return Desk(case, add_page)


def resolve(case):
    stage = pytest.importorskip("clew.resolve.stage", reason="the resolve room is not there")
    stage.run(case)


def flown(day, origin, place):
    return (
        "Lin Qiao",
        "travels_to",
        place,
        {"modality": "boarded", "qualifiers": (("from", origin),), "valid_from": Moment.read(day)},
    )


def billed(seller, buyer, day, number):
    qualifiers = (("item", "KD-40"), ("number", number), ("quantity", "40"))
    return (seller, "billed", buyer, {"modality": "billed", "qualifiers": qualifiers, "valid_from": Moment.read(day)})


def list_the_plant(desk, *, list_="own"):
    """Put a snapshot, a listing and a hit into the case, as the screen room would."""
    anchor = desk.case.query(MEMBER_ANCHORS, mention=desk.mentions["s-two", "Brannick Plant"])[0]
    leaf = {"kind": "list", "id": "l-1"}
    listing = {
        "id": "l-1", "list": list_, "snapshot": "n-1", "entry": "77", "name": "Brannick Plant", "name_kind": "primary",
        "kind": "organization", "programme": "INVENTED", "listed_on": None, "delisted_on": None, "identifiers": [], "remarks": "",
        "measure": "blocking",
    }  # fmt: skip
    hit = {
        "id": "h-1", "entity": anchor["entity"], "listing": "l-1", "list": list_, "entry": "77", "snapshot": "n-1",
        "anchors": [anchor["anchor"]], "name": "Brannick Plant", "listed_name": "Brannick Plant", "score": 100.0, "level": "I3",
        "because": [], "against": [], "leaves": [leaf],
    }  # fmt: skip
    with desk.case.batch() as batch:
        batch.execute("snapshots", ADD_SNAPSHOT, list=list_)
        batch.add("listings", [listing])
        batch.add("hits", [hit])


def test_visits_are_found_on_a_case(desk):
    letter = ("Lin Qiao", "employee_of", "Veltra Trading", {"stance": "party_says"})
    desk.put("s-one", "passenger_record", flown("2024-03-01", "AAA", "BBB"), flown("2024-04-01", "AAA", "BBB"))
    desk.put("s-two", "letter", letter)
    resolve(desk.case)
    (finding,) = visits.find(desk.case)
    assert finding.strength == 2
    assert {leaf.kind for leaf in finding.supports[0]} == {"claim", "judgement"}


def test_an_affiliation_is_found_on_a_case(desk):
    desk.put("s-one", "letter", ("Lin Qiao", "employee_of", "Veltra Trading", {"stance": "party_says"}))
    belief = {"stance": "official_assesses", "holders": ("two officials",)}
    desk.put("s-two", "news", ("Lin Qiao", "employee_of", "Orvel Instruments", belief))
    resolve(desk.case)
    (finding,) = affiliation.find(desk.case)
    assert [slot.value for slot in finding.slots][:3] == ["Lin Qiao", "Veltra Trading", "Orvel Instruments"]


def test_a_chain_and_its_buyers_status_are_found_on_a_case(desk):
    desk.put("s-one", "invoice", billed("Orvel Instruments", "Veltra Trading", "2024-03-01", "A-1"))
    desk.put("s-two", "invoice", billed("Veltra Trading", "Brannick Plant", "2024-04-01", "V-1"))
    resolve(desk.case)
    list_the_plant(desk)
    (finding,) = chain.find(desk.case)
    assert finding.strength == 2
    assert {leaf.kind for leaf in finding.supports[0]} == {"claim", "judgement", "list"}
    (stood,) = status.find(desk.case)
    assert stood.key[-1] == "listed"
    assert "(invoice V-1), as the list stood on 2024-01-10." in stood.sentence


def test_an_empty_case_yields_nothing(case):
    assert [list(pattern.find(case)) for pattern in (visits, affiliation, chain, status)] == [[], [], [], []]


def test_a_firm_owned_by_a_listed_one_is_found_on_a_case(desk):
    share = {"qualifiers": (("share", "60"),), "modality": "held", "valid_from": Moment.read("2020-01-01")}
    desk.put("s-two", "register_extract", ("Brannick Plant", "owns", "Veltra Trading", share))
    resolve(desk.case)
    list_the_plant(desk, list_="ofac-sdn")
    (finding,) = ownership.find(desk.case)
    assert finding.key[1:] == ("us-ofac", "2024-01-10")
    assert {leaf.kind for leaf in finding.supports[0]} == {"claim", "list"}
