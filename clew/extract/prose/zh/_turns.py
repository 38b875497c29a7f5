"""The words and cues of a Chinese sentence go in; where the turn of one speaker ends comes out."""

import re

from clew.extract.prose._words import words as word_list
from clew.extract.prose.zh._cueing import UNWILLING, Cueing
from clew.extract.prose.zh._held import Cue

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


_AFTER = frozenset({"后", "之后", "时", "之际", "过程中", "期间", "以后", "途中"})
_NARRATED = frozenset({"然而", "殊不知", "令", "令人", "孰料", "岂料"})  # the text itself goes on, and not who speaks


_WEIGHTY = frozenset({"称", "表示", "强调", "指出", "并称", "坦言", "直言"})
# Words of many uses with which a speaker goes on behind 并 or 但.
_GOING_ON = frozenset(
    word_list(
        "预计 预测 估计 估算 预期 承诺 保证 呼吁 提醒 警告 解释 提到 提及 通报 宣布 确认 谴责 质疑 指责 批评 断定 推断 推测 主张 建议 介绍 说明 分析 判断 评价 担心 担忧 怀疑 反问 抱怨 讲述 汇报 回应 指控 提出 谈到 补充"
    )
)

_DIRECTING = frozenset({"要求", "敦促", "请求", "促请"})  # what is asked of another is not said to be so


class Turns(Cueing):
    """Reads turns."""

    def _contrasts(self, index: int, last: int) -> bool:
        """Say whether the text itself goes on against what was said: "…, 合同却一直拖着不签", "…, 而我们看到的发票…"."""
        stop = self.clause_stop(index, last)
        if (
            self.words[index].text in _OVER
            and index + 1 < stop
            and self.words[index + 1].text in {"我们", "本报", "记者", "笔者"}
        ):
            return self.record_type == "news"
        if (
            self.words[index].text in _OVER
            and self.record_type in {"letter", "mail"}
            and re.match(r"贵[司方厂行所局院公]", self.body[self.words[index].stop :])
        ):
            return True
        at = index
        while at < stop and (self.words[at].is_nominal or self.words[at].text == "的"):
            at += 1
        if not index < at < stop or self.words[at].text not in {"却", "倒", "偏偏", "可"}:
            return False
        return not any(self.cue_at(each, index, last) is not None for each in range(at, stop))

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
        if self._breaks(index, last):
            return True
        stop = self.clause_stop(index, last)
        connected = False
        at = index
        while at < stop and (self.words[at].kind in "dct" or self.words[at].text == "后"):
            connected |= self.words[at].text in _CONNECTIVES
            at += 1
        over = mark in "；;" or self.words[index].text in _OVER
        if self.is_source(at, stop):
            return not keeps or over
        if not keeps and self._is_led(index, at, stop, last):
            return True
        cue = next((found for each in range(at, stop) if (found := self.cue_at(each, index, last)) is not None), None)
        if cue is None or self.is_void(cue, first=index, begun=index, negated=False):
            return False
        if cue.first == at:
            return self._same_goes_on(cue, start=start, index=index, stop=stop, last=last, connected=connected)
        return self._another_speaks(cue, index=index, last=last, mark=mark) and (not keeps or over)

    def _breaks(self, index: int, last: int) -> bool:
        """Say whether what is said ends before a clause, whoever speaks in it."""
        if any(left <= self.words[index].start < right for left, right in self.blocked):
            return True
        if self.record_type in {"letter", "mail", "unrecognised"} and re.match(
            r"(?:经|请|故|现|但|而)?(?:我司|我方|我厂|我公司|本公司|敝司)", self.body[self.words[index].start :]
        ):
            return True  # in a letter, who writes goes on in its own voice
        return (
            self.words[index].text in _NARRATED | _DIRECTING or self._contrasts(index, last) or self.opens(index, last)
        )

    def _is_led(self, index: int, at: int, stop: int, last: int) -> bool:
        """Say whether somebody speaks in a clause whose word of saying stands in the next: "管理局随后辟谣, 表示…"."""
        leading = next((each for each in range(at + 1, stop) if self.leads(each, last)), None)
        phrase = self.phrase(index, leading) if leading is not None else None
        return phrase is not None and bool(self.parties(phrase, sure=False))

    def _same_goes_on(self, cue: Cue, *, start: int, index: int, stop: int, last: int, connected: bool) -> bool:
        """Say whether the same speaker begins anew: ", 并预计…", ", 但称…"."""
        if self._speaks_within(start, index):
            return False
        if cue.sure:
            return connected or (cue.text in _WEIGHTY and cue.last < last)
        return connected and cue.last < stop and cue.text in _GOING_ON

    def _another_speaks(self, cue: Cue, *, index: int, last: int, mark: str) -> bool:
        """Say whether a clause names a speaker of its own: "; 官员认为…", ", 银行又说…"."""
        phrase = self.phrase(index, cue.first)
        marked = cue.last < last and (self.is_separator(cue.last) or self.words[cue.last].kind == "S")
        told = cue.sure or mark in "；;" or marked or self.words[index].text in _OVER
        if phrase is None or not told:
            return False
        if cue.last >= last and mark not in "；;" and cue.force != "denying":
            return False  # "…, 公司发言人说" closes what stands before
        return bool(self.parties(phrase, sure=False)) and self.is_clean(phrase.last, cue.first)

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
            past = (
                next((at + 1 for at in range(index + 1, last) if self.words[at].text in _AFTER), None)
                if word.kind == "v"
                else None
            )
            if past is not None:
                index = past  # "查阅数据后|发现"
                continue
            if word.kind == "p":
                closing = next((at for at in range(index + 1, last) if self.words[at].kind == "f"), None)
                if closing is None:
                    return not any(each.kind == "v" for each in self.words[index + 1 : last])
                index = closing + 1
                continue
            if word.kind == "v" and index + 1 < last and self.words[index + 1].text == "着":
                index += 2  # "笑着说"
                continue
            if word.kind in "vn" and word.text not in {"方面", "那边", "这边", "来电", "来函", "来信", "致函"}:
                return False
            index += 1
        return True
