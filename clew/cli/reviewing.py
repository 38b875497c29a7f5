"""Commands with which a person reviews what was read: review."""

import json
from pathlib import Path

import click

from clew import pipeline, printing
from clew.cli.group import CASE, opened
from clew.store.case import Case
from clew.weigh import review as reviewing

KEYS = click.Choice(["a", "r", "c", "u", "s", "q"])
ASKED = "[a]ccept [r]eject [c]orrect [u]ndo the last [s]kip [q]uit"


@click.command()
@click.argument("case", type=CASE)
@click.argument("id_", metavar="[ID]", required=False)
@click.option("--accept", "decision", flag_value="accepted", help="Accept claim ID as read, or mark gap ID as seen.")
@click.option("--reject", "decision", flag_value="rejected", help="Reject claim ID: findings do without it.")
@click.option(
    "--correct",
    "changes",
    multiple=True,
    metavar="FIELD=VALUE",
    help="Reject claim ID and claim this in its place, in your name. May be given often.",
)
@click.option("--undo", is_flag=True, help="Withdraw the decision on ID; it stays on record as withdrawn.")
@click.option("--why", "reason", default="", help="Your reason; it is kept with your name and the date.")
@click.option("--list", "listed", is_flag=True, help="List what waits instead of asking.")
@click.option("--json", "as_json", is_flag=True, help="With --list, JSON Lines: one claim or gap a line.")
def review(
    case: Path,
    id_: str | None,
    decision: str | None,
    changes: tuple[str, ...],
    reason: str,
    *,
    undo: bool,
    listed: bool,
    as_json: bool,
) -> None:
    """Review claims one at a time, those first on which most findings hang.

    Without ID you are shown what waits: a claim with its words, or words of speech that were placed nowhere. A decision is
    signed and dated, can be undone, and holds through later runs. Rejected claims carry no finding. A correction is a new
    claim in your name; its words must stand in the source. Run the case again to see what follows.
    """
    with opened(case) as its:
        if listed or as_json:
            waiting = reviewing.queue(its)
            if as_json:
                for one in waiting:
                    click.echo(
                        json.dumps({"id": one.id, "kind": one.kind, "hangs": one.hangs, **one.row}, ensure_ascii=False)
                    )
            else:
                printing.waiting(waiting)
        elif id_:
            _decide(its, id_, decision, changes, reason, undo=undo)
            click.echo(f"Run `clew run {case}` to see what follows.")
        else:
            _ask(its)


def _decide(its: Case, id_: str, decision: str | None, changes: tuple[str, ...], reason: str, *, undo: bool) -> None:
    if undo:
        click.echo(f"{reviewing.undo(its, id_)}: decision withdrawn.")
    elif changes:
        click.echo(f"{pipeline.correct(its, id_, _pairs(changes), why=reason).id}: claimed in your name.")
    elif decision:
        click.echo(f"{reviewing.decide(its, id_, decision, why=reason)}: {decision}.")
    else:
        raise click.UsageError("expected --accept, --reject, --correct or --undo", ctx=click.get_current_context())


def _pairs(changes: tuple[str, ...]) -> dict[str, str]:
    pairs = {}
    for change in changes:
        name, equals, value = change.partition("=")
        if not equals:
            raise click.UsageError(f"--correct {change}: expected FIELD=VALUE", ctx=click.get_current_context())
        pairs[name.strip()] = value.strip()
    return pairs


def _ask(its: Case) -> None:
    """Show what waits, one at a time, until it is decided, skipped or left."""
    waiting, last, done = reviewing.queue(its), "", 0
    for number, one in enumerate(waiting, 1):
        printing.to_review(one, number=number, of=len(waiting))
        while True:
            try:
                key = click.prompt(ASKED, type=KEYS, show_choices=False)
                if key == "u":
                    click.echo(f"{reviewing.undo(its, last)}: decision withdrawn." if last else "Nothing to undo yet.")
                    done, last = done - bool(last), ""
                    continue
                if key in "ar":
                    why = click.prompt("why", default="" if key == "a" else None, show_default=False)
                    last = reviewing.decide(its, one.id, "accepted" if key == "a" else "rejected", why=why)
                elif key == "c":
                    given = click.prompt("FIELD=VALUE, more after a semicolon")
                    why = click.prompt("why", default="", show_default=False)
                    pipeline.correct(its, one.id, _pairs(tuple(given.split(";"))), why=why)
                    last = one.id
            except click.Abort:
                key = "q"
            break
        done += key in "arc"
        if key == "q":
            break
    click.echo(f"{printing.count(done, 'decision')} taken, {len(waiting) - done} wait.")


EXAMPLES = {
    review: (
        "clew review my-case",
        "clew review my-case --list",
        'clew review my-case c-6cqg --accept --why "read the page"',
        'clew review my-case c-6cqg --correct stance=party_unaware --why "the ministry did not deny"',
        "clew review my-case c-6cqg --undo",
    ),
}
