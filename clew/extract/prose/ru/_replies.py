# ruff: noqa: RUF002 -- Russian words stand here on purpose
"""A parsed Russian sentence goes in; parties that did not answer come out, and what about. Another silence is none."""

from collections.abc import Callable, Iterator

from clew.extract.prose._telling import Party, Place, Telling
from clew.extract.prose._words import words
from clew.extract.prose.ru import _lexicon as lexicon
from clew.extract.prose.ru._parse import Word
from clew.extract.prose.ru._silences import silence, who
from clew.extract.prose.ru._speakers import Speakers

Reply = tuple[Telling, tuple[int, ...]]
_DECLINING = frozenset({"отказаться", "отказываться", "воздержаться", "воздерживаться", "уклониться"})
_COMMENTING = frozenset({"комментировать", "прокомментировать"})
_ADDRESS = frozenset({"в", "во", "на", "к", "с", "со", "до", "от", "у"})


def replies(speakers: Speakers) -> list[Reply]:
    """Return who did not respond, with the words read as such."""
    found: list[Reply] = []
    for read in (_of, silence):
        for word in speakers.words:
            found.extend(reply for reply in read(word, speakers) if not _is_known(reply, found))
    return found


def _is_known(reply: Reply, found: list[Reply]) -> bool:
    """Say whether a party's silence was read already, at another word of it."""
    telling, _ = reply
    return telling.force == "silent" and any(
        other.force == "silent" and other.holders == telling.holders for other, _ in found
    )


def _of(word: Word, speakers: Speakers) -> Iterator[Reply]:
    lemma, negated = word.lemma, speakers.tree.is_negated(word)
    if lemma == "ответ":
        yield from _no_answer(word, speakers)
    elif lemma in _DECLINING:
        yield from _declined(word, speakers)
    elif lemma in {"недоступный", "недоступен"} and _has(speakers, "комментарий"):
        people = speakers.of(word) or _subject_near(word, speakers)
        yield from _reply((word, word), people, speakers, kind="could_not_be_reached")
    elif word.lower == "курсе" and any(
        other.lower == "не" for other in speakers.words[max(0, word.index - 3) : word.index]
    ):
        yield from _unaware(word, speakers)
    elif negated:
        yield from _of_negated(word, lemma, speakers)


def _of_negated(word: Word, lemma: str, speakers: Speakers) -> Iterator[Reply]:
    read = next((read for lemmas, read in _NEGATED if lemma in lemmas), None)
    if read is not None:
        yield from read(word, speakers)


def _not_commented(word: Word, speakers: Speakers) -> Iterator[Reply]:
    people = speakers.of(_governor(word, speakers)) or _subject_near(word, speakers)
    yield from _reply((word, word), people, speakers, about=_object(word, speakers), kind="declined")


def _would_not(word: Word, speakers: Speakers) -> Iterator[Reply]:
    for verb in _near_infinitive(word, speakers, lexicon.COMMENTING):
        yield from _reply((word, verb), speakers.of(word), speakers, kind="declined")


def _not_about_to(word: Word, speakers: Speakers) -> Iterator[Reply]:
    """Yield from "комментировать их не намерены" and "не готовы комментировать"."""
    near = speakers.words[max(0, word.index - 4) : word.index + 4]
    for verb in [other for other in near if other.lemma in _COMMENTING and other.forms.get("VerbForm") == "Inf"][:1]:
        people = speakers.of(word) or _subject_near(word, speakers)
        yield from _reply((word, verb), people, speakers, about=_object(verb, speakers), kind="declined")


def _not_given(word: Word, speakers: Speakers) -> Iterator[Reply]:
    near = (*speakers.words[max(0, word.index - 4) : word.index], *speakers.words[word.index + 1 : word.index + 4])
    given = {"комментарий", "ответ"}
    if word.lemma in {"представить", "предоставить"}:  # "не дают простых объяснений" refuses nobody
        given |= {"пояснение", "объяснение"}
    for other in [other for other in near if other.lemma in given][:1]:
        yield from _reply((word, other), who(word, speakers), speakers, kind="declined")


def _reply(
    span: tuple[Word, Word], people: tuple[Party, ...], speakers: Speakers, *, about: Place | None = None, kind: str
) -> Iterator[Reply]:
    people = tuple(party for party in people if party.role != "document")
    if people:
        low, high = sorted((span[0].index, span[1].index))
        cue = speakers.tree.place(low, high)
        yield Telling(cue, "silent", people, (about,) if about else (), reply=kind), tuple(range(low, high + 1))


