"""An Office file opened for reading goes in; what it holds beside its words comes out: files inside it, and remarks in words."""

import re

from clew.model.source import Child
from clew.read.readers._members import shown
from clew.read.readers._zipped import Package

_MACROS = re.compile(
    r"(?:.*/)?(?:vbaProject|vbaData)[^/]*\.(?:bin|xml)|(?:Basic|Scripts)/.+|.*/macrosheets/.+", re.IGNORECASE
)
_CONTROLS = re.compile(r"(?:.*/)?activeX/.+\.xml", re.IGNORECASE)
_EMBEDDED = re.compile(r"(?:.*/)?embeddings/[^/]+", re.IGNORECASE)
_PICTURES = re.compile(r"(?:.*/)?(?:media|Pictures)/[^/]+", re.IGNORECASE)
_SMALLEST_PICTURE = 10_000  # bytes; below it is a logo or a line, and no scan of a page
_MOST_LINKS = 50
_KINDS = {
    "attachedTemplate": "a template",
    "externalLinkPath": "another workbook",
    "oleObject": "an object",
    "image": "a picture",
    "hyperlink": "a page",
    "frame": "a frame",
    "subDocument": "a part of the document",
    "video": "a film",
    "audio": "a sound",
}


def files_inside(package: Package) -> tuple[Child, ...]:
    """Return the files embedded in an Office file, and its larger pictures, as files of their own; none is opened here."""
    found = []
    for name in sorted(package.names):
        if _EMBEDDED.fullmatch(name) or _PICTURES.fullmatch(name):
            data = package.part(name)
            if _EMBEDDED.fullmatch(name) or len(data) >= _SMALLEST_PICTURE:
                found.append(Child(name.rsplit("/", 1)[-1], data))
    return tuple(found)


def remarks(package: Package) -> tuple[str, ...]:
    """Return what a reader should know beside the words: macros, controls, embedded files, and what lies outside the file."""
    said = []
    if any(_MACROS.fullmatch(name) for name in package.names):
        said.append("holds macros; they are not run")
    if any(_CONTROLS.fullmatch(name) for name in package.names):
        said.append("holds controls that run code; they are not run")
    if embedded := sum(bool(_EMBEDDED.fullmatch(name)) for name in package.names):
        said.append(f"{embedded} embedded objects; they are files of their own here")
    links = list(dict.fromkeys(package.outside()))
    said += [
        f"refers to {_KINDS.get(kind, 'something')} outside the file: {shown(target)}; nothing is fetched"
        for kind, target in links[:_MOST_LINKS]
    ]
    if len(links) > _MOST_LINKS:
        said.append(f"and {len(links) - _MOST_LINKS} more references outside the file")
    return tuple(said)
