from email.message import EmailMessage

from hypothesis import given, settings
from hypothesis import strategies as st

from clew.read.readers import eml
from clew.read.recognise import recognise

KIND = "message/rfc822"


def mail(**fields) -> EmailMessage:
    message = EmailMessage()
    message["From"] = "Пётр Зимин <p.zimin@example.org>"
    message["To"] = "office@example.org"
    message["Date"] = "Tue, 05 Mar 2024 10:00:00 +0300"
    message["Subject"] = fields.get("subject", "Визит 访问")
    return message


def read(message: EmailMessage):
    return eml.read(message.as_bytes(), KIND)


def test_the_header_is_decoded_and_stands_before_the_body():
    message = mail()
    message.set_content("Приедем в среду.\n", charset="koi8-r")
    assert read(message).pages[0].text == (
        "From: Пётр Зимин <p.zimin@example.org>\nTo: office@example.org\nDate: Tue, 05 Mar 2024 10:00:00 +0300\n"
        "Subject: Визит 访问\n\nПриедем в среду.\n"
    )


def test_plain_text_is_preferred_to_html():
    message = mail()
    message.set_content("plain\n")
    message.add_alternative("<p>styled</p>", subtype="html")
    assert read(message).pages[0].text.endswith("\n\nplain\n")


def test_html_is_read_where_there_is_no_plain_text():
    message = mail()
    message.set_content("<p>one<table><tr><td>a<td>b<tr><td>c<td>d</table>", subtype="html")
    reading = read(message)
    assert reading.pages[0].text.endswith("\n\none\na\tb\nc\td\n")
    for cell in reading.cells:
        assert reading.pages[0].text[slice(*cell.runs[0])] == cell.text


def test_attachments_are_files_of_their_own():
    message, inner = mail(), mail(subject="inner")
    message.set_content("see files\n")
    message.add_attachment(b"%PDF-1.4 ...", maintype="application", subtype="pdf", filename="../счёт.pdf")
    message.add_attachment("a,b\n1,2\n", subtype="csv", filename="list.csv")
    inner.set_content("forwarded\n")
    message.add_attachment(inner)
    children = read(message).children
    assert [child.name for child in children] == ["счёт.pdf", "list.csv", "message 3.eml"]
    assert children[0].data == b"%PDF-1.4 ..."
    assert recognise(children[2].data, "") == (eml, KIND)


def test_a_body_in_an_encoding_nobody_declared_is_read():
    words = "Уважаемые господа, направляем счёт за поставку оборудования."
    data = b"From: a@example.org\nMessage-ID: <1@example.org>\nSubject: " + "Счёт за поставку".encode("cp1251")
    text = eml.read(data + b"\n\n" + words.encode("cp1251"), KIND).pages[0].text
    assert words in text
    assert "Subject: Счёт за поставку\n" in text


def test_an_unknown_charset_is_no_bug():
    data = b"From: a@example.org\nMIME-Version: 1.0\nContent-Type: text/plain; charset=never-heard\n\nhello\n"
    assert eml.read(data, KIND).pages[0].text.endswith("hello\n")


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=200), st.sampled_from([b"From", b"To", b"Date", b"Subject", b"Content-Type"]))
def test_a_broken_header_is_no_bug(value, name):
    data = b"MIME-Version: 1.0\n" + name + b": " + value + b"\n\nbody\n"
    for page in eml.read(data, KIND).pages:
        page.text.encode()


def test_a_truncated_mail_is_read_as_far_as_it_goes():
    message = mail()
    message.set_content("see file\n")
    message.add_attachment(b"x" * 500, maintype="application", subtype="pdf", filename="a.pdf")
    data = message.as_bytes()
    reading = eml.read(data[: len(data) - 400], KIND)
    assert "see file" in reading.pages[0].text


def test_what_is_cut_sealed_or_elsewhere_is_told():
    message = mail()
    message.set_content('<p>words<img src="https://t.example/1.gif"><script>x()</script></p>', subtype="html")
    message.add_attachment(b"x" * 500, maintype="application", subtype="ms-tnef", filename="winmail.dat")
    data = message.as_bytes()
    said = eml.read(data, KIND).warnings
    assert said == (
        "holds a part in Outlook's own form (winmail.dat); it is not opened",
        "holds scripts; they are not run",
        "shows what lies at https://t.example/1.gif; nothing is fetched",
    )
    assert "a part is not closed; the mail may be truncated" in eml.read(data[:-60], KIND).warnings


def test_a_plain_mail_has_nothing_to_tell():
    message = mail()
    message.set_content("see https://example.org/ for more\n")
    assert read(message).warnings == ()
