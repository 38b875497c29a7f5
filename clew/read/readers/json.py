"""JSON and JSON Lines go in; the text as it stands in pages cut between records, and a row of cells for each record, come out.

A record is an object in an array, or on a line of its own; one that stands alone is one record. Its fields are columns, those
of objects inside it too; each array of objects is a table of its own. The first row holds the names of the fields, each where it first stands.
"""

import json
import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from clew.model.errors import UnreadableFile
from clew.model.source import Cell, Page, Reading
from clew.read.means import PLAIN, Means
from clew.read.readers._decoding import decode
from clew.read.readers._paging import PAGE_LENGTH, split_pages

MEDIA_TYPES = ("application/json",)
VERSION = 1
ORDER = 40

_START = re.compile(r'\s*(?:\{\s*["}]|\[\s*[\[{"\]\d-])')
_TOKEN = re.compile(r'"((?:[^"\\]++|\\.)*+)"|([{}\[\],:])|([^\s{}\[\],:"]++)', re.DOTALL)
_MOST_COLUMNS = 1_000
_HEAD = 65_536

Run = tuple[int, int]


@dataclass(slots=True)
class _Table:
    """The records of one array, or of the file."""

    columns: dict[tuple[str, ...], int] = field(default_factory=dict)
    names: list[tuple[Run, ...]] = field(default_factory=list)  # of each column: where the fields' names stand
    rows: list[dict[int, list[tuple[Run, str]]]] = field(default_factory=list)


@dataclass(slots=True)
class _Level:
    """An object or array that is open."""

    array: bool
    path: tuple[str, ...]
    places: tuple[Run, ...]
    table: _Table | None  # the table whose record it is, or is part of
    elements: _Table | None = None  # of an array: the table that the objects in it make


def recognise(data: bytes, name: str) -> str | None:  # noqa: ARG001 - the text decides, whatever the name
    """Return the media type if the text, or its first line, is an object or array in JSON."""
    head = decode(data[:_HEAD] if data[:1] not in (b"\xff", b"\xfe", b"\0") else data)
    if head is None or not _START.match(head.text):
        return None
    decoded = decode(data)
    return MEDIA_TYPES[0] if decoded and _is_json(decoded.text) else None


def _is_json(text: str) -> bool:
    for part in (text.lstrip().split("\n", 1)[0], text):
        try:
            json.loads(part)
        except (ValueError, RecursionError):
            continue
        return True
    return False


def read(data: bytes, media_type: str, means: Means = PLAIN) -> Reading:  # noqa: ARG001 - nothing expands here
    """Return the pages, joined the very text of the file, and the cells; escapes are undone in a cell's text only."""
    decoded = decode(data)
    if decoded is None:
        raise UnreadableFile(f"{media_type} file: expected text, found bytes that are text in no encoding we know")
    walk = _Walk(decoded.text)
    missed = [decoded.damage] if decoded.damage else []
    if walk.run():
        missed.append("the file is truncated: objects or arrays are left open at its end")
    starts = _cuts(decoded.text, walk.ends)
    stops = [*starts[1:], len(decoded.text)]
    if len(starts) == 1:
        pages = split_pages(decoded.text, hard=not walk.tables)
    else:
        pages = tuple(
            Page(nth, decoded.text[start:stop], f"part {nth}")
            for nth, (start, stop) in enumerate(zip(starts, stops, strict=True), 1)
        )
        pages = pages or (Page(1, ""),)
    starts = [0]
    for page in pages[:-1]:
        starts.append(starts[-1] + len(page.text))
    cells = tuple(_cells([table for table in walk.tables if table.rows], starts))
    return Reading(pages, cells=cells, missed=tuple(missed))


def _cuts(text: str, ends: list[int]) -> list[int]:
    """Return where pages begin: after the last record that ends within a page's length."""
    starts = [0]
    last = 0
    for end in ends:
        if end - starts[-1] > PAGE_LENGTH and last > starts[-1]:
            starts.append(last)
        found = text.find("\n", end)
        last = found + 1 if 0 <= found < end + 3 else end  # the comma and line end go with their record
    if len(text) - starts[-1] > PAGE_LENGTH and starts[-1] < last < len(text):
        starts.append(last)
    return starts


