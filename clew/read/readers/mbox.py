"""Mailboxes (MBOX) go in; each message, byte for byte as it stands there, comes out as a file of its own with its place."""

import re

from clew.model.errors import UnreadableFile
from clew.model.source import Reading
from clew.read.means import PLAIN, Means
from clew.read.readers._members import Members

MEDIA_TYPES = ("application/mbox",)
VERSION = 1
ORDER = 45  # before mail, which may begin with such a line as well

# RFC 4155 (Hall, 2005), appendix A: the line that begins a message has a sender and a time as asctime writes it.
_FIRST = re.compile(rb"From \S+ .{0,60}\d{1,2}:\d{2}(?::\d{2})?.{0,30}\d{4}[^\r\n]{0,40}\r?\n[!-9;-~]+:")
_NEXT = re.compile(
    rb"(?:(?<=\n\n)|(?<=\n\r\n))From \S+ [^\r\n]{0,60}\d{1,2}:\d{2}(?::\d{2})?[^\r\n]{0,30}\d{4}[^\r\n]{0,40}\r?\n(?=[!-9;-~]+:)"
)
_LINE = re.compile(rb"[^\n]*\n")


def recognise(data: bytes, name: str) -> str | None:  # noqa: ARG001 - the first line decides, whatever the name
    """Return the media type if the first line begins a message of a mailbox and a header field follows."""
    return MEDIA_TYPES[0] if _FIRST.match(data) else None


def read(data: bytes, media_type: str, means: Means = PLAIN) -> Reading:
    """Return the messages; the name of each says its number and the byte of the mailbox at which it begins.

    Nothing is expanded here, so a mailbox may hold as many messages as it has room for. A `>` that a program put before
    "From" in a body stays where it is.
    """
    first = _LINE.match(data)
    if first is None or not _FIRST.match(data):
        raise UnreadableFile(f"{media_type} file: expected a line that begins a message, found none")
    starts = [(0, first.end()), *((found.start(), found.end()) for found in _NEXT.finditer(data))]
    stops = [start for start, _ in starts[1:]] + [len(data)]
    taken = Members(len(data), media_type, means)
    digits = len(str(len(starts)))
    for nth, ((_, start), stop) in enumerate(zip(starts, stops, strict=True), 1):
        taken.keep(f"message {nth:0{digits}} at byte {start}.eml", data[start:stop])
    return taken.reading()
