"""What a cue holds goes in; the joint contents come out apart: "said the firm was closed and that nobody was paid" holds two."""

from typing import TYPE_CHECKING

from clew.extract.prose.en import _tree as tree
from clew.extract.prose.en._unaware import unknowing

if TYPE_CHECKING:
    from clew.extract.prose.en._text import Span, Token

_ELLIPTIC = frozenset({"none", "neither", "both"})  # the noun they mean stands in the clause before


def parted(content: frozenset[int], sentence: "Span") -> list[frozenset[int]]:
    """Return the joint contents apart: "said the firm was closed and that nobody was paid" holds two."""
    cuts = []
    for token in sentence:
        if token.i not in content or token.dep_ != "conj" or token.pos_ not in {"VERB", "AUX"}:
            continue
        own = tree.children(token, "nsubj", "nsubjpass", "expl")
        inside = token.head.i in content
        own = own or [
            inner for inner in token.subtree if (state := unknowing(inner)) is not None and state.i == token.i
        ]
        if inside and own and token.head.dep_ not in {"relcl", "acl", "advcl"} and not _is_bare(token, own):
            cuts.append(tree.subtree(token) & content)
    parts, left = [], content
    for cut in sorted(cuts, key=len):
        part = cut & left
        if part:
            parts.append(part)
            left -= part
    parts.append(left)
    return sorted((_trimmed(part, sentence) for part in parts if part), key=min) or [content]


def _is_bare(joined: "Token", own: list["Token"]) -> bool:
    """Say whether a joined clause does not stand alone: "two slots, both sold", "none was sought and none was given"."""
    joining = joined.left_edge.i > 0 and joined.left_edge.nbor(-1).dep_ == "cc"
    participle = joined.lower_.endswith("ed") and not tree.children(joined, "aux", "auxpass")
    finite = tree.is_finite(joined) and (joining or not participle)
    return not finite or any(each.lower_ in _ELLIPTIC for each in own)


def _trimmed(part: frozenset[int], sentence: "Span") -> frozenset[int]:
    """Leave out the conjunction and the commas where two contents were cut apart."""
    tokens = [token for token in sentence if token.i in part]
    while len(tokens) > 1 and (tokens[-1].is_punct or tokens[-1].dep_ == "cc") and tokens[-1].text != '"':
        tokens.pop()
    while len(tokens) > 1 and (tokens[0].is_punct or tokens[0].dep_ == "cc"):
        tokens.pop(0)
    return frozenset(token.i for token in tokens)
