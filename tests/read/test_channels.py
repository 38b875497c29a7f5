import pytest

import clew
from clew.model.errors import BadChannel, UnknownId
from clew.read import stage as read
from clew.read.channels import channels, set_channel, set_reliability
from clew.read.ledger import Custody


@pytest.fixture
def leaked(case, tmp_path):
    (tmp_path / "note.txt").write_text("A note.\n")
    read.add(case, [tmp_path / "note.txt"], custody=Custody("leak"))
    return case


def test_a_channel_cannot_be_judged_until_a_person_judges_it(leaked):
    assert [(row["name"], row["reliability"], row["sources"]) for row in channels(leaked)] == [("leak", "F", 1)]
    assert next(clew.sources(leaked))["reliability"] == "F"


def test_a_reliability_is_signed_dated_and_replaced_but_stays_on_record(leaked):
    set_reliability(leaked, "leak", "C", why="half of the letters are known from elsewhere")
    set_reliability(leaked, "leak", "B", why="nearly all are")
    (row,) = channels(leaked)
    assert (row["reliability"], row["why"], row["set_by"]) == ("B", "nearly all are", "tester")
    assert row["set_at"]
    assert next(clew.sources(leaked))["reliability"] == "B"
    assert len(leaked.ledger("select 1 from log where action = 'channel'")) == 2


@pytest.mark.parametrize(("name", "letter", "why"), [("leak", "G", "x"), ("leak", "B", " "), ("", "B", "x")])
def test_a_judgement_without_name_letter_or_reason_is_refused(leaked, name, letter, why):
    with pytest.raises(BadChannel):
        set_reliability(leaked, name, letter, why=why)


def test_what_lies_inside_a_file_came_the_way_the_file_came(case, tmp_path):
    mail = "From: a@b.example\nTo: c@d.example\nMessage-ID: <1>\nSubject: x\nMIME-Version: 1.0\n"
    part = "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nhello\n--b\nContent-Type: text/plain\n"
    end = 'Content-Disposition: attachment; filename="in.txt"\n\nwords inside\n--b--\n'
    (tmp_path / "mail.eml").write_text(mail + part + end)
    read.add(case, [tmp_path / "mail.eml"], custody=Custody("court", legal_basis="order of 1 May"))
    read.run(case)
    inner = next(row for row in clew.sources(case) if row["parent"])
    assert (inner["channel"], inner["legal_basis"]) == ("court", "order of 1 May")
    assert inner["acquisition"] == "found inside mail.eml"
    whole = clew.show(case, next(row["id"] for row in clew.sources(case) if not row["parent"])).record
    assert whole["inside"] == [f"mail.eml/in.txt ({inner['id']}): read"]


def test_a_sources_channel_can_be_corrected_with_what_lies_inside_and_the_old_one_stays_in_the_log(case, tmp_path):
    part = "Content-Type: text/plain\nContent-Disposition: attachment; filename=in.txt\n\nwords inside\n--b--\n"
    head = "From: a@b.example\nTo: c@d.example\nMessage-ID: <1>\nSubject: x\nMIME-Version: 1.0\n"
    (tmp_path / "mail.eml").write_text(f"{head}Content-Type: multipart/mixed; boundary=b\n\n--b\n{part}")
    read.add(case, [tmp_path / "mail.eml"], custody=Custody("leak"))
    read.run(case)
    outer = next(row["id"] for row in clew.sources(case) if not row["parent"])
    assert set_channel(case, "court", [outer], why="it is exhibit 4") == 2
    assert {row["channel"] for row in clew.sources(case)} == {"court"}
    assert set_channel(case, "court", [outer], why="again") == 0
    logged = case.ledger("select detail from log where action = 'channel' and object = $id", id=outer)
    assert [row["detail"] for row in logged] == ['{"from": "leak", "to": "court", "why": "it is exhibit 4"}']


def test_a_channel_of_an_unknown_source_changes_none(leaked):
    (known,) = (row["id"] for row in clew.sources(leaked))
    with pytest.raises(UnknownId, match="s-none"):
        set_channel(leaked, "court", [known, "s-none"], why="x")
    assert next(clew.sources(leaked))["channel"] == "leak"


@pytest.mark.parametrize(("name", "why"), [("", "x"), ("court", " ")])
def test_a_source_is_not_moved_without_a_name_or_a_reason(leaked, name, why):
    with pytest.raises(BadChannel):
        set_channel(leaked, name, ["s-x"], why=why)
