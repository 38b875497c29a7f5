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
from clew.extract.prose.en._votes import form_votes, is_country
from clew.model.vocabulary import DONE

if TYPE_CHECKING:
    from clew.extract.prose.en._text import Token

Qualifiers = tuple[tuple[str, str, Party | None], ...]
_PERSONAL = words("he she who i him her they we them me us")
_PAPERS = words(
    "contract contracts deal deals agreement agreements order orders plan plans offer offers licence license bid bids talks intention "
    "decision promise tender memorandum proposal decree notice directive proclamation regulation effort efforts attempt attempts"
)
_PROMISING = words("undertake pledge commit arrange vow aim mean offer contract promise book")
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
    modality: str | None = None,
) -> Iterator[Relation]:
    """Yield one relation for each subject and object that is a party."""
    for item in (items or [])[:1]:
        goods = parties.of(item)
        if goods is not None and item.lower_ not in PRONOUNS:
            qualifiers = (*qualifiers, ("item", goods.text, goods))
    how = modality_of(predicate, verb, held=held) if modality is None or is_planned(verb) else modality
    for subject in subjects:
        for target in objects:
            left, right = (_without_clause(party_of(one, parties), verb, parties) for one in (subject, target))
            if left is not None and right is not None and subject.i != target.i:
                yield Relation(predicate, left, right, verb, how, is_denied(verb), qualifiers, source)


def party_of(noun: "Token", parties: Parties) -> Party | None:
    """Return the party of a noun; of "the chairman of the fund, Li Na," she is it, though the parser hangs her on the fund."""
    party = parties.of(noun)
    if party is None or party.name is not None or noun.pos_ == "PRON":
        return party
    for house in tree.objects_of(noun, "of", "for", "at"):
        for name in tree.children(house, "appos"):
            if is_person(name, parties) and is_enclosed(name):
                return parties.of(name)
    return party


def _without_clause(party: Party | None, trigger: "Token", parties: Parties) -> Party | None:
    """Return a party without the clause that tells the relation: "a consultancy" of "a consultancy owned by X"."""
    if party is None or party.name is not None or not party.run.head.i < trigger.i <= party.run.last.i:
        return party
    top = trigger
    while top.head.i not in {party.run.head.i, top.i}:
        top = top.head
    last = top.left_edge.nbor(-1) if top.left_edge.i > party.run.head.i else party.run.head
    while last.is_punct and last.i > party.run.head.i:
        last = last.nbor(-1)
    return parties.spanning(party.run.first, last, party.run.head)


def is_enclosed(name: "Token") -> bool:
    """Say whether a name stands between commas, as what is told beside another does."""
    first, last = name.left_edge, name.right_edge
    after = last.nbor().text if last.i + 1 < len(name.doc) else "."
    return first.i > 0 and first.nbor(-1).text == "," and after in {",", ".", ";"}


