"""The ownership rules of each regime, as dated objects out of `rules/ownership.toml`."""

import tomllib
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path


@dataclass(frozen=True, slots=True)
class OwnershipRule:
    """When a party counts as owned by listed parties: one regime, from one day to another."""

    regime: str  # us-ofac, eu, uk, us-bis
    title: str
    threshold: Decimal  # percent
    at_least: bool  # the threshold itself counts
    aggregate: bool  # the shares of all listed owners are added
    state: str  # in force, suspended, unknown
    lists: tuple[str, ...]
    measures: tuple[str, ...]  # of listings that count
    control: bool  # the regime also looks at control, on which Clew gives indicia only
    source: str
    checked_on: str  # ISO day
    checked_by: str
    valid_from: str = ""  # ISO day, included; empty: not known
    valid_to: str = ""  # ISO day, included; empty: open

    def reached(self, share: Decimal) -> bool:
        """Say whether a share, in percent, is enough."""
        return share >= self.threshold if self.at_least else share > self.threshold

    def holds_on(self, day: str) -> bool:
        """Say whether this is the rule of its regime on an ISO day."""
        return (not self.valid_from or self.valid_from <= day) and (not self.valid_to or day <= self.valid_to)


@cache
def rules() -> tuple[OwnershipRule, ...]:
    """Return all rules, in the order of the file."""
    text = Path(__file__).with_name("rules").joinpath("ownership.toml").read_text(encoding="utf-8")
    return tuple(_rule(row) for row in tomllib.loads(text)["rule"])


def _rule(row: dict[str, object]) -> OwnershipRule:
    lists, measures = row.pop("lists"), row.pop("measures")
    threshold = Decimal(str(row.pop("threshold")))
    return OwnershipRule(threshold=threshold, lists=tuple(lists), measures=tuple(measures), **row)  # type: ignore[arg-type]


def rules_on(day: str) -> tuple[OwnershipRule, ...]:
    """Return the rule of each regime that has one on an ISO day; suspended ones are left out."""
    return tuple(rule for rule in rules() if rule.holds_on(day) and rule.state != "suspended")
