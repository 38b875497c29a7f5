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
_ROW_HIDDEN, _COLUMN_HIDDEN = 0x20, 0x01
_XLSB_ROW, _XLSB_CELLS = 0, range(1, 12)
_MOST_STREAMS = 2_000


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
