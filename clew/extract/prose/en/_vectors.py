"""Texts of words go in; a vector for each word comes out, as the model's own layers give it, up to rounding, at a third of their cost.

What a word brings by itself (its embedding, and its share in the first window over its neighbours) is worked out once and kept.
Products go through numpy's BLAS (140 GFLOP/s on one core where the library's own gives 75), and the pieces of a maxout lie one
after the other, so that their greatest is taken without a third axis.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from spacy.tokens import Doc

Floats = NDArray[np.float32]
_MOST = 8192  # words kept, 31 MB as they come; past it they are forgotten
_SEED = 20240305  # of the odd factors that make one key of a word's features
_BETWEEN = 4  # empty rows between texts, one for each window: no text sees its neighbour


class Vectors:
    """Stands for a `tok2vec` of hashed features, one mixing layer and windows of three words."""

    def __init__(self, model: Any) -> None:
        layers = list(model.walk())

        def named(name: str) -> list[Any]:
            return [layer for layer in layers if layer.name == name]

        self._columns = named("extract_features")[0].attrs["columns"]
        self._hashes = named("hashembed")
        mixing, *windows = [_Layer(*pair) for pair in zip(named("maxout"), named("layernorm"), strict=True)]
        self._mixing, self._first, self._windows = mixing, windows[0], windows[1:]
        self._width = mixing.width
        weights = self._first.weights.reshape(3, self._width, -1)
        self._before, self._self, self._after = (np.ascontiguousarray(part) for part in weights)
        self._factors = np.random.default_rng(_SEED).integers(2**62, size=len(self._columns), dtype=np.uint64) * 2 + 1
        self._forget(_MOST)

    def __call__(self, docs: Sequence["Doc"]) -> list[Floats]:
        """Return for each text an array of (words, width)."""
        sizes = [len(doc) for doc in docs]
        features = [doc.to_array(self._columns).reshape(len(doc), -1) for doc in docs]
        known = self._numbers(np.concatenate(features))
        starts, start = [], _BETWEEN
        numbers = np.zeros(sum(sizes) + _BETWEEN * (len(sizes) + 1), dtype=np.int64)
        for size in sizes:
            numbers[start : start + size], known = known[:size], known[size:]
            starts.append(start)
            start += size + _BETWEEN
        vectors = self._in_context(numbers)
        return [vectors[start : start + size] for start, size in zip(starts, sizes, strict=True)]

    def _in_context(self, numbers: NDArray[np.int64]) -> Floats:
        """Return the vectors of words, each given by its number, in the order they stand."""
        width = self._width
        summed = self._shares[1][numbers]
        summed[1:] += self._shares[0][numbers[:-1]]
        summed[:-1] += self._shares[2][numbers[1:]]
        vectors: Floats = self._own[numbers] + self._first.finish(summed)
        around = np.zeros((len(numbers), 3 * width), dtype=np.float32)
        for window in self._windows:
            around[1:, :width] = vectors[:-1]
            around[:, width : 2 * width] = vectors
            around[:-1, 2 * width :] = vectors[1:]
            vectors += window.finish(around @ window.weights)
        return vectors

    def _numbers(self, features: NDArray[Any]) -> NDArray[np.int64]:
        """Return the number of each word, those not met before worked out and kept."""
        keys, first, back = np.unique(features @ self._factors, return_index=True, return_inverse=True)
        asked = keys.tolist()
        if len(self._known) + len(asked) > len(self._own):
            self._forget(max(_MOST, len(asked) + 1))
        new = [place for place, key in enumerate(asked) if key not in self._known]
        if new:
            start = len(self._known)
            self._known.update((asked[place], start + number) for number, place in enumerate(new))
            rows = slice(start, start + len(new))
            self._own[rows] = own = self._embedded(features[first[new]])
            for share, weights in zip(self._shares, (self._before, self._self, self._after), strict=True):
                np.matmul(own, weights, out=share[rows])
        return np.array([self._known[key] for key in asked], dtype=np.int64)[back]

    def _embedded(self, features: NDArray[Any]) -> Floats:
        parts = []
        for column, layer in enumerate(self._hashes):
            rows = layer.get_param("E")
            ids = np.ascontiguousarray(features[:, column], dtype=np.uint64)
            parts.append(layer.ops.gather_add(rows, layer.ops.hash(ids, layer.attrs["seed"]) % rows.shape[0]))
        return self._mixing.finish(np.hstack(parts) @ self._mixing.weights)

    def _forget(self, most: int) -> None:
        """Keep no word but number 0, the nothing that stands before and after a text."""
        self._known = {-1: 0}
        self._own = np.zeros((most, self._width), dtype=np.float32)
        self._shares = [np.zeros((most, self._before.shape[1]), dtype=np.float32) for _ in range(3)]


class _Layer:
    """A maxout and the layer norm after it."""

    def __init__(self, maxout: Any, norm: Any) -> None:
        weights: Floats = maxout.get_param("W")
        self.width, self._pieces, size = weights.shape
        self.weights: Floats = np.ascontiguousarray(weights.transpose(2, 1, 0).reshape(size, -1))
        self._bias: Floats = np.ascontiguousarray(maxout.get_param("b").T.reshape(-1))
        self._scale: Floats = norm.get_param("G")
        self._shift: Floats = norm.get_param("b")

    def finish(self, products: Floats) -> Floats:
        """Return products with the weights, of (words, pieces x width), made into vectors of (words, width); they are used up."""
        products += self._bias
        best: Floats = products[:, : self.width].copy()
        for piece in range(1, self._pieces):
            np.maximum(best, products[:, piece * self.width : (piece + 1) * self.width], out=best)
        best -= best.mean(axis=1, keepdims=True)
        spread = np.einsum("ij,ij->i", best, best) / np.float32(self.width) + np.float32(1e-8)
        best *= (np.float32(1) / np.sqrt(spread))[:, None]
        best *= self._scale
        best += self._shift
        return best
