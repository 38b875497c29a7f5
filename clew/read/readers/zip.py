"""ZIP archives go in; their members, as files of their own, come out.

Unpacked in memory within the limits, by the archive's directory; encrypted members with the passwords that were given.
Office files are zips too and have readers of their own.
"""

import io
import stat
import struct
import zipfile
from collections.abc import Iterator

from clew.model.errors import UnreadableFile
from clew.model.source import Reading
from clew.read.means import PLAIN, Means
from clew.read.readers._decoding import decode
from clew.read.readers._members import CHUNK, Members, pieces_of
from clew.read.readers._zip_aes import AES, decrypted
from clew.read.readers._zipped import is_office, members_of

MEDIA_TYPES = ("application/zip",)
VERSION = 1
ORDER = 30  # after the formats that are zips themselves

_START = (b"PK\x03\x04", b"PK\x05\x06")  # the second is that of an empty one
_END = b"PK\x05\x06"  # end of the directory: PKWARE APPNOTE 6.3.10, 4.3.16
_MOST_DIRECTORY = 16_000_000  # bytes; a directory of 200 MB would take 2 GB to hold
_UTF8 = 0x800  # flag: the name is UTF-8
_ENCRYPTED = 0x1


def recognise(data: bytes, name: str) -> str | None:  # noqa: ARG001 - the marks decide, whatever the name
    """Return the media type if the file begins as a zip does and is not one of those that other programs write."""
    return MEDIA_TYPES[0] if data.startswith(_START) and not is_office(members_of(data), data) else None


def read(data: bytes, media_type: str, means: Means = PLAIN) -> Reading:
    """Return the members in the order of the directory.

    Links, damaged members, those packed by an unknown method and those whose password is not known are named in `missed`.
    """
    archive, beside = _open(data, media_type)
    taken = Members(len(data), media_type, means)
    taken.warnings += beside
    listed = [member for member in archive.infolist() if not member.is_dir()]
    for nth, member in enumerate(listed):
        if taken.is_full:
            taken.miss_rest(len(listed) - nth)
            break
        _take(archive, member, taken)
    return taken.reading()


def _open(data: bytes, media_type: str) -> tuple[zipfile.ZipFile, list[str]]:
    """Return the archive, and what stands in the file beside it, in words."""
    end = data.rfind(_END)
    if end < 0 or len(data) < end + 22:
        raise UnreadableFile(f"{media_type} file: expected a directory at its end, found none; the file is truncated")
    directory, comment = struct.unpack_from("<L", data, end + 12)[0], struct.unpack_from("<H", data, end + 20)[0]
    if _MOST_DIRECTORY < directory < 0xFFFFFFFF or data.count(b"PK\x01\x02") * 46 > _MOST_DIRECTORY:
        raise UnreadableFile(
            f"{media_type} file: expected a directory of at most {_MOST_DIRECTORY} bytes, found {directory}"
        )
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, IndexError) as error:
        raise UnreadableFile(f"{media_type} file: expected a whole zip, found a damaged one ({error})") from error
    trailing = len(data) - end - 22 - comment
    return archive, [f"{trailing} bytes follow the end of the archive"] if trailing > 0 else []


def _take(archive: zipfile.ZipFile, member: zipfile.ZipInfo, taken: Members) -> None:
    name = _name(member)
    if stat.S_ISLNK(member.external_attr >> 16):
        taken.miss(name, "a link; links are not followed")
    elif member.flag_bits & _ENCRYPTED:
        _take_encrypted(archive, member, name, taken)
    else:
        taken.take(name, _pieces(archive, member, None), packed=member.compress_size)


def _name(member: zipfile.ZipInfo) -> str:
    """Return a member's name; one in no Unicode is decoded by likelihood, as old programs wrote the letters of their place."""
    name = member.orig_filename
    if member.flag_bits & _UTF8 or name.isascii():
        return name
    guessed = decode(name.encode("cp437", "replace"))
    return guessed.text if guessed else name


def _pieces(archive: zipfile.ZipFile, member: zipfile.ZipInfo, password: bytes | None) -> Iterator[bytes]:
    with archive.open(member, pwd=password) as stream:
        yield from pieces_of(stream.read)


def _take_encrypted(archive: zipfile.ZipFile, member: zipfile.ZipInfo, name: str, taken: Members) -> None:
    """Take a member with the first password that opens it; that its check sum agrees is the proof."""
    passwords = taken.means.passwords
    for password in passwords:
        for octets in dict.fromkeys((password.encode(), password.encode("cp1251", "ignore"))):
            if _opens(archive, member, octets):
                kept = len(taken.children), len(taken.missed)
                taken.take(name, _decrypted(archive, member, octets), packed=member.compress_size)
                if len(taken.children) > kept[0]:
                    return
                del taken.missed[kept[1] :]  # one in 256 wrong passwords passes the first check
    tried = f"none of the {len(passwords)} passwords given opens it" if passwords else "a password is needed"
    taken.miss(name, f"encrypted; {tried}")


def _opens(archive: zipfile.ZipFile, member: zipfile.ZipInfo, password: bytes) -> bool:
    """Say whether a password passes the first check, which costs no unpacking."""
    if member.compress_type == AES:
        return True  # it has a check of its own
    try:
        with archive.open(member, pwd=password):
            return True
    except RuntimeError:
        return False
    except (zipfile.BadZipFile, NotImplementedError, OSError, ValueError):
        return True  # not for the password: the attempt itself will say


def _decrypted(archive: zipfile.ZipFile, member: zipfile.ZipInfo, password: bytes) -> Iterator[bytes]:
    if member.compress_type == AES and archive.fp is not None:
        return decrypted(archive.fp, member, password, chunk=CHUNK)
    return _pieces(archive, member, password)
