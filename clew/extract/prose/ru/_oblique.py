# ruff: noqa: RUF002 -- Russian words stand here on purpose
"""A verb of a Russian sentence goes in; what fills its rarer places comes out: in whose address, over what control, whose business."""

from collections.abc import Callable, Sequence

from clew.extract.prose._words import words
from clew.extract.prose.ru import _lexicon as lexicon
from clew.extract.prose.ru._parse import Word
from clew.extract.prose.ru._speakers import Speakers

TIMES = words(
    "год месяц день неделя январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь время "
    "период момент среда четверг вторник понедельник пятница суббота воскресенье начало конец середина"
)
SHARES = frozenset(
    {"доля", "процент", "акция", "пакет", "%", "часть", "капитал", "половина", "четверть", "треть", "блокпакет"}
)
_TALKS = words("встреча переговоры беседа консультация совещание")
_BUSINESS = words("деятельность работа бизнес поток операция финансы")
_NAMING = frozenset({"NOUN", "PROPN", "X"})


def in_address(verb: Word, sentence: Sequence[Word]) -> list[Word]:
    """Return to whom goods go: "отгрузило в адрес ООО «Темп»"; "на адрес склада" is a place."""
    behind = sentence[verb.index + 1 : verb.index + 12]
    mark = next((word for word in behind if word.lower in {"адрес", "пользу"}), None)
    if mark is None or sentence[mark.index - 1].lower != "в":
        return []
    return [word for word in sentence[mark.index + 1 : mark.index + 4] if word.part in _NAMING][:1]


def of_business(objects: Sequence[Word], sentence: Sequence[Word]) -> list[Word]:
    """Return whose business is done something to: "контролировал деятельность ООО «Стальком»"."""
    done = [word for word in objects if word.lemma in _BUSINESS]
    behind = [word for each in done for word in sentence[each.index + 1 : each.index + 5]]
    return [word for word in behind if word.part in _NAMING][:1]


def controlled(verb: Word, speakers: Speakers) -> list[Word]:
    """Return what "контроль над X осуществляет Y" is over; control "за качеством" is over no firm."""
    sentence = speakers.words
    near = sentence[max(0, verb.index - 9) : verb.index + 6]
    mark = next((word for word in near if word.lemma == "контроль"), None)
    if mark is None or mark.index + 1 >= len(sentence):
        return []
    over = sentence[mark.index + 1]
    behind = sentence[over.index + 1 : over.index + 4]
    return [word for word in behind if over.lower == "над" and word.part in _NAMING | {"ADJ"}][:1]


def share_before(verb: Word, speakers: Speakers) -> list[Word]:
    """Return the firm whose share a verb is said of: "ему принадлежат 75 % «Терминала»", "30 % акций «Норда» перешли Бугрову"."""
    near = speakers.words[max(0, verb.index - 9) : verb.index + 12]
    marks = [word.index for word in near if word.lemma in SHARES or word.text == "%" or word.text.endswith("%")]
    if not marks:
        return []
    for word in speakers.words[marks[-1] + 1 : marks[-1] + 6]:
        if word.index == verb.index or word.text in {",", ";"}:
            return []
        firm = speakers.name_at(word) is not None or word.lemma in lexicon.FIRM_NOUNS
        if word.part in _NAMING and word.lemma not in SHARES and firm and word.case in {"Gen", "Nom", ""}:
            return [word]
    return []


def of_staff(verb: Word, speakers: Speakers) -> list[Word]:
    """Return whose staff somebody is on: "в штате университета не состоял", "числится в штате фирмы"."""
    near = speakers.words[max(0, verb.index - 8) : verb.index + 8]
    mark = next((word for word in near if word.lemma in {"штат", "коллектив", "персонал"} and word.case == "Loc"), None)
    behind = speakers.words[mark.index + 1 : mark.index + 5] if mark is not None else ()
    return [word for word in behind if word.part in _NAMING and word.case in {"Gen", "Nom", ""}][:1]


def under_sanctions(verb: Word, speakers: Speakers) -> list[Word]:
    """Return whose sanctions somebody is under: "попал под санкции Евросоюза", else the word for them."""
    for mark in speakers.words[verb.index + 1 : verb.index + 7]:
        if mark.lower == "под":
            behind = speakers.words[mark.index + 1 : mark.index + 7]
            sanctions = next((word for word in behind if word.lemma in {"санкция", "эмбарго"}), None)
            if sanctions is None:
                return []
            whose = [
                word for word in behind if word.index > sanctions.index and word.case == "Gen" and word.part in _NAMING
            ]
            return whose[:1] or [sanctions]
    return []


def in_talks(verb: Word, speakers: Speakers) -> list[Word]:
    """Return with whom "провёл встречу с губернатором", "вёл переговоры с банком" are held; "провёл время с детьми" are none."""
    near = speakers.words[max(0, verb.index - 4) : verb.index + 7]
    talk = next((word for word in near if word.lemma in _TALKS), None)
    after = speakers.words[talk.index + 1 : talk.index + 6] if talk is not None else ()
    mark = next((word for word in after if word.lower in {"с", "со"}), None)
    behind = speakers.words[mark.index + 1 : mark.index + 6] if mark is not None else ()
    return [word for word in behind if word.part in _NAMING and word.case in {"Ins", ""}][:1]


# Slots that a whole phrase fills, by the name a rule has for them.
BY_MEANING: dict[str, Callable[[Word, Speakers], list[Word]]] = {
    "control": controlled,
    "share_of": share_before,
    "talks": in_talks,
    "staff": of_staff,
    "sanctions": under_sanctions,
}
