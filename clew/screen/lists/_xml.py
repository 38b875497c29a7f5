"""XML lists made safe to walk: bytes in; elements without namespaces, entities or network out."""

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

from clew.model.errors import BadList

_FIRST_TAG = re.compile(rb"<(?:[\w.-]+:)?([A-Za-z][\w.-]*)")
_HEAD = 20_000  # bytes in which the first tag stands
Element = Any  # lxml ships no types


def first_tag(data: bytes) -> str:
    """Return the name of the first element, without its namespace; empty where the bytes are no XML."""
    head = data[:_HEAD].lstrip(b"\xef\xbb\xbf \r\n\t")
    if not head.startswith(b"<"):
        return ""
    bare = re.sub(rb"<[?!][^>]*>", b"", head)
    match = _FIRST_TAG.search(bare)
    return match[1].decode("ascii") if match else ""


def attribute_in_head(data: bytes, name: str) -> str:
    """Return the value of an attribute that stands near the beginning; empty where there is none."""
    match = re.search(rb'\b%s="([^"]*)"' % name.encode(), data[:_HEAD])
    return match[1].decode("utf-8", "replace") if match else ""


def parse(name: str, data: bytes) -> Element:
    """Return the root element of a list file, its tags without namespaces.

    Raises:
        BadList: the file is no well-formed XML, or brings a document type, which no official list does.
    """
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True, remove_comments=True
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise BadList(f"{name}, line {error.lineno}: expected well-formed XML, found {error.msg}") from None
    if root.getroottree().docinfo.doctype:
        raise BadList(
            f"{name}: expected a list without a document type, found {root.getroottree().docinfo.doctype[:60]}"
        )
    for element in root.iter("*"):
        element.tag = etree.QName(element).localname
    return root


def text(element: Element, path: str = ".") -> str:
    """Return the text of the first element at a path, spaces evened; empty where there is none."""
    found = element.find(path) if element is not None else None
    return " ".join("".join(map(str, found.itertext())).split()) if found is not None else ""


def texts(element: Element, path: str) -> list[str]:
    """Return the texts at a path, each once, in order; empty ones are left out."""
    found = (" ".join("".join(map(str, one.itertext())).split()) for one in element.iterfind(path))
    return list(dict.fromkeys(filter(None, found)))


def words(*parts: str | None) -> str:
    """Return parts joined by spaces; empty ones are left out."""
    return " ".join(" ".join(part.split()) for part in parts if part and part.strip())


def each(element: Element, path: str) -> Iterator[Element]:
    """Yield the elements at a path."""
    yield from element.iterfind(path)
