"""What relations English sentences tell, and what only looks like one. Persons and firms are invented."""

import pytest

from clew.extract.document import Document
from clew.extract.prose import en
from clew.model.claim import Claim
from clew.model.source import Page


def told(text: str) -> list[Claim]:
    page = Page(1, text)
    claims = en.extract(Document("s-x", "text/plain", (page,)), page, record_type="news").claims
    return [claim for claim in claims if claim.predicate not in {"says", "responds", "accuses"}]


@pytest.mark.parametrize(
    ("text", "predicate", "subject", "target"),
    [
        ("The plant of Orvel Instruments is run well. Ruth Calder represents Orvel Instruments.", "represents", "Ruth Calder", "Orvel Instruments"),
        ("Qiao Min is a member of the Grenholm Chamber of Commerce.", "member_of", "Qiao Min", "the Grenholm Chamber of Commerce"),
        ("Norvel Trading is controlled by Oleg Trunin.", "controls", "Oleg Trunin", "Norvel Trading"),
        ("Hexgate Logistics was sanctioned by the European Union.", "listed_by", "Hexgate Logistics", "the European Union"),
        ("Norvel Trading is based in Riga.", "located_in", "Norvel Trading", "Riga"),
        ("Tomas Heller, also known as Tom Keller, was born in Riga.", "alias_of", "Tom Keller", "Tomas Heller"),
        ("The gearboxes are made by Orvel Instruments.", "made_by", "The gearboxes", "Orvel Instruments"),
        ("Hexgate Logistics, a subsidiary of Pargeter Shipping, has moved.", "owns", "Pargeter Shipping", "Hexgate Logistics"),
        ("Kolmash Works ordered 30 motors from Veltra Trading.", "supplied", "Veltra Trading", "Kolmash Works"),
        ("Engineers of Orvel Instruments trained operators of Brannick Plant.", "trains", "Engineers of Orvel Instruments", "operators of Brannick Plant"),
    ],
)  # fmt: skip
def test_a_relation_is_told_as_worded(text, predicate, subject, target):
    assert (predicate, subject, target) in {(one.predicate, one.subject, one.object) for one in told(text)}


@pytest.mark.parametrize(
    "text",
    [
        "The firm made payments by the dozen.",
        "Norvel Trading will send inspectors to Port Amsel.",
        "Oleg Trunin controls his temper.",
        "The inspectors met the deadline.",
        "Who owns Norvel Trading?",
        "Norvel Trading is in trouble.",
    ],
)
def test_what_only_looks_alike_is_no_relation(text):
    assert not told(text)


def test_time_and_money_are_kept_with_their_words():
    (claim,) = told("Veltra Trading paid Norvel Trading over 5 million euros in March 2024.")
    assert (claim.qualifier("amount"), claim.qualifier("currency"), claim.qualifier("bound")) == (
        "5000000",
        "EUR",
        "at_least",
    )
    assert claim.qualifier("period") == "in March 2024"
    assert claim.valid_from is not None
    assert claim.valid_from.value == "2024-03"


def test_since_has_no_end():
    (claim,) = told("Wen Hailin has worked for Orvel Instruments since early 2024.")
    assert claim.valid_from is not None
    assert (claim.valid_from.value, claim.valid_to) == ("early 2024", None)


def test_no_longer_is_a_denial():
    (claim,) = told("Wen Hailin no longer works for Orvel Instruments.")
    assert claim.polarity == "negated"


def test_a_currency_is_nobody_who_is_paid():
    assert [
        one.object for one in told("Norvel Trading paid Vessen Trade EUR 5 million in May.") if one.predicate == "paid"
    ] == ["Vessen Trade"]
    assert "USD" not in {one.object for one in told("Norvel Trading has paid us USD 120,000.")}
