"""Nouns beside a verb go in; relations between those that are parties come out, with goods, sums and a modality."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from clew.extract.amounts import find_amounts, plain
from clew.extract.prose._words import words
from clew.extract.prose.en import _cues as cues
from clew.extract.prose.en import _tree as tree
from clew.extract.prose.en._holders import Parties, Party
from clew.extract.prose.en._persons import PRONOUNS
from clew.extract.prose.en._relation import Relation
from clew.extract.prose.en._votes import is_country
from clew.model.vocabulary import DONE

if TYPE_CHECKING:
    from clew.extract.prose.en._text import Token

Qualifiers = tuple[tuple[str, str, Party | None], ...]
_UNSURE = words("may might could can must should")
_BOUNDS = {
    "over": "at_least",
    "than": "at_least",
    "least": "at_least",
    "about": "about",
    "around": "about",
    "nearly": "about",
    "most": "at_most",
    "almost": "about",
    "some": "about",
    "roughly": "about",
    "approximately": "about",
}


def made(
    predicate: str,
    subjects: list["Token"],
    objects: list["Token"],
    verb: "Token",
    parties: Parties,
    *,
    held: bool = False,
    items: list["Token"] | None = None,
    qualifiers: Qualifiers = (),
    source: Party | None = None,
) -> Iterator[Relation]:
    """Yield one relation for each subject and object that is a party."""
    for item in (items or [])[:1]:
        goods = parties.of(item)
        if goods is not None and item.lower_ not in PRONOUNS:
            qualifiers = (*qualifiers, ("item", goods.text, goods))
    modality = modality_of(predicate, verb, held=held)
    for subject in subjects:
        for target in objects:
            left, right = parties.of(subject), parties.of(target)
            if left is not None and right is not None and subject.i != target.i:
                yield Relation(predicate, left, right, verb, modality, tree.is_negated(verb), qualifiers, source)


def modality_of(predicate: str, verb: "Token", *, held: bool = False) -> str:
    """Return how far it has come by the verb and its tense: planned, held, done, or unknown where that is left open."""
    if tree.is_planned(verb):
        return "planned"
    if held:
        return "held"
    left_open = (
        tree.is_negated(verb)
        or tree.controlled_by(verb) is not None
        or any(aux.lower_ in _UNSURE for aux in tree.children(verb, "aux"))
    )
    return "unknown" if left_open else DONE.get(predicate, "unknown")


def sums(verb: "Token", parties: Parties) -> Qualifiers:
    """Return the sum of money in the clause of a verb; of two sums none."""
    start = parties.paragraph.offset + verb.sent.start_char
    stop = parties.paragraph.offset + verb.sent.end_char
    text = parties.text[start:stop]
    inside = tree.subtree(verb)
    doc, offset = verb.doc, parties.paragraph.offset
    found = [
        amount
        for amount in find_amounts(text)
        if amount.currency
        and any(doc[index].idx + offset - start in range(amount.start, amount.stop) for index in inside)
    ]
    if len(found) != 1:
        return ()
    amount = found[0]
    before = text[: amount.start].split()[-1:] or [""]
    bound = _BOUNDS.get(before[0].lower())
    pairs: Qualifiers = (("amount", plain(amount.value), None), ("currency", amount.currency or "", None))
    return (*pairs, ("bound", bound, None)) if bound else pairs


def place_of(verb: "Token", parties: Parties) -> Qualifiers:
    """Return where a verb says it took place: "met in Dubai"."""
    for noun in tree.objects_of(verb, "in", "at"):
        name = parties.name_of(noun)
        party = parties.of(noun)
        if name is not None and party is not None and (name.kind == "place" or noun.ent_type_ == "GPE"):
            return (("place", party.text, party),)
    return ()


def named(nouns: list["Token"], parties: Parties) -> list["Token"]:
    return [noun for noun in nouns if is_named(noun, parties)]


def is_named(noun: "Token", parties: Parties) -> bool:
    return parties.name_of(noun) is not None


def is_person(noun: "Token", parties: Parties) -> bool:
    name = parties.name_of(noun)
    return name is not None and name.kind == "person"


def is_organization(noun: "Token", parties: Parties) -> bool:
    name = parties.name_of(noun)
    return name is not None and name.kind == "organization"


def is_party(noun: "Token", parties: Parties) -> bool:
    """Say whether a noun can be billed or supplied: a name, a pronoun, or a firm without its name."""
    party = parties.of(noun)
    name = party.name if party is not None else None
    return (name is not None and name.kind != "product") or noun.lower_ in PRONOUNS or noun.lower_ in cues.FIRM_NOUNS


def is_firm(noun: "Token", parties: Parties) -> bool:
    """Say whether one can work for it: "worked for Orvel", not "worked for months", "for peace"."""
    name = parties.name_of(noun)
    if name is not None:
        return name.kind in {"organization", "unknown"} or (name.kind == "place" and noun.ent_type_ == "ORG")
    return noun.lower_ in cues.FIRM_NOUNS


def people(nouns: list["Token"], parties: Parties) -> list["Token"]:
    """Leave out subjects that are no people: a firm that "works for" a client is no employee."""
    kept = []
    for noun in nouns:
        name = parties.name_of(noun)
        if name is None or name.kind in {"person", "unknown"}:
            kept.append(noun)
    return kept


def is_town(noun: "Token", parties: Parties) -> bool:
    """Say whether a noun names a town: goods sent there have a consignee that is not named."""
    name = parties.name_of(noun)
    return name is not None and name.kind == "place" and not is_country(name.text)
