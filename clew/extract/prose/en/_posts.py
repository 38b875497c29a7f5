"""A parsed sentence goes in; who works for, directs, represents or is a member of what comes out, as worded."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from clew.extract.prose._words import words
from clew.extract.prose.en import _tree as tree
from clew.extract.prose.en._holders import Parties
from clew.extract.prose.en._made import (
    is_body,
    is_firm,
    is_named,
    is_organization,
    is_person,
    is_planned,
    is_someone,
    made,
    people,
    posts_as,
    things_of,
)
from clew.extract.prose.en._persons import POSSESSIVES
from clew.extract.prose.en._relation import Relation
from clew.extract.prose.en._titles import is_membership, post_of, posts

if TYPE_CHECKING:
    from clew.extract.prose.en._text import Token

_LISTING = words("list identify describe name record register")
_APPOINTING = words("appoint name elect hire promote nominate recruit choose pick install reappoint")
_LISTED = _LISTING | _APPOINTING
_LEADING = words("head lead run direct manage chair")
_EMPLOYED = words("work employ hire join serve recruit rejoin")
VERBS = (
    _EMPLOYED
    | _LISTING
    | _APPOINTING
    | _LEADING
    | words("be become remain represent act write speak belong sit succeed replace teach lecture")
)


def posts_of_verb(verb: "Token", parties: Parties) -> Iterator[Relation]:
    """Yield the posts and memberships a verb tells of."""
    lemma, passive = verb.lemma_.lower(), tree.is_passive(verb)
    if lemma in _EMPLOYED:
        yield from _employed(verb, parties, passive=passive)
        yield from _in_a_post(verb, parties, passive=passive)
    if lemma in _LISTED:
        yield from _listed(verb, parties, passive=passive)
    elif lemma in {"be", "become", "remain"}:
        yield from _is_post(verb, parties)
    elif lemma in _LEADING:
        yield from _led(verb, parties, passive=passive)
    elif lemma in {"succeed", "replace"}:
        yield from _succeeded(verb, parties, passive=passive)
    elif lemma in {"teach", "lecture"} and not passive:
        houses = [noun for noun in tree.objects_of(verb, "at") if is_organization(noun, parties)]
        yield from made("employee_of", people(tree.subject_heads(verb), parties), houses, verb, parties, held=True)
    elif lemma in {"represent", "act", "write", "speak"}:
        yield from _represented(verb, parties, passive=passive)
    elif lemma in {"belong", "sit"}:
        yield from _belonging(verb, parties)


def _employed(verb: "Token", parties: Parties, *, passive: bool) -> Iterator[Relation]:
    lemma = verb.lemma_.lower()
    if lemma in {"work", "serve"}:
        sites = [noun for noun in tree.objects_of(verb, "at") if is_organization(noun, parties)]
        firms = [noun for noun in tree.objects_of(verb, "for") if is_firm(noun, parties)] + sites
        staff = tree.subject_heads(verb)
    elif lemma in {"join", "rejoin"}:
        firms = [noun for noun in tree.direct_objects(verb) if is_organization(noun, parties)]
        staff = [noun for noun in tree.subject_heads(verb) if is_someone(noun, parties)]
    elif passive:
        firms, staff = tree.objects_of(verb, "by", "at", "with"), tree.subject_heads(verb)
    else:
        firms = tree.subject_heads(verb)
        staff = [noun for noun in tree.direct_objects(verb) if is_named(noun, parties)]
    if any(post_of(post) in {"director_of", "represents"} for post in tree.objects_of(verb, "as")):
        return  # "joined Orvel as its chairman": read as that post
    firms = [noun for noun in firms if is_firm(noun, parties) or (passive and noun.lower_ in _US)]
    yield from made("employee_of", people(staff, parties), firms[:1], verb, parties, held=True)


def _in_a_post(verb: "Token", parties: Parties, *, passive: bool) -> Iterator[Relation]:
    """Yield "works as an accountant for Orvel", "joined Orvel as its chairman"."""
    staff = tree.subject_heads(verb)
    houses = [] if passive else [noun for noun in tree.direct_objects(verb) if is_organization(noun, parties)]
    for post in tree.objects_of(verb, "as"):
        beside = houses if post_of(post) != "employee_of" else []
        if passive or verb.lemma_.lower() not in {"hire", "employ", "recruit"}:
            yield from posts(post, staff, verb, parties, beside=beside)


def _listed(verb: "Token", parties: Parties, *, passive: bool) -> Iterator[Relation]:
    staff = tree.subject_heads(verb) if passive else tree.direct_objects(verb)
    if not passive and verb.dep_ == "relcl" and all(noun.lower_ in {"whom", "who", "that"} for noun in staff):
        staff = tree.described(verb)  # "whom the letters list as"
    if not passive and not staff:
        staff = [noun for noun in tree.children(verb, "oprd") if is_person(noun, parties)]
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
    firms = [] if passive or verb.lemma_.lower() not in _APPOINTING else tree.subject_heads(verb)
    firms = [noun for noun in firms if is_firm(noun, parties)]
    named_so = [*tree.children(verb, "oprd"), *tree.direct_objects(verb)] if passive else tree.children(verb, "oprd")
    for post in [*posts_as(verb), *(one for one in named_so if one not in staff)]:
        yield from posts(post, staff, post, parties, source=source, beside=firms)


def _is_post(verb: "Token", parties: Parties) -> Iterator[Relation]:
    staff = tree.subject_heads(verb)
    for attribute in tree.direct_objects(verb, "attr"):
        yield from posts(attribute, staff, verb, parties)
    for payroll in tree.objects_of(verb, "on", "among"):
        if payroll.lower_ in {"staff", "payroll", "employees"}:
            yield from posts(payroll, staff, verb, parties)
    houses = [noun for noun in tree.objects_of(verb, "with") if is_organization(noun, parties)]
    if not tree.children(verb, "attr", "acomp", "prt") and verb.lemma_ == "be":
        ours = [noun for noun in staff if is_someone(noun, parties)]
        yield from made("employee_of", ours, houses, verb, parties, held=True)  # "he was previously with Orvel"


def _led(verb: "Token", parties: Parties, *, passive: bool) -> Iterator[Relation]:
    led = tree.subject_heads(verb) if passive else things_of(verb)
    led = [noun for noun in led if not any(each.lower_ in POSSESSIVES for each in tree.children(noun, "poss"))]
    firms = [noun for noun in led if is_organization(noun, parties) or is_body(noun) or noun.lower_ == "it"]
    chiefs = tree.objects_of(verb, "by") if passive else tree.subject_heads(verb)
    chiefs = [noun for noun in chiefs if is_someone(noun, parties)]
    yield from made("director_of", chiefs, firms, verb, parties, held=True)


def _represented(verb: "Token", parties: Parties, *, passive: bool) -> Iterator[Relation]:
    """Yield "represents X", "X is represented by Y", "acts for X", "acts on behalf of X"."""
    acting = verb.lemma_.lower() in {"act", "write", "speak"}
    if acting:
        behalf = [one for noun in tree.objects_of(verb, "on") if noun.lower_ == "behalf" for one in _of(noun)]
        clients = [*(tree.objects_of(verb, "for") if verb.lemma_.lower() == "act" else []), *behalf]
        agents = tree.subject_heads(verb)
    elif passive:
        clients, agents = tree.subject_heads(verb), tree.objects_of(verb, "by")
    else:
        clients, agents = tree.direct_objects(verb), tree.subject_heads(verb)
    agents = people(agents, parties) if not acting and not passive else agents
    clients = [noun for noun in clients if is_named(noun, parties) or noun.lower_ in _US]
    yield from made("represents", agents, clients, verb, parties, held=True)


def _succeeded(verb: "Token", parties: Parties, *, passive: bool) -> Iterator[Relation]:
    """Yield "X will succeed Y as director of Z": X is to be it, Y is; once X has succeeded, Y is it no more."""
    coming = tree.objects_of(verb, "by") if passive else tree.subject_heads(verb)
    going = tree.subject_heads(verb) if passive else tree.direct_objects(verb)
    for post in posts_as(verb):
        yield from posts(post, coming, verb, parties)
        if is_planned(verb):
            yield from posts(post, going, post, parties)


def _of(noun: "Token") -> list["Token"]:
    return tree.objects_of(noun, "of") or tree.children(noun, "poss")


def _belonging(verb: "Token", parties: Parties) -> Iterator[Relation]:
    """Yield "belongs to the party", "sits on the council"."""
    ways = ("to",) if verb.lemma_.lower() == "belong" else ("on", "in")
    bodies = [noun for noun in tree.objects_of(verb, *ways) if is_membership(noun, parties)]
    members = [noun for noun in tree.subject_heads(verb) if is_person(noun, parties) or noun.lower_ in _WHO]
    yield from made("member_of", members, bodies, verb, parties, held=True)


_US = words("us him her them")
_WHO = words(
    "he she who chairman chairwoman chair director president owner founder minister husband wife son daughter brother sister"
)
