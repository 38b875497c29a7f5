"""The words, spans and texts the rules look at answer as the library's do."""

import pytest

from clew.extract.prose.en._parse import pipes, tables
from clew.extract.prose.en._text import Doc

TEXTS = (
    "Northlight Ltd sold ten lathes to Vektor LLC, two officials said on Monday.",
    'Olga Brandt, who runs the plant, declined to comment. "We do not know," she said; nobody has been reached since.',
    "What they'd bought,  nobody says - it does look like lathes (of a kind) that were sold and shipped by firms in Narva.",
    "Statement of Vektor: no contract",
    "One.",
)


@pytest.fixture(scope="module", params=TEXTS, ids=range(len(TEXTS)))
def pair(request):
    """Return a text of ours and the library's, with what the rules of the model say set on both."""
    parsed = pipes()([request.param])[0]
    ours = Doc(parsed, tables()([parsed])[0])
    for word, answer in zip(parsed, ours, strict=True):
        word.pos_, word.lemma_, word.tag_, word.dep_ = answer.pos_, answer.lemma_, answer.tag_, answer.dep_
    return ours, parsed


def test_words_say_the_same(pair):
    said = (
        "i",
        "idx",
        "text",
        "text_with_ws",
        "lower_",
        "pos_",
        "lemma_",
        "tag_",
        "dep_",
        "ent_type_",
        "is_punct",
        "is_space",
    )
    for one, other in zip(*pair, strict=True):
        assert [getattr(one, name) for name in said] == [getattr(other, name) for name in said]
        assert one.is_sent_start == bool(other.is_sent_start)
        assert len(one) == len(other)


def test_words_stand_in_the_same_tree(pair):
    for one, other in zip(*pair, strict=True):
        for name in ("head", "left_edge", "right_edge"):
            assert getattr(one, name).i == getattr(other, name).i, name
        for name in ("children", "subtree", "sent"):
            assert [each.i for each in getattr(one, name)] == [each.i for each in getattr(other, name)], name
        for third, fourth in zip(*pair, strict=True):
            assert one.is_ancestor(third) == other.is_ancestor(fourth)


def test_spans_say_the_same(pair):
    ours, theirs = pair
    for start in range(len(ours)):
        for stop in range(start + 1, len(ours) + 1):
            one, other = ours[start:stop], theirs[start:stop]
            assert (one.text, one.start_char, one.end_char, len(one)) == (
                other.text,
                other.start_char,
                other.end_char,
                len(other),
            )
            assert one.root.i == other.root.i
            assert [one[0].i, one[-1].i] == [other[0].i, other[-1].i]


def test_sentences_and_names_are_the_same(pair):
    ours, theirs = pair
    assert [(span.start, span.end) for span in ours.sents] == [(span.start, span.end) for span in theirs.sents]
    assert [(span.start, span.end, span.label_) for span in ours.ents] == [
        (span.start, span.end, span.label_) for span in theirs.ents
    ]


def test_there_is_no_word_before_the_first_or_after_the_last(pair):
    ours, _ = pair
    with pytest.raises(IndexError):
        ours[0].nbor(-1)
    with pytest.raises(IndexError):
        ours[len(ours) - 1].nbor()
