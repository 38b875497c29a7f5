"""Builds a small whole file of every format there is a reader for, all invented; for tests that break or abuse them."""

import csv
import gzip
import io
import json
import struct
import sys
import tarfile
import zipfile
import zlib
from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path

import py7zr
import xlsxwriter
from docx import Document
from reportlab.pdfgen import canvas

# The tests of single readers build theirs already.
sys.path.insert(0, str(Path(__file__).with_name("readers")))

from ole_file import ole_file
from test_legacy import BOOK
from test_mhtml import PAGE
from test_msg import mail
from test_opendocument import document
from test_pptx import presentation

WORDS = "Invoice No 7 of 5 March 2024: three pumps for Verholin Trade LLC, 1,200.00 EUR.\n"


def pdf() -> bytes:
    out = io.BytesIO()
    page = canvas.Canvas(out)
    page.drawString(72, 720, WORDS.strip())
    page.grid([72, 200, 300], [500, 520, 540])
    page.drawString(80, 505, "pumps")
    page.drawString(210, 505, "3")
    page.save()
    return out.getvalue()


def docx() -> bytes:
    out = io.BytesIO()
    document = Document()
    document.add_paragraph(WORDS)
    document.add_table(rows=2, cols=2).cell(0, 0).text = "pumps"
    document.save(out)
    return out.getvalue()


def xlsx() -> bytes:
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out)
    sheet = book.add_worksheet("goods")
    for row in range(5):
        sheet.write_row(row, 0, ["pump", row, 1.5 * row])
    book.close()
    return out.getvalue()


def eml() -> bytes:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "a@b.example", "c@d.example", "the pumps"
    message["Message-ID"] = "<one@b.example>"
    message.set_content(WORDS)
    message.add_attachment(b"item,number\npump,3\nvalve,4\n", maintype="text", subtype="csv", filename="goods.csv")
    return message.as_bytes()


def zipped(**files: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name), data)
    return out.getvalue()


def tar() -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        member = tarfile.TarInfo("note.txt")
        member.size = len(WORDS)
        archive.addfile(member, io.BytesIO(WORDS.encode()))
    return out.getvalue()


def sevenzip() -> bytes:
    out = io.BytesIO()
    with py7zr.SevenZipFile(out, "w") as archive:
        archive.writestr(WORDS, "note.txt")
    return out.getvalue()


def delimited() -> bytes:
    out = io.StringIO()
    csv.writer(out).writerows([["item", "number", "note"], *(["pump", n, f'"{n}", one'] for n in range(5))])
    return out.getvalue().encode()


def png(width: int = 1, height: int = 1) -> bytes:
    """Return an image whose header says this size, whatever it holds."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0\0")) + chunk(b"IEND", b"")


MADE: dict[str, tuple[str, Callable[[], bytes]]] = {
    "text": ("note.txt", lambda: WORDS.encode("cp1251")),
    "delimited": ("goods.csv", delimited),
    "html": ("page.html", f"<html><body><p>{WORDS}</p><table><tr><td>a<td>b</table></body></html>".encode),
    "eml": ("mail.eml", eml),
    "mbox": ("box.mbox", lambda: b"From a@b.example Tue Mar  5 10:00:00 2024\n" + eml() + b"\n"),
    "pdf": ("paper.pdf", pdf),
    "docx": ("letter.docx", docx),
    "xlsx": ("goods.xlsx", xlsx),
    "zip": ("papers.zip", lambda: zipped(**{"note.txt": WORDS.encode(), "mail.eml": eml()})),
    "tar": ("papers.tar", tar),
    "packed": ("note.txt.gz", lambda: gzip.compress(WORDS.encode(), mtime=0)),
    "sevenzip": ("papers.7z", sevenzip),
    "rtf": ("letter.rtf", lambda: b"{\\rtf1\\ansi " + WORDS.encode() + b"\\par}"),
    "json": ("goods.json", lambda: json.dumps([{"item": "pump", "number": n} for n in range(3)]).encode()),
    "legacy": ("goods.xls", lambda: BOOK),
    "mhtml": ("page.mhtml", lambda: PAGE),
    "msg": ("mail.msg", lambda: ole_file(mail(subject="pumps", body=WORDS))),
    "opendocument": ("letter.odt", lambda: document("text", f"<office:text><text:p>{WORDS}</text:p></office:text>")),
    "pptx": ("talk.pptx", presentation),
    "image": ("scan.png", png),
}
