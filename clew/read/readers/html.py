"""Web pages (HTML) go in; title first, then the visible words a block to a line, and the cells of tables, come out."""

import re

from clew.model.errors import UnreadableFile
from clew.model.source import Reading
from clew.read.means import PLAIN, Means
from clew.read.readers._blocks import write_html
from clew.read.readers._decoding import decode
from clew.read.readers._paging import Draft
from clew.read.readers._remote import remarks

MEDIA_TYPES = ("text/html", "application/xhtml+xml")
VERSION = 4
ORDER = 40

_HEAD = 4_096  # bytes
_CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_START = re.compile(
    r"\s*(?:<!--.*?-->\s*)*(?:<\?xml[^>]*\?>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html[\s>])",
    re.IGNORECASE | re.DOTALL,
)
_TAG = re.compile(
    r"<(/?)(?:html|head|body|title|table|tr|td|div|p|br|span|a|ul|li|h[1-6]|meta|b|i)(?=[\s>/])[^<>]*>", re.IGNORECASE
)
_NESTING = re.compile(
    r"<(/?)(?:div|span|section|font|blockquote|ul|table|center|b|i|em|strong)(?=[\s>])", re.IGNORECASE
)
_DEEPEST = 10_000  # unclosed elements; the parser's time grows with the square: 100,000 took 54 s


def recognise(data: bytes, name: str) -> str | None:
    """Return the media type if the text begins as HTML does, or begins with a tag and is dense with tags."""
    decoded = (
        decode(data[:_HEAD]) if b"<" in data[:_HEAD] else None
    )  # the mark is this byte in every encoding told here
    if decoded is None:
        return None
    head = decoded.text
    if _START.match(head):
        return "application/xhtml+xml" if head.lstrip().startswith("<?xml") else "text/html"
    tags = _TAG.findall(head)
    few = 2 if name.lower().endswith((".html", ".htm")) else 6
    is_fragment = head.lstrip().startswith("<") and len(tags) >= few and "/" in tags
    return "text/html" if is_fragment else None


def read(data: bytes, media_type: str, means: Means = PLAIN) -> Reading:  # noqa: ARG001 - it has bounds of its own
    """Return the visible words in pages, and the cells of tables of data."""
    found = _CHARSET.search(data[:_HEAD])
    decoded = decode(data, declared=found[1].decode("ascii") if found else "")
    if decoded is None:
        raise UnreadableFile(f"{media_type} file: expected text, found bytes that are text in no encoding we know")
    marks = _NESTING.findall(decoded.text)
    unclosed = len(marks) - 2 * marks.count("/")
    if unclosed > _DEEPEST:
        raise UnreadableFile(f"{media_type} file: expected at most {_DEEPEST} elements left open, found {unclosed}")
    draft = Draft()
    missed = write_html(draft, decoded.text)
    pages, cells = draft.pages()
    damage = (decoded.damage,) if decoded.damage else ()
    return Reading(pages, cells=cells, missed=damage + missed, warnings=remarks(decoded.text))
