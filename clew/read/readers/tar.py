"""TAR archives go in; their members, as files of their own, come out. A packed one is told and unpacked as what packs it."""

from clew.model.source import Reading
from clew.read.means import PLAIN, Means
from clew.read.readers._members import Members
from clew.read.readers._tarred import is_tar, take_members

MEDIA_TYPES = ("application/x-tar",)
VERSION = 1
ORDER = 35


def recognise(data: bytes, name: str) -> str | None:  # noqa: ARG001 - the check sum decides, whatever the name
    """Return the media type if the first block is the header of a member."""
    return MEDIA_TYPES[0] if is_tar(data) else None


def read(data: bytes, media_type: str, means: Means = PLAIN) -> Reading:
    """Return the members; links, devices and pipes are named in `missed`."""
    taken = Members(len(data), media_type, means)
    take_members(data, taken)
    return taken.reading()
