"""A run may be killed anywhere: nothing committed is lost, and the next run ends where an undisturbed one ends."""

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest
import small_evidence

import clew

KILLS = 12
DRIVER = Path(__file__).with_name("driver.py")
KEPT = ("id", "path", "sha256", "status", "reason", "pages", "language", "record_type")


def start(case: Path, evidence: Path) -> "subprocess.Popen[str]":
    process = subprocess.Popen(
        [sys.executable, str(DRIVER), str(case), str(evidence)],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(Path(clew.__file__).parents[1])},
    )
    assert process.stdout is not None
    with process.stdout:
        assert process.stdout.readline() == "started\n"
    return process


def everything(case: clew.Case) -> dict[str, list[dict[str, object]]]:
    """All promised records, less the times at which files were added."""
    return {
        "sources": [{name: row[name] for name in KEPT} for row in clew.sources(case)],
        **{
            kind.__name__: list(kind(case))
            for kind in (clew.claims, clew.entities, clew.candidates, clew.hits, clew.findings, clew.gaps)
        },
    }


def ids(case: clew.Case) -> set[str]:
    return {row["id"] for kind in (clew.sources, clew.claims) for row in kind(case)}


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is a POSIX matter")
def test_a_run_killed_at_random_loses_nothing_and_ends_like_an_undisturbed_one(tmp_path):
    evidence = small_evidence.write(tmp_path)
    for number in range(12):  # enough files for kills to fall between them
        (evidence / f"note {number:02}.txt").write_text(f"Note {number}: nothing happened on day {number}.\n")
    listed = small_evidence.write_list(tmp_path)
    for name in ("undisturbed", "killed"):
        with clew.Case.open(tmp_path / name, create=True) as case:
            clew.add_list(case, [listed], as_of="2024-01-01")
    began = time.monotonic()
    assert start(tmp_path / "undisturbed", evidence).wait() == 0
    whole_run = time.monotonic() - began

    chance = random.Random(11)
    committed: set[str] = set()
    cut_short = 0
    for _ in range(KILLS):
        process = start(tmp_path / "killed", evidence)
        time.sleep(chance.uniform(0, whole_run * 0.6))
        process.kill()
        cut_short += process.wait() != 0
        with clew.Case.open(tmp_path / "killed") as case:
            assert case.ledger("pragma quick_check") == [{"quick_check": "ok"}]
            assert committed <= ids(case)
            committed = ids(case)
    assert cut_short, "no kill came before the run was over; the test saw nothing"
    assert start(tmp_path / "killed", evidence).wait() == 0

    with clew.Case.open(tmp_path / "undisturbed") as calm, clew.Case.open(tmp_path / "killed") as killed:
        assert everything(killed) == everything(calm)
        manifest = {row["path"] for row in killed.ledger("select path from segments")}
        assert {f"segments/{path.name}" for path in (killed.folder / "segments").iterdir()} <= manifest
