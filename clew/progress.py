"""Progress on the terminal: silent for two seconds, then a bar; a plain line now and then where there is no terminal."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

PATIENCE_SECONDS = 2.0
LINE_EVERY_SECONDS = 10.0
VERBS = {
    "add": "adding",
    "read": "reading",
    "extract": "extracting",
    "resolve": "comparing names",
    "screen": "screening",
    "detect": "looking for patterns",
    "weigh": "weighing",
    "verify": "verifying",
}


@contextmanager
def shown_progress() -> Iterator[Callable[[str, int, int, str], None]]:
    """Yield a function that takes stage, done, total and what is at hand, and shows them on standard error."""
    bar: Any = None
    task: Any = None
    started = last = time.monotonic()

    def on_progress(stage: str, done: int, total: int, what: str) -> None:
        nonlocal bar, task, last
        if time.monotonic() - started < PATIENCE_SECONDS:
            return
        verb = VERBS.get(stage, stage)
        if not sys.stderr.isatty():
            if time.monotonic() - last >= LINE_EVERY_SECONDS:
                last = time.monotonic()
                print(f"{verb}: {done} of {total}", file=sys.stderr, flush=True)  # noqa: T201 - this is the door
            return
        if bar is None:
            bar = _bar()
            task = bar.add_task(verb, total=total)
            bar.start()
        bar.update(task, description=f"{verb} {_short(what)}", completed=done, total=total)

    try:
        yield on_progress
    finally:
        if bar is not None:
            bar.stop()


def _bar() -> Any:
    from rich.console import Console  # noqa: PLC0415 - most runs are over before a bar is needed
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn  # noqa: PLC0415

    columns = (TextColumn("{task.description}", markup=False), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    return Progress(*columns, console=Console(stderr=True), transient=True)


def _short(what: str, width: int = 40) -> str:
    printable = "".join(char if char.isprintable() else "?" for char in what)
    return printable if len(printable) <= width else "…" + printable[-width:]
