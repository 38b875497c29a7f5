"""Blocks of a paper in, a file out: DOCX, XLSX, HTML, text, Markdown, CSV and mail. PDF has a file of its own.

Every writer gives the same bytes for the same blocks: dates inside the files are the paper's own.
"""

import csv
import html
import io
import zipfile
from collections.abc import Sequence
from datetime import UTC, date, datetime
from email.message import EmailMessage
from email.utils import format_datetime

import docx
import xlsxwriter
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Pt
from pdf import write_pdf
from sheet import FOOTERS, Block, Columns, Grid, Money, Pairs, Rule, Style, Text, Title
from xlsxwriter.worksheet import Worksheet

_EPOCH = (2024, 1, 1, 0, 0, 0)


def write(suffix: str, blocks: Sequence[Block], *, style: Style, day: date, author: str) -> bytes:
    """Return the file in the format the suffix names."""
    writer = {
        "pdf": write_pdf,
        "docx": write_docx,
        "xlsx": write_xlsx,
        "html": write_html,
        "txt": write_text,
        "md": write_markdown,
    }
    return writer[suffix](blocks, style=style, day=day, author=author)


def write_docx(blocks: Sequence[Block], *, style: Style, day: date, author: str) -> bytes:
    """Return a Word file."""
    paper = docx.Document()
    font = "Times New Roman" if style.serif else "Arial"
    paper.styles["Normal"].font.name = font
    paper.styles["Normal"].element.rPr.rFonts.set(qn("w:eastAsia"), "SimSun")
    paper.styles["Normal"].font.size = Pt(style.size + 1)
    for block in blocks:
        _into_docx(paper, block, style)
    paper.sections[0].footer.paragraphs[0].text = FOOTERS[style.language]
    core = paper.core_properties
    core.author = core.last_modified_by = author
    core.created = core.modified = datetime(day.year, day.month, day.day, 9, 0)  # noqa: DTZ001 (the format takes no zone)
    core.comments = "invented specimen"
    buffer = io.BytesIO()
    paper.save(buffer)
    return _rezip(buffer.getvalue())


def _into_docx(paper: Document, block: Block, style: Style) -> None:
    if isinstance(block, Title):
        line = paper.add_paragraph()
        run = line.add_run(block.text)
        run.bold, run.font.size = True, Pt(style.size + (6 if block.level == 1 else 2))
        line.alignment = WD_ALIGN_PARAGRAPH.CENTER if block.middle else WD_ALIGN_PARAGRAPH.LEFT
    elif isinstance(block, Text):
        line = paper.add_paragraph(block.text)
        side = "RIGHT" if block.right else "CENTER" if block.middle else "LEFT"
        line.alignment = getattr(WD_ALIGN_PARAGRAPH, side)
    elif isinstance(block, Rule):
        paper.add_paragraph("_" * 60)
    elif isinstance(block, Pairs) and block.split:
        _docx_table(paper, [(label, value) for label, value in block.rows], ruled=False)
    elif isinstance(block, Pairs):
        for label, value in block.rows:
            paper.add_paragraph(f"{label}{block.mark} {value}")
    elif isinstance(block, Columns):
        _docx_table(paper, [tuple("\n".join(side) for side in block.sides)], ruled=False)
    else:
        rows = [block.header, *(tuple(style.cell(value) for value in row) for row in block.rows)]
        _docx_table(paper, rows, ruled=block.ruled)
        paper.add_paragraph()


def _docx_table(paper: Document, rows: Sequence[Sequence[str]], *, ruled: bool) -> None:
    table = paper.add_table(rows=0, cols=len(rows[0]))
    if ruled:
        table.style = "Table Grid"
    for row in rows:
        for cell, value in zip(table.add_row().cells, row, strict=True):
            cell.text = value


