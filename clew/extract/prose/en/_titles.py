"""A noun that names a post goes in; who holds it at which firm comes out: engineer of X, X's chairman, "X director Y"."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from clew.extract.prose._words import words
from clew.extract.prose.en import _cues as cues
from clew.extract.prose.en import _tree as tree
from clew.extract.prose.en._holders import Parties, Party
from clew.extract.prose.en._made import is_enclosed, is_firm, is_named, is_organization, is_person, made, may_be_person
from clew.extract.prose.en._parse import is_word
from clew.extract.prose.en._persons import POSSESSIVES
from clew.extract.prose.en._relation import Relation
from clew.extract.prose.en._votes import form_votes

if TYPE_CHECKING:
    from clew.extract.prose.en._text import Token

_SPEAKING_FOR = words(
    "spokesman spokeswoman spokesperson lawyer lawyers attorney attorneys representative representatives counsel solicitor "
    "solicitors barrister barristers advocate advocates envoy agent agents proxy"
)
_DIRECTING = cues.DIRECTING_POSTS - {"chief", "executive"} | words(
    "ceo cfo coo cto governor rector principal dean boss commander chairmen presidents chairs ceos headmaster headmistress "
    "superintendent vice-president co-director co-chair"
)
_STAFF = cues.STAFF_POSTS | words(
    "officer officers executive executives foreman bookkeeper bookkeepers treasurer controller comptroller trader traders "
    "salesman saleswoman salesmen programmer welder welders machinist machinists fitter fitters electrician electricians driver drivers "
    "guard guards courier couriers receptionist translator interpreter chemist chemists physicist physicists metallurgist designer "
    "developer developers architect lecturer scholar lead supervisor planner coordinator administrator auditor economist historian "
    "instructor instructors trainer trainers pilot pilots navigator storekeeper dispatcher purchaser merchandiser draughtsman "
    "apprentice intern trainee aide deputy head heads chief chiefs payroll"
)
_PLAIN = words("employee employees staff payroll worker workers member members")
_MEMBERS = words("member members")
_FORMER = words(
    "former formerly ex onetime one-time erstwhile then ousted past retired late sacked dismissed disgraced"
)
_OF_THE_WHOLE = words("deputy vice acting interim finance financial operating technology executive")
_CHIEF_OF = words("head heads chief chiefs")  # of a firm it directs it, of a department it works there
# Whoever stands beside a firm in a phrase with "at" works there, but for these.
_AT_BUT_NOT_OF = words(
    "student students pupil patient patients guest guests prisoner detainee inmate visitor customer client shareholder investor "
    "speaker resident tenant regular fan suspect victim man woman boy girl person people friend neighbour neighbor"
)


def posts_in_apposition(noun: "Token", parties: Parties) -> Iterator[Relation]:
    """Yield "Li Na, an engineer at Orvel": told by whoever tells the rest of the clause."""
    for appos in tree.children(noun, "appos"):
        person, post = (noun, appos) if is_named(noun, parties) else (appos, noun)
        if not is_named(person, parties):
            continue
        joined = post.tag_ == "NNS" and person.dep_ != "conj"  # "A and B, engineers at X": both
        for each in tree.conjuncts(post) if post is appos else [post]:
            yield from posts(each, tree.conjuncts(person) if joined else [person], post, parties)
    yield from _told_after_the_firm(noun, parties)
    if is_person(noun, parties):
        yield from _titled(noun, parties)
        yield from _of_a_house(noun, parties)
    if noun.lower_ == "employer" and noun.dep_ != "appos":
        firms = [one for one in tree.children(noun, "appos") if is_organization(one, parties)]
        staff = [one for one in tree.children(noun, "poss") if is_person(one, parties) or _is_owner(one)]
        yield from made("employee_of", staff, firms, noun, parties, held=True)


def _told_after_the_firm(noun: "Token", parties: Parties) -> Iterator[Relation]:
    """Yield "a lawyer for Orvel, Li Na,": the parser hangs the name on the firm, which is no person."""
    if noun.pos_ != "NOUN" or tree.children(noun, "appos") or not post_of(noun):
        return
    for house in tree.objects_of(noun, "for", "of", "at", "with", "from"):
        for name in tree.children(house, "appos"):
            if is_named(name, parties) and is_enclosed(name):
                yield from posts(noun, [name], noun, parties)


def _of_a_house(person: "Token", parties: Parties) -> Iterator[Relation]:
    """Yield "Li Na of the Riga Institute", "Li Na (Riga University)": a person told by where she works."""
    houses = [one for one in tree.objects_of(person, "of", "at") if _is_house(one, parties)]
    houses += _in_brackets(person, parties)
    beside = tree.children(person, "compound", "nmod")
    titles = [each for each in beside if parties.name_of(each) is None and post_of(each)]
    title: tuple[tuple[str, str, Party | None], ...] = tuple(("post", _title(each), None) for each in titles[-1:])
    yield from made("employee_of", [person], houses[:1], person, parties, held=True, qualifiers=title)


def _in_brackets(person: "Token", parties: Parties) -> list["Token"]:
    """Return the last word of a firm's name in brackets right behind a person's."""
    behind = person.doc[person.i + 1 : person.i + 9]
    if len(behind) < 3 or behind[0].text != "(":
        return []
    closing = next((token for token in behind if token.text == ")"), behind[0])
    inner = closing.nbor(-1)
    name = parties.name_of(inner)
    firm = name is not None and " " in name.text and form_votes(name.text)["organization"] > 0
    return [inner] if firm and closing.i > behind[0].i else []


def _is_house(noun: "Token", parties: Parties) -> bool:
    """Say whether one is of it by working there: a firm by name, "the tax authority"; a family or a town is none."""
    if is_named(noun, parties):
        return is_organization(noun, parties)
    the = any(child.lower_ == "the" for child in noun.children)
    return the and noun.lower_ in cues.HOUSES | {"authority", "office", "inspectorate", "service", "police"}


def _titled(person: "Token", parties: Parties) -> Iterator[Relation]:
    """Yield "Orvel chief executive Li Na", "Orvel's export manager Li Na": the post is joined to the name."""
    for post in tree.children(person, "compound", "nmod"):
        if post.i < person.i and parties.name_of(post) is None and post_of(post):
            beside = [each for each in tree.children(person, "compound", "nmod", "poss") if each.i < post.i]
            yield from posts(post, [person], post, parties, beside=[each for each in beside if is_named(each, parties)])


def posts(
    post: "Token",
    staff: list["Token"],
    trigger: "Token",
    parties: Parties,
    *,
    source: Party | None = None,
    beside: list["Token"] | None = None,
) -> Iterator[Relation]:
    """Yield who holds a post at which firm: engineer of X, X engineer, employee of X, spokesman for X, member of X.

    A former post is none: "a former director of Orvel" directs nothing.
    """
    if parties.name_of(post) is not None or is_former(post):
        return
    firms = [*_firms(post, parties), *(beside or [])]
    predicate = post_of(post) or _any_post(post, staff, parties)
    if predicate == "director_of" and post.lower_ in _CHIEF_OF and not _heads(post, parties):
        predicate = "employee_of"
    if predicate == "member_of":
        firms = [noun for noun in firms if is_membership(noun, parties)]
    elif predicate == "represents":
        firms = [noun for noun in firms if is_firm(noun, parties) or is_named(noun, parties) or _is_client(noun)]
    elif predicate:
        directed = predicate == "director_of"
        firms = [
            noun
            for noun in firms
            if is_firm(noun, parties) or _is_owner(noun) or (directed and _is_likely_firm(noun, parties))
        ]
    if not predicate:
        return
    title: tuple[tuple[str, str, Party | None], ...] = () if post.lower_ in _PLAIN else (("post", _title(post), None),)
    house = firms[:1] if post.tag_ != "NNS" or predicate != "represents" else firms
    staff = [one for one in staff if may_be_person(one, parties)]
    yield from made(predicate, staff, house, trigger, parties, held=True, qualifiers=title, source=source)


def post_of(post: "Token") -> str:
    """Return the relation that a post stands for, or "": by its noun, and what stands before it."""
    word = post.lower_
    before = {child.lower_ for child in tree.children(post, "amod", "compound", "nmod")}
    if word in _SPEAKING_FOR:
        return "represents"
    if word in _DIRECTING or (word in {"executive", "officer", "secretary"} and before & {"chief", "general"}):
        return "director_of"
    if word in _CHIEF_OF and before & {"finance", "financial", "operating", "technology", "executive"}:
        return "director_of"
    if word in {"partner", "partners"} and before & {"managing", "senior", "founding"}:
        return "director_of" if "managing" in before else "employee_of"
    if word in _CHIEF_OF:
        return "director_of" if not before & {"assistant"} else "employee_of"
    if word in _STAFF:
        return "employee_of"
    return "member_of" if word in _MEMBERS else ""


def is_former(post: "Token") -> bool:
    """Say whether a post is no longer held, as worded: a former director, an ex-director."""
    before = [child for child in post.children if child.i < post.i]
    return any(child.lower_ in _FORMER for child in before) or post.lower_.startswith("ex-")


def _any_post(post: "Token", staff: list["Token"], parties: Parties) -> str:
    """Return employee_of for "Li Na, a scholar at the University of Riga": whatever she is there, it is there."""
    people_named = bool(staff) and all(is_person(one, parties) for one in staff)
    if people_named and _is_ones_man(post, parties):
        return "employee_of"
    if post.pos_ != "NOUN" or post.lower_ in _AT_BUT_NOT_OF or not people_named:
        return ""
    return "employee_of" if any(is_organization(one, parties) for one in tree.objects_of(post, "at")) else ""


def _is_ones_man(post: "Token", parties: Parties) -> bool:
    """Say whether somebody is told by the firm he is of: "Li Na, the Orvel man"."""
    of = [one for one in tree.children(post, "compound", "amod", "nmod") if is_named(one, parties)]
    return post.lower_ in {"man", "woman"} and any(is_organization(one, parties) for one in of)


def _firms(post: "Token", parties: Parties) -> list["Token"]:
    """Return the nouns that may be where the post is: of what hangs on it, and on the department it heads."""
    near = tree.objects_of(post, "of", "at", "for", "with", "from", "in", "to", "on")
    parts = [noun for noun in near if not is_firm(noun, parties)]
    inner = [one for part in parts for one in tree.objects_of(part, "of", "at", "for", "with", "from", "in")]
    owners = [one for one in tree.children(post, "compound", "nmod", "amod") if is_named(one, parties)]
    owners = [one for one in owners if one.i > one.sent.start or not is_word(one.lower_)]  # "Maritime analyst Li Na"
    owners += tree.children(post, "poss")
    inner += [one for part in parts for one in tree.children(part, "poss", "compound")]
    return [*near, *owners, *inner]


def _heads(post: "Token", parties: Parties) -> bool:
    """Say whether a head or chief is one of the whole: "head of the air force", "the bank's chief"; not "head of exports at X"."""
    of = tree.objects_of(post, "of")
    if of:
        return is_firm(of[0], parties) or (is_named(of[0], parties) and is_organization(of[0], parties))
    before = [each for each in tree.children(post, "compound") if each.lower_ not in _OF_THE_WHOLE]
    return not before or any(is_named(each, parties) for each in before)


def _is_owner(noun: "Token") -> bool:
    """Say whether "its director" stands for a firm told of before; whose "our director" is, the letter's head tells."""
    return noun.lower_ in POSSESSIVES - {"our", "my", "your"}


