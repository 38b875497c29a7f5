"""Linking on a case: pairs wait among the candidates, with what each field adds, and are judged like any other."""

import shutil

import pytest

import clew
from clew.model.errors import BadModel
from clew.resolve.linking import kept_models, link, read_models
from clew.store.case import Case

pytest.importorskip("splink", reason="needs the extra clew[link]")

HEAD = "Passenger,Date of birth,Phone,Carrier,Flight,Date,From,To,Status"
FIRST = [
    "LAPSHINA/VERA,1971-04-02,+7 342 000-00-01,ZZ,ZZ101,2024-03-04,Hangzhou (HGH),Perm (PEE),FLOWN",
    "GROMOV/IGOR,1980-09-30,+7 342 000-00-02,ZZ,ZZ101,2024-03-04,Hangzhou (HGH),Perm (PEE),FLOWN",
]
SECOND = [
    "LOPSHYNA/WERA,1971-04-02,+7 342 000-00-01,ZZ,ZZ202,2024-05-04,Hangzhou (HGH),Perm (PEE),FLOWN",
    "GROMOVA/IRINA,1955-01-17,+7 342 000-00-09,ZZ,ZZ202,2024-05-04,Hangzhou (HGH),Perm (PEE),FLOWN",
]


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    folder = tmp_path_factory.mktemp("linking")
    for name, rows in (("first.csv", FIRST), ("second.csv", SECOND)):
        (folder / name).write_text("\n".join([HEAD, *rows]) + "\n", encoding="utf-8")
    with Case.open(folder / "case", create=True) as case:
        clew.run(case, [folder / "first.csv", folder / "second.csv"])
        yield case, link(case)


@pytest.fixture
def copy(made, tmp_path):
    shutil.copytree(made[0].folder, tmp_path / "copy")
    with Case.open(tmp_path / "copy") as case:
        yield case


def of(case, *names):
    return [row for row in clew.candidates(case) if {row["left_name"], row["right_name"]} == set(names)]


def test_records_that_are_alike_wait_for_a_judgement_with_what_each_field_adds(made):
    case, (done, *_) = made
    assert (done.kind, done.records, done.pairs, done.taught) == ("person", 4, 1, False)
    (row,) = of(case, "LAPSHINA/VERA", "LOPSHYNA/WERA")
    said = next(words for words in row["because"] if "their records are alike" in words)
    assert "birth date +" in said
    assert "telephone +" in said
    assert of(case, "GROMOV/IGOR", "GROMOVA/IRINA") == []


def test_nothing_is_joined_by_it(made):
    case, _ = made
    assert len([row for row in clew.entities(case) if row["kind"] == "person"]) == 4


def test_the_pair_is_judged_like_any_other_and_the_judgement_keeps_the_weights(copy):
    case = copy
    (row,) = of(case, "LAPSHINA/VERA", "LOPSHYNA/WERA")
    clew.judge(case, row["left_entity"], row["right_entity"], "same", why="one passport, seen", on=["passport"])
    clew.run(case)
    assert of(case, "LAPSHINA/VERA", "LOPSHYNA/WERA") == []
    (kept,) = case.ledger("select reasons from judgements")
    assert "their records are alike" in kept["reasons"]


def test_it_outlives_a_later_run(copy, tmp_path):
    case = copy
    (tmp_path / "note.txt").write_text("Nothing of note.", encoding="utf-8")
    clew.run(case, [tmp_path / "note.txt"])
    assert len(of(case, "LAPSHINA/VERA", "LOPSHYNA/WERA")) == 1


def test_the_model_is_kept_with_the_case_and_can_be_taken_again(copy, made):
    models = kept_models(copy)
    assert set(models) == {"person"}
    assert [again.pairs for again in link(copy, models=models)] == [before.pairs for before in made[1]]


@pytest.mark.parametrize("text", ["not JSON", "[]", '{"ship": {}}', '{"person": 1}'])
def test_a_file_that_holds_no_models_is_refused(text):
    with pytest.raises(BadModel, match="file of models"):
        read_models(text)
