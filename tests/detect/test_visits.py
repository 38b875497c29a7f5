import random
from datetime import date, timedelta
from itertools import permutations, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from switching import check_law, joined, leaves_of

from clew.detect.evidence import Fact, Party
from clew.detect.journeys import Leg, stay_at
from clew.detect.patterns.visits import Evidence, Options, conclude
from clew.detect.wording import FORBIDDEN
from clew.model.records import Leaf

DAY_ONE = date(2024, 3, 1)
PARTIES = (Party("e-lin", "Lin Qiao", "person", "I3"),)


def flight(number, origin, place, day, *, modality="boarded", polarity="affirmed", anchor=None, **qualifiers):
    return Fact(
        id=f"c-{number:02}",
        subject="Lin Qiao",
        predicate="travels_to",
        object=place,
        subject_anchor=anchor or "a-1",
        subject_entity="e-lin",
        modality=modality,
        polarity=polarity,
        qualifiers={"from": origin, **qualifiers},
        valid_from=(DAY_ONE + timedelta(days=day)).isoformat(),
        record_type="passenger_record",
        source="s-1",
    )


def named(number=90, *, anchor="a-1", record_type="letter"):
    return Fact(f"c-{number}", "Lin Qiao", "employee_of", "Veltra", anchor, "e-lin", record_type=record_type)


def trips(*days, home="Ostrava", place="Veligrad"):
    legs = []
    for day in days:
        legs += [flight(len(legs), home, place, day), flight(len(legs) + 1, place, home, day + 3)]
    return tuple(legs)


NAMED = (named(),)


def found(travel, *, naming=NAMED, links=(), plans=(), **options):
    return list(conclude(Evidence(tuple(travel), tuple(naming), tuple(plans), (), PARTIES, links), Options(**options)))


def test_counts_two_return_journeys_as_two_visits():
    (finding,) = found(trips(0, 30))
    assert finding.strength == 2
    assert finding.key == ("e-lin", "veligrad")
    assert finding.sentence == (
        "Records place Lin Qiao in Veligrad on at least 2 separate occasions between 2024-03-01 and 2024-04-03 "
        "(at most 4 in these records)."
    )


def test_both_ways_of_one_booking_are_one_visit_at_most():
    legs = [flight(0, "A", "B", 0, booking="K1"), flight(1, "B", "A", 3, booking="K1"), flight(2, "A", "B", 9)]
    (finding,) = found(legs)
    assert {slot.name: slot.value for slot in finding.slots}["at_most"] == "2"


def test_two_arrivals_alone_are_two_visits_because_the_person_came_from_elsewhere():
    (finding,) = found([flight(0, "A", "B", 0), flight(1, "A", "B", 9)])
    assert finding.strength == 2


def test_an_arrival_and_a_later_departure_are_one_visit():
    assert found([flight(0, "A", "B", 0), flight(1, "B", "A", 60)]) == []


def test_a_same_day_return_is_one_visit():
    legs = [flight(0, "A", "B", 0), flight(1, "B", "A", 0), flight(2, "A", "B", 5), flight(3, "B", "A", 5)]
    assert {finding.key[1]: finding.strength for finding in found(legs)}["b"] == 2


def test_a_day_away_in_the_middle_of_a_stay_does_not_make_three_visits_of_two():
    legs = [flight(9, "A", "C", -5), flight(0, "A", "B", 0), flight(1, "B", "C", 4), flight(2, "C", "B", 4)]
    assert {finding.key[1]: finding.strength for finding in found([*legs, flight(3, "B", "A", 8)])}["b"] == 2


def test_stays_silent_on_a_cancelled_booking():
    cancelled = flight(5, "A", "B", 30, modality="booked", polarity="negated", status="cancelled")
    assert found([flight(0, "A", "B", 0), flight(1, "B", "A", 3), cancelled]) == []


def test_stays_silent_on_a_journey_that_was_only_booked():
    assert found([flight(0, "A", "B", 0), flight(1, "A", "B", 30, modality="booked")]) == []


def test_stays_silent_on_the_trade_show_everyone_flew_to_once():
    assert found(trips(0)) == []


def test_stays_silent_on_a_namesake_whom_only_passenger_records_name():
    assert found(trips(0, 30), naming=()) == []
    assert found(trips(0, 30), naming=[named(record_type="passenger_record")]) == []
    assert len(found(trips(0, 30), naming=(), of="all")) == 1