def modality_of(predicate: str, verb: "Token", *, held: bool = False) -> str:
    """Return how far it has come by the verb and its tense: planned, held, done, or unknown where that is left open."""
    if is_planned(verb):
        return "planned"
    if held:
        return "held"
    left_open = (
        is_denied(verb)
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


def is_place(noun: "Token", parties: Parties) -> bool:
    name = parties.name_of(noun)
    return name is not None and (name.kind == "place" or (name.kind == "unknown" and noun.ent_type_ in {"GPE", "LOC"}))


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
    return (name is not None and name.kind != "product") or noun.lower_ in PRONOUNS or noun.lower_ in cues.HOUSES


def is_firm(noun: "Token", parties: Parties) -> bool:
    """Say whether one can work for it: "worked for Orvel", not "worked for months", "for peace"."""
    name = parties.name_of(noun)
    if name is not None:
        return name.kind in {"organization", "unknown"} or (name.kind == "place" and noun.ent_type_ == "ORG")
    return is_body(noun)


def is_body(noun: "Token") -> bool:
    """Say whether a noun is a firm or a body told without its name: "the firm", "a forwarder in Riga"."""
    return noun.lower_ in cues.HOUSES and noun.pos_ in {"NOUN", "PROPN"}


def is_someone(noun: "Token", parties: Parties) -> bool:
    """Say whether a noun is a person by name, by pronoun or by what it is to somebody: "her uncle"."""
    name = parties.name_of(noun)
    if name is not None:
        return name.kind in {"person", "unknown"}
    return noun.lower_ in _PERSONAL or any(parties.name_of(each) is not None for each in tree.children(noun, "appos"))


def things_of(verb: "Token") -> list["Token"]:
    """Return the direct objects of a verb; where it has none, those of the verb joined to it: "designed and built pumps"."""
    found = tree.direct_objects(verb)
    seen = {verb.i}
    while not found:
        joined = [each for each in tree.children(verb, "conj") if each.i not in seen and not _has_subject(each)]
        if not joined or tree.children(verb, "prep", "ccomp", "xcomp"):
            return []
        verb = joined[0]
        seen.add(verb.i)
        found = tree.direct_objects(verb) or (tree.objects_of(verb, "by") if tree.is_passive(verb) else [])
    return found


def doers(verb: "Token") -> list["Token"]:
    """Return who does it; of "signed a contract to supply pumps" and "signed an order designating X", who signed."""
    if verb.dep_ == "acl" and verb.head.lower_ in _PAPERS and not tree.children(verb, "nsubj", "agent"):
        paper = verb.head
        owners = tree.children(paper, "poss")
        if owners or paper.dep_ not in {"dobj", "pobj"}:
            return owners
        governor = paper.head if paper.dep_ == "dobj" else paper.head.head
        return tree.subject_heads(governor) if governor.pos_ in {"VERB", "AUX"} else []
    if verb.dep_ == "pcomp" and verb.head.lower_ == "for" and not tree.children(verb, "nsubj"):
        governor = verb.head.head  # "fined X for supplying pumps"
        return tree.direct_objects(governor) or tree.subject_heads(governor)
    return tree.subject_heads(verb)


def is_planned(verb: "Token") -> bool:
    """Say whether it is only agreed or meant to be done: "a contract to supply pumps", "undertakes to pay", "X to buy Y" of a headline.

    What is joined to a plan is planned with it: "will meet the chairman and visit the yard".
    """
    if tree.is_planned(verb):
        return True
    to = any(aux.lower_ == "to" for aux in tree.children(verb, "aux"))
    if to and verb.dep_ == "acl" and verb.head.lower_ in _PAPERS:
        return True
    if to and verb.dep_ == "xcomp" and verb.head.lemma_.lower() in _PROMISING:
        return True
    if to and verb.dep_ in {"ROOT", "ccomp"} and tree.children(verb, "nsubj"):
        return True
    bare = verb.dep_ == "conj" and verb.tag_ == "VB" and not tree.children(verb, "aux") and not _has_subject(verb)
    return bare and verb.head.pos_ in {"VERB", "AUX"} and is_planned(verb.head)


def agents(verb: "Token") -> list["Token"]:
    """Return who does what a passive verb tells; "built under licence by X": the parser may hang "by" on the words between."""
    found = tree.objects_of(verb, "by")
    between = [noun for prep in tree.children(verb, "prep") for noun in tree.children(prep, "pobj")]
    return found or [one for noun in between for one in tree.objects_of(noun, "by")]


def posts_as(verb: "Token") -> list["Token"]:
    """Return the posts of "named X as its chairman": "as" hangs on the verb, or on the name before it."""
    return tree.objects_of(verb, "as") or [
        one for noun in tree.direct_objects(verb) for one in tree.objects_of(noun, "as")
    ]


def _has_subject(verb: "Token") -> bool:
    return bool(tree.children(verb, "nsubj", "nsubjpass", "expl"))


def is_denied(verb: "Token") -> bool:
    """Say whether a verb is denied, by itself or with the verb that "or" joins it to: "has never owned or managed"."""
    if tree.is_negated(verb):
        return True
    if verb.dep_ != "conj" or _has_subject(verb) or verb.head.pos_ not in {"VERB", "AUX"}:
        return False
    first = verb.head
    joined = [*tree.children(first, "cc"), *tree.children(verb, "cc")]
    listed = not joined and first.i < verb.i  # "never owned, managed or ran"
    return (listed or any(each.lower_ in {"or", "nor"} for each in joined)) and is_denied(first)


def may_be_person(noun: "Token", parties: Parties) -> bool:
    """Say whether a name beside a post is a person's: the model takes many for firms, but a firm's form tells it."""
    name = parties.name_of(noun)
    if name is None or name.kind in {"person", "unknown"}:
        return True
    words = name.text.split()
    plain = len(words) in {2, 3} and all(word[:1].isupper() and not word.isupper() for word in words)
    return name.kind == "organization" and plain and not form_votes(name.text)["organization"]


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
