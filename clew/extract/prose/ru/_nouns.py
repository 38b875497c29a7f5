# ruff: noqa: RUF002, RUF003 -- Russian words stand here on purpose
"""A Russian sentence goes in; what its nouns of speech tell comes out: "заверения завода, что", "довод истца о сроках", "прислал ответ: …".

The holder is the noun's genitive or possessive, else whoever does the verb it hangs on; a rumour has none.
"""

from collections.abc import Iterator

from clew.extract.prose._telling import Party, Place, Telling
from clew.extract.prose._words import words
from clew.extract.prose.ru import _lexicon as lexicon
from clew.extract.prose.ru._complements import calls_it
from clew.extract.prose.ru._cues import Cues
from clew.extract.prose.ru._parse import Word
from clew.extract.prose.ru._speakers import Speakers

Said = tuple[Telling, tuple[int, ...]]
_CUES = lexicon.SAYING | lexicon.BELIEVING | lexicon.DENYING
_THERE_IS = words(
    "быть ходить появиться появляться существовать мочь возникнуть возникать поступить прийти звучать циркулировать"
)
_OWN = words("его ее их ваш ваше ваша ваши вашего вашей ваших вашему вашим вашими")
_ABOUT = words("о об обо про")
_STANDS = words(
    "таков такова таково таковы известен известна известно известны ясна понятна прост проста однозначна неизменна прежний"
)
_REASONS = words("поскольку ибо потому")
_VIEWS = words(
    "позиция версия мнение вывод вердикт оценка ответ прогноз комментарий объяснение аргумент довод точка заключение диагноз"
)


def nouns(speakers: Speakers, cues: Cues) -> Iterator[Said]:
    """Yield the tellings of the nouns of speech, each with the words read as its cue."""
    for word in speakers.words:
        modal = word.forms.get("VerbForm") == "Inf" and word.lemma in lexicon.BELIEVING | {"сказать", "утверждать"}
        if word.lemma not in lexicon.CUE_NOUNS | lexicon.MESSAGES and not modal:
            continue
        yield from (_view(word, speakers, cues) or _with_clause(word, speakers, cues) or _message(word, speakers, cues))
        yield from _about(word, speakers, cues)


def _with_clause(word: Word, speakers: Speakers, cues: Cues) -> list[Said]:
    """Return "ходят слухи, что" and "нет доказательств того, что": somebody says it, or nobody does."""
    if word.lemma not in lexicon.CUE_NOUNS and word.forms.get("VerbForm") != "Inf":
        return []
    that = cues.noun_clause(word)
    if that is None or _speaks_before(word, speakers):
        return []
    content, form = cues.clause(that + 1)
    content = _before_the_main_clause(word, that, content, speakers)
    reason = next(
        (
            other
            for other in speakers.words[that + 1 :]
            if other.lower in _REASONS and speakers.words[other.index - 1].text == ","
        ),
        None,
    )
    if reason is not None and content:  # why the one who speaks of it does not share it
        place = speakers.tree.trimmed(that + 1, reason.index - 2)
        content = (place,) if place is not None else content
    negated = any(
        other.lower in {"нет", "никаких", "не", "ни"} for other in speakers.words[max(0, word.index - 3) : word.index]
    )
    owner = _owner(word, speakers)
    doer = () if owner else _doer(word, speakers)
    verb = speakers.words[word.head]
    denied = bool(doer) and (verb.lemma in lexicon.DENYING or calls_it(cues, verb))
    denied = denied or word.lemma == "опровержение"
    force = "denying" if denied else "saying"  # "утверждения о том, что …, называет чушью"
    return [(Telling(word.place, force, owner or doer, content, negated=negated, form=form), (word.index,))]


def _before_the_main_clause(noun: Word, that: int, content: tuple[Place, ...], speakers: Speakers) -> tuple[Place, ...]:
    """Return a clause up to the comma where the main clause begins: "Несмотря на заверения X, что срок изменён, завод отгрузил"."""
    before = speakers.words[: noun.index]
    if not before or before[0].part not in {"ADP", "ADV", "VERB"} or any(word.is_finite for word in before):
        return content
    verb = next(
        (word.index for word in speakers.words[that + 1 :] if word.is_finite or word.forms.get("Variant") == "Short"),
        None,
    )
    if verb is None:
        return content
    comma = next((word.index for word in speakers.words[verb:] if word.text == ","), None)
    if comma is None or not any(word.is_finite for word in speakers.words[comma:]):
        return content
    place = speakers.tree.trimmed(that + 1, comma - 1)
    return (place,) if place is not None else content


def _owner(noun: Word, speakers: Speakers) -> tuple[Party, ...]:
    """Return whose a noun of speech is: its genitive, "ваше"; "его" is a pronoun's."""
    before = speakers.words[max(0, noun.index - 2) : noun.index]
    own = next((other for other in before if other.lower in _OWN), None)
    if own is not None:
        return (Party(own.place, own.text, "party" if own.lower.startswith("ваш") else "pronoun"),)
    heads = [
        other
        for other in speakers.tree.children(noun.index, "nmod", "appos")
        if other.case in {"Gen", ""}
        and other.part in {"NOUN", "PROPN", "X"}
        and not speakers.tree.preposition(other.index)
    ]
    behind = speakers.words[noun.index + 1 : noun.index + 2]
    if not heads and behind and behind[0].part in {"NOUN", "PROPN"} and behind[0].case == "Gen":
        heads = [behind[0]]
    return tuple(speakers.party(head) for head in heads[:1])


