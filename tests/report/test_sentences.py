import pytest
from hypothesis import given
from hypothesis import strategies as st

from clew.model.vocabulary import IDENTITY_LEVELS, PREDICATES, STANCES
from clew.report import sentences

CLAIM = {
    "subject": "Lena Orlova",
    "predicate": "travels_to",
    "object": "Perm",
    "qualifiers": {},
    "holders": (),
    "stance": "record_states",
    "modality": "boarded",
    "polarity": "affirmed",
    "valid_from": "2024-03-04",
    "valid_to": None,
    "record_type": "passenger_record",
}


@pytest.mark.parametrize("predicate", PREDICATES)
def test_every_predicate_has_a_verb(predicate):
    assert (predicate, "") in sentences.VERBS


@pytest.mark.parametrize("stance", STANCES)
def test_every_stance_is_told(stance):
    told = sentences.tell_claim({**CLAIM, "stance": stance, "holders": ("the agency", "two officials")})
    assert stance == "record_states" or stance in sentences.LEADS
    assert told[0].isupper()


def test_a_booking_is_not_told_as_a_journey():
    told = sentences.tell_claim({**CLAIM, "modality": "booked"})
    assert told == "By a passenger record, Lena Orlova was booked to Perm, 2024-03-04."


def test_a_cancelled_booking_says_so():
    row = {**CLAIM, "modality": "booked", "polarity": "negated", "qualifiers": {"status": "no_show"}}
    assert sentences.tell_claim(row).endswith("was booked to Perm, 2024-03-04; no show.")


def test_a_silence_is_told_by_its_kind():
    row = {
        **CLAIM,
        "predicate": "responds",
        "object": "requests for comment",
        "stance": "no_response",
        "valid_from": None,
    }
    told = {
        kind: sentences.tell_claim({**row, "qualifiers": {"reply": kind}})
        for kind in ("did_not_respond", "declined", "could_not_be_reached")
    }
    assert told["did_not_respond"] == (
        "The document itself tells: Lena Orlova did not respond to requests for comment."
    )
    assert "declined" in told["declined"]
    assert "could not be reached" in told["could_not_be_reached"]


def test_a_post_told_by_somebody_is_told_in_his_word_and_a_registers_in_ours():
    row = {**CLAIM, "predicate": "director_of", "object": "Yunhe", "valid_from": None, "modality": "held"}
    row["qualifiers"] = {"post": "former chairman"}
    assert "is called “former chairman” of Yunhe" in sentences.tell_claim({**row, "stance": "reported"})
    assert "is a director of Yunhe" in sentences.tell_claim(row)


def test_who_writes_stands_behind_we():
    row = {
        **CLAIM,
        "predicate": "says",
        "subject": "We",
        "object": "it was paid",
        "holders": ("We",),
        "valid_from": None,
    }
    told = sentences.tell_claim({**row, "stance": "party_says", "qualifiers": {"writer": "Belstrand Ltd"}})
    assert told == "Statement of We (Belstrand Ltd): it was paid."


def test_whose_turn_it_was_stands_behind_whom_he_tells_of():
    row = {**CLAIM, "predicate": "says", "subject": "The port", "object": "it was paid", "valid_from": None}
    row |= {"stance": "party_says", "qualifiers": {"turn": "MS. ALDER"}}
    assert "Statement of The port, as told by MS. ALDER" in sentences.tell_claim({**row, "holders": ("The port",)})
    assert "Statement of We (MS. ALDER):" in sentences.tell_claim({**row, "subject": "We", "holders": ("We",)})


def test_a_plan_to_travel_is_no_booking():
    assert "is to travel to Perm" in sentences.tell_claim({**CLAIM, "modality": "planned", "stance": "reported"})


def test_a_total_is_told_with_its_currency():
    row = {
        **CLAIM,
        "predicate": "totals",
        "object": "250.00",
        "modality": "billed",
        "record_type": "invoice",
        "valid_from": None,
    }
    assert (
        sentences.tell_claim({**row, "qualifiers": {"currency": "USD"}})
        == "By an invoice, Lena Orlova totals USD 250.00."
    )
    assert sentences.tell_claim(row) == "By an invoice, Lena Orlova totals 250.00."


def test_a_payment_tells_its_sum_and_how_sure_it_is():
    row = {**CLAIM, "predicate": "paid", "object": "Yunhe", "valid_from": None}
    assert sentences.tell_claim({**row, "qualifiers": {"amount": "120000", "currency": "USD"}}).endswith(
        "paid Yunhe: USD 120000."
    )
    assert sentences.tell_claim({**row, "qualifiers": {"amount": "5", "bound": "at_least"}}).endswith(
        "paid Yunhe: at least 5."
    )
    assert sentences.tell_claim({**row, "qualifiers": {"purpose": "rent"}}).endswith("paid Yunhe.")


def test_what_is_denied_is_not_told_as_so():
    assert "said not to be so" in sentences.tell_claim({**CLAIM, "polarity": "negated"})
    said = sentences.tell_claim({**CLAIM, "predicate": "says", "polarity": "negated"})
    assert said.endswith("the words deny it or do not say it.")


def test_who_believes_stands_before_what_is_believed():
    row = {**CLAIM, "predicate": "employee_of", "object": "Yunhe", "modality": "held", "valid_from": None}
    told = sentences.tell_claim({**row, "stance": "official_assesses", "holders": ("the agency", "two officials")})
    assert told == "Assessment of two officials, as told by the agency: Lena Orlova is on the staff of Yunhe."


def test_every_level_has_its_word():
    assert set(sentences.LEVELS) == set(IDENTITY_LEVELS)


@given(st.text(max_size=900))
def test_shortened_words_count_what_is_left_out(text):
    short = sentences.shorten(text)
    if short != text:
        head, _, rest = short.partition(" … [")
        left_out, _, tail = rest.partition(" characters] … ")
        assert text.startswith(head)
        assert text.endswith(tail)
        assert len(head) + int(left_out) + len(tail) == len(text)
