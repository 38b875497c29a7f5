# ruff: noqa: RUF001 -- headings in three scripts stand here on purpose
"""Names to be screened without a case: rows of a CSV, an XLSX or JSON Lines in, one record a row out.

Columns are known by their heading in English, Russian or Chinese; a file without a known heading has its names in the first
column. Nothing is dropped: a row without a name is given back as such.
"""

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from clew.model.errors import BadNames

_HEADINGS = {
    "name": "name|full name|full_name|fullname|customer|customer name|supplier|supplier name|passenger|company|company name|entity|"
    "party|counterparty|imya|имя|фио|ф.и.о.|наименование|название|контрагент|姓名|名称|名字|公司|公司名称",
    "kind": "kind|type|schema|entity type|тип|类型",
    "birth_date": "birth_date|birthdate|birth date|date of birth|date_of_birth|dob|дата рождения|出生日期",
    "gender": "gender|sex|пол|性别",
    "country": "country|nationality|citizenship|jurisdiction|страна|гражданство|国籍|国家",
    "passport": "passport|passport number|passport_number|паспорт|护照|护照号码",
    "inn": "inn|tax id|tax_id|инн",
    "ogrn": "ogrn|огрн",
    "lei": "lei",
    "imo": "imo|imo number",
    "registration": "registration|registration number|registration_number|company number|регистрационный номер|注册号",
    "id": "id|reference|customer id|customer_id|ref",
}
_COLUMN = {spelling: column for column, spellings in _HEADINGS.items() for spelling in spellings.split("|")}
_KINDS = {
    "person": "person|individual|natural person|p|физлицо|физическое лицо|个人",
    "organization": "organization|organisation|company|firm|legal entity|legalentity|entity|business|o|юрлицо|юридическое лицо|公司|企业",
}
_KIND = {spelling: kind for kind, spellings in _KINDS.items() for spelling in spellings.split("|")}
IDENTIFIERS = ("birth_date", "gender", "country", "passport", "inn", "ogrn", "lei", "imo", "registration")


@dataclass(frozen=True, slots=True)
class Asked:
    """One row to be screened."""

    row: int  # of the file, from 1; a heading counts
    id: str  # the file's own, or ""
    name: str  # as written; "" where the row has none
    kind: str  # person, organization or unknown
    identifiers: tuple[tuple[str, str], ...] = ()


def read_asked(path: Path, *, column: str | None = None, kind: str = "unknown") -> Iterator[Asked]:
    """Yield the rows of a file.

    Args:
        path: CSV (any usual delimiter), XLSX, or JSON Lines (.jsonl, .ndjson), told by content.
        column: the heading of the names, where it is none of the usual ones.
        kind: what rows are that do not say so themselves: person, organization or unknown.

    Raises:
        BadNames: the file has no such column, or is of no known format.
    """
    with path.open("rb") as file:
        head = file.read(4)
    if head == b"PK\x03\x04":
        yield from _of_table(_sheet(path), column, kind, path.name)
    elif head[:1] == b"{":
        with path.open(encoding="utf-8") as lines:
            yield from read_lines(lines, kind=kind)
    else:
        yield from _of_table(_delimited(path), column, kind, path.name)


def read_lines(lines: Iterable[str], *, kind: str = "unknown") -> Iterator[Asked]:
    """Yield one row for each JSON object of a stream: {"name": …, "kind": …, "birth_date": …}; a bare line is a name."""
    for number, line in enumerate(lines, start=1):
        text = line.strip()
        if not text:
            continue
        if not text.startswith("{"):
            yield Asked(number, "", text, kind)
            continue
        try:
            given = json.loads(text)
        except ValueError as error:
            raise BadNames(f"line {number}: expected a JSON object, found {text[:40]!r} ({error})") from None
        yield as_asked(given, number, kind)


def as_asked(given: Mapping[str, Any], row: int, kind: str = "unknown") -> Asked:
    """Return a mapping of column and value as a row; columns are known by their heading."""
    values = {_COLUMN.get(str(key).strip().casefold(), ""): value for key, value in given.items()}
    return _asked({key: str(value).strip() for key, value in values.items() if value is not None}, row, kind)


def _asked(values: Mapping[str, str], row: int, kind: str) -> Asked:
    own = _KIND.get(values.get("kind", "").casefold(), kind)
    identifiers = tuple(
        (type_, _day(values[type_]) if type_ == "birth_date" else values[type_])
        for type_ in IDENTIFIERS
        if values.get(type_)
    )
    return Asked(row, values.get("id", ""), values.get("name", ""), own, identifiers)


def _day(text: str) -> str:
    """Return a day of birth as ISO where its order leaves no doubt; otherwise as written."""
    parts = text.replace("/", ".").replace("-", ".").split(" ")[0].split(".")
    if len(parts) == 3 and all(part.isdecimal() for part in parts):
        if len(parts[0]) == 4:
            return "-".join([parts[0], parts[1].zfill(2), parts[2].zfill(2)])
        if len(parts[2]) == 4 and (int(parts[0]) > 12 or "." in text):
            return "-".join([parts[2], parts[1].zfill(2), parts[0].zfill(2)])
    return text


def _of_table(rows: Iterator[Sequence[str]], column: str | None, kind: str, where: str) -> Iterator[Asked]:
    first = next(rows, None)
    if first is None:
        return
    headings = [cell.strip().casefold() for cell in first]
    columns = [_COLUMN.get(heading, "") for heading in headings]
    if column is not None:
        if column.casefold() not in headings:
            raise BadNames(f"{where}: no column {column!r}; columns: {', '.join(cell for cell in first if cell)}")
        columns = ["" if found == "name" else found for found in columns]
        columns[headings.index(column.casefold())] = "name"
    start = 2
    if "name" not in columns:
        columns = ["name"]
        yield Asked(1, "", first[0].strip() if first else "", kind)
    for number, cells in enumerate(rows, start=start):
        values: dict[str, str] = {}
        for name, cell in zip(columns, cells, strict=False):
            if name and cell.strip():
                values.setdefault(name, cell.strip())
        yield _asked(values, number, kind)


def _delimited(path: Path) -> Iterator[Sequence[str]]:
    with path.open("rb") as file:
        head = file.read(65_536)
    encoding = _encoding(head)
    text = head.decode(encoding, "replace")
    first = text.splitlines()[0] if text.strip() else ""
    delimiter = max(",;\t|", key=first.count)
    with io.TextIOWrapper(path.open("rb"), encoding=encoding, errors="replace", newline="") as lines:
        yield from csv.reader(lines, delimiter=delimiter)


def _encoding(head: bytes) -> str:
    if head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return "utf-16"
    try:
        head[:-4].decode("utf-8-sig") if len(head) == 65_536 else head.decode("utf-8-sig")
    except UnicodeDecodeError:
        return "cp1251" if sum(byte >= 0xC0 for byte in head) > len(head) / 5 else "cp1252"
    return "utf-8-sig"


def _sheet(path: Path) -> Iterator[Sequence[str]]:
    from python_calamine import CalamineError, CalamineWorkbook  # noqa: PLC0415 -- only workbooks need it

    try:
        book = CalamineWorkbook.from_path(str(path))
        rows = book.get_sheet_by_index(0).iter_rows()
    except CalamineError as error:
        raise BadNames(f"{path.name}: expected a workbook, a CSV or JSON Lines ({error})") from None
    for row in rows:
        yield [_cell(value) for value in row]


def _cell(value: Any) -> str:
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value)