def _doer(noun: Word, speakers: Speakers) -> tuple[Party, ...]:
    """Return who does the verb a noun of speech hangs on: "экспертом сделан вывод", "суд сделал вывод"."""
    verb = speakers.words[noun.head] if noun.head >= 0 else noun
    if not verb.is_finite or verb.lemma in _THERE_IS:
        return ()
    return tuple(party for party in speakers.of(verb) if speakers.can_say(party) and not party.place.holds(noun.place))


def _speaks_before(noun: Word, speakers: Speakers) -> bool:
    """Say whether a cue verb governs a noun: "пришел к выводу, что", "выразил мнение, что" are the verb's."""
    near = [word for word in speakers.words[max(0, noun.index - 5) : noun.index] if word.is_finite]
    return any(word.lemma in _CUES or any(word.lemma in verbs for verbs, _ in lexicon.ONLY_WITH) for word in near)


def _message(noun: Word, speakers: Speakers, cues: Cues) -> list[Said]:
    """Return "прислал ответ: раньше июля не отгрузят": a clause behind the colon, of whoever does the verb before it."""
    if noun.lemma not in lexicon.MESSAGES or noun.case not in {"Acc", "Gen", "Nom", "Ins", ""}:
        return []
    _, last = cues.segment(noun.index)
    colon = last + 1
    if colon >= len(speakers.words) or speakers.words[colon].text != ":" or last - noun.index > 4:
        return []
    lead = speakers.words[: noun.index]
    verb = next((word for word in reversed(lead) if word.is_finite), None)
    first, _ = cues.segment(noun.index)
    if verb is None or verb.index < first or verb.lemma in _CUES or speakers.tree.is_negated(verb):
        return []
    people = tuple(
        party for party in speakers.of(verb) if speakers.can_say(party) and not party.place.holds(noun.place)
    )
    if not people:
        people = _subject_before_aside(verb, speakers)
    content = cues.after(colon)
    told = any(word.is_finite or word.lower in {"нет", "не"} for word in speakers.words[colon:]) or cues.is_speech(
        colon + 1
    )
    if not people or not content or not told:
        return []
    people = tuple(speakers.in_full(party) for party in people)
    form = "direct" if cues.is_speech(colon + 1) else "indirect"
    return [(Telling(noun.place, "saying", people, content, form=form), (noun.index, verb.index))]


def _subject_before_aside(verb: Word, speakers: Speakers) -> tuple[Party, ...]:
    """Return the subject that an aside parts from its verb: "Читатель, назвавшийся диспетчером, оставил комментарий"."""
    heads = [
        word
        for word in speakers.tree.children(verb.index, "nsubj")
        if word.index < verb.index and word.case in {"Nom", ""}
    ]
    people = [speakers.party(head) for head in heads[:1]]
    return tuple(party for party in people if speakers.can_say(party))


def _view(noun: Word, speakers: Speakers, cues: Cues) -> list[Said]:
    """Return "позиция банка известна: …", "версия следствия такова: …", "вывод экспертов: …"; the genitive holds it."""
    if noun.lemma not in _VIEWS or noun.case not in {"Nom", ""}:
        return []
    owner = _owner(noun, speakers)
    if not owner:
        return []
    colon = next((word.index for word in speakers.words[noun.index + 1 : noun.index + 10] if word.text == ":"), None)
    if colon is None or not all(speakers.can_say(party) or party.role != "party" for party in owner):
        return []
    between = [
        word for word in speakers.words[noun.index + 1 : colon] if not any(p.place.holds(word.place) for p in owner)
    ]
    plain = all(word.lower in _STANDS or word.part in {"ADP", "ADJ", "DET", "PUNCT", "ADV"} for word in between)
    content = cues.after(colon)
    if not plain or not content or noun.index > 3:
        return []
    owner = tuple(speakers.in_full(party) for party in owner)
    force = "believing" if noun.lemma in lexicon.BY_BELIEF else "saying"
    form = "direct" if cues.is_speech(colon + 1) else "indirect"
    return [(Telling(noun.place, force, owner, content, form=form), (noun.index, colon))]


def _about(noun: Word, speakers: Speakers, cues: Cues) -> Iterator[Said]:
    """Yield "утверждения конкурента о низкой цене": the genitive says what they are about."""
    if noun.lemma not in lexicon.ASSERTING_NOUNS or cues.noun_clause(noun) is not None:
        return
    owner = tuple(
        party
        for party in _owner(noun, speakers)
        if party.role != "party" or speakers.can_say(party) or party.text.lower() in _OWN
    )
    if not owner:
        return
    stop = max(party.place.stop for party in owner)
    about = next(
        (
            word
            for word in speakers.words[noun.index + 1 : noun.index + 9]
            if word.lower in _ABOUT and word.place.start >= min(stop, word.place.start)
        ),
        None,
    )
    if about is None or any(
        word.text in {",", ";", ":", "—"} or word.is_finite for word in speakers.words[noun.index + 1 : about.index]
    ):
        return
    head = next(
        (
            word
            for word in speakers.words[about.index + 1 : about.index + 6]
            if word.part in {"NOUN", "PROPN"} and word.case == "Loc"
        ),
        None,
    )
    if head is None or head.lower == "том":
        return
    content = _noun_phrase(about.index + 1, head, speakers)
    force = "denying" if noun.lemma == "опровержение" else "saying"
    yield Telling(noun.place, force, owner, (content,), form="indirect"), (noun.index,)


def _noun_phrase(start: int, head: Word, speakers: Speakers) -> Place:
    """Return a noun with all that hangs on it, up to the next mark or verb."""
    last = max(speakers.tree.phrase(head)[1], head.index)
    for word in speakers.words[last + 1 :]:
        if (
            word.part in {"PUNCT", "VERB", "AUX", "CCONJ"}
            or word.case == "Nom"
            or word.is_finite
            or word.part == "PART"
        ):
            break
        last = word.index
    return speakers.tree.place(start, last)
