"""How the report came about: tables go in; stages, readers, extractors and changed settings come out."""

from dataclasses import dataclass
from typing import Any

from clew import settings
from clew.store.case import Case

STAGES = "select stage from stages order by at, rowid"
METHODS = """select method, record_type, count(*) as n from claims where status in ('proposed', 'accepted')
             group by method, record_type order by method, record_type"""
READERS = """select split_part(s.reading, '/', 1) as reading, count(*) as n from sources s where s.reading != ''
             group by all order by all"""


@dataclass(frozen=True, slots=True)
class Method:
    """Which parts of Clew, in which versions and with which settings, made what the report shows."""

    stages: tuple[str, ...]
    readers: tuple[dict[str, Any], ...]
    methods: tuple[dict[str, Any], ...]
    changed: tuple[dict[str, Any], ...]  # settings that are not at their default


def read_method(case: Case) -> Method:
    """Return how the case was worked on."""
    changed = [
        {"name": known.name, "value": case.setting(known.name), "default": known.default, "unit": known.unit}
        for known in settings.SETTINGS
        if case.setting(known.name) != known.default
    ]
    return Method(
        stages=tuple(row["stage"] for row in case.ledger(STAGES)),
        readers=tuple(case.query(READERS)),
        methods=tuple(case.query(METHODS)),
        changed=tuple(changed),
    )
