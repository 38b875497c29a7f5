"""Outlook mail (MSG) goes in; a page of header lines and body, and the attachments as files of their own, come out.

A mail inside the mail has no bytes of its own; it is a page of its own here, and its attachments are files with the others.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from email.utils import format_datetime
from typing import TYPE_CHECKING, TypeVar

from clew.model.errors import UnreadableFile
from clew.model.source import Cell, Child, Page, Reading
from clew.read.means import PLAIN, Means
from clew.read.readers._blocks import write_html
from clew.read.readers._lzfu import expanded_rtf
from clew.read.readers._members import shown
from clew.read.readers._paging import Draft, one_line
from clew.read.readers._remote import remarks
from clew.read.readers._richtext import RichText

if TYPE_CHECKING:
    from oxmsg import Message

MEDIA_TYPES = ("application/vnd.ms-outlook",)
VERSION = 2
ORDER = 24

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PROPERTIES = "__properties_version1.0\0".encode("utf-16-le")
_RTF, _METHOD = 0x1009, 0x3705  # [MS-OXPROPS]: PidTagRtfCompressed, PidTagAttachMethod
_EMBEDDED, _REFERENCES = 5, (2, 3, 4, 7)
_KINDS = {1: "To", 2: "Cc", 3: "Bcc"}  # [MS-OXOMSG] 2.2.3.1
_RECIPIENT_TYPE = 0x0C15
T = TypeVar("T")


def recognise(data: bytes, name: str) -> str | None:  # noqa: ARG001 - the streams decide, whatever the name
    """Return the media type if it is an OLE file with the stream that every Outlook item has."""
    return MEDIA_TYPES[0] if data.startswith(_OLE) and _PROPERTIES in data else None


def read(data: bytes, media_type: str, means: Means = PLAIN) -> Reading:
    """Return the header lines, an empty line and the body (plain text before HTML before rich text) in pages, and the attachments.

    Attachments that are only referred to are named in `missed`; nothing is fetched.
    """
    from oxmsg import Message  # noqa: PLC0415 - only Outlook mail needs it

    try:
        message = Message.load(data)
    except Exception as error:
        raise UnreadableFile(f"{media_type} file: expected an Outlook mail, found a damaged one ({error})") from error
    draft = _Reading(means)
    draft.add(message, label="", depth=0)
    return draft.reading()


class _Reading:
    """What was read of a mail and the mails inside it so far."""

    def __init__(self, means: Means) -> None:
        self._means = means
        self._pages: list[Page] = []
        self._cells: list[Cell] = []
        self._children: list[Child] = []
        self._missed: list[str] = []
        self._said: list[str] = []
        self._tables = 0

    def add(self, message: "Message", *, label: str, depth: int) -> None:
        draft = Draft()
        draft.tables = self._tables
        for line in _header_lines(message):
            draft.line(line)
        draft.write("\n")
        self._write_body(draft, message)
        self._tables = draft.tables
        pages, cells = draft.pages(label=label)
        first = len(self._pages)
        self._pages += [Page(first + page.number, page.text, page.label) for page in pages]
        self._cells += [replace(one, page=first + one.page) for one in cells]
        for nth, attachment in enumerate(message.attachments, 1):
            if len(self._children) + len(self._pages) >= self._means.limits.entries:
                self._missed.append("more attachments; the rest was left")
                return
            self._attach(attachment, nth, depth)

    def _write_body(self, draft: Draft, message: "Message") -> None:
        plain = _tried(lambda: message.body)
        if plain and plain.strip():
            draft.write(plain if plain.endswith("\n") else plain + "\n")
            return
        html = _tried(lambda: message.html_body)
        if html:
            self._missed += write_html(draft, html, titled=False)
            self._said += remarks(html)
            return
        packed = _tried(lambda: message.properties.binary_prop_value(_RTF))
        if not packed:
            return
        rich = expanded_rtf(packed, most=self._means.limits.expanded_bytes)
        if rich is None:
            self._missed.append("the body is rich text that cannot be unpacked")
            return
        walk = RichText()
        walk.draft = draft
        walk.run(rich)
        self._missed += walk.missed
        self._said += walk.warnings()

    def _attach(self, attachment: object, nth: int, depth: int) -> None:
        from oxmsg.attachment import Attachment  # noqa: PLC0415 - as above

        from clew.read.readers._inner_mail import InnerMail  # noqa: PLC0415 - it loads the library

        if not isinstance(attachment, Attachment):
            return
        name = one_line(_tried(lambda: attachment.file_name) or "").strip() or f"part {nth}"
        method = _tried(lambda: attachment.properties.int_prop_value(_METHOD)) or 1
        if method in _REFERENCES:
            self._missed.append(f'"{shown(name)}" is only referred to; nothing is fetched')
        elif method == _EMBEDDED:
            inner = [one for one in attachment._storage.storages if one.name.startswith("__substg1.0_3701")]  # type: ignore[attr-defined]  # noqa: SLF001 - the library stops short of it
            if inner and depth < self._means.limits.depth:
                self.add(InnerMail(inner[0]), label=f'mail "{shown(name)}"', depth=depth + 1)
            else:
                self._missed.append(f'"{shown(name)}": a mail inside the mail that could not be read')
        else:
            octets = _tried(lambda: attachment.file_bytes)
            if octets:
                self._children.append(Child(name, octets))
            else:
                self._missed.append(f'"{shown(name)}" holds no bytes')

    def reading(self) -> Reading:
        return Reading(
            tuple(self._pages),
            cells=tuple(self._cells),
            children=tuple(self._children),
            missed=tuple(self._missed),
            warnings=tuple(self._said),
        )


def _header_lines(message: "Message") -> Iterator[str]:
    """Yield the header lines as the mail was sent with them, else as the program stored sender, recipients and time."""
    headers = _tried(lambda: message.message_headers) or {}
    sent = {name.lower(): value for name, value in headers.items()}
    names: dict[str, list[str]] = {"To": [], "Cc": [], "Bcc": []}
    for one in _tried(lambda: message.recipients) or ():
        kind = _tried(lambda one=one: one.properties.int_prop_value(_RECIPIENT_TYPE)) or 1  # type: ignore[misc]
        name, address = _tried(lambda one=one: one.name) or "", _tried(lambda one=one: one.email_address) or ""  # type: ignore[misc]
        names[_KINDS.get(kind & 0xF, "To")].append(f"{name} <{address}>" if address and name != address else name)
    date = _tried(lambda: message.sent_date)
    told = {
        "From": _tried(lambda: message.sender) or "",
        **{kind: ", ".join(given) for kind, given in names.items()},
        "Date": sent.get("date") or (format_datetime(date) if date else ""),
        "Subject": _tried(lambda: message.subject) or "",
    }
    for name, value in told.items():
        line = " ".join(one_line(value).split())
        if line:
            yield f"{name}: {line}"


def _tried(ask: Callable[[], T | None]) -> T | None:
    """Return a property, or None where it is missing or damaged; the library fails in many ways on broken ones."""
    try:
        return ask()
    except Exception:  # noqa: BLE001 - as the docstring says
        return None
