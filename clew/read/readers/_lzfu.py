"""Rich text as Outlook packs it goes in; the rich text comes out. Source: Microsoft, [MS-OXRTFCP], 2.1 and 3.1."""

import struct

_PACKED, _PLAIN = 0x75465A4C, 0x414C454D
_START = (
    rb"{\rtf1\ansi\mac\deff0\deftab720{\fonttbl;}{\f0\fnil \froman \fswiss \fmodern \fscript \fdecor MS Sans SerifSymbol"
    rb"ArialTimes New RomanCourier{\colortbl\red0\green0\blue0"
    b"\r\n"
    rb"\par \pard\plain\f0\fs20\b\i\u\tab\tx"
)
_RING = 4_096
_HEAD = 16  # bytes


def expanded_rtf(packed: bytes, *, most: int) -> bytes | None:
    """Return the rich text, or None where it is in no known form; damage ends it early.

    Args:
        packed: the property as stored.
        most: bytes; no more are made.
    """
    if len(packed) < _HEAD:
        return None
    _, size, kind, _ = struct.unpack_from("<4L", packed)
    if kind == _PLAIN:
        return packed[_HEAD : _HEAD + size]
    if kind != _PACKED:
        return None
    return _expanded(packed, min(size, most))


def _expanded(packed: bytes, most: int) -> bytes:
    ring = bytearray(_START.ljust(_RING, b"\0"))
    write = len(_START)
    out = bytearray()
    place = _HEAD
    while place < len(packed) and len(out) < most:
        control = packed[place]
        place += 1
        for bit in range(8):
            width = 1 + (control >> bit & 1)
            token = packed[place : place + width]
            place += width
            if len(token) < width:
                return bytes(out)
            start, length = token[0] << 4 | token[-1] >> 4, (token[-1] & 0xF) + 2
            if width == 2 and start == write:  # the mark of the end
                return bytes(out)
            for nth in range(length if width == 2 else 1):
                octet = ring[(start + nth) % _RING] if width == 2 else token[0]
                out.append(octet)
                ring[write] = octet
                write = (write + 1) % _RING
    return bytes(out)
