"""What the stage keeps of a document: invented notes, reports and an extractor that fails."""

from clew.extract.document import Document
from clew.extract.mapping import Mapping
from clew.extract.stage import extract
from clew.model.source import Page

NOTE = "Read me first. The folder was packed by Olga Brandt of Northlight Ltd in Probsk."
REPORT = (
    "By Anna Writer\nPROBSK, March 5 - Northlight Ltd sold ten lathes to Vektor LLC, two officials said. Olga Brandt declined to comment. "
    "The company denied the report, a spokesman said. Vektor LLC did not respond, the officials said."
)


def _found(text: str):
    return extract(Document("s-test", "text/plain", (Page(1, text),)), Mapping())


def test_a_note_leaves_no_mentions_that_no_claim_uses() -> None:
    found = _found(NOTE)
    used = {mention for claim in found.claims for mention in (claim.subject_mention, claim.object_mention)}
    assert found.record_type == "unrecognised"
    assert {mention.id for mention in found.mentions} <= used


def test_a_claim_of_a_note_keeps_its_mentions() -> None:
    found = _found("Read me first. Northlight Ltd supplied lathes to Vektor LLC, Olga Brandt said.")
    known = {mention.id for mention in found.mentions}
    assert found.claims
    assert known
    assert {claim.subject_mention for claim in found.claims} - {None} <= known
    assert {claim.object_mention for claim in found.claims} - {None} <= known


def test_a_news_report_keeps_every_mention() -> None:
    found = _found(REPORT)
    assert found.record_type == "news"
    assert "Olga Brandt" in {mention.text for mention in found.mentions}
