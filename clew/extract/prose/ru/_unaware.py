# ruff: noqa: RUF002, RUF003 -- Russian words stand here on purpose
"""A Russian sentence goes in; what somebody says, or is said, not to know comes out: "ей неизвестно о сделке", "кому продали, он не знает".

Within what is told ("заявил, что о сделке не знает") it is the speaker's own answer; in a sentence of its own it is its subject's.
"""

import re
from collections.abc import Iterator

from clew.extract.prose._telling import Party, Place, Telling
from clew.extract.prose._words import words
from clew.extract.prose.ru._cues import Cues
from clew.extract.prose.ru._parse import Word
from clew.extract.prose.ru._speakers import Speakers

Turn = tuple[Telling, tuple[int, ...]]
_ASKED = r"(?:кто|кого|кому|кем|что|чего|чему|чем|чей|чья|чье|чьи|где|куда|откуда|когда|как|почему|зачем|сколько|как(?:ой|ая|ое|ие|ого|ому|им|их))"
_NOT_KNOWN = r"(?:не\s+зна(?:ет|ют|ем|ю|л[аои]?)|не\s+помн(?:ит|ят|им|ю)|не\s+в\s+курсе|неизвест(?:ен|н[аоы])|не\s+извест(?:ен|н[аоы])|неведомо)"
_WHOM = r"(?:(?:я|он|она|они|мы|мне|нам|ей|ему|им)\s+)?"
_UNAWARE = re.compile(
    r"(?:слыхом\s+не\s+слыхива\w+|понятия\s+не\s+име\w+|(?:впервые|первый\s+раз)\s+слыш\w+|не\s+(?:располага\w+|облада\w+|име\w+)\s+(?:\w+\s+){0,2}(?:информаци\w+|сведени\w+|данны\w+)|неизвестно|не\s+известно|не\s+(?:была?|были|быть)?\s*в\s+курсе|"
    r"не\s+осведомл\w+|не\s+был[аои]?\s+осведомл\w+|не\s+зна(?:ет|ют|ем|ю|л[аои]?)(?=\s+(?:ничего\s+|ни\s+)?(?:о|об|про)\b)|ничего\s+не\s+зна(?:ет|ют|ем|ю|л[аои]?|ть)|не\s+зна(?:ет|ют|ем|ю|л[аои]?)\s+ничего|не\s+слышал\w*)(?:\s+(?:ничего|ни))?\s*(?P<about>.*)$",
    re.IGNORECASE | re.DOTALL,
)
# "что внутри, не знает", "о травмах ей не известно", "судьба изделий ему неизвестна": what is not known stands first.
_UNAWARE_BEFORE = re.compile(
    rf"^(?P<about>(?:(?:о|об|про|на|в|с|за|к|у|от|для|по)\s+)?{_ASKED}\b[^,]*),\s*{_WHOM}{_NOT_KNOWN}|"
    rf"^(?P<thing>(?:(?:о|об|про)\s+)?[^,]+?)\s+(?:мне|нам|ей|ему|им)\s+(?:ничего\s+)?{_NOT_KNOWN}\W*$|"
    rf"^(?P<matter>(?:о|об|про)\s+[^,]+?)\s+(?:ничего\s+)?(?:не\s+зна(?:ет|ют|ем|ю|л[аои]?)|не\s+слы(?:шал\w*|хал\w*|шат))(?:\s+ничего)?\W*$|"
    r"^(?:так(?:ими|ой|им)|соответствующ\w+|подобн\w+|этими|этой)\s+(?P<data>\w+)\s+(?:\w+\s+){0,2}не\s+(?:располага|облада)\w+\W*$",
    re.IGNORECASE,
)
_QUESTIONS = words(
    "кто кого кому кем что чего чему чем чей чья чье чьи где куда откуда когда как почему зачем сколько какой какая какое какие ли"
)
_KNOWING = words("знать ведать слышать слыхать")
_UNHEARD = frozenset(
    {"неизвестно", "известно", "неизвестен", "неизвестна", "неизвестны", "известен", "известна", "известны", "неведомо"}
)


