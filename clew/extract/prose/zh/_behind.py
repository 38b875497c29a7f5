"""A Chinese clause goes in whose speaker a colon, or the place behind what is said, tells, and no verb of saying; tellings come out.

"物业: 不清楚怎么回事", "“…。”财务总监把报表推到面前", "…——这是分析师给出的判断", "…, 公司在邮件中如此解释".
"""

import re
from dataclasses import replace

from clew.extract.prose._telling import Party
from clew.extract.prose.zh import _lexicon as lexicon
from clew.extract.prose.zh._model import folded
from clew.extract.prose.zh._rounds import Rounds

_NOUN = r"(?:判断|说法|结论|解释|看法|回应|答复|估计|预测|回答|评价|口径|理由|原话|观点|意见|推测|猜测|推断|主张|分析|评估|建议|辩解|警告|感受|总结|承诺)"
_GIVEN = re.compile(
    rf"^(?:这|这就|以上|上述|这正|这便|此|这也)(?:是|乃|为|系)(?P<who>[^，。；]{{2,24}}?)(?:[在对就从][^，。；]{{1,16}})?(?:所)?(?:给出|提供|得出|作出|做出|提出|开出|抛出|下)?的(?:唯一|最终|初步|一贯|最新|官方|统一|基本|正式)?{_NOUN}$"
)
_SO = re.compile(
    r"(?:如此|这样|如是|这么|这般|就这样|便如此)(?:[对向跟][^，。；]{1,10}?)?(?:说|解释|表示|回应|告诉|描述|形容|评价|总结|回答|写道|回忆|辩称|辩解|坦言|强调|判断|介绍|认为|称|讲|概括|答复|感叹|分析|透露|归纳|警告)"
)
_BACK = re.compile(
    r"^(?:了|过|着)*(?:这一点|此点|这点|上述(?:说法|观点|看法|内容|情况|判断)|这一(?:说法|观点|看法|判断|立场|点)|这句话|同样的话|这番话|类似(?:的)?(?:看法|观点|说法))$"
)
# What leads up to a colon and is no speech: lists, headings, sums.
_LISTING = re.compile(
    r"(?:如下|以下|下列|包括|包含|是|为|有|例如|比如|譬如|诸如|即|分别|原因|内容|名单|特点|主题|题目|标题|来源|时间|地点|日期|编号|电话|地址|邮编|邮箱|作者|编辑|摄影|责编|图|表|注|附|附件|事由|案由|金额|合计|总计|比分|比|方面|问题|步骤|条件|因素|类|种|项|点|收件人|发件人|抄送|联系人|主题词)$"
)
# What somebody does who speaks, and no word of saying: bearing, writing, and what is handed over.
_SPEAKING_ACTS = re.compile(
    r"摇(?:了?摇)?头|点(?:了?点)?头|叹(?:了一?口?)?气|苦笑|冷笑|一笑|大笑|笑了|微笑|摆(?:了?摆)?手|挥(?:了?挥)?手|耸(?:了?耸)?肩|皱(?:了?皱)?眉|撇(?:了?撇)?嘴|哽咽|流泪|落泪|抹(?:着|了)?(?:眼)?泪|发(?:来|了|出|布|表)|回(?:信|函|电|复|应|覆|帖|忆|话|了)|来(?:信|函|电)|致(?:信|函|电)|复(?:信|函|电)|留(?:言|下)|发(?:帖|文|微博|短信|邮件|消息|朋友圈)|"
    r"算(?:了|起)|打(?:了)?(?:个)?(?:比方|比喻|保票|包票)|举(?:了)?(?:个)?例|开门见山|直截了当|斩钉截铁|语气|口吻|一句|几个字|[一二两三四五六七八九十]个字|的话|写(?:得|着|的|明|道|下|了)|记(?:着|得|了|有|录)|说法|意思|态度|立场|看法|陈述|供述|证词|口径|吻合|一致|众口一词|异口同声|转告|告诫|解围|打断|插(?:话|嘴)|抢(?:话|答)|反诘|诘问|质询|发问|提问|问|答|抛出|撂下|丢下|甩出|给出|判断|预测|提醒|警告|爆料|直言|透露|承诺|保证|声明|通报|通告|公告|载|称|谈|讲|呼|喊|叫|骂|嚷|吼|叹|夸|赞|劝|坦承|松口|改口|翻供|反驳|反击|澄清|辟谣|呛|怼"
)
_ASKING = re.compile(r"记者|主持人|提问|^问$|编辑|网友提")
_LEAVING = frozenset("走去来离进出登返回赴抵到")
_DOES = frozenset("vda")


