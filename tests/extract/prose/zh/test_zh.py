"""What Chinese sentences must yield, and what they must not. Every person, firm and town here is invented."""

import pickle
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clew.extract.document import Document, Extraction
from clew.extract.prose import zh
from clew.extract.prose.zh import _model
from clew.model.claim import Claim
from clew.model.errors import BadModel
from clew.model.source import Page


def read(text: str, record_type: str = "news") -> Extraction:
    page = Page(1, text)
    return zh.extract(Document("s-x", "text/plain", (page,)), page, record_type=record_type)


def only(text: str, record_type: str = "news") -> Claim:
    (claim,) = read(text, record_type).claims
    return claim


# Who says what


@pytest.mark.parametrize(
    ("sentence", "holders", "stance", "content"),
    [
        ("公司表示，货物已经发出。", ("公司",), "party_says", "货物已经发出"),
        ("货物已经发出，公司发言人说。", ("公司发言人",), "party_says", "货物已经发出"),
        ("据知情人士透露，货物已经发出。", ("知情人士",), "reported", "货物已经发出"),
        ("根据运单，货物已经发出。", ("运单",), "reported", "货物已经发出"),
        ("官员们认为，货物已经发出。", ("官员们",), "official_assesses", "货物已经发出"),
        ("分析人士指出，货物已经发出。", ("分析人士",), "expert_opines", "货物已经发出"),
        ("文件显示，货物已经发出。", ("文件",), "reported", "货物已经发出"),
        ("厂长说：“货物已经发出，没有单据。”", ("厂长",), "party_says", "货物已经发出，没有单据"),
        ("“货物已经发出，”厂长说，“没有任何单据。”", ("厂长",), "party_says", "货物已经发出 … 没有任何单据"),
    ],
)
def test_a_speaker_and_the_words_that_are_said(sentence, holders, stance, content):
    claim = only(sentence)
    assert (claim.holders, claim.stance, claim.object) == (holders, stance, content)


def test_a_chain_of_holders_is_kept_outermost_first():
    claims = read("据《子午线报》报道，两名官员认为，货物已经发出。").claims
    assert [(claim.holders, claim.stance) for claim in claims] == [(("《子午线报》", "两名官员"), "official_assesses")]


def test_whom_a_paper_cites_stands_behind_it():
    claim = only("《子午线报》援引两名外交官的话报道称，货物已经发出。")
    assert (claim.holders, claim.stance) == (("《子午线报》", "两名外交官"), "official_assesses")


def test_each_of_several_speakers_has_a_claim():
    assert [claim.holders for claim in read("省长和市长均表示，工厂不会关闭。").claims] == [("省长",), ("市长",)]


def test_two_things_said_are_two_claims():
    claims = read("公司承认出售过模块，但称从未见过买家。").claims
    assert [(claim.holders, claim.object) for claim in claims] == [
        (("公司",), "出售过模块"),
        (("公司",), "从未见过买家"),
    ]


def test_a_denial_is_a_response():
    claim = only("公司否认曾派遣员工。")
    assert (claim.predicate, claim.stance, claim.qualifier("reply")) == ("responds", "party_denies", "denies")


def test_neither_denied_nor_admitted_is_no_denial():
    assert not [claim for claim in read("公司既没有承认也没有否认采购。").claims if claim.stance == "party_denies"]


def test_a_belief_not_held_is_negated():
    assert only("官员们不认为货物已经发出。").polarity == "negated"


@pytest.mark.parametrize(
    "sentence", ["据悉，货物被扣。", "据称，货物被扣。", "有消息称，货物被扣。", "外界普遍认为，货物被扣。"]
)
def test_what_nobody_is_named_for_is_unknown_and_a_gap(sentence):
    extraction = read(sentence)
    assert {(claim.holders, claim.stance) for claim in extraction.claims} == {((), "unknown")}
    assert [gap.kind for gap in extraction.gaps] == ["unplaced_cue"]


@pytest.mark.parametrize(
    "sentence", ["这座工厂的名称没有变。", "他写了一本小说。", "根据合同，货物应于五月交付。", "货物说明书已经寄出。"]
)
def test_letters_of_a_cue_in_another_word_are_no_cue(sentence):
    assert not read(sentence).claims


def test_a_letter_s_own_sender_is_not_a_speaker_in_it():
    assert not read("我们确认货款已收到。", "letter").claims
    assert only("承运人告诉我们，货物已经发出。", "letter").holders == ("承运人",)


def test_in_a_statement_we_is_the_party():
    claim = only("我们认为该报道歪曲事实。", "statement")
    assert (claim.holders, claim.stance) == (("我们",), "party_says")


# Answers


@pytest.mark.parametrize(
    ("sentence", "subject", "kind"),
    [
        ("奥维尔公司未回应置评请求。", "奥维尔公司", "did_not_respond"),
        ("截至发稿时，奥维尔公司尚未回应。", "奥维尔公司", "did_not_respond"),
        ("矢量公司拒绝置评。", "矢量公司", "declined"),
        ("大使馆没有回复记者的提问。", "大使馆", "did_not_respond"),
        ("记者无法联系到德列莫夫。", "德列莫夫", "could_not_be_reached"),
    ],
)
def test_a_party_that_does_not_answer(sentence, subject, kind):
    claim = only(sentence)
    assert (claim.predicate, claim.stance, claim.subject) == ("responds", "no_response", subject)
    assert (claim.holders, claim.qualifier("reply")) == ((), kind)


@pytest.mark.parametrize("sentence", ["市场没有反应。", "公司拒绝了报价。", "工厂回应了关切。"])
def test_another_silence_is_no_non_response(sentence):
    assert not [claim for claim in read(sentence).claims if claim.stance == "no_response"]


