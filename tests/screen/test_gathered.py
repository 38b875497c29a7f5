import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from clew.cli import main
from clew.model.errors import BadList
from clew.screen import library
from clew.screen.gathered import gather
from clew.screen.names import open_lists

NOTHING = ",-0- " * 8
PRIMARY = [
    f'{n},"INVENTED {word} WORKS",-0- ,"TEST"{NOTHING}\n'
    for n, word in enumerate(["ALPHA", "BETA", "GAMMA", "DELTA"], start=1)
]
OTHER = '1,11,"aka","ALPHAWORKS",-0- \n3,12,"aka","GAMMAWORKS",-0- \n'
PLACES = '1,21,"1 Invented Street","Nowhere","Iran",-0- \n'
LATER = [*PRIMARY[1:], f'9,"INVENTED OMEGA WORKS",-0- ,"TEST"{NOTHING}\n']
OTHER_LATER = '3,12,"aka","GAMMAWORKS",-0- \n9,13,"aka","OMEGAWORKS",-0- \n'
DENIED = (
    '"Name"\t"Street_Address"\t"City"\t"State"\t"Country"\t"Postal_Code"\t"Effective_Date"\t"Expiration_Date"\t"Standard_Order"\t'
    '"Last_Update"\t"Action"\t"FR_Citation"\n"INVENTED DENIED PARTY"\t"1 ROAD"\t"TOWN"\t""\t"US"\t"1"\t"06/19/2003"\t"06/29/2056"\t"Y"\t'
    '"2007-01-31"\t"ADDED"\t"1 F.R. 1"\n'
)


def written(folder: Path, **texts: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def grouped(folder: Path) -> list[list[str]]:
    return sorted(
        sorted(found.path.relative_to(folder).as_posix() for found in group) for group in gather([folder]).groups
    )


def test_lists_of_a_folder_of_folders_are_told_by_content(tmp_path):
    written(tmp_path / "us" / "sdn", a="".join(PRIMARY), b=OTHER, c=PLACES)
    written(tmp_path / "us", d=DENIED)
    assert grouped(tmp_path) == [["us/d"], ["us/sdn/a", "us/sdn/b", "us/sdn/c"]]


def test_two_days_of_one_list_in_one_folder_are_two_snapshots_each_with_its_own_names(tmp_path):
    written(tmp_path, x="".join(LATER), a="".join(PRIMARY), b=OTHER, y=OTHER_LATER)
    assert grouped(tmp_path) == [["a", "b"], ["x", "y"]]


def test_other_names_of_another_day_are_used_alone_and_said_to_be_partial(tmp_path):
    written(tmp_path, a="".join(PRIMARY), b=OTHER, y=OTHER_LATER)
    lists = open_lists([tmp_path])
    found = {listing.name: listing for listing in lists.listings}
    assert {listing.list for listing in lists.listings} == {"ofac-sdn", "ofac-aliases"}
    omega = found["OMEGAWORKS"]
    assert (omega.list, omega.kind, omega.programme, omega.measure) == ("ofac-aliases", "unknown", "", "unknown")
    assert found["ALPHAWORKS"].list == "ofac-sdn"
    (said,) = lists.left
    assert said.startswith("used in part: ")
    assert "the primary file" in said


def test_what_cannot_be_used_is_said_and_the_rest_is_used(tmp_path):
    written(tmp_path, a="".join(PRIMARY), c='7,21,"1 Street","Nowhere","Iran",-0- \n', readme="Lists as of May.\n")
    lists = open_lists([tmp_path])
    assert len(lists.listings) == 4
    assert [line.rpartition("/")[2] for line in lists.left] == [
        "readme: in no known format of a list",
        "c: addresses without the primary file of their entries",
    ]


def test_a_file_that_is_there_twice_is_one_snapshot(tmp_path):
    for name in ("one", "two"):
        written(tmp_path / name, a="".join(PRIMARY), b=OTHER)
    assert len(open_lists([tmp_path]).snapshots) == 1
    assert len(open_lists([tmp_path / "one", tmp_path / "two"]).snapshots) == 1


def test_a_folder_without_any_list_and_a_file_that_is_none_are_refused(tmp_path):
    with pytest.raises(BadList, match="the folder is empty"):
        gather([tmp_path])
    written(tmp_path, readme="Lists as of May.\n")
    with pytest.raises(BadList, match="no list is here"):
        gather([tmp_path])
    with pytest.raises(BadList, match="in no known format"):
        gather([tmp_path / "readme"])


def test_a_hidden_file_is_passed_over(tmp_path):
    written(tmp_path, a="".join(PRIMARY))
    written(tmp_path / ".cache", b=DENIED)
    assert gather([tmp_path]).left == ()
    assert grouped(tmp_path) == [["a"]]


def test_the_command_and_the_record_beside_the_worksheet_say_what_was_left_out(tmp_path):
    written(tmp_path / "lists", a="".join(PRIMARY), y=OTHER_LATER)
    written(tmp_path, names="name,kind\nOmegaworks,organization\nInvented Beta Works,organization\n")
    target = tmp_path / "out.csv"
    done = CliRunner().invoke(
        main, ["screen", str(tmp_path / "names"), "--lists", str(tmp_path / "lists"), "--to", str(target)]
    )
    assert done.exit_code == 0, done.output
    assert "used in part" in done.stderr
    about = json.loads((tmp_path / "out.csv.about.json").read_text(encoding="utf-8"))
    assert [line.partition(":")[0] for line in about["list_files_left_out"]] == ["used in part"]
    rows = target.read_text(encoding="utf-8-sig")
    assert "ofac-aliases" in rows
    assert "INVENTED BETA WORKS" in rows


def test_a_list_without_its_primary_file_is_not_kept(tmp_path, monkeypatch):
    monkeypatch.setenv("CLEW_HOME", str(tmp_path / "home"))
    written(tmp_path, y=OTHER_LATER)
    with pytest.raises(BadList, match="primary file"):
        library.add([tmp_path / "y"])
    assert library.snapshots() == []


REAL = Path(__file__).parents[3] / "shared" / "data" / "lists"


@pytest.mark.skipif(not REAL.exists(), reason="the real lists of ../shared are not here")
def test_the_folder_of_real_lists_is_five_snapshots(tmp_path):
    assert grouped(REAL) == [
        ["bis_dpl_2022-09.txt"],
        ["ofac_add_2021-07.csv", "ofac_alt_2021-07.csv", "ofac_sdn_2021-07.csv"],
        ["ofac_alt_2025-12.csv"],
        ["ofac_cons_add_2025-12.csv", "ofac_cons_alt_2025-12.csv", "ofac_cons_prim_2025-12.csv"],
        ["un_consolidated_2026-02.xml"],
    ]
