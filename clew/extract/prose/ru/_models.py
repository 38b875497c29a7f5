"""The models of Russian: nothing in; a tagger, a parser and a finder of names out, loaded when the first Russian page comes.

Data: Natasha project (A. Kukushkin, MIT): navec embeddings and slovnet models for news, as the `natasha` wheel carries them.
That package itself is never imported: it needs pymorphy2, which Python 3.11 cannot run.
"""

from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from clew.extract.prose._threads import keep_to_one_thread
from clew.extract.prose.ru._windows import Windows
from clew.model.errors import MissingModel

_CARRIER = "natasha"


@dataclass(frozen=True, slots=True)
class Models:
    """What reads Russian."""

    names: Any
    forms: Any
    syntax: Any


@cache
def models() -> Models:
    """Return the models; about a second of processor time once.

    Raises:
        MissingModel: the package that carries them is not installed.
    """
    from navec import Navec  # type: ignore[import-untyped] # noqa: PLC0415 - 30 MB that only Russian pages need
    from slovnet import NER, Morph, Syntax  # type: ignore[import-untyped] # noqa: PLC0415

    keep_to_one_thread()
    folder = carried() / "data"
    words = Navec.load(folder / "emb" / "navec_news_v1_1B_250K_300d_100q.tar")
    loaded = Models(
        NER.load(folder / "model" / "slovnet_ner_news_v1.tar"),
        Morph.load(folder / "model" / "slovnet_morph_news_v1.tar"),
        Syntax.load(folder / "model" / "slovnet_syntax_news_v1.tar"),
    )
    for model in (loaded.names, loaded.forms, loaded.syntax):
        model.navec(words)
        for layer in model.infer.model.encoder.layers:
            layer.conv = Windows(layer.conv)
    return loaded


def carried() -> Path:
    """Return the folder of the package that carries the models.

    Raises:
        MissingModel: it is not installed.
    """
    spec = find_spec(_CARRIER)
    if spec is None or not spec.submodule_search_locations:
        raise MissingModel(f"the models of Russian are not here: expected the package {_CARRIER!r}; nothing was found")
    return Path(next(iter(spec.submodule_search_locations)))


@cache
def _analyser() -> Any:
    from pymorphy3 import MorphAnalyzer  # type: ignore[import-untyped] # noqa: PLC0415 - 10 MB that only Russian pages need

    return MorphAnalyzer()


_PARTS = {
    "NOUN": ("NOUN", "NPRO"),
    "PROPN": ("NOUN", "ADJF"),
    "VERB": ("VERB", "INFN", "PRTS", "GRND", "PRTF"),
    "AUX": ("VERB", "INFN"),
    "ADJ": ("ADJF", "ADJS", "PRTF"),
}
_CASES = {"Nom": "nomn", "Gen": "gent", "Dat": "datv", "Acc": "accs", "Ins": "ablt", "Loc": "loct"}
_TENSES = {"Past": "past", "Pres": "pres", "Fut": "futr"}
_NUMBERS = {"Sing": "sing", "Plur": "plur"}
_GENDERS = {"Masc": "masc", "Fem": "femn", "Neut": "neut"}


@lru_cache(maxsize=50_000)
def lemma(word: str, part: str = "", case: str = "") -> str:
    """Return the dictionary form of a word, of the part of speech and the case (of a verb, the tense) that the tagger saw where it has one."""
    return str(_parse(word, part, case).normal_form).replace("ё", "е")


@lru_cache(maxsize=50_000)
def parts_of(word: str) -> frozenset[str]:
    """Return the parts of speech the dictionary knows a word as, in its own names; empty for a word it does not know."""
    return (
        frozenset(str(parse.tag.POS) for parse in _analyser().parse(word))
        if _analyser().word_is_known(word)
        else frozenset()
    )


@lru_cache(maxsize=20_000)
def forms_of_verb(word: str) -> dict[str, str]:
    """Return number, person, tense and gender of a verb's form, as the tagger names them, where the dictionary tells."""
    tag = _analyser().parse(word)[0].tag
    told = {
        "Number": {code: name for name, code in _NUMBERS.items()}.get(str(tag.number), ""),
        "Person": str(tag.person or "")[:1],
        "Tense": {"pres": "Pres", "past": "Past", "futr": "Fut"}.get(str(tag.tense), ""),
        "Gender": {code: name for name, code in _GENDERS.items()}.get(str(tag.gender), ""),
    }
    return {name: value for name, value in told.items() if value}


