"""What screening found, as a table a person works through: CSV, XLSX or JSON Lines; safe to open in a spreadsheet.

In: records with one set of fields. Out: a file. A cell that a spreadsheet would take for a formula begins with an apostrophe
in CSV, and is a text cell in XLSX. Source: OWASP, "CSV Injection"; ASVS 5.0, 1.2.10.
"""

import csv
import json
import re
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, TextIO
from xml.sax.saxutils import escape

# Also where blanks or quotes stand before it, and in the full width of East Asia.
_FORMULA = re.compile(r"^[\s\"'\u00a0\ufeff]*[=+\-@\t\r\0\uff1d\uff0b\uff0d\uff20]|^[\t\r\0]")
_NUMBER = re.compile(r"^-?\d+(?:\.\d+)?$")
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
MOST_ROWS = 1_048_576  # of one sheet; the format's own limit

_TYPES = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
    '<Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>'
    "</Types>"
)
_ROOT = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/>'
    "</Relationships>"
)
_BOOK = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="candidates" sheetId="1" r:id="rId1"/>'
    "</sheets></workbook>"
)
_BOOK_PARTS = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/>'
    "</Relationships>"
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
    """Write a CSV as a workbook of one sheet, row by row: text cells, and numbers in the columns named."""
    with (
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=3) as book,
        source.open(encoding="utf-8-sig", newline="") as lines,
    ):
        for name, text in (("[Content_Types].xml", _TYPES), ("_rels/.rels", _ROOT), ("xl/workbook.xml", _BOOK)):
            book.writestr(name, text)
        book.writestr("xl/_rels/workbook.xml.rels", _BOOK_PARTS)
        with book.open("xl/worksheets/sheet1.xml", "w") as sheet:
            sheet.write(_SHEET.encode())
            rows = csv.reader(lines)
            heading = next(rows, [])
            numeric = {place for place, name in enumerate(heading) if name in numbers}
            sheet.write(_row(heading, frozenset()))
            for count, row in enumerate(rows, start=2):
                if count > MOST_ROWS:
                    break
                sheet.write(_row(row, numeric))
            sheet.write(b"</sheetData></worksheet>")


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
