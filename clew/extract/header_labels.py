"""The words of a table's header cell go in; the labels of every family that stand in them come out.

Every row of a sheet may be a header, so this is asked of every cell: labels are looked up by how they begin, not one by one.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from clew.extract.columns import FAMILIES
from clew.extract.labels import labels_of

# Shorter labels count only as the whole header: 'no' and 'to' stand in too many others.
_CONTAINED_FROM = 5
_CONTAINED_FROM_HAN = 2
_SQUEEZED_FROM = 8
_STEM_FROM = 4  # letters; shorter words have no ending to spare
_ENDING = re.compile(
    r"(?:ами|ями|ого|его|ому|ему|ыми|ими|ых|их|ой|ей|ый|ий|ая|яя|ое|ее|ые|ие|ам|ям|ах|ях|ов|ев|[аяоеыиуюь])$"
)
_SPECIAL = frozenset({"hs_code", "passport", "birth_date"})
_BEGIN = 2  # letters by which labels are looked up; no form is shorter


@dataclass(frozen=True, slots=True)
class Found:
    """A label that is a header, or the longest of a family that stands in it."""

    family: str
    field: str
    weight: int  # letters of the label, 100 more where it is the whole header


@dataclass(frozen=True, slots=True)
class _Form:
    """A label in one of the forms it is looked for."""

    needle: str
    family: str
    label: str
    only_mixed: bool = False  # counts only beside letters that are not ASCII


@dataclass(slots=True)
class _Forms:
    """All labels of all families, by the first letters of each form."""

    han: dict[str, list[_Form]]
    padded: dict[str, list[_Form]]
    squeezed: dict[str, list[_Form]]
    stems: dict[str, list[_Form]]


@lru_cache(maxsize=1 << 14)
def labels_in(header: str) -> tuple[Found, ...]:
    """Return, for each family that knows one, the label that is the header, else the longest that stands in it.

    A label stands in a header as whole words, or as a run of Han letters.

    Args:
        header: folded as labels are.
    """
    contained = _contained(header)
    return tuple(found for family in FAMILIES if (found := _best(family, header, contained.get(family, set()))))


def _best(family: str, header: str, contained: set[str]) -> Found | None:
    known = labels_of(FAMILIES[family][0])
    if header in known:
        return Found(family, known[header], 100 + len(header))
    if not contained:
        return None
    labels = [label for label in known if label in contained]
    # 'Commodity code (HS)' is a customs code before it is any code.
    special = [label for label in labels if known[label] in _SPECIAL]
    longest = max(special or labels, key=len)
    return Found(family, known[longest], len(longest))


def _contained(header: str) -> dict[str, set[str]]:
    """Return the labels of each family that stand in the header as whole words, or as runs of Han letters."""
    if not any(letter.isalpha() or letter == "№" for letter in header):
        return {}  # most cells of most sheets are figures
    forms = _forms()
    # Two languages in one header ('Date / 日期') leave short labels as whole words beside Han.
    mixed = not header.isascii()
    found: dict[str, set[str]] = {}
    for form in (
        *_standing(forms.han, header),
        *_standing(forms.padded, f" {header} "),
        # A word broken over two lines of a narrow cell is still the word.
        *_standing(forms.squeezed, header.replace(" ", "")),
        *_standing(forms.stems, f" {_stems(header)} "),
    ):
        if mixed or not form.only_mixed:
            found.setdefault(form.family, set()).add(form.label)
    return found


def _standing(forms: dict[str, list[_Form]], text: str) -> Iterator[_Form]:
    """Yield the forms that stand in a text."""
    for at in range(len(text) - _BEGIN + 1):
        for form in forms.get(text[at : at + _BEGIN], ()):
            if text.startswith(form.needle, at):
                yield form


@cache
def _forms() -> _Forms:
    """Return the labels of all families in the forms they are looked for."""
    forms = _Forms({}, {}, {}, {})
    for family, (lexicon, _) in FAMILIES.items():
        for label in labels_of(lexicon):
            _file(forms, family, label)
    return forms


def _file(forms: _Forms, family: str, label: str) -> None:
    """Put a label where it is looked for."""

    def put(where: dict[str, list[_Form]], needle: str, *, only_mixed: bool = False) -> None:
        where.setdefault(needle[:_BEGIN], []).append(_Form(needle, family, label, only_mixed))

    if any("\u4e00" <= letter <= "\u9fff" for letter in label):
        if len(label) >= _CONTAINED_FROM_HAN:
            put(forms.han, label)
        return
    if len(label) > 2:  # one of two letters counts only as the whole header
        put(forms.padded, f" {label} ", only_mixed=len(label) < _CONTAINED_FROM)
    if len(label) >= _SQUEEZED_FROM:
        put(forms.squeezed, label.replace(" ", ""))
    if not label.isascii():
        put(forms.stems, f" {_stems(label)} ")


def _stems(words: str) -> str:
    """Return Russian words without their case endings and without "и": '№ паспорта' holds 'паспорт'."""
    return " ".join(_ENDING.sub("", word) if len(word) > _STEM_FROM else word for word in words.split() if word != "и")
