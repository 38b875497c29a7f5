"""Any text at all: a score from 0 to 1, an extraction without a crash, and quotes that stand where they say."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clew.extract.document import Document
from clew.extract.records import delivery_act, invoice, letter, passenger_record, register_extract, waybill
from clew.model.source import Page

LINES = [
    "INVOICE No. 17 of 5 March 2024", "Seller: Northlight Ltd", "Buyer: ООО «Вектор»", "卖方：深圳市北光仪器有限公司", "Total: 5,00 EUR",
    "Passenger: IVANOV/PETR MR", "To: SVX", "Date: 31.02.2024", "Dear Sirs,", "1. Wang Zhiqiang, passport E00000001", "ООО «", "с 3 по 9 марта",
    "Our specialists: Li Na, will visit Probsk from 3 to 9 March 2024", "Shareholder\tShare\n0.5\t", "Name | Passport | Post\n a | b | c", "№ № №", ":::",
    "Акт о завершении работ № 1", "специалисты Ван Вэй находились в г. Пробск", "",
]  # fmt: skip
RECORDS = [delivery_act, invoice, letter, passenger_record, register_extract, waybill]


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.RECORD_TYPE)
@settings(max_examples=60, deadline=None)
@given(parts=st.lists(st.one_of(st.sampled_from(LINES), st.text(max_size=30)), max_size=8))
def test_any_text_is_read_without_a_crash(record, parts):
    document = Document("s-test", "text/plain", (Page(1, "\n".join(parts)),))
    assert 0 <= record.recognise(document) <= 1
    found = record.extract(document)
    for quote in (quote for claim in found.claims for quote in claim.quotes):
        assert document.page(quote.span.page).text[quote.span.start : quote.span.stop] == quote.text


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.RECORD_TYPE)
def test_a_document_without_pages_is_nothing(record):
    document = Document("s-test", "text/plain", ())
    assert record.recognise(document) == 0
    assert record.extract(document).claims == ()


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.RECORD_TYPE)
@pytest.mark.parametrize("part", ["\n", " ", "«", "1 ", "Aa ", "王", "Seller: ", "5 March 2024 ", "1. Wang Wei, "])
def test_a_text_that_repeats_itself_is_read_to_its_end(record, part):
    """Patterns that run away would hang here, and the run's own time limit would end it."""
    document = Document("s-test", "text/plain", (Page(1, part * (20_000 // len(part))),))
    assert 0 <= record.recognise(document) <= 1
    assert record.extract(document).claims == ()
