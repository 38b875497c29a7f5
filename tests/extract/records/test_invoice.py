"""Invented firms and goods throughout."""

from dataclasses import replace

import pytest
from layouts import lay_out

from clew.extract.document import Document
from clew.extract.labels import title_of
from clew.extract.records import delivery_act, invoice, waybill
from clew.extract.titles import TITLES
from clew.model.source import Page

ENGLISH = (
    (
        "COMMERCIAL INVOICE\nInvoice No.: INV-2024-017\nInvoice Date: 5 March 2024\n"
        "Seller: Northlight Instruments Co., Ltd., Room 5, 12 Harbour Road, Shenzhen\n"
        "Unified Social Credit Code: 91440300MA5TEST012\n"
        "Buyer: OOO Vektor Test, Ekaterinburg\nINN 6600000001, KPP 660001001\n"
    ),
    [
        ["No", "Description", "HS Code", "Qty", "Unit", "Unit Price, USD", "Amount, USD"],
        ["1", "Measuring head KL-2140", "9031.80", "2", "pcs", "1,250.00", "2,500.00"],
        ["2", "Mounting kit", "8466.20", "10", "pcs", "12.50", "125.00"],
        ["", "Total", "", "", "", "", "2,625.00"],
    ],
    "Total amount due: USD 2,625.00",
)
RUSSIAN = (
    (
        "Счёт-фактура № 45 от 5 марта 2024 г.\n"
        "Продавец: ООО «Вектор Тест», ИНН 6600000001, КПП 660001001\nАдрес: 620000, г. Екатеринбург, ул. Мира, 1\n"
        "Покупатель: АО «Завод Пробный»\nИНН 7700000002\n"
    ),
    [
        ["№", "Наименование товара", "Ед. изм.", "Кол-во", "Цена, руб.", "Сумма, руб."],
        ["1", "Головка измерительная KL-2140", "шт.", "2", "150 000,00", "300 000,00"],
        ["", "Итого:", "", "", "", "300 000,00"],
    ],
    "Всего к оплате: 300 000,00 руб.",
)
CHINESE = (
    (
        "商业发票\n发票号码：FP2024-88\n开票日期：2024年3月5日\n"
        "卖方：深圳市北光仪器有限公司\n统一社会信用代码：91440300MA5TEST012\n买方：上海试验贸易有限公司\n"
    ),
    [
        ["序号", "品名", "型号", "数量", "单位", "单价", "金额"],
        ["1", "测量头", "KL-2140", "2", "台", "8,000.00", "16,000.00"],
    ],
    "合计：人民币 16,000.00 元",
)
TYPED = (
    (
        "INVOICE 2024/31\nDate: 2024-03-05\nFrom: Northlight Instruments Ltd\nTo: Vektor Test LLC\n\n"
        "1  Measuring head KL-2140   2 pcs   1,250.00   2,500.00\n2  Delivery note   3   1.00   99.00\n\nTotal: 2,599.00 EUR"
    ),
)


def claims_of(document, predicate):
    return [claim for claim in invoice.extract(document).claims if claim.predicate == predicate]


def test_each_line_is_billed_by_the_seller_to_the_buyer(paper, check_quotes):
    document = paper(*ENGLISH)
    first, second = claims_of(document, "billed")
    assert (first.subject, first.object) == ("Northlight Instruments Co., Ltd.", "OOO Vektor Test")
    assert (first.modality, first.valid_from.value) == ("billed", "2024-03-05")
    assert dict(first.qualifiers) == {
        "amount": "2500.00", "currency": "USD", "description": "Measuring head KL-2140", "hs_code": "903180",
        "item": "KL-2140", "line": "1", "number": "INV-2024-017", "quantity": "2", "unit": "pcs", "unit_price": "1250.00",
    }  # fmt: skip
    assert second.qualifier("item") == "Mounting kit"
    check_quotes(document, invoice.extract(document))


