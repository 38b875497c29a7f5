import io
from dataclasses import replace

import numpy as np
import pypdfium2
import pytest
from PIL import Image
from reportlab.lib import colors
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen import canvas
from reportlab.platypus import SimpleDocTemplate, Table

from clew.read.means import PLAIN, Means
from clew.read.readers import pdf
from clew.read.readers._scanned import differs, is_garbage

LINES = ("Invoice No. KB202400466", "Passport EZ0015182 issued", "Total 4,559,565.00 CNY")
SIZE = (500, 350)  # points: half of the picture's pixels
KIND = "application/pdf"


def scan(image, *, over=(), hidden=False, rotation=0, crop=None, box=(0, 0, 500, 350)):
    out = io.BytesIO()
    page = canvas.Canvas(out, pagesize=SIZE, cropBox=crop)
    page.setPageRotation(rotation)
    page.drawImage(ImageReader(image), box[0], box[1], box[2] - box[0], box[3] - box[1])
    for nth, line in enumerate(over):
        text = page.beginText(30, 320 - nth * 14)
        text.setFont("Helvetica", 10)
        text.setTextRenderMode(3 if hidden else 0)
        text.textLine(line)
        page.drawText(text)
    page.save()
    return out.getvalue()


@pytest.mark.parametrize(("rotation", "crop"), [(0, None), (180, None), (270, (10, 20, 480, 340))])
def test_the_ink_lies_under_the_words_of_a_scanned_page_however_it_is_turned_and_cropped(drawn, rotation, crop):
    data = scan(drawn(*LINES), rotation=rotation, crop=crop)
    reading = pdf.read(data, KIND)
    (page,) = reading.pages
    assert "".join(page.text.split()) == "".join("".join(LINES).split())
    shown = pypdfium2.PdfDocument(data)[0].render(scale=2).to_pil().convert("L").rotate(-page.rotation, expand=True)
    pixels = np.asarray(shown)
    assert (round(page.width * 2), round(page.height * 2)) == shown.size
    covered = 0
    for word in reading.words:
        inside = pixels[round(word.y0 * 2) : round(word.y1 * 2), round(word.x0 * 2) : round(word.x1 * 2)] < 128
        assert inside.mean() > 0.05, page.text[word.start : word.stop]
        covered += inside.sum()
    assert covered > 0.95 * (pixels < 128).sum()


def test_a_scan_says_what_read_it_and_how_surely(drawn):
    reading = pdf.read(scan(drawn(*LINES)), KIND)
    assert reading.pages[0].engine.startswith("rapidocr")
    assert reading.tried[0] == "text layer"
    assert reading.missed == ()
    assert all(word.confidence < 1 for word in reading.words)


def test_invisible_text_that_says_what_is_drawn_is_kept_and_told(drawn):
    reading = pdf.read(scan(drawn(*LINES), over=LINES, hidden=True), KIND)
    assert reading.pages[0].engine == ""
    assert reading.warnings == ("page 1: invisible text over or under an image of the whole page",)


def test_invisible_text_that_says_something_else_gives_way_to_what_is_drawn(drawn):
    other = ("Nothing was ever delivered to anybody", "and no invoice exists between these parties")
    reading = pdf.read(scan(drawn(*LINES), over=other, hidden=True), KIND)
    assert "KB202400466" in reading.pages[0].text
    assert "anybody" not in reading.pages[0].text
    assert any("text layer differs from what is drawn" in warning for warning in reading.warnings)


def test_a_scan_in_the_middle_of_a_page_is_read_beside_the_text(drawn):
    reading = pdf.read(scan(drawn(*LINES), over=("Annex one",), box=(60, 10, 440, 276)), KIND)
    (page,) = reading.pages
    assert page.text.startswith("Annex one\n")
    assert "KB202400466" in page.text
    assert page.engine.startswith("text layer + rapidocr")
    sure = {page.text[word.start : word.stop]: word.confidence for word in reading.words}
    assert sure["Annex"] == 1
    assert sure["KB202400466"] < 1


def test_a_logo_is_not_read(drawn):
    reading = pdf.read(scan(drawn(*LINES), over=("Annex one",), box=(300, 10, 400, 80)), KIND)
    assert reading.pages[0].text.strip() == "Annex one"
    assert reading.tried == ("text layer",)


def test_ten_thousand_blank_pages_are_told_in_one_line_after_what_was_left():
    out = io.BytesIO()
    page = canvas.Canvas(out, pagesize=SIZE)
    for _ in range(6):
        page.showPage()
    page.save()
    few = Means((), replace(PLAIN.limits, pages=5))
    left, blank = pdf.read(out.getvalue(), KIND, few).missed
    assert left == "1 pages after the first 5 were left (setting read_pages)"
    assert blank == "pages 1-5: no text layer; nothing to read is drawn"


