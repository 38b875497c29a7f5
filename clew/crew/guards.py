"""What a process that works on hostile files gives up before it sees the first: the network, writing, other programs, and time.

None of this is a sandbox against code that a hostile file has managed to run inside a library. It holds against what a library does
of its own accord because a file asks it to.
"""

import ctypes
import os
import signal
import sys
from contextlib import suppress
from dataclasses import dataclass

from clew.model.errors import NotWhileReading

_MB = 1_000_000
PATIENCE = 20  # times the CPU seconds that may pass on the clock: a busy machine is no reason to give a file up

_CLONE_NEWUSER, _CLONE_NEWNET = 0x10000000, 0x40000000  # linux/sched.h
_NO_NEW_PRIVS = 38  # linux/prctl.h

_REFUSED = (
    "socket.",
    "subprocess.Popen",
    "os.system",
    "os.exec",
    "os.posix_spawn",
    "os.spawn",
    "os.fork",
    "os.startfile",
    "urllib.Request",
    "webbrowser.open",
    "ftplib.",
    "smtplib.",
)
_HARMLESS = frozenset({"socket.gethostname"})
# A library that looks, when it is loaded, whether there could be a network: refused, but no file asked for it.
_UNTOLD = frozenset({"socket.__new__"})


@dataclass(frozen=True, slots=True)
class Bounds:
    """Within what one piece of work must end, and how that is said when it does not."""

    what: str  # "the reader": who is stopped
    cpu_seconds: int
    cpu_setting: str
    memory_mb: int = 0  # of the process; 0 is no bound
    memory_setting: str = ""


refused: list[str] = []  # what was asked for and refused since the list was last emptied


def give_up_rights(*, memory_mb: int = 0) -> None:
    """Give up the network, other programs, writing files, and memory past the limit, each as far as the system lets us.

    Cannot be undone, and is meant for a process of its own.

    Args:
        memory_mb: what the process may hold; 0 is no bound.
    """
    _leave_network()
    sys.addaudithook(_refuse)
    sys.dont_write_bytecode = True
    with suppress(ImportError):
        import resource  # noqa: PLC0415 - POSIX only

        _lower(resource.RLIMIT_CORE, 0)
        _lower(resource.RLIMIT_FSIZE, 0)
        if (
            memory_mb and sys.platform == "linux"
        ):  # elsewhere it does not count what is mapped; the parent watches the size
            _lower(resource.RLIMIT_DATA, memory_mb * _MB)


def _lower(which: int, most: int) -> None:
    import resource  # noqa: PLC0415 - POSIX only

    with suppress(OSError, ValueError):
        resource.setrlimit(which, (most, most))


def _leave_network() -> None:
    """On Linux, move into a network of our own that has no way out, where the kernel allows it to ordinary users."""
    if sys.platform != "linux":
        return
    with suppress(OSError, AttributeError):
        c = ctypes.CDLL(None, use_errno=True)
        c.unshare(_CLONE_NEWUSER | _CLONE_NEWNET)
        c.prctl(_NO_NEW_PRIVS, 1, 0, 0, 0)


def _refuse(event: str, _: object) -> None:
    if event.startswith(_REFUSED) and event not in _HARMLESS:
        if event not in _UNTOLD:
            refused.append(event)
        raise NotWhileReading(f"{event} is refused while files are read")


def start_clock(cpu_seconds: int) -> None:
    """Let the system end this process when it has used its CPU seconds, whatever library it is in by then."""
    if hasattr(signal, "setitimer"):
        signal.signal(signal.SIGPROF, signal.SIG_DFL)
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.setitimer(signal.ITIMER_PROF, cpu_seconds)
        signal.setitimer(signal.ITIMER_REAL, cpu_seconds * PATIENCE)


def stop_clock() -> None:
    """Stop counting; the piece of work is done."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.setitimer(signal.ITIMER_REAL, 0)


def why_it_died(code: int, bounds: Bounds, *, too_large: bool = False) -> str:
    """Say in words why a process ended at its work with this exit code."""
    what = bounds.what
    if too_large:
        return f"{what} was stopped: more than {bounds.memory_mb:,} MB of memory (setting {bounds.memory_setting})"
    number = -code
    if hasattr(signal, "SIGPROF") and number == signal.SIGPROF:
        return took_too_long(bounds)
    if hasattr(signal, "SIGALRM") and number == signal.SIGALRM:
        return f"{what} was stopped: it did not end within {bounds.cpu_seconds * PATIENCE} s (setting {bounds.cpu_setting})"
    if hasattr(signal, "SIGKILL") and number == signal.SIGKILL:
        return f"{what} was stopped by the system (signal 9), as happens when memory runs out"
    if number > 0:
        with suppress(ValueError):
            return f"{what} crashed: {signal.Signals(number).name}"
    return f"{what} ended by itself with exit code {code}"


def took_too_long(bounds: Bounds) -> str:
    """Say in words that a piece of work took more CPU time than it may."""
    return f"{bounds.what} was stopped: more than {bounds.cpu_seconds} s of CPU (setting {bounds.cpu_setting})"


def size_mb(pid: int) -> float:
    """Return the memory a process holds now, in MB; 0 where the system does not say."""
    try:
        with open(f"/proc/{pid}/statm", encoding="ascii") as file:  # noqa: PTH123 - read twice a second
            return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") / _MB
    except (OSError, ValueError, IndexError):
        return _size_from_ps(pid)


def _size_from_ps(pid: int) -> float:
    import subprocess  # noqa: PLC0415 - only where there is no /proc

    try:
        said = subprocess.run(["/bin/ps", "-o", "rss=", "-p", str(pid)], capture_output=True, check=False, timeout=5)  # noqa: S603 - a fixed path and a number
        return int(said.stdout) * 1024 / _MB
    except (OSError, ValueError, subprocess.SubprocessError):
        return 0.0
