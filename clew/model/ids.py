"""Ids made from content: the same thing said twice has one id, on every machine."""

import hashlib
import json
from base64 import b32encode
from collections.abc import Sequence

PREFIXES = {
    "s": "source",
    "m": "mention",
    "c": "claim",
    "a": "name in a document",
    "j": "judgement",
    "e": "entity",
    "k": "candidate",
    "l": "list entry",
    "n": "list snapshot",
    "h": "hit",
    "w": "screening",
    "f": "finding",
    "g": "gap",
    "t": "tie",
    "r": "retelling",
    "v": "review",
    "q": "request",
}


def content_id(prefix: str, parts: Sequence[object]) -> str:
    """Return `prefix-` and 16 letters of the SHA-256 of the parts (80 bits).

    Parts are strings, numbers, None and nested sequences of those; they are joined as JSON, so that
    ("ab", "c") and ("a", "bc") differ. 80 bits: among 50 million records a chance collision is below 1 in 10^9.
    """
    # surrogatepass: a hostile file name may hold lone surrogates; it still gets an id.
    text = json.dumps(parts, ensure_ascii=False, separators=(",", ":"), default=list)
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()
    return f"{prefix}-{b32encode(digest[:10]).decode('ascii').lower()}"