def test_stays_silent_on_the_home_of_the_traveller():
    assert [finding.key[1] for finding in found(trips(0, 30, 60))] == ["veligrad"]


def test_stays_silent_on_a_change_of_planes():
    legs = []
    for day in (0, 30, 60):
        legs += [flight(len(legs), "A", "T", day, booking=f"K{day}")]
        legs += [flight(len(legs), "T", "B", day, booking=f"K{day}")]
    (finding,) = found(legs)
    assert finding.key[1] == "b"


def test_a_cancelled_journey_and_a_passage_stand_against():
    cancelled = flight(5, "Ostrava", "Veligrad", 60, modality="booked", polarity="negated", status="no_show")
    (finding,) = found([*trips(0, 30), cancelled])
    assert finding.against == (Leaf("claim", "c-05"),)
    assert any("stand against" in limit for limit in finding.limits)


def test_a_contradiction_between_two_records_is_shown():
    cancelled = flight(5, "Ostrava", "Veligrad", 30, modality="booked", polarity="negated", status="no_show")
    (finding,) = found([*trips(0, 30), cancelled])
    assert any(limit.startswith("Contradiction: 1 journey") for limit in finding.limits)


def test_planned_visits_are_matched_and_support_nothing():
    def plan(number, day):
        when = (DAY_ONE + timedelta(days=day)).isoformat()
        return Fact(f"c-{number}", "Lin", "visits", "Veligrad", "a-1", "e-lin", modality="planned", valid_from=when)

    (finding,) = found(trips(0, 30), plans=[plan(80, 35), plan(81, 200)])
    assert finding.sentence.endswith("1 of 2 planned visits lie within 10 days of a recorded stay.")
    assert all(Leaf("claim", "c-80") not in support for support in finding.supports)


def test_the_airport_code_is_the_place_where_there_is_one():
    legs = [flight(0, "A", "Veligrad", 0, to_code="VLG"), flight(1, "A", "Велиград", 9, to_code="VLG")]
    (finding,) = found(legs)
    assert finding.key[1] == "VLG"
    assert "(VLG)" in finding.sentence


def test_a_name_alone_is_called_a_name():
    evidence = Evidence(trips(0, 30), (named(),), (), (), (Party("e-lin", "Lin Qiao", "person", "I1"),))
    (finding,) = conclude(evidence, Options())
    assert "a person with the name Lin Qiao" in finding.sentence
    assert any("namesake" in limit for limit in finding.limits)


def test_each_support_joins_the_names_of_its_records():
    legs = [flight(0, "A", "B", 0, anchor="a-1"), flight(1, "A", "B", 9, anchor="a-2")]
    links = joined("e-lin", ["a-1", "a-2"])
    (finding,) = found(legs, links=links)
    assert finding.supports == (
        tuple(
            sorted(
                [
                    Leaf("claim", "c-00"),
                    Leaf("claim", "c-01"),
                    Leaf("claim", "c-90"),
                    *(Leaf("judgement", link.id) for link in links),
                ]
            )
        ),
    )


def test_without_a_day_a_journey_is_not_counted_and_that_is_said():
    legs = [
        *trips(0, 30),
        Fact("c-70", "Lin", "travels_to", "Veligrad", "a-1", "e-lin", modality="boarded", valid_from="2024-05"),
    ]
    (finding,) = found(legs)
    assert finding.strength == 2
    assert any("without a day" in limit for limit in finding.limits)


def test_no_forbidden_words():
    cancelled = flight(5, "Ostrava", "Veligrad", 30, modality="booked", polarity="negated")
    (finding,) = found([*trips(0, 30), cancelled])
    assert not any(FORBIDDEN.search(text) for text in (finding.sentence, *finding.limits))


def fewest_by_trying_all_orders(legs, place):
    """Count visits for every order of the legs of each day; a visit ends where an absence is shown."""
    days = sorted({leg.day for leg in legs})
    orders = [list(permutations([leg for leg in legs if leg.day == day])) for day in days]
    best = None
    for chosen in product(*orders):
        visits, open_visit = 0, False
        for leg in (leg for day in chosen for leg in day):
            if leg.place == place:
                visits, open_visit = visits + 1, True
            elif leg.origin == place:
                visits, open_visit = visits + (not open_visit), False
        best = visits if best is None else min(best, visits)
    return best or 0


