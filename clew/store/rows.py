"""Records as rows of the segment tables."""

from clew.model.claim import Claim, Mention
from clew.model.records import Finding, Gap, Hit, Leaf, Listing, Screening, Standing
from clew.model.source import Cell, Page, Word

Row = dict[str, object]


def page_row(source: str, page: Page, *, reading: str) -> Row:
    """Return a row of `pages`."""
    return {
        "source": source,
        "number": page.number,
        "text": page.text,
        "label": page.label,
        "width": page.width,
        "height": page.height,
        "engine": page.engine,
        "rotation": page.rotation,
        "reading": reading,
    }


def word_row(source: str, word: Word, *, reading: str) -> Row:
    """Return a row of `words`."""
    return {
        "source": source,
        "page": word.page,
        "start": word.start,
        "stop": word.stop,
        "x0": word.x0,
        "y0": word.y0,
        "x1": word.x1,
        "y1": word.y1,
        "edges": list(word.edges),
        "confidence": word.confidence,
        "corners": list(word.corners),
        "reading": reading,
    }


def cell_row(source: str, cell: Cell, *, reading: str) -> Row:
    """Return a row of `cells`."""
    return {
        "source": source,
        "page": cell.page,
        "table_number": cell.table,
        "row_number": cell.row,
        "column_number": cell.column,
        "text": cell.text,
        "runs": [edge for run in cell.runs for edge in run],
        "row_span": cell.rows,
        "column_span": cell.columns,
        "reading": reading,
    }


def mention_row(mention: Mention, *, record_type: str, extraction: str) -> Row:
    """Return a row of `mentions`."""
    return {
        "id": mention.id,
        **mention.span._asdict(),
        "text": mention.text,
        "kind": mention.kind,
        "identifiers": identifier_list(mention.identifiers),
        "method": mention.method,
        "record_type": record_type,
        "extraction": extraction,
        "because": list(mention.because),
    }


def claim_row(claim: Claim, *, extraction: str) -> Row:
    """Return a row of `claims`."""
    return {
        "id": claim.id,
        "subject": claim.subject,
        "predicate": claim.predicate,
        "object": claim.object,
        "qualifiers": list(claim.qualifiers),
        "holders": list(claim.holders),
        "stance": claim.stance,
        "modality": claim.modality,
        "polarity": claim.polarity,
        "hedges": list(claim.hedges),
        "said_at": claim.said_at and claim.said_at.value,
        "valid_from": claim.valid_from and claim.valid_from.value,
        "valid_to": claim.valid_to and claim.valid_to.value,
        "record_type": claim.record_type,
        "method": claim.method,
        "reading": claim.reading,
        "subject_mention": claim.subject_mention,
        "object_mention": claim.object_mention,
        "source": claim.source,
        "quotes": [
            {"role": q.role, "page": q.span.page, "start": q.span.start, "stop": q.span.stop, "text": q.text}
            for q in claim.quotes
        ],
        "extraction": extraction,
    }


def gap_row(gap: Gap, *, extraction: str) -> Row:
    """Return a row of `gaps`."""
    return {
        "id": gap.id,
        "source": gap.source,
        "page": gap.page,
        "kind": gap.kind,
        "detail": gap.detail,
        "extraction": extraction,
    }


def listing_row(listing: Listing) -> Row:
    """Return a row of `listings`."""
    return {
        "id": listing.id,
        "list": listing.list,
        "snapshot": listing.snapshot,
        "entry": listing.entry,
        "name": listing.name,
        "name_kind": listing.name_kind,
        "kind": listing.kind,
        "programme": listing.programme,
        "listed_on": listing.listed_on,
        "delisted_on": listing.delisted_on,
        "identifiers": identifier_list(listing.identifiers),
        "remarks": listing.remarks,
        "measure": listing.measure,
    }


def hit_row(hit: Hit) -> Row:
    """Return a row of `hits`."""
    return {
        "id": hit.id,
        "entity": hit.entity,
        "listing": hit.listing,
        "list": hit.list,
        "entry": hit.entry,
        "snapshot": hit.snapshot,
        "anchors": list(hit.anchors),
        "name": hit.name,
        "listed_name": hit.listed_name,
        "score": hit.score,
        "level": hit.level,
        "because": list(hit.because),
        "against": list(hit.against),
        "leaves": _leaves(hit.leaves),
    }


def screening_row(screening: Screening) -> Row:
    """Return a row of `screenings`."""
    return {
        "id": screening.id,
        "snapshot": screening.snapshot,
        "entity": screening.entity,
        "hits": screening.hits,
    }


def finding_row(finding: Finding) -> Row:
    """Return a row of `findings`."""
    return {
        "id": finding.id,
        "type": finding.type,
        "key": list(finding.key),
        "sentence": finding.sentence,
        "slots": [{"name": s.name, "value": s.value, "leaves": _leaves(s.leaves)} for s in finding.slots],
        "supports": [_leaves(support) for support in finding.supports],
        "strength": finding.strength,
        "supports_complete": finding.supports_complete,
        "against": _leaves(finding.against),
        "replies": _leaves(finding.replies),
        "level": finding.level,
        "band": finding.band,
        "limits": list(finding.limits),
    }


def standing_row(standing: Standing) -> Row:
    """Return a row of `standings`."""
    return {
        "finding": standing.finding,
        "confidence": standing.confidence,
        "checks": [{"name": c.name, "met": c.met, "why": c.why} for c in standing.checks],
        "sources": list(standing.sources),
        "origins": standing.origins,
        "survives_any_one": standing.survives_any_one,
        "weakest": _leaves(standing.weakest),
    }


def identifier_list(identifiers: tuple[tuple[str, str], ...]) -> list[dict[str, str]]:
    """Return identifiers as the segment tables hold them; one type may occur with several values."""
    return [{"type": type_, "value": value} for type_, value in identifiers]


def _leaves(leaves: tuple[Leaf, ...]) -> list[dict[str, str]]:
    return [{"kind": leaf.kind, "id": leaf.id} for leaf in leaves]
