"""An Office file (zip of XML) goes in; its parts, inflated within bounds and parsed without entities, come out."""

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any

from lxml import etree  # type: ignore[import-untyped,unused-ignore]  # lxml ships no types

from clew.model.errors import UnreadableFile
from clew.read.means import PLAIN, Means

_MOST_PARTS = 2_000  # of one file; they are no members of an archive, and do not count as such
_CHUNK = 1 << 20


def local(tag: object) -> str:
    """Return an element's name without its namespace; Office has two sets of them, strict and transitional."""
    return tag.rsplit("}", 1)[-1] if isinstance(tag, str) else ""


def attribute(element: Any, name: str) -> str:
    """Return an attribute by its local name; empty when absent."""
    value = element.get(name)
    if value is not None:
        return str(value)
    return next((str(value) for key, value in element.attrib.items() if local(key) == name), "")


def members_of(data: bytes) -> frozenset[str]:
    """Return the names in a zip's directory; none when it is no zip, or a broken one."""
    if not data.startswith(b"PK\x03\x04"):
        return frozenset()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return frozenset(archive.namelist())
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        return frozenset()


class Package:
    """An Office file opened for reading. Nothing is written, nothing followed outside it."""

    def __init__(self, data: bytes, media_type: str, means: Means = PLAIN) -> None:
        self._media_type = media_type
        self._limits = means.limits
        self._read = 0
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
            raise self.unreadable("a whole zip", f"a damaged one ({error})") from error
        self._check_directory()
        self.names = frozenset(self._archive.namelist())

    def unreadable(self, expected: str, found: str, *, part: str = "") -> UnreadableFile:
        """Return the error that says where, what was expected and what was found."""
        return UnreadableFile(f"{self._media_type} file{part and ', ' + part}: expected {expected}, found {found}")

    def _check_directory(self) -> None:
        """Refuse a bomb by what its directory admits; `part` counts again while inflating."""
        members = self._archive.infolist()
        expanded = sum(member.file_size for member in members)
        packed = sum(member.compress_size for member in members)
        limits = self._limits
        if len(members) > _MOST_PARTS:
            raise self.unreadable(f"at most {_MOST_PARTS} parts", f"{len(members)}")
        if expanded > limits.expanded_bytes:
            raise self.unreadable(f"at most {limits.expanded_bytes} bytes expanded", f"{expanded}")
        if expanded > limits.ratio_from and expanded > limits.ratio * max(packed, 1):
            raise self.unreadable(f"at most {limits.ratio} times its packed size", f"{expanded} bytes from {packed}")
        if any(member.flag_bits & 1 for member in members):
            raise self.unreadable("open parts", "encrypted ones; a password is needed")

    def part(self, name: str) -> bytes:
        """Return the bytes of a part."""
        pieces = []
        try:
            with self._archive.open(name) as stream:
                while piece := stream.read(_CHUNK):
                    self._read += len(piece)
                    if self._read > 2 * self._limits.expanded_bytes:  # a part may be asked for twice
                        raise self.unreadable(
                            f"at most {self._limits.expanded_bytes} bytes expanded", "more than that", part=name
                        )
                    pieces.append(piece)
        except KeyError as error:
            raise self.unreadable("this part", "none", part=name) from error
        except (
            zipfile.BadZipFile,
            OSError,
            EOFError,
            NotImplementedError,
            ValueError,
            RuntimeError,
            zlib.error,
        ) as error:
            raise self.unreadable("a whole part", f"a damaged one ({error})", part=name) from error
        return b"".join(pieces)

    def tree(self, name: str) -> Any:
        """Return the root of an XML part. No entity is resolved, no network used, no DTD loaded."""
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
        try:
            root = etree.fromstring(self.part(name), parser)
        except etree.XMLSyntaxError as error:
            raise self.unreadable("XML", f"something else ({error})", part=name) from error
        if root is None or root.getroottree().docinfo.internalDTD is not None:
            raise self.unreadable("XML without a document type", "one with it", part=name)
        return root

    def elements(self, name: str, *tags: str) -> Iterator[Any]:
        """Yield the elements with these local names as they close, and forget each after; for parts of any length."""
        stream = io.BytesIO(self.part(name))
        asked = [f"{{*}}{tag}" for tag in tags]
        try:
            for _, element in etree.iterparse(
                stream, tag=asked, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
            ):
                yield element
                element.clear(keep_tail=True)
                while element.getprevious() is not None:
                    del element.getparent()[0]
        except etree.XMLSyntaxError as error:
            raise self.unreadable("XML", f"something else ({error})", part=name) from error

    def outside(self) -> Iterator[tuple[str, str]]:
        """Yield kind and target of what the parts refer to outside the file; nothing of it is ever fetched."""
        for listing in sorted(name for name in self.names if name.endswith(".rels")):
            for relation in self.tree(listing):
                if relation.get("TargetMode") == "External":
                    yield relation.get("Type", "").rsplit("/", 1)[-1], relation.get("Target", "")

    def relations(self, part: str) -> dict[str, tuple[str, str]]:
        """Return id: (kind, part) for what a part refers to inside the file; what lies outside is left out."""
        folder, name = posixpath.split(part)
        listing = posixpath.join(folder, "_rels", f"{name}.rels")
        if listing not in self.names:
            return {}
        found = {}
        for relation in self.tree(listing):
            if relation.get("TargetMode") == "External":
                continue
            target = posixpath.normpath(posixpath.join("/", folder, relation.get("Target", ""))).lstrip("/")
            found[relation.get("Id", "")] = (relation.get("Type", "").rsplit("/", 1)[-1], target)
        return found

    def main_part(self, default: str) -> str:
        """Return the part that the file says is its document."""
        kinds = self.relations("").values()
        return next((target for kind, target in kinds if kind == "officeDocument"), default)


_OFFICE = re.compile(r"(?:xl/workbook|word/document|ppt/presentation)\d*\.(?:xml|bin)|AndroidManifest\.xml")


def is_office(names: frozenset[str], data: bytes) -> bool:
    """Say whether a zip is the form in which a program writes its files, and no archive that somebody packed."""
    return any(_OFFICE.fullmatch(name) for name in names) or data[30:38] == b"mimetype"
