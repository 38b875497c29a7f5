import sys
from pathlib import Path

import pytest

from clew import add_list, run
from clew.store.case import Case

sys.path.insert(0, str(Path(__file__).parent))

import small_evidence


@pytest.fixture
def evidence(tmp_path: Path) -> Path:
    return small_evidence.write(tmp_path)


@pytest.fixture
def read_case(case: Case, evidence: Path, tmp_path: Path) -> Case:
    """The small invented case, screened and run."""
    add_list(case, [small_evidence.write_list(tmp_path)], as_of="2024-01-01")
    run(case, [evidence])
    return case
