# ruff: noqa: RUF002 -- Russian words stand here on purpose
"""A cue verb of a Russian sentence goes in; the nouns it introduces without a clause come out."""

from typing import NamedTuple

from clew.extract.prose._telling import Party, Place
from clew.extract.prose.ru import _lexicon as lexicon
from clew.extract.prose.ru._cues import ALSO, Cues
from clew.extract.prose.ru._judgements import judged
from clew.extract.prose.ru._models import cases_of
from clew.extract.prose.ru._parse import Word

_LEADING = frozenset(
    {"в", "во", "на", "о", "об", "от", "из", "к", "с", "со", "по", "при", "у", "для", "до", "за", "под", "через", "без"}
)
_AT = frozenset(
    {"жаловаться", "пожаловаться", "указать", "указывать", "намекать", "намекнуть", "сетовать", "посетовать"}
)


class Held(NamedTuple):
    """What a verb introduces."""

    content: tuple[Place, ...]
    form: str  # direct, partly, indirect
    is_nominal: bool = False  # a noun, no clause


def held_by(cues: Cues, verb: Word, holders: tuple[Party, ...]) -> Held:
    """Return what a verb introduces: a clause, a quotation, all around it; else the nouns it takes, behind it or before."""
    lemma = verb.lemma
    content, form = cues.content(verb)
    if lemma in lexicon.DENYING and form == "indirect" and not cues.leads_to_that(verb):
        content = complement(cues, verb, holders) or set_before(cues, verb, holders) or content  # a colon says why
    if content:
        return Held(content, form)
    content = judged(cues, verb, holders)
    if len(content) > 1 and calls_it(cues, verb):
        content = content[:1]  # "все обвинения называет ложью": what is denied
    if content:
        return Held(content, "indirect")
    paper = any(party.role == "document" for party in holders)
    takes_nouns = lemma in lexicon.OF_NOUNS and (lemma != "узнать" or _finds_out(cues, verb, holders))
    if takes_nouns or (paper and lemma in lexicon.SHOWING) or calls_it(cues, verb):
        content = complement(cues, verb, holders)
    return Held(content or set_before(cues, verb, holders), "indirect", bool(content))


def _finds_out(cues: Cues, verb: Word, holders: tuple[Party, ...]) -> bool:
    """Say whether it is a publisher that learns of a thing: "«Курьер» узнал о сделке"; not who learns of it "из газет"."""
    _, last = cues.segment(verb.index)
    led = any(word.lower == "из" for word in cues.words[verb.index : last + 1])
    return not led and any(party.role == "publisher" for party in holders)


def calls_it(cues: Cues, verb: Word) -> bool:
    """Say whether a verb calls something untrue: "назвал обвинения вымыслом"."""
    if verb.lemma not in {"назвать", "называть"}:
        return False
    return any(
        word.lemma in lexicon.FICTION and word.case in {"Ins", ""}
        for word in cues.words[verb.index + 1 : verb.index + 12]
    )


def complement(cues: Cues, verb: Word, holders: tuple[Party, ...]) -> tuple[Place, ...]:
    """Return the nouns that a verb introduces: "подтвердил поставку", "обвинил в подделке", "заявил о встрече"."""
    _, last = cues.segment(verb.index)
    spoken = [party.place for party in holders]
    for word in cues.words[verb.index + 1 : last + 1]:
        if word.part not in {"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET"} or any(
            place.holds(word.place) for place in spoken
        ):
            continue
        before = cues.words[word.index - 1].lower
        about = before in {"о", "об", "обо"} or (
            before in {"в", "во"}
            and verb.lemma
            in {
                "обвинить",
                "обвинять",
                "сомневаться",
                "усомниться",
                "подозревать",
                "признаться",
                "убедить",
                "уверен",
            }
        )
        about = about or (before == "на" and verb.lemma in _AT)
        if word.lower in {"ее", "его", "их"} and calls_it(cues, verb):
            return ()  # "опровергла информацию, назвав её выдумкой": denied already
        thing = word.case in {"Acc", "Gen"} and _is_object(cues, word, verb)
        felt = verb.lemma in {"выразить", "выражать"} and word.lemma in lexicon.FEELINGS
        if felt:
            place = cues.tree.trimmed(word.index + 1, last)
            return (place,) if place else ()
        if about or thing:
            place = cues.tree.trimmed(word.index, _whole_noun(cues, word, last))
            return (place,) if place else ()
    return ()


