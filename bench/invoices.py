"""Measures what is read of real invoices that carry their own truth as XML inside the PDF; prints scores, never their words.

    python bench/invoices.py [FOLDER] [--misses]

FOLDER holds PDFs with an attached Cross Industry Invoice (ZUGFeRD, Factur-X), by default ../shared/data/invoices. The
attachment is taken out for the truth alone (pdfdetach, of poppler-utils); the reader under test is given the text layer
and never the attachment. A field counts when it is equal: numbers and names after folding case and spaces, dates and
totals by value. Precision is over the fields given, recall over those the truth has. The files are split in two halves by
a hash of their name, one to develop on (even) and one to report (odd); without a text layer a file is counted apart.
"""

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from hashlib import sha256
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from xml.etree import ElementTree as ET

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from clew.extract.document import Document, Extraction, Table  # noqa: E402 - the path first
from clew.extract.mapping import Mapping  # noqa: E402 - as above
from clew.extract.one import extract  # noqa: E402 - as above
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
    found = {field: next(filter(None, (_text(root, path) for path in some)), "") for field, some in paths.items()}
    if found["date"]:
        found["date"] = f"{found['date'][:4]}-{found['date'][4:6]}-{found['date'][6:8]}"
    return {field: value for field, value in found.items() if value}


def _values_beside(path: Path) -> Values:
    """Return the fields of invoice2data's own expected output; it names the issuer only, by a trade name or in full."""
    said = json.loads(path.read_text())[0]
    names = {"number": "invoice_number", "date": "date", "currency": "currency", "total": "amount"}
    found = {field: str(said[name]) for field, name in names.items() if name in said}
    return found | {"seller": "\n".join({said["issuer"], said.get("partner_name", said["issuer"])})}


def _text(root: ET.Element, path: str) -> str:
    steps = "/".join(f"{{*}}{step}" for step in path.split("/"))
    element = root.find(f".//{steps}")
    return (element.text or "").strip() if element is not None else ""


def read_document(path: Path) -> Document:
    """Return a PDF as the extractors see it: text layer and tables."""
    reading: Reading = pdf.read(path.read_bytes(), "application/pdf")
    return Document(path.name, "application/pdf", reading.pages, tuple(_tables(reading)), reading.words)


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
        values.setdefault("seller", claim.subject)
        for name in ("number", "currency"):
            if claim.qualifier(name):
                values.setdefault(name, claim.qualifier(name) or "")
        if claim.valid_from:
            values.setdefault("date", claim.valid_from.value)
        values.setdefault("total" if claim.predicate == "totals" else "buyer", claim.object)
    return values


def is_equal(field: str, one: str, other: str) -> bool:
    """Say whether two values of a field are the same."""
    if field == "total":
        try:
            return Decimal(one) == Decimal(other)
        except InvalidOperation:
            return False
    if field == "seller" and "\n" in other:
        return any(is_equal(field, one, name) for name in other.split("\n"))
    return " ".join(one.casefold().split()) == " ".join(other.casefold().split())


def half_of(path: Path) -> str:
    """Return the half a file is in by the hash of its name."""
    if path.parent.name == "invoice2data":
        return "invoice2data, developed on"
    return "developed on" if sha256(path.name.encode()).digest()[0] % 2 == 0 else "only scored"


def main() -> None:
    """Print field scores for both halves."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=FOLDER)
    parser.add_argument("--misses", action="store_true", help="name the fields missed in each file of the first half")
    arguments = parser.parse_args()
    right: dict[str, Counter[str]] = {}
    given: dict[str, Counter[str]] = {}
    true: dict[str, Counter[str]] = {}
    files: Counter[str] = Counter()
    differing: Counter[str] = Counter()
    for path in (*sorted(arguments.folder.glob("*.pdf")), *sorted(arguments.folder.glob("invoice2data/*.pdf"))):
        truth, half = truth_of(path), half_of(path)
        if truth is None:
            files["no truth inside"] += 1
            continue
        document = read_document(path)
        if not document.text.strip():
            files["no text layer"] += 1
            continue
        files[half] += 1
        extraction = extract(document, Mapping())
        found = read_fields(extraction)
        differing[half] += any(claim.predicate == "arithmetic_differs" for claim in extraction.claims)
        for field in FIELDS:
            hit = field in found and field in truth and is_equal(field, found[field], truth[field])
            right.setdefault(half, Counter())[field] += hit
            given.setdefault(half, Counter())[field] += field in found
            true.setdefault(half, Counter())[field] += field in truth
            if arguments.misses and half.endswith("developed on") and not hit and (field in truth or field in found):
                print(f"{path.name}: {field}: found {found.get(field)!r}, truth {truth.get(field)!r}")
    _print(files, right, given, true, differing)


def _print(
    files: Counter[str],
    right: dict[str, Counter[str]],
    given: dict[str, Counter[str]],
    true: dict[str, Counter[str]],
    differing: Counter[str],
) -> None:
    print(f"files: {dict(files)}; said to differ in their arithmetic: {dict(differing)}")
    for half in sorted(right):
        print(f"\n{half} (n = {files[half]})")
        for field in (*FIELDS, "all"):
            some = FIELDS if field == "all" else (field,)
            hits, out_of, called = (sum(side[half][one] for one in some) for side in (right, true, given))
            f1 = 2 * hits / (out_of + called) if out_of + called else 0.0
            print(f"  {field:9} right {hits:3} of {out_of:3} true, {called:3} given   F1 {f1:.3f}")


if __name__ == "__main__":
    main()
