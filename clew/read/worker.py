"""The process that reads: files to read go in over a pipe, columns of rows and what became of each file come out over another.

It holds no rights that it does not need (clew/crew/guards.py) and may die of any file; the crew (crew.py) then says so of that file and
starts another. Only JSON and columns travel back, no objects: what comes from here is never trusted to build any.

In, one message a task: `[[id, path of the bytes, sha256, name, earlier reading, entries, expanded bytes], …]`.
Out, for each file: `at N`; `kind TYPE`; `come HOW FAR` now and then; `child {…}` and its bytes, for each file inside it; `outcome {…}`. Any time: `rows TABLE` and
columns. A message may hold several lines; bytes follow the last one. At the end: `end`, or `damaged WHY` when an original is not what it was.
"""

import hashlib
import json
import os
import sys
import time
from dataclasses import replace
from multiprocessing.connection import Connection
from typing import Any

from clew.crew import guards
from clew.read.means import Limits, Means, heard

SAID_EVERY_SECONDS = 0.5
LONGEST_SAID = 100  # characters


def main() -> None:
    """Serve tasks until the other end closes."""
    tasks = Connection(int(sys.argv[1]), writable=False)
    answers = Connection(int(sys.argv[2]), readable=False)
    try:
        said = json.loads(tasks.recv_bytes())
        means = Means(tuple(said["passwords"]), Limits(**said["limits"]))
        guards.give_up_rights(memory_mb=means.limits.memory_mb)
        answers.send_bytes(b"ready")
        server = _Server(answers, means)
        while True:
            server.serve(json.loads(tasks.recv_bytes()))
    except (EOFError, BrokenPipeError, ConnectionResetError):
        # The run is over, or was killed; nobody waits for an answer.
        os._exit(0)


def _another(earlier: str, method: str) -> str:
    """Return what stands for this reading; where the same reader read the file before, with a number: pdf@1/2.

    So the rows of the two readings are told apart, and only the later ones hold.
    """
    base, _, number = earlier.partition("/")
    return f"{method}/{int(number or 1) + 1}" if base == method else method


class _Server:
    def __init__(self, answers: Connection, means: Means) -> None:
        from clew.read.attempt import attempt  # noqa: PLC0415 - only now: rights are given up before a library is loaded
        from clew.store.columns import Packer, as_bytes  # noqa: PLC0415 - as above

        self._attempt, self._as_bytes = attempt, as_bytes
        self._answers = answers
        self._means = means
        self._packer = Packer(self._send_rows)
        self._lines: list[str] = []
        self._told = 0.0  # when it was last said how far a file has been read
        heard[:] = [self._has_come]
        self._alone = (
            True  # one file in the task: what is known of it is said at once, it may be the last that is heard
        )

    def serve(self, files: list[list[Any]]) -> None:
        self._alone = len(files) == 1
        for number, (id_, path, sha256, name, earlier, entries, expanded) in enumerate(files):
            self._say("at", str(number))
            try:
                with open(path, "rb") as file:  # noqa: PTH123 - to make a path of it takes as long as to read a small file
                    data = file.read()
            except OSError as error:
                self._say("damaged", f"original {sha256[:12]}…: expected at {path}, {error.strerror}")
                return
            found = hashlib.sha256(data).hexdigest()
            if found != sha256:
                self._say("damaged", f"original {path}: expected SHA-256 {sha256[:12]}…, found {found[:12]}…")
                return
            self._read(id_, data, name, earlier, self._within(entries, expanded))
        self._packer.flush()
        self._say("end")

    def _within(self, entries: int, expanded: int) -> Means:
        """Return the means, with what may still be taken from inside a file; files of one depth mostly share them."""
        if self._means.limits.entries != entries or self._means.limits.expanded_bytes != expanded:
            limits = replace(self._means.limits, entries=entries, expanded_bytes=expanded)
            self._means = replace(self._means, limits=limits)
        return self._means

    def _read(self, id_: str, data: bytes, name: str, earlier: str, means: Means) -> None:
        guards.start_clock(means.limits.cpu_seconds)
        outcome, reading = self._attempt(data, name, means, tell=lambda kind: self._say("kind", kind))
        if earlier:
            outcome = replace(outcome, method=_another(earlier, outcome.method))
        if reading is not None:
            self._packer.add(id_, reading, method=outcome.method)
        guards.stop_clock()
        for child in reading.children if reading is not None else ():
            self._say("child", json.dumps(child.name))
            self._answers.send_bytes(child.data)
        self._say("outcome", outcome.as_json())

    def _has_come(self, how_far: str) -> None:
        """Say how far a large file has been read; small ones are done before anybody looks."""
        if self._alone and time.monotonic() - self._told >= SAID_EVERY_SECONDS:
            self._told = time.monotonic()
            self._say("come", " ".join(how_far.split())[:LONGEST_SAID])  # a sheet may be named as it likes

    def _send_rows(self, table: str, rows: Any) -> None:
        self._say("rows", table)
        self._answers.send_bytes(self._as_bytes(rows))

    def _say(self, what: str, detail: str = "") -> None:
        """Say a line; while several small files are read, lines wait for one that cannot."""
        self._lines.append(f"{what} {detail}")
        if self._alone or what in ("rows", "child", "damaged", "end"):
            self._answers.send_bytes("\n".join(self._lines).encode())
            self._lines = []
