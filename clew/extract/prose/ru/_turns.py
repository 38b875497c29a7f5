# ruff: noqa: RUF002 -- Russian words stand here on purpose
"""A Russian sentence goes in; what is told in it without a cue verb of its own comes out: a turn, a particle, an afterthought.

"Источник в полиции: груз ушёл", "КОЛЬЧУГИН: Меня там не было", "юристы против: мол, договор ничтожен", "груз ушёл, что
подтверждается журналом". A label ("Адрес:") and a headline's first half ("Соседи в шоке:") are no speakers.
"""

import re
from collections.abc import Iterator

from clew.extract.prose._telling import Party, Telling
from clew.extract.prose._words import words
from clew.extract.prose.ru import _lexicon as lexicon
from clew.extract.prose.ru._cues import Cues
from clew.extract.prose.ru._parse import Word
from clew.extract.prose.ru._speakers import Speakers

Turn = tuple[Telling, tuple[int, ...]]
_DASHES = frozenset({"—", "–", "-", "−"})
_MODIFYING = frozenset({"NOUN", "PROPN", "ADJ", "DET", "NUM", "ADP", "X", "PUNCT"})
_IN_AN_OFFICE = frozenset({"source", "official", "expert", "publisher"})  # these may stand "в полиции" before a colon
_BORNE_OUT = words("подтверждаться следовать свидетельствовать вытекать явствовать усматриваться")
_PLAIN = frozenset({"видно", "понятно", "ясно", "очевидно", "заметно", "явствует"})


def turns(speakers: Speakers, cues: Cues) -> Iterator[Turn]:
    """Yield the tellings of a sentence that no verb of speech introduces, with the words read as their cue."""
    yield from _headed(speakers, cues)
    for word in speakers.words:
        if word.lower in {"мол", "дескать"}:
            yield from _by_particle(word, speakers, cues)
        elif word.lemma in _BORNE_OUT:
            yield from _afterthought(word, speakers)
        elif word.lower in _PLAIN:
            yield from _seen_from(word, speakers, cues)


def _headed(speakers: Speakers, cues: Cues) -> Iterator[Turn]:
    """Yield what stands behind a speaker and a colon: a quotation, or a clause where nothing but the speaker stands before."""
    colon = next((word.index for word in speakers.words if word.text == ":"), None)
    lead = speakers.words[: colon or 0]
    if not colon or any(word.is_finite or word.lower.startswith(("уверен", "убежден")) for word in lead):
        return
    content = cues.after(colon)
    if not content or speakers.sentence_text.rstrip().endswith("?"):
        return  # a question states nothing
    holders = speakers.at_head(colon) or _paper_before(colon, speakers)
    spoken = cues.is_speech(colon + 1)
    if holders and (spoken or _is_turn(holders[0], colon, speakers)):
        mark = speakers.words[colon]
        form = "direct" if spoken else "indirect"
        yield Telling(mark.place, "saying", holders, content, form=form), (colon,)


def _paper_before(colon: int, speakers: Speakers) -> tuple[Party, ...]:
    """Return the paper of "Из протокола допроса: «…»"."""
    head = speakers.head_after(1, cases={"Gen"}) if speakers.words[0].lower == "из" else None
    return (
        (speakers.party(head),) if head is not None and head.index < colon and head.lemma in lexicon.DOCUMENTS else ()
    )


def _is_turn(holder: Party, colon: int, speakers: Speakers) -> bool:
    """Say whether the words before a colon are a speaker and nothing else, and a clause stands behind it."""
    lead, rest = speakers.words[:colon], speakers.words[colon + 1 :]
    if not any(word.is_finite or word.lower in {"нет", "не"} or word.text in _DASHES for word in rest):
        return False  # "Директор: Иванов И. И."
    beside = holder.name is not None and holder.name.kind == "person" and lead[0].place.start == holder.place.start
    if any(
        word.part not in _MODIFYING or word.text in _DASHES | ({"("} if beside else {",", "("}) for word in lead
    ):  # "Игорь Ремез, пресс-секретарь МИД: …"
        return False
    if re.fullmatch(r"[A-Z]{2,4}", holder.text):
        return False  # "UPD:"
    if holder.role == "document" or not speakers.can_say(holder):
        return False
    inside = [word for word in lead if holder.place.holds(word.place)]
    if inside and inside[0].index > 2 and holder.role not in _IN_AN_OFFICE and holder.name is None:
        return False
    prepositions = [word for word in lead if word.part == "ADP"]
    return not prepositions or holder.role in _IN_AN_OFFICE


def _by_particle(word: Word, speakers: Speakers, cues: Cues) -> Iterator[Turn]:
    """Yield from ": мол, договор ничтожен" where no verb of speech leads to it: whoever the clause before is about."""
    words_ = speakers.words
    before = words_[word.index - 1].text if word.index else ""
    if before not in {":", ",", *_DASHES}:
        return
    first, last = cues.segment(word.index - 2) if word.index > 1 else (0, 0)
    if any(cues.is_cue(other) for other in words_[first : last + 1]):
        return  # read with its verb
    heads = [
        other
        for other in words_[first : last + 1]
        if other.part in {"NOUN", "PROPN", "PRON"}
        and other.case == "Nom"
        and not speakers.tree.preposition(other.index)
    ]
    people = tuple(
        party for party in (speakers.party(speakers.top(head)) for head in heads[:1]) if speakers.can_say(party)
    )
    content, _ = cues.clause(word.index + 1)
    if content:
        yield Telling(word.place, "saying", people, content, form="indirect"), (word.index,)


def _afterthought(verb: Word, speakers: Speakers) -> Iterator[Turn]:
    """Yield from ", что подтверждается журналом" and ", о чём свидетельствует запись": the paper bears out what stands before."""
    words_ = speakers.words
    comma = next((word.index for word in reversed(words_[: verb.index]) if word.text == ","), None)
    if comma is None or verb.index - comma > 4:
        return
    lead = {word.lower for word in words_[comma + 1 : verb.index]}
    about = lead >= {"о", "чем"} or lead in ({"что"}, {"это"})
    content = speakers.tree.trimmed(0, comma - 1)
    if not about or content is None:
        return
    for word in words_[verb.index + 1 : verb.index + 7]:
        if word.text in {",", ";"}:
            return
        fits = word.case in {"Ins", "Nom"} if verb.lemma != "следовать" else word.case == "Gen"
        if word.part in {"NOUN", "PROPN"} and fits:
            party = speakers.party(word)
            yield Telling(verb.place, "saying", (party,), (content,), form="indirect"), (verb.index,)
            return


def _seen_from(word: Word, speakers: Speakers, cues: Cues) -> Iterator[Turn]:
    """Yield from "из документов, которые изучил «Курьер», видно, что" and "на записи видно, как": the paper shows it."""
    follows = speakers.words[word.index + 1 : word.index + 3]
    if len(follows) < 2 or follows[0].text != "," or follows[1].lower not in {"что", "как"}:
        return
    for other in reversed(speakers.words[max(0, word.index - 14) : word.index]):
        preposition = speakers.tree.preposition(other.index)
        paper = other.part == "NOUN" and other.lemma in lexicon.DOCUMENTS
        if paper and preposition in {"из", "на", "по", "в"}:
            content, form = cues.clause(word.index + 3)
            party = speakers.in_full(speakers.party(other))
            yield Telling(word.place, "saying", (party,), content, form=form), (word.index,)
            return
