# ruff: noqa: RUF002, RUF003 -- Russian words stand here on purpose
"""A cue verb of a Russian sentence goes in; what a word that points back in its clause means comes out: the clause or the sentence before.

"Груз ушёл, о чём сообщила таможня", "…, что он отрицает", "… — к такому выводу пришла комиссия" point within their sentence;
"Об этом рассказал водитель", "Так считают соседи", "Такую версию высказал адвокат" to the sentence before.
"""

from dataclasses import dataclass

from clew.extract.prose._telling import Place
from clew.extract.prose._words import words
from clew.extract.prose.ru import _lexicon as lexicon
from clew.extract.prose.ru._cues import Cues
from clew.extract.prose.ru._parse import Word
from clew.extract.prose.ru._segments import DASHES

_POINTING = words(
    "это этом этому этим такой такая такое такую такого такому таким таком эту этот этой такие таких такими тот том"
)
_RELATIVE = words("что чем чему чего")
_WHAT_IS_SAID = lexicon.CUE_NOUNS | words(
    "вывод заключение мнение версия позиция заявление информация сведения сведение данные точка оценка предположение утверждение "
    "прогноз гипотеза признание обвинение довод цифра показание показания объяснение"
)
_ABOUT = words("о об обо про в на с к по до")
# What one may do "so": "так считают", "так говорит"; of another verb "так" says how.
_SO = words(
    "считать полагать думать говорить сказать утверждать сообщать сообщить заявить заявлять рассуждать ответить отвечать описывать описать "
    "объяснить объяснять пояснить пояснять комментировать прокомментировать оценить оценивать рассказывать рассказать решить писать "
    "представлять трактовать формулировать сформулировать"
)
# What one may do with "this" for an object; of another verb "this" is a thing.
_THIS = words(
    "подтвердить подтверждать признать признавать сказать говорить утверждать сообщить сообщать заявить заявлять отметить рассказать "
    "рассказывать подчеркнуть подчеркивать"
)
# What one may do with "such a view": of another verb the view is a thing said of ("эту информацию подтвердили").
_HOLDING = words(
    "прийти приходить сойтись сходиться выступить выступать придерживаться настаивать стоять привести приводить высказать высказывать "
    "сделать озвучить озвучивать выдвинуть выдвигать разделять отстаивать дать давать изложить излагать"
)

_SPEAKING = lexicon.SAYING | lexicon.BELIEVING | lexicon.DENYING | lexicon.NOT_SAYING


@dataclass(frozen=True, slots=True)
class Pointed:
    """What a word that points back means: places in its own sentence, none where it is the sentence before."""

    content: tuple[Place, ...]


def pointed(cues: Cues, verb: Word) -> Pointed | None:
    """Return what the words before a verb point back to; None where none does, or where the verb's own clause follows it."""
    if not (verb.is_finite or verb.part == "ADJ") or cues.leads_to_clause(verb) or cues.leads_to_speech(verb):
        return None
    first, last = cues.segment(verb.index)
    if cues.is_speech(first) or any(left < verb.index < right for left, right in cues.speech):
        return None
    mark = _relative(cues, verb, first) if first else None
    if mark is None:
        mark = next((word for word in cues.words[first : last + 1] if _points(cues, word, verb)), None)
    if mark is None or mark.index > verb.index + 4:
        return None
    if first == 0:
        return Pointed(())
    begun = cues.words[first - 1].text in DASHES | {",", ";"} and mark.index < verb.index
    place = cues.tree.trimmed(_clause_before(cues, first), first - 1) if begun else None
    return Pointed((place,)) if place is not None else None


def _relative(cues: Cues, verb: Word, first: int) -> Word | None:
    """Return the "что" or "о чём" that opens a clause of a verb and stands for all before it: ", что он отрицает"."""
    lead = cues.words[first : first + 2]
    mark = next((word for word in lead if word.lower in _RELATIVE), None)
    if mark is None or mark.index >= verb.index or (mark.index > first and lead[0].lower not in _ABOUT):
        return None
    if mark.index == first and (mark.lower != "что" or verb.lemma not in lexicon.DENYING | _THIS):
        return None
    active = [word for word in cues.words[:first] if word.part == "VERB" and word.forms.get("Voice") != "Pass"]
    if mark.index == first and any(word.lemma in _SPEAKING and cues.leads_to_that(word) for word in active):
        return None  # "объясняет, что сертификат ничего не подтверждает"
    between = cues.words[mark.index + 1 : verb.index]
    return None if any(word.is_finite for word in between) else mark


def _points(cues: Cues, word: Word, verb: Word) -> bool:
    """Say whether a word of a verb's clause points back: "об этом", "так", "такого мнения", "это"."""
    if word.lower == "так":
        return word.index < verb.index and verb.lemma in _SO and not cues.tree.is_negated(verb)
    if word.lower not in _POINTING:
        return False
    behind = cues.words[word.index + 1 : word.index + 3]
    noun = next((other for other in behind if other.lemma in _WHAT_IS_SAID), None)
    if noun is not None:
        return word.lower not in {"тот", "том"} and verb.lemma in _HOLDING and not cues.tree.is_negated(verb)
    before = cues.words[word.index - 1].lower if word.index else ""
    if word.lower in {"этом", "это", "этому", "этим"} and before in _ABOUT:
        alone = not behind or behind[0].part not in {"NOUN", "ADJ"} or behind[0].case != word.case
        # "думал об этом" is what one thought of, "уверен в этом" what one holds
        takes = lexicon.SAYING if before != "в" else lexicon.SAYING | lexicon.BELIEVING
        return alone and verb.lemma in takes - lexicon.AGREEING and not cues.tree.is_negated(verb)
    return (
        word.lower == "это"
        and verb.lemma in _THIS
        and not cues.tree.is_negated(verb)
        and word.case in {"Acc", "Nom", ""}
    )


def _clause_before(cues: Cues, first: int) -> int:
    """Return where the words before a clause that points back begin: behind the last ";" or the sentence's beginning."""
    return max((word.index for word in cues.words[: first - 1] if word.text == ";"), default=-1) + 1