def _unaware(word: Word, speakers: Speakers) -> Iterator[Reply]:
    """Yield from "не располагает сведениями о X" and "не в курсе X", said of a speaker without a cue before it."""
    if any(other.lower in {"что", "если", "который"} for other in speakers.words[: word.index]):
        return
    people = speakers.of(word) or _subject_near(word, speakers)
    for other in speakers.words[word.index + 1 : word.index + 6]:
        asked = speakers.tree.preposition(other.index) in {"о", "об", "про"} or (
            word.lower == "курсе" and other.case == "Gen"
        )
        if people and other.part in {"NOUN", "PROPN", "PRON"} and asked:
            first, last = speakers.tree.phrase(other)
            telling = Telling(word.place, "unaware", people, (speakers.tree.place(first, last),))
            yield telling, tuple(range(word.index, last + 1))
            return
    yield from _without_such(word, people, speakers)


def _without_such(word: Word, people: tuple[Party, ...], speakers: Speakers) -> Iterator[Reply]:
    """Yield from "такими данными мы не располагаем": what is not at hand is named before the verb."""
    for other in speakers.words[max(0, word.index - 6) : word.index]:
        if people and other.lemma in {"данные", "информация", "сведение", "сведения"} and other.case == "Ins":
            first, last = speakers.tree.phrase(other)
            yield Telling(word.place, "unaware", people, (speakers.tree.place(first, last),)), (word.index,)
            return


def _governor(word: Word, speakers: Speakers) -> Word:
    """Return the verb a speaker hangs on: "отказался комментировать"."""
    if word.forms.get("VerbForm") == "Inf" and word.head >= 0:
        return speakers.words[word.head]
    return word


def _unanswered(word: Word, speakers: Speakers) -> Iterator[Reply]:
    behind = speakers.words[word.index + 1 : word.index + 6]
    ahead = speakers.words[max(0, word.index - 7) : word.index]
    on = [other for other in [*behind, *ahead] if other.lower == "на"]
    asked = [
        noun
        for mark in on
        for noun in speakers.words[mark.index + 1 : mark.index + 4]
        if noun.lemma in lexicon.REQUESTS
    ]
    if on and not asked:
        return  # "не ответил на удар"
    place = speakers.tree.place(*speakers.tree.phrase(asked[0])) if asked else None
    people = who(word, speakers)
    yield from _reply((word, word), people, speakers, about=place, kind="did_not_respond")


def _declined(word: Word, speakers: Speakers) -> Iterator[Reply]:
    people = who(word, speakers)
    if not people and word.relation == "conj" and word.head >= 0:
        people = speakers.of(speakers.words[word.head])
    ahead = speakers.words[max(0, word.index - 4) : word.index]
    for other in [*speakers.words[word.index + 1 : word.index + 5], *reversed(ahead)]:
        if other.lower == "от" and speakers.words[min(other.index + 1, len(speakers.words) - 1)].lemma in {
            "комментарий",
            "ответ",
            "обсуждение",
            "комментирование",
            "объяснение",
        }:
            yield from _reply((word, speakers.words[other.index + 1]), people, speakers, kind="declined")
            return
        if other.lemma in lexicon.COMMENTING | lexicon.DISCLOSING and other.forms.get("VerbForm") == "Inf":
            yield from _reply((word, other), people, speakers, about=_object(other, speakers), kind="declined")
            return


def _object(verb: Word, speakers: Speakers) -> Place | None:
    """Return the words a party would not speak about."""
    for other in speakers.words[verb.index + 1 : verb.index + 6]:
        if other.text in {",", "."} or other.is_finite:
            return None
        if other.part in {"NOUN", "PROPN", "PRON"} and other.lemma not in {
            "журналист",
            "агентство",
            "издание",
            "редакция",
        }:
            return speakers.tree.place(*speakers.tree.phrase(other))
    return None


def _near_infinitive(word: Word, speakers: Speakers, lemmas: frozenset[str]) -> list[Word]:
    near = [*speakers.words[word.index + 1 : word.index + 4], *speakers.words[max(0, word.index - 5) : word.index]]
    return [other for other in near if other.lemma in lemmas and other.forms.get("VerbForm") == "Inf"][:1]


