import pytest

from clew.extract.document import Document, Table
from clew.extract.headers import field_words, map_header, map_tables, row_quotes, unmapped_tables
from clew.extract.mapping import parse_mapping
from clew.model.source import Cell, Page


def cells(*texts, row=0):
    return tuple(Cell(1, 0, row, column, text, ()) for column, text in enumerate(texts))


def sheet(*rows):
    text, made = "", []
    for number, row in enumerate(rows):
        line = []
        for column, words in enumerate(row):
            line.append(Cell(1, 0, number, column, words, ((len(text), len(text) + len(words)),)))
            text += words + "\t"
        made.append(tuple(line))
        text += "\n"
    return Document("s-test", "text/csv", (Page(1, text),), (Table(0, tuple(made)),))


@pytest.mark.parametrize(
    ("header", "family", "fields"),
    [
        (("Passenger name", "Flight no.", "Date of flight", "Destination airport"), "passenger", {"person", "flight", "date", "to"}),
        (("Фамилия, имя, отчество пассажира", "Рейс", "Дата вылета", "Аэропорт прилёта"), "passenger", {"person", "flight", "date", "to"}),
        (("旅客姓名", "航班号", "出发日期", "目的地"), "passenger", {"person", "flight", "date", "to"}),
        (("Description of goods", "Q-ty", "Unit price (USD)", "Amount"), "goods", {"description", "quantity", "unit_price", "amount"}),
        (("Наименование товара", "Код ТН ВЭД", "Кол-во, шт.", "Цена, руб."), "goods", {"description", "hs_code", "quantity", "unit_price"}),
        (("货物名称", "规格型号", "数量", "单价"), "goods", {"description", "item", "quantity", "unit_price"}),
        (("Участник", "Размер доли"), "owners", {"owner", "share"}),
        (("姓名", "职务", "护照号"), "staff", {"person", "post", "passport"}),
        (("Name", "Position"), "staff", {"person", "post"}),
    ],
)  # fmt: skip
def test_headers_of_three_languages_are_mapped(header, family, fields):
    found = map_header(cells(*header))
    assert (found.family, set(found.fields), found.unmapped) == (family, fields, ())


@pytest.mark.parametrize(
    "header",
    [
        ("Name", "Colour"),
        ("Date", "Temperature", "Wind"),
        ("a", "b"),
        ("Total", "5"),
        ("We travel to the sea", "on a date"),
    ],
)
def test_other_rows_are_no_header(header):
    assert map_header(cells(*header)) is None


def test_a_column_that_no_field_takes_is_named():
    assert map_header(cells("Passenger", "Flight", "Destination", "Meal")).unmapped == ("Meal",)


def test_a_word_broken_in_a_narrow_column_is_still_the_word():
    assert "quantity" in map_header(cells("Наименование", "Количеств о, шт.")).fields


def test_a_code_that_is_a_customs_code_is_no_article():
    assert map_header(cells("Наименование", "Код товара по ТН ВЭД", "Кол-во")).fields["hs_code"] == 1


def test_two_tables_in_one_sheet_are_told_apart():
    document = sheet(("Item", "Quantity"), ("Paper", "2"), ("Name", "Passport"), ("Ivan Petrov", "X0000001"))
    assert [(table.family, len(table.rows)) for table in map_tables(document).tables] == [("goods", 1), ("staff", 1)]


def test_an_unknown_table_is_a_gap_that_names_its_columns():
    (gap,) = unmapped_tables(sheet(("Colour", "Taste"), ("red", "sweet")))
    assert (gap.kind, gap.detail) == ("unmapped_table", "table 1, 2 rows; columns: Colour, Taste")


def test_a_block_of_labels_is_no_unknown_table():
    assert unmapped_tables(sheet(("Invoice No", "17"), ("Date", "2024-03-05"))) == ()


def test_a_mapping_goes_before_the_lexicon():
    mapping = parse_mapping('[[table]]\nrecord_type = "letter"\ncolumns = {"Owner" = "person", "Share" = "post"}')
    document = sheet(("Owner", "Share"), ("Ivan Petrov", "cook"))
    (table,) = map_tables(document, mapping).tables
    assert (table.family, table.record_type) == ("staff", "letter")
    assert map_tables(document, mapping).of("staff", "register_extract") == ()


def test_a_table_typed_with_spaces_is_found():
    text = "Passenger        Flight   Date         To\nIvan Petrov      TS 101   2024-03-05   SVX\n"
    (table,) = map_tables(Document("s-test", "text/plain", (Page(1, text),))).tables
    assert table.rows[0].text("to") == "SVX"


def test_lines_of_a_cell_that_lie_apart_keep_the_whole_text():
    text = "Petrov   cook\nIvan"
    document = Document("s-test", "application/pdf", (Page(1, text),))
    head = cells("Name", "Post")
    row = (Cell(1, 0, 1, 0, "Petrov Ivan", ((0, 6), (14, 18))), Cell(1, 0, 1, 1, "cook", ((9, 13),)))
    (table,) = map_tables(Document("s-test", "application/pdf", document.pages, (Table(0, (head, row)),))).tables
    words = field_words(document, table.rows[0], "person")
    assert (words.text, words.start, words.stop) == ("Petrov Ivan", 0, 6)
    assert row_quotes(document, table.rows[0])[0].text == text
