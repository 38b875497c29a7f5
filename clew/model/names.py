# ruff: noqa: RUF001, RUF003 -- letters of three scripts stand here on purpose
"""Names made comparable: what two spellings of one name have in common, and nothing more.

In: a name as written and its kind. Out: a `Name` whose keys decide whether two names are equal. Equal names are no one
person: that is for identity levels to say. The text as written is never changed; keys are an index.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from clew.model import legal_forms, letters

_APOSTROPHES = re.compile(r"['’‘ʼ`´ʹ′]")
_DOTTED = re.compile(r"\b(?:\w\.){2,}")  # L.L.C., О.О.О.
_WORDS = re.compile(r"[^\W_]+")
# Marks that combine with no single letter (stress marks, Arabic vowel signs) and characters that print as nothing.
_UNSEEN = re.compile("[\u0300-\u036f\u064b-\u065f\u00ad\u200b-\u200f\u2060\ufeff]")


@dataclass(frozen=True, slots=True)
class Name:
    """A name folded for comparison. Names with one key are equal; see `same_name` for what else is."""

    text: str  # as written
    kind: str
    script: str  # latin, cyrillic, han, mixed (two of these), other
    key: str  # never empty; persons: tokens sorted; firms: in order, legal form last
    tokens: tuple[str, ...]  # of the key, legal forms left out
    forms: tuple[str, ...] = ()  # legal forms, in one spelling
    variants: tuple[str, ...] = ()  # of a Cyrillic name: keys as other hands romanise it; of a Han name: its pinyin
    latin: str = ""  # in Latin letters, in the order written, a Han surname first; for leads and for reading aloud
    initials: bool = False  # at least one token is a single letter

    @property
    def full_tokens(self) -> int:
        """How many tokens are more than an initial."""
        return sum(len(token) > 1 for token in self.tokens)


def fold(name: str, kind: str) -> Name:
    """Return a name made comparable.

    Case, accents, punctuation, titles and look-alike letters of another script inside a word are undone; persons' tokens
    are sorted, firms' legal forms take one spelling and go last. Cyrillic of two or more full tokens is romanised by
    BGN/PCGN; of one it stays Cyrillic, since one romanised word is too little to be equal on. Han stays Han.
    """
    return _fold(name, kind)


def same_name(left: Name, right: Name) -> bool:
    """Say whether two names are equal: by key, or a Latin name by one of the spellings of a Cyrillic one.

    Han and Latin never are: tens of thousands share one pinyin. Nor is a name with a token left out, or an initial.
    """
    if left.kind != right.kind:
        return False
    return left.key == right.key or spelled_as(left, right) or spelled_as(right, left)


def spelled_as(latin: Name, cyrillic: Name) -> bool:
    """Say whether a Latin name is one of the further romanisations of a name with Cyrillic words."""
    return latin.script == "latin" and cyrillic.script in ("cyrillic", "mixed") and latin.key in cyrillic.variants


def fold_identifier(value: str) -> str:
    """Return an identifier made comparable: letters and digits only, upper case, Cyrillic look-alikes as Latin."""
    text = letters.look_alikes_as_latin(unicodedata.normalize("NFKC", value))
    return "".join(_WORDS.findall(text)).upper()


@lru_cache(maxsize=100_000)  # of 1 KB each: a million names screened fill it, and no more
def _fold(text: str, kind: str) -> Name:
    # Most names are ASCII, on which the longer way changes nothing.
    ascii_ = text.isascii()
    plain_text = text.lower() if ascii_ else _UNSEEN.sub("", unicodedata.normalize("NFKC", text).casefold())
    plain_text = _APOSTROPHES.sub("", plain_text)
    scripts = letters.scripts_of(plain_text)
    if "han" in scripts:
        return _fold_han(text, kind, plain_text, scripts)
    if kind == "organization":
        plain_text = _DOTTED.sub(lambda match: match[0].replace(".", ""), plain_text).replace("&", " and ")
    # After letters.plain a й is still й: accents come off Latin letters only.
    words = _WORDS.findall(plain_text)
    if not ascii_:
        words = [letters.undo_look_alikes(word) for word in words]
        words = [letters.plain(word) if letters.script_of(word[0]) == "latin" else word for word in words]
    forms: tuple[str, ...] = ()
    if kind == "person":
        words = legal_forms.strip_titles(_unglue(words, plain_text))
    elif kind == "organization":
        words, forms = legal_forms.split_forms(words)
    return _name(text, kind, words, forms)


def _unglue(words: list[str], plain_text: str) -> list[str]:
    """Take a title off the end of PETROV/IVANMR, where the airline glued it to the given name."""
    if "/" not in plain_text or len(words) < 2:
        return words
    for title in legal_forms.GLUED_TITLES:
        if words[-1].endswith(title) and len(words[-1]) > len(title) + 1:
            return [*words[:-1], words[-1].removesuffix(title)]
    return words


def _name(text: str, kind: str, words: list[str], forms: tuple[str, ...]) -> Name:
    scripts = letters.scripts_of("".join(words))
    initials = any(len(word) == 1 and word.isalpha() for word in words) and kind == "person"
    variants: tuple[str, ...] = ()
    latin = words
    tokens = [word.replace("ё", "е") for word in words]
    if "cyrillic" in scripts:
        latin = [letters.romanise(word) for word in words]
        if sum(len(word) > 1 for word in words) >= 2:
            # A romanised initial may be two letters long (Ю is Yu): the Cyrillic one stays, equal to no Latin letter.
            tokens = [word if len(word) == 1 else letters.romanise(word) for word in tokens]
            spelled = letters.romanisations(tuple(words)) if not initials else ()
            keys = (_key(list(version), forms, kind) for version in spelled)
            variants = tuple(key for key in dict.fromkeys(keys) if key != _key(tokens, forms, kind))
    key = _key(tokens, forms, kind) or unicodedata.normalize("NFKC", text).casefold().strip() or text
    ordered = tuple(sorted(tokens)) if kind == "person" else tuple(tokens)
    joined = letters.ascii_letters(" ".join(latin))
    return Name(text, kind, _script(scripts), key, ordered, forms, variants, joined, initials)


def _key(tokens: list[str], forms: tuple[str, ...], kind: str) -> str:
    return " ".join([*(sorted(tokens) if kind == "person" else tokens), *forms])


def _script(scripts: frozenset[str]) -> str:
    if len(scripts) == 1:
        return next(iter(scripts))
    return "mixed" if len(scripts) > 1 else "other"


def _fold_han(text: str, kind: str, plain_text: str, scripts: frozenset[str]) -> Name:
    words = _WORDS.findall(plain_text)
    bare = "".join(words) if scripts == {"han"} else " ".join(words)
    forms: tuple[str, ...] = ()
    if kind == "person":
        for title in legal_forms.HAN_TITLES:
            bare = bare.removesuffix(title) or bare
    elif kind == "organization":
        for ending, form in legal_forms.HAN_FORMS:
            if bare.endswith(ending) and len(bare) > len(ending):
                bare, forms = bare.removesuffix(ending), (form,)
                break
    bare = bare.strip()
    latin, variants = _pinyin(bare, kind) if scripts == {"han"} else (letters.ascii_letters(" ".join(words)), ())
    key = " ".join([bare, *forms])
    return Name(text, kind, "han" if scripts == {"han"} else "mixed", key, (bare,), forms, variants, latin)


def _pinyin(bare: str, kind: str) -> tuple[str, tuple[str, ...]]:
    """Return the reading, and the keys a Latin name with the same reading may have."""
    if kind != "person":
        spaced = " ".join(letters.pinyin(bare))
        return spaced, (spaced,)
    surname, reading, given = letters.split_surname(bare)
    family = reading or "".join(letters.pinyin(surname))
    syllables = letters.pinyin(given)
    keys = []
    for u in ("u", "v", "yu"):  # 吕 is LU, LV or LYU in passports of different years
        parts = [part.replace("v", u) for part in (family, *syllables)]
        keys += [" ".join(sorted([parts[0], "".join(parts[1:])])).strip(), " ".join(sorted(parts))]
    latin = " ".join(filter(None, [family, "".join(syllables)])).replace("v", "u")
    return latin, tuple(dict.fromkeys(keys))
