"""Lists in table form: the bytes of a CSV or ODS file in; rows as mappings of column to cell out."""

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence

from clew.model.errors import BadList
from clew.screen.lists import ListFile

Row = Mapping[str, str]
_HEAD_ROWS = 5  # a list may say its date in rows before its header
_MOST_CELL = 2_000_000  # characters; a longer cell is no name


def rows_of(file: ListFile, *, needs: Sequence[str], delimiter: str = ",") -> Iterator[tuple[int, Row]]:
    """Yield line number and row, by the column names of the header that holds all of `needs`.

    Raises:
        BadList: no header with these columns stands in the first rows.
    """
    lines = _lines(file, delimiter)
    for number, cells in lines:
        header = [_plain(cell) for cell in cells]
        if {_plain(name) for name in needs} <= set(header):
            break
        if number > _HEAD_ROWS:
            raise BadList(f"{file.name}: expected a header with {', '.join(needs)}, found none in its first rows")
    else:
        raise BadList(f"{file.name}: expected a header with {', '.join(needs)}, found none")
    for number, cells in lines:
        if any(cell.strip() for cell in cells):
            yield number, dict(zip(header, (cell.strip() for cell in cells), strict=False))


def has_header(data: bytes, needs: Sequence[str], *, delimiter: str = ",") -> bool:
    """Say whether a header with these columns stands in the first rows."""
    if data.startswith(b"PK\x03\x04"):
        lines: Iterator[tuple[int, list[str]]] = _sheet("", data, most=_HEAD_ROWS)
    else:
        head = "\n".join(_text(data[:40_000]).splitlines()[: _HEAD_ROWS + 1])
        lines = iter(enumerate(_csv(head, delimiter), start=1))
    wanted = {_plain(name) for name in needs}
    try:
        return any(wanted <= {_plain(cell) for cell in cells} for _, cells in lines)
    except (BadList, csv.Error):
        return False


def cell(row: Row, *names: str) -> str:
    """Return the cell under the first of these columns that holds something."""
    return next(filter(None, (row.get(_plain(name), "") for name in names)), "")


def _plain(name: str) -> str:
    """Return a column's name for comparison: editions differ in case, spaces and signs."""
    return re.sub(r"[^a-z0-9]", "", name.casefold())


def _lines(file: ListFile, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    if file.data.startswith(b"PK\x03\x04"):
        yield from _sheet(file.name, file.data)
        return
    try:
        yield from enumerate(_csv(_text(file.data), delimiter), start=1)
    except csv.Error as error:
        raise BadList(f"{file.name}: {error}") from None


def _csv(text: str, delimiter: str) -> Iterator[list[str]]:
    csv.field_size_limit(_MOST_CELL)
    return csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)


def _text(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _sheet(name: str, data: bytes, *, most: int | None = None) -> Iterator[tuple[int, list[str]]]:
    from python_calamine import CalamineError, CalamineWorkbook  # noqa: PLC0415 -- only lists that come as ODS need it

    try:
        rows = CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0).to_python(nrows=most)
    except (CalamineError, IndexError) as error:
        raise BadList(f"{name}: expected a workbook, found {error}") from None
    for number, row in enumerate(rows, start=1):
        yield number, [str(cell) for cell in row]
