# ruff: noqa: RUF001, RUF002, RUF003 -- letters of three scripts stand here on purpose
"""Letters: which script they are of, which look alike, and how Cyrillic and Han are written in Latin letters.

In: words. Out: a script's name, the same words with look-alikes undone, or Latin letters.
"""

import re
import unicodedata
from functools import cache

# Letters that print alike in Latin and Cyrillic, lower case. Source: Unicode Technical Standard 39, confusables.
_ALIKE = {
    "a": "а",
    "b": "в",
    "c": "с",
    "e": "е",
    "h": "н",
    "i": "і",
    "j": "ј",
    "k": "к",
    "m": "м",
    "o": "о",
    "p": "р",
    "s": "ѕ",
    "t": "т",
    "x": "х",
    "y": "у",
}
_TO_CYRILLIC = str.maketrans(_ALIKE)
_TO_LATIN = str.maketrans({cyrillic: latin for latin, cyrillic in _ALIKE.items()})

# Latin letters that no decomposition takes apart.
_PLAIN = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h"})

# BGN/PCGN 1947 for Russian, with the 2019 Ukrainian and 1979 Belarusian letters that Russian lacks; primes dropped,
# as passports and lists drop them. е is ye at the start of a word and after a vowel, й, ъ or ь.
_BGN = dict(
    zip(
        "абвгджзийклмнопрстуфцчшщъыьэюя",
        [
            "a",
            "b",
            "v",
            "g",
            "d",
            "zh",
            "z",
            "i",
            "y",
            "k",
            "l",
            "m",
            "n",
            "o",
            "p",
            "r",
            "s",
            "t",
            "u",
            "f",
            "ts",
            "ch",
            "sh",
            "shch",
            "-",
            "y",
            "-",
            "e",
            "yu",
            "ya",
        ],
        strict=True,
    )
) | {"е": "e", "х": "kh", "і": "i", "ї": "yi", "є": "ye", "ґ": "g", "ў": "w", "ј": "j", "ѕ": "z"}
_VOWELS = "аеёиоуыэюяіїє"
_ICAO = {"й": "i", "ъ": "ie", "ю": "iu", "я": "ia", "ї": "i", "є": "ie", "ў": "u"}
_SCHOLARLY = {"й": "j", "ю": "ju", "я": "ja", "х": "h", "ц": "c", "ж": "zh", "щ": "shch", "ї": "ji", "є": "je"}

# Each row is one hand that writes all words of a name the same way: letters that differ from BGN/PCGN, whether е is ye
# as there, then endings and clusters replaced before letter by letter. Rows: ICAO Doc 9303 (Russian passports since
# 2010); the 1997 passport order; press usage; press usage with -i; press usage with x, twice; German and ISO.
_HANDS: tuple[tuple[dict[str, str], bool, tuple[tuple[str, str], ...]], ...] = (
    (_ICAO, False, ()),
    ({}, False, ()),
    ({}, False, (("ый$", "y"), ("ий$", "y"), ("ье", "ye"))),
    ({}, True, (("ый$", "y"), ("ий$", "y"), ("ай", "ai"), ("ей", "ei"))),
    ({}, False, (("ый$", "y"), ("ий$", "i"))),
    ({}, False, (("александр", "alexander"), ("кс", "x"), ("ый$", "y"), ("ий$", "y"))),
    ({}, False, (("александр", "alexander"), ("кс", "x"), ("ый$", "y"), ("ий$", "y"), ("ай", "ai"))),
    (_SCHOLARLY, False, ()),
)

# Surnames that are read otherwise than the same character elsewhere, and surnames of two characters.
# Source: Xinhua dictionary, surname readings.
_SURNAMES = {
    "曾": "zeng",
    "单": "shan",
    "解": "xie",
    "仇": "qiu",
    "区": "ou",
    "查": "zha",
    "盖": "ge",
    "翟": "zhai",
    "朴": "piao",
    "覃": "qin",
    "乐": "yue",
    "缪": "miao",
    "冼": "xian",
    "任": "ren",
    "尉迟": "yuchi",
    "万俟": "moqi",
    "长孙": "zhangsun",
} | dict.fromkeys(
    [
        "欧阳",
        "歐陽",
        "司马",
        "司馬",
        "上官",
        "诸葛",
        "諸葛",
        "夏侯",
        "东方",
        "东郭",
        "皇甫",
        "公孙",
        "慕容",
        "令狐",
        "司徒",
        "宇文",
        "端木",
        "南宫",
        "轩辕",
        "独孤",
    ],
    "",
)


_LATIN = frozenset(["latin"])
_ASCII_LETTER = re.compile("[A-Za-z]")


