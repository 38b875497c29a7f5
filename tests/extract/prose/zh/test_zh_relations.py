"""Relations in Chinese prose between names and descriptions, and what only looks like one. Everybody here is invented."""

import pytest

from clew.extract.document import Document, Extraction
from clew.extract.prose import zh
from clew.model.source import Page

TELLING = {"says", "responds"}


def read(text: str, record_type: str = "news") -> Extraction:
    page = Page(1, text)
    return zh.extract(Document("s-x", "text/plain", (page,)), page, record_type=record_type)


def related(text: str, record_type: str = "news") -> list[tuple[str, str, str]]:
    claims = read(text, record_type).claims
    return [(claim.predicate, claim.subject, claim.object) for claim in claims if claim.predicate not in TELLING]


@pytest.mark.parametrize(
    ("sentence", "relation"),
    [
        ("恒岳精工副总经理陶景然出席了展会。", ("employee_of", "陶景然", "恒岳精工")),
        ("恒岳精工的董事正是陶景然。", ("director_of", "陶景然", "恒岳精工")),
        ("恒岳精工以1.2亿元收购青岭轴承51%的股权。", ("owns", "恒岳精工", "青岭轴承")),
        ("青岭轴承的唯一股东为恒岳精工。", ("owns", "恒岳精工", "青岭轴承")),
        ("上述三家公司极有可能由同一人控制。", ("controls", "同一人", "上述三家公司")),
        ("恒岳精工去年曾将12台数控机床转售给境外的卡兰机械厂。", ("supplied", "恒岳精工", "卡兰机械厂")),
        ("陶景然与对方代表在沙迦的一家酒店碰面。", ("meets", "陶景然", "对方代表")),
        ("被告人佟某利用职务便利，收受供应商好处费86万元。", ("paid", "供应商", "佟某")),
        ("该款发动机由奥维尔仪器公司研制。", ("made_by", "该款发动机", "奥维尔仪器公司")),
        ("工厂工程师郭某于3月4日来我厂指导安装。", ("visits", "郭某", "我厂")),
    ],
)
def test_a_relation_between_names_or_descriptions(sentence, relation):
    assert relation in related(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "恒岳精工的股权结构复杂。",
        "公司由此控制了成本。",
        "将货物转售给他人的行为违法。",
        "代表们在酒店大堂碰了面。",
        "精密仪器需要定期校准。",
    ],
)
def test_words_of_a_relation_without_its_ends_are_none(sentence):
    assert related(sentence) == []


def test_a_share_in_tenths_is_read_in_per_cent_and_a_purchase_that_is_planned_is_not_held():
    (claim,) = read("恒岳精工打算以18亿元收购青岭轴承六成股权。").claims
    assert (claim.qualifier("share"), claim.qualifier("amount"), claim.modality) == ("60", "1800000000", "planned")


def test_what_never_was_is_negated():
    (claim,) = (
        each
        for each in read("我公司从未向卡兰机械厂销售任何设备。", "statement").claims
        if each.predicate == "supplied"
    )
    assert claim.polarity == "negated"


@pytest.mark.parametrize(
    ("sentence", "firm"),
    [
        ("货柜经东码头运往奥兰托集团。", "奥兰托集团"),
        ("货物以贝尔斯特兰物流有限公司的名义申报。", "贝尔斯特兰物流有限公司"),
        ("该批货由瀚海重工股份有限公司生产。", "瀚海重工股份有限公司"),
        ("监管机构宣布吊销矢量公司的许可证。", "矢量公司"),
        ("矢量公司隶属钢铁仪器集团。", "钢铁仪器集团"),
        ("远航进口有限公司已经注销。", "远航进口有限公司"),
        ("恒岳精工拟收购一家工厂。", "恒岳精工"),
    ],
)
def test_a_firm_is_named_without_the_verb_or_preposition_before_it(sentence, firm):
    assert firm in [mention.text for mention in read(sentence).mentions if mention.kind == "organization"]


@pytest.mark.parametrize("sentence", ["监管机构没有说明原因。", "货代公司的仓库空了。", "精密仪器需要定期校准。"])
def test_what_many_are_called_is_no_name(sentence):
    assert not [mention for mention in read(sentence).mentions if mention.kind == "organization"]


@pytest.mark.parametrize(
    ("sentence", "person"),
    [
        ("副局长马蒂斯·韦林表示货轮已离港。", "马蒂斯·韦林"),
        ("专家奥尔加·布兰特在接受采访时表示遗憾。", "奥尔加·布兰特"),
        ("在高育民看来，事情简单。", "高育民"),
    ],
)
def test_a_person_is_named_without_title_and_verb(sentence, person):
    assert [mention.text for mention in read(sentence).mentions if mention.kind == "person"] == [person]


def test_what_a_speaker_says_of_itself_has_it_for_its_subject():
    assert related("公司称从未向卡兰机械厂供货。") == [("supplied", "公司", "卡兰机械厂")]
    (claim,) = read("公司稱從未直接或間接供貨予俄羅斯客戶。").claims
    assert (claim.subject, claim.object, claim.polarity) == ("公司", "俄羅斯客戶", "negated")


@pytest.mark.parametrize("sentence", ["官员称从未向卡兰机械厂供货。", "公司称，货轮从未向卡兰机械厂停靠。"])
def test_an_official_and_a_sentence_with_its_own_subject_are_no_supplier(sentence):
    assert related(sentence) == []


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("今年三月", "2024-03", "2024-03"),
        ("去年底", "late 2023", "late 2023"),
        ("上月", "2024-04", "2024-04"),
        ("去年上半年", "2023-01", "2023-06"),
        ("3月4日至10日", "2024-03-04", "2024-03-10"),
    ],
)
def test_a_time_is_told_from_the_day_of_the_document(words, first, last):
    claims = read(f"岭东讯 2024年5月6日电\n{words}，刘伟前往普罗布斯克。").claims
    (claim,) = (each for each in claims if each.predicate == "travels_to")
    assert (claim.valid_from.value, claim.valid_to.value, claim.qualifier("period")) == (first, last, words)


def test_without_a_day_of_the_document_a_time_keeps_its_words_and_no_date():
    (claim,) = read("去年底，刘伟前往普罗布斯克。").claims
    assert (claim.valid_from, claim.qualifier("period")) == (None, "去年底")


def test_a_day_within_the_text_does_not_date_the_document():
    claims = read(
        "2021年3月5日，码头边的仓库在一场大火之后只剩下四面焦黑的墙壁和几台机器。去年底，刘伟前往普罗布斯克。"
    ).claims
    assert [claim.valid_from for claim in claims if claim.predicate == "travels_to"] == [None]


def test_a_day_that_no_calendar_has_is_no_date():
    claims = read("岭东讯 2024年5月6日电\n2月31日，刘伟前往普罗布斯克。").claims
    assert [claim.valid_from for claim in claims if claim.predicate == "travels_to"] == [None]
