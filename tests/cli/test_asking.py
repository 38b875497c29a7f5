"""The right of reply from the command line: asked, answered, given up; never silent where nobody asked."""

import json
import re

import pytest


@pytest.fixture
def finding(own_case, records):
    return next(row for row in records("findings", own_case) if row["type"] == "F05")


def ledger(records, case, finding):
    (row,) = [row for row in records("findings", case) if row["id"] == finding["id"]]
    return {entry["party"]: entry["answer"] for entry in row["ledger"]}


def ask(run_clew, case, party, finding, *more, deadline="2099-01-01"):
    words = ("ask", case, party, "--about", finding["id"], "--channel", "e-mail", "--deadline", deadline, *more)
    return run_clew(*words)


def test_a_party_that_nobody_asked_is_not_asked_and_never_silent(own_case, run_clew, records, finding):
    assert set(ledger(records, own_case, finding).values()) == {"not asked"}
    shown = run_clew("findings", own_case).stdout
    assert "Not asked, as far as the case records" in shown
    assert "no response" not in shown


def test_a_request_stands_beside_the_finding_until_it_is_answered(own_case, run_clew, records, finding):
    party = finding["key"][0] if "key" in finding else finding["ledger"][0]["entity"]
    name = finding["ledger"][0]["party"]
    done = ask(run_clew, own_case, party, finding)
    request = re.search(r"q-\w+", done.stdout)[0]
    assert "the deadline has not passed" in ledger(records, own_case, finding)[name]
    source = records("sources", own_case)[0]["path"]
    assert run_clew("ask", own_case, request, "--answer", source).exit_code == 0
    assert ledger(records, own_case, finding)[name].endswith(f"answered in {source}")
    for shown in (run_clew("findings", own_case).stdout, run_clew("why", own_case, finding["id"]).stdout):
        assert f"answered in {source}" in shown


def test_no_response_is_said_only_after_a_deadline(own_case, run_clew, records, finding):
    entry = finding["ledger"][0]
    ask(run_clew, own_case, entry["entity"], finding, "--on", "2024-01-01", deadline="2024-02-01")
    assert "no response by then" in ledger(records, own_case, finding)[entry["party"]]


def test_a_request_that_is_given_up_says_so(own_case, run_clew, records, finding):
    entry = finding["ledger"][0]
    request = re.search(r"q-\w+", ask(run_clew, own_case, entry["party"], finding).stdout)[0]
    run_clew("ask", own_case, request, "--closed")
    assert "no response; closed on" in ledger(records, own_case, finding)[entry["party"]]
    listed = [json.loads(line) for line in run_clew("ask", own_case, "--json").stdout.splitlines()]
    assert [(row["id"], row["asked_by"]) for row in listed] == [(request, "tester")]


def test_the_report_shows_the_request_beside_the_finding(own_case, run_clew, finding, tmp_path):
    ask(run_clew, own_case, finding["ledger"][0]["entity"], finding)
    target = tmp_path / "report.html"
    assert run_clew("report", own_case, "--to", target).exit_code == 0
    assert "asked by e-mail, deadline 2099-01-01; the deadline has not passed" in target.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("e-none", "--about", "f-", "--channel", "e-mail", "--deadline", "2099-01-01"), "expected one party"),
        (("e-none",), "--about FINDING"),
        (("q-none", "--closed"), "expected one request"),
    ],
)
def test_what_cannot_be_recorded_is_refused(own_case, run_clew, words, said):
    done = run_clew("ask", own_case, *words)
    assert done.exit_code == 2
    assert said in done.stderr


def test_a_deadline_before_the_day_of_asking_is_refused(own_case, run_clew, finding):
    done = ask(run_clew, own_case, finding["ledger"][0]["entity"], finding, deadline="2001-01-01")
    assert "expected a deadline on or after" in done.stderr
