"""Measures what is found of the tables in real PDFs, beside pdfplumber alone in the same run; prints scores.

    python bench/tables.py [FOLDER]

FOLDER holds the PDFs of the ICDAR 2013 table competition with their truth (NAME-str.xml), by default ../shared/data/tables.
The score is that of the competition (M. Göbel, T. Hassan, E. Oro, G. Orsi, ICDAR 2013 Table Competition, 2013): adjacency
relations, pairs of neighbouring cells with the direction, blank cells passed over, contents without white space. They are pooled
over a document, so tables that are none cost precision and tables not found cost recall; F1 is given over all relations and as the
mean over documents. Neither side is told where the tables are. pdfplumber is run with its default settings and with its text strategy.
Times are CPU seconds of this process.
"""

import argparse
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from xml.etree import ElementTree as ET

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from clew.read.readers import pdf  # noqa: E402 - the path first

FOLDER = ROOT.parent / "shared" / "data" / "tables"
Grid = dict[tuple[int, int], tuple[int, str]]  # row, column: which cell covers it, and what the cell says
Relations = Counter[tuple[str, str, str]]  # a cell's text, its neighbour's, right or below
TEXT = {"vertical_strategy": "text", "horizontal_strategy": "text"}


def relations_of(grid: Grid) -> Relations:
    """Return the adjacency relations of a table: each cell with its nearest that is not blank to the right and below."""
    pairs: set[tuple[int, int, str]] = set()
    said = dict(grid.values())
    rows, columns = {row for row, _ in grid}, {column for _, column in grid}
    for (row, column), (cell, _) in grid.items():
        ways = (
            ("right", ((row, other) for other in range(column + 1, max(columns) + 1))),
            ("below", ((other, column) for other in range(row + 1, max(rows) + 1))),
        )
        for way, places in ways:
            other = next((grid[place][0] for place in places if place in grid and grid[place][0] != cell), None)
            if other is not None:
                pairs.add((cell, other, way))
    return Counter((said[one], said[other], way) for one, other, way in pairs)


def squeezed(text: str | None) -> str:
    """Return a text without white space."""
    return "".join((text or "").split())


def true_relations(path: Path) -> Relations:
    """Return what the competition's truth has of a document."""
    found: Relations = Counter()
    for table in ET.parse(path).getroot().iter("table"):  # noqa: S314 - a benchmark's own data
        grid: Grid = {}
        cells = [cell for region in table.iter("region") for cell in placed(region)]
        for nth, (rows, columns, text) in enumerate(cells):
            if text:
                grid |= {(row, column): (nth, text) for row in rows for column in columns}
        found += relations_of(grid)
    return found


def placed(region: ET.Element) -> Iterable[tuple[range, range, str]]:
    """Yield rows, columns and text of each cell of a region."""
    right, down = int(region.get("col-increment", 0)), int(region.get("row-increment", 0))
    for cell in region.iter("cell"):
        row, column = int(cell.get("start-row", 0)) + down, int(cell.get("start-col", 0)) + right
        rows = range(row, int(cell.get("end-row", row - down)) + down + 1)
        columns = range(column, int(cell.get("end-col", column - right)) + right + 1)
        yield rows, columns, squeezed(cell.findtext("content"))


def ours(path: Path) -> Relations:
    """Return what the PDF reader finds."""
    tables: dict[int, Grid] = {}
    for nth, cell in enumerate(pdf.read(path.read_bytes(), "application/pdf").cells):
        places = ((cell.row + down, cell.column + right) for down in range(cell.rows) for right in range(cell.columns))
        tables.setdefault(cell.table, {}).update(dict.fromkeys(places, (nth, squeezed(cell.text))))
    return sum((relations_of(grid) for grid in tables.values()), Counter())


def plumbed(settings: dict[str, str]) -> Callable[[Path], Relations]:
    """Return the function that says what pdfplumber finds with these settings."""
    import pdfplumber  # noqa: PLC0415 - a development dependency

    def find(path: Path) -> Relations:
        found: Relations = Counter()
        with pdfplumber.open(path) as document:
            for page in document.pages:
                for table in page.extract_tables(settings):
                    cells = [
                        (row, column, squeezed(text))
                        for row, texts in enumerate(table)
                        for column, text in enumerate(texts)
                    ]
                    grid = {(row, column): (nth, text) for nth, (row, column, text) in enumerate(cells) if text}
                    found += relations_of(grid)
        return found

    return find


def main() -> None:
    """Print the scores of each side."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=FOLDER)
    parser.add_argument("--each", action="store_true", help="print our score of each document")
    arguments = parser.parse_args()
    paths = [path for path in sorted(arguments.folder.glob("*.pdf")) if path.with_name(f"{path.stem}-str.xml").exists()]
    truths = [true_relations(path.with_name(f"{path.stem}-str.xml")) for path in paths]
    sides = {"clew": ours, "pdfplumber, lines (default)": plumbed({}), "pdfplumber, text": plumbed(TEXT)}
    print(f"{len(paths)} documents, {sum(truth.total() for truth in truths)} true relations")
    for name, find in sides.items():
        start = time.process_time()
        found = [find(path) for path in paths]
        took = time.process_time() - start
        scores = [score(one, truth) for one, truth in zip(found, truths, strict=True)]
        right = sum((one & truth).total() for one, truth in zip(found, truths, strict=True))
        given, true = sum(one.total() for one in found), sum(truth.total() for truth in truths)
        mean = sum(scores) / len(scores)
        print(f"{name:28} precision {right / max(given, 1):.3f}  recall {right / true:.3f}  F1 {2 * right / (given + true):.3f}"
              f"  mean F1 {mean:.3f}  {took:.1f} s")  # fmt: skip
        if arguments.each and find is ours:
            for path, one, truth in zip(paths, found, truths, strict=True):
                print(
                    f"  {path.stem:10} {score(one, truth):.2f}  right {(one & truth).total()} of {truth.total()}, {one.total()} given"
                )


def score(found: Relations, truth: Relations) -> float:
    """Return the F1 of a document."""
    return 2 * (found & truth).total() / max(found.total() + truth.total(), 1)


if __name__ == "__main__":
    main()
