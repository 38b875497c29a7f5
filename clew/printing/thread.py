"""A finding with its thread opened in; its words, and what falls without some of them, as lines for people out."""

from collections.abc import Callable, Mapping
from typing import Any

from clew.pipeline import Fate, Why
from clew.printing.page import Page, count
from clew.report.ledger import Entry, tell_ledger
from clew.report.sentences import shorten
from clew.report.show import Place, Shown
from clew.report.wording import tell_check

SETS_SHOWN = 4

Opener = Callable[[str], Shown]


def why(opened: Why, opener: Opener) -> None:
    """Print what a finding stands on, and what falls where leaves are switched off; `opener` opens any id."""
    page = Page()
    if opened.off or opened.unreviewed is not None:
        _without(page, opened, opener)
        return
    row = opened.finding
    page.say(f"{row['type']}  {row['id']}", style="bold")
    page.say(row["sentence"], by=2)
    page.say(f"{tell_standing(row)}.", by=2, style="dim")
    _supports(page, opened)
    page.say()
    page.say("What the parties answer:", style="bold")
    for line in tell_ledger(Entry(**entry) for entry in row["ledger"]):
        page.say(line, by=2, hang=2)
    for title, leaves in (("Against it", row["against"]), ("Replies", row["replies"])):
        if leaves:
            page.say()
            page.say(f"{title}:", style="bold")
        for leaf in leaves:
            _leaf(page, opener(leaf["id"]), mark="-")
    page.say()
    page.say(f"Confidence is {row['confidence']}, by these checks:", style="bold")
    for check in row["checks"] or ():
        page.say(f"{tell_check(check['met'])}: {check['why']}", by=2, mark=f"{check['name']}  ")
    if row["limits"]:
        page.say("What it does not say:", style="bold")
    for limit in row["limits"]:
        page.say(limit, by=2, mark="- ")


def _supports(page: Page, opened: Why) -> None:
    """Print the first support set whole, and of the next ones what they have in place of its parts."""
    total = f"{'' if opened.finding['supports_complete'] else 'at least '}{len(opened.supports)}"
    first: dict[str, int] = {}
    for number, support in enumerate(opened.supports[:SETS_SHOWN], 1):
        page.say()
        held = {leaf.id for leaf in support}
        left = [at for id_, at in first.items() if id_ not in held]
        if number == 1:
            page.say(f"Support set 1 of {total}: these together are enough", style="bold")
        elif len(left) < len(first) / 2:
            page.say(f"Support set {number}: the first, but in place of {_numbers(left)}", style="bold")
        else:
            page.say(f"Support set {number}: enough as well", style="bold")
            left = []
        for leaf in sorted(support, key=_order):
            if not left or leaf.id not in first:
                mark = str(len(first) + 1) if number == 1 else "+"
                _leaf(page, leaf, mark=mark)
            if number == 1:
                first[leaf.id] = len(first) + 1
    if len(opened.supports) > SETS_SHOWN:
        page.say()
        page.say(f"… and {len(opened.supports) - SETS_SHOWN} more; clew findings CASE --json lists all", style="dim")


def _order(leaf: Shown) -> tuple[int, str, str]:
    """Return a key that puts claims first, by day, then judgements, then entries of lists."""
    kinds = ("claim", "judgement", "machine judgement")
    place = kinds.index(leaf.kind) if leaf.kind in kinds else len(kinds)
    return place, str(leaf.record.get("valid_from") or ""), leaf.id


def _numbers(left: list[int]) -> str:
    return ", ".join(str(at) for at in left) or "none of it"


def _leaf(page: Page, leaf: Shown, *, mark: str) -> None:
    mark = f"{mark:>4}  "
    by = len(mark)
    page.say(leaf.says, mark=mark)
    if leaf.kind == "claim" and leaf.places:
        page.say(f"“{shorten(leaf.places[0].text)}”", by=by)
    where = tell_where(leaf.places[0]) if leaf.places else ""
    page.say(f"{where}  {leaf.id}{_review(leaf.record)}".strip(), by=by, style="dim")
    if leaf.record.get("reach"):
        page.say(f"Reach: {leaf.record['reach']}", by=by)


def _review(record: Mapping[str, Any]) -> str:
    """Return who accepted or rejected a claim; nothing where nobody has."""
    if not record.get("reviewed_by"):
        return ""
    return f"  {record['status']} by {record['reviewed_by']}, {record['reviewed_at'][:10]}"


def _without(page: Page, opened: Why, opener: Opener) -> None:
    if opened.unreviewed is not None:
        left_out = count(opened.unreviewed, "claim")
        page.say(f"With reviewed claims only: without {left_out} that no person has accepted", style="bold", hang=2)
    for leaf in opened.off:
        page.say(f"Without {leaf.kind} {leaf.id}: {opener(leaf.id).says}", style="bold", hang=2)
    touched = [
        fate for fate in opened.fates if not fate.stands or fate.because or fate.finding["id"] == opened.finding["id"]
    ]
    for fate in touched:
        page.say()
        _fate(page, fate, opener, opened=fate is touched[0])
    page.say()
    fallen = sum(1 for fate in opened.fates if not fate.stands)
    untouched = len(opened.fates) - len(touched)
    verb = "falls" if fallen == 1 else "fall"
    page.say(
        f"{fallen} of {count(len(opened.fates), 'finding')} {verb}; {untouched} do not use it. The case is as it was."
    )


def _fate(page: Page, fate: Fate, opener: Opener, *, opened: bool) -> None:
    row = fate.finding
    if fate.stands:
        left = count(fate.sets_left, "support set")
        page.say(f"{row['type']}  {row['id']}  stands on {left} of {len(row['supports'])}", style="bold")
        page.say(fate.now, by=2)
        return
    page.say(f"{row['type']}  {row['id']}  falls", style="bold")
    page.say(row["sentence"], by=2, style="strike")
    used = [f"{leaf.kind} {leaf.id}" for leaf in fate.because[:SETS_SHOWN]]
    more = [f"{len(fate.because) - SETS_SHOWN} more"] if len(fate.because) > SETS_SHOWN else []
    page.say(
        f"each of its support sets needs one of: {', '.join([*used, *more]) or 'what was taken away'}", by=4, hang=2
    )
    for leaf in fate.because[:SETS_SHOWN] if opened else ():
        page.say(f"{leaf.id}: {opener(leaf.id).says}", by=6, hang=2)
    if fate.now:
        page.say(f"what is left: {fate.now}", by=4, hang=2)


def tell_standing(row: Mapping[str, Any]) -> str:
    """Return in one line how firm a finding is, and on how much it stands."""
    number = len(row["sources"] or ())
    loss = "no single one brings it down" if row["survives_any_one"] else "a single one can bring it down"
    origins = row["origins"] or number
    of = f" of {count(origins, 'origin')}" if origins < number else ""
    told = [f"confidence {row['confidence']}", f"{count(number, 'source')}{of}{f', {loss}' if number > 1 else ''}"]
    told.append(count(len(row["supports"]), "support set", at_least=not row["supports_complete"]))
    if row["against"]:
        told.append(f"{count(len(row['against']), 'record')} against")
    if row["replies"]:
        told.append(count(len(row["replies"]), "reply"))
    return "; ".join(told)


def tell_where(place: Place) -> str:
    """Return where words stand."""
    return f"{place.path}, page {place.page}, characters {place.start}-{place.stop}"
