import csv
import json

import pytest
from openpyxl import Workbook

import clew
from clew.model.errors import BadList, BadNames
from clew.screen import names as screening
from clew.screen import sheet
from clew.screen.asked import read_asked, read_lines

LIST = (
    '1,"PETROVSKY, Ivan Nikolayevich","individual","TEST",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"DOB 02 Jan 1970."\n'
    '2,"ZARYA SHIPPING LLC",-0- ,"TEST",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \n'
    '3,"WANG, Xiaoming","individual","TEST",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \n'
)
NAMES = (
    "Name;Type;Date of birth\nИван Николаевич Петровский;person;02.01.1970\nIvan Petrovskiy;person;1981-05-05\nZarya Shiping;company;\n"
    "王小明;person;\nOlga Smirnova;person;\n=HYPERLINK(1);;\n;;\n"
)


@pytest.fixture
def listed(tmp_path):
    path = tmp_path / "sdn.csv"
    path.write_text(LIST, encoding="utf-8")
    return screening.open_lists([path])


@pytest.fixture
def asked(tmp_path):
    path = tmp_path / "customers.csv"
    path.write_text(NAMES, encoding="utf-8")
    return path


def rows(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_every_row_has_its_candidates_or_says_that_nothing_was_found(tmp_path, asked, listed):
    done = sheet.screen_file(asked, tmp_path / "out.csv", listed)
    found = {row["name"]: row for row in rows(tmp_path / "out.csv")}
    assert done.names == 7
    assert found["Иван Николаевич Петровский"]["level"] == "I2"
    assert found["Zarya Shiping"]["level"] == "I0"
    assert "near" in found["Zarya Shiping"]["because"]
    assert found["Olga Smirnova"]["found"] == "nothing found"
    assert found["'=HYPERLINK(1)"]["found"] == "nothing found"
    assert found[""]["found"] == "no name in this row"


def test_what_speaks_against_and_the_namesakes_stand_beside_a_likeness(tmp_path, asked, listed):
    sheet.screen_file(asked, tmp_path / "out.csv", listed)
    found = {row["name"]: row for row in rows(tmp_path / "out.csv")}
    row = found["Ivan Petrovskiy"]
    assert row["level"] == "I0"
    assert "birth years differ by 11" in row["against"]
    assert "patronymic 'nikolayevich' missing in the name asked" in row["against"]
    assert row["namesakes"].endswith("among 7 names")


def test_pinyin_is_a_likeness_at_most(tmp_path, asked, listed):
    sheet.screen_file(asked, tmp_path / "out.csv", listed)
    row = {row["name"]: row for row in rows(tmp_path / "out.csv")}["王小明"]
    assert row["level"] == "I0"
    assert "many names share one pinyin" in row["against"]


def test_the_record_beside_the_worksheet_says_what_was_screened_against(tmp_path, asked, listed):
    sheet.screen_file(asked, tmp_path / "out.csv", listed)
    about = json.loads((tmp_path / "out.csv.about.json").read_text(encoding="utf-8"))
    assert about["names"] == 7
    assert about["lists"][0]["list"] == "ofac-sdn"
    assert len(about["lists"][0]["sha256"]) == 64


def test_a_stopped_run_goes_on_and_ends_with_the_same_bytes(tmp_path, asked, listed, monkeypatch):
    monkeypatch.setattr(sheet, "BATCH", 2)
    sheet.screen_file(asked, tmp_path / "whole.csv", listed)

    def stop(done, total):
        if done == 4:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        sheet.screen_file(asked, tmp_path / "out.csv", listed, on_progress=stop)
    with (tmp_path / "out.csv.part").open("a", encoding="utf-8") as file:
        file.write("half a row")
    done = sheet.screen_file(asked, tmp_path / "out.csv", listed)
    assert done.resumed == 4
    assert (tmp_path / "out.csv").read_bytes() == (tmp_path / "whole.csv").read_bytes()
    assert not (tmp_path / "out.csv.progress").exists()


def test_a_stopped_run_on_other_names_is_refused(tmp_path, asked, listed, monkeypatch):
    monkeypatch.setattr(sheet, "BATCH", 2)

    def stop(*_):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        sheet.screen_file(asked, tmp_path / "out.csv", listed, on_progress=stop)
    asked.write_text(f"{NAMES}One more;person;\n", encoding="utf-8")
    with pytest.raises(BadNames, match="other names, lists or options"):
        sheet.screen_file(asked, tmp_path / "out.csv", listed)


def test_a_workbook_is_read_and_written(tmp_path, listed):
    book = Workbook()
    book.active.append(["Ref", "Supplier", "LEI"])
    book.active.append(["A1", "Zarya Shipping LLC", ""])
    book.save(tmp_path / "in.xlsx")
    (row,) = read_asked(tmp_path / "in.xlsx", kind="organization")
    assert (row.id, row.name, row.kind) == ("A1", "Zarya Shipping LLC", "organization")
    done = sheet.screen_file(tmp_path / "in.xlsx", tmp_path / "out.xlsx", listed)
    assert done.candidates == 1


def test_a_column_may_be_named_and_one_that_is_not_there_is_refused(tmp_path, asked):
    path = tmp_path / "odd.csv"
    path.write_text("who,name\nIvan,Mr\n", encoding="utf-8")
    assert [row.name for row in read_asked(path, column="Who")] == ["Ivan"]
    with pytest.raises(BadNames, match="no column 'Nobody'"):
        list(read_asked(path, column="Nobody"))


def test_a_file_without_a_heading_has_its_names_in_the_first_column(tmp_path):
    path = tmp_path / "bare.csv"
    path.write_text("Ivan Petrovsky\nOlga Smirnova\n", encoding="utf-8")
    assert [(row.row, row.name) for row in read_asked(path)] == [(1, "Ivan Petrovsky"), (2, "Olga Smirnova")]


def test_lines_of_a_stream_are_names_or_objects():
    found = list(read_lines(['{"name": "Ivan", "kind": "individual", "dob": "1970-01-02"}\n', "\n", "Olga\n"]))
    assert (found[0].kind, found[0].identifiers) == ("person", (("birth_date", "1970-01-02"),))
    assert (found[1].row, found[1].name) == (3, "Olga")
    with pytest.raises(BadNames, match="line 1"):
        list(read_lines(["{broken"]))


def test_names_are_screened_by_a_call(tmp_path):
    path = tmp_path / "sdn.csv"
    path.write_text(LIST, encoding="utf-8")
    found = list(clew.screen_names(["Zarya Shipping LLC", {"name": "Olga Smirnova", "kind": "person"}], [path]))
    assert [record["found"] for record in found] == ["candidate", "nothing found"]
    assert found[0]["level"] == "I1"


def test_an_unknown_list_is_named(tmp_path, monkeypatch):
    monkeypatch.setenv("CLEW_HOME", str(tmp_path))
    with pytest.raises(BadList, match="unknown list 'ofca'"):
        screening.open_lists(["ofca"])
    with pytest.raises(BadList, match="holds no list"):
        screening.open_lists()
