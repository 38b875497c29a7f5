"""Pages of a case go to a model one by one; what stands verbatim is kept as proposals, what does not is kept as dropped."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from typing import Any

from clew.extract.proposing.grounding import Dropped, ground
from clew.extract.proposing.provider import Provider
from clew.model.claim import Claim, Mention, Quote
from clew.model.errors import UnknownId
from clew.model.records import Gap
from clew.model.source import Page, Span
from clew.model.time import Moment
from clew.store.case import Case, now
from clew.store.rows import claim_row, gap_row

BY_MODEL = "model"  # in the place of the extractors' fingerprint; no later reading supersedes it
LONGEST_PAGE = 24_000  # characters; a longer page is a table

TO_ASK = """select p.source, p.number, p.text, s.path, s.record_type from pages p join sources s on s.id = p.source
            where s.status in ('read', 'partly') and length(trim(p.text)) > 0 and ($source = '' or s.path = $source or starts_with(s.id, $source))
            order by s.path, p.source, p.number"""
ASKED = "select source, page from proposals where method = $method"
CLAIMS_OF = """select * from claims where source = $source and status in ('proposed', 'accepted') and not starts_with(method, 'model:')"""
MENTIONS_OF = "select * from mentions where source = $source"
NOTE = """insert into proposals (source, page, method, asked_at, kept, dropped) values ($source, $page, $method, $at, $kept, $dropped)
          on conflict (source, page, method) do nothing"""

Progress = Callable[[int, int, str], None]


@dataclass(frozen=True, slots=True)
class Asked:
    """What asking came to."""

    pages: int
    kept: int  # proposals that stand on their page, word for word; all wait for review
    dropped: tuple[Dropped, ...]
    skipped: int  # pages asked before with the same model and question, or too long


def ask_model(
    case: Case,
    provider: Provider,
    *,
    source: str = "",
    most: int | None = None,
    on_progress: Progress = lambda *_: None,
) -> Asked:
    """Ask a model about pages it has not been asked about, one commit a page, and return what came of it.

    Args:
        case: an open case.
        provider: who answers.
        source: only this one, by its path or id; all by default.
        most: at most so many pages.
        on_progress: called with done, total and what is at hand.

    Raises:
        UnknownId: no source has this path or id.
        ProviderFailed: the model cannot be asked; what came before is kept.
    """
    pages = case.query(TO_ASK, source=source)
    if source and not pages:
        raise UnknownId(f"{source}: expected a source that was read; see `clew sources`")
    asked = {(row["source"], row["page"]) for row in case.ledger(ASKED, method=provider.method)}
    waiting = [row for row in pages if (row["source"], row["number"]) not in asked and len(row["text"]) <= LONGEST_PAGE]
    chosen = waiting[:most] if most is not None else waiting
    kept, dropped = 0, []
    for number, row in enumerate(chosen):
        on_progress(number, len(chosen), row["path"])
        answer = provider.ask(row["text"])
        one_kept, one_dropped = _keep(case, row, answer, provider.method)
        kept += one_kept
        dropped += one_dropped
    return Asked(len(chosen), kept, tuple(dropped), len(pages) - len(waiting))


def _keep(case: Case, row: Mapping[str, Any], answer: str, method: str) -> tuple[int, list[Dropped]]:
    source, page = row["source"], Page(row["number"], row["text"])
    told = [_claim(one) for one in case.query(CLAIMS_OF, source=source)]
    names = [_mention(one) for one in case.query(MENTIONS_OF, source=source) if one["page"] == page.number]
    found = ground(answer, source, page, method=method, record_type=row["record_type"], told=told, mentions=names)
    known = {claim.id for claim in told}
    new = [claim for claim in found.claims if claim.id not in known]
    gaps = {
        gap.id: gap
        for gap in (Gap(source, page.number, "ungrounded", f"{method}: {one.why}: {one.what}") for one in found.dropped)
    }
    with case.batch() as batch:
        batch.add("claims", [claim_row(claim, extraction=BY_MODEL) for claim in new])
        batch.add("gaps", [gap_row(gap, extraction=BY_MODEL) for gap in gaps.values()])
        batch.execute(
            "proposals",
            NOTE,
            source=source,
            page=page.number,
            method=method,
            at=now(),
            kept=len(new),
            dropped=len(found.dropped),
        )
        batch.log("propose", source, f"{method}, page {page.number}: {len(new)} kept, {len(found.dropped)} dropped")
    return len(new), list(found.dropped)


def _claim(row: Mapping[str, Any]) -> Claim:
    given: dict[str, Any] = {one.name: row[one.name] for one in fields(Claim) if one.init and one.name in row}
    given |= {name: tuple(row[name] or ()) for name in ("holders", "hedges")}
    given |= {name: Moment.read(row[name]) if row[name] else None for name in ("said_at", "valid_from", "valid_to")}
    quotes = (Quote(q["role"], Span(row["source"], q["page"], q["start"], q["stop"]), q["text"]) for q in row["quotes"])
    return Claim(**given | {"quotes": tuple(quotes), "qualifiers": tuple(dict(row["qualifiers"] or {}).items())})


def _mention(row: Mapping[str, Any]) -> Mention:
    return Mention(Span(row["source"], row["page"], row["start"], row["stop"]), row["text"], row["kind"])
