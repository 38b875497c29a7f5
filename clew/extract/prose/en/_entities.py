"""Parsed texts and the vectors of their words go in; the names the model sees in them come out.

The model goes through a text word by word and says of each whether a name begins, goes on, ends, or is this one word. Outside of
a name its answer hangs on the word alone, so all words are rated at once; only inside a name it hangs on where the name began. The
rules of what may follow what are the library's (`ner.pyx`), for texts in which nothing was named before.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from clew.extract.prose.en._steps import Floats, Ids, Scores

if TYPE_CHECKING:
    from spacy.tokens import Doc

_CURRENT, _BEGUN, _BEFORE = range(
    3
)  # features of a state: the word, the first word of the name it may be in, the word before
_Named = tuple[int, int, str]  # first word, the word after the last, kind


class Entities:
    """Stands for the greedy search of a component that names."""

    def __init__(self, pipe: Any) -> None:
        self._scores = Scores(pipe.model)
        moves = [pipe.moves.get_class_name(move).partition("-") for move in range(pipe.moves.n_moves)]
        self._kinds = [kind for _, _, kind in moves]
        self._beginning = np.array([move == "B" and kind != "" for move, _, kind in moves])
        self._outside = next(place for place, (move, _, _) in enumerate(moves) if move == "O")
        alone = np.array([move == "U" and kind != "" for move, _, kind in moves])
        self._never = ~(self._beginning | alone)
        self._never[self._outside] = False
        self._inside = {(move, kind): place for place, (move, _, kind) in enumerate(moves) if move in {"I", "L"}}

    def __call__(self, docs: Sequence["Doc"], vectors: Sequence[Floats]) -> list[list[_Named]]:
        """Return the names in each text, in their order."""
        asked: Ids = np.concatenate([doc.to_array(["SENT_START", "IS_SPACE"]).reshape(-1, 2) for doc in docs])
        last = asked[:, 0] == 1  # a name ends with its sentence
        last[:-1], last[-1:] = last[1:], True
        last[np.cumsum([len(doc) for doc in docs]) - 1] = True
        shares = self._scores.shares(np.concatenate(vectors))
        best = self._outside_of_names(shares, last, asked[:, 1] == 1)
        found, start = [], 0
        for doc in docs:
            stop = start + len(doc)
            found.append(
                [
                    (first - start, after - start, kind)
                    for first, after, kind in self._names(best, shares, last, start, stop)
                ]
            )
            start = stop
        return found

    def _outside_of_names(self, shares: Floats, last: Ids, blank: Ids) -> list[int]:
        """Return the best move at each word, were no name open before it."""
        scores = self._scores.of(shares[1:, _CURRENT] + shares[0, _BEGUN] + shares[0, _BEFORE])
        scores[:, self._never] = -np.inf
        scores[np.ix_(last, self._beginning)] = -np.inf
        scores[blank, : self._outside] = scores[blank, self._outside + 1 :] = -np.inf
        best: list[int] = scores.argmax(axis=1).tolist()
        return best

    def _names(self, best: list[int], shares: Floats, last: Ids, start: int, stop: int) -> Iterator[_Named]:
        place = start
        while place < stop:
            move, first = best[place], place
            place += 1
            if move == self._outside:
                continue
            if self._beginning[move]:
                while not self._ends(shares, self._kinds[move], first, place, is_last=last[place]):
                    place += 1
                place += 1
            yield first, place, self._kinds[move]

    def _ends(self, shares: Floats, kind: str, first: int, place: int, *, is_last: bool) -> bool:
        """Say whether a name that began at a word ends at another, which stands inside it."""
        if is_last:
            return True
        summed = shares[place + 1, _CURRENT] + shares[first + 1, _BEGUN] + shares[place, _BEFORE]
        scores = self._scores.of(summed[np.newaxis])[0]
        going, ending = self._inside["I", kind], self._inside["L", kind]
        return bool(scores[ending] > scores[going] if going < ending else scores[ending] >= scores[going])
