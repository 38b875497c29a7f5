"""Ledgers of sales and shipments: each row names both sides and goods, and becomes a `billed`, `shipped` or `supplied` claim."""

import re

from clew.extract.document import Document, Extraction
from clew.extract.headers import MappedTable, map_tables
from clew.extract.mapping import Mapping
from clew.extract.titles import SALUTATION
from clew.extract.trade_rows import Reading, is_billed, is_customs, read_rows, trade_tables

RECORD_TYPE = "trade_ledger"
VERSION = 1


def recognise(document: Document) -> float:
    """Return 0.9 for a table whose every row names both sides, unless its columns are customs' or the paper lists goods besides.

    A single row beside a table of goods is the head of one paper laid out as a table.
    """
    if not document.pages or map_tables(document).of("goods", RECORD_TYPE) or _greets(document):
        return 0.0
    return 0.9 if any(not is_customs(table) for table in trade_tables(document, RECORD_TYPE)) else 0.0


def extract(document: Document, mapping: Mapping | None = None) -> Extraction:
    """Return a claim for each row: billed where the columns speak of invoices, shipped from consignor to consignee, else supplied."""
    parts = [
        read_rows(document, table, _reading(table))
        for table in trade_tables(document, RECORD_TYPE, mapping)
        if table.record_type == RECORD_TYPE or not is_customs(table)
    ]
    return Extraction.merged(parts, record_type=RECORD_TYPE, language="")


def _greets(document: Document) -> bool:
    return re.search(SALUTATION, document.pages[0].text) is not None


def _reading(table: MappedTable) -> Reading:
    sold = {"seller", "buyer"} <= table.fields.keys()
    if sold and is_billed(table):
        return Reading(RECORD_TYPE, VERSION, "billed", "billed")
    if not sold and {"consignor", "consignee"} <= table.fields.keys():
        return Reading(RECORD_TYPE, VERSION, "shipped", "shipped")
    return Reading(RECORD_TYPE, VERSION, "supplied", "unknown")
