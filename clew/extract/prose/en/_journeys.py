"""A parsed sentence goes in; who travels where, and visits whom, comes out, as worded: planned, booked or told as done."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from clew.extract.prose._words import words
from clew.extract.prose.en import _cues as cues
from clew.extract.prose.en import _tree as tree
from clew.extract.prose.en._holders import Parties
from clew.extract.prose.en._made import (
    Qualifiers,
    is_body,
    is_named,
    is_organization,
    is_place,
    is_someone,
    made,
)
from clew.extract.prose.en._relation import Relation

if TYPE_CHECKING:
    from clew.extract.prose.en._text import Token

_TRAVEL = words("travel fly journey sail drive head depart")
_GO = words("go come return")
_ARRIVE = words("arrive land alight")
_TRIPS = words("visit visits trip trips journey journeys tour tours flight flights")
_TICKETS = words("flight flights ticket tickets seat seats passage trip")
_PARTY_OF = words(
    "delegation delegations team teams group crew mission people men women officials staff specialist specialists instructor instructors "
    "minister director president representative representatives expert experts inspector inspectors son daughter wife husband brother sister "
    "colleague colleagues family"
)
_SITES = words(
    "plant factory works yard site base facility laboratory institute ministry exhibition fair range mill shipyard workshop port hall office offices headquarters terminal warehouse depot hangar airfield airport camp embassy consulate school university farm mine refinery village town city country capital region border front island hotel villa house flat apartment clinic hospital prison church museum foundry dockyard stand"
)
_TO_COME = words("planned upcoming forthcoming proposed scheduled next intended future")
_PUT_OFF = words("plan postpone cancel schedule propose arrange discuss prepare delay announce")
VERBS = (
    words("visit tour invite welcome call make pay book board reserve take buy leave enter be")
    | _TRAVEL
    | _GO
    | _ARRIVE
)
NOUNS = _TRIPS


def journeys_of_verb(verb: "Token", parties: Parties) -> Iterator[Relation]:
    """Yield who travels to a place, or visits a place or a firm."""
    lemma, passive = verb.lemma_.lower(), tree.is_passive(verb)
    subjects = tree.subject_heads(verb)
    travellers = [noun for noun in subjects if not _is_thing(noun, parties)]
    if lemma in {"visit", "tour"}:
        guests = tree.objects_of(verb, "by") if passive else travellers
        yield from made(
            "visits", guests, _goals(subjects if passive else tree.direct_objects(verb), parties), verb, parties
        )
    elif lemma == "invite" or (lemma == "welcome" and not passive):
        yield from _invited(verb, parties, passive=passive)
    elif lemma == "call" and not passive:
        yield from _called_on(verb, travellers, parties)
    elif lemma in {"make", "pay"}:
        trips = [noun for noun in tree.direct_objects(verb) if noun.lower_ in _TRIPS]
        goals = [noun for trip in [*trips, *([verb] if trips else [])] for noun in tree.objects_of(trip, "to")]
        yield from made("visits", travellers, _goals(goals, parties), verb, parties)
    elif lemma in {"book", "board", "reserve", "take", "buy"}:
        yield from _ticketed(verb, travellers, parties)
    else:
        yield from _travelled(verb, travellers, parties, passive=passive)


def _travelled(verb: "Token", travellers: list["Token"], parties: Parties, *, passive: bool) -> Iterator[Relation]:
    lemma, goals = verb.lemma_.lower(), []
    if lemma not in {"travel", "fly", "journey"}:
        travellers = [noun for noun in travellers if _may_travel(noun, parties)]
    if lemma in _TRAVEL:
        taken = tree.direct_objects(verb) if lemma in {"fly", "drive"} and not passive else []
        taken = [
            noun for noun in taken if noun.lower_ not in {"that", "which", "whom"}
        ]  # "flew three engineers to Riga"
        travellers = [noun for noun in taken if _may_travel(noun, parties)] or ([] if taken else travellers)
        goals = tree.objects_of(verb, "to", "into")
        goals = [noun for noun in goals if is_named(noun, parties) or noun.lower_ in _SITES]
    elif lemma in _GO:
        goals = [noun for noun in tree.objects_of(verb, "to") if is_place(noun, parties)]
    elif lemma in _ARRIVE:
        goals = [noun for noun in tree.objects_of(verb, "in", "at") if is_place(noun, parties)]
    elif lemma == "leave":
        goals = [noun for noun in tree.objects_of(verb, "for") if is_place(noun, parties)]
    elif lemma == "enter" and not passive:
        goals = [noun for noun in tree.direct_objects(verb) if is_place(noun, parties)]
    elif lemma == "be":
        due = [one for one in tree.children(verb, "acomp") if one.lower_ in {"due", "expected", "back"}]
        goals = [noun for one in due for noun in tree.objects_of(one, "in", "at") if is_place(noun, parties)]
        if due and due[0].lower_ != "back":
            yield from made("travels_to", travellers, goals, verb, parties, modality="planned")
        return
    yield from made("travels_to", travellers, goals, verb, parties)


def journeys_of_noun(noun: "Token", parties: Parties) -> Iterator[Relation]:
    """Yield "X's visit to Y", "a visit by X to Y": told, not that it was done."""
    if noun.lower_ not in _TRIPS:
        return
    guests = [*tree.children(noun, "poss"), *tree.objects_of(noun, "by", "of")]
    guests = [one for one in guests if is_someone(one, parties) and is_named(one, parties)]
    goals = _goals(tree.objects_of(noun, "to"), parties)
    to_come = any(child.lower_ in _TO_COME for child in noun.children)
    to_come = to_come or (noun.dep_ in {"dobj", "nsubjpass"} and noun.head.lemma_.lower() in _PUT_OFF)
    yield from made("visits", guests, goals, noun, parties, modality="planned" if to_come else "unknown")


def _invited(verb: "Token", parties: Parties, *, passive: bool) -> Iterator[Relation]:
    """Yield whom somebody asks to come, and where to: planned, whether they came or not."""
    guests = tree.subject_heads(verb) if passive else tree.direct_objects(verb)
    guests = [noun for noun in guests if _may_travel(noun, parties) or is_named(noun, parties)]
    goals = [*tree.objects_of(verb, "to"), *tree.objects_of(verb, "at")]
    goals += [goal for guest in guests for goal in tree.objects_of(guest, "to")]
    for inner in tree.children(verb, "xcomp", "ccomp"):
        goals += tree.direct_objects(inner) if inner.lemma_.lower() in {"visit", "tour"} else []
    hosts = tree.objects_of(verb, "by") if passive else tree.subject_heads(verb)
    hosted: Qualifiers = tuple(("host", host.text, host) for one in hosts[:1] if (host := parties.of(one)))
    welcomed = verb.lemma_.lower() == "welcome" and not (tree.is_planned(verb) or verb.dep_ == "pcomp")
    modality = "unknown" if welcomed else "planned"
    yield from made("visits", guests, _goals(goals, parties), verb, parties, modality=modality, qualifiers=hosted)


def _called_on(verb: "Token", travellers: list["Token"], parties: Parties) -> Iterator[Relation]:
    """Yield "will call on you in May"; what calls on somebody to do something visits nobody."""
    called = tree.objects_of(verb, "on", "at")
    asked = tree.children(verb, "xcomp", "ccomp", "advcl") or any(tree.children(one, "acl", "relcl") for one in called)
    if not asked and not tree.children(verb, "dobj"):
        called = [one for one in called if is_named(one, parties) or one.lower_ in {"you", "us", "him", "her", "them"}]
        yield from made("visits", travellers, called, verb, parties)


def _ticketed(verb: "Token", travellers: list["Token"], parties: Parties) -> Iterator[Relation]:
    """Yield "booked a flight to X" as booked, "boarded a flight to X" as boarded."""
    things = [noun for noun in tree.direct_objects(verb) if noun.lower_ in _TICKETS]
    goals = [goal for thing in things for goal in tree.objects_of(thing, "to") if is_place(goal, parties)]
    goals += [goal for goal in tree.objects_of(verb, "to") if things and is_place(goal, parties)]
    how = {"book": "booked", "reserve": "booked", "buy": "booked", "board": "boarded"}.get(verb.lemma_.lower())
    firm = any(is_organization(noun, parties) for noun in travellers)
    if not firm:
        yield from made("travels_to", travellers, goals, verb, parties, modality=how)


def _goals(nouns: list["Token"], parties: Parties) -> list["Token"]:
    """Return what can be visited: a name, a site, a firm."""
    return [noun for noun in nouns if is_named(noun, parties) or noun.lower_ in _SITES or is_body(noun)]


def _is_thing(noun: "Token", parties: Parties) -> bool:
    """Say whether a subject is goods or a ship by its name: "the GA-21 flew to Riga"."""
    name = parties.name_of(noun)
    return name is not None and name.kind == "product"


def _may_travel(noun: "Token", parties: Parties) -> bool:
    if is_someone(noun, parties) and noun.lower_ not in {"it", "which"}:
        return True
    name = parties.name_of(noun)
    if name is not None:
        return False
    return noun.lower_ in _PARTY_OF | cues.STAFF_POSTS | cues.DIRECTING_POSTS | cues.OFFICIALS | cues.EXPERTS or (
        noun.pos_ == "NUM"
    )
