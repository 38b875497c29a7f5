# ruff: noqa: RUF002 -- Chinese marks stand here on purpose
"""Clauses whose form by itself says who speaks: "据悉", "X的说法是", "X被指", "对X表示关切", "X：“…”"; tellings come out."""

import re

from clew.extract.prose._telling import Party
from clew.extract.prose.zh import _lexicon as lexicon
from clew.extract.prose.zh._nominal import Nominal
from clew.extract.prose.zh._phrases import Phrase, phrase_before

_TO_ASKER = re.compile(r"(?:给|对|向|跟)(?:本报|本刊|本社)?(?:记者|我们|小编|笔者)")
_CALLED_FIRST = frozenset({"据信", "据称", "据说", "据传", "据悉"})
_PASSIVE = frozenset(
    {
        "指",
        "指控",
        "描述为",
        "指称",
        "称为",
        "认为",
        "曝",
        "曝光",
        "控",
        "指责",
        "质疑",
        "举报",
        "爆料",
        "爆",
        "爆出",
        "传",
        "怀疑",
        "视为",
    }
)


class Forms(Nominal):
    """Reads clauses of a fixed form."""

    def formed(self, index: int, first: int, last: int, *, nested: bool) -> int | None:
        """Read a clause whose form says who speaks, and return where to read on; None where it has no such form."""
        if any(left <= self.words[index].start < right for left, right in self.blocked):
            return None
        if self.words[index].kind == "S":
            end = self._scene(index, first, last, nested)
            return end if end is not None else self._given(index, first, last, nested)
        for form in (
            self._dateline,
            self._label,
            self._given,
            self._evidence,
            self._unknown,
            self._ignorant,
            self._of_noun,
            self._attributive,
            self._source,
            self._citing,
            self._accused,
            self._felt,
            self._ascribed,
            self._borne_out,
            self._colon,
            self._plain_colon,
        ):
            end = form(index, first, last, nested)
            if end is not None:
                return end
        return None

    def _evidence(self, index: int, first: int, last: int, nested: bool) -> int | None:  # noqa: ARG002, FBT001
        match = lexicon.NO_EVIDENCE.match(self.body[self.words[index].start :])
        if match is None or index != first:
            return None
        start = self.words[index].start
        self.add(
            (start, start + match.end()),
            "believing",
            (),
            [(start + match.end(), self.words[last - 1].stop)],
            negated=True,
        )
        return last

    def _unknown(self, index: int, first: int, last: int, nested: bool) -> int | None:  # noqa: ARG002, FBT001
        """Read "据悉, …" and its like: somebody says it, and nobody is named."""
        start = self.words[index].start
        match = lexicon.NO_HOLDER.match(self.body, start)
        if match is None:
            return self._unknown_within(index, last)
        if match.end() >= self.words[last - 1].stop:
            return None
        after = self.at(match.end())
        if match[0].startswith("经") and self.turns_at(
            self.past_marks(after, last), last, start=after, keeps=False, mark="；"
        ):
            return None  # "经核实, 承运人称…": who writes has checked
        if after >= last or self.words[after].start < match.end() or self.words[after].text in {"的", "了"}:
            return None
        end = self.turn(after, last, keeps=False)
        content = (match.end(), self.words[end - 1].stop)
        self.add((start, match.end()), "saying", (), [content])
        self.read(self.at(self.trimmed(*content)[0]), end, (), nested=True)
        return end

    def _unknown_within(self, index: int, last: int) -> int | None:
        """Read "该厂据信已收到机床": the word for hearsay stands behind the subject."""
        stop = self.clause_stop(index, last)
        at = next((each for each in range(index + 1, stop) if self.words[each].text in _CALLED_FIRST), None)
        if (
            at is None
            or not any(word.is_nominal for word in self.words[index:at])
            or any(self.cue_at(each, index, at) for each in range(index, at))
        ):
            return None
        end = self.turn(at + 1, last, keeps=False) if at + 1 < last else last
        self.add(
            (self.words[at].start, self.words[at].stop),
            "saying",
            (),
            [(self.words[index].start, self.words[end - 1].stop)],
        )
        return end

    def _ignorant(self, index: int, first: int, last: int, nested: bool) -> int | None:  # noqa: FBT001
        """Read "我们对最终用户并不知情", in a party's own paper; anywhere, "负责人说不清楚谁是买家"."""
        stop = self.clause_stop(index, last)
        start, end = self.words[index].start, self.words[stop - 1].stop
        match = lexicon.UNAWARE.search(self.body, start, end)
        own = self.record_type in {"statement", "mail", "unrecognised"}
        if nested or match is None:
            return None
        if self.last and index > first and self.at(match.start()) == index and stop - index > 1:
            about = [(match.end(), end)] if end - match.end() > 1 else [match.span()]
            self.add(
                match.span(), "unaware", self.last, about
            )  # who spoke before goes on: "自称“只管开门”, 不清楚货主是谁"
            return stop
        if not (own or match[0].startswith("说不清")):
            return None
        at = self.at(match.start())
        if at < stop and any(self.cue_at(each, index, stop) is not None for each in range(index, at)):
            return None
        phrase = self.phrase(index, min(at, stop))
        holders = self.parties(phrase, sure=False) if phrase is not None else ()
        if not holders or phrase is None:
            return None
        topic = self.topic(min(at, stop), phrase.last, phrase.last)
        about = topic or ([(match.end(), end)] if end - match.end() > 1 else [match.span()])
        self.add(match.span(), "unaware", holders, about)
        return stop

    def _accused(self, index: int, first: int, last: int, nested: bool) -> int | None:  # noqa: ARG002, FBT001
        """Read "X被指…" and "X被官员描述为…"."""
        stop = self.clause_stop(index, last)
        passive = next((at for at in range(index, stop) if self.words[at].text in {"被", "遭", "被指"}), None)
        if passive is None:
            return None
        verb = next(
            (
                at
                for at in range(passive, min(stop, passive + 6))
                if self.words[at].text in _PASSIVE | {"被指"}
                or (self.words[at].text + self.words[min(at + 1, stop - 1)].text) in _PASSIVE
            ),
            None,
        )
        if verb is None or any(
            word.kind == "v" and word.text not in _PASSIVE for word in self.words[passive + 1 : verb]
        ):
            return None
        past = verb + (2 if self.words[verb].text not in _PASSIVE | {"被指"} else 1)
        if past >= stop or self.words[past].text in {"的", "者", "人"}:
            return None
        agent = self.phrase(passive + 1, verb) if verb > passive + 1 else None
        holders = self.parties(agent) if agent is not None else ()
        if verb > passive + 1 and not holders:
            return None
        end = self.turn(past, last, keeps=False)
        self.add(
            (self.words[verb].start, self.words[past - 1].stop),
            "saying",
            holders,
            [(self.words[past].start, self.words[end - 1].stop)],
        )
        return end

    def _colon(self, index: int, first: int, last: int, nested: bool) -> int | None:  # noqa: ARG002, FBT001
        """Read "X把茶杯重重一放: “…”": who stands before a colon and speech speaks, whatever he does."""
        stop = self.clause_stop(index, last)
        if stop + 1 >= last or self.words[stop].text not in {":", "："}:
            return None
        spoken = self.words[stop + 1].kind == "S"
        if not spoken and not _TO_ASKER.search(self.body[self.words[index].start : self.words[stop].start]):
            return None
        if any(self.cue_at(at, index, last) is not None for at in range(index, stop)):
            return None
        phrase = self.phrase(index, stop)
        holders = self._of_words(phrase) if phrase is not None else ()
        if not holders and self.words[stop - 1].text in {"话", "原话", "名言"}:
            at = next((each for each in range(index, stop) if self.words[each].kind in "du"), stop)
            near = phrase_before(self.words, index, at)
            holders = self.parties(near) if near is not None else ()
        holders = self.resolved(holders) or self.earlier(index, first)
        if not holders or holders[0].role == "document":
            return None
        speech = self.words[stop + 1]
        if not spoken:  # "给记者算了一笔账: …"
            content = (speech.start, self.words[last - 1].stop)
            self.add((self.words[stop].start, self.words[stop].stop), "saying", holders, [content])
            return last
        about = self.unaware("", [(speech.start, speech.stop)])
        colon = (self.words[stop].start, self.words[stop].stop)
        if about is None:
            self.add(colon, "saying", holders, [(speech.start, speech.stop)], form="direct")
        else:
            self.add(colon, "unaware", holders, [about])
        return stop + 2

    def _of_words(self, phrase: Phrase) -> tuple[Party, ...]:
        """Return who is named before a colon, or whose words are: "陶然当年的一句话: “…”"."""
        found = self.parties(phrase, sure=False)
        if found:
            return found
        for stop in range(phrase.last - 1, phrase.first, -1):
            shorter = self.phrase(phrase.first, stop)
            if shorter is not None and (found := self.parties(shorter, sure=False)):
                return found
        return ()
