"""The words before a cue go in; the phrase that names who speaks comes out, with all that belongs to it and nothing else.

A phrase is a run of nouns, names, pronouns and counts, with what describes them before 的 ("一名不愿具名的官员"). It ends before
the first adverb, time, preposition or verb that is no part of such a description.
"""

from collections.abc import Sequence
from typing import NamedTuple

from clew.extract.prose.zh import _cues as cues
from clew.extract.prose.zh import _lexicon as lexicon
from clew.extract.prose.zh._segment import Word

_OPENING = frozenset("dtcaf")  # kinds that lead up to a speaker
_NO_HEAD = frozenset({"中", "里", "上", "等", "受访", "在场", "到场", "随行"})
_TOPIC = frozenset(
    {"对", "对于", "就", "针对", "关于", "围绕", "鉴于", "随着", "由于", "因", "因为", "为了", "除", "除了"}
)
_OF_PEOPLE = (
    "人员",
    "人士",
    "部门",
    "机构",
    "机关",
    "小组",
    "组",
    "团队",
    "中心",
    "员",
    "者",
    "人",
    "方",
    "官",
    "队",
    "局",
    "署",
    "处",
    "专家",
    "账号",
    "公司",
    "单位",
)
# Papers and findings that a verb before them names: "检查|笔录", "评估|报告".
_OF_PAPERS = (
    "笔录",
    "报告",
    "记录",
    "纪录",
    "数据",
    "结果",
    "意见书",
    "结论",
    "资料",
    "材料",
    "影像",
    "登记簿",
    "通告",
    "公告",
    "声明",
    "函",
    "协议",
    "合同",
    "清单",
    "单据",
    "信息",
    "日志",
    "书",
    "证",
    "单",
)
_TO = frozenset({"向", "对", "跟", "给", "同", "与"})
_COUNTED = frozenset("mqou")


class Phrase(NamedTuple):
    """Words that name somebody: first and past the last, and where the words between it and the cue begin."""

    first: int
    last: int


def phrase_in(words: Sequence[Word], first: int, last: int) -> Phrase | None:
    """Return the phrase that speaks in a run of words that leads up to a cue; None where none stands there."""
    at = first
    while at < last:
        word = words[at]
        if (
            (word.text == "有" and at + 1 < last)
            or (word.kind in _OPENING and not _noun_follows_bare(words, at, last))
            or (word.kind == "w" and word.text not in "“”")
        ):  # "有人说"
            at += 1
        elif word.kind == "p":
            past = _past_preposition(words, at, last)
            if past is None:
                return None
            if past == at:
                return _run(words, at, last, described=True)
            at = past
        else:
            noun = (
                (word.text in cues.NOUNY and _is_noun_here(words, at, last))
                or _describes_next(words, at, last)
                or _titles(words, at, last)
            )
            found = _run(words, at, last, described=word.kind in "vd" and not noun)
            past = _past_place(words, at if found is None else found.last, last)
            if past is None:
                return found
            at = past  # "群里|有人", "展会上|经理": where, not who
    return None


def phrase_before(words: Sequence[Word], first: int, last: int) -> Phrase | None:
    """Return the run of nouns that stands last before a cue, past adverbs and times: for a lead that no phrase opens."""
    stop = last
    while stop > first and words[stop - 1].kind in "dtfa":
        stop -= 1
    start = stop
    while start > first and words[start - 1].is_nominal:
        start -= 1
    if start > first and words[start - 1].text in _TO:
        return phrase_before(words, first, start - 1)  # "多位员工|向本报|证实"
    start = stop
    while start > first and (words[start - 1].is_nominal or (words[start - 1].text == "的" and start - 1 > first)):
        start -= 1
    while start < stop and words[start].kind == "u":
        start += 1
    return Phrase(start, stop) if start < stop and words[stop - 1].kind in "nrosx" else None


def _past_place(words: Sequence[Word], at: int, last: int) -> int | None:
    """Return where a speaker can begin behind a place ("群里"), where one does; else None."""
    while at < last and words[at].kind in "mqnu" and at + 1 < last and words[at + 1].kind == "f":
        at += 1
    if at < last and words[at].kind == "f" and any(word.is_nominal for word in words[at + 1 : last]):
        return at + 1
    return None


def _noun_follows_bare(words: Sequence[Word], at: int, last: int) -> bool:
    """Say whether an adverb belongs to a description: "不愿具名的官员"."""
    return (
        words[at].text in {"不愿", "不肯", "未", "曾", "刚", "正在"} and _description_end(words, at, last) is not None
    )


def _past_preposition(words: Sequence[Word], at: int, last: int) -> int | None:
    """Return where a phrase can begin behind "在…时", or `at` where all up to 的 describes a noun; None for neither."""
    for index in range(at + 1, last):
        if words[index].kind == "f" and index + 1 < last and words[index + 1].kind in "nroms":
            return index + 1
    if words[at].text not in _TOPIC and _description_end(words, at, last) is not None:
        return at
    return None


