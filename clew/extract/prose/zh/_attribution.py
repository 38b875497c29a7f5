# ruff: noqa: RUF002 -- Chinese marks stand here on purpose
"""A Chinese sentence goes in; who says what comes out, by surface grammar: speaker, cue, content. What is not placed is said to be so."""

import re

from clew.extract.prose._telling import Party, Telling
from clew.extract.prose.zh import _lexicon as lexicon
from clew.extract.prose.zh._forms import Forms
from clew.extract.prose.zh._parts import MARKS
from clew.extract.prose.zh._replies import replies

_BY = re.compile(
    r"^(?:据|根据|按照|按|从|听|在)(?P<who>[^，,。]{1,40}?)(?P<cue>(?:\d{1,2}月)?(?:\d{1,2}日)?(?:报道说|报道称|报道|介绍说|介绍|透露|告知|称|说|证实|看来|看|消息|的说法|表示|反映|证言|统计|估计|供述|通报|分析))[，,：:]"
)
_BY_PLAIN = re.compile(r"^(?:据|根据|依据)(?P<who>[^，,。]{2,30})[，,]")
_CITING = re.compile(
    r"(?:援引|引述|引用了?|转引)(?P<who>[^，,。：:]{1,40}?)(?:的话|的说法)?(?P<cue>报道称|报道说|报道|称|说|写道|[，,]其中写道|(?=[，,：:]))[，,：:]?(?=.)"
)
_HEARD = re.compile(r"(?:记者)?从(?P<who>[^，,。]{1,20})(?P<cue>获悉|了解到|得知)[，,]")
_TO_WHOM = re.compile(r"^(?P<whom>[^，,：:“。]{1,14})[，,：:]?")
_PUBLISHER_TOLD = re.compile(r"^(?:《[^》]+》|“[^”]+(?:社|报|网)?”)")


