"""Files that mean harm: each costs itself a reason in the ledger and nothing else, and nobody is called on the network."""

import io
import os
import socket
import sys
import zipfile

import pytest
import small_files
from ole_file import ole_file
from outlook_mail import mail as outlook

import clew
from clew.read import stage as read

posix = pytest.mark.skipif(sys.platform == "win32", reason="such names are a POSIX matter")
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
BILLION = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY l0 "ha">{LAUGHS}]><x>&l9;</x>'


def fates(case, tmp_path, files: dict[str, bytes]):
    folder = tmp_path / "evidence"
    folder.mkdir(exist_ok=True)
    for name, data in files.items():
        (folder / name).write_bytes(data)
    read.add(case, [folder])
    read.run(case)
    return {row["path"]: row for row in clew.sources(case)}


@posix
def test_odd_names_are_labels_and_nothing_else(case, tmp_path):
    names = ["CON", "a\u202egpj.exe.txt", "line\nbreak.txt", "-rf.txt", "é" * 120 + ".txt"]
    found = fates(case, tmp_path, {name: f"a note in {number}\n".encode() for number, name in enumerate(names)})
    assert set(found) == set(names)
    assert {row["status"] for row in found.values()} == {"read"}
    kept = {path.name for path in case.archive.folder.rglob("*") if path.is_file()}
    assert kept == {row["sha256"] for row in found.values()}


def test_names_inside_an_archive_lead_nowhere(case, tmp_path):
    names = ["../../outside.txt", "/outside.txt", "C:\\outside.txt", "x" * 300 + ".txt", "CON", "tur\u202enot.txt"]
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for number, name in enumerate(names):
            archive.writestr(zipfile.ZipInfo(name), f"note {number}\n")
    before = {path for path in tmp_path.rglob("*") if "case" not in path.parts}
    found = fates(case, tmp_path, {"papers.zip": out.getvalue().replace(b"tur", b"t\x00r")})
    assert len(found) == 1 + len(names)
    assert all(row["status"] == "read" for row in found.values())
    assert all(path.startswith("papers.zip") and "/" not in path[len("papers.zip/") :] for path in found)
    after = {path for path in tmp_path.rglob("*") if "case" not in path.parts}
    assert {path.name for path in after - before} <= {"evidence", "papers.zip"}


def page_tree(kids: str, number: int) -> bytes:
    """Return a PDF whose tree of pages is what the text says, without a table of places: PDFium finds the objects itself."""
    return (
        "%PDF-1.4\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n"
        f"2 0 obj <</Type/Pages/Count {number}/Kids[{kids}]>> endobj\n"
        "3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>> endobj\n"
        "trailer <</Root 1 0 R>>\n%%EOF\n"
    ).encode()


def test_endless_pages_giant_pictures_and_entities_end_within_the_limits(case, tmp_path):
    case.set("read_cpu_seconds", "5")
    case.set("read_pages", "50")
    files = {
        "many.pdf": page_tree("3 0 R " * 100_000, 100_000),
        "loop.pdf": page_tree("2 0 R", 100_000),
        "giant.png": small_files.png(50_000, 50_000),
        "laughs.xml": BILLION.encode(),
        "laughs.svg": BILLION.replace("<x>", "<svg>").replace("</x>", "</svg>").encode(),
        "laughs.docx": small_files.zipped(
            **{"[Content_Types].xml": b"<Types/>", "word/document.xml": BILLION.encode(), "_rels/.rels": b"<x/>"}
        ),
    }
    found = fates(case, tmp_path, files)
    assert set(found) == set(files)
    assert {row["status"] for row in found.values()} <= {"failed", "partly", "read"}
    for name in ("giant.png", "laughs.docx"):
        assert found[name]["status"] == "failed", found[name]
    assert all(row["pages"] <= 50 for row in found.values())
    assert all(row["seconds"] < 8 for row in found.values())
    assert len("".join(row["text"] for row in case.query("select text from pages"))) < 10_000


def calling(port: int) -> dict[str, bytes]:
    """Return files that would have somebody on this port called."""
    url = f"http://127.0.0.1:{port}/x"
    markup = f'<html><head><link rel=stylesheet href="{url}"><script src="{url}"></script><meta http-equiv=refresh content="0;{url}">'
    markup += f'</head><body onload="fetch(\'{url}\')"><img src="{url}" onerror="{url}"><p>words</p></body></html>'
    entity = (
        f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY % e SYSTEM "{url}"> %e; <!ENTITY f SYSTEM "{url}">]><x>&f;</x>'
    )
    relation = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" '
        f'Target="{url}" TargetMode="External"/></Relationships>'
    )
    letter = io.BytesIO(small_files.docx())
    with zipfile.ZipFile(letter, "a") as archive:
        archive.writestr("word/_rels/settings.xml.rels", relation)
    action = f"/OpenAction<</S/URI/URI({url})>>/AcroForm<</XFA({url})>>"
    mail = small_files.eml().replace(b"text/plain", b"text/html", 1).replace(b"Invoice", f'<img src="{url}">'.encode())
    return {
        "page.html": markup.encode(),
        "entity.xml": entity.encode(),
        "picture.svg": entity.replace("<x>", f'<svg><image href="{url}"/>').replace("</x>", "</svg>").encode(),
        "letter.docx": letter.getvalue(),
        "paper.pdf": small_files.pdf().replace(b"/Type /Catalog", b"/Type /Catalog " + action.encode()),
        "mail.eml": mail,
        "mail.msg": ole_file(
            outlook(html=markup.encode(), attached=[(url, 7, b""), (f"\\\\127.0.0.1@{port}\\x.doc", 2, b"")])
        ),
        "letter.rtf": f'{{\\rtf1{{\\field{{\\*\\fldinst INCLUDEPICTURE "{url}"}}}} words}}'.encode(),
    }


def test_nobody_is_called_whatever_a_file_asks_for(case, tmp_path):
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        listening.settimeout(0.2)
        files = calling(listening.getsockname()[1])
        found = fates(case, tmp_path, files)
        with pytest.raises(TimeoutError):
            listening.accept()
    assert set(files) <= set(found)
    assert {found[name]["status"] for name in ("page.html", "letter.docx", "mail.eml", "mail.msg")} <= {
        "read",
        "partly",
    }


def test_the_ear_of_that_test_hears():
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        listening.settimeout(2)
        with socket.create_connection(listening.getsockname(), timeout=2):
            listening.accept()[0].close()


@posix
def test_a_file_that_cannot_be_read_by_this_user_has_a_row(case, tmp_path):
    if os.geteuid() == 0:
        pytest.skip("root may read everything")
    (tmp_path / "evidence").mkdir()
    (tmp_path / "evidence" / "shut.txt").write_text("x")
    (tmp_path / "evidence" / "shut.txt").chmod(0)
    found = fates(case, tmp_path, {})
    assert found["shut.txt"]["reason"].startswith("could not be opened")


def test_a_name_that_lies_about_the_type_is_told(case, tmp_path):
    found = fates(case, tmp_path, {"invoice.pdf": small_files.docx(), "goods.xlsx": small_files.xlsx()})
    assert found["invoice.pdf"]["warnings"][0].startswith(
        "its name ends in .pdf, its content is application/vnd.openxml"
    )
    assert not [note for note in found["goods.xlsx"]["warnings"] if "its name ends" in note]
