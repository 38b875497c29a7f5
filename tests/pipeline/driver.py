"""Runs a case in a process of its own that may be killed; says "started" when the run begins.

python driver.py CASE EVIDENCE
"""

import sys
from pathlib import Path

import clew
from clew.extract import stage as extract
from clew.read import stage as read

# Many small commits: a kill at random then often falls between, or inside, two of them.
read.FILES_A_COMMIT = 1
extract.SOURCES_A_COMMIT = 1

if __name__ == "__main__":
    with clew.Case.open(sys.argv[1], create=True) as case:
        print("started", flush=True)
        clew.run(case, [Path(sys.argv[2])])