@lru_cache(maxsize=20_000)
def forms_of_noun(word: str, case: str) -> dict[str, str]:
    """Return case and number of a noun whose form cannot stand in the case the tagger saw; nothing where it can, or is unknown."""
    parses = [parse.tag for parse in _analyser().parse(word) if parse.tag.POS == "NOUN"]
    if (
        not parses
        or not _analyser().word_is_known(word)
        or any("Fixd" in tag for tag in parses)
        or case in cases_of(word)
    ):
        return {}
    names = {code: name for name, code in _CASES.items()}
    numbers = {code: name for name, code in _NUMBERS.items()}
    fitting = [tag for tag in parses if str(tag.case) in names]
    best = next((tag for tag in fitting if tag.case == "nomn"), fitting[0] if fitting else None)
    if best is None:
        return {}
    return {"Case": names[str(best.case)], **({"Number": numbers[str(best.number)]} if best.number else {})}


@lru_cache(maxsize=20_000)
def persons_of(word: str) -> frozenset[str]:
    """Return the persons a verb of this form can stand in: "1", "2", "3"; all for a word the dictionary does not know."""
    found = frozenset(str(parse.tag.person)[:1] for parse in _analyser().parse(word) if parse.tag.person)
    return found if found and _analyser().word_is_known(word) else frozenset("123")


@lru_cache(maxsize=20_000)
def cases_of(word: str) -> frozenset[str]:
    """Return the cases, as the tagger names them, that a noun or an adjective of this form can stand in."""
    told = {case: name for name, case in _CASES.items()} | {"loc2": "Loc", "gen2": "Gen"}
    parses = [parse for parse in _analyser().parse(word) if parse.tag.POS in {"NOUN", "ADJF"}]
    return frozenset(told[str(parse.tag.case)] for parse in parses if str(parse.tag.case) in told)


@lru_cache(maxsize=20_000)
def genders_of(word: str, case: str) -> frozenset[str]:
    """Return the genders, as the tagger names them, that a noun of this form has in a case: "Ерохину" as an object is a woman."""
    told = {gender: name for name, gender in _GENDERS.items()}
    fitting = [
        parse for parse in _analyser().parse(word) if parse.tag.POS == "NOUN" and parse.tag.case == _CASES.get(case)
    ]
    return frozenset(told[str(parse.tag.gender)] for parse in fitting if str(parse.tag.gender) in told)


@lru_cache(maxsize=20_000)
def is_surname(word: str) -> bool:
    """Say whether a capitalised word has the form of a Russian surname."""
    return word[:1].isupper() and len(word) > 3 and any("Surn" in parse.tag for parse in _analyser().parse(word))


@lru_cache(maxsize=20_000)
def is_calling(word: str) -> bool:
    """Say whether the dictionary knows a word as somebody's calling and as no name: "весовщик", not "Мельник"."""
    if not _analyser().word_is_known(word.lower()):
        return False
    tags = [parse.tag for parse in _analyser().parse(word.lower())]
    named = any(mark in tag for tag in tags for mark in ("Surn", "Name", "Patr", "Geox", "Orgn"))
    return not named and all(tag.POS == "NOUN" and tag.animacy == "anim" for tag in tags)


@lru_cache(maxsize=20_000)
def nominative(word: str, part: str, case: str, number: str, gender: str) -> str:
    """Return a word of a name in the nominative, capitals kept; as it is where the dictionary has no such form."""
    fitting = [
        parse
        for parse in _analyser().parse(word)
        if parse.tag.POS in _PARTS.get(part, ("NOUN", "ADJF"))
        and parse.tag.case in {_CASES.get(case), "loc2" if case == "Loc" else None, "gen2" if case == "Gen" else None}
        and (not number or parse.tag.number in (_NUMBERS.get(number), None))
        and (not gender or parse.tag.gender in (_GENDERS.get(gender), None))
    ]
    if not fitting:
        return word
    wanted = {"nomn", *([_NUMBERS[number]] if number else [])}
    form = fitting[0].inflect(wanted)
    told = _cased(str(form.word), word) if form else word
    return told if "ё" in word.lower() else told.replace("ё", "е").replace("Ё", "Е")


def _cased(word: str, like: str) -> str:
    if like.isupper() and len(like) > 1:
        return word.upper()
    parts = [
        part[:1].upper() + part[1:] if old[:1].isupper() else part
        for part, old in zip(word.split("-"), [*like.split("-"), *[like] * 9], strict=False)
    ]
    return "-".join(parts)


def _parse(word: str, part: str, case: str) -> Any:
    parses = _analyser().parse(word)
    fitting = [parse for parse in parses if parse.tag.POS in _PARTS.get(part, ())]
    exact = [parse for parse in fitting if parse.tag.case == _CASES.get(case)]
    if case in _TENSES:  # "перешли" of the past is "перейти", as a command "переслать"
        exact = [parse for parse in fitting if parse.tag.tense == _TENSES[case]]
    return (exact or fitting or parses)[0]
