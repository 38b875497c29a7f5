"""Each way of saying, beside the sentence that looks alike and says nothing, or says it as another. Persons and firms are invented."""

import pytest

from clew.extract.document import Document
from clew.extract.prose import en
from clew.model.claim import Claim
from clew.model.source import Page


def read(text: str, record_type: str = "news") -> tuple[Claim, ...]:
    page = Page(1, text)
    return en.extract(Document("s-x", "text/plain", (page,)), page, record_type=record_type).claims


def told(text: str, record_type: str = "news") -> set[tuple[tuple[str, ...], str]]:
    """Return holders and words of what is said and placed; of a non-response the party that gave none."""
    kinds = {"says", "responds", "accuses"}
    found = [one for one in read(text, record_type) if one.predicate in kinds]
    return {((*one.holders, one.subject) if one.stance == "no_response" else one.holders, words(one)) for one in found}


def words(one: Claim) -> str:
    return next((quote.text for quote in one.quotes if quote.role == "content"), one.object)


def stance(text: str) -> set[str]:
    return {one.stance for one in read(text) if one.predicate in {"says", "responds"}}


@pytest.mark.parametrize(
    ("text", "holders", "held"),
    [
        (
            "Norbay submits that the claim is late; the Claimant contends that time began in 2021.",
            ("Norbay",),
            "the claim is late",
        ),
        (
            "Norbay submits that the claim is late; the Claimant contends that time began in 2021.",
            ("the Claimant",),
            "time began in 2021",
        ),
        (
            "TALVIK, March 3 - Two officials said the tanker had turned back.",
            ("Two officials",),
            "the tanker had turned back",
        ),
        (
            "Both sides reaffirmed their view that the strait must stay open.",
            ("Both sides",),
            "the strait must stay open",
        ),
        (
            "The agent's line is that the vessel was arrested by mistake.",
            ("The agent",),
            "the vessel was arrested by mistake",
        ),
        (
            "I spoke to legal. Their view: we are fine as long as it is on file.",
            ("Their",),
            "we are fine as long as it is on file",
        ),
        ("What the officers think is that the crew had foreign help.", ("the officers",), "the crew had foreign help"),
        (
            "Economists polled by the Ledger forecast that exports will fall.",
            ("Economists polled by the Ledger",),
            "exports will fall",
        ),
        (
            "“He is broke, end of story,” laughed one former partner.",
            ("one former partner",),
            "He is broke, end of story",
        ),
        ("“Not true,” tweeted the mayor.", ("the mayor",), "Not true"),
        (
            "Sources in the chain tell Turbine Monthly the order is booked.",
            ("Turbine Monthly", "Sources in the chain"),
            "the order is booked",
        ),
        ("The firm said it would appeal, adding that its evidence was ignored.", ("The firm",), "it would appeal"),
        (
            "The firm said it would appeal, adding that its evidence was ignored.",
            ("The firm",),
            "its evidence was ignored",
        ),
        (
            "A colleague remembers Idris bringing cash to the office.",
            ("A colleague",),
            "Idris bringing cash to the office",
        ),
        (
            "Former crew described being held in containers for days.",
            ("Former crew",),
            "being held in containers for days",
        ),
        ("Washington accuses Norland of arming the rebels, which Norland denies.", ("Norland",), "arming the rebels"),
        (
            "Elders put the toll at 60, whereas the command speaks of 11 fighters killed.",
            ("the command",),
            "11 fighters killed",
        ),
        (
            "The carrier attributes the delay to a shortage of pilots.",
            ("The carrier",),
            "the delay to a shortage of pilots",
        ),
        ("Senn was quoted by the Herald as saying that gas would flow.", ("the Herald", "Senn"), "gas would flow"),
        ("It burned, its governor, Ruslan Tarev, wrote on Telegram.", ("Ruslan Tarev",), "It burned"),
        (
            "Of 31 containers 12 were empty, the inspectors' report states.",
            ("the inspectors' report",),
            "12 were empty",
        ),
        ("The Embassy has the honour to state that no flight took place.", ("The Embassy",), "no flight took place"),
        ("The minister would have us believe that nothing happened.", ("The minister",), "nothing happened"),
        ("Under questioning Lenz accepted that the signature was his.", ("Lenz",), "the signature was his"),
        ("The survivor's account differs: according to Amin, the boat was rammed.", ("Amin",), "the boat was rammed"),
        (
            "Residents interviewed for this report consistently said that men came.",
            ("Residents interviewed for this report",),
            "men came",
        ),
        ("We note your contention that the goods were bad.", ("your",), "the goods were bad"),
        ("The figures are wrong, its counsel wrote in an email.", ("its counsel",), "The figures are wrong"),
        ("Police probe death of trader; widow says he was pushed.", ("widow",), "he was pushed"),
        (
            "A former accountant testified to having backdated the invoices.",
            ("A former accountant",),
            "having backdated the invoices",
        ),
        (
            "The undersigned declares that the goods originate in Norland.",
            ("The undersigned",),
            "the goods originate in Norland",
        ),
        ("Haldane has let it be known that it is no longer interested.", ("Haldane",), "it is no longer interested"),
        (
            "The deal may fall apart, according to people close to the talks, who cautioned that it could fail.",
            ("people close to the talks",),
            "it could fail",
        ),
        ("My understanding from Emre was that the pumps were paid for.", ("Emre",), "the pumps were paid for"),
        (
            "The defendants concede the log was incomplete but deny giving any such order.",
            ("The defendants",),
            "giving any such order",
        ),
        ("The clerk said he was late, blaming the price of cocoa.", ("The clerk",), "the price of cocoa"),
        (
            "Lawmakers from the opposition Unity bloc accuse Aark of steering contracts to a cousin.",
            ("Lawmakers from the opposition Unity bloc",),
            "steering contracts to a cousin",
        ),
        (
            "Ministry of Defence of Osk: two drones were intercepted over Karsk.",
            ("Ministry of Defence of Osk",),
            "two drones were intercepted over Karsk",
        ),
        ("The rumour mill aside, the mayor says the yard was sold.", ("the mayor",), "the yard was sold"),
        ("My old boss used to say that a contract is only paper.", ("My old boss",), "a contract is only paper"),
        ("The mayor, reached by phone, has promised refunds.", ("The mayor",), "refunds"),
        ("The cargo, per the data sheet, was two pumps.", ("the data sheet",), "two pumps"),
    ],
)
def test_who_says_it_is_found(text, holders, held):
    assert any(each == holders and held in said for each, said in told(text)), told(text)


