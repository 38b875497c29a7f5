"""A parsed sentence goes in; who says something with a turn of phrase comes out: "let slip that", "drew attention to", "to hear X tell it".

Verb and noun say it together, neither alone: who draws a chart or slips says nothing, who draws attention to a thing holds it to be so.
"""

from typing import TYPE_CHECKING

from clew.extract.prose._words import words
from clew.extract.prose.en import _tree as tree
from clew.extract.prose.en._attributed import Attribution
from clew.extract.prose.en._content import after_that
from clew.extract.prose.en._holders import Parties, Party
from clew.extract.prose.en._tree import Run

if TYPE_CHECKING:
    from clew.extract.prose.en._text import Span, Token

# Verb, its noun, and the prepositions before what is held, with the force of the whole.
_TURNS = {
    ("draw", "attention"): ("to", "saying"),
    ("call", "attention"): ("to", "saying"),
    ("point", "finger"): ("at", "saying"),
    ("lay", "blame"): ("on at with", "saying"),
    ("put", "blame"): ("on at with", "saying"),
    ("pin", "blame"): ("on", "saying"),
    ("lay", "claim"): ("to", "saying"),
    ("take", "issue"): ("with", "denying"),
    ("pour", "water"): ("on over", "denying"),
    ("pour", "scorn"): ("on over", "denying"),
    ("cast", "doubt"): ("on over upon", "doubting"),
    ("throw", "doubt"): ("on over upon", "doubting"),
    ("express", "doubt"): ("about over", "doubting"),
    ("express", "doubts"): ("about over", "doubting"),
    ("voice", "doubts"): ("about over", "doubting"),
}
_SLIPS = words("slip on known drop out")
_PLACING = words("place put locate situate site")
_WHERE = words("at in on near outside inside aboard among within beside behind under")
_PROTESTING = words("protest maintain profess proclaim assert insist")
_AS = frozenset({"as", "for"})
_VERBAL = frozenset({"VERB", "AUX"})
_TURNING = frozenset(verb for verb, _ in _TURNS) | _PLACING | _PROTESTING | words("have let be agree plead chalk")
_OF_ONE_MIND = words("agreed united unanimous divided")


def of_idioms(sentence: "Span", parties: Parties) -> list[Attribution]:
    """Return what is said with a turn of phrase."""
    found = []
    for verb in sentence:
        if verb.pos_ not in _VERBAL or (lemma := verb.lemma_.lower()) not in _TURNING:
            continue
        turn = (
            _turned(verb, lemma)
            or _kept(verb, lemma, parties)
            or _put_down(verb, lemma)
            or _put_it(verb, lemma)
            or _agreed(verb, lemma)
            or _pleaded(verb, lemma)
        )
        turn = turn or (_let(verb, sentence) if lemma == "let" else None) or _placed(verb, lemma, parties)
        if turn is None or (tree.is_negated(verb) and lemma != "plead"):
            continue
        content, force = turn
        heads = [
            head for head in tree.subject_heads(verb) if head.lower_ not in {"it", "this", "that", "which", "there"}
        ]
        holders = tuple(party for head in heads if (party := parties.of(head)))
        if not holders or not content:
            continue
        held = content - frozenset(
            index for party in holders for index in range(party.run.first.i, party.run.last.i + 1)
        )
        negated = force == "doubting"
        found.append(
            Attribution(Run(verb, verb, verb), "believing" if negated else force, holders, (), held, negated=negated)
        )
    return [*found, *_come_to(sentence, parties), *_told_by(sentence, parties)]


def _come_to(sentence: "Span", parties: Parties) -> list[Attribution]:
    """Return "It has come to the attention of this Office that …", "It came to our notice that …": who notices holds it."""
    found = []
    for noun in sentence:
        verb = noun.head.head
        if (
            noun.lower_ not in {"attention", "notice", "knowledge"}
            or noun.dep_ != "pobj"
            or verb.lemma_.lower() not in {"come", "bring"}
        ):
            continue
        heads = [*tree.objects_of(noun, "of"), *tree.children(noun, "poss")]
        holders = tuple(party for head in heads if (party := parties.of(head)))
        that = next((token for token in sentence if token.i > noun.i and token.lower_ == "that"), None)
        if (
            not holders
            or that is None
            or not any(each.lower_ == "it" for each in tree.children(verb, "nsubj", "nsubjpass", "expl"))
        ):
            continue
        content = frozenset(token.i for token in sentence if token.i > that.i and not token.is_space)
        found.append(Attribution(Run(noun, noun, noun), "saying", holders, (), content))
    return found


