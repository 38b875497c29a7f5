"""Who speaks in Chinese prose of many kinds: briefings, papers of firms, courts, letters, features. Everybody here is invented."""

import pytest

from clew.extract.document import Document, Extraction
from clew.extract.prose import zh
from clew.model.claim import Claim
from clew.model.source import Page


def read(text: str, record_type: str = "news") -> Extraction:
    page = Page(1, text)
    return zh.extract(Document("s-x", "text/plain", (page,)), page, record_type=record_type)


def told(text: str, record_type: str = "news") -> list[tuple[tuple[str, ...], str, str]]:
    return [(claim.holders, claim.stance, claim.object) for claim in read(text, record_type).claims]


def only(text: str, record_type: str = "news") -> Claim:
    (claim,) = read(text, record_type).claims
    return claim


# The phrase that names a speaker: all of it, and nothing else


@pytest.mark.parametrize(
    ("sentence", "holder"),
    [
        ("海关缉私局一名值班负责人3日证实，货轮已离港。", "海关缉私局一名值班负责人"),
        ("一位不愿具名的代理商抱怨说，货轮已离港。", "一位不愿具名的代理商"),
        ("该厂一名不愿透露姓名的车间主任说，货轮已离港。", "该厂一名不愿透露姓名的车间主任"),
        ("在港口干了二十年的老工人说，货轮已离港。", "在港口干了二十年的老工人"),
        ("曾在船上工作的孙某回忆道，货轮已离港。", "曾在船上工作的孙某"),
        ("副局长马蒂斯·韦林在例行记者会上回答提问时表示，货轮已离港。", "副局长马蒂斯·韦林"),
        ("公司董事长通过律师发来的书面回复称，货轮已离港。", "公司董事长"),
        ("受访的二十三名船员中，有十九人说，货轮已离港。", "十九人"),
        ("群里有人说货轮已离港。", "有人"),
        ("研究人员认为，货轮已离港。", "研究人员"),
        ("港務局發言人於晚間表示，货轮已离港。", "港務局發言人"),
    ],
)
def test_the_whole_phrase_that_names_a_speaker_is_its_holder(sentence, holder):
    claim = only(sentence)
    assert (claim.holders, claim.object) == ((holder,), "货轮已离港")


def test_a_name_with_a_title_is_one_holder_and_its_name_is_the_mention():
    extraction = read("矢量公司总裁科尔佐娃表示，货轮已离港。")
    (claim,) = (claim for claim in extraction.claims if claim.predicate == "says")
    names = {mention.id: mention.text for mention in extraction.mentions}
    assert (claim.holders, names[claim.subject_mention]) == (("矢量公司总裁科尔佐娃",), "科尔佐娃")


@pytest.mark.parametrize(
    "sentence",
    [
        "这项任务的难度说大不大。",
        "任何企业违反规定都将受到查处。",
        "他说得很直接。",
        "公司公布的数据已经更新。",
        "媒体把纠纷写成了小说。",
        "工厂未提供验收文件。",
    ],
)
def test_a_verb_that_tells_nothing_makes_no_speaker(sentence):
    assert not [claim for claim in read(sentence).claims if claim.predicate in {"says", "responds"}]


# Who goes on, and who comes next


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "公司于晚间发表声明，强调货轮已离港，并质疑文件的真实性。",
            [("公司", "货轮已离港"), ("公司", "文件的真实性")],
        ),
        ("财务一口咬定钱付了，银行又说没收到。", [("财务", "钱付了"), ("银行", "没收到")]),
        ("原告诉称，货款已付；被告辩称，分文未收。", [("原告", "货款已付"), ("被告", "分文未收")]),
        ("官员称货轮已离港，同时强调船员安全。", [("官员", "货轮已离港"), ("官员", "船员安全")]),
        ("影像表明厂房已封顶，而当局一再声称工程停建。", [("影像", "厂房已封顶"), ("当局", "工程停建")]),
    ],
)
def test_the_turns_of_a_sentence_part(sentence, expected):
    assert [(holders[-1], content) for holders, _, content in told(sentence)] == expected


def test_who_speaks_within_a_papers_report_is_its_speaker():
    assert told("据《子午线报》报道，货轮已离港，官员称船员安全。")[0][0] == ("《子午线报》", "官员")


def test_a_clause_without_a_word_of_speech_is_no_new_turn():
    assert told("官员称货轮已离港，公司也关了门。") == [(("官员",), "official_assesses", "货轮已离港，公司也关了门")]


# Sources


