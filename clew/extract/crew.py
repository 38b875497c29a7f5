"""Documents to extract go in; what each yields comes out in the same order, found by processes of their own that may die.

One process a core, each with the models of the languages it has met. Short documents travel a few at a time. When a process
dies, the document it was at is given up with a gap that says why, and the rest of its task goes to a new one.
"""

import contextlib
import json
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from multiprocessing.connection import wait
from types import TracebackType
from typing import Self

from clew.crew import guards
from clew.crew.hand import Hand
from clew.extract.one import Found, Task, given_up

DOCUMENTS_A_TASK = 4
CHARACTERS_A_TASK = 20_000
WAITING = 64  # documents that are done and wait for an earlier one; past it no new one is begun
_START = "import sys; sys.path[:] = {path!r}; from clew.extract.worker import main; main()"


class Crew:
    """The processes that extract. Used with `with`, which ends them.

    Args:
        mappings: table mapping files, name and content.
        bounds: within what a document must be done.
        most: how many processes.
    """

    def __init__(self, mappings: Sequence[tuple[str, str]], bounds: guards.Bounds, *, most: int) -> None:
        self._told = json.dumps({"mappings": list(mappings), "bounds": asdict(bounds)}).encode()
        self._bounds = bounds
        self._most = most
        self._idle: list[_Worker] = []
        self._busy: dict[int, _Worker] = {}  # by the number of the task

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        for worker in (*self._idle, *self._busy.values()):
            worker.end()

    def extract(self, tasks: Iterable[Task]) -> Iterator[Found]:
        """Yield what each document yields, in their order.

        Raises:
            NoReaderProcess: the processes cannot be started.
        """
        some = enumerate(_some_at_a_time(tasks))
        done: dict[int, list[Found]] = {}
        following = 0
        while True:
            while self._may_begin(done) and (task := next(some, None)) is not None:
                worker = self._idle.pop() if self._idle else _Worker(self._told, self._bounds)
                self._busy[task[0]] = worker
                worker.begin(task[1])
            if not self._busy:
                return
            for number in self._look():
                worker = self._busy.pop(number)
                self._idle.append(worker)
                done[number] = worker.found
            while following in done:
                yield from done.pop(following)
                following += 1

    def _may_begin(self, done: dict[int, list[Found]]) -> bool:
        return len(self._busy) < self._most and sum(len(found) for found in done.values()) < WAITING

    def _look(self) -> list[int]:
        """Wait until something has come, take it in, and return the tasks that are done."""
        ready = wait([worker.answers for worker in self._busy.values()])
        for worker in self._busy.values():
            if worker.answers in ready:
                worker.take()
        return [number for number, worker in self._busy.items() if worker.is_done]


class _Worker:
    """One process, and the documents it is at."""

    def __init__(self, told: bytes, bounds: guards.Bounds) -> None:
        self._told = told
        self._bounds = bounds
        self._left: deque[Task] = deque()  # the first is being extracted
        self.found: list[Found] = []
        self._start()

    @property
    def is_done(self) -> bool:
        """Say whether all its documents are done."""
        return not self._left

    def begin(self, tasks: list[Task]) -> None:
        """Begin with some documents."""
        self.found = []
        self._left = deque(tasks)
        self._send()

    def take(self) -> None:
        """Take in what the process has said; if it has died, say so of the document it died of, and go on."""
        try:
            while not self.is_done and self.answers.poll():
                self.found.append(Found.from_json(self.answers.recv_bytes(), self._left[0]))
                self._left.popleft()
        except (EOFError, OSError, ValueError, TypeError, KeyError):  # the last three: no process of ours talks so
            self._bury()

    def end(self) -> None:
        """End the process."""
        self._process.end()

    def _start(self) -> None:
        self._process = Hand(_START, self._told, work="extracts claims")
        self.answers = self._process.answers

    def _send(self) -> None:
        with contextlib.suppress(OSError):  # it has just died: that is seen when it is listened to
            self._process.tasks.send(list(self._left))

    def _bury(self) -> None:
        self._process.kill()
        reason = guards.why_it_died(self._process.died(), self._bounds)
        self.found.append(given_up(self._left.popleft(), reason, self._bounds))
        self.end()
        self._start()
        if self._left:
            self._send()


def _some_at_a_time(tasks: Iterable[Task]) -> Iterator[list[Task]]:
    """Yield long documents one by one, short ones a few at a time."""
    some: list[Task] = []
    size = 0
    for task in tasks:
        own = sum(len(page.text) for page in task.document.pages)
        if some and (len(some) == DOCUMENTS_A_TASK or size + own > CHARACTERS_A_TASK):
            yield some
            some, size = [], 0
        some.append(task)
        size += own
    if some:
        yield some
