"""Tables in text (CSV, TSV, and with ; or |) go in; the raw text in blocks of records, and its cells, come out."""

import re
from array import array as _Numbers  # noqa: N812 - of one kind of number
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import Any, NamedTuple

from clew.model.errors import UnreadableFile
from clew.model.source import Cell, CellColumns, Page, Reading
from clew.read.means import PLAIN, Means, has_come
from clew.read.readers._decoding import decode

MEDIA_TYPES = ("text/csv", "text/tab-separated-values")
VERSION = 2
ORDER = 70  # after the formats with marks of their own, before plain text

_RECORDS_PER_PAGE = 500
_SAMPLE_RECORDS = 100
_SAMPLE = 65_536  # characters
_LINE_FEED, _RETURN, _QUOTE = 10, 13, 34
_DELIMITERS = ",;\t|"
_NAMED = (".csv", ".tsv", ".tab", ".psv")
_PROSE_NAMED = (".md", ".markdown", ".html", ".htm", ".eml")
_HINT = re.compile(r"sep=([^\"\r\n])\r?\n")  # Excel's own first line; no row of the table


class _Shape(NamedTuple):
    """How well a text fits a delimiter."""

    agreeing: float  # share of the records with the usual number of columns
    columns: int  # the usual number
    delimiter: str


def recognise(data: bytes, name: str) -> str | None:
    """Return the media type if two records at least agree on two columns or more, and it is not prose with commas."""
    lowered = name.lower()
    decoded = None if lowered.endswith(_PROSE_NAMED) else decode(data)
    shape = decoded and _shape(decoded.text, named=lowered.endswith(_NAMED))
    if not shape:
        return None
    return "text/tab-separated-values" if shape.delimiter == "\t" else "text/csv"


def read(data: bytes, media_type: str, means: Means = PLAIN) -> Reading:  # noqa: ARG001 - it has bounds of its own
    """Return the text in blocks of 500 records, and a cell for each field that is not empty.

    A cell's run is what stands inside the quotes; its text has doubled quotes undone. Ragged rows stay as they are.
    """
    decoded = decode(data)
    if decoded is None:
        raise UnreadableFile(f"{media_type} file: expected text, found bytes that are text in no encoding we know")
    shape = _shape(decoded.text, named=True)
    if shape is None:
        raise UnreadableFile(
            f"{media_type} file: expected two records or more that agree on two columns or more, found none; "
            "possible delimiters: comma, semicolon, tab, |"
        )
    pages = _pages(decoded.text, shape.delimiter)
    return Reading(pages, cells=_Cells(pages, shape.delimiter), missed=(decoded.damage,) if decoded.damage else ())


@cache
def _field(delimiter: str) -> re.Pattern[str]:
    """Return the pattern of one field and what ends it: RFC 4180 (Shafranovich, 2005), section 2.

    A quote that closes nowhere, or closes in mid-field, is a letter like any other. Possessive, so that no text
    however quoted takes more than one pass.
    """
    mark = re.escape(delimiter)
    return re.compile(rf'(?:"((?:[^"]++|"")*+)"(?={mark}|[\r\n]|\Z)|([^{mark}\r\n]*+))({mark}|\r\n|\n|\r|\Z)')


@cache
def _parts(delimiter: str) -> re.Pattern[str]:
    """Return the same pattern, with the closing quote as a group of its own: an empty quoted field is told by it."""
    mark = re.escape(delimiter)
    return re.compile(rf'(?:"((?:[^"]++|"")*+)(")(?={mark}|[\r\n]|\Z)|([^{mark}\r\n]*+))({mark}|\r\n|\n|\r|\Z)')


@cache
def _block(delimiter: str) -> re.Pattern[str]:
    """Return the pattern of as many records as a page has; field by field it took half of the reading."""
    mark = re.escape(delimiter)
    field = rf'(?>"(?:[^"]++|"")*+"(?={mark}|[\r\n]|\Z)|[^{mark}\r\n]*+)'
    return re.compile(rf"(?>{field}(?:{mark}{field})*+(?:\r\n|\n|\r)){{{_RECORDS_PER_PAGE}}}")


