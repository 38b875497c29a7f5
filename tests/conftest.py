"""What the tests share: an open empty case, and a case with one page of text."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from clew.model.source import Page
from clew.store.case import Case
from clew.store.rows import page_row

# A case on disk takes tens of milliseconds; Hypothesis must not call that slow, nor a shared machine flaky.
settings.register_profile("clew", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("clew")

ADD_READ_SOURCE = """insert into sources (id, path, sha256, size, media_type, status, reason, pages, reading, added_at, added_by)
                     values ($id, $path, $id, 1, 'text/plain', 'read', '', 1, 'text@1', '', '')"""


@pytest.fixture(autouse=True)
def _own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test sees, or leaves anything in, the library of whoever runs it."""
    monkeypatch.setenv("CLEW_HOME", str(tmp_path_factory.mktemp("home")))
    monkeypatch.setenv("CLEW_USER", "tester")


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with Case.open(tmp_path / "case", create=True) as opened:
        yield opened


@pytest.fixture
def add_page():
    """Return a function that puts a source with one page of text into a case, as if a reader had read it."""

    def add(case: Case, text: str, *, source: str = "s-one", path: str = "one.txt") -> str:
        with case.batch() as batch:
            batch.execute("sources", ADD_READ_SOURCE, id=source, path=path)
            batch.add("pages", [page_row(source, Page(1, text), reading="text@1")])
        return source

    return add
