"""Pairs of names scored without an index: for a pair that is given, not found."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from clew.naming.index import NameIndex, score_rows


def score_pairs(pairs: Sequence[tuple[str, str, str]]) -> NDArray[np.float32]:
    """Return the score, 0 to 100, of each (name, name, kind)."""
    index = NameIndex.build([(right, kind) for _, right, kind in pairs])
    return score_rows(index, [(left, kind) for left, _, kind in pairs])
