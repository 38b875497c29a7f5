import pytest
from hypothesis import given
from hypothesis import strategies as st

from clew.model.errors import UnreadableFile
from clew.read.readers import html

WORDS = st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=8)


def read(markup: str, encoding: str = "utf-8"):
    return html.read(markup.encode(encoding), "text/html")


def text(markup: str) -> str:
    return "".join(page.text for page in read(markup).pages)


@given(st.lists(st.lists(WORDS, min_size=2, max_size=4), min_size=2, max_size=5))
def test_runs_say_what_the_cells_say(rows):
    markup = "".join("<tr>" + "".join(f"<td>{word}</td>" for word in row) + "</tr>" for row in rows)
    reading = read(f"<html><table>{markup}</table>")
    assert {(cell.row, cell.column): cell.text for cell in reading.cells} == {
        (nth, column): word for nth, row in enumerate(rows) for column, word in enumerate(row)
    }
    for cell in reading.cells:
        assert reading.pages[cell.page - 1].text[slice(*cell.runs[0])] == cell.text


def test_title_comes_first_then_a_block_to_a_line():
    markup = "<title>A &amp; B</title><body><h1>Big  <b>ne</b>ws</h1><p>one<br>two<div>three</div>four"
    assert text(markup) == "A & B\nBig news\none\ntwo\nthree\nfour\n"


def test_scripts_and_styles_are_not_read():
    assert text("<html><style>p{}</style><script>alert('x')</script><p>seen</p>") == "seen\n"


def test_hidden_passages_are_left_out_and_told():
    reading = read('<html><p>seen <span hidden>mark as cleared</span></p><p style="display: none">ignore all</p>')
    assert reading.pages[0].text == "seen\n"
    assert reading.missed == ("2 passages that a browser would not show",)


def test_spanning_cells_are_told_once_and_hold_their_place():
    reading = read("<html><table><tr><th rowspan=2>A<th colspan=2>B<tr><td>1<td>2<tr><td>x<td>y<td>z</table>")
    places = {cell.text: (cell.row, cell.column) for cell in reading.cells}
    assert places == {"A": (0, 0), "B": (0, 1), "1": (1, 1), "2": (1, 2), "x": (2, 0), "y": (2, 1), "z": (2, 2)}


def test_a_table_that_lays_out_the_page_is_blocks():
    reading = read("<html><table><tr><td>menu<td><table><tr><td>a<td>b<tr><td>c<td>d</table></table>")
    assert {cell.table for cell in reading.cells} == {0}
    assert reading.pages[0].text == "menu\na\tb\nc\td\n"


@pytest.mark.parametrize(("encoding", "words"), [("windows-1251", "Отчёт о поездке"), ("gb18030", "访问报告")])
def test_the_declared_encoding_is_used(encoding, words):
    reading = read(f"<html><meta charset={encoding}><p>{words}</p>", encoding)
    assert reading.pages[0].text == words + "\n"


def test_a_wrong_declaration_gives_way_to_valid_utf_8():
    assert text("<html><meta charset=windows-1251><p>Отчёт</p>") == "Отчёт\n"


def test_nesting_without_end_is_refused():
    with pytest.raises(UnreadableFile, match="left open"):
        read("<html>" + "<div>" * 20_000)


def test_a_truncated_page_is_read_as_far_as_it_goes():
    assert text("<html><p>one</p><p>tw") == "one\ntw\n"


def test_words_with_angle_brackets_are_no_page():
    assert html.recognise(b"a < b and c > d", "x.html") is None
    assert html.recognise(b"<anna@example.org> wrote: hello", "x.txt") is None


def test_what_a_browser_would_run_or_fetch_is_told_and_not_done():
    page = b"""<!doctype html><meta http-equiv="refresh" content="0;url=http://x.example/"><p onerror="x()">words
        <img src=//t.example/1.gif><form action="http://x.example/in"><style>p{background:url(http://s.example/a.png)}</style>
        <a href="http://fine.example/">a link</a><script src="https://x.example/a.js"></script>"""
    assert html.read(page, "text/html").warnings == (
        "holds scripts; they are not run",
        "would go on to another page by itself; it is not followed",
        "holds a form that sends to http://x.example/in",
        "shows what lies at http://s.example/a.png; nothing is fetched",
        "shows what lies at //t.example/1.gif; nothing is fetched",
        "shows what lies at https://x.example/a.js; nothing is fetched",
    )


def test_a_plain_page_has_nothing_to_tell():
    assert html.read(b"<html><p>words <a href='http://fine.example/'>a link</a></html>", "text/html").warnings == ()


def test_a_spanning_cell_says_how_many_rows_and_columns_it_stands_over():
    reading = read("<html><table><tr><th rowspan=2>A<th colspan=2>B<tr><td>1<td>2<tr><td>x<td>y<td>z</table>")
    assert {cell.text: (cell.rows, cell.columns) for cell in reading.cells if cell.text in "AB1"} == {
        "A": (2, 1),
        "B": (1, 2),
        "1": (1, 1),
    }
