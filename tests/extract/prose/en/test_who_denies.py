"""Denials in other words, second cues, quoted speakers, bases of a belief; beside each what looks alike and is none. All invented."""

import pytest

from clew.extract.document import Document
from clew.extract.prose import en
from clew.model.claim import Claim
from clew.model.source import Page


def read(text: str) -> tuple[Claim, ...]:
    page = Page(1, text)
    return en.extract(Document("s-x", "text/plain", (page,)), page, record_type="news").claims


def held(text: str) -> set[tuple[tuple[str, ...], str, str]]:
    return {(one.holders, one.stance, one.object) for one in read(text) if one.predicate in {"says", "responds"}}


@pytest.mark.parametrize(
    ("text", "denier", "denied"),
    [
        (
            "The bank maintains that it followed every rule, a claim that two of its officers contest.",
            "two of its officers",
            "a claim",
        ),
        ("The ministry waved aside the allegations.", "The ministry", "the allegations"),
        ("Halvin slammed the report as a smear.", "Halvin", "the report"),
        ("Halvin described the allegations as absurd.", "Halvin", "the allegations"),
    ],
)
def test_a_claim_is_denied_without_a_plain_denial(text, denier, denied):
    assert any(
        holders == (denier,) and stance == "party_denies" and what.startswith(denied)
        for holders, stance, what in held(text)
    )


@pytest.mark.parametrize(
    "text",
    [
        "The bank maintains that it followed every rule, a claim that two of its officers support.",
        "The guard waved aside the driver.",
        "Halvin slammed the door as he left.",
        "Halvin described the allegations as credible.",
        "Halvin called the claims credible.",
        "The ministry did not wave aside the allegations.",
    ],
)
def test_what_looks_like_such_a_denial_is_none(text):
    assert "party_denies" not in {stance for _, stance, _ in held(text)}


def test_what_is_claimed_ends_where_the_denial_of_it_begins():
    claims = held("The bank maintains that it followed every rule, a claim that two of its officers contest.")
    assert (("The bank",), "party_says", "it followed every rule") in claims


def test_a_second_cue_in_the_tense_of_the_first_is_the_same_speakers():
    claims = held(
        "Okonjo has acknowledged that his ships called at Port Amsel but has maintained that their cargo was grain."
    )
    assert claims == {
        (("Okonjo",), "party_says", "his ships called at Port Amsel"),
        (("Okonjo",), "party_says", "their cargo was grain"),
    }
    joined = held("Okonjo said that the agent paid in cash and claimed that the receipt was lost.")
    assert (("Okonjo",), "party_says", "the receipt was lost") not in joined  # either may have claimed it


def test_who_is_quoted_as_saying_speaks_through_who_quotes():
    claims = held("The agency quoted a source in the ministry as saying that the minister had not been informed.")
    assert {holders for holders, _, _ in claims} == {("The agency", "a source in the ministry")}
    passive = held("Marek Dolan was quoted as saying that the pumps were old.")
    assert {holders for holders, _, _ in passive} == {("Marek Dolan",)}


def test_who_is_asked_does_not_say_what_the_question_was_about():
    assert held('Asked whether the firm had been paid, Dolan replied: "Not a cent."') == {
        (("Dolan",), "party_says", "Not a cent")
    }


def test_three_with_their_articles_are_three_speakers_and_an_apposition_is_one():
    three = held('The mayor, the police chief and a priest all vouched for Halvin, saying he was "an honest man".')
    assert len({holders for holders, _, _ in three}) == 3
    one = held("Marek Dolan, an engineer and a trader, said the pumps were old.")
    assert {holders for holders, _, _ in one} == {("Marek Dolan",)}


def test_a_name_behind_the_firm_he_speaks_for_is_the_speaker():
    claims = held("A lawyer for Heller, Petra Sloan, said her client had no role in any such payment.")
    assert {holders for holders, _, _ in claims} == {("Petra Sloan",)}
    plain = held("A lawyer for Petra Sloan said her client had no role in any such payment.")
    assert {holders for holders, _, _ in plain} == {("A lawyer for Petra Sloan",)}


def test_what_is_said_and_what_is_not_known_are_told_apart():
    stances = {
        stance
        for _, stance, _ in held("The owner says it chartered the ship to Lotus and knew nothing about the cargo.")
    }
    assert stances == {"party_says", "party_unaware"}
    assert {stance for _, stance, _ in held("The owner says it knew the cargo and chartered the ship.")} == {
        "party_says"
    }


def test_a_transcript_names_who_speaks_in_capitals_and_an_alert_speaks_for_nobody():
    assert (("SENATOR LUND",), "party_says", "We never shipped any pumps") in held(
        "SENATOR LUND: We never shipped any pumps."
    )
    assert not held("BREAKING: The plant is closed.")


def test_a_figure_put_on_a_thing_is_said_and_a_thing_put_somewhere_is_not():
    assert (("The regulator",), "official_assesses", "the losses at 40 million") in held(
        "The regulator put the losses at 40 million."
    )
    assert not held("The regulator put the crates at the door.")


def test_an_answer_still_out_is_none_and_a_payment_still_out_is_no_answer():
    (claim,) = (one for one in read("The firm has yet to respond to questions.") if one.predicate == "responds")
    assert (claim.subject, claim.stance) == ("The firm", "no_response")
    assert not [one for one in read("The firm has yet to pay for the pumps.") if one.predicate == "responds"]
    (closed,) = (
        one for one in read("The company did not make anyone available for interview.") if one.predicate == "responds"
    )
    assert closed.stance == "no_response"
    assert not [one for one in read("The company did not make the parts available.") if one.predicate == "responds"]


def test_what_a_belief_rests_on_is_told_and_held_by_who_tells_it():
    (told,) = (
        one
        for one in read("The assessment is based on hotel records, two officials said.")
        if one.predicate == "rests_on"
    )
    assert (told.subject, told.object, told.holders, told.stance) == (
        "The assessment",
        "hotel records",
        ("two officials",),
        "official_assesses",
    )
    (own,) = (one for one in read("Their conclusion rests on intercepted messages.") if one.predicate == "rests_on")
    assert (own.subject, own.object) == ("Their conclusion", "intercepted messages")
    assert not [
        one
        for one in read("The house rests on piles, and the firm is based on an island.")
        if one.predicate == "rests_on"
    ]


def test_a_party_that_makes_something_clear_says_it_and_papers_that_do_are_no_party():
    assert (("The Board",), "party_says", "Dolan left the company in March") in held(
        "The Board wishes to make clear that Dolan left the company in March."
    )
    assert not held("It makes clear that Dolan left the company in March.")


def test_what_cannot_be_ruled_out_is_held_in_whole_and_nothing_inside_it_is():
    for sentence in (
        "The ministry could not rule out that Vessen Trade had shipped the pumps to Orvel Works.",
        "The ministry has not ruled out that Vessen Trade shipped the pumps to Orvel Works.",
    ):
        (claim,) = read(sentence)
        assert claim.polarity == "affirmed"
        assert "rule" in claim.object
    ruled_out = read("The ministry ruled out that Vessen Trade had shipped the pumps to Orvel Works.")
    assert {claim.polarity for claim in ruled_out} == {"negated"}
    ruled = read("The court ruled that Vessen Trade had shipped the pumps to Orvel Works.")
    assert {(claim.predicate, claim.polarity) for claim in ruled} == {("says", "affirmed"), ("shipped", "affirmed")}
