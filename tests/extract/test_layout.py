"""Invented papers throughout."""

from layouts import lay_out

from clew.extract.layout import below, beside, column_above, lines_of_words, lines_on
from clew.model.source import Word


def texts(lines):
    return [[piece.text for piece in line] for line in lines]


def test_what_is_level_is_a_line_and_a_wide_gap_parts_its_pieces():
    document = lay_out((50, 100, "Invoice no."), (300, 101, "17"), (50, 120, "a second line"))
    assert texts(lines_on(document, 1)) == [["Invoice no.", "17"], ["a second line"]]


def test_words_drawn_elsewhere_in_the_text_are_no_one_piece():
    document = lay_out((80, 100, "right"), (50, 100, "left"))
    assert texts(lines_on(document, 1)) == [["left", "right"]]


def test_a_page_without_words_has_no_lines():
    assert lines_on(lay_out(), 1) == []


def test_below_is_what_stands_under_and_near():
    document = lay_out((50, 100, "Buyer"), (300, 112, "elsewhere"), (50, 114, "Vektor LLC"), (50, 300, "far"))
    lines = lines_on(document, 1)
    assert below(lines, lines[0][0]).text == "Vektor LLC"
    assert below(lines, below(lines, lines[0][0])) is None
    assert beside(lines, lines[0][0]) is None


def test_a_column_ends_where_its_lines_grow_apart():
    document = lay_out((50, 40, "Other matter"), (50, 100, "Vektor LLC"), (50, 112, "Mira 5"), (50, 124, "620000 Town"))
    lines = lines_on(document, 1)
    assert [piece.text for piece in column_above(lines, lines[-1][0])] == ["Vektor LLC", "Mira 5", "620000 Town"]


def test_a_comma_set_as_a_word_of_its_own_hangs_from_its_line():
    document = lay_out((50, 100, "August 3"), (200, 100, "2014"), (50, 114, "below"))
    text = document.pages[0].text + ","
    words = (*document.words, Word(1, len(text) - 1, len(text), 95, 105.5, 97, 108.5))
    assert [len(line) for line in lines_of_words(text, words)] == [3, 1]


def test_small_letters_below_a_line_are_another():
    document = lay_out((50, 100, "August 3"))
    text = document.pages[0].text + "a"
    words = (*document.words, Word(1, len(text) - 1, len(text), 95, 106.5, 97, 109.5))
    assert len(lines_of_words(text, words)) == 2
