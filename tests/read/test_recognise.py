import io
import zipfile

import pytest

from clew.read.recognise import recognise

MAIL = b"From: a@example.org\r\nTo: b@example.org\r\nMessage-ID: <1@example.org>\r\nSubject: visit\r\n\r\nDear all,\r\n"


def media_type(data: bytes, name: str = "file") -> str:
    return recognise(data, name)[1]


@pytest.mark.parametrize(
    ("data", "name", "expected"),
    [
        (b"%PDF-1.7\n...", "letter.txt", "application/pdf"),
        (b"<!DOCTYPE html><html><p>x</p></html>", "scan.pdf", "text/html"),
        (MAIL, "note.txt", "message/rfc822"),
        (b"date,name\n2024-03-05,Orlova\n", "list", "text/csv"),
        (b"date\tname\n2024-03-05\tOrlova\n", "list.csv", "text/tab-separated-values"),
        ("Уважаемая Анна!".encode(), "x.docx", "text/plain"),
        (b"# Title\n\nwords\n", "notes.md", "text/markdown"),
        (b"{\\rtf1\\ansi words}", "letter.doc", "application/rtf"),
        (b'{"id": 1}\n{"id": 2}\n', "list.csv", "application/json"),
        (b'[\n  {"id": 1}\n]', "evidence.txt", "application/json"),
    ],
)
def test_the_content_decides_whatever_the_name(data, name, expected):
    reader, found = recognise(data, name)
    assert found == expected
    assert expected in reader.MEDIA_TYPES


def test_an_empty_file_has_no_reader():
    assert recognise(b"", "report.pdf") == (None, "application/x-empty")


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"8BPS\x00\x01\x00\x00", "image/vnd.adobe.photoshop"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600 + "WordDocument".encode("utf-16-le"),
            "application/msword",
        ),
        (b'<?xml version="1.0"?><list/>', "application/xml"),
        (b"\x00\x01\x02\x03" * 50, "application/octet-stream"),
    ],
)
def test_a_format_no_reader_takes_is_named(data, expected):
    assert recognise(data, "evidence.txt") == (None, expected)


def test_a_zip_of_other_files_is_a_zip():
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("a.txt", "words")
    assert media_type(packed.getvalue(), "book.xlsx") == "application/zip"


def test_a_memo_with_from_and_to_is_no_mail():
    memo = b"From: Anna Orlova\nTo: Pavel Zimin\nDate: 5 March 2024\nSubject: visit\n\nPlease note.\n"
    assert media_type(memo, "memo.eml") == "text/plain"


def test_a_mail_without_transport_fields_is_a_mail_if_dated_as_mail_is():
    assert media_type(b"From: a@example.org\nDate: Tue, 05 Mar 2024 10:00:00 +0300\n\nhi\n") == "message/rfc822"


def test_prose_with_commas_is_no_table():
    prose = b"Dear Pavel, thank you.\nAs agreed, we shall come.\nWith regards, Anna\n"
    assert media_type(prose, "letter.txt") == "text/plain"


def test_a_sentence_in_brackets_is_no_json():
    assert media_type(b'["Meridian" letterhead]\nDear Sir\n', "a.txt") == "text/plain"
