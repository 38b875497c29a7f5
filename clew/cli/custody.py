"""Commands on where the evidence came from, and whether it is still what it was: channel, verify."""

import json
from pathlib import Path

import click

from clew import printing
from clew.cli.group import CASE, opened
from clew.progress import shown_progress
from clew.read import channels
from clew.store import verify as store


@click.command()
@click.argument("case", type=CASE)
@click.argument("name", required=False)
@click.option(
    "--reliability",
    type=click.Choice(list(channels.RELIABILITIES)),
    help="A: completely reliable … F: cannot be judged.",
)
@click.option(
    "--source",
    "sources",
    multiple=True,
    metavar="ID",
    help="A source that came by this channel after all; may be repeated.",
)
@click.option("--why", "reason", default="", help="Your reason; it is kept with your name and the date.")
@click.option("--json", "as_json", is_flag=True, help="JSON Lines: one channel a line.")
def channel(
    case: Path, name: str | None, reliability: str | None, sources: tuple[str, ...], reason: str, *, as_json: bool
) -> None:
    """List the channels evidence came by, say how reliable one is, or correct by which one a source came.

    Give sources their channel with `clew run CASE PATH --channel NAME`; correct it with --source, which also holds for what lies inside. Until a person says otherwise, a channel is F: its
    reliability cannot be judged. What was said before stays in the log.
    """
    with opened(case) as its:
        if name is None:
            rows = channels.channels(its)
            if as_json:
                for row in rows:
                    click.echo(json.dumps(row, ensure_ascii=False))
            else:
                printing.channels(rows)
            return
        if reliability is None and not sources:
            raise click.UsageError(
                "expected: clew channel CASE NAME (--reliability A-F | --source ID) --why REASON",
                ctx=click.get_current_context(),
            )
        if sources:
            moved = channels.set_channel(its, name, sources, why=reason)
            click.echo(f"{printing.plain(name)}: {printing.count(moved, 'source')} changed to it.")
        if reliability is not None:
            channels.set_reliability(its, name, reliability, why=reason)
            click.echo(f"{printing.plain(name)}: {reliability}, {channels.RELIABILITIES[reliability]}.")


@click.command()
@click.argument("case", type=CASE)
def verify(case: Path) -> None:
    """Check that the case is still what it was.

    The chain of the log, every original and every segment are compared with their hashes; the first that differs is named. Note
    the hash of the last entry elsewhere, and you can show later that none was taken away. scripts/verify_log.py does the same without
    Clew.
    """
    with opened(case) as its, shown_progress() as on_progress:
        found = store.verify(its, on_progress=lambda done, total, what: on_progress("verify", done, total, what))
    held = f"{printing.count(found.originals, 'original')}, {printing.count(found.segments, 'segment')}"
    click.echo(
        f"{case}: {printing.count(found.entries, 'log entry')}, {held}: all as they were.\nlast entry  {found.last}"
    )


EXAMPLES = {
    channel: (
        "clew channel my-case",
        'clew channel my-case "trade registry" --reliability B --why "extracts matched the printed ones in 20 of 20 cases"',
        'clew channel my-case court --source s-63opq --why "it is exhibit 4, not from the leak"',
    ),
    verify: ("clew verify my-case",),
}
