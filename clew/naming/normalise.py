# ruff: noqa: RUF001 -- letters of three scripts stand here on purpose
"""A name in any script made into lower-case Latin words that can be compared; the text as written stays beside them.

In: a name and its kind. Out: a `Reading` for each usual way to read it: one for most, several for Han and Hangul persons,
whose family names differ by hand. Readings are an index, never the record.
"""

import re
import unicodedata
from collections.abc import Collection
from dataclasses import dataclass, replace
from functools import lru_cache

from clew.model import legal_forms, letters
from clew.naming import abjads, east_asian, establishments, words

_APOSTROPHES = re.compile(r"(?<=\w)['’‘ʼ`´ʹ′ʿʾ](?=\w)")
_UNSEEN = re.compile("[\u0300-\u036f\u064b-\u065f\u0670\u0640\u00ad\u200b-\u200f\u2060\ufeff]")
_WORDS = re.compile(r"[^\W_]+")
_DOTTED = re.compile(r"\b(?:\w\.){2,}(?:\w\b)?")
_OTHER_WORDS = re.compile(r"[^\s\-,.;:/()«»\"'·]+")  # marks of Indic and Khmer letters are no ends of words
_GLUED_FORM = re.compile(r"(?<=[a-z])(AG|GmbH|LLC|Ltd|Inc|PLC|SpA|SE|NV|BV|AB|SA|OOO|JSC)$")
_ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th)")
_AS_LETTERS = str.maketrans("01345789", "oieastbg")  # digits that stand for letters where a name has both
_BRACKETS = re.compile(r"[(\[（［].*?[)\]）］]")
_GREEK = (
    ("μπ", "b"), ("ντ", "d"), ("γκ", "g"), ("γγ", "ng"), ("γχ", "nch"), ("γξ", "nx"), ("ου", "ou"), ("αυ", "av"), ("ευ", "ev"),
    ("ηυ", "iv"), ("τζ", "tz"), ("τσ", "ts"), ("θ", "th"), ("χ", "ch"), ("ψ", "ps"), ("ξ", "x"), ("φ", "f"), ("β", "v"), ("γ", "g"),
    ("δ", "d"), ("η", "i"), ("υ", "y"), ("ω", "o"), ("ς", "s"), ("α", "a"), ("ε", "e"), ("ζ", "z"), ("ι", "i"), ("κ", "k"), ("λ", "l"),
    ("μ", "m"), ("ν", "n"), ("ο", "o"), ("π", "p"), ("ρ", "r"), ("σ", "s"), ("τ", "t"),
)  # fmt: skip
_UKRAINIAN = str.maketrans({"г": "h", "и": "y", "й": "i", "і": "i", "ї": "i", "є": "ie", "ґ": "g"})
_MOST_WORDS = 12


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a name."""

    words: tuple[str, ...]  # lower-case ASCII, in the order Given Family for persons; never empty
    forms: tuple[str, ...] = ()  # legal forms, in one spelling
    script: str = "latin"  # of the text: latin, cyrillic, han, hangul, arabic, hebrew, greek, other; wade-giles: pinyin turned into it
    native: str = ""  # Han only: the characters, simplified; compared before any reading of them


@lru_cache(maxsize=50_000)
def read_name(text: str, kind: str) -> tuple[Reading, ...]:
    """Return the readings of a name, the usual one first.

    Args:
        text: the name as written, in any script.
        kind: person, organization or unknown; titles come off persons, legal forms off the others.
    """
    if kind != "person":
        text = _GLUED_FORM.sub(r" \1", text)
    if text.isascii():
        script, folded = "latin", text.lower()
    else:
        folded = letters.undo_look_alikes_in(unicodedata.normalize("NFKC", text).casefold())
        script = script_of(folded)
        if script == "latin":
            folded = letters.plain(_UNSEEN.sub("", unicodedata.normalize("NFC", folded)))
    if script in ("han", "hangul"):
        return _east_asian(folded, kind, script)
    plain = _reading(folded, kind, script)
    if kind != "organization" and script == "latin" and (syllables := east_asian.pinyin_syllables(plain.words)):
        # Xi Jinping and Hsi Chin-ping are one name in two hands.
        pinyin, *turned = east_asian.chinese_hands(syllables)
        others = (replace(plain, words=words_, script="wade-giles") for words_ in turned)
        apart = () if pinyin == plain.words else (replace(plain, words=pinyin),)
        return (plain, *apart, *others)
    return (plain,)


@lru_cache(maxsize=4096)
def _script(char: str) -> str:
    found = letters.script_of(char)
    if found != "other":
        return found
    name = unicodedata.name(char, "").partition(" ")[0]
    return {"HANGUL": "hangul", "ARABIC": "arabic", "HEBREW": "hebrew", "GREEK": "greek"}.get(name, "other")


def script_of(text: str) -> str:
    """Return the script that most letters of a text are of; han and hangul win where they stand at all."""
    counts: dict[str, int] = {}
    for char in text:
        script = _script(char)
        if script:
            counts[script] = counts.get(script, 0) + 1
    if not counts:
        return "other"
    if "hangul" in counts:
        return "hangul"
    if "han" in counts:
        kana = any(unicodedata.name(char, "").startswith(("HIRAGANA", "KATAKANA")) for char in text)
        return "other" if kana else "han"
    return max(counts, key=lambda script: counts[script])


def _east_asian(text: str, kind: str, script: str) -> tuple[Reading, ...]:
    latin_part = " ".join(re.findall(r"[a-z0-9]+", text))
    bare = re.sub(r"[a-z0-9]+", " ", text) if latin_part and len(latin_part) < 4 else text
    native = ""
    if script == "han":
        native = "".join(_WORDS.findall(east_asian.simplified(bare)))
        title = next((title for title in legal_forms.HAN_TITLES if native.endswith(title)), "")
        short = native.removesuffix(title) if kind == "person" else native
        parts = bare.split()
        if kind == "person" and _western_order(parts, east_asian.FAMILIES):
            short = east_asian.simplified("".join([parts[-1], *parts[:-1]]))
        person = kind == "person" and len(short) <= 4
        readings = east_asian.han_person(short) if person else east_asian.han_firm(bare)
    else:
        parts = _WORDS.findall(bare)
        if kind == "person" and _western_order(parts, east_asian.KOREAN_FAMILIES):
            parts = [parts[-1], *parts[:-1]]
        plain = " ".join(parts)
        readings = east_asian.korean_person(plain) if kind == "person" else east_asian.korean_firm(plain)
    found = []
    for reading in readings:
        latin = tuple(word for part in reading for word in _WORDS.findall(letters.ascii_letters(part).lower()))
        if latin:
            found.append(Reading(latin[:_MOST_WORDS], (), script, native))
    return tuple(found) or (Reading((text.strip() or "?",), (), script, native),)


def _western_order(parts: list[str], families: Collection[str]) -> bool:
    """Say whether a Han or Hangul name is written given name first: its last word is a family name, its first is none."""
    if len(parts) < 2 or len(parts[-1]) > 1:
        return False
    return len(parts[0]) > 1 or (parts[-1] in families and parts[0] not in families)


def _reading(text: str, kind: str, script: str) -> Reading:
    text = _APOSTROPHES.sub("", text)
    if "(" in text or "[" in text or "（" in text:
        # What stands in brackets is often another name; alone it stays.
        outside = _BRACKETS.sub(" ", text)
        text = outside if kind == "person" and _WORDS.search(outside) else text
    if kind == "person" and text.count(",") == 1:
        family, _, given = text.partition(",")
        text = f"{given} {family}"
    forms: tuple[str, ...] = ()
    if kind != "person":
        text = _DOTTED.sub(lambda found: found[0].replace(".", ""), text).replace("&", " and ")
    found = (_OTHER_WORDS if script == "other" else _WORDS).findall(text)
    if script != "latin":
        found = _latin_words(found, script)
    if kind == "person":
        found = [word.translate(_AS_LETTERS) if _mixed(word) else word for word in found]
        found = _person_words(legal_forms.strip_titles(found))
    else:
        found = [_ORDINAL.sub(r"\1", word) if word[0].isdecimal() else word for word in found]
        found, forms = legal_forms.split_forms(found)
        found = [word for word in found if word not in ("the", "and", "of")] or found
        found = establishments.shortened(found)
    return Reading(tuple(found[:_MOST_WORDS]) or (text.strip() or "?",), forms, script)


def _mixed(word: str) -> bool:
    """Say whether a word is letters with digits among them, more letters than digits: sech1n."""
    if word.isalpha():
        return False
    digits = sum(char.isdecimal() for char in word)
    return 0 < digits < len(word) - digits and word.isalnum()


def _latin_words(found: list[str], script: str) -> list[str]:
    ukrainian = script == "cyrillic" and any(letter in word for word in found for letter in "іїєґ")
    latin: list[str] = []
    for word in found:
        word = letters.undo_look_alikes(word)  # noqa: PLW2901 - the same word, mended
        own = _script(word[0])
        if own == "cyrillic":
            latin.append(letters.romanise(word.translate(_UKRAINIAN) if ukrainian else word))
        elif own == "arabic":
            latin += abjads.arabic_words(word)
        elif own == "hebrew":
            latin.append(abjads.hebrew_word(word))
        elif own == "greek":
            latin.append(greek_word(word))
        elif script == "other":
            latin += _WORDS.findall(letters.ascii_letters(word).lower())
        else:
            latin += _WORDS.findall(letters.ascii_letters(letters.plain(word)).lower())
    return [word for word in (letters.ascii_letters(word) for word in latin) if word]


def greek_word(word: str) -> str:
    """Return a Greek word in Latin letters by ELOT 743, with μπ, ντ and γκ as they sound."""
    bare = "".join(char for char in unicodedata.normalize("NFD", word) if not unicodedata.combining(char))
    for old, new in _GREEK:
        bare = bare.replace(old, new)
    return bare


def _person_words(found: list[str]) -> list[str]:
    """Return a person's words with joined Arabic names taken apart: Abdulrahman is abd rahman, Nuruddin is nur din."""
    out: list[str] = []
    for word in found:
        if word[0] in "abd" and word.startswith("abd") and len(word) > 3:
            for prefix in words.ABD:
                rest = word[len(prefix) :]
                if word.startswith(prefix) and (not rest or len(rest) >= 4):
                    out += ["abd", rest] if rest else ["abd"]
                    break
            else:
                out.append(word)
        elif word.endswith(("din", "dine")) and len(word) > 7:
            ending = next((ending for ending in words.DIN if word.endswith(ending)), "")
            stem = word[: len(word) - len(ending)] if ending else word
            out += [stem, "din"] if ending and len(stem) > 2 else [word]
        else:
            out.append(word)
    full = [word for word in out if word not in ("al", "el", "ul")]
    return full or out
