"""A verb of a Russian sentence goes in; who kept silent in other words comes out: rang off, left a letter unanswered, was not reached.

Each is a verb with the words that make it one, in any order within their clause: "бросил трубку", "от комментариев воздержались",
"оставили запрос без ответа". The verb alone is none: "бросил работу", "воздержались при голосовании", "лес молчал".
"""

from collections.abc import Iterator
from dataclasses import dataclass

from clew.extract.prose._telling import Party, Place, Telling
from clew.extract.prose._words import words
from clew.extract.prose.ru import _lexicon as lexicon
from clew.extract.prose.ru._models import cases_of
from clew.extract.prose.ru._parse import Word
from clew.extract.prose.ru._speakers import Speakers

Reply = tuple[Telling, tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Silence:
    """A verb, and the noun or the infinitive it needs in its clause to be a non-response."""

    verbs: frozenset[str]
    needs: frozenset[str]
    kind: str  # did_not_respond, declined, could_not_be_reached
    behind: frozenset[str] = frozenset()  # prepositions one of which stands before what is needed
    negated: bool = False


_ANSWERS = words(
    "комментарий ответ обсуждение комментирование объяснение разъяснение пояснение оценка разговор беседа общение интервью дача контакт "
    "прокомментирование диалог"
)
_SILENCES = (
    Silence(words("молчать промолчать отмалчиваться отмолчаться безмолвствовать"), frozenset(), "did_not_respond"),
    Silence(words("хранить сохранить сохранять"), words("молчание"), "did_not_respond"),
    Silence(words("бросить бросать положить повесить вешать сбросить"), words("трубка звонок"), "declined"),
    Silence(
        words("брать взять снять снимать поднять поднимать"),
        words("трубка телефон"),
        "could_not_be_reached",
        negated=True,
    ),
    Silence(words("выйти выходить"), words("связь"), "did_not_respond", frozenset({"на"}), negated=True),
    Silence(
        words("отказаться отказываться воздержаться воздерживаться уклониться уклоняться уйти уходить"),
        _ANSWERS,
        "declined",
        frozenset({"от"}),
    ),
    Silence(words("ответить отвечать"), words("отказ молчание"), "declined"),
    Silence(words("обойтись ограничиться"), words("комментарий"), "declined", frozenset({"без"})),
    Silence(words("оставить оставлять"), words("ответ внимание комментарий"), "did_not_respond", frozenset({"без"})),
    Silence(
        words("читать прочитать прочесть"),
        words("сообщение письмо запрос"),
        "did_not_respond",
        negated=True,
    ),
    Silence(words("перезвонить перезванивать отписаться"), frozenset(), "did_not_respond", negated=True),
    Silence(words("проигнорировать игнорировать"), lexicon.REQUESTS - words("комментарий"), "did_not_respond"),
)
# Verbs with an infinitive of speaking, before or behind: "отвечать на этот вопрос отказались", "затруднился ответить".
_WITH_INFINITIVE = words("отказаться отказываться затрудниться затрудняться воздержаться постесняться побояться")
# Not to do these with what one may be asked for is to keep it back; "не уточнил, когда" only tells less than all.
_WITHHOLDING = words(
    "уточнить уточнять раскрыть раскрывать назвать называть разгласить разглашать конкретизировать огласить оглашать афишировать"
)
_KEPT_BACK = words(
    "сумма цена стоимость имя фамилия название условие подробность деталь срок причина размер источник сторона покупатель продавец "
    "бенефициар владелец партнер контрагент дата число номер адрес цифра параметр объем количество информация данные сведения сведение "
    "личность местонахождение маршрут должность"
)
_PREFERRING = words("предпочесть предпочитать решить")
_SWITCHED_OFF = frozenset({"выключен", "выключена", "отключен", "отключена"})
_TELEPHONES = words("телефон мобильный смартфон аппарат трубка линия")
_REACHING = words("дозвониться достучаться связаться")
_LONGEST = 12  # words between a verb and what it needs


def silence(verb: Word, speakers: Speakers) -> Iterator[Reply]:
    """Yield the party that kept silent at a verb, with the words read as such."""
    if verb.lemma in _REACHING and verb.forms.get("VerbForm") == "Inf":
        yield from _not_reached(verb, speakers)
        return
    if verb.part not in {"VERB", "AUX"} and verb.lower not in _SWITCHED_OFF:
        return
    clause = _clause(verb, speakers)
    for one in _SILENCES:
        if verb.lemma not in one.verbs or speakers.tree.is_negated(verb) != one.negated:
            continue
        needed = _needed(one, clause, speakers)
        if needed is None or (verb.lemma == "молчать" and verb.forms.get("Tense") == "Past"):  # "молчала восемь лет"
            continue
        yield from _told((verb, needed), speakers, kind=one.kind)
        return
    yield from _others(verb, clause, speakers)
    if verb.lemma in _WITH_INFINITIVE and verb.is_finite:
        speaking = lexicon.COMMENTING | lexicon.DISCLOSING | words("сказать давать дать")
        for other in clause:
            if other.lemma in speaking and other.forms.get("VerbForm") == "Inf":
                yield from _told((verb, other), speakers, kind="declined")
                return


def _others(verb: Word, clause: list[Word], speakers: Speakers) -> Iterator[Reply]:
    """Yield from "сумму сделки не раскрывают", "предпочёл не отвечать", "телефон директора выключен"."""
    negated = speakers.tree.is_negated(verb)
    if verb.lemma in _WITHHOLDING and negated and verb.is_finite:
        kept = [word for word in clause[1:] if word.lemma in _KEPT_BACK and word.case in {"Acc", "Gen"}]
        if kept:
            yield from _told((verb, kept[0]), speakers, kind="declined")
    elif verb.lemma in _PREFERRING:
        for other in speakers.words[verb.index + 1 : verb.index + 5]:
            speaks = other.lemma in lexicon.COMMENTING | lexicon.DISCLOSING
            if speaks and speakers.words[other.index - 1].lower == "не":
                yield from _told((verb, other), speakers, kind="declined")
                return
    elif (verb.lemma == "отвечать" and negated) or verb.lower in _SWITCHED_OFF:
        phone = next((word for word in clause[1:] if word.lemma in _TELEPHONES and word.case == "Nom"), None)
        owner = phone and next(
            (word for word in speakers.tree.children(phone.index, "nmod") if word.case == "Gen"), None
        )
        if owner:
            party = speakers.party(owner)
            yield Telling(verb.place, "silent", (party,), (), reply="could_not_be_reached"), (verb.index,)


def _needed(one: Silence, clause: list[Word], speakers: Speakers) -> Word | None:
    """Return the word that makes a verb a silence; the verb's own where it needs none."""
    if not one.needs:
        return clause[0] if clause else None
    for word in clause:
        if word.lemma in one.needs and (not one.behind or _preposition(word, speakers) in one.behind):
            return word
    return None


def _preposition(word: Word, speakers: Speakers) -> str:
    at = word.index - 1
    while at > 0 and speakers.words[at].part in {"ADJ", "DET"}:  # "от письменных объяснений"
        at -= 1
    before = speakers.words[at].lower if at >= 0 else ""
    return speakers.tree.preposition(word.index) or before


def _clause(verb: Word, speakers: Speakers) -> list[Word]:
    """Return the words of a verb's clause, the verb first."""
    low = high = verb.index
    while low > 0 and verb.index - low < _LONGEST and speakers.words[low - 1].text not in {",", ";", ":", "—", "."}:
        low -= 1
    while (
        high + 1 < len(speakers.words)
        and high - verb.index < _LONGEST
        and speakers.words[high + 1].text not in {",", ";", ":", "—", "."}
    ):
        high += 1
    return [verb, *(word for word in speakers.words[low : high + 1] if word.index != verb.index)]


def _told(span: tuple[Word, Word], speakers: Speakers, *, kind: str) -> Iterator[Reply]:
    verb = span[0]
    governor = speakers.words[verb.head] if verb.head >= 0 and verb.forms.get("VerbForm") == "Inf" else verb
    people = tuple(party for party in who(governor, speakers) if _can_answer(party, speakers))
    if people:
        low, high = sorted((span[0].index, span[1].index))
        yield (
            Telling(speakers.tree.place(low, high), "silent", people, (), reply=kind),
            tuple(range(low, high + 1)) if high - low < 4 else (low, high),
        )


def who(verb: Word, speakers: Speakers) -> tuple[Party, ...]:
    """Return who a verb of silence is said of: its speaker, the office it is said in, else the name before it in its clause."""
    people = neither(verb, speakers) or speakers.of(verb)
    if people:
        return people
    before = next((word for word in reversed(speakers.words[: verb.index]) if word.is_finite), None)
    alike = before is not None and before.forms.get("Number") == verb.forms.get("Number")
    lead = speakers.words[max(0, verb.index - 6) : verb.index]
    joined = any(word.lower in {"и", "но", "а", "однако"} or word.text == "," for word in lead)
    if (
        before is not None
        and alike
        and joined
        and not any(word.case == "Nom" for word in lead if word.index > before.index)
    ):
        return speakers.of(before)  # "заявил, что …, и бросил трубку", "вины не признал, от показаний отказался"
    for word in reversed(_clause(verb, speakers)[1:]):
        name = speakers.name_at(word)
        if (
            word.index < verb.index
            and name is not None
            and name.kind in {"organization", "person", "unknown"}
            and not name.nominative
            and speakers.words[max(0, word.index - 1)].lower not in {"на", "от", "к", "у", "с", "для", "до"}
            and word.case in {"Nom", "Gen", "Acc", ""}
            and word.index >= 1
            and _opens_quote(word, speakers)
        ):
            return (Party(name.place, name.text, speakers.roles.get(name.text.casefold(), "party"), name),)
    return ()


def neither(verb: Word, speakers: Speakers) -> tuple[Party, ...]:
    """Return those whom "ни покупатель, ни продавец" names before a verb."""
    marks = [other for other in speakers.words[: verb.index] if other.lower == "ни"]
    heads = [
        next((noun for noun in speakers.words[mark.index + 1 :] if noun.part in {"NOUN", "PROPN", "X"}), None)
        for mark in marks
    ]
    return tuple(speakers.party(head) for head in heads if head is not None and head.index < verb.index)


def _opens_quote(word: Word, speakers: Speakers) -> bool:
    before = speakers.words[word.index - 1]
    lead = speakers.words[word.index - 2].lower if word.index > 1 else ""
    return before.text == "«" and lead not in {"на", "от", "к", "у", "с", "для", "до", "в"}


def _can_answer(party: Party, speakers: Speakers) -> bool:
    """Say whether a party is one that can be asked: no wood, no telephone."""
    several = any(word.lemma in lexicon.SEVERAL for word in speakers.words if party.place.holds(word.place))
    return party.role == "pronoun" or several or speakers.can_say(party)


def _not_reached(verb: Word, speakers: Speakers) -> Iterator[Reply]:
    """Yield from "Шумилову не дозвониться" and "до Иванова дозвониться не удалось"."""
    near = [word for word in speakers.words if abs(word.index - verb.index) < _LONGEST]
    failed = speakers.tree.is_negated(verb) or any(
        (word.lemma in {"удаться", "удаваться", "смочь", "мочь", "получиться"} and speakers.tree.is_negated(word))
        or word.lower in {"невозможно", "нельзя"}
        for word in near
    )
    if not failed:
        return
    for word in near:
        behind = _preposition(word, speakers)
        asked = behind in {"до", "с", "со"} or (
            (word.case == "Dat" or (word.part == "PROPN" and "Dat" in cases_of(word.text)))
            and behind not in {"по", "к"}
        )
        if word.part in {"NOUN", "PROPN", "X"} and asked:
            party = speakers.party(word)
            if speakers.can_say(party):
                yield (
                    Telling(Place(*verb.place), "silent", (party,), (), reply="could_not_be_reached"),
                    (verb.index,),
                )
                return
