"""A run of a Chinese sentence taken for a name goes in; the name alone comes out: what leads up to it and what follows taken off.

A model of names, and an ending such as 有限公司, tell that a name stands there, and not well where it begins: "货物经远航物流有限公司"
is a firm behind a preposition. The words of the sentence tell.
"""

import re
from collections.abc import Iterator, Sequence

from clew.extract.prose._words import words as word_list
from clew.extract.prose.zh import _cues as cues
from clew.extract.prose.zh import _lexicon as lexicon
from clew.extract.prose.zh._segment import Word

# Verbs that firms have in their names.
_OF_BUSINESS = word_list(
    "投资 控股 建设 发展 制造 出口 进口 进出口 运输 开发 设计 咨询 服务 租赁 管理 加工 联合 合作 广告 传播 生产 检测 测量 研究 装饰 担保 保险 代理 工程 建筑 安装 维修 贸易 经贸 工贸 商贸 实业 创业 创新 通讯 通信 测控 冶炼 铸造 印刷 "
    "包装 航运 海运 货运 速运 快递 勘探 采矿 育种 养殖 种植 医疗 教育 培训 娱乐 出版 精工 惯导 导航 传动 传感 遥感 供应链 供应 回收 资源 动力 驱动 控制 联合会 联营 合资 独资"
)
_OF_NAMES = frozenset(
    "远航启扬帆腾飞拓展致兴盛凌云达通奔越卓创联合鼎宏恒泰瑞祥福顺华新万嘉隆昌永信诚德安康龙凤鹏翔海洋天宇星辰明光辉耀金银宝"
)
_BETWEEN = frozenset(
    "经以由向对与和及从在于被把给到赴据该的了让将是为至往因就跟并但而也还曾已均都称说有系其这那某应按凭随借某著及则又再未没不即时后前中上下内里间归遭"
)
_PLAIN_LEADS = word_list(
    "制裁 调查 处罚 起诉 采访 指控 批准 拒绝 委托 通知 协助 邀请 举报 投诉 质疑 要求 介绍 警告 控告 查封 查处 关闭 接管 公司 集团 客户 员工 子公司 关于 以及 其中 一家 这家 那家 本家 名为 所谓 多家 两家 三家 有关 相关 一名 该公司 年 月 日 货物 设备 产品 样品 款项 货款 运费 部件 集装箱 货柜 船舶"
)
_COMMON = re.compile(
    r"(?:该|本|此|上述|相关|有关|主管|涉事|涉案|监管|审计|鉴定|分支|执法|海外|境外|当地|一家|这家|那家|某|多家|两家|三家)*(?:工厂|机构|部门|单位|公司|仓库|码头|港口|口岸|办事处|企业|当局|公诉)"
)
_TRADES_OF_FIRMS = word_list(
    "传动 传感 液压 气动 电缆 线缆 电器 照明 石化 冶金 模具 轮胎 橡胶 塑料 纺织 乳业 药业 制药 环境 环保 水务 燃气 电力 风电 光伏 锂电 储能 重科 集运 冷链 快运 速递 数科 产投 创投 资本 信托 期货 租赁 会务 顾问 建工 路桥 铝业 铜业 钨业 稀土 钛业 玻璃 陶瓷 水泥 建材 光学 激光 卫星 航太 船务 造船 港务 仓储 供应链 精机 机电 仪表 咨询 传动科技 轴承 "
    "重工 科技 惯导 光电 精工 精密 电气 股份 控股 实业 微电子 半导体 重机 数控 装备 生物 医药 化工 材料 测控 导航 智能 信息 电讯 网络 传媒 置业 地产"
)
_TRADES = word_list(
    "轴承 航空 电子 仪器 机械 航运 货运 物流 贸易 国际 投资 能源 通信 软件 船舶 海运 建筑 矿业 钢铁 汽车 动力 仪表 航天 机床 船务 运输 商贸 进出口 外贸 银行 证券 保险"
)
_CALLED = lexicon.POSTS | word_list("方面 公司 集团 六 员工")
_SOUNDS = (
    "阿埃艾安奥巴班鲍贝本比彼波伯博布查达戴丹德登迪蒂丁杜多恩尔法菲费芬弗福夫甘戈格根哈海汉赫亨霍基吉加贾杰卡凯坎考科克肯库奎拉莱兰劳雷勒里利莉林卢鲁伦罗洛马麦曼梅门蒙米密莫姆穆"
    "纳娜奈内尼宁纽诺努帕潘佩彭皮珀普奇乔切钦茹萨塞桑沙舍施什史舒斯丝索苏塔泰坦汤特滕托图瓦威韦维魏温翁沃乌伍希西谢辛休雅亚扬叶耶伊因尤约泽扎詹兹佐娃列涅捷久季申可柳娅妮琳蕾娅丽琪碧黛薇"
    "金强昂穆圭延珍欧厄隆朗盖盛夸蓬邦冈庞法范冯巴布哥果哈豪胡华怀惠吕律麻茂默木南农欧朴浦齐恰乞让热日荣若森山尚绍圣石守寿司松台唐陶铁通屯万旺文吾武夏香肖歇欣兴许逊杨尧英雍永尤于宇元云赞增章长哲真支芝治中朱祖佐"
)
_FOREIGN = re.compile(rf"[{_SOUNDS}]{{1,7}}(?:[·•・‧∙][{_SOUNDS}]{{1,8}}){{1,3}}")
_SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤乔邝骆温尤柯霍卓"
)


