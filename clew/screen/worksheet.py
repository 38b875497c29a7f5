"""What screening found, as a table a person works through: CSV, XLSX or JSON Lines; safe to open in a spreadsheet.

In: records with one set of fields. Out: a file. A cell that a spreadsheet would take for a formula begins with an apostrophe
in CSV, and is a text cell in XLSX. Source: OWASP, "CSV Injection"; ASVS 5.0, 1.2.10.
"""

import csv
import json
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, TextIO
from xml.sax.saxutils import escape

# Also where blanks or quotes stand before it, and in the full width of East Asia.
_FORMULA = re.compile(r"^[\s\"'\u00a0\ufeff]*[=+\-@\t\r\0\uff1d\uff0b\uff0d\uff20]|^[\t\r\0]")
_NUMBER = re.compile(r"^-?\d+(?:\.\d+)?$")
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
MOST_ROWS = 1_048_576  # of one sheet; the format's own limit

_NAMESPACE = "http://schemas.openxmlformats.org"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
_RELATION = f"{_NAMESPACE}/officeDocument/2006/relationships"
_ROOT = (
    f'{_HEAD}<Relationships xmlns="{_NAMESPACE}/package/2006/relationships">'
    f'<Relationship Id="rId1" Type="{_RELATION}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
)
_SHEET = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
    "<sheetData>"
)


def safe(value: Any) -> str:
    """Return a value as the text of a CSV cell that no spreadsheet takes for a formula; numbers stay numbers."""
    text = "" if value is None else str(value)
    if not text:  # most cells of a name for which nothing was found
        return text
    if _NUMBER.match(text):
        return text
    text = _UNPRINTABLE.sub("", text) if "\0" not in text[:1] else text
    return f"'{text}" if _FORMULA.match(text) else text


def write_csv(file: TextIO, fields: Sequence[str], records: Iterable[Mapping[str, Any]]) -> None:
    """Write records as rows, without a heading."""
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerows([safe(record[name]) for name in fields] for record in records)


def write_lines(file: TextIO, records: Iterable[Mapping[str, Any]]) -> None:
    """Write records as JSON Lines."""
    file.writelines(json.dumps(dict(record), ensure_ascii=False) + "\n" for record in records)


def csv_as_xlsx(source: Path, target: Path, *, numbers: Sequence[str] = ()) -> None:
    """Write a CSV as a workbook, row by row: text cells, and numbers in the columns named; a sheet that is full has another behind it."""
    with (
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=3) as book,
        source.open(encoding="utf-8-sig", newline="") as lines,
    ):
        rows = csv.reader(lines)
        heading = next(rows, [])
        numeric = {place for place, name in enumerate(heading) if name in numbers}
        following: list[str] | None = next(rows, None)
        sheets = 0
        while following is not None or not sheets:
            sheets += 1
            with book.open(f"xl/worksheets/sheet{sheets}.xml", "w") as sheet:
                sheet.write(_SHEET.encode())
                sheet.write(_row(heading, frozenset()))
                written = 1
                while following is not None and written < MOST_ROWS:
                    sheet.write(_row(following, numeric))
                    written += 1
                    following = next(rows, None)
                sheet.write(b"</sheetData></worksheet>")
        for name, text in _parts(sheets):
            book.writestr(name, text)


def _parts(sheets: int) -> Iterator[tuple[str, str]]:
    """Yield the parts of a workbook that name its sheets: candidates, candidates 2 and so on."""
    numbers = range(1, sheets + 1)
    types = "".join(f'<Override PartName="/xl/worksheets/sheet{n}.xml" ContentType="{_SHEET_TYPE}"/>' for n in numbers)
    named = "".join(
        f'<sheet name="candidates{f" {n}" if n > 1 else ""}" sheetId="{n}" r:id="rId{n}"/>' for n in numbers
    )
    related = "".join(
        f'<Relationship Id="rId{n}" Type="{_RELATION}/worksheet" Target="worksheets/sheet{n}.xml"/>' for n in numbers
    )
    types = (
        f'{_HEAD}<Types xmlns="{_NAMESPACE}/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
        f"{types}</Types>"
    )
    yield "[Content_Types].xml", types
    yield "_rels/.rels", _ROOT
    yield (
        "xl/workbook.xml",
        f'{_HEAD}<workbook xmlns="{_NAMESPACE}/spreadsheetml/2006/main" xmlns:r="{_RELATION}"><sheets>{named}</sheets></workbook>',
    )
    yield (
        "xl/_rels/workbook.xml.rels",
        f'{_HEAD}<Relationships xmlns="{_NAMESPACE}/package/2006/relationships">{related}</Relationships>',
    )


def _row(cells: Sequence[str], numeric: Iterable[int]) -> bytes:
    out = []
    for place, cell in enumerate(cells):
        if place in numeric and _NUMBER.match(cell):
            out.append(f"<c><v>{cell}</v></c>")
        else:
            # The apostrophe guards CSV only: here the cell is text by its type.
            text = cell[1:] if cell.startswith("'") and _FORMULA.match(cell[1:]) else cell
            out.append(
                f'<c t="inlineStr"><is><t xml:space="preserve">{escape(_UNPRINTABLE.sub("", text))}</t></is></c>'
            )
    return f"<row>{''.join(out)}</row>".encode()
