"""The process that extracts: documents go in over one pipe, the rows each yields come out over the other.

It gives up the network, other programs and writing before it sees the first, and may die of any; the crew (crew.py) then says
so of that document and starts another. What goes in are objects of the run's own; only JSON comes back, so that what a
document makes of this process can build nothing in the run.
"""

import json
import os
import sys
from multiprocessing.connection import Connection

from clew.crew import guards


def main() -> None:
    """Extract until the other end closes."""
    tasks = Connection(int(sys.argv[1]), writable=False)
    answers = Connection(int(sys.argv[2]), readable=False)
    try:
        said = json.loads(tasks.recv_bytes())
        guards.give_up_rights()
        from clew.extract.mapping import read_mappings  # noqa: PLC0415 - only now: rights are given up before a library is loaded
        from clew.extract.one import found_in  # noqa: PLC0415 - as above

        mapping = read_mappings([(name, content) for name, content in said["mappings"]])
        answers.send_bytes(b"ready")
        while True:
            for task in tasks.recv():
                guards.start_clock(said["bounds"]["cpu_seconds"])
                found = found_in(task, mapping)
                guards.stop_clock()
                answers.send_bytes(found.as_json().encode())
    except (EOFError, BrokenPipeError, ConnectionResetError):
        # The run is over, or was killed; nobody waits for an answer.
        os._exit(0)
