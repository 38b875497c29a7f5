import pytest
from ole_file import ole_file
from outlook_mail import mail

from clew.model.errors import UnreadableFile
from clew.read.readers import msg
from clew.read.readers._lzfu import expanded_rtf
from clew.read.recognise import recognise

KIND = "application/vnd.ms-outlook"


def test_a_mail_gives_its_header_body_and_attachments():
    data = ole_file(mail(subject="Визит 访问", body="Приедем в среду.\r\n", attached=[("счёт.csv", 1, b"a,b\n1,2\n")]))
    assert recognise(data, "note.txt") == (msg, KIND)
    reading = msg.read(data, KIND)
    assert reading.pages[0].text == (
        'From: "Анна Орлова" <a@example.org>\nTo: Pavel Zimin <p.zimin@example.org>\nSubject: Визит 访问\n\n'
        "Приедем в среду.\r\n"
    )
    assert [(child.name, child.data) for child in reading.children] == [("счёт.csv", b"a,b\n1,2\n")]
    assert reading.missed == ()


def test_a_body_in_html_only_is_read_without_its_scripts():
    reading = msg.read(
        ole_file(mail(html=b"<p>one<script>alert(1)</script><table><tr><td>a<td>b<tr><td>c<td>d</table>")), KIND
    )
    assert reading.pages[0].text.endswith("\n\none\na\tb\nc\td\n")
    assert [cell.text for cell in reading.cells] == ["a", "b", "c", "d"]


def test_a_body_in_packed_rich_text_only_is_read():
    packed = bytes.fromhex(  # the example of [MS-OXRTFCP], 4.1.1
        "2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c090020627705b06c647d0a800fa0"
    )
    assert expanded_rtf(packed, most=1_000) == b"{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n"
    assert msg.read(ole_file(mail(rtf=packed)), KIND).pages[0].text.endswith("\n\nhello world\n")


def test_a_mail_inside_the_mail_is_a_page_and_its_attachments_are_files():
    inner = {"subject": "inner", "body": "forwarded\n", "attached": [("a.txt", 1, b"words")]}
    reading = msg.read(ole_file(mail(subject="outer", body="see mail\n", attached=[inner])), KIND)
    assert [page.label for page in reading.pages] == ["", 'mail "inner"']
    assert "Subject: inner\n\nforwarded\n" in reading.pages[1].text
    assert [child.name for child in reading.children] == ["a.txt"]


def test_an_attachment_that_is_only_referred_to_is_named_and_not_fetched():
    reading = msg.read(ole_file(mail(body="x\n", attached=[("\\\\host\\a.doc", 2, b"")])), KIND)
    assert reading.children == ()
    assert "only referred to" in reading.missed[0]


def test_a_damaged_mail_is_said_to_be_damaged():
    data = ole_file(mail(body="x\n"))
    with pytest.raises(UnreadableFile, match="damaged"):
        msg.read(data[:700], KIND)
