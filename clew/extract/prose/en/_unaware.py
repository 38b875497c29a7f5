"""An attribution goes in; what its speaker says not to know comes out: "said it was unaware of the visits"."""

from typing import TYPE_CHECKING

from clew.extract.prose.en import _tree as tree
from clew.extract.prose.en._attribution import Attribution
from clew.extract.prose.en._holders import Party

if TYPE_CHECKING:
    from spacy.tokens import Token

_SELF = frozenset({"it", "he", "she", "they", "we", "i"})


def unaware_of(attribution: Attribution, speaker: Party) -> "tuple[Token, Token] | None":
    """Return the words of what the speaker does not know, or None; another's ignorance is no answer of the speaker."""
    doc = attribution.cue.head.doc
    for index in sorted(attribution.content):
        token = doc[index]
        verb = _state(token)
        if verb is None:
            continue
        subjects = tree.subject_heads(verb)
        if subjects and not any(head.lower_ in _SELF or head.i == speaker.run.head.i for head in subjects):
            continue
        return _about(token)
    return None


def _state(token: "Token") -> "Token | None":
    """Return the verb whose subject does not know: was unaware, was not aware, had no knowledge, knew nothing."""
    if token.lower_ == "unaware":
        return token.head
    if token.lower_ == "aware" and tree.is_negated(token.head):
        return token.head
    if token.lower_ in {"knowledge", "information"} and token.dep_ == "dobj":
        no = any(child.lower_ in {"no", "any"} for child in token.children)
        return (
            token.head
            if no and (tree.is_negated(token.head) or any(child.lower_ == "no" for child in token.children))
            else None
        )
    if token.lower_ == "anything" and token.head.lemma_.lower() == "know" and tree.is_negated(token.head):
        return token.head
    if token.lower_ == "nothing" and token.head.lemma_.lower() == "know":
        return token.head
    return None


def _about(token: "Token") -> "tuple[Token, Token]":
    for holder in (token, token.head):
        nouns = tree.objects_of(holder, "of", "about", "on")
        if nouns:
            return nouns[0].left_edge, nouns[0].right_edge
        clauses = tree.children(holder, "ccomp") if holder.i == token.i else []
        if clauses:
            return clauses[0].left_edge, clauses[0].right_edge
    return token, token
