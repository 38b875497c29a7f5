"""What is said in Chinese goes in, as a run of words; the things said in it come out apart: a clause with a subject of its own is one by itself.

"已清仓所持股份, 接盘方为一家基金" is two; "单价每降一成, 订单多出两成" hangs together, and is one.
"""

import re
from collections.abc import Sequence

from clew.extract.prose._words import words as word_list
from clew.extract.prose.zh import _lexicon as lexicon
from clew.extract.prose.zh._segment import Word

_LEAST = 5  # characters of a thing said
# A clause that leans on the next: "若…", "由于…", "每…".
_LEANS = re.compile(
    r"若|如果|假如|倘若|要是|只要|只有|一旦|除非|无论|不管|不论|虽|尽管|即使|哪怕|由于|因为|鉴于|既|不但|不仅|与其|宁可|越|每[^年月日天周人家次个]|自从|当[^地局事时天日年月晚众场选]|为了|随着|(?:看|看来|来说|而言|来看|来讲|来讲|期间|之际|之前|之后|以来|之时|后|时|起|前|中)$"
)
# A clause that leans on the one before.
_LEANS_BACK = word_list(
    "同比 环比 较 相较 相比 不是 而非 就 便 则 才 所以 因此 因而 从而 以致 以至 导致 致使 使 使得 让 否则 不然 而是 即 即使 尤其 特别 包括 例如 比如 其中 约 合计 共计 总计 均 都 分别 足以 以便 以免 进而 甚至 连 何况 况且 只是 是因为 而不是 仅 最 最终 最后 大概 直到 等"
)
# Nouns that measure or qualify what stands before them.
_MEASURES = re.compile(
    r"(?:金额|货值|价格|总价|价款|中标价|单价|标价|售价|合计|总计|数量|总额|重量|净重|毛重|比例|占比|涨幅|降幅|增幅|时间|日期|地点|理由|原因|条件|前提|目的|目标|结果|期限|周期|规模|面积|长度|时长|运费|费用|利率|利息|税率|余额|款项|产地栏|损失|身份|年龄|性质|用途|原价)$"
)
_BACK = frozenset({"这", "此", "那", "这样", "那样", "这些", "那些", "该", "与"})  # say more of what stands before
_COUNTED = re.compile(r"^[一二两三四几][本个份条批头边面部方]")  # "一本给税务看, 一本给自己看"
_JOINS = frozenset({"而", "但", "但是", "且", "并且", "同时", "另外", "此外", "不过", "亦", "也"})


def propositions(words: Sequence[Word], first: int, last: int) -> list[tuple[int, int]]:
    """Return first and past the last word of each thing said in a run of words, in their order; marks between them are in none."""
    found: list[tuple[int, int]] = []
    begun = first
    for index in range(first + 1, last - 1):
        if words[index].kind != "w" or words[index].text not in {"，", ",", "；", ";"}:
            continue
        if _parts(words, begun, index, last):
            found.append((begun, index))
            begun = index + 1
    return [*found, (begun, last)]


def _parts(words: Sequence[Word], begun: int, mark: int, last: int) -> bool:
    stop = next((at for at in range(mark + 1, last) if words[at].kind == "w" and words[at].text in "，,；;：:"), last)
    before, after = words[begun:mark], words[mark + 1 : stop]
    if min(_length(before), _length(after)) < _LEAST or not _tells(before):
        return False
    text = "".join(word.text for word in before)
    if words[mark].text in {"；", ";"}:
        return _tells(after)
    clauses = re.split(r"[，,；;]", text)
    if any(_LEANS.search(clause) for clause in clauses):
        return False
    if _ignorant("".join(word.text for word in after)):
        return True
    at = 0
    while at < len(after) and after[at].text in _JOINS:
        at += 1
    if at >= len(after) or after[at].text in _LEANS_BACK:
        return False
    head = at
    if (
        not after[at].is_nominal
        or after[at].text in _BACK
        or _COUNTED.match("".join(word.text for word in after[at : at + 2]))
    ):
        return False
    while at < len(after) and (after[at].is_nominal or (after[at].text == "的" and at > head) or after[at].kind == "c"):
        at += 1
    subject = after[head:at]
    named = any(word.kind in "nrosx" for word in subject)
    if not named or _length(subject) < 2 or _MEASURES.search("".join(word.text for word in subject)):
        return False
    return at < len(after) and after[at].kind in "vdpf" and after[at].text not in _LEANS_BACK and _tells(after[at:])


def _tells(words: Sequence[Word]) -> bool:
    return any(
        word.kind == "v" or word.text in lexicon.PREDICATES or word.text in {"没有", "无", "未"} for word in words
    )


def _ignorant(clause: str) -> bool:
    match = lexicon.UNAWARE.search(clause)
    return (
        match is not None
        and re.fullmatch(r"(?:但|而|并|且)?(?:对于?|就|关于)?[^，]{0,16}?", clause[: match.start()]) is not None
        and not clause[: match.start()].endswith("人")
    )


def _length(words: Sequence[Word]) -> int:
    return sum(len(word.text) for word in words)
