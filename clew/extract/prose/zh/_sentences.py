"""A document's Chinese paragraphs go in; its sentences come out. One that ends inside quotation marks goes on with the next."""

import re
from collections.abc import Iterator

from clew.extract.document import Document
from clew.extract.prose._script import language_of, paragraphs
from clew.extract.prose._telling import Place

_END = re.compile(r"[。！？!?]+[”」』）)]*|\n+")
_LONGEST_QUOTE = 500  # characters of a quotation over sentences; a mark never closed must not swallow a page


def sentences(document: Document) -> list[tuple[int, Place]]:
    """Return page and place of each Chinese sentence."""
    return [
        (page.number, place)
        for page in document.pages
        for start, stop in paragraphs(page.text)
        if language_of(page.text[start:stop]) == "zh"
        for place in _sentences(page.text, start, stop)
    ]


def _sentences(text: str, start: int, stop: int) -> Iterator[Place]:
    begun = start
    for match in _END.finditer(text, start, stop):
        inside = text.count("“", begun, match.end()) > text.count("”", begun, match.end())
        if inside and match.end() - begun < _LONGEST_QUOTE and match.end() < stop:
            continue
        if re.match(r"[，,]?[^，。]{1,20}(?:说|称|表示)", text[match.end() : match.end() + 24]) and match[0].endswith(
            "”"
        ):
            continue  # "…。”赵敏说": the speaker comes behind the quotation
        yield from _stripped(text, begun, match.end())
        begun = match.end()
    yield from _stripped(text, begun, stop)


def _stripped(text: str, start: int, stop: int) -> Iterator[Place]:
    while start < stop and text[start].isspace():
        start += 1
    while stop > start and text[stop - 1].isspace():
        stop -= 1
    if start < stop:
        yield Place(start, stop)
