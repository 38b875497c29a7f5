"""A verb goes in; the condition it stands under comes out: "if the sale is completed", "unless it is paid"."""

from typing import TYPE_CHECKING

from clew.extract.prose.en import _tree as tree

if TYPE_CHECKING:
    from clew.extract.prose.en._text import Token

_CONDITIONS = frozenset({"if", "unless", "provided", "assuming", "should"})


def condition_of(verb: "Token") -> "tuple[Token, Token] | None":
    """Return first and last token of the condition a clause stands under, or None."""
    top, seen = verb, 0
    while seen < 6:
        for child in tree.children(top, "advcl"):
            if _is_condition(child):
                return child.left_edge, child.right_edge
        if top.dep_ not in {"xcomp", "conj", "acomp", "attr", "dobj", "prep", "pobj"} or top.head.i == top.i:
            return None
        top, seen = top.head, seen + 1
    return None


def _is_condition(clause: "Token") -> bool:
    marks = {child.lower_ for child in tree.children(clause, "mark")}
    first = clause.left_edge.lower_
    inverted = first == "should" and clause.left_edge.dep_ == "aux"  # "should the bearings not arrive"
    if "even" in {child.lower_ for child in tree.children(clause, "advmod")}:
        return False  # "even if it is late, it is coming"
    return bool(marks & _CONDITIONS - {"should"}) or inverted
