"""Mail (RFC 5322) goes in; a page of header lines and body, and the attachments as files of their own, come out."""

import email
import re
from collections.abc import Iterator
from email.errors import CloseBoundaryNotFoundDefect, StartBoundaryNotFoundDefect
from email.message import EmailMessage
from email.policy import compat32, default
from email.utils import parsedate_to_datetime

from clew.model.errors import UnreadableFile
from clew.model.source import Child, Reading
from clew.read.means import PLAIN, Means
from clew.read.readers._blocks import write_html
from clew.read.readers._decoding import decode
from clew.read.readers._paging import Draft, one_line
from clew.read.readers._remote import remarks

MEDIA_TYPES = ("message/rfc822",)
VERSION = 4
ORDER = 50

_SHOWN = ("From", "Sender", "Reply-To", "To", "Cc", "Bcc", "Date", "Subject")
_HEAD = 65_536  # bytes
_FIELD = re.compile(rb"([!-9;-~]+):[ \t]?(.*)")
_NAMES = frozenset(b"from to cc date subject sender reply-to".split())
# Fields that a mail program writes and no letter has.
_CARRIED = frozenset(
    b"received return-path message-id mime-version content-type delivered-to x-mailer in-reply-to references "
    b"dkim-signature x-originating-ip user-agent content-transfer-encoding".split()
)
_MOST_PARTS = 2_000
_CUT = (CloseBoundaryNotFoundDefect, StartBoundaryNotFoundDefect)
_SEALED = ("multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime")


def recognise(data: bytes, name: str) -> str | None:  # noqa: ARG001 - the header decides, whatever the name
    """Return the media type if the file begins as a mail: header fields, and one that only mail programs write.

    A letter may begin with From, To and Date as well; it is a mail if its date is written as mail writes it and its
    sender as an address.
    """
    fields = _head_fields(data)
    if len(fields) < 2 or not fields.keys() & _NAMES:
        return None
    if fields.keys() & _CARRIED:
        return MEDIA_TYPES[0]
    return MEDIA_TYPES[0] if b"@" in fields.get(b"from", b"") and _is_mail_date(fields.get(b"date", b"")) else None


def _head_fields(data: bytes) -> dict[bytes, bytes]:
    """Return the header fields, name in lower case; none when a line before the first empty one is no field."""
    fields: dict[bytes, bytes] = {}
    head = data[:_HEAD].removeprefix(b"\xef\xbb\xbf")
    if not (_FIELD.match(head) or head.startswith(b"From ")):
        return fields  # most files end here, before they are parted into lines
    for nth, line in enumerate(head.splitlines()):
        if not line.strip():
            return fields
        found = _FIELD.fullmatch(line)
        if found:
            fields[found[1].lower()] = found[2]
        elif not (line[:1] in b" \t" and fields) and not (nth == 0 and line.startswith(b"From ")):
            return {}
    return fields


def _is_mail_date(value: bytes) -> bool:
    try:
        parsedate_to_datetime(value.decode("ascii", "replace"))
    except (ValueError, TypeError, IndexError):
        return False
    return True


def read(data: bytes, media_type: str, means: Means = PLAIN) -> Reading:  # noqa: ARG001 - it has bounds of its own
    """Return the header lines, an empty line and the body (plain text before HTML) in pages, and the attachments."""
    try:
        message = email.message_from_bytes(data.removeprefix(b"\xef\xbb\xbf"), policy=default)
    except (ValueError, LookupError, IndexError, RecursionError) as error:
        raise UnreadableFile(f"{media_type} file: expected a mail, found a damaged one ({error})") from error
    draft = Draft()
    for name, value in _header_lines(message):
        draft.line(f"{name}: {value}")
    draft.write("\n")
    bodies, others, missed = _sorted_parts(message)
    said = list(_remarks(message))
    for nth, body in enumerate(bodies):
        if nth:
            draft.write("\n")
        missed += _write_body(draft, body, said)
    children = tuple(child for child in map(_child, others, range(1, len(others) + 1)) if child.data)
    pages, cells = draft.pages()
    return Reading(pages, cells=cells, children=children, missed=tuple(missed), warnings=tuple(dict.fromkeys(said)))


def _header_lines(message: EmailMessage) -> Iterator[tuple[str, str]]:
    raw = {name.lower(): value for name, value in reversed(list(message.raw_items()))}
    for name in _SHOWN:
        if name.lower() in raw:
            yield name, _header(message, name, str(raw[name.lower()]))