@pytest.mark.parametrize(
    "text",
    [
        "The ship emerged from the fog near the port.",
        "Dahn instructed the forwarder to describe the gyroscopes as toys.",
        "You will recall that the office was closed in May.",
        "The board had been warned in March.",
        "Per our call the truck leaves at noon.",
        "The association expects its members to obey the law.",
        "I write as the widow of a man who worked at your foundry.",
        "The ministry expressed its deep concern.",
        "One deckhand, whom we call Sami, had locked the radio room.",
        "The firm promised to pay.",
        "The line of trucks was long.",
        "They met men who identify themselves as police.",
        "The crew had been told not to complain.",
        "The director did not dispute the quotation.",
        "PR warned of this.",
        "Pell had pledged the same ship to two banks.",
        "If you believe the minister, you are alone.",
        "The minister commented on the bombings of Friday.",
        "The film told the story of a priest in Karsk.",
        "The certificates were certified by the chamber.",
        "The firm sold two things: a pump and a motor.",
    ],
)
def test_words_that_only_look_like_saying_hold_nothing(text):
    assert not told(text)


def test_a_list_after_semicolons_is_one_sentence():
    text = "The clerk said that the crates held pumps; that the seals were whole; and that nobody had signed."
    assert {holders for holders, _ in told(text)} == {("The clerk",)}


def test_an_inner_speaker_stays_inside_the_outer_ones_words():
    text = "The clerk said that the agent was late and that the captain denied the theft."
    assert ("The clerk", "the captain") in {holders for holders, _ in told(text)}


def test_what_another_says_against_it_is_his_own():
    text = "The hospital said that two patients had died, though a nurse put the toll at five."
    assert {holders for holders, _ in told(text)} == {("The hospital",), ("a nurse",)}


def test_a_title_stays_with_a_name_of_one_word():
    assert ("state news agency Torinfo",) in {
        holders for holders, _ in told("The depot burned, state news agency Torinfo reported.")
    }


@pytest.mark.parametrize(
    ("text", "as_what"),
    [
        ("Police sources said the van was stolen.", "official_assesses"),
        ("Industry sources said the van was stolen.", "reported"),
        ("An army spokesman said the van was stolen.", "official_assesses"),
        ("A company spokesman said the van was stolen.", "party_says"),
        ("Historian Ottilie Brand said the letter was old.", "expert_opines"),
        ("The witness Yara Haddow said the letter was old.", "party_says"),
        ("Diplomatic cables suggest that the deal was agreed in Geneva.", "reported"),
        ("Market chatter suggests a second buyer walked away.", "unknown"),
        ("It emerged in court that Pell had pledged the ship twice.", "unknown"),
        ("Rumour has it that the buyer is a prince.", "unknown"),
        ("The rumour mill says the yard is sold.", "unknown"),
        ("He swears he never got the payment.", "party_says"),
        ("Two detectives arrived. They said the door was open.", "official_assesses"),
    ],
)
def test_the_stance_is_that_of_the_speaker(text, as_what):
    assert stance(text) == {as_what}


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("I wrote to the notary twice and never heard back.", "the notary"),
        ("Still nothing from the forwarder.", "the forwarder"),
        ("The bank has yet to say whether it will pay.", "The bank"),
        ("Neither the airline nor the maker has explained why it was off.", "the airline"),
        ("A spokesman said the book was full, but would not discuss customers.", "A spokesman"),
        ("The ship sailed. The director would not be drawn on prices.", "The director"),
        ("The embassy referred questions to the ministry.", "The embassy"),
        ("The firm will not be making any further statement.", "The firm"),
        ("Ms Lind has not come back to me.", "Ms Lind"),
        ("Repeated calls to the number listed for the company went unanswered.", "the company"),
    ],
)
def test_a_party_that_gives_no_answer(text, party):
    assert party in {one.subject for one in read(text) if one.stance == "no_response"}


