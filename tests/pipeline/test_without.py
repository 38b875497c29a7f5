"""On the kept example case: what is left without a document, a list or a judgement is what a case without it would find."""

import random
import shutil
from email.message import EmailMessage

import pytest

import clew
from clew.pipeline import KEPT_CASE, RECOMPUTED, STAGES, read_leaf
from clew.store.case import Case

KEPT = next(place for place in KEPT_CASE if place.is_dir())
TAKEN_AWAY = 3
COMPARED = ("id", "sentence", "strength", "slots", "supports", "against", "replies", "limits", "confidence")


def said(rows):
    return {row["id"]: {name: row.get(name) for name in COMPARED} for row in rows}


def recomputed(case, off):
    with case.without(off, derived=RECOMPUTED) as scratch:
        for _, stage in STAGES[2:]:
            stage.run(scratch)
        return said(clew.findings(scratch))


def add_lists(case, *, but=""):
    for snapshot in sorted((KEPT / "lists").iterdir()):
        if snapshot.name != but:
            clew.add_list(case, sorted(snapshot.iterdir()), as_of=snapshot.name)


@pytest.fixture(scope="module")
def kept(tmp_path_factory):
    with Case.open(tmp_path_factory.mktemp("kept") / "case", create=True) as case:
        add_lists(case)
        clew.run(case, [KEPT / "evidence"])
        yield case


@pytest.fixture
def copy(kept, tmp_path):
    """The kept case in a folder of its own, with findings derived anew after what a test changed."""
    shutil.copytree(kept.folder, tmp_path / "copy")
    with Case.open(tmp_path / "copy") as case:
        yield case


def chosen_sources(kept):
    """Return three sources that findings rest on, files by themselves; one of them lies in the case twice."""
    files = {row["id"] for row in clew.sources(kept) if (KEPT / "evidence" / row["path"]).is_file()}
    used = sorted({source for row in clew.findings(kept) for source in row["sources"]} & files)
    return random.Random(5).sample(used, TAKEN_AWAY)


def path_of(kept, source):
    return next(row["path"] for row in clew.sources(kept) if source in (row["id"], row["path"]))


@pytest.mark.parametrize("nth", range(TAKEN_AWAY))
def test_without_a_source_equals_a_case_that_never_had_it(kept, tmp_path, nth):
    path = path_of(kept, chosen_sources(kept)[nth])
    then = recomputed(kept, read_leaf(kept, f"source:{path}"))
    shutil.copytree(KEPT / "evidence", tmp_path / "evidence")
    taken = (KEPT / "evidence" / path).read_bytes()
    for file in [*(tmp_path / "evidence").rglob("*")]:
        if file.is_file() and file.read_bytes() == taken:  # a copy is the same document
            file.unlink()
    with Case.open(tmp_path / "never", create=True) as never:
        add_lists(never)
        clew.run(never, [tmp_path / "evidence"])
        assert then == said(clew.findings(never))
    assert then != said(clew.findings(kept))


@pytest.mark.parametrize("snapshot", sorted(folder.name for folder in (KEPT / "lists").iterdir()))
def test_without_a_snapshot_equals_a_case_that_never_had_it(kept, tmp_path, snapshot):
    of_day = next(row["id"] for row in clew.lists(kept) if row["as_of"] == snapshot)
    then = recomputed(kept, read_leaf(kept, f"list:{of_day}"))
    with Case.open(tmp_path / "never", create=True) as never:
        add_lists(never, but=snapshot)
        clew.run(never, [KEPT / "evidence"])
        assert then == said(clew.findings(never))


def test_without_a_list_none_of_its_names_is_left_and_every_finding_on_it_falls(kept):
    off = read_leaf(kept, "list:ofac-sdn")
    listed = [row["id"] for row in clew.findings(kept) if row["type"] == "F06"]
    fates = {fate.finding["id"]: fate for fate in clew.why(kept, listed[0], without=["list:ofac-sdn"]).fates}
    assert [fates[id_].stands for id_ in listed] == [False] * len(listed)
    assert all(fates[id_].because and not fates[id_].sets_left for id_ in listed)
    with kept.without(off, derived=()) as scratch:
        assert scratch.query("select * from listings where list = 'ofac-sdn'") == []


def test_without_a_judgement_equals_the_case_before_it(copy):
    before = said(clew.findings(copy))
    pair = next(iter(clew.candidates(copy)))
    judged = clew.judge(copy, pair["left_entity"], pair["right_entity"], "same", why="one and the same, it is said")
    clew.run(copy)
    assert recomputed(copy, read_leaf(copy, f"judgement:{judged.id}")) == before
    clew.undo(copy, judged.id)
    clew.run(copy)
    assert said(clew.findings(copy)) == before


def test_a_copy_and_an_attachment_go_with_their_document_and_not_with_another(case, tmp_path):
    mail = tmp_path / "mail"
    mail.mkdir()
    note = b"A note about nothing in particular.\n"
    for name, body in (("one", note), ("two", note), ("three", b"Another note.\n")):
        message = EmailMessage()
        message["Subject"] = name
        message.set_content(name)
        message.add_attachment(body, maintype="text", subtype="plain", filename="note.txt")
        (mail / f"{name}.eml").write_bytes(message.as_bytes())
    shutil.copy(mail / "three.eml", mail / "three again.eml")
    clew.run(case, [mail])
    name_of = {row["id"]: row["path"] for row in clew.sources(case)}
    assert {name_of[leaf.id] for leaf in read_leaf(case, "source:one.eml")} == {"one.eml"}
    three = {"three.eml", "three again.eml", "three again.eml/note.txt"}
    assert {name_of[leaf.id] for leaf in read_leaf(case, "source:three.eml")} == three
