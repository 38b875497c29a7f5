"""Commands that do the work: run, report, demo."""

from pathlib import Path

import click

from clew import pipeline, printing
from clew.cli.group import CASE, READABLE, opened
from clew.progress import shown_progress
from clew.read.ledger import Custody
from clew.read.stage import read_passwords
from clew.report import promised


@click.command()
@click.argument("case", type=CASE)
@click.argument("paths", nargs=-1, type=CASE, metavar="[PATH]...")
@click.option(
    "--mapping",
    "mappings",
    multiple=True,
    type=READABLE,
    metavar="FILE",
    help="A TOML file that names the columns of odd tables.",
)
@click.option("--set", "settings", multiple=True, metavar="NAME=VALUE", help="Keep a setting with the case.")
@click.option(
    "--channel",
    default="unknown",
    show_default=True,
    help="By whose custody these files came: a leak, a registry, an airline, a court, a mail …",
)
@click.option(
    "--origin", default="", help="Where they came from, such as a URL; without it, each file's own path is kept."
)
@click.option("--method", default="", help="How they were come by: downloaded, received by mail, scanned …")
@click.option("--legal-basis", default="", help="On what ground you hold them.")
@click.option(
    "--password-file",
    type=READABLE,
    metavar="FILE",
    help="Passwords to try on what is encrypted, one a line. They are not kept.",
)
def run(  # noqa: PLR0917 - click hands arguments over by position
    case: Path,
    paths: tuple[Path, ...],
    mappings: tuple[Path, ...],
    settings: tuple[str, ...],
    channel: str,
    origin: str,
    method: str,
    legal_basis: str,
    password_file: Path | None,
) -> None:
    """Add files and folders to a case and read what is new.

    CASE is a folder; it is made if it is new. A second run over an unchanged case does nothing; one new file costs one
    file. Stop it with Ctrl-C at any time.
    How the files were come by is kept with each that is new, and in the log.
    """
    passwords = read_passwords(password_file) if password_file else ()
    custody = Custody(channel, origin, method, legal_basis)
    with opened(case, create=True) as its:
        for setting in settings:
            name, equals, value = setting.partition("=")
            if not equals:
                raise click.UsageError(f"--set {setting}: expected NAME=VALUE")
            its.set(name, value)
        with shown_progress() as on_progress:
            summary = pipeline.run(
                its, paths, mappings=mappings, custody=custody, passwords=passwords, on_progress=on_progress
            )
        printing.summary(its, summary)


@click.command()
@click.argument("case", type=CASE)
@click.option(
    "--to", "target", required=True, type=click.Path(path_type=Path, dir_okay=False), help="The HTML file to write."
)
def report(case: Path, target: Path) -> None:
    """Write one self-contained HTML report.

    It holds the findings with their words, what stands against them, replies, leads, gaps, sources and the method.
    """
    with opened(case) as its:
        number = pipeline.report(its, target)
    click.echo(f"{target}: {printing.count(number, 'finding')} written")


@click.command()
@click.option(
    "--to", "folder", default="clew-demo", show_default=True, type=CASE, help="Folder to make the case and report in."
)
def demo(folder: Path) -> None:
    """Read the built-in, invented case.

    Its findings are printed and its report written. All its people and firms are invented.
    """
    with shown_progress() as on_progress:
        case, target = pipeline.demo(folder, on_progress=on_progress)
    with opened(case) as its:
        found = list(promised.findings(its))
    printing.findings(found)
    click.echo(f"All people and firms of this case are invented.\ncase    {case}\nreport  {target}")
    if found:
        click.echo(f"next    clew why {case} {found[0]['id']}")


EXAMPLES = {
    run: ("clew run my-case my-folder", "clew run my-case more.pdf --set visits_at_least=3"),
    report: ("clew report my-case --to report.html",),
    demo: ("clew demo", "clew demo --to /tmp/clew-demo"),
}