def unaware(cues: Cues, content: tuple[Place, ...], holders: tuple[Party, ...]) -> Place | None:
    """Return what a speaker says not to know, or None; another's ignorance is no answer of the speaker."""
    if len(content) != 1 or not holders:
        return None
    inside = [word for word in cues.words if content[0].holds(word.place)]
    text = cues.tree.sentence_text[
        content[0].start - cues.tree.sentence.place.start : content[0].stop - cues.tree.sentence.place.start
    ]
    before = _UNAWARE_BEFORE.search(text.replace("ё", "е"))
    if before is not None:
        group = next(name for name, words_ in before.groupdict().items() if words_)
        start, stop = before.span(group) if group != "data" else (0, before.end("data"))
        return Place(content[0].start + start, content[0].start + stop)
    match = _UNAWARE.search(text)
    if match is None or match.start() > 40:
        return None
    lead = [word for word in inside if word.place.stop <= content[0].start + match.start()]
    if any(word.part in {"NOUN", "PROPN"} and word.case == "Nom" for word in lead):
        return None
    start, _stop = match.span("about")
    words = [word for word in inside if word.place.start >= content[0].start + start]
    end = next((word.index for word in words if word.text == ","), None)
    kept = [word for word in words if end is None or word.index < end or words[0].index == word.index]
    while kept and kept[0].part in {"PUNCT", "ADP"}:
        kept = kept[1:]
    if not kept and lead:  # "про счета слыхом не слыхивала"
        return cues.tree.trimmed(lead[0].index, lead[-1].index)
    if not kept:
        return Place(content[0].start + match.start(), content[0].start + (match.start("about") or match.end()))
    return cues.tree.trimmed(kept[0].index, kept[-1].index)


def is_ignorance(text: str) -> bool:
    """Say whether a clause tells of nothing but what somebody does not know."""
    return _UNAWARE_BEFORE.search(text.replace("ё", "е")) is not None


def unheard(speakers: Speakers, cues: Cues) -> Iterator[Turn]:
    """Yield who is said not to know a thing in a sentence of its own, with the words read as the cue."""
    for word in speakers.words:
        if word.lower in _UNHEARD:
            yield from _unheard(word, speakers) or _question(word, _whom(word, speakers), speakers, cues)
        elif word.lemma in _KNOWING and word.is_finite and speakers.tree.is_negated(word):
            yield from _not_knowing(word, speakers, cues)
        elif word.lower in {"понятия", "представления"} and word.index + 2 < len(speakers.words):
            verb = next(
                (other for other in speakers.words[max(0, word.index - 3) : word.index + 4] if other.lemma == "иметь"),
                None,
            )
            if verb is not None and speakers.tree.is_negated(verb):
                yield from _not_knowing(verb, speakers, cues)
        elif word.lower == "говорит" and speakers.tree.is_negated(word):
            yield from _tells_nothing(word, speakers)


def _not_knowing(verb: Word, speakers: Speakers, cues: Cues) -> list[Turn]:
    """Return "она не знает, кому", "кому, она не знает" and "о сделке он не знал"; a that-clause ("не знал, что") is none."""
    if any(cues.is_cue(word) and cues.leads_to_that(word) for word in speakers.words[: verb.index]):
        return []  # the speaker's own answer, read with its verb
    people = tuple(party for party in speakers.of(verb) if party.role == "pronoun" or speakers.can_say(party))
    found = _question(verb, people, speakers, cues)
    return found or ([] if verb.lemma == "иметь" else _of_matter(verb, people, speakers))


def _of_matter(verb: Word, people: tuple[Party, ...], speakers: Speakers) -> list[Turn]:
    """Return "о сделке он не знал", "ничего не слышали о поставках"."""
    near = [
        *speakers.words[verb.index + 1 : verb.index + 6],
        *reversed(speakers.words[max(0, verb.index - 7) : verb.index]),
    ]
    mark = next((word for word in near if word.lower in {"о", "об", "обо", "про"}), None)
    if (
        mark is None
        or not people
        or any(word.text in {",", ";", ":"} for word in speakers.words[slice(*sorted((mark.index, verb.index)))])
    ):
        return []
    noun = next(
        (word for word in speakers.words[mark.index + 1 : mark.index + 6] if word.part in {"NOUN", "PROPN", "PRON"}),
        None,
    )
    if noun is None or noun.lower == "том":
        return []
    _, last = speakers.tree.phrase(noun)
    while last > noun.index and (
        speakers.words[last].lower in {"ничего", "ни"} or any(p.place.holds(speakers.words[last].place) for p in people)
    ):
        last -= 1
    while last > noun.index and speakers.words[last].part == "ADP":
        last -= 1
    return [(Telling(verb.place, "unaware", people, (speakers.tree.place(mark.index, last),)), (verb.index,))]


