"""A parsed sentence goes in; denials without a verb of denying its object come out: "a claim the bank contests", "brushed the report aside".

The noun that stands for what is denied is all that is held: what the noun stands for is told by whoever claims it.
"""

from dataclasses import replace
from typing import TYPE_CHECKING

from clew.extract.prose._words import words
from clew.extract.prose.en import _cues as cues
from clew.extract.prose.en import _tree as tree
from clew.extract.prose.en._attributed import Attribution
from clew.extract.prose.en._holders import Parties
from clew.extract.prose.en._tree import Run

if TYPE_CHECKING:
    from clew.extract.prose.en._text import Span, Token

_CLAIMED = cues.NOUNS | words("charge charges account version story characterisation characterization article")
_ASIDE = {
    "brush": words("aside off away"),
    "wave": words("aside off away"),
    "shrug": words("off"),
    "laugh": words("off"),
    "bat": words("away aside"),
    "push": words("back"),
    "hit": words("back"),
}
_SCORNING = words("slam blast deride ridicule lambast decry trash mock scorn pooh-pooh")
_FORMS = words(
    "denies denied deny disputes disputed dispute contests contested contest rejects rejected reject dismisses dismissed dismiss refutes refuted"
)
BASELESS = words(
    "baseless unfounded groundless absurd false fabricated untrue nonsense rubbish fiction fictional fabrication fantasy lie lies "
    "slander smear propaganda ridiculous ludicrous malicious speculative speculation inaccurate misleading wrong defamatory "
    "libellous hoax invention provocation outrageous preposterous fake incorrect unsubstantiated unproven garbage"
)


def disputed(sentence: "Span", parties: Parties, read: frozenset[int]) -> list[Attribution]:
    """Return who denies a noun of claiming; `read` are the cues that were placed already."""
    found = []
    for token in sentence:
        if token.i in read:
            continue
        noun = contested(token) or _put_aside(token)
        if noun is None:
            continue
        heads = _deniers(token)
        holders = tuple(party for head in heads if (party := parties.of(head)))
        content = _alone(noun)
        if holders:
            found.append(Attribution(Run(token, token, token), "denying", holders, (), content))
    return found


def apposed(sentence: "Span") -> frozenset[int]:
    """Return the tokens of ", a claim that the bank contests": no part of what was claimed before it."""
    return frozenset().union(
        *(
            tree.subtree(noun)
            for token in sentence
            if (noun := contested(token)) is not None and noun.left_edge.i and noun.left_edge.nbor(-1).text == ","
        )
    )


def contested(verb: "Token") -> "Token | None":
    """Return the noun that a clause of denying hangs on: "a claim (that, which) X contests"; "a claim that X is ill" is none."""
    noun = verb.head
    if verb.dep_ not in {"relcl", "acl"} or noun.lower_ not in _CLAIMED or verb.lower_ not in _FORMS or verb.i < noun.i:
        return None
    objects = [child for child in tree.children(verb, "dobj") if child.lower_ not in {"that", "which"}]
    if objects or tree.children(verb, "ccomp") or tree.is_passive(verb):
        return None  # "a statement that denied the sale" has an object of its own
    return noun if _deniers(verb) else None


def _deniers(verb: "Token") -> list["Token"]:
    if verb.pos_ in {"VERB", "AUX"}:
        heads = [
            each
            for subject in tree.children(verb, "nsubj")
            for each in tree.conjuncts(subject)
            if each.lower_ not in {"that", "which", "who"}
        ]
        return heads if verb.dep_ in {"relcl", "acl"} else tree.subject_heads(verb)
    # "a claim his family disputes", the verb taken for a noun: the words before it are its subject.
    return tree.children(verb, "compound", "nmod")[-1:]


def _put_aside(verb: "Token") -> "Token | None":
    """Return the noun of claiming that is brushed aside, or slammed as something; a request put off is a reply, and a hand is neither."""
    lemma = verb.lemma_.lower()
    if verb.pos_ != "VERB" or tree.is_passive(verb) or tree.is_negated(verb):
        return None
    particle = any(child.lower_ in _ASIDE.get(lemma, ()) for child in verb.children)
    scorned = lemma in _SCORNING and any(child.lower_ == "as" for child in verb.subtree)
    if not (particle or scorned):
        return None
    nouns = tree.direct_objects(verb) + tree.objects_of(verb, "against", "at", "on", "aside", "off")
    return next((noun for noun in nouns if noun.lower_ in _CLAIMED), None)


def _alone(noun: "Token") -> frozenset[int]:
    """Return the noun with its own words, without the clause that denies it."""
    clauses = (tree.subtree(clause) for clause in tree.children(noun, "relcl", "acl") if clause.lower_ in _FORMS)
    held = tree.subtree(noun).difference(*clauses)
    return frozenset(index for index in held if not noun.doc[index].is_punct)


_CREDIBLE = words(
    "credible plausible true accurate serious worrying convincing correct disturbing shocking grave reliable"
)


def is_called_credible(verb: "Token", noun: "Token") -> bool:
    """Say whether what a noun of claiming is called upholds it: "called the claims credible"."""
    return any(token.lower_ in _CREDIBLE for token in verb.subtree if token.i > noun.i)


def is_called_baseless(verb: "Token", noun: "Token") -> bool:
    """Say whether what a noun of claiming is called denies it: "described the report as absurd", not "as credible"."""
    return any(token.lower_ in BASELESS for token in verb.subtree if token.i > noun.i)


def denied_behind(sentence: "Span", parties: Parties, found: list[Attribution]) -> list[Attribution]:
    """Read ", which Norland denies": no part of what was said before it, and a denial of all of that."""
    for verb in sentence:
        if verb.dep_ not in {"relcl", "advcl", "ccomp"} or verb.lemma_.lower() not in cues.DENYING:
            continue
        if not any(child.lower_ == "which" for child in tree.children(verb, "dobj")):
            continue
        clause = tree.subtree(verb)
        said = [replace(each, content=each.content - clause) for each in found if each.cue.head.i not in clause]
        holders = tuple(party for head in tree.children(verb, "nsubj") if (party := parties.of(head)))
        before: frozenset[int] = next((each.content for each in said if each.is_placed), frozenset())
        before = before or frozenset(range(sentence.start, min(clause))) - frozenset(
            token.i for token in sentence if token.is_punct
        )
        return [*said, Attribution(Run(verb, verb, verb), "denying", holders, (), before)] if holders else found
    return found
