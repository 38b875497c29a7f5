"""Pieces of words as numbers, for many words at once: what the candidate search counts.

In: words and their sounds. Out: pairs (word, piece), each piece a column number below `COLUMNS`. Letters are 0 to 36:
the end of a word, a to z, 0 to 9; a piece of n letters is a number to base 37, so that no table of pieces is needed.
"""

from collections.abc import Sequence
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

BASE = 37
_THREE = BASE**3
_FOUR = BASE**4
_HASHED = 1 << 18
_STARTS = np.cumsum([0, _FOUR, _THREE, _THREE, _THREE, _HASHED, _HASHED])
LETTERS3, FOLD3, JOINED3, SKELETON, GROUP = (int(start) for start in _STARTS[1:6])
COLUMNS = int(_STARTS[-1])
# What a piece of each kind weighs beside its rarity; tried on aliases of the training half only.
_WEIGHTS = ((0, 1.0), (LETTERS3, 0.8), (FOLD3, 0.9), (JOINED3, 0.9), (SKELETON, 1.0), (GROUP, 0.7))

_CODE = np.zeros(256, np.int32)
_CODE[ord("a") : ord("z") + 1] = np.arange(1, 27)
_CODE[ord("0") : ord("9") + 1] = np.arange(27, 37)

Pairs = tuple[NDArray[np.int64], NDArray[np.int64]]


def column_weights() -> NDArray[np.float32]:
    """Return the weight of each column by the kind of its piece; shape (COLUMNS,)."""
    weights = np.empty(COLUMNS, np.float32)
    for number, (start, weight) in enumerate(_WEIGHTS):
        stop = _WEIGHTS[number + 1][0] if number + 1 < len(_WEIGHTS) else COLUMNS
        weights[start:stop] = weight
    return weights


def word_pieces(
    words: Sequence[str], folds: Sequence[str], skeletons: Sequence[str], groups: NDArray[np.int32]
) -> Pairs:
    """Return the pieces of each word: letters by four and three, its fold by three, its skeleton, its group."""
    four = ngrams(words, 4, 0)
    three = ngrams(words, 3, LETTERS3)
    fold3 = ngrams(folds, 3, FOLD3)
    long = [place for place, bones in enumerate(skeletons) if len(bones) > 1]
    hashes = [SKELETON + crc32(skeletons[place].encode()) % _HASHED for place in long]
    grouped = np.flatnonzero(groups)
    rows = np.concatenate([four[0], three[0], fold3[0], np.array(long, np.int64), grouped])
    columns = np.concatenate([four[1], three[1], fold3[1], np.array(hashes, np.int64), GROUP + groups[grouped]])
    return rows, columns.astype(np.int64)


def joined_pieces(skeletons: Sequence[str]) -> Pairs:
    """Return the pieces of each name's consonants run together: they bridge words joined, split or unvocalised."""
    return ngrams(skeletons, 3, JOINED3)


def acronym_column(acronym: str) -> int:
    """Return the column of a firm's initial letters."""
    return GROUP + 10_000 + crc32(acronym.encode()) % (_HASHED - 10_000)


def ngrams(texts: Sequence[str], size: int, start: int) -> Pairs:
    """Return (text, piece) for every run of `size` letters, the ends of a text counting as a letter before and after."""
    if not texts:
        return np.zeros(0, np.int64), np.zeros(0, np.int64)
    lengths = np.fromiter(map(len, texts), np.int64, len(texts))
    joined = "\n" + "\n".join(texts) + "\n"  # one separator is the end of one text and the start of the next
    codes = _CODE[np.frombuffer(joined.encode("latin-1", "replace"), np.uint8)]
    owner = np.repeat(np.arange(len(texts)), lengths + 1)  # the separator before a text belongs to it
    count = len(codes) - size + 1
    if count <= 0:
        return np.zeros(0, np.int64), np.zeros(0, np.int64)
    number = codes[:count].astype(np.int64)
    for step in range(1, size):
        number = number * BASE + codes[step : step + count]
    # A piece may not run over a text's end: the separator may stand first or last only.
    ends = codes == 0
    inside = ~ends[1 : 1 + count] if size > 2 else np.ones(count, bool)
    for step in range(2, size - 1):
        inside &= ~ends[step : step + count]
    places = np.flatnonzero(inside)
    return owner[np.minimum(places, len(owner) - 1)], number[places] + start
