import socket

import cv2
import numpy as np
import pytest

from clew.read.ocr import pp_ocr, tesseract
from clew.read.ocr.page import read_page

ENGLISH = ("Invoice No. KB202400466", "Passport EZ0015182 issued", "Total 4,559,565.00 CNY")
RUSSIAN = ("Список сотрудников", "паспорт № EZ0015182", "Просим обеспечить встречу", "24 октября 2024 г.")
CHINESE = ("商业发票", "合同编号，交货日期", "付款方式：电汇")


@pytest.fixture(scope="module")
def cyrillic():
    if not tesseract.is_there():
        pytest.skip("no Russian language data: scripts/system-packages installs them")


def read(image, **more):
    return read_page(np.asarray(image), 1, label="page 1", points=0.36, **more)


def bare(text):
    return "".join(text.split())


def test_english_and_chinese_are_read_as_printed(drawn):
    seen = read(drawn(*ENGLISH, *CHINESE))
    assert bare(seen.page.text) == bare("".join([*ENGLISH, *CHINESE]))
    assert seen.page.engine.startswith("rapidocr ")
    assert all(0.5 < word.confidence < 1 for word in seen.words)


def test_russian_is_read_by_the_engine_that_knows_it_and_codes_by_the_other(drawn, cyrillic):
    seen = read(drawn(*RUSSIAN))
    assert bare(seen.page.text) == bare("".join(RUSSIAN))
    assert "tesseract" in seen.page.engine


def test_a_cyrillic_name_on_an_english_page_is_read(drawn, cyrillic):
    assert "Рубелин Денис Борисович" in read(drawn(*ENGLISH, "Рубелин Денис Борисович", *ENGLISH)).page.text


def test_without_cyrillic_data_no_letter_is_guessed(drawn, monkeypatch):
    monkeypatch.setattr(tesseract, "is_there", lambda: False)
    seen = read(drawn(*RUSSIAN, "Кому: СНТ ОРЕХ", "Flight SU 1407"))
    assert set(seen.page.text.split()) <= {"Flight", "SU", "1407"}
    assert seen.missed[0].startswith("no engine for Cyrillic; ")


def test_a_blank_picture_has_no_words(drawn):
    assert read(drawn()).words == ()


@pytest.mark.parametrize("degrees", [90, 180])
def test_a_page_that_lies_on_its_side_is_turned(drawn, degrees):
    seen = read(drawn(*ENGLISH).rotate(degrees, expand=True))
    assert seen.page.rotation == degrees
    assert bare(seen.page.text) == bare("".join(ENGLISH))
    assert (seen.page.width, seen.page.height) == (360.0, 252.0)


def share_of_ink(pixels, polygon):
    """Return the share of a polygon that is ink, and where that ink is."""
    mask = np.zeros(pixels.shape, np.uint8)
    cv2.fillPoly(mask, [np.round(np.reshape(polygon, (4, 2))).astype(np.int32)], 1)
    dark = (pixels < 128) & (mask == 1)
    return dark.sum() / max(mask.sum(), 1), dark


@pytest.mark.parametrize("degrees", [0, 2, -2, 5, -5])
def test_the_ink_lies_under_the_words_also_on_a_slanted_page(drawn, degrees):
    image = drawn(*ENGLISH).rotate(degrees, fillcolor=255, resample=3)
    pixels = np.asarray(image)
    seen = read(image)
    covered = np.zeros(pixels.shape, bool)
    for word in seen.words:
        corners = word.corners or (word.x0, word.y0, word.x1, word.y0, word.x1, word.y1, word.x0, word.y1)
        share, dark = share_of_ink(pixels, np.array(corners) / 0.36)
        covered |= dark
        assert share > 0.08, seen.page.text[word.start : word.stop]
    assert covered.sum() > 0.95 * (pixels < 128).sum()
    assert bool(seen.words[0].corners) == bool(degrees)


def test_a_span_inside_a_word_lands_on_its_letters(drawn, faces):
    image = drawn("IIIIIIIIMMMMMMMM", "Passport EZ0015182 issued")
    seen = read(image)
    word = next(one for one in seen.words if seen.page.text[one.start : one.stop] == "EZ0015182")
    face = faces(30)
    for nth in range(1, 9):
        true = (60 + face.getlength("Passport " + "EZ0015182"[:nth])) * 0.36
        assert abs(word.edges[nth] - true) < 0.4 * 30 * 0.36, nth


def test_nothing_is_fetched(drawn, monkeypatch):
    def refuse(*_):
        raise AssertionError("a connection was tried")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    pp_ocr._engine.cache_clear()  # noqa: SLF001 - the models must be loaded anew
    assert read(drawn(*ENGLISH)).words


def test_what_stands_side_by_side_is_one_row(drawn):
    image = drawn("Seller: Firm One")
    image.paste(drawn("Buyer: Firm Two").crop((0, 0, 400, 700)), (550, 0))
    assert read(image).page.text == "Seller: Firm One Buyer: Firm Two"