def test_every_slot_has_its_own_words(paper):
    first, _ = claims_of(paper(*ENGLISH), "billed")
    words = {quote.role: quote.text for quote in first.quotes}
    assert words["item"] == "KL-2140"
    assert words["quantity"] == "2"
    assert words["unit_price"] == "1,250.00"
    assert words["number"] == "INV-2024-017"
    assert words["date"] == "5 March 2024"
    assert words["subject"] == "Northlight Instruments Co., Ltd."
    assert words["quote"].startswith("1\tMeasuring head KL-2140")


def test_the_total_is_a_claim_of_its_own(paper):
    (total,) = claims_of(paper(*ENGLISH), "totals")
    assert (total.object, total.qualifier("currency"), total.quotes[0].text) == (
        "2625.00",
        "USD",
        "Total amount due: USD 2,625.00",
    )


def test_identifiers_go_with_the_party_they_stand_under(paper):
    seller, buyer = invoice.extract(paper(*ENGLISH)).mentions
    assert seller.identifiers == (("uscc", "91440300MA5TEST012"),)
    assert buyer.identifiers == (("inn", "6600000001"),)


def test_a_russian_invoice_is_read(paper, check_quotes):
    document = paper(*RUSSIAN)
    (claim,) = claims_of(document, "billed")
    assert (claim.subject, claim.object) == ("ООО «Вектор Тест»", "АО «Завод Пробный»")
    assert (claim.qualifier("number"), claim.valid_from.value) == ("45", "2024-03-05")
    assert (claim.qualifier("unit_price"), claim.qualifier("currency"), claim.qualifier("unit")) == (
        "150000.00",
        "RUB",
        "шт.",
    )
    (total,) = claims_of(document, "totals")
    assert total.object == "300000.00"
    check_quotes(document, invoice.extract(document))


def test_a_chinese_invoice_is_read(paper, check_quotes):
    document = paper(*CHINESE)
    (claim,) = claims_of(document, "billed")
    assert (claim.subject, claim.object) == ("深圳市北光仪器有限公司", "上海试验贸易有限公司")
    assert (claim.qualifier("number"), claim.qualifier("item"), claim.qualifier("currency")) == (
        "FP2024-88",
        "KL-2140",
        "CNY",
    )
    check_quotes(document, invoice.extract(document))


def test_typed_lines_are_taken_only_where_the_product_is_right(paper):
    (claim,) = claims_of(paper(*TYPED), "billed")
    assert (claim.qualifier("item"), claim.qualifier("quantity"), claim.qualifier("amount")) == (
        "KL-2140",
        "2",
        "2500.00",
    )


def test_an_invoice_without_lines_is_billed_as_a_whole(paper):
    document = paper(
        "INVOICE No. 17 of 5 March 2024\nSeller: Northlight Ltd\nBuyer: Vektor LLC\nGrand total: EUR 500.00"
    )
    (claim,) = claims_of(document, "billed")
    assert (claim.qualifier("amount"), claim.qualifier("number")) == ("500.00", "17")
    assert claim.quotes[0].text == "Grand total: EUR 500.00"


def test_a_missing_buyer_is_a_gap_and_only_the_total_is_claimed(paper):
    found = invoice.extract(paper("INVOICE No. 17\nSeller: Northlight Ltd\nTotal: EUR 500.00"))
    assert [(claim.predicate, claim.subject, claim.object) for claim in found.claims] == [
        ("totals", "Northlight Ltd", "500.00")
    ]
    assert found.gaps[0].detail == "invoice: no buyer found"


def test_parties_side_by_side_are_told_apart(paper):
    document = paper("INVOICE No. 17", [["Seller", "Buyer"], ["Northlight Ltd", "Vektor LLC"]], "Total: 5.00 EUR")
    (claim,) = claims_of(document, "billed")
    assert (claim.subject, claim.object) == ("Northlight Ltd", "Vektor LLC")


@pytest.mark.parametrize("blocks", [ENGLISH, RUSSIAN, CHINESE, TYPED])
def test_invoices_are_recognised_before_other_papers(paper, blocks):
    document = paper(*blocks)
    assert invoice.recognise(document) >= 0.5
    assert invoice.recognise(document) > max(waybill.recognise(document), delivery_act.recognise(document))


