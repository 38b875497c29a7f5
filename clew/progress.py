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
    "link": "comparing records",
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
    first: tuple[float, int] | None = None

    def on_progress(stage: str, done: int, total: int, what: str) -> None:
        nonlocal bar, task, last, first
        first = first or (time.monotonic(), done)
        if time.monotonic() - started < PATIENCE_SECONDS:
            return
        verb = VERBS.get(stage, stage)
        if not sys.stderr.isatty():
            if time.monotonic() - last >= LINE_EVERY_SECONDS:
                last = time.monotonic()
                within = f"; {_short(what, 80)}" if ": " in what else ""  # how far a large file has come
                print(f"{verb}: {done:,} of {total:,}{pace(done, total, first)}{within}", file=sys.stderr, flush=True)  # noqa: T201 - this is the door
            return
        if bar is None:
            bar = _bar()
            task = bar.add_task(verb, total=total, pace="")
            bar.start()
        bar.update(
            task, description=f"{verb} {_short(what)}", completed=done, total=total, pace=pace(done, total, first)
        )

    try:
        yield on_progress
    finally:
        if bar is not None:
            bar.stop()


def pace(done: int, total: int, first: tuple[float, int]) -> str:
    """Return how many a second, and the time left at that pace; nothing where that is not yet to be said.

    Args:
        done: of how many it is known now that they are done.
        total: of all.
        first: when this run first told, and how many were done by then: what an earlier run did counts for nothing.
    """
    seconds = time.monotonic() - first[0]
    new = done - first[1]
    if seconds < PATIENCE_SECONDS or new <= 0:
        return ""
    left = (total - done) * seconds / new
    in_words = f"{left / 60:.0f} min" if left >= 90 else f"{left:.0f} s"
    return f", {new / seconds:,.0f} a second, about {in_words} left" if new >= seconds else f", about {in_words} left"


def _bar() -> Any:
    from rich.console import Console  # noqa: PLC0415 - most runs are over before a bar is needed
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn  # noqa: PLC0415

    columns = (
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TextColumn("{task.fields[pace]}", markup=False),
    )
    return Progress(*columns, console=Console(stderr=True), transient=True)


def _short(what: str, width: int = 40) -> str:
    printable = "".join(char if char.isprintable() else "?" for char in what)
    return printable if len(printable) <= width else "…" + printable[-width:]
