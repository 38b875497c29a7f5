"""What the stage keeps of a document: invented notes, reports and an extractor that fails."""

from clew.extract.document import Document, joined_mentions
from clew.extract.mapping import Mapping
from clew.extract.one import extract
from clew.model.claim import Mention
from clew.model.source import Page, Span

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


LETTER = """邀请函
编号：242/24
根据合同安排，我公司拟派下列人员赴普罗布斯克市北桦机械股份公司开展技术服务，访问时间为2024/02/18至2024/02/27。
来访人员名单（远航进口有限责任公司员工，INN 7700000001）：
赵北桦（高级工程师，护照号：EZ0000001）
周远航（技术员，护照号：EZ0000002）
请予以协助办理相关手续。
远航进口有限责任公司
2024/01/21
"""


def test_the_prose_of_a_letter_takes_no_identifier_off_a_name_that_its_reader_found() -> None:
    found = _found(LETTER)
    assert found.record_type == "letter"
    (claim,) = {one for one in found.claims if one.predicate == "employee_of" and one.subject == "赵北桦"}
    assert claim.object == "远航进口有限责任公司"
    known = {mention.id: dict(mention.identifiers) for mention in found.mentions}
    assert len(known) == len(found.mentions)
    assert known[claim.object_mention] == {"inn": "7700000001"}
    assert known[claim.subject_mention]["passport"] == "EZ0000001"


def test_a_name_that_two_readers_found_keeps_what_either_saw_printed_with_it() -> None:
    place = Span("s-test", 1, 0, 4)
    bare, other = Mention(place, "Дрем", "person"), Mention(Span("s-test", 1, 5, 9), "Дрем", "person")
    carried = Mention(place, "Дрем", "person", (("passport", "X0000001"),))
    inflected = Mention(place, "Дрем", "person", (("nominative", "Дрема"),))
    assert joined_mentions([carried, other, bare]) == (carried, other)
    assert joined_mentions([bare, carried])[0].identifiers == carried.identifiers
    assert joined_mentions([inflected, carried])[0].identifiers == (*inflected.identifiers, *carried.identifiers)
