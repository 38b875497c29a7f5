"""An index of names: built from any iterable, kept on disk, opened in well under a second, asked many names at a time.

In: names and their kinds. Out: for each name asked, the positions of the likest names with scores and features. Candidates
come from one sparse product of rarity-weighted pieces of words; sorted letters keep the best ten; words are then aligned.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import sparse  # type: ignore[import-untyped]

from clew.naming import candidates, grams
from clew.naming.features import Rows, rows_of
from clew.naming.normalise import Reading, read_name
from clew.naming.scored import letters_sorted, rate
from clew.naming.vocabulary import Sounds, Vocabulary, shares_of, sounds_of, weights_of

KEPT = 10  # candidates of each row asked whose words are aligned
_CHUNK = 50_000  # names whose pieces are gathered at once
_BATCH = 1000  # names asked at once
_HOPELESS = 0.55  # pieces and letters in common, each 0 to 1: below, words are not aligned; 1 in 70 aliases is lost
_LETTERS = 0.3  # of which the letters count in choosing: at 1, long names of one entry fall behind short ones of others
_ROOM = 40_000  # words a batch may bring that the index lacks
_COMPATIBLE = {
    "person": ("person", "unknown"),
    "organization": ("organization", "unknown"),
    "unknown": ("person", "organization", "unknown"),
}


@dataclass(frozen=True, slots=True)
class Part:
    """The names of one kind."""

    kind: str
    position: NDArray[np.int32]  # of each row: which of the names given
    rows: Rows
    pieces: candidates.Pieces
    weights: NDArray[np.float32]  # of each word


@dataclass(frozen=True, slots=True)
class Found:
    """Pairs found, as arrays of one length, ordered by the name asked and then by score, highest first."""

    asked: NDArray[np.int64]  # position among the names asked
    position: NDArray[np.int64]  # position in the index
    score: NDArray[np.float32]  # 0 to 100
    features: NDArray[np.uint8]  # (pairs, features)


class NameIndex:
    """Names to be found."""

    def __init__(self, vocabulary: Vocabulary, sounds: Sounds, parts: Sequence[Part], size: int) -> None:
        self.vocabulary, self.size = vocabulary, size
        self.sounds = Sounds(*(_with_room(getattr(sounds, name)) for name in Sounds.__slots__))
        self.parts = tuple(replace(part, weights=_with_room(part.weights)) for part in parts)

    @classmethod
    def build(cls, names: Iterable[tuple[str, str]]) -> "NameIndex":
        """Return an index of (name, kind); a name is known by its position in what was given."""
        given: dict[str, list[tuple[int, Reading]]] = {}
        vocabulary = Vocabulary()
        size = 0
        for position, (text, kind) in enumerate(names):
            size += 1
            for reading in read_name(text, kind):
                given.setdefault(kind, []).append((position, reading))
                vocabulary.add(reading.words)
        sounds = sounds_of(vocabulary.words)
        of_words = _word_matrix(sounds)
        parts = [_part(kind, given.pop(kind), vocabulary, sounds, of_words) for kind in sorted(given)]
        return cls(vocabulary, sounds, parts, size)

    def search(self, names: Sequence[tuple[str, str]], *, kept: int = KEPT) -> Found:
        """Return the pairs of the names asked and the likest names of compatible kinds.

        Args:
            names: (name, kind).
            kept: how many rows of the index each reading of a name is compared with word by word.
        """
        found = [self._search(names[start : start + _BATCH], start, kept) for start in range(0, len(names), _BATCH)]
        return _together(found)

    def _search(self, names: Sequence[tuple[str, str]], start: int, kept: int) -> Found:
        asking = _Asking(self.vocabulary, self.sounds, names)
        found = []
        for part in self.parts:
            chosen = [
                n for n, (_, kind) in enumerate(names) if part.kind in _COMPATIBLE.get(kind, _COMPATIBLE["unknown"])
            ]
            if chosen and len(part.position):
                found.append(asking.of(part, chosen, kept))
        return _best(found, start)


class _Asking:
    """One batch of names against the parts of an index."""

    def __init__(self, vocabulary: Vocabulary, sounds: Sounds, names: Sequence[tuple[str, str]]) -> None:
        self.readings = [read_name(text, kind) for text, kind in names]
        known = vocabulary.number
        fresh = Vocabulary()
        size = len(vocabulary.words)
        numbers = _Overlay(known, fresh, size)
        self.flat = [(n, reading) for n, found in enumerate(self.readings) for reading in found]
        used = numbers.add([word for _, reading in self.flat for word in reading.words])
        self.fresh = fresh.words
        # New words stand in the room behind the index's own, until the next batch: copying all words costs more than asking.
        self.behind = slice(size, size + len(fresh.words))
        for name, values in zip(Sounds.__slots__, _values(sounds_of(fresh.words)), strict=True):
            getattr(sounds, name)[self.behind] = values
        self.sounds = sounds
        self.used = np.unique(np.array(used, np.int64))
        word, piece = _word_pieces(_taken(self.sounds, self.used))
        order = np.argsort(word, kind="stable")
        self.pieces = piece[order]  # of the words used, one after the other
        self.starts = np.searchsorted(word[order], np.arange(len(self.used) + 1))
        self.rows = rows_of(self.flat, numbers, self.sounds)

    def of(self, part: Part, chosen: Sequence[int], kept: int) -> Found:
        wanted = np.zeros(len(self.readings), bool)
        wanted[chosen] = True
        rows = np.flatnonzero(wanted[self.rows.owner])
        part.weights[self.behind] = weights_of(shares_of(self.fresh, part.kind))
        number, right, cosine = candidates.nearest(part.pieces, *self._pieces(rows), len(rows))
        left = rows[number]
        if not len(left):
            return _best((), 0)
        letters = letters_sorted(self.rows, part.rows, (left, right))
        likely = cosine + letters >= _HOPELESS
        short = self.rows.acronyms[left]
        likely |= (short == part.rows.acronyms[right]) & (short != "")
        left, right, cosine, letters = left[likely], right[likely], cosine[likely], letters[likely]
        keep = candidates.first(left, cosine + _LETTERS * letters, kept)
        left, right, cosine, letters = left[keep], right[keep], cosine[keep], letters[keep]
        features, scores = rate(
            self.rows,
            part.rows,
            (left, right),
            letters=letters,
            sounds=self.sounds,
            weights=part.weights,
            kind=part.kind,
        )
        return Found(self.rows.owner[left].astype(np.int64), part.position[right].astype(np.int64), scores, features)

    def _pieces(self, rows: NDArray[np.int64]) -> candidates.Pairs:
        words = self.rows.words[rows]
        number, which = np.nonzero(words >= 0)
        asked = np.searchsorted(self.used, words[number, which])
        starts, lengths = self.starts[asked], self.starts[asked + 1] - self.starts[asked]
        before = np.cumsum(lengths) - lengths
        places = np.arange(int(lengths.sum())) + np.repeat(starts - before, lengths)
        row, piece = np.repeat(number, lengths), self.pieces[places]
        joined = grams.joined_pieces(list(self.rows.bones[rows]))
        initials = _acronyms(self.rows.acronyms[rows])
        row = np.concatenate([row, joined[0], initials[0]])
        return row, np.concatenate([piece, joined[1], initials[1]])


class _Overlay:
    """Numbers for words: the index's own, then new ones behind them."""

    def __init__(self, known: dict[str, int], fresh: Vocabulary, size: int) -> None:
        self.known, self.fresh, self.size = known, fresh, size

    def add(self, found: Iterable[str]) -> list[int]:
        known, size, fresh = self.known, self.size, self.fresh
        out = []
        for word in found:
            number = known.get(word)
            out.append(fresh.add((word,))[0] + size if number is None else number)
        return out


