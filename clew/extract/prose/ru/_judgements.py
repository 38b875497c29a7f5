# ruff: noqa: RUF002 -- Russian words stand here on purpose
"""A verb of a Russian sentence goes in; what somebody takes, names, explains or lists with it comes out, where no clause follows.

"Считает меры необоснованными", "меры считают излишними", "расценивает иск как давление", "объяснил задержку погодой", "назвал имя
капитана — Ишеев", "ущерб оценили в 3 млн", "в накладной получателем значится завод".
"""

from collections.abc import Sequence

from clew.extract.prose._telling import Party, Place
from clew.extract.prose._words import words
from clew.extract.prose.ru._cues import ALSO, Cues
from clew.extract.prose.ru._models import cases_of
from clew.extract.prose.ru._parse import Word
from clew.extract.prose.ru._segments import DASHES

# What one takes for something, or makes something the ground of: the thing, and a word in the instrumental.
_TAKING = words(
    "считать полагать признать признавать называть назвать счесть посчитать объявить объявлять окрестить именовать обозвать находить "
    "охарактеризовать характеризовать объяснять объяснить мотивировать обосновать обосновывать аргументировать представлять"
)
_NEEDS_THING = words("объяснять объяснить мотивировать обосновать обосновывать аргументировать")
# What one takes "as" something.
_AS = words(
    "расценить расценивать рассматривать трактовать воспринять воспринимать охарактеризовать характеризовать оценить оценивать определить "
    "определять описать описывать интерпретировать квалифицировать представить представлять"
)
_LINKING = words("связать связывать")
_NAMING = words("назвать называть привести приводить указать указывать сообщить раскрыть озвучить")
_NAMED = words(
    "цифра имя сумма дата причина срок число версия фамилия адрес количество размер цена стоимость номер объем оценка должность название условие виновник"
)
_LISTED = words(
    "значиться числиться фигурировать указать записать обозначить упомянуть названый назвать отметить проставить вписать зафиксировать"
)
_JUDGING = _TAKING | _AS | _LINKING


def judged(cues: Cues, verb: Word, holders: tuple[Party, ...]) -> tuple[Place, ...]:
    """Return where the words stand that a verb without a clause puts a judgement, a ground, a name or an entry into."""
    if _in_relative_clause(cues, verb):
        return ()
    spoken = [party.place for party in holders]
    lemma = verb.lemma
    found: tuple[Place, ...] = ()
    if lemma in _TAKING:
        found = _taken_for(cues, verb, spoken)
    if not found and lemma in _AS:
        found = _taken_as(cues, verb)
    if not found and lemma in {"оценить", "оценивать"}:
        found = _priced(cues, verb)
    if not found and lemma in _LINKING:
        found = _linked(cues, verb, spoken)
    if not found and lemma in _NAMING:
        found = _named(cues, verb, spoken)
    if not found and lemma in _LISTED and any(party.role == "document" for party in holders):
        found = _listed(cues, verb, spoken)
    return found


def judges(cues: Cues, verb: Word, holders: tuple[Party, ...]) -> bool:
    """Say whether a verb that is no cue by itself is one here: "расценивает иск как давление", "в бланке проставлен срок"."""
    entry = verb.lemma in _LISTED and any(party.role == "document" for party in holders)
    return (entry or verb.lemma in _JUDGING) and bool(judged(cues, verb, holders))


def _in_relative_clause(cues: Cues, verb: Word) -> bool:
    """Say whether "котор" opens the clause of a verb: "человек, которого все называли Суном" tells who he is."""
    first, _ = cues.segment(verb.index)
    return any(word.lower.startswith("котор") for word in cues.words[first : verb.index])


def _is_predicate(word: Word, cues: Cues) -> bool:
    instrumental = word.case == "Ins" or (word.part == "ADJ" and "Ins" in cases_of(word.text))
    return instrumental and word.part in {"ADJ", "NOUN", "VERB", "PROPN"} and not cues.tree.preposition(word.index)


