"""A Chinese clause that names its source goes in: "据X报道", "从邮件看", "X援引Y的话"; tellings come out."""

import re

from clew.extract.prose._telling import Party
from clew.extract.prose.zh import _cues as cues
from clew.extract.prose.zh import _lexicon as lexicon
from clew.extract.prose.zh._held import Held
from clew.extract.prose.zh._phrases import Phrase

_BY = frozenset({"据", "根据", "按照", "依据", "按", "另据", "听", "照", "依照"})
_SEEN = frozenset({"从", "在", "于"})
_PLANNED = frozenset({"根据", "按照", "按", "依据", "依照"})
_SEEN_BY = frozenset({"看", "看来", "看出", "看到"})
_LEARNED = frozenset({"获悉", "了解到", "得知", "获知", "看", "看来", "看出", "看到", "了解"})
_CITED = frozenset({"援引", "引述", "引用", "转引", "援用", "引用了", "引"})
_SOURCED = frozenset(
    {
        "报道",
        "报导",
        "消息",
        "说法",
        "的说法",
        "看",
        "看来",
        "统计",
        "证言",
        "回忆",
        "报道称",
        "推算",
        "记载",
        "口径",
        "讲",
    }
)
_CLOSES_CITING = cues.CLOSING | {"报道", "报导", "透露", "证实"}
_WORDS_OF = re.compile(r"(?:的)?(?:原话|话|说法|消息|报道|言论|证词)$")
_DISPATCH = re.compile(r"^(?P<who>[\u4e00-\u9fff]{2,8}(?:社|报|网|台))(?:快讯|消息|讯|电|报道)?[:：](?=据)")
_DATELINE = re.compile(
    r"^[\u4e00-\u9fff]{2,8}(?:社|网)[\u4e00-\u9fff]{0,6}\d{1,2}月\d{1,2}日电(?:[（(][^）)]*[）)])?[\s，:：]*"
)


