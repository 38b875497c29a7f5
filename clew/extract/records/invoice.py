"""Invoices in English, Russian and Chinese (some German and French): each line becomes a `billed` claim, the sum a `totals`."""

import re
from dataclasses import replace

from clew.extract.amounts import plain
from clew.extract.arithmetic import find_differences
from clew.extract.document import Document, Extraction
from clew.extract.goods import GoodsLine, read_goods, read_sums, typed_goods
from clew.extract.headers import map_tables
from clew.extract.heads import read_head
from clew.extract.labels import Labelled, title_of
from clew.extract.lexicon import PARTIES, Labels
from clew.extract.mapping import Mapping
from clew.extract.parties import all_fields, letterhead
from clew.extract.placed import find_placed
from clew.extract.sides import find_sides
from clew.extract.titles import SALUTATION, TITLES
from clew.extract.totals import Total, read_total
from clew.extract.trade import Paper, quote
from clew.model.claim import Claim
from clew.model.records import Gap

RECORD_TYPE = "invoice"
VERSION = 6
# 'From' and 'to' alone mean the parties only in a paper that is an invoice already.
_FIELDS = all_fields() | {
    "seller": (*PARTIES["seller"], "from", "от кого"),
    "buyer": (*PARTIES["buyer"], "to", "for", "кому", "致"),
}
_DEMAND = re.compile(
    r"\b(?:overdue|unpaid|outstanding|reminder|past due)\b|просроч|задолженност|претензи|неоплачен|催款|逾期|mahnung|zahlungserinnerung",
    re.IGNORECASE,
)

_ACCOUNT = re.compile(r"\bIBAN\b|р/с|расч[её]тный сч[её]т|开户行|账号", re.IGNORECASE)
_TOP = 800  # characters at the head of a page, in which a new paper shows itself
_SUBJECT = re.compile(r"(?im)^\s*(?:subject|betreff|objet|тема|主题)\s*[:：]")
_LETTER_HEAD = re.compile(r"(?im)^\s*(?:to|from|subject|re|кому|от кого|тема|исх|致|主题)\b\s*[:：.№]")


def recognise(document: Document) -> float:
    """Return the sum of what the paper shows, 0 to 1.

    A title that is an invoice's earns 0.4; a number or date behind an invoice's label 0.15; seller 0.1 and buyer 0.1;
    goods with prices 0.2, without 0.05; a total 0.15, with a sum before tax and a tax number 0.15 more, and under an
    invoice's own title with the account to pay to 0.1 more. The title of an
    offer (price list, quotation, proforma, order), a waybill or an act takes 0.6 away, a salutation 0.3, words of dunning
    0.4; under an invoice's own title these two take 0.1 each.
    """
    if not document.pages:
        return 0.0
    labelled = find_placed(document, _fields_of(document))
    tables = map_tables(document).of("goods", RECORD_TYPE)
    fields = {one.field for one in labelled}
    priced = any({"unit_price", "amount"} & set(table.fields) for table in tables) or bool(typed_goods(document))
    title = title_of(document, TITLES)
    bill = title in (RECORD_TYPE, "credit_note")
    score = 0.4 * bill
    score += 0.15 * any(_names_invoice(one) for one in labelled)
    score += 0.1 * ("seller" in fields or letterhead(document) is not None) + 0.1 * bool(
        {"buyer", "consignee"} & fields
    )
    score += 0.2 if priced else 0.05 if tables else 0.0
    score += 0.15 * ("total" in fields)
    score -= 0.6 * (not bill and title not in ("letter", None))
    score += 0.15 * ({"total", "subtotal", "registration"} <= fields)
    score += 0.1 * (bill and "total" in fields and _ACCOUNT.search(document.text) is not None)
    # Terms of payment speak of what is overdue, and invoices may greet: under an invoice's title both mean little.
    score -= (0.1 if bill else 0.3) * bool(re.search(SALUTATION, document.pages[0].text))
    score -= (0.1 if bill else 0.4) * bool(_DEMAND.search(document.text[:6000]))
    return max(0.0, min(1.0, score))


