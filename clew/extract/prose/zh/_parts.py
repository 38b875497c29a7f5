"""A Chinese sentence goes in; its words, its speech in marks, and the speakers that its phrases name come out as places in the page."""

import bisect
import re
from collections.abc import Callable, Iterator, Sequence

from clew.extract.prose._telling import Party, Place, Telling
from clew.extract.prose.zh import _lexicon as lexicon
from clew.extract.prose.zh._phrases import Phrase, phrase_in
from clew.extract.prose.zh._segment import Word, words_of

MARKS = "，,：:、 \u3000\n"
SEPARATORS = frozenset("，,；;：:。！？!?…—｜丨")
_CLOSING = {"“": "”", "「": "」", "『": "』", "﹁": "﹂"}
_ASKED = re.compile(r"[，,][^，,。]{0,14}(?:有何|作何|怎么看|如何看待|如何评论|如何回应|能否证实|是否属实)[^，,。]*$")
_TITLE_LENGTH = 12  # characters; what is longer in marks is speech
NICKNAME = re.compile(
    r"[\u4e00-\u9fff](?:某某?)(?![\u4e00-\u9fff]?(?:公司|集团|厂|些|种|个))|(?<![\u4e00-\u9fff])(?:小|老|阿)[王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严武戴莫孔汤乔]|"
    r"(?<![\u4e00-\u9fff])[王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严武戴莫孔汤乔](?:总|董|工|哥|姐|叔|姨|老师|师傅|老板|先生|女士|小姐)"
)


