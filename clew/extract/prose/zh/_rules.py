"""The relations that Clew knows in Chinese, as patterns over a sentence in which each party is one sign. Data, no code beyond the making of a rule."""

import re
from dataclasses import dataclass

from clew.extract.prose.zh import _lexicon as lexicon

SIGN = "[\ue000-\uf8ff]"  # private use: one sign for each party
_ALL = f"(?:{SIGN}(?:[和与、及]{SIGN})*)"
POST = f"(?:{'|'.join(sorted(lexicon.POSTS, key=len, reverse=True))})"
DIRECTING = re.compile(
    r"^(?:法定代表人|法人代表|法人|总经理|董事长|总裁|首席执行官|厂长|董事|执行董事|独立董事|董事会主席|行长|社长|理事长)$"
)
_FREE = r"[^，。；：\ue000-\uf8ff]"
_ADV = rf"(?:{_FREE}{{0,14}}?(?:(?:在|从|于|经|通过){SIGN}(?:的{SIGN})?{_FREE}{{0,8}}?)?)"
_OF = rf"(?:的{SIGN})?"  # "向卡兰机械厂的代理商付款"
_SHARE = r"(?:的|约|合计|其余|剩余|全部|部分|逾|近|\d[\d.]*[%％]|[一二两三四五六七八九十]成(?:多)?|百分之[一二三四五六七八九十百]+|过半|多数)*(?:的)?"
_STOCK = r"(?:股份|股权|股|控股权|权益)"
_AGO = rf"(?:曾经?|一直|一度|目前|现|已|自{_FREE}{{2,10}}?起|{_FREE}{{0,6}}?年)?"


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern with the groups s (subject), o (object) and t (trigger); kinds that each end may be."""

    predicate: str
    pattern: re.Pattern[str]
    subject: str = "party"
    object: str = "party"


def _rule(predicate: str, pattern: str, subject: str = "party", target: str = "party") -> Rule:
    for mark, words in (
        ("<s>", f"(?P<s>{_ALL})"),
        ("<o>", f"(?P<o>{_ALL})"),
        ("<a>", _ADV),
        ("<of>", _OF),
        ("<p>", f"(?P<post>{POST})"),
        ("<share>", _SHARE),
        ("<stock>", _STOCK),
        ("<ago>", _AGO),
        ("<free>", _FREE),
        ("<g>", SIGN),
    ):
        pattern = pattern.replace(mark, words)
    return Rule(predicate, re.compile(pattern), subject, target)


RULES = (
    _rule("employee_of", r"<s><ago>(?:在|为|于)<o>(?:公司)?(?:里|内)?(?P<t>工作|任职|就职|效力|打工|上班|供职|任教|干(?=了|过)|当差)", "person", "firm"),
    _rule("employee_of", r"<s><ago>(?P<t>受雇于|就职于|供职于|任职于|效力于|入职|受聘于|就职|供职|加盟)<o>", "person", "firm"),
    _rule("post", r"<s>(?:就)?(?P<t>是|为|担任|出任|系|就是|疑似|任|兼任|接任|升任|并不是|不是|已不是|(?:在<free>{1,10})?被列为|(?:在<free>{1,10})?被描述为)(?:一名|一位|了)?<o>(?:公司)?的?<p>", "person", "firm"),
    _rule("post", r"<o>(?:公司)?的?(?P<post>(?P<t>" + POST + r"))<s>(?!的)", "person", "firm"),
    _rule("post", r"<s>[，（(](?:系|是|为|时任|现任|原)?<o>(?:公司)?的?(?P<post>(?P<t>" + POST + r"))(?=[，）)])", "person", "firm"),
    _rule("post", r"<o>(?:公司)?的?(?:唯一)?<p>(?P<t>正?是|为|系|由|名叫)<s>", "person", "firm"),
    _rule("employee_of", r"<s>(?P<t>自[^，]{2,8}起已?不是)<o>员工", "person", "firm"),
    _rule("employee_of", r"<s>(?:是|为|系)<o>(?:的)?(?P<t>员工|雇员|职员)", "person", "firm"),
    _rule("owns", r"<o>由<s>(?P<t>(?:全资|共同|百分之百)?(?:持有|拥有|所有))", "party", "firm"),
    _rule("owns", r"<s><a>(?P<t>持有|拥有|收购了?|控股|购入|受让|认购|取得|买下|入股)<o><share><stock>", "party", "firm"),
    _rule("owns", r"<s>(?:正?是|为|系)<o>的?(?:唯一|第一大|最大|控股|实际|大|主要)*(?P<t>股东|所有人)", "party", "firm"),
    _rule("owns", r"<o>的(?:唯一|第一大|最大|控股|大|主要)*(?P<t>股东|所有人|东家)(?:正?是|为|系)(?:<free>{0,6}<g>的)?<free>{0,12}?<s>", "party", "firm"),
    _rule("owns", r"(?P<t>持有)<o><share><stock>的[，]?(?:正?是|为)<free>{0,14}?<s>", "party", "firm"),
    _rule("owns", r"<o>(?:是|为|系)<s>的?(?P<t>全资子公司|控股子公司|子公司|全资附属公司)", "firm", "firm"),
    _rule("owns", r"<s>的?(?P<t>全资子公司|控股子公司|子公司)<o>", "firm", "firm"),
    _rule("controls", r"<o>(?:极有可能|很可能|可能|疑似|实际|背后|均)*由<s>(?P<t>(?:实际)?(?:控制|操控|掌控|经营))", "party", "firm"),
    _rule("controls", r"<s>(?:实际|暗中)?(?P<t>控制|操控|掌控)(?:着|了)?<o>", "party", "firm"),
    _rule("controls", r"<s>(?:<free>{0,8}[，])?(?:但)?对<o><free>{0,6}?(?P<t>具有|拥有|享有)(?:实际)?(?:支配力|控制权|控制力|支配权)", "party", "firm"),
    _rule("controls", r"<s>(?:正?是|为|系)<o>的(?P<t>实际控制人|幕后老板)", "party", "firm"),
    _rule("controls", r"<o>的(?P<t>实际控制人|幕后老板)(?:正?是|为|系)<s>", "party", "firm"),
    _rule("supplied", r"<s><a>(?:向|给|为|对)<o><of><a>(?P<t>供应|提供|出售|销售|供货|出口|转售|卖出|售出|倒卖)(?!了?(?:培训|贷款|帮助|资金|服务|担保|便利|支持|证据|信息|资料|文件))", "party", "any"),
    _rule("supplied", r"<s><a>(?:将|把)(?:<free>{0,8}?<g>|<free>{1,14}?)(?P<t>转售|转卖|出售|卖|销售|供应|提供|出口|倒卖|售)(?:给|予|至|往|到)(?:了)?(?:(?:<free>{0,6}|<g>)的)?<o>", "party", "any"),
    _rule("supplied", r"<s><a>(?P<t>供货|供应|售|卖|销售|转售|转卖|出口)(?:给|予|于|至)了?<o>", "party", "any"),
    _rule("supplied", r"<s><a>(?P<t>批量供应|独家供应|供货)<o>(?=[，。；]|$)", "firm", "firm"),
    _rule("supplied", r"<o><a>(?:从|向|自)<s><of><a>(?P<t>采购|购买|进口|购进|订购|购入|订货|购得|买入|买)", "party", "party"),
    _rule("shipped", r"<s><a>(?:向|给)<o><a>(?P<t>发运|发货|运送|寄送|装运|发出|寄出|空运|海运)", "party", "party"),
    _rule("shipped", r"<s><a>(?:将|把)(?:<free>{0,10}?<g>|<free>{1,14}?)(?P<t>运往|发往|寄往|运至|运到|空运至|海运至|寄给|发给|运给)<o>", "party", "any"),
    _rule("delivered", r"<o><a>(?P<t>收到|接收|签收|验收)了?<s>(?:交付|发来|运来|寄来|供应)?的", "party", "party"),
    _rule("delivered", r"<s><a>(?:向|给)<o>(?P<t>交付|移交|交货)", "party", "party"),
    _rule("billed", r"<s><a>(?:向|给)<o>(?P<t>开具|开出|开)[^，。]{0,20}(?:账单|发票)", "party", "party"),
    _rule("paid", r"<s><a>(?:向|给)<o><of><a>(?P<t>支付|汇款|汇出|付款|转账|打款|汇入|划款|付)", "party", "party"),
    _rule("paid", r"<s>(?:将|把)[^，。\ue000-\uf8ff]{2,14}(?P<t>交给|付给|汇给|转给|打给)了?<o>", "party", "party"),
    _rule("paid", r"<o>(?:<free>{0,24}?[，])?<free>{0,10}?(?P<t>收受|收取|收到)了?<s>(?:的|支付的|汇来的|给予的)?(?:<free>{0,4}(?:好处费|贿赂|佣金|回扣|货款|汇款))", "party", "party"),
    _rule("trains", r"<s><a>(?:为|对|给)<o>(?:员工|的?工程师|技术人员)?(?:提供|进行)了?(?P<t>培训)", "people", "any"),
    _rule("trains", r"<s><a>(?P<t>培训)了?<o>", "people", "people"),
    _rule("meets", r"<s><a>(?P<t>会见|会晤|约见)了?<o>", "party", "party"),
    _rule("meets", r"<s>(?:与|和|同|跟)<o><a>(?P<t>会面|见面|会晤|会谈|碰面|碰头|面谈|见过面)", "party", "party"),
    _rule("cooperates_with", r"<s>(?:与|和|同)<o><a>(?P<t>合作)", "party", "party"),
    _rule("visits", r"<s><a>(?P<t>访问|参观|走访|到访|前往|抵达|来到|考察|造访)(?:了|过)?<o>", "people", "site"),
    _rule("visits", r"<s><a>(?P<t>来|赴|到)<o>(?:进行)?(?=指导|安装|调试|访问|考察|培训|验收|参观|检查|洽谈|检修|维修|验货|签约)", "people", "firm"),
    _rule("travels_to", r"<s><a>(?P<t>启程前往|前往|飞往|飞抵|抵达|飞到|返回|赴|来到|到达|飞赴)(?:了|过)?<o>", "people", "place"),
    _rule("located_in", r"<s>(?P<t>位于|坐落于|地处|总部设在|设在|注册于|注册在)<o>", "party", "place"),
    _rule("member_of", r"<s>(?P<t>隶属于?|属于|加入)<o>", "party", "firm"),
    _rule("represents", r"<s>(?P<t>代表)<o>(?:出席|签署|签字|参加|发言|与)", "party", "party"),
    _rule("represents", r"(?P<t>代表)<o>签字的是<s>", "party", "party"),
    _rule("listed_by", r"<o>(?:宣布)?(?:将|把)<s>(?P<t>列入|加入|纳入)<free>{0,8}(?:制裁名单|名单|清单)", "party", "party"),
    _rule("listed_by", r"<s><a>被<o>(?P<t>列入|加入|纳入)<free>{0,8}(?:制裁名单|名单|清单)", "party", "party"),
    _rule("made_by", r"<s>(?:均|系|是)?由<o>(?:自主|独家)?(?P<t>生产|制造|研制|出品|开发|设计|组装)", "goods", "firm"),
    _rule("made_by", r"<o>(?P<t>生产|制造|研制|出品)的<s>", "goods", "firm"),
    _rule("tests", r"<s>(?:对|为)<o>(?:进行)了?(?P<t>测试|试验)", "party", "goods"),
)  # fmt: skip
LISTED = re.compile(rf"(?P<s>{SIGN})(?:{_FREE}{{0,14}}?)(?P<t>被列入|被纳入)(?P<list>{_FREE}{{0,6}}名单)")
ALIAS = re.compile(
    rf"(?P<o>{SIGN})(?:的)?(?:[（(，]?)(?P<t>代号是|绰号|又名|化名|别名|外号|人称|自称|网名)(?P<alias>[“「][^”」]{{1,12}}[”」])"
)
ACQUIRED = re.compile(r"收购|购入|受让|认购|取得|买下|入股")  # a share that is planned to be bought is not held
PLANNED = re.compile(
    r"将(?=于|在|会|向|赴|前往|从|由|对|与|以|收购|访问|出口|交付|支付)|拟|计划|打算|准备|预计|有意|订于|定于|邀请"
)
NOT = re.compile(r"(?:从未|没有|未曾|并未|未|不曾|不再|不|从不)$|(?:从未|没有|未曾|并未|未|不曾)(?=[^，。]{0,4}$)")
OPEN = re.compile(r"^(?:如果|假如|若|一旦|倘若|要是)|(?:吗|呢)?[？?]$|谁|是否|有没有")