@pytest.mark.parametrize(
    "text",
    [
        "PRICE LIST 2024\nSeller: Northlight Ltd\nMeasuring head KL-2140  2  1,250.00  2,500.00\nTotal: 2,500.00 USD",
        "QUOTATION No. 5\nSeller: Northlight Ltd\nBuyer: Vektor LLC\nMeasuring head KL-2140  2  1,250.00  2,500.00\nTotal: 2,500.00",
        "PROFORMA INVOICE No. 5\nSeller: Northlight Ltd\nBuyer: Vektor LLC\nTotal: 2,500.00",
        "Dear Sirs,\nour invoice No. 17 of 5 March 2024 over 2,500.00 USD is overdue. Please pay.\nYours faithfully",
        "Payment reminder\nInvoice No. 17\nSeller: Northlight Ltd\nBuyer: Vektor LLC\nTotal due: 2,500.00 USD, overdue",
        "Уважаемый Иван Иванович!\nПросим оплатить счёт № 45 от 5 марта 2024 г. С уважением",
        "报价单\n卖方：深圳市北光仪器有限公司\n买方：上海试验贸易有限公司\n合计：100.00",
    ],
)
def test_papers_that_only_speak_of_money_are_no_invoice(paper, text):
    assert invoice.recognise(paper(text)) < 0.5


LETTER = "To: Kestrel Trade LLC\nSubject: the pumps\n\nDear Ms Brandt,\n\nWe look forward to your visit.\n"


def test_who_is_named_on_the_next_paper_of_a_scan_is_no_side_of_the_invoice(paper):
    alone = paper(
        "COMMERCIAL INVOICE\nInvoice No.: INV-7\nDate: 5 March 2024\nSeller: Northlight Instruments Ltd\nTotal: 2,599.00 EUR\n"
    )
    letter = replace(paper(LETTER).pages[0], number=2)
    found = invoice.extract(replace(alone, pages=(*alone.pages, letter)))
    assert {claim.predicate for claim in found.claims} == {"totals"}
    assert "Kestrel Trade LLC" not in {mention.text for mention in found.mentions}
    assert any("page 2 begins another paper" in gap.detail for gap in found.gaps)


def test_an_invoice_that_goes_on_over_pages_is_one_paper(paper):
    first = paper("COMMERCIAL INVOICE\nInvoice No.: INV-7\nDate: 5 March 2024\nSeller: Northlight Instruments Ltd\n")
    second = replace(
        paper("COMMERCIAL INVOICE INV-7, page 2\nBuyer: Vektor Test LLC\nTotal: 2,599.00 EUR\n").pages[0], number=2
    )
    found = invoice.extract(replace(first, pages=(*first.pages, second)))
    assert {(claim.subject, claim.object) for claim in found.claims if claim.predicate == "billed"} == {
        ("Northlight Instruments Ltd", "Vektor Test LLC")
    }


MAIL = """From: Ines Aldervik <ines@northpier.example>
To: Otto Brandel <otto@quaystone.example>
Subject: Invoice INV-2024-017
Date: Tue, 5 Mar 2024 10:00:00 +0000

INVOICE INV-2024-017
Description  Qty  Unit price  Amount
Pressure sensor PS-40  10  20.00  200.00
Total: USD 200.00
"""


def test_the_head_of_a_mail_names_no_party_of_the_invoice_in_it():
    document = Document("s-test", "message/rfc822", (Page(1, MAIL),))
    found = invoice.extract(document)
    assert [(claim.predicate, claim.subject, claim.object) for claim in found.claims] == [
        ("totals", "INV-2024-017", "200.00")
    ]
    assert "no seller and buyer found" in found.gaps[0].detail


@pytest.mark.parametrize(
    ("label", "figure"), [("Summe", "43,50 EUR"), ("Всего к оплате", "43,50"), ("应付金额", "43.50元")]
)
def test_a_total_at_the_right_edge_belongs_to_its_label_at_the_left(label, figure):
    document = lay_out(
        (50, 60, "Invoice No. 17"), (50, 75, "Seller: Northlight Ltd"), (50, 300, label), (520, 300, figure)
    )
    (claim,) = [claim for claim in invoice.extract(document).claims if claim.predicate == "totals"]
    assert claim.object == "43.50"


