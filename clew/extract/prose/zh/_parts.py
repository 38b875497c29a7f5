# ruff: noqa: RUF002 -- Chinese marks stand here on purpose
"""A Chinese sentence goes in; its quotations, and the speakers that stand before its cues, come out as places in the page."""

import re
from collections.abc import Callable, Iterator

from clew.extract.prose._telling import Party, Place, Telling
from clew.extract.prose.zh import _lexicon as lexicon

MARKS = "，,：:、 \u3000"


class Parts:
    """The parts of one sentence; `party` makes a party of a place in the page."""

    def __init__(self, text: str, place: Place, *, party: Callable[[Place], Party], record_type: str) -> None:
        self.text, self.place, self.party, self.record_type = text, place, party, record_type
        self.body = text.rstrip("。！？!?；;… \n")
        self.speech = list(_speech(self.body))
        self.found: list[Telling] = []

    def _party(self, start: int, stop: int) -> Party:
        return self.party(self._at(start, stop))

    def _parties(self, start: int, stop: int) -> tuple[Party, ...]:
        """Return the speakers named in a run: what stands between them and the cue taken off, joined ones apart."""
        start, stop = self._trimmed(start, stop)
        before = -1
        while stop > start and stop != before:
            before = stop
            match = lexicon.BETWEEN.search(self.body[start:stop])
            if match is not None and start + match.start() > start:
                stop = self._trimmed(start, start + match.start())[1]
        comma = re.match(
            r"(?:此外|另外|对此|截至发稿时|随后|不过|然而|但|同时|[^，]{0,10}(?:日|年|月|后|时|期间|之后|以来))[，,]",
            self.body[start:stop],
        )
        start += comma.end() if comma else 0
        who = self.body[start:stop]
        if not self._names_somebody(who):
            return ()
        aside = who.find("，")
        if aside > 0:
            return (self._party(start, start + aside),)
        runs = re.finditer(r"[^和与及、]+", who) if _joins(who) else [re.match(r".*", who)]
        return tuple(
            self._party(start + match.start(), start + match.end()) for match in runs if match is not None and match[0]
        )

    def _names_somebody(self, who: str) -> bool:
        if not who or len(who) > 40 or (re.search(r"[。；“”]$", who) and "“" not in who):
            return False
        return not re.fullmatch(
            r"(?:兹|特此|现|此外|另外|但|并|而|却|还|也|又|有|据|其中|同时|不|没有|该|这|那|都|则|对此|因此|所以|他们的判断)+",
            who,
        )

    def _shared(self, start: int, cut: int) -> bool:
        return len(self.body[start:cut].strip(MARKS)) <= 3

    def _add(
        self,
        cue: tuple[int, int],
        force: str,
        holders: tuple[Party, ...],
        content: list[tuple[int, int]],
        *,
        negated: bool = False,
        form: str = "indirect",
        through: tuple[Party, ...] = (),
    ) -> None:
        trimmed = [self._trimmed(*each) for each in content]
        places = tuple(self._at(*each) for each in trimmed if each[0] < each[1])
        self.found.append(Telling(self._at(*cue), force, holders, places, through, negated=negated, form=form))

    def _at(self, start: int, stop: int) -> Place:
        return Place(self.place.start + start, self.place.start + stop)

    def _trimmed(self, start: int, stop: int) -> tuple[int, int]:
        while start < stop and self.body[start] in MARKS + "”":
            start += 1
        while stop > start and self.body[stop - 1] in MARKS + "。！？!?；":
            stop -= 1
        for left, right in self.speech:
            if start == left and stop == right + 1:
                return self._trimmed(start + 1, stop - 1)
        return start, stop

    def _skipped(self, start: int, stop: int) -> int:
        while start < stop and self.body[start] in MARKS:
            start += 1
        return start

    def _inside(self, index: int) -> bool:
        return any(left < index < right for left, right in self.speech)

    def _before_speech(self, start: int, cut: int) -> int | None:
        """Return where the speaker begins behind a quotation that comes first: "“…，”X说"."""
        ends = [right for left, right in self.speech if left <= start + 1 and right < cut]
        return ends[-1] + 1 if ends else None

    def _speech_before(self, start: int, opened: int) -> list[tuple[int, int]]:
        return [self._trimmed(left + 1, right) for left, right in self.speech if start <= left and right < opened]

    def _inside_speech(self, each: Telling) -> bool:
        return any(other is not each and other.form == "direct" and other.covers(each.cue) for other in self.found)


def _speech(text: str) -> Iterator[tuple[int, int]]:
    """Yield the places of quotation marks around speech; short names in marks are none."""
    for opening, closing in (("“", "”"), ("「", "」")):
        at = 0
        while (left := text.find(opening, at)) >= 0:
            right = text.find(closing, left + 1)
            right = len(text) if right < 0 else right
            inner = text[left + 1 : right]
            before = text[left - 1 : left]
            marked = bool(re.search(r"[，。！？,!?]", inner))
            if before in {"：", ":", "，"} or marked or len(inner) > 12 or (left == 0 and len(inner) > 5):
                yield left, right
            at = right + 1


def _joins(who: str) -> bool:
    """Say whether a run names several: each part a whole name, not "研究和发展部"."""
    parts = re.split(r"[和与及、]", who)
    return (
        len(parts) > 1
        and all(len(part) >= 2 for part in parts)
        and not re.search(r"(?:研究|安全|外交|工业|信息|经济|开发)[和与]", who)
    )
