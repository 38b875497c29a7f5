"""What readers made of files goes in; columns of the segment tables, ready to be written, come out.

A list per column, not a dict per row: words of a page are packed 30 times as fast, and travel between processes as they are.
"""

import io
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import Any

import numpy as np
import pyarrow as pa

from clew.model.source import Cell, CellColumns, InColumns, Page, Reading, Word

NAME = pa.dictionary(pa.int32(), pa.string())  # one value for very many rows
FLOATS = pa.list_(pa.float32())
SHAPES = {
    "pages": pa.schema(
        {
            "source": NAME,
            "number": pa.int32(),
            "text": pa.string(),
            "label": pa.string(),
            "width": pa.float64(),
            "height": pa.float64(),
            "engine": pa.string(),
            "rotation": pa.int32(),
            "reading": NAME,
        }
    ),
    "words": pa.schema(
        {
            "source": NAME,
            **dict.fromkeys(("page", "start", "stop"), pa.int32()),
            **dict.fromkeys(("x0", "y0", "x1", "y1"), pa.float64()),
            "edges": FLOATS,
            "confidence": pa.float32(),
            "corners": FLOATS,
            "reading": NAME,
        }
    ),
    "cells": pa.schema(
        {
            "source": NAME,
            **dict.fromkeys(("page", "table_number", "row_number", "column_number"), pa.int32()),
            "text": pa.string(),
            "runs": pa.list_(pa.int32()),
            **dict.fromkeys(("row_span", "column_span"), pa.int32()),
            "reading": NAME,
        }
    ),
}
ROWS_AT_ONCE = 100_000
CHARACTERS_AT_ONCE = 8_000_000

HandOn = Callable[[str, pa.Table], None]


def as_bytes(rows: pa.Table) -> memoryview:
    """Return rows as they travel between processes; `from_bytes` takes them back."""
    out = io.BytesIO()
    with pa.ipc.new_stream(out, rows.schema) as stream:
        stream.write_table(rows)
    return out.getbuffer()


def from_bytes(table: str, data: bytes) -> pa.Table:
    """Return the rows that travelled, whole and of the shape of their table.

    Raises:
        KeyError: there is no such table.
        ValueError: they are neither.
    """
    rows = pa.ipc.open_stream(data).read_all()
    rows.validate(full=True)
    return rows.cast(SHAPES[table])


def joined(parts: Iterable[pa.Table]) -> Iterator[pa.Table]:
    """Yield the same rows with small parts made one, of ROWS_AT_ONCE or a part more: each part written costs some milliseconds."""
    waiting: list[pa.Table] = []
    for part in parts:
        waiting.append(part)
        if sum(one.num_rows for one in waiting) >= ROWS_AT_ONCE:
            yield _one(waiting)
            waiting = []
    if waiting:
        yield _one(waiting)


def _one(parts: list[pa.Table]) -> pa.Table:
    return parts[0] if len(parts) == 1 else pa.concat_tables(parts).unify_dictionaries()


class Packer:
    """Gathers the rows of any number of readings and hands them on, table by table, in pieces of a bounded size."""

    def __init__(self, hand_on: HandOn) -> None:
        self._hand_on = hand_on
        self._pages = _Waiting()
        self._words = _Waiting()
        self._cells = _Waiting()
        self._characters = 0

    def add(self, source: str, reading: Reading, *, method: str) -> None:
        """Take in the pages, words and cells of a source."""
        self._pages.add(source, method, reading.pages)
        self._characters += sum(len(page.text) for page in reading.pages)
        self._words.add(source, method, reading.words)
        # The commonest kind first: to ask what a protocol asks takes longer than to read a small file.
        if not isinstance(reading.cells, tuple) and isinstance(reading.cells, InColumns):
            self._flush_cells()
            for columns in reading.cells.in_columns():
                self._hand_on("cells", _long_table(source, columns, method))
        else:
            self._add_cells(source, reading.cells, method)
        if max(len(self._pages.rows), len(self._words.rows)) > ROWS_AT_ONCE or self._characters > CHARACTERS_AT_ONCE:
            self.flush()

    def _add_cells(self, source: str, cells: Iterable[Cell], method: str) -> None:
        piece: list[Cell] = []
        for cell in cells:
            piece.append(cell)
            if len(piece) == ROWS_AT_ONCE:
                self._cells.add(source, method, piece)
                self._flush_cells()
                piece = []
        self._cells.add(source, method, piece)

    def flush(self) -> None:
        """Hand on whatever waits."""
        self._characters = 0
        for name, waiting, pack in (("pages", self._pages, _page_columns), ("words", self._words, _word_columns)):
            if waiting.rows:
                self._hand_on(name, pack(waiting))
                waiting.clear()
        self._flush_cells()

    def _flush_cells(self) -> None:
        if self._cells.rows:
            self._hand_on("cells", _cell_columns(self._cells))
            self._cells.clear()


