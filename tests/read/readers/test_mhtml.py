from clew.read.readers import eml, mhtml
from clew.read.recognise import recognise

PAGE = b"""From: <Saved by Blink>\r
Snapshot-Content-Location: https://news.example/a\r
Subject: Report\r
Date: Tue, 5 Mar 2024 10:00:00 +0300\r
MIME-Version: 1.0\r
Content-Type: multipart/related; type="text/html"; boundary="cut"\r
\r
--cut\r
Content-Type: text/html; charset=windows-1251\r
Content-Transfer-Encoding: 8bit\r
Content-Location: https://news.example/a\r
\r
<html><head><title>%s</title><script src="https://evil.example/x.js">run()</script></head><p>words<img src="https://t.example/1.gif"></html>\r
--cut\r
Content-Type: image/png\r
Content-Location: https://news.example/big/scan.png?x=1\r
\r
%s\r
--cut\r
Content-Type: image/png\r
Content-Location: https://news.example/logo.png\r
\r
tiny\r
--cut--\r
""" % ("Отчёт".encode("cp1251"), b"\x89PNG" + b"x" * 12_000)


def test_a_saved_page_gives_its_words_and_where_it_was_saved():
    assert recognise(PAGE, "page.eml") == (mhtml, "multipart/related")
    reading = mhtml.read(PAGE, "multipart/related")
    assert reading.pages[0].text == (
        "Snapshot-Content-Location: https://news.example/a\nDate: Tue, 5 Mar 2024 10:00:00 +0300\nSubject: Report\n\nОтчёт\nwords\n"
    )
    assert [child.name for child in reading.children] == ["scan.png"]


def test_a_mail_with_pictures_is_a_mail():
    data = b"From: a@example.org\nTo: b@example.org\nMessage-ID: <1@example.org>\nContent-Type: multipart/related; boundary=x\n\n"
    assert recognise(data, "page.mhtml")[0] is eml
