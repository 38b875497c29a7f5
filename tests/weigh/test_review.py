import pytest

import clew
from clew import pipeline
from clew.model.claim import Claim, Mention, Quote
from clew.model.errors import BadClaim, BadReview, UnknownId
from clew.model.source import Span
from clew.store.rows import claim_row, mention_row
from clew.weigh import review

TEXT = "The Ministry of Canals denied any knowledge of the visits, Lamplight Wire reported."
ADD_EXTRACTION = """insert into extractions values ($source, $extraction, 'news', 'en')
                    on conflict (source) do update set extraction = excluded.extraction"""


def quote(role, words, source="s-one"):
    at = TEXT.index(words)
    return Quote(role, Span(source, 1, at, at + len(words)), words)


MINISTRY = Mention(quote("subject", "Ministry of Canals").span, "Ministry of Canals", "organization")
DENIAL = Claim(
    "Ministry of Canals", "responds", "any knowledge of the visits",
    (quote("quote", TEXT), quote("subject", "Ministry of Canals"), quote("holder", "Ministry of Canals")),
    holders=("Ministry of Canals",), stance="party_denies", record_type="news", subject_mention=MINISTRY.id,
)  # fmt: skip


def read(case, *claims, extraction="x@1"):
    with case.batch() as batch:
        batch.execute("extractions", ADD_EXTRACTION, source="s-one", extraction=extraction)
        batch.add("mentions", [mention_row(MINISTRY, record_type="news", extraction=extraction)])
        batch.add("claims", [claim_row(claim, extraction=extraction) for claim in claims])


@pytest.fixture
def denied(case, add_page):
    add_page(case, TEXT)
    read(case, DENIAL)
    return case


def status(case, id_=DENIAL.id):
    return next(row["status"] for row in clew.claims(case) if row["id"] == id_)


def facts(case):
    return {row["id"] for row in case.query("select id from facts")}


def test_a_rejected_claim_is_no_fact_and_says_by_whom_and_why(denied):
    review.decide(denied, DENIAL.id, "rejected", why="it said unaware")
    (row,) = clew.claims(denied)
    assert (row["status"], row["reviewed_by"], row["review"]) == ("rejected", "tester", "it said unaware")
    assert facts(denied) == set()


def test_an_accepted_claim_stays_a_fact(denied):
    review.decide(denied, DENIAL.id[:8], "accepted", why="")
    assert status(denied) == "accepted"
    assert facts(denied) == {DENIAL.id}


def test_a_decision_holds_when_another_version_reads_the_same(denied):
    review.decide(denied, DENIAL.id, "rejected", why="misread")
    read(denied, DENIAL, extraction="x@2")
    assert status(denied) == "rejected"


def test_an_accepted_claim_that_no_reader_reads_any_more_is_superseded(denied):
    review.decide(denied, DENIAL.id, "accepted", why="")
    read(denied, extraction="x@2")
    assert status(denied) == "superseded"


def test_a_decision_is_undone_and_stays_on_record(denied):
    review.decide(denied, DENIAL.id, "rejected", why="misread")
    review.undo(denied, DENIAL.id)
    assert status(denied) == "proposed"
    assert len(denied.ledger("select * from reviews where withdrawn_by = 'tester'")) == 1
    with pytest.raises(UnknownId, match="found none"):
        review.undo(denied, DENIAL.id)


def test_a_later_decision_takes_the_place_of_an_earlier_one(denied):
    review.decide(denied, DENIAL.id, "rejected", why="misread")
    review.decide(denied, DENIAL.id, "accepted", why="no, it is right")
    assert status(denied) == "accepted"


def test_every_decision_is_in_the_log(denied):
    review.decide(denied, DENIAL.id, "rejected", why="misread")
    review.undo(denied, DENIAL.id)
    actions = [
        row["action"] for row in denied.ledger("select action from log where object = $id order by seq", id=DENIAL.id)
    ]
    assert actions == ["rejected", "undo"]


def test_a_rejection_without_a_reason_is_refused(denied):
    with pytest.raises(BadReview, match="has a reason"):
        review.decide(denied, DENIAL.id, "rejected", why=" ")


def test_a_correction_is_a_claim_in_a_persons_name(denied):
    new = pipeline.correct(denied, DENIAL.id, {"stance": "party_unaware"}, why="no denial")
    assert new.method == "person:tester"
    assert (status(denied), status(denied, new.id)) == ("rejected", "accepted")
    assert facts(denied) == {new.id}


def test_a_correction_outlives_a_new_reading(denied):
    new = pipeline.correct(denied, DENIAL.id, {"stance": "party_unaware"})
    read(denied, DENIAL, extraction="x@2")
    assert facts(denied) == {new.id}


def test_undoing_a_correction_leaves_neither_claim_decided(denied):
    new = pipeline.correct(denied, DENIAL.id, {"stance": "party_unaware"})
    review.undo(denied, new.id)
    review.undo(denied, DENIAL.id)
    assert facts(denied) == {DENIAL.id}


def test_corrected_words_must_stand_in_the_quote(denied):
    new = pipeline.correct(
        denied, DENIAL.id, {"holders": "Lamplight Wire > Ministry of Canals", "object": "the visits"}
    )
    assert new.holders == ("Lamplight Wire", "Ministry of Canals")
    with pytest.raises(BadReview, match="does not stand in its words"):
        pipeline.correct(denied, DENIAL.id, {"subject": "Ministry of Locks"})


def test_a_corrected_subject_points_at_its_own_name(denied):
    new = pipeline.correct(denied, DENIAL.id, {"subject": "Lamplight Wire"})
    rows = denied.query("select text from mentions where id = $id", id=new.subject_mention)
    assert rows == [{"text": "Lamplight Wire"}]


@pytest.mark.parametrize(
    ("changes", "error", "said"),
    [
        ({"stance": "certain"}, BadClaim, "known:"),
        ({"colour": "red"}, BadReview, "no field 'colour'"),
        ({"stance": "party_denies"}, BadReview, "expected a change"),
    ],
)
def test_a_correction_that_says_nothing_known_is_refused(denied, changes, error, said):
    with pytest.raises(error, match=said):
        pipeline.correct(denied, DENIAL.id, changes)
    assert status(denied) == "proposed"


def test_an_unknown_speaker_waits_and_what_no_finding_needs_does_not(case, add_page):
    add_page(case, TEXT)
    unknown = Claim("unknown speaker", "says", "x", (quote("quote", TEXT),), stance="unknown", record_type="news")
    read(case, DENIAL, unknown)
    assert [one.id for one in review.queue(case)] == [unknown.id]
    review.decide(case, unknown.id, "accepted", why="")
    assert review.queue(case) == []
