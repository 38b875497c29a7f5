"""What came of comparing records field by field, for people."""

from collections.abc import Sequence
from pathlib import Path

from clew.printing.page import Page, count
from clew.resolve.linking import Linked


def linked(done: Sequence[Linked], case: Path) -> None:
    """Print how many records of each kind were compared, and how many pairs wait."""
    page = Page()
    if not done:
        page.say("No two records of one kind; nothing was compared.")
        return
    for one in done:
        taught = "weights learned from them" if one.taught else "weights not learned here"
        page.say(f"{one.kind}: {count(one.records, 'record')} compared, {taught}; {count(one.pairs, 'pair')} alike.")
        for note in one.notes:
            page.say(note, by=2, hang=2)
    page.say(f"None is joined before you judge it. Next: clew candidates {case}")
