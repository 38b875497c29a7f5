"""7Z archives go in; their members, as files of their own, come out."""

import io
from typing import TYPE_CHECKING

from clew.model.errors import LimitPassed, UnreadableFile
from clew.model.source import Reading
from clew.read.means import PLAIN, Means
from clew.read.readers._members import Members

if TYPE_CHECKING:
    from py7zr import SevenZipFile

MEDIA_TYPES = ("application/x-7z-compressed",)
VERSION = 1
ORDER = 30

_MARK = b"7z\xbc\xaf\x27\x1c"


def recognise(data: bytes, name: str) -> str | None:  # noqa: ARG001 - the mark decides, whatever the name
    """Return the media type by the mark at the beginning."""
    return MEDIA_TYPES[0] if data.startswith(_MARK) else None


def read(data: bytes, media_type: str, means: Means = PLAIN) -> Reading:
    """Return the members; an archive whose names or members are encrypted is tried with each password given.

    Members packed as one block fall together: where one is damaged, those after it are named in `missed`.
    """
    tried: list[Members] = []
    for password in (None, *means.passwords):
        taken = Members(len(data), media_type, means)
        wrong = _attempt(data, media_type, taken, password)
        if not wrong:
            return taken.reading()
        tried.append(taken)
    count = len(means.passwords)
    found = f"none of the {count} passwords given opens it" if count else "a password is needed"
    raise UnreadableFile(f"{media_type} file: expected an open archive, found an encrypted one; {found}")


def _attempt(data: bytes, media_type: str, taken: Members, password: str | None) -> bool:
    """Take the members with a password; return whether it is the wrong one, or one is missing."""
    from py7zr import PasswordRequired, SevenZipFile  # noqa: PLC0415 - 100 ms, and only 7Z needs it

    try:
        with SevenZipFile(io.BytesIO(data), password=password) as archive:
            encrypted = archive.needs_password()
            if encrypted and password is None:
                return True
            names = _renamed(archive, taken)
            done = _unpack(archive, names, taken)
            return encrypted and not done
    except PasswordRequired:
        return True
    except Exception as error:
        if password is not None:  # a wrong password makes a header of noise, on which the library fails in many ways
            return True
        raise UnreadableFile(f"{media_type} file: expected a whole 7z, found a damaged one ({error})") from error


def _renamed(archive: "SevenZipFile", taken: Members) -> dict[str, str]:
    """Give each member a number for a name, so that no name can stop or lead the library; return the names by number."""
    names: dict[str, str] = {}
    for nth, record in enumerate(archive.files.files_list):
        member = archive.files[nth]
        name = str(record["filename"])
        if member.is_directory:
            continue
        if member.is_symlink or member.is_junction or member.is_socket:
            taken.miss(name, "a link; links are not followed")
            continue
        if len(names) >= taken.means.limits.entries:
            taken.miss_rest(sum(not record.is_directory for record in archive.files) - len(names))
            break
        names[str(nth)] = name
        record["filename"] = str(nth)
    return names


def _unpack(archive: "SevenZipFile", names: dict[str, str], taken: Members) -> bool:
    """Take the members with these numbers; return whether all could be unpacked."""
    from clew.read.readers._sevenzip_sink import Sinks  # noqa: PLC0415 - it loads the library

    sinks = Sinks(taken)
    why = ""
    try:
        archive.extract(targets=list(names), factory=sinks)
    except LimitPassed as error:
        why = str(error)
    except MemoryError:
        why = "more memory would be needed than there is"
    except Exception as error:  # noqa: BLE001 - whatever the library throws at a damaged block, what came before is kept
        why = f"could not be unpacked ({str(error) or type(error).__name__})"
    finished = sinks.finished(failed=bool(why))
    for number, name in names.items():
        if number in finished:
            taken.keep(name, finished[number])
        else:
            taken.miss(name, why or "could not be unpacked")
    return not why
