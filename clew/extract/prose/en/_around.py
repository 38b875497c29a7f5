"""A cue goes in; what the parse left of its content, around it or beside its object, comes out."""

from typing import TYPE_CHECKING

from clew.extract.prose.en import _cues as cues
from clew.extract.prose.en import _tree as tree

if TYPE_CHECKING:
    from clew.extract.prose.en._text import Token

SPEECH = cues.SAYING | cues.ASKING | cues.DENYING
TELLING = frozenset({"tell", "inform", "warn", "advise", "assure", "notify", "remind", "brief", "promise", "show"})
_ON = frozenset(
    {
        "through",
        "via",
        "from",
        "with",
        "to",
        "into",
        "by",
        "for",
        "against",
        "between",
        "under",
        "towards",
        "toward",
        "despite",
        "because",
    }
)


def going_on(verb: "Token", clause: frozenset[int]) -> frozenset[int]:
    """Return what is told on behind a cue between commas: "Bribes were paid, the tribunal found, through a chain of firms"."""
    doc, stop = verb.doc, verb.sent.end
    if max(clause) > verb.i or verb.i + 3 >= stop or verb.nbor().text != "," or doc[verb.i + 2].lower_ not in _ON:
        return frozenset()
    rest = [token for token in doc[verb.i + 2 : stop] if not token.is_space]
    if any(token.text == '"' or token.lower_ in {"adding", "citing"} for token in rest):
        return frozenset()
    return frozenset(token.i for token in rest)


def lost_subject(verb: "Token") -> frozenset[int]:
    """Return the subject the parser took for the cue's object: "bragged the seals were his idea"."""
    clauses, nouns = tree.children(verb, "ccomp"), tree.children(verb, "dobj")
    if (
        not clauses
        or not nouns
        or verb.lemma_.lower() in TELLING
        or tree.children(clauses[0], "nsubj", "nsubjpass", "expl", "mark")
    ):
        return frozenset()
    beside = nouns[0].right_edge.i + 1 == clauses[0].left_edge.i and tree.is_finite(clauses[0])
    return tree.subtree(nouns[0]) if beside else frozenset()


def stands_aside(verb: "Token") -> bool:
    """Say whether a cue with its speaker stands between commas before the clause it tells: "Unofficially, officers admitted in Marn, it listens"."""
    told = verb.head
    if (
        verb.dep_ != "ccomp"
        or told.i < verb.i
        or verb.lemma_.lower() not in cues.SAYING
        or told.lemma_.lower() in SPEECH
    ):
        return False
    if not tree.children(verb, "nsubj") or tree.children(verb, "dobj", "xcomp", "mark", "ccomp"):
        return False
    between = verb.doc[verb.right_edge.i + 1 : told.i]
    return any(token.text == "," for token in between) and bool(tree.children(told, "nsubj", "nsubjpass", "expl"))
