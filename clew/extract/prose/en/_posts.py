"""A parsed sentence goes in; who works for, directs, represents or is a member of what comes out, as worded."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from clew.extract.prose._words import words
from clew.extract.prose.en import _cues as cues
from clew.extract.prose.en import _tree as tree
from clew.extract.prose.en._holders import Parties, Party
from clew.extract.prose.en._made import is_firm, is_named, is_organization, is_person, made, people
from clew.extract.prose.en._relation import Relation

if TYPE_CHECKING:
    from clew.extract.prose.en._text import Token

_LISTING = words("list identify describe name record register")
_APPOINTING = words("appoint name elect hire promote nominate recruit")
_LISTED = _LISTING | _APPOINTING
_LEADING = words("head lead run direct manage chair")
_SPEAKING_FOR = words(
    "spokesman spokeswoman spokesperson lawyer lawyers attorney attorneys representative representatives counsel"
)


def posts_of_verb(verb: "Token", parties: Parties) -> Iterator[Relation]:
    """Yield the posts and memberships a verb tells of."""
    lemma, passive = verb.lemma_.lower(), tree.is_passive(verb)
    if lemma in {"work", "employ", "hire", "join", "serve"}:
        yield from _employed(verb, parties, passive=passive)
    if lemma in _LISTED:
        yield from _listed(verb, parties, passive=passive)
    elif lemma == "be":
        yield from _is_post(verb, parties)
    elif lemma in _LEADING and not passive:
        firms = [noun for noun in tree.direct_objects(verb) if is_organization(noun, parties)]
        chiefs = [noun for noun in tree.subject_heads(verb) if is_person(noun, parties)]
        yield from made("director_of", chiefs, firms, verb, parties, held=True)
    elif lemma == "represent" and not passive:
        clients = [noun for noun in tree.direct_objects(verb) if is_named(noun, parties)]
        yield from made("represents", people(tree.subject_heads(verb), parties), clients, verb, parties, held=True)
    elif lemma == "belong":
        bodies = [noun for noun in tree.objects_of(verb, "to") if is_organization(noun, parties)]
        members = [noun for noun in tree.subject_heads(verb) if is_person(noun, parties)]
        yield from made("member_of", members, bodies, verb, parties, held=True)


def _employed(verb: "Token", parties: Parties, *, passive: bool) -> Iterator[Relation]:
    lemma = verb.lemma_.lower()
    if lemma in {"work", "serve"}:
        sites = [noun for noun in tree.objects_of(verb, "at") if is_organization(noun, parties)]
        firms = [noun for noun in tree.objects_of(verb, "for") if is_firm(noun, parties)] + sites
        staff = tree.subject_heads(verb)
    elif lemma == "join":
        firms = [noun for noun in tree.direct_objects(verb) if is_organization(noun, parties)]
        staff = [noun for noun in tree.subject_heads(verb) if is_named(noun, parties)]
    elif passive:
        firms, staff = tree.objects_of(verb, "by", "at"), tree.subject_heads(verb)
    else:
        firms, staff = (
            tree.subject_heads(verb),
            [noun for noun in tree.direct_objects(verb) if is_named(noun, parties)],
        )
    yield from made(
        "employee_of",
        people(staff, parties),
        [noun for noun in firms if is_firm(noun, parties)],
        verb,
        parties,
        held=True,
    )


def _listed(verb: "Token", parties: Parties, *, passive: bool) -> Iterator[Relation]:
    staff = tree.subject_heads(verb) if passive else tree.direct_objects(verb)
    if not passive and verb.dep_ == "relcl" and all(noun.lower_ in {"whom", "who", "that"} for noun in staff):
        staff = tree.described(verb)  # "whom the letters list as"
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
        yield from _posts(post, staff, post, parties, source=source)


def _is_post(verb: "Token", parties: Parties) -> Iterator[Relation]:
    staff = tree.subject_heads(verb)
    for post in tree.direct_objects(verb, "attr"):
        yield from _posts(post, staff, verb, parties)
    for payroll in tree.objects_of(verb, "on", "among"):
        if payroll.lower_ in {"staff", "payroll", "employees"}:
            yield from _posts(payroll, staff, verb, parties)


def posts_in_apposition(noun: "Token", parties: Parties) -> Iterator[Relation]:
    """Yield "Li Na, an engineer at Orvel": told by whoever tells the rest of the clause."""
    for appos in tree.children(noun, "appos"):
        person, post = (noun, appos) if is_named(noun, parties) else (appos, noun)
        if is_named(person, parties):
            joined = post.tag_ == "NNS" and person.dep_ != "conj"  # "A and B, engineers at X": both
            yield from _posts(post, tree.conjuncts(person) if joined else [person], post, parties)


def _posts(
    post: "Token", staff: list["Token"], trigger: "Token", parties: Parties, *, source: Party | None = None
) -> Iterator[Relation]:
    """Yield who holds a post at which firm: engineer of X, X engineer, employee of X, spokesman for X, member of X."""
    predicate = _predicate(post)
    if not predicate or parties.name_of(post) is not None:
        return
    firms = [
        *tree.objects_of(post, "of", "at", "for", "with", "from", "in"),
        *tree.children(post, "compound", "poss", "nmod"),
    ]
    if predicate == "member_of":
        firms = [noun for noun in firms if is_organization(noun, parties)]
    elif predicate == "represents":
        firms = [noun for noun in firms if is_firm(noun, parties) or is_named(noun, parties)]
    firms = [noun for noun in firms if predicate != "employee_of" or is_firm(noun, parties)]
    firms = [noun for noun in firms if predicate != "director_of" or is_firm(noun, parties)]
    plain = post.lower_ in {"employee", "employees", "staff", "payroll", "worker", "workers", "member", "members"}
    title: tuple[tuple[str, str, Party | None], ...] = () if plain else (("post", _title(post), None),)
    yield from made(
        predicate, people(staff, parties), firms[:1], trigger, parties, held=True, qualifiers=title, source=source
    )


def _predicate(post: "Token") -> str:
    word = post.lower_
    if word in _SPEAKING_FOR:
        return "represents"
    if word in cues.DIRECTING_POSTS:
        return "director_of"
    if word in cues.STAFF_POSTS or word == "payroll":
        return "employee_of"
    return "member_of" if word in {"member", "members"} else ""


def _title(post: "Token") -> str:
    left = [
        child.text for child in tree.children(post, "amod", "compound") if child.pos_ != "PROPN" and child.i < post.i
    ]
    return " ".join([*left, post.text])
