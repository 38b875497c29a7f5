"""Files to read go in; what became of each comes out in the same order, read by processes of their own that may die.

One process a core, kept warm; started anew when one dies of a file. Small files travel many at a time. When a process dies,
the files of its task are read again one by one, so that only the one it died of is given up.
"""

import contextlib
import json
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass, field
from multiprocessing.connection import wait
from types import TracebackType
from typing import Any, Self

from clew.crew import guards
from clew.crew.hand import Hand
from clew.model.errors import CaseDamaged
from clew.model.source import Child
from clew.read.attempt import Outcome, no_reader
from clew.read.means import MB, Means

FILES_A_TASK = 128
BYTES_A_TASK = 200_000
HELD_BYTES = 200 * MB  # of results that wait for an earlier one; past it no new file is begun
LOOK_SECONDS = 0.5  # between looks at how much memory each process holds
_START = "import sys; sys.path[:] = {path!r}; from clew.read.worker import main; main()"


@dataclass(frozen=True, slots=True)
class Order:
    """One file to read."""

    id: str
    path: str  # of its bytes
    sha256: str
    size: int
    name: str
    reading: str  # by which reader it was read before; empty the first time
    entries: int  # how many files may be taken from inside it
    expanded_bytes: int


@dataclass(slots=True)
class Result:
    """What became of the files of one task: an outcome, and the files found inside, for each; the rows of all."""

    outcomes: list[tuple[Order, Outcome, list[Child]]] = field(default_factory=list)
    rows: list[tuple[str, Any]] = field(default_factory=list)  # table, its columns
    size: int = 0  # bytes held

    def join(self, other: "Result") -> None:
        """Take in the result of files read after these."""
        self.outcomes += other.outcomes
        self.rows += other.rows
        self.size += other.size


class Crew:
    """The processes that read. Used with `with`, which ends them."""

    def __init__(self, means: Means, *, most: int) -> None:
        self._means = means
        self._most = most
        self._idle: list[_Hand] = []
        self._busy: dict[int, _Hand] = {}  # by the number of the task

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        for hand in (*self._idle, *self._busy.values()):
            hand.end()

    def read(self, orders: Iterable[Order], *, on_come: "Come" = lambda *_: None) -> Iterator[Result]:
        """Yield the results of all orders, in their order.

        Args:
            orders: the files.
            on_come: called now and then with the name of a large file and how far it has been read.

        Raises:
            CaseDamaged: the bytes of an original are missing or changed.
            NoReaderProcess: the processes cannot be started.
        """
        tasks = enumerate(tasks_of(orders))
        done: dict[int, Result] = {}
        following = 0
        while True:
            while self._may_begin(done.values()) and (task := next(tasks, None)) is not None:
                hand = self._idle.pop() if self._idle else _Hand(self._means)
                self._busy[task[0]] = hand
                hand.on_come = on_come
                hand.begin(task[1])
            if not self._busy:
                return
            for number in self._look():
                hand = self._busy.pop(number)
                self._idle.append(hand)
                done[number] = hand.result
            while following in done:
                yield done.pop(following)
                following += 1

    def _may_begin(self, done: Iterable[Result]) -> bool:
        held = sum(result.size for result in done)
        return len(self._busy) < self._most and held < HELD_BYTES

    def _look(self) -> list[int]:
        """Wait a little, take in what has come, and return the tasks that are done."""
        ready = wait([hand.answers for hand in self._busy.values()], timeout=LOOK_SECONDS)
        finished = []
        for number, hand in self._busy.items():
            if hand.answers in ready:
                hand.take()
            else:
                hand.watch()
            if hand.is_done:
                finished.append(number)
        return finished


Come = Callable[[str, str], None]  # the file's name, and how far it has been read


