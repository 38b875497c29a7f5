"""The ledger of files in; what a run did, what became of each file, and what helps where one was not read, out."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from clew.pipeline import Summary
from clew.printing.page import Page, count, records
from clew.report import promised
from clew.store.case import Case

STAGE_WORDS = {
    "add": "files added",
    "lists": "list snapshots taken in",
    "read": "pages read",
    "extract": "claims",
    "resolve": "entities, names and judgements",
    "screen": "hits, and parties compared with lists",
    "detect": "findings, and ties between sources",
    "weigh": "standings",
    "search": "pages to search in",
}
UNREAD_SHOWN = 5
WARNINGS_SHOWN = 3  # of one file; `clew show` has them all
# What a reason says, and what a person can do about it.
REMEDIES = (
    (
        "password",
        "Encrypted: put the passwords in a file, one a line, and give it: clew run {case} --password-file FILE",
    ),
    ("pixels at most, found", "Pictures too large to draw: save a smaller one beside it, and add that."),
    ("(setting ", "Past a limit: widen the setting that the reason names: clew run {case} --set NAME=VALUE"),
    ("damaged", "Damaged: ask for the file again, or open it in the program that made it and save it anew."),
    (
        "no reader",
        "No reader: open it in the program that made it, save it as PDF or text, and add that. Some such files hold nothing of anyone.",
    ),
    (
        "no engine for Cyrillic",
        "Russian pictures: install the language data (scripts/system-packages run python3), and run again.",
    ),
    ("could not be read", "Faint lines: a sharper scan or photo, of 300 dots an inch or more, may show them."),
    ("could not be opened", "Could not be opened: give yourself the right to read it, and add it again."),
    ("could not be listed", "Folders: give yourself the right to list them, and add them again."),
    ("links are not followed", "Links: add what they lead to by its own path."),
    ("changed while", "Changed while it was read: add it again when nothing writes to it."),
)


def summary(case: Case, done: Summary) -> None:
    """Print what a run added and how the case stands."""
    page = Page()
    if not done.total:
        page.say("Nothing new: the case is up to date.")
    for name, number in done.new.items():
        if number:
            page.say(f"{number:>8,}  new {STAGE_WORDS[name]}")
    if done.new.get("read") and done.seconds.get("read"):
        page.say(f"{done.new['read'] / done.seconds['read']:>8,.1f}  pages read a second")
    files = list(promised.sources(case))
    found = list(promised.findings(case))
    copies = sum(1 for row in files if row["copy_of"])
    page.say()
    same = f" ({copies:,} of them {'a copy' if copies == 1 else 'copies'})" if copies else ""
    page.say(f"{count(len(files), 'file')}{same}, {count(len(found), 'finding')}.")
    _remarks(case, page)
    if found:
        page.say(f"Next: clew findings {case.folder}", hang=2)


def _remarks(case: Case, page: Page) -> None:
    unread = list(promised.not_read_in_full(case))
    for row in unread[:UNREAD_SHOWN]:
        page.say(f"{row['status']}: {row['path']}: {row['reason']}", by=2, hang=2)
    if unread:
        more = len(unread) - UNREAD_SHOWN
        said = f"… and {more:,} more that were not read in full" if more > 0 else "what helps"
        page.say(f"{said}: clew sources {case.folder} --failed", by=2, hang=2)
    unmapped = [row for row in promised.gaps(case) if row["kind"] == "unmapped_table"]
    for row in unmapped[:UNREAD_SHOWN]:
        page.say(f"not mapped: {row['path']}: {row['detail']}", by=2, hang=2)
    if len(unmapped) > UNREAD_SHOWN:
        page.say(
            f"… and {len(unmapped) - UNREAD_SHOWN} more tables that were not mapped: clew gaps {case.folder}", by=2
        )
    waiting = sum(1 for _ in promised.candidates(case))
    if waiting:
        verb = "waits" if waiting == 1 else "wait"
        page.say(
            f"{count(waiting, 'pair')} of names {verb} for your judgement: clew candidates {case.folder}", by=2, hang=2
        )
    if not list(promised.lists(case)):
        page.say("no sanctions list is loaded: clew lists add FILE", by=2)


def sources(rows: Iterable[Mapping[str, Any]], *, helped: str = "") -> None:
    """Print the ledger.

    Args:
        rows: sources as they are promised.
        helped: the folder of the case as the user names it, to print below what can be done about what was not read.
    """
    told = list(rows)
    records(
        told,
        lambda row: f"{row['status']:8} {row['record_type'].replace('_', ' '):17} {row['language']:3} {row['path']}",
        lambda row: (f"{row['id']}  {count(row['pages'], 'page')}", row["reason"], *_warned(row["warnings"])),
    )
    remedies = [remedy for said, remedy in REMEDIES if any(said in row["reason"] for row in told)]
    if helped and remedies:
        page = Page()
        page.say()
        page.say("What helps:", style="bold")
        for remedy in remedies:
            page.say(remedy.format(case=helped), by=2, hang=2)


def _warned(warnings: list[str]) -> Iterator[str]:
    for warning in warnings[:WARNINGS_SHOWN]:
        yield f"warning: {warning}"
    if len(warnings) > WARNINGS_SHOWN:
        yield f"and {count(len(warnings) - WARNINGS_SHOWN, 'warning')} more"