@dataclass(frozen=True, slots=True)
class _Cells:
    """The cells of all pages, made as they are asked for: those of 300,000 records would take 1 GB."""

    pages: tuple[Page, ...]
    delimiter: str

    def __iter__(self) -> Iterator[Cell]:
        for some in self.in_columns():
            for row, column, said, start, stop in zip(
                map(int, some.rows),
                map(int, some.columns),
                some.texts,
                map(int, some.starts),
                map(int, some.stops),
                strict=True,
            ):
                yield Cell(some.page, some.table, row, column, said, ((start, stop),))

    def in_columns(self) -> Iterator[CellColumns]:
        """Yield the very cells that iterating yields, page by page."""
        for page in self.pages:
            first = (page.number - 1) * _RECORDS_PER_PAGE
            has_come(f"{first:,} rows")
            hint = _HINT.match(page.text) if page.number == 1 else None
            begin = hint.end() if hint else 0
            yield by_marks(page, begin, self.delimiter, first) or by_pattern(page, begin, self.delimiter, first)


def by_pattern(page: Page, begin: int, delimiter: str, row: int) -> CellColumns:
    """Return the cells of a page by the pattern of a field, all found at once: 1,200,000 a second."""
    rows, columns, texts, starts, stops = _Numbers("i"), _Numbers("i"), list[str](), _Numbers("i"), _Numbers("i")
    column = 0
    place = begin
    for inner, quote, bare, mark in _parts(delimiter).findall(page.text, begin):
        said = inner or bare
        if quote:
            place += 1
        if said:
            rows.append(row)
            columns.append(column)
            texts.append(said.replace('""', '"') if quote else said)
            starts.append(place)
            stops.append(place + len(said))
        place += len(said) + len(quote) + len(mark)
        row, column = (row, column + 1) if mark == delimiter else (row + 1, 0)
    return CellColumns(page.number, 0, rows, columns, texts, starts, stops)


def by_marks(page: Page, begin: int, delimiter: str, row: int) -> CellColumns | None:
    """Return the cells of a page by the places of its marks: 2,500,000 a second.

    None where a quote neither opens a field, closes it, nor is doubled: there only the pattern tells.
    """
    import numpy as np  # noqa: PLC0415 - 100 ms, and only tables need it

    text = page.text
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    has_quotes = '"' in text
    starts, stops, ends = _between_marks(codes, begin, delimiter, has_quotes=has_quotes)
    nth = np.arange(len(starts))
    columns = nth - np.maximum.accumulate(np.where(np.concatenate(([True], ends)), nth, 0))
    rows = np.concatenate(([0], np.cumsum(ends))) + row
    inside = None
    if has_quotes:
        quotes = np.concatenate(([0], np.cumsum(codes == _QUOTE)))
        inside = quotes[stops] - quotes[starts]
        quoted = inside > 0
        opened, closed = codes[starts[quoted]] == _QUOTE, codes[stops[quoted] - 1] == _QUOTE
        if not (opened & closed & (inside[quoted] > 1)).all():
            return None
        starts, stops = starts + quoted, stops - quoted
    said = starts < stops
    starts, stops = starts[said], stops[said]
    texts = [text[start:stop] for start, stop in zip(starts.tolist(), stops.tolist(), strict=True)]
    for place in np.flatnonzero(inside[said] > 2).tolist() if inside is not None else ():
        if '"' in texts[place].replace('""', ""):
            return None
        texts[place] = texts[place].replace('""', '"')
    return CellColumns(page.number, 0, rows[said], columns[said], texts, starts, stops)


def _between_marks(codes: Any, begin: int, delimiter: str, *, has_quotes: bool) -> tuple[Any, Any, Any]:
    """Return where each field starts and stops, and of each mark between two whether it ends a record."""
    import numpy as np  # noqa: PLC0415 - as above

    mark = (codes == ord(delimiter)) | (codes == _LINE_FEED) | (codes == _RETURN)
    if has_quotes:
        mark &= np.cumsum(codes == _QUOTE) % 2 == 0  # what stands inside quotes is no mark
    mark[:begin] = False
    after_return = np.flatnonzero(codes[1:] == _LINE_FEED) + 1
    after_return = after_return[codes[after_return - 1] == _RETURN]
    wide = np.zeros(len(codes), bool)
    wide[after_return - 1] = True
    mark[after_return] = False  # CR LF is one end of a line
    marks = np.flatnonzero(mark)
    starts = np.concatenate(([begin], marks + 1 + wide[marks]))
    return starts, np.concatenate((marks, [len(codes)])), codes[marks] != ord(delimiter)


