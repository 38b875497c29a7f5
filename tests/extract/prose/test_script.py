"""Which language a paragraph is in, and where paragraphs begin and end."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clew.extract.prose._script import language_of, paragraphs


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The ministry said it was unaware.", "en"),
        ("Orvel visited Brannick in March.", "en"),
        ("Das Ministerium hat die Reise nicht bestätigt.", ""),
        ("Le ministère a dit que la visite est privée.", ""),
        ("Завод не ответил на запрос.", "ru"),
        ("Завод «Orvel» не ответил.", "ru"),
        ("Завод і міністерство не відповіли.", ""),
        ("公司否认了报道。", "zh"),
        ("公司向Orvel开具了发票。", "zh"),
        ("会社は否定しました。", ""),
        ("12345 — 🙂", ""),
        ("", ""),
    ],
)
def test_script_and_function_words_tell_the_language(text, language):
    assert language_of(text) == language


def test_wrapped_lines_are_one_paragraph_and_a_headline_stands_alone():
    text = "Plant had visitors\nThe engineers of the firm came to the plant in the\nmonth of May, two officials said on the day\nafter.\n\nIt was cold."
    assert [text[start:stop].strip() for start, stop in paragraphs(text)] == [
        "Plant had visitors",
        "The engineers of the firm came to the plant in the\nmonth of May, two officials said on the day\nafter.",
        "It was cold.",
    ]


def test_a_byline_ends_the_headline_and_a_wrapped_by_does_not():
    headed = "Port Authority Rejects Claims\nBy Ines Okafor, Harbour Ledger"
    assert [headed[start:stop].strip() for start, stop in paragraphs(headed)] == headed.split("\n")
    wrapped = "The crates were sent to the plant in Brannick\nby Acorn Traders and came back"
    assert len(list(paragraphs(wrapped))) == 1


@given(st.text(alphabet=st.sampled_from("aB.\n \t:é公"), max_size=300))
def test_paragraphs_hold_every_letter_once(text):
    places = list(paragraphs(text))
    assert all(left[1] <= right[0] for left, right in itertools.pairwise(places))
    assert "".join("".join(text[start:stop].split()) for start, stop in places) == "".join(text.split())
