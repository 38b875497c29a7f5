"""Answers that are kept are the rules' own, on invented sentences and on those that no word alone decides."""

import pytest

from clew.extract.prose.en._parse import parser, tables
from clew.extract.prose.en._tables import REPLACED

TEXTS = (
    "Northlight Ltd sold ten lathes to Vektor LLC, two officials said on Monday.",
    "Olga Brandt, who runs the plant, declined to comment; she hasn't been reached since.",
    "There is no contract, and there were none: the firm's buyers do what they did before.",
    "They're gonna ship it. Let's wait, he said. She'd have gone; it ain't so.",
    "That the buyers had paid was known.  What they'd bought, nobody says. It does look like lathes.",
    "The left side left; the leaves fell as he leaves. Better machines run better.",
)


@pytest.mark.parametrize("again", [False, True], ids=["asked", "kept"])
def test_words_are_what_the_rules_say(again):
    for text in TEXTS:
        by_tables, by_rules = tables()([parser()(text)])[0], parser()(text)
        if again:
            by_tables = tables()([parser()(text)])[0]
        for name in REPLACED:
            by_rules = parser().get_pipe(name)(by_rules)
        assert by_tables == [(word.pos_, word.lemma_, word.tag_, word.dep_) for word in by_rules]


def test_one_word_has_another_base_form_where_it_does_another_work():
    said = tables()([parser()("He leaves tomorrow. The leaves fell.")])[0]
    assert [base for _, base, _, _ in said if base.startswith("lea")] == ["leave", "leaf"]


def test_a_word_that_only_its_neighbour_explains_is_left_to_the_rules():
    said = tables()([parser()("They are gonna pay.")])[0]
    assert [base for _, base, _, _ in said][2:4] == ["go", "to"]