def test_a_tax_in_all_is_no_total():
    document = lay_out(
        (50, 60, "Rechnung Nr. 17"),
        (50, 75, "Verkäufer: Nordlicht GmbH"),
        (50, 280, "USt. Gesamt: 7,50"),
        (50, 300, "Gesamtbetrag: 57,50"),
    )
    (claim,) = [claim for claim in invoice.extract(document).claims if claim.predicate == "totals"]
    assert claim.object == "57.50"


@pytest.mark.parametrize(("title", "day"), [("Facture n° 17", "2024-04-03"), ("Invoice no. 17", None)])
def test_a_day_that_may_be_a_month_is_read_as_the_papers_language_writes_it(title, day):
    document = lay_out(
        (50, 60, title), (50, 75, "Date: 03/04/2024"), (50, 90, "Vendeur: Moulin SARL"), (50, 300, "Total TTC 43,50 €")
    )
    (claim,) = [claim for claim in invoice.extract(document).claims if claim.predicate == "totals"]
    assert (claim.valid_from and claim.valid_from.value) == day


def test_goods_called_an_offer_on_a_later_page_begin_no_new_paper():
    pages = (
        Page(1, "Rechnung Nr. 17\nVerkäufer: Nordlicht GmbH\n"),
        Page(2, "02 Außerhalb Angebot\nBruttosumme 43,50 EUR\n"),
    )
    assert [claim.object for claim in invoice.extract(Document("s-test", "application/pdf", pages)).claims] == ["43.50"]


SELLER = (50, 75, "Seller: Northlight Ltd")


def total_of(*pieces):
    return [claim.object for claim in invoice.extract(lay_out(*pieces)).claims if claim.predicate == "totals"]


@pytest.mark.parametrize(
    ("lines", "total"),
    [
        (("VAT total: 75.04", "Due payable: 571.04"), ["571.04"]),
        (("Sum of taxes, VAT total: 75.04",), []),
        (("Grand total: 571.04",), ["571.04"]),
    ],
)
def test_words_before_a_total_say_what_it_sums(lines, total):
    pieces = [(50, 300 + 16 * nth, line) for nth, line in enumerate(lines)]
    assert total_of((50, 60, "Invoice No. 17"), SELLER, *pieces) == total


def test_the_day_an_amount_is_due_on_is_no_amount():
    pieces = ((50, 300, "Total amount due on August 3 , 2014"), (500, 300, "$4.11"))
    assert total_of((50, 60, "Invoice No. 17"), SELLER, *pieces) == ["4.11"]


@pytest.mark.parametrize("title", ["RECHNUNGS-KORREKTUR", "Beitrags-Rechnung", "Beitragsrechnung"])
def test_a_compound_with_a_hyphen_is_the_title_it_ends_in(title):
    paper = lay_out((50, 60, title), (50, 75, "Verkäufer: Nordlicht GmbH"), (50, 90, "Rechnungs-Nr.: 17"))
    assert title_of(paper, TITLES) == "invoice"


def test_a_hyphen_elsewhere_makes_no_title():
    assert title_of(lay_out((50, 60, "Ab-rechnung der Waren-Lieferung")), TITLES) is None


DEMAND = ((50, 60, "{title}"), (50, 90, "Sehr geehrte Damen und Herren,"), (50, 300, "Rechnungsbeitrag: 59,50 EUR"))


def recognised(title, *more):
    return invoice.recognise(lay_out(*((x, y, text.format(title=title)) for x, y, text in (*DEMAND, *more))))


def test_a_bill_in_the_form_of_a_letter_is_an_invoice_where_it_says_what_account_to_pay_to():
    account = (50, 320, "Bitte zahlen Sie auf IBAN DE02 1203 0000 0000 2020 51")
    assert recognised("Beitragsrechnung", account) >= 0.5
    assert recognised("Zahlungserinnerung", account) < 0.5
    assert recognised("Ihre Police", account) < 0.5
