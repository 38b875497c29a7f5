"""Presentations (PPTX, PPTM) go in; a page for each slide, with its tables, notes and comments, comes out.

Read as zip and XML by ourselves: nothing is drawn, run or fetched.
"""

from dataclasses import replace
from typing import Any

from clew.model.source import Cell, Page, Reading
from clew.read.means import PLAIN, Means
from clew.read.readers._beside import files_inside, remarks
from clew.read.readers._paging import Draft, InRow, one_line
from clew.read.readers._zipped import Package, attribute, local, members_of

MEDIA_TYPES = ("application/vnd.openxmlformats-officedocument.presentationml.presentation",)
VERSION = 2
ORDER = 20

_MAIN = "ppt/presentation.xml"
_BESIDE = {"notesSlide": "Notes", "comments": "Comments", "diagramData": "", "chart": ""}
_PLACE_MARKS = frozenset(("sldNum", "dt", "ftr", "sldImg", "hdr"))  # placeholders that repeat on every slide
_MOST_COLUMNS = 1_000


def recognise(data: bytes, name: str) -> str | None:  # noqa: ARG001 - the parts decide, whatever the name
    """Return the media type if the zip holds a presentation."""
    return MEDIA_TYPES[0] if _MAIN in members_of(data) else None


def read(data: bytes, media_type: str, means: Means = PLAIN) -> Reading:
    """Return the slides in the order they are shown in; hidden ones are read and told."""
    package = Package(data, media_type, means)
    main = package.main_part(_MAIN)
    relations = package.relations(main)
    pages: list[Page] = []
    cells: list[Cell] = []
    missed: list[str] = []
    said: list[str] = []
    tables = 0
    for number, listed in enumerate(package.tree(main).iterfind("{*}sldIdLst/{*}sldId"), 1):
        link = next((value for key, value in listed.attrib.items() if key.endswith("}id")), "")
        _, part = relations.get(link, ("", ""))
        label = f"slide {number}"
        if part not in package.names:
            missed.append(f"{label}: its part is missing")
            pages.append(Page(number, "", label))
            continue
        draft = Draft()
        draft.tables = tables
        root = package.tree(part)
        if root.get("show") in ("0", "false"):
            said.append(f"{label} is hidden; it is read")
        _write_shapes(draft, root)
        said += _write_beside(draft, package, part, label)
        tables = draft.tables
        pages.append(Page(number, draft.text(), label))
        cells += [replace(cell, page=number) for cell in draft.cells]
    return Reading(
        tuple(pages) or (Page(1, ""),),
        cells=tuple(cells),
        children=files_inside(package),
        missed=tuple(missed),
        warnings=(*said, *remarks(package)),
    )


def _write_beside(draft: Draft, package: Package, part: str, label: str) -> list[str]:
    """Write notes, comments and what diagrams and charts say; return what a reader should know of it."""
    said = []
    for kind, target in sorted(package.relations(part).values()):
        if kind not in _BESIDE or target not in package.names:
            continue
        if _BESIDE[kind]:
            draft.line(_BESIDE[kind])
            said.append(f"{label} has {_BESIDE[kind].lower()}; they are read after its words")
        if kind == "comments":
            for text in package.tree(target).iter("{*}text", "{*}t"):
                draft.line(one_line(text.text or "").strip())
        else:
            _write_shapes(draft, package.tree(target))
    return said


def _write_shapes(draft: Draft, root: Any) -> None:
    """Write the paragraphs and tables of a part in the order in which they stand in it."""
    waiting = [root]
    while waiting:
        element = waiting.pop()
        name = local(element.tag)
        if name == "tbl":
            draft.table(_rows(element))
        elif name == "p":
            for line in _words(element).split("\n"):
                draft.line(line)
        elif name == "v" and element.text:  # a value of a chart
            draft.line(one_line(element.text))
        elif name == "sp" and _is_place_mark(element):
            continue
        elif name != "Fallback":
            waiting.extend(reversed(element))


def _is_place_mark(shape: Any) -> bool:
    mark = shape.find("{*}nvSpPr/{*}nvPr/{*}ph")
    return mark is not None and attribute(mark, "type") in _PLACE_MARKS


def _words(paragraph: Any) -> str:
    return "".join(
        "\n" if local(element.tag) == "br" else element.text or "" for element in paragraph.iter("{*}t", "{*}br")
    )


def _rows(table: Any) -> list[list[InRow]]:
    """Return each row as its cells; a merged cell is told once, with how many rows and columns it stands over."""
    rows = []
    for row in table.iterfind("{*}tr"):
        cells = []
        for column, cell in enumerate(row.iterfind("{*}tc")):
            if column < _MOST_COLUMNS and not {"hMerge", "vMerge"} & set(cell.attrib):
                words = " ".join(_words(paragraph) for paragraph in cell.iter("{*}p"))
                spans = (_span(cell, "rowSpan"), _span(cell, "gridSpan"))
                cells.append(InRow(column, one_line(words).strip(), *spans))
        rows.append(cells)
    return rows


def _span(cell: Any, name: str) -> int:
    value = cell.get(name, "")
    return max(1, int(value)) if value.isascii() and value.isdigit() and len(value) < 4 else 1
