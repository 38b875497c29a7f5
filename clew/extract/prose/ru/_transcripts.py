"""The speakers of a Russian sentence go in; whose turn of a transcript or of a chat it is comes out: "САЛОВ: …", "04.03 Зоя: …".

A label speaks only where the page has two of them at least: a headline ("Минфин: доходы выросли") heads no turns, and a form's lines
("Адрес:", "Кому:") name nobody. Whoever asks is not held to a question. A turn goes on to the next label or the paragraph's end.
"""

import re
from dataclasses import replace

from clew.extract.prose._telling import Party, Place, Telling, Told
from clew.extract.prose._words import words
from clew.extract.prose.ru._speakers import Speakers

_DATED = r"(?:\[?\d{1,2}[.:]\d{2}(?:[.:]\d{2,4})?\]?,?\s+)"
LABEL = re.compile(
    rf"(?P<dated>{_DATED}*)(?:[—–-]\s+)?(?P<who>[А-ЯЁ][А-ЯЁа-яё.-]*(?:\s+[А-ЯЁ][А-ЯЁа-яё.-]*){{0,3}})(?P<colon>:)\s+(?=\S)"
)
_ASKS = re.compile(r"(?:КОРР\w*|ВЕДУЩ\w*|ЖУРНАЛИСТ\w*|ИНТЕРВЬЮЕР|ВОПРОС\w*|РЕДАКЦИЯ)\.?", re.IGNORECASE)
_HEADS = words("кому от тема копия дата адрес тел телефон исх вх приложение предмет цена итого сумма место время")
_ANSWERS = words("ответ ответы")


def turn_of(speakers: Speakers, page: str) -> Telling | None:
    """Return what a labelled turn says in the sentence that opens with the label; None where no transcript's label opens it."""
    text = speakers.sentence_text
    match = LABEL.match(text)
    if match is None or not _is_label(match, speakers, page):
        return None
    start = speakers.tree.sentence.place.start
    behind = [word for word in speakers.words if word.place.start >= start + match.end()]
    content = speakers.tree.trimmed(behind[0].index, behind[-1].index) if behind else None
    if content is None:
        return None
    place = Place(start + match.start("who"), start + match.end("who"))
    name = speakers.names.at(speakers.page, place.start)
    role = speakers.party(next(word for word in speakers.words if place.holds(word.place))).role
    party = Party(place, match["who"], "party" if role in {"pronoun", "document"} else role, name)
    mark = Place(start + match.start("colon"), start + match.end("colon"))
    return Telling(mark, "saying", (party,), (content,), form="indirect")


def _is_label(match: re.Match[str], speakers: Speakers, page: str) -> bool:
    who = match["who"]
    if who.lower().strip(".") in _HEADS or _ASKS.fullmatch(who) or not re.search(r"[А-ЯЁа-яё]{2}", who):
        return False
    alike = [other for other in LABEL.finditer(page) if _opens(other, page) and other["who"].lower() not in _HEADS]
    if len(alike) < 2:
        return False
    rest = speakers.sentence_text[match.end() :]
    says = any(word.is_finite or word.lower in {"нет", "да", "не"} for word in speakers.words)
    if match["dated"]:
        return True
    if who == who.upper() and len(who) > 3:
        return says
    first = next((word for word in speakers.words if match["who"].startswith(word.text)), None)
    name = speakers.name_at(first) if first is not None else None
    named = name is not None and name.kind == "person"
    return says and bool(rest.strip()) and (named or who.lower() in _ANSWERS)


def _opens(match: re.Match[str], page: str) -> bool:
    """Say whether a label stands where a sentence or a line begins."""
    before = page[: match.start()].rstrip(" ")
    return not before or before[-1] in "\n.!?…»"


def in_turn(told: Told, turn: Telling | None) -> Told:
    """Return a sentence as its turn's speaker has it: what others are quoted with in it is told through him."""
    if turn is None:
        return told
    party = turn.holders[0]
    own = [each for each in told.tellings if each.holders != turn.holders and each.cue != turn.cue]
    inner = [
        replace(
            each, holders=tuple(party if one.text.lower() in {"я", "мы", "мне", "нам"} else one for one in each.holders)
        )
        for each in own
    ]
    return replace(told, tellings=(turn, *inner))


def going_on(turn: Telling | None, speakers: Speakers) -> Telling | None:
    """Return a turn with the next sentence for its content; None where that asks, or opens with a label of another's."""
    text = speakers.sentence_text
    if turn is None or text.rstrip().endswith("?") or LABEL.match(text):
        return None
    content = speakers.tree.trimmed(0, len(speakers.words) - 1)
    return replace(turn, content=(content,)) if content is not None else None
