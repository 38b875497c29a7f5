"""A Chinese sentence goes in; its words come out where they stand, each with what kind of word it is.

The likeliest way to cut by the frequencies of single words (Viterbi over a unigram model), with the dictionary that the
`cutword` wheel carries as data (181,000 words with frequencies and the part of speech each most often is; Apache-2.0).
The words our own rules know stand beside it and come first.
"""

import math
import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from clew.extract.prose.zh import _cues as cues
from clew.extract.prose.zh import _lexicon as lexicon
from clew.extract.prose.zh._model import carried

_LONGEST = 8  # characters of a word
_KINDS = {
    "NN": "n", "JJ": "n", "FW": "n", "NOI": "n", "ON": "n", "NR": "r", "NT": "t", "P": "p", "BA": "p", "SB": "p", "LB": "p",
    "VV": "v", "VA": "v", "VC": "v", "VE": "v", "AD": "d", "CS": "d", "MSP": "d", "SP": "d", "IJ": "d", "AS": "a", "DER": "a",
    "CD": "m", "OD": "m", "M": "q", "PN": "o", "DT": "o", "DEG": "u", "DEC": "u", "DEV": "u", "CC": "c", "LC": "f", "ETC": "n",
    "PU": "w",
}  # fmt: skip
_OWN_WEIGHT = 3000  # occurrences: as many as a frequent word of two characters has
_RUN = re.compile(
    r"(?P<t>(?:(?:19|20)?\d\d|[二两][〇零一二三四五六七八九]{3})年(?:\d{1,2}|[一二三四五六七八九十]{1,3})?(?:月)?(?:\d{1,2}[日号]?)?(?:[初中底末]|上半年|下半年)?|"
    r"(?:今年|去年|前年|明年|本年)?(?:\d{1,2}|[一二三四五六七八九十]{1,2})月(?:份|\d{1,2}[日号]|[初中底末]|[上中下]旬)?|\d{1,2}[日号](?![a-zA-Z\d楼库厂线船车机井])|[二三]?十?[一二三四五六七八九十]日(?![本常期用内程报]))|"
    r"(?P<h>[\u3400-\u9fff])|(?P<m>\d[\d,.]*(?:[%％]|[万亿千百]+)?)|(?P<n>[A-Za-z][A-Za-z0-9.&'’-]*(?: [A-Z][A-Za-z0-9.&'’-]*)*)|(?P<b>\s+)|(?P<w>.)",
    re.DOTALL,
)


_HAN = re.compile(r"[\u3400-\u9fff]")


class Word(NamedTuple):
    """A word where it stands in the sentence."""

    start: int  # characters of the sentence
    stop: int
    text: str
    kind: str  # n noun, r name, v verb, p preposition, d adverb, t time, m number, q measure, o pronoun, u 的, c and, f place word, a aspect, w mark, s title in marks, S speech, x unknown

    @property
    def is_nominal(self) -> bool:
        """Say whether the word can be part of a name or a description of somebody."""
        return self.kind in "nromqsx"


# Of a word and a sign that make one body together: "采购|科", "海事|处"; behind certain words only, the sign being another word elsewhere.
_UNITS = "部处局署厅院科室厂社队组站委员师"
_UNITS_BEHIND = {
    "会": "董事 理事 监事 委员 股东 校友 商 协 学 基金 联合 业主 同乡 家属 居民 代表 工作 村民 管委 消委 组委",
    "所": "看守 派出 交易 研究 拘留 戒毒 事务 招待 托管 检测 律师 会计师",
    "行": "开证 收款 付款 议付 通知 开户 托收 代收 报关 保兑 汇款 商业",
    "办": "外事 新闻 信访 督查 专项 街道 侨 纪检",
    "方": "举报 投诉 承运 委托 受托 施工 出租 承租 收款 付款 关联 投资 收购 合作 监理 租赁",
    "人": "举报 投诉 委托 受托 承租 出租 承运 托运 继承 担保 负责 联系 接待 保证 爆料 知情 代理 债权 债务 权利",
    "员": "调度 检验 调查 安检 理赔 客服 巡查 检查 验货 审计 值班 采购 销售 维修 操作 联络 管理 稽查 谈判 押运 安全",
    "者": "知情 举报 投诉 受害 旁观 参与 研究 亲历 组织 爆料 幸存 申请 使用 消费 投资 报道 当事 起草 见证 示威 抗议 经历 围观 搜救 拍摄 受访 与会",
    "派": "反对 改革 强硬 温和 保守 执政 少数 多数",
    "官": "外交 新闻 检察 情报 执法 审判 联络 军事 安全 指挥 海关 移民",
    "生": "大学 研究 实习 留学 中学 小学 博士 硕士 学",
}
_STATES = frozenset(
    "中美俄英法德日韩朝印越泰缅菲马柬蒙哈吉塔乌土伊叙黎以巴阿埃沙约科利苏肯南加墨古委智秘波匈捷罗保塞希意西葡荷比瑞奥丹挪芬冰白立拉格亚欧港澳台"
)
_MADE = {(word, sign) for sign, some in _UNITS_BEHIND.items() for word in some.split()}
_NO_UNIT = frozenset("的了是在和与及或对向为由被把从等一不这那该某各每两几多本其全")


