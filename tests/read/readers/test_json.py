import json as stdlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clew.read.readers import json
from clew.read.recognise import recognise

KIND = "application/json"
NAMES = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=4)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=3),
    max_leaves=12,
)


def read(words: str):
    return json.read(words.encode(), KIND)


def grid(reading) -> dict[tuple[int, int, int], str]:
    return {(cell.table, cell.row, cell.column): cell.text for cell in reading.cells}


def test_json_lines_become_rows_under_the_names_of_their_fields():
    words = '{"имя": "Анна", "to": {"city": "Москва"}}\n{"имя": "李雷", "seat": null, "fare": 12.50}\n'
    assert recognise(words.encode(), "x.csv") == (json, KIND)
    reading = read(words)
    assert reading.pages[0].text == words
    assert grid(reading) == {
        (0, 0, 0): "имя",
        (0, 0, 1): "to city",
        (0, 0, 2): "fare",
        (0, 1, 0): "Анна",
        (0, 1, 1): "Москва",
        (0, 2, 0): "李雷",
        (0, 2, 2): "12.50",
    }


def test_each_array_of_objects_is_a_table():
    reading = read('{"number": "17", "lines": [{"item": "a", "qty": 1}, {"item": "b", "qty": 2}]}')
    assert grid(reading) == {
        (0, 0, 0): "number",
        (0, 1, 0): "17",
        (1, 0, 0): "item",
        (1, 0, 1): "qty",
        (1, 1, 0): "a",
        (1, 1, 1): "1",
        (1, 2, 0): "b",
        (1, 2, 1): "2",
    }


def test_escapes_are_undone_in_the_cell_and_stay_in_the_text():
    (_, cell) = read('{"a": "\\u0421\\"x"}').cells
    assert cell.text == 'С"x'
    assert '{"a": "\\u0421\\"x"}'[slice(*cell.runs[0])] == '\\u0421\\"x'


def test_long_files_are_cut_between_records():
    words = "[" + ",\n".join(f'{{"n": {number}, "words": "{"x" * 60}"}}' for number in range(2_000)) + "]"
    reading = read(words)
    assert "".join(page.text for page in reading.pages) == words
    assert len(reading.pages) > 5
    assert all(len(page.text) <= 20_100 for page in reading.pages)
    rows = [cell.text for cell in reading.cells if cell.column == 0 and cell.row]
    assert rows == [str(number) for number in range(2_000)]


@given(VALUES)
def test_runs_say_what_the_cell_says_and_pages_are_the_file(value):
    for words in (stdlib.dumps([{"k": value}, {"k": value}]), stdlib.dumps({"k": value}, indent=1, ensure_ascii=False)):
        reading = read(words)
        assert "".join(page.text for page in reading.pages) == words
        for cell in reading.cells:
            raw = [reading.pages[cell.page - 1].text[start:stop] for start, stop in cell.runs]
            assert " ".join(raw) == cell.text or "\\" in "".join(raw)


def test_nesting_without_end_is_no_bug():
    assert read('{"a":' * 20_000).missed == ("the file is truncated: objects or arrays are left open at its end",)


def test_a_file_cut_in_mid_record_says_so():
    reading = read('{"a": 1}\n{"a": 2}\n{"a": ')
    assert [cell.text for cell in reading.cells] == ["a", "1", "2"]
    assert "truncated" in reading.missed[0]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le"])
def test_other_encodings_are_told(encoding):
    data = '[{"a": "Счёт"}]'.encode(encoding)
    assert recognise(data, "x") == (json, KIND)
    assert grid(json.read(data, KIND))[0, 1, 0] == "Счёт"


def test_prose_in_brackets_is_no_json():
    assert recognise(b'["Meridian" letterhead]\nDear Sir\n', "a.json")[0] is not json
