"""The command line on the small invented case: read once, each test that writes works on a copy."""

import importlib.util
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from click.testing import CliRunner, Result

import clew
from clew.cli import main
from clew.store.case import Case

EVIDENCE = Path(__file__).parents[1] / "pipeline" / "small_evidence.py"
# What a document may hold to play tricks on a terminal: a colour, a bell, a line that turns round.
TRICK = "Re: \x1b[31mred\x1b[0m \x07 and \u202eback\u202c said the agent."


@pytest.fixture(scope="session")
def small_evidence() -> ModuleType:
    spec = importlib.util.spec_from_file_location("small_evidence_of_cli", EVIDENCE)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def kept_case(small_evidence: ModuleType, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a case that was run: a list, the small evidence, a file that plays tricks and one that cannot be read."""
    folder = tmp_path_factory.mktemp("cli")
    evidence = small_evidence.write(folder)
    (evidence / "trick.txt").write_text(TRICK, encoding="utf-8")
    (evidence / "broken.pdf").write_bytes(b"%PDF-1.4 and no more")
    (evidence / "odd.csv").write_text("zk,ob\n1,2\n3,4\n", encoding="utf-8")
    with Case.open(folder / "case", create=True) as case:
        clew.add_list(case, [small_evidence.write_list(folder)], as_of="2024-01-01")
        clew.run(case, [evidence], library=False)
    return folder / "case"


@pytest.fixture
def own_case(kept_case: Path, tmp_path: Path) -> Path:
    """Return a copy of the case that a test may change."""
    return shutil.copytree(kept_case, tmp_path / "own")


@pytest.fixture
def run_clew() -> Callable[..., Result]:
    """Return a function that runs a command as it would run from a shell."""

    def run(*words: object) -> Result:
        return CliRunner().invoke(main, [str(word) for word in words])

    return run


@pytest.fixture
def records(run_clew: Callable[..., Result]) -> Callable[..., list[dict[str, Any]]]:
    """Return a function that gives back what a listing prints as JSON Lines."""

    def read(listing: str, case: Path) -> list[dict[str, Any]]:
        done = run_clew(listing, case, "--json")
        assert done.exit_code == 0, done.stderr
        return [json.loads(line) for line in done.stdout.splitlines()]

    return read
