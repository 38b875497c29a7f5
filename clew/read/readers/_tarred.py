"""The bytes of a TAR go in; its members, as files of their own, come out."""

import io
import re
import tarfile

from clew.read.readers._members import Members, pieces_of

_BLOCK = 512
_SUM = re.compile(rb"[0-7 \0]{8}|[\x80\xff]")  # of the header, in octal or, by GNU tar, as a number
_KINDS = {
    tarfile.SYMTYPE: "a link; links are not followed",
    tarfile.LNKTYPE: "a second name for another member; the bytes stand there",
    tarfile.CHRTYPE: "a device, no file",
    tarfile.BLKTYPE: "a device, no file",
    tarfile.FIFOTYPE: "a pipe, no file",
}


def is_tar(data: bytes) -> bool:
    """Say whether the first block is the header of a member, by its check sum."""
    if not _SUM.match(data, 148):  # parsing every file's first block takes as long as to decode a small one
        return False
    try:
        return bool(tarfile.TarInfo.frombuf(data[:_BLOCK], "utf-8", "surrogateescape").name)
    except (tarfile.HeaderError, ValueError):
        return False


def take_members(data: bytes, taken: Members) -> None:
    """Take the members in their order; nothing is written, no link followed, no device made."""
    seen = 0
    with tarfile.open(fileobj=io.BytesIO(data), mode="r:", errors="surrogateescape") as archive:
        while True:
            try:
                member = archive.next()
            except (tarfile.TarError, ValueError, OSError, EOFError) as error:
                taken.missed.append(f"the archive is damaged or truncated after {seen} members ({error})")
                return
            if member is None:
                break
            seen += 1
            archive.members = []  # type: ignore[attr-defined]  # it would keep a record of each for ever
            if taken.is_full:
                taken.missed.append(
                    f"members after the first {seen - 1} were left: the limits of an archive are reached"
                )
                return
            _take(archive, member, taken)
    if not data.rstrip(b"\0") or len(data) % _BLOCK:
        taken.warnings.append("the archive does not end on a whole block; it may be truncated")


def _take(archive: tarfile.TarFile, member: tarfile.TarInfo, taken: Members) -> None:
    name = member.name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    if member.isdir():
        return
    if not member.isfile():
        taken.miss(name, _KINDS.get(member.type, "no file"))
        return
    stream = archive.extractfile(member)
    if stream is None:
        taken.miss(name, "no file")
        return
    taken.take(name, pieces_of(stream.read), packed=0)
