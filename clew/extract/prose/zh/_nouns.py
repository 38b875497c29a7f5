"""The words of a Chinese sentence and its names go in; the runs of it that can be an end of a relation come out, each with its kind.

A name is one; so is a description of a firm, of people, of a place or of goods ("同一家货代公司", "12台数控机床", "该型陀螺仪"), and a pronoun.
"""

import re
from collections.abc import Iterator, Sequence

from clew.extract.prose._telling import Name, Party, Place
from clew.extract.prose.zh import _lexicon as lexicon
from clew.extract.prose.zh._segment import Word

_HEADS = (
    ("people", re.compile(r"(?:员工|工程师们?|技术人员|人员|专家们?|代表团|代表|技师|学员|团队|高管|同一人|自然人|本人|[一二两三四五六七八九十\d]+[名人]|二人|他们?|她们?|工人|船员|雇员|职员|们|某)$|^(?:小|老|阿).$|(?:总|董|工|先生|女士)$")),
    ("firm", re.compile(r"(?:公司|集团|工厂|该厂|[我贵本该敝]厂|[我贵本敝]司|[我贵对]方|[我贵本该敝](?:校|所|院|行|馆|局|部|社|会|店|队|协会|商会)|中间商|供应商|制造商|代理商|贸易商|经销商|承包商|运营商|银行|企业|机构|客户|买家|卖家|买方|卖方|厂家|厂商|研究所|研究院|大学|部队|军方|协会|财团|子公司|供货商|货代|船东|承运人|法院|部门|联盟|政府|财政部|商务部|外交部|国防部|当局|委员会|理事会|安理会|海关|原告|被告|船东|股东|母公司|军方|警方|驻军|学校|医院|酒店|诊所|媒体|后者|前者)$")),
    ("place", re.compile(r"(?:港|口岸|机场|酒店|厂区|基地|码头|仓库|展会|地区|境内|市|省|镇|村|岛|车间)$")),
    ("goods", re.compile(r"(?:发动机|机床|模块|设备|部件|零件|零部件|元件|陀螺仪|仪器|仪|机器|压缩机|无人机|泵|阀|阀门|芯片|货物|材料|产品|轴承|编码器|雷达|传感器|电机|系统|软件|样品|钢材|燃料|船|货轮|油轮|轮|船舶|飞机|车辆|卡车|叶片|晶片|器件|装置|涡轮|电池|天线|相机|线缆|配件|备件|货)$")),
)  # fmt: skip
_RELATIONAL = frozenset(
    {
        "供应商",
        "供货商",
        "代理商",
        "子公司",
        "母公司",
        "承运人",
        "船东",
        "股东",
        "大股东",
        "控股股东",
        "实际控制人",
        "实控人",
        "幕后老板",
        "经销商",
        "合伙人",
    }
)
_NO_PART = frozenset({"有关", "相关", "其中", "等", "此类", "所谓"})
_IS = frozenset(
    {"是", "为", "系", "正是", "就是", "才是", "由", "名叫", "叫"}
)  # "唯一股东|为|…": what stands before says who that is
_STAFF = frozenset({"员工", "工程师", "技术人员", "专家", "技师", "代表", "雇员", "职员"})


def parties_of(words: Sequence[Word], names: Sequence[Name], place: Place, text: str) -> dict[int, tuple[Party, str]]:
    """Return, by where each begins in the sentence, the runs that can be an end of a relation, with their kinds.

    Args:
        words: of the sentence, each name one of them.
        names: in the sentence.
        place: of the sentence in the page.
        text: the sentence as it stands in the page.
    """
    by_start = {name.place.start - place.start: name for name in names}
    found: dict[int, tuple[Party, str]] = {}
    for first, last in _runs(words, by_start):
        start, stop = words[first].start, words[last - 1].stop
        name = by_start.get(start)
        if name is not None and name.place.stop - place.start == stop:
            found[start] = (Party(name.place, name.text, "party", name), name.kind)
            continue
        for left, right, kind in _described(words, first, last):
            where = Place(place.start + left, place.start + right)
            found[left] = (Party(where, text[left:right], "party"), kind)
    return found


def _described(words: Sequence[Word], first: int, last: int) -> Iterator[tuple[int, int, str]]:
    """Yield the parts of a run of nouns that can be an end: the longest that ends as one, then what is behind it."""
    while first < last:
        for stop in range(last, first, -1):
            kind = _kind(words, first, stop)
            if kind:
                yield words[first].start, words[stop - 1].stop, kind
                first = stop
                break
        else:
            return