def words_of(text: str, fixed: Sequence[tuple[int, int, str]] = ()) -> list[Word]:
    """Return the words of a sentence in simplified characters; what is fixed (start, stop, kind) is one word, as given."""
    found: list[Word] = []
    at = 0
    for start, stop, kind in sorted(fixed):
        if start < at:
            continue
        found += _between(text, at, start)
        found.append(Word(start, stop, text[start:stop], kind))
        at = stop
    return _joined([*found, *_between(text, at, len(text))], {start for start, _, _ in fixed})


def _joined(words: list[Word], fixed: set[int]) -> list[Word]:
    """Return the words, a word and the sign of a body behind it made one: "指挥|部", "外交|官"."""
    joined: list[Word] = []
    for word in words:
        last = joined[-1] if joined else None
        if last is not None and last.stop == word.start and word.start not in fixed and _makes_body(last, word):
            joined[-1] = Word(last.start, word.stop, last.text + word.text, "r" if last.kind == "r" else "n")
        else:
            joined.append(word)
    return joined


def _makes_body(word: Word, sign: Word) -> bool:
    if (word.text, sign.text) in _MADE or (sign.text == "方" and word.text in _STATES):
        return True
    return (
        sign.text in _UNITS
        and len(sign.text) == 1
        and len(word.text) > 1
        and word.kind in "nvr"
        and word.text[-1] not in _NO_UNIT
        and not cues.force_of(word.text)
    )


def _between(text: str, start: int, stop: int) -> Iterator[Word]:
    begun = start
    for run in _RUN.finditer(text, start, stop):
        if run.lastgroup == "h" or (
            run[0] == "\n" and _HAN.match(text, run.start() - 1) and _HAN.match(text, run.end())
        ):
            continue  # a column may break a word
        yield from _cut(text, begun, run.start())
        if run.lastgroup != "b":
            yield Word(run.start(), run.end(), run[0], str(run.lastgroup))
        begun = run.end()
    yield from _cut(text, begun, stop)


def _cut(text: str, start: int, stop: int) -> list[Word]:
    places = [at for at in range(start, stop) if text[at] != "\n"]
    run = "".join(text[at] for at in places)
    return [Word(places[left], places[right - 1] + 1, run[left:right], kind) for left, right, kind in _likeliest(run)]


@lru_cache(maxsize=4096)
def _likeliest(run: str) -> tuple[tuple[int, int, str], ...]:
    """Return start, stop and kind of each word of a run of characters."""
    dictionary, unknown = _dictionary()
    best = [0.0] + [-math.inf] * len(run)
    back = [(0, "x")] * (len(run) + 1)
    for stop in range(1, len(run) + 1):
        for start in range(max(0, stop - _LONGEST), stop):
            word = run[start:stop]
            entry = dictionary.get(word)
            if entry is None and stop - start > 1:
                continue
            weight, kind = entry if entry is not None else (unknown, "x")
            if best[start] + weight > best[stop]:
                best[stop], back[stop] = best[start] + weight, (start, kind)
    cut: list[tuple[int, int, str]] = []
    stop = len(run)
    while stop:
        start, kind = back[stop]
        cut.append((start, stop, kind))
        stop = start
    return tuple(reversed(cut))


@cache
def _dictionary() -> tuple[dict[str, tuple[float, str]], float]:
    """Return of each word the logarithm of its share and its kind, and the logarithm for a sign that is in none."""
    counted: dict[str, tuple[int, str]] = {}
    with (carried() / "dict.txt").open(encoding="utf-8") as file:
        for line in file:
            parts = line.split()
            if len(parts) == 3:
                counted[parts[0]] = (int(parts[1]) or 1, _KINDS.get(parts[2], "n"))
    for word, kind in lexicon.KINDS.items():
        weight = max(counted.get(word, (0, ""))[0], _OWN_WEIGHT if len(word) > 1 else 1)
        counted[word] = (weight, kind)
    total = math.log(sum(count for count, _ in counted.values()))
    return {word: (math.log(count) - total, kind) for word, (count, kind) in counted.items()}, -total
