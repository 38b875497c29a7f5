"""What is held, and by whom, beyond the bare words: what a speaker does not know, what a denial is about, whom a pronoun may stand for."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from clew.extract.prose._telling import Party, Telling
from clew.extract.prose.zh import _lexicon as lexicon
from clew.extract.prose.zh._model import folded
from clew.extract.prose.zh._parts import Parts

_PERSONAL = frozenset({"他", "她", "其", "他自己", "她自己", "该人", "伊"})
_PLURAL = frozenset({"他们", "她们", "二人", "两人", "三人"})
_MANY = re.compile(r"^(?:[两二三四五六七八九十几数多众各]|一些|部分|有些|不少|许多)|们$|双方|家属|群众|官员们")
_OURSELVES = re.compile(r"^(?:我|我们|你|你们|您|咱们|记者|本报|笔者)")
_TOPIC = re.compile(r"(?:对于?|针对|关于|就|有关|至于)(?P<what>[^，,。]{2,40})$")
_PUBLISHER = re.compile(
    r"(?:向|对|接受|告诉|对着)(?P<who>(?:《[^》]+》|“[^”]+(?:社|报|网|台)?”|[\u4e00-\u9fff]{2,8}(?:日报|晚报|周刊|时报|通讯社|电视台)|(?!旅行|合作|出版|报)[\u4e00-\u9fff]{2,3}社(?=[，：:透证表说指])))"
)
_PLAIN_PERSON = re.compile(r"^(?:《|“)")


class Cue(NamedTuple):
    """The words of a cue, one or several that make one ("回应称")."""

    first: int
    last: int
    force: str
    sure: bool
    text: str


class Held(Parts):
    """Reads what is held."""

    def is_direct(self, content: Sequence[tuple[int, int]]) -> bool:
        """Say whether what is held stands in marks."""
        return bool(content) and all(
            any(left <= start and stop <= right + 1 for left, right in self._marked()) for start, stop in content
        )

    def _marked(self) -> list[tuple[int, int]]:
        titles = [(word.start, word.stop - 1) for word in self.words if word.kind == "s" and word.text[:1] in "“「『"]
        return [*self.speech, *titles]

    def _inside_speech(self, each: Telling) -> bool:
        return any(other is not each and other.form == "direct" and other.covers(each.cue) for other in self.found)

    def unaware(self, lead: str, content: Sequence[tuple[int, int]]) -> tuple[int, int] | None:
        """Return what a speaker says not to know, or None; another's ignorance is no answer of the speaker.

        Args:
            lead: the words before the cue in its clause: "对此表示".
            content: what is said, as runs of the sentence.
        """
        start, stop = self.trimmed(*content[0])
        words = re.split(r"[。！？!?；;]", self.body[start:stop])[0]
        match = lexicon.UNAWARE.search(words)
        if match is None or "，" in words[: match.start()].rstrip("，"):
            return None
        before, after = words[: match.start()], re.split(r"[，”]", words[match.end() :])[0]
        own = lexicon.SELF.match(before)
        named = before[own.end() :] if own else before
        if after.strip("的了过，”"):
            if named and re.search(r"^(?:对于?|就|关于)", before) is None and "对" not in before:
                return None
            return start + match.end(), start + match.end() + len(after.rstrip("的"))
        about = re.search(r"(?:对于?|就|关于)(?P<a>[^，]*?)(?:一事)?(?:并|完全|均|都|也|尚|，)*$", before)
        if about and about["a"]:
            return start + about.start("a"), start + about.end("a")
        topic = re.search(r"[对就](?P<a>此)", lead) or re.search(r"(?:对于?|就|关于)(?P<a>[^，。]{2,20})$", lead)
        if topic is not None and not named:
            found = self.body.find(topic[0], max(0, start - len(lead) - 12))
            at = found + len(topic[0]) - len(topic["a"])
            return (at, at + len(topic["a"])) if found >= 0 else None
        return (start, stop) if not named else None

    def beyond(self, content: Sequence[tuple[int, int]], about: tuple[int, int]) -> list[tuple[int, int]]:
        """Return what is said behind the sentence in which a speaker says not to know."""
        start, stop = self.trimmed(*content[0])
        if not start <= about[0] < stop:
            return []
        ended = re.search(r"[。！？!?]", self.body[about[1] : stop])
        first = about[1] + ended.end() if ended else stop
        rest = [(first, stop)] if stop - first > 2 else []
        return [*rest, *content[1:]] if rest else []

    def topic(self, cue: int, begun: int, first: int) -> list[tuple[int, int]]:
        """Return what a denial is about: "对于这一说法, 公司予以否认", "公司对此予以否认"."""
        inside = self.words[begun:cue]
        for index, word in enumerate(inside):
            if word.text in {"对此", "就此"}:
                return [(word.start + 1, word.stop)]
            if word.text in {"对", "对于", "就", "针对", "关于"}:
                stop = len(inside)
                while stop > index + 1 and not inside[stop - 1].is_nominal:
                    stop -= 1
                if stop > index + 1:
                    return [(inside[index + 1].start, inside[stop - 1].stop)]
        if begun > first:
            lead = self.body[self.words[first].start : self.words[begun - 1].start]
            match = _TOPIC.search(lead)
            if match is not None:
                at = self.words[first].start
                return [(at + match.start("what"), at + match.end("what"))]
        if self.found and self.found[-1].content and self.found[-1].force != "denying":  # "网传X, 公司否认"
            start, stop = self.found[-1].content[0].start, self.found[-1].content[-1].stop
            return [(start - self.place.start, stop - self.place.start)]
        return []

    def through(self, lead_start: int, cue_stop: int) -> tuple[Party, ...]:
        """Return the publisher that is told, and so passes on what is said: "向《机床视界》透露"."""
        match = _PUBLISHER.search(self.body, lead_start, min(len(self.body), cue_stop + 16))
        if match is None or (match[0].startswith("告诉") and match.start() + 2 > cue_stop):
            return ()
        if match.start() >= cue_stop:
            return ()
        party = self.party(self.span(*match.span("who")))
        return (replace(party, role="publisher"),)

    def resolved(self, holders: tuple[Party, ...]) -> tuple[Party, ...]:
        """Return whom a pronoun most likely stands for in its place, as a suggestion; where nobody is, the pronoun."""
        if len(holders) != 1 or folded(holders[0].text) not in _PERSONAL | _PLURAL:
            return holders
        chosen = self._meant(holders[0])
        if chosen is None:
            return holders
        role = "party" if chosen.role == "named" else chosen.role
        if chosen.name is not None:  # by the name alone: what described it stands elsewhere
            chosen = replace(chosen, place=chosen.name.place, text=chosen.name.text)
        return (replace(chosen, role=role, suggested=True),)

    def _meant(self, pronoun: Party) -> Party | None:
        """Return who is named last before a pronoun: in the clauses before it who acts in them, then who spoke or acted in the sentences before."""
        plural = folded(pronoun.text) in _PLURAL
        here = [party for each in self.found for party in each.holders]
        told = [
            party
            for party in [*self.before, *here]
            if party.place.start < pronoun.place.start
            and party.role not in {"publisher", "document", "pronoun", "institution"}
        ]
        if plural:
            return next(
                (
                    party
                    for party in reversed([*told, *self._actors(pronoun)])
                    if party.role != "named" and _MANY.search(folded(party.text))
                ),
                None,
            )
        one = [party for party in told if not _MANY.search(folded(party.text))]
        spoke = [party for party in one if party.role != "named"]
        acting = [party for party in self._actors(pronoun) if not _MANY.search(folded(party.text))]
        acting = [] if self._are_joined(acting) else acting
        return _only(spoke) or (acting[0] if acting else None) or _only(one) or (spoke[-1] if spoke else None)

    def _actors(self, pronoun: Party) -> list[Party]:
        """Return the people named in the clauses of the sentence before a pronoun, those of the nearest clause first."""
        found: list[Party] = []
        stop = self.at(pronoun.place.start - self.place.start)
        while stop > 0:
            start = self.clause_start(stop - 1, 0) if self.is_separator(stop - 1) else self.clause_start(stop, 0)
            found += self._people(start, stop)
            stop = start if start < stop else stop - 1
        return found

    def subject(self) -> tuple[Party, ...]:
        """Return the person that the sentence is about: the first one named in its first clause."""
        people = self._people(0, self.clause_stop(0, self.end))
        return () if self._are_joined(people) else tuple(people[:1])

    def _are_joined(self, people: list[Party]) -> bool:
        """Say whether the first two of some people act together: "唐景行|与|彭立诚"."""
        if len(people) < 2:
            return False
        between = self.body[people[0].place.stop - self.place.start : people[1].place.start - self.place.start]
        return between in {"与", "和", "及", "、", "同", "跟", "以及"}

    def _people(self, first: int, last: int) -> list[Party]:
        """Return the people named in a run of words, in their order."""
        at, people = first, []
        while at < last:
            if not self.words[at].is_nominal or self.words[at].kind == "S":
                at += 1
                continue
            stop = at
            while stop < last and (
                self.words[stop].is_nominal
                or (self.words[stop].text == "的" and stop + 1 < last and self.words[stop + 1].is_nominal)
            ):
                stop += 1
            party = self.party_at(at, stop)
            person = party.name.kind == "person" if party.name is not None else lexicon.is_person(folded(party.text))
            if (
                person
                and party.role not in {"publisher", "document", "pronoun", "institution"}
                and not _OURSELVES.match(folded(party.text))
            ):
                people.append(party)
            at = stop
        return people

    def past_marks(self, index: int, last: int) -> int:
        """Return the first word that is no separator."""
        while index < last and self.is_separator(index):
            index += 1
        return index

    def turns_at(self, index: int, last: int, *, start: int, keeps: bool, mark: str) -> bool:
        """Say whether the next turn begins at a word."""
        raise NotImplementedError

    def turn(self, start: int, last: int, *, keeps: bool) -> int:
        """Return where a content ends."""
        raise NotImplementedError

    def read(self, first: int, last: int, speakers: tuple[Party, ...], *, nested: bool = False) -> None:
        """Read who says what in a run of words."""
        raise NotImplementedError

    def cue_at(self, index: int, first: int, last: int) -> Cue | None:
        """Return the cue that begins at a word."""
        raise NotImplementedError

    def earlier(self, begun: int, first: int) -> tuple[Party, ...]:
        """Return the subject of the clauses before."""
        raise NotImplementedError


def _only(parties: list[Party]) -> Party | None:
    """Return the one person of a list, as last written; None where there are several."""
    people = {party.name.text if party.name is not None else party.text for party in parties}
    return parties[-1] if len(people) == 1 else None