def _rezip(data: bytes) -> bytes:
    """Return the same archive with its dates fixed."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, old.read(name))
    return buffer.getvalue()


def write_xlsx(blocks: Sequence[Block], *, style: Style, day: date, author: str) -> bytes:
    """Return a workbook of one sheet; numbers and days are real ones."""
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True})
    created = datetime(day.year, day.month, day.day, 9, 0)  # noqa: DTZ001 (the format takes no zone)
    book.set_properties({"author": author, "created": created, "comments": "invented specimen"})
    sheet = book.add_worksheet({"en": "Sheet1", "ru": "Лист1", "zh": "Sheet1"}[style.language])
    sheet.set_column(0, 9, 19)
    sheet.set_footer("&C&8" + FOOTERS[style.language].replace("&", "&&"))
    forms = _Forms(book, style)
    row = 0
    for block in blocks:
        row = _into_xlsx(sheet, forms, block, row) + (0 if isinstance(block, Text) else 1)
    book.close()
    return buffer.getvalue()


class _Forms:
    """Cell formats of one workbook."""

    def __init__(self, book: xlsxwriter.Workbook, style: Style) -> None:
        pattern = {"en": "yyyy-mm-dd", "ru": "dd.mm.yyyy", "zh": "yyyy/m/d"}[style.language]
        self.bold = book.add_format({"bold": True})
        self.big = book.add_format({"bold": True, "font_size": 14})
        self.head = book.add_format({"bold": True, "border": 1, "bg_color": "#E8E8E8", "text_wrap": True})
        self.money = book.add_format({"num_format": "#,##0.00"})
        self.day = book.add_format({"num_format": pattern, "align": "left"})


def _into_xlsx(sheet: Worksheet, forms: _Forms, block: Block, row: int) -> int:
    """Write a block from a row on; return the row after it."""
    if isinstance(block, Title | Text):
        lines = block.text.split("\n")
        for offset, line in enumerate(lines):
            sheet.write_string(row + offset, 0, line, forms.big if isinstance(block, Title) else None)
        return row + len(lines)
    if isinstance(block, Pairs):
        return _xlsx_pairs(sheet, forms, block, row)
    if isinstance(block, Columns):
        for place, side in enumerate(block.sides):
            for offset, line in enumerate(side):
                sheet.write_string(row + offset, place * 3, line, forms.bold if offset == 0 else None)
        return row + max(map(len, block.sides))
    return _xlsx_grid(sheet, forms, block, row) if isinstance(block, Grid) else row


def _xlsx_pairs(sheet: Worksheet, forms: _Forms, block: Pairs, row: int) -> int:
    for offset, (label, value) in enumerate(block.rows):
        if block.split:
            sheet.write_string(row + offset, 0, label, forms.bold)
            sheet.write_string(row + offset, 1, value)
        else:
            sheet.write_string(row + offset, 0, f"{label}{block.mark} {value}")
    return row + len(block.rows)


def _xlsx_grid(sheet: Worksheet, forms: _Forms, block: Grid, row: int) -> int:
    for column, label in enumerate(block.header):
        sheet.write_string(row, column, label, forms.head if block.ruled else forms.bold)
    for offset, values in enumerate(block.rows, start=1):
        for column, value in enumerate(values):
            _xlsx_cell(sheet, forms, (row + offset, column), value)
    return row + 1 + len(block.rows)


def _xlsx_cell(sheet: Worksheet, forms: _Forms, where: tuple[int, int], value: object) -> None:
    if isinstance(value, Money):
        sheet.write_number(*where, value.value, forms.money)
    elif isinstance(value, date):
        sheet.write_datetime(*where, datetime(value.year, value.month, value.day), forms.day)  # noqa: DTZ001
    elif isinstance(value, int):
        sheet.write_number(*where, value)
    elif value:
        sheet.write_string(*where, str(value))


def write_html(blocks: Sequence[Block], *, style: Style, day: date, author: str) -> bytes:
    """Return an HTML page."""
    head = next((block.text for block in blocks if isinstance(block, Title)), author)
    body = "\n".join(_as_html(block, style) for block in blocks)
    css = "body{font-family:sans-serif;max-width:46em;margin:2em auto}table{border-collapse:collapse}td,th{padding:3px 8px;text-align:left}"
    page = (
        f'<!DOCTYPE html>\n<html lang="{style.language}">\n<head>\n<meta charset="utf-8">\n<title>{html.escape(head)}</title>\n'
        f'<meta name="author" content="{html.escape(author)}">\n<meta name="date" content="{day.isoformat()}">\n<style>{css}</style>\n</head>\n'
        f"<body>\n{body}\n<footer><small>{FOOTERS[style.language]}</small></footer>\n</body>\n</html>\n"
    )
    return page.encode()


def _as_html(block: Block, style: Style) -> str:
    escape = html.escape
    if isinstance(block, Title):
        return f"<h{block.level}>{escape(block.text)}</h{block.level}>"
    if isinstance(block, Rule):
        return "<hr>"
    if isinstance(block, Text):
        return "<p>" + escape(block.text).replace("\n", "<br>\n") + "</p>"
    if isinstance(block, Pairs) and block.split:
        return (
            "<table>"
            + "".join(f"<tr><th>{escape(a)}</th><td>{escape(b)}</td></tr>" for a, b in block.rows)
            + "</table>"
        )
    if isinstance(block, Pairs):
        return "<p>" + "<br>\n".join(f"<b>{escape(a)}{block.mark}</b> {escape(b)}" for a, b in block.rows) + "</p>"
    if isinstance(block, Columns):
        return (
            "<table><tr>"
            + "".join(f"<td>{'<br>'.join(map(escape, side))}</td>" for side in block.sides)
            + "</tr></table>"
        )
    head = "".join(f"<th>{escape(label)}</th>" for label in block.header)
    rows = "\n".join(
        "<tr>" + "".join(f"<td>{escape(style.cell(value))}</td>" for value in row) + "</tr>" for row in block.rows
    )
    return f'<table border="{int(block.ruled)}">\n<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}\n</tbody>\n</table>'


def write_text(blocks: Sequence[Block], *, style: Style, day: date, author: str) -> bytes:  # noqa: ARG001
    """Return plain text."""
    return (
        "\n\n".join(_as_text(block, style, "") for block in blocks) + f"\n\n-- \n{FOOTERS[style.language]}\n"
    ).encode()


def write_markdown(blocks: Sequence[Block], *, style: Style, day: date, author: str) -> bytes:  # noqa: ARG001
    """Return Markdown."""
    return (
        "\n\n".join(_as_text(block, style, "#") for block in blocks) + f"\n\n---\n*{FOOTERS[style.language]}*\n"
    ).encode()


def _as_text(block: Block, style: Style, mark: str) -> str:
    if isinstance(block, Title):
        return f"{mark * block.level} {block.text}".strip()
    if isinstance(block, Text):
        return block.text
    if isinstance(block, Rule):
        return "-----"
    if isinstance(block, Pairs):
        return "\n".join(f"{label}{block.mark} {value}" for label, value in block.rows)
    if isinstance(block, Columns):
        return "\n\n".join("\n".join(side) for side in block.sides)
    rows = [block.header, *(tuple(style.cell(value) for value in row) for row in block.rows)]
    if mark:
        rows.insert(1, ("---",) * len(block.header))
    return "\n".join("| " + " | ".join(row) + " |" for row in rows)


def write_csv(rows: Sequence[Sequence[object]], *, delimiter: str = ",", mark: bool = False) -> bytes:
    """Return rows as CSV in UTF-8, with a byte order mark if asked."""
    buffer = io.StringIO()
    csv.writer(buffer, delimiter=delimiter, lineterminator="\r\n").writerows(rows)
    return buffer.getvalue().encode("utf-8-sig" if mark else "utf-8")


def write_mail(
    sender: str, to: str, subject: str, text: str, *, day: date, attached: Sequence[tuple[str, bytes]] = ()
) -> bytes:
    """Return a mail with its attachments; ids and boundary come from the day and the subject."""
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = sender, to, subject
    mail["Date"] = format_datetime(datetime(day.year, day.month, day.day, 10, 24, tzinfo=UTC))
    mail["Message-ID"] = f"<{day:%Y%m%d}.{len(subject)}{len(text)}@mail.example>"
    mail["X-Note"] = "invented specimen"
    mail.set_content(text + "\n\n--\n" + FOOTERS["en"] + "\n")
    for name, data in attached:
        main, sub = _media_type(name)
        mail.add_attachment(data, maintype=main, subtype=sub, filename=name)
    if attached:
        mail.set_boundary(f"=-=part-{day:%Y%m%d}-{len(text):05}=-=")
    return mail.as_bytes()


def _media_type(name: str) -> tuple[str, str]:
    office = "vnd.openxmlformats-officedocument"
    return {
        "pdf": ("application", "pdf"),
        "docx": ("application", f"{office}.wordprocessingml.document"),
        "xlsx": ("application", f"{office}.spreadsheetml.sheet"),
    }[name.rsplit(".", 1)[1]]
