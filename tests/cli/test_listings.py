"""JSON Lines hold the promised names; what people see holds no control characters of documents."""

import json
import unicodedata

import pytest

PROMISED = {
    "sources": "id path sha256 media_type status reason pages language record_type",
    "claims": "id subject predicate object qualifiers holders stance modality polarity hedges quote source path page "
    "start stop status method",
    "entities": "id kind names mentions",
    "findings": "id type sentence slots supports against band confidence limits",
}
LISTINGS = (*PROMISED, "hits", "gaps", "candidates")


@pytest.mark.parametrize("listing", PROMISED)
def test_json_lines_hold_the_promised_names(records, kept_case, listing):
    rows = records(listing, kept_case)
    assert rows
    for row in rows:
        assert set(PROMISED[listing].split()) <= set(row)


def test_supports_are_lists_of_leaves_with_kind(records, kept_case):
    for row in records("findings", kept_case):
        assert row["supports"]
        for support in row["supports"]:
            assert support
            assert all(
                set(leaf) == {"kind", "id"} and leaf["kind"] in ("claim", "judgement", "list") for leaf in support
            )


def test_every_file_is_in_the_ledger_with_its_fate(records, kept_case):
    fates = {row["path"]: row["status"] for row in records("sources", kept_case)}
    assert fates["travel.csv"] == "read"
    assert fates["broken.pdf"] == "failed"


def test_what_was_not_read_comes_with_what_helps(run_clew, own_case, tmp_path):
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "empty.txt").touch()
    run_clew("run", own_case, tmp_path / "folder")
    printed = run_clew("sources", own_case, "--failed").stdout
    listed, _, helped = printed.partition("What helps:")
    assert "broken.pdf" in listed
    assert "Damaged: ask for the file again" in helped
    assert "password" not in helped
    assert "What helps" not in run_clew("sources", own_case).stdout


def test_warnings_are_told_in_words_and_not_only_counted(run_clew, tmp_path):
    (tmp_path / "paper.pdf").write_text("no paper at all\n")
    run_clew("run", tmp_path / "case", tmp_path / "paper.pdf")
    printed = run_clew("sources", tmp_path / "case").stdout
    assert "warning: its name ends in .pdf, its content is text/plain" in printed


@pytest.mark.parametrize("listing", LISTINGS)
def test_people_see_no_control_characters_of_documents(run_clew, kept_case, listing):
    done = run_clew(listing, kept_case)
    assert done.exit_code == 0
    assert not [char for char in done.stdout if unicodedata.category(char) in ("Cc", "Cf") and char != "\n"]


@pytest.mark.parametrize("listing", LISTINGS)
def test_an_empty_case_says_so(run_clew, records, tmp_path, listing):
    run_clew("run", tmp_path / "empty")
    assert run_clew(listing, tmp_path / "empty").stdout in (
        "None.\n",
        "No finding stands on the documents in this case.\n",
    )
    assert records(listing, tmp_path / "empty") == []


def test_findings_of_one_type_stand_under_one_heading(run_clew, records, kept_case):
    printed = run_clew("findings", kept_case).stdout
    rows = records("findings", kept_case)
    for type_ in {row["type"] for row in rows}:
        assert sum(line.startswith(f"{type_}  ") for line in printed.splitlines()) == 1
    for row in rows:
        assert row["sentence"] in printed
        assert row["id"] in printed


def test_in_a_pipe_no_line_is_cropped_or_wrapped(run_clew, records, kept_case):
    longest = max((row["quote"] for row in records("claims", kept_case)), key=len)
    if len(longest) <= 280:
        assert longest in run_clew("claims", kept_case).stdout


def test_claims_read_as_sentences(run_clew, kept_case):
    printed = run_clew("claims", kept_case).stdout
    assert "boarded for Perm (PEE), 2024-03-04." in printed
    assert "was booked to Perm (PEE), 2024-09-02; cancelled." in printed
    assert "By an invoice, Yunhe Dials Co., Ltd. billed Veskarra Trading LLC: 20 " in printed


def test_a_search_shows_the_place_and_what_matches(run_clew, kept_case):
    done = run_clew("search", kept_case, "yunhe", "dials", "--exact")
    assert done.exit_code == 0, done.stderr
    assert "[Yunhe] [Dials]" in done.stdout
    assert "bill A-17.txt, page 1" in done.stdout


def test_a_search_as_json_is_one_place_a_line(run_clew, kept_case):
    done = run_clew("search", kept_case, "yunhe", "--json", "--most", "1")
    assert json.loads(done.stdout)["path"] == "bill A-17.txt"


def test_a_search_can_leave_words_out(run_clew, kept_case):
    assert run_clew("search", kept_case, "yunhe", "--not", "dials").stdout.startswith("0 pages")


def test_lists_that_can_be_fetched_are_named_with_their_addresses(run_clew):
    done = run_clew("lists", "fetch")
    assert done.exit_code == 0
    assert "https://scsanctions.un.org" in done.stdout


def test_a_list_nobody_publishes_is_refused_on_one_line(run_clew):
    done = run_clew("lists", "fetch", "ofca")
    assert done.exit_code == 2
    assert "lists that can be fetched" in done.stderr


def test_what_was_screened_and_not_found_is_a_record_as_well(run_clew, records, kept_case):
    rows = records("screenings", kept_case)
    found = {row["name"] for row in records("hits", kept_case)}
    nothing = {row["name"] for row in rows if not row["hits"]}
    assert nothing
    assert not found & nothing
    done = run_clew("screenings", kept_case)
    assert f"nothing found for {len(nothing)}" in done.stdout


def test_sources_that_were_not_read_in_full_are_listed_alone(run_clew, kept_case):
    done = run_clew("sources", kept_case, "--failed")
    assert "broken.pdf" in done.stdout
    assert "bill A-17.txt" not in done.stdout
