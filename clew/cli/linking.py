"""The command that compares records field by field: link."""

import json
from pathlib import Path

import click

from clew import printing
from clew.cli.group import CASE, READABLE, opened
from clew.progress import shown_progress
from clew.resolve import linking
from clew.resolve.likeness import LEAST


@click.command()
@click.argument("case", type=CASE)
@click.option("--model", type=READABLE, metavar="FILE", help="Take the weights of FILE instead of learning them here.")
@click.option(
    "--model-to",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Write the models with their weights to FILE.",
)
@click.option("--least", type=float, default=LEAST, show_default=True, help="The weight from which a pair is listed.")
def link(case: Path, model: Path | None, model_to: Path | None, *, least: float) -> None:
    """Compare the records of registers, invoices, passenger lists and other tables field by field.

    Names, days of birth, numbers, telephones, addresses and employers are weighed by how often they agree by chance and in one
    party's records; the weights are learned from the case and kept with it. Pairs that may be one party wait in `clew
    candidates` with what each field adds. None is joined: `clew judge` decides. Run it again after new documents.
    Needs one package more: pip install "clew[link]".
    """
    with opened(case) as its:
        models = linking.read_models(model.read_text(encoding="utf-8")) if model else None
        with shown_progress() as on_progress:
            done = linking.link(
                its,
                models=models,
                least=least,
                on_progress=lambda at, total, what: on_progress("link", at, total, what),
            )
        if model_to:
            kept = json.dumps(linking.kept_models(its), ensure_ascii=False, indent=1)
            model_to.write_text(kept + "\n", encoding="utf-8")
        printing.linked(done, case)


EXAMPLES = {
    link: ("clew link my-case", "clew link my-case --model-to model.json", "clew link other-case --model model.json"),
}
