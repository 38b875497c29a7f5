"""Old Office files go in: workbooks (XLS, XLSB) come out as rows and cells; other kinds are named, with what to do about them.

DOC, PPT and encrypted Office files have no reader that is well kept and takes no harm; each says so in the ledger.
"""

import io
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from clew.model.errors import UnreadableFile
from clew.model.source import Cell, Page, Reading
from clew.read.means import PLAIN, Means
from clew.read.readers._biff import hidden_in, rebuilt, widest_area
from clew.read.readers._numbers import show_number
from clew.read.readers._paging import one_line
from clew.read.readers._zipped import members_of

if TYPE_CHECKING:
    from python_calamine import CalamineWorkbook

T = TypeVar("T")
_Value = str | float | bool | date | datetime | time | timedelta
_XLS, _XLSB = "application/vnd.ms-excel", "application/vnd.ms-excel.sheet.binary.macroenabled.12"
_DOC, _PPT = "application/msword", "application/vnd.ms-powerpoint"
_ENCRYPTED = "application/x-encrypted-office"
MEDIA_TYPES = (_XLS, _XLSB, _DOC, _PPT, _ENCRYPTED)
VERSION = 2
ORDER = 25

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_STREAMS = (  # names of streams in an OLE file, as its directory writes them; the first that is there decides
    ("EncryptedPackage", _ENCRYPTED),
    ("WordDocument", _DOC),
    ("PowerPoint Document", _PPT),
    ("Workbook", _XLS),
    ("Book", _XLS),
)
_ADVICE = {
    _DOC: "Word 97-2003 documents are not read; open it in a word processor, offline, and save it as DOCX or PDF",
    _PPT: "PowerPoint 97-2003 files are not read; open it in a presentation program, offline, and save it as PPTX or PDF",
    _ENCRYPTED: "the Office file is encrypted; save it without a password and add it again",
}
_ROWS_PER_PAGE = 500
_MOST_AREA = 20_000_000  # cells between the first and the last; the library holds all of them, 24 bytes each


def recognise(data: bytes, name: str) -> str | None:  # noqa: ARG001 - the streams decide, whatever the name
    """Return the media type by the streams of an OLE file, or the parts of a zip."""
    if data.startswith(b"PK\x03\x04"):
        return _XLSB if "xl/workbook.bin" in members_of(data) else None
    if not data.startswith(_OLE):
        return None
    return next((kind for stream, kind in _STREAMS if (stream + "\0").encode("utf-16-le") in data), None)


def read(data: bytes, media_type: str, means: Means = PLAIN) -> Reading:
    """Return a page for every 500 rows of each sheet, labelled with its name, and a cell for each that says something.

    Raises:
        UnreadableFile: it is no workbook, is encrypted or damaged, or spans more cells than memory has room for.
    """
    if media_type in _ADVICE:
        raise UnreadableFile(f"{media_type} file: {_ADVICE[media_type]}")
    area = widest_area(data, means)
    if area > _MOST_AREA:
        raise UnreadableFile(f"{media_type} file: expected sheets of at most {_MOST_AREA} cells, found one of {area}")
    pages: list[Page] = []
    cells: list[Cell] = []
    missed: list[str] = []
    said: list[str] = []
    workbook = _open(data, media_type)
    for number, sheet in enumerate(workbook.sheets_metadata):
        if str(sheet.visible) != "SheetVisibleEnum.Visible":
            said.append(f'sheet "{sheet.name}" is hidden; it is read')
        try:
            _without_panic(partial(_add_sheet, workbook, number, sheet.name, pages, cells))
        except Exception as error:  # noqa: BLE001 - whatever the library says of one sheet, the others are read
            missed.append(f'sheet "{sheet.name}" could not be read ({error})')
    said += hidden_in(data)
    return Reading(tuple(pages) or (Page(1, ""),), cells=tuple(cells), missed=tuple(missed), warnings=tuple(said))


def _open(data: bytes, media_type: str) -> "CalamineWorkbook":
    from python_calamine import CalamineWorkbook, PasswordError  # noqa: PLC0415 - only old workbooks need it

    whole = rebuilt(data) if media_type == _XLS else data
    if not whole:
        raise UnreadableFile(f"{media_type} file: expected a workbook inside, found none; the file is damaged")
    try:
        return _without_panic(lambda: CalamineWorkbook.from_filelike(io.BytesIO(whole)))
    except PasswordError as error:
        raise UnreadableFile(
            f"{media_type} file: expected an open workbook, found an encrypted one; save it without a password"
        ) from error
    except Exception as error:
        raise UnreadableFile(f"{media_type} file: expected a whole workbook, found a damaged one ({error})") from error


def _without_panic(ask: Callable[[], T]) -> T:
    """Return what the library gives; a panic of it, which is no Exception to Python, becomes one."""
    try:
        return ask()
    except BaseException as error:
        if type(error).__name__ == "PanicException":
            raise UnreadableFile(str(error)) from error
        raise


def _add_sheet(workbook: "CalamineWorkbook", number: int, label: str, pages: list[Page], cells: list[Cell]) -> None:
    sheet = workbook.get_sheet_by_name(label)
    first_row, first_column = sheet.start or (0, 0)
    merged = {first: (last[0] - first[0] + 1, last[1] - first[1] + 1) for first, last in sheet.merged_cell_ranges or ()}
    lines: list[str] = []
    length = 0
    before = len(pages)
    for row, values in enumerate(sheet.to_python(skip_empty_area=True), first_row):
        said = [(column, text) for column, value in enumerate(values, first_column) if (text := _shown(value))]
        if not said:
            continue
        for column, text in said:
            run = (length, length + len(text))
            over = merged.get((row, column), (1, 1))
            cells.append(Cell(len(pages) + 1, number, row, column, text, (run,), *over))
            length += len(text) + 1  # the tab or line feed after it
        lines.append("\t".join(one_line(text) for _, text in said))
        if len(lines) == _ROWS_PER_PAGE:
            pages.append(Page(len(pages) + 1, "\n".join(lines), label))
            lines, length = [], 0
    if lines or len(pages) == before:
        pages.append(Page(len(pages) + 1, "\n".join(lines), label))


def _shown(value: "_Value") -> str:
    """Return a value in plain notation: 12 not 12.0, a day as ISO 8601."""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int | float):
        return show_number(repr(value), "number")
    if isinstance(value, datetime):
        return value.isoformat().removesuffix("T00:00:00")
    if isinstance(value, date | time):
        return value.isoformat()
    return str(value)
