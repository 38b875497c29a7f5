"""Single packed files (GZIP, BZIP2, XZ) go in; the file inside comes out, or the members of the TAR that it is."""

import bz2
import lzma
import zlib
from collections.abc import Iterator
from typing import Any

from clew.model.errors import LimitPassed
from clew.model.source import Reading
from clew.read.means import PLAIN, Means
from clew.read.readers._members import CHUNK, Members
from clew.read.readers._tarred import is_tar, take_members

_MARKS = (
    (b"\x1f\x8b\x08", "application/gzip"),
    (b"BZh", "application/x-bzip2"),
    (b"\xfd7zXZ\x00", "application/x-xz"),
)
MEDIA_TYPES = tuple(kind for _, kind in _MARKS)
VERSION = 1
ORDER = 30

_MEMORY = 256_000_000  # bytes an XZ may ask for its dictionary


def recognise(data: bytes, name: str) -> str | None:  # noqa: ARG001 - the mark decides, whatever the name
    """Return the media type by the mark at the beginning."""
    return next((kind for mark, kind in _MARKS if data.startswith(mark)), None)


def read(data: bytes, media_type: str, means: Means = PLAIN) -> Reading:
    """Return the file inside under the name its header gives, or the members of a TAR.

    What could be expanded before damage or a truncated end is kept, and `missed` says so.
    """
    taken = Members(len(data), media_type, means)
    inside, why_not = _expanded(data, media_type, taken)
    if is_tar(inside):
        if why_not:
            taken.missed.append(f"not expanded to its end: {why_not}")
        members = Members(len(data), media_type, means)
        members.missed, members.warnings = taken.missed, taken.warnings
        take_members(inside, members)
        return members.reading()
    name = _name(data, media_type) or "content"
    if why_not:
        taken.miss(name, why_not)
    else:
        taken.keep(name, inside)
    return taken.reading()


def _expanded(data: bytes, media_type: str, taken: Members) -> tuple[bytes, str]:
    """Return what could be expanded, and the limit that ended it; damage ends it too, with a note."""
    pieces: list[bytes] = []
    length = 0
    why_not = ""
    try:
        for piece in _pieces(data, media_type, taken):
            length += len(piece)
            taken.count(len(piece), length, len(data))
            pieces.append(piece)
    except LimitPassed as error:
        why_not = str(error)
    except (zlib.error, OSError, EOFError, lzma.LZMAError, ValueError) as error:
        taken.missed.append(f"damaged; what stands before the damage is kept ({error})")
    return b"".join(pieces), why_not


def _expander(media_type: str) -> Any:
    if media_type == "application/gzip":
        return zlib.decompressobj(31)
    return bz2.BZ2Decompressor() if media_type == "application/x-bzip2" else lzma.LZMADecompressor(memlimit=_MEMORY)


def _pieces(data: bytes, media_type: str, taken: Members) -> Iterator[bytes]:
    """Yield what the streams of the file expand to, never more than a chunk at once."""
    mark = next(mark for mark, kind in _MARKS if kind == media_type)
    rest = data
    while rest:
        expander = _expander(media_type)
        waiting = rest
        while not expander.eof:
            piece = expander.decompress(waiting, CHUNK)
            waiting = getattr(expander, "unconsumed_tail", b"")
            if piece:
                yield piece
            elif not waiting and getattr(expander, "needs_input", True):
                taken.missed.append("truncated: the file ends before what is packed in it does")
                return
        rest = expander.unused_data
        if rest.strip(b"\0") and not rest.startswith(mark):
            taken.warnings.append(f"{len(rest)} bytes follow the end of what is packed")
            return
        rest = rest if rest.startswith(mark) else b""


def _name(data: bytes, media_type: str) -> str:
    """Return the name a GZIP gives its file: RFC 1952 (Deutsch, 1996), section 2.3; empty where it gives none."""
    if media_type != "application/gzip" or len(data) < 12 or not data[3] & 8:
        return ""
    start = 10
    if data[3] & 4:
        start += 2 + int.from_bytes(data[10:12], "little")
    stop = data.find(b"\0", start, start + 4_096)
    return data[start:stop].decode("latin-1") if stop > start else ""
