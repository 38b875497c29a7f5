"""What an engine read of one line: its letters, how sure it is, and where each letter stands along the line."""

from dataclasses import dataclass

from clew.read.ocr.quads import Quad

# Latin letters that a Cyrillic one looks like: an engine that knows no Cyrillic answers with these.
LOOKALIKE = frozenset("ABCEHKMNOPTXYIabceghikmnoprtuxy")  # in print and in italics
_EM = 0.71  # of a line's height as PP-OCR boxes it: what a Han letter or a full-width sign takes
_HALF = 0.45  # what a Latin letter or a figure takes, on the mean; measured on invented pages
_THIN = 0.25  # what a space, a stop or a thin letter takes
_ENDS = 0.5  # of its height: the white that a box has left and right of the ink


@dataclass(frozen=True, slots=True)
class Told:
    """The letters of one line as one engine tells them."""

    text: str
    confidence: float  # 0 to 1, the mean over the line
    edges: tuple[
        float, ...
    ]  # left edge of each letter, then the right edge of the last, as shares of the line's length
    engine: str


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the page and what was read there."""

    quad: Quad
    told: Told


NOTHING = Told("", 0.0, (), "")


def is_han(letter: str) -> bool:
    """Say whether a letter is Han or a full-width sign."""
    return "\u2e80" <= letter <= "\u9fff" or "\uf900" <= letter <= "\ufaff" or "\uff00" <= letter <= "\uffef"


def is_cyrillic(letter: str) -> bool:
    """Say whether a letter is Cyrillic."""
    return "\u0400" <= letter <= "\u052f"


def count_cyrillic(text: str) -> int:
    """Return how many letters are Cyrillic."""
    return sum(map(is_cyrillic, text))


def filled(text: str, *, width: float, height: float) -> float:
    """Return how much of the line's length the letters account for: about 1 where every letter was read.

    An engine that does not know a script leaves most of its letters out, however sure it says it is.
    """
    told = " ".join(text.split())  # where letters are left out, spaces stand in rows
    wide = sum(_EM if is_han(one) else _THIN if one in " .,:;'!|ilj-" else _HALF for one in told)
    return wide / max(width / max(height, 1.0) - _ENDS, 0.3)


def is_plain(text: str) -> bool:
    """Say whether there is a figure or a Latin letter, and none but these, Han letters and signs."""
    letters = [one for one in text if one.isalpha()]
    return any(one.isalnum() for one in text) and all(one.isascii() or is_han(one) for one in letters)


def only_lookalikes(text: str) -> bool:
    """Say whether every letter could be a Cyrillic one taken for Latin; a text without letters has none."""
    letters = [one for one in text if one.isalpha()]
    return bool(letters) and all(one in LOOKALIKE for one in letters)