@pytest.mark.parametrize(
    ("sentence", "holders"),
    [
        ("另据东澜社援引港口消息，货轮已离港。", ("东澜社", "港口消息")),
        ("东澜社快讯：据两名船员透露，货轮已离港。", ("东澜社", "两名船员")),
        ("据本报获得的一份审计报告，货轮已离港。", ("本报获得的一份审计报告",)),
        ("据当地居民回忆，货轮已离港。", ("当地居民",)),
        ("在港务局长看来，货轮已离港。", ("港务局长",)),
        ("多家外媒援引匿名官员的话报道称，货轮已离港。", ("多家外媒", "匿名官员")),
        ("船长的说法是，货轮已离港。", ("船长",)),
        ("船长在码头向《潮汐周刊》透露，货轮已离港。", ("《潮汐周刊》", "船长")),
        ("货轮已离港，据船长介绍。", ("船长",)),
    ],
)
def test_a_clause_that_names_its_source(sentence, holders):
    assert [(claim[0], claim[2]) for claim in told(sentence)] == [(holders, "货轮已离港")]


@pytest.mark.parametrize(
    "sentence", ["根据有关规定，货轮应当离港。", "按照原计划，货轮明日离港。", "从码头看，货轮很小。"]
)
def test_a_law_a_plan_and_a_place_are_no_source(sentence):
    assert told(sentence) == []


@pytest.mark.parametrize("sentence", ["網傳货轮被扣。", "據傳货轮被扣。", "该轮据信被扣。", "船东被指走私。"])
def test_hearsay_is_an_unknown_speakers(sentence):
    assert {(holders, stance) for holders, stance, _ in told(sentence)} == {((), "unknown")}


def test_an_instrument_or_paper_that_shows_is_reported():
    assert told("卫星图像分析表明，厂房尚未动工。") == [(("卫星图像分析",), "reported", "厂房尚未动工")]


# Speech in marks, behind a colon, and in a round of questions


@pytest.mark.parametrize(
    ("sentence", "holder", "content"),
    [
        ("「货轮早就走了，」船长说。", "船长", "货轮早就走了"),
        ("船长把茶杯重重一放：“货轮早就走了！”", "船长", "货轮早就走了"),
        ("船长仅回应“一切依法办理”便离开。", "船长", "一切依法办理"),
        ("知情网友爆料：货轮早就走了！", "知情网友", "货轮早就走了"),
    ],
)
def test_speech_has_the_speaker_who_stands_beside_it(sentence, holder, content):
    claim = only(sentence)
    assert (claim.holders, claim.object) == ((holder,), content)


def test_what_an_answer_says_is_the_spokesmans_and_a_question_says_nothing():
    text = "外交部发言人答记者问\n问：货轮是否已被扣押？\n答：船员均平安。我们会继续关注。"
    claims = read(text, "statement").claims
    assert [(claim.holders, claim.object) for claim in claims] == [
        (("外交部发言人",), "船员均平安"),
        (("外交部发言人",), "我们会继续关注"),
    ]
    assert {claim.qualifier("coreference") for claim in claims} == {"suggested"}


def test_the_greeting_of_a_letter_is_no_answer():
    assert told("陶经理：货轮已离港。", "letter") == []


# Denials, and what a speaker does not know


@pytest.mark.parametrize(
    ("sentence", "about"),
    [
        ("对于这一说法，公司予以坚决否认。", "这一说法"),
        ("網傳董事長已出境，公司發言人隨即否認。", "董事長已出境"),
        ("经纪公司火速辟谣：“完全没有的事，已取证。”", "完全没有的事，已取证"),
    ],
)
def test_a_denial_holds_what_it_denies(sentence, about):
    (claim,) = (claim for claim in read(sentence).claims if claim.stance == "party_denies")
    assert (claim.object, claim.qualifier("reply")) == (about, "denies")


def test_that_a_report_is_untrue_is_a_denial_and_that_it_is_worrying_is_none():
    assert only("发言人说，有关报道与事实不符。").stance == "party_denies"
    assert only("发言人说，有关报道令人担忧。").stance == "party_says"


def test_a_speaker_who_does_not_know_in_the_first_sentence_still_says_the_rest():
    claims = read("船长回答提问时说：“我不掌握你提到的情况。货轮早就走了。”").claims
    assert [(claim.stance, claim.object) for claim in claims] == [
        ("party_unaware", "你提到的情况"),
        ("party_says", "货轮早就走了"),
    ]


def test_in_its_own_paper_a_party_that_does_not_know_is_unaware():
    claim = only("我们对最终用户并不知情。", "statement")
    assert (claim.stance, claim.object) == ("party_unaware", "最终用户")
    assert not read("附近居民对此并不知情。").claims


# No answer


