"""Measures what is read of real invoices that carry their own truth as XML inside the PDF; prints scores, never their words.

    python bench/invoices.py [FOLDER] [--misses] [--invented N]

FOLDER holds PDFs with an attached Cross Industry Invoice (ZUGFeRD, Factur-X), by default ../shared/data/invoices. The
attachment is taken out for the truth alone (pdfdetach, of poppler-utils); the reader under test is given the text layer
and never the attachment. A field counts when it is equal: numbers and names after folding case and spaces, dates and
totals by value; of a true name written over several lines the first that does more than number or greet the party. Precision is over the fields given, recall over those the truth has. The files are split in two halves by
a hash of their name: one served to develop on from the first, the other was only scored until the reader was changed for the
layouts in it too, so that no file here is unseen. Both are told, and all of them; a file without a text layer is counted apart.

--invented scores N invoices of each layout of `invoice_drawings.py` instead, in German, English, French, Russian and
Chinese, and needs no folder; their layouts are parted in the same way. The layouts are by the hand that wrote the reader.
"""

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from hashlib import sha256
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from xml.etree import ElementTree as ET

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from invoice_drawings import LAYOUTS  # noqa: E402 - as above
from invoice_layouts import Sheet, make_bill  # noqa: E402 - as above
from invoice_layouts import half_of as layout_half  # noqa: E402 - as above
from invoice_layouts import truth_of as truth_of_bill  # noqa: E402 - as above

from clew.extract.addresses import addresses_party, numbers_party  # noqa: E402 - the path first
from clew.extract.document import Document, Extraction, Table  # noqa: E402 - the path first
from clew.extract.mapping import Mapping  # noqa: E402 - as above
from clew.extract.one import extract  # noqa: E402 - as above
from clew.model.errors import ClewError  # noqa: E402 - as above
from clew.model.source import Reading  # noqa: E402 - as above
from clew.read.readers import pdf  # noqa: E402 - as above

FOLDER = ROOT.parent / "shared" / "data" / "invoices"
FIELDS = ("number", "date", "seller", "buyer", "currency", "total")
Values = dict[str, str]


def truth_of(path: Path) -> Values | None:
    """Return what the attached XML says, or the JSON beside the file; None where there is neither."""
    beside = path.with_suffix(".json")
    if beside.exists():
        return _values_beside(beside)
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(
            (shutil.which("pdfdetach") or "pdfdetach", "-saveall", "-o", folder, str(path)),
            check=False,
            capture_output=True,
        )
        for file in sorted(Path(folder).glob("*.xml")):
            tree = ET.parse(file)  # noqa: S314 - a benchmark's own data
            if "CrossIndustry" in tree.getroot().tag:
                return _values_of(tree.getroot())
    return None


def _values_of(root: ET.Element) -> Values:
    # Version 1 and version 2 of the format name the same things differently.
    paths = {
        "number": ("ExchangedDocument/ID", "HeaderExchangedDocument/ID"),
        "date": ("IssueDateTime/DateTimeString",),
        "seller": ("SellerTradeParty/Name",),
        "buyer": ("BuyerTradeParty/Name",),
        "currency": ("InvoiceCurrencyCode",),
        "total": ("GrandTotalAmount",),
    }
    found = {name: next(filter(None, (_text(root, path) for path in some)), "") for name, some in paths.items()}
    if found["date"]:
        found["date"] = f"{found['date'][:4]}-{found['date'][4:6]}-{found['date'][6:8]}"
    for side in ("seller", "buyer"):
        # Some writers put their numbers into the name as lines of their own: 'GLN 43000 / Customer no. 17 / Beta GmbH'.
        lines = [line for line in found[side].splitlines() if not (numbers_party(line) or addresses_party(line))]
        found[side] = lines[0].strip() if lines else ""
    return {name: value for name, value in found.items() if value}


def _values_beside(path: Path) -> Values:
    """Return the fields of invoice2data's own expected output; it names the issuer only, by a trade name or in full."""
    said = json.loads(path.read_text())[0]
    names = {"number": "invoice_number", "date": "date", "currency": "currency", "total": "amount"}
    found = {one: str(said[name]) for one, name in names.items() if name in said}
    return found | {"seller": "\n".join({said["issuer"], said.get("partner_name", said["issuer"])})}


def _text(root: ET.Element, path: str) -> str:
    steps = "/".join(f"{{*}}{step}" for step in path.split("/"))
    element = root.find(f".//{steps}")
    return (element.text or "").strip() if element is not None else ""


def read_document(data: bytes, name: str) -> Document:
    """Return a PDF as the extractors see it: text layer and tables."""
    reading: Reading = pdf.read(data, "application/pdf")
    return Document(name, "application/pdf", reading.pages, tuple(_tables(reading)), reading.words)


def _tables(reading: Reading) -> Iterator[Table]:
    cells = sorted(reading.cells, key=attrgetter("table", "row", "column"))
    for number, rows in groupby(cells, attrgetter("table")):
        yield Table(number, tuple(tuple(row) for _, row in groupby(rows, attrgetter("row"))))


