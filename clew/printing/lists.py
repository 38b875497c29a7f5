"""What happened to sanctions lists, for people: which can be fetched, what changed, which findings move."""

from collections.abc import Iterable, Mapping
from typing import Any

from clew.pipeline import Move
from clew.printing.page import Page, count
from clew.screen.changes import Changes


def official(known: Mapping[str, Mapping[str, Any]]) -> None:
    """Print which lists can be fetched, and from where."""
    page = Page()
    for name, about in known.items():
        page.record(f"{name:14} {about['title']}", about["files"])


def changes(found: Changes) -> None:
    """Print what became listed, changed or was removed between two snapshots."""
    page = Page()
    page.say(f"{found.list}: {found.before_as_of} → {found.after_as_of}")
    for change in found.changes:
        page.record(
            f"{change.kind:8} {change.name}  ({change.entry}, {change.programme or 'no programme'})", change.differences
        )
    told = ", ".join(
        f"{sum(change.kind == kind for change in found.changes):,} {kind}" for kind in ("listed", "changed", "removed")
    )
    page.say(f"{told}.")


def moved(found: Iterable[Move]) -> None:
    """Print which findings move with a list."""
    page = Page()
    found = list(found)
    for move in found:
        page.record(
            f"{move.type}  {move.finding}  {move.kind}",
            (move.before and f"before: {move.before}", move.after and f"after:  {move.after}"),
        )
    page.say(f"{count(len(found), 'finding')} move." if len(found) != 1 else "1 finding moves.")
