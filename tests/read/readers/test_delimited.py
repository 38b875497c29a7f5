import csv
import io
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clew.model.errors import UnreadableFile
from clew.model.source import Page
from clew.read.readers import delimited

WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from(',;\t|"\n\r'), max_size=12)


def written(rows, delimiter=",", **options) -> str:
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=delimiter, **options).writerows(rows)
    return out.getvalue()


def grid(reading) -> dict[tuple[int, int], str]:
    return {(cell.row, cell.column): cell.text for cell in reading.cells}


@given(st.lists(st.lists(WORDS, min_size=2, max_size=4), min_size=1, max_size=6), st.sampled_from(",;\t|"))
def test_what_a_csv_writer_wrote_is_read_back(rows, delimiter):
    data = written([["a", "b", "c"], ["d", "e", "f"], *rows], delimiter, quoting=csv.QUOTE_ALL)
    reading = delimited.read(f"sep={delimiter}\n{data}".encode(), "text/csv")
    assert "".join(page.text for page in reading.pages) == f"sep={delimiter}\n{data}"
    found = {place: said for place, said in grid(reading).items() if place[0] > 1}
    assert found == {(nth + 2, column): said for nth, row in enumerate(rows) for column, said in enumerate(row) if said}


@given(st.lists(st.lists(WORDS, min_size=2, max_size=4), min_size=2, max_size=6))
def test_runs_say_what_the_cell_says_before_quoting_is_undone(rows):
    data = written([["a", "b"], ["c", "d"], *rows])
    reading = delimited.read(("sep=,\n" + data).encode(), "text/csv")
    for cell in reading.cells:
        raw = " ".join(reading.pages[cell.page - 1].text[start:stop] for start, stop in cell.runs)
        assert cell.text in (raw, raw.replace('""', '"'))


@pytest.mark.parametrize("encoding", ["utf-8", "cp1251", "utf-16"])
def test_a_russian_passenger_list_is_read(encoding):
    text = "Дата;Пассажир;Рейс;Статус\r\n05.03.2024;Орлова Анна Ильинична;ЮЖ 101;вылетел\r\n"
    data = text.encode(encoding)
    assert delimited.recognise(data, "x") == "text/csv"
    assert grid(delimited.read(data, "text/csv"))[1, 1] == "Орлова Анна Ильинична"


def test_a_chinese_table_in_gb18030_is_read():
    data = "日期,旅客,航班,状态\n2024-03-05,林晓雯,南方航线101,已登机\n2024-03-09,赵立新,南方航线102,已取消\n".encode(
        "gb18030"
    )
    assert grid(delimited.read(data, "text/csv"))[1, 1] == "林晓雯"


def test_quotes_and_line_ends_inside_a_field_stay_in_the_cell():
    reading = delimited.read(b'item,note\n1,"say ""yes"",\nthen go"\n2,b\n', "text/csv")
    assert grid(reading)[1, 1] == 'say "yes",\nthen go'
    (cell,) = (cell for cell in reading.cells if (cell.row, cell.column) == (1, 1))
    assert reading.pages[0].text[slice(*cell.runs[0])] == 'say ""yes"",\nthen go'


def test_ragged_rows_are_kept():
    assert grid(delimited.read(b"a,b,c\n1,2\n3,4,5\n6,7,8,9\n", "text/csv"))[3, 3] == "9"


def test_pages_break_between_records_and_rows_count_on():
    rows = [[str(nth), "two\nlines"] for nth in range(1_200)]
    reading = delimited.read(written(rows).encode(), "text/csv")
    assert [page.label for page in reading.pages] == ["rows 1-500", "rows 501-1000", "rows 1001-1200"]
    *_, last = reading.cells
    assert (last.page, last.row) == (3, 1_199)
    assert reading.pages[1].text.startswith("500,")


def test_a_quote_that_never_closes_is_a_letter():
    assert grid(delimited.read(b'a,b\n"c,d\ne,f\n', "text/csv"))[1, 0] == '"c'


