"""What joins the names of an entity in; lines for people out: each judgement with its reasons, and what falls without it."""

from collections.abc import Iterable, Mapping, Sequence

from clew.printing.page import Page, count
from clew.report.held import Hold

HOLDS_SHOWN = 12


def held(page: Page, holds: Sequence[Hold]) -> None:
    """Print what holds an entity together; nothing for one name in one document."""
    if not holds:
        return
    page.say("Held together by (!: without it the names fall apart):", by=2)
    for hold in holds[:HOLDS_SHOWN]:
        page.say(f"{hold.says}  {_ids(hold.ids)}", by=4, mark="! " if hold.parts else "- ")
        if hold.parts:
            pieces = "; ".join(", ".join(f"“{name}”" for name in part) for part in hold.parts)
            page.say(f"without it the names fall apart: {pieces}", by=8, hang=2)
        for side, said in (("for", hold.because), ("against", hold.against)):
            if said:
                page.say(f"{side}, when it was judged: {'; '.join(said)}", by=8, hang=2, style="dim")
    if len(holds) > HOLDS_SHOWN:
        page.say(f"… and {len(holds) - HOLDS_SHOWN} more; clew show CASE e-… --json has all", by=4)


def reasons(page: Page, kept: Mapping[str, Iterable[str]]) -> None:
    """Print what spoke for and against when a person judged."""
    for title, side in (("For it, when it was judged", "because"), ("Against it then", "against")):
        if said := "; ".join(kept[side]):
            page.say(f"{title}: {said}", by=2, hang=2)


def _ids(ids: Sequence[str]) -> str:
    return ids[0] if len(ids) == 1 else f"{ids[0]} and {count(len(ids) - 1, 'more link')}"
