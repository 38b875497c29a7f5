import csv
import zipfile

import openpyxl
import pytest

from clew.screen.worksheet import csv_as_xlsx, safe, write_csv

PAYLOADS = [
    *(
        "=1+1",
        "+1+cmd|' /C calc'!A0",
        "-2+3",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\0=1",
        ' "=1',
        "＝1",
        "＋1",
        "－1",
        "＠x",
        "\u00a0=1",
    ),
    "\ufeff=1",
]


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_cell_that_a_spreadsheet_would_run_begins_with_an_apostrophe(payload):
    assert safe(payload).startswith("'")


@pytest.mark.parametrize("plain", ["Petrov", "O'Neill", "12", "-12.5", "", "a=b", "1-2"])
def test_other_cells_stand_as_they_are(plain):
    assert safe(plain) == plain


def test_a_workbook_has_text_cells_and_numbers_and_no_formula(tmp_path):
    source, target = tmp_path / "a.csv", tmp_path / "a.xlsx"
    with source.open("w", encoding="utf-8", newline="") as file:
        write_csv(file, ["name", "score"], [{"name": "name", "score": "score"}])
        write_csv(file, ["name", "score"], [{"name": text, "score": 99.5} for text in (*PAYLOADS, "Ärger & <Söhne>")])
    csv_as_xlsx(source, target, numbers=("score",))
    rows = list(openpyxl.load_workbook(target).active.iter_rows())
    assert len(rows) == len(PAYLOADS) + 2
    assert {row[0].data_type for row in rows} == {"s"}
    assert {row[1].value for row in rows[1:]} == {99.5}
    assert rows[1][0].value == "=1+1"
    assert rows[-1][0].value == "Ärger & <Söhne>"
    with zipfile.ZipFile(target) as book:
        assert b"<f>" not in book.read("xl/worksheets/sheet1.xml")


def test_a_csv_comes_back_with_its_rows(tmp_path):
    source = tmp_path / "a.csv"
    with source.open("w", encoding="utf-8", newline="") as file:
        write_csv(file, ["name"], [{"name": 'a "b"\nc'}])
    with source.open(encoding="utf-8", newline="") as file:
        assert list(csv.reader(file)) == [['a "b"\nc']]


def test_more_rows_than_a_sheet_holds_go_on_in_the_next(tmp_path, monkeypatch):
    monkeypatch.setattr("clew.screen.worksheet.MOST_ROWS", 4)
    source = tmp_path / "a.csv"
    with source.open("w", encoding="utf-8", newline="") as file:
        write_csv(file, ["name"], [{"name": "name"}, *({"name": f"N{n}"} for n in range(7))])
    csv_as_xlsx(source, tmp_path / "a.xlsx")
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    assert book.sheetnames == ["candidates", "candidates 2", "candidates 3"]
    found = [[row[0].value for row in sheet.iter_rows()] for sheet in book]
    assert found == [["name", "N0", "N1", "N2"], ["name", "N3", "N4", "N5"], ["name", "N6"]]
    (tmp_path / "b.csv").write_text("name\r\n", encoding="utf-8")
    csv_as_xlsx(tmp_path / "b.csv", tmp_path / "b.xlsx")
    assert openpyxl.load_workbook(tmp_path / "b.xlsx").sheetnames == ["candidates"]
