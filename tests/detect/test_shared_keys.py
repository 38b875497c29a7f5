import pytest
from hypothesis import given
from hypothesis import strategies as st
from switching import check_law, joined, leaves_of

from clew.detect.evidence import Fact, Match, Party
from clew.detect.patterns.shared_keys import Evidence, Options, conclude
from clew.detect.wording import FORBIDDEN
from clew.model.keys import address_key, contact_key
from clew.model.records import Leaf

NAMES = ("orvel", "veltra", "plant", "ilona")
PARTIES = tuple(Party(f"e-{name}", name.capitalize(), "organization", "I3") for name in NAMES)
DOOR = "4 Glass Street, office 12, Harbourtown"


def at(number, name, address=DOOR, predicate="has_address"):
    return Fact(
        f"c-{number:03}",
        name,
        predicate,
        address,
        f"a-{name}",
        f"e-{name}",
        record_type="register_extract",
        source=f"s-{number}",
    )


def directs(number, person, firm):
    return Fact(
        f"c-{number:03}", person, "director_of", firm, f"a-{person}", f"e-{person}", f"a-{firm}", f"e-{firm}",
        record_type="register_extract", source=f"s-{number}",
    )  # fmt: skip


def hit(name="plant"):
    return Match("h-1", f"e-{name}", "l-1", "own", "1", "n-1", (f"a-{name}",), "I3", (Leaf("list", "l-1"),))


LISTED = (hit(),)


def found(*shared, directed=(), matches=LISTED, **options):
    return list(conclude(Evidence(shared, directed, matches, parties=PARTIES), Options(**options)))


def test_a_firm_at_the_door_of_a_listed_one_is_found():
    (finding,) = found(at(1, "veltra"), at(2, "plant", "Harbourtown, Glass st. 4, off. 12"))
    assert finding.key == ("e-veltra", "e-plant")
    assert finding.sentence == (
        "Veltra and Plant, which has a hit on a list, share the address “4 Glass Street, office 12, Harbourtown” "
        "(0 other parties of this case have it)."
    )
    assert finding.supports == ((Leaf("claim", "c-001"), Leaf("claim", "c-002"), Leaf("list", "l-1")),)


def test_a_shared_telephone_and_director_are_told_the_rarest_first():
    (finding,) = found(
        at(1, "veltra", "+7 (342) 200-00-01", "has_contact"), at(2, "plant", "8 342 2000001", "has_contact"),
        at(3, "orvel", "8 342 2000001", "has_contact"),
        directed=(directs(4, "ilona", "veltra"), directs(5, "ilona", "plant")), matches=(hit(),),
    )[1:]  # fmt: skip
    assert finding.key == ("e-veltra", "e-plant")
    assert finding.sentence.index("the director Ilona") < finding.sentence.index("the contact")
    assert "(1 other party of this case has it)" in finding.sentence


def test_stays_silent_at_an_address_where_hundreds_are():
    crowd = [at(n, f"shop{n}") for n in range(10, 40)]
    assert found(at(1, "veltra"), at(2, "plant"), *crowd) == []
    assert (
        len(
            [
                one
                for one in found(at(1, "veltra"), at(2, "plant"), *crowd, shared_by_most=500)
                if one.key[0] == "e-veltra"
            ]
        )
        == 1
    )


def test_stays_silent_in_another_room_of_the_same_tower():
    assert found(at(1, "veltra"), at(2, "plant", "4 Glass Street, office 13, Harbourtown")) == []


def test_stays_silent_where_nobody_is_listed():
    assert found(at(1, "veltra"), at(2, "plant"), matches=()) == []


def test_two_listed_parties_at_one_door_are_no_finding():
    assert found(at(1, "plant"), at(2, "plant", DOOR)) == []


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            "614000, г. Пермь, ул. Третья Стекольная, д. 86, оф. 131",
            "Пермь, Третья Стекольная ул., 86, офис 131, 614000",
        ),
        ("杭州市高新区青棋街265号5栋", "杭州市 高新区 青棋街265号5栋"),
    ],
)
def test_one_address_written_in_two_ways_is_one(left: str, right: str):
    assert address_key(left) == address_key(right) != ""


@pytest.mark.parametrize("text", ["Harbourtown", "Moscow, Russia", "Glass Street, Harbourtown", "杭州市", ""])
def test_a_city_or_a_street_without_a_number_is_no_address(text: str):
    assert address_key(text) == ""


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Office@Veltra.example", "office@veltra.example"),
        ("+7 342 200 00 01", "3422000001"),
        ("ext. 12", ""),
        ("2024-03-05", ""),
    ],
)
def test_contacts_are_told_from_other_numbers(text: str, key: str):
    assert contact_key(text) == key


def test_no_word_of_guilt():
    for finding in found(at(1, "veltra"), at(2, "plant")):
        assert not FORBIDDEN.search(" ".join([finding.sentence, *finding.limits]))


@given(
    st.lists(
        st.tuples(st.sampled_from(["veltra", "orvel", "plant"]), st.sampled_from([DOOR, "9 Tin Lane, Harbourtown"])),
        max_size=6,
    ),
    st.data(),
)
def test_switching_off_equals_concluding_anew(drawn, data):
    links = tuple(link for name in NAMES for link in joined(f"e-{name}", (f"a-{name}",)))
    shared = tuple(at(n, name, address) for n, (name, address) in enumerate(drawn))
    directed = (directs(90, "ilona", "veltra"), directs(91, "ilona", "plant"))
    evidence = Evidence(shared, directed, (hit(),), parties=PARTIES, links=links)
    off = frozenset(data.draw(st.sets(st.sampled_from(leaves_of(evidence)), max_size=3)))
    check_law(conclude, evidence, Options(), off)
