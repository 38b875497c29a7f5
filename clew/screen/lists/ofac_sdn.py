"""OFAC's SDN and consolidated lists in their comma-separated form: primary names, aliases, addresses.

In: files of 12 (sdn.csv, cons_prim.csv), 5 (alt) and 6 (add) columns without header, "-0-" where nothing is given.
Out: listings; of files without the primary one the other names alone, as the list `ofac-aliases`. Source: OFAC, "Specially Designated Nationals list data specification" (dat_spec.txt), 2020.
"""

import csv
import io
from collections import defaultdict
from collections.abc import Iterator, Sequence

from clew.model.errors import BadList
from clew.model.records import Listing
from clew.screen.lists import ListFile, ListReading
from clew.screen.lists._ofac_programmes import AUTHORITY, KINDS, list_name, measure_of
from clew.screen.lists._ofac_remarks import Remarks, read_remarks

LIST_FORMAT = "ofac_sdn"
VERSION = "4"

_COLUMNS = {12: "primary names", 5: "aliases", 6: "addresses"}
_HEAD = 20_000  # bytes that tell the kind of a file
_OTHER_NAMES = "ofac-aliases"
_OWN = (
    0.9  # share of a file's entries from which it belongs to a primary file; all of them, in one snapshot as published
)
_UNTOLD = "the primary file (12 columns, sdn.csv) is missing: names, kinds and programmes of the entries are not told, nor which list it is"

_Rows = list[tuple[int, list[str]]]  # line number, cells


def recognise(files: Sequence[ListFile]) -> float:
    """Say how surely the files are of this format: every one of them has its columns."""
    found = [_kind_of_file(file.data) for file in files]
    return 1.0 if found and all(found) else 0.0


def read(files: Sequence[ListFile], *, snapshot: str) -> ListReading:
    """Return the listings of an SDN or consolidated list.

    Without the primary file, the other names of its entries are listings of `ofac-aliases`, and the reading says that it is partial.

    Raises:
        BadList: neither the primary file nor one of other names is among the files.
    """
    missed: list[str] = []
    rows: dict[int, _Rows] = {columns: [] for columns in _COLUMNS}
    given: set[int] = set()
    for file in files:
        columns = _kind_of_file(file.data)
        if not columns:
            raise BadList(f"{file.name}: expected rows of 12, 5 or 6 columns that begin with a number")
        given.add(columns)
        rows[columns] += _whole(file, columns, missed)
    if 12 not in given and 5 in given:
        return ListReading(
            _OTHER_NAMES, AUTHORITY, tuple(_other_names(rows[5], snapshot)), (_UNTOLD, *missed), partial=True
        )
    if 12 not in given:
        names = ", ".join(f"{_COLUMNS[columns]} ({columns} columns)" for columns in sorted(given)) or "nothing"
        raise BadList(f"the primary file (12 columns, sdn.csv) is missing; found {names}")
    missed += [
        f"no file of {what} ({columns} columns) was given" for columns, what in _COLUMNS.items() if columns not in given
    ]
    name = list_name([_programmes(row[3]) for _, row in rows[12]])
    return ListReading(name, AUTHORITY, tuple(_listings(rows, name, snapshot, missed)), tuple(missed))


def parted(files: Sequence[ListFile]) -> tuple[list[tuple[int, ...]], list[tuple[int, str]]]:
    """Return which files of this format are one snapshot, told by the numbers of their entries, and which cannot be used, with why.

    A file belongs to the primary file that has nine in ten of its entries, to the nearest of several; a primary file takes one file of
    other names and one of addresses. A file of other names that belongs to none is a snapshot of its own.
    """
    kinds = [_kind_of_file(file.data) for file in files]
    entries = [{row[0] for _, row in _whole(file, kind, [])} for file, kind in zip(files, kinds, strict=True)]
    near = []
    for place, kind in enumerate(kinds):
        for primary in (other for other, its in enumerate(kinds) if kind != 12 and its == 12):
            shared = len(entries[place] & entries[primary])
            if shared and shared >= _OWN * len(entries[place]):
                near.append((shared / len(entries[place] | entries[primary]), primary, place))
    groups = {place: {12: place} for place, kind in enumerate(kinds) if kind == 12}
    taken: set[int] = set()
    for _, primary, place in sorted(near, key=lambda pair: (-pair[0], pair[1:])):
        if place not in taken and kinds[place] not in groups[primary]:
            groups[primary][kinds[place]] = place
            taken.add(place)
    alone = [place for place, kind in enumerate(kinds) if kind != 12 and place not in taken]
    whole = [tuple(group.values()) for group in groups.values()]
    return (
        [*whole, *((place,) for place in alone if kinds[place] == 5)],
        [(place, "addresses without the primary file of their entries") for place in alone if kinds[place] == 6],
    )