class Sources(Held):
    """Reads clauses that say where they have it from."""

    def is_source(self, index: int, last: int) -> bool:
        """Say whether a clause begins with "据…", "有消息称", or the like."""
        while (
            index < last
            and self.words[index].kind in "dc"
            and self.words[index].text not in {"据悉", "据称", "据说", "据传", "据信"}
        ):
            index += 1
        if index >= last:
            return False
        return self.words[index].text in _BY or lexicon.NO_HOLDER.match(self.body, self.words[index].start) is not None

    def _dateline(self, index: int, first: int, last: int, nested: bool) -> int | None:  # noqa: ARG002, FBT001 - one signature for all forms
        match = _DATELINE.match(self.body) if self.words[index].start == 0 else None
        if match is None:
            return None
        after = self.at(match.end())
        self.read(after, last, ())
        return last

    def _source(self, index: int, first: int, last: int, nested: bool) -> int | None:  # noqa: ARG002, FBT001
        """Read "据X报道, …", "根据文件, …", "从邮件看, …", "在X看来, …"."""
        at = index
        while at < last and self.words[at].kind in "dc" and self.words[at].text not in _BY:
            at += 1
        through: tuple[Party, ...] = ()
        dispatch = _DISPATCH.match(self.body) if self.words[index].start == 0 else None
        if dispatch is not None:
            at, through = self.at(dispatch.end()), (self.party(self.span(*dispatch.span("who"))),)
        if at < last and self.words[at].text == "记者" and at + 1 < last and self.words[at + 1].text == "从":
            at += 1
        if at >= last or self.words[at].text not in _BY | _SEEN:
            return self._learned(index, first, last)
        stop = self.clause_stop(at, last)
        cue = self._cue_of_source(at, stop)
        if cue is None:
            return None
        phrase = Phrase(at + 1, cue[0])
        return self._sourced(phrase, cue, (at, first, last), through)

    def _learned(self, index: int, first: int, last: int) -> int | None:
        """Read "新海社记者从工厂获悉, …"."""
        stop = self.clause_stop(index, last)
        for at in range(index, stop):
            if self.words[at].text == "从" and at + 2 < stop and self.words[stop - 1].text in _LEARNED and at > index:
                if not any(word.text.endswith(("记者", "本报", "社", "报")) for word in self.words[index:at]):
                    return None
                return self._sourced(Phrase(at + 1, stop - 1), (stop - 1, stop), (at, first, last), ())
        return None

    def _cue_of_source(self, at: int, stop: int) -> tuple[int, int] | None:
        """Return first and past the last word of what closes "据X…": a word of speech, or nothing before the comma."""
        seen = self.words[at].text in _SEEN
        for index in range(at + 2, stop):
            text = self.words[index].text
            if seen:
                if text in _LEARNED and index == stop - 1:
                    return index, stop
                continue
            if text in _CITED:
                return None
            if index + 1 == stop and text in cues.NOUNY and self.words[at].text in _PLANNED:
                continue  # "根据有关规定": a noun
            if text in _SOURCED or (cues.force_of(text) and not self._noun_goes_on(index, stop)):
                last = index + 1
                while last < stop and (self.words[last].text in cues.CLOSING or self.words[last].text in _SOURCED):
                    last += 1
                return index, last
        if seen or stop >= self.end or self.words[at].text in {"听", "照"}:
            return None
        return stop, stop

    def _noun_goes_on(self, index: int, stop: int) -> bool:
        return index + 1 < stop and (self.words[index + 1].kind in "nu" or self.words[index + 1].text == "的")

    def _sourced(
        self,
        phrase: Phrase,
        cue: tuple[int, int],
        scope: tuple[int, int, int],
        through: tuple[Party, ...],
    ) -> int | None:
        at, first, last = scope
        found = self.phrase(phrase.first, phrase.last)
        words = (
            self.body[self.words[phrase.first].start : self.words[phrase.last - 1].stop]
            if phrase.last > phrase.first
            else ""
        )
        if found is None or (
            cue[0] == cue[1] and (lexicon.NO_LAW.search(words) or self.words[at].text in {"按", "按照"})
        ):
            return None
        seen = cue[0] < cue[1] and self.words[cue[0]].text in _SEEN_BY
        holders = self.resolved(self.parties(found, sure=not seen))
        if not holders and not seen:
            holders = self._as_written(found, cue)
        if cue[0] == cue[1] and not all(party.role in {"document", "publisher", "source"} for party in holders):
            holders = holders if all(party.name is not None for party in holders) else ()
        if not holders:
            return None
        span = (
            (self.words[cue[0]].start, self.words[cue[1] - 1].stop)
            if cue[0] < cue[1]
            else (self.words[at].start, self.words[at].stop)
        )
        after = cue[1]
        while after < last and self.is_separator(after):
            after += 1
        if after >= last:  # "…, 据X介绍"
            if at <= first:
                return None
            content = [(self.words[first].start, self.words[at - 1].start)]
            self.add(span, "saying", holders, content, through=through)
            self.read(first, at - 1, (), nested=True)
            return last
        keeps = holders[-1].role == "publisher"
        end = self.turn(after, last, keeps=keeps)
        spoken = self.words[after].kind == "S"
        end = after + 1 if spoken else end
        self.add(
            span,
            "saying",
            holders,
            [(self.words[after].start, self.words[end - 1].stop)],
            through=through,
            form="direct" if spoken else "indirect",
        )
        if not spoken:
            self.read(after, end, (), nested=True)
        return end

    def _as_written(self, found: Phrase, cue: tuple[int, int]) -> tuple[Party, ...]:
        """Return a source that is named by no word of ours where a word of speech follows: "据岭东口岸介绍"."""
        return (
            (self.party_at(found.first, found.last),)
            if cue[0] < cue[1] and self.words[found.last - 1].kind in "nrs"
            else ()
        )

    def _citing(self, index: int, first: int, last: int, nested: bool) -> int | None:  # noqa: ARG002, FBT001
        """Read "X援引Y的话报道称, …": Y says it, X passes it on."""
        stop = self.clause_stop(index, last)
        cited = next((at for at in range(index + 1, stop) if self.words[at].text in _CITED), None)
        if cited is None:
            return None
        begun = index
        while begun < cited and (self.words[begun].text in _BY or self.words[begun].kind in "dc"):
            begun += 1
        outer = self.phrase(begun, cited)
        through = self.parties(outer) if outer is not None else ()
        if not through and outer is None:
            return None
        after = cited + 1
        end_of_who = next(
            (
                at
                for at in range(after + 1, stop)
                if self.words[at].text in _CLOSES_CITING and self.words[at - 1].kind != "d"
            ),
            stop,
        )
        inner = self.phrase(after, end_of_who)
        if inner is None:
            return None
        start, right = self.words[inner.first].start, self.words[inner.last - 1].stop
        words = self.body[start:right]
        cut = _WORDS_OF.search(words)
        if cut is not None and cut.start() > 1 and not words.endswith(("消息", "证词")):
            right = start + cut.start()
        who = self.party(self.span(start, right))
        begins = end_of_who
        while begins < last and (self.is_separator(begins) or self.words[begins].text in _CLOSES_CITING | {"其中"}):
            begins += 1
        if begins >= last or (begins == end_of_who and end_of_who == stop):
            return None
        spoken = self.words[begins].kind == "S"
        content = [(self.words[begins].start, self.words[begins].stop if spoken else self.words[last - 1].stop)]
        self.add(
            (self.words[cited].start, self.words[cited].stop),
            "saying",
            (who,),
            content,
            through=through[:1],
            form="direct" if spoken else "indirect",
        )
        if not spoken:
            self.read(begins, last, (), nested=True)
        return last