def _fields(text: str, delimiter: str, begin: int) -> Iterator[re.Match[str]]:
    open_record = False
    for found in _field(delimiter).finditer(text, begin):
        if not open_record and found.start() == len(text):
            return  # the empty match after the last line end
        open_record = found[3] == delimiter
        yield found


def _pages(text: str, delimiter: str) -> tuple[Page, ...]:
    pages: list[Page] = []
    hint = _HINT.match(text)
    origin, place = 0, hint.end() if hint else 0
    while found := _block(delimiter).match(text, place):
        pages.append(_page(text[origin : found.end()], len(pages) + 1, (len(pages) + 1) * _RECORDS_PER_PAGE))
        origin = place = found.end()
    if origin < len(text) or not pages:
        rest = sum(found[3] != delimiter for found in _fields(text, delimiter, place))
        pages.append(_page(text[origin:], len(pages) + 1, len(pages) * _RECORDS_PER_PAGE + rest))
    return tuple(pages)


def _page(text: str, number: int, last_row: int) -> Page:
    first = (number - 1) * _RECORDS_PER_PAGE + 1
    return Page(number, text, f"rows {first}-{max(first, last_row)}")


def _shape(text: str, *, named: bool) -> _Shape | None:
    """Return the shape under the delimiter that fits best, or None when the text is no table.

    Args:
        text: the whole text.
        named: its name says it is a table, so weaker evidence will do.
    """
    sample = text[:_SAMPLE]
    hint = _HINT.match(sample)
    if hint:
        return _Shape(1.0, 2, hint[1])
    fitting = (_fit(sample, delimiter, named=named) for delimiter in _DELIMITERS if delimiter in sample)
    return max((shape for shape in fitting if shape), default=None)


def _fit(sample: str, delimiter: str, *, named: bool) -> _Shape | None:
    if sum(delimiter in line for line in sample.splitlines()) < 2:
        return None  # two records that agree would have it on a line each
    records = [record for record in islice(_records(sample, delimiter), _SAMPLE_RECORDS) if any(record)]
    if len(sample) == _SAMPLE and len(records) > 1:
        records.pop()  # the sample may end inside it
    if not records:
        return None
    columns, agreeing = Counter(map(len, records)).most_common(1)[0]
    wide = [record for record in records if len(record) > 1]
    if columns < 2 and named and wide:  # title lines may outnumber the rows of a short table
        columns, agreeing = Counter(map(len, wide)).most_common(1)[0]
    share = agreeing / len(records)
    if columns < 2 or agreeing < 2 or share < (0.4 if named else 0.8):
        return None
    usual = [record for record in records if len(record) == columns]
    return _Shape(share, columns, delimiter) if named or not _is_prose(usual) else None


def _is_prose(records: list[list[str]]) -> bool:
    """Say whether these are sentences with commas: a space after each mark, or a mark only at the line's end."""
    later = [field for record in records for field in record[1:]]
    spaced = sum(field.startswith(" ") for field in later) * 2 > len(later)
    empty = sum(not field.strip() for field in later) * 2 > len(later)
    # Five lines with three commas each and nothing longer than a name between them are no accident.
    strong = len(records) >= 5 and len(records[0]) >= 4 and sum(map(len, later)) <= 20 * len(later)
    return (spaced or empty) and not strong


def _records(text: str, delimiter: str) -> Iterator[list[str]]:
    record: list[str] = []
    for found in _field(delimiter).finditer(text):
        if found.start() == len(text) and not record:
            return
        record.append(found[1] if found[1] is not None else found[2])
        if found[3] != delimiter:
            yield record
            record = []
