"""News and statements are told by their wording. All invented."""

import pytest

from clew.extract.document import Document
from clew.extract.mapping import Mapping
from clew.extract.records import news, statement
from clew.model.source import Page

REPORT = (
    "Specialists visited plant, officials say\n\nMeridian Wire, 3 May 2025\n\nTwo officials said the visits were private. "
    "The ministry said it was unaware. The plant did not respond to requests for comment."
)
REPORT_RU = "Агентство сообщает о поездках. По словам двух чиновников, визиты были частными. Министерство заявило, что не знает о них."
REPORT_ZH = "据两名官员透露，访问是私人性质的。外交部表示不知情。该公司否认了报道。"
STATEMENT = "Statement of Orvel Instruments\n\nOrvel Instruments denies the report. We follow the law."
LETTER = "Dear Ms Zotova,\n\nThe ministry said it agrees. The plant said so too. You told us in May that it can be done.\n\nYours sincerely,"
BANK = "Statement\n\nAccount number 12. Opening balance 10. Closing balance 12."
INVOICE = "Invoice No. 12\nSeller: Orvel Instruments\nBuyer: Norvel Trading\nTotal: 120.00 EUR"


def document(text: str) -> Document:
    return Document("s-x", "text/plain", (Page(1, text),))


@pytest.mark.parametrize("text", [REPORT, REPORT_RU, REPORT_ZH])
def test_prose_full_of_attributions_is_news(text):
    assert news.recognise(document(text)) >= 0.6


@pytest.mark.parametrize("text", [LETTER, STATEMENT, INVOICE, BANK, "", "It was said."])
def test_a_letter_a_statement_and_a_paper_of_trade_are_no_news(text):
    assert news.recognise(document(text)) < 0.5


@pytest.mark.parametrize("text", [STATEMENT, "声明\n\n本公司否认有关报道。", "Заявление\n\nЗавод отрицает сообщения."])
def test_prose_under_that_title_is_a_statement(text):
    assert statement.recognise(document(text)) >= 0.7


@pytest.mark.parametrize("text", [BANK, REPORT, LETTER, INVOICE])
def test_a_bank_statement_is_no_statement_of_a_party(text):
    assert statement.recognise(document(text)) == 0.0


@pytest.mark.parametrize("module", [news, statement])
def test_what_is_read_as_prose_yields_nothing_here(module):
    found = module.extract(document(REPORT), Mapping())
    assert (found.claims, found.record_type) == ((), module.RECORD_TYPE)
