import pytest
from hypothesis import given
from hypothesis import strategies as st

from clew.model.vocabulary import IDENTITY_LEVELS, MODALITIES, PREDICATES, STANCES, STATUSES
from clew.report import wording


@pytest.mark.parametrize(
    ("known", "told"),
    [
        (STANCES, wording.STANCES),
        (MODALITIES, wording.MODALITIES),
        (STATUSES, wording.STATUSES),
        (IDENTITY_LEVELS, wording.LEVELS),
        (PREDICATES, wording.ENDS),
    ],
    ids=["stances", "modalities", "statuses", "levels", "predicates"],
)
def test_every_code_of_the_vocabulary_has_words(known, told):
    assert set(known) == set(told)


@given(st.text(alphabet=st.characters(exclude_categories=()), max_size=60))
def test_no_unseen_character_comes_through_and_the_text_can_be_written(text):
    shown = wording.show(text)
    shown.encode("utf-8")
    assert not set(shown) & set("\x00\x1b\u200b\u202a\u202e\u2066\u2069\ufeff")


@given(st.text(alphabet="abc дея 钟山\n\t"))
def test_plain_words_are_shown_as_they_are(text):
    assert wording.show(text) == text


def test_persian_keeps_the_joiner_its_words_need():
    assert wording.show("می\u200cخواهم") == "می\u200cخواهم"


@pytest.mark.parametrize(
    ("text", "source", "tag"),
    [
        ("Завод", "ru", "ru"),
        ("Завод", "en", "und-Cyrl"),
        ("钟山仪表厂", "en", "zh"),
        ("Meridian", "en", "en"),
        ("Meridian", "ru", "und"),
    ],
)
def test_the_language_of_words_is_told_by_their_script_first(text, source, tag):
    assert wording.tell_language(text, source=source) == tag


def test_holders_are_told_outermost_first():
    told = wording.tell_holders(("the agency", "two officials"), "official_assesses")
    assert told == "the agency → two officials, as an official assessment"


def test_a_source_that_speaks_for_itself_is_named_as_such():
    assert wording.tell_holders((), "record_states") == "the document itself, as a record states it"
