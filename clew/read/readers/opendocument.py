"""OpenDocument texts and presentations (ODT, ODP) and workbooks (ODS) go in; their words and tables come out.

Read as zip and XML by ourselves: macros, links and formulas stay where they are, and a cell or row that says it is repeated a
million times is told once. Source of the elements: OASIS, OpenDocument 1.3, part 3 (2021).
"""

from collections.abc import Iterator
from typing import Any

from clew.model.source import Cell, Page, Reading
from clew.read.means import PLAIN, Means
from clew.read.readers._beside import files_inside, remarks
from clew.read.readers._paging import Draft, InRow, one_line
from clew.read.readers._zipped import Package, attribute, local, members_of

_KIND = "application/vnd.oasis.opendocument."
MEDIA_TYPES = (f"{_KIND}text", f"{_KIND}spreadsheet", f"{_KIND}presentation")
VERSION = 2
ORDER = 20

_ROWS_PER_PAGE = 500
_MOST_REPEATED = 1_000  # a row or cell with words that is repeated more often is told this often
_MOST_COLUMNS = 16_384
_DROPPED = frozenset(("tracked-changes", "annotation-end", "forms", "sequence-decls", "ruby-text", "change"))
_SHEET = "spreadsheet"


def recognise(data: bytes, name: str) -> str | None:  # noqa: ARG001 - the first part decides, whatever the name
    """Return the media type that the first part of the zip names."""
    if not data.startswith(b"PK\x03\x04") or "content.xml" not in members_of(data):
        return None
    head = data[30:120]
    return next((kind for kind in reversed(MEDIA_TYPES) if b"mimetype" + kind.encode() in head), None)


def read(data: bytes, media_type: str, means: Means = PLAIN) -> Reading:
    """Return the words in pages cut at line ends, or a page for every 500 rows of a sheet, and the cells of tables."""
    package = Package(data, media_type, means)
    if b"manifest:encryption-data" in (
        package.part("META-INF/manifest.xml") if "META-INF/manifest.xml" in package.names else b""
    ):
        raise package.unreadable("an open document", "an encrypted one; save it without a password")
    body = package.tree("content.xml").find("{*}body")
    if body is None:
        raise package.unreadable("a body", "none", part="content.xml")
    said = list(_remarks(body))
    hidden = _hidden_styles(package)
    if media_type.endswith(_SHEET):
        pages, cells, more = _sheets(body, hidden)
        said += more
    else:
        draft = Draft()
        _write(draft, body)
        pages, cells = draft.pages()
    return Reading(pages, cells=cells, children=files_inside(package), warnings=(*said, *remarks(package)))


def _remarks(body: Any) -> Iterator[str]:
    deleted = sum(1 for _ in body.iter("{*}deletion"))
    inserted = sum(1 for _ in body.iter("{*}insertion"))
    notes = sum(1 for _ in body.iter("{*}annotation"))
    if deleted or inserted:
        yield f"tracked changes: {inserted} insertions, which are read, and {deleted} deletions, which are not"
    if notes:
        yield f"{notes} comments; they are read where they are anchored"
    targets = dict.fromkeys(attribute(element, "href") for element in body.iter("{*}a", "{*}image", "{*}table-source"))
    for target in [target for target in targets if "://" in target][:50]:
        yield f"refers to {target}; nothing is fetched"
    formulas = sum(1 for cell in body.iter("{*}table-cell") if "file:" in attribute(cell, "formula"))
    if formulas:
        yield f"{formulas} formulas refer to other files; the results stored with them are read"


def _hidden_styles(package: Package) -> frozenset[str]:
    """Return the names of the styles of tables that are not shown."""
    names = set()
    for part in ("content.xml", "styles.xml"):
        if part in package.names:
            for style in package.tree(part).iter("{*}style"):
                properties = style.find("{*}table-properties")
                if properties is not None and attribute(properties, "display") == "false":
                    names.add(attribute(style, "name"))
    return frozenset(names)


def _write(draft: Draft, part: Any) -> None:
    """Write the blocks of a part, each paragraph on lines of its own, each table as rows."""
    waiting = list(reversed(part))
    while waiting:
        element = waiting.pop()
        name = local(element.tag)
        if name in ("p", "h"):
            for line in _words(element).split("\n"):
                draft.line(line)
        elif name == "table":
            draft.table([cells for _, cells in _rows(element)])
        elif name and name not in _DROPPED:
            waiting.extend(reversed(element))


