"""Tables whose header says what they hold: a document goes in, mapped tables and the unmapped ones come out."""

from collections.abc import Iterable, Iterator
from collections.abc import Mapping as Columns
from dataclasses import dataclass
from itertools import pairwise

from clew.extract.columns import FAMILIES
from clew.extract.document import Document, Table
from clew.extract.header_labels import labels_in
from clew.extract.labels import Words, cell_words, fold, labels_of, lines_of
from clew.extract.lexicon import HEADS, IDENTIFIERS, PARTIES
from clew.extract.mapping import Mapping, TableMapping
from clew.extract.once import once_a_document
from clew.model.claim import Quote
from clew.model.records import Gap
from clew.model.source import Cell


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a mapped table: its cells by field, and all of them."""

    fields: Columns[str, Cell]
    cells: tuple[Cell, ...]

    def text(self, field: str) -> str:
        """Return what the field's cell says, spaces collapsed; empty where there is none."""
        cell = self.fields.get(field)
        return " ".join(cell.text.split()) if cell else ""


@dataclass(frozen=True, slots=True)
class MappedTable:
    """A table, or the part of one below a header, read as one family of rows."""

    table: int  # 0-based, counted over the source
    family: str  # passenger, goods, owners, staff
    header: tuple[Cell, ...]
    fields: Columns[str, int]  # field -> column
    unmapped: tuple[str, ...]  # headers that no field took
    rows: tuple[Row, ...]
    record_type: str = ""  # set where a mapping file says what the table is


@dataclass(frozen=True, slots=True)
class MappedHeader:
    """Which columns of a header row took which field, and which took none."""

    family: str
    fields: Columns[str, int]
    unmapped: tuple[str, ...]
    record_type: str = ""


@dataclass(frozen=True, slots=True)
class TableMap:
    """Every table of a document: mapped, or a gap."""

    tables: tuple[MappedTable, ...]
    gaps: tuple[Gap, ...]

    def of(self, family: str, record_type: str) -> tuple[MappedTable, ...]:
        """Return the tables of a family, those a mapping file gives to another record type left out."""
        return tuple(one for one in self.tables if one.family == family and one.record_type in ("", record_type))


def map_tables(document: Document, mapping: Mapping | None = None) -> TableMap:
    """Return the tables whose header is known or in the mapping, and a gap for each other of 2 by 2 cells or more."""
    return _map_tables(document, mapping if mapping and mapping.tables else None)


@once_a_document
def _map_tables(document: Document, mapping: Mapping | None) -> TableMap:
    mapped: list[MappedTable] = []
    gaps: list[Gap] = []
    for table in document.tables:
        parts = list(_parts_of(table, mapping))
        mapped.extend(parts)
        if not parts and _is_gap(table):
            gaps.append(_gap(document, table))
    if not document.tables:
        mapped.extend(part for table in text_tables(document) for part in _parts_of(table, mapping))
    return TableMap(tuple(mapped), tuple(gaps))


def unmapped_tables(document: Document, mapping: Mapping | None = None) -> tuple[Gap, ...]:
    """Return a gap for each table of 2 by 2 cells or more whose header nothing knows, naming its columns."""
    return map_tables(document, mapping).gaps


def map_header(cells: Iterable[Cell], mapping: Mapping | None = None) -> MappedHeader | None:
    """Return which columns of a row are which fields, or None where the row is no known header.

    The mapping file goes first. Without it a row is a header when one family finds every field it needs; of two
    families the one that takes more columns wins.
    """
    filled = {cell.column: cell.text for cell in cells if cell.text.strip()}
    if len(filled) < 2:
        return None
    for entry in mapping.tables if mapping else ():
        by_name = {fold(text): column for column, text in filled.items()}
        if all(fold(name) in by_name for name in entry.columns):
            return _by_entry(entry, by_name, filled)
    votes: dict[str, list[tuple[int, int, str]]] = {}
    for column, text in filled.items():
        for one in labels_in(fold(text)):
            votes.setdefault(one.family, []).append((-one.weight, column, one.field))
    # In the order of FAMILIES: of two that take as many columns the first wins.
    found = [header for family in FAMILIES if family in votes and (header := _by_votes(family, votes[family], filled))]
    return max(found, key=lambda header: len(header.fields), default=None)


def row_quotes(document: Document, row: Row) -> tuple[Quote, ...]:
    """Return the whole row as quotes in the role "quote": one run where nothing of other rows lies between its cells."""
    cells = [cell for cell in row.cells if any(start < stop for start, stop in cell.runs)]
    pages = {cell.page for cell in cells}
    runs = sorted(run for cell in cells for run in cell.runs if run[0] < run[1])
    if len(pages) == 1 and runs:
        page = next(iter(pages))
        text = document.page(page).text
        between = "".join(text[left[1] : right[0]] for left, right in pairwise(runs))
        if not any(mark.isalnum() for mark in between):
            return (document.quote("quote", page, runs[0][0], max(stop for _, stop in runs)),)
    return tuple(quote for cell in cells for quote in document.cell_quotes("quote", cell))


def field_words(document: Document, row: Row, field: str) -> Words | None:
    """Return where a field of a row stands, and what it says.

    Where a cell's lines lie apart on the page (other columns between them) the place is its first line's, the text the
    whole cell's: the only case in which `Words.text` is longer than its span.
    """
    cell = row.fields.get(field)
    if not cell:
        return None
    runs = [run for run in cell.runs if run[0] < run[1]]
    apart = Words(cell.page, *runs[0], " ".join(cell.text.split())) if runs else None
    return cell_words(document, cell) or apart


def field_quotes(document: Document, row: Row, fields: Iterable[str]) -> tuple[Quote, ...]:
    """Return the words of each of these fields that the row fills, in the role of the field's name."""
    cells = [(field, row.fields[field]) for field in fields if field in row.fields]
    return tuple(quote for field, cell in cells for quote in document.cell_quotes(field, cell))