class _Hand:
    """One process, and the task it is at."""

    def __init__(self, means: Means) -> None:
        self._means = means
        self._chunks: deque[list[Order]] = deque()  # the first is being read
        self._part = Result()  # of the first chunk, so far
        self._at = 0
        self._kind = ""  # media type of the file being read
        self._children: list[Child] = []
        self._too_large = False
        self.result = Result()
        self.on_come: Come = lambda *_: None
        self._start()

    @property
    def is_done(self) -> bool:
        """Say whether the task is at its end."""
        return not self._chunks

    def begin(self, task: list[Order]) -> None:
        """Begin a task."""
        self.result = Result()
        self._chunks = deque([task])
        if guards.size_mb(self._process.pid) > 0.75 * self._means.limits.memory_mb:
            self._restart()  # what one file left behind must not be held against the next
        self._send()

    def take(self) -> None:
        """Take in what the process has said; if it has died, say so of the file it died of, and go on."""
        try:
            while not self.is_done and self.answers.poll():
                for line in self.answers.recv_bytes().decode().split("\n"):
                    self._hear(line)
        except (EOFError, OSError, ValueError, KeyError, TypeError):  # the last three: no reading process talks so
            self._bury()

    def watch(self) -> None:
        """End the process if it holds more memory than it may."""
        if guards.size_mb(self._process.pid) > self._means.limits.memory_mb:
            self._too_large = True
            self._process.kill()

    def end(self) -> None:
        """End the process."""
        self._process.end()

    def _start(self) -> None:
        said = {"passwords": self._means.passwords, "limits": asdict(self._means.limits)}
        self._process = Hand(_START, json.dumps(said).encode(), work="reads files")
        self.answers = self._process.answers

    def _restart(self) -> None:
        self.end()
        self._too_large = False
        self._start()

    def _send(self) -> None:
        self._part, self._at, self._kind, self._children = Result(), 0, "", []
        task = [[o.id, o.path, o.sha256, o.name, o.reading, o.entries, o.expanded_bytes] for o in self._chunks[0]]
        with contextlib.suppress(OSError):  # it has just died: that is seen when it is listened to
            self._process.tasks.send_bytes(json.dumps(task).encode())

    def _hear(self, line: str) -> None:
        what, _, detail = line.partition(" ")
        if what == "at":
            self._at, self._kind = int(detail), ""
        elif what == "kind":
            self._kind = detail
        elif what == "rows":
            from clew.store.columns import from_bytes  # noqa: PLC0415 - an unchanged run need not pay for it

            columns = self.answers.recv_bytes()
            self._part.rows.append((detail, from_bytes(detail, columns)))
            self._part.size += len(columns)
        elif what == "come":
            self.on_come(self._chunks[0][self._at].name, detail)
        elif what == "child":
            data = self.answers.recv_bytes()
            self._children.append(Child(json.loads(detail), data))
            self._part.size += len(data)
        elif what == "outcome":
            outcome = Outcome.from_json(detail)
            self._part.outcomes.append((self._chunks[0][self._at], outcome, self._children))
            self._children = []
        elif what == "damaged":
            raise CaseDamaged(detail)
        elif what == "end":
            self.result.join(self._part)
            self._go_on()
        else:
            raise ValueError(what)

    def _go_on(self) -> None:
        self._chunks.popleft()
        if self._chunks:
            self._send()

    def _bury(self) -> None:
        """The process has died: give up the file if it was alone, else read each of the task's files alone."""
        code = self._process.died()
        chunk = self._chunks[0]
        if len(chunk) > 1:
            self._chunks.popleft()
            self._chunks.extendleft([order] for order in reversed(chunk))
            self._restart()
            self._send()
            return
        reason = guards.why_it_died(code, _bounds(self._means), too_large=self._too_large)
        self.result.outcomes.append((chunk[0], Outcome(self._kind, no_reader(), "failed", reason), []))
        self._restart()
        self._go_on()


def _bounds(means: Means) -> guards.Bounds:
    limits = means.limits
    return guards.Bounds("the reader", limits.cpu_seconds, "read_cpu_seconds", limits.memory_mb, "read_memory_mb")


def tasks_of(orders: Iterable[Order]) -> Iterator[list[Order]]:
    """Yield orders in tasks: large files one by one, small ones many at a time."""
    task: list[Order] = []
    size = 0
    for order in orders:
        if task and (len(task) == FILES_A_TASK or size + order.size > BYTES_A_TASK):
            yield task
            task, size = [], 0
        task.append(order)
        size += order.size
    if task:
        yield task
