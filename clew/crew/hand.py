"""A process of our own goes to work here: started with two pipes, ended with the run, and what it died of told.

Tasks go in over one pipe, answers come out over the other. Both rooms that hire such processes, for reading and for extracting,
say themselves what a task and an answer is.
"""

import os
import subprocess
import sys
import tempfile
from multiprocessing.connection import Connection

from clew.model.errors import NoReaderProcess

START_SECONDS = 120
_PASSED_ON = (
    "PATH",
    "HOME",
    "TMPDIR",
    "TEMP",
    "TMP",
    "SYSTEMROOT",
    "LANG",
    "TESSDATA_PREFIX",
    "LD_LIBRARY_PATH",
    "DYLD_LIBRARY_PATH",
)


class Hand:
    """One process and its two pipes.

    Args:
        code: what it runs; `{path!r}` in it stands for the folders that modules are looked for in. The numbers of its pipes,
            tasks and answers, are its arguments; it says `ready` when it can begin.
        told: bytes that are the first it hears.
        work: what it does, for the message if it does not start: "reads files".

    Raises:
        NoReaderProcess: it did not start.
    """

    def __init__(self, code: str, told: bytes, *, work: str) -> None:
        theirs_in, ours_out = os.pipe()
        ours_in, theirs_out = os.pipe()
        self._said = tempfile.TemporaryFile()  # noqa: SIM115 - closed in end()
        command = [sys.executable, "-c", code.format(path=sys.path), str(theirs_in), str(theirs_out)]
        try:
            self._process = subprocess.Popen(  # noqa: S603 - this program's own code
                command,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=self._said,
                pass_fds=(theirs_in, theirs_out),
                env=_environment(),
                start_new_session=True,  # Ctrl-C is for the run, which then ends the processes
            )
        finally:
            os.close(theirs_in)
            os.close(theirs_out)
        self.tasks, self.answers = Connection(ours_out, readable=False), Connection(ours_in, writable=False)
        try:
            self.tasks.send_bytes(told)
            if self.answers.poll(START_SECONDS) and self.answers.recv_bytes() == b"ready":
                return
        except (EOFError, OSError):
            pass
        self._said.seek(0)
        last = self._said.read().decode("utf-8", "replace").strip().rsplit("\n", 1)[-1]
        self.end()
        raise NoReaderProcess(f"the process that {work} did not start: {last or 'it said nothing'}")

    @property
    def pid(self) -> int:
        """The number the system knows it by."""
        return self._process.pid

    def kill(self) -> None:
        """Stop it at once; what it had not said is lost."""
        self._process.kill()

    def died(self) -> int:
        """Wait for its end and return its exit code; negative is the number of the signal that ended it."""
        return self._process.wait()

    def end(self) -> None:
        """End the process and let go of the pipes."""
        self._process.kill()
        self._process.wait()
        self.tasks.close()
        self.answers.close()
        self._said.close()


def _environment() -> dict[str, str]:
    """Return what of the environment such a process needs, and one thread for each library: there is a process a core."""
    kept = {name: value for name, value in os.environ.items() if name in _PASSED_ON or name.startswith("LC_")}
    return {
        **kept,
        "OMP_NUM_THREADS": "1",
        "OPENBLAS_NUM_THREADS": "1",
        "MKL_NUM_THREADS": "1",
        "OMP_THREAD_LIMIT": "1",
    }
