"""Invoices in English, Russian and Chinese (some German and French): each line becomes a `billed` claim, the sum a `totals`."""

import re

from clew.extract.amounts import plain
from clew.extract.document import Document, Extraction
from clew.extract.goods import read_goods, read_sums, typed_goods
from clew.extract.headers import MappedTable, map_tables
from clew.extract.heads import read_head, read_total
from clew.extract.labels import Labelled, find_labelled, title_of
from clew.extract.lexicon import PARTIES, SALUTATION, TITLES
from clew.extract.mapping import Mapping
from clew.extract.parties import all_fields, find_parties, letterhead
from clew.extract.trade import Paper, quote
from clew.model.claim import Claim
from clew.model.records import Gap

RECORD_TYPE = "invoice"
VERSION = 2
# 'From' and 'to' alone mean the parties only in a paper that is an invoice already.
_FIELDS = all_fields() | {
    "seller": (*PARTIES["seller"], "from", "от кого"),
    "buyer": (*PARTIES["buyer"], "to", "for", "кому"),
}
_DEMAND = re.compile(
    r"\b(?:overdue|unpaid|outstanding|reminder|past due)\b|просроч|задолженност|претензи|неоплачен|催款|逾期|mahnung|zahlungserinnerung",
    re.IGNORECASE,
)


def recognise(document: Document) -> float:
    """Return the sum of what the paper shows, 0 to 1.

    A title that is an invoice's earns 0.4; a number or date behind an invoice's label 0.15; seller 0.1 and buyer 0.1;
    goods with prices 0.2, without 0.05; a total 0.15. The title of an offer (price list, quotation, proforma, order),
    a waybill or an act takes 0.6 away, a salutation 0.3, words of dunning 0.4.
    """
    if not document.pages:
        return 0.0
    labelled = find_labelled(document, _FIELDS)
    tables = map_tables(document).of("goods", RECORD_TYPE)
    fields = {one.field for one in labelled}
    priced = any({"unit_price", "amount"} & set(table.fields) for table in tables) or bool(typed_goods(document))
    title = title_of(document, TITLES)
    score = 0.4 * (title == RECORD_TYPE)
    score += 0.15 * any(_names_invoice(one) for one in labelled)
    score += 0.1 * ("seller" in fields or letterhead(document) is not None) + 0.1 * bool(
        {"buyer", "consignee"} & fields
    )
    score += 0.2 if priced else 0.05 if tables else 0.0
    score += 0.15 * ("total" in fields)
    score -= 0.6 * (title not in (RECORD_TYPE, "letter", None))
    score -= 0.3 * bool(re.search(SALUTATION, document.pages[0].text))
    score -= 0.4 * bool(_DEMAND.search(document.text[:6000]))
    return max(0.0, min(1.0, score))


def extract(document: Document, mapping: Mapping | None = None) -> Extraction:
    """Return a claim for each line and one for the total; without seller and buyer a gap that says what is missing."""
    labelled = find_labelled(document, _FIELDS)
    parties = find_parties(document, labelled)
    buyer = parties.get("buyer") or parties.get("consignee")
    seller = (
        parties.get("seller") or parties.get("consignor") or letterhead(document, but=(buyer.text,) if buyer else ())
    )
    if not seller or not buyer:
        missing = " and ".join(name for name, party in (("seller", seller), ("buyer", buyer)) if not party)
        gap = Gap(document.source, 1, "incomplete_record", f"invoice: no {missing} found")
        return Extraction(gaps=(gap,), record_type=RECORD_TYPE)
    head = read_head(document, labelled, titles=TITLES[RECORD_TYPE])
    paper = Paper(document, RECORD_TYPE, VERSION, "billed", "billed", seller, buyer, head)
    claims = _claims(paper, labelled, map_tables(document, mapping).of("goods", RECORD_TYPE))
    gaps = [] if claims else [Gap(document.source, 1, "incomplete_record", "invoice: neither lines nor a total found")]
    return Extraction(tuple(claims), paper.mentions(), tuple(gaps), RECORD_TYPE)


def _claims(paper: Paper, labelled: list[Labelled], tables: tuple[MappedTable, ...]) -> list[Claim]:
    document, currency = paper.document, paper.head.currency
    lines = read_goods(document, tables, currency=currency) or typed_goods(document, currency=currency)
    claims = paper.line_claims(lines)
    total = read_total(document, labelled, read_sums(document, tables), tables)
    if not total:
        return claims
    words, amount = total[0], plain(total[1])
    currency = currency or next((code for line in lines if (code := dict(line.values).get("currency"))), None)
    if not lines:
        values = {"amount": amount} | ({"currency": currency} if currency else {})
        claims.append(paper.bare_claim(words, values, (quote(document, "amount", words),)))
    return [*claims, paper.total_claim(words, amount, currency)]


def _names_invoice(one: Labelled) -> bool:
    words = ("invoice", "счет", "发票", "rechnung", "facture", "开票")
    return one.field in ("number", "date") and any(word in one.label for word in words)
