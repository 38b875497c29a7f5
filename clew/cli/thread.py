"""Commands that pull the thread: show, why."""

import json
from functools import partial
from pathlib import Path

import click

from clew import pipeline, printing
from clew.cli.group import CASE, opened
from clew.progress import shown_progress
from clew.report import show as showing


@click.command()
@click.argument("case", type=CASE)
@click.argument("id_", metavar="ID")
@click.option("--json", "as_json", is_flag=True, help="The whole record as JSON.")
def show(case: Path, id_: str, *, as_json: bool) -> None:
    """Open any ID: what it is, its words, and where they stand.

    The first letters of an id are enough where only one id begins so.
    """
    with opened(case) as its:
        shown = showing.show(its, id_)
        if as_json:
            click.echo(json.dumps(shown.record, ensure_ascii=False))
        else:
            printing.shown(shown)


@click.command()
@click.argument("case", type=CASE)
@click.argument("finding", metavar="FINDING")
@click.option(
    "--without",
    multiple=True,
    metavar="LEAF",
    help="Take away source:PATH, claim:ID, judgement:ID or list:NAME, and see what falls. May be given often.",
)
@click.option("--reviewed-only", is_flag=True, help="Count only claims that a person has accepted.")
def why(case: Path, finding: str, without: tuple[str, ...], *, reviewed_only: bool) -> None:
    """Show the words a finding stands on, and what falls with them.

    With --without, everything is worked out anew as if the leaf had never been there. The case itself is not changed.
    """
    with opened(case) as its:
        with shown_progress() as on_progress:
            pulled = pipeline.why(its, finding, without=without, reviewed_only=reviewed_only, on_progress=on_progress)
        printing.why(pulled, partial(showing.show, its))


EXAMPLES = {
    show: ("clew show my-case c-6cqg",),
    why: (
        "clew why my-case f-mjxd",
        'clew why my-case f-mjxd --without "source:letters/visit.pdf"',
        "clew why my-case f-mjxd --reviewed-only",
        "clew why my-case f-mjxd --without claim:c-6cqg --without list:ofac-sdn",
    ),
}
