"""A parsed sentence goes in; ownership, control, place, alias, listing, meetings and training come out, as worded."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from clew.extract.prose._words import words
from clew.extract.prose.en import _cues as cues
from clew.extract.prose.en import _tree as tree
from clew.extract.prose.en._holders import Parties
from clew.extract.prose.en._made import is_firm, is_named, is_organization, is_party, made, named, place_of
from clew.extract.prose.en._relation import Relation

if TYPE_CHECKING:
    from clew.extract.prose.en._text import Token

_PARTS = words("stake share shares equity capital stock")
_SHARE = re.compile(r"\d+(?:\.\d+)?")
_TRAVEL = words("travel fly journey")
_TEACHING = words("train teach instruct coach")
_LISTING_LISTS = words("sanction blacklist designate")
_MAKING = words("make manufacture produce build assemble")
_NOT_GOODS = words(
    "payment payments visit visits trip trips claim claims decision decisions statement mistake call calls offer request "
    "requests purchase purchases progress arrangement arrangements effort efforts allegation allegations profit profits money"
)
_CALLED = words("known called dubbed renamed aka alias")


def ties_of_verb(verb: "Token", parties: Parties) -> Iterator[Relation]:
    """Yield what a verb tells of ownership, control, place, alias, listing, journeys, meetings, training and tests."""
    lemma, passive = verb.lemma_.lower(), tree.is_passive(verb)
    if lemma in {"own", "hold", "acquire", "buy"}:
        yield from _owned(verb, parties, passive=passive)
    elif lemma == "control":
        yield from _between("controls", verb, parties, passive=passive, held=True)
    elif lemma in _LISTING_LISTS:
        yield from _listed_by(verb, parties, passive=passive)
    elif lemma in {"base", "locate", "headquarter"} or (lemma in {"be", "have"} and not passive):
        yield from _located(verb, parties)
    elif lemma in {"meet", "cooperate", "collaborate", "co-operate", "partner"}:
        yield from _together(verb, parties)
    elif lemma == "instruct" and not tree.objects_of(verb, "in", "on"):
        return  # "instructed counsel" gives an order
    elif lemma in _TEACHING or lemma == "test":
        yield from _between("tests" if lemma == "test" else "trains", verb, parties, passive=passive)
    elif lemma in _MAKING and (passive or lemma == "manufacture"):
        yield from _made_by(verb, parties, passive=passive)
    else:
        yield from _visited(verb, parties)
    if verb.lower_ in _CALLED:
        yield from _named_also(verb, parties)


def ties_of_noun(noun: "Token", parties: Parties) -> Iterator[Relation]:
    """Yield "X, a subsidiary of Y", "Y's subsidiary X" and "X, the owner of Y"."""
    word = noun.lower_
    if word not in {"subsidiary", "unit", "affiliate", "owner", "shareholder"} or parties.name_of(noun) is not None:
        return
    others = [one for one in tree.objects_of(noun, "of", "in") if is_named(one, parties)]
    others += [one for one in tree.children(noun, "poss") if is_named(one, parties)]
    beside = [noun.head] if noun.dep_ == "appos" else []
    here = [one for one in [*beside, *tree.children(noun, "appos")] if is_named(one, parties)]
    if noun.dep_ == "attr" and noun.head.lemma_ == "be":
        here = [one for one in tree.subject_heads(noun.head) if is_named(one, parties)]
    owner = word in {"owner", "shareholder"}
    yield from made("owns", here if owner else others, others if owner else here, noun, parties, held=True)


def _between(
    predicate: str, verb: "Token", parties: Parties, *, passive: bool, held: bool = False
) -> Iterator[Relation]:
    doers = tree.objects_of(verb, "by") if passive else tree.subject_heads(verb)
    done_to = tree.subject_heads(verb) if passive else tree.direct_objects(verb)
    doers = [noun for noun in doers if is_party(noun, parties) or noun.lower_ in cues.STAFF_POSTS or noun.tag_ == "NNS"]
    if predicate == "controls":
        done_to = [noun for noun in done_to if is_party(noun, parties)]
    where = place_of(verb, parties)
    yield from made(predicate, doers, done_to, verb, parties, held=held, qualifiers=where)


def _listed_by(verb: "Token", parties: Parties, *, passive: bool) -> Iterator[Relation]:
    authorities = tree.objects_of(verb, "by") if passive else tree.subject_heads(verb)
    listed = tree.subject_heads(verb) if passive else tree.direct_objects(verb)
    yield from made("listed_by", named(listed, parties), authorities, verb, parties, held=True)


def listings_of(verb: "Token", parties: Parties) -> Iterator[Relation]:
    """Yield "was added to the sanctions list of the European Union", "is on the EU's sanctions list"."""
    for prep in tree.children(verb, "prep"):
        for target in tree.children(prep, "pobj"):
            near = {child.lower_ for child in target.children}
            if prep.lower_ not in {"to", "on"} or target.lower_ not in {"list", "lists", "blacklist"}:
                continue
            if target.lower_ != "blacklist" and not near & {"sanctions", "sanction", "entity", "black"}:
                continue
            authorities = [*tree.objects_of(target, "of"), *tree.children(target, "poss")]
            listed = (
                tree.subject_heads(verb) if tree.is_passive(verb) or verb.lemma_ == "be" else tree.direct_objects(verb)
            )
            yield from made("listed_by", named(listed, parties), authorities, verb, parties, held=True)


def _located(verb: "Token", parties: Parties) -> Iterator[Relation]:
    seats = [verb]
    if verb.lemma_ == "have":
        seats = [
            noun for noun in tree.direct_objects(verb) if noun.lower_ in {"seat", "headquarters", "office", "base"}
        ]
    places = [
        noun
        for seat in [*seats, *([verb] if seats and verb.lemma_ == "have" else [])]
        for noun in tree.objects_of(seat, "in", "at", "near")
        if _is_place(noun, parties)
    ]
    homes = [
        noun for noun in tree.subject_heads(verb) if is_organization(noun, parties) or noun.lower_ in cues.FIRM_NOUNS
    ]
    if seats and not (verb.lemma_ == "be" and tree.direct_objects(verb, "attr", "acomp")):
        yield from made("located_in", homes, places[:1], verb, parties, held=True)


def _is_place(noun: "Token", parties: Parties) -> bool:
    name = parties.name_of(noun)
    return name is not None and (name.kind == "place" or (name.kind == "unknown" and noun.ent_type_ in {"GPE", "LOC"}))


def _together(verb: "Token", parties: Parties) -> Iterator[Relation]:
    """Yield who met, or works together with, whom: "X met Y", "X and Y met", "X cooperates with Y"."""
    predicate = "meets" if verb.lemma_.lower() == "meet" else "cooperates_with"
    doers = tree.subject_heads(verb)
    others = tree.objects_of(verb, "with")
    if predicate == "meets":
        others = [*others, *tree.direct_objects(verb)]
    others = [noun for noun in others if is_party(noun, parties) and (is_named(noun, parties) or noun.pos_ == "PRON")]
    if not others and len(doers) == 2:
        doers, others = doers[:1], doers[1:]
    doers = [noun for noun in doers if is_party(noun, parties)]
    yield from made(predicate, doers, others, verb, parties, qualifiers=place_of(verb, parties))


def _made_by(verb: "Token", parties: Parties, *, passive: bool) -> Iterator[Relation]:
    makers = tree.objects_of(verb, "by") if passive else tree.subject_heads(verb)
    goods = tree.subject_heads(verb) if passive else tree.direct_objects(verb)
    makers = [noun for noun in makers if is_organization(noun, parties) or is_firm(noun, parties)]
    coded = [
        inner
        for noun in goods
        for inner in [*tree.children(noun, "appos"), noun]
        if (name := parties.name_of(inner)) is not None and name.kind == "product"
    ]
    goods = [noun for noun in goods if noun.lower_ not in _NOT_GOODS and noun.pos_ != "PRON"]
    yield from made("made_by", coded[:1] or goods, makers, verb, parties)


def _named_also(verb: "Token", parties: Parties) -> Iterator[Relation]:
    """Yield "Tomas Heller, also known as Tom Keller"."""
    told = verb.head if verb.dep_ in {"acl", "advcl"} else None
    whole = [told] if told is not None else tree.subject_heads(verb)
    others = [*tree.objects_of(verb, "as"), *tree.children(verb, "oprd")]
    yield from made("alias_of", named(others, parties), named(whole, parties), verb, parties, held=True)


def _visited(verb: "Token", parties: Parties) -> Iterator[Relation]:
    lemma, travellers = verb.lemma_.lower(), tree.subject_heads(verb)
    if lemma in {"visit", "tour"} and not tree.is_passive(verb):
        yield from made("visits", travellers, named(tree.direct_objects(verb), parties), verb, parties)
    elif lemma in {"visit", "tour"}:
        yield from made("visits", tree.objects_of(verb, "by"), named(travellers, parties), verb, parties)
    elif lemma in _TRAVEL:
        yield from made("travels_to", travellers, named(tree.objects_of(verb, "to"), parties), verb, parties)
    elif lemma in {"go", "come", "return"}:
        goals = [noun for noun in tree.objects_of(verb, "to") if _is_place(noun, parties)]
        goers = [noun for noun in travellers if not is_organization(noun, parties)]
        yield from made("travels_to", named(goers, parties), goals, verb, parties)
    elif lemma in {"make", "pay"}:
        trips = [noun for noun in tree.direct_objects(verb) if noun.lemma_.lower() in {"visit", "trip"}]
        goals = [noun for trip in [*trips, *([verb] if trips else [])] for noun in tree.objects_of(trip, "to")]
        yield from made("visits", travellers, named(goals, parties), verb, parties)


def _owned(verb: "Token", parties: Parties, *, passive: bool) -> Iterator[Relation]:
    owning = verb.lemma_.lower() == "own"
    held = verb.lemma_.lower() in {"own", "hold"}
    if passive:
        if owning:
            owned = named(tree.subject_heads(verb), parties)
            yield from made("owns", tree.objects_of(verb, "by"), owned, verb, parties, held=True)
        return
    for thing in tree.direct_objects(verb):
        percent = [token for token in thing.subtree if token.lower_ in {"%", "percent", "cent"}]
        is_part = percent or thing.lower_ in {"stake", "share", "shares", "half", "majority", "minority"}
        parts = tree.objects_of(thing, "of", "in") if is_part else []
        parts += tree.objects_of(verb, "of", "in") if is_part and not parts else []
        share = next(
            (found[0] for token in percent if (found := _SHARE.search(token.nbor(-1).text if token.i else ""))), None
        )
        share = "50" if share is None and thing.lower_ == "half" else share
        wholes = [
            whole
            for part in parts
            for whole in (tree.objects_of(part, "of", "in") if part.lower_ in _PARTS else [part])
        ]
        targets = wholes or ([thing] if owning else [])
        told = (("share", share, None),) if share else ()
        owners = tree.subject_heads(verb)
        yield from made("owns", owners, named(targets, parties), verb, parties, held=held, qualifiers=told)