def _unreached(word: Word, speakers: Speakers) -> Iterator[Reply]:
    """Yield from "связаться с X не удалось", "получить комментарий X не удалось"."""
    verbs = [
        other
        for other in speakers.words
        if other.lemma in {"связаться", "дозвониться", "получить"} and abs(other.index - word.index) < 14
    ]
    for verb in verbs[:1]:
        rest = [*speakers.words[verb.index + 1 : verb.index + 9], *speakers.words[max(0, verb.index - 8) : verb.index]]
        if verb.lemma == "получить" and not any(other.lemma in {"комментарий", "ответ"} for other in rest):
            return
        for other in rest:
            behind = speakers.tree.preposition(other.index) in {"с", "со", "до", "от", "у"}
            of_comment = (
                verb.lemma == "получить" and other.case in {"Gen", ""} and other.lemma not in {"комментарий", "ответ"}
            )
            named = speakers.name_at(other) is not None and other.lemma != "комментарий"
            if other.part in {"NOUN", "PROPN", "X"} and (behind or of_comment or named):
                people = tuple(speakers.party(head) for head in speakers.tree.conjuncts(other))
                yield from _reply((verb, word), people, speakers, kind="could_not_be_reached")
                return


def _subject_near(word: Word, speakers: Speakers) -> tuple[Party, ...]:
    found = [
        other
        for other in speakers.words[: word.index]
        if other.part in {"NOUN", "PROPN", "X", "PRON"} and other.case == "Nom"
    ]
    return (speakers.party(found[0]),) if found else ()


def _no_answer(word: Word, speakers: Speakers) -> Iterator[Reply]:
    """Yield from "остался без ответа" and "ответа от X не поступило"."""
    words = speakers.words
    if (
        word.index
        and words[word.index - 1].lower == "без"
        and any(other.lemma in {"остаться", "оставаться"} for other in words[max(0, word.index - 4) : word.index])
    ):
        asked = next(
            (
                other
                for other in words[: word.index]
                if other.lemma in lexicon.REQUESTS and other.case in {"Nom", "Acc"}
            ),
            None,
        )
        if asked is None:
            return
        for other in words[asked.index + 1 : word.index]:
            if other.lemma in {"адрес", "имя"}:
                continue  # "запрос в адрес «Рубина»"
            addressed = speakers.words[other.index - 1].lemma in {"адрес", "имя"} or speakers.words[
                other.index - 2
            ].lemma in {"адрес", "имя"}
            if (
                other.part in {"NOUN", "PROPN", "X"}
                and (addressed or speakers.tree.preposition(other.index) in _ADDRESS)
            ) or (other.case == "Dat" and other.part in {"NOUN", "PROPN"}):
                place = speakers.tree.place(asked.index, asked.index)
                yield from _reply(
                    (words[word.index - 1], word),
                    (speakers.party(other),),
                    speakers,
                    about=place,
                    kind="did_not_respond",
                )
                return
    negated = any(
        (other.lemma in {"поступить", "последовать", "получить", "быть"} and speakers.tree.is_negated(other))
        or other.lower == "нет"
        for other in words[word.index :]
    )
    if word.case == "Gen" and negated:
        for other in words[word.index + 1 : word.index + 6]:
            if other.part in {"NOUN", "PROPN", "X"} and speakers.tree.preposition(other.index) in {"от", "из", "со"}:
                last = next(
                    each
                    for each in words[word.index :]
                    if each.lemma in {"поступить", "последовать", "получить", "быть"} or each.lower == "нет"
                )
                yield from _reply((word, last), (speakers.party(other),), speakers, kind="did_not_respond")
                return


def _has(speakers: Speakers, lemma: str) -> bool:
    return any(word.lemma == lemma for word in speakers.words)


_NEGATED: tuple[tuple[frozenset[str], Callable[[Word, Speakers], Iterator[Reply]]], ...] = (
    (lexicon.ANSWERING, _unanswered),
    (_COMMENTING, _not_commented),
    (words("стать захотеть хотеть пожелать рваться торопиться спешить"), _would_not),
    (words("намерен намеренный готов готовый собираться планировать быть"), _not_about_to),
    (words("предоставить предоставлять дать давать представить"), _not_given),
    (words("удаться удаваться"), _unreached),
    (words("располагать обладать"), _unaware),
)
