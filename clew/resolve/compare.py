"""Candidates: pairs of entities near each other but not equal, for a person to judge. Nothing here merges anything.

In: entities, contested names and people's judgements. Out: each pair once, with what speaks for it and against it in words.
The words and the score of two names are those of screening: one engine compares names, whoever asks.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import NamedTuple

import numpy as np

from clew.model.ids import content_id
from clew.model.names import Name, fold
from clew.model.records import Judgement
from clew.model.vocabulary import STRONG_IDENTIFIERS
from clew.naming.explain import explain
from clew.naming.pairs import score_pairs
from clew.resolve.anchors import differing, values_of
from clew.resolve.chance import Chance
from clew.resolve.cluster import Contested, Entity
from clew.resolve.context import Context, Reason
from clew.resolve.near import Spelling, near, read_as

# A name with more bearers would bring more pairs than anybody judges: 1,000 bearers, half a million.
BEARERS_MOST = 20
PAIRS_MOST = BEARERS_MOST * (BEARERS_MOST - 1) // 2  # of one name
_SCORED = 500  # pairs scored at once; each is held against each for a moment
_Pair = tuple[int, int]  # positions of two entities, the smaller first
NOTHING_ELSE = Context(())


@dataclass(frozen=True, slots=True)
class Candidate:
    """Two entities that may be one."""

    left: str  # entity id, the smaller
    right: str
    left_name: str  # the spellings that are near
    right_name: str
    kind: str
    score: float  # of the two names, 0 to 100, as screening gives it; 100 only where the names are equal
    level: str  # I0, or I1 where the names are equal and nothing speaks against
    because: tuple[str, ...]
    against: tuple[str, ...]
    telling: float = 0.0  # what is known beside the names, added up: above 0 for one party, below against
    expected: float | None = None  # namesakes by chance among the names of this kind; None where it cannot be said
    chance: str = ""  # the same in words

    @property
    def id(self) -> str:
        """One candidate for each pair."""
        return content_id("k", [self.left, self.right])


class Linked(NamedTuple):
    """Two names whose records are alike, field by field."""

    left: str  # anchor id
    right: str
    left_name: str
    right_name: str
    why: str


def candidates(
    entities: Iterable[Entity],
    *,
    contested: Iterable[Contested] = (),
    judged: Iterable[Judgement] = (),
    fallen: Iterable[tuple[Judgement, str]] = (),
    linked: Iterable[Linked] = (),
    context: Context = NOTHING_ELSE,
) -> list[Candidate]:
    """Return the pairs of entities worth judging, sorted by their ids; pairs judged same or different are left out.

    Args:
        entities: the parties of the case.
        contested: names that several of them bear.
        judged: decisions that hold.
        fallen: decisions "same" that hold no longer, each with what became of it; what they held together waits again.
        linked: names whose records are alike, the most alike first.
        context: what the claims print with each party.
    """
    known = sorted(entities, key=lambda entity: entity.id)
    place = {anchor: number for number, entity in enumerate(known) for anchor in entity.anchors}
    pairs: dict[_Pair, dict[str, tuple[Name, Name]]] = defaultdict(dict)
    for spellings in _spellings(known).values():
        for why, left, right in near(spellings):
            if left.entity != right.entity:
                first, second = sorted((left, right), key=lambda spelling: spelling.entity)
                pairs[first.entity, second.entity].setdefault(why, (first.name, second.name))
    equal = _contested_pairs(known, place, contested, context)
    for pair, (why, names) in equal.items():
        pairs[pair] = {why: names} | pairs[pair]
    for pair, (why, names) in _linked_pairs(known, place, linked).items():
        pairs[pair][why] = names
    reopened = _reopened(known, place, fallen)
    for pair, (why, names) in reopened.items():
        pairs[pair] = {why: names} | pairs[pair]
    waiting = sorted(pairs.keys() - _settled(place, judged))
    weighing = _Weighing(context, Chance(known), equal.keys())
    shown = equal.keys() | reopened.keys()
    likest = _likest(
        {pair: pairs[pair] for pair in waiting if pair in shown or not _other_passport(known, pair)}, known
    )
    return [_candidate(known, pair, pairs[pair], likest[pair], weighing) for pair in sorted(likest)]


def _spellings(entities: Sequence[Entity]) -> dict[str, list[Spelling]]:
    by_kind: dict[str, list[Spelling]] = defaultdict(list)
    for number, entity in enumerate(entities):
        inflected = {written for _, written in entity.forms}
        texts = sorted({*entity.names, *(form for form, _ in entity.forms)} - inflected)
        for name in {fold(text, entity.kind).key: fold(text, entity.kind) for text in texts}.values():
            by_kind[entity.kind].append(Spelling(number, name))
    return by_kind


def _other_passport(entities: Sequence[Entity], pair: _Pair) -> bool:
    left, right = (values_of(entities[side].identifiers) for side in pair)
    return any(type_ == "passport" for type_, _, _ in differing(left, right))


class _Likest(NamedTuple):
    """The two spellings of a pair that are nearest, and their score."""

    score: float
    names: tuple[Name, Name]


def _likest(pairs: Mapping[_Pair, Mapping[str, tuple[Name, Name]]], entities: Sequence[Entity]) -> dict[_Pair, _Likest]:
    asked = sorted({(pair, names) for pair, reasons in pairs.items() for names in reasons.values()}, key=_by_text)
    likest: dict[_Pair, _Likest] = {}
    for start in range(0, len(asked), _SCORED):
        part = asked[start : start + _SCORED]
        named = [(one.text, other.text, read_as(entities[pair[0]].kind)) for pair, (one, other) in part]
        # A score asks how much of one name the other has: either may be the one that asks.
        turned = [(other, one, kind) for one, other, kind in named]
        scores = np.maximum(score_pairs(named), score_pairs(turned))
        for (pair, names), score in zip(part, scores.tolist(), strict=True):
            if pair not in likest or score > likest[pair].score:
                likest[pair] = _Likest(score, names)
    return likest


def _by_text(asked: tuple[_Pair, tuple[Name, Name]]) -> tuple[_Pair, str, str]:
    pair, (one, other) = asked
    return pair, one.text, other.text


@dataclass(frozen=True, slots=True)
class _Weighing:
    context: Context
    chance: Chance
    equal: Collection[_Pair]  # bearers of one contested name


def _candidate(
    entities: Sequence[Entity],
    pair: _Pair,
    reasons: Mapping[str, tuple[Name, Name]],
    likest: _Likest,
    weighing: _Weighing,
) -> Candidate:
    left, right = (entities[side] for side in pair)
    one, other = likest.names
    more = [
        *_attributes(left, right),
        *weighing.context.reasons(left.id, right.id, one_script=one.script == other.script),
        *_contrasts(one, other),
    ]
    against = tuple(reason.words for reason in more if reason.weight < 0)
    expected, chance = weighing.chance.of(one.text, other.text, left.kind)
    equal = pair in weighing.equal
    nominatives = [
        f"'{name.text}' is the nominative of '{written}', as its reader tells it"
        for side, name in ((left, one), (right, other))
        for form, written in side.forms
        if form == name.text and form not in side.names
    ]
    said = explain(one.text, other.text, read_as(left.kind), sides=(f"'{one.text}'", f"'{other.text}'"))
    return Candidate(
        left=left.id,
        right=right.id,
        left_name=one.text,
        right_name=other.text,
        kind=left.kind,
        score=100.0 if equal else round(min(99.0, likest.score), 1),
        level="I1" if equal and not against else "I0",
        because=(*reasons, *nominatives, *(() if equal else said.because), *(r.words for r in more if r.weight > 0)),
        against=tuple(dict.fromkeys((*against, *(() if equal else said.against)))),
        telling=round(sum(reason.weight for reason in more), 2),
        expected=expected,
        chance=chance,
    )


def _attributes(left: Entity, right: Entity) -> Iterator[Reason]:
    """Yield the identifiers and birth dates that agree, then those that differ."""
    mine, theirs = values_of(left.identifiers), values_of(right.identifiers)
    for type_ in sorted(mine.keys() & theirs.keys()):
        if both := mine[type_] & theirs[type_]:
            yield Reason(f"{type_} {', '.join(sorted(both))} is equal", 5.0 if type_ in STRONG_IDENTIFIERS else 3.0)
    for type_, one, other in differing(mine, theirs):
        yield Reason(f"{type_} differs: {', '.join(one)} and {', '.join(other)}", -5.0)


def _contrasts(left: Name, right: Name) -> Iterator[Reason]:
    if left.forms and right.forms and left.forms != right.forms:
        yield Reason(f"legal forms differ: {' '.join(left.forms)} and {' '.join(right.forms)}", -1.0)
    numbers = [sorted(re.findall(r"\d+", name.latin)) for name in (left, right)]
    if numbers[0] != numbers[1]:
        yield Reason(f"numbers differ: {' '.join(numbers[0]) or 'none'} and {' '.join(numbers[1]) or 'none'}", -2.0)
    if {left.script, right.script} == {"han", "latin"}:  # the words as `explain` has them: said once
        yield Reason("many names share one pinyin", -1.0)


def _contested_pairs(
    entities: Sequence[Entity], place: Mapping[str, int], contested: Iterable[Contested], context: Context
) -> dict[_Pair, tuple[str, tuple[Name, Name]]]:
    """Return the pairs of bearers of one name, with why; of a name with many bearers not all, which it says."""
    pairs = {}
    for dispute in contested:
        bearers = sorted({place[anchor] for anchor in dispute.anchors if anchor in place})
        why, chosen = "the names are equal, and several parties bear this name", [*combinations(bearers, 2)]
        if len(bearers) > BEARERS_MOST:
            why = (
                f"the names are equal; {len(bearers):,} parties bear this name, and of their {len(chosen):,} pairs {PAIRS_MOST} "
                "are listed, those that share something else first"
            )
            chosen = [*dict.fromkeys([*_sharing(entities, bearers, context), *chosen])][:PAIRS_MOST]
        for left, right in chosen:
            names = [fold(entities[side].name, entities[side].kind) for side in (left, right)]
            pairs[left, right] = (why, (names[0], names[1]))
    return pairs


def _sharing(entities: Sequence[Entity], bearers: Sequence[int], context: Context) -> list[_Pair]:
    """Return the pairs of bearers of one name that share something beside it, those that share most first."""
    place = {entities[number].id: number for number in bearers}
    shared: Counter[_Pair] = Counter()
    for group in context.companions(place):
        if len(group) <= BEARERS_MOST:
            shared.update(combinations(sorted(place[entity] for entity in group), 2))
    return sorted(shared, key=lambda pair: (-shared[pair], pair))


def _linked_pairs(
    entities: Sequence[Entity], place: Mapping[str, int], linked: Iterable[Linked]
) -> dict[_Pair, tuple[str, tuple[Name, Name]]]:
    """Return the pairs of parties whose records are alike, each with the first that says so."""
    pairs: dict[_Pair, tuple[str, tuple[Name, Name]]] = {}
    for one in linked:
        left, right = place.get(one.left), place.get(one.right)
        if left is None or right is None or left == right:
            continue
        names = fold(one.left_name, entities[left].kind), fold(one.right_name, entities[right].kind)
        pair = (left, right) if left < right else (right, left)
        pairs.setdefault(pair, (one.why, names if left < right else names[::-1]))
    return pairs


def _settled(place: Mapping[str, int], judgements: Iterable[Judgement]) -> set[_Pair]:
    ends = (
        sorted((place[judgement.left], place[judgement.right]))
        for judgement in judgements
        if judgement.decision != "unsure" and judgement.left in place and judgement.right in place
    )
    return {(left, right) for left, right in ends}


def _reopened(
    entities: Sequence[Entity], place: Mapping[str, int], fallen: Iterable[tuple[Judgement, str]]
) -> dict[_Pair, tuple[str, tuple[Name, Name]]]:
    """Return the pairs that a judgement held together which holds no longer, and what became of it."""
    pairs = {}
    for judgement, what in sorted(fallen, key=lambda pair: pair[0].id):
        ends = sorted({place[anchor] for anchor in (judgement.left, judgement.right) if anchor in place})
        if len(ends) == 2:
            left, right = (fold(entities[end].name, entities[end].kind) for end in ends)
            words = f"{judgement.by} judged them the same on {judgement.at[:10]} ({judgement.why}); {what}"
            pairs[ends[0], ends[1]] = (words, (left, right))
    return pairs
