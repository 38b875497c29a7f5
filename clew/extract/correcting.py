"""A person's correction of a claim in; a claim of the person's own out, whose words must stand in the source as any other's."""

from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from clew.model.claim import Claim, Mention, Quote
from clew.model.errors import BadReview, UnknownId
from clew.model.source import Span
from clew.model.time import Moment
from clew.model.vocabulary import QUALIFIERS
from clew.store.case import Case, whoami
from clew.store.rows import claim_row, mention_row

BY_PERSON = "person"  # in the place of the extractors' fingerprint; no later reading supersedes it
PLAIN = ("predicate", "stance", "modality", "polarity")
WORDED = ("subject", "object")
TIMES = ("valid_from", "valid_to")
BETWEEN_HOLDERS = " > "

CLAIM = "select * from claims where starts_with(id, $id)"
MENTION_AT = """select id, kind from mentions where source = $source and page = $page and start = $start and stop = $stop
                order by id limit 1"""
MENTION_KIND = "select kind from mentions where id = $id"


def correct(case: Case, id_: str, changes: Mapping[str, str]) -> Claim:
    """Keep a corrected claim beside the one it corrects, and return it; who decides on the two is the review's.

    Args:
        case: an open case.
        id_: the claim (c-…), or the beginning of its id.
        changes: new values by field: subject, object and holders must stand in the quoted words, word for word; predicate, stance,
            modality and polarity are of the vocabulary; valid_from and valid_to are times; any other name is a qualifier.

    Raises:
        UnknownId: no claim has this id, or several begin so.
        BadReview: nothing is changed, a field is unknown, or its words do not stand in the quote.
        BadClaim: a word is not in the vocabulary.
        BadTime: a time cannot be read.
    """
    rows = case.query(CLAIM, id=id_)
    if len(rows) != 1:
        raise UnknownId(f"{id_}: expected one claim, found {len(rows)}; see `clew claims`")
    row = rows[0]
    claim, mentions = _corrected(case, row, changes)
    if claim.id == row["id"]:
        raise BadReview(f"{row['id']}: expected a change, found the claim as it is")
    with case.batch() as batch:
        batch.add("claims", [claim_row(claim, extraction=BY_PERSON)])
        rows_ = [mention_row(one, record_type=claim.record_type, extraction=BY_PERSON) for one in mentions]
        batch.add("mentions", rows_)
        told = ", ".join(f"{name}={value}" for name, value in sorted(changes.items()))
        batch.log("correct", row["id"], f"{claim.id}: {told}")
    return claim


def _corrected(case: Case, row: Mapping[str, Any], changes: Mapping[str, str]) -> tuple[Claim, list[Mention]]:
    quotes = [Quote(q["role"], Span(row["source"], q["page"], q["start"], q["stop"]), q["text"]) for q in row["quotes"]]
    new: dict[str, Any] = {one.name: row[one.name] for one in fields(Claim) if one.name in row and one.init}
    new |= {name: tuple(row[name] or ()) for name in ("holders", "hedges")}
    new |= {name: Moment.read(row[name]) if row[name] else None for name in ("said_at", *TIMES)}
    qualifiers, mentions = dict(row["qualifiers"] or {}), []
    for name, value in changes.items():
        if name in PLAIN:
            new[name] = value
        elif name in TIMES:
            new[name] = Moment.read(value) if value else None
        elif name in WORDED:
            place = _find(quotes[0], value, row["id"])
            quotes = [*(quote for quote in quotes if quote.role != name), Quote(name, place, value)]
            new[name] = value
            new[f"{name}_mention"], made = _mention(case, place, value, old=row[f"{name}_mention"])
            mentions += made
        elif name == "holders":
            holders = [part.strip() for part in value.split(BETWEEN_HOLDERS.strip()) if part.strip()]
            quotes = [quote for quote in quotes if quote.role != "holder"]
            quotes += [Quote("holder", _find(quotes[0], holder, row["id"]), holder) for holder in holders]
            new["holders"] = tuple(holders)
        elif name in QUALIFIERS or name in qualifiers:
            qualifiers = {key: kept for key, kept in qualifiers.items() if key != name} | (
                {name: value} if value else {}
            )
        else:
            known = ", ".join((*WORDED, "holders", *PLAIN, *TIMES, *QUALIFIERS))
            raise BadReview(f"{row['id']}: no field {name!r}; possible: {known}")
    new |= {"quotes": tuple(quotes), "qualifiers": tuple(qualifiers.items())}
    return Claim(**(new | {"method": f"person:{whoami()}", "reading": 1.0})), mentions


def _find(whole: Quote, words: str, id_: str) -> Span:
    at = whole.text.find(words)
    if not words or at < 0:
        raise BadReview(f"{id_}: {words!r} does not stand in its words: {whole.text!r}")
    return Span(whole.span.source, whole.span.page, whole.span.start + at, whole.span.start + at + len(words))


def _mention(case: Case, place: Span, text: str, *, old: str | None) -> tuple[str | None, list[Mention]]:
    """Return the mention at a place; where there is none, a new one of the kind the old one had."""
    found = case.query(MENTION_AT, **place._asdict())
    if found:
        return found[0]["id"], []
    kinds = case.query(MENTION_KIND, id=old) if old else []
    if not kinds:
        return None, []
    made = Mention(place, text, kinds[0]["kind"], method=f"person:{whoami()}")
    return made.id, [made]