class Parts:
    """The parts of one sentence; `party` makes a party of a place in the page."""

    def __init__(
        self,
        body: str,
        place: Place,
        *,
        party: Callable[[Place], Party],
        names: Sequence[tuple[int, int]],
        record_type: str,
        before: Sequence[Party] = (),
        answering: tuple[Party, ...] | None = None,
        page_text: str = "",
    ) -> None:
        """Take a sentence.

        Args:
            body: the sentence with its characters simplified; as long as the sentence in the page.
            place: where it stands in the page.
            party: makes a party of a place in the page.
            names: start and stop, in the sentence, of the names in it.
            record_type: of the document.
            before: those whom the sentences before name, the last one last; a pronoun may stand for one of them.
            page_text: the page that the sentence stands in.
            answering: who answers in a round of questions, where this sentence goes on with it; None where nobody does.
        """
        self.body, self.place, self.party, self.record_type, self.before = body, place, party, record_type, before
        self.speech = list(_speech(body))
        self.words = words_of(body, self._fixed_words(names))
        self._starts = [word.start for word in self.words]
        self.end = self._last_word()
        self.found: list[Telling] = []
        self.last: tuple[Party, ...] = ()  # who spoke in the clause before
        self.later = False  # whether what is read is a second thing that a speaker says
        self.blocked: list[tuple[int, int]] = []  # runs that are read already
        self.answering, self.answers, self.page_text = answering, answering, page_text

    def _fixed_words(self, names: Sequence[tuple[int, int]]) -> list[tuple[int, int, str]]:
        """Return what is one word: speech, a title in marks, a name."""
        fixed = [(left, min(right + 1, len(self.body)), "S") for left, right in self.speech]
        for match in re.finditer(r"“[^“”]*”|「[^「」]*」|『[^『』]*』|《[^《》]*》|\"[^\"]{1,12}\"", self.body):
            if not any(left <= match.start() < right for left, right, _ in fixed):
                fixed.append((*match.span(), "s"))
        spans = [*names, *(match.span() for match in NICKNAME.finditer(self.body))]
        for start, stop in spans:
            if not any(left < stop and start < right for left, right, _ in fixed):
                fixed.append((start, stop, "r"))
        return fixed

    def _last_word(self) -> int:
        """Return past the last word that is no closing mark."""
        last = len(self.words)
        while last and self.words[last - 1].text in "。！？!?；;…":
            last -= 1
        return last

    def at(self, position: int) -> int:
        """Return the first word that begins at a character or behind it."""
        return bisect.bisect_left(self._starts, position)

    def is_separator(self, index: int) -> bool:
        """Say whether a word is a mark that ends a clause."""
        return self.words[index].kind == "w" and self.words[index].text in SEPARATORS

    def clause_start(self, index: int, first: int) -> int:
        """Return the first word of the clause that a word stands in, not before `first`."""
        while index > first and not self.is_separator(index - 1) and self.words[index - 1].kind != "S":
            index -= 1
        return index

    def clause_stop(self, index: int, last: int) -> int:
        """Return past the last word of the clause that a word stands in."""
        while index < last and not self.is_separator(index):
            index += 1
        return index

    def phrase(self, first: int, last: int) -> Phrase | None:
        """Return the phrase that can name a speaker in a run of words."""
        return phrase_in(self.words, first, last)

    def parties(self, phrase: Phrase, *, sure: bool = True) -> tuple[Party, ...]:
        """Return those whom a phrase names, joined ones apart; none where it names nobody who could speak."""
        runs, begun = [], phrase.first
        for index in range(phrase.first, phrase.last):
            if self.words[index].kind == "c" or self.words[index].text == "、":
                runs.append((begun, index))
                begun = index + 1
        runs.append((begun, phrase.last))
        if any(not self._is_whole(*run) for run in runs) or any(self.words[run[0]].kind in "vd" for run in runs[1:]):
            runs = [(phrase.first, phrase.last)]
        found = tuple(self.party_at(first, last) for first, last in runs if first < last)
        return found if found and all(self._can_speak(party, sure=sure) for party in found) else ()

    def _is_whole(self, first: int, last: int) -> bool:
        """Say whether a part of a joined phrase is one by itself: a name or a calling, not "研究" of "研究和发展部"."""
        if first >= last:
            return False
        text = self.body[self.words[first].start : self.words[last - 1].stop]
        return self.words[last - 1].kind in "rs" or lexicon.is_somebody(text)

    def party_at(self, first: int, last: int) -> Party:
        """Return the party whom a run of words names; counts and "有" before it are no part of it."""
        while first < last - 1 and self.words[first].text in {"该等", "其中", "等", "由", "而"}:
            first += 1
        return self.party(self.span(self.words[first].start, self.words[last - 1].stop))

    def _can_speak(self, party: Party, *, sure: bool) -> bool:
        words = self.body[party.place.start - self.place.start : party.place.stop - self.place.start]
        if party.name is not None or party.role not in {"", "party"} or lexicon.is_somebody(words):
            return not party.name or party.name.kind != "product"
        # Whoever says, as only people do, is somebody, whatever they are called: "航运经纪称".
        return sure and lexicon.NOBODY.search(words) is None

    def _words_in(self, place: Place) -> list[Word]:
        start, stop = place.start - self.place.start, place.stop - self.place.start
        return [word for word in self.words if start <= word.start and word.stop <= stop]

    def span(self, start: int, stop: int) -> Place:
        """Return the place in the page of a run of the sentence."""
        return Place(self.place.start + start, self.place.start + stop)

    def trimmed(self, start: int, stop: int) -> tuple[int, int]:
        """Return a run without marks at its ends; of a run that is all speech, what stands between its marks."""
        while start < stop and self.body[start] in MARKS + "”」；;":
            start += 1
        while stop > start and self.body[stop - 1] in MARKS + "。！？!?；;":
            stop -= 1
        opening, closing = self.body[start : start + 1], self.body[stop - 1 : stop]
        if stop - start > 2 and _CLOSING.get(opening) == closing and opening not in self.body[start + 1 : stop]:
            return self.trimmed(start + 1, stop - 1)
        return start, stop

    def _without_question(self, start: int, stop: int) -> tuple[int, int]:
        """Return a run without the question that ends it: "…, 中方对此有何评论"."""
        asked = _ASKED.search(self.body[start:stop])
        return (start, start + asked.start()) if asked is not None else (start, stop)

    def add(
        self,
        cue: tuple[int, int],
        force: str,
        holders: tuple[Party, ...],
        content: Sequence[tuple[int, int]],
        *,
        negated: bool = False,
        form: str = "indirect",
        through: tuple[Party, ...] = (),
    ) -> Telling:
        """Keep what is told; cue and content are runs of the sentence."""
        trimmed = [self.trimmed(*self._without_question(*each)) for each in content]
        places = tuple(self.span(*each) for each in trimmed if each[0] < each[1])
        telling = Telling(self.span(*cue), force, holders, places, through, negated=negated, form=form)
        self.found.append(telling)
        return telling


def _speech(text: str) -> Iterator[tuple[int, int]]:
    """Yield the places of the marks around speech; short titles in marks are none."""
    at = 0
    while at < len(text):
        opening = next((index for index in range(at, len(text)) if text[index] in _CLOSING), None)
        if opening is None:
            return
        closing = _closing(text, opening)
        inner = text[opening + 1 : closing]
        before = text[:opening].rstrip()[-1:]
        marked = re.search(r"[，。！？,!?]", inner) is not None
        after = text[closing + 1 : closing + 2]
        led = before in {"：", ":"} or (before == "，" and (not after or after in "，。;；！"))
        if after == "的" and not led:
            pass  # "所谓“…”的说法": a description
        elif (
            led
            or marked
            or len(inner) > _TITLE_LENGTH
            or (opening == 0 and len(inner) > 5 and inner[-1:] in "，。！？!?")
        ):
            yield opening, closing
        at = closing + 1


def _closing(text: str, opening: int) -> int:
    """Return where the mark stands that closes one; the end where none does."""
    mark, closing = text[opening], _CLOSING[text[opening]]
    depth = 0
    for index in range(opening, len(text)):
        depth += (text[index] == mark) - (text[index] == closing)
        if depth == 0:
            return index
    return len(text)
