"""A parsed sentence goes in; which authority keeps whom on a sanctions list comes out, as worded."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from clew.extract.prose._words import words
from clew.extract.prose.en import _tree as tree
from clew.extract.prose.en._holders import Parties
from clew.extract.prose.en._made import doers, is_named, made, named
from clew.extract.prose.en._relation import Relation

if TYPE_CHECKING:
    from clew.extract.prose.en._text import Token

_LISTING = words("sanction blacklist designate")
_IMPOSING = words("impose place put announce slap levy issue adopt introduce extend expand")
_SANCTIONS = words("sanctions sanction blacklisting embargo")
_LISTS = words("list lists blacklist register annex")
_LISTED_AS = words("sanctions sanction entity black sdn nationals")
_ADDING = words("add be place put include appear remain name stay feature")
VERBS = _LISTING | _IMPOSING | _ADDING | words("come fall bring")
NOUNS = _SANCTIONS | words("sanctioned blacklisted")


def listings_of(verb: "Token", parties: Parties) -> Iterator[Relation]:
    """Yield "was sanctioned by X", "X imposed sanctions on", "was added to the X list", "is under X sanctions"."""
    lemma, passive = verb.lemma_.lower(), tree.is_passive(verb)
    if lemma in _LISTING:
        yield from _listed_by(verb, parties, passive=passive)
    if lemma in _IMPOSING:
        yield from _imposed(verb, parties, passive=passive)
    if lemma in _ADDING | _IMPOSING:
        yield from _on_a_list(verb, parties, passive=passive)
    for noun in _under(verb):
        listed = (
            tree.subject_heads(verb)
            if passive or lemma in {"be", "come", "remain", "fall", "stay"}
            else tree.direct_objects(verb)
        )
        authorities = [*_whose(noun, parties), *(tree.objects_of(verb, "by") if passive else [])]
        yield from made("listed_by", named(listed, parties), authorities[:1], verb, parties, held=True)


def listings_of_noun(noun: "Token", parties: Parties) -> Iterator[Relation]:
    """Yield "EU sanctions against X", "the US-sanctioned firm X"."""
    if noun.lower_ in _SANCTIONS and noun.head.lemma_.lower() not in _IMPOSING | {"lift", "remove", "end", "avoid"}:
        listed = named(tree.objects_of(noun, "on", "against"), parties)
        yield from made("listed_by", listed, _whose(noun, parties)[:1], noun, parties, held=True)
    if (
        noun.lower_ in {"sanctioned", "blacklisted"}
        and noun.dep_ == "amod"
        and noun.i > 1
        and noun.nbor(-1).text == "-"
    ):
        beside = [
            noun.head,
            *tree.children(noun.head, "appos"),
            *([noun.head.head] if noun.head.dep_ == "appos" else []),
        ]
        yield from made("listed_by", named(beside, parties)[:1], [noun.nbor(-2)], noun, parties, held=True)


def _listed_by(verb: "Token", parties: Parties, *, passive: bool) -> Iterator[Relation]:
    authorities = tree.objects_of(verb, "by") if passive else doers(verb)
    listed = tree.subject_heads(verb) if passive else tree.direct_objects(verb)
    listed = [*listed, *_including(verb)]
    yield from made("listed_by", named(listed, parties), authorities, verb, parties, held=True)


def _imposed(verb: "Token", parties: Parties, *, passive: bool) -> Iterator[Relation]:
    things = tree.subject_heads(verb) if passive else tree.direct_objects(verb)
    sanctions = [noun for noun in things if noun.lower_ in _SANCTIONS]
    listed = [
        one for site in [*sanctions, *([verb] if sanctions else [])] for one in tree.objects_of(site, "on", "against")
    ]
    authorities = tree.objects_of(verb, "by") if passive else doers(verb)
    authorities = authorities or [one for noun in sanctions for one in _whose(noun, parties)]
    yield from made("listed_by", named(listed, parties), authorities[:1], verb, parties, held=True)


def _on_a_list(verb: "Token", parties: Parties, *, passive: bool) -> Iterator[Relation]:
    """Yield "was added to the EU's sanctions list", "is on the Entity List of X"; whoever adds is the authority where none is named."""
    stays = verb.lemma_.lower() in {"be", "appear", "remain", "stay", "feature"}
    for prep in tree.children(verb, "prep", "dative"):
        for target in tree.children(prep, "pobj"):
            whose = _whose(target, parties)
            before = {inner.lower_ for inner in target.subtree}
            sanctioning = target.lower_ == "blacklist" or before & _LISTED_AS
            whose_list = any(parties.of(one) is not None and _is_of_state(one) for one in whose)
            if prep.lower_ not in {"to", "on"} or target.lower_ not in _LISTS or not (sanctioning or whose_list):
                continue
            listed = tree.subject_heads(verb) if passive or stays else tree.direct_objects(verb)
            adding = [] if stays else tree.objects_of(verb, "by") if passive else tree.subject_heads(verb)
            listed = [*listed, *_including(verb)]
            yield from made("listed_by", named(listed, parties), (whose or adding)[:1], verb, parties, held=True)


def _under(verb: "Token") -> list["Token"]:
    """Return the sanctions of "is under US sanctions", "is subject to US sanctions", "was placed under sanctions"."""
    found = tree.objects_of(verb, "under")
    for state in tree.children(verb, "acomp"):
        found += tree.objects_of(state, "to", "under") if state.lower_ in {"subject", "under"} else []
    return [noun for noun in found if noun.lower_ in _SANCTIONS]


def _whose(noun: "Token", parties: Parties) -> list["Token"]:
    """Return whose sanctions or whose list it is: the EU's, of the Union, American."""
    before = tree.children(noun, "compound", "nmod", "amod")
    before += [inner for one in before for inner in tree.children(one, "compound", "nmod", "amod", "poss")]
    near = [*tree.objects_of(noun, "of", "by"), *tree.children(noun, "poss"), *before]
    return [one for one in near if _is_of_state(one) or (is_named(one, parties) and one.lower_ not in _LISTED_AS)]


def _is_of_state(noun: "Token") -> bool:
    return noun.ent_type_ in {"GPE", "NORP", "ORG"} and noun.text[:1].isupper() and noun.lower_ not in _LISTED_AS


def _including(verb: "Token") -> list["Token"]:
    """Return X and Y of "adds 14 firms to its list, including X and Y"."""
    return [
        noun
        for token in verb.subtree
        if token.lower_ == "including" and token.dep_ == "prep"
        for pobj in tree.children(token, "pobj")
        for noun in tree.conjuncts(pobj)
    ]
