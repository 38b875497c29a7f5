"""The streams of small Outlook mails (MSG, [MS-OXMSG]) for tests; `ole_file` makes a file of them."""

import struct

SUBJECT, BODY, HTML, RTF, SENDER, ADDRESS, NAME, MAIL = 0x0037, 0x1000, 0x1013, 0x1009, 0x0C1A, 0x0C1F, 0x3001, 0x39FE
DATA, METHOD, FILE, KIND_OF = 0x3701, 0x3705, 0x3707, 0x0C15


def properties(folder: str, head: bytes, given: dict[int, object]) -> dict[str, bytes]:
    """Return the streams of one Outlook item: text as Unicode, bytes as they are, numbers in the list of properties."""
    streams: dict[str, bytes] = {}
    listed = head
    for tag, value in given.items():
        kind = 0x0003 if isinstance(value, int) else 0x0102 if isinstance(value, bytes) else 0x001F
        data = value.encode("utf-16-le") if isinstance(value, str) else value
        size = value if isinstance(value, int) else len(data) + 2 * (kind == 0x001F)
        listed += struct.pack("<HHLLL", kind, tag, 6, size, 0)
        if not isinstance(value, int):
            streams[f"{folder}__substg1.0_{tag:04X}{kind:04X}"] = data
    return {f"{folder}__properties_version1.0": listed, **streams}


def mail(folder="", *, attached=(), to=("Pavel Zimin", "p.zimin@example.org"), **given) -> dict[str, bytes]:
    names = {"subject": SUBJECT, "body": BODY, "html": HTML, "rtf": RTF}
    said = {SENDER: "Анна Орлова", ADDRESS: "a@example.org", **{names[name]: value for name, value in given.items()}}
    head = struct.pack("<8x4L", 1, len(attached), 1, len(attached)) + (b"" if folder else bytes(8))
    streams = properties(folder, head, said)
    streams |= properties(f"{folder}__recip_version1.0_#00000000/", bytes(8), {NAME: to[0], MAIL: to[1], KIND_OF: 1})
    for nth, one in enumerate(attached):
        place = f"{folder}__attach_version1.0_#{nth:08X}/"
        if isinstance(one, dict):
            streams |= properties(place, bytes(8), {FILE: "inner", METHOD: 5})
            streams |= mail(f"{place}__substg1.0_3701000D/", **one)
        else:
            streams |= properties(place, bytes(8), {FILE: one[0], METHOD: one[1], DATA: one[2]})
    return streams
