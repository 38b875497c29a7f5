"""Bytes of a text file go in; the text, its encoding and what was damaged come out."""

import codecs
from functools import lru_cache
from typing import NamedTuple

from clew.read.readers._likelihood import likeliest_encoding

# UTF-32 before UTF-16: its little-endian mark begins with UTF-16's.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 65_536  # bytes; enough to tell an encoding, small enough to take milliseconds
_SMALL = 1_000_000  # bytes
_CONTROLS = bytes({*range(32), 127} - {9, 10, 12, 13, 27})  # tab, newlines, form feed and escape stand in real texts


class Decoded(NamedTuple):
    """A text and how it was come by."""

    text: str
    encoding: str
    damage: str  # what could not be decoded, in words; empty when all could


def decode(data: bytes, *, declared: str = "") -> Decoded | None:
    """Return the text these bytes hold, or None when they hold none.

    A byte order mark decides, then UTF-8 if it fits, then the declared encoding, then the likeliest one; UTF-16 without
    a mark is told by its letters.

    Args:
        data: the bytes of the whole file.
        declared: the encoding that the file or its envelope names; believed only where the bytes fit it.
    """
    # One reader after another asks whether a file is text; a small one is decoded once for all of them.
    return _decoded_once(data, declared) if len(data) <= _SMALL else _decode(data, declared)


def _decode(data: bytes, declared: str) -> Decoded | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _lenient(data[len(mark) :], encoding)
    if not _is_texty(data):
        wide = likeliest_encoding(data, wide_only=True)
        return _lenient(data, wide) if wide else None
    for encoding in ("utf-8", declared):
        text = _strict(data, encoding)
        if text is not None:
            return Decoded(text, encoding, "")
    return _damaged_utf8(data) or _likeliest(data)


_decoded_once = lru_cache(maxsize=4)(_decode)


def _is_texty(data: bytes) -> bool:
    sample = data[:_SAMPLE]
    if b"\x00" in data:
        return False
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    return controls * 100 <= len(sample)  # a stray control character in a hundred is dirt, more is a binary


def _strict(data: bytes, encoding: str) -> str | None:
    """Return the text, or None when the encoding is unknown or does not fit."""
    if not encoding:
        return None
    try:
        if not codecs.lookup(encoding)._is_text_encoding:  # noqa: SLF001 - "hex" and "zip" are codecs too, and no text
            return None
        text = data.decode(encoding)
    except (LookupError, ValueError):
        return None
    return text if _is_storable(text) else None


def _is_storable(text: str) -> bool:
    """Say whether the text is free of lone surrogates, which no file or database can hold."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _lenient(data: bytes, encoding: str) -> Decoded:
    text = data.decode(encoding, errors="replace")
    new = text.count("\ufffd") - (data.decode(encoding, errors="ignore").count("\ufffd"))
    return Decoded(text, encoding, f"{new} places are not valid {encoding.upper()}" if new else "")


def _damaged_utf8(data: bytes) -> Decoded | None:
    """Return the text if the bytes are UTF-8 with a few broken places, as after a cut in mid-letter."""
    decoded = _lenient(data, "utf-8")
    broken = decoded.text.count("\ufffd")
    good = sum(1 for letter in decoded.text[:_SAMPLE] if letter > "\x7f") - broken
    return decoded if good > 20 * broken else None


def _likeliest(data: bytes) -> Decoded | None:
    encoding = likeliest_encoding(data) or _detected(data[:_SAMPLE])
    if not encoding:
        return None
    text = _strict(data, encoding)
    return Decoded(text, encoding, "") if text is not None else _lenient(data, encoding)


@lru_cache(maxsize=16)  # a file is asked twice: once to recognise it, once to read it
def _detected(sample: bytes) -> str:
    from charset_normalizer import from_bytes  # noqa: PLC0415 - 60 ms, and only texts in none of the usual need it

    best = from_bytes(sample).best()
    return best.encoding if best else ""
