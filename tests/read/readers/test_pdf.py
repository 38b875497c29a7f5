import io
import os
from contextlib import suppress
from pathlib import Path

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen import canvas
from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate, Table

from clew.model.errors import UnreadableFile
from clew.read.readers import pdf

KIND = "application/pdf"
SHARED = Path(os.environ.get("CLEW_SHARED", Path(__file__).parents[4] / "shared"))
GRID = [("GRID", (0, 0), (-1, -1), 0.5, colors.black)]
CHINESE = "STSong-Light"
pdfmetrics.registerFont(UnicodeCIDFont(CHINESE))


def drawn(*lines, rotation=0, crop=None, font="Helvetica") -> bytes:
    """Draw lines of (x, y, words) on one page."""
    out = io.BytesIO()
    page = canvas.Canvas(out, pagesize=A4, cropBox=crop)
    page.setPageRotation(rotation)
    page.setFont(font, 12)
    for x, y, words in lines:
        page.drawString(x, y, words)
    page.save()
    return out.getvalue()


def built(*flowables) -> bytes:
    out = io.BytesIO()
    SimpleDocTemplate(out).build(list(flowables))
    return out.getvalue()


def grid(reading, table=0):
    return {(cell.row, cell.column): cell.text for cell in reading.cells if cell.table == table}


def check_cells(reading):
    for cell in reading.cells:
        assert " ".join(reading.pages[cell.page - 1].text[a:b] for a, b in cell.runs) == cell.text


def check_ink(data: bytes):
    """Every word's box holds dark pixels, and without the boxes the page is white."""
    reading = pdf.read(data, KIND)
    assert reading.words
    with pypdfium2.PdfDocument(data) as document:
        image = document[0].render(scale=4).to_pil().convert("L")
    page = reading.pages[0]
    assert image.size == pytest.approx((page.width * 4, page.height * 4), abs=4)
    for word in reading.words:
        box = (int(word.x0 * 4) - 2, int(word.y0 * 4) - 2, int(word.x1 * 4) + 3, int(word.y1 * 4) + 3)
        assert image.crop(box).getextrema()[0] < 100
        assert len(word.edges) == word.stop - word.start + 1
        image.paste(255, box)
    assert image.getextrema()[0] > 200


def test_words_stand_where_their_text_says():
    reading = pdf.read(drawn((72, 700, "Invoice 15 147 020,00"), (72, 680, "second line")), KIND)
    text = reading.pages[0].text
    assert text == "Invoice 15 147 020,00\nsecond line"
    assert [text[w.start : w.stop] for w in reading.words] == ["Invoice", "15", "147", "020,00", "second", "line"]
    assert reading.pages[0].label == "page 1"


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
@pytest.mark.parametrize("crop", [None, (50, 100, 500, 800)])
def test_there_is_ink_under_each_word_and_nowhere_else(rotation, crop):
    check_ink(drawn((72, 700, "Meridian Optics"), (300, 250, "Total 1 250,00"), rotation=rotation, crop=crop))


def test_chinese_and_a_letter_beyond_the_first_plane_keep_their_places():
    reading = pdf.read(drawn((72, 700, "中文发票 𠮷野 abc"), font=CHINESE), KIND)
    text = reading.pages[0].text
    assert [text[word.start : word.stop] for word in reading.words] == ["中文发票", "𠮷野", "abc"]
    assert all(len(word.edges) == word.stop - word.start + 1 for word in reading.words)
    assert sorted(reading.words[1].edges) == list(reading.words[1].edges)


def test_a_code_parted_at_the_line_end_keeps_its_hyphen_and_is_two_words():
    reading = pdf.read(drawn((72, 700, "model AEV-"), (72, 686, "CRPA8 next")), KIND)
    text = reading.pages[0].text
    assert text == "model AEV-CRPA8 next"
    assert [text[word.start : word.stop] for word in reading.words] == ["model", "AEV-", "CRPA8", "next"]


WORDS = st.text("abcdefgXYZ0123456789", min_size=1, max_size=6)


