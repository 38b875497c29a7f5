"""What holds an entity together, on a small case of invented names."""

import pytest

import clew
from clew.report.held import holds_of
from clew.report.show import show

NOTE = "Passenger,Carrier,Flight,Date,From,To,Booking,Status\n{name},ZZ,ZZ{n},2024-03-0{n},Hangzhou (HGH),Perm (PEE),B{n},FLOWN\n"


@pytest.fixture
def named(case, tmp_path):
    """Return a function that runs the case on documents with one passenger each."""

    def run(*names):
        folder = tmp_path / "evidence"
        folder.mkdir(exist_ok=True)
        for n, name in enumerate(names, 1):
            (folder / f"{n}.csv").write_text(NOTE.format(name=name, n=n), encoding="utf-8")
        clew.run(case, [folder], library=False)
        return case

    return run


def people(case):
    return {row["name"]: row["id"] for row in clew.entities(case) if row["kind"] == "person"}


def test_one_name_in_one_document_is_held_by_nothing(named):
    case = named("ORLOVA/LENA MS")
    assert holds_of(case, people(case)["ORLOVA/LENA"]) == ()


def test_an_equal_name_is_told_as_one_hold_that_joins_alone(named):
    case = named("ORLOVA/LENA MS", "ORLOVA/LENA MS")
    (hold,) = holds_of(case, people(case)["ORLOVA/LENA"])
    assert hold.says == "2 names in documents share the name 'lena orlova' (I1, by name only)."
    assert len(hold.parts) == 2


def test_the_judgement_an_entity_falls_apart_without_is_told_with_its_pieces(named):
    case = named("ORLOVA/LENA MS", "ORLOVA/L MS")
    ids = people(case)
    made = clew.judge(case, ids["ORLOVA/LENA"], ids["ORLOVA/L"], "same", why="same desk")
    clew.run(case, library=False)
    (id_,) = people(case).values()
    (hold,) = holds_of(case, id_)
    assert hold.ids == (made.id,)
    assert hold.parts == (("ORLOVA/L",), ("ORLOVA/LENA",))
    assert any("initials fit" in words for words in hold.because)


def test_a_judgement_made_twice_over_is_no_single_point(named):
    case = named("ORLOVA/LENA MS", "ORLOVA/L MS", "ORLOVA/LEN MS")
    ids = list(people(case).values())
    for left, right in ((0, 1), (1, 2), (0, 2)):
        clew.judge(case, ids[left], ids[right], "same", why="same desk")
    clew.run(case, library=False)
    (id_,) = people(case).values()
    assert [hold.parts for hold in holds_of(case, id_)] == [(), (), ()]


def test_a_withdrawn_judgement_opens_the_pair_again_whatever_the_names(named):
    case = named("ORLOVA/LENA MS", "ZAITSEV/IURII MR")
    ids = list(people(case).values())
    made = clew.judge(case, *ids, "same", why="one passport copy")
    clew.run(case, library=False)
    assert list(clew.candidates(case)) == []
    clew.undo(case, made.id)
    clew.run(case, library=False)
    (candidate,) = clew.candidates(case)
    assert "judged them the same" in candidate["because"][0]
    assert "withdrawn by" in candidate["because"][0]
    clew.judge(case, *ids, "different", why="two people after all")
    clew.run(case, library=False)
    assert list(clew.candidates(case)) == []


def test_reasons_stay_as_they_were_when_it_was_judged(named):
    case = named("ORLOVA/LENA MS", "ORLOVA/L MS")
    made = clew.judge(case, *people(case).values(), "same", why="same desk")
    before = show(case, made.id).record["reasons"]
    named("ORLOVA/LENA MS", "ORLOVA/L MS", "ORLOV/LEV MR")
    assert show(case, made.id).record["reasons"] == before
    assert before["because"]


def test_what_spoke_against_is_kept_as_well(named):
    case = named("张伟明", "ZHANG/WEIMING MR")
    made = clew.judge(case, *people(case).values(), "same", why="same passport copy")
    assert "many names share one pinyin" in show(case, made.id).record["reasons"]["against"]
