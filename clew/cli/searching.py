"""The command that finds words: search."""

import dataclasses
import json
from pathlib import Path

import click

from clew import printing
from clew.cli.group import CASE, opened
from clew.progress import shown_progress
from clew.report.search import Scope
from clew.report.search import search as find


@click.command()
@click.argument("case", type=CASE)
@click.argument("words", nargs=-1, required=True, metavar="WORDS...")
@click.option("--not", "unwanted", multiple=True, metavar="WORD", help="A word that must not stand there.")
@click.option("--exact", is_flag=True, help="These words only: no other forms, no other scripts.")
@click.option("--type", "record_type", metavar="TYPE", help="Only sources of this record type: invoice, letter …")
@click.option("--language", type=click.Choice(["en", "ru", "zh"]), help="Only sources in this language.")
@click.option(
    "--since", metavar="DATE", help="Only sources that speak of this time or later: 2024, 2024-03, 2024-03-05."
)
@click.option("--until", metavar="DATE", help="Only sources that speak of this time or earlier.")
@click.option("--most", default=20, show_default=True, help="How many places to show.")
@click.option("--json", "as_json", is_flag=True, help="JSON Lines: one place a line.")
def search(  # noqa: PLR0917 - click hands arguments over by position
    case: Path,
    words: tuple[str, ...],
    unwanted: tuple[str, ...],
    record_type: str | None,
    language: str | None,
    since: str | None,
    until: str | None,
    most: int,
    *,
    exact: bool,
    as_json: bool,
) -> None:
    """Find words in all pages and cells, with their places.

    All WORDS must stand on the page. Quote a "phrase" (for the shell: '"a phrase"') and end a beginning with *. Other forms
    of a word, and a name as other scripts write it, are found too, unless you say --exact.
    """
    asked = " ".join([*words, *(f"-{word}" for word in unwanted)])
    scope = Scope(record_type=record_type, language=language, since=since, until=until, exact=exact)
    with opened(case) as its:
        with shown_progress() as on_progress:
            found = find(
                its,
                asked,
                scope,
                most=most,
                on_progress=lambda done, total, what: on_progress("search", done, total, what),
            )
        if as_json:
            for place in found.places:
                click.echo(json.dumps(dataclasses.asdict(place), ensure_ascii=False))
        else:
            printing.results(found)


EXAMPLES = {
    search: (
        "clew search my-case Petrov invoice",
        """clew search my-case '"end user"' --type letter --since 2024""",
        "clew search my-case 彭立文 --exact",
    ),
}
