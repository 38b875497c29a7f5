import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clew.model.errors import UnreadableFile
from clew.read.readers import rtf
from clew.read.recognise import recognise

KIND = "application/rtf"
FONTS = rb"{\fonttbl{\f0\fcharset204 Arial;}{\f1\fcharset0 Arial;}{\f2\fcharset134 SimSun;}}"


def read(body: bytes):
    return rtf.read(rb"{\rtf1\ansi\ansicpg1251\deff0" + FONTS + body + b"}", KIND)


def words(body: bytes) -> str:
    return read(body).pages[0].text


def test_letters_are_decoded_by_the_code_page_of_their_font():
    body = rb"\f0 " + b"".join(b"\\'%02x" % code for code in "Счёт".encode("cp1251")) + rb" 17\par"
    body += rb"{\f1 caf\'e9}{\f2 \'b7\'a2\'c6\'b1}{\uc1\u1087?\u-26543?}\par"
    assert words(body) == "Счёт 17\ncafé发票п\u9851\n".replace("\u9851", chr(-26543 & 0xFFFF))


def test_a_letter_in_raw_bytes_is_read_too():
    assert words("Акт приёмки".encode("cp1251")) == "Акт приёмки\n"


def test_tables_become_rows_of_cells():
    reading = read(rb"before\par\trowd a\cell b\cell\row\trowd c\cell\cell d\cell\row\pard after\par")
    assert reading.pages[0].text == "before\na\tb\nc\t\td\nafter\n"
    assert {(cell.row, cell.column): cell.text for cell in reading.cells} == {
        (0, 0): "a",
        (0, 1): "b",
        (1, 0): "c",
        (1, 2): "d",
    }
    for cell in reading.cells:
        assert reading.pages[0].text[slice(*cell.runs[0])] == cell.text


def test_notes_and_headers_are_read_and_machinery_is_not():
    body = rb"{\*\generator x;}{\header head\par}{\pict 0102ff}one{\footnote note}{\stylesheet{\s1 Name;}}"
    assert words(body) == "head\none\nnote\n"


def test_what_is_hidden_deleted_embedded_or_elsewhere_is_told():
    body = (
        rb'one {\v secret}{\deleted gone}{\object{\*\objdata 0105}}{\field{\*\fldinst HYPERLINK "http://x.example/a"}'
    )
    body += rb"{\fldrslt link}}{\*\template \\\\host\\x.dot}"
    reading = read(body)
    assert reading.pages[0].text == "one secretlink\n"
    said = " ".join(reading.warnings)
    for expected in (
        "1 runs of words are hidden",
        "marked as deleted",
        "1 embedded",
        "refers to http://x.example/a",
        "template",
    ):
        assert expected in said


def test_a_truncated_file_is_read_as_far_as_it_goes():
    reading = rtf.read(rb"{\rtf1\ansi one {\b two", KIND)
    assert reading.pages[0].text == "one two\n"
    assert "truncated" in reading.missed[0]


def test_groups_without_end_are_refused():
    with pytest.raises(UnreadableFile, match="at most 1000 groups"):
        rtf.read(rb"{\rtf1" + b"{" * 5_000, KIND)


def test_a_file_named_doc_that_is_rich_text_is_told():
    assert recognise(rb"{\rtf1\ansi words}", "contract.doc") == (rtf, KIND)


@settings(max_examples=100, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [b"\\cell", b"\\row", b"\\trowd ", b"\\par ", b"{", b"}", b"\\u5?", b"\\'", b"x", b"\\*", b"\\v0 "]
        )
    )
)
def test_marks_in_any_order_are_no_bug(marks):
    try:
        reading = rtf.read(rb"{\rtf1 " + b"".join(marks) + b" x", KIND)
    except UnreadableFile:
        return
    for cell in reading.cells:
        assert reading.pages[cell.page - 1].text[slice(*cell.runs[0])] == cell.text