def _turned(verb: "Token", lemma: str) -> tuple[frozenset[int], str] | None:
    """Return what somebody draws attention to, takes issue with, or casts doubt on."""
    for noun in tree.children(verb, "dobj"):
        known = _TURNS.get((lemma, noun.lower_))
        if known is None:
            continue
        preps, force = known
        things = [each for near in (verb, noun) for each in tree.objects_of(near, *preps.split())]
        return frozenset().union(*(tree.subtree(each) for each in things[:1])), force
    return None


def _kept(verb: "Token", lemma: str, parties: Parties) -> tuple[frozenset[int], str] | None:
    """Return how books have somebody: "has him down for eight", "the memo has the chairman approving the transfer"."""
    things = tree.children(verb, "dobj", "ccomp") if lemma == "have" else []
    if not things:
        return None
    near = [verb, *things, *(child for child in verb.children if child.lower_ == "down")]
    down = any(child.lower_ == "down" for each in near[:2] for child in each.children)
    posts = [prep for each in near for prep in tree.children(each, "prep") if prep.lower_ in (_AS if down else _WHERE)]
    if down:
        return (frozenset().union(*map(tree.subtree, [*things, *posts[:1]])), "saying") if posts else None
    doing = [each for thing in things for each in (thing, *tree.children(thing, "acl")) if each.tag_ == "VBG"]
    heads = tree.subject_heads(verb)
    of_papers = bool(heads) and all(parties.role(head) == "document" for head in heads)
    if not of_papers or not (doing or posts) or not _is_somebody(things[0], parties):
        return None
    return frozenset().union(*map(tree.subtree, [*things, *posts])), "saying"


def _is_somebody(noun: "Token", parties: Parties) -> bool:
    known = parties.is_person(noun) or parties.name_of(noun) is not None
    inner = [
        each for each in tree.children(noun, "nsubj") if _is_somebody(each, parties)
    ]  # "has the chairman approving it"
    return noun.lower_ in {"him", "her", "them"} or known or bool(inner)


def _put_down(verb: "Token", lemma: str) -> tuple[frozenset[int], str] | None:
    """Return "puts the discrepancy down to a faulty sensor", "chalks it up to bad luck": a cause held."""
    things, near = tree.children(verb, "dobj"), [child for child in verb.children if child.lower_ in {"down", "up"}]
    if lemma not in {"put", "chalk"} or not things or not near:
        return None
    causes = [prep for each in (verb, *near) for prep in tree.children(each, "prep") if prep.lower_ == "to"]
    return (frozenset().union(*map(tree.subtree, [*things, *causes])), "believing") if causes else None


def _put_it(verb: "Token", lemma: str) -> tuple[frozenset[int], str] | None:
    """Return what follows "Her solicitor put it more bluntly:"."""
    if lemma != "put" or not any(thing.lower_ in {"it", "this", "matters"} for thing in tree.children(verb, "dobj")):
        return None
    colon = next((token for token in verb.doc[verb.i : min(verb.i + 8, verb.sent.end)] if token.text == ":"), None)
    if colon is None:
        return None
    after = verb.doc[colon.i + 1 : verb.sent.end]
    return frozenset(token.i for token in after if not token.is_space and token.text != '"'), "saying"


def _pleaded(verb: "Token", lemma: str) -> tuple[frozenset[int], str] | None:
    """Return what somebody "pleaded not guilty to"; "protests her innocence" denies as well."""
    if lemma != "plead" and lemma not in _PROTESTING:
        return None
    near = {child.lower_ for child in verb.subtree if child.i <= verb.i + 3}
    if lemma == "plead" and "guilty" in near:
        preps = [token for token in verb.subtree if token.lower_ == "to" and token.pos_ == "ADP" and token.i > verb.i]
        held = tree.subtree(preps[0]) - {preps[0].i} if preps else frozenset[int]()
        return held, "denying" if "not" in near else "saying"
    own = [noun for noun in tree.children(verb, "dobj") if noun.lower_ == "innocence"]
    return (tree.subtree(own[0]), "denying") if own and lemma in _PROTESTING else None


