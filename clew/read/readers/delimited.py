"""Tables in text (CSV, TSV, and with ; or |) go in; the raw text in blocks of records, and its cells, come out."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import NamedTuple

from clew.model.errors import UnreadableFile
from clew.model.source import Cell, Page, Reading
from clew.read.means import PLAIN, Means
from clew.read.readers._decoding import decode

MEDIA_TYPES = ("text/csv", "text/tab-separated-values")
VERSION = 2
ORDER = 70  # after the formats with marks of their own, before plain text

_RECORDS_PER_PAGE = 500
_SAMPLE_RECORDS = 100
_SAMPLE = 65_536  # characters
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


@dataclass(frozen=True, slots=True)
class _Cells:
    """The cells of all pages, made as they are asked for: those of 300,000 records would take 1 GB."""

    pages: tuple[Page, ...]
    delimiter: str

    def __iter__(self) -> Iterator[Cell]:
        row = column = 0
        for page in self.pages:
            # One pattern over the whole page, not letter by letter: 180,000 cells/s.
            for found in _fields(page.text, self.delimiter, hinted=page.number == 1):
                start, stop = found.span(2 if found[1] is None else 1)
                if start < stop:
                    said = found[2] if found[1] is None else found[1].replace('""', '"')
                    yield Cell(page.number, 0, row, column, said, ((start, stop),))
                row, column = (row, column + 1) if found[3] == self.delimiter else (row + 1, 0)


def _fields(text: str, delimiter: str, *, hinted: bool) -> Iterator[re.Match[str]]:
    hint = _HINT.match(text) if hinted else None
    open_record = False
    for found in _field(delimiter).finditer(text, hint.end() if hint else 0):
        if not open_record and found.start() == len(text):
            return  # the empty match after the last line end
        open_record = found[3] == delimiter
        yield found


def _pages(text: str, delimiter: str) -> tuple[Page, ...]:
    pages: list[Page] = []
    row = origin = 0
    for found in _fields(text, delimiter, hinted=True):
        if found[3] == delimiter:
            continue
        row += 1
        if row % _RECORDS_PER_PAGE == 0:
            pages.append(_page(text[origin : found.end()], len(pages) + 1, row))
            origin = found.end()
    if origin < len(text) or not pages:
        pages.append(_page(text[origin:], len(pages) + 1, row))
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
    fitting = (_fit(sample, delimiter, named=named) for delimiter in _DELIMITERS)
    return max((shape for shape in fitting if shape), default=None)


def _fit(sample: str, delimiter: str, *, named: bool) -> _Shape | None:
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
