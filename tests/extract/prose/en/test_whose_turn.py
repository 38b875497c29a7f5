"""Labels that say who speaks, beside lines that only look alike. Persons and firms are invented."""

import pytest

from clew.extract.document import Document
from clew.extract.prose import en
from clew.model.claim import Claim
from clew.model.source import Page


def read(text: str, record_type: str = "news") -> tuple[Claim, ...]:
    page = Page(1, text)
    return en.extract(Document("s-x", "text/plain", (page,)), page, record_type=record_type).claims


def told(text: str) -> set[tuple[tuple[str, ...], str]]:
    return {(one.holders, one.object) for one in read(text) if one.predicate == "says"}


@pytest.mark.parametrize(
    ("text", "who", "held"),
    [
        ("Interviewee 9 (male, 40): “The trucks came at night.”", "Interviewee 9", "The trucks came at night"),
        ("Interviewer: Who paid?\nRespondent 7: The foreman paid us.", "Respondent 7", "The foreman paid us"),
        ("Dr Hald: The weld failed.\nProf Aho: The casting failed.", "Prof Aho", "The casting failed"),
        ("SPEAKER 1: The plant was shut in May.", "SPEAKER 1", "The plant was shut in May"),
        ("[10:32] Oleg: the ship left at noon\n[10:33] Anna: we saw it leave", "Oleg", "the ship left at noon"),
        ("THE WITNESS: I never saw the paper.", "THE WITNESS", "I never saw the paper"),
    ],
)
def test_a_label_says_who_speaks(text, who, held):
    assert ((who,), held) in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Vessel: Aurora\nMaster: J. Odum\nCargo: pumps sold by Veltra",
        "Terms: payment was due in May.",
        "Summary: the plant was shut in May.\nBackground: it was built in 1950.",
    ],
)
def test_a_form_and_a_heading_are_nobodys_turn(text):
    assert told(text) == set()


def test_what_is_told_in_a_turn_is_not_the_papers_own_word():
    paid = list(read("Interviewer: Who paid?\nRespondent 7: The foreman paid us in cash."))
    assert "paid" in {one.predicate for one in paid}
    assert {one.holders for one in paid} == {("Respondent 7",)}


@pytest.mark.parametrize(
    ("text", "who", "stance"),
    [
        ("THE WITNESS: I think the crane failed.", ("THE WITNESS",), "party_says"),
        ("A: I think the crane failed.", ("I",), "party_says"),
        ("COL. BRENNT: We think the crane failed.", ("We",), "official_assesses"),
    ],
)
def test_i_is_whom_the_label_names_and_we_stays_we(text, who, stance):
    assert {(one.holders, one.stance) for one in read(text) if one.predicate == "says"} == {(who, stance)}


@pytest.mark.parametrize(("answer", "silent"), [("No comment.", True), ("No. That was in May.", False)])
def test_no_comment_is_no_answer_of_whose_turn_it_is(answer, silent):
    found = read(f"DETECTIVE: Where were you on the day of the fire?\nMS DREY: {answer} Is that all you have to ask?")
    assert ("MS DREY" in {one.subject for one in found if one.stance == "no_response"}) == silent


def test_what_somebody_does_not_remember_doing_is_not_held():
    assert told("Lena said she did not remember signing.") == {(("Lena",), "she did not remember signing")}
    assert (("Lena",), "Idris signing it") in told("Lena remembers Idris signing it.")