def _header(message: EmailMessage, name: str, raw: str) -> str:
    """Return a header decoded on one line; letters sent without saying their encoding are decoded by likelihood."""
    octets = raw.encode("ascii", "surrogateescape") if not raw.isascii() else b""
    guessed = decode(octets) if octets else None
    if guessed:
        return _folded(guessed.text)
    try:
        value = str(message[name])
    except Exception:  # noqa: BLE001 - the standard parser fails in many ways on broken fields; what was sent is shown
        value = raw
    return _folded(value.encode("utf-8", "replace").decode())


def _folded(value: str) -> str:
    return re.sub(r" {2,}", " ", one_line(value)).strip()


def _sorted_parts(message: EmailMessage) -> tuple[list[EmailMessage], list[EmailMessage], list[str]]:
    """Return the parts that are the body, the other parts, and what was given up."""
    bodies: list[EmailMessage] = []
    others: list[EmailMessage] = []
    waiting = [message]
    seen = 0
    while waiting and seen < _MOST_PARTS:
        part = waiting.pop()
        seen += 1
        kind = part.get_content_type()
        if kind == "multipart/alternative":
            waiting.extend(reversed(_chosen(part)))
        elif part.is_multipart() and kind != "message/rfc822":
            waiting.extend(reversed(_parts(part)))
        elif kind in ("text/plain", "text/html") and not _is_attached(part):
            bodies.append(part)
        else:
            others.append(part)
    missed = [f"more than {_MOST_PARTS} parts; the rest was left"] if waiting else []
    return bodies, others, missed


def _parts(part: EmailMessage) -> list[EmailMessage]:
    """Return the parts directly inside one."""
    payload = part.get_payload()
    return [item for item in payload if isinstance(item, EmailMessage)] if isinstance(payload, list) else []


def _chosen(alternative: EmailMessage) -> list[EmailMessage]:
    """Return, of parts that say the same, the plain text if it says anything, else the others; files always."""
    parts = _parts(alternative)
    plain = [part for part in parts if part.get_content_type() == "text/plain" and _octets(part).strip()]
    if not plain:
        return [part for part in parts if part.get_content_type() != "text/plain"] or parts
    rest = [part for part in parts if part.get_content_type() not in ("text/plain", "text/html")]
    return plain[:1] + [leaf for part in rest for leaf in _files(part)]


def _files(part: EmailMessage) -> list[EmailMessage]:
    """Return the files that come with an alternative that was not chosen, such as the pictures of a web page."""
    if not part.is_multipart() or part.get_content_type() == "message/rfc822":
        return [part]
    return [leaf for leaf in _parts(part) if _is_attached(leaf) or leaf.get_content_maintype() != "text"]


def _is_attached(part: EmailMessage) -> bool:
    return part.get_content_disposition() == "attachment" or bool(_file_name(part))


def _octets(part: EmailMessage) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _remarks(message: EmailMessage) -> Iterator[str]:
    """Yield what a reader should know of the mail: that it is cut short, or holds what cannot be opened or lies elsewhere."""
    for part in message.walk():
        if any(isinstance(defect, _CUT) for defect in part.defects):
            yield "a part is not closed; the mail may be truncated"
        kind = part.get_content_type()
        if kind in _SEALED:
            yield f"a part is encrypted ({kind}); it is not opened"
        elif kind == "application/ms-tnef":
            yield "holds a part in Outlook's own form (winmail.dat); it is not opened"
        elif kind == "message/external-body":
            yield "a part lies elsewhere; nothing is fetched"


def _write_body(draft: Draft, part: EmailMessage, said: list[str]) -> list[str]:
    """Write a body's words, and add remarks; return what was left out."""
    decoded = decode(_octets(part), declared=part.get_content_charset("") or "")
    if decoded is None:
        return ["the body is text in no encoding we know"]
    missed = [decoded.damage] if decoded.damage else []
    if part.get_content_type() == "text/html":
        said += remarks(decoded.text)
        return missed + list(write_html(draft, decoded.text, titled=False))
    draft.write(decoded.text)
    draft.write("" if decoded.text.endswith("\n") else "\n")
    return missed


def _child(part: EmailMessage, number: int) -> Child:
    """Return a part as a file of its own."""
    if part.get_content_type() == "message/rfc822":
        inner = part.get_payload(0) if part.is_multipart() else None
        data = inner.as_bytes(policy=compat32) if isinstance(inner, EmailMessage) else _octets(part)
        return Child(_file_name(part) or f"message {number}.eml", data)
    return Child(_file_name(part) or f"part {number}.{part.get_content_subtype()}", _octets(part))


def _file_name(part: EmailMessage) -> str:
    """Return the name a part goes by, without folders."""
    try:
        name = part.get_filename() or ""
    except (ValueError, LookupError, IndexError, TypeError):
        return ""
    return _folded(re.split(r"[/\\]", name)[-1].encode("utf-8", "replace").decode())