class _Waiting:
    """Rows that wait, with the source and the reader each came from."""

    def __init__(self) -> None:
        self.rows: list[Any] = []
        self.origins: list[tuple[str, str, int]] = []  # source, reader, how many rows

    def add(self, source: str, method: str, rows: Iterable[Any]) -> None:
        before = len(self.rows)
        self.rows.extend(rows)
        self.origins.append((source, method, len(self.rows) - before))

    def clear(self) -> None:
        self.rows = []
        self.origins = []

    def named(self) -> dict[str, pa.Array]:
        """Return the columns source and reading."""
        counts = np.array([number for _, _, number in self.origins])
        return {
            "source": _names([o[0] for o in self.origins], counts),
            "reading": _names([o[1] for o in self.origins], counts),
        }


def _names(values: list[str], counts: Any) -> pa.Array:
    known = {value: place for place, value in enumerate(dict.fromkeys(values))}
    places = np.repeat(np.array([known[value] for value in values], np.int32), counts)
    return pa.DictionaryArray.from_arrays(pa.array(places), pa.array(list(known), pa.string()))


def _table(name: str, columns: dict[str, Any]) -> pa.Table:
    shape = SHAPES[name]
    return pa.table({field.name: _column(columns[field.name], field.type) for field in shape}, schema=shape)


def _column(values: Any, kind: pa.DataType) -> pa.Array:
    if isinstance(values, pa.Array | pa.ChunkedArray):
        return values
    return _texts(values) if kind == pa.string() else pa.array(values, kind)


def _texts(values: list[str]) -> pa.Array:
    """Return texts in a column; lone surrogates, which no text file may hold, are replaced one for one."""
    try:
        return pa.array(values, pa.string())
    except UnicodeEncodeError:
        return pa.array([storable(value) for value in values], pa.string())


def storable(text: str) -> str:
    """Return a text with each lone surrogate replaced by U+FFFD, so that every offset stays right."""
    return "".join("\ufffd" if "\ud800" <= char <= "\udfff" else char for char in text)


def _lists(values: list[Any], kind: Any) -> pa.Array:
    """Return sequences of numbers as a column of lists."""
    offsets = np.zeros(len(values) + 1, np.int32)
    np.cumsum([len(value) for value in values], out=offsets[1:])
    flat = np.fromiter(chain.from_iterable(values), kind, count=int(offsets[-1]))
    return pa.ListArray.from_arrays(pa.array(offsets), pa.array(flat))


def _page_columns(waiting: _Waiting) -> pa.Table:
    pages: list[Page] = waiting.rows
    plain = ("number", "text", "label", "width", "height", "engine", "rotation")
    columns = {name: [getattr(page, name) for page in pages] for name in plain}
    return _table("pages", {**columns, **waiting.named()})


def _word_columns(waiting: _Waiting) -> pa.Table:
    words: list[Word] = waiting.rows
    columns: dict[str, Any] = {
        "page": [word.page for word in words],
        "start": [word.start for word in words],
        "stop": [word.stop for word in words],
        "x0": [word.x0 for word in words],
        "y0": [word.y0 for word in words],
        "x1": [word.x1 for word in words],
        "y1": [word.y1 for word in words],
        "confidence": [word.confidence for word in words],
        "edges": _lists([word.edges for word in words], np.float32),
        "corners": _lists([word.corners for word in words], np.float32),
    }
    return _table("words", {**columns, **waiting.named()})


def _cell_columns(waiting: _Waiting) -> pa.Table:
    cells: list[Cell] = waiting.rows
    columns: dict[str, Any] = {
        "page": [cell.page for cell in cells],
        "table_number": [cell.table for cell in cells],
        "row_number": [cell.row for cell in cells],
        "column_number": [cell.column for cell in cells],
        "text": [cell.text for cell in cells],
        "runs": _lists([[edge for run in cell.runs for edge in run] for cell in cells], np.int32),
        "row_span": [cell.rows for cell in cells],
        "column_span": [cell.columns for cell in cells],
    }
    return _table("cells", {**columns, **waiting.named()})


def _long_table(source: str, cells: CellColumns, method: str) -> pa.Table:
    number = len(cells.rows)
    runs = np.empty(2 * number, np.int32)
    runs[0::2], runs[1::2] = cells.starts, cells.stops
    every_two = pa.array(np.arange(0, 2 * number + 1, 2, dtype=np.int32))
    columns = {
        "source": _names([source], np.array([number])),
        "page": np.full(number, cells.page, np.int32),
        "table_number": np.full(number, cells.table, np.int32),
        "row_number": cells.rows,
        "column_number": cells.columns,
        "text": cells.texts,
        "runs": pa.ListArray.from_arrays(every_two, pa.array(runs)),
        "row_span": (ones := np.ones(number, np.int32)),
        "column_span": ones,
        "reading": _names([method], np.array([number])),
    }
    return _table("cells", columns)
