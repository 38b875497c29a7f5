"""The command line: one command per verb. Parse, call, print; no logic, no SQL."""

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any, NoReturn

import click

import clew
from clew import pipeline, printing
from clew.model.errors import ClewError
from clew.progress import shown_progress
from clew.report import promised
from clew.report import show as showing
from clew.resolve import judging
from clew.screen import library
from clew.screen import stage as screen
from clew.store.case import Case

CASE = click.Path(path_type=Path)
READABLE = click.Path(exists=True, dir_okay=False, readable=True, path_type=Path)


class _Group(click.Group):
    """Prints what went wrong on one line and exits 2; Ctrl-C leaves a whole case and says so."""

    def main(self, *args: Any, **extra: Any) -> Any:
        """Run as a program; the name shown is always clew, however it was started."""
        extra.setdefault("prog_name", "clew")
        return super().main(*args, **extra)

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Return the commands in the order they are used, not by letter."""
        return list(self.commands)

    def make_context(self, *args: Any, **extra: Any) -> click.Context:
        """Read the words of the command line; what is wrong with them is said on one line."""
        with _one_line():
            return super().make_context(*args, **extra)

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; see the class for how it may end."""
        with _one_line():
            return super().invoke(ctx)


@contextmanager
def _one_line() -> Iterator[None]:
    try:
        yield
    except click.exceptions.NoArgsIsHelpError:
        raise
    except click.UsageError as error:
        asked = error.ctx.command_path if error.ctx else "clew"
        message = " ".join(error.format_message().split()).rstrip(".")
        _stop(2, f"{message}; see `{asked} --help`")
    except ClewError as error:
        _stop(2, " ".join(str(error).split()))
    except KeyboardInterrupt:
        _stop(130, "stopped. What was committed is kept; run the same command again to go on.")
    except BrokenPipeError:
        # The reader of a pipe went away (clew claims CASE | head): nothing is wrong.
        sys.stderr.close()
        raise SystemExit(0) from None
    except OSError as error:
        # A full disk, a folder that may not be read: not ours to mend, and no bug to show a trace of.
        where = error.filename2 or error.filename
        _stop(2, f"{f'{where}: ' if where else ''}{error.strerror or error}")


def _stop(code: int, message: str) -> NoReturn:
    click.echo(f"clew: {printing.plain(message)}", err=True)
    raise SystemExit(code) from None


HELP = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


@click.group(cls=_Group, context_settings=HELP)
@click.version_option(clew.__version__, prog_name="clew")
def main() -> None:
    """Follow the thread from a document to a finding.

    Give Clew a folder of evidence and sanctions lists. It reads them, compares names, and says what follows; every finding
    opens on the exact words that carry it.
    """


@contextmanager
def _opened(folder: Path, *, create: bool = False) -> Iterator[Case]:
    with Case.open(folder, create=create) as case:
        yield case


@main.command()
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
def run(case: Path, paths: tuple[Path, ...], mappings: tuple[Path, ...], settings: tuple[str, ...]) -> None:
    """Add files and folders to a case and read what is new.

    CASE is a folder; it is made if it is new. A second run over an unchanged case does nothing; one new file costs one
    file. Stop it with Ctrl-C at any time.
    """
    with _opened(case, create=True) as opened:
        for setting in settings:
            name, equals, value = setting.partition("=")
            if not equals:
                raise click.UsageError(f"--set {setting}: expected NAME=VALUE")
            opened.set(name, value)
        with shown_progress() as on_progress:
            summary = pipeline.run(opened, paths, mappings=mappings, on_progress=on_progress)
        printing.summary(opened, summary)


def _listing(
    name: str, records: Callable[[Case], Iterator[dict[str, Any]]], table: Callable[..., None], text: str
) -> None:
    @main.command(name, help=text)
    @click.argument("case", type=CASE)
    @click.option("--json", "as_json", is_flag=True, help="JSON Lines: one record a line.")
    def command(case: Path, *, as_json: bool) -> None:
        with _opened(case) as opened:
            rows = records(opened)
            if as_json:
                for row in rows:
                    click.echo(json.dumps(row, ensure_ascii=False))
            else:
                table(rows)


_listing("sources", promised.sources, printing.sources, "List every file handed in, and what became of it.")
_listing("claims", promised.claims, printing.claims, "List who says what, in which words, and how firmly.")
_listing("entities", promised.entities, printing.entities, "List the people, firms and places of the case.")
_listing("candidates", promised.candidates, printing.candidates, "List pairs of names that wait for your judgement.")
_listing(
    "hits",
    promised.hits,
    printing.hits,
    "List names found on sanctions lists.\n\nBelow level I2 a hit is a lead, no finding: only names agree.",
)
_listing("findings", promised.findings, printing.findings, "List the findings, each as one sentence.")
_listing("gaps", promised.gaps, printing.gaps, "List what inside the files could not be mapped or placed.")


@main.command()
@click.argument("case", type=CASE)
@click.argument("id_", metavar="ID")
@click.option("--json", "as_json", is_flag=True, help="The whole record as JSON.")
def show(case: Path, id_: str, *, as_json: bool) -> None:
    """Open any ID: what it is, its words, and where they stand.

    The first letters of an id are enough where only one id begins so.
    """
    with _opened(case) as opened:
        shown = showing.show(opened, id_)
        if as_json:
            click.echo(json.dumps(shown.record, ensure_ascii=False))
        else:
            printing.shown(shown)


