"""Review from the command line: what waits is shown with its words, decided, and findings follow."""

from click.testing import CliRunner

from clew.cli import main


def asked(case, keys):
    done = CliRunner().invoke(main, ["review", str(case)], input=keys)
    assert done.exit_code == 0, done.output
    return done.output


def test_what_most_findings_hang_on_is_asked_first(own_case, records):
    rows = records("review", own_case)
    assert rows
    assert [row["hangs"] for row in rows] == sorted((row["hangs"] for row in rows), reverse=True)


def test_one_claim_at_a_time_is_shown_with_its_words_and_decided(own_case, records):
    first = records("review", own_case)[0]
    shown = asked(own_case, "a\nread the page\nq\n")
    assert first["quotes"][0]["text"].replace("\t", " ") in shown
    assert "1 decision taken" in shown
    (row,) = [row for row in records("claims", own_case) if row["id"] == first["id"]]
    assert (row["status"], row["review"]) == ("accepted", "read the page")


def test_the_last_decision_is_undone_and_a_closed_pipe_ends_the_review(own_case, records):
    first, second = records("review", own_case)[:2]
    asked(own_case, "r\nwrong\nu\ns\n")
    states = {row["id"]: row["status"] for row in records("claims", own_case)}
    assert states[first["id"]] == states[second["id"]] == "proposed"


def test_a_rejected_claim_brings_down_what_needs_it(own_case, run_clew, records):
    before = {row["id"]: row["supports"] for row in records("findings", own_case)}
    finding, supports = next((id_, sets) for id_, sets in before.items() if len(sets) == 1)
    claim = next(leaf["id"] for leaf in supports[0] if leaf["kind"] == "claim")
    done = run_clew("review", own_case, claim, "--reject", "--why", "misread")
    assert f"{claim}: rejected." in done.stdout
    run_clew("run", own_case)
    after = {row["id"]: row["supports"] for row in records("findings", own_case)}
    assert finding not in after or claim not in {leaf["id"] for support in after[finding] for leaf in support}


def test_with_reviewed_claims_only_nothing_unreviewed_stands(own_case, run_clew, records):
    finding = records("findings", own_case)[0]["id"]
    done = run_clew("why", own_case, finding, "--reviewed-only")
    assert "With reviewed claims only" in done.stdout
    assert "falls" in done.stdout


def test_a_correction_from_the_command_line_is_claimed_in_ones_name(own_case, run_clew, records):
    claim = next(row for row in records("claims", own_case) if row["predicate"] == "billed")
    done = run_clew("review", own_case, claim["id"], "--correct", "quantity=7", "--why", "a 1 is a 7")
    assert "claimed in your name" in done.stdout
    made = [row for row in records("claims", own_case) if row["method"] == "person:tester"]
    assert [dict(row["qualifiers"])["quantity"] for row in made] == ["7"]


def test_what_to_do_must_be_said(own_case, run_clew):
    done = run_clew("review", own_case, "c-none")
    assert done.exit_code == 2
    assert "--accept" in done.stderr
