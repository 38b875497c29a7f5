"""A Chinese sentence and its names go in; the relations Clew knows come out, as worded: who works for, visits, bills, supplies, owns.

Every name, and every noun that can be a party, is made one sign of a shadow of the sentence; the rules are patterns over that.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from clew.extract.amounts import find_amounts, plain
from clew.extract.prose._telling import Link, Name, Party, Place, Telling
from clew.extract.prose._when import when
from clew.extract.prose.zh._model import folded
from clew.extract.prose.zh._nouns import parties_of
from clew.extract.prose.zh._parts import NICKNAME
from clew.extract.prose.zh._rules import ACQUIRED, ALIAS, DIRECTING, LISTED, NOT, OPEN, PLANNED, RULES, Rule
from clew.extract.prose.zh._segment import words_of
from clew.extract.prose.zh._times import told_from
from clew.model.vocabulary import DONE, STATES

_BASE = 0xE000  # the first sign of a party
_MOST = 6000  # parties of a sentence: one sign each
_NAME_MARKS = re.compile(r"[“”《》「」]")
_FITTING = {
    "person": {"person", "unknown", "people"},
    "people": {"person", "unknown", "people"},
    "firm": {"organization", "unknown", "firm"},
    "place": {"place", "unknown"},
    "site": {"organization", "firm"},
    "goods": {"product", "goods", "unknown"},
    "any": {"person", "unknown", "people", "organization", "firm", "place", "goods", "product"},
    "party": {"person", "organization", "unknown", "firm", "people"},
}
_SELF = re.compile(
    r"(?:从未|未曾|没有|并未|不曾|未|曾经?|已经?|将|拟|直接|间接|或|其|也|均|都)*(?:向|从|与|给|为|对|供|售|持有|收购|支付|生产)"
)
_OF_ONESELF = frozenset({"supplied", "shipped", "delivered", "billed", "paid", "owns", "meets", "cooperates_with"})
_BEFORE_NUMBER = re.compile(r"[\u4e00-\u9fff](?=\d)")  # "支付了30万": a number may touch the word before it
_TENTHS = {sign: number for number, sign in enumerate("一二三四五六七八九", start=1)}
_SHARE = re.compile(r"(?P<plain>\d[\d.]*)\s*[%％]|(?P<tenths>[一二三四五六七八九])成")
_ITEM = r"(?:\d+|[一二两三四五六七八九十]+)[台套个件批箱支架辆枚]|一批|首批"


class Relations:
    """Reads the relations of one sentence."""

    def __init__(self, text: str, place: Place, names: list[Name], *, day: date | None = None) -> None:
        self.text, self.place, self.day = text, place, day
        self.body = folded(text)
        self.parties: list[Party] = []
        self.kinds: list[str] = []
        self.starts: list[int] = []  # of each sign of the shadow: where it stands in the sentence
        spans = [(name.place.start - place.start, name.place.stop - place.start, "r") for name in names]
        spans += [(*match.span(), "r") for match in NICKNAME.finditer(self.body)]
        words = words_of(self.body, spans)
        self.shadow = self._shadow(parties_of(words, names, place, text))

    def _shadow(self, marks: dict[int, tuple[Party, str]]) -> str:
        """Return the sentence with each run that can be a party made one sign."""
        signs, at = [], 0
        while at < len(self.body):
            self.starts.append(at)
            party, kind = marks.get(at, (None, ""))
            if party is None or len(self.parties) > _MOST:
                signs.append(self.body[at])
                at += 1
                continue
            signs.append(chr(_BASE + len(self.parties)))
            self.parties.append(party)
            self.kinds.append(kind)
            at += party.place.stop - party.place.start
        self.starts.append(len(self.body))
        return "".join(signs)

    def links(self, tellings: Sequence[Telling] = ()) -> list[Link]:
        """Return the relations; a question and a condition state none.

        Args:
            tellings: who says what in the sentence; "公司称从未向工厂供货" has its subject before the word of saying.
        """
        if OPEN.search(self.body.rstrip("”。 ")):
            return []
        found: dict[tuple[str, Place, Place], Link] = {}
        bare = _NAME_MARKS.sub("\u200b", self.shadow)
        packed, back = _packed(bare)
        for rule in RULES:
            for match in rule.pattern.finditer(packed):
                for link in self._of(rule, match, back):
                    found.setdefault((link.predicate, link.subject.place, link.object.place), link)
        for link in self._of_speakers(tellings, packed, back):
            if not any(link.trigger == other.trigger for other in found.values()):
                found[link.predicate, link.subject.place, link.object.place] = link
        for link in self._fixed():
            found.setdefault((link.predicate, link.subject.place, link.object.place), link)
        kept = [link for link in found.values() if link.subject.text != link.object.text]
        stays = {(link.subject.place, link.object.place) for link in kept if link.predicate == "visits"}
        kept = [
            link
            for link in kept
            if link.predicate != "travels_to" or (link.subject.place, link.object.place) not in stays
        ]
        return sorted(kept, key=lambda link: (link.trigger, link.subject.place))

    def _of_speakers(self, tellings: Sequence[Telling], packed: str, back: list[int]) -> Iterator[Link]:
        """Yield what a speaker says of itself without naming itself again: the rules, its sign before its words."""
        for telling in tellings:
            if (
                len(telling.holders) != 1
                or not telling.content
                or telling.holders[0].role != "party"
                or len(telling.content) > 1
            ):
                continue
            first = next(
                (
                    at
                    for at, index in enumerate(back[:-1])
                    if self.place.start + self.starts[index] >= telling.content[0].start
                ),
                None,
            )
            if first is None or not _SELF.match(packed[first:]):
                continue
            sign = chr(_BASE + len(self.parties))
            self.parties.append(telling.holders[0])
            name = telling.holders[0].name
            self.kinds.append(name.kind if name is not None else "firm")
            shadow = sign + packed[first:]
            moved = [back[first], *back[first:]]
            for rule in RULES:
                match = rule.pattern.match(shadow)
                if (
                    match is not None
                    and rule.predicate in _OF_ONESELF
                    and match["s" if match["s"].startswith(sign) else "o"] == sign
                ):
                    yield from self._of(rule, match, moved)

    def _of(self, rule: Rule, match: re.Match[str], back: list[int]) -> Iterator[Link]:
        predicate = rule.predicate
        extra: list[tuple[str, str, Place | None]] = []
        trigger = self._span(match, "t", back)
        if predicate == "post":
            post = match["post"]
            predicate = "director_of" if DIRECTING.match(post) else "employee_of"
            if post not in {"员工", "雇员", "职员"}:
                extra.append(("post", post, self._span(match, "post", back)))
        for subject in self._in(match["s"]):
            for target in self._in(match["o"]):
                if self._fits(subject, rule.subject) and self._fits(target, rule.object):
                    yield self._link(predicate, (subject, target), trigger, extra)

    def _link(
        self,
        predicate: str,
        ends: tuple[Party, Party],
        trigger: Place,
        extra: list[tuple[str, str, Place | None]],
    ) -> Link:
        before = self.body[: trigger.start - self.place.start]
        clause = re.split(r"[，。；]", before)[-1]
        words = self.body[trigger.start - self.place.start : trigger.stop - self.place.start]
        negated = bool(NOT.search(clause)) or "不是" in words or bool(re.search(r"不认为|从未|没有", clause))
        negated = negated and not re.search(r"不认为|不相信", clause)
        planned = bool(PLANNED.search(clause)) and (predicate not in STATES or bool(ACQUIRED.search(words)))
        modality = (
            "planned"
            if planned
            else "held"
            if predicate in STATES
            else "unknown"
            if negated
            else DONE.get(predicate, "unknown")
        )
        qualifiers = [*extra, *self._goods(predicate, trigger)]
        scope = (self._clause(trigger),)
        time = when(self.text, self.place.start, scope) or told_from(self.body, self.place.start, scope, self.day)
        if time is not None:
            qualifiers.append(
                (
                    "period",
                    self.text[time.place.start - self.place.start : time.place.stop - self.place.start],
                    time.place,
                )
            )
        return Link(
            predicate,
            *ends,
            trigger,
            modality,
            negated,
            tuple(qualifiers),
            time.valid_from if time else None,
            time.valid_to if time else None,
        )

    def _goods(self, predicate: str, trigger: Place) -> Iterator[tuple[str, str, Place | None]]:
        scope = self._clause(trigger)
        text = self.text[scope.start - self.place.start : scope.stop - self.place.start]
        amounts = [each for each in find_amounts(_BEFORE_NUMBER.sub(" ", text)) if each.currency]
        if len(amounts) == 1:
            place = Place(scope.start + amounts[0].start, scope.start + amounts[0].stop)
            yield "amount", plain(amounts[0].value), place
            yield "currency", amounts[0].currency or "", None
        if predicate == "owns" and (share := _SHARE.search(text)):
            value = share["plain"] or f"{_TENTHS[share['tenths']]}0"
            yield "share", value, Place(scope.start + share.start(), scope.start + share.end())
        if predicate in {"supplied", "shipped", "delivered"}:
            behind = self.text[trigger.stop - self.place.start :]
            item = re.match(
                rf"(?:了|过|交付的)?(?P<item>(?:{_ITEM})[\u4e00-\u9fffA-Z0-9-]{{1,10}})(?=[，。”后]|$)",
                behind,
            )
            if item:
                yield "item", item["item"], Place(trigger.stop + item.start("item"), trigger.stop + item.end("item"))

    def _clause(self, trigger: Place) -> Place:
        """Return the clause that a trigger stands in, and a time that leads up to it."""
        at, stop = trigger.start - self.place.start, trigger.stop - self.place.start
        first = max(self.text.rfind(mark, 0, at) for mark in "。；") + 1
        last = min((index for mark in "。；，" if (index := self.text.find(mark, stop)) >= 0), default=len(self.text))
        return Place(self.place.start + first, self.place.start + last)

    def _fixed(self) -> Iterator[Link]:
        for match in LISTED.finditer(self.shadow):
            back = list(range(len(self.shadow) + 1))
            for subject in self._in(match["s"]):
                place = self._span(match, "list", back)
                authority = Party(place, match["list"], "party")
                yield self._link("listed_by", (subject, authority), self._span(match, "t", back), [])
        for match in ALIAS.finditer(self.shadow):
            back = list(range(len(self.shadow) + 1))
            place = self._span(match, "alias", back)
            inner = Place(place.start + 1, place.stop - 1)
            words = self.text[inner.start - self.place.start : inner.stop - self.place.start]
            for target in self._in(match["o"]):
                if target.name is not None:
                    yield self._link(
                        "alias_of", (Party(inner, words, "party"), target), self._span(match, "t", back), []
                    )

    def _fits(self, party: Party, wanted: str) -> bool:
        kind = self.kinds[self.parties.index(party)]
        return kind in _FITTING[wanted]

    def _in(self, signs: str) -> list[Party]:
        return [self.parties[ord(sign) - _BASE] for sign in signs if _BASE <= ord(sign) < _BASE + len(self.parties)]

    def _span(self, match: re.Match[str], group: str, back: list[int]) -> Place:
        """Return where a group stands in the page; an empty one stands where the sign before it does."""
        first, last = match.span(group)
        if first == last:
            first -= 1
        start, stop = back[first], back[last - 1] + 1
        return Place(self.place.start + self.starts[start], self.place.start + self.starts[stop])


def _packed(shadow: str) -> tuple[str, list[int]]:
    """Return the shadow without marks around names, and of each sign that is left where it stood."""
    kept = [(index, sign) for index, sign in enumerate(shadow) if sign != "\u200b"]
    return "".join(sign for _, sign in kept), [*(index for index, _ in kept), len(shadow)]
