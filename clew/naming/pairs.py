"""Pairs of names scored without an index: for a pair that is given, not found."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from clew.naming.features import rows_of
from clew.naming.normalise import read_name
from clew.naming.scored import letters_sorted, rate
from clew.naming.vocabulary import Vocabulary, shares_of, sounds_of, weights_of


def score_pairs(pairs: Sequence[tuple[str, str, str]]) -> NDArray[np.float32]:
    """Return the score, 0 to 100, of each (name asked, name listed, kind); the best of their readings, as an index gives it."""
    out = np.zeros(len(pairs), np.float32)
    for kind in dict.fromkeys(kind for _, _, kind in pairs):
        places = [place for place, pair in enumerate(pairs) if pair[2] == kind]
        out[places] = _of_kind([pairs[place] for place in places], kind)
    return out


def _of_kind(pairs: Sequence[tuple[str, str, str]], kind: str) -> NDArray[np.float32]:
    vocabulary = Vocabulary()
    sides = [
        [(place, reading) for place, pair in enumerate(pairs) for reading in read_name(pair[side], kind)]
        for side in (0, 1)
    ]
    for found in sides:
        for _, reading in found:
            vocabulary.add(reading.words)
    sounds = sounds_of(vocabulary.words)
    asked, listed = (rows_of(found, vocabulary, sounds) for found in sides)
    # The rows of one pair stand together on either side: each of them meets each.
    starts, stops = (np.searchsorted(listed.owner, asked.owner, side=side) for side in ("left", "right"))
    lengths = stops - starts
    mine = np.repeat(np.arange(len(asked.owner)), lengths)
    theirs = (
        np.arange(int(lengths.sum())) - np.repeat(np.cumsum(lengths) - lengths, lengths) + np.repeat(starts, lengths)
    )
    both = (mine, theirs)
    weights = weights_of(shares_of(vocabulary.words, kind))
    letters = letters_sorted(asked, listed, both)
    _, scores = rate(asked, listed, both, letters=letters, sounds=sounds, weights=weights, kind=kind)
    best = np.zeros(len(pairs), np.float32)
    np.maximum.at(best, asked.owner[mine], scores)
    return best
