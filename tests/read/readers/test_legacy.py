import base64
import io
import struct
import zipfile
import zlib

import pytest
from ole_file import ole_file

from clew.model.errors import UnreadableFile
from clew.read.readers import legacy
from clew.read.recognise import recognise

# Written with xlwt: a sheet "Счета" with a date, a hidden row and a hidden column, and a hidden sheet "Back".
BOOK = zlib.decompress(
    base64.b64decode(
        "eNrtWE1oE0EU/mY7+WlNkzSmQiuUGLDWWotWCoK0qaE2eEhpvWhV0LQJWCKJBEUU1GrNSQTRk+KlUA9e6s/BHxRR8OBBqOhBEIRE"
        "j54EBQ9t1zcvuzWNCg3UQGS/Zd68efPezs9787P7ZrYhN3WvOY8S9KIGC3ot7EUyQanWLHhB9bquWDN3UtItVBVqneRIuw1P6l87"
        "lA+Vv/PQcFe+IAp8onQQxzCYTiUCFUSY+xATqg89QlLsabhJyY0m7peP6RjT1UzvsO5Tpn0sucy0h3RzYj9mQ4Pt24043qcFuc5N"
        "VOAh23xgyVY04pWK43NXREHXhp2Z8djRKqtokS5Mg1waSaQSGVX24BbqgP7+zmi0c4SQg5/cPY3vegD4Zq7r5wFLXlm5AMl/LJU7"
        "/iJ3khNL5dc0CUxAPyxUMGcp3AekqrGJdTIiu2VYbpFZuNBmV/EhEY6NJecQoUgBJ1pcflJRajaIoOyVXcT2STtEMxV2yM3oopzU"
        "dg93n3h2yTFCYXRkPB5PpAKZ9Mk6dSrwLuJdsovU89pyEY3Dw3wDrzAvDWLu9te30dGh0CGWTPDJoTonsF4NBjrOKwvXGbbXcHWV"
        "h08faG7W5PHRCQW08xs2Mb3AraxlvpmpnwZIeetQo8EMTLLORa5tpXa3Md6FNhTxbcRnvww/asl+Dm0kfiaSP+2feR+aQpDOvzj3"
        "U2ASHaJD3Liu8Dhk5sLYmT4ybfptl3JqXqPvunGoejCv1iWhgWmhpGZLLJY0Y+6UtSixPqvVscyH+y811hdsrWanUKesuwzrGn5b"
        "wTpgtF3D+mpOezUfHqiGaAf9hZX0MEo8bHpULNJq9ago8UnBowc0Y1bxp1m1YMGCBQsWLFioPATfBwt3aWl8EKi7ncP4rzNPacH6"
        "TfLfYg/S9BynT8pdSFGewamy4mcNfWaa7xLLtDH/FyrspdYzSGKU+5EsO37pbi6Kx7NsQ+/KLaFy218op5//uP2f0vwFEw=="
    )
)
# Written with xlwt: "Day" over two rows, "Flight" over two columns, one day over two flights.
MERGED = zlib.decompress(
    base64.b64decode(
        "eNrtWE1oE0EUfrO7+aVNk5oKrVBCwaq1hdhaULCuFW0PYqkKGoqgqY1aGhNZcqkXqzVHQfCkeCn04qXqxR8U0ZsHoaIHQRASpSdP"
        "goKHNut7b2djWnNoQIuW+ZZ98+bNfDOzM2/e7uyb+Uhh5kFLEVZgL+hQsgPgrbAJvANuJgxYbtukuqkfb1vhv0LAjwvp9cDT+tc+"
        "WkNa7yJocN94iRLgE94n4SIMZTOp2BpiP48hKWgMfSgF3EFLCJp5VI0sz7DcwPIe13zGch9brrPsw7oFMQLz5lDHLunFCa2Ny0JA"
        "7T5izge27IAmeEVefPmGcOp6oN8aT6b/zYJWow5mAddtMJVJWcl0AaK4gLPw3Y4BfHN36ouYsq+tXQDafyy3+6rYb2oGwBTYp9nB"
        "8+iqCzqVeETM6DV2G/3GIWMR9nDQpd2JhQeSk7hFB9Lj587nkHzWyl5Ax81lgwDd8e6dXfGerngv1jt2PEFyJBGkoM2bPLxsk9ez"
        "89ehHIMG1iO8BcIYxhfvfn17eHTYPMWWKQ7sTvjfTCMGG64QA8khLjFY0tA7mLGd5VVudRPrLSyj6LiYtg83SWVgmutc49J27KeH"
        "8c7cUqFvRT3/5cjj1vxncxvqc4PFS9G59+YMtOHMjCGfrmnoFJ3i9i3CE9NNhQwVH1k2/xY2/FpYjt2W77gGWIIgqxGWTo5mh57/"
        "Oc+FxnNFXLGCS+VCcokpyvPq5Iipy361Kv1qzDVkfWdVPOUcsb2SrVfpWa/oWWeut5zTZEsLuBaU0yte65pcXXzta43wkLIYRH8h"
        "CAoKCgoKCgoKCusEgj9nnY93+uz0yOOBT/7XWcK7pH6TrFschSxeOTyYHoQMphZM1uQ/G/Gw6rYlVslx/xcSTmDvFkzAKI9jomb/"
        "xeOdqHyeVRPDf24L1dp/qZZx/uX+fwJQQtEd"
    )
)
XLSB = "application/vnd.ms-excel.sheet.binary.macroenabled.12"


