"""Archives that hold nothing but themselves, built as Russ Cox describes ("Zip Files All The Way Down", 2010).

A deflate stream is a program of two commands of five bytes: `_say(n)` prints the n bytes that follow it, `_again(n)` the n bytes
printed last. What a program prints can be itself, with the archive's head and tail around it. The check sum stands in the
bytes it is of; CRC-32 is linear, so the one that fits is found by solving 32 equations over two elements.
"""

import struct
import zlib
from collections.abc import Callable

_DISTANCES = ((17, 24, 8, 3), (65, 96, 12, 5), (257, 384, 16, 7))  # from, to, code, extra bits (RFC 1951, 3.2.5)
_LENGTHS = {
    65: (0b0010100, 7, 6, 3),
    258: (0b11000101, 8, 0, 0),
}  # Huffman code, its bits, value and number of extra bits


def _say(number: int) -> bytes:
    return b"\0" + struct.pack("<HH", number, number ^ 0xFFFF)


def _again(number: int) -> bytes:
    """A fixed block that copies, in exactly 40 bits: two short copies, or one long one and an empty block."""
    bits = "010"  # not last, fixed codes; least significant bit first
    low, _, code, extra = next(one for one in _DISTANCES if one[0] <= number <= one[1])
    distance = f"{code:05b}" + f"{number - low:0{extra}b}"[::-1]
    if number <= 20:
        for length in (10, number - 10):
            bits += f"{length - 2:07b}" + distance
        bits += "0" * 7
    else:
        symbol, width, value, more = _LENGTHS[number]
        bits += (
            f"{symbol:0{width}b}" + (f"{value:0{more}b}"[::-1] if more else "") + distance + "0" * 7 + "010" + "0" * 7
        )
    assert len(bits) == 40, (number, len(bits))
    return int(bits[::-1], 2).to_bytes(5, "little")


def _program(head: bytes, tail: bytes) -> bytes:
    n, y, none = len(head) + 5, len(tail) + 5, _say(0)
    say_n, again_n, say_5, say_20, again_20 = _say(n), _again(n), _say(5), _say(20), _again(20)
    return b"".join((
        head, say_n, head, say_n, again_n, say_5, again_n, say_5, say_5,
        say_20, again_n, say_5, say_5, say_20, again_20,
        say_20, again_20, say_20, again_20, say_20, again_20,
        say_20, again_20, none, none, _say(y), again_20, none, none,
        _say(y), _again(y), tail, _again(y), tail,
    ))  # fmt: skip


def _solved(made: Callable[[int], bytes]) -> bytes:
    """Return the bytes whose CRC-32 is the one written in them."""
    base = zlib.crc32(made(0))
    rows = []  # of the equations (A + 1) c = base, each with which bits of c it is over
    columns = [zlib.crc32(made(1 << bit)) ^ base ^ (1 << bit) for bit in range(32)]
    for bit in range(32):
        over = sum(1 << place for place in range(32) if columns[place] >> bit & 1)
        rows.append([over, base >> bit & 1])
    answer = 0
    done = []
    for place in range(32):
        pivot = next((row for row in rows if row[0] >> place & 1 and row not in done), None)
        if pivot is None:
            continue
        done.append(pivot)
        for row in rows:
            if row is not pivot and row[0] >> place & 1:
                row[0] ^= pivot[0]
                row[1] ^= pivot[1]
    for row in done:
        if row[1]:
            answer |= row[0] & -row[0]
    whole = made(answer)
    assert zlib.crc32(whole) == answer, "no check sum fits; change a name"
    return whole


def gzip_quine() -> bytes:
    """Return a gzip that unpacks to itself."""
    size = len(_program(bytes(12), bytes(13)))

    def made(crc: int) -> bytes:
        head = b"\x1f\x8b\x08\x08\0\0\0\0\0\x03q\0"
        return _program(head, b"\1\0\0\xff\xff" + struct.pack("<II", crc, size))

    return _solved(made)


def zip_quine() -> bytes:
    """Return a zip whose one member is itself."""
    name = b"quine-quine-quine-quine-qu.zip"
    size = len(_program(bytes(60), bytes(253)))
    packed = size - 60 - 248  # the stream, its last block included

    def made(crc: int) -> bytes:
        fields = struct.pack("<HHHHHIIIHH", 20, 0, 8, 0, 0x21, crc, packed, size, len(name), 0)
        head = b"PK\3\4" + fields + name
        directory = b"PK\1\2" + struct.pack("<H", 20) + fields + struct.pack("<HHHII", 0, 0, 0, 0, 0) + name
        end = b"PK\5\6" + struct.pack(
            "<HHHHIIH", 0, 0, 1, 1, len(directory), 60 + packed, 253 - 5 - len(directory) - 22
        )
        tail = b"\1\0\0\xff\xff" + directory + end
        return _program(head, tail + b" " * (253 - len(tail)))

    return _solved(made)
