import base64
import io

from invented_chain import BILL_IN, Shelf
from PIL import Image

from clew.model.source import Page, Span, Word
from clew.report import region as region_module
from clew.report.region import Box, Regions
from clew.report.region import _lines as join_lines
from clew.store import rows

ADD_SCAN = """insert into sources
    (id, path, sha256, size, media_type, status, reason, pages, parent, reading, added_at, added_by)
    values ('s-scan', 'scan.png', $sha256, 1, 'image/png', 'read', '', 1, null, 'image@1', '', '')"""


def add_bill(shelf: Shelf, lines: list[str]) -> tuple[Span, str]:
    shelf.source("s-one", "one.pdf", lines)
    quote = shelf.quote("s-one", "quote", BILL_IN)
    return quote.span, quote.text


def image_of(region) -> Image.Image:
    return Image.open(io.BytesIO(base64.b64decode(region.image))).convert("RGB")


def is_marked(colour: tuple[int, int, int]) -> bool:
    red, _, blue = colour
    return red > 230 and blue < 215


def test_draws_the_words_with_their_text_beside_them(shelf):
    quote = add_bill(shelf, ["INVOICE", BILL_IN, "Thank you"])
    (region,) = Regions(shelf.case, [quote[0]]).draw([quote], home="f.1")
    assert region.alt == BILL_IN
    assert image_of(region).size == (region.width, region.height)
    assert region.height < 130


def test_marks_the_words_and_nothing_else(shelf):
    quote = add_bill(shelf, ["INVOICE", BILL_IN, "Thank you"])
    (region,) = Regions(shelf.case, [quote[0]]).draw([quote], home="f.1")
    image = image_of(region)
    column = [is_marked(image.getpixel((image.width // 3, y))) for y in range(image.height)]
    first, last = column.index(True), len(column) - column[::-1].index(True)
    assert 12 < last - first < 30
    assert not is_marked(image.getpixel((5, image.height // 2)))


def test_draws_one_region_for_the_same_words_twice(shelf):
    quote = add_bill(shelf, [BILL_IN])
    regions = Regions(shelf.case, [quote[0]])
    first, second = regions.draw([quote], home="f.1"), regions.draw([quote], home="f.2")
    assert first[0] is second[0]
    assert second[0].home == "f.1"


def test_words_far_apart_get_a_picture_each(shelf):
    quote = add_bill(shelf, ["INVOICE 17", "", "", "", "", "", BILL_IN])
    head = shelf.quote("s-one", "number", "17")
    drawn = Regions(shelf.case, [quote[0]]).draw([quote, (head.span, head.text)], home="f.1")
    assert [region.alt for region in drawn] == ["17", BILL_IN]


def test_a_page_of_another_size_than_the_one_read_is_not_drawn(shelf):
    quote = add_bill(shelf, [BILL_IN])
    regions = Regions(shelf.case, [quote[0]])
    for page in regions._pages.values():  # noqa: SLF001 - a page that a reader measured otherwise
        page["height"] = 500.0
    assert regions.draw([quote], home="f.1") == ()


def test_a_text_file_has_no_picture(shelf):
    shelf.source("s-one", "one.txt", BILL_IN)
    quote = shelf.quote("s-one", "quote", BILL_IN)
    assert Regions(shelf.case, [quote.span]).draw([(quote.span, quote.text)], home="f.1") == ()


def test_counts_the_pictures_it_leaves_out(shelf, monkeypatch):
    monkeypatch.setattr(region_module, "REGIONS_MOST", 0)
    quote = add_bill(shelf, [BILL_IN])
    regions = Regions(shelf.case, [quote[0]])
    assert regions.draw([quote], home="f.1") == ()
    assert regions.left_out == 1


def test_words_of_one_line_are_joined_though_their_heights_differ():
    words = [Box(10, 20.4, 40, 30.4), Box(43, 20, 60, 30), Box(63, 19.6, 90, 31)]
    assert join_lines(words) == [Box(10, 19.6, 90, 31)]


def test_cells_of_one_row_and_lines_below_each_other_are_not_joined():
    words = [Box(10, 20, 40, 30), Box(120, 20, 160, 30), Box(10, 34, 40, 44)]
    assert join_lines(words) == words


def test_only_the_letters_of_a_word_that_are_quoted_are_marked(shelf):
    add_bill(shelf, [f"({BILL_IN},"])
    regions = Regions(shelf.case, [Span("s-one", 1, 0, 1)])
    word = {"start": 0, "stop": 4, "x0": 0.0, "y0": 0.0, "x1": 40.0, "y1": 9.0, "edges": [0.0, 10.0, 20.0, 30.0, 40.0]}
    regions._words["s-one", 1] = [word]  # noqa: SLF001 - a word with the edges of its letters
    assert regions._boxes(Span("s-one", 1, 1, 3)) == [Box(10.0, 0.0, 30.0, 9.0)]  # noqa: SLF001


def test_draws_the_words_of_a_scan_turned_as_they_were_read(case):
    picture = Image.new("L", (400, 600), 255)
    picture.paste(0, (100, 100, 200, 112))  # the "words": a black bar
    lying = io.BytesIO()
    picture.rotate(90, expand=True).save(lying, "PNG", dpi=(144, 144))
    sha256 = case.archive.keep(lying.getvalue())
    page = Page(1, "words", "page 1", 200.0, 300.0, engine="rapidocr 3.10 PP-OCRv6", rotation=90)
    word = Word(1, 0, 5, 50.0, 50.0, 100.0, 56.0, confidence=0.9)
    with case.batch() as batch:
        batch.execute("sources", ADD_SCAN, sha256=sha256)
        batch.add("pages", [rows.page_row("s-scan", page, reading="image@1")])
        batch.add("words", [rows.word_row("s-scan", word, reading="image@1")])
    span = Span("s-scan", 1, 0, 5)
    (region,) = Regions(case, [span]).draw([(span, "words")], home="f.1")
    image = image_of(region).convert("L")
    dark = [(x, y) for x in range(image.width) for y in range(image.height) if image.getpixel((x, y)) < 90]
    xs, ys = [x for x, _ in dark], [y for _, y in dark]
    assert max(xs) - min(xs) > 4 * (max(ys) - min(ys))  # the bar lies level, as it was read
