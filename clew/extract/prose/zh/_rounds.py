# ruff: noqa: RUF002 -- Chinese marks stand here on purpose
"""A line of a round of questions goes in: "问：…", "答：…"; what is answered, and by whom, comes out."""

import re
from dataclasses import replace

from clew.extract.prose._telling import Party, Place
from clew.extract.prose.zh._model import folded
from clew.extract.prose.zh._sources import Sources

_LABEL = re.compile(
    r"^(?P<who>问|答|记者|主持人|提问|回答|[^，。:：“]{0,14}发言人[\u4e00-\u9fff]{0,3}|[\u4e00-\u9fff]{2,8}(?:社|报|台)记者)[:：]\s*(?=\S)"
)
_OWN = frozenset({"我", "我们", "中方", "我方", "我部", "我司", "本公司", "公司", "集团"})
POINT = re.compile(
    r"^\s*(?:[（(]?(?:[一二三四五六七八九十]{1,3}|\d{1,2})[)）]?[、.．，]|[（(](?:[一二三四五六七八九十]{1,3}|\d{1,2})[)）]|[一二三四五六]是|第[一二三四五六][，、])\s*"
)
_ASKING = re.compile(r"^(?:问|提问|记者|主持人)$|记者$")
_ANSWERER = re.compile(
    r"(?:[\u4e00-\u9fff]{2,12}(?<!请问))??发言人(?:[\u4e00-\u9fff]{2,3}?(?=就|在|于|\d|主持|表示|答|今|昨|举行|回答|：|:))?"
)


class Rounds(Sources):
    """Reads questions and answers."""

    def _label(self, index: int, first: int, last: int, nested: bool) -> int | None:  # noqa: ARG002, FBT001
        """Read "问: …" and "答: …"; who asks says nothing by asking."""
        if self.words[index].start != 0 or self.record_type not in {"news", "statement"}:
            return None
        match = _LABEL.match(self.body)
        if match is None or match.end() >= len(self.body) or self.body[match.end()] in "“「":
            return None
        after = self.at(match.end())
        self.answers = None
        if _ASKING.search(match["who"]):
            self.read(after, last, (), nested=True)
            return last
        self._answered(match.span("who"), after, last)
        return last

    def _answered(self, who: tuple[int, int], after: int, last: int) -> None:
        """Keep an answer of a round of questions; what is refused in it is kept already."""
        label = self.body[slice(*who)]
        holders = self.answerers() if label in {"答", "回答"} else (self.party(self.span(*who)),)
        first = self.words[after]
        if not holders and first.text in _OWN:
            holders = (self.party(self.span(first.start, first.stop)),)
        self.answers = holders
        content = [(self.words[after].start, self.words[last - 1].stop)]
        if any(left <= content[0][0] < right or content[0][0] <= left < content[0][1] for left, right in self.blocked):
            return
        about = self.unaware("", content)
        if about is not None:
            self.add(who, "unaware", holders, [about])
        else:
            self.add(who, "saying", holders, content, form="direct")

    def answerers(self) -> tuple[Party, ...]:
        """Return who answers: the spokesman named before; else nobody, and the answer is an unknown speaker's."""
        found = [match.span() for match in _ANSWERER.finditer(folded(self.page_text[: self.place.start]))]
        named = max(found, key=lambda span: span[1] - span[0], default=None)
        return (replace(self.party(Place(*named)), suggested=True),) if named is not None else ()

    def answered_over(self) -> bool:
        """Keep a sentence in which the answer of the sentence before goes on."""
        if self.answering is None or _LABEL.match(self.body) or not self.end:
            return False
        point = POINT.match(self.body)
        start = point.end() if point is not None else self.words[0].start
        content = [(start, self.words[self.end - 1].stop)]
        self.add((content[0][0], content[0][0] + 1), "saying", self.answering, content, form="direct")
        return True
