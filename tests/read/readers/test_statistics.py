"""Tables of figures whose header is no single line, and rows under bands of colour: as drawn, then as rows. All figures invented."""

import io

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen import canvas

from clew.read.readers import pdf


def drawn(*lines, bands=()) -> bytes:
    """Draw (x, y from the top, words), words that end in | to the left of x, over bands of colour (x, y, width, height)."""
    out = io.BytesIO()
    paper = canvas.Canvas(out, pagesize=A4)
    paper.setFillGray(0.9)
    for x, y, width, height in bands:
        paper.rect(x, 842 - y - height, width, height, fill=1, stroke=1)
    paper.setFillGray(0)
    paper.setFont("Helvetica", 9)
    for x, y, words in lines:
        (paper.drawRightString if words.endswith("|") else paper.drawString)(x, 842 - y, words.rstrip("|"))
    paper.save()
    return out.getvalue()


def rows_of(data):
    tables = {}
    for cell in pdf.read(data, "application/pdf").cells:
        tables.setdefault(cell.table, {}).setdefault(cell.row, {})[cell.column] = cell.text
    return [list(table.values()) for table in tables.values()]


HEAD = [
    (200, 72, "Alumina"),
    (350, 72, "Carbide"),
    (240, 84, "2009|"),
    (290, 84, "2010|"),
    (390, 84, "2009|"),
    (440, 84, "2010|"),
]


def body(*rows, top=98):
    return [
        (x, top + 12 * nth, said)
        for nth, row in enumerate(rows)
        for x, said in zip((60, 240, 290, 390, 440), row, strict=True)
    ]


FIGURES = (
    ("Alta", "60,400|", "60,500|", "42,600|", "42,700|"),
    ("Berg", "1,000|", "900|", "\u2014|", "\u2014|"),
    ("Cala", "50|", "55|", "5,000|", "5,100|"),
)


def plain(row):
    return {nth: said.rstrip("|").replace("\u2014", "\x97") for nth, said in enumerate(row)}


def test_a_head_over_two_columns_and_a_head_of_years():
    lines = [
        (60, 40, "World production of abrasives, which this page is about, by country and by year, in tonnes"),
        *HEAD,
        *body(*FIGURES[::2], FIGURES[0]),
    ]
    (table,) = rows_of(drawn(*lines))
    assert table == [
        {1: "Alumina", 3: "Carbide"},
        {1: "2009", 2: "2010", 3: "2009", 4: "2010"},
        *(plain(row) for row in (*FIGURES[::2], FIGURES[0])),
    ]


def test_figures_that_stand_close_are_cells_of_their_own():
    rows = [("Total", "2,753,438|", "2,799,001|", "2,815,544|")] + [("Alta", "485,670|", "503,528|", "521,015|")] * 2
    lines = [
        (x, 98 + 12 * nth, said)
        for nth, row in enumerate(rows)
        for x, said in zip((60, 140, 185, 230), row, strict=True)
    ]
    (table,) = rows_of(drawn(*lines))
    assert [len(row) for row in table] == [4, 4, 4]


def test_prose_with_figures_in_it_is_no_table():
    lines = [
        (
            60,
            98 + 12 * nth,
            f"In {1990 + nth} it was {nth + 4} tonnes and in {2001 + nth} some {nth + 7} more than that",
        )
        for nth in range(6)
    ]
    assert rows_of(drawn(*lines)) == []


def test_two_lines_of_figures_are_too_few():
    assert rows_of(drawn(*body(*FIGURES[:2]))) == []


def test_a_row_under_a_band_of_colour_keeps_its_columns():
    rows = [("Alta", "92.9", "7.1", "0"), ("Berg", "10.0", "12.1", "77.9"), ("Cala", "86.8", "13.2", "0")]
    bands = [(x, 100 + 36 * nth, 80, 18) for nth in range(2) for x in (55, 135, 215, 295)] + [(55, 118, 320, 18)]
    lines = [
        (x + 2, 112 + 18 * nth, said)
        for nth, row in enumerate(rows)
        for x, said in zip((60, 140, 220, 300), row, strict=True)
    ]
    (table,) = rows_of(drawn(*lines, bands=bands))
    assert [list(row.values()) for row in table] == [list(row) for row in rows]


def test_a_title_over_the_columns_is_one_cell():
    bands = [(x, 100 + 18 * nth, 80, 18) for nth in (1, 2) for x in (55, 135, 215, 295)] + [(55, 100, 320, 18)]
    lines = [(60, 112, "Cases told of in three countries, by origin, in per cent")]
    lines += [
        (x + 2, 130 + 18 * nth, said)
        for nth in range(2)
        for x, said in zip((60, 140, 220, 300), ("Alta", "92.9", "7.1", "0"), strict=True)
    ]
    (table,) = rows_of(drawn(*lines, bands=bands))
    assert table[0] == {0: "Cases told of in three countries, by origin, in per cent"}