def script_of(letter: str) -> str:
    """Return latin, cyrillic, han or other; empty for what is no letter."""
    if not letter.isalpha():
        return ""
    point = ord(letter)
    if point < 0x250 or 0x1E00 <= point < 0x1F00:
        return "latin"
    if 0x400 <= point < 0x530:
        return "cyrillic"
    if 0x3400 <= point < 0xA000 or 0xF900 <= point < 0xFB00 or 0x20000 <= point < 0x33480 or point == 0x3007:
        return "han"
    return "other"


def scripts_of(text: str) -> frozenset[str]:
    """Return the scripts of a text's letters."""
    if text.isascii():  # most names: letter by letter they took a third of screening
        return _LATIN if _ASCII_LETTER.search(text) else frozenset()
    return frozenset(filter(None, map(script_of, text)))


def undo_look_alikes(word: str) -> str:
    """Return a lower-case word with letters of its minority script mapped into the majority's, where all have a twin."""
    if word.isascii():
        return word
    cyrillic = sum(script_of(letter) == "cyrillic" for letter in word)
    latin = sum(script_of(letter) == "latin" for letter in word)
    if not cyrillic or not latin:
        return word
    first, second = (_TO_CYRILLIC, _TO_LATIN) if cyrillic >= latin else (_TO_LATIN, _TO_CYRILLIC)
    for table in (first, second):  # where the majority has no twin of a letter (П), the minority's letters may
        mapped = word.translate(table)
        if len(scripts_of(mapped)) == 1:
            return mapped
    return word


def undo_look_alikes_in(text: str) -> str:
    """Return a lower-case text of Latin and Cyrillic letters with all of one script, where every letter of the other has a twin.

    Words alone do not tell: in "Сор Holding" the first word is Cyrillic by its letters, and Latin by its company.
    """
    scripts = scripts_of(text)
    if not {"latin", "cyrillic"} <= scripts or not any(len(scripts_of(word)) > 1 for word in text.split()):
        return text
    for table, script in ((_TO_LATIN, "cyrillic"), (_TO_CYRILLIC, "latin")):
        if all(ord(letter) in table for letter in text if script_of(letter) == script):
            return text.translate(table)
    return text


def look_alikes_as_latin(text: str) -> str:
    """Return a text with Cyrillic letters that have a Latin twin mapped to it: АВ 123 is printed as AB 123."""
    return text.casefold().translate(_TO_LATIN)


def plain(word: str) -> str:
    """Return a lower-case word with accents taken off its Latin letters, and ё as е; other letters keep their marks."""
    if word.isascii():
        return word
    letters = [
        unicodedata.normalize("NFD", letter)[0] if script_of(letter) == "latin" else letter
        for letter in word.replace("ё", "е")
    ]
    return "".join(letters).translate(_PLAIN)


@cache
def _romanise_word(word: str, hand: int) -> str:
    letters, ye, clusters = _HANDS[hand] if hand >= 0 else ({}, True, ())
    for old, new in clusters:
        word = (
            word.removesuffix(old[:-1]) + new if old[-1] == "$" and word.endswith(old[:-1]) else word.replace(old, new)
        )
    table = _BGN | letters
    out = []
    for place, letter in enumerate(word):
        if letter == "е" and ye and (place == 0 or word[place - 1] in _VOWELS + "йъь"):
            out.append("ye")
        elif letter == "ё":
            out.append("o" if place and word[place - 1] in "жчшщ" else "yo")
        else:
            out.append(table.get(letter, letter).replace("-", ""))
    return "".join(out)


def romanise(word: str) -> str:
    """Return a lower-case Cyrillic word in Latin letters by BGN/PCGN; letters of other scripts stay."""
    return _romanise_word(word.replace("ё", "е"), -1)


def romanisations(words: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """Return the words as each further hand writes them: passports of three periods, the press, German and ISO habit."""
    bare = tuple(word.replace("ё", "е") for word in words)
    versions = [tuple(_romanise_word(word, hand) for word in bare) for hand in range(len(_HANDS))]
    if bare != words:
        versions += [tuple(_romanise_word(word, hand) for word in words) for hand in range(-1, len(_HANDS))]
    return tuple(dict.fromkeys(versions))


def pinyin(text: str) -> list[str]:
    """Return the syllables of a Han text without tones, ü as v; runs of other letters stay whole."""
    from pypinyin import Style, lazy_pinyin  # noqa: PLC0415 -- 60 ms that a case without Han names need not pay

    return [str(part).strip().casefold() for part in lazy_pinyin(text, style=Style.NORMAL) if str(part).strip()]


def split_surname(text: str) -> tuple[str, str, str]:
    """Return a Han person's surname, its reading where it has one of its own, and the given name."""
    size = 2 if len(text) > 2 and text[:2] in _SURNAMES else 1
    return text[:size], _SURNAMES.get(text[:size], ""), text[size:]


def ascii_letters(text: str) -> str:
    """Return a rough Latin form of a text in any script; for leads only."""
    if text.isascii():
        return text
    from anyascii import anyascii  # noqa: PLC0415 -- its tables load on first use

    return anyascii(text).casefold()