TRADES = "|".join(sorted(_TRADES | _TRADES_OF_FIRMS, key=len, reverse=True))


def foreign(text: str, words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """Yield names with a dot between their parts: "马蒂斯·韦林", without the title before and the verb behind."""
    for match in _FOREIGN.finditer(text):
        start, stop = match.span()
        first, last = start + match[0].index(match[0].strip()[0]), stop
        dot_first, dot_last = _dots(text, start, stop)
        for word in words:
            if first < word.stop <= dot_first and (
                word.text in lexicon.POSTS or (len(word.text) > 1 and word.kind in "nvd")
            ):
                first = word.stop
            if dot_last < word.start < last and (
                cues.force_of(word.text) or word.kind in "pd" or word.text in _BETWEEN
            ):
                last = word.start
        if first < dot_first and dot_last + 1 < last:
            yield first, last


def _dots(text: str, start: int, stop: int) -> tuple[int, int]:
    places = [at for at in range(start, stop) if text[at] in "·•・‧∙"]
    return places[0], places[-1]


def without_lead(words: Sequence[Word], start: int, stop: int, *, ending: int) -> int:
    """Return where the name of a body begins: behind the last word in the run that is no part of one.

    Args:
        words: of the sentence.
        start: of the run.
        stop: of the run.
        ending: where its ending ("有限公司") begins; the run itself where it has none.
    """
    begun = start
    for word in words:
        if word.stop <= start or word.start >= ending or word.start >= stop:
            continue
        inner = word.start > start or word.stop < stop
        if inner and _is_no_part(word, last=word.stop == ending):
            begun = max(begun, word.stop)
    rest = [word for word in words if begun <= word.start and word.stop <= ending]
    acts = (
        len(rest) == 1
        and rest[0].kind == "v"
        and rest[0].text not in _OF_BUSINESS
        and not set(rest[0].text) <= _OF_NAMES
    )
    return stop if acts and begun > start and ending < stop else begun  # "两度更改|公司": a verb and its object


def _is_no_part(word: Word, *, last: bool) -> bool:
    if word.text in _BETWEEN or word.text in _PLAIN_LEADS or word.text in lexicon.POSTS:
        return not (last and word.text in _PLAIN_LEADS)
    if len(word.text) == 1:
        return word.kind in "up" or (word.kind == "w" and word.text not in "（）()")
    if word.text in _OF_BUSINESS:
        return False
    if cues.force_of(word.text):
        return True
    if word.kind == "v" and set(word.text) <= _OF_NAMES:
        return False  # 远航, 腾飞
    if last and word.kind == "v":
        return False  # a verb directly before the ending belongs to the name more often than not
    return word.kind in "vpdtcfoaq" or (word.kind == "m" and not last)


def is_common(text: str) -> bool:
    """Say whether a run is what many are called, and so no name: "工厂", "监管机构", "货代公司"."""
    return text in lexicon.KINDS or _COMMON.fullmatch(text) is not None


def branded(words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """Yield firms called by a name of two characters and their trade: "恒岳|精工", "瀚海|重工"; "精密仪器" is none."""
    for index, word in enumerate(words[1:], start=1):
        if word.text not in _TRADES | _TRADES_OF_FIRMS:
            continue
        after = words[index + 1] if index + 1 < len(words) else None
        if (
            after is not None
            and after.start == word.stop
            and after.kind in "nx"
            and after.text not in _CALLED
            and not after.text.startswith(("副", "总", "首席"))
        ):
            continue
        one, two = words[index - 1], words[index - 2] if index > 1 else None
        touching = one.stop == word.start
        if touching and len(one.text) == 2 and one.kind in "rx" and word.text in _TRADES_OF_FIRMS:
            yield one.start, word.stop
        elif (
            touching
            and two is not None
            and two.stop == one.start
            and len(one.text) == len(two.text) == 1
            and not {one.text, two.text} & _BETWEEN
            and one.kind + two.kind != "vv"
            and {one.kind, two.kind} <= set("nrvdxc")
        ):
            yield two.start, word.stop


def whole(text: str, words: Sequence[Word], at: int, label: str) -> tuple[int, int]:
    """Return the name that a model found one character of: the word that it stands in, or back to a surname; nothing where there is none."""
    word = next((each for each in words if each.start <= at < each.stop), None)
    if word is not None and len(word.text) > 1 and word.kind in "nr":
        return word.start, word.stop
    if label == "PERSON":
        begun = next((start for start in (at - 2, at - 1) if start >= 0 and text[start] in _SURNAMES), at)
        return (begun, at + 1) if begun < at else (at, at)
    return at, at


def person(words: Sequence[Word], start: int, stop: int) -> tuple[int, int]:
    """Return a person's name without the title before it and the verb or preposition behind it."""
    inside = [word for word in words if start <= word.start and word.stop <= stop]
    if (
        len(inside) > 1
        and not any(word.is_nominal for word in inside[1:])
        and all(len(word.text) > 1 for word in inside[1:])
    ):
        return start, start  # "于晚间"
    if len(inside) == 2 and inside[0].text in {"曾", "将"} and len(inside[1].text) == 2:
        return start, start  # "曾口头表示", "曾多次"
    for word in words:
        if word.start < start or word.stop > stop or (word.start == start and word.stop == stop):
            continue
        if word.start == start and len(word.text) > 1 and (word.text in lexicon.POSTS or word.kind in "vdp"):
            start = word.stop
        elif word.start > start + 1 and (
            cues.force_of(word.text) or (len(word.text) > 1 and word.kind in "vdpt") or word.text in "在对向于表称说"
        ):
            return start, word.start
    return start, stop


def untold(words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """Yield three characters that no word of the dictionary joins, a surname first, where a person is named: "在高育民看来"."""
    for index, word in enumerate(words[:-1]):
        if len(word.text) != 1 or word.text not in _SURNAMES or word.kind == "p":
            continue
        if word.text in {"曾", "将"} and len(words[index + 1].text) > 1:
            continue  # "曾口头表示"
        before = words[index - 1] if index else None
        titled = before is not None and before.text in lexicon.POSTS
        if (
            not titled
            and before is not None
            and before.kind != "w"
            and before.text not in {"在", "据", "与", "和", "由", "是", "正是", "系"}
        ):
            continue
        stop = index + 1
        while (
            stop < len(words)
            and words[stop].stop - word.start <= 3
            and words[stop].kind in "nrvxd"
            and words[stop].text not in _BETWEEN
            and not cues.force_of(words[stop].text)
            and words[stop].start == words[stop - 1].stop
        ):
            stop += 1
        length = words[stop - 1].stop - word.start
        after = words[stop] if stop < len(words) else None
        told = after is not None and (
            cues.force_of(after.text) != "" or after.kind in "fpd" or (titled and after.kind in "wv")
        )
        told |= before is not None and before.text in {"是", "正是", "系"} and (after is None or after.kind == "w")
        if length == 3 and told:
            yield word.start, words[stop - 1].stop
