"""Logs whose rows wrap over lines, of several invented agencies: as drawn, then as rows."""

import io

import pytest
from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen import canvas

from clew.read.readers import pdf

try:
    pdfmetrics.registerFont(TTFont("Log", "DejaVuSans.ttf"))
except Exception:  # noqa: BLE001 - reportlab looks in a few folders only
    pdfmetrics.registerFont(TTFont("Log", "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"))


def drawn(*pages) -> bytes:
    """Draw pages of (x, y from the top, words)."""
    out = io.BytesIO()
    paper = canvas.Canvas(out, pagesize=landscape(A4))
    for lines in pages:
        paper.setFont("Log", 9)
        for x, y, words in lines:
            paper.drawString(x, 595 - y, words)
        paper.showPage()
    paper.save()
    return out.getvalue()


def log(columns, *rows, top=60, leading=12, space=22, middle=()):
    """Lay out rows of cells, each a string with line feeds; cells of the columns in `middle` stand at half height."""
    lines = []
    for row in rows:
        height = max(cell.count("\n") + 1 for cell in row)
        for nth, (x, cell) in enumerate(zip(columns, row, strict=True)):
            parts = cell.split("\n")
            lower = (height - len(parts)) / 2 if nth in middle else 0
            lines += [(x, top + leading * (at + lower), part) for at, part in enumerate(parts) if part]
        top += leading * (height - 1) + space
    return lines


def rows_of(data):
    reading = pdf.read(data, "application/pdf")
    tables = {}
    for cell in reading.cells:
        assert " ".join(reading.pages[cell.page - 1].text[a:b] for a, b in cell.runs) == cell.text
        tables.setdefault(cell.table, {}).setdefault(cell.row, {})[cell.column] = cell.text
    return [
        [tuple(row.get(nth, "") for nth in range(max(row) + 1)) for row in table.values()] for table in tables.values()
    ]


COLUMNS = (40, 130, 210, 360, 620)
HEAD = ("Date", "Aircraft", "Route", "Passengers", "Purpose")
FIRST = ("2024-03-05", "X-101", "Alta-Berg-\nCala-Alta", "Ada Brook, Ben\nCarr, Cleo Dunn", "Survey")
SECOND = ("2024-03-09", "X-101", "Alta-Dorn-Alta", "Ed Finch", "Ferry flight to\nthe workshop at\nDorn")
THIRD = ("2024-03-12", "X-102", "Alta-Berg", "", "Training")


def joined(*cells):
    return tuple(cell.replace("-\n", "-").replace("\n", " ") for cell in cells)


def test_wrapped_cells_belong_to_the_row_that_a_day_opens():
    (table,) = rows_of(drawn(log(COLUMNS, HEAD, FIRST, SECOND, THIRD)))
    assert table == [HEAD, joined(*FIRST), joined(*SECOND), THIRD]


def test_a_russian_log_with_the_number_first():
    head = ("№", "Дата", "Борт", "Пассажиры", "Маршрут")
    one = ("1", "05.03.2024", "RA-00001", "Пробный А. Б.,\nТестов В. Г.", "Альта — Берг")
    two = ("2", "09.03.2024", "RA-00001", "Образцова Д. Е.", "Берг —\nАльта")
    (table,) = rows_of(drawn(log((40, 90, 190, 300, 520), head, one, two)))
    assert table == [head, joined(*one), joined(*two)]


def test_a_key_that_is_not_the_first_column():
    head = ("Passengers", "Destination", "Flight date", "Hours")
    one = ("Ada Brook\nBen Carr", "Berg", "5 Mar 2024", "1.4")
    two = ("Cleo Dunn", "Cala", "9 Mar 2024", "0.8")
    three = ("Ed Finch\nFay Grant\nGus Hill", "Dorn", "12 Mar 2024", "2.2")
    (table,) = rows_of(drawn(log((40, 220, 380, 520), head, one, two, three)))
    assert table == [head, joined(*one), joined(*two), joined(*three)]


def test_keys_that_stand_at_the_middle_of_their_rows():
    rows = (
        ("05.03.2024", "X-101", "Alta-Berg", "Ada Brook,\nBen Carr,\nCleo Dunn", "Survey"),
        ("09.03.2024", "X-102", "Alta-Dorn", "Ed Finch,\nFay Grant,\nGus Hill", "Ferry"),
    )
    (table,) = rows_of(drawn(log(COLUMNS, HEAD, *rows, middle=(0, 1, 2, 4), top=60)))
    assert table == [HEAD, *(joined(*row) for row in rows)]


@pytest.mark.parametrize("repeated", [True, False])
def test_a_log_goes_on_over_the_page_with_or_without_its_header(repeated):
    rows = [(f"2024-03-{day:02}", "X-101", "Alta-Berg", "Ada Brook", "Survey") for day in range(5, 11)]
    second = log(COLUMNS, *([HEAD] if repeated else []), *rows[3:])
    (table,) = rows_of(drawn([(40, 30, "Flight log"), *log(COLUMNS, HEAD, *rows[:3])], second))
    assert table == [HEAD, *rows]


def test_a_key_to_signs_below_is_no_part_of_the_last_row():
    below = [(40, 150, "X-101 is a helicopter"), (40, 162, "Alta is the home field")]
    (table,) = rows_of(drawn([*log(COLUMNS, HEAD, SECOND, THIRD), *below]))
    assert table == [HEAD, joined(*SECOND), THIRD]


def test_a_table_with_another_header_on_the_next_page_is_another():
    parts = log((40, 200, 360), ("Part", "Number", "Price"), ("Rotor", "R-17", "900.00"), ("Blade", "B-04", "120.00"))
    tables = rows_of(drawn(log(COLUMNS, HEAD, SECOND, THIRD), parts))
    assert [table[0] for table in tables] == [HEAD, ("Part", "Number", "Price")]


def test_columns_of_prose_with_days_in_them_are_no_log():
    left = ["The survey began on", "5 March 2024 and was", "ended in the spring,", "as had been planned."]
    middle = ["No flight was made", "before 9 March, as", "the weather held the", "aircraft on ground."]
    right = ["Of the crew nothing", "more is told in this", "report of 12 March,", "nor in any other."]
    lines = [
        (x, 60 + 12 * nth, words)
        for x, column in ((40, left), (250, middle), (460, right))
        for nth, words in enumerate(column)
    ]
    assert rows_of(drawn(lines)) == []


BILL = (("Goods", "Qty", "Price", "Amount"), ("Sensor", "2", "10,00", "20,00"), ("Cable", "3", "5,00", "15,00"))


def test_sums_under_the_last_row_are_no_part_of_its_cells():
    lines = log((40, 300, 400, 500), *BILL, space=15)
    lines += [(360, 110, "Net sum"), (500, 110, "35,00"), (360, 125, "All in all"), (500, 125, "41,65")]
    assert rows_of(drawn(lines))[0][2] == BILL[2]


def test_the_rest_of_a_cell_under_the_last_row_stays_its_own():
    lines = [*log((40, 300, 400, 500), *BILL, space=15), (40, 101, "with plug")]
    assert rows_of(drawn(lines))[0][2][0] == "Cable with plug"
