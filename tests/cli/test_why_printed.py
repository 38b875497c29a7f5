"""Any id opens; a finding shows its words, and what falls without some of them."""

import re

import pytest


@pytest.fixture
def finding(records, kept_case):
    return next(row for row in records("findings", kept_case) if row["type"] == "F01")


def ids(rows, *keys):
    return {row[key] for row in rows for key in keys}


@pytest.mark.parametrize("listing", ["sources", "claims", "entities", "findings", "hits", "gaps", "candidates"])
def test_every_listed_id_opens(run_clew, records, kept_case, listing):
    for row in records(listing, kept_case)[:3]:
        done = run_clew("show", kept_case, row["id"])
        assert done.exit_code == 0
        assert row["id"] in done.stdout


def test_every_leaf_of_a_finding_opens(run_clew, kept_case, finding):
    for leaf in finding["supports"][0]:
        assert run_clew("show", kept_case, leaf["id"]).exit_code == 0


def test_a_claim_opens_on_its_words_and_their_place(run_clew, records, kept_case):
    claim = next(row for row in records("claims", kept_case) if row["predicate"] == "travels_to")
    printed = run_clew("show", kept_case, claim["id"]).stdout
    assert f"“{claim['quote']}”" in printed
    assert f"{claim['path']}, page 1, characters {claim['start']}-{claim['stop']}" in printed


def test_an_entity_opens_on_the_places_of_its_name(run_clew, records, kept_case):
    entity = next(row for row in records("entities", kept_case) if row["name"].startswith("Veskarra"))
    printed = run_clew("show", kept_case, entity["id"]).stdout
    place = entity["mentions"][0]
    assert f"{place['path']}, page {place['page']}, characters {place['start']}-{place['stop']}" in printed


def test_the_beginning_of_an_id_is_enough(run_clew, kept_case, finding):
    assert finding["id"] in run_clew("show", kept_case, finding["id"][:9]).stdout


def test_why_shows_the_words_of_a_support_set(run_clew, records, kept_case, finding):
    printed = run_clew("why", kept_case, finding["id"]).stdout
    quotes = {row["id"]: row["quote"] for row in records("claims", kept_case)}
    assert finding["sentence"] in printed
    for leaf in finding["supports"][0]:
        assert leaf["id"] in printed
        if leaf["kind"] == "claim" and len(quotes[leaf["id"]]) < 280:
            assert f"“{quotes[leaf['id']]}”" in printed
    assert "What it does not say:" in printed


def test_without_a_source_it_says_what_falls(run_clew, kept_case, finding):
    printed = run_clew("why", kept_case, finding["id"], "--without", "source:travel.csv").stdout
    assert f"{finding['id']}  falls" in printed
    assert "each of its support sets needs one of" in printed


@pytest.mark.parametrize("kind", ["claim", "judgement"])
def test_without_one_leaf_the_finding_is_told_to_stand_or_fall(run_clew, kept_case, finding, kind):
    leaf = next((leaf["id"] for leaf in finding["supports"][0] if leaf["kind"] == kind), None)
    if leaf is None:
        pytest.skip(f"this finding needs no {kind}")
    printed = run_clew("why", kept_case, finding["id"], "--without", f"{kind}:{leaf}").stdout
    assert re.search(rf"{finding['id']}  (falls|stands on)", printed)


def test_without_a_list_what_rests_on_it_falls_and_the_rest_does_not(run_clew, records, kept_case, finding):
    listed = next(row for row in records("findings", kept_case) if row["type"] == "F06")
    printed = run_clew("why", kept_case, listed["id"], "--without", "list:ofac-sdn").stdout
    assert f"{listed['id']}  falls" in printed
    assert f"{finding['id']}  falls" not in printed


def test_pulling_a_thread_changes_nothing(run_clew, records, own_case):
    before = records("findings", own_case)
    run_clew("why", own_case, before[0]["id"], "--without", "source:travel.csv")
    assert records("findings", own_case) == before
