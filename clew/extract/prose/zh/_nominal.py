"""Chinese clauses in which a noun, a feeling or a cause says what somebody holds: "X的说法是", "X对Y表示关切", "把原因归于Y"; tellings come out."""

import re

from clew.extract.prose._telling import Party
from clew.extract.prose._words import words as word_list
from clew.extract.prose.zh import _lexicon as lexicon
from clew.extract.prose.zh._behind import Behind

# Nouns for what somebody says or thinks; with whose it is before them they open it: "魏东湖的说法是", "我们的理解是".
NOUNS_OF_SAYING = word_list(
    "说法 意思 解释 答复 回答 看法 判断 口径 回应 立场 态度 理由 回复 原话 理解 结论 观点 意见 估计 预测 推测 猜测 评价 感觉 印象 说辞 托词 辩解 主张 大意 反馈 顾虑 担忧 担心 怀疑 评估 推断 分析 辩称 说词 答案 反应 初步判断 陈述 供述 证词 回忆 "
    "指控 建议 要求 承诺 猜想"
)
# Those of them that open what the subject of the clauses before says: "…下调目标价, 理由是油轮老化".
_SUBJECTLESS = word_list("理由 大意 意思 说法 结论 解释 回答 答复 回应 回复 答案 说辞 托词 口径 反应")
_OF_SENTENCE = re.compile(
    r"(?:对于?|就|针对|关于)(?P<what>[^，,。]{1,30}?)(?:[，,](?P<who>[^，,。]{0,16}?))?(?:予以|则|都|均|也|再次|当场)?(?:表示|深表|表达)(?:了)?(?:强烈|极度|极为|深切|高度|严重|一定|由衷|非常|十分|很|最|坚决|极大|深深|诚挚|衷心|不同程度|明确|完全|的)*(?:的)?"
    r"(?P<how>关切|关注|怀疑|质疑|担忧|担心|忧虑|疑虑|不满|愤怒|愤慨|抗议|反对|不解|困惑|谴责|异议|保留|认同|赞同|支持|同意|乐观|悲观)(?=$|[，。；;])"
)
_ASCRIBED = re.compile(
    r"(?:将|把)(?P<topic>[^，。；]{1,20}?)(?P<cue>归于|归咎于|归咎|归因于|归功于|归结为|归罪于|归为|解释为|描述为|形容为|描绘成|说成是?|比作|比喻成|称之为|定性为|斥为)(?P<what>[^，。；]{2,30})(?=$|[，。；])"
)
_BORNE_OUT = re.compile(
    r"^(?P<what>[^，。；]{2,24}?)(?:也|均|都|已|还|随后)*(?:得到|获得|获|得)(?:了)?(?P<who>[^，。；]{2,24}?)(?:的)(?P<cue>证实|确认|印证|佐证)(?=$|[，。；])"
)
# A feeling that is shown, and about what is not said: nothing is held.
_FEELING = re.compile(
    r"^(?:了)?(?:强烈|极度|深切|高度|严重|坚决|诚挚|衷心|非常|十分|很|最|深深|的)*(?:关切|关注|担忧|不满|愤怒|愤慨|抗议|遗憾|失望|震惊|歉意|道歉|感谢|欢迎|赞赏|支持|同意|理解|认同|赞同|肯定|满意|哀悼|慰问|祝贺|敬意|疑虑)(?=$|[，。；;])"
)


