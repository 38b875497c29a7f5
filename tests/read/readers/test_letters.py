"""Letters and where they stand, as arrays: words, their edges, and what is drawn nowhere."""

import io

import numpy as np
import pypdfium2
from hypothesis import given
from hypothesis import strategies as st
from reportlab.pdfgen import canvas

from clew.read.readers._letters import Letters, find_words, read_letters

NOWHERE = (np.nan,) * 4


def letters(text, *boxes) -> Letters:
    """Return letters of 5 by 10 points in a row, but for the boxes given."""
    row = [(5.0 * nth, 0.0, 5.0 * nth + 5, 10.0) for nth in range(len(text))]
    for nth, box in boxes:
        row[nth] = box
    return Letters(text, np.array([NOWHERE if sign.isspace() else box for sign, box in zip(text, row, strict=True)]))


def said(found: Letters) -> list[str]:
    return [found.text[word.start : word.stop] for word in find_words(found, 1)]


def test_a_letter_that_is_not_drawn_has_no_width():
    (word,) = find_words(letters("abcd", (0, NOWHERE), (2, NOWHERE)), 1)
    assert word.edges == (5.0, 5.0, 10.0, 15.0, 20.0)
    assert (word.x0, word.y0, word.x1, word.y1) == (5.0, 0.0, 20.0, 10.0)


def test_a_word_of_which_nothing_is_drawn_is_none():
    assert said(letters("ab cd", (0, NOWHERE), (1, NOWHERE))) == ["cd"]
    assert not said(letters(""))
    assert not said(letters(" \n "))


def test_a_word_parts_where_its_next_letter_stands_on_another_line():
    assert said(letters("ab-cd ef", (3, (0.0, 30.0, 5.0, 40.0)), (4, (5.0, 30.0, 10.0, 40.0)))) == ["ab-", "cd", "ef"]


def test_a_mark_above_a_letter_parts_no_word():
    assert said(letters("abcd", (2, (6.0, -20.0, 16.0, -15.0)))) == ["abcd"]


@given(st.lists(st.floats(-2000, 2000, width=32), min_size=1, max_size=40))
def test_places_are_rounded_as_python_rounds_them(places):
    text = "a" * len(places)
    found = Letters(text, np.array([(place, 0.0, place, 1.0) for place in places]))
    edges = [edge for word in find_words(found, 1) for edge in word.edges[:-1]]
    assert edges == [round(place, 2) for place in places]


def test_a_page_of_spaces_has_no_letters():
    out = io.BytesIO()
    page = canvas.Canvas(out)
    page.drawString(50, 50, "   ")
    page.showPage()
    page.save()
    document = pypdfium2.PdfDocument(out.getvalue())
    found = read_letters(document[0])
    assert not found.text.strip()
    assert not any(found.boxes())
    assert not list(find_words(found, 1))
