"""The command that screens names without a case: screen."""

import json
import os
import sys
from pathlib import Path

import click

from clew.progress import shown_progress
from clew.screen import names as screening
from clew.screen.asked import read_lines
from clew.screen.match import NEAR
from clew.screen.shares import in_processes
from clew.screen.sheet import screen_file
from clew.screen.spark import on_spark

_MANY_NAMES = 500_000  # bytes of a file; some 10,000 names


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, allow_dash=True, path_type=Path), metavar="FILE")
@click.option(
    "--lists",
    "chosen",
    multiple=True,
    metavar="LIST",
    help="A list of your library, a list file, or a folder with any number of lists below it; may be given again. [default: all of the library]",
)
@click.option(
    "--to",
    "target",
    type=click.Path(path_type=Path),
    help="The worksheet: .csv, .xlsx or .jsonl. [default: FILE.candidates.csv]",
)
@click.option(
    "--column", metavar="HEADING", help="The column of the names, where its heading is none of the usual ones."
)
@click.option(
    "--kind",
    type=click.Choice(["person", "organization", "unknown"]),
    default="unknown",
    show_default=True,
    help="What rows are that do not say so.",
)
@click.option(
    "--near",
    type=click.FloatRange(0, 100),
    default=NEAR,
    show_default=True,
    help="Score from which a name that is not equal is a candidate.",
)
@click.option(
    "--processes",
    type=click.IntRange(0),
    default=0,
    show_default=True,
    help="How many screen side by side; 0 is as many as the machine has cores where there are many names, otherwise one.",
)
@click.option(
    "--engine",
    type=click.Choice(["local", "spark"]),
    default="local",
    show_default=True,
    help="Who does it: this machine, or Spark (clew[spark]). The worksheet is the same.",
)
@click.option("--found-only", is_flag=True, help="Leave out names for which nothing was found.")
def screen(  # noqa: PLR0917 - click hands arguments over by position
    file: Path,
    chosen: tuple[str, ...],
    target: Path | None,
    column: str | None,
    kind: str,
    near: float,
    processes: int,
    engine: str,
    *,
    found_only: bool,
) -> None:
    """Screen a file of names against sanctions lists, without a case.

    FILE is a CSV, a workbook or JSON Lines, with a heading such as name, kind, birth_date, passport, inn; or - for JSON Lines
    on standard input, answered on standard output. A match of names is not a person: each candidate has its identity level,
    what speaks for it and against, and the namesakes to expect by chance. A run that was stopped goes on where it was.
    """
    lists = screening.open_lists(chosen)
    for line in lists.left:
        click.echo(line, err=True)
    if str(file) == "-":
        ready = screening.screener(lists)
        for done, asked in enumerate(read_lines(sys.stdin, kind=kind), start=1):
            for record in screening.records([asked], ready, lists, among=done, near=near, silent=found_only):
                click.echo(json.dumps(record, ensure_ascii=False))
        return
    where = target or file.with_name(f"{file.stem}.candidates.csv")
    with shown_progress() as on_progress:
        done_ = screen_file(
            file,
            where,
            lists,
            column=column,
            kind=kind,
            near=near,
            silent=found_only,
            on_progress=lambda count, total: on_progress("screen", count, total, "names"),
            share_out=on_spark if engine == "spark" else in_processes(processes or _as_many(file)),
        )
    listed = ", ".join(f"{snapshot['list']} of {snapshot['as_of']}" for snapshot in lists.snapshots)
    again = f" ({done_.resumed:,} by an earlier run)" if done_.resumed else ""
    click.echo(f"{done_.names:,} names screened{again} against {listed}: {done_.candidates:,} candidates, in {where}")


def _as_many(file: Path) -> int:
    """Return one process for a small file: each further one opens the lists anew, which takes two seconds."""
    return os.cpu_count() or 1 if file.stat().st_size > _MANY_NAMES else 1


EXAMPLES = {
    screen: (
        "clew screen customers.csv",
        "clew screen customers.xlsx --lists ofac-sdn --lists un --to candidates.xlsx",
        "clew screen suppliers.csv --lists sdn.csv --column Supplier --kind organization",
        "clew screen customers.csv --lists downloads/lists",
        "clew screen customers.csv --engine spark",
        "cat names.jsonl | clew screen - --lists ofac-sdn",
    ),
}
