"""A parsed sentence goes in; the relations Clew knows come out, as worded: who works for, visits, bills, supplies, owns."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from clew.extract.prose._words import words
from clew.extract.prose.en import _cues as cues
from clew.extract.prose.en import _tree as tree
from clew.extract.prose.en._holders import PRONOUNS, Parties, Party
from clew.extract.prose.en._relation import Relation

if TYPE_CHECKING:
    from spacy.tokens import Span, Token


_LISTING = words("list identify describe name record register")
_TRAVEL = words("travel fly journey")
_SHARE = re.compile(r"\d+(?:\.\d+)?")


def relations(sentence: "Span", parties: Parties) -> list[Relation]:
    """Return the relations of a sentence; a question and a condition state none."""
    if sentence.text.rstrip('" ').endswith("?"):
        return []
    found: list[Relation] = []
    for verb in tree.verbs(sentence):
        if not tree.is_open(verb):
            found.extend(_of_verb(verb, parties))
    for noun in sentence:
        found.extend(_in_apposition(noun, parties))
    return [relation for relation in found if relation.subject.text != relation.object.text and not _asks(relation)]


def _asks(relation: Relation) -> bool:
    """Say whether it only tells what is asked: "who owned the firm"."""
    return bool(
        {relation.subject.text.lower(), relation.object.text.lower()} & {"who", "what", "which", "whom", "that"}
    )


def _of_verb(verb: "Token", parties: Parties) -> Iterator[Relation]:
    lemma, passive = verb.lemma_.lower(), tree.is_passive(verb)
    if lemma in {"work", "employ"}:
        yield from _employed(verb, parties, passive=passive)
    elif lemma in _LISTING:
        yield from _listed(verb, parties, passive=passive)
    elif lemma == "be":
        yield from _is_post(verb, parties)
    elif lemma == "visit" or lemma in _TRAVEL or lemma in {"make", "pay"}:
        yield from _visited(verb, parties)
    elif lemma in {"invoice", "bill"}:
        yield from _billed(verb, parties, passive=passive)
    elif lemma in _HANDING:
        yield from _handed(verb, parties, passive=passive)
    elif lemma == "receive" and not passive:
        yield from _made(
            "delivered",
            tree.objects_of(verb, "from"),
            tree.subject_heads(verb),
            verb,
            parties,
            items=tree.children(verb, "dobj"),
        )
    elif lemma in {"own", "hold"}:
        yield from _owned(verb, parties, passive=passive)


def _made(
    predicate: str,
    subjects: list["Token"],
    objects: list["Token"],
    verb: "Token",
    parties: Parties,
    *,
    held: bool = False,
    items: list["Token"] | None = None,
    qualifiers: tuple[tuple[str, str, Party | None], ...] = (),
    source: Party | None = None,
) -> Iterator[Relation]:
    """Yield one relation for each subject and object that is a party."""
    for item in (items or [])[:1]:
        goods = parties.of(item)
        if goods is not None:
            qualifiers = (*qualifiers, ("item", goods.text, goods))
    done = {"billed": "billed", "shipped": "shipped", "delivered": "delivered"}.get(predicate, "unknown")
    if verb.lemma_.lower() in {"supply", "provide", "export"}:
        done = "unknown"  # supplied: whether sent or handed over is not said
    negated = tree.is_negated(verb)
    open_end = (
        negated
        or tree.controlled_by(verb) is not None
        or any(aux.lower_ in _UNSURE for aux in tree.children(verb, "aux"))
    )
    modality = "planned" if tree.is_planned(verb) else "held" if held else "unknown" if open_end else done
    for subject in subjects:
        for target in objects:
            left, right = parties.of(subject), parties.of(target)
            if left is not None and right is not None and subject.i != target.i:
                yield Relation(predicate, left, right, verb, modality, negated, qualifiers, source)


_PARTS = words("stake share shares equity capital stock")
_UNSURE = words("may might could can must should")
_NO_GOODS = (
    cues.STAFF_POSTS
    | cues.DOCUMENTS
    | words("people men women team teams delegation delegations request requests message")
) - {"bill"}
_HANDING = {
    "ship": "shipped",
    "send": "shipped",
    "export": "shipped",
    "supply": "shipped",
    "provide": "shipped",
    "deliver": "delivered",
}


def _employed(verb: "Token", parties: Parties, *, passive: bool) -> Iterator[Relation]:
    if verb.lemma_.lower() == "work":
        sites = [noun for noun in tree.objects_of(verb, "at") if _is_organization(noun, parties)]
        firms = [noun for noun in tree.objects_of(verb, "for") if _is_firm(noun, parties)] + sites
        people = tree.subject_heads(verb)
    elif passive:
        firms, people = tree.objects_of(verb, "by", "at"), tree.subject_heads(verb)
    else:
        firms, people = (
            tree.subject_heads(verb),
            [noun for noun in tree.direct_objects(verb) if _is_named(noun, parties)],
        )
    yield from _made(
        "employee_of",
        _people(people, parties),
        [noun for noun in firms if _is_firm(noun, parties)],
        verb,
        parties,
        held=True,
    )


def _listed(verb: "Token", parties: Parties, *, passive: bool) -> Iterator[Relation]:
    people = tree.subject_heads(verb) if passive else tree.direct_objects(verb)
    if not passive and verb.dep_ == "relcl" and all(noun.lower_ in {"whom", "who", "that"} for noun in people):
        people = tree.described(verb)  # "whom the letters list as"
    documents = [
        party
        for prep in verb.subtree
        if prep.lower_ in {"in", "on", "by"} and prep.dep_ in {"prep", "agent"}
        for noun in tree.children(prep, "pobj")
        if (party := parties.of(noun)) is not None and party.role == "document"
    ]
    if not passive and verb.dep_ == "relcl":
        documents = [
            party for noun in tree.subject_heads(verb) if (party := parties.of(noun)) and party.role == "document"
        ]
    source = documents[0] if documents and (passive or verb.dep_ == "relcl") else None
    for post in [*tree.objects_of(verb, "as"), *tree.children(verb, "oprd")]:
        yield from _posts(post, people, post, parties, source=source)


def _is_post(verb: "Token", parties: Parties) -> Iterator[Relation]:
    people = tree.subject_heads(verb)
    for post in tree.direct_objects(verb, "attr"):
        yield from _posts(post, people, verb, parties)
    for staff in tree.objects_of(verb, "on", "among"):
        if staff.lower_ in {"staff", "payroll", "employees"}:
            yield from _posts(staff, people, verb, parties)


def _in_apposition(noun: "Token", parties: Parties) -> Iterator[Relation]:
    """Yield "Li Na, an engineer at Orvel": told by whoever tells the rest of the clause."""
    for appos in tree.children(noun, "appos"):
        person, post = (noun, appos) if _is_named(noun, parties) else (appos, noun)
        if _is_named(person, parties):
            joined = post.tag_ == "NNS" and person.dep_ != "conj"  # "A and B, engineers at X": both
            yield from _posts(post, tree.conjuncts(person) if joined else [person], post, parties)


def _posts(
    post: "Token", people: list["Token"], trigger: "Token", parties: Parties, *, source: Party | None = None
) -> Iterator[Relation]:
    """Yield who holds a post at which firm: engineer of X, X engineer, employee of X."""
    predicate = (
        "director_of"
        if post.lower_ in cues.DIRECTING_POSTS
        else "employee_of"
        if post.lower_ in cues.STAFF_POSTS
        else ""
    )
    if post.lower_ == "payroll":
        predicate = "employee_of"
    if not predicate or parties.name_of(post) is not None:
        return
    firms = [
        *tree.objects_of(post, "of", "at", "for", "with", "from"),
        *tree.children(post, "compound", "poss", "nmod"),
    ]
    firms = [noun for noun in firms if _is_firm(noun, parties)]
    words = (
        ()
        if post.lower_ in {"employee", "employees", "staff", "payroll", "worker", "workers"}
        else (("post", _title(post), None),)
    )
    yield from _made(
        predicate, _people(people, parties), firms[:1], trigger, parties, held=True, qualifiers=words, source=source
    )


def _title(post: "Token") -> str:
    left = [
        child.text for child in tree.children(post, "amod", "compound") if child.pos_ != "PROPN" and child.i < post.i
    ]
    return " ".join([*left, post.text])


def _visited(verb: "Token", parties: Parties) -> Iterator[Relation]:
    lemma, people = verb.lemma_.lower(), tree.subject_heads(verb)
    if lemma == "visit":
        yield from _made(
            "visits", people, [noun for noun in tree.direct_objects(verb) if _is_named(noun, parties)], verb, parties
        )
    elif lemma in _TRAVEL:
        yield from _made(
            "travels_to",
            people,
            [noun for noun in tree.objects_of(verb, "to") if _is_named(noun, parties)],
            verb,
            parties,
        )
    else:
        trips = [noun for noun in tree.direct_objects(verb) if noun.lemma_.lower() in {"visit", "trip"}]
        goals = [noun for trip in [*trips, *([verb] if trips else [])] for noun in tree.objects_of(trip, "to")]
        yield from _made("visits", people, [noun for noun in goals if _is_named(noun, parties)], verb, parties)


def _billed(verb: "Token", parties: Parties, *, passive: bool) -> Iterator[Relation]:
    sellers = tree.objects_of(verb, "by") if passive else tree.subject_heads(verb)
    buyers = tree.subject_heads(verb) if passive else tree.direct_objects(verb, "dobj", "dative")
    yield from _made(
        "billed",
        sellers,
        [noun for noun in buyers if _is_party(noun, parties)],
        verb,
        parties,
        items=tree.objects_of(verb, "for"),
    )


def _handed(verb: "Token", parties: Parties, *, passive: bool) -> Iterator[Relation]:
    """Yield who handed goods to whom: shipped G to X, supplied X with G, G were shipped by A to X."""
    givers = tree.objects_of(verb, "by") if passive else tree.subject_heads(verb)
    goods = tree.children(verb, "nsubjpass") if passive else tree.children(verb, "dobj")
    if any(item.lower_ in _NO_GOODS or _is_person(item, parties) for item in goods) and not tree.objects_of(
        verb, "with"
    ):
        return  # people and papers that are sent are no consignment
    takers = [
        *tree.objects_of(verb, "to"),
        *(noun for item in goods for noun in tree.objects_of(item, "to")),
        *tree.direct_objects(verb, "dative"),
    ]
    takers = [noun for noun in takers if noun.dep_ != "dative" or noun.lower_ != "to"]
    if not takers and goods and (tree.objects_of(verb, "with") or _is_organization(goods[0], parties)):
        takers, goods = tree.conjuncts(goods[0]), tree.objects_of(verb, "with")
    yield from _made(
        _HANDING[verb.lemma_.lower()],
        givers,
        [noun for noun in takers if _is_party(noun, parties)],
        verb,
        parties,
        items=goods,
    )


def _owned(verb: "Token", parties: Parties, *, passive: bool) -> Iterator[Relation]:
    if passive:
        if verb.lemma_.lower() == "own":
            yield from _made(
                "owns", tree.objects_of(verb, "by"), _named(tree.subject_heads(verb), parties), verb, parties, held=True
            )
        return
    for thing in tree.direct_objects(verb):
        percent = [token for token in thing.subtree if token.lower_ in {"%", "percent", "cent"}]
        parts = (
            tree.objects_of(thing, "of", "in")
            if percent or thing.lower_ in {"stake", "share", "shares", "half", "majority"}
            else []
        )
        share = next(
            (
                number[0]
                for token in percent
                for number in [_SHARE.search(token.nbor(-1).text if token.i else "")]
                if number
            ),
            None,
        )
        words = (("share", share, None),) if share else ()
        parts = [
            whole
            for part in parts
            for whole in (tree.objects_of(part, "of", "in") if part.lower_ in _PARTS else [part])
        ]
        targets = parts or ([thing] if verb.lemma_.lower() == "own" else [])
        yield from _made(
            "owns", tree.subject_heads(verb), _named(targets, parties), verb, parties, held=True, qualifiers=words
        )


def _named(nouns: list["Token"], parties: Parties) -> list["Token"]:
    return [noun for noun in nouns if _is_named(noun, parties)]


def _is_named(noun: "Token", parties: Parties) -> bool:
    return parties.name_of(noun) is not None


def _is_person(noun: "Token", parties: Parties) -> bool:
    name = parties.name_of(noun)
    return name is not None and name.kind == "person"


def _is_organization(noun: "Token", parties: Parties) -> bool:
    name = parties.name_of(noun)
    return name is not None and name.kind == "organization"


def _is_party(noun: "Token", parties: Parties) -> bool:
    """Say whether a noun can be billed or supplied: a name, a pronoun, or a firm without its name."""
    name = parties.name_of(noun)
    return (name is not None and name.kind != "product") or noun.lower_ in PRONOUNS or noun.lower_ in cues.FIRM_NOUNS


def _is_firm(noun: "Token", parties: Parties) -> bool:
    """Say whether one can work for it: "worked for Orvel", not "worked for months", "for peace"."""
    name = parties.name_of(noun)
    if name is not None:
        return name.kind in {"organization", "unknown"} or (name.kind == "place" and noun.ent_type_ == "ORG")
    return noun.lower_ in cues.FIRM_NOUNS


def _people(nouns: list["Token"], parties: Parties) -> list["Token"]:
    """Leave out subjects that are no people: a firm that "works for" a client is no employee."""
    kept = []
    for noun in nouns:
        name = parties.name_of(noun)
        if name is None or name.kind in {"person", "unknown"}:
            kept.append(noun)
    return kept
