"""FollowTheMoney entities as JSON Lines, the form in which OpenSanctions and others publish hundreds of lists.

In: entities.ftm.json, one entity a line, sanctions and passports as entities of their own; or targets.nested.json, where
they stand inside. Out: listings. Source: followthemoney.tech, model 4; opensanctions.org/docs/bulk.
"""

from collections.abc import Iterator, Sequence

from clew.screen.lists import ListFile, ListReading
from clew.screen.lists._ftm_entities import entity_of, listings_of

LIST_FORMAT = "followthemoney"
VERSION = "3"


def recognise(files: Sequence[ListFile]) -> float:
    """Say how surely the files are of this format: their first line is an entity."""
    return 1.0 if files and all(entity_of(_first_line(file.data)) is not None for file in files) else 0.0


def read(files: Sequence[ListFile], *, snapshot: str) -> ListReading:
    """Return the listings of a data set; parties that it does not designate are counted in `missed`."""
    return listings_of(_lines(files), snapshot)


def _first_line(data: bytes) -> bytes:
    return next((line for line in data[:2_000_000].split(b"\n", 20) if line.strip()), b"")


def _lines(files: Sequence[ListFile]) -> Iterator[tuple[str, bytes]]:
    for file in files:
        for number, line in enumerate(file.data.split(b"\n"), start=1):
            if line.strip():
                yield f"{file.name}, line {number}", line
