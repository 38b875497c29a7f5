"""Names near each other and not equal: the rules that find them, each by its words.

In: the spellings of the parties of one kind. Out: pairs of spellings with what makes them near. The last rule asks the names
engine that screening asks too; the others are what it does not weigh by itself: a whole reading, initials, a missing patronymic.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from clew.model.names import Name, same_name
from clew.naming.index import NameIndex
from clew.naming.trees import model

NEAR = model().alert["0.01"]  # 0 to 100: 1 in 100 innocent names scores as much with a name of a list
SPELLED_NEAR = "the spelling is near"
_NEIGHBOURS = 20  # spellings that each is compared with word by word
_PATRONYMIC = re.compile(r"\w{2,}(?:ov[iy]?[cj]h?|ev[iy]?ch|yevich|ovna|evna|yevna|ivna|ich|ichna)")


@dataclass(frozen=True, slots=True)
class Spelling:
    """One way in which an entity is written."""

    entity: int  # position
    name: Name


_Pairs = Iterator[tuple[str, Spelling, Spelling]]


def near(spellings: Sequence[Spelling]) -> _Pairs:
    """Yield the pairs of spellings that are near, with why; a pair may come several times, for several reasons."""
    yield from _same_pinyin(spellings)
    yield from _initials(spellings)
    yield from _without_patronymic(spellings)
    yield from _joined(spellings)
    yield from _same_without_form(spellings)
    yield from _spelled_near(spellings)


def _met(groups: Iterable[Sequence[Spelling]]) -> Iterator[tuple[Spelling, Spelling]]:
    """Yield every two of each group that differ."""
    for group in groups:
        for number, left in enumerate(group):
            for right in group[number + 1 :]:
                if left.entity != right.entity and not same_name(left.name, right.name):
                    yield left, right


def _same_pinyin(spellings: Sequence[Spelling]) -> _Pairs:
    latin: dict[str, list[Spelling]] = defaultdict(list)
    for spelling in spellings:
        if spelling.name.script == "latin":
            latin["".join(spelling.name.tokens)].append(spelling)
    for spelling in spellings:
        if spelling.name.script != "han":
            continue
        for reading in dict.fromkeys(variant.replace(" ", "") for variant in spelling.name.variants):
            for other in latin.get(reading, ()):
                yield f"'{other.name.text}' is the pinyin of '{spelling.name.text}'", spelling, other


def _initials(spellings: Sequence[Spelling]) -> _Pairs:
    bearers: dict[str, list[Spelling]] = defaultdict(list)
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


def _without_patronymic(spellings: Sequence[Spelling]) -> _Pairs:
    short: dict[tuple[str, ...], list[Spelling]] = defaultdict(list)
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


def _joined(spellings: Sequence[Spelling]) -> _Pairs:
    groups: dict[str, list[Spelling]] = defaultdict(list)
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


def _same_without_form(spellings: Sequence[Spelling]) -> _Pairs:
    groups: dict[tuple[str, ...], list[Spelling]] = defaultdict(list)
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


def _spelled_near(spellings: Sequence[Spelling]) -> _Pairs:
    written = [spelling for spelling in spellings if len(spelling.name.latin) > 3]
    asked = [(spelling.name.text, read_as(spelling.name.kind)) for spelling in written]
    found = NameIndex.build(asked).search(asked, kept=_NEIGHBOURS)
    alike = found.score >= NEAR
    pairs = zip(found.asked[alike].tolist(), found.position[alike].tolist(), strict=True)
    for one, other in sorted({(min(pair), max(pair)) for pair in pairs}):
        left, right = written[one], written[other]
        if one != other and _may_be_near(left.name, right.name):
            yield SPELLED_NEAR, left, right


def _may_be_near(left: Name, right: Name) -> bool:
    """Two Han names of one pinyin are two names; a Han and a Latin one are compared by whole pinyin only."""
    return "han" not in (left.script, right.script) and not same_name(left, right)


def read_as(kind: str) -> str:
    """Return the kind as which the names of a kind are read: places and goods have no family name and no legal form."""
    return kind if kind in ("person", "organization") else "unknown"