def _stop(cues: Cues, verb: Word) -> int:
    """Return the last word of the clause behind a verb: "называет обвинение надуманным и настаивает" ends before "и"."""
    _, last = cues.segment(verb.index)
    joined = next((word.index for word in cues.words[verb.index + 1 : last + 1] if word.lower in ALSO), last + 1)
    if any(word.is_finite or word.forms.get("VerbForm") == "Inf" for word in cues.words[joined : last + 1]):
        return joined - 1
    return last


def _taken_for(cues: Cues, verb: Word, spoken: Sequence[Place]) -> tuple[Place, ...]:
    """Return the thing and what it is taken for, the thing before the verb or behind it."""
    last = _stop(cues, verb)
    behind = cues.words[verb.index + 1 : last + 1]
    if any(word.is_finite for word in behind):
        return ()
    so = [word for word in behind if _is_predicate(word, cues) and not any(place.holds(word.place) for place in spoken)]
    things = [
        word for word in behind if word.case in {"Acc", "Gen", "Nom"} and not any(p.holds(word.place) for p in spoken)
    ]
    before = _thing_before(cues, verb, spoken)
    if so and things and (before is None or not _all_predicate(behind, cues)):
        place = cues.tree.trimmed(_begins(behind, spoken), last)
        return (place,) if place else ()
    if so and before is not None:
        rest = cues.tree.trimmed(_begins(behind, spoken), last)
        return (before, rest) if rest is not None else ()
    return _for_before(cues, verb, spoken)


def _begins(behind: Sequence[Word], spoken: Sequence[Place]) -> int:
    """Return the first word behind a verb that is not its speaker."""
    return next(
        (word.index for word in behind if not any(place.holds(word.place) for place in spoken)), behind[0].index
    )


def _all_predicate(behind: Sequence[Word], cues: Cues) -> bool:
    first = next((word for word in behind if word.part in {"ADJ", "NOUN", "VERB", "PROPN"}), None)
    return first is not None and _is_predicate(first, cues)


def _thing_before(cues: Cues, verb: Word, spoken: Sequence[Place]) -> Place | None:
    """Return the object that stands before a verb in its clause: "решение считают необоснованным"."""
    first, _ = cues.segment(verb.index)
    for word in reversed(cues.words[first : verb.index]):
        if any(place.holds(word.place) for place in spoken) or word.part not in {"NOUN", "PROPN", "PRON", "DET"}:
            continue
        # "обвинения" has one form in both cases: whoever speaks was found, and it is not this
        fits = word.case in {"Acc", "Gen"} or (word.case == "Nom" and bool(spoken) and "Acc" in cases_of(word.text))
        if fits and not cues.tree.preposition(word.index) and word.relation.split(":")[0] != "nmod":
            start, stop = cues.tree.phrase(word)
            return cues.tree.trimmed(max(start, first), min(stop, verb.index - 1))
    return None


def _for_before(cues: Cues, verb: Word, spoken: Sequence[Place]) -> tuple[Place, ...]:
    """Return "управляющей компанией реестр называет «Блю»": what it is taken for first, the thing last."""
    first, last = cues.segment(verb.index)
    so = next(
        (
            word
            for word in cues.words[first : verb.index]
            if word.part == "NOUN"
            and _is_predicate(word, cues)
            and not any(place.holds(word.place) for place in spoken)
        ),
        None,
    )
    behind = [word for word in cues.words[verb.index + 1 : last + 1] if not any(p.holds(word.place) for p in spoken)]
    things = [word for word in behind if word.part in {"NOUN", "PROPN", "X"} and not cues.tree.preposition(word.index)]
    if so is None or not things:
        return ()
    left = cues.tree.place(*cues.tree.phrase(so))
    right = cues.tree.trimmed(behind[0].index, last)
    return (left, right) if right is not None else ()


