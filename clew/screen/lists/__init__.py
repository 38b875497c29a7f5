"""Official sanctions lists, one format a file; put a file in, it is found.

In: the files of one list as handed in. Out: its listings, one for each name of each entry, and what could not be read.

Each format has LIST_FORMAT, VERSION, `recognise(files) -> float` (0 no, 1 certainly, by content and never by name) and
`read(files, *, snapshot) -> ListReading`; where the list says itself of which day it is, also `dated(files) -> str`; where it comes
as several files, also `parted(files)`, which tells those of several snapshots apart: the places of the files of each, and of those that
belong to none, with why.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from types import ModuleType
from typing import NamedTuple

from clew.model.errors import BadList
from clew.model.records import Listing
from clew.model.shelf import on_shelf


class ListFile(NamedTuple):
    """A file as handed in."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class ListReading:
    """What a format made of the files of one list."""

    list: str  # ofac-sdn, ofac-cons, or the data set's own name
    authority: str
    listings: tuple[Listing, ...]
    missed: tuple[str, ...] = ()  # what could not be read or was not given, in words
    partial: bool = False  # lacks what says which list it is; enough to screen against, too little to keep as a list


def choose(files: Sequence[ListFile]) -> ModuleType:
    """Return the format that recognises the files.

    Raises:
        BadList: none does; the message says what was found.
    """
    formats = on_shelf(__name__)
    scores = [(form.recognise(files), form.LIST_FORMAT, form) for form in formats]
    score, _, chosen = max(scores, key=lambda row: row[:2], default=(0.0, "", None))
    if chosen is None or score <= 0:
        found = "; ".join(f"{file.name}: {_first_words(file.data)}" for file in files) or "no file"
        known = ", ".join(form.LIST_FORMAT for form in formats)
        raise BadList(f"no known list format; known formats: {known}; found {found}")
    return chosen


def day_of(files: Sequence[ListFile]) -> str:
    """Return the ISO day the list itself says it stood so; empty where it does not say.

    Raises:
        BadList: the files are in no known format.
    """
    dated = getattr(choose(files), "dated", None)
    return str(dated(files)) if dated else ""


def read_list(files: Sequence[ListFile], *, snapshot: str) -> ListReading:
    """Return the listings of the files, in whichever format they are, under the snapshot's id.

    Raises:
        BadList: the files are in no known format, or lack what the format cannot do without.
    """
    reading: ListReading = choose(files).read(files, snapshot=snapshot)
    return reading


def _first_words(data: bytes) -> str:
    return repr(data[:60].decode("utf-8", "replace").strip()) if data.strip() else "nothing in it"