class Behind(Rounds):
    """Reads speech whose speaker stands before a colon or behind it, without a word of saying."""

    def _plain_colon(self, index: int, first: int, last: int, nested: bool) -> int | None:  # noqa: FBT001
        """Read "物业: 不清楚怎么回事" and "应门的老人摇头: 没听过": a colon, and no marks of speech."""
        stop = self.clause_stop(index, last)
        if (
            nested
            or stop + 1 >= last
            or self.words[stop].text not in {":", "："}
            or self.record_type not in {"news", "statement"}
        ):
            return None
        speech = self.words[stop + 1]
        gap = self.body[self.words[stop].stop : speech.start]
        lead = self.body[self.words[index].start : self.words[stop].start]
        if speech.kind == "S" or "\n" in gap or _LISTING.search(lead) or not self.is_clause(stop + 1, last):
            return None
        if any(self.cue_at(at, index, last) is not None for at in range(index, stop)):
            return None
        phrase = self.phrase(index, stop)
        holders = self.parties(phrase, sure=False) if phrase is not None else ()
        bare = phrase is not None and phrase.last == stop and phrase.first == index
        if bare and not all(self._may_head(party) for party in holders):
            return None
        if not bare and not _SPEAKING_ACTS.search(lead):
            return None
        if not holders:
            holders = () if bare else self.earlier(index, first)
        if (
            not holders
            or any(
                _ASKING.search(party.text) or (party.role == "publisher" and not party.text.endswith("媒"))
                for party in holders
            )
            or (bare and holders[0].role == "document")
        ):
            return None
        colon = (self.words[stop].start, self.words[stop].stop)
        content = (speech.start, self.words[last - 1].stop)
        about = self.unaware("", [content])
        if about is None:
            self.add(colon, "saying", self.resolved(holders), [content])
            self.read(stop + 1, last, (), nested=True)
        else:
            self.add(colon, "unaware", self.resolved(holders), [about])
            rest = self.at(about[1])
            if rest + 1 < last and self.is_separator(rest):
                self.add(colon, "saying", self.resolved(holders), [(self.words[rest].stop, self.words[last - 1].stop)])
        return last

    def _scene(self, index: int, first: int, last: int, nested: bool) -> int | None:  # noqa: ARG002, FBT001
        """Read "“…。”财务总监把报表推到记者面前": speech opens the sentence, and who acts behind it speaks."""
        if nested or index != 0 or self.words[0].kind != "S" or last < 3:
            return None
        begun = 1
        while begun < last and self.is_separator(begun):
            begun += 1
        stop = self.clause_stop(begun, last)
        if stop - begun < 2 or any(self.cue_at(at, begun, stop) is not None for at in range(begun, stop)):
            return None
        phrase = self.phrase(begun, stop)
        holders = self.parties(phrase, sure=False) if phrase is not None else ()
        if (
            phrase is None
            or not holders
            or not any(word.kind in _DOES | {"p"} for word in self.words[phrase.last : stop])
        ):
            return None
        if any(
            party.role in {"document", "publisher"} or _ASKING.search(party.text) or self._is_thing(party)
            for party in holders
        ):
            return None
        acts = next((word.text for word in self.words[phrase.last : stop] if word.kind in "vp"), "")
        if acts[:1] in _LEAVING:
            return None  # "“…。”船长走了": whose words they are, is not said
        holders = tuple(replace(party, suggested=True) for party in self.resolved(holders))
        speech = self.words[0]
        self.add(
            (self.words[phrase.last].start, self.words[stop - 1].stop),
            "saying",
            holders,
            [(speech.start, speech.stop)],
            form="direct",
        )
        return stop

    def _may_head(self, party: Party) -> bool:
        """Say whether a bare word before a colon is who speaks, and no heading: a person, or what somebody is called by."""
        person = party.name is not None and party.name.kind == "person"
        return person or party.role == "publisher" or lexicon.is_somebody(folded(party.text))

    def _is_thing(self, party: Party) -> bool:
        return party.name is not None and party.name.kind in {"product", "place"}

    def _given(self, index: int, first: int, last: int, nested: bool) -> int | None:  # noqa: FBT001
        """Read "…, 公司在邮件中如此解释", "…——这是分析师给出的判断", "…——辩护人反复强调这一点": all that stands before is said."""
        if nested or index != first:
            return None
        for begun in range(last - 1, index, -1):
            if not self.is_separator(begun - 1):
                continue
            stop = self.clause_stop(begun, last)
            clause = self.body[self.words[begun].start : self.words[stop - 1].stop]
            holders, cue = self._giver(clause, begun, stop)
            if not holders:
                continue
            if any((cue_in := self.cue_at(at, index, begun)) is not None and cue_in.sure for at in range(index, begun)):
                return None  # "A说…, B也这样说": what A said is said already
            left, right = self.words[index].start, self.words[begun - 1].start
            quoted = self.words[index].kind == "S"
            while right > left and self.body[right - 1] in "—…，, ":
                right -= 1
            if right - left < 4:
                return None
            self.add(cue, "saying", self.resolved(holders), [(left, right)], form="direct" if quoted else "indirect")
            if not quoted:
                self.read(index, self.at(right), (), nested=True)
            return stop
        return None

    def _giver(self, clause: str, begun: int, stop: int) -> tuple[tuple[Party, ...], tuple[int, int]]:
        """Return who a clause says has said what stands before it, and the words that say so; nobody where it does not."""
        start = self.words[begun].start
        given = _GIVEN.match(clause)
        if given is not None:
            phrase = self.phrase(self.at(start + given.start("who")), self.at(start + given.end("who")))
            return (self.parties(phrase) if phrase is not None else ()), (start, start + given.end())
        so = _SO.search(clause)
        if so is not None and clause[so.end() :].strip("了的") == "":
            phrase = self.phrase(begun, self.at(start + so.start()))
            return (self.parties(phrase) if phrase is not None else ()), (start + so.start(), start + so.end())
        for at in range(begun, stop):
            cue = self.cue_at(at, begun, stop)
            if cue is not None and _BACK.match(self.body[self.words[cue.last - 1].stop : self.words[stop - 1].stop]):
                phrase = self.phrase(begun, at)
                return (self.parties(phrase) if phrase is not None else ()), (
                    self.words[at].start,
                    self.words[cue.last - 1].stop,
                )
        return (), (start, start)

    def is_clause(self, first: int, last: int) -> bool:
        """Say whether a run of words says that something is so, and is no bare noun with what describes it."""
        for at in range(last - 1, first, -1):
            if self.words[first].kind in "vd":
                return True
            if (
                self.words[at].text == "的"
                and at + 1 < last
                and all(word.is_nominal for word in self.words[at + 1 : last])
            ):
                first = at + 1
                break
        return any(word.kind in "vdS" or word.text in lexicon.PREDICATES for word in self.words[first:last])