def test_a_party_that_says_it_does_not_know_is_unaware():
    claim = only("商务部称对有关访问不知情。")
    assert (claim.predicate, claim.stance, claim.object) == ("responds", "party_unaware", "有关访问")


def test_that_another_does_not_know_is_no_answer_of_the_speaker():
    claim = only("商务部称，工厂不了解有关访问。")
    assert (claim.predicate, claim.stance) == ("says", "party_says")


# Relations


@pytest.mark.parametrize(
    ("sentence", "predicate", "subject", "target", "modality"),
    [
        ("刘伟曾为奥维尔仪器公司工作。", "employee_of", "刘伟", "奥维尔仪器公司", "held"),
        ("赵敏是诺维尔贸易公司总经理。", "director_of", "赵敏", "诺维尔贸易公司", "held"),
        ("矢量公司向布拉尼克工厂发运了12台机床。", "shipped", "矢量公司", "布拉尼克工厂", "shipped"),
        ("奥维尔仪器公司持有诺维尔贸易公司51%股份。", "owns", "奥维尔仪器公司", "诺维尔贸易公司", "held"),
        ("中间商向工厂支付了30万美元。", "paid", "中间商", "工厂", "paid"),
    ],
)  # fmt: skip
def test_a_relation_the_article_itself_tells_is_reported(sentence, predicate, subject, target, modality):
    claim = only(sentence)
    assert (claim.predicate, claim.subject, claim.object) == (predicate, subject, target)
    assert (claim.stance, claim.holders, claim.modality) == ("reported", (), modality)


@pytest.mark.parametrize(
    "sentence",
    [
        "如果刘伟为奥维尔仪器公司工作，交易将终止。",
        "刘伟是否为奥维尔仪器公司工作？",
        "刘伟为和平工作。",
        "中间商向工厂支付了敬意。" * 0 + "工厂支付能力不足。",
    ],
)
def test_what_only_looks_like_a_relation_is_none(sentence):
    assert not read(sentence).claims


def test_a_belief_stays_a_belief():
    claim = only("官员们认为，刘伟曾为奥维尔仪器公司工作。")
    assert (claim.predicate, claim.stance, claim.holders) == ("employee_of", "official_assesses", ("官员们",))


def test_a_relation_beside_a_cue_that_nobody_is_named_for_is_never_the_authors_own():
    assert {claim.stance for claim in read("据悉，刘伟曾为奥维尔仪器公司工作。").claims} == {"unknown"}


def test_a_relation_carries_its_time_and_sum():
    claim = only("2024年3月，中间商向工厂支付了30万美元。")
    assert (claim.qualifier("amount"), claim.qualifier("currency"), claim.valid_from.value) == (
        "300000",
        "USD",
        "2024-03",
    )


# Names


def test_a_firm_keeps_its_ending_and_loses_what_leads_up_to_it():
    mentions = {mention.text: mention.kind for mention in read("刘伟曾为奥维尔仪器公司工作。").mentions}
    assert mentions == {"刘伟": "person", "奥维尔仪器公司": "organization"}


def test_a_file_of_weights_that_holds_code_is_refused(tmp_path):
    path = tmp_path / "weights.pth"
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("m/data.pkl", pickle.dumps(print))
    with zipfile.ZipFile(path) as file, pytest.raises(BadModel, match="no place"):
        _model.Tensors(file).load()


WORDS = [
    "公司",
    "表示",
    "称",
    "，",
    "。",
    "：",
    "“",
    "”",
    "「",
    "」",
    "；",
    "据",
    "据悉",
    "官员",
    "认为",
    "否认",
    "的",
    "在",
    "对",
    "向",
    "时",
    "后",
    "援引",
    "报道",
    "发言人",
    "问",
    "答",
    "我",
    "他",
    "他们",
    "不",
    "未",
    "没有",
    "拒绝",
    "透露",
    "回应",
    "置评",
    "不了解",
    "王伟",
    "矢量公司",
    "并",
    "但",
    "同时",
    "说法",
    "是",
    "与",
    "和",
    "、",
    "公告",
    "报告",
    "告诉",
    "记者",
    "《潮汐周刊》",
    "被",
    "指",
    "看来",
    "从",
    "获悉",
    "3日",
    "关切",
    "表示",
    "所称",
    "一名",
    "不愿",
    "具名",
    "网传",
    "质疑",
    "电话",
    "无人接听",
    "…",
    "！",
    "？",
]


@settings(max_examples=150, deadline=None)
@given(
    st.one_of(
        st.text(alphabet="公司表示称说，。：“”；据悉官员认为否认未回应A1\n ", max_size=80),
        st.lists(st.sampled_from(WORDS), max_size=25).map("".join),
    )
)
def test_every_quote_stands_where_it_says(text):
    for claim in read(text).claims:
        assert all(text[quote.span.start : quote.span.stop] == quote.text for quote in claim.quotes)


def test_a_page_without_chinese_yields_nothing():
    extraction = read("The firm said that the pumps were lost.")
    assert (extraction.claims, extraction.mentions) == ((), ())


@pytest.mark.parametrize(
    ("sentence", "firm"),
    [
        ("名单（远航进口有限责任公司员工）已经寄出。", "远航进口有限责任公司"),
        ("北光仪器（上海）有限公司否认曾派遣员工。", "北光仪器（上海）有限公司"),
    ],
)
def test_what_leads_up_to_an_open_bracket_is_no_part_of_a_firm(sentence, firm):
    assert [mention.text for mention in read(sentence).mentions if mention.kind == "organization"] == [firm]