def is_membership(noun: "Token", parties: Parties) -> bool:
    """Say whether one can be a member of it: a name that is no single person's, a council, a club."""
    name = parties.name_of(noun)
    if name is None:
        return noun.lower_ in cues.BODIES
    return name.kind in {"organization", "unknown"} or any(child.lower_ == "the" for child in noun.children)


def _is_client(noun: "Token") -> bool:
    """Say whether somebody without a name can be spoken for: "a lawyer for the family"."""
    told = any(child.dep_ in {"det", "poss"} for child in noun.children)
    return _is_owner(noun) or (told and noun.pos_ == "NOUN" and noun.dep_ == "pobj" and noun.head.lower_ == "for")


def _is_likely_firm(noun: "Token", parties: Parties) -> bool:
    """Say whether a name of one word that has a director is a firm's, though the model takes it for a person's: "Rimfell's director"."""
    name = parties.name_of(noun)
    return noun.dep_ == "poss" and name is not None and name.kind == "person" and " " not in name.text


def _title(post: "Token") -> str:
    """Return the post as worded, with the department it heads: "deputy head of propulsion"."""
    left = [
        child.text
        for child in tree.children(post, "amod", "compound")
        if child.pos_ != "PROPN" and child.i < post.i and not child.ent_type_
    ]
    of = [
        f"of {noun.text}"
        for noun in tree.objects_of(post, "of")[:1]
        if noun.pos_ == "NOUN" and noun.text.islower() and not tree.children(noun, "det", "poss", "compound")
    ]
    return " ".join([*left, post.text, *of])
