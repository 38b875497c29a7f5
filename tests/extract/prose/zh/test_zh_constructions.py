"""Constructions in which Chinese says who says what, each beside what only looks like it. Everybody here is invented."""

import pytest

from clew.extract.document import Document, Extraction
from clew.extract.prose import zh
from clew.model.claim import Claim
from clew.model.source import Page

TELLING = {"says", "responds"}
Said = tuple[str, str, str]  # who, how firmly, what


def read(text: str, record_type: str = "news") -> Extraction:
    page = Page(1, text)
    return zh.extract(Document("s-x", "text/plain", (page,)), page, record_type=record_type)


def told(text: str, record_type: str = "news") -> list[Said]:
    return [_said(claim) for claim in read(text, record_type).claims if claim.predicate in TELLING]


def _said(claim: Claim) -> Said:
    who = claim.subject if claim.stance == "no_response" else "+".join(claim.holders)
    return who, claim.stance, claim.object


def related(text: str) -> list[tuple[str, str, str]]:
    claims = read(text).claims
    return [(claim.subject, claim.predicate, claim.object) for claim in claims if claim.predicate not in TELLING]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("港务局一名主管摇了摇头：船早就开走了。", ("港务局一名主管", "party_says", "船早就开走了")),
        ("某电商平台客服：已下架该商品", ("某电商平台客服", "party_says", "已下架该商品")),
        ("“这单我没经手。”业务员把合同推了回来。", ("业务员", "party_says", "这单我没经手")),
        ("产能已经见顶——这是行业顾问鲁维给出的判断。", ("行业顾问鲁维", "party_says", "产能已经见顶")),
        ("设备去年就停产了，厂方在邮件中如此解释。", ("厂方", "party_says", "设备去年就停产了")),
        ("新名单下月公布，部门负责人透露。", ("部门负责人", "party_says", "新名单下月公布")),
        ("港媒：涉案商人已返港", ("港媒", "reported", "涉案商人已返港")),
        ("独家｜知情人士：收购案已被叫停", ("知情人士", "reported", "收购案已被叫停")),
        ("柳方远首次谈到那笔交易：“我后悔了。”", ("柳方远", "party_says", "我后悔了")),
        ("董事长亲自辟谣：我没跑路", ("董事长", "party_says", "我没跑路")),
    ],
)
def test_a_speaker_is_told_by_a_colon_a_gesture_or_a_clause_that_looks_back(text, said):
    assert told(text) == [said]


@pytest.mark.parametrize(
    "text",
    [
        "经销商列出了三项费用：运费、关税、仓储。",
        "原因：设备老化。",
        "大众软件：新手玩家全攻略",
        "公司没有这样解释过。",
        "经理：\n货物已经发出。",
    ],
)
def test_a_list_a_heading_a_denial_of_having_said_and_an_address_are_no_speech(text):
    assert told(text) == []


def test_the_one_who_acts_behind_speech_is_a_suggestion():
    (claim,) = read("“这单我没经手。”业务员把合同推了回来。").claims
    assert claim.qualifier("coreference") == "suggested"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("据码头管理处自查，失踪的货柜共有四个。", ("码头管理处", "party_says", "失踪的货柜共有四个")),
        ("用经济学者蒋平的话说，这是“饮鸩止渴”。", ("经济学者蒋平", "expert_opines", "这是“饮鸩止渴”")),
        ("接海事处通知，三号泊位即日起关闭。", ("海事处", "party_says", "三号泊位即日起关闭")),
        ("刚跟仓库确认过，那批货还没到。", ("仓库", "party_says", "那批货还没到")),
        ("审计抽查发现，三笔付款没有发票。", ("审计抽查", "reported", "三笔付款没有发票")),
        ("厂方将事故归咎于工人操作失误。", ("厂方", "party_says", "工人操作失误")),
        ("唐蕊的说法是“从没见过这个人”。", ("唐蕊", "party_says", "从没见过这个人")),
        ("对于裁员传闻，工会表示担忧。", ("工会", "party_says", "裁员传闻")),
        ("我听小刘讲，客户换了供应商。", ("小刘", "party_says", "客户换了供应商")),
        ("在柳方远的描述中，工厂像一座监狱。", ("柳方远", "party_says", "工厂像一座监狱")),
        ("这一说法得到了两名供应商的证实。", ("两名供应商", "party_says", "这一说法")),
        ("合同第五条约定，尾款于验收后支付。", ("合同第五条", "reported", "尾款于验收后支付")),
    ],
)
def test_whose_knowledge_judgement_or_feeling_it_is_is_said_in_a_clause_or_a_noun(text, said):
    assert told(text) == [said]


