"""The trained score: boosted trees over features of a pair of names, evaluated many pairs at once without a loop over trees.

In: features, each a number from 0 to 255. Out: the likelihood scale of the model, 0 to 100. Every tree was grown under
monotone constraints, so that a pair closer in every feature never scores lower. Method: Lucchese et al., "QuickScorer",
SIGIR 2015: each feature rules out leaves of all trees; the first leaf left is where the pair ends.
"""

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

_CHUNK = 512  # pairs at once: 512 x 150 trees x 2 bytes stay in the cache
_FIRST_BIT = np.array([(number & -number).bit_length() - 1 if number else 0 for number in range(1 << 16)], np.uint8)


@dataclass(frozen=True, slots=True)
class Trees:
    """A model ready to be asked."""

    tables: NDArray[np.uint16]  # (features, 256, trees): the leaves that a value of a feature leaves open
    used: tuple[bool, ...]  # whether any tree asks for a feature
    leaves: NDArray[np.float32]  # (trees * 16,)
    features: tuple[str, ...]  # names, in order
    alert: dict[str, float]  # share of innocent names that alert, as text, to the score from which
    trained_on: str

    def score(self, features: NDArray[np.uint8]) -> NDArray[np.float32]:
        """Return the score of each pair, 0 to 100; `features` has shape (pairs, features)."""
        out = np.empty(len(features), np.float32)
        trees = self.tables.shape[2]
        offsets = np.arange(trees, dtype=np.int32) * 16
        for start in range(0, len(features), _CHUNK):
            part = features[start : start + _CHUNK]
            open_ = self.tables[0].take(part[:, 0], axis=0)
            for number in range(1, part.shape[1]):
                if self.used[number]:
                    open_ &= self.tables[number].take(part[:, number], axis=0)
            # Leaves hold whole numbers: sums come out the same in any order, on any machine.
            raw = self.leaves.take(_FIRST_BIT.take(open_) + offsets).sum(axis=1)
            out[start : start + _CHUNK] = 100.0 / (1.0 + np.exp(-raw / 4096.0))
        return out


@cache
def model() -> Trees:
    """Return the model that Clew ships."""
    return read_trees(json.loads((files("clew.naming") / "model.json").read_text(encoding="utf-8")))


def read_trees(saved: dict[str, object]) -> Trees:
    """Return a model from its saved form: splits as [feature, limit, tree, mask], leaves as whole 4096ths."""
    splits = np.array(saved["splits"], np.int64).reshape(-1, 4)
    leaves = np.array(saved["leaves"], np.float32)
    names = tuple(str(name) for name in saved["features"])  # type: ignore[attr-defined]
    tables = np.full((len(names), 256, len(leaves)), 0xFFFF, np.uint16)
    for feature, limit, tree, mask in splits.tolist():
        tables[feature, limit + 1 :, tree] &= np.uint16(mask)
    alert = {str(share): float(score) for share, score in dict(saved["alert"]).items()}  # type: ignore[call-overload]
    used = tuple(bool((table != 0xFFFF).any()) for table in tables)
    return Trees(tables, used, leaves.reshape(-1), names, alert, str(saved["trained_on"]))