def _cells(tables: list[_Table], starts: list[int]) -> Iterator[Cell]:
    for number, table in enumerate(tables):
        for column, (path, runs) in enumerate(zip(table.columns, table.names, strict=True)):
            yield _cell((number, 0, column), list(zip(runs, path, strict=True)), starts)
        for row, values in enumerate(table.rows, 1):
            for column, said in sorted(values.items()):
                if any(text for _, text in said):
                    yield _cell((number, row, column), said, starts)


def _cell(place: tuple[int, int, int], said: list[tuple[Run, str]], starts: list[int]) -> Cell:
    """Return a cell; of an array of values that runs on over pages, those on the first."""
    page = bisect_right(starts, said[0][0][0])
    origin = starts[page - 1]
    here = [(run, text) for run, text in said if bisect_right(starts, run[0]) == page]
    runs = tuple((start - origin, stop - origin) for (start, stop), _ in here)
    return Cell(page, *place, " ".join(text for _, text in here), runs)


class _Walk:
    """A walk over the text, mark by mark, without recursion: nesting may be 100,000 deep."""

    def __init__(self, text: str) -> None:
        self.tables: list[_Table] = []
        self.ends: list[int] = []  # where records end
        self._text = text
        self._open: list[_Level] = []
        self._key: tuple[Run, str] | None = None
        self._lines = _Table()  # of objects on lines of their own
        self.tables.append(self._lines)

    def run(self) -> int:
        """Go through the text; return how many objects and arrays are left open."""
        pending: tuple[Run, str] | None = None  # a string that may turn out to be a field's name
        for found in _TOKEN.finditer(self._text):
            string, sign, bare = found.groups()
            if string is not None:
                self._value(pending)
                pending = (found.span(1), string)
                continue
            if sign == ":" and pending:
                self._key, pending = (pending[0], _unescaped(pending[1])), None
                continue
            self._value(pending)
            pending = None
            if bare is not None:
                self._value((found.span(3), bare), bare=True)
            elif sign in "{[":
                self._enter(array=sign == "[")
            elif sign in "}]":
                self._leave(found.end())
        self._value(pending)
        return len(self._open)

    def _enter(self, *, array: bool) -> None:
        above = self._open[-1] if self._open else None
        path, places = (above.path, above.places) if above else ((), ())
        if self._key:
            path, places = (*path, self._key[1]), (*places, self._key[0])
        self._key = None
        table = above.table if above else None
        if not array and (above is None or above.array):
            table = self._lines if above is None or above.elements is None else above.elements
            table.rows.append({})
            path, places = (), ()
        level = _Level(array, path, places, table)
        if array:
            level.elements = _Table()
            self.tables.append(level.elements)
        self._open.append(level)

    def _leave(self, end: int) -> None:
        self._key = None
        if not self._open:
            return
        level = self._open.pop()
        above = self._open[-1] if self._open else None
        if not level.array and (above is None or above.array):
            self.ends.append(end)

    def _value(self, said: tuple[Run, str] | None, *, bare: bool = False) -> None:
        if said is None:
            return
        key, level = self._key, self._open[-1] if self._open else None
        if level is None or not level.array:
            self._key = None
        if level is None or level.table is None or (bare and said[1] == "null"):
            return
        path = (*level.path, key[1]) if key else level.path
        table = level.table
        column = table.columns.get(path)
        if column is None:
            places = (*level.places, key[0]) if key else level.places
            if not places or len(table.columns) >= _MOST_COLUMNS:
                return
            column = table.columns[path] = len(table.columns)
            table.names.append(places)
        table.rows[-1].setdefault(column, []).append((said[0], said[1] if bare else _unescaped(said[1])))


def _unescaped(text: str) -> str:
    if "\\" not in text:
        return text
    try:
        return str(json.loads(f'"{text}"', strict=False)).encode("utf-8", "replace").decode()
    except ValueError:
        return text
