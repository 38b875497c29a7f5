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
from clew.naming.words import PARTICLES

_ACRONYM = {3: 0.4, 4: 0.7}  # letters to how much an acronym in common says; more letters say 1
_SCRIPTS = {
    "latin": 1,
    "cyrillic": 2,
    "han": 3,
    "hangul": 4,
    "arabic": 5,
    "hebrew": 6,
    "greek": 7,
    "other": 8,
    "wade-giles": 9,
}
LETTER = np.float32(0.2)  # rarity of an initial: a letter begins one name in ten
_INITIAL = 0.85  # likeness of an initial and a word that it begins
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
    """Return the first letters of a name of three words and more, or the only word of a name; otherwise nothing.

    Particles count for none, and PIDMCO is taken for PIDM: "company" at the end is a legal form of the other name.
    """
    if len(found) == 1:
        word = found[0].removesuffix("co") if len(found[0]) > 5 else found[0]
        return word if 3 <= len(word) <= 8 else ""
    first = [word[0] for word in found if word not in PARTICLES]
    return "".join(first) if len(first) >= 3 else ""


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
    out[:, 1] = letters
    for column, mine, theirs in ((2, asked.joined, listed.joined), (18, asked.bones, listed.bones)):
        out[:, column] = _letters_in_common(mine[pairs[0]], theirs[pairs[1]])
    narrow = (_count(left) <= _NARROW) & (_count(right) <= _NARROW)
    for part, size in (
        (np.flatnonzero(narrow), _NARROW),
        (np.flatnonzero(~narrow), max(left.shape[1], right.shape[1])),
    ):
        if len(part):
            sides = [_side(words[part][:, :size], weights) for words in (left, right)]
            aligned = align(sides[0], sides[1], sounds, organization=organization)
            _word_features(out, part, sides, aligned, sounds, organization=organization)
            _shorten(out, part, sides, aligned, sounds)
    out[:, 0] = np.minimum(out[:, 3], out[:, 4])
    one, other = asked.forms[pairs[0]], listed.forms[pairs[1]]
    out[:, 15] = (one > 0) & (other > 0) & (one != other)
    short, long = asked.acronyms[pairs[0]], listed.acronyms[pairs[1]]
    lone = (_count(left) == 1) != (_count(right) == 1)
    same = np.flatnonzero((short == long) & (short != "") & lone)
    out[:, 16] = 0
    out[same, 16] = [_ACRONYM.get(len(text), 1.0) for text in short[same]]
    out[:, 19] = organization
    out[:, 20] = asked.scripts[pairs[0]] != listed.scripts[pairs[1]]
    return (np.clip(out, 0, 1) * 255 + 0.5).astype(np.uint8)


def kept_of_score(
    asked: Rows, listed: Rows, pairs: tuple[NDArray[np.int64], NDArray[np.int64]], *, person: bool
) -> NDArray[np.float32]:
    """Return what is left of a score by what readings cannot show, 0 to 1, for each pair.

    Two Han names are compared by their own characters: a person's with one other character is another name. A Latin name
    turned from pinyin into Wade-Giles is compared with Latin names only that are not so turned.
    """
    left, right = asked.native[pairs[0]], listed.native[pairs[1]]
    both = np.flatnonzero((left != "") & (right != ""))
    out = np.ones(len(left), np.float32)
    if len(both):
        alike = _letters_in_common(left[both], right[both])
        out[both] = 0.2 + 0.8 * alike**3 if person else 0.3 + 0.7 * alike
    one, other = asked.scripts[pairs[0]], listed.scripts[pairs[1]]
    turned = _SCRIPTS["wade-giles"]
    out[((one == turned) & (other != _SCRIPTS["latin"])) | ((other == turned) & (one != _SCRIPTS["latin"]))] = 0
    return out


def of_equal_words(features: NDArray[np.uint8]) -> NDArray[np.bool_]:
    """Say of each pair whether all words are equal and no legal forms differ: near enough to be shown, however frequent."""
    columns = [features[:, FEATURES.index(name)] for name in ("letters sorted", "exact share", "forms differ")]
    return np.asarray((columns[0] == 255) & (columns[1] == 255) & (columns[2] == 0))


def _letters_in_common(mine: NDArray[np.object_], theirs: NDArray[np.object_]) -> NDArray[np.float32]:
    return np.asarray(process.cpdist(mine, theirs, scorer=fuzz.ratio, dtype=np.float32) / 100, np.float32)


def _shorten(
    out: NDArray[np.float32], part: NDArray[np.int64], sides: Sequence[Side], found: Alignment, sounds: Sounds
) -> None:
    """Compare the letters of names with initials as if both had them: what an initial leaves open is in no word missing."""
    with_initials = np.flatnonzero(found.left_initial.any(axis=1))
    if not len(with_initials):
        return
    texts = [
        _objects([_text(side.words[row], initial[row], words) for row in with_initials])
        for side, initial in zip(sides, (found.left_initial, found.right_initial), strict=True)
        for words in (sounds.words, sounds.folds, sounds.skeletons)
    ]
    for column, mine, theirs in zip((1, 2, 18), texts[:3], texts[3:], strict=True):
        out[part[with_initials], column] = _letters_in_common(mine, theirs)


