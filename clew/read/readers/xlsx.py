"""Workbooks (XLSX, XLSM) go in; each sheet in blocks of rows, and its cells, come out.

Read as zip and XML by ourselves: macros, links and formulas stay where they are, and no row is allocated because a
sheet's declared dimension says so. Row and column are the sheet's own, counted from 0. A formula says what its stored result
says; what is hidden is read, and told.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

from clew.model.source import Cell, Page, Reading
from clew.read.means import PLAIN, Means, has_come
from clew.read.readers._beside import files_inside, remarks
from clew.read.readers._members import shown
from clew.read.readers._numbers import kind_of, show_number
from clew.read.readers._paging import one_line
from clew.read.readers._zipped import Package, attribute, local, members_of

MEDIA_TYPES = ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",)
VERSION = 3
ORDER = 20

_ROWS_PER_PAGE = 500
_MOST_COLUMNS = 16_384  # as many as the format has
_MOST_ROWS = 1_048_576
_REFERENCE = re.compile(r"([A-Z]{1,3})([1-9]\d{0,6})")
# A formula that asks another file, program or the network.
_REACHING = re.compile(
    r"\[[^\]]+\][^!]*!|\b(?:WEBSERVICE|HYPERLINK|RTD|CALL|EXEC|REGISTER|IMPORTDATA)\(|\|'", re.IGNORECASE
)
_MOST_MERGED = 100_000  # in a sheet
_MOST_FORMULAS = 20  # named for a sheet
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")  # how the format writes control characters


class _Book(NamedTuple):
    """What the sheets of a workbook share."""

    strings: list[str]
    kinds: list[str]  # by style: what its number format shows
    from_1904: bool


@dataclass(slots=True)
class _Seen:
    """What a reader of a sheet should know beside its cells."""

    rows: int = 0  # hidden
    columns: int = 0  # hidden
    formulas: int = 0
    unknown: int = 0  # formulas without a stored result
    merged: dict[tuple[int, int], tuple[int, int]] = field(default_factory=dict)  # row and column: rows and columns
    reaching: list[str] = field(default_factory=list)  # formulas that ask for something outside, with their places

    def said(self, label: str) -> Iterator[str]:
        """Yield it in words."""
        if self.rows or self.columns:
            yield f'sheet "{label}": {self.rows} rows and {self.columns} columns are hidden; they are read'
        if self.formulas:
            yield f'sheet "{label}": {self.formulas} cells are computed by formulas; the results stored with them are read'
        for formula in self.reaching:
            yield f'sheet "{label}", {formula}; nothing is fetched'


class _Row(NamedTuple):
    number: int  # 0-based
    cells: list[tuple[int, str]]  # column, text


def recognise(data: bytes, name: str) -> str | None:  # noqa: ARG001 - the parts decide, whatever the name
    """Return the media type if the zip holds a workbook."""
    return MEDIA_TYPES[0] if any(re.fullmatch(r"xl/workbook\d*\.xml", part) for part in members_of(data)) else None


def read(data: bytes, media_type: str, means: Means = PLAIN) -> Reading:
    """Return a page for every 500 rows of each sheet, labelled with its name, and a cell for each that says something."""
    package = Package(data, media_type, means)
    main = package.main_part("xl/workbook.xml")
    root, relations = package.tree(main), package.relations(main)
    book = _open_book(package, root, relations)
    pages: list[Page] = []
    cells: list[Cell] = []
    missed: list[str] = []
    said: list[str] = []
    for number, sheet in enumerate(element for element in root.iter("{*}sheet")):
        kind, part = relations.get(attribute(sheet, "id"), ("", ""))
        name = sheet.get("name", "")
        hidden = sheet.get("state", "visible") != "visible"
        label = f"{name} (hidden)" if hidden else name
        if hidden:
            said.append(f'sheet "{name}" is hidden; it is read')
        if kind != "worksheet" or part not in package.names:
            missed.append(f'sheet "{label}" holds no cells we can read ({kind or "part is missing"})')
            continue
        seen = _Seen()
        before = len(cells)
        _read_sheet(_rows(package, part, book, seen), label, number, pages, cells)
        if seen.merged:
            cells[before:] = [_over(cell, seen.merged) for cell in cells[before:]]
        said += seen.said(name)
        if seen.unknown:
            missed.append(f'sheet "{label}": {seen.unknown} formulas have no stored result')
        if notes := _comments(package, part):
            said.append(f'sheet "{name}": {len(notes)} comments; they are read on a page after its cells')
            pages.append(Page(len(pages) + 1, "\n".join(notes), f"{label} comments"))
    if "xl/connections.xml" in package.names:
        said.append("holds connections to data elsewhere; nothing is fetched")
    return Reading(
        tuple(pages) or (Page(1, ""),),
        cells=tuple(cells),
        children=files_inside(package),
        missed=tuple(missed),
        warnings=(*said, *remarks(package)),
    )


def _over(cell: Cell, merged: dict[tuple[int, int], tuple[int, int]]) -> Cell:
    rows, columns = merged.get((cell.row, cell.column), (1, 1))
    return replace(cell, rows=rows, columns=columns) if rows * columns > 1 else cell


def _comments(package: Package, part: str) -> list[str]:
    """Return what is noted beside the cells of a sheet, each with the cell it is at."""
    return [
        f"{element.get('ref', '')}\t{one_line(_string(element)).strip()}"
        for kind, target in sorted(package.relations(part).values())
        if kind == "comments" and target in package.names
        for element in package.tree(target).iter("{*}comment")
    ]


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


def _rows(package: Package, part: str, book: _Book, seen: _Seen) -> Iterator[_Row]:
    """Yield the rows that say something, and note what else a reader should know."""
    number = -1
    for row in package.elements(part, "row", "col", "mergeCell"):
        if local(row.tag) == "mergeCell":
            _note_merged(row.get("ref", ""), seen)
            continue
        hidden = row.get("hidden") in ("1", "true")
        if local(row.tag) == "col":
            seen.columns += _width(row) if hidden else 0
            continue
        given = row.get("r", "")
        number = int(given) - 1 if given.isdigit() and len(given) < 8 else number + 1
        if number >= _MOST_ROWS:
            return
        cells: list[tuple[int, str]] = []
        column = -1
        for cell in row.iterfind("{*}c"):
            found = _REFERENCE.fullmatch(cell.get("r", ""))
            column = _column(found[1]) if found else column + 1
            text = _value(cell, book, seen)
            if text and column < _MOST_COLUMNS:
                cells.append((column, text))
        if cells:
            seen.rows += hidden
            yield _Row(number, sorted(dict(cells).items()))


def _note_merged(reference: str, seen: _Seen) -> None:
    """Note how many rows and columns a cell stands over: 'B2:C4' is three by two."""
    corners = [_REFERENCE.fullmatch(corner) for corner in reference.split(":")]
    if len(corners) == 2 and corners[0] and corners[1] and len(seen.merged) < _MOST_MERGED:
        (left, top), (right, low) = ((_column(one[1]), int(one[2]) - 1) for one in corners if one)
        if low >= top and right >= left:
            seen.merged[top, left] = (low - top + 1, min(right - left + 1, _MOST_COLUMNS))


def _width(columns: Any) -> int:
    first, last = columns.get("min", ""), columns.get("max", "")
    return max(0, min(int(last), _MOST_COLUMNS) - int(first) + 1) if first.isdigit() and last.isdigit() else 0


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1


def _value(cell: Any, book: _Book, seen: _Seen) -> str:
    """Return what a cell says: of a formula the stored result."""
    parts = {local(part.tag): part for part in cell}
    stored = (parts["v"].text or "") if "v" in parts else ""
    kind = cell.get("t", "n")
    if "f" in parts:
        _note_formula(parts["f"].text or "", cell.get("r", ""), seen)
        seen.unknown += not stored and kind not in ("str", "inlineStr")
    if kind == "inlineStr":
        return _string(parts["is"]) if "is" in parts else ""
    return _shown(stored, kind, cell.get("s", "0"), book)


def _note_formula(formula: str, place: str, seen: _Seen) -> None:
    seen.formulas += 1
    if len(seen.reaching) < _MOST_FORMULAS and _REACHING.search(formula):
        seen.reaching.append(f"{place}: formula ={shown(formula)} asks for something outside the file")


def _shown(stored: str, kind: str, style: str, book: _Book) -> str:
    if kind == "s":
        return book.strings[int(stored)] if stored.isdigit() and int(stored) < len(book.strings) else ""
    if kind == "b":
        return {"1": "TRUE", "0": "FALSE"}.get(stored, stored)
    if kind == "n" and stored:
        shown = book.kinds[int(style)] if style.isdigit() and int(style) < len(book.kinds) else "number"
        return show_number(stored, shown, from_1904=book.from_1904)
    return _ESCAPED.sub(_unescaped, stored) if kind == "str" else stored.removesuffix("T00:00:00")


def _read_sheet(rows: Iterator[_Row], label: str, table: int, pages: list[Page], cells: list[Cell]) -> None:
    """Add a sheet's pages and cells."""
    lines: list[str] = []
    length = 0
    before = len(pages)
    for row in rows:
        for column, text in row.cells:
            cells.append(Cell(len(pages) + 1, table, row.number, column, text, ((length, length + len(text)),)))
            length += len(text) + 1  # the tab or line feed after it
        lines.append("\t".join(one_line(text) for _, text in row.cells))
        if len(lines) == _ROWS_PER_PAGE:
            pages.append(Page(len(pages) + 1, "\n".join(lines), label))
            lines, length = [], 0
            has_come(f"{row.number + 1:,} rows of {label}")
    if lines or len(pages) == before:
        pages.append(Page(len(pages) + 1, "\n".join(lines), label))