def test_decimal_commas_do_not_outvote_the_semicolon():
    assert grid(delimited.read(b"item;price\nbolt;1,50\nnut;2,75\n", "text/csv"))[1, 1] == "1,50"


@pytest.mark.parametrize(
    "text",
    [
        "Dear Pavel, thank you.\nAs agreed, we shall come.\n",
        "One line, only",
        "Lena st, 5\nMira st, 7\nSea st, 9\n",
        "Dear Sir,\nyours faithfully,\n",
        "Loans, as he said, were given, and taken by the bank that nobody has named.\n" * 4,
        "Уважаемая Анна, благодарим вас.\nКак условились, приедем.\n",
    ],
)
def test_prose_and_addresses_are_no_table(text):
    assert delimited.recognise(text.encode(), "letter.txt") is None


def test_a_named_table_with_title_lines_is_a_table():
    assert delimited.recognise(b"March list\n\nname,date\nOrlova,5\nZimin,6\n", "march.csv") == "text/csv"


def test_a_table_with_a_space_after_each_comma_is_a_table():
    rows = "".join(f"Orlova, Anna, 2024-03-0{day}, YU 101\n" for day in range(1, 7))
    assert delimited.recognise(rows.encode(), "rows.txt") == "text/csv"


def test_what_is_no_table_says_so():
    with pytest.raises(UnreadableFile, match="agree on two columns"):
        delimited.read(b"only words\n", "text/csv")


@given(st.lists(st.sampled_from(["a", "Ж", "\U0001f600", ",", "\n", "\r", "\r\n", ""]), max_size=40).map("".join))
def test_cells_without_quotes_are_what_stands_between_the_marks(words):
    reading = delimited.read(b"sep=,\n" + words.encode(), "text/csv")
    lines = re.split("\r\n|\n|\r", words)
    expected = {
        (row, column): said for row, line in enumerate(lines) for column, said in enumerate(line.split(",")) if said
    }
    assert grid(reading) == expected
    for cell in reading.cells:
        assert reading.pages[0].text[slice(*cell.runs[0])] == cell.text


def test_a_table_of_many_pages_is_cut_between_records_wherever_quotes_hold_line_ends():
    rows = [["id", "note"], *([str(number), f"a,\nb {number}" if number % 3 else "plain"] for number in range(1_700))]
    data = written(rows)
    reading = delimited.read(data.encode(), "text/csv")
    assert [page.label for page in reading.pages] == ["rows 1-500", "rows 501-1000", "rows 1001-1500", "rows 1501-1701"]
    assert "".join(page.text for page in reading.pages) == data
    found = grid(reading)
    assert [[found[nth, 0], found[nth, 1]] for nth in range(len(rows))] == rows


@given(
    st.lists(
        st.sampled_from(["a", "Ж", "\U0001f600", ",", "\n", "\r", "\r\n", " ", '"', '""', '"a,b"', '"\n"', ',"a""b",']),
        max_size=20,
    ).map("".join)
)
def test_cells_found_by_their_marks_are_those_the_pattern_finds(text):
    page = Page(1, text)
    marked, told = delimited.by_marks(page, 0, ",", 5), delimited.by_pattern(page, 0, ",", 5)
    if marked is None:  # a quote neither opens, closes nor doubles: the pattern decides
        assert '"' in text
        return
    for one, other in zip(marked, told, strict=True):
        assert (list(one) if hasattr(one, "__len__") else one) == (list(other) if hasattr(other, "__len__") else other)


def test_a_page_of_clean_quotes_needs_no_pattern():
    page = Page(1, 'a,"b, c"\n"d ""e""",""\n')
    assert delimited.by_marks(page, 0, ",", 0) is not None


def test_one_line_of_commas_is_no_table_and_two_are():
    assert delimited.recognise(b"Note 1\na,b,c\nno more\n", "note.txt") is None
    assert delimited.recognise(b"a,b,c\nd,e,f\n", "note.txt") == "text/csv"
    assert delimited.recognise(b"a,b,c\rd,e,f\r", "note.txt") == "text/csv"
