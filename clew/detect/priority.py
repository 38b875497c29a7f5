"""Customs codes in; whether they stand on a list of high-priority goods, and in which tier, out."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_CODE = re.compile(r"[0-9][0-9 .]*[0-9]")
_DIGITS = (6, 8, 10)  # the first six are the same everywhere; what follows is national


@dataclass(frozen=True, slots=True)
class PriorityList:
    """A list of six-digit codes as it stood on a day, and what older editions called some of them."""

    name: str
    version: str  # ISO day
    source: str
    checked_on: str  # ISO day
    checked_by: str
    tiers: Mapping[str, str]  # code -> tier
    older: Mapping[str, tuple[str, ...]]  # code of an older edition -> codes of the list
    older_until: str  # ISO day; papers up to it use the older edition
    older_checked_by: str

    def find(self, code: str, day: str) -> "Listed | None":
        """Return where a code as printed stands on the list, on a paper of an ISO day; None where it does not."""
        six = six_digits(code)
        if six in self.tiers:
            return Listed(six, self.tiers[six], by_correlation=False)
        if day and day <= self.older_until:
            for newer in self.older.get(six, ()):
                return Listed(newer, self.tiers[newer], by_correlation=True)
        return None


@dataclass(frozen=True, slots=True)
class Listed:
    """A code of the list, and whether the paper's own code is an older name of it."""

    code: str
    tier: str
    by_correlation: bool


def six_digits(code: str) -> str:
    """Return the first six digits of a code of 6, 8 or 10; "" for anything else, also for digits of other scripts."""
    if not _CODE.fullmatch(code.strip()):
        return ""
    digits = re.sub(r"[ .]", "", code.strip())
    return digits[:6] if len(digits) in _DIGITS else ""


@cache
def priority_lists() -> tuple[PriorityList, ...]:
    """Return the lists in `rules/high_priority.toml`."""
    text = Path(__file__).with_name("rules").joinpath("high_priority.toml").read_text(encoding="utf-8")
    rows = tomllib.loads(text)
    older = rows["correlation"]
    return tuple(
        PriorityList(
            row["name"],
            row["version"],
            row["source"],
            row["checked_on"],
            row["checked_by"],
            {code: tier for tier, codes in row["tiers"].items() for code in codes},
            {code: tuple(newer) for code, newer in older["codes"].items()},
            older["until"],
            older["checked_by"],
        )
        for row in rows["list"]
    )
