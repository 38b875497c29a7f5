"""Cells of a manifest that hold several things: the names of all who flew, the stops of a route. Cells in, words in order out."""

import re
from collections.abc import Iterator

from clew.extract.document import Document, Words
from clew.extract.headers import MappedTable
from clew.extract.labels import fold
from clew.model.source import Cell

# Headers that speak of more than one.
_SEVERAL = re.compile(
    r"passengers|travell?ers|persons|people|names|crew|\bpax\b|on board|пассажиры|пассажиров|имена|лица|на борту|экипаж|旅客|乘客|人员|名单"
)
_BETWEEN = re.compile(r"\s*[;；、\n]\s*|\s+(?:and|&|и|und|et)\s+|[和及]")
_COMMA = re.compile(r"\s*[,，]\s*")
_SUFFIX = re.compile(r"(?:jr|sr|ii|iii|iv|m\.?d|ph\.?d|esq|ret|мл|ст)\.?$", re.IGNORECASE)
_STEP = re.compile(r"\s*(?:→|->|⇒|—|–|/|>|至|到)\s*|\s+-\s+|\s+to\s+|-")
_LEAST_LETTERS = 2


def lists_names(table: MappedTable) -> bool:
    """Say whether a comma in the table's cells of names parts two persons, and not a surname from what follows it.

    It does where the header speaks of several and some part is a name and surname; not where each cell with a comma is one
    word, a comma and the rest ('IVANOV, PETR SERGEEVICH').
    """
    header = next((fold(cell.text) for cell in table.header if cell.column == table.fields.get("person")), "")
    cells = [parts for row in table.rows if len(parts := _COMMA.split(row.text("person"))) > 1]
    whole = any(len(part.split()) > 1 for row in table.rows for part in _COMMA.split(row.text("person")))
    inverted = all(len(parts) == 2 and len(parts[0].split()) == 1 for parts in cells)
    if _SEVERAL.search(header):
        return whole and not (cells and inverted)
    return bool(cells) and all(len(part.split()) > 1 or _SUFFIX.match(part) for parts in cells for part in parts)


def names_in(document: Document, cell: Cell, *, commas: bool, several: bool) -> list[Words]:
    """Return the names a cell holds, in order, each where it stands.

    Args:
        document: where the cell stands.
        cell: of names.
        commas: a comma parts two names.
        several: the header speaks of several, so that without any mark between them each line may be a name.
    """
    parts: list[tuple[int, int]] = []
    for start, stop in _split(cell.text, _BETWEEN):
        inner = (
            [(start + a, start + b) for a, b in _split(cell.text[start:stop], _COMMA)] if commas else [(start, stop)]
        )
        for a, b in inner:
            if parts and _SUFFIX.match(cell.text[a:b]):
                parts[-1] = (parts[-1][0], b)
            else:
                parts.append((a, b))
    lines = _line_edges(cell)
    if len(parts) == 1 and several and len(lines) > 1 and all(2 <= len(cell.text[a:b].split()) <= 4 for a, b in lines):
        parts = lines
    named = [(a, b) for a, b in parts if sum(letter.isalpha() for letter in cell.text[a:b]) >= _LEAST_LETTERS]
    return [_words(document, cell, a, b) for a, b in named]


def speaks_of_several(table: MappedTable) -> bool:
    """Say whether the header over the names speaks of more than one."""
    return any(
        _SEVERAL.search(fold(cell.text)) is not None
        for cell in table.header
        if cell.column == table.fields.get("person")
    )


def stops_in(document: Document, cell: Cell) -> list[Words]:
    """Return the stops of a route in order: 'SVO-Kazan-SVO' has three."""
    parts = list(_split(cell.text, _STEP))
    if len(parts) < 2 or any(sum(letter.isalpha() for letter in cell.text[a:b]) < _LEAST_LETTERS for a, b in parts):
        return []
    return [_words(document, cell, a, b) for a, b in parts]


def _split(text: str, pattern: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    at = 0
    for match in [*pattern.finditer(text), None]:
        stop = match.start() if match else len(text)
        part = text[at:stop]
        if part.strip():
            lead = len(part) - len(part.lstrip())
            yield at + lead, at + len(part.rstrip())
        at = match.end() if match else stop


def _line_edges(cell: Cell) -> list[tuple[int, int]]:
    """Return where each line of a cell begins and ends in its text: the runs, joined by a space."""
    edges, at = [], 0
    for start, stop in cell.runs:
        edges.append((at, at + stop - start))
        at += stop - start + 1
    return edges


def _words(document: Document, cell: Cell, start: int, stop: int) -> Words:
    """Return a part of a cell's text where it stands; where it goes on elsewhere on the page, its first line's place."""
    lines = _line_edges(cell)
    if not lines or lines[-1][1] != len(cell.text):  # a format whose quoting was undone: the cell as a whole
        begin, end = cell.runs[0] if cell.runs else (0, 0)
        return Words(cell.page, begin, end, cell.text[start:stop])
    first = next(nth for nth, (_, edge) in enumerate(lines) if start < edge)
    last = next(nth for nth, (_, edge) in enumerate(lines) if stop <= edge)
    page = document.page(cell.page).text
    begin = cell.runs[first][0] + start - lines[first][0]
    end = cell.runs[last][0] + stop - lines[last][0]
    between = [page[cell.runs[nth][1] : cell.runs[nth + 1][0]] for nth in range(first, last)]
    if all(not gap.strip() for gap in between) and begin < end:
        return Words(cell.page, begin, end, page[begin:end])
    return Words(cell.page, begin, cell.runs[first][1], cell.text[start:stop])
