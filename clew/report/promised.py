"""The records users are promised, as plain dicts: the names in them change only with a major version."""

import json
from collections.abc import Iterator
from typing import Any

from clew.report.ledger import as_records, read_ledger
from clew.report.reach import tell_reach, types_held
from clew.store.case import Case

Record = dict[str, Any]

SOURCES = """select s.id, path, sha256, size, media_type, status, reason, pages, language, record_type, parent, copy_of,
                    warnings, tried, seconds, reading, s.channel, coalesce(c.reliability, 'F') as reliability, origin, acquisition,
                    legal_basis, added_at, added_by
             from sources s left join channels c on c.name = s.channel order by path, s.id"""
CLAIMS = """select c.id, subject, predicate, object, qualifiers, holders, stance, modality, polarity, hedges,
                   quotes[1].text as quote, c.source, s.path, quotes[1].page as page, quotes[1].start as start,
                   quotes[1].stop as stop, c.status, method, c.record_type, said_at, valid_from, valid_to, c.reading,
                   quotes as words, c.reviewed_by, c.reviewed_at, c.review
            from claims c join sources s on s.id = c.source
            order by s.path, page, start, predicate, subject, c.id"""
ENTITIES = """select e.id, e.kind, e.name, e.names, e.level,
                     list({'id': m.id, 'text': m.text, 'source': m.source, 'path': s.path, 'page': m.page,
                           'start': m.start, 'stop': m.stop} order by s.path, m.page, m.start) as mentions
              from entities e join members b on b.entity = e.id join mentions m on m.id = b.mention
              join sources s on s.id = m.source
              group by all order by e.kind, e.name, e.id"""
CANDIDATES = """select id, left_entity, right_entity, left_name, right_name, kind, score, level, because, against, telling,
                       expected, chance
                from candidates order by telling desc, score desc, expected, left_name, right_name, id"""
HITS = """select h.id, h.entity, e.kind, h.name, h.list, h.entry, h.listed_name, l.programme, h.snapshot, s.as_of,
                 h.score, h.level, h.because, h.against, h.listing
          from hits h join entities e on e.id = h.entity join snapshots s on s.id = h.snapshot
          join listings l on l.id = h.listing
          order by h.level desc, h.score desc, h.name, s.as_of, h.id"""
SCREENINGS = """select w.id, w.entity, e.kind, e.name, s.list, s.as_of, w.snapshot, w.hits
                from screenings w join entities e on e.id = w.entity join snapshots s on s.id = w.snapshot
                order by s.list, s.as_of, e.name, w.id"""
FINDINGS = """select f.id, f.type, f.sentence, f.slots, f.supports, f.against, f.band, s.confidence, f.limits, f.level,
                     f.strength, f.supports_complete, f.replies, s.checks, s.sources, s.origins, s.survives_any_one, s.weakest
              from findings f left join standings s on s.finding = f.id
              order by f.type, f.sentence, f.id"""
RETELLINGS = """select r.id, r.claim, r.finding, f.id is not null as found, r.place, r.source, s.path, r.day, r.origin, r.claims, r.holders,
                       r.stances, r.modalities, r.times, r.numbers, r.hedges, r.quotations, r.differences
                from retellings r join sources s on s.id = r.source left join findings f on f.id = r.finding
                where starts_with(r.finding, $finding) order by r.claim, r.finding, r.place, r.id"""
TIES = """select t.id, t.kind, t.basis, t.score, t.left_source, a.path as left_path, t.right_source, b.path as right_path
          from ties t join sources a on a.id = t.left_source join sources b on b.id = t.right_source
          order by a.path, b.path, t.kind"""
REQUESTS = """select q.id, q.party, q.anchor, q.finding, q.channel, q.asked_on, q.deadline, q.asked_by, q.answer, s.path as answer_path,
                     q.answered_at, q.closed_at, q.closed_by
              from requests q left join sources s on s.id = q.answer order by q.asked_on, q.seq"""
# Fields of a record that no query gives.
ADDED = {"claims": ("reach",), "findings": ("ledger",)}
SNAPSHOTS = """select id, list, authority, as_of, as_of_basis, sha256, files, missed, added_at from snapshots
               order by list, as_of, id"""
GAPS = """select g.id, g.kind, g.detail, g.source, s.path, g.page from gaps g join sources s on s.id = g.source
          order by s.path, g.page, g.kind, g.id"""


def sources(case: Case) -> Iterator[Record]:
    """Yield the ledger: one record for each file handed in, whatever became of it."""
    for row in case.query(SOURCES):
        yield {**row, "warnings": json.loads(row["warnings"]), "tried": json.loads(row["tried"])}


def not_read_in_full(case: Case) -> Iterator[Record]:
    """Yield the sources that failed, were read in part, or were left; no copies of what is read elsewhere."""
    return (row for row in sources(case) if row["status"] != "read" and not row["copy_of"])


def claims(case: Case) -> Iterator[Record]:
    """Yield every claim ever made in the case; superseded ones say so in `status`."""
    held = types_held(case)
    for row in case.query(CLAIMS):
        yield {**row, "reach": tell_reach({**row, "quotes": row["words"]}, held)}


def entities(case: Case) -> Iterator[Record]:
    """Yield the people, firms, places and products of the case, with the places where their names stand."""
    yield from case.query(ENTITIES)


def candidates(case: Case) -> Iterator[Record]:
    """Yield the pairs of entities that a person should judge: what most is known for first, what most speaks against last."""
    yield from case.query(CANDIDATES)


def hits(case: Case) -> Iterator[Record]:
    """Yield names of the case that are found on lists; below I2 they are leads, never findings."""
    yield from case.query(HITS)


def screenings(case: Case) -> Iterator[Record]:
    """Yield every party of the case with every list snapshot it was compared with, also where nothing was found."""
    yield from case.query(SCREENINGS)


def findings(case: Case) -> Iterator[Record]:
    """Yield the findings with their support sets, what each stands on, and what the parties it names answer or were asked."""
    ledger = read_ledger(case)
    for row in case.query(FINDINGS):
        yield {**row, "ledger": as_records(ledger.get(row["id"], []))}


def requests(case: Case) -> Iterator[Record]:
    """Yield whom a person asked for a reply, about which finding, and what became of it."""
    yield from case.query(REQUESTS)


def gaps(case: Case) -> Iterator[Record]:
    """Yield what could not be read, mapped or placed inside the files that were read."""
    yield from case.query(GAPS)


def retellings(case: Case, *, finding: str = "") -> Iterator[Record]:
    """Yield how each item tells a claim that others tell too, the nearest to its origin first.

    Args:
        case: an open case.
        finding: only of the finding whose id begins so.
    """
    yield from case.query(RETELLINGS, finding=finding)


def ties(case: Case) -> Iterator[Record]:
    """Yield what makes two sources one origin, each with its basis."""
    yield from case.query(TIES)


def lists(case: Case) -> Iterator[Record]:
    """Yield the list snapshots the case is screened against."""
    for row in case.ledger(SNAPSHOTS):
        yield {**row, "files": json.loads(row["files"]), "missed": json.loads(row["missed"])}
