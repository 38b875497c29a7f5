"""Commands that change something: run, judge, lists, report, demo."""

import os
import signal
import stat
import subprocess
import sys
import time

import pytest

from clew import Case
from clew.cli import EXAMPLES, main


def test_a_second_run_says_that_nothing_is_new(run_clew, own_case):
    done = run_clew("run", own_case)
    assert done.exit_code == 0
    assert done.stdout.startswith("Nothing new: the case is up to date.")


def test_a_run_names_what_was_not_read_and_not_mapped(run_clew, own_case):
    printed = run_clew("run", own_case).stdout
    assert "failed: broken.pdf: " in printed
    assert "columns: zk, ob" in printed


def test_ties_between_sources_are_not_counted_as_findings(run_clew, tmp_path):
    (tmp_path / "files").mkdir()
    for name in ("one", "two"):
        (tmp_path / "files" / f"{name}.txt").write_text(
            f"{name}: the same long sentence stands in both of these papers\n"
        )
    printed = run_clew("run", tmp_path / "case", tmp_path / "files").stdout
    assert "0 findings." in printed
    assert "new findings\n" not in printed


def test_a_copy_is_counted_and_not_told_as_unread(run_clew, tmp_path):
    (tmp_path / "files").mkdir()
    for name in ("one", "two"):
        (tmp_path / "files" / f"{name}.txt").write_text("the same bytes\n")
    printed = run_clew("run", tmp_path / "case", tmp_path / "files").stdout
    assert "2 files (1 of them a copy), 0 findings." in printed
    assert "skipped" not in printed
    assert "not read in full" not in printed


def test_a_setting_is_kept_with_the_case(run_clew, own_case):
    assert run_clew("run", own_case, "--set", "visits_at_least=3").exit_code == 0
    with Case.open(own_case) as case:
        assert case.setting("visits_at_least") == 3


def test_a_judgement_is_signed_and_can_be_withdrawn(run_clew, records, own_case):
    people = [row["id"] for row in records("entities", own_case) if row["kind"] == "person"][:2]
    done = run_clew("judge", own_case, *people, "different", "--why", "born in different years")
    assert done.exit_code == 0
    id_ = done.stdout.split(":")[0]
    shown = run_clew("show", own_case, id_).stdout
    assert "tester judged on" in shown
    assert "born in different years" in shown
    assert run_clew("judge", own_case, id_, "--undo").exit_code == 0
    assert "withdrawn by tester" in run_clew("show", own_case, id_).stdout


def test_a_list_goes_into_the_library_and_from_there_into_a_case(run_clew, small_evidence, tmp_path):
    file = small_evidence.write_list(tmp_path)
    assert run_clew("lists").stdout == "None.\n"
    added = run_clew("lists", "add", file, "--as-of", "2024-02-01").stdout
    assert "ofac-sdn as of 2024-02-01" in added
    assert "2 entries" in added
    assert "as of 2024-02-01" in run_clew("lists").stdout
    run_clew("run", tmp_path / "case")
    assert "as of 2024-02-01" in run_clew("lists", "--case", tmp_path / "case").stdout


def test_a_report_is_written_for_whoever_may_read_new_files(run_clew, own_case, tmp_path):
    before = os.umask(0o022)
    try:
        done = run_clew("report", own_case, "--to", tmp_path / "report.html")
    finally:
        os.umask(before)
    assert done.exit_code == 0
    assert stat.S_IMODE((tmp_path / "report.html").stat().st_mode) == 0o644


@pytest.mark.parametrize(
    "words", [["--help"], *[[name, "--help"] for name in main.commands], ["lists", "add", "--help"]]
)
def test_help_ends_with_an_example(run_clew, words):
    done = run_clew(*words)
    assert done.exit_code == 0
    assert f"  {' '.join(['clew', *words[:-1]])}" in done.stdout.split("Examples:")[1]


def test_examples_are_known_commands():
    assert set(EXAMPLES) <= {main, *main.commands.values(), *main.commands["lists"].commands.values()}


@pytest.mark.skipif(os.name != "posix", reason="sends SIGINT")
def test_ctrl_c_leaves_a_whole_case_that_the_next_run_finishes(run_clew, records, small_evidence, tmp_path):
    evidence = small_evidence.write(tmp_path)
    for number in range(40):
        (evidence / f"more {number}.txt").write_text(f"{number}\n{small_evidence.LETTER}", encoding="utf-8")
    case = tmp_path / "case"
    command = [sys.executable, "-m", "clew", "run", str(case), str(evidence)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as running:
        while not (case / "segments").is_dir() and running.poll() is None:
            time.sleep(0.01)
        running.send_signal(signal.SIGINT)
        _, said = running.communicate()
    assert running.returncode == 130, said
    assert said == "clew: stopped. What was committed is kept; run the same command again to go on.\n"
    assert run_clew("sources", case).exit_code == 0
    assert run_clew("run", case, evidence).exit_code == 0
    assert len(records("sources", case)) == 44
