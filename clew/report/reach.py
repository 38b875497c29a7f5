# ruff: noqa: RUF001 -- words in three scripts
"""What a retelling's strong words rest on: a claim and the kinds of record a case holds in; a warning, or nothing, out.

An invoice shows billing, not assembly, whoever says that invoices "confirmed" it. What each kind of record can establish by
itself is the table `REACH` of model/vocabulary.py.
"""

import re
from collections.abc import Collection, Mapping
from typing import Any

from clew.model.vocabulary import can_be_established, can_establish
from clew.report.wording import in_words
from clew.store.case import Case

RETOLD_IN = ("news", "statement", "mail", "unrecognised")
TYPES_HELD = "select distinct record_type from sources where record_type <> '' order by record_type"

_STRONG = re.compile(
    r"\b(?:confirm(?:s|ed)?|verif(?:y|ies|ied)|establish(?:es|ed)|authenticated|corroborated?|prov(?:e|es|ed|en))\b"
    r"|\b(?:подтвержда|подтверди|подтвержд|доказ|установл|удостовер)\w*|证实|证明|核实",
    re.IGNORECASE,
)
_NOT = re.compile(r"\b(?:not|never|cannot|nobody|un)\b|n't\b|\bне\b|未|无法|没有", re.IGNORECASE)
_NAMED = {
    "invoice": re.compile(r"\binvoices?\b|\bсч[её]т\w*|发票", re.IGNORECASE),
    "waybill": re.compile(r"\bwaybills?\b|\bbills?\s+of\s+lading\b|\bнакладн\w+|运单|提单", re.IGNORECASE),
    "delivery_act": re.compile(
        r"\b(?:delivery|acceptance)\s+(?:acts?|certificates?)\b|\bакт\w*\s+(?:при[её]м|сдач)\w*|验收单", re.IGNORECASE
    ),
    "customs_declaration": re.compile(
        r"\bcustoms\s+(?:declarations?|records?|data|filings?)\b|\bтаможенн\w+\s+(?:декларац\w+|данн\w+|запис\w+)|报关单|海关数据",
        re.IGNORECASE,
    ),
    "passenger_record": re.compile(
        r"\b(?:airline|booking|passenger)\s+(?:records?|lists?|data)\b|\bflight\s+logs?\b|\bсписк\w+\s+пассажир\w+|乘客名单|订票记录",
        re.IGNORECASE,
    ),
    "letter": re.compile(r"\bletters?\b|\bпис(?:ьм\w+|ем)\b|信函|邀请函", re.IGNORECASE),
    "register_extract": re.compile(r"\bregist(?:er|ry)\b|\bреестр\w*|登记", re.IGNORECASE),
}
_BEFORE = 30  # characters before a strong word in which a negation turns it


def tell_reach(row: Mapping[str, Any], held: Collection[str]) -> str:
    """Return what a retold claim's strong words, or the papers it names, cannot carry; "" where there is nothing to warn of.

    Args:
        row: a claim, with its quotes.
        held: the record types of the case's sources.
    """
    if row["record_type"] not in RETOLD_IN or row["polarity"] == "negated":
        return ""
    words = row["quotes"][0]["text"] if row.get("quotes") else ""
    told_by = " ".join((*(row["holders"] or ()), row["subject"] if row["predicate"] == "says" else ""))
    strong = _strong(words)
    if row["predicate"] in ("says", "responds", "accuses", "rests_on"):
        papers = strong and _A_PAPER.search(told_by)
        return (
            f"“{strong}” is the outlet's word; which papers, and what they can establish, it does not say."
            if papers
            else ""
        )
    what = f"“{in_words(row['predicate'])}”" + (
        f" as {row['modality']}" if row["modality"] not in ("unknown", "held") else ""
    )
    cited = [kind for kind, form in _NAMED.items() if form.search(told_by)]
    if cited and not any(can_establish(kind, row["predicate"], row["modality"]) for kind in cited):
        return f"It is told by {_listed(cited)}, which cannot establish {what} by itself."
    if strong and not cited:
        able = can_be_established(row["predicate"], row["modality"])
        if not able:
            return f"“{strong}” is the outlet's word; no kind of record known here establishes {what} by itself."
        if not set(able) & set(held):
            return (
                f"“{strong}” is the outlet's word; the case holds no {_listed(able, 'or')} that could establish {what}."
            )
    return ""


def types_held(case: Case) -> frozenset[str]:
    """Return the record types of a case's sources."""
    return frozenset(row["record_type"] for row in case.query(TYPES_HELD))


_A_PAPER = re.compile(
    r"\bdocuments?\b|\brecords?\b|\bpapers?\b|\blogs?\b|\binvoices?\b|\bletters?\b|\bдокумент\w*|文件|材料|发票",
    re.IGNORECASE,
)


def _strong(words: str) -> str:
    for match in _STRONG.finditer(words):
        if not _NOT.search(words[max(0, match.start() - _BEFORE) : match.start()]):
            return match[0]
    return ""


def _listed(kinds: Collection[str], join: str = "and") -> str:
    told = [
        f"{'an' if kind[0] in 'aeiou' else 'a'} {in_words(kind)}" if join == "and" else in_words(kind) for kind in kinds
    ]
    return f" {join} ".join(told)
