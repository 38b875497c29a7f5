# ruff: noqa: RUF001 -- letters of three scripts stand here on purpose
"""Names as they sound, whatever script they are written in: an index to find by, never a reason to join.

In: words. Out: keys that the usual spellings of one name share. Shcherbakov, Scherbakov and Щербакова have one key; so do
names that merely sound alike, which is why a search shows the words it found.
"""

import re
from functools import cache

from clew.model import letters

# Longest first. What two hands write for one letter becomes one letter.
_FOLDS = (
    ("shch", "s"),
    ("schtsch", "s"),
    ("q", "k"),
    ("tsch", "q"),
    ("tch", "q"),
    ("sch", "s"),
    ("zh", "z"),
    ("kh", "h"),
    ("ts", "z"),
    ("tz", "z"),
    ("ch", "q"),
    ("sh", "s"),
    ("ph", "f"),
    ("ck", "k"),
    ("ks", "x"),
    ("c", "k"),
    ("w", "v"),
    ("j", "i"),
    ("y", "i"),
    ("ie", "e"),
    ("io", "o"),
    ("iu", "u"),
    ("ia", "a"),
)
# Case endings of Russian names and common nouns, longest first; -ов and -ев are left, they are parts of names.
_ENDINGS = re.compile(r"(?:ого|его|ому|ему|ыми|ими|ами|ями|ою|ею|ой|ей|ый|ий|ым|им|ом|ем|ах|ях|ы|и|а|я|у|ю|е|о|ь)$")
_LEAST = 3  # letters that stay of a word
_SYLLABLES = re.compile(
    r"(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])(?:iang|iong|uang|ang|eng|ong|ing|ian|iao|uai|uan|ai|ei|ao|ou|an|en|in|un|"
    r"ia|ie|iu|ua|uo|ui|ue|a|o|e|i|u)|ang|eng|ai|ei|ao|ou|an|en|er|a|o|e"
)


@cache
def sound(word: str) -> str:
    """Return the key of one word of Latin or Cyrillic letters; other words come back in lower case."""
    word = word.casefold()
    if letters.script_of(word[0]) == "cyrillic":
        cut = _ENDINGS.sub("", word)
        word = letters.romanise(cut if len(cut) >= _LEAST else word)
    word = letters.plain(word)
    for old, new in _FOLDS:
        word = word.replace(old, new)
    word = re.sub(r"(.)\1+", r"\1", word)
    cut = word.rstrip("aeiou")
    return cut if len(cut) >= _LEAST else word


def readings(text: str) -> str:
    """Return the commonest reading of each Han character of a text, spaces between; other characters are left out."""
    return " ".join(filter(None, map(_reading, text)))


@cache
def _reading(char: str) -> str:
    if letters.script_of(char) != "han":
        return ""
    return "".join(letters.pinyin(char)).replace("v", "u")


@cache
def syllables(word: str) -> tuple[str, ...]:
    """Return the pinyin syllables a Latin word is made of, or () where it is not all pinyin: liwen is li, wen."""
    word = word.casefold().replace("ü", "u").replace("v", "u")
    parts: list[str] = []
    while word:
        # The longest syllable after which the rest can still be split: fangan is fang-an, not fan-gan.
        for size in range(min(6, len(word)), 0, -1):
            if _SYLLABLES.fullmatch(word[:size]) and (size == len(word) or syllables(word[size:])):
                parts.append(word[:size])
                word = word[size:]
                break
        else:
            return ()
    return tuple(parts)
