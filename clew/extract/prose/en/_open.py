"""A verb that no list of cues has goes in; whether it says something comes out, by the construction it stands in.

A person, a body or a paper with "that" and a finite clause says or thinks it, whatever the verb: "the clerk groused that …". A list
names only the verbs that do something else with such a clause: make it so, come to know it, or wish it.
"""

from typing import TYPE_CHECKING

from clew.extract.prose._words import words
from clew.extract.prose.en import _cues as cues
from clew.extract.prose.en import _tree as tree

if TYPE_CHECKING:
    from clew.extract.prose.en._holders import Parties
    from clew.extract.prose.en._text import Token

# With a clause these make, bring about, come to know, wish, hide or time; nobody's word is told with them.
_NO_SAYING = words(
    "make ensure insure assure mean see arrange cause effect let have get take give grant allow permit enable help provide require need "
    "know realise realize notice discover forget sense perceive spot recognise recognize learn overlook ignore check ascertain "
    "wish prefer like love hate care mind enjoy desire crave pretend feign dream risk avoid prevent stop hide conceal deserve try use "
    "be become seem appear happen turn follow matter come go bring send put keep leave wait await watch time do start begin end finish "
    "manage undergo experience appreciate design plan intend schedule vote choose elect legislate teach earn win lose find pay work "
    "live stand sit set run move meet reach pass hit strike fall rise grow look listen depend rely result lead force compel order command "
    "resent regret tolerate await expect want ordain decree enact entail necessitate presuppose condition bet stake"
)
_ABSTRACT = words("it this that there which what these those such nothing everything anything something")


def is_cue(verb: "Token", parties: "Parties") -> bool:
    """Say whether a verb is a cue here: of the lists, or one that holds a clause somebody can say."""
    return verb.lemma_.lower() in LISTED or says(verb, parties)


LISTED = cues.SAYING | cues.BELIEVING | cues.DENYING | cues.SHOWING | cues.ASKING


_CLOSED = _NO_SAYING | LISTED


def says(verb: "Token", parties: "Parties") -> bool:
    """Say whether a verb outside the lists has a speaker and a clause that he can say."""
    lemma = verb.lemma_.lower()
    if lemma in _CLOSED or verb.pos_ != "VERB" or tree.is_passive(verb):
        return False
    clauses = [each for each in tree.children(verb, "ccomp") if each.i > verb.i]
    if not clauses or not tree.children(clauses[0], "nsubj", "nsubjpass", "expl") or not tree.is_finite(clauses[0]):
        return False
    marks = {mark.lower_ for mark in tree.children(clauses[0], "mark")}
    heads = [head for head in tree.subject_heads(verb) if head.lower_ not in _ABSTRACT]
    if "that" in marks:
        return any(parties.can_speak(head) or parties.role(head) == "document" for head in heads)
    beside = clauses[0].left_edge.i <= verb.i + 1
    return not marks and beside and bool(heads) and all(parties.can_speak(head) for head in heads)
