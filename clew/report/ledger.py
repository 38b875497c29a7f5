"""The ledger of replies: findings in; for each party they name its answers, in its words, and what it was asked, out.

"Did not respond" stands here only where a request is on record or a source says so; a party of whom neither is known was not asked.
Rules of reply: the responsible-publication defence (Defamation Act 2013, s. 4, United Kingdom) looks at whether the other
side was sought and told.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from itertools import groupby
from operator import itemgetter
from typing import Any

from clew.report.wording import REPLIES, REPLY_KINDS
from clew.store.case import Case, now

PARTIES = """select f.id as finding, e.id, e.name
             from (select id, unnest(key) as part from findings where starts_with(id, $finding)) f join entities e on e.id = f.part
             where e.kind in ('person', 'organization') order by f.id, e.name, e.id"""
ANSWERS = """select f.id, f.subject_entity, f.stance, f.qualifiers['reply'] as reply, f.holders, f.quotes[1].text as words,
                    f.source, s.path, coalesce(f.said_at, r.day, '') as day
             from facts f join sources s on s.id = f.source
             left join (select source, max(day) as day from retellings group by source) r on r.source = f.source
             where f.stance in ('party_denies', 'party_unaware', 'no_response') and f.subject_entity is not null
             order by f.subject_entity, day desc, s.path, f.id"""
REQUESTS = """select q.*, a.entity, coalesce(s.path, '') as answer_path
              from requests q left join anchors a on a.id = q.anchor left join sources s on s.id = q.answer
              order by q.asked_on, q.seq"""
NOT_ASKED = "not asked"


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a party's part of the ledger."""

    entity: str
    party: str
    answer: str  # in words: denies, says it does not know of this, …, asked on …, not asked
    day: str  # when it answered or was asked, ISO; empty where that is not known
    words: str  # of the answer, as quoted; empty where there is none
    claim: str  # id; empty for what no source says
    path: str
    request: str  # id; empty where no request is on record

    @property
    def silent(self) -> bool:
        """Say whether nothing of the party is known: neither an answer nor a request."""
        return self.answer == NOT_ASKED

    def tell(self, *, shorten: int = 160) -> str:
        """Return the line in words, the quotation cut to this many characters."""
        day = f" ({self.day})" if self.day else ""
        words = self.words if len(self.words) <= shorten else f"{self.words[: shorten - 1]}…"
        return f"{self.party}{day}: {self.answer}" + (f": “{words}”" if words else "")


def read_ledger(case: Case, *, finding: str = "", today: str = "") -> dict[str, list[Entry]]:
    """Return for each finding the entries of each party it names, each party's latest answer first.

    Args:
        case: a case whose stages have run.
        finding: only the finding whose id begins so.
        today: the ISO day against which deadlines are held; today, if not given.
    """
    told = {key: list(rows) for key, rows in groupby(case.query(ANSWERS), itemgetter("subject_entity"))}
    asked: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    for row in case.query(REQUESTS):
        asked[row["finding"], row["entity"] or ""].append(row)
    found: dict[str, list[Entry]] = defaultdict(list)
    for party in case.query(PARTIES, finding=finding):
        answers = _answers(party, told.get(party["id"], []))
        requests = [_request(party, row, today or now()[:10]) for row in asked[party["finding"], party["id"]]]
        silent = [] if answers or requests else [Entry(party["id"], party["name"], NOT_ASKED, "", "", "", "", "")]
        found[party["finding"]] += [*answers, *requests, *silent]
    return dict(found)


def _answers(party: Mapping[str, Any], rows: Iterable[Mapping[str, Any]]) -> list[Entry]:
    """Return a party's answers; one that several claims of a source give in the same words is one."""
    found: dict[tuple[str, str], Entry] = {}
    for row in rows:
        kind = REPLY_KINDS.get(row["reply"] or "") or REPLIES.get(row["stance"], row["stance"])
        entry = Entry(party["id"], party["name"], kind.lower(), row["day"], row["words"], row["id"], row["path"], "")
        found.setdefault((row["source"], row["words"]), entry)
    return list(found.values())


def _request(party: Mapping[str, Any], row: Mapping[str, Any], today: str) -> Entry:
    asked = f"asked by {row['channel']}, deadline {row['deadline']}"
    if row["answer"]:
        state = f"answered in {row['answer_path'] or row['answer']}"
    elif row["closed_at"]:
        state = f"no response; closed on {row['closed_at'][:10]}"
    elif row["deadline"] < today:
        state = "no response by then"
    else:
        state = "the deadline has not passed"
    return Entry(
        party["id"], party["name"], f"{asked}; {state}", row["asked_on"], "", "", row["answer_path"], row["id"]
    )


def as_records(entries: Iterable[Entry]) -> list[dict[str, str]]:
    """Return entries as plain records."""
    return [asdict(entry) for entry in entries]


def tell_ledger(entries: Iterable[Entry]) -> list[str]:
    """Return the lines of a ledger: a party's first entry each, then in one line who was not asked."""
    first: dict[str, Entry] = {}
    further: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        if entry.entity in first:
            further[entry.entity].append(entry)
        else:
            first[entry.entity] = entry
    lines = []
    for entity, entry in first.items():
        if not entry.silent:
            more = sum(not one.request for one in further[entity])
            lines.append(entry.tell() + (f"; {more} more of its answers" if more else ""))
            lines += [one.tell() for one in further[entity] if one.request]
    silent = [entry.party for entry in first.values() if entry.silent]
    return lines + ([f"Not asked, as far as the case records: {', '.join(silent)}"] if silent else [])
