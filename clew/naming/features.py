"""What two names have in common, as numbers: the features that the score is made of.

In: names of an index and names asked about, as rows of words. Out: for each pair of rows the features of `align.FEATURES`,
each 0 to 255.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz, process

from clew.naming.align import ALIGNED, FEATURES, Alignment, Side, align
from clew.naming.normalise import Reading
from clew.naming.vocabulary import Numbers, Sounds

_SCRIPTS = {"latin": 1, "cyrillic": 2, "han": 3, "hangul": 4, "arabic": 5, "hebrew": 6, "greek": 7, "other": 8}
_NARROW = 4  # words; most pairs have no more on either side, and a small table is filled sooner


@dataclass(frozen=True, slots=True)
class Rows:
    """Readings of names as arrays; one row for each reading."""

    owner: NDArray[np.int32]  # whose reading: position in what was given
    words: NDArray[np.int32]  # (rows, most words), -1 beyond the end
    sorted_letters: NDArray[np.object_]  # words sorted, with spaces
    joined: NDArray[np.object_]  # folds in order, run together
    bones: NDArray[np.object_]  # skeletons in order, run together
    scripts: NDArray[np.int8]
    native: NDArray[np.object_]  # Han characters, or ""
    forms: NDArray[np.int64]  # legal forms as a number; 0: none
    acronyms: NDArray[np.object_]  # first letters of three words and more, or the only word


def rows_of(readings: Sequence[tuple[int, Reading]], vocabulary: Numbers, sounds: Sounds) -> Rows:
    """Return rows for (owner, reading); all their words are in the vocabulary, and sounds stand by number."""
    numbers = [vocabulary.add(reading.words) for _, reading in readings]
    size = max((len(found) for found in numbers), default=1)
    lengths = np.fromiter(map(len, numbers), np.int64, len(numbers))
    padded = np.full((len(numbers), size), -1, np.int32)
    padded[np.arange(size) < lengths[:, None]] = np.fromiter((n for found in numbers for n in found), np.int32)
    folds, bones = sounds.folds, sounds.skeletons
    texts = [reading.words for _, reading in readings]
    return Rows(
        np.fromiter((owner for owner, _ in readings), np.int32, len(readings)),
        padded,
        _objects([" ".join(sorted(found)) for found in texts]),
        _objects(["".join([folds[n] for n in found]) for found in numbers]),
        _objects(["".join([bones[n] for n in found]) for found in numbers]),
        np.fromiter((_SCRIPTS.get(reading.script, 8) for _, reading in readings), np.int8, len(readings)),
        _objects([reading.native for _, reading in readings]),
        np.fromiter((form_number(reading.forms) for _, reading in readings), np.int64, len(readings)),
        _objects([acronym(found) for found in texts]),
    )


def _objects(texts: list[str]) -> NDArray[np.object_]:
    out = np.empty(len(texts), dtype=object)
    out[:] = texts
    return out


def acronym(found: tuple[str, ...]) -> str:
    """Return the first letters of a name of three words and more, or the only word of a name; otherwise nothing."""
    if len(found) == 1:
        return found[0] if 3 <= len(found[0]) <= 8 else ""
    return "".join([word[0] for word in found]) if len(found) >= 3 else ""


def form_number(forms: tuple[str, ...]) -> int:
    """Return legal forms as one number; 0 for none."""
    number = 0
    for form in forms:
        for char in form:
            number = number * 31 + ord(char)
    return number % (1 << 40)


def compare(
    asked: Rows,
    listed: Rows,
    pairs: tuple[NDArray[np.int64], NDArray[np.int64]],
    *,
    letters: NDArray[np.float32],
    sounds: Sounds,
    weights: NDArray[np.float32],
    organization: bool,
) -> NDArray[np.uint8]:
    """Return the features of pairs of rows, shape (pairs, features).

    Args:
        asked: rows of the question.
        listed: rows of the index.
        pairs: row numbers on either side.
        letters: likeness of the sorted letters, 0 to 1, of each pair.
        sounds: of all words of both sides.
        weights: rarity of all words of both sides.
        organization: whether firms are compared.
    """
    out = np.empty((len(pairs[0]), len(FEATURES)), np.float32)
    left, right = asked.words[pairs[0]], listed.words[pairs[1]]
    narrow = (_count(left) <= _NARROW) & (_count(right) <= _NARROW)
    for part, size in (
        (np.flatnonzero(narrow), _NARROW),
        (np.flatnonzero(~narrow), max(left.shape[1], right.shape[1])),
    ):
        if len(part):
            sides = [_side(words[part][:, :size], weights) for words in (left, right)]
            aligned = align(sides[0], sides[1], sounds)
            _word_features(out, part, sides, aligned, sounds, organization=organization)
    out[:, 0], out[:, 1] = np.minimum(out[:, 3], out[:, 4]), letters
    out[:, 2] = (
        process.cpdist(asked.joined[pairs[0]], listed.joined[pairs[1]], scorer=fuzz.ratio, dtype=np.float32) / 100
    )
    out[:, 18] = (
        process.cpdist(asked.bones[pairs[0]], listed.bones[pairs[1]], scorer=fuzz.ratio, dtype=np.float32) / 100
    )
    one, other = asked.forms[pairs[0]], listed.forms[pairs[1]]
    out[:, 15] = (one > 0) & (other > 0) & (one != other)
    short, long = asked.acronyms[pairs[0]], listed.acronyms[pairs[1]]
    lone = (_count(left) == 1) != (_count(right) == 1)
    out[:, 16] = (short == long) & (short != "") & lone
    out[:, 19] = organization
    out[:, 20] = asked.scripts[pairs[0]] != listed.scripts[pairs[1]]
    return (np.clip(out, 0, 1) * 255 + 0.5).astype(np.uint8)


def _count(words: NDArray[np.int32]) -> NDArray[np.int64]:
    return np.asarray((words >= 0).sum(axis=1))


def _side(words: NDArray[np.int32], weights: NDArray[np.float32]) -> Side:
    return Side(words, np.where(words >= 0, weights[words], np.float32(0)))


def _word_features(
    out: NDArray[np.float32],
    part: NDArray[np.int64],
    sides: Sequence[Side],
    found: Alignment,
    sounds: Sounds,
    *,
    organization: bool,
) -> None:
    left, right = sides
    mine, theirs = found.left_likeness, found.right_likeness
    sharp_mine, sharp_theirs = _sharp(mine), _sharp(theirs)
    all_mine, all_theirs = found.left_weights.sum(axis=1), right.weights.sum(axis=1)
    covered = (found.left_weights * sharp_mine).sum(axis=1)
    covering = (right.weights * sharp_theirs).sum(axis=1)
    out[part, 3] = covered / np.maximum(all_mine, 1e-6)
    out[part, 4] = covering / np.maximum(all_theirs, 1e-6)
    out[part, 5] = np.minimum(covered, covering) / 3
    out[part, 7] = (all_mine - covered) / 2
    out[part, 8] = (all_theirs - covering) / 2
    shorter = _count(left.words) <= _count(right.words)
    worst_mine = np.where(left.words >= 0, mine, 1).min(axis=1)
    worst_theirs = np.where(right.words >= 0, theirs, 1).min(axis=1)
    out[part, 6] = np.where(shorter, worst_mine, worst_theirs)
    exact = (found.left_weights * found.exact).sum(axis=1)
    out[part, 9] = exact / np.maximum(np.minimum(all_mine, all_theirs), 1e-6)
    out[part, 10] = (found.left_weights * (mine >= 0.85)).max(axis=1)
    out[part, 11] = (mine >= 0.8).sum(axis=1) / 6
    out[part, 12] = found.initials / 3
    out[part, 21] = (np.where(left.words >= 0, sounds.lengths[left.words], 0) * sharp_mine).sum(axis=1) / 24
    out[part, 13] = found.in_order
    out[part, 14] = _numbers_differ(left.words, mine, sounds) | _numbers_differ(right.words, theirs, sounds)
    if organization:
        out[part, 17] = np.maximum(mine[:, 0], theirs[:, 0]) * np.minimum(mine[:, 0] + theirs[:, 0], 1)
    else:
        last, other_last = _count(left.words) - 1, _count(right.words) - 1
        rows = np.arange(len(part))
        out[part, 17] = (mine[rows, last] + theirs[rows, other_last]) / 2


def _sharp(likeness: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return how much of a word's rarity a likeness carries: all at 1, 0.8 at 0.9, a quarter at 0.75, none from 0.6 down."""
    return np.where(likeness < ALIGNED, np.float32(0), np.clip(1 - (1 - likeness) * 2.2, 0, 1)).astype(np.float32)


def _numbers_differ(words: NDArray[np.int32], likeness: NDArray[np.float32], sounds: Sounds) -> NDArray[np.bool_]:
    return np.asarray(((words >= 0) & sounds.numeric[words] & (likeness < 0.9)).any(axis=1))
