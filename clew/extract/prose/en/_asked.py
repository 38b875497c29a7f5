"""A clause that a cue verb holds goes in; whether it only asks comes out: "sees where we are", "said who had paid", "will decide how to reply"."""

from typing import TYPE_CHECKING

from clew.extract.prose._words import words
from clew.extract.prose.en import _cues as cues
from clew.extract.prose.en import _tree as tree

if TYPE_CHECKING:
    from clew.extract.prose.en._text import Token

_ASKING = words("who whom whose which what where when whether if whatever whoever wherever whichever")
_DOUBTING = words("doubt question dispute")  # whoever doubts whether it is so, holds it not to be
_WAYS = words("how why")  # "described how they were made to sew" tells that they were
_TELLING = words(
    "describe explain recount relate narrate show document detail outline recall remember tell reveal testify"
)


def is_asked(clause: "Token", verb: "Token") -> bool:
    """Say whether a clause behind a verb leaves open what it tells of: no one holds anything with it."""
    if (
        verb.lemma_.lower() in _DOUBTING
        or clause.i < verb.i
        or tree.children(clause, "csubj", "csubjpass")
        or clause.head.i != verb.i
    ):
        return False
    first = clause.left_edge
    if first.pos_ == "ADP" and first.i + 1 < clause.i:
        first = first.nbor()  # "in which hall it stood"
    if not first.i <= verb.i + 4:
        return False
    told = verb.lemma_.lower() in _TELLING
    if first.lower_ in _WAYS:
        return not told or verb.lemma_.lower() in cues.BELIEVING
    return first.lower_ in _ASKING and not _is_subject_clause(first, clause)


def is_no_word(clause: "Token", verb: "Token") -> bool:
    """Say whether a clause that hangs on a verb is none that it holds: a question, or one that tells which thing is meant."""
    return is_asked(clause, verb) or _is_relative(clause, verb) or _is_done(clause, verb)


def _is_relative(clause: "Token", verb: "Token") -> bool:
    """Say whether a clause only picks out what stands before it: "claimed by the group that had shot at the tent"."""
    that = [child for child in tree.children(clause, "nsubj", "nsubjpass") if child.lower_ == "that"]
    return bool(that) and that[0].tag_ == "WDT" and that[0].i > verb.i + 1 and bool(tree.objects_of(verb, "by"))


def _is_done(clause: "Token", verb: "Token") -> bool:
    """Say whether a verb does something to whom the clause tells of: "welcomed the crew returning", "hold them accountable"."""
    lemma = verb.lemma_.lower()
    if lemma == "hold" and clause.pos_ == "ADJ" and not tree.children(clause, "aux", "mark"):
        return clause.lower_ not in {"responsible", "guilty"}
    return lemma == "welcome" and not tree.is_finite(clause)


def only_asks(verb: "Token") -> bool:
    """Say whether a verb holds nothing but a question: "told reporters what had happened"."""
    clauses = tree.children(verb, "ccomp")
    return bool(clauses) and all(is_asked(clause, verb) for clause in clauses)


def _is_subject_clause(first: "Token", clause: "Token") -> bool:
    """Say whether the question word opens the subject: "said what we need is time"."""
    above = first
    while above.head.i not in {above.i, clause.i}:
        above = above.head
    return above.dep_ in {"csubj", "csubjpass"} or (above.pos_ in {"VERB", "AUX"} and above.dep_ == "nsubj")
