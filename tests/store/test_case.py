import hashlib
import json
import sqlite3
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clew.model.claim import Claim, Quote
from clew.model.errors import BadSetting, CaseBusy, CaseDamaged, CaseTooNew, NotACase, QuoteMismatch
from clew.model.records import Leaf
from clew.model.source import Span
from clew.model.vocabulary import MODALITIES, POLARITIES, PREDICATES, STANCES
from clew.store import case as case_module
from clew.store.case import Case
from clew.store.rows import claim_row

SET_EXTRACTION = "insert or replace into extractions values ($source, $extraction, 'news', 'en')"


def said(text: str, source: str = "s-one") -> Claim:
    return Claim("Lena", "says", "x", (Quote("quote", Span(source, 1, 0, len(text)), text),))


def add_claim(case: Case, claim: Claim, *, extraction: str = "x-1") -> None:
    with case.batch() as batch:
        batch.add("claims", [claim_row(claim, extraction=extraction)])
        batch.execute("extractions", SET_EXTRACTION, source=claim.source, extraction=extraction)


def test_a_folder_with_other_files_is_not_made_a_case(tmp_path):
    (tmp_path / "holiday.jpg").write_bytes(b"x")
    with pytest.raises(NotACase, match="expected an empty or new folder"):
        Case.open(tmp_path, create=True)


def test_a_folder_without_a_case_is_said_to_be_none(tmp_path):
    with pytest.raises(NotACase, match=r"found no case\.sqlite"):
        Case.open(tmp_path)


def test_a_case_from_a_newer_clew_is_refused(tmp_path):
    Case.open(tmp_path / "case", create=True).close()
    with sqlite3.connect(tmp_path / "case" / "case.sqlite") as database:
        database.execute("pragma user_version = 99")
    database.close()
    with pytest.raises(CaseTooNew, match="case version 99"):
        Case.open(tmp_path / "case")


def test_a_file_that_is_no_database_is_said_to_be_damage(tmp_path):
    (tmp_path / "case.sqlite").write_bytes(b"not a database, but long enough to be looked at" * 50)
    with pytest.raises(CaseDamaged, match="not a database"):
        Case.open(tmp_path)


def test_a_quote_that_stands_where_it_says_is_kept(case, add_page):
    add_page(case, "Lena said so.")
    add_claim(case, said("Lena said so."))
    assert [row["status"] for row in case.query("select status from claims")] == ["proposed"]


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(st.characters(codec="utf-8"), min_size=1, max_size=30), start=st.integers(0, 20))
def test_a_quote_is_kept_exactly_when_its_words_stand_there(tmp_path_factory, add_page, text, start):
    with Case.open(tmp_path_factory.mktemp("quote") / "case", create=True) as case:
        page = "Лена sagte 说 " + text
        add_page(case, page)
        claim = Claim("Lena", "says", "x", (Quote("quote", Span("s-one", 1, start, start + len(text)), text),))
        if page[start : start + len(text)] == text:
            add_claim(case, claim)
            assert case.query("select quotes[1].text as text from claims") == [{"text": text}]
        else:
            with pytest.raises(QuoteMismatch, match="expected"):
                add_claim(case, claim)
            assert case.query("select * from claims") == []


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(codec="utf-8"), max_size=200))
def test_text_comes_out_of_the_case_as_it_went_in(tmp_path_factory, add_page, text):
    with Case.open(tmp_path_factory.mktemp("text") / "case", create=True) as case:
        add_page(case, text)
        assert case.query("select text from pages") == [{"text": text}]


def test_an_error_inside_a_batch_leaves_the_case_as_it_was(case, add_page):
    with pytest.raises(ZeroDivisionError), case.batch() as batch:
        batch.execute("settings", "insert into settings values ('visits_at_least', '3')")
        _ = 1 / 0
    assert case.setting("visits_at_least") == 2


def test_a_claim_said_twice_is_one_claim(case, add_page):
    add_page(case, "Lena said so.")
    add_claim(case, said("Lena said so."))
    add_claim(case, said("Lena said so."))
    assert case.query("select count(*) as n from claims") == [{"n": 1}]


def test_what_a_better_reader_no_longer_says_stays_as_superseded(case, add_page):
    add_page(case, "Lena said so.")
    add_claim(case, said("Lena said"), extraction="x-1")
    add_claim(case, said("Lena said so."), extraction="x-2")
    rows = case.query("select quotes[1].text as text, status from claims order by text")
    assert [(row["text"], row["status"]) for row in rows] == [
        ("Lena said", "superseded"),
        ("Lena said so.", "proposed"),
    ]
    assert case.query("select count(*) as n from facts") == [{"n": 1}]


