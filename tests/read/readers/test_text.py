import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clew.model.errors import UnreadableFile
from clew.read.readers import text

RUSSIAN = "Уважаемый Павел Андреевич! Направляем группу инженеров для участия в совещании на заводе.\n"
CHINESE = "发票号码：12345，购买方：深圳海图科技有限公司，货物名称：光电设备。\n"


def joined(data: bytes) -> str:
    return "".join(page.text for page in text.read(data, "text/plain").pages)


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("\n\r\t"), min_size=1))
def test_joined_pages_are_the_file(words):
    assert joined(b"\xef\xbb\xbf" + words.encode()) == words


@given(st.lists(st.integers(0, 9_000), max_size=12), st.sampled_from(["\n", "\r\n", "\r"]))
def test_long_texts_are_cut_at_line_ends(lengths, newline):
    words = "".join("x" * length + newline for length in lengths) + "end"
    pages = text.read(words.encode(), "text/plain").pages
    assert "".join(page.text for page in pages) == words
    assert all(len(page.text) <= 20_000 for page in pages)
    assert all(page.text.endswith(newline) for page in pages[:-1])
    assert [page.number for page in pages] == list(range(1, len(pages) + 1))


def test_a_line_longer_than_a_page_is_cut():
    assert [len(page.text) for page in text.read(b"x" * 45_000, "text/plain").pages] == [20_000, 20_000, 5_000]


def test_one_endless_line_costs_no_more_than_lines_do():
    def cpu(words):
        began = time.process_time()
        assert len(text.read(words, "text/plain").pages) > 100
        return time.process_time() - began

    lines = min(cpu((b"word " * 20 + b"\n") * 40_000) for _ in range(3))
    endless = min(cpu(b"word " * 808_000) for _ in range(3))
    assert endless < 10 * lines + 0.2  # it was a hundred times as much


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r", "cp866", "utf-16", "utf-8-sig"])
def test_russian_is_read_in_its_old_encodings(encoding):
    assert joined(RUSSIAN.encode(encoding)) == RUSSIAN


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16", "utf-8"])
def test_chinese_is_read_in_its_encodings(encoding):
    assert joined(CHINESE.encode(encoding)) == CHINESE


def test_a_letter_cut_in_the_middle_is_told():
    reading = text.read(RUSSIAN.encode()[:-2] + "ж".encode()[:1], "text/plain")
    assert reading.pages[0].text == RUSSIAN[:-2] + "\ufffd" or reading.pages[0].text.startswith(RUSSIAN[:-3])
    assert reading.missed == ("1 places are not valid UTF-8",)


def test_bytes_with_nul_are_no_text():
    assert text.recognise(b"words\x00words", "a.txt") is None
    with pytest.raises(UnreadableFile, match="expected text"):
        text.read(b"words\x00words", "text/plain")
