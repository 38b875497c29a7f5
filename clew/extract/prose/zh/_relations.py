"""A Chinese sentence and its names go in; the relations Clew knows come out, as worded: who works for, visits, bills, supplies, owns.

Every name, and every noun that can be a party, is made one sign of a shadow of the sentence; the rules are patterns over that.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from clew.extract.amounts import find_amounts
from clew.extract.amounts import plain as plain_amount
from clew.extract.prose._telling import Link, Name, Party, Place, Telling
from clew.extract.prose._when import when
from clew.extract.prose.zh import _cues as cues
from clew.extract.prose.zh._model import folded
from clew.extract.prose.zh._nouns import parties_of
from clew.extract.prose.zh._parts import NICKNAME
from clew.extract.prose.zh._rules import (
    ACQUIRED,
    ALIAS,
    DIRECTING,
    LISTED,
    NOT,
    OPEN,
    PLANNED,
    REPRESENTING,
    RULES,
    Rule,
)
from clew.extract.prose.zh._segment import words_of
from clew.extract.prose.zh._shadow import SIGN, Shadow, clauses, folded_in, plain
from clew.extract.prose.zh._times import told_from
from clew.model.vocabulary import DONE, STATES

_BASE = 0xE000  # the first sign of a party
_MOST = 6000  # parties of a sentence: one sign each
_FITTING = {
    "person": {"person", "unknown", "people"},
    "people": {"person", "unknown", "people"},
    "firm": {"organization", "unknown", "firm"},
    "place": {"place", "unknown"},
    "site": {"organization", "firm"},
    "goods": {"product", "goods", "unknown"},
    "any": {"person", "unknown", "people", "organization", "firm", "place", "goods", "product"},
    "holding": {"organization", "unknown", "firm", "place"},
    "named": {"person", "organization", "unknown"},
    "authority": {"organization", "firm", "place", "unknown"},
    "body": {"person", "organization", "unknown", "firm", "people"},
    "party": {"person", "organization", "unknown", "firm", "people"},
}
_SELF = re.compile(
    r"(?:从未|未曾|没有|并未|不曾|未|曾经?|已经?|将|拟|直接|间接|或|其|也|均|都)*(?:向|从|与|给|为|对|供|售|持有|收购|支付|生产)"
)
_OF_ONESELF = frozenset({"supplied", "shipped", "delivered", "billed", "paid", "owns", "meets", "cooperates_with"})
_ASKERS = frozenset({"记者", "本报记者", "本报", "笔者"})
_OF_SUBJECTS = _OF_ONESELF | {
    "visits",
    "travels_to",
    "employee_of",
    "post",
    "controls",
    "represents",
    "member_of",
    "listed_by",
    "trains",
    "located_in",
    "alias_of",
}
# A clause that begins with the party it is about.
_SUBJECT = re.compile(rf"[^\ue000-\uf8ff，；。：]{{0,10}}?(?P<s>{SIGN})(?![的之])")
# A clause that has none: what goes on begins with a verb, a time, or a word that joins.
_GOES_ON = re.compile(
    r"(?:而|并|并且|且|又|还|也|亦|其间|期间|随后|此后|其后|之后|后|同时|目前|现在?|如今|当时|当天|次日|同年|先后|多次|曾经?|再|再次|已|将|拟|(?:19|20)?\d{2}年[^，]{0,6}?|\d{1,2}月[^，]{0,6}?)*"
    r"(?:[在从向与和同将把给为被对]|参观|会见|访问|现称|现名|更名|改名|改称|化名|又名|前往|抵达|返回|飞|赴|到|担任|出任|任|收购|持有|购入|支付|付|供应|销售|出售|受雇|就职|加入|代表|位于|批量|独家|未|从未|没有|不)"
)
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
        spans = [(name.place.start - place.start, name.place.stop - place.start, "r") for name in names]
        spans += [(*match.span(), "r") for match in NICKNAME.finditer(self.body)]
        self.words = words_of(self.body, spans)
        self.whole = self._shadow(parties_of(self.words, names, place, text))
        self.near = folded_in(self.whole.bare(), self._kind_of, self._is_named)
        self.plain = plain(self.near, self._kind_of)

    def _shadow(self, marks: dict[int, tuple[Party, str]]) -> Shadow:
        """Return the sentence with each run that can be a party made one sign."""
        signs, starts, stops, at = [], [], [], 0
        while at < len(self.body):
            party, kind = marks.get(at, (None, ""))
            taken = party is not None and len(self.parties) <= _MOST
            length = party.place.stop - party.place.start if party is not None and taken else 1
            signs.append(self._sign(party, kind) if party is not None and taken else self.body[at])
            starts.append(at)
            stops.append(at + length)
            at += length
        return Shadow("".join(signs), tuple(starts), tuple(stops))

    def _sign(self, party: Party, kind: str) -> str:
        self.parties.append(party)
        self.kinds.append(kind)
        return chr(_BASE + len(self.parties) - 1)

    def _kind_of(self, sign: str) -> str:
        return self.kinds[ord(sign) - _BASE]

    def _is_named(self, sign: str) -> bool:
        return self.parties[ord(sign) - _BASE].name is not None

    def links(self, tellings: Sequence[Telling] = ()) -> list[Link]:
        """Return the relations; a question and a condition state none.

        Args:
            tellings: who says what in the sentence; "公司称从未向工厂供货" has its subject before the word of saying.
        """
        if OPEN.search(self.body.rstrip("”。 ")):
            return []
        found: dict[tuple[str, Place, Place], Link] = {}
        for rule in RULES:
            shadow = self.near if rule.titled else self.plain
            for match in rule.pattern.finditer(shadow.text):
                for link in self._of(rule, match, shadow):
                    found.setdefault((link.predicate, link.subject.place, link.object.place), link)
        for link in [*self._of_speakers(tellings), *self._carried(tellings)]:
            if not any(link.trigger == other.trigger for other in found.values()):
                found[link.predicate, link.subject.place, link.object.place] = link
        for link in self._fixed():
            found.setdefault((link.predicate, link.subject.place, link.object.place), link)
        kept = [
            link
            for link in found.values()
            if link.subject.text != link.object.text and link.subject.text not in _ASKERS
        ]
        stays = {(link.subject.place, link.object.place) for link in kept if link.predicate == "visits"}
        bought = {(link.trigger, link.object.place) for link in kept if link.predicate == "owns"}
        kept = [
            link
            for link in kept
            if (link.predicate != "travels_to" or (link.subject.place, link.object.place) not in stays)
            and (link.predicate != "supplied" or (link.trigger, link.object.place) not in bought)
        ]
        return sorted(kept, key=lambda link: (link.trigger, link.subject.place))

    def _of_speakers(self, tellings: Sequence[Telling]) -> Iterator[Link]:
        """Yield what a speaker says of itself without naming itself again: the rules, its sign before its words."""
        for telling in tellings:
            if len(telling.holders) != 1 or len(telling.content) != 1 or telling.holders[0].role != "party":
                continue
            begun = telling.content[0].start - self.place.start
            first = next((at for at, start in enumerate(self.plain.starts) if start >= begun), None)
            if first is None or not _SELF.match(self.plain.text[first:]):
                continue
            holder = telling.holders[0]
            kind = holder.name.kind if holder.name is not None else "firm"
            yield from self._led(self._sign(holder, kind), begun, first, _OF_ONESELF)

    def _carried(self, tellings: Sequence[Telling]) -> Iterator[Link]:
        """Yield what a clause without a subject of its own tells of the subject of the clause before: "…访问工厂, 其间会见总理"."""
        text = self.plain.text
        subject: tuple[str, int] | None = None
        for begun, stop in clauses(text):
            if subject is not None and _GOES_ON.match(text, begun, stop):
                if self._one_voice(tellings, subject[1], begun):
                    yield from self._led(subject[0], self.plain.starts[subject[1]], begun, _OF_SUBJECTS)
                continue
            own = _SUBJECT.match(text, begun, stop)
            if own is not None:
                subject = (own["s"], own.start("s"))

    def _one_voice(self, tellings: Sequence[Telling], one: int, other: int) -> bool:
        """Say whether the same speakers hold the words at two signs."""
        voices = []
        for at in (one, other):
            place = Place(self.place.start + self.plain.starts[at], self.place.start + self.plain.starts[at] + 1)
            voices.append({each.cue for each in tellings if each.covers(place)})
        return voices[0] == voices[1]

    def _led(self, sign: str, at: int, first: int, predicates: frozenset[str]) -> Iterator[Link]:
        shadow = self.plain.led(sign, at, first)
        for rule in RULES:
            match = rule.pattern.match(shadow.text) if rule.predicate in predicates else None
            if match is not None and sign in {match["s"], match["o"]} and match.start() == 0:
                yield from self._of(rule, match, shadow)

    def _of(self, rule: Rule, match: re.Match[str], shadow: Shadow) -> Iterator[Link]:
        predicate = rule.predicate
        extra: list[tuple[str, str, Place | None]] = []
        trigger = self._span(match, "t", shadow)
        groups = match.re.groupindex
        if "gap" in groups and match["gap"] and not self._is_nominal(*shadow.span(*match.span("gap"))):
            return
        if "post" in groups:
            post = match["post"]
            if not match["t"]:
                trigger = self._span(match, "post", shadow)
            predicate = (
                "director_of" if DIRECTING.match(post) else "represents" if REPRESENTING.match(post) else "employee_of"
            )
            if post not in {"员工", "雇员", "职员"}:
                extra.append(("post", post, self._span(match, "post", shadow)))
        for subject in self._in(match["s"]):
            for target in self._in(match["o"]):
                if self._fits(subject, rule.subject) and self._fits(target, rule.object):
                    yield self._link(predicate, (subject, target), trigger, extra)

    def _is_nominal(self, start: int, stop: int) -> bool:
        """Say whether nothing but nouns stands in a run of the sentence: "国际业务部", and not "否认"."""
        return all(
            word.kind in "nrxqmof" or (word.kind == "v" and not cues.force_of(word.text))
            for word in self.words
            if start <= word.start < stop
        )

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
            yield "amount", plain_amount(amounts[0].value), place
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
        shadow = self.whole
        for match in LISTED.finditer(shadow.text):
            for subject in self._in(match["s"]):
                place = self._span(match, "list", shadow)
                authority = Party(place, match["list"], "party")
                yield self._link("listed_by", (subject, authority), self._span(match, "t", shadow), [])
        for match in ALIAS.finditer(shadow.text):
            place = self._span(match, "alias", shadow)
            inner = Place(place.start + 1, place.stop - 1)
            words = self.text[inner.start - self.place.start : inner.stop - self.place.start]
            for target in self._in(match["o"]):
                if target.name is not None:
                    yield self._link(
                        "alias_of", (Party(inner, words, "party"), target), self._span(match, "t", shadow), []
                    )

    def _fits(self, party: Party, wanted: str) -> bool:
        kind = self.kinds[self.parties.index(party)]
        return kind in _FITTING[wanted]

    def _in(self, signs: str) -> list[Party]:
        return [self.parties[ord(sign) - _BASE] for sign in signs if _BASE <= ord(sign) < _BASE + len(self.parties)]

    def _span(self, match: re.Match[str], group: str, shadow: Shadow) -> Place:
        """Return where a group stands in the page; an empty one stands where the sign before it does."""
        start, stop = shadow.span(*match.span(group))
        return Place(self.place.start + start, self.place.start + stop)
