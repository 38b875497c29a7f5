import io
import zipfile
from contextlib import suppress
from datetime import date, datetime, time

import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from clew.model.errors import UnreadableFile
from clew.read.readers import xlsx
from clew.read.readers._numbers import kind_of, show_number
from clew.read.recognise import recognise

KIND = xlsx.MEDIA_TYPES[0]
WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("\t\n"), min_size=1, max_size=10)


def book(*sheets, hidden=()) -> bytes:
    """Write a workbook; each sheet is (name, {(row, column): value or (value, number format)})."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_urls": False, "strings_to_formulas": False}) as made:
        for name, values in sheets:
            sheet = made.add_worksheet(name)
            if name in hidden:
                sheet.hide()
            for (row, column), given in values.items():
                value, code = given if isinstance(given, tuple) else (given, None)
                if isinstance(value, str):
                    sheet.write_string(row, column, value)
                else:
                    sheet.write(row, column, value, made.add_format({"num_format": code}) if code else None)
    return out.getvalue()


def grid(data: bytes) -> dict[tuple[int, int, int], str]:
    return {(cell.table, cell.row, cell.column): cell.text for cell in xlsx.read(data, KIND).cells}


@settings(max_examples=40, deadline=None)
@given(st.dictionaries(st.tuples(st.integers(0, 1_200), st.integers(0, 40)), WORDS, min_size=1, max_size=20))
def test_runs_say_what_the_cells_say(values):
    reading = xlsx.read(book(("S", values)), KIND)
    assert {(cell.row, cell.column): cell.text for cell in reading.cells} == values
    for cell in reading.cells:
        (run,) = cell.runs
        shown = reading.pages[cell.page - 1].text[slice(*run)]
        assert len(shown) == len(cell.text)
        assert all(b in (a, " ") for a, b in zip(cell.text, shown, strict=True))


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (12.0, "12"),
        (0.1 + 0.2, "0.3"),
        (1e20, "100000000000000000000"),
        (-1250.5, "-1250.5"),
        (True, "TRUE"),
        ((date(2024, 3, 5), "dd.mm.yyyy"), "2024-03-05"),
        ((datetime(2024, 3, 5, 14, 30), "yyyy-mm-dd hh:mm"), "2024-03-05T14:30:00"),  # noqa: DTZ001
        ((date(2024, 3, 5), '[$-419]d mmmm yyyy" г.";@'), "2024-03-05"),
        ((date(2024, 3, 5), 'yyyy"年"m"月"d"日"'), "2024-03-05"),
        ((time(9, 5), "hh:mm"), "09:05"),
        ((0.255, "0.0%"), "25.5%"),
        ((8526910, "0000000000"), "0008526910"),
        ((1250.5, '#,##0.00 "руб."'), "1250.5"),
        ((-7, "#,##0;[Red]-#,##0"), "-7"),
        ("Орлова", "Орлова"),
        ("深圳海图", "深圳海图"),
    ],
)
def test_a_value_is_shown_in_plain_notation(value, expected):
    assert grid(book(("S", {(2, 1): value}))) == {(0, 2, 1): expected}


def test_the_false_leap_day_of_1900_is_counted():
    assert show_number("59", "day") == "1900-02-28"
    assert show_number("61", "day") == "1900-03-01"
    assert show_number("0", "day", from_1904=True) == "1904-01-01"


def test_red_and_dollars_are_no_dates():
    assert kind_of(164, "[$$-409]#,##0.00;[Red]-[$$-409]#,##0.00") == "number"
    assert kind_of(164, "[h]:mm") == "span"


def test_each_sheet_is_a_table_and_a_hidden_one_says_so():
    data = book(("Рейсы", {(0, 0): "a"}), ("隐藏", {(0, 0): "b"}), hidden=("隐藏",))
    reading = xlsx.read(data, KIND)
    assert [page.label for page in reading.pages] == ["Рейсы", "隐藏 (hidden)"]
    assert [cell.table for cell in reading.cells] == [0, 1]
    assert reading.missed == ()


def test_rows_count_over_the_blocks_of_a_sheet():
    reading = xlsx.read(book(("S", {(row, 0): f"r{row}" for row in range(1_100)})), KIND)
    assert [page.text.count("\n") + 1 for page in reading.pages] == [500, 500, 100]
    assert (reading.cells[-1].page, reading.cells[-1].row) == (3, 1_099)


def test_a_sheet_with_one_far_cell_is_small():
    reading = xlsx.read(book(("S", {(0, 0): "first", (1_048_575, 16_383): "last"})), KIND)
    assert reading.pages[0].text == "first\nlast"
    assert (reading.cells[-1].row, reading.cells[-1].column) == (1_048_575, 16_383)


def test_a_formula_without_a_result_is_told():
    data = book(("S", {(0, 0): 5, (0, 1): 6}))
    data = with_part(data, "xl/worksheets/sheet1.xml", lambda part: part.replace(b"<v>6</v>", b"<f>1+1</f>"))
    assert xlsx.read(data, KIND).missed == ('sheet "S": 1 formulas have no stored result',)


def with_part(data: bytes, name: str, change) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            new.writestr(part, change(old.read(part)) if part == name else old.read(part))
    return out.getvalue()


def test_a_workbook_by_another_name_is_a_workbook():
    assert recognise(book(("S", {(0, 0): "a"})), "scan.pdf") == (xlsx, KIND)


def test_a_zip_bomb_is_refused():
    bomb = with_part(book(("S", {(0, 0): "a"})), "xl/worksheets/sheet1.xml", lambda part: part + b" " * 30_000_000)
    with pytest.raises(UnreadableFile, match="at most 100 times its packed size, found 300"):
        xlsx.read(bomb, KIND)


def test_entities_are_not_expanded():
    attack = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b SYSTEM "file:///etc/hostname">]>'
    for name in ("xl/workbook.xml", "xl/sharedStrings.xml"):
        data = with_part(
            book(("S", {(0, 0): "a"})),
            name,
            lambda part: part.replace(b"?>", b"?>" + attack, 1).replace(b"<t>a</t>", b"<t>&b;&a;</t>"),
        )
        with suppress(UnreadableFile):
            assert grid(data) == {}


@pytest.mark.parametrize("keep", [0.3, 0.9, 0.99])
def test_a_truncated_workbook_is_refused(keep):
    data = book(("S", {(0, 0): "a"}))
    with pytest.raises(UnreadableFile, match="damaged"):
        xlsx.read(data[: int(len(data) * keep)], KIND)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 5_000), st.integers(0, 255))
def test_a_flipped_byte_is_read_or_refused(place, byte):
    data = bytearray(book(("S", {(0, 0): "a", (1, 1): 2})))
    data[place % len(data)] = byte
    with suppress(UnreadableFile):
        xlsx.read(bytes(data), KIND)


def test_a_merged_cell_says_how_many_rows_and_columns_it_stands_over():
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as made:
        sheet = made.add_worksheet("S")
        sheet.merge_range("A1:A3", "tall")
        sheet.merge_range("B1:C1", "wide")
        sheet.write("B2", "one")
    cells = xlsx.read(out.getvalue(), KIND).cells
    assert {cell.text: (cell.rows, cell.columns) for cell in cells} == {"tall": (3, 1), "wide": (1, 2), "one": (1, 1)}
