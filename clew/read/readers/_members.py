"""Members of an archive go in as streams; files of their own come out, counted against the limits while they expand.

A member's name is a label and nothing else: no path is ever made of it. One that cannot be read is a note, and the rest goes on.
"""

import re
from collections.abc import Callable, Iterator

from clew.model.errors import LimitPassed, UnreadableFile
from clew.model.source import Child, Reading
from clew.read.means import Means
from clew.read.readers._paging import one_line

CHUNK = 1 << 18
_MOST_NOTES = 50  # of one kind; the rest is counted
_LONGEST_NAME = 255  # bytes, as file systems have it
_OUTSIDE = re.compile(r"^[/\\]|^[A-Za-z]:|(?:^|[/\\])\.\.(?:[/\\]|$)")
_DEVICE = re.compile(r"(?:^|[/\\])(?:con|prn|aux|nul|com\d|lpt\d)(?:\.[^/\\]*)?$", re.IGNORECASE)
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069\u200e\u200f]")  # marks that make a name read in another order
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")


class Members:
    """What was taken out of an archive so far."""

    def __init__(self, packed: int, media_type: str, means: Means) -> None:
        """Begin with nothing taken.

        Args:
            packed: bytes of the archive as it came.
            media_type: for messages.
            means: the limits to count against.
        """
        self.means = means
        self.missed: list[str] = []
        self.warnings: list[str] = []
        self.children: list[Child] = []
        self._media_type = media_type
        self._packed = max(packed, 1)
        self._expanded = 0  # bytes, of all members

    def count(self, new: int, member: int, packed: int) -> None:
        """Count expanded bytes.

        Args:
            new: bytes that have just been expanded.
            member: bytes expanded of this member so far, these among them.
            packed: bytes this member takes up in the archive; 0 where the archive does not say.

        Raises:
            LimitPassed: a limit is passed.
        """
        limits = self.means.limits
        self._expanded += new
        if self._expanded > limits.expanded_bytes:
            raise LimitPassed(f"expected at most {limits.expanded_mb} MB expanded, found more")
        if member > limits.ratio_from and member > limits.ratio * (packed or self._packed):
            raise LimitPassed(f"expected at most {limits.ratio} times its packed size, found more")

    @property
    def is_full(self) -> bool:
        """Whether nothing more can be expanded within the limits."""
        return self._expanded >= self.means.limits.expanded_bytes or len(self.children) >= self.means.limits.entries

    def take(self, name: str, pieces: Iterator[bytes], *, packed: int) -> None:
        """Take a member as a file of its own; if it cannot be expanded within the limits, note why.

        Whatever a decoder throws at a damaged member is a note too: it must not cost the other members.
        """
        kept: list[bytes] = []
        length = 0
        try:
            for piece in pieces:
                length += len(piece)
                self.count(len(piece), length, packed)
                kept.append(piece)
        except LimitPassed as error:
            self.miss(name, str(error))
            return
        except MemoryError:
            self.miss(name, "more memory would be needed than there is")
            return
        except Exception as error:  # noqa: BLE001 - as the docstring says
            self.miss(name, f"could not be unpacked ({str(error) or type(error).__name__})")
            return
        self.keep(name, b"".join(kept))

    def keep(self, name: str, data: bytes) -> None:
        """Keep a member that is expanded already."""
        why = _oddity(name)
        if why:
            self.warnings.append(f'"{shown(name)}": {why}; it is kept as a label only')
        self.children.append(Child(name, data))

    def miss(self, name: str, why: str) -> None:
        """Note that a member was not read."""
        self.missed.append(f'"{shown(name)}": {why}')

    def miss_rest(self, left: int) -> None:
        """Note that the members from here on were left, where some were."""
        limits = self.means.limits
        if left > 0:
            self.missed.append(
                f"{left} members were left: at most {limits.entries} of an archive are read, of at most "
                f"{limits.expanded_mb} MB together"
            )

    def reading(self) -> Reading:
        """Return the members and the notes.

        Raises:
            UnreadableFile: nothing could be taken out.
        """
        missed, warnings = _bounded(self.missed), _bounded(self.warnings)
        if not self.children and missed:
            raise UnreadableFile(f"{self._media_type} file: expected members that can be read, found none: {missed[0]}")
        return Reading((), children=tuple(self.children), missed=missed, warnings=warnings)


def shown(name: str) -> str:
    """Return a name that can be shown: one line, marks that turn the reading order as their numbers, cut to 100 letters."""
    plain = _TURNING.sub(lambda found: f"<U+{ord(found[0]):04X}>", _CONTROL.sub("\ufffd", one_line(name)))
    return plain if len(plain) <= 100 else f"{plain[:100]}…"


def _oddity(name: str) -> str:
    """Return what is out of the ordinary in a name, in words; empty for most."""
    if _OUTSIDE.search(name):
        return "the name leads out of the archive"
    if _TURNING.search(name):
        return "the name holds marks that turn its reading order"
    if _CONTROL.search(name):
        return "the name holds control characters"
    if _DEVICE.search(name):
        return "the name is that of a device"
    if any(len(part.encode("utf-8", "replace")) > _LONGEST_NAME for part in re.split(r"[/\\]", name)):
        return f"the name is longer than {_LONGEST_NAME} bytes"
    return ""


def _bounded(notes: list[str]) -> tuple[str, ...]:
    more = len(notes) - _MOST_NOTES
    return (*notes[:_MOST_NOTES], f"and {more} more of this kind") if more > 0 else tuple(notes)


def pieces_of(read: Callable[[int], bytes]) -> Iterator[bytes]:
    """Yield what a stream's read gives, piece by piece."""
    while piece := read(CHUNK):
        yield piece
