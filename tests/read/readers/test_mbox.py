from clew.read.readers import eml, mbox
from clew.read.recognise import recognise

ONE = (
    b"From: a@example.org\nMessage-ID: <1@example.org>\nSubject: visit\n\nFrom the port we go on.\n\n>From here too.\n"
)
TWO = b"From: b@example.org\nMessage-ID: <2@example.org>\n\nSecond.\n"
BOX = b"From a@example.org Tue Mar  5 10:00:00 2024\n" + ONE + b"\nFrom b@example.org Wed Mar  6 10:00:00 2024\n" + TWO


def test_each_message_is_a_file_of_its_own_with_its_place():
    reader, media_type = recognise(BOX, "inbox")
    assert reader is mbox
    children = reader.read(BOX, media_type).children
    assert [child.data for child in children] == [ONE + b"\n", TWO]
    for child in children:
        start = int(child.name.split(" at byte ")[1].removesuffix(".eml"))
        assert BOX[start:].startswith(child.data)
        assert recognise(child.data, child.name) == (eml, "message/rfc822")


def test_a_sentence_that_begins_with_from_begins_no_message():
    body = b"From a@example.org Tue Mar  5 10:00:00 2024\nSubject: x\n\nhello\n\nFrom Moscow at 10:00 in 2024 we flew\non.\n"
    assert len(mbox.read(body, "application/mbox").children) == 1


def test_a_letter_is_no_mailbox():
    assert (
        recognise(b"From Anna Orlova at 10:00 on 5 March 2024\nDear Pavel we shall come.\n", "letter.mbox")[1]
        == "text/plain"
    )
