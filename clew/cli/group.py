"""What every command shares: how it may end, and how it opens a case."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NoReturn

import click

from clew import printing
from clew.model.errors import ClewError
from clew.store.case import Case

CASE = click.Path(path_type=Path)
READABLE = click.Path(exists=True, dir_okay=False, readable=True, path_type=Path)
HELP = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


class Group(click.Group):
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


@contextmanager
def opened(folder: Path, *, create: bool = False) -> Iterator[Case]:
    """Open the case in a folder, and close it."""
    with Case.open(folder, create=create) as case:
        yield case
