"""Measures the spine on the kept example case, as ratios of CPU seconds against a named baseline in the same run.

    python bench/spine.py [--rounds N]

Each figure is the median over rounds in which both sides ran one after the other, each in a process of its own.
"""

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
EVIDENCE = ROOT / "examples" / "kept" / "evidence"
BARE_TEXT = """
import sys, pathlib, pypdfium2
for path in sorted(pathlib.Path(sys.argv[1]).rglob("*.pdf")):
    try:
        document = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError:
        continue
    for page in document:
        page.get_textpage().get_text_bounded()
"""
READ_ONLY = """
import sys, pathlib
from clew.read import stage
from clew.store.case import Case
with Case.open(sys.argv[2], create=True) as case:
    stage.add(case, sorted(pathlib.Path(sys.argv[1]).rglob("*.pdf")))
    stage.run(case)
"""
WITHOUT = """
import sys, clew
with clew.Case.open(sys.argv[1]) as case:
    finding = next(clew.findings(case))
    source = finding["sources"][0]
    clew.why(case, finding["id"], without=["source:" + source])
"""


def cpu_seconds(*command: str) -> float:
    """Return the CPU seconds, user and system, of a command run to its end."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def measure(folder: Path, number: int) -> dict[str, tuple[float, float]]:
    """Return for each figure the CPU seconds of ours and of its baseline."""
    python = sys.executable
    case = str(folder / f"case-{number}")
    run = (python, "-m", "clew", "run", case, str(EVIDENCE))
    first = cpu_seconds(*run)
    second = cpu_seconds(*run)
    note = folder / f"note-{number}.txt"
    note.write_text(f"A note about nothing in particular, number {number}.\n")
    one_more = cpu_seconds(python, "-m", "clew", "run", case, str(note))
    without = cpu_seconds(python, "-c", WITHOUT, case)
    bare = cpu_seconds(python, "-c", BARE_TEXT, str(EVIDENCE))
    read = cpu_seconds(python, "-c", READ_ONLY, str(EVIDENCE), str(folder / f"read-{number}"))
    return {
        "second run, nothing new / first run": (second, first),
        "run with one new file / first run": (one_more, first),
        "one leaf switched off, all recomputed / first run": (without, first),
        "PDFs into the case with boxes and tables / bare text of the same PDFs": (read, bare),
    }


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=3)
    rounds = parser.parse_args().rounds
    os.environ["PYTHONPATH"] = str(ROOT)
    with tempfile.TemporaryDirectory(prefix="clew-bench-") as folder:
        os.environ["CLEW_HOME"] = str(Path(folder) / "home")
        found = [measure(Path(folder), number) for number in range(rounds)]
    print(f"{'ratio':>8}  {'ours s':>8}  {'base s':>8}  figure (medians of {rounds} rounds, CPU seconds)")
    for name in found[0]:
        ours, base = (statistics.median(row[name][side] for row in found) for side in (0, 1))
        ratio = statistics.median(row[name][0] / row[name][1] for row in found)
        print(f"{ratio:8.3f}  {ours:8.2f}  {base:8.2f}  {name}")
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"\npeak memory of the largest process: {peak:,.0f} MB")


if __name__ == "__main__":
    main()
