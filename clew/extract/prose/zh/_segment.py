"""A Chinese sentence goes in; its words come out where they stand, each with what kind of word it is.

The likeliest way to cut by the frequencies of single words (Viterbi over a unigram model), with the dictionary that the
`cutword` wheel carries as data (181,000 words with frequencies and the part of speech each most often is; Apache-2.0).
The words our own rules know stand beside it and come first.
"""

import math
import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from clew.extract.prose.zh import _lexicon as lexicon
from clew.extract.prose.zh._model import carried

_LONGEST = 8  # characters of a word
_KINDS = {
    "NN": "n", "JJ": "n", "FW": "n", "NOI": "n", "ON": "n", "NR": "r", "NT": "t", "P": "p", "BA": "p", "SB": "p", "LB": "p",
    "VV": "v", "VA": "v", "VC": "v", "VE": "v", "AD": "d", "CS": "d", "MSP": "d", "SP": "d", "IJ": "d", "AS": "a", "DER": "a",
    "CD": "m", "OD": "m", "M": "q", "PN": "o", "DT": "o", "DEG": "u", "DEC": "u", "DEV": "u", "CC": "c", "LC": "f", "ETC": "n",
    "PU": "w",
}  # fmt: skip
_OWN_WEIGHT = 3000  # occurrences: as many as a frequent word of two characters has
_RUN = re.compile(
    r"(?P<t>(?:(?:19|20)?\d\d|[二两][〇零一二三四五六七八九]{3})年(?:\d{1,2}|[一二三四五六七八九十]{1,3})?(?:月)?(?:\d{1,2}[日号]?)?(?:[初中底末]|上半年|下半年)?|"
    r"(?:今年|去年|前年|明年|本年)?(?:\d{1,2}|[一二三四五六七八九十]{1,2})月(?:份|\d{1,2}[日号]|[初中底末]|[上中下]旬)?|\d{1,2}[日号](?![a-zA-Z\d楼库厂线船车机井])|[二三]?十?[一二三四五六七八九十]日(?![本常期用内程报]))|"
    r"(?P<h>[\u3400-\u9fff])|(?P<m>\d[\d,.]*(?:[%％]|[万亿千百]+)?)|(?P<n>[A-Za-z][A-Za-z0-9.&'’-]*(?: [A-Z][A-Za-z0-9.&'’-]*)*)|(?P<b>\s+)|(?P<w>.)",
    re.DOTALL,
)


_HAN = re.compile(r"[\u3400-\u9fff]")


class Word(NamedTuple):
    """A word where it stands in the sentence."""

    start: int  # characters of the sentence
    stop: int
    text: str
    kind: str  # n noun, r name, v verb, p preposition, d adverb, t time, m number, q measure, o pronoun, u 的, c and, f place word, a aspect, w mark, s title in marks, S speech, x unknown

    @property
    def is_nominal(self) -> bool:
        """Say whether the word can be part of a name or a description of somebody."""
        return self.kind in "nromqsx"


def words_of(text: str, fixed: Sequence[tuple[int, int, str]] = ()) -> list[Word]:
    """Return the words of a sentence in simplified characters; what is fixed (start, stop, kind) is one word, as given."""
    found: list[Word] = []
    at = 0
    for start, stop, kind in sorted(fixed):
        if start < at:
            continue
        found += _between(text, at, start)
        found.append(Word(start, stop, text[start:stop], kind))
        at = stop
    return [*found, *_between(text, at, len(text))]


def _between(text: str, start: int, stop: int) -> Iterator[Word]:
    begun = start
    for run in _RUN.finditer(text, start, stop):
        if run.lastgroup == "h" or (
            run[0] == "\n" and _HAN.match(text, run.start() - 1) and _HAN.match(text, run.end())
        ):
            continue  # a column may break a word
        yield from _cut(text, begun, run.start())
        if run.lastgroup != "b":
            yield Word(run.start(), run.end(), run[0], str(run.lastgroup))
        begun = run.end()
    yield from _cut(text, begun, stop)


def _cut(text: str, start: int, stop: int) -> list[Word]:
    places = [at for at in range(start, stop) if text[at] != "\n"]
    run = "".join(text[at] for at in places)
    return [Word(places[left], places[right - 1] + 1, run[left:right], kind) for left, right, kind in _likeliest(run)]


@lru_cache(maxsize=4096)
def _likeliest(run: str) -> tuple[tuple[int, int, str], ...]:
    """Return start, stop and kind of each word of a run of characters."""
    dictionary, unknown = _dictionary()
    best = [0.0] + [-math.inf] * len(run)
    back = [(0, "x")] * (len(run) + 1)
    for stop in range(1, len(run) + 1):
        for start in range(max(0, stop - _LONGEST), stop):
            word = run[start:stop]
            entry = dictionary.get(word)
            if entry is None and stop - start > 1:
                continue
            weight, kind = entry if entry is not None else (unknown, "x")
            if best[start] + weight > best[stop]:
                best[stop], back[stop] = best[start] + weight, (start, kind)
    cut: list[tuple[int, int, str]] = []
    stop = len(run)
    while stop:
        start, kind = back[stop]
        cut.append((start, stop, kind))
        stop = start
    return tuple(reversed(cut))


@cache
def _dictionary() -> tuple[dict[str, tuple[float, str]], float]:
    """Return of each word the logarithm of its share and its kind, and the logarithm for a sign that is in none."""
    counted: dict[str, tuple[int, str]] = {}
    with (carried() / "dict.txt").open(encoding="utf-8") as file:
        for line in file:
            parts = line.split()
            if len(parts) == 3:
                counted[parts[0]] = (int(parts[1]) or 1, _KINDS.get(parts[2], "n"))
    for word, kind in lexicon.KINDS.items():
        weight = max(counted.get(word, (0, ""))[0], _OWN_WEIGHT if len(word) > 1 else 1)
        counted[word] = (weight, kind)
    total = math.log(sum(count for count, _ in counted.values()))
    return {word: (math.log(count) - total, kind) for word, (count, kind) in counted.items()}, -total
