"""A parsed sentence goes in; at which place a firm is, and its address, come out, as worded."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from clew.extract.prose._words import words
from clew.extract.prose.en import _tree as tree
from clew.extract.prose.en._holders import Parties, Party
from clew.extract.prose.en._made import is_body, is_named, is_organization, is_place, made, modality_of
from clew.extract.prose.en._persons import POSSESSIVES
from clew.extract.prose.en._relation import Relation
from clew.extract.prose.en._votes import form_votes

if TYPE_CHECKING:
    from clew.extract.prose.en._text import Token

_SEATED = words("base locate headquarter headquartered register incorporate domicile situate")
_SEATS = words(
    "seat headquarters headquarter office offices base plant factory works premises branch workshop warehouse"
)
_ADDRESSES = words("address office headquarters seat premises")
_IN = ("in", "near", "outside")
_TOWARDS = words("to from at through via including")
_STREETS = words(
    "street road avenue lane square boulevard drive way quay park close court place row terrace highway tower building house floor "
    "st rd ave blvd str prospekt ulitsa naberezhnaya plaza centre center estate zone unit suite office room"
)
_LONGEST = 12  # tokens of an address
VERBS = _SEATED | words("be have maintain keep move")


def seats_of_verb(verb: "Token", parties: Parties) -> Iterator[Relation]:
    """Yield "is based in X", "has its seat in X", "is registered at 12 Harbour Road"."""
    lemma = verb.lemma_.lower()
    if lemma in {"be", "have"} and tree.is_passive(verb):
        return
    sites = [verb]
    if lemma in {"have", "maintain", "keep", "move"}:
        sites = [noun for noun in tree.direct_objects(verb) if noun.lower_ in _SEATS]
        sites += [verb] if sites else []
    homes = [noun for noun in tree.subject_heads(verb) if _may_be_home(noun, parties)]
    if sites and not (lemma == "be" and tree.direct_objects(verb, "attr", "acomp")):
        places = [noun for site in sites for noun in tree.objects_of(site, "in", "at", "near")]
        places = [noun for noun in places if is_place(noun, parties) and not _address(noun, parties)]
        yield from made("located_in", homes[:1], places[:1], verb, parties, held=True)
    if lemma == "be":
        yield from _address_is(verb, parties)
    else:
        found = [place for site in sites for place in _addresses_after(site, parties)]
        yield from _addressed(homes, found, verb, parties)


def seats_of_noun(noun: "Token", parties: Parties) -> Iterator[Relation]:
    """Yield "X, a forwarder in Y", "the Y-based firm X", "X of Y", "to X in Y"."""
    if noun.lower_ in {"based", "headquartered"}:
        yield from _based(noun, parties)
        return
    if noun.lower_ in {"headquarters", "headquarter", "seat"}:
        before = [one for one in tree.children(noun, "compound", "amod", "nmod") if _is_seat(one, parties)]
        yield from made("located_in", _owners(noun, parties)[:1], before[:1], noun, parties, held=True)
    if noun.lower_ in _ADDRESSES:
        yield from _address_beside(noun, parties)
    if is_named(noun, parties):
        if is_organization(noun, parties) and not _is_of_state(noun, parties):
            places = [one for one in tree.objects_of(noun, "of") if is_place(one, parties)]
            if noun.head.lower_ in _TOWARDS or noun.dep_ in {"appos", "conj"}:
                places += [one for one in tree.objects_of(noun, "in") if is_place(one, parties)]
            yield from made(
                "located_in",
                [noun],
                [one for one in places if _is_apart(one, noun, parties)][:1],
                noun,
                parties,
                held=True,
            )
        return
    if is_body(noun):
        firms = [one for one in [*_beside(noun)] if is_named(one, parties) and not is_place(one, parties)]
        where = [*tree.objects_of(noun, "in", "from", "near", "outside")]
        where += [
            one
            for clause in tree.children(noun, "acl")
            if clause.lemma_.lower() in _SEATED
            for one in tree.objects_of(clause, "in", "at", "near")
        ]
        where = [one for one in where if _is_seat(one, parties)]
        yield from made("located_in", firms[:1], where[:1], noun, parties, held=True)


def _based(based: "Token", parties: Parties) -> Iterator[Relation]:
    """Yield "the Riga-based forwarder X", "X, a Riga-based forwarder"."""
    if based.i < 2 or based.nbor(-1).text != "-" or not is_named(based.nbor(-2), parties):
        return
    noun = based.head
    firms = [one for one in [noun, *_beside(noun)] if is_named(one, parties) and one.i != based.i - 2]
    if is_body(noun) or is_organization(noun, parties):
        yield from made("located_in", firms[:1], [based.nbor(-2)], based, parties, held=True)


def _beside(noun: "Token") -> list["Token"]:
    """Return what a description stands beside: X of "X, a forwarder", of "the forwarder X"."""
    above = [noun.head] if noun.dep_ == "appos" or (noun.dep_ in {"compound", "nmod"} and noun.i < noun.head.i) else []
    if noun.dep_ == "attr" and noun.head.lemma_ == "be":
        above = tree.subject_heads(noun.head)
    return [*above, *tree.children(noun, "appos")]


def _is_of_state(noun: "Token", parties: Parties) -> bool:
    """Say whether a name is of the state or says itself of where it is: "the Ministry of Trade of Norland"."""
    return parties.role(noun) in {"institution", "official"}


def _may_be_home(noun: "Token", parties: Parties) -> bool:
    if noun.dep_ == "appos":
        return False  # "X, a forwarder registered in Riga": X is read with its description
    return is_organization(noun, parties) or (is_body(noun) and not is_named(noun, parties))


def _is_seat(noun: "Token", parties: Parties) -> bool:
    """Say whether a name after "a forwarder in" is a place: whatever the model takes it for, unless its form is a firm's."""
    name = parties.name_of(noun)
    if name is None or is_place(noun, parties):
        return name is not None
    return (
        not tree.children(noun, "det", "poss") and not form_votes(name.text)["organization"] and name.kind != "product"
    )


