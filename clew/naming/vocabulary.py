"""The words of many names, each once, with all that comparing needs: sounds, letters, group, rarity.

In: readings. Out: for each word a number; arrays by that number. An index keeps one vocabulary; a batch of questions adds
its own words behind it for as long as it is asked.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from clew.naming import establishments, sounds, words

_PRIME = np.uint64(1_099_511_628_211)
_RAREST = 1e-5  # share of names; a word never seen weighs as if one name in 100,000 had it
_ROMAN = frozenset(
    {"ii", "iii", "iv", "vii", "viii", "ix", "xii", "xiii", "xiv", "xv", "xvi", "xvii", "xviii", "xix", "xx"}
)
_SYLLABLE = 2e-3  # share of names with a common syllable of Korean given names; an order of magnitude, by hand
_ESTABLISHMENT = 3e-3  # share of firms that are of a kind of establishment; likewise
_LETTER = 0.1  # share of names that a single letter stands for, at least
KINDS = ("person", "organization", "unknown")


class Numbers(Protocol):
    """Gives words their numbers."""

    def add(self, found: Iterable[str], /) -> list[int]:
        """Return the numbers of words, new ones added."""
        ...


@dataclass(slots=True)
class Vocabulary:
    """Words in the order met; arrays are made when first asked for and grow with the words."""

    words: list[str] = field(default_factory=list)
    number: dict[str, int] = field(default_factory=dict)

    def add(self, found: Iterable[str]) -> list[int]:
        """Return the numbers of words, new ones added."""
        number, known = self.number, self.words
        out = []
        for word in found:
            place = number.get(word)
            if place is None:
                place = number[word] = len(known)
                known.append(word)
            out.append(place)
        return out


@dataclass(frozen=True, slots=True)
class Sounds:
    """Arrays over words, by number."""

    words: NDArray[np.object_]
    folds: NDArray[np.object_]
    skeletons: NDArray[np.object_]
    groups: NDArray[np.int32]  # 0: none
    letters: NDArray[np.uint32]  # one bit for each letter of the fold
    hashes: NDArray[np.uint64]  # of the fold; the hash of two words run together follows from theirs
    powers: NDArray[np.uint64]
    lengths: NDArray[np.int32]  # letters
    numeric: NDArray[np.bool_]


def sounds_of(found: Sequence[str]) -> Sounds:
    """Return the arrays of words, in their order."""
    folds = [sounds.fold(word) for word in found]
    skeletons = [sounds.skeleton(word) for word in found]
    hashes, powers, letters = _hashes(folds)
    lengths = np.fromiter(map(len, found), np.int32, len(found))
    numeric = np.fromiter((word.isdecimal() or word in _ROMAN for word in found), np.bool_, len(found))
    groups = np.fromiter(map(words.group_of, found), np.int32, len(found))
    as_objects = [np.array(texts, dtype=object) for texts in (list(found), folds, skeletons)]
    return Sounds(as_objects[0], as_objects[1], as_objects[2], groups, letters, hashes, powers, lengths, numeric)


def _hashes(folds: Sequence[str]) -> tuple[NDArray[np.uint64], NDArray[np.uint64], NDArray[np.uint32]]:
    """Return for each fold its hash, the power that shifts what follows it, and its letters as bits."""
    lengths = np.fromiter(map(len, folds), np.int64, len(folds))
    size = int(lengths.max(initial=1))
    padded = np.zeros((len(folds), size), np.uint8)
    filled = np.arange(size) < lengths[:, None]
    padded[filled] = np.frombuffer("".join(folds).encode("latin-1", "replace"), np.uint8)
    hashes = np.zeros(len(folds), np.uint64)
    letters = np.zeros(len(folds), np.uint32)
    power = np.uint64(1)
    powers = np.ones(size + 1, np.uint64)
    with np.errstate(over="ignore"):
        for place in range(size):
            column = padded[:, place].astype(np.uint64)
            hashes += column * power
            power *= _PRIME
            powers[place + 1] = power
            bits = np.left_shift(np.uint32(1), (padded[:, place] & 31).astype(np.uint32))
            letters |= np.where(column > 0, bits, np.uint32(0))
    return hashes, powers[lengths], letters


def joined_hashes(hashes: NDArray[np.uint64], powers: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Return the hashes of each two neighbouring words run together; shape (names, words) gives (names, words - 1)."""
    with np.errstate(over="ignore"):
        return hashes[:, :-1] + powers[:, :-1] * hashes[:, 1:]


@cache
def background() -> dict[str, dict[str, float]]:
    """Return for persons and organizations the share of names that have a word, from public name statistics."""
    shares: dict[str, dict[str, float]] = {"person": {}, "organization": {}}
    kind = ""
    for line in (files("clew.naming") / "background.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            kind = line.strip("[]")
        elif line and not line.startswith("#"):
            share, _, found = line.partition(" ")
            shares[kind].update(dict.fromkeys(found.split(), float(share)))
    for syllable in words.korean_syllables():
        shares["person"][syllable] = max(_SYLLABLE, shares["person"].get(syllable, 0.0))
    for name in establishments.NAMES:
        shares["organization"][name] = max(_ESTABLISHMENT, shares["organization"].get(name, 0.0))
    return shares


def shares_of(found: Sequence[str], kind: str) -> NDArray[np.float64]:
    """Return the share of names of a kind that have each word, by the background alone.

    What else stands in an index does not count: a score would move when a list grows by strangers.

    Args:
        found: words.
        kind: person, organization or unknown; unknown takes the larger of the two.
    """
    tables = background()
    wanted = (tables["person"], tables["organization"]) if kind == "unknown" else (tables[kind],)
    known = (
        max(_LETTER if len(word) == 1 and word.isalpha() else _RAREST, *(table.get(word, _RAREST) for table in wanted))
        for word in found
    )
    return np.maximum(np.fromiter(known, np.float64, len(found)), _RAREST)


def weights_of(shares: NDArray[np.float64]) -> NDArray[np.float32]:
    """Return the weight of words by how rare they are: 1 for the rarest, near 0 for a word that all names have."""
    return np.asarray(np.log(np.minimum(shares, 0.9)) / np.log(_RAREST), np.float32)