def _text(numbers: NDArray[np.int32], initial: NDArray[np.bool_], words: NDArray[np.object_]) -> str:
    pairs = zip(numbers.tolist(), initial.tolist(), strict=True)
    return " ".join(sorted(words[n][:1] if short else words[n] for n, short in pairs if n >= 0))


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
    # An initial says as much as one letter can: what it leaves open neither agrees nor differs.
    mine = np.where(found.left_initial, np.float32(_INITIAL), found.left_likeness)
    theirs = np.where(found.right_initial, np.float32(_INITIAL), found.right_likeness)
    sharp_mine = np.where(found.left_initial, np.float32(1), _sharp(mine))
    sharp_theirs = np.where(found.right_initial, np.float32(1), _sharp(theirs))
    weights_mine = np.where(found.left_initial, LETTER, found.left_weights)
    weights_theirs = np.where(found.right_initial, LETTER, right.weights)
    all_mine, all_theirs = weights_mine.sum(axis=1), weights_theirs.sum(axis=1)
    covered = (weights_mine * sharp_mine).sum(axis=1)
    covering = (weights_theirs * sharp_theirs).sum(axis=1)
    out[part, 3] = covered / np.maximum(all_mine, 1e-6)
    out[part, 4] = covering / np.maximum(all_theirs, 1e-6)
    out[part, 5] = np.minimum(covered, covering) / 3
    out[part, 7] = (all_mine - covered) / 2
    out[part, 8] = (all_theirs - covering) / 2
    shorter = _count(left.words) <= _count(right.words)
    worst_mine = np.where(left.words >= 0, mine, 1).min(axis=1)
    worst_theirs = np.where(right.words >= 0, theirs, 1).min(axis=1)
    out[part, 6] = np.where(shorter, worst_mine, worst_theirs)
    exact = (weights_mine * found.exact).sum(axis=1)
    out[part, 9] = exact / np.maximum(np.minimum(all_mine, all_theirs), 1e-6)
    out[part, 10] = (weights_mine * (mine >= 0.85)).max(axis=1)
    out[part, 11] = ((mine >= 0.8) & ~found.left_initial).sum(axis=1) / 6
    out[part, 12] = found.left_initial.sum(axis=1) / 3
    out[part, 21] = (np.where(left.words >= 0, sounds.lengths[left.words], 0) * sharp_mine).sum(axis=1) / 24
    out[part, 13] = found.in_order
    out[part, 14] = _numbers_differ(left.words, mine, sounds) | _numbers_differ(right.words, theirs, sounds)
    out[part, 22] = np.minimum(all_mine - covered, all_theirs - covering) / 2
    lone_mine = ((left.words >= 0) & (mine < ALIGNED)).sum(axis=1)
    lone_theirs = ((right.words >= 0) & (theirs < ALIGNED)).sum(axis=1)
    out[part, 23] = np.minimum(lone_mine, lone_theirs) / 4
    out[part, 24] = _known_words_differ(left, right, found, sounds) * 2
    rows = np.arange(len(part))
    last, other_last = _count(left.words) - 1, _count(right.words) - 1
    first = np.maximum(mine[:, 0], theirs[:, 0]) * np.minimum(mine[:, 0] + theirs[:, 0], 1)
    final = (mine[rows, last] + theirs[rows, other_last]) / 2
    out[part, 17], out[part, 25] = (first, final) if organization else (final, first)


def _known_words_differ(left: Side, right: Side, found: Alignment, sounds: Sounds) -> NDArray[np.float32]:
    """Return how well known the lesser known of two words is that are near, not equal, and of no one sound or group; the most of each pair.

    A typing error rarely makes another name: Oleg and Olga, Donald and Daniel are two names each.
    """
    partner = np.maximum(found.left_to_right, 0).astype(np.int64)
    words = np.take_along_axis(right.words, partner, axis=1)
    weights = np.take_along_axis(right.weights, partner, axis=1)
    near = (found.left_to_right >= 0) & ~found.exact & ~found.left_initial & (left.words >= 0) & (words >= 0)
    near &= (found.left_likeness >= ALIGNED) & (sounds.hashes[left.words] != sounds.hashes[words])
    near &= (sounds.groups[left.words] == 0) | (sounds.groups[left.words] != sounds.groups[words])
    known = 1 - np.maximum(left.weights, weights)
    return np.asarray(np.where(near, known, np.float32(0)).max(axis=1))


def _sharp(likeness: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return how much of a word's rarity a likeness carries: all at 1, 0.8 at 0.9, a quarter at 0.75, none from 0.6 down."""
    return np.where(likeness < ALIGNED, np.float32(0), np.clip(1 - (1 - likeness) * 2.2, 0, 1)).astype(np.float32)


def _numbers_differ(words: NDArray[np.int32], likeness: NDArray[np.float32], sounds: Sounds) -> NDArray[np.bool_]:
    return np.asarray(((words >= 0) & sounds.numeric[words] & (likeness < 0.9)).any(axis=1))
