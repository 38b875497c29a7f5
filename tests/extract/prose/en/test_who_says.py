"""Every rule of who says what, beside the sentence that looks alike and is none. Persons and firms are invented."""

import pytest

from clew.extract.document import Document
from clew.extract.prose import en
from clew.model.claim import Claim
from clew.model.source import Page


def read(text: str, record_type: str = "news") -> tuple[Claim, ...]:
    page = Page(1, text)
    return en.extract(Document("s-x", "text/plain", (page,)), page, record_type=record_type).claims


def said(text: str, record_type: str = "news") -> set[tuple[tuple[str, ...], str, str]]:
    kinds = {"says", "responds", "accuses"}
    return {(one.holders, one.stance, one.object) for one in read(text, record_type) if one.predicate in kinds}


def replies(text: str) -> set[tuple[str, str | None]]:
    return {(one.subject, one.qualifier("reply")) for one in read(text) if one.predicate == "responds"}


@pytest.mark.parametrize(
    ("text", "holders"),
    [
        ("In the opinion of our experts the damage occurred before loading.", ("our experts",)),
        ("Per Anna, the meeting is moved to Thursday.", ("Anna",)),
        ("Our auditor is of the view that the transfer was a loan.", ("Our auditor",)),
        ("Idris is worried that the inspectors will ask about the second crate.", ("Idris",)),
        ("The suspicion among European officials is that the trips were a gift.", ("European officials",)),
        ("Possibly, said Feldt.", ("Feldt",)),
        (
            "One former captain laughed at the idea: “Nothing gets on board that the owner has not seen.”",
            ("One former captain",),
        ),
        ("Mr Heller has asked me to tell you that he no longer works there.", ("Heller",)),
        ("Ruth heard from the port that the ship is late again.", ("Ruth", "the port")),
        ("According to the forwarder the truck left on the 5th of May.", ("the forwarder",)),
    ],
)
def test_a_speaker_is_found_without_a_plain_verb_of_saying(text, holders):
    assert holders in {one for one, _, _ in said(text)}


@pytest.mark.parametrize(
    "text",
    [
        "The work went according to plan.",
        "In the end the damage was small.",
        "The company promised to pay and hopes to visit the plant.",
        "The association expects its members to obey the law.",
        "The papers do not say who received the goods.",
        "Your letter says nothing about the price.",
        "Did you see what the Courier wrote about us?",
        "In response to questions, the firm states the following.",
        "State media did not mention the raid.",
        "Please confirm receipt of the pumps.",
    ],
)
def test_words_of_saying_that_hold_nothing_are_no_statement(text):
    assert not said(text)


def test_joint_contents_are_two_and_a_joint_object_is_one():
    two = said("Brandt said the firm was closed and that nobody had been paid.")
    assert {words for _, _, words in two} == {"the firm was closed", "nobody had been paid"}
    assert len(said("Brandt said the firm sold pumps and valves.")) == 1


def test_a_quotation_has_the_speaker_that_is_named_after_it():
    text = "“The letters are genuine. They were written here,” one official said. The mayor said the weather was fine."
    found = said(text)
    assert (("one official",), "official_assesses", "The letters are genuine") in found
    assert (("The mayor",), "party_says", "the weather was fine") in found


def test_a_statement_says_in_which_form_it_is_given():
    forms = {
        claim.qualifier("form")
        for text in ("Dolan said he sold pumps.", "Dolan said he “sold pumps”.", "“I sold pumps,” Dolan said.")
        for claim in read(text)
        if claim.predicate == "says"
    }
    assert forms == {"direct", "partly", "indirect"}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Orvel Instruments did not respond to questions.", "did_not_respond"),
        ("Orvel Instruments declined to comment.", "declined"),
        ("Orvel Instruments said it does not comment on customers.", "declined"),
        ("The ministry neither confirmed nor denied the report.", "declined"),
        ("Whether anything was delivered, Dolan would not say.", "declined"),
        ("Marek Dolan could not be reached for comment.", "could_not_be_reached"),
        ("The ministry said it was unaware of the visits.", "unaware"),
        ("The ministry said its country knew nothing of the visits.", "unaware"),
        ("Orvel Instruments denied the report.", "denies"),
    ],
)
def test_replies_are_told_apart_by_their_kind(text, kind):
    assert {one for _, one in replies(text)} == {kind}


@pytest.mark.parametrize(
    "text",
    [
        "The summit could not be reached by car.",
        "The factory did not respond to the tender.",
        "The workers did not return from the journey.",
        "Dolan said the plant manager was unaware of the visits.",
    ],
)
def test_silence_about_something_else_is_no_reply(text):
    assert not replies(text)


def test_an_accusation_names_the_accused_and_a_suspicion_of_nobody_is_none():
    (claim,) = (
        one
        for one in read("Prosecutors accused Hexgate Logistics of hiding the invoices.")
        if one.predicate == "accuses"
    )
    assert (claim.subject, claim.object, claim.qualifier("of")) == (
        "Prosecutors",
        "Hexgate Logistics",
        "hiding the invoices",
    )
    assert not [one for one in read("Prosecutors opened the door.") if one.predicate == "accuses"]


def test_what_stands_under_a_condition_is_said_to():
    claims = read("If the sale is completed, Tianlu Optics will own 60 percent of Norvel, the company said.")
    assert {claim.modality for claim in claims if claim.predicate == "owns"} == {"conditional"}
    plain = read("Tianlu Optics owns 60 percent of Norvel even if it is late.")
    assert {claim.modality for claim in plain if claim.predicate == "owns"} == {"held"}


def test_a_letters_own_words_are_said_by_its_writer_and_leave_no_relation():
    claims = read("We deny that Wen Hailin works for Orvel Instruments.", "letter")
    assert [(one.predicate, one.stance, one.holders) for one in claims] == [("responds", "party_denies", ("We",))]


@pytest.mark.parametrize("cue", ["show", "say", "report", "believe", "claim"])
def test_a_cue_the_parser_may_take_for_a_noun_is_never_the_authors_voice(cue):
    for claim in read(f"Officials {cue} Igor Lapshin, a technician at Norvel Trading, travelled to Tarnsk."):
        assert claim.holders or claim.stance == "unknown"
