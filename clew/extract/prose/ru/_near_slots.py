# ruff: noqa: RUF003 -- Russian words stand here on purpose
"""A verb of a Russian sentence goes in; what fills a place of it in its clause comes out, by the forms of words and the prepositions alone.

For where the parser hung a word elsewhere: the nearest noun of the right case without a preposition, or the first noun behind one.
"""

from collections.abc import Iterator, Sequence

from clew.extract.prose._words import words
from clew.extract.prose.ru._models import cases_of
from clew.extract.prose.ru._oblique import TIMES
from clew.extract.prose.ru._parse import Word
from clew.extract.prose.ru._speakers import Speakers

_PREPOSITIONS = {
    "to": ({"в", "во", "на", "до"}, {"Acc", "Gen"}),
    "into": ({"в", "во"}, {"Acc"}),
    "in": ({"в", "во", "на"}, {"Loc"}),
    "on": ({"в", "во", "на"}, {"Loc"}),
    "at": ({"в", "во", "на", "под"}, {"Loc"}),
    "with": ({"с", "со"}, {"Ins"}),
    "from": ({"от", "у"}, {"Gen"}),
    "against": ({"против", "на", "в"}, {"Gen", "Acc"}),
    "upon": ({"на"}, {"Acc"}),
    "behind": ({"за"}, {"Ins"}),
    "through": ({"через"}, {"Acc"}),
}
_BARE = {"dat": {"Dat"}, "ins": {"Ins"}, "obj": {"Acc"}}
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "X"})
_NO_OBJECT = frozenset({"себя", "себе", "собой", "это", "то", "что", "все", "год", "раз"})
_ASKING = words("пригласить приглашать попросить просить направить командировать отправить послать обязать поручить")
URGING = words(
    "призвать призывать предложить предлагать требовать потребовать разрешить разрешать запретить запрещать позволить позволять велеть "
    "рекомендовать порекомендовать советовать посоветовать приказать поручить помочь помогать заставить просить попросить"
)
_LONGEST = 18  # words on either side of a verb that are asked


def nearby(verb: Word, slot: str, speakers: Speakers) -> list[Word]:
    """Return the word that fills a slot of a verb in its clause; nothing where none has the form for it."""
    window = clause_of(verb, speakers)
    if slot in _PREPOSITIONS:
        prepositions, cases = _PREPOSITIONS[slot]
        return list(_led(window, prepositions, cases, speakers))[:1]
    if slot in _BARE:
        behind = [word for word in window if word.index > verb.index]
        before = [word for word in reversed(window) if word.index < verb.index]
        return list(_bare([*behind, *before], _BARE[slot], speakers))[:1]
    return _subject(verb, window, speakers) if slot == "subj" else []


def _subject(verb: Word, window: Sequence[Word], speakers: Speakers) -> list[Word]:
    """Return who does a verb: the nearest nominative before it, or behind; of an infinitive whoever is asked to, of a passive its agent."""
    if verb.forms.get("VerbForm") == "Part" and not verb.is_finite and verb.forms.get("Voice") != "Pass":
        return []  # "посещающим Исламабад" is said of the noun before the comma
    governor = next((word for word in reversed(window) if word.is_finite and word.index < verb.index), None)
    led = verb.forms.get("VerbForm") == "Inf"
    if led and governor is not None and governor.lemma in _ASKING:
        return list(_bare([word for word in window if word.index > governor.index], {"Acc", "Gen"}, speakers))[:1]
    if led and governor is not None and governor.lemma in URGING:
        return []
    before = [word for word in reversed(window) if word.index < verb.index]
    behind = [word for word in window if word.index > verb.index]
    if verb.forms.get("Voice") == "Pass":
        return list(_bare([*behind, *before], {"Ins"}, speakers))[:1]
    agrees = governor if led and governor is not None else verb
    for word in (*before, *behind):
        undeclined = not word.case and word.index < verb.index and speakers.name_at(word) is not None
        nominative = word.case == "Nom" or undeclined
        if word.part in _NOMINAL and nominative and not speakers.tree.preposition(word.index) and _agree(word, agrees):
            return [speakers.top(word)]
    return []