def read_fields(found: Extraction) -> Values:
    """Return the fields an extraction gives an invoice, as its claims carry them."""
    values: Values = {}
    for claim in found.claims:
        if claim.record_type != "invoice" or claim.predicate not in ("billed", "credited", "totals"):
            continue
        if claim.subject != claim.qualifier("number"):  # where nobody is named the paper is the subject, by its number
            values.setdefault("seller", claim.subject)
        for name in ("number", "currency"):
            if claim.qualifier(name):
                values.setdefault(name, claim.qualifier(name) or "")
        if claim.valid_from:
            values.setdefault("date", claim.valid_from.value)
        values.setdefault("total" if claim.predicate == "totals" else "buyer", claim.object)
    return values


def is_equal(name: str, one: str, other: str) -> bool:
    """Say whether two values of a field are the same."""
    if name == "total":
        try:
            return Decimal(one) == Decimal(other)
        except InvalidOperation:
            return False
    if name == "seller" and "\n" in other:
        return any(is_equal(name, one, each) for each in other.split("\n"))
    return " ".join(one.casefold().split()) == " ".join(other.casefold().split())


def half_of(path: Path) -> str:
    """Return the half a file is in by the hash of its name."""
    if path.parent.name == "invoice2data":
        return "invoice2data, developed on"
    return "developed on first" if sha256(path.name.encode()).digest()[0] % 2 == 0 else "developed on last"


@dataclass(slots=True)
class Scores:
    """Counts for one half."""

    files: int = 0
    differing: int = 0  # said to differ in their arithmetic
    right: Counter[str] = field(default_factory=Counter)
    given: Counter[str] = field(default_factory=Counter)
    true: Counter[str] = field(default_factory=Counter)


def score(name: str, document: Document, truth: Values, scores: Scores, *, misses: bool) -> None:
    """Count what is read of one invoice, and print what was missed if so asked."""
    extraction = extract(document, Mapping())
    found = read_fields(extraction)
    scores.files += 1
    scores.differing += any(claim.predicate == "arithmetic_differs" for claim in extraction.claims)
    for one in FIELDS:
        hit = one in found and one in truth and is_equal(one, found[one], truth[one])
        scores.right[one] += hit
        scores.given[one] += one in found
        scores.true[one] += one in truth
        if misses and not hit and (one in truth or one in found):
            print(f"{name}: {one}: found {found.get(one)!r}, truth {truth.get(one)!r}")


def _sum_of(parts: list[Scores]) -> Scores:
    whole = Scores(sum(one.files for one in parts), sum(one.differing for one in parts))
    for one in parts:
        whole.right.update(one.right)
        whole.given.update(one.given)
        whole.true.update(one.true)
    return whole


def score_folder(folder: Path, *, misses: bool) -> dict[str, Scores]:
    """Return the scores of real invoices by half."""
    halves: dict[str, Scores] = defaultdict(Scores)
    for path in (*sorted(folder.glob("*.pdf")), *sorted(folder.glob("invoice2data/*.pdf"))):
        truth, half = truth_of(path), half_of(path)
        try:
            document = read_document(path.read_bytes(), path.name)
        except ClewError:
            print(f"left out, cannot be read: one file of the half {half}")
            continue
        if truth is None or not document.text.strip():
            print(f"left out, {'no text layer' if truth else 'no truth inside'}: one file of the half {half}")
            continue
        score(path.name, document, truth, halves[half], misses=misses)
    parts = [halves[half] for half in ("developed on first", "developed on last") if half in halves]
    return halves | ({"all with their truth inside": _sum_of(parts)} if len(parts) > 1 else {})


def score_invented(*, seeds: int, misses: bool) -> dict[str, Scores]:
    """Return the scores of invented invoices by the half their layout is in."""
    halves: dict[str, Scores] = defaultdict(Scores)
    for layout, (draw, language, currency, rate) in LAYOUTS.items():
        for seed in range(seeds):
            bill = make_bill(language, seed, currency=currency, rate=rate)
            sheet = Sheet()
            draw(sheet, bill)
            half = layout_half(layout)
            document = read_document(sheet.close(), f"{layout}-{seed}.pdf")
            score(
                document.source, document, truth_of_bill(bill), halves[half], misses=misses and half == "developed on"
            )
    return halves


def main() -> None:
    """Print field scores for both halves of the real and of the invented invoices."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=FOLDER)
    parser.add_argument("--misses", action="store_true", help="name the fields missed in what serves to develop on")
    parser.add_argument("--invented", type=int, metavar="N", help="score N invented invoices of each layout instead")
    arguments = parser.parse_args()
    if arguments.invented:
        _print(score_invented(seeds=arguments.invented, misses=arguments.misses))
    elif arguments.folder.is_dir():
        _print(score_folder(arguments.folder, misses=arguments.misses))
    else:
        print(f"no folder {arguments.folder}; --invented N needs none")


def _print(halves: dict[str, Scores]) -> None:
    for half, scores in sorted(halves.items()):
        print(f"\n{half} (n = {scores.files}; said to differ in their arithmetic: {scores.differing})")
        for name in (*FIELDS, "all"):
            some = FIELDS if name == "all" else (name,)
            hits, out_of, called = (
                sum(side[one] for one in some) for side in (scores.right, scores.true, scores.given)
            )
            f1 = 2 * hits / (out_of + called) if out_of + called else 0.0
            print(f"  {name:9} right {hits:3} of {out_of:3} true, {called:3} given   F1 {f1:.3f}")


if __name__ == "__main__":
    main()
