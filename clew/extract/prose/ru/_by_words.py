# ruff: noqa: RUF002, RUF003 -- Russian words stand here on purpose
"""A word of a Russian sentence goes in; the speakers that "по словам X", "согласно X", "если верить X" name come out."""

from collections.abc import Sequence

from clew.extract.prose._telling import Party
from clew.extract.prose.ru import _lexicon as lexicon
from clew.extract.prose.ru._parse import Word
from clew.extract.prose.ru._speakers import Speakers

_INDEFINITE = frozenset(
    {
        "некоторый",
        "предварительный",
        "неподтвержденный",
        "имеющийся",
        "поступивший",
        "распространенный",
        "разный",
        "неофициальный",
        "последний",
        "некий",
        "слух",
        "непроверенный",
    }
)


def by_words(speakers: Speakers, word: Word) -> tuple[tuple[Party, ...], int, int] | None:
    """Return the speakers of "по словам X", "согласно X", "если верить X", "как стало известно X", with first and last word."""
    following = speakers.words[word.index + 1] if word.index + 1 < len(speakers.words) else None
    if following is None:
        return None
    if word.lower == "по" and following.part != "PUNCT":
        return _by(speakers, word)
    if word.lower in {"со", "с"} and following.lower in {"слов", "точки"}:
        return _by(speakers, word)
    if (word.lower, following.lower) in {("судя", "по"), ("судить", "по")} or word.lower == "исходя":
        return _judging(speakers, word)
    if word.lower in {"на", "в"}:
        return _in_eyes(speakers, word)
    if word.lower == "согласно" and is_source_after(speakers, word):
        head = speakers.head_after(word.index + 1, cases={"Dat", "Gen", "Nom"})
        return _phrase(speakers, word.index, head) if head is not None else None
    if word.lower == "верить" and speakers.words[word.index - 1].lower == "если":
        head = speakers.head_after(word.index + 1, cases={"Dat"})
        return _phrase(speakers, word.index - 1, head) if head is not None else None
    if word.lower == "известно" and speakers.words[word.index - 1].lower in {"стало", "было"}:
        head = (
            following
            if following.case == "Dat"
            else next(
                (
                    other
                    for other in speakers.words[word.index + 1 : word.index + 4]
                    if other.case == "Dat" and other.part in {"NOUN", "PROPN", "X"}
                ),
                None,
            )
        )
        start = word.index - 1 - (word.index > 1 and speakers.words[word.index - 2].lower == "как")
        party: tuple[Party, ...] = (speakers.party(head),) if head is not None else ()
        party = tuple(
            Party(each.place, each.text, "publisher" if each.role == "party" else each.role, each.name)
            for each in party
        )
        last = speakers.tree.phrase(head)[1] if head is not None else word.index
        if (
            last + 2 < len(speakers.words)
            and speakers.words[last + 1].text == ","
            and speakers.words[last + 2].lower == "что"
        ):
            last += 2
        return party, start, last
    return None


def _judging(speakers: Speakers, word: Word) -> tuple[tuple[Party, ...], int, int] | None:
    """Return the paper of "судя по протоколам", "исходя из отчёта"; "судя по всему" and "судя по голосу" name none."""
    if speakers.words[word.index + 1].lower not in {"по", "из"}:
        return None
    head = speakers.head_after(word.index + 2, cases={"Dat", "Gen", "Loc", "Acc", "Nom"})
    if head is None:
        return None
    first = word.index - (word.index > 0 and speakers.words[word.index - 1].lower == "если")
    if head.lemma in _TOLD:
        owner = _genitive_after(speakers, head)
        return _phrase(speakers, first, owner) if owner is not None else None
    return _phrase(speakers, first, head) if head.lemma in lexicon.DOCUMENTS else None


_TOLD = frozenset({"слово", "рассказ", "утверждение", "заявление", "показание", "показания", "свидетельство", "версия"})
_EYES = frozenset({"взгляд", "понимание", "трактовка", "интерпретация", "изложение", "пересказ"})


def _in_eyes(speakers: Speakers, word: Word) -> tuple[tuple[Party, ...], int, int] | None:
    """Return whose view "на взгляд X", "на его взгляд", "в изложении X" is; "на первый взгляд" is nobody's."""
    rest = speakers.words[word.index + 1 : word.index + 4]
    noun = next((other for other in rest if other.lemma in _EYES), None)
    wanted = {"Acc", "Nom", "Gen", ""} if word.lower == "на" else {"Loc", ""}
    if noun is None or noun.case not in wanted or (word.lower == "на") != (noun.lemma == "взгляд"):
        return None
    between = speakers.words[word.index + 1 : noun.index]
    if any(other.lower in _POSSESSIVE for other in between):
        return (_owner(between[0]),), word.index, noun.index
    if between:
        return None
    head = _genitive_after(speakers, noun)
    found = _phrase(speakers, word.index, head) if head is not None else None
    return found if found is not None and any(speakers.can_say(party) for party in found[0]) else None


def _owner(possessive: Word) -> Party:
    """Return whom "его" or "вашим" stands for: the one written to is a party of his own."""
    yours = possessive.lower.startswith("ваш")
    return Party(possessive.place, possessive.text, "party" if yours else "pronoun")


