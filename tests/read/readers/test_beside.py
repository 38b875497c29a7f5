"""What stands beside the words of PDF and Office files is told, and nothing of it is run or fetched."""

import io
import zipfile

import docx as python_docx
import pytest
import xlsxwriter
from pypdfium2 import PdfDocument
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from clew.model.errors import UnreadableFile
from clew.read.means import Limits, Means
from clew.read.readers import docx, pdf, xlsx

BOOK, DOCUMENT = xlsx.MEDIA_TYPES[0], docx.MEDIA_TYPES[0]


def with_parts(data: bytes, **parts: bytes | str) -> bytes:
    out = io.BytesIO(data)
    with zipfile.ZipFile(out, "a") as archive:
        for name, words in parts.items():
            archive.writestr(name, words)
    return out.getvalue()


def drawn(*pages: str, encrypt=None, link="") -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, encrypt=encrypt, invariant=1)
    for words in pages:
        canvas.drawString(72, 720, words)
        if link:
            canvas.linkURL(link, (72, 700, 200, 740))
        canvas.showPage()
    canvas.save()
    return out.getvalue()


@pytest.fixture
def workbook() -> bytes:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as made:
        sheet = made.add_worksheet("Ledger")
        sheet.write_row(0, 0, ["item", "qty", "cost"])
        sheet.write(1, 0, "radio")
        sheet.write_formula(1, 1, "=2*6", None, 12)
        sheet.write_formula(1, 2, "='[other.xlsx]Prices'!B2", None, 99)
        sheet.write(2, 0, "hidden words")
        sheet.set_row(2, None, None, {"hidden": True})
        sheet.set_column(2, 3, None, None, {"hidden": True})
        sheet.write_comment(1, 0, "ask the carrier", {"author": "A. Orlova"})
        made.add_worksheet("Back").hide()
    return out.getvalue()


def test_what_is_hidden_computed_or_noted_in_a_workbook_is_told(workbook):
    reading = xlsx.read(workbook, BOOK)
    grid = {(cell.row, cell.column): cell.text for cell in reading.cells}
    assert grid[1, 1] == "12"
    assert grid[2, 0] == "hidden words"
    assert reading.warnings == (
        'sheet "Ledger": 1 rows and 2 columns are hidden; they are read',
        'sheet "Ledger": 2 cells are computed by formulas; the results stored with them are read',
        "sheet \"Ledger\", C2: formula ='[other.xlsx]Prices'!B2 asks for something outside the file; nothing is fetched",
        'sheet "Ledger": 1 comments; they are read on a page after its cells',
        'sheet "Back" is hidden; it is read',
    )
    assert [(page.label, page.text) for page in reading.pages[1:2]] == [("Ledger comments", "A2\task the carrier")]


def test_a_plain_workbook_has_nothing_to_tell():
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as made:
        made.add_worksheet("One").write(0, 0, "x")
    assert xlsx.read(out.getvalue(), BOOK).warnings == ()


def test_macros_embedded_files_and_large_pictures_of_office_files_are_told(workbook):
    data = with_parts(
        workbook, **{"xl/vbaProject.bin": "x", "xl/embeddings/inner.docx": "inside", "xl/media/scan.png": b"p" * 20_000}
    )
    reading = xlsx.read(data, BOOK)
    assert "holds macros; they are not run" in reading.warnings
    assert [child.name for child in reading.children] == ["inner.docx", "scan.png"]


def test_a_sheet_that_claims_a_billion_cells_costs_what_it_holds(workbook):
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            words = old.read(name)
            if name.endswith("sheet1.xml"):
                words = words.replace(b'ref="A1:C3"', b'ref="A1:XFD1048576"').replace(
                    b"</sheetData>", b'<row r="1048576"><c r="XFD1048576" t="str"><v>last</v></c></row></sheetData>'
                )
                assert b"XFD1048576" in words
            new.writestr(name, words)
    last = [cell for cell in xlsx.read(out.getvalue(), BOOK).cells if cell.text == "last"]
    assert [(cell.row, cell.column) for cell in last] == [(1_048_575, 16_383)]