def set_before(cues: Cues, verb: Word, holders: tuple[Party, ...]) -> tuple[Place, ...]:
    """Return the noun before a verb that denies, or does not confirm, it: "это опровергла", "вину не признаёт", "с этим не согласен"."""
    negated = cues.tree.is_negated(verb)
    agrees = verb.lemma in lexicon.AGREEING and negated
    takes = verb.lemma in lexicon.DENYING or calls_it(cues, verb) or (verb.lemma in lexicon.OWNING_UP and negated)
    if not agrees and not takes:
        return ()
    first, last = cues.segment(verb.index)
    spoken = [party.place for party in holders]
    around = [*reversed(cues.words[first : verb.index]), *cues.words[verb.index + 1 : last + 1]]
    for word in around:
        if (
            word.is_finite
            or word.part not in {"NOUN", "PROPN", "PRON", "DET"}
            or any(p.holds(word.place) for p in spoken)
        ):
            continue
        preposition = cues.tree.preposition(word.index) or cues.words[word.index - 1].lower
        led = preposition in {"с", "со"} if agrees else preposition not in _LEADING
        stood = word.case in {"Acc", "Gen"} or word.lower in {"это", "все"} or "Acc" in cases_of(word.text)
        fits = word.case == "Ins" if agrees else stood
        hung = word.relation.split(":")[0] == "nmod" and not any(p.holds(cues.words[word.head].place) for p in spoken)
        if led and fits and not hung:
            start, stop = cues.tree.phrase(word)
            place = cues.tree.trimmed(max(start, first), min(stop, last))
            return (place,) if place else ()
    return ()


def rejects(cues: Cues, verb: Word, content: tuple[Place, ...]) -> bool:
    """Say whether what is not owned up to, or not agreed with, is a noun: "иск не признал" is a denial."""
    if not content or not cues.tree.is_negated(verb) or cues.leads_to_clause(verb):
        return False
    return verb.lemma in lexicon.AGREEING | lexicon.OWNING_UP - {"подтвердить", "подтверждать"}


def _is_object(cues: Cues, word: Word, verb: Word) -> bool:
    if verb.lemma in {"обвинить", "обвинять", "подозревать"}:
        return False
    if verb.lemma in _AT | {
        "заявить",
        "заявлять",
        "сообщить",
        "сообщать",
        "рассказать",
        "рассказывать",
        "говорить",
        "предупредить",
        "предупреждать",
        "доложить",
        "докладывать",
        "сказать",
        "писать",
        "написать",
        "донести",
        "доносить",
        "признаваться",
    }:
        return False
    governed = next((other for other in cues.words[verb.index + 1 : word.index] if other.part == "ADP"), None)
    return governed is None


def _whole_noun(cues: Cues, word: Word, last: int) -> int:
    """Return where the noun that begins at a word ends: with its clauses, before "и" and another verb."""
    for other in cues.words[word.index + 1 : last + 1]:
        if other.is_finite:
            near = [each.index for each in cues.words[word.index : other.index] if each.lower in ALSO]
            return near[-1] - 1 if near else other.index - 1
    follows = cues.words[last + 1 : last + 4]
    if (
        len(follows) > 2
        and follows[0].text == ","
        and (follows[1].forms.get("VerbForm") == "Part" or follows[1].lower.startswith("котор"))
    ):
        return len(cues.words) - 1
    return last