def test_a_blank_page_among_others_leaves_the_file_whole_and_is_told():
    out = io.BytesIO()
    page = canvas.Canvas(out, pagesize=SIZE)
    page.drawString(50, 100, "Annex one to the contract")
    page.showPage()
    page.showPage()
    page.save()
    reading = pdf.read(out.getvalue(), KIND)
    assert reading.missed == ()
    assert reading.warnings == ("page 2: no text layer; nothing to read is drawn",)


def test_a_page_too_large_to_draw_is_not_said_to_be_blank():
    out = io.BytesIO()
    page = canvas.Canvas(out, pagesize=(2_000_000, 2_000_000))
    page.rect(0, 0, 1_000_000, 1_000_000, fill=1)
    page.showPage()
    page.save()
    assert pdf.read(out.getvalue(), KIND).missed == (
        "page 1: no text layer; it is too large to be drawn (setting read_page_mp)",
    )


def test_a_blank_page_is_told_and_no_engine_is_asked():
    out = io.BytesIO()
    page = canvas.Canvas(out, pagesize=SIZE)
    page.showPage()
    page.save()
    reading = pdf.read(out.getvalue(), KIND)
    assert reading.missed == ("page 1: no text layer; nothing to read is drawn",)
    assert reading.tried == ("text layer",)


@pytest.mark.parametrize("text", ["", " \n", "\ufffd\ufffd\ufffd a", "\ue001\ue002\ue003\ue004", "." * 41])
def test_a_layer_that_says_nothing_is_none(text):
    assert is_garbage(text)


@pytest.mark.parametrize("text", ["Invoice", "счёт № 5", "发票", "12.50", "Total \ufffd 12"])
def test_a_layer_with_letters_or_figures_is_one(text):
    assert not is_garbage(text)


def test_a_layer_with_a_letter_misread_here_and_there_does_not_differ():
    drawn_words = "the firm billed twelve gyroscopes to the buyer in March"
    assert not differs("the finn billed twelve gyroscopes to the buver in March", drawn_words)
    assert differs("lorem ipsum dolor sit amet consectetur", drawn_words)
    assert not differs("a stamp", "few words")


def ruled(rows, spans=(), *, turn=0.0):
    """Return the picture of a ruled table, its page turned by some degrees."""
    out = io.BytesIO()
    style = [("GRID", (0, 0), (-1, -1), 0.8, colors.black), ("FONTSIZE", (0, 0), (-1, -1), 11), *spans]
    SimpleDocTemplate(out, pagesize=(480, 340), topMargin=40).build(
        [Table(rows, style=style, colWidths=110, rowHeights=30)]
    )
    shown = pypdfium2.PdfDocument(out.getvalue())[0].render(scale=200 / 72).to_pil().convert("L")
    return shown.rotate(turn, fillcolor=255, resample=Image.Resampling.BICUBIC)


TABLE = [["Article", "Quantity", "Amount"], ["Sensor KL", "20", "155.50"], ["Cable set", "300", "99.75"]]


@pytest.mark.parametrize("turn", [0.0, 1.0, -1.5])
def test_the_cells_of_a_ruled_table_on_a_scan_have_their_ink_under_them(turn):
    shown = ruled(TABLE, turn=turn)
    data = scan(shown, box=(0, 0, *SIZE))
    reading = pdf.read(data, KIND)
    (page,) = reading.pages
    assert {(cell.row, cell.column): cell.text for cell in reading.cells} == {
        (row, column): said for row, some in enumerate(TABLE) for column, said in enumerate(some)
    }
    pixels = np.asarray(pypdfium2.PdfDocument(data)[0].render(scale=2).to_pil().convert("L"))
    boxes = {word.start: word for word in reading.words}
    for cell in reading.cells:
        for start, stop in cell.runs:
            for word in (one for at, one in boxes.items() if start <= at < stop):
                inside = pixels[round(word.y0 * 2) : round(word.y1 * 2), round(word.x0 * 2) : round(word.x1 * 2)]
                assert (inside < 128).mean() > 0.05, page.text[start:stop]


def test_a_merged_cell_on_a_scan_stands_over_its_rows_and_columns():
    rows = [["Article", "Sum and quantity", ""], ["Sensor KL", "20", "155.50"], ["", "300", "99.75"]]
    reading = pdf.read(scan(ruled(rows, [("SPAN", (1, 0), (2, 0)), ("SPAN", (0, 1), (0, 2))]), box=(0, 0, *SIZE)), KIND)
    over = {cell.text: (cell.row, cell.column, cell.rows, cell.columns) for cell in reading.cells}
    assert over["Sum and quantity"] == (0, 1, 1, 2)
    assert over["Sensor KL"] == (1, 0, 2, 1)


def test_a_picture_without_rules_has_no_ruled_table(drawn):
    assert pdf.read(scan(drawn(*LINES)), KIND).cells == ()
