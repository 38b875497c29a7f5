"""A PDF opened for reading goes in; the files inside it, and remarks on what else it holds, come out. Nothing is run."""

import ctypes
import re
import zlib
from collections.abc import Iterator

import pypdfium2.raw as pdfium_c
from pypdfium2 import PdfDocument, PdfiumError, PdfPage

from clew.model.errors import LimitPassed
from clew.read.means import Means
from clew.read.readers._members import Members, shown

_ESCAPED = re.compile(rb"#([0-9A-Fa-f]{2})")
_NAMES = (  # ISO 32000-1:2008, 12.6.4 (actions) and 12.7.8 (XFA forms)
    (rb"/AA\b", "actions that run by themselves"),
    (rb"/JavaScript\b|/JS\b", "scripts (JavaScript)"),
    (rb"/Launch\b", "an action that starts a program"),
    (rb"/SubmitForm\b", "a form that sends what is typed"),
    (rb"/GoToR\b|/GoToE\b", "links to other files"),
    (rb"/RichMedia\b", "embedded media"),
    (rb"/XFA\b", "an XFA form"),
)
_OBJECTS = re.compile(rb"/ObjStm\b[^>]{0,400}>>\s*stream\r?\n")
_MOST_INFLATED = 20_000_000  # bytes looked through for names
_OPENING = re.compile(rb"/OpenAction\s*(?:(\d+)\s+\d+\s+R)?")
_NEAR = 200  # bytes in which an action says what it does
_CHUNK = 2_000_000
_URI, _LAUNCH, _ELSEWHERE = pdfium_c.PDFACTION_URI, pdfium_c.PDFACTION_LAUNCH, pdfium_c.PDFACTION_REMOTEGOTO
_END = b"%%EOF"
MOST_LINKS = 50


def files_inside(document: PdfDocument, size: int, media_type: str, means: Means) -> Members:
    """Return the files attached to a document, within the limits."""
    taken = Members(size, media_type, means)
    for nth in range(document.count_attachments()):
        if taken.is_full:
            taken.miss_rest(document.count_attachments() - nth)
            break
        name = f"attachment {nth + 1}"
        try:
            attachment = document.get_attachment(nth)
            name = attachment.get_name() or name
            data = bytes(attachment.get_data())
            taken.count(len(data), len(data), 0)
        except (PdfiumError, LimitPassed, ValueError) as error:
            taken.miss(name, str(error))
            continue
        taken.keep(name, data)
    return taken


def remarks(data: bytes, attached: int) -> Iterator[str]:
    """Yield what a reader of the pages should know of the document, in words."""
    if attached:
        yield f"{attached} files are attached; they are files of their own here"
    names = _ESCAPED.sub(lambda found: bytes([int(found[1], 16)]), b"\n".join(_dictionaries(data)))
    held = ["an action that runs when it is opened"] if _opens(names) else []
    held += [words for pattern, words in _NAMES if re.search(pattern, names)]
    if held:
        yield f"holds {', '.join(held)}; nothing of it is run"
    end = data.rfind(_END)
    if end < 0:
        yield "the mark of the end is missing; the file may be truncated"
    elif len(data[end + len(_END) :].strip()) > 0:
        yield f"{len(data) - end - len(_END)} bytes follow the end of the document"


def _opens(names: bytes) -> bool:
    """Say whether opening the document does more than to choose a page or a zoom, as half of all documents do."""
    for found in _OPENING.finditer(names):
        asked = names[found.end() : found.end() + _NEAR]
        if found[1]:
            stands = re.search(rb"(?<!\d)" + found[1] + rb"\s+0\s+obj", names)
            asked = names[stands.end() : stands.end() + _NEAR] if stands else b""
        if not asked.lstrip().startswith(b"[") and b"/GoTo" not in asked:
            return True
    return False


def _dictionaries(data: bytes) -> Iterator[bytes]:
    """Yield the parts of the file in which names stand: all but its streams, and what is packed as objects."""
    place = 0
    while (start := data.find(b"stream", place)) >= 0:
        yield data[place:start]
        stop = data.find(b"endstream", start)
        place = stop + 9 if stop >= 0 else len(data)
    yield data[place:]
    left = _MOST_INFLATED
    for found in _OBJECTS.finditer(data):
        try:
            inflated = zlib.decompressobj().decompress(data[found.end() : found.end() + _CHUNK], min(left, _CHUNK))
        except zlib.error:
            continue
        left -= len(inflated)
        yield inflated
        if left <= 0:
            return


def links_of(document: PdfDocument, page: PdfPage) -> Iterator[str]:
    """Yield what the links of a page ask for outside the document, in words."""
    place = ctypes.c_int(0)
    link = pdfium_c.FPDF_LINK()
    while pdfium_c.FPDFLink_Enumerate(page.raw, place, link):
        action = pdfium_c.FPDFLink_GetAction(link)
        kind = pdfium_c.FPDFAction_GetType(action) if action else 0
        if kind == _URI:
            length = pdfium_c.FPDFAction_GetURIPath(document.raw, action, None, 0)
            buffer = ctypes.create_string_buffer(length)
            pdfium_c.FPDFAction_GetURIPath(document.raw, action, buffer, length)
            yield f"refers to {shown(buffer.value.decode('utf-8', 'replace'))}; nothing is fetched"
        elif kind in (_LAUNCH, _ELSEWHERE):
            length = pdfium_c.FPDFAction_GetFilePath(action, None, 0)
            buffer = ctypes.create_string_buffer(length)
            pdfium_c.FPDFAction_GetFilePath(action, buffer, length)
            what = "starts" if kind == _LAUNCH else "opens"
            yield f"holds a link that {what} {shown(buffer.value.decode('utf-8', 'replace'))}; it is not followed"
