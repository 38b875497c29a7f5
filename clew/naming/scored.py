"""Pairs of rows scored: features, the trained score, and what bounds it; one way for an index and for pairs that are given.

In: rows of names asked and of names listed, and which are compared. Out: features and scores, 0 to 100.
"""

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz, process

from clew.naming.features import Rows, compare, kept_of_score, of_equal_words
from clew.naming.trees import model
from clew.naming.vocabulary import Sounds

EQUAL = np.float32(75)  # least score of names whose words are all equal
Pairs = tuple[NDArray[np.int64], NDArray[np.int64]]  # row numbers on either side


def letters_sorted(asked: Rows, listed: Rows, pairs: Pairs) -> NDArray[np.float32]:
    """Return the likeness of the sorted letters of each pair, 0 to 1."""
    mine, theirs = asked.sorted_letters[pairs[0]], listed.sorted_letters[pairs[1]]
    return np.asarray(process.cpdist(mine, theirs, scorer=fuzz.ratio, dtype=np.float32) / 100, np.float32)


def rate(
    asked: Rows,
    listed: Rows,
    pairs: Pairs,
    *,
    letters: NDArray[np.float32],
    sounds: Sounds,
    weights: NDArray[np.float32],
    kind: str,
) -> tuple[NDArray[np.uint8], NDArray[np.float32]]:
    """Return features, shape (pairs, features), and scores of pairs.

    Args:
        asked: rows of the question.
        listed: rows compared with it.
        pairs: row numbers on either side.
        letters: as `letters_sorted` gives them.
        sounds: of all words of both sides.
        weights: rarity of all words of both sides among names of this kind.
        kind: of the names listed.
    """
    organization = kind == "organization"
    features = compare(asked, listed, pairs, letters=letters, sounds=sounds, weights=weights, organization=organization)
    scores = model().score(features)
    scores = np.where(of_equal_words(features), np.maximum(scores, EQUAL), scores)
    return features, scores * kept_of_score(asked, listed, pairs, person=kind == "person")