@pytest.mark.parametrize(
    ("sentence", "subject", "kind"),
    [
        ("被追问是否见面时，船长笑而不答。", "船长", "did_not_respond"),
        ("其中五家保險公司至今未覆。", "五家保險公司", "did_not_respond"),
        ("东澜社暂时无法联系到这家贸易商。", "这家贸易商", "could_not_be_reached"),
        ("记者多次拨打货代公司电话，均无人接听。", "货代公司", "could_not_be_reached"),
        ("关于网上照片，公司不作评论。", "公司", "declined"),
    ],
)
def test_kinds_of_silence(sentence, subject, kind):
    (claim,) = (claim for claim in read(sentence).claims if claim.stance == "no_response")
    assert (claim.subject, claim.qualifier("reply")) == (subject, kind)


def test_an_unnamed_speaker_declines_nothing():
    assert not [
        claim for claim in read("一名不愿透露姓名的官员说，货轮已离港。").claims if claim.stance == "no_response"
    ]


# Pronouns


def test_a_pronoun_stands_for_the_one_person_named_as_a_suggestion():
    claims = read("船长唐景行在厦门出生。他说，货轮已离港。").claims
    assert [(claim.holders, claim.qualifier("coreference")) for claim in claims] == [(("唐景行",), "suggested")]


def test_a_pronoun_that_may_stand_for_two_stays():
    assert only("唐景行与彭立诚一同登船。他说，货轮已离港。").holders == ("他",)


# Points of a statement, asides of a letter, and nouns that are no words of speech


def test_the_points_under_a_heading_are_the_party_s_that_declares():
    text = "我集团现声明如下：\n1. 有关人员已离职；\n2. 我集团从未供货。\n特此声明。"
    assert [(holders, content) for holders, _, content in told(text, "statement")] == [
        (("我集团",), "有关人员已离职"),
        (("我集团",), "我集团从未供货"),
    ]


def test_the_question_behind_what_is_reported_is_no_part_of_it():
    claims = told("问：近日有媒体称，企业提供了图像，中方有何评论？", "statement")
    assert claims == [(("媒体",), "reported", "企业提供了图像")]


def test_who_tells_a_reporter_something_before_a_colon_speaks():
    assert only("经销商给记者算了一笔账：设备转手三次，价格翻番。").object == "设备转手三次，价格翻番"
    assert not read("经销商列出了三项费用：运费、关税、仓储。").claims


@pytest.mark.parametrize("sentence", ["检察机关随后提出抗诉。", "被执行人提出异议。", "报告作者住在港口。"])
def test_a_motion_and_the_author_of_a_paper_are_no_speech(sentence):
    assert not read(sentence).claims


def test_a_writer_who_checked_is_no_hearsay_but_what_was_found_by_nobody_is():
    assert only("经核实，承运人称货物无误。", "letter").holders == ("承运人",)
    assert only("经核查，货物无误。").holders == ()


def test_both_who_did_not_confirm_hold_nothing():
    claims = told("匿名人士告诉记者，官员曾会晤，但双方均未证实。")
    assert [holders for holders, _, _ in claims] == [("匿名人士",)]


def test_a_sentence_goes_on_over_the_lines_of_a_column_and_ends_with_a_line_of_a_list():
    text = "海关缉私局一名值班负责人三日在例行通气会上向到场的各家媒体证\n实，货轮已于当日凌晨离港，目前正由海警船只一路伴航前往外海锚\n地。"
    (claim,) = read(text).claims
    assert (claim.holders, claim.object[:5]) == (("海关缉私局一名值班负责人",), "货轮已于当")
    assert len(read("船长说货轮已离港\n厂长说工厂已停产").claims) == 2


def test_a_verb_of_speech_behind_a_quotation_of_its_own_sentence_has_its_speaker():
    assert only("“你别写我名字。”船长再三叮嘱。").holders == ("船长",)
    assert only("“你别写我名字。”船长走了。").holders == ()


def test_within_what_another_says_an_expectation_is_no_speaker_s():
    assert told("船长说，谈判已陷入僵局，双方预计下周再谈。") == [
        (("船长",), "party_says", "谈判已陷入僵局"),
        (("船长",), "party_says", "双方预计下周再谈"),
    ]


def test_a_representative_is_no_table():
    assert only("船东代表耸耸肩：“生意需要。”").stance == "party_says"
    assert only("统计表显示，生意萧条。").stance == "reported"


def test_a_department_of_a_firm_is_a_party_and_a_ministry_assesses():
    assert only("质量部认为，返工率偏高。").stance == "party_says"
    assert only("国防部认为，返工率偏高。").stance == "official_assesses"