def text_tables(document: Document) -> Iterator[Table]:
    """Yield tables typed as text: three lines or more whose columns are parted by tabs, bars or two spaces."""
    number = 0
    for page in document.pages:
        rows: list[tuple[Cell, ...]] = []
        for start, line in [*lines_of(page.text), (len(page.text), "")]:
            cells = tuple(_text_cells(page.number, number, len(rows), start, line))
            if len(cells) >= 3 or (rows and len(cells) == len(rows[0]) - 1):
                rows.append(_under(rows[0], cells, page.text) if rows else cells)
            elif line.strip("|-+= \t"):
                yield from _table_of(number, rows)
                number, rows = number + 1, []
        yield from _table_of(number, rows)
        number += 1


def _table_of(number: int, rows: list[tuple[Cell, ...]]) -> Iterator[Table]:
    if len(rows) >= 2:
        yield Table(number, tuple(rows))


def _text_cells(page: int, table: int, row: int, start: int, line: str) -> Iterator[Cell]:
    bars = line.count("|") >= 2
    at = 0
    for column, part in enumerate(line.strip().strip("|").split("|") if bars else _gap_split(line)):
        text = part.strip()
        if not text.strip("-=+ ") and not bars:
            continue
        begin = line.index(text, at) if text else at
        at = begin + len(text)
        yield Cell(page, table, row, column, text, ((start + begin, start + at),) if text else ())


def _gap_split(line: str) -> list[str]:
    parts = line.strip().split("\t") if "\t" in line.strip() else line.strip().split("  ")
    return [part for part in parts if part.strip()] if "\t" not in line.strip() else parts


def _under(header: tuple[Cell, ...], cells: tuple[Cell, ...], text: str) -> tuple[Cell, ...]:
    """A short row of a typed table: each cell belongs under the header it starts nearest to."""
    if len(cells) >= len(header):
        return cells
    line_start = {cell: text.rfind("\n", 0, cell.runs[0][0] if cell.runs else 0) for cell in (*header, *cells)}
    placed: dict[int, Cell] = {}
    for cell in cells:
        at = (cell.runs[0][0] if cell.runs else 0) - line_start[cell]
        near = min(header, key=lambda head: abs((head.runs[0][0] if head.runs else 0) - line_start[head] - at))
        placed[near.column] = Cell(cell.page, cell.table, cell.row, near.column, cell.text, cell.runs)
    return tuple(placed[column] for column in sorted(placed))


def _parts_of(table: Table, mapping: Mapping | None) -> Iterator[MappedTable]:
    """Yield a part of a table for each header row in it: a sheet may hold several tables below each other."""
    header: MappedHeader | None = None
    head: tuple[Cell, ...] = ()
    rows: list[Row] = []
    for cells in table.rows:
        found = map_header(cells, mapping)
        if found:
            if header:
                yield _mapped(table, header, head, rows)
            header, head, rows = found, cells, []
        elif header:
            by_column = {cell.column: cell for cell in cells if cell.text.strip()}
            fields = {field: by_column[column] for field, column in header.fields.items() if column in by_column}
            if fields:
                rows.append(Row(fields, cells))
    if header:
        yield _mapped(table, header, head, rows)


def _mapped(table: Table, header: MappedHeader, head: tuple[Cell, ...], rows: list[Row]) -> MappedTable:
    return MappedTable(
        table.number, header.family, head, header.fields, header.unmapped, tuple(rows), header.record_type
    )


def _by_entry(entry: TableMapping, by_name: dict[str, int], filled: dict[int, str]) -> MappedHeader:
    fields = {field: by_name[fold(name)] for name, field in entry.columns.items()}
    return MappedHeader(entry.family, fields, _rest(filled, fields), entry.record_type)


def _by_votes(family: str, votes: list[tuple[int, int, str]], filled: dict[int, str]) -> MappedHeader | None:
    """Give each field the column that speaks for it most, and return the header if the family finds all it needs.

    Args:
        family: one of FAMILIES.
        votes: minus the weight, column and field of each label found.
        filled: the text of each column.
    """
    _, needed = FAMILIES[family]
    fields: dict[str, int] = {}
    for _, column, field in sorted(votes):
        if field not in fields and column not in fields.values():
            fields[field] = column
    if not all(any(field in fields for field in group) for group in needed):
        return None
    # A sentence in a cell is no header, even if it begins like one.
    if any(len(filled[column]) > 60 for column in fields.values()):
        return None
    return MappedHeader(family, fields, _rest(filled, fields))


def _rest(filled: dict[int, str], fields: Columns[str, int]) -> tuple[str, ...]:
    return tuple(" ".join(text.split()) for column, text in sorted(filled.items()) if column not in fields.values())


def _is_gap(table: Table) -> bool:
    filled = [[cell for cell in row if cell.text.strip()] for row in table.rows]
    wide = [row for row in filled if len(row) >= 2]
    if len(wide) < 2:
        return False
    # A block of labels and values is read as labels, not as a table.
    known = labels_of(HEADS) | labels_of(PARTIES) | labels_of(IDENTIFIERS)
    labelled = sum(1 for row in wide if fold(row[0].text) in known)
    return labelled * 2 < len(wide)


def _gap(document: Document, table: Table) -> Gap:
    head = next(row for row in table.rows if sum(1 for cell in row if cell.text.strip()) >= 2)
    names = ", ".join(" ".join(cell.text.split())[:40] for cell in head if cell.text.strip())
    detail = f"table {table.number + 1}, {len(table.rows)} rows; columns: {names[:300]}"
    return Gap(document.source, head[0].page, "unmapped_table", detail)
