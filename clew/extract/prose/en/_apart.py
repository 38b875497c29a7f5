"""What is said in a sentence goes in; what another says beside it, in a clause or an apposition of its own, is taken out of it.

"…, a figure the directors regard as prudent", "…, although the service stresses that …": parsed as part of what the first
speaker holds, and the word of a second.
"""

from dataclasses import replace
from typing import TYPE_CHECKING

from clew.extract.prose.en import _tree as tree
from clew.extract.prose.en._attributed import Attribution

if TYPE_CHECKING:
    from clew.extract.prose.en._text import Token

_CONTRASTING = frozenset({"although", "though", "while", "whereas"})


def taken_apart(found: list[Attribution]) -> list[Attribution]:
    """Return the attributions, each without the words beside it that another speaker holds."""
    beside = [(each, cut) for each in found if each.holders and (cut := _own_words(each))]
    for inner, cut in beside:
        found = [
            replace(each, content=each.content - cut)
            if each is not inner
            and each.cue.head.i not in cut
            and each.content - cut
            and inner.cue.head.i in each.content
            else each
            for each in found
        ]
    return found


def _own_words(each: Attribution) -> frozenset[int]:
    """Return the clause or the apposition a cue stands in, where a comma parts it from what stands before."""
    cue = each.cue.head
    subjects = [noun for noun in tree.children(cue, "nsubj") if noun.pos_ != "PRON"]
    if not subjects:
        return frozenset()
    if cue.dep_ == "advcl" and any(mark.lower_ in _CONTRASTING for mark in tree.children(cue, "mark")):
        return tree.subtree(cue) if _after_comma(cue.left_edge) else frozenset()
    noun = cue.head
    indefinite = any(child.lower_ in {"a", "an"} for child in noun.children) or noun.lower_ == "something"
    apposed = cue.dep_ == "relcl" and noun.i < cue.i and indefinite and _after_comma(noun.left_edge)
    return tree.subtree(noun) if apposed else frozenset()


def _after_comma(token: "Token") -> bool:
    return token.i > token.sent.start and token.nbor(-1).text == ","
