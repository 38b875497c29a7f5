"""A document's Chinese paragraphs go in; its sentences come out. One that ends inside quotation marks goes on with the next."""

import re
from collections.abc import Iterator

from clew.extract.document import Document
from clew.extract.prose._script import language_of, paragraphs
from clew.extract.prose._telling import Place
from clew.extract.prose.zh import _cues as cues
from clew.extract.prose.zh._model import folded

_END = re.compile(r"[。！？!?]+[”」』）)]*|\n+")
_COLUMN = 20  # characters; a narrower column is a form or a list
_FULL = 0.9  # of the longest line: a line that is broken by its column is about as long
_NEW_LINE = re.compile(r"[ \u3000]{2,}|[（(]?(?:[一二三四五六七八九十]{1,3}|\d{1,2})[)）、.．]|[^，。：:]{1,12}[：:]")
_SPEAKER_LENGTH = 30
_SPEAKER = re.compile(
    rf"[，,]?[^，。！？“「\n]{{1,24}}?(?:{'|'.join(sorted(cues.TRAILING - {'话', '讲'}, key=len, reverse=True))})(?:道|了|着)?(?=[，。！：:；“「]|$)"
)
_ONLY_SPEECH = re.compile(r"\s*(?:“[^“”]*”|「[^「」]*」)")
_GOES_ON = re.compile(r"[^\s“「]")
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
    width = max((len(line) for line in text[start:stop].splitlines()), default=0)
    for match in _END.finditer(text, start, stop):
        if match[0] == "\n" and _is_wrapped(text, match.start(), width):
            continue
        inside = any(
            text.count(left, begun, match.end()) > text.count(right, begun, match.end())
            for left, right in ("“”", "「」")
        )
        if inside and match.end() - begun < _LONGEST_QUOTE and match.end() < stop:
            continue
        if match[0].endswith(("”", "」")) and _SPEAKER.match(folded(text[match.end() : match.end() + _SPEAKER_LENGTH])):
            continue  # "…。”赵敏说": the speaker comes behind the quotation
        if _ONLY_SPEECH.fullmatch(text, begun, match.end()) and _GOES_ON.match(text, match.end()):
            continue  # "…。”财务总监把报表推到面前": who acts behind it may be the speaker
        yield from _stripped(text, begun, match.end())
        begun = match.end()
    yield from _stripped(text, begun, stop)


def _is_wrapped(text: str, end: int, width: int) -> bool:
    """Say whether a line ends where its column does, and not its sentence."""
    line = text[text.rfind("\n", 0, end) + 1 : end].rstrip()
    full = width >= _COLUMN and len(line) >= _FULL * width
    return full and line[-1:] not in "。！？；：:;!?”」）)" and not _NEW_LINE.match(text, end + 1)


def _stripped(text: str, start: int, stop: int) -> Iterator[Place]:
    while start < stop and text[start].isspace():
        start += 1
    while stop > start and text[stop - 1].isspace():
        stop -= 1
    if start < stop:
        yield Place(start, stop)
