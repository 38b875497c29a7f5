import io
import zipfile

from clew.read.readers import pptx
from clew.read.recognise import recognise

KIND = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SPACES = f'xmlns:a="a" xmlns:p="p" xmlns:r="{OFFICE}"'
CELL = "<a:tc><a:txBody><a:p><a:r><a:t>{}</a:t></a:r></a:p></a:txBody></a:tc>"
TABLE = f"<a:tbl><a:tr>{CELL.format('item')}{CELL.format('qty')}</a:tr></a:tbl>"


def relations(*given: tuple[str, str, str]) -> str:
    rows = "".join(
        f'<Relationship Id="{name}" Type="{OFFICE}/{kind}" Target="{target}"'
        + (' TargetMode="External"/>' if "://" in target else "/>")
        for name, kind, target in given
    )
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{rows}</Relationships>'


def shape(words: str, mark: str = "") -> str:
    place = f'<p:nvPr><p:ph type="{mark}"/></p:nvPr>' if mark else "<p:nvPr/>"
    return f"<p:sp><p:nvSpPr>{place}</p:nvSpPr><p:txBody><a:p><a:r><a:t>{words}</a:t></a:r></a:p></p:txBody></p:sp>"


def slide(body: str, *, hidden: bool = False) -> str:
    shown = ' show="0"' if hidden else ""
    return f"<p:sld {SPACES}{shown}><p:cSld><p:spTree>{body}</p:spTree></p:cSld></p:sld>"


def presentation(**more: str) -> bytes:
    parts = {
        "ppt/presentation.xml": f'<p:presentation {SPACES}><p:sldIdLst><p:sldId id="1" r:id="r2"/><p:sldId id="2" r:id="r1"/></p:sldIdLst></p:presentation>',
        "ppt/_rels/presentation.xml.rels": relations(
            ("r1", "slide", "slides/slide1.xml"), ("r2", "slide", "slides/slide2.xml")
        ),
        "ppt/slides/slide1.xml": slide(shape("последний"), hidden=True),
        "ppt/slides/slide2.xml": slide(shape("первый") + TABLE + shape("7", "sldNum")),
        "ppt/slides/_rels/slide2.xml.rels": relations(
            ("n", "notesSlide", "../notesSlides/n.xml"), ("h", "hyperlink", "http://x.example/")
        ),
        "ppt/notesSlides/n.xml": slide(shape("said aloud")),
        **more,
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, words in parts.items():
            archive.writestr(name, words)
    return out.getvalue()


def test_slides_are_pages_in_the_order_they_are_shown_in():
    data = presentation()
    assert recognise(data, "a.zip") == (pptx, KIND)
    reading = pptx.read(data, KIND)
    assert [(page.label, page.text) for page in reading.pages] == [
        ("slide 1", "первый\nitem\tqty\nNotes\nsaid aloud\n"),
        ("slide 2", "последний\n"),
    ]
    assert [(cell.page, cell.text) for cell in reading.cells] == [(1, "item"), (1, "qty")]
    for cell in reading.cells:
        assert reading.pages[cell.page - 1].text[slice(*cell.runs[0])] == cell.text


def test_what_is_hidden_noted_or_elsewhere_is_told():
    said = pptx.read(presentation(**{"ppt/vbaProject.bin": "x", "ppt/embeddings/book.xlsx": "inside"}), KIND)
    assert said.warnings == (
        "slide 1 has notes; they are read after its words",
        "slide 2 is hidden; it is read",
        "holds macros; they are not run",
        "1 embedded objects; they are files of their own here",
        "refers to a page outside the file: http://x.example/; nothing is fetched",
    )
    assert [(child.name, child.data) for child in said.children] == [("book.xlsx", b"inside")]


def test_a_slide_whose_part_is_missing_keeps_its_number():
    reading = pptx.read(
        presentation(**{"ppt/_rels/presentation.xml.rels": relations(("r1", "slide", "slides/slide1.xml"))}), KIND
    )
    assert reading.missed == ("slide 1: its part is missing",)
    assert reading.pages[1].text == "последний\n"
