"""The words of a Chinese sentence go in; which of them are cues comes out."""

from collections.abc import Sequence

from clew.extract.prose.zh import _cues as cues
from clew.extract.prose.zh import _lexicon as lexicon
from clew.extract.prose.zh._forms import Forms
from clew.extract.prose.zh._held import Cue
from clew.extract.prose.zh._segment import Word

UNWILLING = frozenset({"拒绝", "不愿", "不肯", "不便"})
_OF_ONESELF = frozenset({"自称", "号称", "声称", "自认", "供称"})


class Cueing(Forms):
    """Reads cues."""

    def cue_at(self, index: int, first: int, last: int) -> Cue | None:
        """Return the cue that begins at a word; None where its letters are no cue there."""
        word = self.words[index]
        force = cues.force_of(word.text)
        if not force or self._is_blocked(word.start):
            return None
        before = self.words[index - 1] if index > first else None
        if word.text in _OF_ONESELF and self._describes(index, last):
            return None  # "自称前保镖的男子"
        stop = index + 1
        while stop < last and (self.words[stop].text in cues.CLOSING or self.words[stop].text in {"了", "道"}):
            stop += 1
        after = self.words[stop] if stop < last else None
        if after is not None and after.text == "的" and len(word.text) == 1 and self._is_at(stop + 1, last, "是"):
            return Cue(index, stop + 2, force, sure=True, text=word.text)  # "我说的是可以商量"
        if self.leads(index, last) or self._only_asks(index, stop, last) or self._is_object(before, after, force):
            return None
        if (
            word.text in cues.REPORTS
            and self.words[stop - 1].text not in cues.CLOSING
            and not (after is not None and after.text in {"，", ",", ":"})
        ):
            return None
        if word.text in cues.NOUNY and not self._acts(index, stop, first, last):
            return None
        text = self.body[word.start : self.words[stop - 1].stop]
        sure = word.text in cues.SURE or self.words[stop - 1].text in cues.CLOSING
        return Cue(index, stop, force, sure and not (word.text in cues.NOUNY and stop == index + 1), text)

    def _is_at(self, index: int, last: int, text: str) -> bool:
        return index + 1 < last and self.words[index].text == text

    def _is_object(self, before: Word | None, after: Word | None, force: str) -> bool:
        """Say whether a word of saying is no verb of its clause by what stands beside it: "所说的", "被指控", "拒绝表示"."""
        if after is not None and after.text in {"的", "之", "得", "者"}:
            return True
        if before is None:
            return False
        return before.text in UNWILLING or (before.text in {"的", "被", "受", "遭", "予以"} and force != "denying")

    def _only_asks(self, index: int, stop: int, last: int) -> bool:
        """Say whether a word asks, and no speech in marks follows: who asks says nothing."""
        if self.words[index].text not in cues.ASKING or stop > index + 1:
            return False
        at = stop + 1 if stop < last and self.is_separator(stop) else stop
        return not (at < last and self.words[at].kind == "S")

    def _acts(self, index: int, stop: int, first: int, last: int) -> bool:
        """Say whether a word that is a noun as often is the verb of its clause."""
        if stop == index + 1:
            return self._is_verb_here(index, first, last)
        before = self.words[index - 1] if index > first else None
        return not (  # "公告称": what says it is the paper
            before is None
            or self.is_separator(index - 1)
            or before.text in {"有", "其", "的"}
            or before.kind in "qm"
            or before.text.startswith("一份")
        )

    def leads(self, index: int, last: int) -> bool:
        """Say whether a word tells how something is said that the next clause says: "当场反驳, 说…"."""
        return (
            self.words[index].text in cues.LEADING
            and index + 2 < last
            and self.is_separator(index + 1)
            and self.words[index + 2].text in cues.CLOSING
        )

    def _describes(self, index: int, last: int) -> bool:
        """Say whether a word of saying belongs to a description of somebody, who stands behind 的 in its clause."""
        stop = self.clause_stop(index, last)
        at = next((each for each in range(index + 1, stop) if self.words[each].text == "的"), None)
        return (
            at is not None
            and at + 1 < stop
            and lexicon.is_somebody(
                self.body[self.words[at + 1].start : self.words[self._nominal_stop(at + 1, stop) - 1].stop]
            )
        )

    def _nominal_stop(self, index: int, last: int) -> int:
        while index < last and self.words[index].is_nominal:
            index += 1
        return index

    def _is_blocked(self, position: int) -> bool:
        return any(left <= position < right for left, right in self.blocked)

    def _is_verb_here(self, index: int, first: int, last: int) -> bool:
        """Say whether a word that is a noun as often is a verb: something is said behind it, and no verb takes it as its object."""
        before = self.words[index - 1] if index > first else None
        after = self.words[index + 1] if index + 1 < last else None
        if after is None and self.words[index].text in cues.TRAILING and self._closes(index, first):
            return True
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

    def _closes(self, index: int, first: int) -> bool:
        """Say whether who speaks, and no more, stands before the last word of a sentence: "…, 公司内部人士判断"."""
        begun = self.clause_start(index, first)
        if begun == first and (begun == 0 or self.words[begun - 1].kind != "S"):
            return False
        phrase = self.phrase(begun, index)
        return phrase is not None and phrase.last == index and bool(self.parties(phrase, sure=False))


def word_is_thing(words: Sequence[Word], index: int, first: int) -> bool:
    """Say whether a word that names a paper opens its clause."""
    opens = index == first or (words[index - 1].kind == "w" and words[index - 1].text not in "“”")
    return opens and words[index].text in cues.THINGS
