from pathlib import Path

import pytest

from clew.model.errors import BadList
from clew.screen import library
from clew.screen.changes import changes

ROW = '{},"{}",-0- ,"TEST1",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"{}"\n'


@pytest.fixture
def two(tmp_path: Path) -> None:
    for day, rows in (
        ("2024-01-01", [(1, "VEKTOR PRIBOR", ""), (2, "LUCH ZAVOD", "")]),
        ("2024-02-01", [(1, "VEKTOR PRIBOR", "Tax ID No. 7700000001 (Russia)."), (3, "NOVY LUCH", "")]),
    ):
        path = tmp_path / f"{day}.csv"
        path.write_text("".join(ROW.format(*row) for row in rows))
        library.add([path], as_of=day)


@pytest.mark.usefixtures("two")
def test_says_what_became_listed_changed_and_was_removed():
    found = changes("ofac-sdn@2024-01-01", "ofac-sdn@2024-02-01")
    assert [(change.kind, change.entry, change.name) for change in found.changes] == [
        ("listed", "3", "NOVY LUCH"),
        ("changed", "1", "VEKTOR PRIBOR"),
        ("removed", "2", "LUCH ZAVOD"),
    ]
    assert found.changes[1].differences == ("identifiers: + inn 7700000001",)


@pytest.mark.usefixtures("two")
def test_the_other_way_round_listed_and_removed_change_places():
    kinds = {change.entry: change.kind for change in changes("ofac-sdn@2024-02-01", "ofac-sdn@2024-01-01").changes}
    assert kinds == {"3": "removed", "1": "changed", "2": "listed"}


@pytest.mark.usefixtures("two")
def test_a_snapshot_has_no_changes_from_itself():
    assert changes("ofac-sdn@2024-01-01", "ofac-sdn@2024-01-01").changes == ()


@pytest.mark.usefixtures("two")
@pytest.mark.parametrize("name", ["ofac-sdn@2023-01-01", "n-", "eu@2024-01-01"])
def test_a_name_that_fits_no_one_snapshot_is_refused(name: str):
    with pytest.raises(BadList, match=r"expected one snapshot of the library, found \d"):
        changes(name, "ofac-sdn@2024-01-01")