def _kind_of_file(data: bytes) -> int:
    """Return the number of columns of a file of this format, from its beginning, or 0."""
    lines = _text(data[:_HEAD]).splitlines()
    # Of a longer file, the last line of its head may be half a row.
    rows = [row for row in csv.reader(lines[:-1] if len(data) > _HEAD else lines) if len(row) > 1][:50]
    if not rows:
        return 0
    columns = max(_COLUMNS, key=lambda count: sum(len(row) == count for row in rows))
    fitting = [row for row in rows if len(row) == columns and row[0].strip().isdecimal()]
    second = columns == 12 or all(row[1].strip().isdecimal() for row in fitting)
    nothing = any("-0-" in cell for row in fitting for cell in row)
    return columns if second and nothing and len(fitting) > len(rows) / 2 else 0


def _text(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _whole(file: ListFile, columns: int, missed: list[str]) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows that have all columns and a number; what does not is reported."""
    reader = csv.reader(io.StringIO(_text(file.data).rstrip("\x1a\r\n\0 "), newline=""))
    while True:
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            missed.append(f"{file.name}, line {reader.line_num}: {error}")
            continue
        if len(row) == columns and row[0].strip().isdecimal():
            yield reader.line_num, ["" if cell.strip() == "-0-" else cell.strip() for cell in row]
        elif any(cell.strip("\x1a ") for cell in row):
            missed.append(f"{file.name}, line {reader.line_num}: expected {columns} columns, found {len(row)}")


def _programmes(cell: str) -> list[str]:
    """Return the programmes of "SDGT] [IRGC"."""
    return [programme.strip("[] ") for programme in cell.split("] [") if programme.strip("[] ")]


def _other_names(rows: _Rows, snapshot: str) -> Iterator[Listing]:
    for _, row in rows:
        if row[3]:
            yield Listing(
                list=_OTHER_NAMES,
                snapshot=snapshot,
                entry=row[0],
                name=row[3],
                name_kind=_alias_kind(row),
                kind="unknown",
                programme="",
                listed_on=None,
                delisted_on=None,
                identifiers=(),
                remarks=row[4],
            )


def _alias_kind(row: list[str]) -> str:
    return "weak alias" if "weak" in row[2].casefold() or "weak" in row[4].casefold() else "alias"


def _listings(rows: dict[int, _Rows], name: str, snapshot: str, missed: list[str]) -> Iterator[Listing]:
    aliases, addresses = defaultdict(list), defaultdict(list)
    for line, row in rows[5]:
        aliases[row[0]].append((line, row))
    for _, row in rows[6]:
        addresses[row[0]].append(", ".join(cell for cell in row[2:5] if cell))
    for line, row in rows[12]:
        if not row[1]:
            missed.append(f"primary names, line {line}: entry {row[0]} has no name")
            continue
        remarks = read_remarks(row[11])
        programmes = _programmes(row[3])
        for text, name_kind, remark in _names(row, aliases.pop(row[0], []), remarks):
            yield Listing(
                list=name,
                snapshot=snapshot,
                entry=row[0],
                name=text,
                name_kind=name_kind,
                kind=KINDS.get(row[2].casefold(), "organization"),
                programme="; ".join(programmes),
                # The list dates a designation under one directive; with several programmes it does not say which.
                listed_on=remarks.listed_on if len(programmes) == 1 else None,
                delisted_on=None,
                identifiers=remarks.identifiers,
                remarks=_with_addresses(remark, addresses[row[0]] if name_kind == "primary" else []),
                measure=measure_of(programmes),
            )
    orphans = sorted(aliases, key=int)
    missed += [
        f"aliases, line {line}: entry {row[0]} has no primary name" for entry in orphans for line, row in aliases[entry]
    ]


def _names(row: list[str], aliases: _Rows, remarks: Remarks) -> Iterator[tuple[str, str, str]]:
    yield row[1], "primary", row[11]
    seen = {row[1]}
    for _, alias in aliases:
        if alias[3] and alias[3] not in seen:
            yield alias[3], _alias_kind(alias), alias[4] or row[11]
            seen.add(alias[3])
    # In these files OFAC prints weak aliases in the remarks only.
    for text in remarks.weak_aliases:
        if text not in seen:
            yield text, "weak alias", row[11]
            seen.add(text)


def _with_addresses(remark: str, addresses: list[str]) -> str:
    return " ".join(filter(None, [remark, *(f"Address: {address}." for address in addresses if address)]))
