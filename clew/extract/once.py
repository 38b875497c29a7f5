"""One reading a document: several record types ask the same of it, so what a function found is kept until another comes."""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from clew.extract.document import Document

_Asked = TypeVar("_Asked")
_Found = TypeVar("_Found")


def once_a_document(find: Callable[[Document, _Asked], _Found]) -> Callable[[Document, _Asked], _Found]:
    """Return the function so that it finds once for one document and one second argument, both told by identity.

    What it gives back is shared: callers must not change it.
    """
    # The document and what was found in it are replaced together, so no thread sees one without the other.
    held: list[tuple[Document | None, list[tuple[_Asked, _Found]]]] = [(None, [])]

    @wraps(find)
    def finding(document: Document, asked: _Asked) -> _Found:
        last, kept = held[0]
        if last is not document:
            kept = []
            held[0] = (document, kept)
        for before, found in kept:
            if before is asked:
                return found
        found = find(document, asked)
        kept.append((asked, found))
        return found

    return finding
