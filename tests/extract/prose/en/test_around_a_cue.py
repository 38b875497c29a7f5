"""What stands around a cue: a speaker behind a clause, words told on behind commas, claims of others inside; with counter-examples. All invented."""

import pytest

from clew.extract.document import Document
from clew.extract.prose import en
from clew.model.claim import Claim
from clew.model.source import Page


def read(text: str, record_type: str = "news") -> tuple[Claim, ...]:
    page = Page(1, text)
    return en.extract(Document("s-x", "text/plain", (page,)), page, record_type=record_type).claims


def told(text: str, record_type: str = "news") -> dict[tuple[tuple[str, ...], str], str]:
    """Return holders and words of what is said and placed, with the stance."""
    found = [one for one in read(text, record_type) if one.predicate in {"says", "responds", "accuses"} and one.holders]
    return {(one.holders, words(one)): one.stance for one in found if one.stance != "no_response"}


def words(one: Claim) -> str:
    return next((quote.text for quote in one.quotes if quote.role == "content"), one.object)


@pytest.mark.parametrize(
    ("text", "holders", "held"),
    [
        (
            "The hull carried plates made by Orvel, army technicians who examined it concluded.",
            ("army technicians who examined it",),
            "The hull carried plates made by Orvel",
        ),
        (
            "Bribes were paid, the tribunal found, through a chain of firms.",
            ("the tribunal",),
            "through a chain of firms",
        ),
        (
            "Bribes were paid, the tribunal found, in a ruling that runs to ninety pages.",
            ("the tribunal",),
            "Bribes were paid",
        ),
        (
            "The engines are tested at a range, said an employee who, like others, feared losing his job.",
            ("an employee who, like others, feared losing his job",),
            "The engines are tested at a range",
        ),
        (
            "The panel received information from a member state to the effect that Orvel had supplied radios.",
            ("The panel", "a member state"),
            "Orvel had supplied radios",
        ),
        (
            "The union reiterated its view that the pay is too low.",
            ("The union",),
            "the pay is too low",
        ),
        (
            "The governor, quoted by the Post, said only one had crossed.",
            ("the Post", "The governor"),
            "only one had crossed",
        ),
        ("The operator puts the gap down to a faulty sensor.", ("The operator",), "a faulty sensor"),
        (
            "Counsel invited the jury to conclude that the letters were genuine.",
            ("Counsel",),
            "the letters were genuine",
        ),
        (
            '"We never saw the money" is how Mina Tamm sums up four years of waiting.',
            ("Mina Tamm",),
            "We never saw the money",
        ),
        ("The mayor, asked whether he knew, said he would think.", ("The mayor",), "he would think"),
        (
            "Hearsay from start to finish, snorted the lawyer.",
            ("the lawyer",),
            "Hearsay from start to finish",
        ),
        (
            "The court rejects his evidence that she had been there.",
            ("his",),
            "she had been there",
        ),
        (
            "The court is satisfied beyond doubt that the accused drove.",
            ("The court",),
            "the accused drove",
        ),
        ("The mayor's office described that as nonsense.", ("The mayor's office",), "nonsense"),
        ("Economists had expected a decline.", ("Economists",), "a decline"),
    ],
)
def test_a_cue_holds_what_stands_around_it(text: str, holders: tuple[str, ...], held: str) -> None:
    found = told(text)
    assert any(who == holders and held in said for who, said in found), found


@pytest.mark.parametrize(
    "text",
    [
        "The plant emits four times as much as it declares.",
        "The mayor earns more than he says.",
        "Forms must state the name of the owner.",
        "Weights have been rounded according to the convention set out in Annex B.",
        "Whoever told your client otherwise was wrong.",
        "The porter shrugged at the gate.",
        "The bakery adds a mile, saves ten minutes and opens at five.",
        "The mayor expected a guest.",
        "The panel received a parcel from a member state.",
        "The mayor put the box down to rest.",
    ],
)
def test_what_is_compared_required_or_done_is_not_said(text: str) -> None:
    assert told(text) == {}


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The aid agency said the road was closed.", "party_says"),
        ("The news agency said the road was closed.", "reported"),
        ("Hadley Moss, who teaches law at the University of Talvik, said the road was closed.", "expert_opines"),
        ("Hadley Moss, who teaches ballet in Talvik, said the road was closed.", "party_says"),
        ("The regulator's deputy head said the road was closed.", "official_assesses"),
        ("The bank's deputy head said the road was closed.", "party_says"),
    ],
)
def test_who_speaks_is_told_by_the_words_beside(text: str, stance: str) -> None:
    assert set(told(text).values()) == {stance}, told(text)


def test_a_name_that_is_asked_about_is_not_who_answers() -> None:
    text = 'Asked whether he had met Sorin Vale, the former minister paused. "At receptions," he said.'
    assert not any("Sorin Vale" in who for who, _ in told(text)), told(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "In the agent's view the ship is worth ten million, a figure the owners regard as prudent.",
            {(("the agent",), "the ship is worth ten million")},
        ),
        (
            "Exports tripled, figures from the port show, although the port warns that they are provisional.",
            {(("figures from the port",), "Exports tripled"), (("the port",), "they are provisional")},
        ),
        (
            "Their bank claims the money went out on Monday, ours says it never arrived.",
            {(("Their bank",), "the money went out on Monday"), (("ours",), "it never arrived")},
        ),
        (
            "Sources differ. One says the directors left by the stairs.",
            {(("One",), "the directors left by the stairs")},
        ),
        (
            "Profit is now expected by the board to be below forecasts.",
            {(("the board",), "Profit … to be below forecasts")},
        ),
        (
            "The fund has never taken a gift from Orvel, its director made plain.",
            {(("its director",), "The fund has never taken a gift from Orvel")},
        ),
        (
            "The mayor rejects the suggestion, repeated by the union, that the bridge is unsafe.",
            {(("the union",), "the bridge is unsafe")},
        ),
        (
            "Sunniva heard from someone at the ministry that all visas are on hold.",
            {(("Sunniva", "someone at the ministry"), "all visas are on hold")},
        ),
    ],
)
def test_each_speaker_has_his_own_words(text: str, expected: set[tuple[tuple[str, ...], str]]) -> None:
    assert expected <= set(told(text)), told(text)


def test_a_thing_told_behind_a_comma_stays_with_its_speaker() -> None:
    text = "The agent said the ship is worth ten million, a figure that has doubled in a year."
    assert {who for who, _ in told(text)} == {("The agent",)}
    assert told("The clerk told no one where he had been.") == {}
    assert (("The clerk",), "he had been away") in told("The clerk told one of them that he had been away.")