def extract(document: Document, mapping: Mapping | None = None) -> Extraction:
    """Return a claim for each line, one for the total, and one for each sum that does not add up.

    A side that is not named leaves a gap that says so, and of the paper only its total is claimed.
    """
    whole, document = document, document.first_pages(_own_pages(document))
    labelled = find_placed(document, _fields_of(document))
    seller, buyer = find_sides(document, labelled)
    head = read_head(document, labelled, titles=(*TITLES[RECORD_TYPE], *TITLES["credit_note"]))
    tables = map_tables(document, mapping).of("goods", RECORD_TYPE)
    total = read_total(document, labelled, read_sums(document, tables), tables)
    currency = head.currency or (total.currency if total else None)
    lines = read_goods(document, tables, currency=currency) or typed_goods(document, currency=currency)
    gaps = []
    if document is not whole:
        said = f"invoice: page {len(document.pages) + 1} begins another paper; it and what follows is not read as part of this one"
        gaps.append(Gap(document.source, len(document.pages) + 1, "incomplete_record", said))
    missing = " and ".join(name for name, party in (("seller", seller), ("buyer", buyer)) if not party)
    if missing:
        gaps.append(Gap(document.source, 1, "incomplete_record", f"invoice: no {missing} found"))
    predicate = "credited" if title_of(document, TITLES) == "credit_note" else "billed"
    paper = Paper(document, RECORD_TYPE, VERSION, predicate, "billed", seller, buyer, head)
    claims = _claims(paper, lines, total, currency)
    if seller or head.number:
        differences = find_differences(document, lines, labelled, total, tables)
        claims += [paper.difference_claim(one, currency) for one in differences]
    if not claims and not gaps:
        gaps.append(Gap(document.source, 1, "incomplete_record", "invoice: neither lines nor a total found"))
    return Extraction(tuple(claims), paper.mentions(), tuple(gaps), RECORD_TYPE)


def _fields_of(document: Document) -> Labels:
    """Return the labels to look for: the head of a mail says who wrote to whom, not who bills whom."""
    top = document.pages[0].text[:_TOP] if document.pages else ""
    return all_fields() if _SUBJECT.search(top) and _LETTER_HEAD.search(top) else _FIELDS


def _own_pages(document: Document) -> int:
    """Return how many pages the invoice has before another paper begins: a letter, or one with a title of its own.

    Several papers are often scanned into one file; who is named on the next one is no side of this one.
    """
    for number, page in enumerate(document.pages[1:], start=1):
        alone = Document(document.source, document.media_type, (replace(page, number=1),))
        title = title_of(alone, TITLES)
        other = title is not None and title not in (RECORD_TYPE, "credit_note")
        top = page.text[:_TOP]
        if other or re.search(SALUTATION, top) or len(_LETTER_HEAD.findall(top)) > 1:
            return number
    return len(document.pages)


def _claims(paper: Paper, lines: list[GoodsLine], total: Total | None, currency: str | None) -> list[Claim]:
    whole = paper.giver is not None and paper.taker is not None
    claims = paper.line_claims(lines) if whole else []
    if not total:
        return claims
    amount = plain(total.value)
    currency = currency or next((code for line in lines if (code := dict(line.values).get("currency"))), None)
    if whole and not lines:
        values = {"amount": amount} | ({"currency": currency} if currency else {})
        claims.append(paper.bare_claim(total.words, values, (quote(paper.document, "amount", total.words),)))
    if paper.giver or paper.head.number:
        claims.append(paper.total_claim(total.words, amount, currency))
    return claims


def _names_invoice(one: Labelled) -> bool:
    words = ("invoice", "счет", "发票", "rechnung", "facture", "开票")
    return one.field in ("number", "date") and any(word in one.label for word in words)
