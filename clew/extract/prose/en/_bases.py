"""A sentence with its context goes in; what a belief is said to rest on comes out: "their conclusion rests on hotel records"."""

from typing import TYPE_CHECKING

from clew.extract.prose._words import words
from clew.extract.prose.en import _tree as tree
from clew.extract.prose.en._context import Context
from clew.model.claim import Claim

if TYPE_CHECKING:
    from clew.extract.prose.en._text import Token

_BELIEFS = words(
    "belief beliefs assessment assessments conclusion conclusions judgment judgments judgement judgements finding findings "
    "estimate estimates suspicion suspicions view views claim claims allegation allegations accusation accusations case analysis "
    "opinion theory verdict attribution identification"
)
_RESTING = {
    "rest": "on upon",
    "base": "on upon",
    "rely": "on upon",
    "draw": "on upon",
    "hinge": "on upon",
    "found": "on upon",
}
_SUFFERED = frozenset({"base", "found"})  # is based on


def bases(context: Context) -> list[Claim]:
    """Return a claim for each basis of a belief, held by whoever holds the clause; a house that rests on piles is none."""
    return [
        claim
        for verb in tree.verbs(context.sentence)
        for belief in _beliefs(verb)
        for basis in tree.objects_of(verb, *_RESTING[verb.lemma_.lower()].split())
        for claim in _told(context, verb, belief, basis)
    ]


def _beliefs(verb: "Token") -> list["Token"]:
    lemma = verb.lemma_.lower()
    if lemma not in _RESTING or tree.is_open(verb):
        return []
    passive = tree.is_passive(verb)
    if passive and lemma not in _SUFFERED:
        return []
    heads = tree.subject_heads(verb) if passive or lemma not in _SUFFERED else tree.direct_objects(verb)
    return [head for head in heads if head.lower_ in _BELIEFS]


def _told(context: Context, verb: "Token", belief: "Token", basis: "Token") -> list[Claim]:
    scribe = context.scribe
    ends = []
    for head in (belief, basis):
        run = tree.phrase(head)
        place = scribe.place(run.first, run.last)
        ends.append((scribe.text_at([place]), place))
    (subject, held), (target, under) = ends
    quotes = [scribe.quote("subject", held), scribe.quote("object", under)]
    return [
        scribe.claim(
            "rests_on",
            subject,
            target,
            voice,
            quotes,
            negated=tree.is_negated(verb),
            hedges=scribe.hedges(context.region(verb)),
        )
        for voice in context.voices(verb)
    ]
