"""List files found in folders, or named one by one, brought together as snapshots by what is in them, never by their names.

In: paths. Out: groups of files, each one snapshot of one list; and in words what was found beside them and is used in part or not at
all. A folder may hold folders, several lists, several days of one list, and files that are no lists.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

from clew.model.errors import BadList
from clew.screen.lists import ListFile, choose


class Found(NamedTuple):
    """A file found."""

    path: Path
    file: ListFile


Group = tuple[Found, ...]


@dataclass(frozen=True, slots=True)
class Gathered:
    """What was found."""

    groups: tuple[Group, ...]  # each one snapshot
    left: tuple[str, ...]  # what is not used, in words


def gather(paths: Sequence[Path]) -> Gathered:
    """Return the snapshots among files, and among all files below folders.

    Args:
        paths: files and folders that exist. Files named one by one must all be used; what is found in a folder need not.

    Raises:
        BadList: a file named is in no known format or lacks what its list cannot do without; a folder holds no list.
    """
    named = gathered([_found(path) for path in paths if path.is_file()])
    if named.left:
        raise BadList("; ".join(named.left))
    groups = list(named.groups)
    left: list[str] = []
    seen = {_content(group) for group in groups}
    for folder in (path for path in paths if path.is_dir()):
        below = gathered([_found(path) for path in _files_below(folder)])
        if not below.groups:
            raise BadList(f"{folder}: no list is here; {'; '.join(below.left) or 'the folder is empty'}")
        groups += [group for group in below.groups if _content(group) not in seen]
        seen |= {_content(group) for group in below.groups}
        left += below.left
    return Gathered(tuple(groups), tuple(left))


def gathered(files: Sequence[Found]) -> Gathered:
    """Return the snapshots among files; a file that is there twice is taken once."""
    unlike: dict[bytes, Found] = {}
    for found in files:
        unlike.setdefault(sha256(found.file.data).digest(), found)
    left: list[str] = []
    groups: list[Group] = []
    parts: dict[ModuleType, list[Found]] = defaultdict(list)
    for together in _by_folder(list(unlike.values())):
        whole = _format(together)
        if whole is not None and not hasattr(whole, "parted"):
            groups.append(together)
            continue
        for found in together:
            try:
                form = choose([found.file])
            except BadList:
                left.append(f"not used: {found.path}: in no known format of a list")
                continue
            if hasattr(form, "parted"):
                parts[form].append(found)
            else:
                groups.append((found,))
    for form, found_ in parts.items():
        whole_, rest = form.parted([found.file for found in found_])
        groups += [tuple(found_[place] for place in places) for places in whole_]
        left += [f"not used: {found_[place].path}: {why}" for place, why in rest]
    return Gathered(tuple(groups), tuple(left))


def _format(files: Group) -> ModuleType | None:
    """Return the format that takes all files as one list."""
    try:
        return choose([found.file for found in files])
    except BadList:
        return None


def _found(path: Path) -> Found:
    return Found(path, ListFile(path.name, path.read_bytes()))


def _files_below(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.rglob("*")):
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if path.is_file() and not hidden:
            yield path


def _by_folder(files: Sequence[Found]) -> list[Group]:
    folders: dict[Path, list[Found]] = defaultdict(list)
    for found in files:
        folders[found.path.parent].append(found)
    return [tuple(sorted(own, key=lambda found: found.path.name)) for own in folders.values()]


def _content(group: Group) -> frozenset[bytes]:
    return frozenset(sha256(found.file.data).digest() for found in group)