@pytest.mark.parametrize(
    "text",
    [
        "据规定，货物须经查验。",
        "跟公司签约后，货物发出。",
        "公司将货物归入仓库。",
        "这些说法是编造的。",
        "公司对此表示遗憾。",
        "部门汇报了上半年进度。",
        "事实证明，质量没有问题。",
        "这项任务的难度说大不大。",
        "记者追问赔偿金额，无人应声。",
        "对公司而言，这是损失。",
        "双方约定次日见面。",
    ],
)
def test_rules_facts_feelings_about_nothing_and_questions_are_nobody_s_word(text):
    assert [said for said in told(text) if said[0]] == []


@pytest.mark.parametrize(
    ("text", "things"),
    [
        ("司机称货是他卸的，收货人是一名姓柳的男子。", ["货是他卸的", "收货人是一名姓柳的男子"]),
        ("供货商称货已发出，并预计月底到港。", ["货已发出", "月底到港"]),
        ("法务总监先说签过协议，后又改口说货款已付。", ["签过协议", "货款已付"]),
        ("店主说，单价每降一成，订单大约多出两成。", ["单价每降一成，订单大约多出两成"]),
        ("店主说，账上有三万元，金额不算大。", ["账上有三万元，金额不算大"]),
        ("船东称船没有问题，保险公司却不这么看。", ["船没有问题"]),
    ],
)
def test_two_things_said_in_one_breath_are_two_and_what_hangs_together_is_one(text, things):
    assert [thing for _, _, thing in told(text)] == things


def test_what_a_speaker_does_not_know_is_told_apart_from_what_it_says():
    assert told("仓库管理员自称“只管送货”，不清楚买家是谁。") == [
        ("仓库管理员", "party_says", "只管送货"),
        ("仓库管理员", "party_unaware", "买家是谁"),
    ]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("记者两次致函远川集团，至今未获答复。", "远川集团"),
        ("海关既不证实也不否认有货物被扣。", "海关"),
        ("老板不肯说货给了谁。", "老板"),
        ("董事长一直闭口不谈此事。", "董事长"),
        ("当事人工作室至今沉默。", "当事人工作室"),
        ("律师一句“我没有什么好说的”便上了车。", "律师"),
    ],
)
def test_silence_has_many_words(text, who):
    assert [said[:2] for said in told(text)] == [(who, "no_response")]


