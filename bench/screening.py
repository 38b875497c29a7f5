"""Measures `clew screen` on many names: makes a file of invented customers and changed list names, and runs the command on it.

    python bench/screening.py [--names 1000000] [--data ../shared/data] [--to FOLDER] [-- MORE OPTIONS OF clew screen]

Half of the rows are people, half firms: words of public names put together anew, and one row in a hundred a name of the lists,
changed as `names_queries.py` does. Prints wall and CPU seconds of the command with all its processes, and their peak memory
together, asked for twice a second.
"""

import argparse
import csv
import os
import random
import resource
import subprocess
import sys
import time
from pathlib import Path

import names_queries as made
import pyarrow.parquet as pq

from clew.screen.names import open_lists

SEED = 17
PAGE = os.sysconf("SC_PAGE_SIZE")


def write_names(target: Path, data: Path, count: int) -> None:
    """Write a CSV of name and kind; the same count gives the same file."""
    chance = random.Random(SEED)
    given, family = set(), set()
    for name in ("validation_negatives_us.csv", "validation_negatives_global.csv"):
        for row in csv.DictReader((data / "names" / name).open(encoding="utf-8")):
            words = row["full_name"].split()
            if len(words) > 1:
                given.add(words[0])
                family.add(words[-1])
    givens, families = sorted(given), sorted(family)
    legal = pq.read_table(data / "names" / "gleif_399k.parquet", columns=["name"])["name"].to_pylist()
    listed = [(name, kind) for kind, names in made.read_ofac(data / "lists").values() for name in names]
    changes = list(made.CHANGES.values())
    target.parent.mkdir(parents=True, exist_ok=True)
    with target.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["id", "name", "kind"])
        for number in range(count):
            name, kind = "", "person"
            if chance.random() < 0.01:
                name, kind = chance.choice(listed)
                name = chance.choice(changes)[1](name, chance) if len(name) > 5 else name
            elif chance.random() < 0.5:
                name = f"{chance.choice(givens)} {chance.choice(families)}"
            if not name:
                one, other = chance.choice(legal).split(), chance.choice(legal).split()
                name, kind = " ".join([*one[: chance.randint(1, 2)], *other[-2:]]), "organization"
            rows.writerow([f"C{number:07}", name, kind])


def tree_memory(root: int) -> int:
    """Return the bytes that a process and its descendants hold, shared pages counted once for each."""
    children: dict[int, list[int]] = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = path.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        children.setdefault(int(fields[1]), []).append(int(path.parent.name))
    waiting, total = [root], 0
    while waiting:
        process = waiting.pop()
        waiting += children.get(process, ())
        try:
            total += int(Path(f"/proc/{process}/statm").read_text().split()[1]) * PAGE
        except OSError:
            continue
    return total


def main() -> None:
    """Make the file and run the command on it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path(__file__).parents[2] / "shared" / "data")
    parser.add_argument("--names", type=int, default=1_000_000)
    parser.add_argument("--to", type=Path, default=Path("/tmp"))  # noqa: S108 - the user may say another
    parser.add_argument("more", nargs="*")
    options = parser.parse_args()
    source = options.to / f"customers-{options.names}.csv"
    if not source.exists():
        write_names(source, options.data, options.names)
    os.environ["CLEW_HOME"] = str(options.to / "clew-home")
    folder = options.data / "lists"
    listed = len(open_lists([folder]).listings)
    command = [sys.executable, "-m", "clew", "screen", str(source), "--lists", str(folder), *options.more]
    started, load, highest, memory = time.monotonic(), os.getloadavg()[0], 0, []
    with subprocess.Popen(command) as run:
        while run.poll() is None:
            memory.append(tree_memory(run.pid))
            time.sleep(0.5)
    wall = time.monotonic() - started
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu, highest = spent.ru_utime + spent.ru_stime, max(memory)
    middle, end = memory[len(memory) // 2], memory[-3:][0]
    print(
        f"{options.names:,} names against {listed:,} listed: {wall:.0f} s wall at load {load:.1f} to {os.getloadavg()[0]:.1f}, {cpu:.0f} s CPU"
    )
    print(f"{cpu / options.names * 1e3:.3f} ms CPU a name, {options.names / wall:,.0f} names a second")
    print(f"memory: peak {highest / 1e6:.0f} MB, half way {middle / 1e6:.0f} MB, at the end {end / 1e6:.0f} MB")


if __name__ == "__main__":
    main()
