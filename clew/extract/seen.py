"""Claims and the words of pages read from pictures go in; the claims come out no surer than the words they stand on.

An engine gives each line it read a confidence. A claim's `reading` is at most the lowest under its quotes: one line misread
is enough to misread the claim.
"""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from clew.model.claim import Claim


class SeenWord(NamedTuple):
    """A word that an engine read from a picture."""

    stop: int  # code points of the page text, excluded; words of a page are sorted by it
    start: int
    confidence: float  # of its line, 0 to 1


Seen = Mapping[int, Sequence[SeenWord]]  # page, 1-based: its words; pages with a text of their own are absent


def as_sure_as_read(claims: Iterable[Claim], seen: Seen) -> tuple[Claim, ...]:
    """Return the claims, each with `reading` lowered to the lowest confidence under its quotes."""
    if not seen:
        return tuple(claims)
    return tuple(_lowered(claim, seen) for claim in claims)


def _lowered(claim: Claim, seen: Seen) -> Claim:
    lowest = min((_lowest(seen.get(span.page, ()), span.start, span.stop) for span in claim.spans), default=1.0)
    return replace(claim, reading=min(claim.reading, lowest)) if lowest < claim.reading else claim


def _lowest(words: Sequence[SeenWord], start: int, stop: int) -> float:
    """Return the lowest confidence among the words that a run of characters touches; 1 where it touches none."""
    lowest = 1.0
    for nth in range(bisect_left(words, start + 1, key=lambda word: word.stop), len(words)):
        if words[nth].start >= stop:
            break
        lowest = min(lowest, words[nth].confidence)
    return lowest
