"""Two names word by word: which word of one is which of the other, and what that says, for many pairs at once.

In: pairs of names as word numbers. Out: features, each 0 to 255, in the order of `FEATURES`, and the words aligned.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from clew.naming.vocabulary import Sounds, joined_hashes
from clew.naming.words import KOREAN_STARTS

FEATURES = (
    "least covered",  # the smaller of the two shares below
    "letters sorted",
    "letters joined",
    "asked covered",  # share of the question's rarity that the listed name covers
    "listed covered",
    "matched rarity",
    "worst word",
    "asked unmatched",
    "listed unmatched",
    "exact share",
    "rarest matched",
    "words matched",
    "initials",
    "order kept",
    "numbers differ",
    "forms differ",
    "acronym",
    "key word",  # persons: last word; others: first
    "consonants",
    "organization",
    "scripts differ",
    "letters matched",
    "rarity replaced",  # of words without a partner, on the side that has less of it
    "words replaced",  # words without a partner on both sides, by count
    "known words differ",  # two words are near, yet both are known names of their own
    "other end",  # persons: first word; others: last
)
# 1: more is closer; -1: less is closer; 0: says nothing of closeness.
DIRECTIONS = (1, 1, 1, 1, 1, 1, 1, -1, -1, 1, 1, 1, -1, 1, -1, -1, 1, 1, 1, 0, 0, 1, -1, -1, -1, 1)
ALIGNED = 0.6  # likeness from which two words are taken for one
_INITIAL = 0.5
_GROUPED = 0.9
_ALIKE_BONES = 0.86
_SPELLED_OUT = {
    2: 0.75,
    3: 0.85,
    4: 0.92,
    5: 0.95,
}  # letters of an acronym to its likeness with the words it stands for
LONGEST_ACRONYM = max(_SPELLED_OUT)


@dataclass(frozen=True, slots=True)
class Side:
    """One side of many pairs."""

    words: NDArray[np.int32]  # (pairs, words), -1 beyond the end
    weights: NDArray[np.float32]  # rarity of each, 0 beyond the end


@dataclass(frozen=True, slots=True)
class Alignment:
    """What aligns with what; -1 where nothing does."""

    left_to_right: NDArray[np.int8]  # (pairs, words of the left)
    left_likeness: NDArray[np.float32]
    right_likeness: NDArray[np.float32]
    left_weights: NDArray[np.float32]  # as `Side.weights`, the partner's where a word is aligned
    exact: NDArray[np.bool_]  # (pairs, words of the left)
    left_initial: NDArray[np.bool_]  # (pairs, words of the left): aligned by the initial only
    right_initial: NDArray[np.bool_]
    in_order: NDArray[np.bool_]


def align(left: Side, right: Side, sounds: Sounds, *, organization: bool = False) -> Alignment:
    """Return the alignment of each pair, the likest words first; words run together on one side are found too.

    Of organizations also words of which one side has the first letters only: MLO is money laundering organization.
    """
    likeness, initial = _likeness(left.words, right.words, sounds)
    pairs, wide, other = likeness.shape
    to_right = np.full((pairs, wide), -1, np.int8)
    left_like = np.zeros((pairs, wide), np.float32)
    right_like = np.zeros((pairs, other), np.float32)
    exact = np.zeros((pairs, wide), np.bool_)
    weights = left.weights.copy()
    left_initial = np.zeros((pairs, wide), np.bool_)
    right_initial = np.zeros((pairs, other), np.bool_)
    rows = np.arange(pairs)
    rest = likeness.copy()
    for _ in range(min(wide, other)):
        flat = rest.reshape(pairs, -1).argmax(axis=1)
        i, j = flat // other, flat % other
        best = rest[rows, i, j]
        going = best >= _INITIAL
        if not going.any():
            break
        r, i, j, best = rows[going], i[going], j[going], best[going]
        to_right[r, i] = j
        left_like[r, i] = best
        right_like[r, j] = best
        exact[r, i] = left.words[r, i] == right.words[r, j]
        left_initial[r, i] = right_initial[r, j] = initial[r, i, j]
        weights[r, i] = np.where(best >= 0.75, right.weights[r, j], np.maximum(left.weights[r, i], right.weights[r, j]))
        rest[r, i, :] = -1
        rest[r, :, j] = -1
    in_order = _in_order(to_right)
    _join(left.words, right.words, sounds, left_like, right_like)
    if organization:
        _spell_out(left.words, right.words, sounds, left_like, right_like)
    return Alignment(to_right, left_like, right_like, weights, exact, left_initial, right_initial, in_order)


def _in_order(to_right: NDArray[np.int8]) -> NDArray[np.bool_]:
    reached = np.maximum.accumulate(to_right, axis=1)
    return np.asarray(((to_right < 0) | (to_right == reached)).all(axis=1))


def _likeness(
    left: NDArray[np.int32], right: NDArray[np.int32], sounds: Sounds
) -> tuple[NDArray[np.float32], NDArray[np.bool_]]:
    """Return the likeness of each word with each, 0 to 1, and where it is an initial and a word that begins so."""
    a, b = left[:, :, None], right[:, None, :]
    there = (a >= 0) & (b >= 0)
    like = np.where(there & (a == b), np.float32(1), np.float32(0))
    like[~there] = -1
    groups = sounds.groups[a]
    grouped = there & (groups > 0) & (groups == sounds.groups[b]) & (like < 1)
    like[grouped] = _GROUPED
    shared = np.bitwise_count(sounds.letters[a] & sounds.letters[b])
    both = np.bitwise_count(sounds.letters[a]) + np.bitwise_count(sounds.letters[b])
    single = (sounds.lengths[a] == 1) | (sounds.lengths[b] == 1)
    near = there & (like == 0) & ~single & (shared * 10 >= both * 3)
    where = np.nonzero(near)
    one, other = left[where[0], where[1]], right[where[0], where[2]]
    if len(one):
        like[where] = _word_likeness(one, other, sounds)
    initial = there & single & (like == 0) & (shared > 0)
    where = np.nonzero(initial)
    if len(where[0]):
        one, other = left[where[0], where[1]], right[where[0], where[2]]
        begins = np.fromiter(
            (x[0] == y[0] for x, y in zip(sounds.words[one], sounds.words[other], strict=True)), np.bool_, len(one)
        )
        initial[where] = begins
        like[where] = np.where(begins, np.float32(_INITIAL), np.float32(0))
    return like, initial


def _word_likeness(one: NDArray[np.int32], other: NDArray[np.int32], sounds: Sounds) -> NDArray[np.float32]:
    letters = _near(sounds.words[one], sounds.words[other])
    heard = _near(sounds.folds[one], sounds.folds[other])
    best = np.maximum(letters, heard * 0.97)
    left, right = sounds.skeletons[one], sounds.skeletons[other]
    bones = (left == right) & (sounds.lengths[one] > 2) & (sounds.lengths[other] > 2)
    best = np.where(bones, np.maximum(best, np.float32(_ALIKE_BONES)), best)
    # Two syllables of Korean names that are no spellings of one are two names, however near.
    syllables = np.minimum(sounds.groups[one], sounds.groups[other]) >= KOREAN_STARTS
    best[syllables] *= np.float32(0.7)
    numbers = sounds.numeric[one] | sounds.numeric[other]
    return np.where(numbers, np.float32(0), np.minimum(best, np.float32(0.98))).astype(np.float32)


def _near(one: NDArray[np.object_], other: NDArray[np.object_]) -> NDArray[np.float32]:
    """Return half by letters in common, half by edits: an ending in common (-ovich, -ullah) does not make two names near."""
    common = process.cpdist(one, other, scorer=fuzz.ratio, dtype=np.float32)
    edits = process.cpdist(one, other, scorer=OSA.normalized_similarity, dtype=np.float32)
    return np.asarray(common / 200 + edits / 2, np.float32)


def _join(
    left: NDArray[np.int32],
    right: NDArray[np.int32],
    sounds: Sounds,
    left_like: NDArray[np.float32],
    right_like: NDArray[np.float32],
) -> None:
    """Raise the likeness of words that are two neighbours of the other side run together."""
    for coarse, fine, coarse_like, fine_like in (
        (left, right, left_like, right_like),
        (right, left, right_like, left_like),
    ):
        if fine.shape[1] < 2:
            continue
        hashes = np.where(fine >= 0, sounds.hashes[fine], np.uint64(0))
        two = joined_hashes(hashes, sounds.powers[fine])
        two[fine[:, 1:] < 0] = 0
        whole = np.where(coarse >= 0, sounds.hashes[coarse], np.uint64(1))
        for pair, word, place in zip(*np.nonzero(whole[:, :, None] == two[:, None, :]), strict=True):
            if coarse_like[pair, word] < 0.95:
                coarse_like[pair, word] = 0.95
                fine_like[pair, place : place + 2] = np.maximum(fine_like[pair, place : place + 2], 0.95)


def _spell_out(
    left: NDArray[np.int32],
    right: NDArray[np.int32],
    sounds: Sounds,
    left_like: NDArray[np.float32],
    right_like: NDArray[np.float32],
) -> None:
    """Raise the likeness of a short word and of the words beside each other that begin with its letters, in order."""
    for short, long, short_like, long_like in (
        (left, right, left_like, right_like),
        (right, left, right_like, left_like),
    ):
        lengths = sounds.lengths[short]
        brief = (short >= 0) & (short_like < ALIGNED) & (lengths > 1) & (lengths <= LONGEST_ACRONYM)
        brief &= ~sounds.numeric[short]
        rest = (long >= 0) & (long_like < ALIGNED)
        for pair in np.flatnonzero(brief.any(axis=1) & (rest.sum(axis=1) > 1)).tolist():
            firsts = "".join(
                sounds.words[number][0] if free else " "
                for number, free in zip(long[pair].tolist(), rest[pair].tolist(), strict=True)
            )
            for word in np.flatnonzero(brief[pair]).tolist():
                text = sounds.words[short[pair, word]]
                place = firsts.find(text)
                if place >= 0:
                    like = _SPELLED_OUT[len(text)]
                    short_like[pair, word] = like
                    long_like[pair, place : place + len(text)] = like
                    firsts = firsts.replace(text, " " * len(text), 1)
