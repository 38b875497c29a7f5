"""Encodings that no mark and no header names, on files of one line and more."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clew.read.readers._decoding import decode

RUSSIAN = (
    "Уважаемый Павел Андреевич!",
    "дата;пассажир;рейс\n05.03.2024;Орлова А. И.;ЮЖ 101\n",
    "СЧЁТ НА ОПЛАТУ № 17\nПоставщик: ООО «Меридиан»\n",
    "Груз принят, замечаний нет",
)
SIMPLIFIED = (
    "发票号码：12345",
    "日期,旅客,航班\n2024-03-05,林晓雯,南方航线101\n",
    "货物名称：光电设备，数量 12 台。",
)
TRADITIONAL = ("發票號碼：12345，購買方：海圖科技有限公司", "日期,旅客,航班\n2024-03-05,林曉雯,南方航線101\n")
WESTERN = ("Genève: paiement reçu", "Straße 5, Köln – Lieferung geprüft\n")


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("words", RUSSIAN)
def test_short_russian_files_are_told(words, encoding):
    words = words.translate({0x2116: "N", 0xAB: '"', 0xBB: '"'}) if encoding == "koi8-r" else words
    assert decode(words.encode(encoding)).text == words


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("words", SIMPLIFIED)
def test_short_chinese_files_are_told(words, encoding):
    assert decode(words.encode(encoding)).text == words


@pytest.mark.parametrize("words", TRADITIONAL)
def test_traditional_characters_in_big5_are_told(words):
    assert decode(words.encode("big5")).text == words


@pytest.mark.parametrize("words", WESTERN)
def test_western_words_with_accents_are_no_russian(words):
    assert decode(words.encode("cp1252")).text == words


def test_letters_that_come_after_a_long_english_part_decide():
    words = "date,name,amount\n" * 6_000 + "2024-03-05,Орлова Анна,12\n"
    assert decode(words.encode("cp1251")).text == words


def test_utf_16_without_a_mark_needs_letters_that_make_a_text():
    assert decode(bytes(range(256)) * 16) is None
    assert decode(b"\x00\x01\x02\x03" * 500) is None
    assert decode("date,name\n2024-03-05,Orlova\n".encode("utf-16-le")).text == "date,name\n2024-03-05,Orlova\n"


@given(st.binary(max_size=300))
def test_no_bytes_make_the_guess_fail(data):
    found = decode(data)
    assert found is None or isinstance(found.text, str)