@settings(max_examples=15, deadline=None)
@given(st.lists(st.lists(WORDS, min_size=3, max_size=3), min_size=2, max_size=5))
def test_a_ruled_table_is_read_back(rows):
    reading = pdf.read(built(Table(rows, style=GRID)), KIND)
    check_cells(reading)
    assert grid(reading) == {(nth, column): said for nth, row in enumerate(rows) for column, said in enumerate(row)}


def test_a_cell_that_wraps_has_a_run_for_each_line():
    style = getSampleStyleSheet()["Normal"]
    rows = [["Item", "Quantity"], [Paragraph("portable survey receiver with antenna", style), "2"]]
    reading = pdf.read(built(Table(rows, style=GRID, colWidths=[80, 80])), KIND)
    check_cells(reading)
    (cell,) = (cell for cell in reading.cells if (cell.row, cell.column) == (1, 0))
    assert cell.text == "portable survey receiver with antenna"
    assert len(cell.runs) > 1


def test_a_merged_cell_is_told_once():
    rows = [["wide", "", "C"], ["1", "2", "3"], ["4", "5", "6"]]
    reading = pdf.read(built(Table(rows, style=[*GRID, ("SPAN", (0, 0), (1, 0))])), KIND)
    assert grid(reading) == {
        (0, 0): "wide", (0, 2): "C", (1, 0): "1", (1, 1): "2", (1, 2): "3", (2, 0): "4", (2, 1): "5", (2, 2): "6",
    }  # fmt: skip


def test_a_merged_cell_says_how_many_rows_and_columns_it_stands_over():
    rows = [["tall", "wide", ""], ["", "2", "3"], ["4", "5", "6"]]
    spans = [("SPAN", (0, 0), (0, 1)), ("SPAN", (1, 0), (2, 0))]
    reading = pdf.read(built(Table(rows, style=[*GRID, *spans])), KIND)
    over = {cell.text: (cell.rows, cell.columns) for cell in reading.cells}
    assert over == {"tall": (2, 1), "wide": (1, 2), **dict.fromkeys("23456", (1, 1))}


@pytest.mark.parametrize("repeated", [0, 1])
def test_a_ruled_table_goes_on_over_the_page_and_its_header_counts_once(repeated):
    rows = [["Name", "Date"], *[[f"Person {nth}", "2024-03-05"] for nth in range(60)]]
    reading = pdf.read(built(Table(rows, style=GRID, repeatRows=repeated)), KIND)
    assert {(cell.page, cell.table) for cell in reading.cells} == {(1, 0), (2, 0)}
    assert [cell.text for cell in reading.cells if cell.column == 0] == [row[0] for row in rows]
    assert [cell.row for cell in reading.cells if cell.column == 0] == list(range(61))


def test_tables_that_end_on_their_page_are_counted_over_the_pages():
    rows = [["Name", "Date"], ["Person 1", "2024-03-05"]]
    reading = pdf.read(built(Table(rows, style=GRID), PageBreak(), Table(rows, style=GRID)), KIND)
    assert {(cell.page, cell.table) for cell in reading.cells} == {(1, 0), (2, 1)}


COLUMNS = (72, 250, 330, 420)
LABELS = ("Description", "Qty", "Price", "Amount")


def aligned(*rows, top=700):
    return [
        (x, top - 18 * nth, said) for nth, row in enumerate(rows) for x, said in zip(COLUMNS, row, strict=True) if said
    ]


def test_columns_without_lines_are_a_table():
    rows = (
        LABELS,
        ("survey receiver", "2", "100.00", "200.00"),
        ("with antenna", "", "", ""),
        ("tripod", "1", "50.00", "50.00"),
    )
    reading = pdf.read(drawn((72, 760, "INVOICE No 7"), *aligned(*rows), (72, 500, "Payment within 30 days.")), KIND)
    check_cells(reading)
    found = grid(reading)
    assert [found[0, column] for column in range(4)] == list(LABELS)
    assert [found[nth, 3] for nth in (1, max(row for row, _ in found))] == ["200.00", "50.00"]
    assert "Payment within 30 days." not in found.values()


def test_one_line_with_two_figures_is_table_enough():
    assert grid(pdf.read(drawn(*aligned(LABELS, ("receiver", "2", "100.00", "200.00"))), KIND))[1, 0] == "receiver"


