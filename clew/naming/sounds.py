"""How a word sounds, roughly: spellings of one name in several hands fall together.

In: a lower-case ASCII word. Out: its fold (vowels in three classes, digraphs undone) and its skeleton (consonants only).
Both are for finding and weighing candidates; neither makes two names equal.
"""

import re
from functools import lru_cache

# Longest first. Sources of the variation: ALA-LC, BGN/PCGN, ICAO Doc 9303, ISO 9, and French and German press hands.
_DIGRAPHS = (
    ("shch", "s"),
    ("schtsch", "s"),
    ("tsch", "c"),
    ("dsch", "j"),
    ("tch", "c"),
    ("sch", "s"),
    ("dzh", "j"),
    ("sh", "s"),
    ("ch", "c"),
    ("zh", "z"),
    ("kh", "h"),
    ("gh", "g"),
    ("dh", "d"),
    ("th", "t"),
    ("ph", "f"),
    ("dj", "j"),
    ("dz", "z"),
    ("ts", "s"),
    ("tz", "s"),
    ("cz", "c"),
    ("ck", "k"),
    ("qu", "k"),
    ("q", "k"),
    ("x", "ks"),
    ("w", "v"),
)
_VOWELS = (
    ("ou", "u"),
    ("oo", "u"),
    ("ee", "i"),
    ("ue", "u"),
    ("oe", "u"),
    ("ae", "a"),
    ("y", "i"),
    ("e", "i"),
    ("o", "u"),
)
_SOFT_C = re.compile(r"c(?=[eiy])")
_HARD_C = re.compile(r"c(?![ehiyz])")
_AGAIN = re.compile(r"(.)\1+")
_SILENT_H = re.compile(r"(?<=[aiu])h$")
_WEAK = re.compile(r"[aiu]")
_INNER_W = re.compile(r"(?<=.)[wy]")


@lru_cache(maxsize=400_000)
def fold(word: str) -> str:
    """Return the word with spellings that sound alike made one: Yusuf, Youssef and Iusuf are `iusif`, `iusuf`."""
    if not word.isalpha() or not word.isascii():
        return word
    text = word.replace("ch", "\0").replace("cz", "\0")
    text = _HARD_C.sub("k", _SOFT_C.sub("s", text)).replace("\0", "ch")
    for old, new in _DIGRAPHS:
        if old in text:
            text = text.replace(old, new)
    for old, new in _VOWELS:
        if old in text:
            text = text.replace(old, new)
    if "j" in text:
        text = text.replace("ij", "i").replace("ji", "i") if text[-1] == "j" or "ij" in text else text
    return _SILENT_H.sub("", _AGAIN.sub(r"\1", text)) or word


@lru_cache(maxsize=400_000)
def skeleton(word: str) -> str:
    """Return the consonants of a word: what unvocalised Arabic and Hebrew write, with w and y left out inside."""
    if not word.isalpha() or not word.isascii():
        return word
    bones = _WEAK.sub("", fold(_INNER_W.sub("", word)))
    return bones or fold(word)[:1]
