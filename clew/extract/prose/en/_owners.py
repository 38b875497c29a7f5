"""A parsed sentence goes in; who owns whom, and how much of it, comes out, as worded."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from clew.extract.prose._words import words
from clew.extract.prose.en import _tree as tree
from clew.extract.prose.en._holders import Parties
from clew.extract.prose.en._made import (
    Qualifiers,
    doers,
    is_body,
    is_named,
    is_organization,
    is_person,
    is_place,
    made,
    named,
    posts_as,
    things_of,
)
from clew.extract.prose.en._persons import POSSESSIVES
from clew.extract.prose.en._relation import Relation

if TYPE_CHECKING:
    from clew.extract.prose.en._text import Token

_SHARE = re.compile(r"\d+(?:\.\d+)?")
_PARTS = words(
    "stake stakes share shares equity capital stock interest holding shareholding half majority minority ownership control"
)
_HELD = words("own hold possess have retain keep control")
_BOUGHT = words("acquire buy purchase take raise increase obtain lift")
_UNITS = words("subsidiary subsidiaries unit affiliate offshoot arm division branch")
_PARENTS = words("parent owner owners shareholder shareholders holder stakeholder co-owner proprietor")
_OWNED_THINGS = words(
    "vessel ship tanker yacht aircraft jet plane plant factory restaurant hotel clinic building yard mine shipyard house mill club villa farm shop store bank"
)
_SOLE = words("sole only hundred-percent")
_TOLD_BEFORE = POSSESSIVES - {"our", "my", "your"}
_FORMER = words("former ex onetime one-time erstwhile previous then ex-owner")
_NAMING = words("list name identify record register describe show give")
VERBS = words("own belong transfer sell") | _NAMING | _HELD | _BOUGHT
NOUNS = _UNITS | _PARENTS | words("company firm group owned")


def owners_of_verb(verb: "Token", parties: Parties) -> Iterator[Relation]:
    """Yield "X owns Y", "Y belongs to X", "X holds 40 % of Y", "X has bought Y", "Y is owned by X"."""
    lemma, passive = verb.lemma_.lower(), tree.is_passive(verb)
    if lemma == "own" and passive:
        yield from _owned_by(verb, parties)
    elif lemma == "belong":
        owners = [noun for noun in tree.objects_of(verb, "to") if _may_own(noun, parties)]
        things = tree.subject_heads(verb)
        if not any(is_person(noun, parties) for noun in owners):  # a person belongs to a body, to no person
            things = [noun for noun in things if _is_owned(noun, parties)]
        people = any(noun.lower_ in {"he", "she", "who", "i", "we", "they"} for noun in things)
        yield from made("owns", owners, [] if people else things, verb, parties, held=True)
    elif lemma in _NAMING:
        yield from _named_owner(verb, parties, passive=passive)
    elif lemma in {"transfer", "sell"}:
        yield from _passed_on(verb, parties, passive=passive)
    elif lemma in _HELD | _BOUGHT and not passive:
        yield from _holding(verb, parties)
    elif lemma in _BOUGHT and passive:
        bought = [noun for noun in tree.subject_heads(verb) if is_organization(noun, parties)]
        buyers = [noun for noun in tree.objects_of(verb, "by") if is_named(noun, parties)]
        yield from made("owns", buyers, bought, verb, parties, held=True)


def owners_of_noun(noun: "Token", parties: Parties) -> Iterator[Relation]:
    """Yield "X, a subsidiary of Y", "Y's subsidiary X", "X, the owner of Y", "its parent company, X", "the Y-owned firm X"."""
    word = noun.lower_
    if word == "owned":
        yield from _hyphened(noun, parties)
        return
    parental = word in {"company", "firm", "group"} and any(
        one.lower_ == "parent" for one in tree.children(noun, "compound", "amod")
    )
    if not (word in _UNITS | _PARENTS or parental) or is_named(noun, parties):
        return
    if any(child.lower_ in _FORMER for child in noun.children if child.i < noun.i):
        return
    ways = ("of",) if word in _UNITS else ("of", "in")
    others = [one for one in tree.objects_of(noun, *ways) if _is_owned(one, parties) and not is_place(one, parties)]
    others += [one for one in tree.children(noun, "poss") if _is_owned(one, parties) or one.lower_ in _TOLD_BEFORE]
    beside = [noun.head] if noun.dep_ == "appos" or (noun.dep_ in {"compound", "nmod"} and noun.i < noun.head.i) else []
    here = [one for one in [*beside, *tree.children(noun, "appos")] if _has_name(one, parties)]
    if noun.dep_ in {"attr", "nsubj"} and noun.head.lemma_ in {"be", "remain"}:
        subjects = tree.subject_heads(noun.head) if noun.dep_ == "attr" else tree.direct_objects(noun.head, "attr")
        here += [one for one in subjects if _has_name(one, parties)]
    owner = word in _PARENTS or parental
    share: Qualifiers = (("share", "100", None),) if owner and any(c.lower_ in _SOLE for c in noun.children) else ()
    trigger = noun.head if noun.dep_ == "attr" and noun.head.lemma_ == "be" else noun
    left, right = (here[:1], others[:1]) if owner else (others[:1], here)
    yield from made("owns", left, right, trigger, parties, held=True, qualifiers=share)


def _owned_by(verb: "Token", parties: Parties) -> Iterator[Relation]:
    """Yield "is owned by X", "is 70 percent owned by X and 30 percent by Y"."""
    percent = _percent([*tree.children(verb, "npadvmod", "advmod", "dep", "nmod")])
    things = tree.subject_heads(verb)
    if verb.dep_ == "acl" and verb.head.lower_ in {"percent", "%", "cent"}:
        percent = _percent([verb.head])
        things = tree.subject_heads(verb.head.head)
    things = [noun for noun in things if _is_owned(noun, parties)]
    owners = tree.objects_of(verb, "by")
    parts = [noun for noun in owners if noun.lower_ in {"percent", "%", "cent"}]
    rest: Qualifiers = (("share", percent, None),) if percent else ()
    owners = [noun for noun in owners if noun not in parts]
    yield from made("owns", owners, things, verb, parties, held=True, qualifiers=rest)
    for part in parts:
        share = _percent([part])
        told: Qualifiers = (("share", share, None),) if share else ()
        yield from made("owns", tree.objects_of(part, "by"), things, verb, parties, held=True, qualifiers=told)


def _holding(verb: "Token", parties: Parties) -> Iterator[Relation]:
    lemma = verb.lemma_.lower()
    for thing in things_of(verb):
        percent = [token for token in thing.subtree if token.lower_ in {"%", "percent", "cent"}]
        is_part = bool(percent) or thing.lower_ in _PARTS
        parts = tree.objects_of(thing, "of", "in") if is_part else []
        parts += tree.objects_of(verb, "of", "in") if is_part and not parts else []
        wholes = [
            whole
            for part in parts
            for whole in (tree.objects_of(part, "of", "in") if part.lower_ in _PARTS else [part])
        ]
        bought = lemma in {"acquire", "buy", "purchase"} and (
            is_organization(thing, parties) or _is_house(thing, parties)
        )
        targets = wholes or ([thing] if lemma == "own" or bought else [])
        share = _percent([thing]) or ("50" if thing.lower_ == "half" else None)
        told: Qualifiers = (("share", share, None),) if share else ()
        owners = [noun for noun in doers(verb) if _may_own(noun, parties)]
        targets = [noun for noun in targets if _is_owned(noun, parties)]
        yield from made("owns", owners, targets, verb, parties, held=True, qualifiers=told)


def _named_owner(verb: "Token", parties: Parties, *, passive: bool) -> Iterator[Relation]:
    """Yield "lists him as the holder of 40 percent of X", "list the owner of X as Y"."""
    named_so = tree.subject_heads(verb) if passive else tree.direct_objects(verb)
    for post in posts_as(verb):
        if post.lower_ in _PARENTS | {"holder", "buyer"}:
            percent = _percent([post])
            parts = tree.objects_of(post, "of", "in")
            wholes = [one for part in parts for one in (tree.objects_of(part, "of", "in") or [part])]
            wholes = [one for one in wholes if _is_owned(one, parties) or one.lower_ == "parent"]
            told: Qualifiers = (("share", percent, None),) if percent else ()
            yield from made("owns", named_so, wholes[:1], verb, parties, held=True, qualifiers=told)
        for thing in named_so:
            if thing.lower_ in _PARENTS and is_named(post, parties):
                wholes = [*tree.objects_of(thing, "of", "in"), *tree.children(thing, "poss")]
                yield from made(
                    "owns", [post], [one for one in wholes if _is_owned(one, parties)], verb, parties, held=True
                )


def _passed_on(verb: "Token", parties: Parties, *, passive: bool) -> Iterator[Relation]:
    """Yield "ownership of Y was transferred to X", "transferred his shares in Y to X"."""
    things = tree.subject_heads(verb) if passive else tree.direct_objects(verb)
    wholes = [
        one
        for noun in things
        for one in (tree.objects_of(noun, "of", "in") if noun.lower_ in _PARTS else [])
        if _is_owned(one, parties)
    ]
    owners = [noun for noun in tree.objects_of(verb, "to") if _may_own(noun, parties)]
    yield from made("owns", owners, wholes, verb, parties, held=True)


def _has_name(noun: "Token", parties: Parties) -> bool:
    """Say whether a noun is a name, or stands beside its name: "his brother-in-law, Emil Torgau"."""
    return is_named(noun, parties) or any(is_named(each, parties) for each in tree.children(noun, "appos"))


def _hyphened(owned: "Token", parties: Parties) -> Iterator[Relation]:
    """Yield "the Orvel-owned forwarder X"; state-owned and family-owned name nobody."""
    if owned.dep_ != "amod" or owned.i < 2 or owned.nbor(-1).text != "-" or not is_named(owned.nbor(-2), parties):
        return
    noun = owned.head
    beside = [noun, *tree.children(noun, "appos"), *([noun.head] if noun.dep_ == "appos" else [])]
    yield from made("owns", [owned.nbor(-2)], named(beside, parties)[:1], owned, parties, held=True)


def _percent(nouns: list["Token"]) -> str | None:
    for noun in nouns:
        for token in noun.subtree:
            if token.lower_ in {"%", "percent", "cent"} and token.i:
                before = token.nbor(-2) if token.lower_ == "cent" and token.i > 1 else token.nbor(-1)
                found = _SHARE.search(before.text)
                if found:
                    return found[0]
    return None


def _is_owned(noun: "Token", parties: Parties) -> bool:
    """Say whether one can own it: a name that is no person's, or a firm, ship or house told without its name."""
    name = parties.name_of(noun)
    if name is not None:
        return name.kind != "person"
    return is_body(noun) or noun.lower_ in _OWNED_THINGS or noun.lower_ in {"it", "which"}


def _is_house(noun: "Token", parties: Parties) -> bool:
    """Say whether a bought thing is a firm or a works: "bought the Suurna plant", not "bought the pumps"."""
    return not is_named(noun, parties) and (is_body(noun) or noun.lower_ in {"plant", "factory", "yard"})


def _may_own(noun: "Token", parties: Parties) -> bool:
    name = parties.name_of(noun)
    return noun.pos_ in {"PROPN", "PRON", "NOUN"} and (name is None or name.kind != "product") and noun.tag_ != "NNS"