@pytest.mark.parametrize(
    "text",
    [
        "The crew never heard the alarm.",
        "There was nothing from the harvest in the barn.",
        "The doctor referred the sailor to a clinic.",
        "The colour has not come back to the cloth.",
        "The door stayed open.",
        "The map has been drawn on paper.",
        "“I think,” he went on, “that the pilots were told to keep quiet.”",
        "Fair Seas has been unable to confirm these accounts.",
    ],
)
def test_what_is_no_answer_withheld(text):
    assert not any(one.stance == "no_response" for one in read(text))


TALK = "MR. OSEI: I never met the man. He was never in our office. My partner says he was in Riga."


def test_a_turn_to_speak_goes_on_over_its_sentences():
    assert {holders for holders, _ in told(TALK)} == {("MR. OSEI",), ("My partner",)}
    (partner,) = (one for one in read(TALK) if one.holders == ("My partner",))
    assert dict(partner.qualifiers)["turn"] == "MR. OSEI"


@pytest.mark.parametrize(
    "text", ["BREAKING: The minister resigned. He left the country.", "Q: Did you sign it? Q: Was it you?"]
)
def test_a_heading_and_a_question_speak_for_nobody(text):
    assert not told(text)


def test_a_pronoun_stays_as_it_stands_where_two_may_be_meant():
    text = "Marek Pell met Anton Brand in May. He said the letter was old."
    assert {holders for holders, _ in told(text)} == {("He",)}


def test_notes_of_a_talk_name_who_speaks_before_a_colon():
    text = "Quick summary of the call. Oleg: price is final. Marek: we can't go above 40k."
    assert told(text, "unrecognised") == {(("Oleg",), "price is final"), (("Marek",), "we can't go above 40k")}


def test_one_word_before_a_colon_is_no_speaker():
    assert not told("The crate was heavy. Remember: it was full of pumps.")


def test_a_quotation_after_a_look_at_its_speaker_is_still_his():
    text = "“We were promised a school,” says Amina. She points at the plot. “This is what we got.”"
    assert {holders for holders, _ in told(text)} == {("Amina",)}


def test_a_quotation_after_somebody_else_came_in_is_nobodys():
    text = "“We were promised a school,” says Amina. A guard points at the plot. “This is what we got.”"
    assert ((), "This is what we got") in told(text)


def test_what_is_told_before_a_question_is_told():
    text = "marek says the boxes are still in riga, can you call them?"
    assert told(text, "unrecognised") == {(("marek",), "the boxes are still in riga")}


def test_what_a_speaker_will_not_name_while_he_speaks_is_no_answer():
    text = "A spokesman called the footage a fabrication, while declining to say what in it was false."
    assert ("A spokesman", "no_response") in {(one.subject, one.stance) for one in read(text)}


def test_questions_and_answers_with_a_stop_after_the_letter():
    text = "Q. Were you aware of the account? A. I was not. Q. Who opened it? A. My partner told me that Roos did."
    assert told(text) == {(("A.",), "I was not"), (("My partner",), "Roos did")}


@pytest.mark.parametrize(
    ("text", "as_what"),
    [
        ("GENERAL HAAS: We think that the crew had foreign help.", "official_assesses"),
        ("MR. HAAS: We think that the crew had foreign help.", "party_says"),
        ("SPOKESPERSON: I am not familiar with what you mentioned.", "party_unaware"),
    ],
)
def test_who_says_we_in_a_turn_is_whose_turn_it_is(text, as_what):
    assert stance(text) == {as_what}


def test_who_would_not_answer_is_told_by_the_text_also_beside_another_cue():
    text = "The director would not be drawn on prices, but her deputy said that prices would rise."
    assert ("The director", "no_response") in {(one.subject, one.stance) for one in read(text)}


def test_a_register_that_lists_somebody_holds_it_and_not_the_text():
    claims = read("Portalis lists Teslin Marine as manager of the Ostara.")
    assert {(one.holders, one.stance) for one in claims} == {(("Portalis",), "reported")}


def test_a_person_who_lists_crates_is_no_register():
    assert not told("Anna Brand lists crates by weight.")
