"""Clew against the truth of the invented case: the kept one and three other seeds. Nothing missed, nothing false."""

import json
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "examples"))

import generate
from score import score

import clew

KEPT = Path(__file__).parents[2] / "examples" / "kept"
OTHER_SEEDS = (1, 2, 3)


def read_case(case: clew.Case, folder: Path) -> None:
    for snapshot in sorted((folder / "lists").iterdir()):
        clew.add_list(case, sorted(snapshot.iterdir()), as_of=snapshot.name)
    clew.run(case, [folder / "evidence"], library=False)


@pytest.fixture(scope="module")
def kept(tmp_path_factory):
    with clew.Case.open(tmp_path_factory.mktemp("kept") / "case", create=True) as case:
        read_case(case, KEPT)
        yield case


def truth_of(folder: Path) -> dict:
    return json.loads((folder / "truth.json").read_text(encoding="utf-8"))


def test_the_kept_case_yields_every_true_finding_and_no_other(kept):
    result = score(list(clew.findings(kept)), truth_of(KEPT))
    assert result.clean, "\n".join(result.lines())


@pytest.mark.parametrize("seed", OTHER_SEEDS)
def test_so_do_cases_of_other_seeds(case, tmp_path, seed):
    for name, data in generate.build(seed).items():
        path = tmp_path / "given" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    read_case(case, tmp_path / "given")
    result = score(list(clew.findings(case)), truth_of(tmp_path / "given"))
    assert result.clean, "\n".join(result.lines())


# Which slots of a finding a decoy of each kind would stand in.
WOULD_STAND_IN = {
    "names": ("person", "seller", "intermediary", "buyer", "party"),
    "places": ("place",),
    "items": ("item",),
    "documents": ("document",),
}


@pytest.mark.parametrize("decoy", truth_of(KEPT)["decoys"], ids=lambda decoy: decoy["what"][:40])
def test_a_decoy_is_in_no_finding_it_must_not_be_in(kept, decoy):
    assert WOULD_STAND_IN.keys() & decoy.keys()
    for finding in clew.findings(kept):
        if finding["type"] not in decoy["must_not_appear_in"]:
            continue
        for kind, slots in WOULD_STAND_IN.items():
            values = [slot["value"].casefold() for slot in finding["slots"] if slot["name"] in slots]
            for word in decoy.get(kind, ()):
                assert not any(word.casefold() in value for value in values), finding["sentence"]


def test_every_slot_of_every_finding_opens_on_words_in_a_document(kept):
    claims = {row["id"]: row for row in clew.claims(kept)}
    pages = {
        (row["source"], row["number"]): row["text"] for row in kept.query("select source, number, text from pages")
    }
    for finding in clew.findings(kept):
        for slot in finding["slots"]:
            assert slot["leaves"], f"{finding['sentence']}: nothing stands under {slot['name']}"
            for leaf in slot["leaves"]:
                for words in claims[leaf["id"]]["words"] if leaf["kind"] == "claim" else ():
                    page = pages[claims[leaf["id"]]["source"], words["page"]]
                    assert page[words["start"] : words["stop"]] == words["text"]


def test_no_belief_of_an_official_became_an_employment(kept):
    assessed = [row for row in clew.claims(kept) if row["stance"] == "official_assesses"]
    assert assessed
    for finding in clew.findings(kept):
        if finding["type"] == "F03":
            stated = next(slot for slot in finding["slots"] if slot["name"] == "stated")
            assert not {leaf["id"] for leaf in stated["leaves"]} & {row["id"] for row in assessed}
            assert "no employment by" in finding["sentence"]


def test_a_judgement_brings_the_visits_of_the_man_whose_two_names_only_a_person_can_join(tmp_path):
    truth = truth_of(KEPT)
    later = truth["after_judgement"]
    with clew.Case.open(tmp_path / "case", create=True) as case:
        read_case(case, KEPT)
        written = {name.casefold() for name in later["findings"][0]["person"]}
        people = [
            row["id"]
            for row in clew.entities(case)
            if row["kind"] == "person" and written & {name.casefold() for name in row["names"]}
        ]
        assert len(people) == 2
        clew.judge(case, *people, "same", why=later["why"])
        clew.run(case, library=False)
        result = score(list(clew.findings(case)), {**truth, "findings": truth["findings"] + later["findings"]})
        assert result.clean, "\n".join(result.lines())