def _run(words: Sequence[Word], first: int, last: int, *, described: bool) -> Phrase | None:
    at = first
    if described:
        end = _description_end(words, first, last)
        if end is None:
            return None
        at = end
    while at < last:
        word = words[at]
        before = words[at - 1] if at > first else None
        if (
            (
                word.is_nominal
                or (word.kind == "c" and before is not None and _joins(words, at, last))
                or (word.text == "、" and at + 1 < last and words[at + 1].is_nominal)
                or (
                    word.text == "的"
                    and before is not None
                    and at + 1 < last
                    and (words[at + 1].is_nominal or _describes_next(words, at + 1, last))
                )
                or (word.text in cues.NOUNY and _is_noun_here(words, at, last))
            )
            or _describes_next(words, at, last)
            or (at == first and _titles(words, at, last))
        ):
            at += 1
        elif word.text == "、" and at + 1 < last and words[at + 1].kind in "vd":
            end = _description_end(words, at + 1, last)
            if end is None:
                break
            at = end
        elif (end := _described_further(words, first, at, last)) is not None:
            at = end
        else:
            break
    while at > first and (words[at - 1].kind in "ucw" or words[at - 1].text in _NO_HEAD):
        at -= 1
    named = any(word.kind in "nrosx" or word.text in cues.NOUNY | cues.INQUIRIES for word in words[first:at])
    return Phrase(first, at) if at > first and named else None


def _joins(words: Sequence[Word], at: int, last: int) -> bool:
    """Say whether 和 joins two that speak: a noun stands behind it, and no verb of meeting behind that."""
    if at + 1 >= last or not words[at + 1].is_nominal:
        return False
    after = next((word for word in words[at + 1 : last] if not word.is_nominal and word.text != "的"), None)
    return after is None or after.kind != "v" or after.text in cues.ALL or words[at].text in {"以及", "及"}


def _describes_next(words: Sequence[Word], at: int, last: int) -> bool:
    """Say whether a verb stands before a noun of people as what they do: "研究|人员", "调查|组"."""
    if words[at].kind not in "vn" or at + 1 > last - 1 + (words[at].text in cues.INQUIRIES):
        return False
    if at + 1 < len(words) and words[at].text in cues.INQUIRIES and words[at + 1].text in cues.FINDING:
        return True
    if words[at].kind != "v" or at + 1 >= last or not words[at + 1].is_nominal:
        return False
    after = words[at + 1].text
    of_paper = after.endswith(_OF_PAPERS) and len(words[at].text) > 1
    called = len(words[at].text) > 1 and (after in lexicon.POSTS or lexicon.is_person(after)) and after not in cues.ALL
    return (after.endswith(_OF_PEOPLE) or of_paper or called) and words[at].text not in cues.SURE - cues.NOUNY


def _titles(words: Sequence[Word], at: int, last: int) -> bool:
    """Say whether a verb opens somebody's title: "销售|副总|贺岚"."""
    if words[at].kind != "v" or len(words[at].text) != 2 or words[at].text in cues.ALL:
        return False
    stop = at + 1
    while stop < last and words[stop].is_nominal:
        stop += 1
    return stop > at + 1 and words[at + 1].text in lexicon.POSTS and (stop >= len(words) or words[stop].text != "的")


def _is_noun_here(words: Sequence[Word], at: int, last: int) -> bool:
    """Say whether a word that can be a noun is one: another noun, the cue, or a place word follows."""
    return (
        at + 1 >= last
        or words[at + 1].is_nominal
        or words[at + 1].kind in "fdt"
        or words[at + 1].text in cues.NOUNY | {"的"}
    )


def _described_further(words: Sequence[Word], first: int, at: int, last: int) -> int | None:
    """Return where a description that goes on ends: "一名|不愿具名的", "本报|取得的"; none behind "骆启明|通过律师…的"."""
    if at == first:
        return None
    counted = words[at - 1].kind in _COUNTED or words[at - 1].text.startswith(
        ("一名", "一位", "一家", "多", "数", "几", "两名", "两位", "三")
    )
    if words[at].kind == "v" and (words[at].text not in cues.WEIGHTY or words[at].text in {"自称", "声称", "号称"}):
        return _description_end(words, at, last)
    if counted and words[at].kind in "vdpt" and at > first:
        return _description_end(words, at, last)
    return None


def _description_end(words: Sequence[Word], at: int, last: int) -> int | None:
    """Return where the noun that a description belongs to begins, behind the last 的; None where there is none."""
    for index in range(last - 1, at, -1):
        if words[index].text == "的" and index + 1 < last and words[index + 1].is_nominal:
            if any(word.kind == "f" and word.text in {"时", "后", "期间", "之后"} for word in words[index + 1 : last]):
                continue
            return index + 1
    return None