@main.command()
@click.argument("case", type=CASE)
@click.argument("finding", metavar="FINDING")
@click.option(
    "--without",
    multiple=True,
    metavar="LEAF",
    help="Take away source:PATH, claim:ID, judgement:ID or list:NAME, and see what falls. May be given often.",
)
def why(case: Path, finding: str, without: tuple[str, ...]) -> None:
    """Show the words a finding stands on, and what falls with them.

    With --without, everything is worked out anew as if the leaf had never been there. The case itself is not changed.
    """
    with _opened(case) as opened:
        with shown_progress() as on_progress:
            pulled = pipeline.why(opened, finding, without=without, on_progress=on_progress)
        printing.why(pulled, partial(showing.show, opened))


@main.command()
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
    with _opened(case) as opened:
        if undo:
            judging.undo(opened, left)
            click.echo(f"{left}: withdrawn. Run `clew run {case}` to see what follows.")
            return
        if right is None or decision is None:
            raise click.UsageError(
                "expected: clew judge CASE A B same|different|unsure --why REASON", ctx=click.get_current_context()
            )
        judgement = judging.judge(opened, left, right, decision, why=reason or "", on=attributes)
        click.echo(f"{judgement.id}: {decision}, {judgement.level}. Run `clew run {case}` to see what follows.")


@main.command()
@click.argument("case", type=CASE)
@click.option(
    "--to", "target", required=True, type=click.Path(path_type=Path, dir_okay=False), help="The HTML file to write."
)
def report(case: Path, target: Path) -> None:
    """Write one self-contained HTML report.

    It holds the findings with their words, what stands against them, replies, leads, gaps, sources and the method.
    """
    with _opened(case) as opened:
        number = pipeline.report(opened, target)
    click.echo(f"{target}: {printing.count(number, 'finding')} written")


@main.group(invoke_without_command=True)
@click.option("--case", type=CASE, help="The lists of this case instead of your library.")
@click.option("--json", "as_json", is_flag=True, help="JSON Lines: one snapshot a line.")
@click.pass_context
def lists(ctx: click.Context, case: Path | None, *, as_json: bool) -> None:
    """List the sanctions lists of your library, or add one.

    Each case takes a copy of your library's snapshots at its next run, so that it can be opened elsewhere.
    """
    if ctx.invoked_subcommand:
        return
    if case:
        with _opened(case) as opened:
            rows = list(promised.lists(opened))
    else:
        rows = library.snapshots()
    if as_json:
        for row in rows:
            click.echo(json.dumps(row, ensure_ascii=False))
    else:
        printing.lists(rows)


@lists.command("add")
@click.argument("files", nargs=-1, required=True, type=READABLE, metavar="FILE...")
@click.option("--case", type=CASE, help="Add to this case only, not to your library.")
@click.option(
    "--as-of", metavar="YYYY-MM-DD", help="The day the list stood so; without it, the file's own date is taken."
)
def lists_add(files: tuple[Path, ...], case: Path | None, as_of: str | None) -> None:
    """Add one snapshot of one list.

    Clew reads the files OFAC publishes (sdn.csv with alt.csv and add.csv) and OpenSanctions JSON lines.
    """
    if case:
        with _opened(case, create=True) as opened:
            printing.added(screen.add_list(opened, files, as_of=as_of))
    else:
        printing.added(library.add(files, as_of=as_of))


@main.command()
@click.option(
    "--to", "folder", default="clew-demo", show_default=True, type=CASE, help="Folder to make the case and report in."
)
def demo(folder: Path) -> None:
    """Read the built-in, invented case.

    Its findings are printed and its report written. All its people and firms are invented.
    """
    with shown_progress() as on_progress:
        case, target = pipeline.demo(folder, on_progress=on_progress)
    with _opened(case) as opened:
        found = list(promised.findings(opened))
    printing.findings(found)
    click.echo(f"All people and firms of this case are invented.\ncase    {case}\nreport  {target}")
    if found:
        click.echo(f"next    clew why {case} {found[0]['id']}")


# What the help of each command shows as examples. Ids may be cut short, as here.
EXAMPLES = {
    main: ("clew demo", "clew run my-case my-folder", "clew findings my-case", "clew why my-case f-mjxd"),
    run: ("clew run my-case my-folder", "clew run my-case more.pdf --set visits_at_least=3"),
    show: ("clew show my-case c-6cqg",),
    why: (
        "clew why my-case f-mjxd",
        'clew why my-case f-mjxd --without "source:letters/visit.pdf"',
        "clew why my-case f-mjxd --without claim:c-6cqg --without list:ofac-sdn",
    ),
    judge: (
        'clew judge my-case e-jzqg e-s6x4 same --why "same passport" --on passport',
        "clew judge my-case j-ahf6 --undo",
    ),
    report: ("clew report my-case --to report.html",),
    lists: ("clew lists", "clew lists --case my-case"),
    lists_add: (
        "clew lists add sdn.csv alt.csv add.csv --as-of 2025-04-14",
        "clew lists add entities.ftm.json --as-of 2025-04-14 --case my-case",
    ),
    demo: ("clew demo", "clew demo --to /tmp/clew-demo"),
}
for _command in (main, lists_add, *main.commands.values()):
    _shown = EXAMPLES.get(_command, (f"clew {_command.name} my-case", f"clew {_command.name} my-case --json"))
    _command.epilog = "\b\nExamples:\n  " + "\n  ".join(_shown)