def _words(element: Any) -> str:
    """Return the words of a paragraph; notes, comments and text boxes in it on lines of their own."""
    words = [element.text or ""]
    waiting = list(reversed(element))
    while waiting:
        inner = waiting.pop()
        if isinstance(inner, str):
            words.append(inner)
            continue
        name = local(inner.tag)
        waiting.append(inner.tail or "")
        if name == "s":
            count = attribute(inner, "c")
            words.append(" " * min(int(count) if count.isascii() and count.isdigit() and len(count) < 4 else 1, 1_000))
        elif name in ("tab", "line-break"):
            words.append("\t" if name == "tab" else "\n")
        elif name and name not in _DROPPED:
            if name in ("note", "annotation", "frame", "p"):
                words.append("\n")
                waiting.append("\n")
            waiting.extend(reversed(inner))
            words.append(inner.text or "")
    return "".join(words)


def _rows(table: Any) -> Iterator[tuple[int, list[InRow]]]:
    """Yield row number and its cells, where it says something."""
    number = 0
    for row in table.iter("{*}table-row"):
        if next(row.iterancestors("{*}table"), None) is not table:
            continue
        cells = list(_cells(row))
        repeated = _count(row, "number-rows-repeated")
        if cells:
            for nth in range(min(repeated, _MOST_REPEATED)):
                yield number + nth, cells
        number += repeated


def _cells(row: Any) -> Iterator[InRow]:
    column = 0
    for cell in row:
        name = local(cell.tag)
        if name not in ("table-cell", "covered-table-cell"):
            continue
        repeated = _count(cell, "number-columns-repeated")
        text = "" if name == "covered-table-cell" else _said(cell)
        if text:
            spans = (_count(cell, "number-rows-spanned"), _count(cell, "number-columns-spanned"))
            for nth in range(min(repeated, _MOST_REPEATED)):
                if column + nth < _MOST_COLUMNS:
                    yield InRow(column + nth, text, *spans)
        column += repeated


def _said(cell: Any) -> str:
    """Return what a cell says on one line: days as ISO 8601, as its value has them; the rest as it is shown."""
    if attribute(cell, "value-type") == "date" and attribute(cell, "date-value"):
        return attribute(cell, "date-value").removesuffix("T00:00:00")
    shown = " ".join(_words(paragraph) for paragraph in cell.iter("{*}p", "{*}h"))
    return one_line(shown).strip() or attribute(cell, "value")


def _count(element: Any, name: str) -> int:
    value = attribute(element, name)
    return int(value) if value.isascii() and value.isdigit() and 0 < len(value) < 8 else 1


def _sheets(body: Any, hidden: frozenset[str]) -> tuple[tuple[Page, ...], tuple[Cell, ...], list[str]]:
    """Return pages and cells of all sheets, and what a reader should know of them."""
    pages: list[Page] = []
    cells: list[Cell] = []
    said: list[str] = []
    for number, table in enumerate(body.iterfind("{*}spreadsheet/{*}table")):
        name = attribute(table, "name")
        if attribute(table, "style-name") in hidden:
            said.append(f'sheet "{name}" is hidden; it is read')
        for tag, kind in (("{*}table-row", "rows"), ("{*}table-column", "columns")):
            unseen = sum(
                _count(one, f"number-{kind}-repeated")
                for one in table.iter(tag)
                if attribute(one, "visibility") in ("collapse", "filter")
                and _count(one, f"number-{kind}-repeated") <= _MOST_REPEATED
            )
            if unseen:
                said.append(f'sheet "{name}": {unseen} {kind} are hidden; they are read')
        _add_sheet(table, number, name, pages, cells)
    return tuple(pages) or (Page(1, ""),), tuple(cells), said


def _add_sheet(table: Any, number: int, label: str, pages: list[Page], cells: list[Cell]) -> None:
    lines: list[str] = []
    length = 0
    before = len(pages)
    for row, said in _rows(table):
        for column, text, *spans in said:
            run = (length, length + len(text))
            cells.append(Cell(len(pages) + 1, number, row, column, text, (run,), *spans))
            length += len(text) + 1  # the tab or line feed after it
        lines.append("\t".join(cell.text for cell in said))
        if len(lines) == _ROWS_PER_PAGE:
            pages.append(Page(len(pages) + 1, "\n".join(lines), label))
            lines, length = [], 0
    if lines or len(pages) == before:
        pages.append(Page(len(pages) + 1, "\n".join(lines), label))
