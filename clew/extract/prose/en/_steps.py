"""Texts and the vectors of their words go in; the states in which the model's parser ends come out.

The library's own states and moves are led one step at a time from Python. In the library's own loop, each step gives up Python's lock
and takes it back some hundred times, which costs more than the step. What feeds a step (the library calls it the lower and the
upper layer) is the same sums, worked out by numpy.
"""

from collections.abc import Sequence
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray
from spacy.ml.parser_model import ParserStepModel  # type: ignore[import-not-found]  # a compiled file without a stub

if TYPE_CHECKING:
    from spacy.tokens import Doc

Floats = NDArray[np.float32]
Ids = NDArray[np.int64]


class Scores:
    """How a parser without classes it never saw rates its moves."""

    def __init__(self, model: Any) -> None:
        linear, lower, upper = (model.get_ref(name) for name in ("tok2vec", "lower", "upper"))
        linear = linear.layers[-1]
        self._linear: tuple[Floats, Floats] = np.ascontiguousarray(linear.get_param("W").T), linear.get_param("b")
        weights = lower.get_param("W")  # features, width, pieces, words' width
        self.features, self._width, self._pieces, inner = weights.shape
        self._lower: Floats = np.ascontiguousarray(weights.transpose(3, 0, 2, 1).reshape(inner, -1))
        self._padding: Floats = lower.get_param("pad")[0].transpose(0, 2, 1).reshape(-1)
        self._bias: Floats = lower.get_param("b").T.reshape(-1)
        self._upper: tuple[Floats, Floats] = np.ascontiguousarray(upper.get_param("W").T), upper.get_param("b")

    def shares(self, vectors: Floats) -> Floats:
        """Return what each word brings to a step as each of its features: (1 + words, features, size); the first is no word's."""
        weights, bias = self._linear
        shares = np.empty((len(vectors) + 1, self._lower.shape[1]), dtype=np.float32)
        shares[0] = self._padding
        np.matmul(vectors @ weights + bias, self._lower, out=shares[1:])
        return shares.reshape(len(shares), self.features, -1)

    def of(self, summed: Floats) -> Floats:
        """Return the score of each move, of the sum of the shares of a state's features; the sum is used up."""
        summed += self._bias
        best = summed[:, : self._width]
        for piece in range(1, self._pieces):
            best = np.maximum(best, summed[:, piece * self._width : (piece + 1) * self._width])
        weights, bias = self._upper
        scores: Floats = best @ weights
        scores += bias
        return scores


class Steps:
    """Stands for the greedy search of a parser."""

    def __init__(self, pipe: Any) -> None:
        self._pipe = pipe
        self._scores = Scores(pipe.model)
        self._asking = SimpleNamespace(state2vec=SimpleNamespace(nF=self._scores.features))  # stands for a step's model

    def __call__(self, docs: Sequence["Doc"], vectors: Sequence[Floats]) -> list[Any]:
        """Return the end state of each text, to be set with the pipe's `set_annotations`."""
        states: list[Any] = self._pipe.moves.init_batch(docs)
        shares = self._scores.shares(np.concatenate(vectors))
        shares = shares.reshape(-1, shares.shape[2])
        first = (
            np.arange(self._scores.features) + self._scores.features
        )  # where the shares of word 0 begin; -1 is no word
        going = [state for state in states if not state.is_final()]
        while going:
            ids: Ids = ParserStepModel.get_token_ids(self._asking, going)
            rows = ids * self._scores.features + first
            going = self._pipe.transition_states(going, self._scores.of(shares[rows].sum(axis=1)))
        return states
