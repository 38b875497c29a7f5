from dataclasses import FrozenInstanceError, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clew.model.claim import Claim, Mention, Quote
from clew.model.errors import BadClaim
from clew.model.source import Span
from clew.model.vocabulary import MODALITIES, POLARITIES, PREDICATES, RECORD_TYPES, STANCES

WORDS = st.text(min_size=1, max_size=12)


def claim(text: str = "Lena Orlova flew", **fields: object) -> Claim:
    quote = Quote("quote", Span("s-1", 1, 0, len(text)), text)
    return Claim(**{"subject": "Lena Orlova", "predicate": "says", "object": "x", "quotes": (quote,), **fields})


@st.composite
def claims(draw: st.DrawFn) -> Claim:
    return claim(
        draw(WORDS),
        subject=draw(WORDS),
        predicate=draw(st.sampled_from(sorted(PREDICATES))),
        object=draw(WORDS),
        holders=tuple(draw(st.lists(WORDS, max_size=2))),
        stance=draw(st.sampled_from(STANCES)),
        modality=draw(st.sampled_from(MODALITIES)),
        polarity=draw(st.sampled_from(POLARITIES)),
        record_type=draw(st.sampled_from(RECORD_TYPES)),
        qualifiers=tuple(draw(st.dictionaries(WORDS, WORDS, max_size=3)).items()),
    )


def test_a_claim_cannot_be_edited():
    with pytest.raises(FrozenInstanceError):
        claim().stance = "record_states"


@given(claims())
def test_the_id_is_the_content_so_said_twice_is_said_once(said):
    assert replace(said).id == said.id
    assert replace(said, qualifiers=tuple(reversed(said.qualifiers))).id == said.id


@given(claims(), st.floats(0, 1), WORDS)
def test_how_surely_and_by_what_it_was_read_changes_neither_id_nor_stance(said, reading, method):
    again = replace(said, reading=reading, method=method)
    assert (again.id, again.stance, again.modality, again.hedges) == (said.id, said.stance, said.modality, said.hedges)


@given(claims(), st.sampled_from(STANCES), st.sampled_from(POLARITIES))
def test_how_firmly_it_is_said_is_part_of_what_is_said(said, stance, polarity):
    again = replace(said, stance=stance, polarity=polarity)
    assert (again.id == said.id) == ((stance, polarity) == (said.stance, said.polarity))


@pytest.mark.parametrize(
    ("field", "value"),
    [("predicate", "smuggled"), ("stance", "proved"), ("modality", "done"), ("polarity", "maybe"), ("record_type", "")],
)
def test_a_word_outside_the_vocabulary_is_refused_and_the_known_ones_are_named(field, value):
    with pytest.raises(BadClaim, match=rf"{field} {value!r}; known: "):
        claim(**{field: value})


def test_a_claim_without_words_is_refused():
    with pytest.raises(BadClaim, match="must have the role 'quote'"):
        claim(quotes=())


def test_words_of_two_sources_do_not_make_one_claim():
    here, there = Quote("quote", Span("s-1", 1, 0, 1), "a"), Quote("object", Span("s-2", 1, 0, 1), "a")
    with pytest.raises(BadClaim, match="stand in two sources, s-1 and s-2"):
        claim(quotes=(here, there))


def test_a_span_that_cannot_hold_its_words_is_refused():
    with pytest.raises(BadClaim, match="span 0-3 cannot hold 'four'"):
        claim(quotes=(Quote("quote", Span("s-1", 1, 0, 3), "four"),))


def test_the_same_name_at_the_same_place_is_one_mention_however_it_was_found():
    span = Span("s-1", 1, 0, 4)
    assert Mention(span, "Lena", "person").id == Mention(span, "Lena", "person", (("passport", "1"),), "x@2").id


def test_a_mention_of_unknown_kind_is_refused():
    with pytest.raises(BadClaim, match="kind 'robot'; known: person"):
        Mention(Span("s-1", 1, 0, 4), "Lena", "robot")
