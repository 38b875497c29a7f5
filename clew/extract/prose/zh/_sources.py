"""A Chinese clause that names its source goes in: "据X报道", "从邮件看", "X援引Y的话"; tellings come out."""

import re
from dataclasses import replace

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
_KNOWN = r"(?:初步|目前|最新|不完全|现有|自己|一贯|内部|事后|当时|已)*(?:掌握|了解|所知|得知|获悉|获得|得到|收到|提供|反映|查到|核查|自查|统计|估算|测算|观察|调查|排查|反馈|描述|回忆|讲述|口径|说法|理解|看法|判断|评估|分析|推算|预计|预测|陈述|供述|证词|转述|清点|摸底|比对|鉴定|检测|通报|公布|表述|解释|经验|印象|记忆|推测|推断)"
_BY_WHOM = re.compile(
    rf"^(?:另|又|而|但|不过|另外|此外|顷|刚|近|现|兹|昨|今|日前|近日|随后|后)*(?:据|根据|按照?|依据?|依照|从|照|用|以|套用|借用|接到?|收到)(?P<who>[^，。：“]{{1,28}}?)(?:的|所)*"
    rf"(?P<cue>(?<=[\u4e00-\u9fff]){_KNOWN}(?:到|出|的)*(?:情况|信息|资料|线索|消息|数据|说法|材料|证据|结果|名单|内容)?(?:看|来看|来说|显示|表明|称|说|可知)?"
    r"|(?<=的)(?:原)?话(?:来)?(?:说|讲)|之见|(?<=[\u4e00-\u9fff])(?:通知|来电|来函|来信|报告|举报|投诉|报警|求助))$"
)
# Whom somebody heard say it, and whom it is so for: "我听小刘讲, …", "对她而言, …".
_HEARD_OF = re.compile(
    r"^(?:我|我们|本人|也|还|曾|只|刚|之前)*(?:听|听到)(?P<who>[^，。：“]{1,16}?)(?P<cue>(?:亲口|私下|当面|在电话里|后来)?(?:说|讲|提起|提到|透露|抱怨|介绍|讲起|说起))(?:过|起)?$"
)
_FOR_WHOM = re.compile(
    r"^(?:而|但)?(?:对于?|在)(?P<who>[^，。：“]{1,12}?)(?P<cue>来说|而言|来讲|眼中|心目中|眼里|看来|的描述中|的记忆中|的印象中|的讲述中|的回忆中|笔下|口中|的叙述中)$"
)
# Who was asked, and so says what follows: "刚跟会计确认过, 那三十万是…".
_ASKED_OF = re.compile(
    r"^(?:我|我们|记者|本报|刚|刚刚|刚才|已|已经|昨天|今天|上午|下午|早上|又|也|专门|特地|特意|再次|再)*(?:跟|向|与|和|找|同)(?P<who>[^，。：“]{1,16}?)(?P<cue>(?:确认|核实|核对|打听|求证|沟通|问)(?:过|了|过了|清楚了?|清楚))$"
)
_CLOSES_CITING = cues.CLOSING | {"报道", "报导", "透露", "证实"}
_WORDS_OF = re.compile(r"(?:的)?(?:原话|话|说法|消息|报道|言论|证词)$")
_DISPATCH = re.compile(r"^(?P<who>[\u4e00-\u9fff]{2,8}(?:社|报|网|台))(?:快讯|消息|讯|电|报道)?[:：](?=据)")
_DATELINE = re.compile(
    r"^[\u4e00-\u9fff]{2,8}(?:社|网)[\u4e00-\u9fff]{0,6}\d{1,2}月\d{1,2}日电(?:[（(][^）)]*[）)])?[\s，:：]*"
)


class Sources(Held):
    """Reads clauses that say where they have it from."""

    def _as_told(self, index: int, last: int) -> int | None:
        """Read "据公司自查, …", "用学者纪南生的话说, …", "接铁路方面通知, …": whose knowledge it is, in one clause."""
        stop = self.clause_stop(index, last)
        if stop >= last - 1 or self.words[stop].text not in {"，", ",", ":", "："}:
            return None
        start = self.words[index].start
        lead = self.body[start : self.words[stop].start]
        match = _BY_WHOM.match(lead)
        if match is None and not self.turns_at(self.past_marks(stop, last), last, start=index, keeps=False, mark="，"):
            match = _ASKED_OF.match(lead) or _HEARD_OF.match(lead) or self._for_whom(lead)
        if match is None:
            return None
        phrase = self.phrase(self.at(start + match.start("who")), self.at(start + match.end("who")))
        if phrase is None or self.words[phrase.last - 1].stop < start + match.end("who"):
            return None
        holders = self.resolved(self.parties(phrase))
        after = self.past_marks(stop, last)
        while after < last and self.words[after].text in cues.CLOSING | {"谓", "告知", "告", "获告"}:
            after = self.past_marks(after + 1, last)
        if not holders or after >= last or any(party.text in {"记者", "笔者"} for party in holders):
            return None
        if (
            "从" in self.body[start : start + 2]
            and len(holders) == 1
            and holders[0].role == "party"
            and not lexicon.is_somebody(match["who"])
        ):
            holders = (replace(holders[0], role="document"),)
        spoken = self.words[after].kind == "S"
        end = after + 1 if spoken else self.turn(after, last, keeps=holders[-1].role == "publisher")
        content = [(self.words[after].start, self.words[end - 1].stop)]
        self.add(
            (start + match.start("cue"), start + match.end()),
            "saying",
            holders,
            content,
            form="direct" if spoken else "indirect",
        )
        if not spoken:
            self.read(after, end, (), nested=True)
        return end

    def _for_whom(self, lead: str) -> re.Match[str] | None:
        """Return a clause that says for whom it is so, where that is a person: for a firm it is the text's own judgement."""
        match = _FOR_WHOM.match(lead)
        person = match is not None and (
            lexicon.PRONOUN.match(match["who"])
            or lexicon.is_person(match["who"])
            or match["who"] in {party.text for party in self.before}
        )
        return match if person else None

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
        told = self._as_told(index, last)
        if told is not None:
            return told
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
                if not any(
                    word.text.endswith(("记者", "本报", "社", "报", "我们", "我司", "我方", "本人", "我"))
                    for word in self.words[index:at]
                ):
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
