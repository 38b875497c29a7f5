"""The command line: one command per verb. Parse, call, print; no logic, no SQL."""

import click

import clew
from clew.cli import (
    asking,
    custody,
    judging,
    lineage,
    linking,
    listings,
    lists,
    proposing,
    reviewing,
    screening,
    searching,
    thread,
    working,
)
from clew.cli.group import HELP, Group


@click.group(cls=Group, context_settings=HELP)
@click.version_option(clew.__version__, prog_name="clew")
def main() -> None:
    """Follow the thread from a document to a finding.

    Give Clew a folder of evidence and sanctions lists. It reads them, compares names, and says what follows; every finding
    opens on the exact words that carry it.
    """


# In the order they are used, not by letter.
for _command in (
    working.run,
    listings.sources,
    listings.claims,
    listings.entities,
    listings.candidates,
    listings.hits,
    listings.screenings,
    listings.findings,
    listings.gaps,
    lineage.lineage,
    searching.search,
    thread.show,
    thread.why,
    linking.link,
    judging.judge,
    proposing.propose,
    reviewing.review,
    custody.channel,
    custody.verify,
    asking.ask,
    working.report,
    lists.lists,
    screening.screen,
    working.demo,
):
    main.add_command(_command)

# What the help of each command shows as examples. Ids may be cut short, as here.
EXAMPLES: dict[click.Command, tuple[str, ...]] = {
    main: ("clew demo", "clew run my-case my-folder", "clew findings my-case", "clew why my-case f-mjxd"),
    **working.EXAMPLES,
    **searching.EXAMPLES,
    **proposing.EXAMPLES,
    **thread.EXAMPLES,
    **lineage.EXAMPLES,
    **linking.EXAMPLES,
    **judging.EXAMPLES,
    **reviewing.EXAMPLES,
    **custody.EXAMPLES,
    **asking.EXAMPLES,
    **lists.EXAMPLES,
    **screening.EXAMPLES,
}
for _command in (main, *lists.lists.commands.values(), *main.commands.values()):
    _shown = EXAMPLES.get(_command, (f"clew {_command.name} my-case", f"clew {_command.name} my-case --json"))
    _command.epilog = "\b\nExamples:\n  " + "\n  ".join(_shown)
