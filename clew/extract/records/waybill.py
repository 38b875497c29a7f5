"""Waybills, bills of lading, packing lists in three languages: each line becomes a `shipped` claim, consignor to consignee."""

import re

from clew.extract.document import Document, Extraction
from clew.extract.goods import read_goods
from clew.extract.headers import map_tables
from clew.extract.heads import read_head
from clew.extract.labels import find_labelled, title_of
from clew.extract.lexicon import PARTIES
from clew.extract.mapping import Mapping
from clew.extract.parties import Party, all_fields, find_parties, letterhead
from clew.extract.titles import SALUTATION, TITLES
from clew.extract.trade import Paper, without_sides

RECORD_TYPE = "waybill"
VERSION = 2
# Who hands over, best word first: goods may be sold by one and shipped by another.
_GIVERS = ("consignor", "seller")
_TAKERS = ("consignee", "buyer", "notify")
_FIELDS = all_fields() | {"consignee": (*PARTIES["consignee"], "to"), "consignor": (*PARTIES["consignor"], "from")}


def recognise(document: Document) -> float:
    """Return the sum of what the paper shows, 0 to 1.

    A title that is a waybill's earns 0.5; consignor 0.15, consignee 0.15; lines of goods 0.15, weights or packages
    among them 0.1. The title of an act or an offer takes 0.5 away, an invoice's 0.2, a salutation 0.3.
    """
    if not document.pages:
        return 0.0
    fields = {one.field for one in find_labelled(document, _FIELDS)}
    tables = map_tables(document).of("goods", RECORD_TYPE)
    weighed = any({"net_weight", "gross_weight", "packages"} & set(table.fields) for table in tables)
    title = title_of(document, TITLES)
    score = 0.5 * (title == RECORD_TYPE)
    score += 0.15 * ("consignor" in fields) + 0.15 * ("consignee" in fields)
    score += 0.15 * bool(tables) + 0.1 * weighed
    score -= 0.5 * (title in ("delivery_act", "completion", "offer", "credit_note", "register_extract")) + 0.2 * (
        title == "invoice"
    )
    score -= 0.3 * bool(re.search(SALUTATION, document.pages[0].text))
    return max(0.0, min(1.0, score))


def extract(document: Document, mapping: Mapping | None = None) -> Extraction:
    """Return a claim for each line, or one for the whole where no lines were found; without both parties a gap."""
    labelled = find_labelled(document, _FIELDS)
    parties = find_parties(document, labelled)
    taker = _first(parties, _TAKERS)
    giver = _first(parties, _GIVERS) or letterhead(document, but=(taker.text,) if taker else ())
    if not giver or not taker:
        return without_sides(document, RECORD_TYPE, {"consignor": giver, "consignee": taker})
    head = read_head(document, labelled, titles=TITLES[RECORD_TYPE])
    paper = Paper(document, RECORD_TYPE, VERSION, "shipped", "shipped", giver, taker, head)
    tables = map_tables(document, mapping).of("goods", RECORD_TYPE)
    claims = paper.line_claims(read_goods(document, tables, currency=head.currency))
    return Extraction(tuple(claims or [paper.bare_claim(taker.name, {})]), paper.mentions(), (), RECORD_TYPE)


def _first(parties: dict[str, Party], names: tuple[str, ...]) -> Party | None:
    return next((parties[name] for name in names if name in parties), None)
