"""Customs data, in rows or as one declaration: each line becomes a `declared` claim, from who is named as sending to who receives."""

import re

from clew.extract.columns import TRADES
from clew.extract.document import Document, Extraction
from clew.extract.goods import read_goods
from clew.extract.headers import map_tables
from clew.extract.heads import read_head
from clew.extract.labels import find_labelled, title_of
from clew.extract.lexicon import PARTIES
from clew.extract.mapping import Mapping
from clew.extract.parties import all_fields, find_parties
from clew.extract.titles import SALUTATION, TITLES
from clew.extract.trade import Paper, without_sides
from clew.extract.trade_rows import Reading, is_customs, read_rows, trade_tables

RECORD_TYPE = "customs_declaration"
VERSION = 1
_READING = Reading(RECORD_TYPE, VERSION, "declared", "declared")
_SIDES = {
    side: tuple(dict.fromkeys((*PARTIES[side], *TRADES[side])))
    for side in ("seller", "buyer", "consignor", "consignee")
}
_FIELDS = (
    all_fields()
    | _SIDES
    | {"number": (*all_fields()["number"], *TRADES["number"]), "date": (*all_fields()["date"], *TRADES["date"])}
)


def recognise(document: Document) -> float:
    """Return 0.95 for rows with customs' columns that each name both sides; else the sum of what one paper shows, 0 to 1.

    A title of a declaration earns 0.6; who sends 0.1, who receives 0.1; lines of goods 0.15. A salutation takes 0.4 away.
    """
    if not document.pages:
        return 0.0
    greets = re.search(SALUTATION, document.pages[0].text) is not None
    if any(is_customs(table) for table in trade_tables(document, RECORD_TYPE)):
        return 0.45 if greets else 0.95
    if title_of(document, TITLES) != RECORD_TYPE:
        return 0.0
    fields = {one.field for one in find_labelled(document, _FIELDS)}
    score = 0.6 + 0.1 * bool({"consignor", "seller"} & fields) + 0.1 * bool({"consignee", "buyer"} & fields)
    score += 0.15 * bool(map_tables(document).of("goods", RECORD_TYPE))
    return max(0.0, score - 0.4 * greets)


def extract(document: Document, mapping: Mapping | None = None) -> Extraction:
    """Return a claim for each row or line; where one declaration names not both sides, a gap."""
    tables = [
        table
        for table in trade_tables(document, RECORD_TYPE, mapping)
        if table.record_type == RECORD_TYPE or is_customs(table)
    ]
    if tables:
        return Extraction.merged(
            (read_rows(document, table, _READING) for table in tables), record_type=RECORD_TYPE, language=""
        )
    return _one_paper(document, mapping)


def _one_paper(document: Document, mapping: Mapping | None) -> Extraction:
    labelled = find_labelled(document, _FIELDS)
    parties = find_parties(document, labelled)
    giver = parties.get("consignor") or parties.get("seller")
    taker = parties.get("consignee") or parties.get("buyer")
    if not giver or not taker:
        return without_sides(document, RECORD_TYPE, {"sender": giver, "receiver": taker})
    head = read_head(document, labelled, titles=TITLES[RECORD_TYPE])
    paper = Paper(document, RECORD_TYPE, VERSION, "declared", "declared", giver, taker, head)
    lines = read_goods(document, map_tables(document, mapping).of("goods", RECORD_TYPE), currency=head.currency)
    return Extraction(
        tuple(paper.line_claims(lines) or [paper.bare_claim(taker.name, {})]), paper.mentions(), (), RECORD_TYPE
    )
