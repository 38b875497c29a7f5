"""The mapping file for odd tables: TOML goes in, a checked `Mapping` comes out.

    [[table]]
    record_type = "passenger_record"
    columns = { "Pax" = "person", "Dest" = "to", "Flown on" = "date" }

A table whose header row has every column named in an entry is read by that entry, before any lexicon.
"""

import tomllib
from collections.abc import Iterable
from collections.abc import Mapping as Columns
from dataclasses import dataclass
from pathlib import Path

from clew.extract.columns import FAMILIES, RECORD_FAMILIES
from clew.model.errors import BadMapping


@dataclass(frozen=True, slots=True)
class TableMapping:
    """One entry: what a table is, and which of its columns is which field."""

    record_type: str
    family: str  # the family of fields the columns belong to
    columns: Columns[str, str]  # header as printed -> field


@dataclass(frozen=True, slots=True)
class Mapping:
    """Every entry of a mapping file."""

    tables: tuple[TableMapping, ...] = ()


def read_mapping(path: Path) -> Mapping:
    """Return the mapping a TOML file holds.

    Raises:
        BadMapping: the file is no TOML, or an entry names no known record type or field.
    """
    try:
        return parse_mapping(path.read_text(encoding="utf-8"), name=path.name)
    except OSError as error:
        raise BadMapping(f"{path.name}: cannot be opened: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise BadMapping(f"{path.name}, byte {error.start}: expected UTF-8 text") from error


def read_mappings(files: Iterable[tuple[str, str]]) -> Mapping:
    """Return the entries of several mapping files, each given as (name, text), in that order.

    Raises:
        BadMapping: as `read_mapping`.
    """
    return Mapping(tuple(entry for name, text in files for entry in parse_mapping(text, name=name).tables))


def parse_mapping(text: str, *, name: str = "mapping") -> Mapping:
    """Return the mapping a TOML text holds; `name` is used in errors.

    Raises:
        BadMapping: as `read_mapping`.
    """
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BadMapping(f"{name}: expected TOML, found: {error}") from error
    odd = sorted(set(data) - {"table"})
    entries = data.get("table")
    if odd or not isinstance(entries, list):
        found = f"key {odd[0]!r}" if odd else "none"
        raise BadMapping(f"{name}: expected [[table]] entries, found {found}; possible: [[table]]")
    return Mapping(tuple(_entry(entry, f"{name}, table {number}") for number, entry in enumerate(entries, start=1)))


def _entry(entry: object, where: str) -> TableMapping:
    if not isinstance(entry, dict) or set(entry) != {"record_type", "columns"}:
        found = ", ".join(sorted(entry)) if isinstance(entry, dict) else repr(entry)
        raise BadMapping(f"{where}: expected the keys record_type and columns, found {found or 'none'}")
    record_type, columns = entry["record_type"], entry["columns"]
    if record_type not in RECORD_FAMILIES:
        raise BadMapping(f"{where}: unknown record_type {record_type!r}; possible: {', '.join(RECORD_FAMILIES)}")
    if not isinstance(columns, dict) or not columns:
        raise BadMapping(f"{where}, columns: expected a table of header = field, found {columns!r}")
    return TableMapping(record_type, _family(record_type, columns, where), columns)


def _family(record_type: str, columns: dict[str, object], where: str) -> str:
    """Return the first family of the record type that knows every field and finds all it needs."""
    families = RECORD_FAMILIES[record_type]
    known = sorted({field for family in families for field in FAMILIES[family][0]})
    for header, field in columns.items():
        if field not in known:
            raise BadMapping(f"{where}, column {header!r}: unknown field {field!r}; possible: {', '.join(known)}")
    fields = list(columns.values())
    if len(set(fields)) < len(fields):
        twice = next(field for field in fields if fields.count(field) > 1)
        raise BadMapping(f"{where}: field {twice!r} is given to two columns; expected one")
    for family in families:
        labels, needed = FAMILIES[family]
        if all(field in labels for field in fields) and all(set(group) & set(fields) for group in needed):
            return family
    needs = " or ".join(" and ".join("/".join(group) for group in FAMILIES[family][1]) for family in families)
    raise BadMapping(f"{where}: a {record_type} table needs {needs}; found {', '.join(map(str, fields))}")
