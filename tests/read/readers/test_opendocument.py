import io
import zipfile

import pytest

from clew.model.errors import UnreadableFile
from clew.read.readers import opendocument
from clew.read.recognise import recognise

KIND = "application/vnd.oasis.opendocument."
SPACES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for short, name in (("office", "office"), ("text", "text"), ("table", "table"), ("style", "style"))
)


def document(kind: str, body: str, *, styles: str = "", **more: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", KIND + kind)
        archive.writestr(
            "content.xml",
            f'<office:document-content {SPACES} xmlns:xlink="x"><office:automatic-styles>{styles}</office:automatic-styles>'
            f"<office:body>{body}</office:body></office:document-content>",
        )
        for name, words in more.items():
            archive.writestr(name.replace("__", "/"), words)
    return out.getvalue()


def read(kind: str, body: str, **more: str):
    data = document(kind, body, **more)
    assert recognise(data, "x.zip") == (opendocument, KIND + kind)
    return opendocument.read(data, KIND + kind)


def test_a_text_is_read_in_order_with_its_tables_and_notes():
    reading = read(
        "text",
        "<office:text><text:h>Акт</text:h><text:p>one<text:s text:c='2'/>two<text:tab/>three<text:note><text:note-body><text:p>note"
        "</text:p></text:note-body></text:note></text:p><table:table><table:table-row><table:table-cell><text:p>a</text:p>"
        "</table:table-cell><table:table-cell><text:p>b</text:p></table:table-cell></table:table-row></table:table></office:text>",
    )
    assert reading.pages[0].text == "Акт\none  two\tthree\nnote\na\tb\n"
    assert [(cell.row, cell.column, cell.text) for cell in reading.cells] == [(0, 0, "a"), (0, 1, "b")]


def test_tracked_changes_and_comments_are_told():
    reading = read(
        "text",
        "<office:text><text:tracked-changes><text:changed-region><text:deletion><text:p>gone</text:p></text:deletion></text:changed-region>"
        "</text:tracked-changes><text:p>kept<office:annotation><text:p>why?</text:p></office:annotation></text:p></office:text>",
    )
    assert reading.pages[0].text == "kept\nwhy?\n"
    assert reading.warnings == (
        "tracked changes: 0 insertions, which are read, and 1 deletions, which are not",
        "1 comments; they are read where they are anchored",
    )


SHEET = (
    "<office:spreadsheet><table:table table:name='Счета' table:style-name='ta2'><table:table-row><table:table-cell><text:p>item</text:p>"
    "</table:table-cell><table:table-cell table:number-columns-repeated='16000'/><table:table-cell office:value-type='date' "
    "office:date-value='2024-03-05'><text:p>05.03.24</text:p></table:table-cell></table:table-row>"
    "<table:table-row table:number-rows-repeated='1048000'><table:table-cell/></table:table-row>"
    "<table:table-row table:visibility='collapse'><table:table-cell><text:p>last</text:p></table:table-cell></table:table-row>"
    "</table:table></office:spreadsheet>"
)
HIDDEN = "<style:style style:name='ta2'><style:table-properties table:display='false'/></style:style>"


def test_a_sheet_is_read_where_its_cells_stand_and_what_is_hidden_is_told():
    reading = read("spreadsheet", SHEET, styles=HIDDEN)
    assert {(cell.row, cell.column): cell.text for cell in reading.cells} == {
        (0, 0): "item",
        (0, 16_001): "2024-03-05",
        (1_048_001, 0): "last",
    }
    assert reading.pages[0].label == "Счета"
    assert reading.warnings == (
        'sheet "Счета" is hidden; it is read',
        'sheet "Счета": 1 rows are hidden; they are read',
    )


def test_a_word_that_is_repeated_a_million_times_is_told_a_thousand_times():
    body = (
        "<office:spreadsheet><table:table><table:table-row table:number-rows-repeated='1000000'><table:table-cell><text:p>x</text:p>"
        "</table:table-cell></table:table-row></table:table></office:spreadsheet>"
    )
    assert len(tuple(read("spreadsheet", body).cells)) == 1_000


def test_an_encrypted_document_is_said_to_be_encrypted():
    data = document("text", "", **{"META-INF__manifest.xml": "<m><manifest:encryption-data/></m>"})
    with pytest.raises(UnreadableFile, match="encrypted"):
        opendocument.read(data, KIND + "text")


def test_an_entity_is_never_expanded():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", KIND + "text")
        archive.writestr("content.xml", '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>')
    with pytest.raises(UnreadableFile, match="document type"):
        opendocument.read(out.getvalue(), KIND + "text")
