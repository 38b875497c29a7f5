# ruff: noqa: RUF002, RUF003 -- Russian words stand here on purpose
"""A telling of a Russian sentence goes in; one telling for each thing held comes out: "что склад закрыт, а платить некому" is two."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from clew.extract.prose._telling import Place, Telling
from clew.extract.prose._words import words
from clew.extract.prose.ru._cues import Cues
from clew.extract.prose.ru._parse import Word
from clew.extract.prose.ru._unaware import is_ignorance, unaware

_JOINING = words("и а но однако зато причем притом")
_UNDER = words(
    "если когда пока чтобы хотя как который кто что где куда откуда почему зачем поскольку раз едва будто словно чем ли потому так "
    "ибо сколько какой чей каков"
)


def parted(told: Sequence[Telling], cues: Cues) -> list[Telling]:
    """Return the tellings, each with one thing held; what a speaker says not to know is his ignorance."""
    found: list[Telling] = []
    told = [each for each in told if not _own_ignorance(each, told)]
    for each in told:
        plain = each.form in {"indirect", "partly"} and each.force in {"saying", "believing"} and not each.negated
        plain = plain and bool(each.holders)
        nested = any(other is not each and other.holders and each.covers(other.cue) for other in told)
        around = (
            bool(each.content) and each.content[0].start < each.cue.start
        )  # "…, дал понять министр" is said in one breath
        whole = not plain or nested or around or len(each.content) != 1 or each.accused is not None
        for place in [] if whole else _parts(each.content[0], cues):
            about = unaware(cues, (place,), each.holders) if each.force == "saying" else None
            part = replace(each, content=(place,))
            found.append(part if about is None else replace(part, force="unaware", content=(about,)))
        if whole:
            about = unaware(cues, each.content, each.holders) if each.force == "saying" else None
            found.append(each if about is None else replace(each, force="unaware", content=(about,)))
    return found


def _own_ignorance(each: Telling, told: Sequence[Telling]) -> bool:
    """Say whether somebody's ignorance stands in what another tells of himself: "уточнила: …, дальнейшее ей неизвестно" is read there."""
    himself = each.force == "unaware" and all(party.role == "pronoun" for party in each.holders)
    return himself and any(other is not each and other.holders and other.covers(each.cue) for other in told)


def _parts(content: Place, cues: Cues) -> Iterator[Place]:
    inside = [word for word in cues.words if content.holds(word.place)]
    start = 0
    for number, word in enumerate(inside):
        quoted = any(first < word.index < last for first, last in cues.tree.quotes)
        if word.text == "," and not quoted and _begins_another(inside[start:number], inside[number + 1 :]):
            place = cues.tree.trimmed(inside[start].index, word.index - 1)
            if place is not None:
                yield place
            start = number + 1 + (inside[number + 1].lower in _JOINING)
    rest = cues.tree.trimmed(inside[start].index, inside[-1].index) if start < len(inside) else None
    if start and rest is not None:
        yield rest
    elif not start:
        yield content


def _begins_another(before: list[Word], behind: list[Word]) -> bool:
    """Say whether a comma parts two clauses of the same rank: joined by "а", "но", ", и", each with a verb of its own, none under another."""
    if (
        len(behind) > 2
        and _is_clause(before)
        and is_ignorance(" ".join(word.text for word in behind if word.text != "."))
    ):
        return True
    if len(behind) > 1 and _stands_beside(before, behind):
        return True
    if len(behind) < 2 or behind[0].lower not in _JOINING:
        return False
    if any(word.lower == "только" for word in before) and behind[1].lower == "и":
        return False  # "не только …, но и"
    if (
        behind[1].lower in {"не", "также", "именно", "то", "потому"}
        and behind[0].lower in {"а", "но"}
        and not _is_clause(behind[:4])
    ):
        return False  # "а не из-за диверсии"
    upto = next((number for number, word in enumerate(behind[1:], 1) if word.text in {",", ";"}), len(behind))
    own = behind[1:upto]
    fronted = behind[1].lower in _UNDER or (behind[1].part == "ADP" and len(behind) > 2 and behind[2].lower in _UNDER)
    if fronted:  # "но что внутри, не знает"
        own = behind[1:]
    if not _is_clause(before) or not _is_clause(own):
        return False
    if not fronted and own[0].lower in _UNDER:
        return False
    last = [word for word in before if word.text == ","]
    tail = before[before.index(last[-1]) + 1 :] if last else before
    under = bool(last) and bool(tail) and (tail[0].lower in _UNDER or tail[0].lower.startswith("котор"))
    return not under and not any(word.text in {"(", "«"} for word in tail if word.text == "(")


def _stands_beside(before: list[Word], behind: list[Word]) -> bool:
    """Say whether a clause with a subject of its own stands behind a bare comma: "связь есть, люди здоровы"; none under another."""
    upto = next((number for number, word in enumerate(behind) if word.text in {",", ";", ":"}), len(behind))
    own = behind[:upto]
    last = [number for number, word in enumerate(before) if word.text == ","]
    tail = before[last[-1] + 1 :] if last else before
    if not tail or not _is_clause(tail) or not _is_clause(own) or any(word.text in {"«", "(", "—"} for word in own):
        return False
    opens = [word.lower for word in (*tail[:2], *own[:2])]
    if any(word in _UNDER or word in _JOINING or word.startswith("котор") for word in opens) or own[0].part in {
        "SCONJ",
        "CCONJ",
        "VERB",
    }:
        return False
    return any(word.case == "Nom" and word.part in {"NOUN", "PROPN", "PRON"} for word in own)


def _is_clause(run: Sequence[Word]) -> bool:
    """Say whether words hold a verb that makes a clause, or a short predicate: "склад закрыт", "сроки известны", "денег нет"."""
    return any(
        word.is_finite
        or word.lower
        in {"нет", "можно", "нельзя", "надо", "нужно", "известно", "неизвестно", "некому", "нечего", "пора"}
        or (word.part == "ADJ" and word.forms.get("Variant") == "Short")
        for word in run
    )
