from dataclasses import replace

import pytest

from clew.resolve.anchors import MentionRow, anchors
from clew.resolve.chance import Chance
from clew.resolve.cluster import cluster
from clew.resolve.compare import candidates
from clew.resolve.context import Context, Fact

ROUTE = {"from": "Hangzhou", "from_city": "1", "to_city": "2"}


def fact(subject, predicate, text, *, source="a.csv", day="", modality="held", of="", **qualifiers):
    return Fact(predicate, subject, of, text, qualifiers, modality, day, source)


def flown(subject, *, source="a.csv", to="Perm", from_city="1", to_city="2", day="2024-03-04", **more):
    return fact(
        subject,
        "travels_to",
        to,
        source=source,
        day=day,
        modality="boarded",
        **{**ROUTE, "from_city": from_city, "to_city": to_city, **more},
    )


def reasons(*facts, letters=(), one_script=True):
    return list(Context(facts, letters).reasons("e-1", "e-2", one_script=one_script))


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        (
            [fact("e-1", "has_address", "1 First Lane, Perm"), fact("e-2", "has_address", "1 FIRST LANE Perm")],
            "the same address stands with both: 1 First Lane, Perm",
        ),
        (
            [fact("e-1", "has_contact", "+7 (342) 000-00-01"), fact("e-2", "has_contact", "+7 342 0000001")],
            "the same contact stands with both: +7 (342) 000-00-01",
        ),
        (
            [
                fact("e-1", "employee_of", "Veskarra LLC", of="e-9"),
                fact("e-2", "director_of", "Veskarra", of="e-9"),
            ],
            "both are named as people of Veskarra LLC",
        ),
        (
            [flown("e-1", booking="aaa111"), flown("e-2", source="b.csv", booking="AAA111")],
            "both are in booking AAA111",
        ),
        (
            [flown("e-1", flight="ZZ101", seat="4A"), flown("e-2", source="b.csv", flight="ZZ101", seat="4A")],
            "both have seat 4A on flight ZZ101 of 2024-03-04",
        ),
    ],
)
def test_what_two_names_share_speaks_for_it(facts, words):
    found = {reason.words: reason.weight for reason in reasons(*facts)}
    assert found[words] > 0


def test_one_letter_speaks_for_it_a_little():
    (reason,) = reasons(letters=[("e-1", "visit.txt"), ("e-2", "visit.txt")])
    assert (reason.words, reason.weight) == ("both names stand in one letter, visit.txt", 1.0)


@pytest.mark.parametrize(
    "facts",
    [
        [fact("e-1", "has_address", "1 First Lane, Perm"), fact("e-2", "has_address", "2 First Lane, Perm")],
        [fact("e-1", "has_address", "Perm"), fact("e-2", "has_address", "Perm")],
        [fact("e-1", "employee_of", "the plant"), fact("e-2", "employee_of", "the plant")],
        [flown("e-1", flight="ZZ101"), flown("e-2", source="b.csv", flight="ZZ101", day="2024-03-05")],
    ],
    ids=["another house", "a town alone", "a firm that is no party", "another day"],
)
def test_what_is_not_the_same_speaks_for_nothing(facts):
    assert [reason for reason in reasons(*facts) if reason.weight > 0] == []


def test_what_many_share_says_less():
    two = [fact(f"e-{n}", "has_address", "1 First Lane, Perm") for n in (1, 2)]
    ten = [fact(f"e-{n}", "has_address", "1 First Lane, Perm") for n in range(1, 11)]
    (rare,), (common,) = reasons(*two), reasons(*ten)
    assert common.weight < rare.weight
    assert common.words.endswith("(10 parties of the case share it)")


def test_companions_of_one_list_are_two_and_their_booking_speaks_for_nothing():
    found = reasons(flown("e-1", flight="ZZ101", booking="AAA111"), flown("e-2", flight="ZZ101", booking="AAA111"))
    (reason,) = found
    assert reason.words == "a.csv lists them as two passengers of flight ZZ101 on 2024-03-04"
    assert reason.weight < 0


def test_a_list_in_two_languages_names_one_passenger_twice():
    twice = [flown("e-1", flight="ZZ101"), flown("e-2", flight="ZZ101")]
    assert [reason.weight > 0 for reason in reasons(*twice, one_script=False)] == [True]


def test_two_flights_from_two_cities_on_one_day_speak_against():
    (reason,) = reasons(flown("e-1"), flown("e-2", source="b.csv", to="Kazan", from_city="3", to_city="4"))
    assert reason.weight < 0
    assert "on 2024-03-04 they boarded" in reason.words


@pytest.mark.parametrize(
    "other",
    [
        {"from_city": "2", "to_city": "4"},
        {"from_city": "4", "to_city": "1"},
        {"from_city": "3", "to_city": "4", "day": "2024-03-05"},
        {},
    ],
    ids=["the next leg", "the leg before", "another day", "the same leg in another record"],
)
def test_legs_one_traveller_can_have_flown_do_not(other):
    assert reasons(flown("e-1"), flown("e-2", source="b.csv", **other)) == []


def test_a_booking_is_no_presence():
    booked = flown("e-2", source="b.csv", from_city="3", to_city="4")._replace(modality="booked")
    assert reasons(flown("e-1"), booked) == []


def people(*texts):
    found = anchors(MentionRow(f"m{n}", f"s{n}", text, "person", (), "invoice") for n, text in enumerate(texts))
    return cluster(found).entities


def test_context_orders_and_never_merges():
    known = people("I. Petrov", "Ivan Petrov", "Igor Petrov")
    ids = {entity.name: entity.id for entity in known}
    shared = [fact(ids[name], "has_contact", "+7 342 0000001") for name in ("I. Petrov", "Igor Petrov")]
    found = candidates(known, context=Context(shared))
    assert len(known) == 3
    best = max(found, key=lambda candidate: candidate.telling)
    assert {best.left_name, best.right_name} == {"I. Petrov", "Igor Petrov"}
    assert best.level == "I0"


def test_each_candidate_tells_the_namesakes_to_expect():
    (candidate,) = candidates(people("J. Smith", "John Smith"))
    assert candidate.expected > 0
    assert "expected by chance among 2 names" in candidate.chance


def test_a_frequent_name_has_more_namesakes_than_a_rare_one_and_a_longer_case_more():
    few, many = people("Ivan Petrov"), people(*(f"Number{n} Invented" for n in range(50)))
    assert (
        Chance(few).of("James Smith", "James Smith", "person")[0] > Chance(few).of("Zxq Vbnk", "Zxq Vbnk", "person")[0]
    )
    assert (
        Chance(many).of("James Smith", "J. Smith", "person")[0] > Chance(few).of("James Smith", "J. Smith", "person")[0]
    )


def test_a_place_has_no_namesakes():
    assert Chance([replace(people("Perm")[0], kind="place")]).of("Perm", "Perm", "place") == (None, "")


def test_300_strangers_of_one_name_with_days_of_birth_of_their_own_are_not_merged():
    rows = [
        MentionRow(f"m{n}", f"s{n}", "Ivan Petrov", "person", (("birth_date", f"{1950 + n // 12}-{n % 12 + 1:02}-11"),))
        for n in range(300)
    ]
    known = cluster(anchors(rows))
    assert len(known.entities) == 300
    found = candidates(known.entities, contested=known.contested)
    assert {candidate.level for candidate in found} == {"I0"}
    assert max(candidate.telling for candidate in found) < 0
