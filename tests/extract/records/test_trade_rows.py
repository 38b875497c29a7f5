"""Rows that name both sides: customs data and ledgers, and what only looks like them. Invented firms, people and goods."""

import pytest

from clew.extract.records import customs_declaration, invoice, trade_ledger, waybill

SALES = [
    ["Invoice No", "Date", "Seller", "Buyer", "Item", "Qty", "Unit price", "Total", "Currency"],
    [
        "SL-2201",
        "10.01.2025",
        "Norvel Logistics Ltd",
        "Hexgate Trading FZE",
        "Bearing BX-40",
        "40",
        "3000",
        "120000",
        "USD",
    ],
    [
        "AN-17",
        "20.01.2025",
        "Hexgate Trading FZE",
        "Brannick Tool Works",
        "Bearing BX-40",
        "40",
        "3600",
        "144000",
        "USD",
    ],
    ["Total", "", "", "", "", "", "", "264000", ""],
]
RUSSIAN = [
    [
        "Номер декларации",
        "Дата декларации",
        "Отправитель",
        "Получатель",
        "ИНН получателя",
        "Код ТН ВЭД",
        "Описание товара",
        "Вес нетто, кг",
        "Таможенная стоимость, USD",
    ],
    [
        "10005030/170125/0001234",
        "17.01.2025",
        "HEXGATE TRADING FZE",
        "ООО «Пробный Инструмент»",
        "6600000001",
        "8482109008",
        "Подшипники BX-40",
        "1200,5",
        "144000",
    ],
    [
        "10005030/020225/0002222",
        "02.02.2025",
        "HEXGATE TRADING FZE",
        "Пробный Павел Сергеевич",
        "",
        "8482109008",
        "Подшипники BX-41",
        "12",
        "1400",
    ],
]
CHINESE = [
    ["报关单号", "申报日期", "境内发货人", "境外收货人", "商品编码", "商品名称", "数量", "申报总价", "币制"],
    [
        "530120250000000017",
        "2025-01-17",
        "深圳市北光仪器有限公司",
        "Hexgate Trading FZE",
        "84821090",
        "轴承BX-40",
        "40个",
        "120000",
        "USD",
    ],
]
SHIPPED = [
    ["AWB", "Shipment date", "Shipper", "Consignee", "Description of goods", "Gross weight"],
    ["999-12345675", "2024-03-08", "Northlight Instruments Co., Ltd.", "OOO Vektor Test", "Measuring head KL-2140", "12.5"],
]  # fmt: skip


def test_each_row_of_a_sales_ledger_is_billed_and_its_sum_is_none(paper):
    document = paper("", SALES)
    first, second = trade_ledger.extract(document).claims
    assert (first.subject, first.predicate, first.object, first.modality) == (
        "Norvel Logistics Ltd",
        "billed",
        "Hexgate Trading FZE",
        "billed",
    )
    assert (
        first.qualifier("number"),
        first.qualifier("quantity"),
        first.qualifier("amount"),
        first.qualifier("currency"),
    ) == ("SL-2201", "40", "120000", "USD")
    assert (second.object, second.valid_from.value) == ("Brannick Tool Works", "2025-01-20")


def test_without_a_word_of_invoices_goods_were_only_supplied(paper):
    rows = [["No", *SALES[0][1:]], SALES[1]]
    (claim,) = trade_ledger.extract(paper("", rows)).claims
    assert (claim.predicate, claim.modality, claim.qualifier("number")) == ("supplied", "unknown", None)


def test_rows_from_consignor_to_consignee_are_shipped(paper):
    (claim,) = trade_ledger.extract(paper("", SHIPPED)).claims
    assert (claim.predicate, claim.qualifier("item"), claim.qualifier("gross_weight")) == ("shipped", "KL-2140", "12.5")


def test_customs_rows_are_declared_and_a_person_is_no_firm(paper):
    found = customs_declaration.extract(paper("", RUSSIAN))
    firm, person = found.claims
    assert (firm.predicate, firm.modality, firm.object) == ("declared", "declared", "ООО «Пробный Инструмент»")
    assert (firm.qualifier("hs_code"), firm.qualifier("net_weight"), firm.qualifier("currency")) == (
        "8482109008",
        "1200.5",
        "USD",
    )
    kinds = {mention.text: (mention.kind, dict(mention.identifiers)) for mention in found.mentions}
    assert kinds["ООО «Пробный Инструмент»"] == ("organization", {"inn": "6600000001"})
    assert kinds[person.object] == ("person", {})


def test_chinese_customs_rows_are_read(paper):
    (claim,) = customs_declaration.extract(paper("", CHINESE)).claims
    assert (claim.subject, claim.object, claim.qualifier("quantity"), claim.valid_from.value) == (
        "深圳市北光仪器有限公司",
        "Hexgate Trading FZE",
        "40",
        "2025-01-17",
    )


def test_one_declaration_is_read_by_its_labels(paper):
    text = "出口货物报关单\n海关编号：530120250000000017\n申报日期：2025-01-17\n境内发货人：深圳市北光仪器有限公司\n境外收货人：Hexgate Trading FZE\n"
    goods = [["商品编号", "商品名称", "数量及单位", "总价"], ["84821090", "轴承BX-40", "40个", "120000"]]
    document = paper(text, goods)
    (claim,) = customs_declaration.extract(document).claims
    assert (claim.subject, claim.object, claim.qualifier("number")) == (
        "深圳市北光仪器有限公司",
        "Hexgate Trading FZE",
        "530120250000000017",
    )
    assert customs_declaration.recognise(document) > max(waybill.recognise(document), invoice.recognise(document))


@pytest.mark.parametrize(
    ("rows", "shelf"),
    [(SALES, trade_ledger), (SHIPPED, trade_ledger), (RUSSIAN, customs_declaration), (CHINESE, customs_declaration)],
)
def test_is_told_apart_and_every_word_stands_where_it_is_said_to(paper, check_quotes, rows, shelf):
    document = paper("", rows)
    scores = {one.RECORD_TYPE: one.recognise(document) for one in (trade_ledger, customs_declaration, invoice, waybill)}
    assert max(scores, key=scores.get) == shelf.RECORD_TYPE
    check_quotes(document, shelf.extract(document))


def test_a_row_without_a_side_is_counted_in_a_gap(paper):
    rows = [*SALES[:2], ["AN-18", "21.01.2025", "", "Brannick Tool Works", "Bearing BX-40", "4", "", "", ""]]
    found = trade_ledger.extract(paper("", rows))
    assert len(found.claims) == 1
    assert [gap.detail for gap in found.gaps] == ["table 1: no two sides, or no goods, in rows 3"]


def test_the_head_of_an_invoice_laid_out_as_a_row_is_no_ledger(paper):
    head = [
        ["Seller", "Buyer", "Invoice No", "Date", "Total"],
        ["Northlight Ltd", "Vektor LLC", "17", "2024-03-05", "250.00"],
    ]
    goods = [["Description", "Quantity", "Amount"], ["Measuring head KL-2140", "2", "250.00"]]
    assert trade_ledger.recognise(paper("COMMERCIAL INVOICE", head, goods)) == 0.0
