"""Commands that show where what is told comes from: lineage."""

import json
from pathlib import Path

import click

from clew import printing
from clew.cli.group import CASE, opened
from clew.report import promised


@click.command()
@click.argument("case", type=CASE)
@click.argument("finding", required=False)
@click.option("--ties", "show_ties", is_flag=True, help="What makes two sources one origin, each with its basis.")
@click.option("--json", "as_json", is_flag=True, help="JSON Lines: one record a line.")
def lineage(case: Path, finding: str | None, *, show_ties: bool, as_json: bool) -> None:
    """List claims that several items carry, and how each tells them.

    Items are news, statements and notes. Below each claim stands the item nearest to its origin, then the others with the
    time, stance, hedges, numbers and quotations as they have them, and how these differ. With FINDING (an F02), only its
    claim.
    """
    with opened(case) as its:
        rows = promised.ties(its) if show_ties else promised.retellings(its, finding=finding or "")
        if as_json:
            for row in rows:
                click.echo(json.dumps(row, ensure_ascii=False))
        elif show_ties:
            printing.ties(rows)
        else:
            printing.retellings(rows)


EXAMPLES = {lineage: ("clew lineage my-case", "clew lineage my-case f-p7gr", "clew lineage my-case --ties")}
