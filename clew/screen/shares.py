"""Names screened in shares, by this process, by several, or by the workers of a cluster: all call the same function, `share`.

In: batches of rows, in their order. Out: for each batch, in the same order, the worksheet's text and how many candidates are in
it. What comes out hangs on the rows and the job only, not on who did it nor on how the rows were divided.
"""

import io
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing import get_context

from clew.model.errors import ScreeningStopped
from clew.screen import worksheet
from clew.screen.asked import Asked
from clew.screen.match import NEAR, Screener
from clew.screen.names import FIELDS, Lists, keep_names, records, screener

_AHEAD = 2  # batches that wait for each process; more would only be held


@dataclass(frozen=True, slots=True)
class Job:
    """What all shares have in common. Travels to other processes and machines."""

    lists: Lists
    among: int  # names screened in all
    near: float = NEAR
    silent: bool = False  # leave out names for which nothing was found
    lines: bool = False  # JSON Lines; otherwise rows of a CSV


@dataclass(frozen=True, slots=True)
class Share:
    """What became of one batch."""

    names: int
    candidates: int
    text: str


ShareOut = Callable[[Iterable[Sequence[Asked]], Job], Iterator[Share]]


def share(batch: Sequence[Asked], job: Job, ready: Screener) -> Share:
    """Return what screening a batch gives, as it is written."""
    found = list(records(batch, ready, job.lists, among=job.among, near=job.near, silent=job.silent))
    out = io.StringIO()
    worksheet.write_lines(out, found) if job.lines else worksheet.write_csv(out, FIELDS, found)
    return Share(len(batch), sum(record["found"] == "candidate" for record in found), out.getvalue())


def in_this_process(batches: Iterable[Sequence[Asked]], job: Job) -> Iterator[Share]:
    """Yield the share of each batch."""
    ready = screener(job.lists)
    for batch in batches:
        yield share(batch, job, ready)


def in_processes(count: int) -> ShareOut:
    """Return the same for so many processes of this machine; one of them is this process itself.

    Raises:
        ScreeningStopped: while shares are taken: a process ended before its time.
    """
    if count <= 1:
        return in_this_process

    def shares(batches: Iterable[Sequence[Asked]], job: Job) -> Iterator[Share]:
        keep_names(job.lists)  # made once and opened by each: the arrays are then one and the same memory
        # Started afresh, not forked: libraries of numbers and the progress bar run threads, which a fork does not take along.
        with ProcessPoolExecutor(count, get_context("spawn"), _begin, (job,)) as pool:
            try:
                yield from _in_order(pool, batches, count * _AHEAD)
            except BrokenProcessPool:
                raise ScreeningStopped(
                    "a process that screens ended before its time, as happens when memory runs out; "
                    "the same command goes on where it was"
                ) from None
            finally:
                pool.shutdown(wait=False, cancel_futures=True)

    return shares


def _in_order(pool: ProcessPoolExecutor, batches: Iterable[Sequence[Asked]], most: int) -> Iterator[Share]:
    waiting: deque[Future[Share]] = deque()
    for batch in batches:
        waiting.append(pool.submit(_next_share, batch))
        if len(waiting) >= most:
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()


_own: list[tuple[Job, Screener]] = []  # of a process started by `in_processes`


def _begin(job: Job) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the run, which then ends its processes
    _own.append((job, screener(job.lists)))


def _next_share(batch: Sequence[Asked]) -> Share:
    job, ready = _own[0]
    return share(batch, job, ready)
