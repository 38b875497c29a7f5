"""The words of a Chinese sentence go in; which of them are cues comes out, and where the turn of one speaker ends."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from clew.extract.prose.zh import _cues as cues
from clew.extract.prose.zh._forms import Forms
from clew.extract.prose.zh._segment import Word

NOT = frozenset(
    {
        "不",
        "并不",
        "没有",
        "没",
        "并未",
        "未",
        "未能",
        "无法",
        "不能",
        "从未",
        "未曾",
        "尚未",
        "从不",
        "不予",
        "既没有",
        "也没有",
        "不会",
    }
)
UNWILLING = frozenset({"拒绝", "不愿", "不肯", "不便"})
_UNSAID = frozenset(
    {
        "说明",
        "提到",
        "提及",
        "说",
        "写",
        "透露",
        "解释",
        "宣布",
        "回应",
        "承认",
        "公布",
        "公开",
        "披露",
        "介绍",
        "评论",
        "回答",
        "答复",
        "回复",
        "发现",
        "通知",
        "规定",
        "反驳",
        "讲",
        "报告",
        "声明",
        "谈及",
        "表示",
        "指出",
        "告诉",
    }
)
_CONNECTIVES = frozenset(
    {
        "但",
        "但是",
        "而",
        "并",
        "并且",
        "却",
        "同时",
        "还",
        "又",
        "也",
        "不过",
        "随后",
        "然而",
        "且",
        "亦",
        "另",
        "另外",
        "此外",
        "再",
        "再次",
        "进一步",
    }
)
_OVER = frozenset({"而", "但", "但是", "不过", "然而", "却", "可"})


class Cue(NamedTuple):
    """The words of a cue, one or several that make one ("回应称")."""

    first: int
    last: int
    force: str
    sure: bool
    text: str


class Turns(Forms):
    """Reads cues and turns."""

    def cue_at(self, index: int, first: int, last: int) -> Cue | None:
        """Return the cue that begins at a word; None where its letters are no cue there."""
        word = self.words[index]
        force = cues.force_of(word.text)
        if not force or self._is_blocked(word.start):
            return None
        before = self.words[index - 1] if index > first else None
        stop = index + 1
        while stop < last and (self.words[stop].text in cues.CLOSING or self.words[stop].text in {"了", "道"}):
            stop += 1
        after = self.words[stop] if stop < last else None
        if (after is not None and after.text in {"的", "之", "得", "者"}) or (
            before is not None and before.text in {"的", "被", "受", "遭", "予以"} and force != "denying"
        ):
            return None
        if before is not None and before.text in UNWILLING:
            return None
        if (
            word.text in cues.REPORTS
            and self.words[stop - 1].text not in cues.CLOSING
            and not (after is not None and after.text in {"，", ",", ":"})
        ):
            return None
        if (
            word.text in cues.NOUNY
            and stop > index + 1
            and (
                before is None
                or self.is_separator(index - 1)
                or before.text in {"有", "其", "的"}
                or before.kind in "qm"
                or before.text.startswith("一份")
            )
        ):
            return None  # "公告称": what says it is the paper
        if word.text in cues.NOUNY and stop == index + 1 and not self._is_verb_here(index, first, last):
            return None
        text = self.body[word.start : self.words[stop - 1].stop]
        sure = word.text in cues.SURE or self.words[stop - 1].text in cues.CLOSING
        return Cue(index, stop, force, sure and not (word.text in cues.NOUNY and stop == index + 1), text)

    def _is_blocked(self, position: int) -> bool:
        return any(left <= position < right for left, right in self.blocked)

    def _is_verb_here(self, index: int, first: int, last: int) -> bool:
        """Say whether a word that is a noun as often is a verb: something is said behind it, and no verb takes it as its object."""
        before = self.words[index - 1] if index > first else None
        after = self.words[index + 1] if index + 1 < last else None
        if word_is_thing(self.words, index, first) and after is not None and after.is_nominal:
            return False  # "报告作者"
        if (
            before is None
            or after is None
            or (before.kind in "pqmvu" and before.text not in cues.NOUNY)
            or before.text in {"、", "等", "该", "此"}
        ):
            return (
                after is not None
                and after.text in {"，", ":", "："}
                and before is not None
                and before.kind in "qmn"
                and before.text != "等"
            )
        if cues.force_of(after.text) and after.text not in cues.NOUNY | cues.CLOSING:
            return False  # "卫星图像分析表明"
        closing = next(
            (at for at in range(index + 1, last) if self.is_separator(at) or self.words[at].text in cues.CLOSING), last
        )
        if (
            closing < last
            and closing > index + 1
            and self.words[closing].text in cues.CLOSING
            and self.words[closing - 1].kind == "f"
        ):
            return False  # "回答提问时说"
        if (
            after.kind == "n"
            and index + 2 < last
            and cues.force_of(self.words[index + 2].text)
            and self.words[index + 2].text not in cues.NOUNY
        ):
            return False  # "评估报告认定"
        return after.kind not in "cf" and after.text not in {"等", "、", "后", "中"}

    def is_void(self, cue: Cue, *, first: int, begun: int, negated: bool) -> bool:
        """Say whether what was not said, or what is only hoped to be said, is all there is."""
        lead = self.words[begun : cue.first]
        if any(word.text in UNWILLING for word in lead[-2:]):
            return True
        if negated and cue.text in _UNSAID:
            return True
        if "既" in "".join(word.text for word in self.words[first : cue.first]) and negated:
            return True
        return (
            bool(lead)
            and lead[-1].text
            in {"是否", "谁", "要求", "请", "让", "可", "应", "须", "如需", "别", "需", "可以", "请求", "就", "所"}
            and cue.text != "称"
        )

    def turn(self, start: int, last: int, *, keeps: bool) -> int:
        """Return where a content ends: before ", 但称…", ", 并否认…", "; 官员认为…", ", 银行又说…"."""
        for index in range(start, last):
            if not self.is_separator(index) or self.words[index].text in {":", "："}:
                continue
            if index + 1 < last and self.turns_at(
                index + 1, last, start=start, keeps=keeps, mark=self.words[index].text
            ):
                return index
        return last

    def turns_at(self, index: int, last: int, *, start: int, keeps: bool, mark: str) -> bool:
        """Say whether a clause that begins at a word is the next turn: the same speaker goes on, or another speaks."""
        if index >= last:
            return False
        if any(left <= self.words[index].start < right for left, right in self.blocked):
            return True
        if self.record_type in {"letter", "mail", "unrecognised"} and re.match(
            r"(?:经|请|故|现|但|而)?(?:我司|我方|我厂|我公司|本公司|敝司)", self.body[self.words[index].start :]
        ):
            return True  # in a letter, who writes goes on in its own voice
        stop = self.clause_stop(index, last)
        connected = False
        at = index
        while at < stop and self.words[at].kind in "dct":
            connected |= self.words[at].text in _CONNECTIVES
            at += 1
        over = mark in "；;" or self.words[index].text in _OVER
        if self.is_source(at, stop):
            return not keeps or over
        cue = next((found for each in range(at, stop) if (found := self.cue_at(each, index, last)) is not None), None)
        if cue is None or self.is_void(cue, first=index, begun=index, negated=False):
            return False
        if cue.first == at:
            weighty = cue.text in {"称", "表示", "强调", "指出", "并称", "坦言", "直言"} and cue.last < last
            return ((connected or weighty) and cue.sure and not self._speaks_within(start, index)) or (
                connected
                and not cue.sure
                and cue.last < stop
                and not self._speaks_within(start, index)
                and cue.text
                in {
                    "承诺",
                    "保证",
                    "呼吁",
                    "提醒",
                    "警告",
                    "解释",
                    "提到",
                    "通报",
                    "宣布",
                    "确认",
                    "谴责",
                    "质疑",
                    "指责",
                    "批评",
                }
            )
        phrase = self.phrase(index, cue.first)
        marked = cue.last < last and (self.is_separator(cue.last) or self.words[cue.last].kind == "S")
        if phrase is None or (not cue.sure and mark not in "；;" and not marked):
            return False
        if cue.last >= last and mark not in "；;" and cue.force != "denying":
            return False  # "…, 公司发言人说" closes what stands before
        return bool(self.parties(phrase, sure=False)) and self.is_clean(phrase.last, cue.first) and (not keeps or over)

    def _speaks_within(self, start: int, stop: int) -> bool:
        """Say whether somebody else speaks in a run of words, who may be the one that goes on."""
        for index in range(start, stop):
            cue = self.cue_at(index, start, stop)
            if cue is not None and cue.sure:
                phrase = self.phrase(self.clause_start(index, start), index)
                if phrase is not None and self.parties(phrase, sure=False):
                    return True
        return False

    def is_clean(self, first: int, last: int) -> bool:
        index = first
        while index < last:
            word = self.words[index]
            if word.kind == "p":
                closing = next((at for at in range(index + 1, last) if self.words[at].kind == "f"), None)
                if closing is None:
                    return not any(each.kind == "v" for each in self.words[index + 1 : last])
                index = closing + 1
                continue
            if word.kind in "vn" and word.text not in {"方面", "那边", "这边", "来电", "来函", "来信", "致函"}:
                return False
            index += 1
        return True


def word_is_thing(words: Sequence[Word], index: int, first: int) -> bool:
    """Say whether a word that names a paper opens its clause."""
    opens = index == first or (words[index - 1].kind == "w" and words[index - 1].text not in "“”")
    return opens and words[index].text in cues.THINGS
