import shutil

import pytest

import clew
from clew.model.errors import BadLeaf, InputError, UnknownId
from clew.read import crew


def sentences(rows):
    return sorted((row["type"], row["sentence"], row["strength"]) for row in rows)


def test_the_small_case_yields_its_visits_its_chain_and_the_status_of_the_plant(read_case):
    assert {row["type"] for row in clew.findings(read_case)} == {"F01", "F05", "F06"}


def test_a_second_run_on_an_unchanged_case_adds_nothing(read_case, evidence):
    assert clew.run(read_case, [evidence]).total == 0


def test_a_second_run_does_not_open_a_reader(read_case, evidence, monkeypatch):
    monkeypatch.setattr(crew, "tasks_of", lambda _: pytest.fail("a file was read again"))
    clew.run(read_case, [evidence])


def test_one_new_file_is_the_only_one_read(read_case, evidence, monkeypatch):
    (evidence / "new.txt").write_text("A new note about nothing in particular.\n")
    opened = []
    tasks = crew.tasks_of
    monkeypatch.setattr(crew, "tasks_of", lambda orders: tasks(opened.append(order.name) or order for order in orders))
    assert clew.run(read_case, [evidence]).new["read"] == 1
    assert opened == ["new.txt"]


def test_every_file_handed_in_has_a_row_with_its_fate(case, evidence):
    (evidence / "empty.pdf").write_bytes(b"")
    (evidence / "cut short.pdf").write_bytes(b"%PDF-1.7\n1 0 obj\n<<")
    (evidence / "film.mp4").write_bytes(b"\0\0\0\x18ftypmp42" + bytes(64))
    shutil.copy(evidence / "travel.csv", evidence / "travel again.csv")
    clew.run(case, [evidence])
    fates = {row["path"]: (row["status"], row["reason"]) for row in clew.sources(case)}
    assert len(fates) == 8
    assert fates["empty.pdf"] == ("skipped", "the file is empty")
    assert fates["cut short.pdf"][0] == "failed"
    assert fates["film.mp4"] == ("failed", "no reader for video/mp4")
    assert fates["travel.csv"] == ("skipped", "same bytes as travel again.csv")


def test_a_link_out_of_the_folder_is_not_followed(case, evidence, tmp_path):
    (tmp_path / "secret.txt").write_text("not evidence")
    (evidence / "link.txt").symlink_to(tmp_path / "secret.txt")
    clew.run(case, [evidence])
    fates = {row["path"]: row["reason"] for row in clew.sources(case) if row["status"] == "skipped"}
    assert fates == {"link.txt": "a link; links are not followed"}


def test_a_path_that_does_not_exist_is_an_error_that_names_it(case, tmp_path):
    with pytest.raises(InputError, match="nowhere: expected a file or folder, found none"):
        clew.run(case, [tmp_path / "nowhere"])


def test_every_support_set_opens_on_words_that_stand_in_a_document(read_case):
    for finding in clew.findings(read_case):
        opened = clew.why(read_case, finding["id"])
        assert opened.supports
        for support in opened.supports:
            for leaf in support:
                assert leaf.says
                for place in leaf.places:
                    page = read_case.query(
                        "select p.text from pages p join sources s on s.id = p.source where s.path = $path and p.number = $n",
                        path=place.path,
                        n=place.page,
                    )
                    assert page[0]["text"][place.start : place.stop] == place.text


@pytest.mark.parametrize("path", ["travel.csv", "bill V-4.txt", "bill A-17.txt", "letters/visit.txt"])
def test_taking_a_source_away_equals_a_case_that_never_had_it(read_case, evidence, tmp_path, path):
    finding = next(clew.findings(read_case))["id"]
    fates = clew.why(read_case, finding, without=[f"source:{path}"]).fates
    (evidence / path).unlink()
    with clew.Case.open(tmp_path / "never", create=True) as never:
        clew.add_list(never, [tmp_path / "sdn.csv"], as_of="2024-01-01")
        clew.run(never, [evidence])
        left = {row["id"]: row["sentence"] for row in clew.findings(never)}
    assert {fate.finding["id"]: fate.now for fate in fates if fate.now} == left


def test_a_finding_falls_without_the_list_and_says_why(read_case):
    status = next(row for row in clew.findings(read_case) if row["type"] == "F06")
    fate = clew.why(read_case, status["id"], without=["list:ofac-sdn"]).fates[0]
    assert (fate.finding["id"], fate.stands, fate.sets_left) == (status["id"], False, 0)
    assert fate.because


def test_pulling_a_thread_leaves_the_case_as_it_was(read_case):
    before = sentences(clew.findings(read_case))
    clew.why(read_case, next(clew.findings(read_case))["id"], without=["list:ofac-sdn"])
    assert sentences(clew.findings(read_case)) == before


@pytest.mark.parametrize(
    ("leaf", "says"),
    [
        ("travel.csv", "is no leaf; possible: source:PATH"),
        ("source:nowhere.pdf", "no such source"),
        ("list:eu", "no such list"),
    ],
)
def test_a_leaf_that_names_nothing_is_refused(read_case, leaf, says):
    finding = next(clew.findings(read_case))["id"]
    with pytest.raises(BadLeaf, match=says):
        clew.why(read_case, finding, without=[leaf])


def test_an_id_that_names_nothing_is_refused(read_case):
    with pytest.raises(UnknownId, match="no record has this id"):
        clew.show(read_case, "c-nothing")
    with pytest.raises(UnknownId, match="is no id; ids begin with"):
        clew.show(read_case, "nothing")


def test_a_judgement_survives_a_run_and_can_be_undone(read_case, evidence):
    people = [row for row in clew.entities(read_case) if row["kind"] == "person"]
    left, right = people[0]["id"], people[1]["id"]
    judged = clew.judge(read_case, left, right, "same", why="the same face in both pictures")
    clew.run(read_case, [evidence])
    assert len([row for row in clew.entities(read_case) if row["kind"] == "person"]) == len(people) - 1
    clew.undo(read_case, judged.id)
    clew.run(read_case, [evidence])
    assert len([row for row in clew.entities(read_case) if row["kind"] == "person"]) == len(people)


def test_a_leaf_of_another_kind_than_it_is_said_to_be_is_refused(read_case):
    finding = next(clew.findings(read_case))["id"]
    with pytest.raises(BadLeaf, match="expected a claim, found a finding"):
        clew.why(read_case, finding, without=[f"claim:{finding}"])