def _agreed(verb: "Token", lemma: str) -> tuple[frozenset[int], str] | None:
    """Return what people are agreed on: "The experts are agreed that the weld failed"; "it was agreed that" names nobody."""
    if lemma not in {"agree", "be"}:
        return None
    if lemma == "agree":
        heads = tree.children(verb, "nsubjpass") if tree.is_passive(verb) else []
        clauses = tree.children(verb, "ccomp")
    else:
        states = [each for each in tree.children(verb, "acomp", "attr") if each.lower_ in _OF_ONE_MIND]
        heads = tree.children(verb, "nsubj") if states else []
        clauses = [each for near in (verb, *states) for each in tree.children(near, "ccomp")]
    plural = [head for head in heads if head.lower_ != "it" and not tree.objects_of(verb, "by")]
    return (tree.subtree(clauses[0]), "believing") if plural and clauses and clauses[0].i > verb.i else None


def _let(verb: "Token", sentence: "Span") -> tuple[frozenset[int], str] | None:
    """Return what was let slip, let on or let be known."""
    if not any(child.lower_ in _SLIPS and child.i <= verb.i + 4 for child in verb.subtree if child.i > verb.i):
        return None
    inner = [each for each in tree.children(verb, "ccomp", "xcomp") if each.lower_ in _SLIPS]
    clauses = [
        each
        for near in [verb, *inner]
        for each in tree.children(near, "ccomp")
        if each not in inner and tree.is_finite(each)
    ]
    content = tree.subtree(clauses[0]) if clauses else after_that(verb, sentence)
    return (frozenset(index for index in content if index > verb.i + 1), "saying") if content else None


def _placed(verb: "Token", lemma: str, parties: Parties) -> tuple[frozenset[int], str] | None:
    """Return where witnesses, records or officials place somebody: "four witnesses placed the major at the checkpoint"."""
    things = tree.children(verb, "dobj") if lemma in _PLACING else []
    if not things or tree.is_passive(verb):
        return None
    name = parties.name_of(things[0])
    somebody = things[0].lower_ in {"him", "her", "them"} or parties.is_person(things[0]) or name is not None
    roles = {parties.role(head) for head in tree.subject_heads(verb)}
    preps = [prep for near in (verb, *things) for prep in tree.children(near, "prep") if prep.lower_ in _WHERE]
    if not somebody or not preps or not roles or not roles <= {"document", "source", "expert"}:
        return None
    return frozenset().union(*map(tree.subtree, [*things, *preps])), "saying"


def _told_by(sentence: "Span", parties: Parties) -> list[Attribution]:
    """Return "To hear Arbour tell it, …", "If the mayor is to be believed, …", "As the mayor tells it, …": who tells the rest."""
    comma = next((token for token in sentence if token.text == ","), None)
    if comma is None or not 3 <= comma.i - sentence.start <= 14:
        return []
    opening = [token for token in sentence.doc[sentence.start : comma.i] if not token.is_space]
    said = [token.lower_ for token in opening]
    to_hear = said[:2] == ["to", "hear"] and said[-2:] in (["tell", "it"], ["tells", "it"])
    believed = said[0] == "if" and said[-3:] == ["to", "be", "believed"]
    as_told = (said[0] == "as" or said[:2] == ["the", "way"]) and said[-2:] in (
        ["tells", "it"],
        ["tell", "it"],
        ["has", "it"],
        ["have", "it"],
        ["sees", "it"],
        ["see", "it"],
    )
    if to_hear:
        run = opening[2:-2]
    elif believed:
        run = opening[1:-4]
    elif as_told:
        run = opening[(1 if said[0] == "as" else 2) : -2]
    else:
        return []
    holder = _holder(run, parties)
    content = frozenset(token.i for token in sentence if token.i > comma.i and not token.is_space)
    cue = Run(opening[0], opening[-1], opening[0])
    return [Attribution(cue, "saying", (holder,), (), content)] if holder is not None and content else []


def _holder(run: list["Token"], parties: Parties) -> Party | None:
    nouns = [token for token in run if token.pos_ in {"NOUN", "PROPN", "PRON"}]
    heads = [token for token in nouns if token.dep_ in {"nsubj", "nsubjpass", "dobj"}] or nouns[-1:]
    return parties.of(heads[0]) if heads and parties.can_speak(heads[0]) else None
