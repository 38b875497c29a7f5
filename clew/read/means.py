"""What a reader is given besides the bytes: passwords, and the limits within which it must end.

A reader that expands or draws counts against the limits while it works, and stops where one is passed: what was read until
then is kept, and the rest is named in `missed`; where nothing was read it raises UnreadableFile.
"""

import signal
from collections.abc import Callable
from dataclasses import dataclass, field

from clew.crew.guards import PATIENCE

MB = 1_000_000


@dataclass(frozen=True, slots=True)
class Limits:
    """How far one file may go, so that none can fill the memory, the disk or the day."""

    expanded_bytes: int = 200 * MB  # of all that is packed in one file, counted while it is expanded
    ratio: int = 100  # expanded to packed bytes
    ratio_from: int = 2 * MB  # bytes expanded; below it a small file of one repeated value packs as well as a bomb
    entries: int = 2_000  # members of one archive, parts of one mail or Office file
    depth: int = 4  # files inside files; the file that was handed in is at depth 0
    cpu_seconds: int = 60  # for a file, or for each page where a reader says that it has done one (page_done)
    memory_mb: int = 2_048  # of the process that reads
    page_pixels: int = 50_000_000  # of an image, or of a page as it is drawn
    pages: int = 10_000  # of one document

    @property
    def expanded_mb(self) -> int:
        """The bound of expanded bytes in MB, as messages say it."""
        return self.expanded_bytes // MB


@dataclass(frozen=True, slots=True)
class Means:
    """What a reader may use."""

    passwords: tuple[str, ...] = field(default=(), repr=False)  # given by the user; never stored, logged or shown
    limits: Limits = field(default_factory=Limits)


PLAIN = Means()


heard: list[
    Callable[[str], None]
] = []  # who is told how far a reader has come in its file; set by the process that reads


def has_come(how_far: str) -> None:
    """Say how far a reader has come in its file, in words: "page 12", "40,000 rows"; without effect where nobody asked."""
    for hear in heard:
        hear(how_far)


def page_done(means: Means) -> None:
    """Say that a slow reader has done a page, so that its time counts from here; without effect where none is counted."""
    if hasattr(signal, "ITIMER_PROF") and signal.getitimer(signal.ITIMER_PROF)[0] > 0:
        signal.setitimer(signal.ITIMER_PROF, means.limits.cpu_seconds)
        signal.setitimer(signal.ITIMER_REAL, means.limits.cpu_seconds * PATIENCE)