def _had_from(speakers: Speakers, noun: Word) -> tuple[tuple[Party, ...], int] | None:
    """Return of whom information is had: "по данным, полученным от оператора", "по сведениям, предоставленным портом"."""
    behind = speakers.words[noun.index + 1 : noun.index + 4]
    participle = next(
        (other for other in behind if other.lemma in _GIVEN or other.lower.startswith(_GIVEN_STEMS)), None
    )
    if participle is None:
        return None
    for word in speakers.words[participle.index + 1 : participle.index + 6]:
        if word.text == "," or word.is_finite:
            return None
        if word.lemma in {"распоряжение", "адрес"}:  # "имеющимся в распоряжении редакции"
            continue
        led = speakers.words[word.index - 1].lower in {"от", "из", "у", "в", "на"} or word.case == "Ins"
        if word.part in {"NOUN", "PROPN", "PRON", "X"} and len(word.text) > 1 and (led or word.case == "Gen"):
            parties, _, last = _phrase(speakers, noun.index, word)
            return parties, last
    return None


_GIVEN = frozenset({"получить", "поступить", "предоставить", "представить", "опубликовать", "привести"})
_GIVEN_STEMS = (
    "полученн", "поступивш", "предоставленн", "представленн", "опубликованн", "приведенн", "собранн", "обнародованн",
    "переданн", "озвученн", "размещенн", "содержащ", "имеющ", "указанн",
)  # fmt: skip
_OWN = frozenset({"моим", "нашим", "нашей", "моему", "нашему", "моей"})
_POSSESSIVE = frozenset({"его", "ее", "их", "вашим", "вашей", "вашему", "ваш"})


def is_source_after(speakers: Speakers, word: Word) -> bool:
    """Say whether "согласно" leads to somebody or some paper that says a thing, not to a law or a plan."""
    head = speakers.head_after(word.index + 1, cases={"Dat", "Gen", "Nom"})
    return head is not None and head.lemma not in lexicon.NO_SOURCE and not head.lower.startswith("котор")


def _by(speakers: Speakers, word: Word) -> tuple[tuple[Party, ...], int, int] | None:
    of_words = word.lower in {"со", "с"}
    noun = next(
        (
            other
            for other in speakers.words[word.index + 1 : word.index + (3 if of_words else 5)]
            if (other.lower in {"слов", "зрения"} if of_words else _is_of_words(other))
        ),
        None,
    )
    if noun is None or (not of_words and noun.case not in {"Dat", "Loc", ""}):
        return None
    between = speakers.words[word.index + 1 : noun.index]
    if noun.lemma == "условие":
        return _phrase(speakers, word.index, noun)  # "по условиям договора": the paper says it
    if between and not of_words and (between[0].lower.startswith(_GIVEN_STEMS)) and noun.index - word.index > 2:
        had = _had_from(speakers, word)  # "по имеющимся у агентства сведениям"
        return (had[0], word.index, noun.index) if had is not None and had[1] < noun.index else None
    if not of_words and any(other.part not in {"ADJ", "DET", "PRON", "ADV"} for other in between):
        return None
    possessive = next((other for other in between if other.lower in _POSSESSIVE | _OWN), None)
    if possessive is not None:  # "по нашим подсчётам": the author's own
        return ((_owner(possessive),), word.index, noun.index) if possessive.lower in _POSSESSIVE else None
    return _of_whom(speakers, word, noun, between)


def _is_of_words(word: Word) -> bool:
    return word.lemma in lexicon.BY_WORDS or (word.lemma == "условие" and word.case == "Dat")


def _of_whom(
    speakers: Speakers, word: Word, noun: Word, between: Sequence[Word]
) -> tuple[tuple[Party, ...], int, int] | None:
    """Return whose words, view or data it is: from whom they are had, else the genitive behind; nobody's of a rumour."""
    had = _had_from(speakers, noun)
    if had is not None:
        return had[0], word.index, had[1]
    head = _genitive_after(speakers, noun) if noun.index + 1 < len(speakers.words) else None
    if head is not None:
        return _phrase(speakers, word.index, head)
    if noun.lemma == "слух" or any(other.lemma in _INDEFINITE for other in between):
        return (), word.index, noun.index
    return None


def _genitive_after(speakers: Speakers, noun: Word) -> Word | None:
    for word in speakers.words[noun.index + 1 : noun.index + 6]:
        if word.text == ",":
            return None
        if word.lower in {"его", "ее", "их"} and any(
            other.part == "NOUN" and other.case == "Gen" for other in speakers.words[word.index + 1 : word.index + 3]
        ):
            continue
        if word.part in {"NOUN", "PROPN", "PRON", "X"} and word.case in {"Gen", "", "Nom"}:
            return word
        if word.lower in {"одного", "одной", "же"}:
            continue
        if word.part not in {"ADJ", "NUM", "DET", "PUNCT", "X", "ADP"} and word.forms.get("VerbForm") != "Part":
            return None
    return None


def _phrase(speakers: Speakers, first: int, head: Word) -> tuple[tuple[Party, ...], int, int]:
    """Return parties of a head with where the phrase ends: behind a clause that hangs on it between commas."""
    heads = speakers.tree.conjuncts(head)
    parties = tuple(speakers.party(each) for each in heads)
    last = max(speakers.tree.phrase(each)[1] for each in heads)
    for party in parties:
        last = max([last, *(word.index for word in speakers.words if party.place.holds(word.place))])
    follows = speakers.words[last + 1 : last + 4]
    if (
        len(follows) > 1
        and follows[0].text == ","
        and any(
            other.forms.get("VerbForm") == "Part" and not other.is_finite and other.lemma != "указать"
            for other in follows[1:3]
        )
        | any(other.lower.startswith("котор") for other in follows[1:3])
    ):
        closing = next((word.index for word in speakers.words[last + 2 :] if word.text == ","), None)
        last = closing - 1 if closing is not None else last
    return parties, first, last
