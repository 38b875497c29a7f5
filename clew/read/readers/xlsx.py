"""Workbooks (XLSX, XLSM) go in; each sheet in blocks of rows, and its cells, come out.

Read as zip and XML by ourselves: macros, links and formulas stay where they are, and no row is allocated because a
sheet's declared dimension says so. Row and column are the sheet's own, counted from 0.
"""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from clew.model.source import Cell, Page, Reading
from clew.read.means import PLAIN, Means
from clew.read.readers._numbers import kind_of, show_number
from clew.read.readers._paging import one_line
from clew.read.readers._zipped import Package, attribute, local, members_of

MEDIA_TYPES = ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",)
VERSION = 1
ORDER = 20

_ROWS_PER_PAGE = 500
_MOST_COLUMNS = 16_384  # as many as the format has
_MOST_ROWS = 1_048_576
_REFERENCE = re.compile(r"([A-Z]{1,3})([1-9]\d{0,6})")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")  # how the format writes control characters


class _Book(NamedTuple):
    """What the sheets of a workbook share."""

    strings: list[str]
    kinds: list[str]  # by style: what its number format shows
    from_1904: bool


class _Row(NamedTuple):
    number: int  # 0-based
    cells: list[tuple[int, str]]  # column, text


def recognise(data: bytes, name: str) -> str | None:  # noqa: ARG001 - the parts decide, whatever the name
    """Return the media type if the zip holds a workbook."""
    return MEDIA_TYPES[0] if any(re.fullmatch(r"xl/workbook\d*\.xml", part) for part in members_of(data)) else None


def read(data: bytes, media_type: str, means: Means = PLAIN) -> Reading:  # noqa: ARG001 - it has bounds of its own
    """Return a page for every 500 rows of each sheet, labelled with its name, and a cell for each that says something."""
    package = Package(data, media_type)
    main = package.main_part("xl/workbook.xml")
    root, relations = package.tree(main), package.relations(main)
    book = _open_book(package, root, relations)
    pages: list[Page] = []
    cells: list[Cell] = []
    missed: list[str] = []
    for number, sheet in enumerate(element for element in root.iter("{*}sheet")):
        kind, part = relations.get(attribute(sheet, "id"), ("", ""))
        label = sheet.get("name", "") + (" (hidden)" if sheet.get("state", "visible") != "visible" else "")
        if kind != "worksheet" or part not in package.names:
            missed.append(f'sheet "{label}" holds no cells we can read ({kind or "part is missing"})')
            continue
        unknown = _read_sheet(_rows(package, part, book), label, number, pages, cells)
        if unknown:
            missed.append(f'sheet "{label}": {unknown} formulas have no stored result')
    return Reading(tuple(pages) or (Page(1, ""),), cells=tuple(cells), missed=tuple(missed))


def _open_book(package: Package, root: Any, relations: dict[str, tuple[str, str]]) -> _Book:
    parts = {kind: part for kind, part in relations.values() if part in package.names}
    strings = []
    if "sharedStrings" in parts:
        strings = [_string(item) for item in package.elements(parts["sharedStrings"], "si")]
    kinds = _kinds(package.tree(parts["styles"])) if "styles" in parts else []
    properties = root.find("{*}workbookPr")
    return _Book(strings, kinds, properties is not None and properties.get("date1904") in ("1", "true"))


def _kinds(styles: Any) -> list[str]:
    codes = {int(item.get("numFmtId", 0)): item.get("formatCode", "") for item in styles.iterfind(".//{*}numFmt")}
    formats = (int(style.get("numFmtId") or 0) for style in styles.iterfind("{*}cellXfs/{*}xf"))
    return [kind_of(number, codes.get(number, "")) for number in formats]


def _string(item: Any) -> str:
    """Return the text of a string, its runs joined; readings printed above East Asian words are left out."""
    if (
        len(item) == 1 and local(item[0].tag) == "t"
    ):  # nearly every string; looking for readings in all took a quarter of the time
        joined = item[0].text or ""
    else:
        texts = (
            text.text or ""
            for text in item.iter("{*}t")
            if not any(local(above.tag) == "rPh" for above in text.iterancestors())
        )
        joined = "".join(texts)
    return _ESCAPED.sub(_unescaped, joined) if "_x" in joined else joined


def _unescaped(found: re.Match[str]) -> str:
    letter = chr(int(found[1], 16))
    return found[0] if "\ud800" <= letter <= "\udfff" or letter == "\x00" else letter


def _rows(package: Package, part: str, book: _Book) -> Iterator[tuple[_Row, int]]:
    """Yield the rows that say something, each with the number of its formulas that have no stored result."""
    number = -1
    for row in package.elements(part, "row"):
        given = row.get("r", "")
        number = int(given) - 1 if given.isdigit() and len(given) < 8 else number + 1
        if number >= _MOST_ROWS:
            return
        cells: list[tuple[int, str]] = []
        unknown = 0
        column = -1
        for cell in row.iterfind("{*}c"):
            found = _REFERENCE.fullmatch(cell.get("r", ""))
            column = _column(found[1]) if found else column + 1
            text, without = _value(cell, book)
            unknown += without
            if text and column < _MOST_COLUMNS:
                cells.append((column, text))
        if cells or unknown:
            yield _Row(number, sorted(dict(cells).items())), unknown


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1


def _value(cell: Any, book: _Book) -> tuple[str, bool]:
    """Return what a cell says, and whether it is a formula whose result was never stored."""
    parts = {local(part.tag): part for part in cell}
    stored = (parts["v"].text or "") if "v" in parts else ""
    kind = cell.get("t", "n")
    if kind == "inlineStr":
        return (_string(parts["is"]) if "is" in parts else ""), False
    return _shown(stored, kind, cell.get("s", "0"), book), not stored and kind != "str" and "f" in parts


def _shown(stored: str, kind: str, style: str, book: _Book) -> str:
    if kind == "s":
        return book.strings[int(stored)] if stored.isdigit() and int(stored) < len(book.strings) else ""
    if kind == "b":
        return {"1": "TRUE", "0": "FALSE"}.get(stored, stored)
    if kind == "n" and stored:
        shown = book.kinds[int(style)] if style.isdigit() and int(style) < len(book.kinds) else "number"
        return show_number(stored, shown, from_1904=book.from_1904)
    return _ESCAPED.sub(_unescaped, stored) if kind == "str" else stored.removesuffix("T00:00:00")


def _read_sheet(rows: Iterator[tuple[_Row, int]], label: str, table: int, pages: list[Page], cells: list[Cell]) -> int:
    """Add a sheet's pages and cells; return how many formulas have no stored result."""
    lines: list[str] = []
    length = unknown = 0
    before = len(pages)
    for row, without in rows:
        unknown += without
        if not row.cells:
            continue
        for column, text in row.cells:
            cells.append(Cell(len(pages) + 1, table, row.number, column, text, ((length, length + len(text)),)))
            length += len(text) + 1  # the tab or line feed after it
        lines.append("\t".join(one_line(text) for _, text in row.cells))
        if len(lines) == _ROWS_PER_PAGE:
            pages.append(Page(len(pages) + 1, "\n".join(lines), label))
            lines, length = [], 0
    if lines or len(pages) == before:
        pages.append(Page(len(pages) + 1, "\n".join(lines), label))
    return unknown
