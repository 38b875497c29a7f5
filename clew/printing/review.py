"""What waits for review in; a claim or gap at a time for a person out."""

from collections.abc import Iterable

from clew.printing.page import Page, count
from clew.report.sentences import shorten, tell_claim
from clew.report.wording import in_words
from clew.weigh.review import Waiting


def to_review(one: Waiting, *, number: int, of: int) -> None:
    """Print one claim or gap with its words, where they stand, and how it was read."""
    page, row = Page(), one.row
    page.say()
    page.say(f"{number} of {of}  {one.id}  {_hangs(one)}", style="bold")
    if one.kind == "gap":
        page.say(f"{in_words(row['kind'])}: “{row['detail']}”", by=2)
        page.say(f"{row['path']}, page {row['page']}", by=2, style="dim")
        return
    whole = row["quotes"][0]
    page.say(tell_claim(row), by=2)
    page.say(f"“{whole['text']}”", by=2)
    page.say(f"{row['path']}, page {whole['page']}, characters {whole['start']}-{whole['stop']}", by=2, style="dim")
    holders = " > ".join(row["holders"]) or "the source itself"
    read = {
        "holders": holders,
        **{name: row[name] for name in ("subject", "predicate", "object", "stance", "modality", "polarity")},
    }
    read |= dict(row["qualifiers"] or {}) | {name: row[name] for name in ("valid_from", "valid_to") if row[name]}
    page.say("; ".join(f"{name}: {value}" for name, value in read.items()), by=2, style="dim")


def waiting(some: Iterable[Waiting]) -> None:
    """Print a line for each claim or gap that waits."""
    page, empty = Page(), True
    for one in some:
        empty = False
        if one.kind == "gap":
            page.record(f"{one.id}  {in_words(one.row['kind'])}", (f"“{shorten(one.row['detail'])}”", one.row["path"]))
        else:
            page.record(f"{one.id}  {tell_claim(one.row)}", (_hangs(one), one.row["path"]))
    if empty:
        page.say("Nothing waits for review.")


def _hangs(one: Waiting) -> str:
    return (
        f"{count(one.hangs, 'finding')} {'hangs' if one.hangs == 1 else 'hang'} on it"
        if one.hangs
        else "no finding hangs on it"
    )
