"""Measures what is read of real flight logs whose rows wrap over lines; prints scores, never their words.

    python bench/flights.py [FOLDER]

FOLDER holds the logs as PDF, trips.csv and passengers.csv, by default ../shared/data/flights. The logs are public records of
real people. A row is right when its day and its route, letters and figures only, are those of a flight of that aircraft in
trips.csv, each flight counted once; F1 over rows read and flights. A passenger is right when a claim puts that name, as written
but for case, spaces and points, on a flight of that day by that log; F1 over (flight, name) pairs, read from the claims that the
pipeline would make. A set is right when a flight's names are all read and no other.
"""

import argparse
import csv
import sys
from collections import Counter, defaultdict
from itertools import groupby
from operator import attrgetter
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from clew.extract.document import Document, Table  # noqa: E402 - the path first
from clew.extract.headers import map_tables  # noqa: E402 - as above
from clew.extract.mapping import Mapping  # noqa: E402 - as above
from clew.extract.one import extract  # noqa: E402 - as above
from clew.model.written_times import day_order, read_time  # noqa: E402 - as above
from clew.read.readers import pdf  # noqa: E402 - as above

FOLDER = ROOT.parent / "shared" / "data" / "flights"


def read_document(path: Path) -> Document:
    """Return a PDF as the extractors see it: text layer and tables."""
    reading = pdf.read(path.read_bytes(), "application/pdf")
    cells = sorted(reading.cells, key=attrgetter("table", "row", "column"))
    tables = [
        Table(number, tuple(tuple(row) for _, row in groupby(rows, attrgetter("row"))))
        for number, rows in groupby(cells, attrgetter("table"))
    ]
    return Document(path.name, "application/pdf", reading.pages, tuple(tables), reading.words)


def folded(text: str) -> str:
    """Return letters and figures only, in small letters."""
    return "".join(letter for letter in text.casefold() if letter.isalnum())


def rows_of(document: Document) -> Counter[tuple[str, str]]:
    """Return the rows of the log: day and route."""
    rows: Counter[tuple[str, str]] = Counter()
    for table in map_tables(document).of("passenger", "passenger_record"):
        order = day_order("\n".join(row.text("date") for row in table.rows))
        for row in table.rows:
            time = read_time(row.text("date"), order=order)
            day = time.moment.value if time and time.moment else ""
            rows[day, folded(row.text("route") or row.text("to"))] += 1
    return rows


def passengers_of(document: Document) -> dict[tuple[int, int, int], tuple[str, set[str]]]:
    """Return for each row with claims, by its place, its day and its passengers."""
    found: dict[tuple[int, int, int], tuple[str, set[str]]] = {}
    for claim in extract(document, Mapping()).claims:
        if claim.predicate == "travels_to":
            span = claim.quotes[0].span
            day = claim.valid_from.value if claim.valid_from else ""
            found.setdefault((span.page, span.start, span.stop), (day, set()))[1].add(folded(claim.subject))
    return found


def f1(right: int, given: int, true: int) -> str:
    """Return precision, recall and F1 as text."""
    score = 2 * right / (given + true) if given + true else 0.0
    return f"right {right} of {true} true, {given} given   F1 {score:.3f}"


def main() -> None:
    """Print the scores of each log and of all."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=FOLDER)
    folder: Path = parser.parse_args().folder
    with (folder / "trips.csv").open(encoding="utf-8") as file:
        trips = list(csv.DictReader(file))
    named: dict[str, set[str]] = defaultdict(set)
    with (folder / "passengers.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            named[row["trip_id"]].add(folded(row["passenger_as_written"]))
    total: Counter[str] = Counter()
    for path in sorted(folder.glob("*.pdf")):
        document = read_document(path)
        mine = [trip for trip in trips if trip["tail_no"] in path.name]
        score = score_log(document, mine, named)
        total.update(score)
        print_score(f"log of {len(document.pages)} pages, {len(mine)} flights", score)
    print_score("all", total)


def score_log(document: Document, trips: list[dict[str, str]], named: dict[str, set[str]]) -> Counter[str]:
    """Return the counts of one log."""
    score: Counter[str] = Counter()
    true_rows = Counter((trip["date"], folded(trip["route"])) for trip in trips)
    rows = rows_of(document)
    score.update(rows_right=sum((rows & true_rows).values()), rows_given=rows.total(), rows_true=true_rows.total())
    left = defaultdict(list)
    for day, names in passengers_of(document).values():
        left[day].append(names)
        score["names_given"] += len(names)
        score["sets_given"] += 1
    for trip in sorted(trips, key=lambda trip: -len(named[trip["id"]])):
        truth = named[trip["id"]]
        if not truth:
            continue
        score["names_true"] += len(truth)
        score["sets_true"] += 1
        best = max(left[trip["date"]], key=lambda names: len(names & truth), default=set())
        if best & truth:
            left[trip["date"]].remove(best)
            score["names_right"] += len(best & truth)
            score["sets_right"] += best == truth
    return score


def print_score(head: str, score: Counter[str]) -> None:
    """Print the figures of one log."""
    print(head)
    for what, name in (("rows", "rows"), ("names", "(flight, passenger) pairs"), ("sets", "whole passenger sets")):
        print(f"  {name:26} {f1(score[f'{what}_right'], score[f'{what}_given'], score[f'{what}_true'])}")


if __name__ == "__main__":
    main()
