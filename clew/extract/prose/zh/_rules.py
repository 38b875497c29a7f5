"""The relations that Clew knows in Chinese, as patterns over a sentence in which each party is one sign. Data, no code beyond the making of a rule."""

import re
from dataclasses import dataclass

from clew.extract.prose.zh._shadow import GAP, POST, SIGN

_ALL = f"(?:{SIGN}(?:(?:以及|及其|及|和|与|同|、|偕同|携同?){SIGN})*)"
DIRECTING = re.compile(
    r"^(?:法定代表人|法人代表|法人|总经理|董事长|总裁|首席执行官|厂长|董事|执行董事|独立董事|董事会主席|行长|社长|理事长|会长|所长|院长|校长|馆长|台长|店长|老板|掌门人|一把手)$"
)
REPRESENTING = re.compile(
    r"^(?:代理人|辩护律师|代理律师|委托律师|律师|辩护人|授权代表|全权代表|委托代理人|诉讼代理人)$"
)
_FREE = r"[^，。；：\ue000-\uf8ff]"
_ADV = rf"(?:{_FREE}{{0,16}}?(?:(?:在|从|于|经|通过|以|受|应|随|乘|搭乘|由){SIGN}(?:的{SIGN})?{_FREE}{{0,8}}?)?)"
_OF = rf"(?:的{SIGN})?"  # "向卡兰机械厂的代理商付款"
_SHARE = r"(?:的|约|合计|其余|剩余|全部|部分|多数|控股|逾|近|超过|共|所持|持有的|\d[\d.]*[%％]|[一二两三四五六七八九十]成(?:多|半)?|百分之[一二三四五六七八九十百点零]+|过半|半数|全数)*(?:的)?"
_STOCK = r"(?:股份|股权|股|控股权|权益|资产|业务|份额)"
_AGO = rf"(?:曾经?|一直|一度|目前|现在?|如今|已|仍|还|早年|此前|自{_FREE}{{2,10}}?起|{_FREE}{{0,8}}?[年月日])?"
_LIST = rf"(?:{_FREE}{{0,10}}?(?:名单|清单|黑名单|实体清单))"


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern with the groups s (subject), o (object) and t (trigger); kinds that each end may be."""

    predicate: str
    pattern: re.Pattern[str]
    subject: str = "party"
    object: str = "party"
    titled: bool = False  # read where titles before names still stand


def _rule(predicate: str, pattern: str, subject: str = "party", target: str = "party", *, titled: bool = False) -> Rule:
    for mark, words in (
        ("<s>", f"(?P<s>{_ALL})"),
        ("<o>", f"(?P<o>{_ALL})"),
        ("<a>", _ADV),
        ("<of>", _OF),
        ("<gp>", f"(?P<gap>{GAP})(?P<post>{POST})"),
        ("<p>", f"(?P<post>{POST})"),
        ("<share>", _SHARE),
        ("<stock>", _STOCK),
        ("<ago>", _AGO),
        ("<list>", _LIST),
        ("<free>", _FREE),
        ("<g>", SIGN),
    ):
        pattern = pattern.replace(mark, words)
    return Rule(predicate, re.compile(pattern), subject, target, titled or "(?P<post>" in pattern)


RULES = (
    # work and posts
    _rule("employee_of", r"<s><a>(?:在|为|于|给)<o><free>{0,6}?(?P<t>工作|任职|就职|效力|打工|上班|供职|任教|干(?=了|过|活)|当差|服务(?=过|了|多年)|做事|实习|服役|执教|履职)", "person", "firm"),
    _rule("employee_of", r"<s><ago>(?P<t>受雇于|就职于|供职于|任职于|效力于|效命于|服务于|任教于|入职|受聘于|就职|供职|加盟|跳槽到|跳槽至|转投|履新)<o>", "person", "firm"),
    _rule("employee_of", r"<o><a>(?P<t>聘请|聘用|雇用|雇佣|招聘|返聘|聘任|任命|委任|提拔|聘)了?<s>(?:为|担任|出任|任|作为|当)", "person", "firm"),
    _rule("employee_of", r"<s><a>被<o>(?P<t>聘为|任命为|聘请为|委任为|雇为|派往|派驻|聘用|雇用|录用)", "person", "firm"),
    _rule("post", r"<s><ago>(?:就|在)?(?P<t>是|为|担任|出任|系|就是|正是|疑似|任|兼任|接任|升任|在?任|当|做|并不是|不是|已不是|不再是|(?:在<free>{1,10})?被列为|(?:在<free>{1,10})?被描述为)(?:一名|一位|了|过)?<o>(?:公司)?的?<gp>", "person", "firm"),
    _rule("post", r"<s><a>(?:在|于)<o><free>{0,3}?(?P<t>担任|出任|任|做过|当过|做了|当了|做|当|干过)(?:过|了)?<free>{0,8}?<p>", "person", "firm"),
    _rule("post", r"(?:在|曾在|自<free>{2,8}起在)<o><free>{0,3}?(?P<t>担任|出任|任|做过|当过|做|当|干过)(?:过|了)?<free>{0,6}?<p>的<s>", "person", "firm"),
    _rule("post", r"<o>(?:公司)?(?:的|<free>{0,3}派(?:出|驻|遣)?的|聘(?:请|用)?的|雇(?:用|佣)?的)?<gp>(?P<t>)<s>(?!的)", "person", "firm"),
    _rule("post", r"(?:在|走进|来到)<o>[，,]<gp>(?P<t>)<s>(?!的)", "person", "firm"),
    _rule("post", r"<s>[，（(](?:也就是|即|系|是|为|时任|现任|原|前)?<o>(?:公司)?的?<gp>(?P<t>)(?=[，）)])", "person", "firm"),
    _rule("post", r"<o>(?:公司)?的?(?:唯一)?<gp>(?P<t>正?是|为|系|由|名叫|叫)<s>", "person", "firm"),
    _rule("post", r"<o>(?:及|和|与|以及|、)?其(?:唯一|现任|前|原)*<gp>(?P<t>)<s>", "person", "firm"),
    _rule("employee_of", r"<s>(?P<t>自[^，]{2,8}起已?不是)<o>员工", "person", "firm"),
    _rule("employee_of", r"<s>(?:是|为|系)<o>(?:的)?(?P<t>员工|雇员|职员|职工|工人|成员)", "person", "firm"),
    # shares
    _rule("owns", r"<o>由<s>(?P<t>(?:全资|共同|百分之百|一人|独资|间接|直接|全部|各|分别)*(?:持有|拥有|所有|控股|持股|出资设立|独资))", "party", "firm"),
    _rule("owns", r"<s><a>(?P<t>持有|拥有|收购了?|控股|购入|受让|认购|取得|买下|入股|增持|吞下|拿下|接手|并购|兼并)<o><share><stock>", "party", "firm"),
    _rule("owns", r"<s><a>(?P<t>全资收购|整体收购|收购|并购|兼并|吞并|全资拥有|全资控股|全资持有)了?<o>(?=[，。；]|$)", "party", "firm"),
    _rule("owns", r"<s><a>(?:在|对)<o>(?:中|里|的)?<free>{0,6}?(?P<t>持股|占股|参股|持有|占有|出资)", "party", "firm"),
    _rule("owns", r"<s>(?:正?是|为|系)<o>的?(?:唯一|第一大|第二大|最大|控股|实际|大|小|主要|单一)*(?P<t>股东|所有人|东家|出资人|母公司|持有人|东主|业主)", "party", "firm"),
    _rule("owns", r"<o>的?(?:唯一|第一大|第二大|最大|控股|大|主要|单一)*(?P<t>股东|所有人|东家|母公司|出资人|船东|东主)(?:正?是|为|系)(?:<free>{0,6}<g>的)?<free>{0,12}?<s>", "party", "firm"),
    _rule("owns", r"<o><share><stock><free>{0,4}?由<s>(?P<t>(?:实际|全部|间接|直接|共同)*(?:持有|拥有|所有|掌握|代持))", "party", "firm"),
    _rule("owns", r"<o>的?(?:登记|注册|实际|名义|最终)*(?P<t>船东|业主|东主|拥有人|所有人)(?:正?是|为|系)(?:<g>的)?<free>{0,6}?<s>", "party", "any"),
    _rule("owns", r"(?P<t>持有)<o><share><stock>的[，]?(?:正?是|为)<free>{0,14}?<s>", "party", "firm"),
    _rule("owns", r"<o>(?:是|为|系|属于?)<s>的?(?:在<g>的?)?(?P<t>全资子公司|控股子公司|子公司|全资附属公司|附属公司|全资公司|分公司|旗下(?:公司|企业|品牌)?)", "firm", "firm"),
    _rule("owns", r"<s>(?:的|旗下的?|名下的?)?(?P<t>全资子公司|控股子公司|子公司|附属公司|旗下|名下(?:的|有))的?<o>", "party", "firm", titled=True),
    _rule("owns", r"<o><free>{0,10}?(?P<t>归|属于?)<s>(?:一人|全部|独家)?(?:所有|全资所有|名下|持有)", "party", "firm"),
    _rule("owns", r"(?:出售|转让|卖出|抛售|剥离)<o><share><stock>(?P<t>予|给|至)<s>", "party", "firm"),
    _rule("owns", r"(?:将|把)<free>{0,6}?<o><share><stock>(?P<t>转让给|转让予|出售给|出售予|卖给|转给|过户给|过户至|转至|抵押给|转让至)<s>", "party", "firm"),
    _rule("controls", r"<o>(?:极有可能|很可能|可能|疑似|实际|背后|均|一直|实则|其实)*由<s>(?:<free>{0,4}?)(?P<t>(?:实际|幕后)?(?:控制|操控|掌控|经营|操盘|遥控|主导|把持|运营|管理))", "party", "holding"),
    _rule("controls", r"<s><ago>(?:实际|暗中|幕后|实质上|事实上|牢牢|完全)*(?P<t>控制|操控|掌控|操纵|把持|遥控|操盘)(?:着|了)?<o>", "party", "holding"),
    _rule("controls", r"<o>(?:其实|实际|实际上|一直|均|都|实则)*(?P<t>归|受|受制于|听命于|听从)<s>(?:的)?(?:管|管辖|控制|指挥|掌控|支配|节制|摆布|调遣|操控|遥控)?(?=[，。；的]|$|管|控|指|掌|支|摆|操)", "party", "holding"),
    _rule("controls", r"<s>(?:<free>{0,8}[，])?(?:但)?对<o><free>{0,6}?(?P<t>具有|拥有|享有)(?:实际)?(?:支配力|控制权|控制力|支配权|决定权|话语权)", "party", "holding"),
    _rule("controls", r"<s>(?:正?是|才是|就是|为|系)<o>的?(?:真正的?|实际的?)?(?P<t>实际控制人|实控人|幕后老板|幕后操盘手|幕后金主|幕后东家|老板)", "party", "holding"),
    _rule("controls", r"<o>(?:的|幕后的?|背后的?|真正的?|实际的?)*(?P<t>实际控制人|实控人|控制人|幕后老板|幕后操盘手|幕后金主|老板)(?:正?是|就是|为|系)<free>{0,8}?<s>", "party", "holding"),
    _rule("controls", r"<o>的?(?P<t>实际控制人|实控人|幕后老板)<s>", "party", "holding", titled=True),
    # goods
    _rule("supplied", r"<s><a>(?:向|给|为|对)<o><of><a>(?P<t>供应|提供|出售|销售|供货|出口|转售|卖出|售出|倒卖|兜售|配套|交易|走私|贩卖|输送|转卖|转手|供给)(?!了?(?:培训|贷款|帮助|资金|服务|担保|便利|支持|证据|信息|资料|文件|建议|咨询|协助|保护|名单|线索|意见|材料证))", "party", "any"),
    _rule("supplied", r"<s><a>(?:将|把)(?:<free>{0,8}?<g>|<free>{1,16}?)(?P<t>转售|转卖|出售|卖|销售|供应|提供|出口|倒卖|售|走私|转手)(?:给|予|至|往|到)(?:了)?(?:(?:<free>{0,6}|<g>)的)?<o>", "party", "any"),
    _rule("supplied", r"<s><a>(?P<t>供货|供应|售|卖|销售|转售|转卖|出口|销|批量供应|独家供应)(?:给|予|于|至|往|到)了?<o>", "party", "any"),
    _rule("supplied", r"由<s><free>{0,10}?(?P<t>转卖给|卖给|售予|售给|供应给|出口到|出口至|转售给|转售至|提供给|销往|销售给)<o>", "party", "any"),
    _rule("supplied", r"<s><a>(?P<t>批量供应|独家供应|供货)<o>(?=[，。；]|$)", "firm", "firm"),
    _rule("supplied", r"<o><a>(?:从|向|自)<s><free>{0,3}?<of><a>(?P<t>采购|购买|进口|购进|订购|购入|订货|购得|买入|买|租用|租赁|拿货|进货|下单)", "party", "party"),
    _rule("supplied", r"<o><a>(?P<t>采购|订购|购买|购入|买下|进口)了?<s>(?:生产|制造|出品|供应|提供)?的", "party", "party"),
    _rule("supplied", r"<s>(?:正?是|为|系)<o>的?(?:唯一|主要|最大|长期|独家|核心|指定|二级|一级|上游)*(?P<t>供应商|供货商|供货方|供货单位)", "party", "party"),
    _rule("supplied", r"<o>的?(?:唯一|主要|最大|长期|独家|核心|指定|上游)*(?P<t>供应商|供货商)(?:正?是|为|系|包括)?<s>", "party", "party", titled=True),
    _rule("shipped", r"<s><a>(?:向|给)<o><a>(?P<t>发运|发货|运送|寄送|装运|发出|寄出|空运|海运|寄|发了?(?=\d|一|两|三)|托运)", "party", "party"),
    _rule("shipped", r"<s><a>(?:将|把)(?:<free>{0,10}?<g>|<free>{1,16}?)(?P<t>运往|发往|寄往|运至|运到|空运至|海运至|寄给|发给|运给|运抵|寄到|发到|转运至|运回)<o>", "party", "any"),
    _rule("delivered", r"<o><a>(?P<t>收到|接收|签收|验收|收讫|收悉|收妥)了?<s>(?:交付|发来|运来|寄来|供应|提供|送来|交来|托运)?的(?!<free>{0,8}?(?:信|函|邮件|电|款|来电|通知|汇款|传真|答复|回复|款项|货款))", "party", "party"),
    _rule("delivered", r"<s><a>(?:向|给)<o><a>(?P<t>交付|移交|交货|交割)", "party", "party"),
    _rule("delivered", r"<s><a>(?:将|把)(?:<free>{0,10}?<g>|<free>{1,16}?)(?P<t>交付给|移交给|交给|送至|送到|送交|交予|送达)<o>", "party", "firm"),
    # money
    _rule("billed", r"<s><a>(?:向|给)<o><a>(?P<t>开具|开出|开|寄出|出具)[^，。]{0,20}(?:账单|发票|形式发票)", "party", "party"),
    _rule("paid", r"<s><a>(?:向|给)<o><of><a>(?P<t>支付|汇款|汇出|付款|转账|打款|汇入|划款|付|缴纳|行贿|汇|打了?(?=\d|一|两|三|[二四五六七八九])|转了?(?=\d|一|两|三))", "party", "party"),
    _rule("paid", r"<s>(?:将|把)[^，。\ue000-\uf8ff]{2,16}(?P<t>交给|付给|汇给|转给|打给|支付给|汇至|转至|划给|打入|汇入|转入|电汇给|电汇至)了?<o>", "party", "party"),
    _rule("paid", r"<s><a>(?P<t>付给|汇给|打给|转给|支付给|电汇给|电汇至|汇至|汇入|打入|转入|划入|打到|打进|转到)了?<o>", "party", "party"),
    _rule("paid", r"<o>(?:<free>{0,24}?[，])?<free>{0,10}?(?P<t>收受|收取|收到|索取|索要|收)了?<s><free>{0,6}?(?:的|支付的|汇来的|给予的|付的|打来的|送的|转来的)?(?:<free>{0,8}(?:好处费|贿赂|佣金|回扣|货款|汇款|款|款项|现金|酬金|报酬|酬劳|美元|欧元|万元|元|定金|预付款|费))", "party", "party"),
    # people
    _rule("trains", r"<s><a>(?:为|对|给)<o>(?:员工|的?工程师|技术人员)?(?:提供|进行|做|开展)了?<free>{0,4}?(?P<t>培训|授课|讲课)", "people", "any"),
    _rule("trains", r"<s><a>(?P<t>培训)了?<o>", "people", "people"),
    _rule("meets", r"<s><a>(?P<t>会见|会晤|约见|接见|拜会|拜访|宴请|密会|面见|求见)了?(?:来访的|到访的|前来<free>{0,4}的|随行的|<free>{0,4}的)?<o>", "party", "body"),
    _rule("meets", r"<s>(?:与|和|同|跟)<o><a>(?P<t>会面|见面|会晤|会谈|碰面|碰头|面谈|见过面|见过|密谈|相识|结识|认识|共进|商谈|洽谈|磋商|谈判|座谈|交换意见|聚餐|吃饭)", "party", "party"),
    _rule("cooperates_with", r"<s>(?:与|和|同)<o><a>(?P<t>合作|合资|联手|共同研发|联合研制|共同开发|结盟)", "party", "party"),
    _rule("visits", r"<s><a>(?P<t>访问|参观|走访|到访|前往|抵达|来到|考察|造访|视察|到达|出访|巡视|探访|走进|前来)(?:了|过)?<o>", "people", "site"),
    _rule("visits", r"<s><a>(?P<t>来|赴|到|去|抵)<o>(?:进行)?<free>{0,4}?(?=指导|安装|调试|访问|考察|培训|验收|参观|检查|洽谈|检修|维修|验货|签约|调研|讲学|讲课|授课|督导|视察|交流|拜访|工作|出差|实习|洽商|协商|谈判|勘察|检验)", "people", "firm"),
    _rule("visits", r"<s><a>(?P<t>访问|到访|出访|参访)(?:了|过)?<o>", "people", "place"),
    _rule("travels_to", r"<s><a>(?P<t>启程前往|前往|飞往|飞抵|抵达|飞到|返回|赴|来到|到达|飞赴|飞回|回到|逃往|逃到|逃至|潜逃至|潜逃到|入境|转往|转赴|进入|抵|去了|去过|到了|到过|现身|飞了?[一两三几]趟|跑了?[一两三几]趟|去了?[一两三几]趟)(?:了|过)?<o>", "people", "place"),
    _rule("member_of", r"<s>(?P<t>隶属于?|属于|加入|加入了)<o>(?!的|所有|名下)", "party", "firm"),
    _rule("member_of", r"<s>(?:是|为|系)<o>的?(?P<t>会员|成员|会员单位|成员单位|理事单位)", "party", "firm"),
    _rule("represents", r"<s><a>(?P<t>代表)<o><a>(?:出席|签署|签字|参加|发言|与|洽谈|谈判|商谈|磋商|签约|签订|处理|办理|接洽|到场|出庭|应诉)", "party", "party"),
    _rule("represents", r"<s><free>{0,4}?(?:受|获)<o>(?:的)?(?P<t>委托|委派|授权|聘请|之托)", "party", "party"),
    _rule("represents", r"(?P<t>代表)<o>签字的是<s>", "party", "party"),
    _rule("represents", r"<o><a>(?P<t>委托|授权|聘请)了?<s><free>{0,6}?(?:代理|代为|作为|处理|全权|出面|办理|代表|负责|应诉)", "named", "party"),
    _rule("represents", r"<s>(?:正?是|为|系|担任|任)<o>的?(?:独家|唯一|总|区域)*(?P<t>代理人|律师|代理商|总代理|辩护人|法律顾问|授权代表|代言人)", "party", "party"),
    _rule("listed_by", r"<o><a>(?:将|把)<s>(?P<t>列入|加入|纳入|列为|列进|拉入|拉进|增列)<list>", "party", "authority"),
    _rule("listed_by", r"<s><a>[被遭]<o><free>{0,6}?(?P<t>列入|加入|纳入|列为|列进|拉入|拉进)<list>", "party", "authority"),
    _rule("listed_by", r"<s><a>[被遭受]到?<o><free>{0,4}?(?P<t>制裁)(?!的|风险)", "party", "authority"),
    _rule("listed_by", r"<o><a>对<s><a>(?P<t>(?:实施|施加|采取|追加|祭出|发起)(?:了)?<free>{0,6}?制裁)", "party", "authority"),
    _rule("listed_by", r"<o><a>(?P<t>制裁了?)<s>", "party", "authority"),
    # where, and what else somebody is called
    _rule("located_in", r"<s>[^，。；：的\ue000-\uf8ff]{0,8}?(?P<t>位于|坐落于|坐落在|地处|总部设在|总部位于|设在|设址于|设址在|落户|开在|注册于|注册在|登记在|注册地为|注册地在|注册地是|建在|驻扎在|停泊在|停靠在|停在)<o>", "party", "place"),
    _rule("located_in", r"(?P<t>注册在|注册于|设在|位于|总部设在|总部位于|坐落在|地处|落户|登记在|开在)<o>的(?:<g>的)?<s>", "named", "place"),
    _rule("has_address", r"<s><free>{0,4}?(?:，)?<free>{0,6}?(?P<t>(?:登记|注册|办公|通讯|通信|联系|经营|营业)?(?:住址|地址|住所|住处)(?:在|是|为|位于)?)[:：]?<o>", "party", "place"),
    _rule("has_address", r"<s><ago>(?P<t>家住|住在|现居|居住在|定居|常住|租住在)<o>", "people", "place"),
    _rule("alias_of", r"<o><a>(?P<t>又名|别名|化名|原名|曾用名|现称|现名|原称|更名为|改名为|改名|改称|更名|英文名为?|外文名为?|又称|自称为|亦称|改叫)(?:叫|是|为|系)?<s>", "any", "any"),
    _rule("alias_of", r"<s>(?:就是|即|正是)<o>(?P<t>的别名|的化名|的曾用名|的代号)", "any", "any"),
    _rule("made_by", r"<s><free>{0,4}?由<o>(?:自主|独家|负责|联合)*(?P<t>生产|制造|研制|出品|开发|设计|组装|打造|研发|承制|加工|建造|承建)", "goods", "firm"),
    _rule("made_by", r"<o>(?:自主|独家)?(?P<t>生产|制造|研制|出品|研发|建造)的<s>", "goods", "firm"),
    _rule("made_by", r"<s>(?:是|为|系)<o>的?(?P<t>产品|出品|制品)", "goods", "firm"),
    _rule("tests", r"<s>(?:对|为)<o>(?:进行)了?(?P<t>测试|试验|试飞|测验)", "party", "goods"),
)  # fmt: skip
LISTED = re.compile(rf"(?P<s>{SIGN})(?:{_FREE}{{0,14}}?)(?P<t>被列入|被纳入)(?P<list>{_FREE}{{0,6}}名单)")
ALIAS = re.compile(
    rf"(?P<o>{SIGN})(?:的)?(?:[（(，]?)(?P<t>代号是|代号为|代号|绰号是|绰号|又名|化名|别名|外号|人称|自称|网名|网名叫|昵称|现称|现名|原名|曾用名|更名为|改名为|新名系|新名是|新名为|改叫|艺名|诨号|江湖人称)(?P<alias>[“「][^”」]{{1,12}}[”」])"
)
ACQUIRED = re.compile(
    r"收购|购入|受让|认购|取得|买下|入股|并购|兼并|转让|予|给|出售"
)  # a share that is planned to be bought is not held
PLANNED = re.compile(
    r"将(?=于|在|会|向|赴|前往|从|由|对|与|以|收购|访问|出口|交付|支付)|拟|批准|约定|商定|计划|打算|准备|预计|有意|订于|定于|邀请"
)
NOT = re.compile(r"(?:从未|没有|未曾|并未|未|不曾|不再|不|从不)$|(?:从未|没有|未曾|并未|未|不曾)(?=[^，。]{0,4}$)")
OPEN = re.compile(r"^(?:如果|假如|若|一旦|倘若|要是)|(?:吗|呢)?[？?]$|谁|是否|有没有")
