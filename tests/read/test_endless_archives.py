"""Archives that never end and sheets that say more than any memory holds: each has its row and its reason, and the run goes on."""

import bz2
import gzip
import io
import lzma
import tarfile
import zipfile
import zlib

import py7zr
import pytest
import xlsxwriter
from quines import gzip_quine, zip_quine

import clew
from clew.read import stage as read

NOTE = b"a note that is read all the same\n"
GIGA = 1 << 30


def fates(case, tmp_path, **files: bytes):
    folder = tmp_path / "evidence"
    folder.mkdir()
    for name, data in files.items():
        (folder / name.replace("__", ".")).write_bytes(data)
    (folder / "zz.txt").write_bytes(NOTE)
    read.add(case, [folder])
    read.run(case)
    assert read.run(case) == 0
    found = {row["path"]: (row["status"], row["reason"]) for row in clew.sources(case)}
    assert found.pop("zz.txt") == ("read", "")
    return found


def test_the_quines_hold_themselves():
    assert gzip.decompress(gzip_quine()) == gzip_quine()
    with zipfile.ZipFile(io.BytesIO(zip_quine())) as archive:
        assert [archive.read(name) for name in archive.namelist()] == [zip_quine()]


def test_an_archive_that_unpacks_to_itself_ends_at_its_first_inside(case, tmp_path):
    found = fates(case, tmp_path, quine__zip=zip_quine(), quine__gz=gzip_quine())
    same = {path: fate for path, fate in found.items() if "/" in path}
    assert len(found) == 4
    assert sorted(same.values()) == [("skipped", "same bytes as quine.gz"), ("skipped", "same bytes as quine.zip")]


def zipped(data: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("inner", data)
    return out.getvalue()


def tarred(data: bytes, mode: str) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode=mode) as archive:
        info = tarfile.TarInfo("inner")
        info.size = len(data)
        archive.addfile(info, io.BytesIO(data))
    return out.getvalue()


def sevenzipped(data: bytes) -> bytes:
    out = io.BytesIO()
    with py7zr.SevenZipFile(out, "w") as archive:
        archive.writestr(data, "inner")
    return out.getvalue()


PACKERS = {
    "zip": zipped,
    "tar.gz": lambda data: tarred(data, "w:gz"),
    "tar.xz": lambda data: tarred(data, "w:xz"),
    "gz": lambda data: gzip.compress(data, 1),
    "bz2": bz2.compress,
    "xz": lambda data: lzma.compress(data, preset=0),
    "7z": sevenzipped,
}


@pytest.mark.parametrize("pack", PACKERS.values(), ids=PACKERS)
def test_a_bomb_in_an_archive_of_its_own_kind_has_a_row_that_says_why(case, tmp_path, pack):
    case.set("read_expanded_mb", "5")
    found = fates(case, tmp_path, outer=pack(pack(bytes(30_000_000))))
    assert found["outer"][0] == "read"
    ((status, reason),) = [fate for path, fate in found.items() if path != "outer"]
    assert status in ("failed", "partly")
    assert "at most" in reason


def endless_sheet(size: int) -> bytes:
    """Return a workbook whose one sheet expands to so many bytes of XML: one stretch of rows, packed once and repeated."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        book.add_worksheet()
    rows = b"<row><c><v>1</v></c></row>" * 40_000
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    head = packer.compress(b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>')
    head += packer.flush(zlib.Z_FULL_FLUSH)
    stretch = packer.compress(rows) + packer.flush(zlib.Z_FULL_FLUSH)
    end = packer.compress(b"</sheetData></worksheet>") + packer.flush()
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(out.getvalue())) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if not name.endswith("sheet1.xml"):
                new.writestr(name, old.read(name))
        info = zipfile.ZipInfo("xl/worksheets/sheet1.xml")
        info.compress_type, info.header_offset = zipfile.ZIP_DEFLATED, made.tell()
        packed = head + stretch * (size // len(rows)) + end
        info.file_size, info.compress_size, info.CRC = size, len(packed), 0  # nobody gets as far as the check
        made.write(info.FileHeader(zip64=True) + packed)
        new.filelist.append(info)
        new.NameToInfo[info.filename] = info
        new.start_dir = made.tell()  # where the directory goes
    return made.getvalue()


def test_a_sheet_of_ten_gigabytes_is_stopped_long_before(case, tmp_path):
    case.set("read_memory_mb", "600")
    data = endless_sheet(10 * GIGA)
    assert len(data) < 100_000_000
    assert zipfile.ZipFile(io.BytesIO(data)).getinfo("xl/worksheets/sheet1.xml").file_size == 10 * GIGA
    found = fates(case, tmp_path, endless__xlsx=data)
    status, reason = found["endless.xlsx"]
    assert status == "failed"
    assert "at most" in reason


@pytest.mark.parametrize("far", ["XFD1048576", "A1048576", "XFD1"])
def test_a_sheet_of_a_billion_places_and_two_cells_is_its_two_cells(case, tmp_path, far):
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        sheet.write("A1", "first")
        sheet.write(far, "last")
    case.set("read_memory_mb", "600")
    found = fates(case, tmp_path, sparse__xlsx=out.getvalue())
    assert found["sparse.xlsx"] == ("read", "")
    rows = case.query("select text from cells c join sources s on s.id = c.source where s.path = 'sparse.xlsx'")
    assert sorted(row["text"] for row in rows) == ["first", "last"]
