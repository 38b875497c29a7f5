"""FollowTheMoney statements as CSV (statements.csv of OpenSanctions and others): one value of one property a row.

In: one file with a header. Out: listings. Source: followthemoney.tech, statements; opensanctions.org/docs/statements. Rows of
one party are put together by canonical_id, so that what several lists say of it is one entry.
"""

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from clew.screen.lists import ListFile, ListReading
from clew.screen.lists._ftm_entities import listings_of
from clew.screen.lists._table import cell, has_header, rows_of

LIST_FORMAT = "ftm_statements"
VERSION = "2"

_NEEDS = ("canonical_id", "entity_id", "prop", "schema", "value", "dataset")
# Of the schemata that one party goes by in several data sets, the more exact one counts.
_EXACT = ("Company", "Person", "Vessel", "Airplane", "Organization", "PublicBody", "LegalEntity")


def recognise(files: Sequence[ListFile]) -> float:
    """Say how surely the files are of this format: one file, with its header."""
    return float(len(files) == 1 and has_header(files[0].data, _NEEDS))


def read(files: Sequence[ListFile], *, snapshot: str) -> ListReading:
    """Return the listings of a data set; parties that it does not designate are counted in `missed`.

    Raises:
        BadList: the header is not there.
    """
    return listings_of(_entities(files[0]), snapshot)


def _entities(file: ListFile) -> Iterator[tuple[str, bytes]]:
    properties: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    schemata: dict[str, set[str]] = defaultdict(set)
    datasets: dict[str, dict[str, None]] = defaultdict(dict)
    first: dict[str, int] = {}
    canonical: dict[str, str] = {}
    for number, row in rows_of(file, needs=_NEEDS):
        id_ = cell(row, "canonical_id", "entity_id")
        canonical[cell(row, "entity_id")] = id_
        first.setdefault(id_, number)
        schemata[id_].add(cell(row, "schema"))
        datasets[id_][cell(row, "dataset")] = None
        if cell(row, "prop") != "id" and cell(row, "value") not in properties[id_][cell(row, "prop")]:
            properties[id_][cell(row, "prop")].append(cell(row, "value"))
    for id_, line in first.items():
        entity: dict[str, Any] = {"id": id_, "schema": _schema(schemata[id_]), "datasets": list(datasets[id_])}
        # A sanction names its party by the id it had in its own data set.
        entity["properties"] = {
            name: [canonical.get(value, value) for value in values] for name, values in properties[id_].items()
        }
        yield f"{file.name}, line {line}", json.dumps(entity).encode()


def _schema(found: set[str]) -> str:
    return next((schema for schema in _EXACT if schema in found), min(found))
