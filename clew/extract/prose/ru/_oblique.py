# ruff: noqa: RUF002 -- Russian words stand here on purpose
"""A verb of a Russian sentence goes in; what fills its rarer places comes out: in whose address, over what control, whose business."""

from collections.abc import Sequence

from clew.extract.prose._words import words
from clew.extract.prose.ru._parse import Word

TIMES = words(
    "год месяц день неделя январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь время "
    "период момент среда четверг вторник понедельник пятница суббота воскресенье начало конец середина"
)
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


def controlled(verb: Word, sentence: Sequence[Word]) -> list[Word]:
    """Return what "контроль над X осуществляет Y" is over; control "за качеством" is over no firm."""
    near = sentence[max(0, verb.index - 9) : verb.index + 6]
    mark = next((word for word in near if word.lemma == "контроль"), None)
    if mark is None or mark.index + 1 >= len(sentence):
        return []
    over = sentence[mark.index + 1]
    behind = sentence[over.index + 1 : over.index + 4]
    return [word for word in behind if over.lower == "над" and word.part in _NAMING | {"ADJ"}][:1]