class Nominal(Behind):
    """Reads clauses that hold something without a verb of saying."""

    def _of_noun(self, index: int, first: int, last: int, nested: bool) -> int | None:  # noqa: FBT001
        """Read "中间商的说法是, …", "康莉对此的解释是: …", "…, 理由是…", "救援指挥部最新统计, …"."""
        stop = self.clause_stop(index, last)
        for at in range(index, stop):
            if self.words[at].text not in NOUNS_OF_SAYING:
                continue
            after = at + 1
            while (
                after < stop
                and self.words[after].text in {"是", "为", "则", "很", "也", "就", "正", "只"}
                and after - at < 4
            ):
                after += 1
            linked = after > at + 1 and self.words[after - 1].text in {"是", "为"}
            if not linked or (
                at > index
                and self.words[at - 1].text not in {"的", "其", "贵方", "我方"}
                and self.words[at - 1].kind not in "rd"
                and not lexicon.PRONOUN.match(self.words[at - 1].text)
            ):
                continue
            holders = self._whose(index, at, first, nested=nested)
            after = self.past_marks(after, last)
            if not holders or after >= last:
                return None
            spoken = self.words[after].kind == "S" or (
                self.words[after].kind == "s" and self.words[after].text[0] in "“「"
            )
            end = after + 1 if self.words[after].kind == "S" else self.turn(after, last, keeps=False)
            content = [(self.words[after].start, self.words[end - 1].stop)]
            self.add(
                (self.words[at].start, self.words[at].stop),
                "saying",
                self.resolved(holders),
                content,
                form="direct" if spoken and end == after + 1 else "indirect",
            )
            if not spoken:
                self.read(after, end, (), nested=True)
            return end
        return None

    def _whose(self, index: int, at: int, first: int, *, nested: bool) -> tuple[Party, ...]:
        """Return whose a noun of saying is: who stands before it, else, of a reason, the subject of the clauses before."""
        stop = at - 1 if at > index and self.words[at - 1].text == "的" else at
        topic = next(
            (
                each
                for each in range(index, stop)
                if each > index and self.words[each].text in {"对", "对于", "就", "关于", "对此", "就此"}
            ),
            stop,
        )
        phrase = self.phrase(index, topic)
        if phrase is not None:
            return self.parties(phrase)
        if (
            not nested
            and self.words[at].text in _SUBJECTLESS
            and all(word.kind in "dcu" for word in self.words[index:at])
        ):
            return self.earlier(index, first) if index > first else ()
        return ()

    def _attributive(self, index: int, first: int, last: int, nested: bool) -> int | None:  # noqa: ARG002, FBT001
        """Read "贵方所称货物短少一节": what another is said to say, as a thing."""
        stop = self.clause_stop(index, last)
        for at in range(index + 1, stop - 1):
            if (
                self.words[at].text == "所" and self.words[at + 1].text in {"称", "说", "述", "指", "言"}
            ) or self.words[at].text in {"所称", "所述", "所言", "所说"}:
                after = at + (1 if len(self.words[at].text) == 2 else 2)
                phrase = self.phrase(index, at)
                holders = self.parties(phrase) if phrase is not None else ()
                end = next(
                    (each for each in range(after, stop) if self.words[each].text in {"一节", "一事", "之事", "的"}),
                    stop,
                )
                if not holders or end - after < 2 or self.words[after].text == "的":
                    return None
                content = self.body[self.words[after].start : self.words[end - 1].stop]
                cut = len(content) - len(re.sub(r"一[节事]$", "", content))
                self.add(
                    (self.words[at].start, self.words[after - 1].stop),
                    "saying",
                    holders,
                    [(self.words[after].start, self.words[end - 1].stop - cut)],
                )
                return stop
        return None

    def _felt(self, index: int, first: int, last: int, nested: bool) -> int | None:  # noqa: ARG002, FBT001
        """Read "X对Y表示关切", "对于Y, X表示强烈不满"; a doubt is not held."""
        match = _OF_SENTENCE.search(self.body, self.words[index].start, self.words[last - 1].stop)
        if match is None or self.at(match.start()) >= self.clause_stop(index, last):
            return None
        start = self.at(match.start())
        who = (
            (self.at(match.start("who")), self.at(match.end("who")))
            if match["who"] and start == index
            else (index, start)
        )
        phrase = self.phrase(*who) if who[0] < who[1] else None
        holders = (
            self.parties(phrase)
            if phrase is not None
            else self.earlier(index, first)
            if start == index and not match["who"]
            else ()
        )
        if not holders:
            return None
        doubts = match["how"] in {"怀疑", "质疑"}
        self.add(
            match.span("how"),
            "believing" if doubts else "saying",
            self.resolved(holders),
            [match.span("what")],
            negated=doubts,
        )
        return self.at(match.end())

    def _ascribed(self, index: int, first: int, last: int, nested: bool) -> int | None:  # noqa: ARG002, FBT001
        """Read "企业方面将原因归于高温缺氧": to what somebody puts a thing down."""
        stop = self.clause_stop(index, last)
        match = _ASCRIBED.search(self.body, self.words[index].start, self.words[stop - 1].stop)
        if match is None or self.at(match.start()) <= index:
            return None
        phrase = self.phrase(index, self.at(match.start()))
        holders = self.parties(phrase) if phrase is not None else ()
        if not holders:
            return None
        self.add(match.span("cue"), "saying", self.resolved(holders), [match.span("what")])
        return stop

    def _borne_out(self, index: int, first: int, last: int, nested: bool) -> int | None:  # noqa: ARG002, FBT001
        """Read "这一说法得到两名供应商的证实": who bears a thing out says it."""
        stop = self.clause_stop(index, last)
        match = _BORNE_OUT.match(self.body[self.words[index].start : self.words[stop - 1].stop])
        if match is None:
            return None
        start = self.words[index].start
        phrase = self.phrase(self.at(start + match.start("who")), self.at(start + match.end("who")))
        holders = self.parties(phrase) if phrase is not None else ()
        if not holders:
            return None
        what = (start + match.start("what"), start + match.end("what"))
        self.add((start + match.start("cue"), start + match.end("cue")), "saying", self.resolved(holders), [what])
        return stop

    def opens(self, index: int, last: int) -> bool:
        """Say whether a clause of a form of its own begins at a word: "唐蕙的说法是…", "蒲力对预算表示疑虑"."""
        stop = self.clause_stop(index, last)
        felt = _OF_SENTENCE.search(self.body, self.words[index].start, self.words[stop - 1].stop)
        if felt is not None and self.at(felt.start()) > index:
            phrase = self.phrase(index, self.at(felt.start()))
            return phrase is not None and bool(self.parties(phrase))
        for at in range(index + 1, stop - 1):
            if (
                self.words[at].text in NOUNS_OF_SAYING
                and self.words[at - 1].text == "的"
                and self.words[at + 1].text in {"是", "为", "则"}
            ):
                return bool(self._whose(index, at, index, nested=True))
        return False

    def is_feeling(self, position: int) -> bool:
        """Say whether only a feeling is told behind a word of saying: "表示遗憾"."""
        return _FEELING.match(self.body[position:]) is not None
