"""Plain text and Markdown go in; pages cut at line ends come out, joined the very text of the file."""

from clew.model.errors import UnreadableFile
from clew.model.source import Reading
from clew.read.means import PLAIN, Means
from clew.read.readers._decoding import decode
from clew.read.readers._paging import split_pages

MEDIA_TYPES = ("text/plain", "text/markdown")
VERSION = 2
ORDER = 90  # asked last: every other text-like format is plain text too


def recognise(data: bytes, name: str) -> str | None:
    """Return the media type if these bytes are text in an encoding we can tell."""
    if decode(data) is None:
        return None
    return "text/markdown" if name.lower().endswith((".md", ".markdown")) else "text/plain"


def read(data: bytes, media_type: str, means: Means = PLAIN) -> Reading:  # noqa: ARG001 - it has bounds of its own
    """Return the text in pages, newlines as they stand in the file."""
    decoded = decode(data)
    if decoded is None:
        raise UnreadableFile(f"{media_type} file: expected text, found bytes that are text in no encoding we know")
    missed = (decoded.damage,) if decoded.damage else ()
    return Reading(split_pages(decoded.text, hard=True), missed=missed)
