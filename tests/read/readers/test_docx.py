import io
import zipfile

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st

from clew.model.errors import UnreadableFile
from clew.read.readers import docx
from clew.read.recognise import recognise

KIND = docx.MEDIA_TYPES[0]
WORDS = st.text(st.characters(categories=["L", "N", "P"]), max_size=8)


def saved(document) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def with_body(markup: str) -> bytes:
    """Put raw markup at the beginning of the body of an empty document."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(saved(Document()))) as old, zipfile.ZipFile(out, "w") as new:
        for part in old.namelist():
            data = old.read(part)
            new.writestr(
                part, data.replace(b"<w:body>", b"<w:body>" + markup.encode()) if part == "word/document.xml" else data
            )
    return out.getvalue()


def text(data: bytes) -> str:
    return "".join(page.text for page in docx.read(data, KIND).pages)


@settings(max_examples=20, deadline=None)
@given(st.lists(st.lists(WORDS, min_size=3, max_size=3), min_size=1, max_size=4))
def test_runs_say_what_the_cells_say(rows):
    document = Document()
    document.add_paragraph("before")
    table = document.add_table(len(rows), 3)
    for nth, row in enumerate(rows):
        for column, words in enumerate(row):
            table.cell(nth, column).text = words
    reading = docx.read(saved(document), KIND)
    assert {(cell.row, cell.column): cell.text for cell in reading.cells} == {
        (nth, column): words for nth, row in enumerate(rows) for column, words in enumerate(row) if words
    }
    for cell in reading.cells:
        assert reading.pages[cell.page - 1].text[slice(*cell.runs[0])] == cell.text


def test_blocks_come_in_reading_order_headers_last():
    document = Document()
    document.add_paragraph("Договор № 1")
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "海图", "two\nlines"
    document.add_paragraph("after")
    document.sections[0].header.paragraphs[0].text = "letterhead"
    assert text(saved(document)) == "Договор № 1\n海图\ttwo lines\nafter\nletterhead\n"


def test_a_merged_cell_is_told_once():
    document = Document()
    table = document.add_table(2, 3)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "wide"
    table.cell(0, 2).merge(table.cell(1, 2)).text = "tall"
    table.cell(1, 1).text = "x"
    places = {
        cell.text: (cell.row, cell.column, cell.rows, cell.columns) for cell in docx.read(saved(document), KIND).cells
    }
    assert places == {"wide": (0, 0, 1, 2), "tall": (0, 2, 2, 1), "x": (1, 1, 1, 1)}


def test_inserted_words_are_read_and_deleted_ones_told():
    data = with_body(
        "<w:p><w:r><w:t>paid </w:t></w:r><w:ins><w:r><w:t>in part</w:t></w:r></w:ins>"
        "<w:del><w:r><w:delText>in full</w:delText></w:r></w:del></w:p>"
    )
    assert text(data) == "paid in part\n"
    assert docx.read(data, KIND).missed == ("1 passages that are marked as deleted",)


def test_content_controls_are_read():
    control = "<w:sdt><w:sdtContent><w:p><w:r><w:t>inside</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    assert text(with_body(control)) == "inside\n"


def test_a_long_document_has_pages_that_end_with_lines():
    document = Document()
    for _ in range(300):
        document.add_paragraph("x" * 200)
    pages = docx.read(saved(document), KIND).pages
    assert len(pages) > 1
    assert all(len(page.text) <= 20_000 and page.text.endswith("\n") for page in pages)


def test_a_document_by_another_name_is_a_document():
    assert recognise(saved(Document()), "list.xlsx") == (docx, KIND)


@pytest.mark.parametrize("keep", [0.2, 0.95])
def test_a_truncated_document_is_refused(keep):
    data = saved(Document())
    with pytest.raises(UnreadableFile, match="damaged"):
        docx.read(data[: int(len(data) * keep)], KIND)


def test_a_document_type_is_refused():
    data = with_body("")
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for part in old.namelist():
            words = old.read(part)
            if part == "word/document.xml":
                words = words.replace(b"?>", b'?><!DOCTYPE x [<!ENTITY a "b">]>', 1)
            new.writestr(part, words)
    with pytest.raises(UnreadableFile, match="without a document type"):
        docx.read(out.getvalue(), KIND)
