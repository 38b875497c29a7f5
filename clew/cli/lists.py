"""Commands for sanctions lists: lists, lists add, lists fetch, lists diff."""

import dataclasses
import json
from pathlib import Path

import click

from clew import pipeline, printing
from clew.cli.group import CASE, READABLE, opened
from clew.progress import shown_progress
from clew.report import promised
from clew.screen import fetch as fetching
from clew.screen import library
from clew.screen import stage as screen
from clew.screen.changes import changes


@click.group(invoke_without_command=True)
@click.option("--case", type=CASE, help="The lists of this case instead of your library.")
@click.option("--json", "as_json", is_flag=True, help="JSON Lines: one snapshot a line.")
@click.pass_context
def lists(ctx: click.Context, case: Path | None, *, as_json: bool) -> None:
    """List the sanctions lists of your library, or add one.

    Each case takes a copy of your library's snapshots at its next run, so that it can be its elsewhere.
    """
    if ctx.invoked_subcommand:
        return
    if case:
        with opened(case) as its:
            rows = list(promised.lists(its))
    else:
        rows = library.snapshots()
    if as_json:
        for row in rows:
            click.echo(json.dumps(row, ensure_ascii=False))
    else:
        printing.lists(rows)


@lists.command("add")
@click.argument("files", nargs=-1, required=True, type=READABLE, metavar="FILE...")
@click.option("--case", type=CASE, help="Add to this case only, not to your library.")
@click.option(
    "--as-of", metavar="YYYY-MM-DD", help="The day the list stood so; without it, the file's own date is taken."
)
def add(files: tuple[Path, ...], case: Path | None, as_of: str | None) -> None:
    """Add one snapshot of one list.

    Clew reads the files that OFAC, the UN, the EU, the UK, BIS, SECO and Canada publish, and FollowTheMoney (OpenSanctions) data.
    """
    if case:
        with opened(case, create=True) as its:
            printing.added(screen.add_list(its, files, as_of=as_of))
    else:
        printing.added(library.add(files, as_of=as_of))


@lists.command()
@click.argument("names", nargs=-1, metavar="[NAME]...")
@click.option(
    "--from", "addresses", multiple=True, metavar="ADDRESS", help="Ask this address instead of the official one."
)
def fetch(names: tuple[str, ...], addresses: tuple[str, ...]) -> None:
    """Download lists from their authorities into your library.

    Without a NAME, say which there are. This is the only command that opens a connection, and only when you give it. A list
    that has not changed since adds nothing; one that cannot be fetched leaves the library as it was.
    """
    if not names:
        printing.official(fetching.official())
        return
    for name in names:
        with shown_progress() as on_progress:
            came = fetching.fetch(
                name, addresses=addresses, on_progress=lambda done, total, what: on_progress("fetch", done, total, what)
            )
        if came.snapshot is None:
            click.echo(f"{name}: unchanged since it was fetched at {came.unchanged_since}")
        else:
            printing.added(came.snapshot)


@lists.command()
@click.argument("before", metavar="A")
@click.argument("after", metavar="B")
@click.option("--case", type=CASE, help="Also say which findings of this case move.")
@click.option("--json", "as_json", is_flag=True, help="JSON Lines: one entry a line.")
def diff(before: str, after: str, case: Path | None, *, as_json: bool) -> None:
    """Say what became listed, changed, or was removed between two snapshots.

    A and B are snapshots of your library, as LIST@DAY or by their ids (n-…). With --case, everything is worked out once with
    the lists up to A and once up to B; the case itself is not changed.
    """
    found = changes(before, after)
    if as_json:
        for change in found.changes:
            click.echo(json.dumps(dataclasses.asdict(change), ensure_ascii=False))
    else:
        printing.changes(found)
    if case:
        with opened(case) as its, shown_progress() as on_progress:
            moved = pipeline.moved(its, found.before, found.after, on_progress=on_progress)
        printing.moved(moved)


EXAMPLES = {
    lists: ("clew lists", "clew lists --case my-case"),
    add: (
        "clew lists add sdn.csv alt.csv add.csv --as-of 2025-04-14",
        "clew lists add entities.ftm.json --as-of 2025-04-14 --case my-case",
    ),
    fetch: ("clew lists fetch", "clew lists fetch ofac-sdn un eu"),
    diff: ("clew lists diff ofac-sdn@2024-02-13 ofac-sdn@2025-04-14", "clew lists diff n-4ida n-6c3u --case my-case"),
}
