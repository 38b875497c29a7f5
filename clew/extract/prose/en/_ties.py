"""A parsed sentence goes in; control, training, tests, makers and other names come out, as worded."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from clew.extract.prose._words import words
from clew.extract.prose.en import _cues as cues
from clew.extract.prose.en import _tree as tree
from clew.extract.prose.en._holders import Parties
from clew.extract.prose.en._made import agents, is_firm, is_named, is_organization, is_party, made, named, place_of
from clew.extract.prose.en._relation import Relation

if TYPE_CHECKING:
    from clew.extract.prose.en._text import Token

_TEACHING = words("train teach instruct coach")
_MAKING = words("make manufacture produce build assemble fabricate")
_NOT_GOODS = (
    cues.NOUNS
    | cues.DOCUMENTS
    | words(
        "assertion assertions remark remarks comment comments threat threats promise promises appeal appeals attempt attempts choice choices change "
        "changes contribution contributions donation donations appointment appointments deal deals error errors point points argument arguments "
        "contact contacts speech speeches proposal proposals announcement announcements commitment commitments discovery profit case "
        "payment payments visit visits trip trips claim claims decision decisions statement mistake call calls offer request "
        "requests purchase purchases progress arrangement arrangements effort efforts allegation allegations profit profits money"
    )
)
_TAUGHT = cues.STAFF_POSTS | cues.OFFICIALS | words("staff crew team people personnel group cadre unit")
_CALLED = words("known called dubbed renamed rebranded aka alias trading styled operating doing")
_ALIASES = words("alias aka formerly previously nee né née")
VERBS = words("control test change go operate trade work live travel") | _TEACHING | _MAKING
FORMS = _CALLED


def ties_of_verb(verb: "Token", parties: Parties) -> Iterator[Relation]:
    """Yield what a verb tells of control, training, tests, makers and other names."""
    lemma, passive = verb.lemma_.lower(), tree.is_passive(verb)
    if lemma == "control":
        yield from _between("controls", verb, parties, passive=passive, held=True)
    elif lemma == "instruct" and not tree.objects_of(verb, "in", "on"):
        return  # "instructed counsel" gives an order
    elif lemma in _TEACHING | {"test"}:
        yield from _between("tests" if lemma == "test" else "trains", verb, parties, passive=passive)
    elif lemma in _MAKING:
        yield from _made_by(verb, parties, passive=passive)
    elif lemma == "change" and not passive:
        names = [noun for noun in tree.direct_objects(verb) if noun.lower_ == "name"]
        others = [one for noun in [*names, *([verb] if names else [])] for one in tree.objects_of(noun, "to")]
        yield from made(
            "alias_of", named(others, parties), named(tree.subject_heads(verb), parties), verb, parties, held=True
        )
    elif lemma in {"go", "operate", "trade", "work", "live", "travel"} and not passive:
        yield from _under_a_name(verb, parties)
    if verb.lower_ in _CALLED:
        yield from _named_also(verb, parties)


def _under_a_name(verb: "Token", parties: Parties) -> Iterator[Relation]:
    """Yield "goes by the name of X", "operates under the name X"."""
    labels = [
        noun for noun in tree.objects_of(verb, "by", "under") if noun.lower_ in {"name", "names", "alias", "brand"}
    ]
    others = [one for noun in labels for one in [*tree.objects_of(noun, "of"), *tree.children(noun, "appos")]]
    if verb.lemma_.lower() == "go":
        others += [one for one in tree.objects_of(verb, "by") if is_named(one, parties)]
    yield from made("alias_of", named(others, parties), tree.subject_heads(verb), verb, parties, held=True)


def other_names(noun: "Token", parties: Parties) -> Iterator[Relation]:
    """Yield "Orvel, formerly Norvel Trading", "Tomas Heller, alias Tom Keller"."""
    participle = noun.lower_ in {"trading", "operating"} and not is_named(noun, parties)
    if participle and noun.dep_ == "appos" and is_named(noun.head, parties):
        yield from made("alias_of", named(tree.objects_of(noun, "as"), parties), [noun.head], noun, parties, held=True)
        return
    if noun.dep_ != "appos" or not is_named(noun, parties) or not is_named(noun.head, parties):
        return
    before = [child for child in noun.children if child.i < noun.i]
    before += [noun.left_edge.nbor(-1)] if noun.left_edge.i else []
    if any(child.lower_ in _ALIASES for child in before):
        yield from made("alias_of", [noun], [noun.head], noun, parties, held=True)


def _between(
    predicate: str, verb: "Token", parties: Parties, *, passive: bool, held: bool = False
) -> Iterator[Relation]:
    doers = tree.objects_of(verb, "by") if passive else tree.subject_heads(verb)
    done_to = tree.subject_heads(verb) if passive else tree.direct_objects(verb)
    doers = [noun for noun in doers if is_party(noun, parties) or noun.lower_ in cues.STAFF_POSTS or noun.tag_ == "NNS"]
    if predicate == "controls":
        done_to = [noun for noun in done_to if is_party(noun, parties)]
        done_to = [
            noun for noun in done_to if not {child.lower_ for child in noun.children} & {"any", "no", "every", "each"}
        ]
    if predicate == "trains":
        done_to = [noun for noun in done_to if is_party(noun, parties) or noun.lower_ in _TAUGHT or noun.tag_ == "NNS"]
    where = place_of(verb, parties)
    yield from made(predicate, doers, done_to, verb, parties, held=held, qualifiers=where)


def _made_by(verb: "Token", parties: Parties, *, passive: bool) -> Iterator[Relation]:
    makers = agents(verb) if passive else tree.subject_heads(verb)
    goods = tree.subject_heads(verb) if passive else tree.direct_objects(verb)
    makers = [noun for noun in makers if is_organization(noun, parties) or is_firm(noun, parties)]
    coded = [
        inner
        for noun in goods
        for inner in [*tree.children(noun, "appos"), noun]
        if (name := parties.name_of(inner)) is not None and name.kind == "product"
    ]
    goods = [noun for noun in goods if noun.lower_ not in _NOT_GOODS and noun.pos_ != "PRON"]
    if not passive and verb.lemma_.lower() != "manufacture":
        goods = []  # "makes an offer", "builds trust": only what has a model's code is surely goods
    yield from made("made_by", coded[:1] or goods, makers, verb, parties)


def _named_also(verb: "Token", parties: Parties) -> Iterator[Relation]:
    """Yield "Tomas Heller, also known as Tom Keller"."""
    trading = verb.lower_ in {"trading", "operating", "doing"}
    told = verb.head if verb.dep_ in {"acl", "advcl"} and is_named(verb.head, parties) else None
    whole = [told] if told is not None else tree.subject_heads(verb)
    others = [*tree.objects_of(verb, "as"), *([] if trading else tree.children(verb, "oprd"))]
    for thing in tree.direct_objects(verb) if verb.lower_ == "doing" else []:
        others += tree.objects_of(thing, "as") if thing.lower_ == "business" else []
    if trading:
        others += [one for noun in tree.objects_of(verb, "under") for one in tree.children(noun, "appos", "compound")]
    yield from made("alias_of", named(others, parties), named(whole, parties), verb, parties, held=True)
