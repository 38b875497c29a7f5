"""Commands with which a person decides: judge."""

from pathlib import Path

import click

from clew.cli.group import CASE, opened
from clew.resolve import judging


@click.command()
@click.argument("case", type=CASE)
@click.argument("left", metavar="A")
@click.argument("right", metavar="B", required=False)
@click.argument("decision", type=click.Choice(["same", "different", "unsure"]), required=False)
@click.option("--why", "reason", help="Your reason; it is kept with your name and the date.")
@click.option(
    "--on", "attributes", multiple=True, metavar="ATTRIBUTE", help="An attribute you compared: passport, birth date …"
)
@click.option("--undo", is_flag=True, help="Withdraw judgement A (j-…); it stays on record as withdrawn.")
def judge(  # noqa: PLR0917 - click hands arguments over by position
    case: Path,
    left: str,
    right: str | None,
    decision: str | None,
    reason: str | None,
    attributes: tuple[str, ...],
    *,
    undo: bool,
) -> None:
    """Decide whether two names are the same party.

    A and B are entities (e-…), names in a document (a-…) or mentions (m-…). The decision is signed and dated, can be
    undone, and outlives later runs. Give --on twice with independent attributes to have the identity count as confirmed (I4). Sign with CLEW_USER or your
    login name. Run the case again to see what follows.
    """
    with opened(case) as its:
        if undo:
            judging.undo(its, left)
            click.echo(f"{left}: withdrawn. Run `clew run {case}` to see what follows.")
            return
        if right is None or decision is None:
            raise click.UsageError(
                "expected: clew judge CASE A B same|different|unsure --why REASON", ctx=click.get_current_context()
            )
        judgement = judging.judge(its, left, right, decision, why=reason or "", on=attributes)
        click.echo(f"{judgement.id}: {decision}, {judgement.level}. Run `clew run {case}` to see what follows.")


EXAMPLES = {
    judge: (
        'clew judge my-case e-jzqg e-s6x4 same --why "same passport" --on passport',
        "clew judge my-case j-ahf6 --undo",
    ),
}
