"""The bytes of a file go in; the reader that takes them and their media type, told by content, come out."""

import json
import re
from functools import cache
from types import ModuleType

from clew.model.shelf import on_shelf

# Bytes a format begins with, for formats no reader takes, so that the ledger can name what it could not read.
_MAGIC = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF8", "image/gif"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
    (b"BM", "image/bmp"),
    (b"8BPS", "image/vnd.adobe.photoshop"),
    (b"{\\rtf", "application/rtf"),
    (b"%!PS", "application/postscript"),
    (b"%PDF-", "application/pdf"),
    (b"\x1f\x8b", "application/gzip"),
    (b"BZh", "application/x-bzip2"),
    (b"\xfd7zXZ\x00", "application/x-xz"),
    (b"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed"),
    (b"Rar!\x1a\x07", "application/vnd.rar"),
    (b"SQLite format 3\x00", "application/vnd.sqlite3"),
    (b"PAR1", "application/vnd.apache.parquet"),
    (b"OggS", "application/ogg"),
    (b"ID3", "audio/mpeg"),
    (b"\x7fELF", "application/x-executable"),
    (b"MZ", "application/vnd.microsoft.portable-executable"),
    (b"!BDN", "application/vnd.ms-outlook-pst"),
)
# Names of streams in an OLE file, as its directory writes them.
_OLE = (
    ("WordDocument", "application/msword"),
    ("Workbook", "application/vnd.ms-excel"),
    ("Book", "application/vnd.ms-excel"),
    ("PowerPoint Document", "application/vnd.ms-powerpoint"),
    ("__substg1.0", "application/vnd.ms-outlook"),
    ("EncryptedPackage", "application/x-encrypted-office"),
)
_ZIP = (
    (b"xl/workbook", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    (b"word/document", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    (b"ppt/presentation", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
    (b"mimetypeapplication/vnd.oasis.opendocument.text", "application/vnd.oasis.opendocument.text"),
    (b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet", "application/vnd.oasis.opendocument.spreadsheet"),
    (b"mimetypeapplication/epub+zip", "application/epub+zip"),
)
_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_JSON_START = re.compile(rb'\s*(?:\{\s*["}]|\[\s*[\[{"\]\d-])')
_XML_START = re.compile(rb"\s*<\?xml[\s?]")
_UNKNOWN = "application/octet-stream"


def recognise(data: bytes, name: str) -> tuple[ModuleType | None, str]:
    """Return the reader that takes this file, or None, and the file's media type.

    The content decides; the name only breaks ties between formats that are all text.
    """
    if not data:
        return None, "application/x-empty"
    structured = _structured(data)
    for reader, takes_text in _readers():
        # JSON and XML are text, and yet nothing to read as prose.
        media_type = None if structured and takes_text else reader.recognise(data, name)
        if media_type:
            return reader, str(media_type)
    return None, structured or _guess(data)


@cache
def _readers() -> tuple[tuple[ModuleType, bool], ...]:
    """Return the readers in the order they are asked, each with whether it takes text."""
    readers = sorted(on_shelf("clew.read.readers"), key=_order)
    return tuple((reader, any(kind.startswith("text/") for kind in reader.MEDIA_TYPES)) for reader in readers)


def _order(reader: ModuleType) -> tuple[int, str]:
    return getattr(reader, "ORDER", 50), reader.__name__


def _structured(data: bytes) -> str:
    """Return the media type of JSON, XML, RTF or PostScript, "" for anything else."""
    head = _without_mark(data[:4096])
    if head.startswith((b"{\\rtf", b"%!PS")):
        return "application/rtf" if head.startswith(b"{") else "application/postscript"
    if _XML_START.match(head) and not re.search(rb"<!doctype\s+html|<html[\s>]", head, re.IGNORECASE):
        return "image/svg+xml" if b"<svg" in head else "application/xml"
    return "application/json" if _JSON_START.match(head) and _is_json(data) else ""


def _is_json(data: bytes) -> bool:
    """Say whether the file, or at least its first line, is JSON."""
    for part in (data.split(b"\n", 1)[0], data):
        try:
            json.loads(_without_mark(part))
        except (ValueError, RecursionError):
            continue
        return True
    return False


def _without_mark(data: bytes) -> bytes:
    return data.removeprefix(_MARKS[0])


def _guess(data: bytes) -> str:
    """Return the media type the first bytes stand for."""
    if data.startswith(b"PK\x03\x04"):
        return next((kind for sign, kind in _ZIP if sign in data), "application/zip")
    if data.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return next((kind for sign, kind in _OLE if sign.encode("utf-16-le") in data), "application/x-ole-storage")
    if data[:4] == b"RIFF":
        return {b"WEBP": "image/webp", b"WAVE": "audio/x-wav"}.get(data[8:12], "application/x-riff")
    if data[4:8] == b"ftyp":
        return "image/heic" if data[8:11] in (b"hei", b"mif") else "video/mp4"
    return next((kind for sign, kind in _MAGIC if data.startswith(sign)), _UNKNOWN)
