"""Commands for sanctions lists: lists, lists add."""

import json
from pathlib import Path

import click

from clew import printing
from clew.cli.group import CASE, READABLE, opened
from clew.report import promised
from clew.screen import library
from clew.screen import stage as screen


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

    Clew reads the files OFAC publishes (sdn.csv with alt.csv and add.csv) and OpenSanctions JSON lines.
    """
    if case:
        with opened(case, create=True) as its:
            printing.added(screen.add_list(its, files, as_of=as_of))
    else:
        printing.added(library.add(files, as_of=as_of))


EXAMPLES = {
    lists: ("clew lists", "clew lists --case my-case"),
    add: (
        "clew lists add sdn.csv alt.csv add.csv --as-of 2025-04-14",
        "clew lists add entities.ftm.json --as-of 2025-04-14 --case my-case",
    ),
}
