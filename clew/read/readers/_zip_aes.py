"""An AES-encrypted member of a ZIP and a password go in; its bytes, proven by their code of authenticity, come out.

The scheme that WinZip and 7-Zip write: WinZip, AES Encryption Information, version 1.04 (2009). Python's zipfile lacks it.
"""

import bz2
import hmac
import importlib
import struct
import zipfile
import zlib
from collections.abc import Iterator
from hashlib import pbkdf2_hmac, sha1
from typing import IO, Any

from clew.model.errors import WrongPassword

AES = 99  # the method the directory names
_FIELD = 0x9901
_KEY_BYTES = {1: 16, 2: 24, 3: 32}
_ROUNDS = 1_000
_CODE = 10  # bytes of the code of authenticity at the end


def decrypted(file: IO[bytes], member: zipfile.ZipInfo, password: bytes, *, chunk: int) -> Iterator[bytes]:
    """Yield the expanded bytes of a member in pieces of at most `chunk`.

    Raises:
        WrongPassword: the check of the password, or of the whole, fails.
        NotImplementedError: packed by a method other than stored, deflate or bzip2.
    """
    strength, method = _settings(member.extra)
    size = _KEY_BYTES[strength]
    file.seek(member.header_offset)
    header = struct.unpack("<4s5HLLLHH", file.read(30))
    file.seek(header[-2] + header[-1], 1)
    salt, check = file.read(size // 2), file.read(2)
    keys = pbkdf2_hmac("sha1", password, salt, _ROUNDS, 2 * size + 2)
    if keys[-2:] != check:
        raise WrongPassword("the password is another")
    packed = file.read(member.compress_size - size // 2 - 2 - _CODE)
    if not hmac.compare_digest(hmac.new(keys[size : 2 * size], packed, sha1).digest()[:_CODE], file.read(_CODE)):
        raise WrongPassword("the code of authenticity does not agree")
    yield from _expanded(_cipher(keys[:size]).decrypt(packed), method, chunk)


def _settings(extra: bytes) -> tuple[int, int]:
    """Return the strength and the method of packing from the extra field of the directory."""
    place = 0
    while place + 4 <= len(extra):
        kind, length = struct.unpack_from("<HH", extra, place)
        if kind == _FIELD and length >= 7:
            _, _, strength, method = struct.unpack_from("<H2sBH", extra, place + 4)
            if strength in _KEY_BYTES:
                return strength, method
        place += 4 + length
    raise NotImplementedError("an unknown form of AES")


def _cipher(key: bytes) -> Any:
    # PyCryptodome comes with py7zr and is asked for by name, as py7zr itself is free to change it.
    cipher = importlib.import_module("Cryptodome.Cipher.AES")
    counter = importlib.import_module("Cryptodome.Util.Counter")
    return cipher.new(key, cipher.MODE_CTR, counter=counter.new(128, initial_value=1, little_endian=True))


def _expanded(packed: bytes, method: int, chunk: int) -> Iterator[bytes]:
    if method == zipfile.ZIP_STORED:
        yield from (packed[start : start + chunk] for start in range(0, len(packed), chunk))
        return
    if method == zipfile.ZIP_DEFLATED:
        inflater = zlib.decompressobj(-15)
        while packed and not inflater.eof:
            yield inflater.decompress(packed, chunk)
            packed = inflater.unconsumed_tail
        return
    if method != zipfile.ZIP_BZIP2:
        raise NotImplementedError(f"packed by method {method}")
    expander = bz2.BZ2Decompressor()
    while not expander.eof:
        piece = expander.decompress(packed, chunk)
        packed = b""
        if not piece and expander.needs_input:
            return
        yield piece
