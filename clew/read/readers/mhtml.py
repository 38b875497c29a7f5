"""Saved web pages (MHTML) go in; the words of the page, and its pictures and other parts as files of their own, come out."""

import email
import re
from email.message import EmailMessage
from email.policy import default

from clew.model.errors import UnreadableFile
from clew.model.source import Child, Reading
from clew.read.means import PLAIN, Means
from clew.read.readers._blocks import write_html
from clew.read.readers._decoding import decode
from clew.read.readers._paging import Draft, one_line
from clew.read.readers._remote import remarks

MEDIA_TYPES = ("multipart/related",)
VERSION = 2
ORDER = 44  # before mail, whose form it has

_HEAD = 65_536  # bytes
_SAVED = re.compile(rb"^(?:snapshot-content-location:|from: *<?saved by )", re.IGNORECASE | re.MULTILINE)
_RELATED = re.compile(rb"^content-type:\s*multipart/related", re.IGNORECASE | re.MULTILINE)
_SENT = re.compile(rb"^(?:received|message-id|to|return-path):", re.IGNORECASE | re.MULTILINE)
_SHOWN = ("Snapshot-Content-Location", "Content-Location", "Date", "Subject")
_SMALLEST_PICTURE = 10_000  # bytes; below it is a logo or a line


def recognise(data: bytes, name: str) -> str | None:  # noqa: ARG001 - the header decides, whatever the name
    """Return the media type if the header is one that browsers write over a saved page, and no mail's."""
    if not _RELATED.search(data[:_HEAD]):  # most files end here, before anything is parted
        return None
    header = re.split(rb"\r?\n\r?\n", data[:_HEAD], maxsplit=1)[0]
    if not _RELATED.search(header):
        return None
    return MEDIA_TYPES[0] if _SAVED.search(header) or not _SENT.search(header) else None


def read(data: bytes, media_type: str, means: Means = PLAIN) -> Reading:
    """Return where and when the page was saved, an empty line and its words; scripts and styles stay where they are."""
    try:
        message = email.message_from_bytes(data, policy=default)
    except (ValueError, LookupError, IndexError, RecursionError) as error:
        raise UnreadableFile(f"{media_type} file: expected a saved page, found a damaged one ({error})") from error
    parts = [part for part in message.walk() if isinstance(part, EmailMessage) and not part.is_multipart()]
    pages = [part for part in parts if part.get_content_type() in ("text/html", "application/xhtml+xml")]
    if not pages:
        raise UnreadableFile(f"{media_type} file: expected a page in HTML, found none")
    draft = Draft()
    for field in _SHOWN:
        if value := _header(message, field):
            draft.line(f"{field}: {value}")
    draft.write("\n")
    missed: list[str] = []
    said: list[str] = []
    for part in pages:  # the first is the page, the others its frames
        decoded = decode(_octets(part), declared=part.get_content_charset("") or "")
        if decoded is None:
            missed.append("a frame is text in no encoding we know")
            continue
        missed += [decoded.damage] if decoded.damage else []
        missed += write_html(draft, decoded.text)
        said += remarks(decoded.text)
    children = [_child(part, nth) for nth, part in enumerate(parts[: means.limits.entries], 1) if _is_kept(part)]
    shown, cells = draft.pages()
    return Reading(
        shown, cells=cells, children=tuple(children), missed=tuple(missed), warnings=tuple(dict.fromkeys(said))
    )


def _header(message: EmailMessage, name: str) -> str:
    try:
        return (
            " ".join(
                one_line(
                    str(dict(message.raw_items()).get(name, "") if name == "Date" else message.get(name, ""))
                ).split()
            )
            .encode("utf-8", "replace")
            .decode()
        )
    except Exception:  # noqa: BLE001 - the standard parser fails in many ways on broken fields
        return ""


def _octets(part: EmailMessage) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _is_kept(part: EmailMessage) -> bool:
    kind = part.get_content_maintype()
    return kind == "application" or (kind == "image" and len(_octets(part)) >= _SMALLEST_PICTURE)


def _child(part: EmailMessage, nth: int) -> Child:
    place = _header(part, "Content-Location")
    name = re.split(r"[/\\]", place.split("?")[0])[-1]
    return Child(name or f"part {nth}.{part.get_content_subtype()}", _octets(part))
