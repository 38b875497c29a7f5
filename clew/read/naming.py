"""A file's name and the media type of its content go in; a warning where the name says another comes out."""

_TEXT = (
    "text/",
    "application/json",
    "application/xml",
    "application/x-ndjson",
    "application/jsonl",
    "application/x-empty",
)
_OFFICE = "application/vnd.openxmlformats-officedocument."
_ODF = "application/vnd.oasis.opendocument."
_LOCKED = "application/x-encrypted-office"
# What the content of a file with this ending begins its media type with. Endings that many formats share are not here.
_EXPECTED: dict[str, tuple[str, ...]] = {
    "pdf": ("application/pdf",),
    "png": ("image/",),
    "jpg": ("image/",),
    "jpeg": ("image/",),
    "tif": ("image/",),
    "tiff": ("image/",),
    "gif": ("image/",),
    "bmp": ("image/",),
    "webp": ("image/",),
    "heic": ("image/",),
    "docx": (f"{_OFFICE}wordprocessingml", "application/vnd.ms-word", _LOCKED),
    "docm": (f"{_OFFICE}wordprocessingml", "application/vnd.ms-word", _LOCKED),
    "xlsx": (f"{_OFFICE}spreadsheetml", "application/vnd.ms-excel", _LOCKED),
    "xlsm": (f"{_OFFICE}spreadsheetml", "application/vnd.ms-excel", _LOCKED),
    "pptx": (f"{_OFFICE}presentationml", "application/vnd.ms-powerpoint", _LOCKED),
    "odt": (f"{_ODF}text",),
    "ods": (f"{_ODF}spreadsheet",),
    "zip": ("application/zip",),
    "7z": ("application/x-7z-compressed",),
    "gz": ("application/gzip", "application/x-gtar", "application/x-tar"),
    "msg": ("application/vnd.ms-outlook",),
    "rtf": ("application/rtf", "text/rtf"),
    "csv": _TEXT,
    "tsv": _TEXT,
    "txt": (*_TEXT, "message/", "application/rtf", "application/mbox"),
    "md": _TEXT,
    "html": (*_TEXT, "application/xhtml"),
    "htm": (*_TEXT, "application/xhtml"),
    "xml": (*_TEXT, "image/svg", "application/xhtml"),
    "json": _TEXT,
}


def mismatch(name: str, media_type: str) -> str:
    """Return a warning where a file's name says another format than its content is; empty where it does not.

    A name without an ending, or with one that says little, says nothing wrong.
    """
    ending = name.rsplit(".", 1)[-1].lower() if "." in name else ""
    expected = _EXPECTED.get(ending)
    if not expected or not media_type or media_type.startswith(expected):
        return ""
    return f"its name ends in .{ending}, its content is {media_type}"