def test_prose_in_two_columns_is_no_table():
    left = "the firm said on Monday that it would"
    lines = [(x, 700 - 14 * nth, left) for nth in range(20) for x in (72, 330)]
    assert pdf.read(drawn(*lines), KIND).cells == ()


def test_prose_in_three_columns_is_no_table():
    lines = [(x, 700 - 14 * nth, "said that it would come") for nth in range(20) for x in (40, 220, 400)]
    assert pdf.read(drawn(*lines), KIND).cells == ()


def test_a_block_of_addresses_is_no_table():
    blocks = [
        ("Seller", "Buyer", "Consignee"),
        ("Meridian LLC", "Polus JSC", "Haitu Co"),
        ("Sea st. 5", "Mira st. 7", "Port rd. 9"),
        ("190000 Seaport", "620000 Ridge", "518000 Harbour"),
        ("Tel. 123456", "Tel. 234567", "Tel. 345678"),
    ]
    lines = [
        (x, 700 - 14 * nth, said) for nth, row in enumerate(blocks) for x, said in zip((72, 250, 420), row, strict=True)
    ]
    assert pdf.read(drawn(*lines), KIND).cells == ()


def test_labels_with_values_beside_them_are_no_table():
    pairs = [("Number", ":", "181301674"), ("Delivery", ":", "06.03.2018"), ("Reference", ":", "42389")]
    lines = [
        (x, 700 - 14 * nth, said) for nth, row in enumerate(pairs) for x, said in zip((72, 180, 220), row, strict=True)
    ]
    assert pdf.read(drawn(*lines), KIND).cells == ()


def test_a_page_without_a_text_layer_is_told():
    out = io.BytesIO()
    page = canvas.Canvas(out)
    page.drawString(72, 700, "words")
    page.showPage()
    page.rect(72, 72, 100, 100)
    page.save()
    reading = pdf.read(out.getvalue(), KIND)
    assert reading.missed == ("page 2: no text layer; no words were seen",)
    assert [page.text for page in reading.pages] == ["words", ""]


def test_an_encrypted_document_says_that_a_password_is_needed():
    out = io.BytesIO()
    page = canvas.Canvas(out, encrypt="secret")
    page.drawString(72, 700, "words")
    page.save()
    with pytest.raises(UnreadableFile, match="a password is needed"):
        pdf.read(out.getvalue(), KIND)


@pytest.mark.parametrize("data", [b"%PDF-1.7\n", b"%PDF-1.7\n" + b"\x00junk" * 100])
def test_a_broken_document_is_refused(data):
    with pytest.raises(UnreadableFile, match="damaged"):
        pdf.read(data, KIND)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 100_000), st.binary(min_size=1, max_size=8))
def test_damaged_bytes_are_read_or_refused(place, junk):
    data = bytearray(drawn((72, 700, "words")))
    at = place % len(data)
    data[at : at + len(junk)] = junk
    with suppress(UnreadableFile):
        pdf.read(bytes(data), KIND)


@pytest.mark.skipif(not SHARED.is_dir(), reason="the folder of public documents is not there")
def test_public_documents_are_read_and_their_cells_quote_the_page():
    for path in sorted((SHARED / "data" / "tables").glob("eu-0*.pdf"))[:4]:
        reading = pdf.read(path.read_bytes(), KIND)
        assert reading.cells
        check_cells(reading)


def spaced(*steps) -> bytes:
    """Draw words whose parts stand so many points apart."""
    out = io.BytesIO()
    page = canvas.Canvas(out, pagesize=A4)
    x = 100.0
    for part, gap in steps:
        page.setFont("Helvetica", 9.5)
        page.drawString(x, 700, part)
        x += pdfmetrics.stringWidth(part, "Helvetica", 9.5) + gap
    page.save()
    return out.getvalue()


def test_a_gap_of_a_kerned_word_is_no_space():
    assert pdf.read(spaced(("ELEKTRON Industr", 1.0), ("ieservice", 0)), KIND).pages[0].text.strip() == (
        "ELEKTRON Industrieservice"
    )


def test_a_gap_of_a_space_is_one():
    assert pdf.read(spaced(("Nordlicht", 2.6), ("Service", 0)), KIND).pages[0].text.strip() == "Nordlicht Service"