def _is_apart(place: "Token", firm: "Token", parties: Parties) -> bool:
    """Say whether the place is no part of the firm's name, and stands right after it."""
    name = parties.name_of(firm)
    return parties.name_of(place) != name and place.i - firm.i <= 4


def _address_is(verb: "Token", parties: Parties) -> Iterator[Relation]:
    """Yield "our new address is 12 Harbour Road"."""
    for subject in tree.subject_heads(verb):
        if subject.lower_ == "address":
            owners = _owners(subject, parties)
            found = [place for one in tree.direct_objects(verb, "attr") if (place := _address(one, parties))]
            yield from _addressed(owners, found, verb, parties)


def _address_beside(noun: "Token", parties: Parties) -> Iterator[Relation]:
    """Yield "the firm's registered address, Office 12 in the Noor Tower, …"."""
    found = [place for one in tree.children(noun, "appos") if (place := _address(one, parties))]
    yield from _addressed(_owners(noun, parties), found, noun, parties)


def _owners(noun: "Token", parties: Parties) -> list["Token"]:
    owners = [*tree.children(noun, "poss"), *tree.objects_of(noun, "of")]
    return [one for one in owners if is_named(one, parties) or is_body(one) or one.lower_ in POSSESSIVES]


def _addressed(owners: list["Token"], places: list[Party], trigger: "Token", parties: Parties) -> Iterator[Relation]:
    for owner in owners[:1]:
        party = parties.of(owner)
        if party is not None:
            for place in places[:1]:
                modality = modality_of("has_address", trigger, held=True)
                yield Relation("has_address", party, place, trigger, modality, tree.is_negated(trigger))


def _addresses_after(site: "Token", parties: Parties) -> list[Party]:
    return [place for noun in tree.objects_of(site, "at") if (place := _address(noun, parties))]


def _address(noun: "Token", parties: Parties) -> Party | None:
    """Return an address from its first word on: it has a number and, unless it begins with it, a word for a street or a house."""
    doc, first = noun.doc, noun.left_edge
    last = first
    while last.i + 1 < len(doc) and last.i - first.i < _LONGEST and _goes_on(last.nbor()):
        last = last.nbor()
    while last.is_punct or last.lower_ in {"in", "the", "of"}:
        last = last.nbor(-1)
    run = doc.words[first.i : last.i + 1]
    numbered = any(any(sign.isdigit() for sign in token.text) for token in run)
    street = any(token.lower_ in _STREETS for token in run)
    return parties.spanning(first, last, noun) if numbered and street and len(run) > 1 else None


def _goes_on(token: "Token") -> bool:
    return (
        token.text[:1].isupper()
        or token.text[:1].isdigit()
        or token.text in {",", "-", "/"}
        or token.lower_ in {"in", "the", "of"}
    )
