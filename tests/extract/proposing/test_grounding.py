import json
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clew.extract.proposing.grounding import LONGEST_QUOTE, MOST, ground
from clew.model.claim import Claim, Mention, Quote
from clew.model.source import Page, Span

sys.path.insert(0, str(Path(__file__).parent))
from scripted import answer, proposal

TEXT = "Orvel supplied Veltra with dials in May, two officials believe. Orvel supplied nobody. 欧威尔公司没有承认供货。"
PAGE = Page(1, TEXT)
GOOD = proposal("Orvel supplied Veltra with dials in May, two officials believe", "Orvel", "Veltra")


def grounded(text: str, **more):
    return ground(text, "s-1", PAGE, method="model:m@0", record_type="news", **more)


def test_a_good_proposal_stands_where_its_words_stand():
    (claim,) = grounded(answer(GOOD)).claims
    assert [(quote.role, quote.text) for quote in claim.quotes] == [
        ("quote", GOOD["quote"]),
        ("subject", "Orvel"),
        ("object", "Veltra"),
    ]
    assert claim.stance == "unknown"
    assert claim.holders == ()


@pytest.mark.parametrize(
    ("bad", "why"),
    [
        (proposal("Orvel has supplied Veltra with dials", "Orvel", "Veltra"), "word for word"),
        (proposal("Orvel supplied  Veltra with dials", "Orvel", "Veltra"), "word for word"),
        (proposal("Orvel supplied Veltra with dials in May, two officials knоw", "Orvel", "Veltra"), "word for word"),
        (proposal("Orvel supplied", "Orvel", "supplied"), "2 times"),
        (proposal("欧威尔公司承认供货", "欧威尔公司", "供货"), "word for word"),
        (proposal("Orvel supplied Veltra", "Kestrel", "Veltra"), "the subject does not stand"),
        (proposal("Orvel supplied Veltra", "Orvel", "nobody"), "the object does not stand"),
        (proposal("Orvel supplied Veltra", "Orvel", "Veltra", holder="the ministry"), "the holder does not stand"),
        (proposal("Orvel supplied Veltra", "Orvel", "Veltra", predicate="is guilty of"), "not in the vocabulary"),
        (proposal("", "Orvel", "Veltra"), "1 to 600"),
        (proposal("x" * (LONGEST_QUOTE + 1), "x", "x"), "1 to 600"),
        ({"quote": 7, "subject": "a", "predicate": "owns", "object": "b"}, "must be texts"),
        ({"quote": "Orvel"}, "must be texts"),
        ("Orvel supplied Veltra", "must be texts"),
    ],
)  # fmt: skip
def test_what_is_altered_or_invented_is_dropped_with_the_reason(bad, why: str):
    found = grounded(answer(bad))
    assert found.claims == ()
    assert why in found.dropped[0].why


def test_a_chinese_quote_is_taken_only_whole():
    (claim,) = grounded(answer(proposal("欧威尔公司没有承认供货", "欧威尔公司", "供货"))).claims
    assert claim.quotes[0].text == "欧威尔公司没有承认供货"


def test_of_words_that_stand_twice_the_nearest_to_the_hint_is_meant():
    (claim,) = grounded(answer(proposal("Orvel supplied", "Orvel", "supplied", near=60))).claims
    assert claim.quotes[0].span.start == TEXT.index("Orvel supplied nobody")


@pytest.mark.parametrize(
    "text", ["", "{", answer(GOOD)[:-20], "[]", '{"claims": 3}', "I cannot help", "[" * 10_000, "x" * 300_000]
)
def test_an_answer_of_another_form_or_cut_off_is_dropped_whole(text: str):
    found = grounded(text)
    assert found.claims == ()
    assert len(found.dropped) == 1


def test_an_answer_in_a_fence_is_read():
    assert len(grounded(f"```json\n{answer(GOOD)}\n```").claims) == 1


def test_said_twice_is_said_once():
    assert len(grounded(answer(GOOD, GOOD)).claims) == 1


def test_a_flood_is_cut_off_and_said():
    found = grounded(answer(*[proposal("Orvel supplied Veltra", "Orvel", "Veltra")] * (MOST + 5)))
    assert "more than 60 proposals" in found.dropped[-1].why


def test_stance_and_holder_come_from_the_rules_and_never_from_the_model():
    span = Span("s-1", 1, 0, TEXT.index("."))
    told = Claim(
        "Orvel",
        "says",
        "x",
        (Quote("quote", span, TEXT[: span.stop]),),
        holders=("two officials",),
        stance="official_assesses",
    )
    eager = {**GOOD, "stance": "record_states", "polarity": "negated", "status": "accepted"}
    (claim,) = grounded(answer(eager), told=[told]).claims
    assert (claim.stance, claim.holders, claim.polarity) == ("official_assesses", ("two officials",), "affirmed")


def test_a_proposal_is_tied_only_to_names_found_at_the_very_place():
    orvel = Mention(Span("s-1", 1, 0, 5), "Orvel", "organization")
    (claim,) = grounded(answer(GOOD), mentions=[orvel]).claims
    assert claim.subject_mention == orvel.id
    assert claim.object_mention is None


@given(st.text(max_size=80), st.text(max_size=20), st.text(max_size=20))
def test_whatever_is_proposed_what_is_taken_stands_on_the_page(quote, subject, object_):
    for claim in grounded(answer(proposal(quote, subject, object_))).claims:
        for one in claim.quotes:
            assert TEXT[one.span.start : one.span.stop] == one.text


@given(
    st.recursive(
        st.none() | st.integers() | st.text(max_size=5),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
        max_leaves=8,
    )
)
def test_no_answer_breaks_the_gate(value):
    grounded(json.dumps({"claims": [value]}))
    grounded(json.dumps(value))