def test_a_segment_whose_bytes_were_changed_is_refused_by_name(case, add_page):
    add_page(case, "Lena said so.")
    segment = next((case.folder / "segments").glob("pages-*"))
    segment.write_bytes(segment.read_bytes()[:-1] + b"?")
    with Case.open(case.folder) as again, pytest.raises(CaseDamaged, match=rf"{segment.name}: expected SHA-256"):
        again.query("select * from pages")


def test_a_missing_segment_is_refused_by_name(case, add_page):
    add_page(case, "Lena said so.")
    next((case.folder / "segments").glob("pages-*")).unlink()
    with Case.open(case.folder) as again, pytest.raises(CaseDamaged, match="named in the manifest"):
        again.query("select * from pages")


def test_a_second_run_waits_and_then_says_who_is_busy(case, monkeypatch):
    monkeypatch.setattr(case_module, "BUSY_SECONDS", 0.1)
    with case.writing(), Case.open(case.folder) as other, pytest.raises(CaseBusy, match="another run"), other.writing():
        pass


def test_one_reads_while_another_writes(case, add_page):
    with Case.open(case.folder) as reader:
        assert reader.query("select count(*) as n from pages") == [{"n": 0}]
        add_page(case, "Lena said so.")
        assert reader.query("select count(*) as n from pages") == [{"n": 1}]


def test_files_that_no_manifest_names_go_at_the_next_run(case, add_page):
    add_page(case, "Lena said so.")
    orphan = case.folder / "segments" / "pages-left-behind.parquet"
    orphan.write_bytes(b"half")
    with case.writing():
        pass
    assert not orphan.exists()
    assert case.query("select count(*) as n from pages") == [{"n": 1}]


def test_a_case_copied_to_another_folder_opens_there(case, add_page, tmp_path):
    add_page(case, "Lena said so.")
    case.close()
    case.folder.rename(tmp_path / "elsewhere")
    with Case.open(tmp_path / "elsewhere") as moved:
        assert moved.query("select text from pages") == [{"text": "Lena said so."}]


def test_every_log_entry_holds_the_hash_of_the_one_before(case, add_page):
    add_page(case, "one", source="s-1", path="1.txt")
    add_page(case, "two", source="s-2", path="2.txt")
    previous = ""
    for row in case.ledger("select * from log order by seq"):
        told = row.pop("hash")
        assert row["previous"] == previous
        assert told == hashlib.sha256(json.dumps(list(row.values()), ensure_ascii=False).encode()).hexdigest()
        previous = told
    assert previous


def test_a_switched_off_claim_is_gone_in_the_scratch_copy_only(case, add_page):
    add_page(case, "Lena said so.")
    claim = said("Lena said so.")
    add_claim(case, claim)
    with case.without([Leaf("claim", claim.id)], derived=()) as scratch:
        assert scratch.query("select * from facts") == []
    assert len(case.query("select * from facts")) == 1
    assert not scratch.folder.exists()


def test_a_switched_off_source_takes_its_pages_and_claims_with_it(case, add_page):
    add_page(case, "Lena said so.")
    add_claim(case, said("Lena said so."))
    with case.without([Leaf("source", "s-one")], derived=()) as scratch:
        assert [scratch.query(f"select * from {table}") for table in ("sources", "pages", "claims")] == [[], [], []]


def test_a_setting_is_kept_with_the_case_and_checked(case):
    case.set("chain_ratio_low", "0.9")
    assert case.setting("chain_ratio_low") == 0.9
    with pytest.raises(BadSetting, match="expected int, found 'many'"):
        case.set("visits_at_least", "many")
    with pytest.raises(BadSetting, match="unknown setting 'visits'; known settings: chain_ends"):
        case.set("visits", "2")
    with pytest.raises(BadSetting, match="possible: named, all"):
        case.set("visits_of", "everyone")


WORDS = st.text(st.characters(codec="utf-8"), min_size=1, max_size=8)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    holders=st.lists(WORDS, max_size=3),
    hedges=st.lists(WORDS, max_size=2),
    stance=st.sampled_from(STANCES),
    modality=st.sampled_from(MODALITIES),
    polarity=st.sampled_from(POLARITIES),
    predicate=st.sampled_from(sorted(PREDICATES)),
)
def test_a_claim_comes_out_exactly_as_firm_as_it_went_in(
    tmp_path_factory, add_page, holders, hedges, stance, modality, polarity, predicate
):
    said_so = replace(
        said("Lena said so."),
        predicate=predicate,
        holders=tuple(holders),
        hedges=tuple(hedges),
        stance=stance,
        modality=modality,
        polarity=polarity,
    )
    with Case.open(tmp_path_factory.mktemp("firm") / "case", create=True) as case:
        add_page(case, "Lena said so.")
        add_claim(case, said_so)
        (row,) = case.query("select holders, hedges, stance, modality, polarity, predicate from facts")
        assert row == {
            "holders": holders,
            "hedges": hedges,
            "stance": stance,
            "modality": modality,
            "polarity": polarity,
            "predicate": predicate,
        }
