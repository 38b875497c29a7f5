"""Invented firms and goods throughout."""

import pytest

from clew.extract.records import delivery_act, invoice, waybill

ENGLISH = (
    (
        "DELIVERY AND ACCEPTANCE ACT No. 12\nDate: 15 March 2024\nPlace of signing: Probsk\n"
        "Supplier: OOO Vektor Test\nReceiver: AO Zavod Probny\nThe supplier has delivered and the receiver has accepted:\n"
    ),
    [["No", "Description", "Qty"], ["1", "Measuring head KL-2140", "2"]],
)
RUSSIAN = (
    (
        "АКТ ПРИЁМА-ПЕРЕДАЧИ № 12 от 15 марта 2024 г.\n"
        "ООО «Вектор Тест», именуемое в дальнейшем «Поставщик», в лице директора, и АО «Завод Пробный», "
        "именуемое в дальнейшем «Покупатель», составили акт о том, что Поставщик передал, а Покупатель принял:\n"
    ),
    [["№", "Наименование", "Количество", "Ед. изм."], ["1", "Головка измерительная KL-2140", "2", "шт."]],
    "Сдал: Петров И. И.   Принял: Сидоров С. С.",
)
CHINESE = (
    "设备验收单\n编号：YS-12\n验收日期：2024年3月15日\n供方：深圳市北光仪器有限公司\n验收单位：上海试验贸易有限公司\n",
    [["序号", "设备名称", "型号", "数量"], ["1", "测量头", "KL-2140", "2台"]],
)


@pytest.mark.parametrize(
    ("blocks", "parties", "number"),
    [
        (ENGLISH, ("OOO Vektor Test", "AO Zavod Probny"), "12"),
        (RUSSIAN, ("ООО «Вектор Тест»", "АО «Завод Пробный»"), "12"),
        (CHINESE, ("深圳市北光仪器有限公司", "上海试验贸易有限公司"), "YS-12"),
    ],
)
def test_each_line_is_delivered_to_the_receiver(paper, check_quotes, blocks, parties, number):
    document = paper(*blocks)
    found = delivery_act.extract(document)
    (claim,) = found.claims
    assert (claim.subject, claim.object) == parties
    assert (claim.predicate, claim.modality) == ("delivered", "delivered")
    assert (claim.qualifier("number"), claim.qualifier("item"), claim.qualifier("quantity")) == (number, "KL-2140", "2")
    assert claim.valid_from.value == "2024-03-15"
    check_quotes(document, found)


def test_the_place_of_signing_is_kept(paper):
    (claim,) = delivery_act.extract(paper(*ENGLISH)).claims
    assert claim.qualifier("place") == "Probsk"


@pytest.mark.parametrize("blocks", [ENGLISH, RUSSIAN, CHINESE])
def test_acts_are_recognised_before_other_papers(paper, blocks):
    document = paper(*blocks)
    assert delivery_act.recognise(document) >= 0.5
    assert delivery_act.recognise(document) > max(invoice.recognise(document), waybill.recognise(document))


@pytest.mark.parametrize(
    "text",
    [
        "Dear Sirs,\nwe have received the goods and will sign the acceptance act.\nYours faithfully",
        "INVOICE No. 3\nSeller: Northlight Ltd\nBuyer: Vektor LLC\nTotal: 5.00 EUR\nGoods once accepted are not returned.",
        "Акт сверки взаимных расчётов\nООО «А» и ООО «Б»",
        "The Act on Customs was accepted by parliament. Ministers have received it.",
    ],
)
def test_other_acts_and_receipts_are_no_delivery_act(paper, text):
    assert delivery_act.recognise(paper(text)) < 0.5


def test_a_name_broken_behind_its_form_is_whole_in_the_opening_of_an_act(paper, check_quotes):
    document = paper(
        "АКТ ПРИЁМА-ПЕРЕДАЧИ № 12 от 15 марта 2024 г.\nООО «Вектор Тест» (ИНН 7700000001), именуемое в дальнейшем «Поставщик», передало, а АО\n"
        "«Завод Пробный» (ИНН 6600000001), именуемое в дальнейшем «Покупатель», приняло товар:\n",
        RUSSIAN[1],
    )
    found = delivery_act.extract(document)
    assert [(claim.subject, claim.object) for claim in found.claims] == [("ООО «Вектор Тест»", "АО «Завод Пробный»")]
    assert [mention.identifiers for mention in found.mentions] == [(("inn", "7700000001"),), (("inn", "6600000001"),)]
    check_quotes(document, found)
