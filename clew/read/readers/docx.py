"""Word documents (DOCX, DOCM) go in; paragraphs and tables in reading order, then notes, headers and footers, come out.

Read as zip and XML by ourselves: inserted passages, content controls and text boxes are read too, deleted ones are not.
"""

import re
from collections.abc import Iterator
from itertools import takewhile
from typing import Any

from clew.model.source import Reading
from clew.read.means import PLAIN, Means
from clew.read.readers._beside import files_inside, remarks
from clew.read.readers._paging import Draft, InRow, one_line
from clew.read.readers._zipped import Package, attribute, local, members_of

MEDIA_TYPES = ("application/vnd.openxmlformats-officedocument.wordprocessingml.document",)
VERSION = 3
ORDER = 20

_BESIDE = ("footnotes", "endnotes", "comments", "header", "footer")  # parts beside the body, in this order
_DROPPED = frozenset(("del", "moveFrom", "Fallback", "instrText", "rPr", "pPr", "sectPr", "delText", "txbxContent"))
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad", "ptab": "\t"}
_COMPUTED = re.compile(r"\b(?:DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|LINK)\b")
_MOST_COLUMNS = 63  # as many as the format has


def recognise(data: bytes, name: str) -> str | None:  # noqa: ARG001 - the parts decide, whatever the name
    """Return the media type if the zip holds a document."""
    return MEDIA_TYPES[0] if any(re.fullmatch(r"word/document\d*\.xml", part) for part in members_of(data)) else None


def read(data: bytes, media_type: str, means: Means = PLAIN) -> Reading:
    """Return the words in pages cut at line ends, and the cells of tables; a merged cell is told once."""
    package = Package(data, media_type, means)
    main = package.main_part("word/document.xml")
    root = package.tree(main)
    body = root.find("{*}body")
    if body is None:
        raise package.unreadable("a body", "none", part=main)
    draft = Draft()
    _write(draft, body)
    told: set[str] = set()
    relations = sorted(package.relations(main).values())
    for kind, part in sorted(relations, key=lambda found: _BESIDE.index(found[0]) if found[0] in _BESIDE else -1):
        if kind in _BESIDE and part in package.names and part not in told:
            told.add(part)
            _write(draft, package.tree(part))
    pages, cells = draft.pages()
    return Reading(
        pages,
        cells=cells,
        children=files_inside(package),
        missed=tuple(_missed(root)),
        warnings=(*_seen(package, root, told), *remarks(package)),
    )


def _missed(root: Any) -> Iterator[str]:
    deleted = sum(1 for change in root.iter("{*}del", "{*}moveFrom") if change.find(".//{*}r") is not None)
    if deleted:
        yield f"{deleted} passages that are marked as deleted"


def _seen(package: Package, root: Any, parts: set[str]) -> Iterator[str]:
    """Yield what a reader of the printed page might not see, though it is read."""
    inserted = sum(1 for change in root.iter("{*}ins", "{*}moveTo") if change.find(".//{*}r") is not None)
    if inserted:
        yield f"{inserted} passages are marked as inserted; they are read"
    comments = sum(1 for part in sorted(parts) if "comments" in part for _ in package.tree(part).iterfind("{*}comment"))
    if comments:
        yield f"{comments} comments; they are read after the body"
    hidden = sum(1 for mark in root.iter("{*}vanish") if attribute(mark, "val") not in ("0", "false"))
    if hidden:
        yield f"{hidden} runs of words are hidden; they are read"
    fields = " ".join(field.text or "" for field in root.iter("{*}instrText"))
    fields += " ".join(attribute(field, "instr") for field in root.iter("{*}fldSimple"))
    if _COMPUTED.search(fields):
        yield "holds fields that ask other programs or files (DDE, INCLUDETEXT …); they are not computed"


def _write(draft: Draft, part: Any) -> None:
    """Write the blocks of a part, each paragraph on lines of its own, each table as rows."""
    for block in _blocks(part):
        if local(block.tag) == "tbl":
            draft.table(_rows(block))
            continue
        for line in _words(block).split("\n"):
            draft.line(line)
        for box in _boxes(block):
            _write(draft, box)


def _blocks(part: Any) -> Iterator[Any]:
    """Yield the paragraphs and tables of a part in order, looking into content controls and notes, not into tables."""
    waiting = list(reversed(part))
    while waiting:
        element = waiting.pop()
        name = local(element.tag)
        if name in ("p", "tbl"):
            yield element
        elif name not in _DROPPED:
            waiting.extend(reversed(element))


def _boxes(paragraph: Any) -> Iterator[Any]:
    """Yield the text boxes anchored in a paragraph; the copy for old programs is left out."""
    for box in paragraph.iter("{*}txbxContent"):
        inside = takewhile(lambda element: element is not paragraph, box.iterancestors())
        if not {local(element.tag) for element in inside} & {"Fallback", "txbxContent", "del", "moveFrom"}:
            yield box


def _words(paragraph: Any) -> str:
    """Return the words of a paragraph as they stand when all changes are taken over."""
    words: list[str] = []
    waiting = list(reversed(paragraph))
    while waiting:
        element = waiting.pop()
        name = local(element.tag)
        if name == "t":
            words.append(element.text or "")
        elif name in _SIGNS:
            words.append(_SIGNS[name])
        elif name and name not in _DROPPED:
            waiting.extend(reversed(element))
    return "".join(words)


def _rows(table: Any) -> list[list[InRow]]:
    """Return each row as its cells; a cell merged over rows is told in the first, with how many it stands over."""
    rows: list[list[InRow]] = []
    opened: dict[int, tuple[int, int]] = {}  # column: row and place in it of the cell that is merged downwards
    for number, row in enumerate(_found(table, "tr")):
        cells: list[InRow] = []
        going = opened
        opened = {}
        column = _number(row.find("{*}trPr/{*}gridBefore"))
        for cell in _found(row, "tc"):
            properties = cell.find("{*}tcPr")
            merge = properties.find("{*}vMerge") if properties is not None else None
            span = properties.find("{*}gridSpan") if properties is not None else None
            width = min(max(1, _number(span)), _MOST_COLUMNS)
            if merge is None or attribute(merge, "val") == "restart":
                if merge is not None:
                    opened[column] = (number, len(cells))
                cells.append(InRow(column, _cell_text(cell), 1, width))
            elif column in going:
                first, place = opened[column] = going[column]
                rows[first][place] = rows[first][place]._replace(rows=number - first + 1)
            column += width
        rows.append(cells)
    return rows


def _found(parent: Any, name: str) -> Iterator[Any]:
    """Yield the children with this name, looking into content controls and changes."""
    for child in parent:
        found = local(child.tag)
        if found == name:
            yield child
        elif found in ("sdt", "sdtContent", "ins", "customXml", "moveTo"):
            yield from _found(child, name)


def _number(element: Any) -> int:
    value = attribute(element, "val") if element is not None else ""
    return int(value) if value.isascii() and value.isdigit() and len(value) < 4 else 0


def _cell_text(cell: Any) -> str:
    """Return what a cell says on one line; a table inside it as its words."""
    inner = Draft()
    _write(inner, cell)
    return one_line(inner.text()).strip()
