"""Candidates: pairs of entities near each other but not equal, for a person to judge. Nothing here merges anything.

In: entities, contested names and people's judgements. Out: each pair once, with what speaks for it and against it in words.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from clew.model.ids import content_id
from clew.model.names import Name, fold, same_name
from clew.model.records import Judgement
from clew.model.vocabulary import STRONG_IDENTIFIERS
from clew.resolve.anchors import differing, values_of
from clew.resolve.chance import Chance
from clew.resolve.cluster import Contested, Entity
from clew.resolve.context import Context, Reason

NEAR = 88.0  # token-sorted ratio from which a spelling is near, 0 to 100
_ONE_BLOCK = 5_000  # entities; above, only names with the same first letter are compared by spelling
_ROWS = 512  # names compared at once: 512 rows of 10,000 single-precision scores are 20 MB
_Pair = tuple[int, int]  # positions of two entities, the smaller first
NOTHING_ELSE = Context(())
_PATRONYMIC = re.compile(r"\w{2,}(?:ov[iy]?[cj]h?|ev[iy]?ch|yevich|ovna|evna|yevna|ivna|ich|ichna)")


@dataclass(frozen=True, slots=True)
class Candidate:
    """Two entities that may be one."""

    left: str  # entity id, the smaller
    right: str
    left_name: str  # the spellings that are near
    right_name: str
    kind: str
    score: float  # likeness of the Latin forms, 0 to 100; 100 only where the names are equal
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


@dataclass(frozen=True, slots=True)
class _Spelling:
    entity: int  # position
    name: Name


def candidates(
    entities: Iterable[Entity],
    *,
    contested: Iterable[Contested] = (),
    judged: Iterable[Judgement] = (),
    fallen: Iterable[tuple[Judgement, str]] = (),
    context: Context = NOTHING_ELSE,
) -> list[Candidate]:
    """Return the pairs of entities worth judging, sorted by their ids; pairs judged same or different are left out.

    Args:
        entities: the parties of the case.
        contested: names that several of them bear.
        judged: decisions that hold.
        fallen: decisions "same" that hold no longer, each with what became of it; what they held together waits again.
        context: what the claims print with each party.
    """
    known = sorted(entities, key=lambda entity: entity.id)
    place = {anchor: number for number, entity in enumerate(known) for anchor in entity.anchors}
    pairs: dict[_Pair, dict[str, tuple[Name, Name]]] = defaultdict(dict)
    for spellings in _spellings(known).values():
        for why, left, right in _near(spellings):
            if left.entity != right.entity:
                first, second = sorted((left, right), key=lambda spelling: spelling.entity)
                pairs[first.entity, second.entity].setdefault(why, (first.name, second.name))
    equal = _contested_pairs(known, place, contested)
    for pair, names in equal.items():
        pairs[pair] = {"the names are equal, and several parties bear this name": names} | pairs[pair]
    reopened = _reopened(known, place, fallen)
    for pair, (why, names) in reopened.items():
        pairs[pair] = {why: names} | pairs[pair]
    waiting = sorted(pairs.keys() - _settled(place, judged))
    weighing = _Weighing(context, Chance(known), equal.keys(), equal.keys() | reopened.keys())
    found = (_candidate(known[pair[0]], known[pair[1]], pairs[pair], pair, weighing) for pair in waiting)
    return [candidate for candidate in found if candidate is not None]


def _spellings(entities: Sequence[Entity]) -> dict[str, list[_Spelling]]:
    by_kind: dict[str, list[_Spelling]] = defaultdict(list)
    for number, entity in enumerate(entities):
        for name in {fold(text, entity.kind).key: fold(text, entity.kind) for text in sorted(entity.names)}.values():
            by_kind[entity.kind].append(_Spelling(number, name))
    return by_kind


@dataclass(frozen=True, slots=True)
class _Weighing:
    context: Context
    chance: Chance
    equal: Collection[_Pair]  # bearers of one contested name
    shown: Collection[_Pair]  # also where identifiers differ


def _candidate(
    left: Entity, right: Entity, reasons: Mapping[str, tuple[Name, Name]], pair: _Pair, weighing: _Weighing
) -> Candidate | None:
    differ = differing(values_of(left.identifiers), values_of(right.identifiers))
    if any(type_ == "passport" for type_, _, _ in differ) and pair not in weighing.shown:
        return None
    one, other = max(reasons.values(), key=lambda names: (_likeness(*names), names[0].text, names[1].text))
    more = [
        *_attributes(left, right),
        *weighing.context.reasons(left.id, right.id, one_script=one.script == other.script),
        *_contrasts(one, other),
    ]
    against = tuple(reason.words for reason in more if reason.weight < 0)
    expected, chance = weighing.chance.of(one.text, other.text, left.kind)
    return Candidate(
        left=left.id,
        right=right.id,
        left_name=one.text,
        right_name=other.text,
        kind=left.kind,
        score=100.0 if pair in weighing.equal else min(99.0, _likeness(one, other)),
        level="I1" if pair in weighing.equal and not against else "I0",
        because=(*reasons, *(reason.words for reason in more if reason.weight > 0)),
        against=against,
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


def _likeness(left: Name, right: Name) -> float:
    return round(fuzz.token_sort_ratio(left.latin, right.latin), 1)


def _contrasts(left: Name, right: Name) -> Iterator[Reason]:
    if left.forms and right.forms and left.forms != right.forms:
        yield Reason(f"legal forms differ: {' '.join(left.forms)} and {' '.join(right.forms)}", -1.0)
    numbers = [sorted(re.findall(r"\d+", name.latin)) for name in (left, right)]
    if numbers[0] != numbers[1]:
        yield Reason(f"numbers differ: {' '.join(numbers[0]) or 'none'} and {' '.join(numbers[1]) or 'none'}", -2.0)
    if {left.script, right.script} == {"han", "latin"}:
        yield Reason("many names share one pinyin", -1.0)


def _contested_pairs(
    entities: Sequence[Entity], place: Mapping[str, int], contested: Iterable[Contested]
) -> dict[_Pair, tuple[Name, Name]]:
    pairs = {}
    for dispute in contested:
        bearers = sorted({place[anchor] for anchor in dispute.anchors if anchor in place})
        for number, left in enumerate(bearers):
            for right in bearers[number + 1 :]:
                names = [fold(entities[side].name, entities[side].kind) for side in (left, right)]
                pairs[left, right] = (names[0], names[1])
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


_Pairs = Iterator[tuple[str, _Spelling, _Spelling]]


def _near(spellings: Sequence[_Spelling]) -> _Pairs:
    yield from _same_pinyin(spellings)
    yield from _initials(spellings)
    yield from _without_patronymic(spellings)
    yield from _joined(spellings)
    yield from _same_without_form(spellings)
    yield from _spelled_near(spellings)


def _met(groups: Iterable[Sequence[_Spelling]]) -> Iterator[tuple[_Spelling, _Spelling]]:
    """Yield every two of each group that differ."""
    for group in groups:
        for number, left in enumerate(group):
            for right in group[number + 1 :]:
                if left.entity != right.entity and not same_name(left.name, right.name):
                    yield left, right


def _same_pinyin(spellings: Sequence[_Spelling]) -> _Pairs:
    latin: dict[str, list[_Spelling]] = defaultdict(list)
    for spelling in spellings:
        if spelling.name.script == "latin":
            latin["".join(spelling.name.tokens)].append(spelling)
    for spelling in spellings:
        if spelling.name.script != "han":
            continue
        for reading in dict.fromkeys(variant.replace(" ", "") for variant in spelling.name.variants):
            for other in latin.get(reading, ()):
                yield f"'{other.name.text}' is the pinyin of '{spelling.name.text}'", spelling, other


def _initials(spellings: Sequence[_Spelling]) -> _Pairs:
    bearers: dict[str, list[_Spelling]] = defaultdict(list)
    for spelling in spellings:
        for word in set(spelling.name.latin.split()):
            if len(word) > 1:
                bearers[word].append(spelling)
    for spelling in spellings:
        words = spelling.name.latin.split()
        full = [word for word in words if len(word) > 1]
        if not spelling.name.initials or not full:
            continue
        for other in min((bearers[word] for word in full), key=len):
            if other is not spelling and initials_fit(words, other.name.latin.split()):
                yield "the family name is equal and the initials fit", spelling, other


def initials_fit(short: Sequence[str], long: Sequence[str]) -> bool:
    """Say whether a name with initials can be the longer one: its full words are there, each initial begins another."""
    rest = list(long)
    for word in (word for word in short if len(word) > 1):
        if word not in rest:
            return False
        rest.remove(word)
    for initial in (word for word in short if len(word) == 1):
        fitting = next((word for word in rest if word[0] == initial), None)
        if fitting is None:
            return False
        rest.remove(fitting)
    return len(short) < len(long) or list(short) != list(long)


def _without_patronymic(spellings: Sequence[_Spelling]) -> _Pairs:
    short: dict[tuple[str, ...], list[_Spelling]] = defaultdict(list)
    for spelling in spellings:
        words = tuple(sorted(spelling.name.latin.split()))
        if spelling.name.kind == "person" and len(words) == 2:
            short[words].append(spelling)
    for spelling in spellings:
        words = tuple(sorted(spelling.name.latin.split()))
        if spelling.name.kind != "person" or len(words) != 3:
            continue
        for place, word in enumerate(words):
            if _PATRONYMIC.fullmatch(word):
                for other in short.get(words[:place] + words[place + 1 :], ()):
                    yield "the names are equal; the patronymic is missing on one side", spelling, other


def _joined(spellings: Sequence[_Spelling]) -> _Pairs:
    groups: dict[str, list[_Spelling]] = defaultdict(list)
    for spelling in spellings:
        if spelling.name.script != "han":
            groups["".join(sorted(spelling.name.latin.replace(" ", "")))].append(spelling)
    for left, right in _met(groups.values()):
        words = [side.name.latin.split() for side in (left, right)]
        coarse, fine = sorted(words, key=len)
        if len(coarse) < len(fine) and composes(coarse, fine):
            yield "the same letters, with words joined or split", left, right


def composes(coarse: Sequence[str], fine: Sequence[str]) -> bool:
    """Say whether each coarse word is made of whole fine words in some order, and all of them are used."""
    if not coarse:
        return not fine

    def build(word: str, rest: list[str]) -> bool:
        if not word:
            return composes(coarse[1:], rest)
        return any(
            build(word[len(piece) :], rest[:place] + rest[place + 1 :])
            for place, piece in enumerate(rest)
            if word.startswith(piece)
        )

    return build(coarse[0], list(fine))


def _same_without_form(spellings: Sequence[_Spelling]) -> _Pairs:
    groups: dict[tuple[str, ...], list[_Spelling]] = defaultdict(list)
    for spelling in spellings:
        if spelling.name.kind == "organization":
            core = spelling.name.tokens if spelling.name.script == "han" else tuple(spelling.name.latin.split())
            groups[core].append(spelling)
    for left, right in _met(groups.values()):
        if left.name.forms == right.name.forms:
            yield "the names are equal after transliteration", left, right
        elif left.name.forms and right.name.forms:
            yield "the names are equal but for the legal form", left, right
        else:
            yield "the names are equal; the legal form is missing on one side", left, right


def _spelled_near(spellings: Sequence[_Spelling]) -> _Pairs:
    blocks: dict[str, list[_Spelling]] = defaultdict(list)
    for spelling in spellings:
        text = _sorted_latin(spelling.name)
        if len(text) > 3:
            blocks[text[0] if len(spellings) > _ONE_BLOCK else ""].append(spelling)
    for block in blocks.values():
        texts = [_sorted_latin(spelling.name) for spelling in block]
        for start in range(0, len(texts), _ROWS):
            # Words are sorted already: the plain ratio of sorted texts is the token-sorted ratio.
            scores = process.cdist(texts[start : start + _ROWS], texts[start:], scorer=fuzz.ratio, score_cutoff=NEAR)
            for row, column in zip(*scores.nonzero(), strict=True):
                left, right = block[start + int(row)], block[start + int(column)]
                if row < column and _may_be_near(left.name, right.name):
                    yield "the spelling is near", left, right


def _sorted_latin(name: Name) -> str:
    return " ".join(sorted(name.latin.split()))


def _may_be_near(left: Name, right: Name) -> bool:
    """Two Han names of one pinyin are two names; a Han and a Latin one are compared by whole pinyin only."""
    return "han" not in (left.script, right.script) and not same_name(left, right)