def test_changes_comments_and_references_of_a_document_are_told():
    made = python_docx.Document()
    made.add_paragraph("Contract")
    out = io.BytesIO()
    made.save(out)
    body = "<w:p><w:ins w:id='1' w:author='x'><w:r><w:t>added</w:t></w:r></w:ins><w:del w:id='2'><w:r><w:delText>gone</w:delText></w:r></w:del>"
    body += (
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>unseen</w:t></w:r><w:r><w:instrText>DDEAUTO cmd</w:instrText></w:r></w:p>"
    )
    remote = (
        '<Relationship Id="rId99" Type="x/attachedTemplate" Target="http://t.example/x.dotm" TargetMode="External"/>'
    )
    packed = io.BytesIO()
    with zipfile.ZipFile(out) as old, zipfile.ZipFile(packed, "w") as new:
        for name in old.namelist():
            words = old.read(name)
            if name == "word/document.xml":
                words = words.replace(b"<w:sectPr", body.encode() + b"<w:sectPr", 1)
            if name == "word/_rels/document.xml.rels":
                words = words.replace(b"</Relationships>", remote.encode() + b"</Relationships>")
            new.writestr(name, words)
    reading = docx.read(packed.getvalue(), DOCUMENT)
    assert "added" in reading.pages[0].text
    assert "unseen" in reading.pages[0].text
    assert "gone" not in reading.pages[0].text
    assert reading.missed == ("1 passages that are marked as deleted",)
    for expected in (
        "1 passages are marked as inserted; they are read",
        "1 runs of words are hidden; they are read",
        "holds fields that ask other programs or files (DDE, INCLUDETEXT …); they are not computed",
        "refers to a template outside the file: http://t.example/x.dotm; nothing is fetched",
    ):
        assert expected in reading.warnings


def test_an_encrypted_pdf_is_read_with_the_password():
    data = drawn("Invoice 17", encrypt=StandardEncryption("key-17", ownerPassword="other", strength=128))
    assert "Invoice 17" in pdf.read(data, "application/pdf", Means(passwords=("wrong", "key-17"))).pages[0].text
    with pytest.raises(UnreadableFile, match="a password is needed"):
        pdf.read(data, "application/pdf")
    with pytest.raises(UnreadableFile, match="none of the 1 passwords given opens it"):
        pdf.read(data, "application/pdf", Means(passwords=("wrong",)))


def test_files_attached_to_a_pdf_are_files_of_their_own():
    document = PdfDocument(drawn("see the file"))
    document.new_attachment("../счёт.xml").set_data(b"<invoice/>")
    out = io.BytesIO()
    document.save(out)
    reading = pdf.read(out.getvalue(), "application/pdf")
    assert [(child.name, child.data) for child in reading.children] == [("../счёт.xml", b"<invoice/>")]
    assert reading.warnings == (
        "1 files are attached; they are files of their own here",
        '"../счёт.xml": the name leads out of the archive; it is kept as a label only',
    )


def test_links_scripts_and_what_follows_the_end_of_a_pdf_are_told():
    data = drawn("words", link="http://x.example/track").replace(
        b"/Type /Catalog", b"/Type /Catalog /Open#41ction 9 0 R"
    )
    said = pdf.read(data + b"PK hidden", "application/pdf").warnings
    assert "holds an action that runs when it is opened; nothing of it is run" in said
    assert "refers to http://x.example/track; nothing is fetched" in said
    assert any("bytes follow the end of the document" in words for words in said)


def test_a_pdf_with_more_pages_than_the_limit_is_read_up_to_it():
    reading = pdf.read(drawn("one", "two", "three"), "application/pdf", Means(limits=Limits(pages=2)))
    assert len(reading.pages) == 2
    assert reading.missed == ("1 pages after the first 2 were left (setting read_pages)",)


def test_a_plain_pdf_has_nothing_to_tell():
    assert pdf.read(drawn("words"), "application/pdf").warnings == ()


@pytest.mark.parametrize("asked", [b"[3 0 R /Fit]", b"<< /S /GoTo /D [3 0 R /Fit] >>"])
def test_a_page_chosen_at_opening_is_no_action(asked):
    data = drawn("words").replace(b"/Type /Catalog", b"/Type /Catalog /OpenAction " + asked)
    assert not any("opened" in words for words in pdf.read(data, "application/pdf").warnings)
