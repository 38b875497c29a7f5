"""What letters, mails and short notes say, and by whom, beside the line that looks alike. Persons and firms are invented."""

import pytest

from clew.extract.document import Document
from clew.extract.prose import en
from clew.model.claim import Claim
from clew.model.source import Page

KINDS = {"says", "responds", "accuses"}


def read(text: str) -> tuple[Claim, ...]:
    page = Page(1, text)
    return en.extract(Document("s-x", "text/plain", (page,)), page, record_type="mail").claims


def told(text: str) -> set[tuple[tuple[str, ...], str]]:
    return {(one.holders, one.object) for one in read(text) if one.predicate in KINDS and one.holders}


@pytest.mark.parametrize(
    ("text", "who", "held"),
    [
        ("Oleg wrote back: the ship sailed.", "Oleg", "the ship sailed"),
        ("Got a text from Lena: crates are in Reval.", "Lena", "crates are in Reval"),
        ("Word from the yard is the pump was delivered.", "the yard", "the pump was delivered"),
        ("Oleg's adamant we never paid.", "Oleg", "we never paid"),
        ("Lena's of the view that it sank.", "Lena", "it sank"),
        ("The lawyers are calm, they say it will blow over.", "The lawyers", "it will blow over"),
    ],
)
def test_a_note_says(text, who, held):
    assert ((who,), held) in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Letter from Lena: 3 May.",
        "Oleg's confident plan that we made failed.",
        "Please be advised that the account was closed.",
        "You are hereby notified that the lease has ended.",
        "This is to certify that Mr Drey worked here until 2021.",
        "Subject: the crates are in Reval.",
    ],
)
def test_a_heading_and_the_writers_own_notice_have_no_other_holder(text):
    assert told(text) == set()


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Talked to Oleg. Says the ship is late.", {"Oleg"}),
        ("Talked to Oleg and Lena. Says the ship is late.", set()),
        ("The tide is high. Says the ship is late.", set()),
    ],
)
def test_a_dropped_subject_is_the_one_person_before_as_a_suggestion(text, who):
    said = [one for one in read(text) if one.predicate == "says" and one.holders]
    assert {holder for one in said for holder in one.holders} == who
    assert all(dict(one.qualifiers)["coreference"] == "suggested" for one in said)
