"""What a process that reads hostile files gives up before it opens the first: the network, writing, other programs, and time.

None of this is a sandbox against code that a hostile file has managed to run inside a library. It holds against what a library does
of its own accord because a file asks it to.
"""

import ctypes
import os
import signal
import sys
from contextlib import suppress

from clew.model.errors import NotWhileReading
from clew.read.means import MB, PATIENCE, Limits

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

refused: list[str] = []  # what was asked for and refused since the list was last emptied


def give_up_rights(limits: Limits) -> None:
    """Give up the network, other programs, writing files, and memory past the limit, each as far as the system lets us.

    Cannot be undone, and is meant for a process of its own.
    """
    _leave_network()
    sys.addaudithook(_refuse)
    sys.dont_write_bytecode = True
    with suppress(ImportError):
        import resource  # noqa: PLC0415 - POSIX only

        _lower(resource.RLIMIT_CORE, 0)
        _lower(resource.RLIMIT_FSIZE, 0)
        if sys.platform == "linux":  # elsewhere it does not count what is mapped; the parent watches the size
            _lower(resource.RLIMIT_DATA, limits.memory_mb * MB)


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


def start_clock(limits: Limits) -> None:
    """Let the system end this process when it has used its CPU seconds, whatever library it is in by then."""
    if hasattr(signal, "setitimer"):
        signal.signal(signal.SIGPROF, signal.SIG_DFL)
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.setitimer(signal.ITIMER_PROF, limits.cpu_seconds)
        signal.setitimer(signal.ITIMER_REAL, limits.cpu_seconds * PATIENCE)


def stop_clock() -> None:
    """Stop counting; the file is done."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.setitimer(signal.ITIMER_REAL, 0)


def why_it_died(code: int, limits: Limits, *, too_large: bool) -> str:
    """Say in words why a process that read a file ended with this exit code."""
    memory = f"more than {limits.memory_mb:,} MB of memory (setting read_memory_mb)"
    if too_large:
        return f"the reader was stopped: {memory}"
    number = -code
    if hasattr(signal, "SIGPROF") and number == signal.SIGPROF:
        return f"the reader was stopped: more than {limits.cpu_seconds} s of CPU (setting read_cpu_seconds)"
    if hasattr(signal, "SIGALRM") and number == signal.SIGALRM:
        return f"the reader was stopped: it did not end within {limits.cpu_seconds * PATIENCE} s (setting read_cpu_seconds)"
    if hasattr(signal, "SIGKILL") and number == signal.SIGKILL:
        return "the reader was stopped by the system (signal 9), as happens when memory runs out"
    if number > 0:
        with suppress(ValueError):
            return f"the reader crashed: {signal.Signals(number).name}"
    return f"the reader ended by itself with exit code {code}"


def size_mb(pid: int) -> float:
    """Return the memory a process holds now, in MB; 0 where the system does not say."""
    try:
        with open(f"/proc/{pid}/statm", encoding="ascii") as file:  # noqa: PTH123 - read twice a second
            return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") / MB
    except (OSError, ValueError, IndexError):
        return _size_from_ps(pid)


def _size_from_ps(pid: int) -> float:
    import subprocess  # noqa: PLC0415 - only where there is no /proc

    try:
        said = subprocess.run(["/bin/ps", "-o", "rss=", "-p", str(pid)], capture_output=True, check=False, timeout=5)  # noqa: S603 - a fixed path and a number
        return int(said.stdout) * 1024 / MB
    except (OSError, ValueError, subprocess.SubprocessError):
        return 0.0
