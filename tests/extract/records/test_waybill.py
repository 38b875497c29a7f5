"""Invented firms and goods throughout."""

import pytest

from clew.extract.records import delivery_act, invoice, waybill

ENGLISH = (
    (
        "AIR WAYBILL No. 999-12345675\nDate of shipment: 8 March 2024\n"
        "Consignor: Northlight Instruments Co., Ltd.\nConsignee: OOO Vektor Test\nINN 6600000001\nCarrier: Testair Cargo\n"
    ),
    [["Description of goods", "Quantity", "Gross weight"], ["Measuring head KL-2140", "2 pcs", "12.5 kg"]],
)
RUSSIAN = (
    (
        "Товарно-транспортная накладная № 7 от 11.03.2024\nГрузоотправитель: ООО «Вектор Тест», ИНН 6600000001\n"
        "Грузополучатель: АО «Завод Пробный», г. Пробск\n"
    ),
    [["№ п/п", "Наименование груза", "Ед.", "Количество", "Масса брутто"], ["1", "Головка KL-2140", "шт", "2", "12,5"]],
)
CHINESE = (
    "装箱单\n编号：ZX-88\n日期：2024-03-08\n发货人：深圳市北光仪器有限公司\n收货人：上海试验贸易有限公司\n",
    [["序号", "货物名称", "型号", "数量", "毛重"], ["1", "测量头", "KL-2140", "2台", "12.5"]],
)


@pytest.mark.parametrize(
    ("blocks", "parties", "number", "day"),
    [
        (ENGLISH, ("Northlight Instruments Co., Ltd.", "OOO Vektor Test"), "999-12345675", "2024-03-08"),
        (RUSSIAN, ("ООО «Вектор Тест»", "АО «Завод Пробный»"), "7", "2024-03-11"),
        (CHINESE, ("深圳市北光仪器有限公司", "上海试验贸易有限公司"), "ZX-88", "2024-03-08"),
    ],
)
def test_each_line_is_shipped_to_the_consignee(paper, blocks, parties, number, day):
    document = paper(*blocks)
    found = waybill.extract(document)
    (claim,) = found.claims
    assert (claim.subject, claim.object) == parties
    assert (claim.predicate, claim.modality) == ("shipped", "shipped")
    assert (claim.qualifier("number"), claim.qualifier("item"), claim.qualifier("quantity")) == (number, "KL-2140", "2")
    assert claim.valid_from.value == day


@pytest.mark.parametrize("blocks", [ENGLISH, RUSSIAN, CHINESE])
def test_every_word_stands_where_it_is_said_to(paper, check_quotes, blocks):
    document = paper(*blocks)
    check_quotes(document, waybill.extract(document))


def test_a_waybill_without_lines_ships_as_a_whole(paper):
    document = paper("CMR No. 5\nConsignor: Northlight Ltd\nConsignee: Vektor LLC")
    (claim,) = waybill.extract(document).claims
    assert (claim.qualifier("item"), claim.quotes[0].text) == (None, "Consignee: Vektor LLC")


def test_without_a_consignee_nothing_is_claimed(paper):
    found = waybill.extract(paper("CMR No. 5\nConsignor: Northlight Ltd"))
    assert (found.claims, found.gaps[0].detail) == ((), "waybill: no consignee found")


@pytest.mark.parametrize("blocks", [ENGLISH, RUSSIAN, CHINESE])
def test_waybills_are_recognised_before_other_papers(paper, blocks):
    document = paper(*blocks)
    assert waybill.recognise(document) >= 0.5
    assert waybill.recognise(document) > max(invoice.recognise(document), delivery_act.recognise(document))


@pytest.mark.parametrize(
    "text",
    [
        "Dear Mr Ivanov,\nthe packing list and the waybill follow by mail.\nYours sincerely",
        "INVOICE No. 3\nSeller: Northlight Ltd\nConsignee: Vektor LLC\nTotal: 5.00 EUR",
        "Договор перевозки № 5\nГрузоотправитель: ООО «А»\nГрузополучатель: ООО «Б»",
    ],
)
def test_papers_that_only_mention_shipping_are_no_waybill(paper, text):
    assert waybill.recognise(paper(text)) < 0.5