class Attribution(Forms):
    """Reads the tellings of one sentence; `party` makes a party of a place in the page."""

    def tellings(self) -> list[Telling]:
        """Return the tellings in the order of their cues."""
        silent = list(replies(self.body))
        for reply in silent:
            parties = tuple(self._party(*span) for span in reply.who)
            about = (self._at(*reply.about),) if reply.about else ()
            self.found.append(Telling(self._at(*reply.cue), "silent", parties, about, reply=reply.kind))
        whole = silent and not _rest(self.body, [reply.span for reply in silent])
        if not whole and not self._fixed():
            self._clauses(0, len(self.body), (), taken=[reply.span for reply in silent])
        self._net()
        kept = [each for each in self.found if not self._inside_speech(each)]
        if self.record_type == "letter":
            kept = [
                each
                for each in kept
                if not each.holders or not all(lexicon.FIRST_PERSON.match(party.text) for party in each.holders)
            ]
        return sorted(kept, key=lambda each: each.cue.start)

    def _clauses(
        self, start: int, stop: int, speakers: tuple[Party, ...], taken: list[tuple[int, int]] | None = None
    ) -> None:
        """Read the first speaker of a run, what it says, and who speaks within that or goes on behind it."""
        start = self._skipped(start, stop)
        for read in (self._by, self._heard, self._citing):
            if read(start, stop):
                return
        cue = self._first_cue(start, stop, taken or [])
        if cue is None:
            return
        self._of_cue(cue, start, stop, speakers)

    def _by(self, start: int, stop: int) -> bool:
        """Read "据X报道，…" and "根据文件，…"."""
        part = self.body[start:stop]
        match = _BY.match(part) or _BY_PLAIN.match(part)
        if match is None or lexicon.NO_LAW.search(match["who"]):
            return False
        who = (start + match.start("who"), start + match.end("who"))
        cue = (
            (start + match.start("cue"), start + match.end("cue"))
            if "cue" in match.re.groupindex
            else (start, start + 1)
        )
        if "援引" in match["who"]:
            return False
        holders = self._parties(*who)
        content = self._content(start + match.end(), stop)
        self._add(cue, "saying", holders, content)
        self._within(content)
        return True

    def _heard(self, start: int, stop: int) -> bool:
        match = _HEARD.search(self.body, start, stop)
        if match is None or match.start() - start > 12:
            return False
        content = self._content(match.end(), stop)
        self._add(match.span("cue"), "saying", self._parties(*match.span("who")), content)
        self._within(content)
        return True

    def _citing(self, start: int, stop: int) -> bool:
        """Read "X援引Y的话报道称，…": Y says it, X passes it on."""
        match = _CITING.search(self.body, start, stop)
        if match is None or match.start() - start > 30 or match.start() == start:
            return False
        lead = (start + 1, match.start()) if self.body[start] == "据" else (start, match.start())
        lead = (lead[0], lead[1] - 3) if self.body[: lead[1]].endswith("的报道") else lead
        through = self._parties(*lead)
        if not through or match.end() >= stop:
            return False
        content = self._content(match.end(), stop)
        cue = match.span("cue") if match["cue"] else (match.start(), match.start() + 2)
        self._add(cue, "saying", self._parties(*match.span("who")), content, through=through)
        self._within(content)
        return True

    def _first_cue(self, start: int, stop: int, taken: list[tuple[int, int]]) -> re.Match[str] | None:
        blocked = [match.span() for match in lexicon.NOT_A_CUE.finditer(self.body)]
        for match in lexicon.CUE.finditer(self.body, start, stop):
            if self._inside(match.start()) or any(left <= match.start() < right for left, right in [*blocked, *taken]):
                continue
            if match[0] == "发现" and not re.search(r"记者|人员|警方|海关|审计", self.body[start : match.start()]):
                continue
            if match["show"] and not re.search(
                r"[录件据料息单票告]|[记登]|名单|证|函|书|网|关$|信$",
                self.body[max(start, match.start() - 8) : match.start()],
            ):
                continue
            if match[0] in {
                "介绍",
                "通知",
                "发现",
                "公告",
                "写",
                "讲",
                "评估",
                "判断",
                "估计",
                "规定",
                "回应",
                "反映",
            } and not self.body[match.end() :].strip(MARKS):
                continue
            return match
        return None

    def _of_cue(self, cue: re.Match[str], start: int, stop: int, speakers: tuple[Party, ...]) -> None:
        lead = self.body[start : cue.start()]
        negated, cut = False, cue.start()
        if (match := lexicon.NEGATED.search(lead)) is not None:
            negated, cut = True, start + match.start()
        if re.search(r"(?:拒绝|不愿|不肯)$", lead):
            return
        opened = self._before_speech(start, cut)
        holders = self._parties(opened if opened is not None else start, cut) or (
            speakers if self._shared(start, cut) else ()
        )
        behind, through = self._behind(cue)
        if negated and cue["say"] and cue[0] in {"说明", "提到", "说", "写", "透露", "解释", "宣布", "回应", "承认"}:
            return
        content = self._content(behind, stop)
        if opened is not None:
            content = [*self._speech_before(start, opened), *content]
        force = "denying" if cue["deny"] else "believing" if cue["believe"] else "saying"
        if cue[0] in {"质疑", "怀疑"} and cue[0] == "质疑":
            force, negated = "believing", True
        if not content:
            if holders or lexicon.CERTAIN.search(cue[0]):
                self._add(cue.span(), force, (), [])
            return
        direct = bool(content) and all(
            any(left < each[0] and each[1] <= right for left, right in self.speech) for each in content
        )
        about = self._unaware(content) if force == "saying" and not negated else None
        if about is not None:
            self._add(cue.span(), "unaware", holders, [about], through=through)
        else:
            self._add(
                cue.span(),
                force,
                holders,
                content,
                negated=negated,
                form="direct" if direct else "indirect",
                through=through,
            )
        if not direct:
            self._within(content)
        self._siblings(content, stop, holders)

    def _behind(self, cue: re.Match[str]) -> tuple[int, tuple[Party, ...]]:
        """Return where the content begins behind a cue, past the one who is told; a publisher that is told passes it on."""
        if cue[0] not in {"告诉", "告知", "通知"}:
            return cue.end(), ()
        match = _TO_WHOM.match(self.body[cue.end() :])
        if match is None:
            return cue.end(), ()
        told = _PUBLISHER_TOLD.match(self.body[cue.end() :])
        through = (self._party(cue.end(), cue.end() + told.end()),) if told else ()
        return cue.end() + match.end(), through

    def _content(self, start: int, stop: int) -> list[tuple[int, int]]:
        """Return the words behind a cue up to the speaker's next turn; of a quotation, what stands between its marks."""
        for left, right in self.speech:
            if not self.body[start:left].strip(MARKS) and start <= left < stop:
                more = [
                    pair for pair in self.speech if pair[0] > right and not self.body[right + 1 : pair[0]].strip(MARKS)
                ]
                parts = [self._trimmed(first + 1, last) for first, last in [(left, right), *more]]
                return [part for part in parts if part[0] < part[1]]
        end = self._turn(start, stop)
        left, right = self._trimmed(start, end)
        return [(left, right)] if left < right else []

    def _turn(self, start: int, stop: int) -> int:
        """Return where a content ends: before "，但称", "，并否认", "；"."""
        for match in re.finditer(r"[，,；;]", self.body[start:stop]):
            at = start + match.start()
            if self._inside(at):
                continue
            if match[0] in "；;":
                return at
            rest = self.body[at + 1 : stop]
            if re.match(
                rf"(?:但是?|而|并且?|却|同时|还|又|也|不过|随后|然而)+(?:[^，,]{{0,3}})(?:{lexicon.CUE.pattern})", rest
            ) or re.match(r"(?:拒绝|不愿|但拒绝|但不愿)", rest):
                return at
        return stop

    def _siblings(self, content: list[tuple[int, int]], stop: int, holders: tuple[Party, ...]) -> None:
        """Read what the same speaker says next: "…，但称…"."""
        end = content[-1][1]
        rest = self.body[end:stop]
        match = re.match(r"[”，,；;\s]*(?:但是?|而|并且?|却|同时|还|又|也|不过|随后|然而)*", rest)
        if match and len(rest) - match.end() > 2 and "”" not in rest[: match.end()]:
            self._clauses(end + match.end(), stop, holders)

    def _within(self, content: list[tuple[int, int]]) -> None:
        """Read who speaks inside what is said: "报道称，官员认为…"."""
        for start, stop in content:
            if not any(left < start and stop <= right for left, right in self.speech):
                self._clauses(start, stop, ())

    def _unaware(self, content: list[tuple[int, int]]) -> tuple[int, int] | None:
        """Return what a speaker says not to know, or None; another's ignorance is no answer of the speaker."""
        start, stop = content[0]
        words = self.body[start:stop]
        match = lexicon.UNAWARE.search(words)
        if match is None:
            return None
        before, after = words[: match.start()], words[match.end() :].split("，")[0]
        own = lexicon.SELF.match(before)
        named = before[own.end() :] if own else before
        about = re.match(r"(?:对于?|就|关于)?(?P<a>.*?)(?:一事)?(?:并|完全|均|都)?$", named)
        if after:
            if named and not re.search(r"对", before):
                return None
            return start + match.end(), start + match.end() + len(after)
        if about and about["a"] and ("对" in before or "就" in before):
            first = start + before.rfind(about["a"])
            return first, first + len(about["a"])
        return (start + match.start(), start + match.end()) if not named else None

    def _net(self) -> None:
        """Add a cue word that nothing read as an unplaced cue: never the author's own voice."""
        if self.found:
            return
        blocked = [match.span() for match in lexicon.NOT_A_CUE.finditer(self.body)]
        for match in lexicon.CERTAIN.finditer(self.body):
            if self._inside(match.start()) or any(left <= match.start() < right for left, right in blocked):
                continue
            if re.search(r"(?:没有|未|不愿|拒绝|不)$", self.body[: match.start()]):
                continue
            self.found.append(Telling(self._at(*match.span()), "saying", (), ()))
            return


def _rest(body: str, spans: list[tuple[int, int]]) -> str:
    left = "".join(
        "" if any(start <= index < stop for start, stop in spans) else sign for index, sign in enumerate(body)
    )
    return left.strip(MARKS + "。并而但")