def _with_room(values: NDArray[Any]) -> NDArray[Any]:
    return np.concatenate([values, np.zeros(_ROOM, values.dtype)])


def _values(sounds: Sounds) -> list[NDArray[Any]]:
    return [getattr(sounds, name) for name in Sounds.__slots__]


def _taken(sounds: Sounds, numbers: NDArray[np.int64]) -> Sounds:
    return Sounds(*(getattr(sounds, name)[numbers] for name in Sounds.__slots__))


def _word_pieces(sounds: Sounds) -> candidates.Pairs:
    return grams.word_pieces(list(sounds.words), list(sounds.folds), list(sounds.skeletons), sounds.groups)


def _word_matrix(sounds: Sounds) -> sparse.csr_matrix:
    """Return the pieces of each word, shape (words, columns of grams)."""
    row, piece = _word_pieces(sounds)
    return sparse.csr_matrix((np.ones(len(row), np.float32), (row, piece)), (len(sounds.words), grams.COLUMNS))


def _acronyms(texts: NDArray[np.object_]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    rows = [row for row, text in enumerate(texts) if text]
    return np.array(rows, np.int64), np.array([grams.acronym_column(texts[row]) for row in rows], np.int64)


def _part(
    kind: str, found: list[tuple[int, Reading]], vocabulary: Vocabulary, sounds: Sounds, of_words: sparse.csr_matrix
) -> Part:
    rows = rows_of(found, vocabulary, sounds)
    found.clear()  # readings as objects take more room than all else
    starts = range(0, len(rows.words), _CHUNK)
    pieces = candidates.gather((_pieces_of(rows, start, of_words) for start in starts), len(rows.words), _CHUNK)
    return Part(kind, rows.owner, rows, pieces, weights_of(shares_of(vocabulary.words, kind)))


def _pieces_of(rows: Rows, start: int, of_words: sparse.csr_matrix) -> candidates.Pairs:
    """Return the pieces of `_CHUNK` rows from `start` on, numbered from 0."""
    part = slice(start, start + _CHUNK)
    number, which = np.nonzero(rows.words[part] >= 0)
    words = rows.words[part][number, which]
    shape = (len(rows.words[part]), of_words.shape[0])
    by_word = (sparse.csr_matrix((np.ones(len(number), np.float32), (number, words)), shape) @ of_words).tocoo()
    joined = grams.joined_pieces(list(rows.bones[part]))
    initials = _acronyms(rows.acronyms[part])
    row = np.concatenate([by_word.row, joined[0], initials[0]])
    return row, np.concatenate([by_word.col, joined[1], initials[1]])


def _best(found: Sequence[Found], start: int) -> Found:
    """Return each pair of names once, by its best readings, ordered."""
    if not found:
        return Found(np.zeros(0, np.int64), np.zeros(0, np.int64), np.zeros(0, np.float32), np.zeros((0, 0), np.uint8))
    whole = _together(found)
    order = np.lexsort((whole.position, -whole.score, whole.asked))
    asked, position = whole.asked[order], whole.position[order]
    _, first = np.unique(asked * np.int64(1 << 32) + position, return_index=True)
    keep = order[np.sort(first)]
    return Found(whole.asked[keep] + start, whole.position[keep], whole.score[keep], whole.features[keep])


def _together(found: Sequence[Found]) -> Found:
    found = [part for part in found if len(part.asked)] or list(found[:1])
    if not found:
        return _best((), 0)
    return Found(*(np.concatenate([getattr(part, name) for part in found]) for name in Found.__slots__))
