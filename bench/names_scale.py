"""Measures how finding names grows with the list and with how many are asked, and draws it.

    python bench/names_scale.py [--data ../shared/data] [--curves docs/why/names.svg]

Lists are OFAC's names filled up with legal names. Each size runs in a process of its own, so that its peak memory is its own. CPU
seconds of the process throughout, save for opening, which is told in wall seconds too. Beside it, in the same process: the sorted
letters of every name compared by rapidfuzz.
"""

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import names_queries as made
import numpy as np
import pyarrow.parquet as pq
from names_curves import draw
from rapidfuzz import fuzz, process

from clew.naming.index import NameIndex
from clew.naming.kept import open_index, save

SIZES = (20_000, 80_000, 180_000, 480_000)
COUNTS = (1, 10, 100, 1_000, 10_000)  # names asked at once
ASKED = 2_000  # names asked for the curve over sizes
BRUTE = 200  # of them, compared with every name


def one_size(data: Path, size: int) -> dict[str, object]:
    """Return what is measured on a list of one size."""
    listed = [(name, kind) for kind, names in made.read_ofac(data / "lists").values() for name in names]
    legal = pq.read_table(data / "names" / "gleif_399k.parquet", columns=["name"])["name"].to_pylist()
    names = listed + [(name, "organization") for name in legal]
    names += [(f"{name} {n}", "organization") for n, name in enumerate(legal[: max(0, SIZES[-1] - len(names))])]
    names = names[:size]
    asked = [(name.lower(), "organization") for name in legal[1_000 : 1_000 + COUNTS[-1]]]
    del legal, listed
    before = _peak_mb()
    started = time.process_time()
    index = NameIndex.build(names)
    found: dict[str, object] = {"names": size, "built": time.process_time() - started}
    found |= {"before_mb": before, "peak_mb": _peak_mb()}
    with tempfile.TemporaryDirectory() as folder:
        save(index, Path(folder))
        found["disk_mb"] = sum(path.stat().st_size for path in Path(folder).iterdir()) / 1e6
        wall, started = time.monotonic(), time.process_time()
        opened = open_index(Path(folder))
        found |= {"opened_wall": time.monotonic() - wall, "opened": time.process_time() - started}
        assert opened is not None
        opened.search(asked[-10:])
        found["ours"] = _timed(lambda: opened.search(asked[:ASKED])) / ASKED * 1e3
        found["counts"] = [_of_count(opened, asked, count) for count in COUNTS]
        latencies = [_timed(lambda one=one: opened.search([one])) * 1e3 for one in asked[3_000:3_200]]
        found |= {"alone_half": float(np.quantile(latencies, 0.5)), "alone_most": float(np.quantile(latencies, 0.95))}
    texts = [_sorted(name) for name, kind in names if kind != "person"]
    few = [_sorted(name) for name, _ in asked[:BRUTE]]
    brute = _timed(lambda: process.cdist(few, texts, scorer=fuzz.ratio, dtype=np.uint8))
    return found | {"brute": brute / BRUTE * 1e3}


def _of_count(index: NameIndex, asked: list[tuple[str, str]], count: int) -> float:
    """Return CPU ms for so many names asked at once; few are asked several times, of other names."""
    times = max(1, 200 // count)
    parts = [asked[start : start + count] for start in range(0, times * count, count)]
    return _timed(lambda: [index.search(part) for part in parts]) / times * 1e3


def _sorted(name: str) -> str:
    return " ".join(sorted(name.lower().replace(",", " ").replace("-", " ").split()))


def _timed(work: Callable[[], object]) -> float:
    started = time.process_time()
    work()
    return time.process_time() - started


def _peak_mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3


def main() -> None:
    """Measure each size, print, and draw."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path(__file__).parents[2] / "shared" / "data")
    parser.add_argument("--curves", type=Path)
    parser.add_argument("--size", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.size:
        print(json.dumps(one_size(options.data, options.size)))
        return
    rows = []
    print(f"load {os.getloadavg()[0]:.1f}")
    for size in SIZES:
        command = [sys.executable, __file__, "--data", str(options.data), "--size", str(size)]
        row = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
        rows.append(row)
        print(
            f"{size:>8,} names: {row['ours']:.3f} ms a name, every name compared {row['brute']:.3f} ms ({row['brute'] / row['ours']:.1f} times);"
            f" alone {row['alone_half']:.1f} ms, 95 of 100 within {row['alone_most']:.1f}; built in {row['built']:.1f} s,"
            f" memory {row['before_mb']:.0f} MB before and {row['peak_mb']:.0f} MB at most; {row['disk_mb']:.0f} MB on disk,"
            f" opened in {row['opened_wall']:.2f} s ({row['opened']:.2f} s CPU)"
        )
        print(
            "          asked at once: "
            + ", ".join(f"{n:,}: {ms:.1f} ms" for n, ms in zip(COUNTS, row["counts"], strict=True))
        )
    if options.curves:
        by_size = {
            "Clew": [(row["names"], row["ours"]) for row in rows],
            "every name compared": [(row["names"], row["brute"]) for row in rows],
        }
        by_count = {
            f"{row['names']:,} listed": list(zip(COUNTS, row["counts"], strict=True)) for row in (rows[0], rows[-1])
        }
        draw(
            options.curves,
            [
                ("CPU for one name, by names listed", "names listed", by_size),
                ("CPU, by names asked at once", "names asked at once", by_count),
            ],
        )


if __name__ == "__main__":
    main()
