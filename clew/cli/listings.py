"""Commands that list what a case holds, as tables or as JSON Lines."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import click

from clew import printing
from clew.cli.group import CASE, opened
from clew.report import promised
from clew.store.case import Case


def _listing(
    name: str, records: Callable[[Case], Iterator[dict[str, Any]]], table: Callable[..., None], text: str
) -> click.Command:
    @click.command(name, help=text)
    @click.argument("case", type=CASE)
    @click.option("--json", "as_json", is_flag=True, help="JSON Lines: one record a line.")
    def command(case: Path, *, as_json: bool) -> None:
        with opened(case) as its:
            rows = records(its)
            if as_json:
                for row in rows:
                    click.echo(json.dumps(row, ensure_ascii=False))
            else:
                table(rows)

    return command


@click.command()
@click.argument("case", type=CASE)
@click.option(
    "--failed", is_flag=True, help="Only what was not read in full: failed, read in part, or left; no copies."
)
@click.option("--json", "as_json", is_flag=True, help="JSON Lines: one record a line, with all there is to know.")
def sources(case: Path, *, failed: bool, as_json: bool) -> None:
    """List every file handed in, and what became of it."""
    with opened(case) as its:
        rows = promised.not_read_in_full(its) if failed else promised.sources(its)
        if as_json:
            for row in rows:
                click.echo(json.dumps(row, ensure_ascii=False))
        else:
            printing.sources(rows, helped=str(case) if failed else "")


claims = _listing("claims", promised.claims, printing.claims, "List who says what, in which words, and how firmly.")
entities = _listing("entities", promised.entities, printing.entities, "List the people, firms and places of the case.")
candidates = _listing(
    "candidates", promised.candidates, printing.candidates, "List pairs of names that wait for your judgement."
)
hits = _listing(
    "hits",
    promised.hits,
    printing.hits,
    "List names found on sanctions lists.\n\nBelow level I2 a hit is a lead, no finding: only names agree.",
)
screenings = _listing(
    "screenings",
    promised.screenings,
    printing.screened,
    "List what every party was compared with, also where nothing was found.",
)
findings = _listing("findings", promised.findings, printing.findings, "List the findings, each as one sentence.")
gaps = _listing("gaps", promised.gaps, printing.gaps, "List what inside the files could not be mapped or placed.")