def _question(word: Word, people: tuple[Party, ...], speakers: Speakers, cues: Cues) -> list[Turn]:
    """Return the question that somebody has no answer to, behind the verb or before it."""
    if not people:
        return []
    negated = word.lower.startswith("не") or speakers.tree.is_negated(word)
    first, last = cues.segment(word.index)
    if not negated:
        return []
    behind = speakers.words[last + 1 : last + 4]
    asks = [other for other in behind if other.lower in _QUESTIONS - {"ли", "что", "как"}]
    content: tuple[Place, ...] = ()
    if behind and behind[0].text == "," and asks:
        content, _ = cues.clause(last + 2)
    elif first > 1 and speakers.words[first - 1].text == ",":
        start, stop = cues.segment(first - 2)
        lead = [other.lower for other in speakers.words[start : start + 3]]
        if any(each in _QUESTIONS - {"ли"} for each in lead):
            place = speakers.tree.trimmed(start + (lead[0] in {"а", "но", "и"}), stop)
            content = (place,) if place is not None else ()
    return [(Telling(word.place, "unaware", people, content), (word.index,))] if content else []


def _whom(word: Word, speakers: Speakers) -> tuple[Party, ...]:
    """Return whom the dative beside "неизвестно" names."""
    near = [
        *reversed(speakers.words[max(0, word.index - 6) : word.index]),
        *speakers.words[word.index + 1 : word.index + 4],
    ]
    for other in near:
        if other.text in {",", ";", ":"}:
            continue
        if (
            other.case == "Dat"
            and other.part in {"NOUN", "PROPN", "PRON"}
            and not speakers.tree.preposition(other.index)
        ):
            return (speakers.party(other),)
    return ()


def _tells_nothing(verb: Word, speakers: Speakers) -> list[Turn]:
    """Return "мне это имя ни о чём не говорит": whom the dative names knows nothing of it."""
    near = {word.lower for word in speakers.words[max(0, verb.index - 5) : verb.index]}
    if not {"ни", "чем"} <= near and "ничего" not in near:
        return []
    lead = speakers.words[max(0, verb.index - 6) : verb.index]
    nouns = [word for word in lead if word.part in {"NOUN", "PROPN"} and word.case in {"Nom", "Acc", ""}]
    subject = [word for word in nouns if not speakers.tree.preposition(word.index)]
    people = _whom(verb, speakers)
    if not subject or not people:
        return []
    place = speakers.tree.place(*speakers.tree.phrase(subject[0]))
    return [(Telling(verb.place, "unaware", people, (place,)), (verb.index,))]


def _unheard(word: Word, speakers: Speakers) -> list[Turn]:
    """Return "нам неизвестно о сделке", "о травмах ей не известно", "судьба судна ему неизвестна": whom the dative names is unaware."""
    before = {other.lower for other in speakers.words[max(0, word.index - 2) : word.index]}
    whom = _whom(word, speakers)
    if not (word.lower.startswith("не") or "не" in before) or not whom:
        return []
    if whom[0].text.lower() in {"ему", "ей", "им"} and any(
        other.lower == "что" for other in speakers.words[: word.index]
    ):
        return []  # "заявил, что ему неизвестно": the speaker's own answer, read with its verb
    if word.lower.endswith(("но", "мо")):
        return _of_matter(word, whom, speakers)
    subject = next((other for other in speakers.tree.children(word.index, "nsubj") if other.case in {"Nom", ""}), None)
    if subject is None or any(party.place.holds(subject.place) for party in whom):
        return []
    place = speakers.tree.place(*speakers.tree.phrase(subject))
    return [(Telling(word.place, "unaware", whom, (place,)), (word.index,))]