def test_an_old_workbook_is_read_as_shown():
    reader, media_type = recognise(BOOK, "book.doc")
    assert (reader, media_type) == (legacy, "application/vnd.ms-excel")
    reading = legacy.read(BOOK, media_type)
    assert [page.label for page in reading.pages] == ["Счета", "Back"]
    grid = {(cell.table, cell.row, cell.column): cell.text for cell in reading.cells}
    assert grid[0, 0, 1] == "Товар"
    assert grid[0, 1, 0] == "2024-03-05"
    assert grid[0, 1, 1] == "光电设备"
    assert grid[0, 1, 2] == "12"
    assert grid[1, 0, 0] == "1.5"
    for cell in reading.cells:
        assert reading.pages[cell.page - 1].text[slice(*cell.runs[0])] == cell.text


def test_what_is_hidden_in_an_old_workbook_is_read_and_told():
    reading = legacy.read(BOOK, "application/vnd.ms-excel")
    assert "hidden row" in reading.pages[0].text
    assert reading.warnings == ('sheet "Back" is hidden; it is read', "1 rows and 1 columns are hidden; they are read")


@pytest.mark.parametrize(
    ("stream", "kind", "said"),
    [
        ("WordDocument", "application/msword", "save it as DOCX or PDF"),
        ("PowerPoint Document", "application/vnd.ms-powerpoint", "save it as PPTX or PDF"),
        ("EncryptedPackage", "application/x-encrypted-office", "encrypted"),
    ],
)
def test_what_is_not_read_says_what_to_do(stream, kind, said):
    data = ole_file({stream: b"x" * 5_000})
    assert recognise(data, "a.pdf") == (legacy, kind)
    with pytest.raises(UnreadableFile, match=said):
        legacy.read(data, kind)


def test_macros_in_an_old_workbook_are_told_and_not_run():
    data = ole_file({"Workbook": b"x" * 5_000, "_VBA_PROJECT_CUR/VBA/dir": b"x"})
    assert legacy.hidden_in(data) == ["holds macros; they are not run"]


def test_a_truncated_workbook_is_said_to_be_damaged():
    with pytest.raises(UnreadableFile, match="damaged"):
        legacy.read(BOOK[:1_500], "application/vnd.ms-excel")


def record(kind: int, body: bytes = b"") -> bytes:
    number = bytes([kind]) if kind < 0x80 else bytes([kind & 0x7F | 0x80, kind >> 7])
    return number + bytes([len(body)]) + body


def binary_workbook(*cells: tuple[int, int, float]) -> bytes:
    """Write the smallest XLSB: one sheet of numbers."""

    def text(words: str) -> bytes:
        return struct.pack("<L", len(words)) + words.encode("utf-16-le")

    sheet = record(129) + record(148, struct.pack("<4L", 0, 9, 0, 9)) + record(145)
    for row, column, value in cells:
        sheet += record(0, struct.pack("<LL", row, 0) + bytes(17)) + record(5, struct.pack("<LLd", column, 0, value))
    sheet += record(146) + record(130)
    book = record(131) + record(143) + record(156, struct.pack("<LL", 0, 1) + text("rId1") + text("One"))
    book += record(144) + record(132)
    rels = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="'
        'http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.bin"/>'
        "</Relationships>"
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("xl/workbook.bin", book)
        archive.writestr("xl/_rels/workbook.bin.rels", rels)
        archive.writestr("xl/worksheets/sheet1.bin", sheet)
    return out.getvalue()


def test_a_binary_workbook_is_read():
    data = binary_workbook((1, 2, 12.5), (3, 0, 7))
    assert recognise(data, "x.zip") == (legacy, XLSB)
    found = {(cell.row, cell.column): cell.text for cell in legacy.read(data, XLSB).cells}
    assert found == {(1, 2): "12.5", (3, 0): "7"}


def test_two_cells_far_apart_do_not_cost_the_memory_of_all_between():
    with pytest.raises(UnreadableFile, match="expected sheets of at most 20000000 cells"):
        legacy.read(binary_workbook((0, 0, 1), (1_048_575, 16_383, 2)), XLSB)


def test_a_chain_of_sectors_that_bites_its_own_tail_ends():
    data = bytearray(ole_file({"Workbook": b"\x09\x08" + b"x" * 5_000}))
    table = struct.unpack_from("<L", data, 76)[0]  # the first sector of the table of chains
    struct.pack_into("<L", data, 512 + table * 512 + 4, 0)
    with pytest.raises(UnreadableFile, match="damaged"):
        legacy.read(bytes(data), "application/vnd.ms-excel")


def test_a_sheet_that_claims_more_rows_than_there_can_be_is_refused_before_memory_is_taken():
    claim = struct.pack("<HHLLHHH", 0x0200, 14, 0, 0xFFFFFFF0, 0, 0xFFF0, 0)
    with pytest.raises(UnreadableFile, match="damaged"):
        legacy.read(ole_file({"Workbook": claim + bytes(5_000)}), "application/vnd.ms-excel")


def test_a_merged_cell_of_an_old_workbook_says_how_many_rows_and_columns_it_stands_over():
    reading = legacy.read(MERGED, "application/vnd.ms-excel")
    over = {cell.text: (cell.rows, cell.columns) for cell in reading.cells}
    assert over["Day"] == (2, 1)
    assert over["Flight"] == (1, 2)
    assert over["2024-03-05"] == (2, 1)
    assert over["SVX"] == (1, 1)
    for cell in reading.cells:
        assert reading.pages[cell.page - 1].text[slice(*cell.runs[0])] == cell.text