def _runs(words: Sequence[Word], names: dict[int, Name]) -> Iterator[tuple[int, int]]:
    """Yield first and past the last word of each run of nouns; a name and a post stand alone."""
    at = 0
    while at < len(words):
        word = words[at]
        if word.start in names:
            joined = at + 1 < len(words) and names[word.start].kind == "product" and _is_goods(words[at + 1].text)
            placed = names[word.start].kind == "place" and at + 1 < len(words) and words[at + 1].start not in names
            joined = joined or (placed and _HEADS[1][1].fullmatch(words[at + 1].text) is not None)  # "俄罗斯|客户"
            yield at, at + (2 if joined else 1)  # "OM-14|模块" is one thing
            at += 2 if joined else 1
            continue
        described = _described_firm(words, at, names)
        if described is not None:
            yield at, described
            at = described
            continue
        if (
            _relates(words, at, names)
            or not _can_stand(word)
            or (word.text in lexicon.POSTS - _STAFF and not _acts(words, at, names))
        ):
            at += 1
            continue
        stop = at
        while stop < len(words) and words[stop].start not in names and _can_stand(words[stop]):
            if words[stop].text in lexicon.POSTS and not _goes_on(words, stop, names) and not _is_met(words, at, stop):
                break
            stop += 1
        if stop > at:
            yield at, stop
        at = max(stop, at + 1)


def _goes_on(words: Sequence[Word], at: int, names: dict[int, Name]) -> bool:
    """Say whether a post belongs to a description that acts: "对方代表|在…碰面", "两名工程师|前往"; not "王伟是公司|经理"."""
    after = words[at + 1] if at + 1 < len(words) else None
    if after is None or after.start in names or after.kind not in "pvdt" or after.text in _IS:
        return False
    return not any(word.text in {"是", "为", "任", "担任", "出任", "系"} for word in words[max(0, at - 4) : at])


def _relates(words: Sequence[Word], at: int, names: dict[int, Name]) -> bool:
    """Say whether a noun tells what one party is to another: "远川集团的|供应商|恒岳精工", and is no party by itself."""
    if words[at].text not in _RELATIONAL or not at or at + 1 >= len(words):
        return False
    before, after = words[at - 1], words[at + 1]
    if before.text != "的" and before.start not in names and before.kind != "n":
        return False
    return after.start in names or after.text in _IS or (before.text == "的" and after.kind == "w")


def _described_firm(words: Sequence[Word], at: int, names: dict[int, Name]) -> int | None:
    """Return where "一家做无人机的公司" ends, which begins at a word; None where none does."""
    if not words[at].text.startswith(("一家", "某家", "这家", "那家", "另一家", "一间")):
        return None
    for stop in range(at + 2, min(len(words), at + 9)):
        if words[stop].kind == "w" or words[stop].start in names:
            return None
        if words[stop - 1].text == "的" and _HEADS[1][1].search(words[stop].text):
            return stop + 1
    return None


def _acts(words: Sequence[Word], at: int, names: dict[int, Name]) -> bool:
    """Say whether a post stands alone and does something: "部长|将|访问"; one behind a firm's name is told by the name behind it."""
    return (at == 0 or words[at - 1].start not in names) and _goes_on(words, at, names)


def _is_met(words: Sequence[Word], first: int, at: int) -> bool:
    """Say whether a post ends what a verb acts on: "会见|塞方|总理"."""
    ends = at + 1 >= len(words) or words[at + 1].kind == "w"
    return (
        ends
        and at > first > 0
        and words[first - 1].text in {"会见", "会晤", "约见", "接见", "拜会", "拜访", "宴请", "面见"}
    )


def _can_stand(word: Word) -> bool:
    return (word.is_nominal or word.kind == "r") and word.text not in _NO_PART


def _is_goods(word: str) -> bool:
    return _HEADS[3][1].search(word) is not None


def _kind(words: Sequence[Word], first: int, last: int) -> str:
    text = "".join(word.text for word in words[first:last])
    if lexicon.PRONOUN.match(text) and text in {"他", "她", "他们", "她们"}:
        return "people"
    if words[last - 1].text in lexicon.POSTS - _STAFF:
        return "people"
    for kind, pattern in _HEADS:
        if pattern.search(text):
            return kind
    return "place" if last - first == 1 and words[first].kind == "r" and len(text) > 1 else ""
