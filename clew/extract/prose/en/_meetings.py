"""A parsed sentence goes in; who met, or works together with, whom comes out, as worded."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from clew.extract.prose._words import words
from clew.extract.prose.en import _tree as tree
from clew.extract.prose.en._holders import Parties
from clew.extract.prose.en._made import (
    is_body,
    is_named,
    is_organization,
    is_party,
    is_person,
    made,
    party_of,
    place_of,
)
from clew.extract.prose.en._persons import POSSESSIVES
from clew.extract.prose.en._relation import Relation

if TYPE_CHECKING:
    from clew.extract.prose.en._text import Token

_WORKING = words("cooperate collaborate co-operate partner")
_TALKS = words(
    "talks meeting meetings consultations negotiations discussions dinner lunch breakfast conversation conversations audience"
)
_HOLDING = words("hold have conduct attend eat take")
_TABLE = words("dine lunch breakfast confer huddle")
_AGREED = words("agreement memorandum pact accord partnership venture mou alliance")
_OTHER_DEALS = words(
    "supply purchase sales sale loan licence license service settlement confidentiality non-disclosure plea lease peace share credit"
)
_AGREEING = words("sign conclude enter form reach establish set initial")
_JOINT = words("partnership cooperation collaboration co-operation venture alliance")
_PARTNERS = words("partner partners ally allies")
VERBS = words("meet sit receive host greet work team be") | _TABLE | _HOLDING | _WORKING | _AGREEING
NOUNS = _TALKS | _PARTNERS | _JOINT


def meetings_of_verb(verb: "Token", parties: Parties) -> Iterator[Relation]:
    """Yield who met whom, who signed an agreement with whom, who works with whom."""
    if tree.is_passive(verb):
        return
    lemma = verb.lemma_.lower()
    if lemma in {"receive", "host", "greet"}:
        guests = [noun for noun in tree.direct_objects(verb) if _is_guest(noun, parties)]
        hosts = [noun for noun in tree.subject_heads(verb) if not is_organization(noun, parties)]
        hosts = [noun for noun in hosts if noun.lower_ not in {"you", "we"}]
        yield from made("meets", hosts, guests, verb, parties, qualifiers=place_of(verb, parties))
    elif lemma in _WORKING | _AGREEING | {"work", "team", "be"}:
        yield from _worked_together(verb, lemma, parties)
    else:
        yield from _met(verb, lemma, parties)


def _met(verb: "Token", lemma: str, parties: Parties) -> Iterator[Relation]:
    """Yield "met X", "dined with X", "sat down with X", "held talks with X"."""
    with_whom = tree.objects_of(verb, "with")
    if lemma == "meet":
        yield from _together("meets", verb, [*with_whom, *tree.direct_objects(verb)], parties)
    elif lemma in _TABLE or (lemma == "sit" and any(child.lower_ == "down" for child in verb.children)):
        yield from _together("meets", verb, with_whom, parties, joint=lemma != "sit")
    elif lemma in _HOLDING:
        talks = [noun for noun in tree.direct_objects(verb) if noun.lower_ in _TALKS]
        others = [one for noun in talks for one in tree.objects_of(noun, "with")] or with_whom
        if talks:
            yield from _together("meets", verb, others, parties)


def _worked_together(verb: "Token", lemma: str, parties: Parties) -> Iterator[Relation]:
    """Yield "cooperates with X", "signed an agreement with X", "had been partners"."""
    with_whom = tree.objects_of(verb, "with")
    if lemma in _AGREEING:
        deals = [noun for noun in [*tree.direct_objects(verb), *tree.objects_of(verb, "into")] if _is_joint(noun)]
        others = [one for noun in deals for one in tree.objects_of(noun, "with")] or with_whom
        if deals:
            yield from _together("cooperates_with", verb, others, parties)
    elif lemma == "be":
        partners = [noun for noun in tree.direct_objects(verb, "attr") if noun.lower_ in _PARTNERS]
        if partners and not any(tree.objects_of(noun, "at", "in") for noun in partners):
            others = [one for noun in partners for one in tree.objects_of(noun, "of", "with")]
            others += [one for noun in partners for one in tree.children(noun, "poss")]
            yield from _together("cooperates_with", verb, others, parties, held=True)
    else:
        sides = tree.subject_heads(verb)
        others = [noun for noun in with_whom if not _is_authority(noun, parties)]
        firms = lemma in _WORKING or any(is_organization(noun, parties) or is_body(noun) for noun in sides)
        if others or not with_whom:
            yield from _together("cooperates_with", verb, others if firms else [], parties, joint=lemma in _WORKING)


def meetings_of_noun(noun: "Token", parties: Parties) -> Iterator[Relation]:
    """Yield "a meeting between X and Y", "X's talks with Y", "X, a partner of Y"."""
    word = noun.lower_
    if word in _TALKS:
        both = [one for one in tree.objects_of(noun, "between", "of") if is_named(one, parties)]
        ours = [one for one in tree.children(noun, "poss") if is_party(one, parties)]
        theirs = [one for one in tree.objects_of(noun, "with") if is_named(one, parties)]
        if len(both) == 2 and not ours:
            ours, theirs = both[:1], both[1:]
        yield from made("meets", ours, theirs, noun, parties, qualifiers=place_of(noun, parties))
    elif word in _JOINT and noun.dep_ not in {"compound", "nmod"}:
        both = [one for one in tree.objects_of(noun, "between", "of") if is_organization(one, parties)]
        ours = [one for one in tree.children(noun, "poss") if is_party(one, parties) or one.lower_ in POSSESSIVES]
        theirs = [one for one in tree.objects_of(noun, "with") if is_named(one, parties)]
        if len(both) == 2 and not ours:
            ours, theirs = both[:1], both[1:]
        yield from made("cooperates_with", ours, theirs, noun, parties, held=True)
    elif word in _PARTNERS and noun.dep_ == "appos" and is_organization(noun.head, parties):
        others = [
            one for one in [*tree.objects_of(noun, "of"), *tree.children(noun, "poss")] if is_organization(one, parties)
        ]
        yield from made("cooperates_with", [noun.head], others, noun, parties, held=True)


def _together(
    predicate: str,
    verb: "Token",
    others: list["Token"],
    parties: Parties,
    *,
    joint: bool = True,
    held: bool = False,
) -> Iterator[Relation]:
    """Yield "X met Y", "X and Y met", "X cooperates with Y"."""
    sides = tree.subject_heads(verb)
    told = others
    others = [noun for noun in others if _is_met(noun, parties)]
    if not told and joint and len(sides) == 2:
        sides, others = sides[:1], sides[1:]
    sides = [noun for noun in sides if is_party(noun, parties) or _may_meet(noun)]
    yield from made(predicate, sides, others, verb, parties, held=held, qualifiers=place_of(verb, parties))


def _is_joint(noun: "Token") -> bool:
    """Say whether a paper binds two sides to work together: not a supply, a loan or a plea agreement."""
    of = {child.lower_ for child in tree.children(noun, "compound", "amod")}
    intent = noun.lower_ == "letter" and any(one.lower_ == "intent" for one in tree.objects_of(noun, "of"))
    return intent or (noun.lower_ in _AGREED and not of & _OTHER_DEALS)


def _is_met(noun: "Token", parties: Parties) -> bool:
    """Say whether a noun is somebody by name, by pronoun or beside his name: "the chairman of the fund, Li Na"."""
    if is_party(noun, parties) and (is_named(noun, parties) or noun.pos_ == "PRON"):
        return True
    party = party_of(noun, parties)
    return party is not None and party.name is not None


def _may_meet(noun: "Token") -> bool:
    return noun.lower_ in _OFFICES


_OFFICES = words(
    "minister president director chairman ambassador secretary governor envoy delegation officials chief general deputy side sides"
)


def _is_guest(noun: "Token", parties: Parties) -> bool:
    return is_person(noun, parties) or (noun.lower_ in _OFFICES - {"side", "sides", "officials"})


def _is_authority(noun: "Token", parties: Parties) -> bool:
    """Say whether one works with an office that investigates: no partnership."""
    return parties.role(noun) in {"official", "institution"} or noun.lower_ in {
        "authorities",
        "investigation",
        "inquiry",
    }
