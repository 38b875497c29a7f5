"""Why a name is of its kind: the votes of a document's words in; words that are kept with each mention of it out."""

from collections.abc import Mapping


def told_votes(votes: Mapping[str, int]) -> tuple[str, ...]:
    """Return the votes in words, the most first; nothing where none were cast."""
    cast = sorted(((weight, kind) for kind, weight in votes.items() if weight), key=lambda one: (-one[0], one[1]))
    return ("votes of the document's words: " + ", ".join(f"{kind} {weight}" for weight, kind in cast),) if cast else ()
