"""Measures reading into a case, each figure as a ratio of CPU seconds to the bare library doing the same read in the same run.

    python bench/reading.py [--rounds N] [--small]

Files are made anew from a seed, all invented. Each side runs in a process of its own; ours counts the processes it starts. A figure is
the median over rounds in which both sides ran one after the other. `--small` takes a tenth of the files, for a quick look.

Of small texts the ratio cannot come to 2.5. What a case must do for 10,000 files of 900 bytes, each step written out in plain Python and timed
alone (CPU seconds, one run): list and read 0.16, hash 0.01, write under a temporary name and rename 0.54, put on disk 0.43, read
and hash again where the file is opened 0.11, decode 0.01, ledger rows 0.12, log chained by hash 0.13, what became of each 0.09,
segments 0.07, pyarrow and Python 0.25: 1.9, where the bare copy, which puts nothing on disk, took 0.5 to 0.8. Two reading
processes add 0.35 each before their first file. System time of either side doubles and more when the disk is busy; then the ratio
says little, and seconds of user time are what to compare.
"""

import argparse
import os
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from reportlab.pdfgen import canvas

ROOT = Path(__file__).parents[1]
OURS = """
import sys, pathlib
from clew.read import stage
from clew.report.search import refresh
from clew.store.case import Case
with Case.open(sys.argv[2], create=True) as case:
    stage.add(case, [pathlib.Path(sys.argv[1])])
    stage.run(case)
    if sys.argv[3:]:
        refresh(case)
"""
# The text, and the box of every character: what words with places are made of.
BARE_PDF = """
import sys, pathlib, pypdfium2
for path in sorted(pathlib.Path(sys.argv[1]).iterdir()):
    for page in pypdfium2.PdfDocument(path):
        text = page.get_textpage()
        text.get_text_range()
        for place in range(text.count_chars()):
            text.get_charbox(place)
"""
BARE_CSV = """
import csv, sys, pathlib
for path in pathlib.Path(sys.argv[1]).iterdir():
    with path.open(newline="") as file:
        for row in csv.reader(file):
            pass
"""
# The same cells in the same columns, on disk.
CSV_TO_PARQUET = """
import csv, sys, pathlib, pyarrow as pa, pyarrow.parquet as pq
for path in pathlib.Path(sys.argv[1]).iterdir():
    rows, columns, texts = [], [], []
    with path.open(newline="") as file:
        for number, row in enumerate(csv.reader(file)):
            for column, text in enumerate(row):
                rows.append(number); columns.append(column); texts.append(text)
    table = pa.table({"row": pa.array(rows, pa.int32()), "column": pa.array(columns, pa.int32()), "text": texts})
    pq.write_table(table, sys.argv[2], compression="zstd")
"""
# Read, hashed, copied and decoded: what a store that keeps originals must do.
BARE_TEXT = """
import sys, pathlib, hashlib
to = pathlib.Path(sys.argv[2]); to.mkdir()
for path in sorted(pathlib.Path(sys.argv[1]).rglob("*.txt")):
    data = path.read_bytes()
    (to / hashlib.sha256(data).hexdigest()).write_bytes(data)
    data.decode()
"""
WORDS = [
    "invoice",
    "goods",
    "quantity",
    "of",
    "and",
    "shipment",
    "delivered",
    "vessel",
    "port",
    "the",
    "office",
    "moved",
    "was",
    "meeting",
    "12,400.00",
    "to",
]


def make(folder: Path, share: float) -> dict[str, tuple[Path, int]]:
    """Write the files; return each folder with how many pages, rows or files lie in it."""
    chance = random.Random(20240305)
    line = lambda number: " ".join(chance.choices(WORDS, k=number))  # noqa: E731 - three uses below
    pdf, table, text = (folder / name for name in ("pdf", "csv", "text"))
    documents, rows, notes = int(10 * share) or 1, int(300_000 * share), int(10_000 * share)
    for number in range(documents):
        pdf.mkdir(exist_ok=True)
        page = canvas.Canvas(str(pdf / f"{number}.pdf"))
        for _ in range(50):
            for at in range(45):
                page.drawString(60, 780 - 16 * at, line(10))
            page.showPage()
        page.save()
    table.mkdir()
    with (table / "rows.csv").open("w") as file:
        file.write("id,date,from,to,name,quantity,price,note\n")
        for number in range(rows):
            day = f"2024-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
            price = f"{chance.random() * 1000:.2f}"
            person = f"Person {chance.randint(1, 9999)}"
            file.write(
                f'{number},{day},SVX,SZX,{person},{chance.randint(1, 99)},{price},"part, no {chance.randint(1, 500)}"\n'
            )
    for number in range(notes):
        its = text / f"{number // 500:03}"
        its.mkdir(parents=True, exist_ok=True)
        (its / f"{number}.txt").write_text(f"Note {number}\n{line(120)}\n")
    return {"pdf": (pdf, 50 * documents), "csv": (table, rows), "text": (text, notes)}


def cost(*command: str) -> tuple[float, float]:
    """Return the CPU seconds, user and system, of a command and all it starts, and the seconds on the clock."""
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    subprocess.run(command, check=True, cwd=ROOT, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, time.monotonic() - began


def measure(folder: Path, made: dict[str, tuple[Path, int]], number: int) -> dict[str, tuple[float, float, float, int]]:
    """Return for each figure CPU seconds of ours and of its baseline, seconds on the clock of ours, and how many there were."""
    run = lambda code, kind, to, *more: cost(sys.executable, "-c", code, str(made[kind][0]), str(folder / to), *more)  # noqa: E731
    found = {}
    sides = (
        ("PDF pages into the case / bare text and character boxes", "pdf", BARE_PDF, ()),
        ("PDF pages into the case and the search index / the same", "pdf", BARE_PDF, ("index",)),
        ("CSV rows into the case / bare csv.reader", "csv", BARE_CSV, ()),
        ("CSV rows into the case / csv.reader and Parquet of the cells", "csv", CSV_TO_PARQUET, ()),
        ("small texts into the case / read, hashed, copied, decoded", "text", BARE_TEXT, ()),
    )
    for place, (name, kind, bare, more) in enumerate(sides):
        base, _ = run(bare, kind, f"bare-{number}-{place}")
        ours, clock = run(OURS, kind, f"case-{number}-{place}", *more)
        found[name] = (ours, base, clock, made[kind][1])
    return found


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--small", action="store_true")
    given = parser.parse_args()
    os.environ.update(PYTHONPATH=str(ROOT), OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1")
    with tempfile.TemporaryDirectory(prefix="clew-bench-") as name:
        folder = Path(name)
        made = make(folder, 0.1 if given.small else 1)
        found = [measure(folder, made, number) for number in range(given.rounds)]
    print(
        f"{'ratio':>7} {'ours s':>8} {'base s':>8} {'a CPU s':>9} {'a second':>9}  figure (medians of {given.rounds} rounds)"
    )
    for figure in found[0]:
        rows = [one[figure] for one in found]
        ours, base, clock = (statistics.median(row[side] for row in rows) for side in range(3))
        ratio = statistics.median(row[0] / row[1] for row in rows)
        number = rows[0][3]
        print(
            f"{ratio:7.2f} {ours:8.2f} {base:8.2f} {number / ours:9,.0f} {number / clock:9,.0f}  {figure} (n = {number:,})"
        )
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / (1024 if sys.platform == "linux" else 1024 * 1024)
    print(f"\n{os.cpu_count()} cores; peak memory of the largest process: {peak:,.0f} MB")


if __name__ == "__main__":
    main()
