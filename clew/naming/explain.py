"""Why two names were taken for near, in words a lawyer can read: what speaks for it, what against, word by word.

In: two names as written, and their kind. Out: sentences. Nothing is scored here: the words are aligned as for the score,
and said. And how many namesakes chance alone would give.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from math import prod

import numpy as np

from clew.naming.align import ALIGNED, LONGEST_ACRONYM, Alignment, Side, align
from clew.naming.normalise import Reading, read_name
from clew.naming.sounds import fold
from clew.naming.vocabulary import Sounds, Vocabulary, shares_of, sounds_of
from clew.naming.words import PARTICLES, is_company_word, is_korean_syllable

_PATRONYMIC = re.compile(r"\w{2,}(?:ov[iy]?[cj]h?|ev[iy]?ch|yevich|ovna|evna|yevna|ivna|ichna)")
_INITIAL = 0.12  # share of names that begin with a letter, at most: M begins 0.115 of the words of background.txt, A 0.109, J 0.073
FREQUENT = 0.002  # share of names from which a word is called frequent: one name in 500


@dataclass(frozen=True, slots=True)
class Explanation:
    """What a score rests on."""

    because: tuple[str, ...]
    against: tuple[str, ...]
    share: float  # of names of this kind that would agree in these words by chance, words taken as independent; at most


def explain(
    asked: str, listed: str, kind: str, *, sides: tuple[str, str] = ("the name asked", "the list")
) -> Explanation:
    """Return what two names have in common and what they do not.

    Args:
        asked: a name as written.
        listed: another, as a list writes it.
        kind: person, organization or unknown; both are read so.
        sides: what the words call the two names.
    """
    left, right, sounds, found = _closest(read_name(asked, kind), read_name(listed, kind), kind)
    pairs = [
        (i, int(j))
        for i, j in enumerate(found.left_to_right[0][: len(left.words)])
        if j >= 0 and (found.left_likeness[0, i] >= ALIGNED or found.left_initial[0, i])
    ]
    family = _family(asked, listed, left, right, kind)
    because = [*_in_common(left, right, pairs, found, sounds, family=family)]
    against = [*_apart(left, right, found, kind, sides)]
    if left.script != right.script:
        because.insert(0, f"compared after transliteration: '{' '.join(left.words)}' and '{' '.join(right.words)}'")
    if {"han", "latin"} <= {left.script, right.script}:
        against.append("many names share one pinyin")
    if left.native and right.native and left.native != right.native:
        against.append(f"the characters differ: {left.native} and {right.native}")
    if left.forms and right.forms and left.forms != right.forms:
        against.append(f"legal forms differ: {' '.join(left.forms)} and {' '.join(right.forms)}")
    words = [right.words[j] for i, j in pairs if found.left_likeness[0, i] >= 0.6 or len(pairs) == 1]
    shares = shares_of(words, kind)
    common = [word for word, share in zip(words, shares, strict=True) if share >= FREQUENT and word not in PARTICLES]
    if common:
        against.append(f"frequent in names: {', '.join(common)}")
    agreeing = [
        _INITIAL if len(word) == 1 and word.isalpha() else share for word, share in zip(words, shares, strict=True)
    ]
    return Explanation(tuple(because), tuple(against), float(prod(agreeing)) if words else 1.0)


def namesakes(share: float, names: int) -> str:
    """Return how many namesakes to expect by chance among so many names, in words."""
    expected = share * names
    if expected < 0.001:
        return f"fewer than 0.001 expected by chance among {names:,} names"
    return f"about {expected:.2g} expected by chance among {names:,} names"


def _closest(
    left: tuple[Reading, ...], right: tuple[Reading, ...], kind: str
) -> tuple[Reading, Reading, Sounds, Alignment]:
    """Return the two readings whose words agree best."""
    turned = "wade-giles"  # is compared with Latin as written only; see features.kept_of_score
    pairs = [(one, other) for one in left for other in right]
    fitting = [pair for pair in pairs if turned not in [r.script for r in pair] or "latin" in [r.script for r in pair]]
    found = [_aligned(one, other, kind) for one, other in fitting]
    return max(found, key=lambda pair: pair[0])[1:]


def _aligned(one: Reading, other: Reading, kind: str) -> tuple[float, Reading, Reading, Sounds, Alignment]:
    vocabulary = Vocabulary()
    numbers = [np.array([vocabulary.add(side.words)], np.int32) for side in (one, other)]
    sounds = sounds_of(vocabulary.words)
    sides = [Side(words, np.ones(words.shape, np.float32)) for words in numbers]
    found = align(sides[0], sides[1], sounds, organization=kind != "person")
    agreed = float(found.left_likeness.sum() / len(one.words) + found.right_likeness.sum() / len(other.words))
    return agreed, one, other, sounds, found


def _family(asked: str, listed: str, left: Reading, right: Reading, kind: str) -> bool:
    """Say whether either side tells by a comma which one word is the family name."""
    if kind != "person" or "han" in (left.script, right.script):
        return False
    before = [text.partition(",")[0] for text in (asked, listed) if "," in text]
    return any(len(re.findall(r"[^\W_]+", text)) == 1 for text in before)


def _in_common(
    left: Reading, right: Reading, pairs: list[tuple[int, int]], found: Alignment, sounds: Sounds, *, family: bool
) -> Iterator[str]:
    whole = len(pairs) == len(left.words) == len(right.words)
    if whole and found.exact[0, : len(left.words)].all():
        yield "every word is equal" if found.in_order[0] else "every word is equal, in another order"
        return
    equal = [right.words[j] for i, j in pairs if found.exact[0, i]]
    last = right.words[-1]
    if family and last in equal:
        yield f"family name equal: {last}"
        equal.remove(last)
    if equal:
        yield f"equal: {', '.join(equal)}"
    for i, j in pairs:
        if not found.exact[0, i]:
            yield _likeness(left.words[i], right.words[j], float(found.left_likeness[0, i]), sounds)
    yield from (
        f"'{short.upper()}' is the first letters of '{long}'" for short, long in _spelled_out(left, right, pairs)
    )
    if _run_together(left, right) or "".join(left.words) == "".join(right.words):
        yield "the same letters, with words joined or split"


def _run_together(left: Reading, right: Reading) -> bool:
    """Say whether a word of one side is two neighbours of the other run together."""
    folds = [[fold(word) for word in side.words] for side in (left, right)]
    joined = [{one + other for one, other in pairwise(side)} for side in folds]
    return bool({*folds[0]} & joined[1] or {*folds[1]} & joined[0])


def _spelled_out(left: Reading, right: Reading, pairs: list[tuple[int, int]]) -> Iterator[tuple[str, str]]:
    """Yield the acronyms of one side that are first letters of words beside each other on the other, with these words."""
    met = ({i for i, _ in pairs}, {j for _, j in pairs})
    for short, long, own, others in ((left, right, met[0], met[1]), (right, left, met[1], met[0])):
        firsts = "".join(" " if place in others else word[0] for place, word in enumerate(long.words))
        for place, word in enumerate(short.words):
            start = firsts.find(word)
            if place not in own and 1 < len(word) <= LONGEST_ACRONYM and start >= 0:
                yield word, " ".join(long.words[start : start + len(word)])


def _likeness(one: str, other: str, likeness: float, sounds: Sounds) -> str:
    words = list(sounds.words)
    a, b = words.index(one), words.index(other)
    if len(one) == 1 or len(other) == 1:
        short, long = sorted((one, other), key=len)
        return f"'{short.upper()}' may be the initial of '{long}'"
    if sounds.groups[a] and sounds.groups[a] == sounds.groups[b]:
        if is_korean_syllable(one):
            return f"'{one}' and '{other}' are spellings of one Korean syllable"
        if is_company_word(one):
            return f"'{one}' and '{other}' are one word, or its translation"
        return f"'{one}' and '{other}' are forms of one word"
    if sounds.folds[a] == sounds.folds[b]:
        return f"'{one}' and '{other}' are spellings of one sound"
    if sounds.skeletons[a] == sounds.skeletons[b]:
        return f"'{one}' and '{other}' have the same consonants"
    return f"'{one}' and '{other}' are near, {likeness * 100:.0f} of 100"


def _apart(left: Reading, right: Reading, found: Alignment, kind: str, called: tuple[str, str]) -> Iterator[str]:
    sides = (
        (left, found.left_likeness[0], found.left_initial[0], called[1]),
        (right, found.right_likeness[0], found.right_initial[0], called[0]),
    )
    for reading, likeness, initial, other in sides:
        told = (likeness >= ALIGNED) | initial
        missing = [word for word, said in zip(reading.words, told, strict=False) if not said]
        for word in missing:
            if kind == "person" and _PATRONYMIC.fullmatch(word):
                yield f"patronymic '{word}' missing in {other}"
        rest = [word for word in missing if not (kind == "person" and _PATRONYMIC.fullmatch(word))]
        if rest and kind != "person" and all(is_company_word(word) for word in rest):
            yield f"words that many firms bear, missing in {other}: {', '.join(rest)}"
        elif rest:
            yield f"missing in {other}: {', '.join(rest)}"
        if any(word.isdecimal() for word in missing):
            yield "numbers differ"
    one_word = min(len(left.words), len(right.words)) == 1 and kind == "person"
    if one_word:
        yield "only one word of the name is compared"
