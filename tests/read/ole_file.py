"""Writes small OLE files (compound files) for tests: streams by path in, bytes out. [MS-CFB], version 3, 512-byte sectors."""

import struct

FREE, END, FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
NONE = 0xFFFFFFFF
SECTOR, SMALL, CUTOFF = 512, 64, 4_096


def ole_file(streams: dict[str, bytes]) -> bytes:
    """Return an OLE file with these streams; folders are made from the paths."""
    entries: list[dict] = [{"name": "Root Entry", "kind": 5, "kids": {}, "data": b""}]
    for path, data in streams.items():
        at = 0
        *folders, name = path.split("/")
        for folder in folders:
            if folder not in entries[at]["kids"]:
                entries[at]["kids"][folder] = len(entries)
                entries.append({"name": folder, "kind": 1, "kids": {}, "data": b""})
            at = entries[at]["kids"][folder]
        entries[at]["kids"][name] = len(entries)
        entries.append({"name": name, "kind": 2, "kids": {}, "data": data})
    small, small_fat = bytearray(), []
    sectors: list[bytes] = []
    fat: list[int] = []

    def put(data: bytes) -> int:
        start = len(sectors)
        pieces = [data[at : at + SECTOR].ljust(SECTOR, b"\0") for at in range(0, len(data), SECTOR)]
        sectors.extend(pieces)
        fat.extend([*range(start + 1, start + len(pieces)), END] if pieces else [])
        return start if pieces else END

    for entry in entries[1:]:
        data = entry["data"]
        if len(data) >= CUTOFF:
            entry["start"] = put(data)
        elif data:
            entry["start"] = len(small_fat)
            count = -(-len(data) // SMALL)
            small_fat.extend([*range(len(small_fat) + 1, len(small_fat) + count), END])
            small += data.ljust(count * SMALL, b"\0")
    entries[0]["data"] = bytes(small)
    entries[0]["start"] = put(bytes(small))
    folder = put(b"".join(_entry(entry, entries) for entry in entries))
    table = struct.pack(f"<{len(small_fat)}L", *small_fat)
    mini = put(table + b"\xff" * (-len(table) % SECTOR)) if small_fat else END
    mini_count = -(-len(table) // SECTOR)
    count = -(-(len(sectors) + 1) * 4 // SECTOR)
    count = -(-(len(sectors) + count) * 4 // SECTOR)
    first = len(sectors)
    fat += [FAT] * count
    packed = struct.pack(f"<{len(fat)}L", *fat)
    packed += b"\xff" * (count * SECTOR - len(packed))
    header = struct.pack("<8s16x5H6x", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 0x3E, 3, 0xFFFE, 9, 6)
    header += struct.pack("<9L", 0, count, folder, 0, CUTOFF, mini, mini_count, END, 0)
    header += struct.pack(f"<{count}L", *range(first, first + count)) + b"\xff" * (4 * (109 - count))
    return header + b"".join(sectors) + packed


def _entry(entry: dict, entries: list[dict]) -> bytes:
    """Return a directory entry; brothers are a chain, each the right one of the one before."""
    name = (entry["name"] + "\0").encode("utf-16-le")
    brothers = next((list(one["kids"].values()) for one in entries if entries.index(entry) in one["kids"].values()), [])
    own = entries.index(entry)
    right = brothers[brothers.index(own) + 1] if own in brothers and own != brothers[-1] else NONE
    child = next(iter(entry["kids"].values()), NONE)
    return (
        name.ljust(64, b"\0")
        + struct.pack("<HBB3L", len(name), entry["kind"], 1, NONE, right, child)
        + bytes(36)
        + struct.pack("<LQ", entry.get("start", END if entry["kind"] == 2 else 0), len(entry["data"]))
    )
