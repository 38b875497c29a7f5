"""Rich text (RTF) goes in; its words in reading order, notes and headers where they are anchored, and its tables come out."""

import re

from clew.model.errors import UnreadableFile
from clew.model.source import Reading
from clew.read.means import PLAIN, Means
from clew.read.readers._richtext import RichText

MEDIA_TYPES = ("application/rtf",)
VERSION = 1
ORDER = 30

_START = re.compile(rb"\{\\(?:rtf|urtf)\d?")


def recognise(data: bytes, name: str) -> str | None:  # noqa: ARG001 - the mark decides, whatever the name
    """Return the media type if the file begins as RTF does."""
    return MEDIA_TYPES[0] if _START.match(data.removeprefix(b"\xef\xbb\xbf")[:16]) else None


def read(data: bytes, media_type: str, means: Means = PLAIN) -> Reading:  # noqa: ARG001 - nothing expands here
    """Return the words in pages cut at line ends, and the cells of tables.

    Hidden words are read and told; words marked as deleted are left out and told.
    """
    walk = RichText()
    walk.run(data)
    pages, cells = walk.draft.pages()
    missed = walk.missed
    if not walk.draft.length and missed:
        raise UnreadableFile(f"{media_type} file: expected words, found none ({missed[0]})")
    return Reading(pages, cells=cells, missed=tuple(missed), warnings=tuple(walk.warnings()))