@pytest.mark.parametrize("text", ["他不想说谎。", "他保持沉默的习惯没有改。", "公司不提供午餐。", "他不愿透露姓名。"])
def test_not_lying_a_habit_of_silence_and_not_giving_are_no_silence(text):
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "who", "stance"),
    [
        ("两名官员看过照片。他们说，照片是真的。", "两名官员", "official_assesses"),
        ("律师劝我们别签，她担心条款有陷阱。", "律师", "party_says"),
        ("唐景行与彭立诚一同登船。他说，货轮已离港。", "他", "unknown"),
        ("公司发了通知。他们说，照片是真的。", "他们", "unknown"),
    ],
)
def test_a_pronoun_means_who_acted_last_and_stays_where_two_did(text, who, stance):
    assert [said[:2] for said in told(text)] == [(who, stance)]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("有自称内部员工的账号发文称，仓库早已搬空。", "自称内部员工的账号"),
        ("退役狱警向本报证实，那里关过人。", "退役狱警"),
        ("銷售副總賀嵐說，價格還會降。", "銷售副總賀嵐"),
        ("航运经纪称运价已经见底。", "航运经纪"),
        ("采购科当场反驳，说来件全部合格。", "采购科"),
    ],
)
def test_a_speaker_is_the_whole_description_and_not_who_was_told(text, who):
    assert [said[0] for said in told(text)] == [who]


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("远川集团总裁唐蕊在河内会见了恒岳精工董事长贺岚。", ("唐蕊", "meets", "贺岚")),
        ("工厂由远川集团持股六成。", ("远川集团", "owns", "工厂")),
        ("恒岳精工归远川集团所有。", ("远川集团", "owns", "恒岳精工")),
        ("唐蕊如今在远川集团任副总裁。", ("唐蕊", "employee_of", "远川集团")),
        ("唐蕊被远川集团聘为顾问。", ("唐蕊", "employee_of", "远川集团")),
        ("海关将远川集团及其董事唐蕊列入制裁名单。", ("唐蕊", "director_of", "远川集团")),
        ("海关将远川集团及其董事唐蕊列入制裁名单。", ("唐蕊", "listed_by", "海关")),
        ("远川集团实际控制人唐蕊没有露面。", ("唐蕊", "controls", "远川集团")),
        ("远川集团的供应商恒岳精工已停产。", ("恒岳精工", "supplied", "远川集团")),
        ("注册在河内的恒岳精工没有员工。", ("恒岳精工", "located_in", "河内")),
        ("远川集团委托唐蕊全权处理此事。", ("唐蕊", "represents", "远川集团")),
        ("贸易商“沙湾国际”向工厂出售了12台机床。", ("沙湾国际", "supplied", "工厂")),
        ("KX-220陀螺仪由恒岳精工研制。", ("KX-220陀螺仪", "made_by", "恒岳精工")),
        ("公司更名为远川国际。", ("远川国际", "alias_of", "公司")),
        ("唐蕊访问了河内，其间会见贺岚。", ("唐蕊", "meets", "贺岚")),
        ("唐蕊和贺岚上周在河内一家酒店见面。", ("唐蕊", "meets", "贺岚")),
        ("恒岳精工51%的股权由远川集团持有。", ("远川集团", "owns", "恒岳精工")),
        ("这家公司幕后的实际控制人是商人唐蕊。", ("唐蕊", "controls", "这家公司")),
        ("唐蕊，远川集团前董事，目前下落不明。", ("唐蕊", "director_of", "远川集团")),
        ("欧盟把远川集团列入制裁名单。", ("远川集团", "listed_by", "欧盟")),
        ("美国财政部周四宣布制裁远川集团和唐蕊。", ("唐蕊", "listed_by", "美国财政部")),
    ],
)
def test_a_relation_stands_behind_titles_descriptions_and_a_subject_of_the_clause_before(text, relation):
    assert relation in related(text)


@pytest.mark.parametrize(
    "text",
    [
        "财政部长唐蕊没有到场。",
        "行业协会秘书长没有说话。",
        "他从没见过唐蕊。",
        "远川集团因走私被制裁的风险上升。",
        "公司已委托律师处理。",
        "恒岳精工是一家公司的子公司。",
        "“下乡”的干部回来了。",
    ],
)
def test_an_office_a_risk_and_somebody_unnamed_make_no_relation(text):
    assert related(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("上海市规划局公布了出让公告。", "上海市规划局"),
        ("翔域企业去年亏损。翔域总经理魏百川辞职。", "翔域"),
        ("船东曾两度更改公司名称。", None),
        ("代理人曾口头表示同意。", None),
    ],
)
def test_a_body_is_named_whole_and_a_verb_before_it_makes_no_name(text, name):
    names = [mention.text for mention in read(text).mentions if mention.kind in {"organization", "person"}]
    assert (name in names) if name else names == []


def test_a_judgement_of_who_writes_a_letter_is_told_apart_and_the_rest_is_the_letter_s_own():
    assert told("我们的理解是差异仅在于一个连字符。", "letter") == [("我们", "party_says", "差异仅在于一个连字符")]
    assert told("我司声明货物已发出。", "letter") == []


@pytest.mark.parametrize(
    ("text", "who"),
    [("贵方技术人员到场后承认，接线有误。", "贵方技术人员"), ("承运人来函解释，滞留系因罢工。", "承运人")],
)
def test_coming_and_writing_are_no_part_of_who_says_it(text, who):
    assert [said[0] for said in told(text, "letter")] == [who]
