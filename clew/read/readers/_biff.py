"""The bytes of an old workbook go in; how far its sheets reach, and what in it is hidden, come out.

Only the heads of records are looked at. Sources: Microsoft, [MS-XLS] 2.4.221 (rows) and 2.4.53 (columns), and [MS-XLSB] 2.1.4.
"""

import importlib
import io
import struct
from collections.abc import Iterator

from clew.read.means import Means
from clew.read.readers._zipped import Package

_ROW, _COLUMNS = 0x0208, 0x007D
_DIMENSIONS, _MOST_ROWS, _MOST_COLUMNS = 0x0200, 65_536, 256
_ROW_HIDDEN, _COLUMN_HIDDEN = 0x20, 0x01
_XLSB_ROW, _XLSB_CELLS = 0, range(1, 12)
_MOST_STREAMS = 2_000
# Of an OLE file with sectors of 4,096 bytes: [MS-CFB] 2.2 (header), 2.6.1 (entries of the directory).
_MARK, _SECTOR, _MOST_TABLES = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 4_096, 109
_END, _TABLE, _NONE = 0xFFFFFFFE, 0xFFFFFFFD, 0xFFFFFFFF


def streams(data: bytes) -> dict[str, bytes]:
    """Return the streams of an OLE file by path; none where its directory is damaged."""
    ole = importlib.import_module("olefile")  # comes with python-oxmsg
    found: dict[str, bytes] = {}
    try:
        with ole.OleFileIO(io.BytesIO(data)) as file:
            for path in file.listdir(streams=True, storages=False)[:_MOST_STREAMS]:
                found["/".join(path)] = file.openstream(path).read()
    except Exception:  # noqa: BLE001 - whatever the library throws at a damaged directory, what was found stands
        return found
    return found


def rebuilt(data: bytes) -> bytes:
    """Return an OLE file that holds the workbook's stream and nothing else; empty where there is none.

    The library that reads cells goes round for ever where a damaged file's chain of sectors bites its own tail.
    """
    found = streams(data)
    name = "Workbook" if "Workbook" in found else "Book"
    book = found.get(name, b"").ljust(_SECTOR, b"\0")  # shorter streams stand elsewhere in an OLE file
    if not any(book) or not all(map(_is_within, *zip(*_records(book), strict=True))):
        return b""
    count = -(-len(book) // _SECTOR)
    tables = 1
    while count + 1 + tables > tables * (_SECTOR // 4):
        tables += 1
    if tables > _MOST_TABLES:
        return b""
    first = tables + 1
    chain = [_TABLE] * tables + [_END] + [*range(first + 1, first + count), _END]
    entries = _entry("Root Entry", 5, child=1, start=first, size=0) + _entry(
        name, 2, child=_NONE, start=first, size=len(book)
    )
    head = struct.pack("<8s16x5H6x9L", _MARK, 0x3E, 4, 0xFFFE, 12, 6, 1, tables, tables, 0, 4_096, _END, 0, _END, 0)
    head += struct.pack(f"<{tables}L", *range(tables)) + b"\xff" * (4 * (_MOST_TABLES - tables))
    table = struct.pack(f"<{len(chain)}L", *chain).ljust(tables * _SECTOR, b"\xff")
    return head.ljust(_SECTOR, b"\0") + table + entries.ljust(_SECTOR, b"\0") + book.ljust(count * _SECTOR, b"\0")


def _is_within(kind: int, body: bytes) -> bool:
    """Say whether a record claims no more rows and columns than a sheet has; the library takes memory for all it claims."""
    if kind != _DIMENSIONS or len(body) < 12:
        return True
    first_row, last_row, first, last = struct.unpack_from("<LLHH", body)
    return bool(first_row <= last_row <= _MOST_ROWS and first <= last <= _MOST_COLUMNS)


def _entry(name: str, kind: int, *, child: int, start: int, size: int) -> bytes:
    words = (name + "\0").encode("utf-16-le")
    head = words.ljust(64, b"\0") + struct.pack("<HBB3L", len(words), kind, 1, _NONE, _NONE, child)
    return head + bytes(36) + struct.pack("<LQ", start, size)


def hidden_in(data: bytes) -> list[str]:
    """Return in words what a reader of an XLS file would not see: hidden rows and columns, and macros."""
    found = streams(data)
    rows = columns = 0
    for kind, body in _records(found.get("Workbook") or found.get("Book") or b""):
        if kind == _ROW and len(body) >= 16:
            rows += bool(body[12] & _ROW_HIDDEN)
        elif kind == _COLUMNS and len(body) >= 10 and body[8] & _COLUMN_HIDDEN:
            first, last = struct.unpack_from("<HH", body)
            columns += max(0, min(last, 255) - first + 1)
    said = []
    if rows or columns:
        said.append(f"{rows} rows and {columns} columns are hidden; they are read")
    if any("_VBA_PROJECT" in path for path in found):
        said.append("holds macros; they are not run")
    return said


def _records(book: bytes) -> Iterator[tuple[int, bytes]]:
    place = 0
    while place + 4 <= len(book):
        kind, length = struct.unpack_from("<HH", book, place)
        yield kind, book[place + 4 : place + 4 + length]
        place += 4 + length


def widest_area(data: bytes, means: Means) -> int:
    """Return how many cells lie between the first and the last of the widest sheet of an XLSB file; 0 for others.

    By its cells, and not by the dimension it claims. An XLS sheet has 256 columns at most, and needs no such look.
    """
    if not data.startswith(b"PK"):
        return 0
    package = Package(data, "XLSB", means)
    sheets = [name for name in package.names if name.startswith("xl/worksheets/") and name.endswith(".bin")]
    return max((_area(package.part(name)) for name in sheets), default=0)


def _area(sheet: bytes) -> int:
    rows: list[int] = []
    columns: list[int] = []
    place = 0
    while place < len(sheet):
        kind, place = _number(sheet, place, most=2)
        length, place = _number(sheet, place, most=4)
        if length >= 4 and place + 4 <= len(sheet):
            first = struct.unpack_from("<L", sheet, place)[0]
            if kind == _XLSB_ROW:
                rows = [min([first, *rows]), max([first, *rows])]
            elif kind in _XLSB_CELLS:
                columns = [min([first, *columns]), max([first, *columns])]
        place += length
    return (rows[1] - rows[0] + 1) * (columns[1] - columns[0] + 1) if rows and columns else 0


def _number(sheet: bytes, place: int, *, most: int) -> tuple[int, int]:
    """Return a number written seven bits a byte, and the place after it."""
    number = 0
    for nth in range(most):
        if place >= len(sheet):
            break
        octet = sheet[place]
        place += 1
        number |= (octet & 0x7F) << (7 * nth)
        if not octet & 0x80:
            break
    return number, place