@pytest.mark.parametrize("days", [(0, 0, 0), (0, 0, 1), (0, 1, 1), (0, 1, 2), (0, 0, 1, 1), (0, 1, 1, 2)])
def test_the_count_never_exceeds_the_worst_order_of_a_day_and_equals_it_on_small_cases(days):
    for ways in product([("a", "b"), ("b", "a"), ("a", "c")], repeat=len(days)):
        legs = [
            Leg(f"c-{i}", "e", "a", origin, place, DAY_ONE + timedelta(days=day))
            for i, ((origin, place), day) in enumerate(zip(ways, days, strict=True))
        ]
        assert stay_at("b", legs).fewest() <= fewest_by_trying_all_orders(legs, "b")
        if len(set(days)) == len(days):
            assert stay_at("b", legs).fewest() == fewest_by_trying_all_orders(legs, "b")


def test_the_count_never_exceeds_the_truth_for_500_simulated_people():
    rng = random.Random(7)
    for _ in range(500):
        legs, visits, here, day = [], {}, "home", 0
        for number in range(rng.randint(2, 16)):
            there = rng.choice([place for place in ("home", "B", "C", "T") if place != here])
            visits[there] = visits.get(there, 0) + 1
            if rng.random() < 0.7:
                legs.append(flight(number, here, there, day))
            here, day = there, day + rng.choice([0, 0, 1, 2, 9])
        for finding in found(legs, of="all"):
            # The first stay at home began before the records.
            assert finding.strength <= visits.get(finding.key[1].capitalize(), visits.get(finding.key[1], 0)) + (
                finding.key[1] == "home"
            )


PLACES = st.sampled_from(["A", "B", "C"])


@st.composite
def evidences(draw):
    legs = []
    for number in range(draw(st.integers(2, 8))):
        origin = draw(PLACES)
        place = draw(PLACES.filter(lambda place, origin=origin: place != origin))
        boarded = draw(st.integers(0, 5)) > 0
        legs.append(
            flight(
                number,
                origin,
                place,
                draw(st.integers(0, 6)),
                anchor=draw(st.sampled_from(["a-1", "a-2", "a-3"])),
                booking=draw(st.sampled_from(["", "", "K1"])),
                modality="boarded" if boarded else "booked",
                polarity="affirmed" if boarded else "negated",
            )
        )
    naming = tuple(named(90 + i, anchor=draw(st.sampled_from(["a-1", "a-2"]))) for i in range(draw(st.integers(1, 2))))
    links = joined("e-lin", ["a-1", "a-2", "a-3"])
    if draw(st.booleans()):
        links += joined("e-lin", ["a-1", "a-2"], by="passport:1")
    return Evidence(tuple(legs), naming, (), (), PARTIES, links)


def test_a_passage_held_together_by_a_judgement_leaves_the_supports_open():
    through = [flight(0, "B", "C", 1, booking="K1", anchor="a-3"), flight(1, "A", "B", 1, booking="K1")]
    legs = [*through, flight(2, "A", "B", 0), flight(4, "A", "B", 0), flight(5, "A", "B", 1)]
    evidence = Evidence(tuple(legs), (named(),), (), (), PARTIES, joined("e-lin", ["a-1", "a-3"]))
    off = {Leaf("judgement", "j-e-lin-a-3-name:same"), Leaf("claim", "c-05"), Leaf("claim", "c-02")}
    (finding,) = check_law(conclude, evidence, Options(), off)
    assert not finding.supports_complete


@settings(max_examples=300)
@given(evidences(), st.data(), st.sampled_from(["named", "all"]))
def test_switching_leaves_off_equals_concluding_anew(evidence, data, of):
    off = data.draw(st.sets(st.sampled_from(leaves_of(evidence)), max_size=6))
    check_law(conclude, evidence, Options(2, of, 200), off)


@settings(max_examples=100)
@given(evidences(), st.data())
def test_a_cut_short_list_of_supports_is_still_sound(evidence, data):
    off = data.draw(st.sets(st.sampled_from(leaves_of(evidence)), max_size=6))
    check_law(conclude, evidence, Options(2, "named", 1), off)