def _taken_as(cues: Cues, verb: Word) -> tuple[Place, ...]:
    """Return "иск как попытку давления"."""
    last = _stop(cues, verb)
    behind = cues.words[verb.index + 1 : last + 1]
    mark = next((word for word in behind if word.lower == "как"), None)
    if mark is None or any(word.is_finite for word in behind):
        return ()
    if mark.index > verb.index + 1:
        place = cues.tree.trimmed(verb.index + 1, last)
        return (place,) if place else ()
    before = _thing_before(cues, verb, ())
    rest = cues.tree.trimmed(mark.index, last)
    return tuple(place for place in (before, rest) if place is not None) if rest is not None else ()


def _priced(cues: Cues, verb: Word) -> tuple[Place, ...]:
    """Return what is put at a figure, with the figure: "оценивают ущерб в 3 млн", "ущерб оценили в 3 млн"."""
    _, last = cues.segment(verb.index)
    behind = cues.words[verb.index + 1 : last + 1]
    at = next((number for number, word in enumerate(behind) if word.lower in {"в", "во"}), None)
    figure = at is not None and any(word.part == "NUM" or word.text[:1].isdigit() for word in behind[at:])
    place = cues.tree.trimmed(verb.index + 1, last) if figure else None
    if place is None:
        return ()
    before = _thing_before(cues, verb, ()) if at == 0 else None
    return (before, place) if before is not None else (place,)


def _linked(cues: Cues, verb: Word, spoken: Sequence[Place]) -> tuple[Place, ...]:
    """Return "задержку с погодой" of "связывает задержку с погодой"."""
    last = _stop(cues, verb)
    behind = cues.words[verb.index + 1 : last + 1]
    ground = next((word for word in behind if word.lower in {"с", "со"}), None)
    if ground is None or any(word.is_finite for word in behind):
        return ()
    before = _thing_before(cues, verb, spoken) if ground.index == verb.index + 1 else None
    if ground.index == verb.index + 1 and before is None:
        return ()
    place = cues.tree.trimmed(_begins(behind, spoken), last)
    return tuple(each for each in (before, place) if each is not None)


def _named(cues: Cues, verb: Word, spoken: Sequence[Place]) -> tuple[Place, ...]:
    """Return "имя капитана — Ишеев", "цифру вдвое меньшую": what is given out, with the words that give it."""
    _, last = cues.segment(verb.index)
    if cues.tree.is_negated(verb):
        return ()
    for word in cues.words[verb.index + 1 : last + 1]:
        if word.lemma in _NAMED and word.case in {"Acc", "Gen", ""} and not cues.tree.preposition(word.index):
            if any(place.holds(word.place) for place in spoken):
                continue
            start, _ = cues.tree.phrase(word)
            follows = cues.words[last + 1 : last + 2]
            if follows and follows[0].text in DASHES:
                _, last = cues.segment(last + 2)
            elif last == word.index and not any(other.part == "ADJ" for other in cues.words[start : word.index]):
                return ()  # "назвал сумму": which, he is not quoted with
            place = cues.tree.trimmed(start, last)
            return (place,) if place else ()
    return ()


def _listed(cues: Cues, verb: Word, spoken: Sequence[Place]) -> tuple[Place, ...]:
    """Return what an entry says: "получателем значится завод", "указан 2021 год", without the paper it stands in."""
    first, last = cues.segment(verb.index)
    inside = [word for word in cues.words[first : last + 1] if not any(place.holds(word.place) for place in spoken)]
    while inside and (inside[0].part in {"ADP", "CCONJ", "PUNCT"} or inside[0].lower in {"как", "тогда"}):
        inside = inside[1:]
    if not any(word.part in {"NOUN", "PROPN", "NUM", "X"} for word in inside):
        return ()
    runs = cues.tree.runs(word.index for word in inside)
    places = [
        cues.tree.trimmed(*run)
        for run in runs
        if any(cues.words[i].part not in {"ADP", "PUNCT"} for i in range(run[0], run[1] + 1))
    ]
    return tuple(place for place in places if place is not None)
