"""Ways of not answering and of not knowing, beside the sentence that looks alike and is none. Persons and firms are invented."""

import pytest

from clew.extract.document import Document
from clew.extract.prose import en
from clew.model.claim import Claim
from clew.model.source import Page


def read(text: str, record_type: str = "news") -> tuple[Claim, ...]:
    page = Page(1, text)
    return en.extract(Document("s-x", "text/plain", (page,)), page, record_type=record_type).claims


def silent(text: str, record_type: str = "mail") -> set[str]:
    return {one.subject for one in read(text, record_type) if one.stance == "no_response"}


def unaware(text: str, record_type: str) -> set[tuple[str, str]]:
    return {(one.subject, one.object) for one in read(text, record_type) if one.stance == "party_unaware"}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Repeated emails to Halvor Yard bounced.", "Halvor Yard"),
        ("Emails of Halvor Yard bounced between the desks.", None),
        ("Efforts to contact the owner by telephone were in vain.", "the owner"),
        ("Efforts to end the strike failed.", None),
        ("Calls to the number of Veltra went to voicemail.", "Veltra"),
        ("Calls to reform the port went unheeded.", None),
        ("A request for comment sent to Veltra met with no response.", "Veltra"),
        ("A request sent through the embassy went unacknowledged.", None),
        ("The shipping agent's phone rang unanswered.", "The shipping agent"),
        ("Rang the agent twice, no answer.", "the agent"),
        ("I asked the guard about the gate, nothing odd there.", None),
        ("Chased Ferrol again yesterday, still nothing.", "Ferrol"),
        ("Tried the red paint, no luck.", None),
        ("Tried the consul's office a dozen times, nobody picks up.", "the consul's office"),
        ("Lena is not answering her phone.", "Lena"),
        ("Lena is not answering for her brother.", None),
        ("No answer from Reval yet.", "Reval"),
        ("No ships from Reval yet.", None),
    ],
)
def test_a_call_that_reached_nobody(text, who):
    assert silent(text) == ({who} if who else set())


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The panel wrote to Bright Gate Electronics in May. No reply had been received.", "Bright Gate Electronics"),
        ("The panel wrote to the flag state in May. No reply was expected.", None),
        ("We emailed the agent on Monday. There was no answer.", "the agent"),
        ("We sent the pumps to Veltra. There was no damage.", None),
    ],
)
def test_no_reply_is_that_of_whoever_was_written_to_before(text, who):
    assert silent(text) == ({who} if who else set())


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("What the ministry will not discuss is why there was one bidder.", "the ministry"),
        ("What the ministry will discuss is why there was one bidder.", None),
        ("The bank said it does not discuss client matters.", "The bank"),
        ("The bank said it did not discuss the loan with Veltra.", None),
        ("Veltra is not commenting on the prices.", "Veltra"),
        ("Asked about the payment, Ms Drey laughed and walked away.", "Ms Drey"),
        ("Ms Drey walked away from the car.", None),
        ("Ms Drey, asked about the payment, turned away and said it was her uncle's.", None),
        ("Dolan's wife said he was away and hung up.", None),
        ("A man who answered the telephone at Veltra hung up.", "A man who answered the telephone at Veltra"),
    ],
)
def test_not_speaking_about_it(text, who):
    assert silent(text, "news") == ({who} if who else set())


@pytest.mark.parametrize(
    ("text", "kind", "who"),
    [
        (
            "Tarsis lacks knowledge or information sufficient to form a belief as to the truth of paragraph 12.",
            "statement",
            ("Tarsis", "the truth of paragraph 12"),
        ),
        ("Tarsis lacks trained staff.", "statement", None),
        ("I do not know who signed it.", "letter", ("I", "who signed it")),
        ("I do not know the rules.", "letter", None),
        ("We have not seen any such warning.", "letter", ("We", "any such warning")),
        ("We have not seen any damage.", "letter", None),
        ("I could not say when the crates arrived.", "mail", ("I", "when the crates arrived")),
        ("I could not say a word.", "mail", None),
        ("Our director had no idea who owned the ship.", "letter", ("Our director", "who owned the ship")),
        ("The director had no idea who owned the ship.", "letter", None),
        ("We are in the dark about the second crate.", "mail", ("We", "the second crate")),
        ("We were kept in the dark.", "mail", None),
        ("Nobody here knows the man.", "mail", None),
        ("The mayor said he did not know the man.", "news", ("The mayor", "the man")),
    ],
)
def test_what_somebody_does_not_know(text, kind, who):
    assert unaware(text, kind) == ({who} if who else set())


def test_a_first_person_only_passes_on_what_he_has_from_another():
    holders = {one.holders for one in read("I understand from Lena that the pump was sold.", "mail")}
    assert holders == {("Lena",)}
    assert ("Ruth", "Lena") in {one.holders for one in read("Ruth heard from Lena that the pump was sold.", "mail")}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Neither Veltra nor its director has been contacted by the police.", set()),
        ("Veltra could not be contacted.", {"Veltra"}),
        ("There was no immediate comment from Veltra.", {"Veltra"}),
        ("There was no damage from Veltra.", set()),
        ("Veltra did not wish to react.", {"Veltra"}),
        ("The market did not react.", set()),
        ("The rebels refused to talk about a truce.", set()),
        ("The rebels refused to talk about the raid.", {"The rebels"}),
        ("She would not say a word against him.", set()),
    ],
)
def test_who_was_not_asked_gave_no_silence(text, who):
    assert silent(text, "news") == who


def test_a_post_behind_a_name_is_no_second_speaker():
    text = "“We are proud,” commented Ms Drey, Chief Executive of Veltra."
    assert {one.holders for one in read(text) if one.predicate == "says"} == {("Ms Drey",)}
    two = "“We are proud,” said Ms Drey and Mr Odum."
    assert len({one.holders for one in read(two) if one.predicate == "says"}) == 2


def test_whoever_instructs_counsel_trains_nobody():
    assert "trains" not in {one.predicate for one in read("Veltra Ltd has instructed Hexgate Ltd.", "statement")}
