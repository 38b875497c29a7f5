"""The command that asks a language model: propose."""

from pathlib import Path

import click

from clew import printing
from clew.cli.group import CASE, opened
from clew.extract.proposing.asking import ask_model
from clew.extract.proposing.provider import Endpoint
from clew.progress import shown_progress


@click.command()
@click.argument("case", type=CASE)
@click.option(
    "--endpoint", required=True, metavar="ADDRESS", help="An OpenAI-compatible endpoint: http://localhost:8080/v1"
)
@click.option("--model", required=True, metavar="NAME", help="The model to ask there.")
@click.option("--source", default="", metavar="PATH", help="Only this source, by its path or id.")
@click.option("--most", type=int, help="At most so many pages.")
@click.option("--remote", is_flag=True, help="The endpoint is not on this machine, and pages may be sent there.")
def propose(case: Path, endpoint: str, model: str, source: str, most: int | None, *, remote: bool) -> None:
    """Let a language model propose claims, each to be found word for word on its page, or dropped.

    Proposals wait for `clew review`; none enters a finding before you accept it. Who says it and how firmly is read by rules,
    never by the model, and no name is joined to another. A key, where the endpoint wants one, is taken from CLEW_LLM_KEY.
    """
    provider = Endpoint(endpoint, model, remote=remote)
    with opened(case) as its:
        with shown_progress() as on_progress:
            asked = ask_model(
                its,
                provider,
                source=source,
                most=most,
                on_progress=lambda done, total, what: on_progress("ask", done, total, what),
            )
        printing.asked(asked, case)


EXAMPLES = {
    propose: (
        "clew propose my-case --endpoint http://localhost:8080/v1 --model my-model",
        "clew propose my-case --endpoint http://localhost:8080/v1 --model my-model --source letters/visit.pdf",
    ),
}
