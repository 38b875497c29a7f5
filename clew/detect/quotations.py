"""Words in quotation marks against the words they claim to be: exact, elided, altered or not found.

Exact: they stand in the original in one piece. Elided: an ellipsis says where words were left out, and every piece stands
in the original, in order. Altered: alike, but changed or with a clause left out unsaid. Not found: nothing like it.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from clew.detect.items import words_of

EXACT, ELIDED, ALTERED, NOT_FOUND = "exact", "elided", "altered", "not found"
SAME = 0.98  # likeness from which a quotation counts as the words themselves: a comma, a plural
ALIKE = 0.55  # likeness from which it is taken for a changed form: five changed pairs had 0.57 to 0.65, 25 unrelated 0.53 at most
_TURNING = frozenset(
    [
        "not",
        "no",
        "never",
        "none",
        "without",
        "t",
        "cannot",
        "не",
        "ни",
        "нет",
        "никогда",
        "без",
        "不",
        "没",
        "未",
        "无",
        "非",
        "否",
    ]
)
_GAP = re.compile(r"\s*(?:\[\s*)?(?:…|\.\s?\.\s?\.)(?:\s*\])?\s*")


@dataclass(frozen=True, slots=True)
class Fidelity:
    """How a quotation stands to the nearest original."""

    verdict: str
    original: str  # as written; empty where nothing like it was found
    likeness: float  # 0 to 1


def compare(quotation: str, originals: Iterable[str]) -> Fidelity:
    """Return how a quotation stands to the nearest of some originals, folded to words for comparison.

    A likeness is one less the edit distance over the longer length; below 0.98, or with a clause left out unsaid, a quotation is altered.
    """
    best = Fidelity(NOT_FOUND, "", 0.0)
    for original in originals:
        found = _against(quotation, original)
        if (_rank(found), found.likeness, found.original) > (_rank(best), best.likeness, best.original):
            best = found
    return best


def _rank(found: Fidelity) -> int:
    return (NOT_FOUND, ALTERED, ELIDED, EXACT).index(found.verdict)


def _against(quotation: str, original: str) -> Fidelity:
    said, meant = " ".join(words_of(quotation)), " ".join(words_of(original))
    likeness = Levenshtein.normalized_similarity(said, meant)
    if f" {said} " in f" {meant} " or (likeness >= SAME and not _turns(said, meant)):
        return Fidelity(EXACT, original, max(likeness, SAME))
    pieces = [" ".join(words_of(piece)) for piece in _GAP.split(quotation)]
    pieces = [piece for piece in pieces if piece]
    if len(pieces) > 1 and _in_order(pieces, meant):
        return Fidelity(ELIDED, original, likeness)
    # Words taken in another order, or from the middle of a long original, still are a form of it.
    likeness = max(likeness, fuzz.token_set_ratio(said, meant) / 100 if len(said.split()) >= 4 else 0.0)
    return Fidelity(ALTERED, original, likeness) if likeness >= ALIKE else Fidelity(NOT_FOUND, "", likeness)


def _turns(said: str, meant: str) -> bool:
    """Say whether a word that turns the sense, or a number, is in one and not in the other."""
    changed = set(said.split()) ^ set(meant.split())
    return any(word in _TURNING or any(char.isdigit() for char in word) for word in changed)


def _in_order(pieces: Iterable[str], meant: str) -> bool:
    at = 0
    for piece in pieces:
        found = f" {meant} ".find(f" {piece} ", at)
        if found < 0:
            return False
        at = found + len(piece)
    return True
