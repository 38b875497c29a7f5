"""Ownership as data, on invented parties, and on the standard's own examples where they are at hand."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clew.extract.document import Document
from clew.extract.mapping import read_mappings
from clew.extract.records import ownership_data
from clew.model.source import Page

REAL = Path(__file__).parents[4] / "shared" / "data" / "ownership"


def document(text: str) -> Document:
    return Document("s-1", "application/json", (Page(1, text),))


def found(value, **more):
    return ownership_data.extract(document(json.dumps(value, **more)), read_mappings([]))


def entity(id_, name, **details):
    return {
        "statementId": f"st-{id_}",
        "recordId": id_,
        "recordType": "entity",
        "statementDate": "2020-01-01",
        "recordDetails": {"name": name, **details},
    }


def relation(
    share=None,
    *,
    kind="shareholding",
    since="2021-03-05",
    status="new",
    how="direct",
    subject="v",
    owner="x",
    day="2021-04-01",
):
    interest = {"type": kind, "directOrIndirect": how, "startDate": since, **({"share": share} if share else {})}
    return {"statementId": "st-r", "recordId": "r", "recordType": "relationship", "recordStatus": status, "statementDate": day,
            "recordDetails": {"subject": subject, "interestedParty": owner, "interests": [interest]}}  # fmt: skip


PARTIES = [
    entity("v", "Veltra Trading", identifiers=[{"scheme": "RU-INN", "id": "7700000011"}]),
    entity("x", "Xenon Holding", identifiers=[{"scheme": "GB-COH", "id": "012"}]),
]


def test_a_shareholding_is_a_claim_on_the_words_of_its_statement():
    (claim,) = found([*PARTIES, relation({"exact": 75})]).claims
    assert (claim.subject, claim.predicate, claim.object, claim.qualifier("share")) == (
        "Xenon Holding",
        "owns",
        "Veltra Trading",
        "75",
    )
    assert claim.valid_from is not None
    assert claim.valid_from.value == "2021-03-05"
    assert json.loads(claim.quotes[0].text)["recordId"] == "r"
    assert [quote.text for quote in claim.quotes[1:]] == ["Xenon Holding", "Veltra Trading"]


@pytest.mark.parametrize(
    ("share", "read"),
    [
        ({"minimum": 25, "maximum": 50}, "25-50"),
        ({"exclusiveMinimum": 75}, "75-100"),
        ({"exclusiveMaximum": 25}, "0-25"),
        ({"exact": 33.3}, "33.3"),
    ],
)
def test_bounds_of_a_share_are_kept(share, read):
    assert found([*PARTIES, relation(share)]).claims[0].qualifier("share") == read


def test_votes_without_shares_are_control_and_no_ownership():
    (claim,) = found([*PARTIES, relation({"exact": 60}, kind="votingRights")]).claims
    assert (claim.predicate, claim.qualifier("means"), claim.qualifier("share")) == (
        "controls",
        "direct votingRights 60",
        None,
    )


def test_an_indirect_share_is_not_counted_beside_its_chain():
    (claim,) = found([*PARTIES, relation({"exact": 60}, how="indirect")]).claims
    assert claim.predicate == "controls"


def test_a_closed_record_ends():
    claims = found(
        [*PARTIES, relation({"exact": 60}), relation({"exact": 60}, status="closed", day="2023-06-30")]
    ).claims
    assert {claim.valid_to.value for claim in claims if claim.valid_to} == {"2023-06-30"}


def test_identifiers_of_the_parties_are_told_by_their_scheme():
    identifiers = {one.text: one.identifiers for one in found(PARTIES).mentions}
    assert identifiers == {
        "Veltra Trading": (("inn", "7700000011"),),
        "Xenon Holding": (("registration", "GB-COH 012"),),
    }


def test_a_relation_to_a_party_that_is_not_there_is_a_gap():
    reading = found([*PARTIES, relation({"exact": 60}, owner="nobody")])
    assert reading.claims == ()
    assert "is not described" in reading.gaps[0].detail


def test_a_name_with_escapes_is_found_where_it_stands():
    reading = found([entity("v", "ООО «Вельтра»"), PARTIES[1], relation({"exact": 60})], ensure_ascii=True)
    assert reading.claims[0].object == "ООО «Вельтра»"
    assert reading.claims[0].quotes[2].text.startswith("\\u041e")


def test_followthemoney_ownership_is_read_too():
    lines = [
        {"id": "a", "schema": "Company", "properties": {"name": ["Veltra Trading"], "innCode": ["7700000011"]}},
        {"id": "b", "schema": "Person", "properties": {"name": ["Ilona Brandt"], "birthDate": ["1979-03-12"]}},
        {
            "id": "c",
            "schema": "Ownership",
            "properties": {"owner": ["b"], "asset": ["a"], "percentage": ["60 %"], "startDate": ["2021"]},
        },
        {"id": "d", "schema": "Directorship", "properties": {"director": ["b"], "organization": ["a"]}},
    ]
    text = "\n".join(map(json.dumps, lines))
    assert ownership_data.recognise(document(text)) > 0.5
    claims = ownership_data.extract(document(text), read_mappings([])).claims
    assert [(claim.predicate, claim.qualifier("share")) for claim in claims] == [("owns", "60"), ("director_of", None)]


@pytest.mark.parametrize("text", ['{"a": 1}', '[{"name": "Veltra", "share": 50}]', "[]"])
def test_other_json_is_not_taken(text: str):
    assert ownership_data.recognise(document(text)) == 0.0


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=4),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(
                    [
                        "recordType",
                        "recordDetails",
                        "interests",
                        "share",
                        "names",
                        "schema",
                        "properties",
                        "name",
                        "subject",
                        "identifiers",
                    ]
                ),
                inner,
                max_size=4,
            )
        ),
        max_leaves=12,
    )
)
def test_no_record_breaks_the_reading(value):
    found(
        [
            value,
            *PARTIES,
            {"recordType": "relationship", "recordDetails": value},
            {"recordType": "entity", "recordDetails": value},
            {"schema": "Ownership", "properties": value},
        ]
    )


@pytest.mark.skipif(not REAL.is_dir(), reason="the shared data are not here")
def test_the_standards_own_files_are_read_without_a_failure():
    read = [
        ownership_data.extract(document(path.read_text(encoding="utf-8")), read_mappings([]))
        for path in sorted(REAL.rglob("*.json"))
    ]
    assert sum(len(one.claims) for one in read) > 40
