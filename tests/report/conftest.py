"""A case to fill, an invented case with one finding, and a writer that gives back the HTML."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from invented_chain import PATTERNS, Shelf, add_chain

from clew.report.dossier import write
from clew.store.case import Case


@pytest.fixture
def shelf(case: Case) -> Shelf:
    return Shelf(case)


@pytest.fixture
def write_report(tmp_path: Path) -> Callable[..., str]:
    """Return a function that writes the dossier of a case and gives back its HTML."""

    def write_and_read(case: Case, **options: object) -> str:
        to = tmp_path / "dossier.html"
        write(case, to, patterns=PATTERNS, version="0.0", made_at="2024-06-01T12:00:00Z", **options)  # type: ignore[arg-type]
        return to.read_text(encoding="utf-8")

    return write_and_read


@pytest.fixture(scope="session")
def chain_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the invented case, built once; tests work on copies."""
    folder = tmp_path_factory.mktemp("chain") / "case"
    with Case.open(folder, create=True) as case:
        add_chain(Shelf(case))
    return folder


@pytest.fixture
def chain_case(chain_folder: Path, tmp_path: Path) -> Iterator[Case]:
    with Case.open(shutil.copytree(chain_folder, tmp_path / "chain")) as case:
        yield case
