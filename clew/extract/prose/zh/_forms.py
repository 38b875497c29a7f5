# ruff: noqa: RUF002 -- Chinese marks stand here on purpose
"""A Chinese sentence goes in whose form as a whole says who speaks: "据悉", "X被指", "对X表示关切", "…，X说"; tellings come out."""

import re

from clew.extract.prose._telling import Party
from clew.extract.prose.zh import _lexicon as lexicon
from clew.extract.prose.zh._parts import Parts

_QUOTE_MARKS = '“”「」『』"'
_OF_SENTENCE = re.compile(
    r"(?:对|就|针对)(?P<what>[^，,。]{1,24})(?:表示|深表)(?P<how>关切|关注|怀疑|质疑|担忧|遗憾|不满|愤怒|抗议)"
)
_ACCUSED = re.compile(
    r"^(?P<who>[^，,。]{1,14}?)被(?P<by>[^，,。]{0,12}?)(?P<cue>指控|指|描述为|指称|称为|认为)(?P<what>[^。]+)"
)
_DENIED_FIRST = re.compile(
    r"^(?:对于?|针对|关于)(?P<what>[^，,。]{1,24})[，,](?P<who>[^，,。]{1,20}?)(?P<cue>(?:予以|均|全部|一概|坚决)*(?:否认|驳斥))"
)
_TRAILING = re.compile(
    r"[，,”](?P<who>[^，,。“”：:]{1,24}?)(?P<cue>说|称|表示|指出|透露|写道|显示|认为|补充说|补充道|回忆说|证实)$"
)
_TRAILING_BY = re.compile(r"[，,]据(?P<who>[^，,。“”]{1,24}?)(?P<cue>介绍|报道|称|透露|说)$")


class Forms(Parts):
    """Reads sentences of a fixed form."""

    def _fixed(self) -> bool:
        """Read a sentence whose form says by itself who speaks, and say whether it was one."""
        for pattern, polarity in ((lexicon.NO_HOLDER, False), (lexicon.NO_EVIDENCE, True)):
            match = pattern.match(self.body)
            if match and match.end() < len(self.body):
                self._add((match.start(), match.end()), "saying", (), [(match.end(), len(self.body))], negated=polarity)
                return True
        return self._denied_first() or self._accused() or self._felt() or self._trailing()

    def _denied_first(self) -> bool:
        match = _DENIED_FIRST.match(self.body)
        if match is None:
            return False
        self._add(match.span("cue"), "denying", self._parties(*match.span("who")), [match.span("what")])
        rest = match.end()
        if rest < len(self.body):
            self._clauses(rest, len(self.body), self.found[-1].holders)
        return True

    def _accused(self) -> bool:
        """Read "X 被指…" and "X 被官员描述为…"."""
        match = _ACCUSED.match(self.body)
        if match is None:
            return False
        holders = self._parties(*match.span("by")) if match["by"] else ()
        self._add(match.span("cue"), "saying", holders, [match.span("what")])
        return True

    def _felt(self) -> bool:
        """Read "对X表示关切"; a doubt is not held."""
        match = _OF_SENTENCE.search(self.body)
        if match is None or match.start() == 0 or match["how"] == "遗憾":
            return False
        doubts = match["how"] in {"怀疑", "质疑"}
        self._add(
            match.span("how"),
            "believing" if doubts else "saying",
            self._parties(0, match.start()),
            [match.span("what")],
            negated=doubts,
        )
        return True

    def _trailing(self) -> bool:
        """Read "…，X说": all before is what is said."""
        match = _TRAILING_BY.search(self.body) or _TRAILING.search(self.body)
        if match is None or self._inside(match.start("cue")):
            return False
        who = match["who"]
        earlier = self._first_cue(0, match.start(), [])
        if earlier is not None and self.body[earlier.end() : earlier.end() + 1] in {"，", "：", "“"}:
            return False  # the first speaker's sentence goes on to its end
        if (
            re.search(r"[不没未]$|无法|得到|没有|可以", who)
            or lexicon.CUE.search(who)
            or re.match(r"(?:但|并|而|却|还|也|又)", who)
        ):
            return False
        start, stop = self._trimmed(0, match.start() + (self.body[match.start()] == "”"))
        holders = self._parties(*match.span("who"))
        if not holders or stop - start < 3:
            return False
        direct = self.body[:1] in _QUOTE_MARKS
        force = "believing" if match["cue"] == "认为" else "saying"
        self._add(match.span("cue"), force, holders, [(start, stop)], form="direct" if direct else "indirect")
        return True

    def _clauses(self, start: int, stop: int, speakers: tuple[Party, ...]) -> None:
        raise NotImplementedError

    def _first_cue(self, start: int, stop: int, taken: list[tuple[int, int]]) -> re.Match[str] | None:
        raise NotImplementedError
