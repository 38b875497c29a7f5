import numpy as np
import pytest

from clew.read.ocr.forms import name_forms
from clew.read.ocr.letters import filled, is_plain, only_lookalikes
from clew.read.ocr.quads import cut, grow, is_upended, part, slant_of

LEVEL = np.array([(10, 10), (110, 10), (110, 30), (10, 30)], np.float32)


@pytest.mark.parametrize(
    ("text", "width", "height"),
    [("Passenger manifest", 336, 37), ("商业发票", 121, 39), ("Z0507197", 98, 27), ("1", 22, 25), ("239", 38, 23)],
)
def test_letters_that_were_all_read_fill_their_line(text, width, height):
    assert 0.8 < filled(text, width=width, height=height) < 1.6


@pytest.mark.parametrize(
    ("text", "width", "height"),
    [("625035, . , . ", 322, 27), ("    .   8  202 .  2  202 .", 878, 26), ("1) h ingl - ,   0015182", 501, 27)],
)
def test_letters_that_were_left_out_do_not(text, width, height):
    assert filled(text, width=width, height=height) < 0.62


def test_latin_letters_that_look_cyrillic_are_told_from_those_that_do_not():
    assert only_lookalikes("Komy:")
    assert not only_lookalikes("Liwen")
    assert not only_lookalikes("526/24")


def test_plain_text_has_a_figure_or_a_latin_letter_and_no_other_script():
    assert is_plain("EZ0051059")
    assert not is_plain("oΦ.282")
    assert not is_plain(".. -")


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("000 «Норвентика»", "ООО «Норвентика»"),
        ("Покупатель: AO «Кварлитмаш»", "Покупатель: АО «Кварлитмаш»"),
        ('ПA0 "Север"', 'ПАО "Север"'),
    ],
)
def test_a_legal_form_before_a_quoted_name_is_cyrillic(read, meant):
    assert name_forms(read) == meant


@pytest.mark.parametrize(
    "text",
    ["Итого 000 руб.", "000 «Norventika»", "Дом 000, корпус «А»", "модель HTM «Север»", "партия 1000 «Север»"],
)
def test_noughts_that_are_no_legal_form_stay_noughts(text):
    assert name_forms(text) == text


def test_a_part_of_a_line_lies_between_two_shares_of_it():
    assert part(LEVEL, 0.25, 0.5).tolist() == [[35, 10], [60, 10], [60, 30], [35, 30]]


def test_a_line_that_runs_down_the_page_is_upended_and_one_that_falls_is_slanted():
    assert is_upended(np.array([(0, 0), (20, 0), (20, 100), (0, 100)], np.float32))
    assert not is_upended(LEVEL)
    fallen = LEVEL + np.array([(0, 0), (0, 10), (0, 10), (0, 0)], np.float32)
    assert 5 < slant_of(fallen) < 6


def test_a_line_at_the_edge_of_the_picture_is_cut_out_whole():
    picture = np.full((40, 120), 255, np.uint8)
    picture[15:25, 0:120] = 0
    out = cut(picture, grow(np.array([(0, 5), (119, 5), (119, 35), (0, 35)], np.float32), 0.5), height=48)
    assert out.shape[0] == 48
    assert out.min() == 0