def _agree(word: Word, verb: Word) -> bool:
    if verb.forms.get("Person") in {"1", "2"}:
        return word.lower in {"я", "мы", "ты", "вы"}
    ours, theirs = word.forms.get("Number"), verb.forms.get("Number")
    return ours is None or theirs is None or ours == theirs


def clause_of(verb: Word, speakers: Speakers) -> list[Word]:
    """Return the words of a verb's clause: to the next mark, over an aside without a verb, to the next verb that makes a clause."""
    all_ = speakers.words
    first, last = verb.index, verb.index
    while first > 0 and verb.index - first < _LONGEST and not _ends(all_, first - 1, verb):
        first -= 1
    while last + 1 < len(all_) and last - verb.index < _LONGEST and not _ends(all_, last + 1, verb):
        last += 1
    return [word for word in all_[first : last + 1] if word.index != verb.index]


def _ends(found: Sequence[Word], index: int, verb: Word) -> bool:
    word = found[index]
    if word.text in {";", ":", "—", "–", ".", "?", "!"}:
        return len(found[index - 1].text) > 2 or word.text != "."  # "Л. Г. Тарханова"
    if word.text == ",":
        return True
    other = word.is_finite and word.lemma not in {"быть", "мочь", "стать", "смочь"}
    return other and verb.forms.get("VerbForm") != "Inf"


def _led(window: Sequence[Word], prepositions: set[str], cases: set[str], speakers: Speakers) -> Iterator[Word]:
    """Yield the nouns behind a preposition, in the order of the sentence."""
    inside = {word.index for word in window}
    for mark in window:
        if mark.lower not in prepositions or mark.part not in {"ADP", "X", "PART"}:
            continue
        for word in speakers.words[mark.index + 1 : mark.index + 8]:
            if word.index not in inside or (word.part in {"ADP", "VERB"} and word.forms.get("VerbForm") != "Part"):
                break
            if word.part in _NOMINAL:
                if _fits(word, cases, speakers) and word.lemma not in TIMES:
                    yield word
                break


def _bare(found: Sequence[Word], cases: set[str], speakers: Speakers) -> Iterator[Word]:
    """Yield the nouns of these cases that no preposition and no other noun governs."""
    for word in found:
        if word.part not in _NOMINAL or word.lower in _NO_OBJECT or word.lemma in TIMES:
            continue
        if speakers.tree.preposition(word.index) or _is_led(word, speakers) or word.case == "Nom":
            continue
        head = speakers.words[word.head] if word.head >= 0 else word
        if head.part == "ADJ" or (head.forms.get("VerbForm") == "Part" and not head.is_finite):
            continue  # "подконтрольный правительству банк"
        if word.case not in cases and _follows_noun(word, speakers):
            continue  # "глава ОАО «Газпром»"
        if _fits(word, cases, speakers) and (word.case in cases or speakers.name_at(word) is not None):
            yield word


def _is_led(word: Word, speakers: Speakers) -> bool:
    """Say whether a preposition stands before a noun and what describes it."""
    at = word.index - 1
    while at > 0 and (speakers.words[at].part in {"ADJ", "DET", "NUM"} or speakers.words[at].text in {"«", '"'}):
        at -= 1
    return at >= 0 and speakers.words[at].part == "ADP"


def _fits(word: Word, cases: set[str], speakers: Speakers) -> bool:
    if word.case in cases:
        return True
    possible = cases_of(word.text)
    if cases == {"Ins"}:
        return bool(possible & cases)
    undeclined = speakers.name_at(word) is not None and (not possible or word.part == "X" or _is_quoted(word, speakers))
    return bool(possible & cases) or undeclined


def _follows_noun(word: Word, speakers: Speakers) -> bool:
    at = word.index - 1
    while at > 0 and (speakers.words[at].text in {"«", '"', "“"} or speakers.words[at].part == "ADJ"):
        at -= 1
    return at >= 0 and speakers.words[at].part in {"NOUN", "PROPN"}


def _is_quoted(word: Word, speakers: Speakers) -> bool:
    return any(first < word.index < last for first, last in speakers.tree.quotes)
