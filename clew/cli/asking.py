"""Commands for the right of reply: ask."""

import json
from pathlib import Path

import click

from clew import printing
from clew.cli.group import CASE, opened
from clew.report import promised
from clew.weigh import requests


@click.command()
@click.argument("case", type=CASE)
@click.argument("party", metavar="[PARTY|REQUEST]", required=False)
@click.option("--about", metavar="FINDING", help="The finding the party was asked about.")
@click.option("--channel", help="By which it was asked: e-mail, letter, telephone.")
@click.option("--deadline", metavar="YYYY-MM-DD", help="Until when an answer is waited for.")
@click.option("--on", "day", metavar="YYYY-MM-DD", default="", help="The day it was asked; today, if not given.")
@click.option("--answer", metavar="SOURCE", help="The source that holds the answer to REQUEST (q-…): its path or id.")
@click.option("--closed", is_flag=True, help="No answer to REQUEST (q-…) is waited for any more.")
@click.option("--json", "as_json", is_flag=True, help="JSON Lines: one request a line.")
def ask(  # noqa: PLR0917 - click hands arguments over by position
    case: Path,
    party: str | None,
    about: str | None,
    channel: str | None,
    deadline: str | None,
    day: str,
    answer: str | None,
    *,
    closed: bool,
    as_json: bool,
) -> None:
    """Record whom you asked for a reply, and what became of it. Nothing is sent.

    PARTY is an entity (e-…), a name of it in a document (a-…), or its name. Without PARTY, all requests are listed. A party
    that nobody asked is shown as not asked, never as silent.
    """
    with opened(case) as its:
        if party is None:
            rows = list(promised.requests(its))
            if as_json:
                for row in rows:
                    click.echo(json.dumps(row, ensure_ascii=False))
            else:
                printing.requests(rows)
        elif answer:
            click.echo(f"{requests.answer(its, party, answer)}: answered.")
        elif closed:
            click.echo(f"{requests.close(its, party)}: closed.")
        elif about and channel and deadline:
            click.echo(
                f"{requests.ask(its, party, about=about, channel=channel, deadline=deadline, on=day)}: recorded."
            )
        else:
            expected = "clew ask CASE PARTY --about FINDING --channel … --deadline YYYY-MM-DD, or REQUEST with --answer or --closed"
            raise click.UsageError(f"expected: {expected}", ctx=click.get_current_context())


EXAMPLES = {
    ask: (
        "clew ask my-case e-jzqg --about f-mjxd --channel e-mail --deadline 2025-11-30",
        'clew ask my-case q-3kfa --answer "mail/reply.eml"',
        "clew ask my-case q-3kfa --closed",
        "clew ask my-case",
    ),
}
