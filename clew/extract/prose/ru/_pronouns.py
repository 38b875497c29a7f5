# ruff: noqa: RUF002 -- Russian words stand here on purpose
"""The tellings of a Russian sentence and who was heard before go in; whom "она", "по его словам" and a dropped subject mean comes out.

Always a suggestion: the pronoun's own words stay the holder, the name is given beside it, and the claim says so. Whom the forms
do not fit is never meant; where several fit, whoever spoke last is.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from clew.extract.prose._telling import Party, Place, Telling
from clew.extract.prose.ru import _lexicon as lexicon
from clew.extract.prose.ru._models import genders_of
from clew.extract.prose.ru._parse import Word
from clew.extract.prose.ru._speakers import Speakers

_ONE = {"он": "Masc", "его": "Masc", "ему": "Masc", "она": "Fem", "ее": "Fem", "ей": "Fem"}
_MANY = frozenset({"они", "их", "им"})
_REMEMBERED = 6  # parties: who spoke longer ago is not meant
_MINUTED = frozenset({"слушать", "выступить", "доложить"})  # "Слушали: Кольчугина. Доложил, что"


@dataclass(frozen=True, slots=True)
class Heard:
    """Someone a later pronoun may mean."""

    party: Party
    gender: str = ""  # Masc, Fem, Neut, or nothing where the words do not tell
    plural: bool = False
    spoke: bool = False  # not merely named
    page: int = 1


def meant(tellings: list[Telling], speakers: Speakers, earlier: tuple[Heard, ...]) -> list[Telling]:
    """Return the tellings, each pronoun and each dropped subject with whom it most likely means."""
    found: list[Telling] = []
    here = _named(speakers)
    for each in tellings:
        spoken = [_heard(party, speakers, spoke=True) for other in found for party in other.holders]
        before = [*earlier, *(one for one in here if one.party.place.stop <= each.cue.start), *spoken]
        if not each.holders and each.content and each.force != "silent":
            found.append(_subject_given(each, speakers, earlier))
            continue
        holders = tuple(_resolved(party, before) for party in each.holders)
        found.append(replace(each, holders=holders))
    return found


def _resolved(party: Party, before: list[Heard]) -> Party:
    word = party.text.lower().replace("ё", "е")
    if party.role != "pronoun" or (word not in _ONE and word not in _MANY):
        return party
    fitting = [
        one
        for one in before
        if one.plural == (word in _MANY)
        and (one.plural or one.gender in {_ONE[word], ""})
        and one.party.role != "pronoun"
    ]
    spoken = [one for one in fitting if one.spoke]
    people = list(dict.fromkeys(one.party.text for one in fitting))
    chosen = spoken[-1] if spoken else (fitting[-1] if len(people) == 1 else None)
    if chosen is None:
        return party
    return replace(party, role=chosen.party.role, means=chosen.party.means or chosen.party)


def _subject_given(each: Telling, speakers: Speakers, earlier: tuple[Heard, ...]) -> Telling:
    """Return a telling without a subject as the one's who spoke before it: "Добавил, что склад пуст."."""
    verb = next((word for word in speakers.words if each.cue.holds(word.place) and word.part == "VERB"), None)
    if verb is None or not _drops_subject(verb, speakers):
        return each
    plural, gender = verb.forms.get("Number") == "Plur", verb.forms.get("Gender", "")
    fitting = [
        one
        for one in earlier
        if one.spoke
        and one.plural == plural
        and (not gender or one.gender in {gender, ""})
        and one.party.role != "pronoun"
    ]
    if not fitting and not plural:  # "Шеф в курсе. Сказал, что": the one person the sentence before is about
        named = [
            one for one in earlier if not one.plural and gender and one.gender == gender and one.party.role != "pronoun"
        ]
        fitting = named if len({one.party.text for one in named}) == 1 else []
    if not fitting or plural:
        return each  # "сообщают, что": nobody is named
    last = fitting[-1].party
    return replace(each, holders=(replace(last, means=last.means or last),))


def _drops_subject(verb: Word, speakers: Speakers) -> bool:
    """Say whether a cue stands at the head of its sentence without a subject, active and of somebody else than the author."""
    before = [
        word
        for word in speakers.words[: verb.index]
        if word.part in {"VERB", "AUX", "NOUN", "PROPN"} and word.case != "Loc"
    ]
    return (
        verb.is_finite
        and not before
        and verb.forms.get("Voice") != "Pass"
        and not verb.lower.endswith(("ся", "сь"))
        and verb.forms.get("Person") in {None, "3"}
    )


def remembered(
    tellings: Iterable[Telling], speakers: Speakers, earlier: tuple[Heard, ...], *, adjoins: bool
) -> tuple[Heard, ...]:
    """Return who may be meant by what comes next: who spoke, and who was named, in this sentence and just before it."""
    kept = [replace(one, spoke=one.spoke) for one in earlier if one.spoke] if adjoins else []
    spoken = [_heard(party, speakers, spoke=True) for each in tellings for party in each.holders]
    minuted = any(word.lemma in _MINUTED for word in speakers.words[:2])
    named = [replace(one, spoke=True) if minuted else one for one in _named(speakers)]
    known = {one.party.place for one in spoken}
    return tuple([*kept, *(one for one in named if one.party.place not in known), *spoken][-_REMEMBERED:])


def _named(speakers: Speakers) -> list[Heard]:
    """Return the persons a sentence names, and whoever is its subject."""
    found: dict[Place, Heard] = {}
    for word in speakers.words:
        name = speakers.name_at(word)
        acts = word.part in {"NOUN", "PROPN"} and word.case == "Nom" and word.relation.startswith("nsubj")
        subject = acts and (word.forms.get("Animacy") == "Anim" or word.lemma in lexicon.FIRM_NOUNS)
        if (name is None or name.kind != "person") and not subject:
            continue
        party = speakers.party(speakers.top(word))
        if party.role != "pronoun" and party.place not in found:
            found[party.place] = _heard(party, speakers, spoke=False)
    return list(found.values())


def _heard(party: Party, speakers: Speakers, *, spoke: bool) -> Heard:
    if party.means is not None:
        return Heard(replace(party, role=party.role), *_form(party, speakers), spoke=spoke)
    return Heard(party, *_form(party, speakers), spoke=spoke)


def _gender(word: Word) -> str:
    told, possible = word.forms.get("Gender", ""), genders_of(word.text, word.case)
    return next(iter(possible)) if len(possible) == 1 and word.case != "Nom" else told


def _form(party: Party, speakers: Speakers) -> tuple[str, bool]:
    inside = [
        word
        for word in speakers.words
        if party.place.holds(word.place) and word.part in {"NOUN", "PROPN", "PRON", "NUM", "X"}
    ]
    text = party.text.lower().replace("ё", "е")
    if text in _ONE:
        return _ONE[text], False
    if text in _MANY:
        return "", True
    if not inside:
        return "", False
    head = inside[0]
    plural = head.part == "NUM" or head.forms.get("Number") == "Plur" or head.lemma in lexicon.SEVERAL
    genders = [_gender(word) for word in inside if word.part == "PROPN" and word.forms.get("Gender")]
    if party.name is not None and party.name.kind == "person" and genders:
        return ("Fem" if "Fem" in genders else genders[0]), False
    return head.forms.get("Gender", ""), plural
