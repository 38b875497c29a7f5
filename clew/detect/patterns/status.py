"""F06: whether a party to a transaction was on a sanctions list on the day of the transaction.

Why it matters: the same sale is one thing before a listing and another after it; lists are read as of today far too often.
Also explained by: see `ALSO_EXPLAINED_BY`.
Would be settled by: see `SETTLED_BY`.
Source: Wolfsberg Group, Guidance on Sanctions Screening, 2019 (a name match is no identity; look-back over list versions);
identity levels: docs/why/identity.md.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from clew.detect.evidence import (
    Fact,
    Ground,
    Link,
    Match,
    Party,
    answers,
    read_facts,
    read_links,
    read_matches,
    read_parties,
    read_replies,
)
from clew.detect.identity import Bundle, Identity, gather, lowest
from clew.detect.listed import DELISTED, LISTED, NOT_YET, Row, Snapshot, Status, decide, read_rows, read_snapshots
from clew.detect.listed import Ground as ListGround
from clew.detect.wording import capitalised, count, name_party, namesakes
from clew.model.records import Finding, Leaf, Slot
from clew.model.vocabulary import IDENTITY_LEVELS, MEASURES

TYPE = "F06"
TITLE = "Sanctions status on the date of the transaction"
VERSION = 2
ALSO_EXPLAINED_BY = (
    "another party with the same name as the listed one",
    "a licence, an exemption or a wind-down period for the transaction",
    "a list whose legal effect is a licence requirement, not a freeze",
)
SETTLED_BY = (
    "an identifier of the party that the list entry also gives",
    "the list as published on the day of the transaction, or the notice that changed it",
    "the licence under which the transaction was made",
)

TRANSACTIONS = """select * exclude (quotes) from facts
                  where predicate in ('billed', 'shipped', 'delivered', 'declared', 'paid')
                    and stance = 'record_states' and polarity = 'affirmed' and valid_from is not null
                    and (subject_entity in (select entity from hits) or object_entity in (select entity from hits))
                  order by id"""
PATHS = "select id, path from sources"


@dataclass(frozen=True, slots=True)
class Options:
    """The settings F06 reads."""

    supports_most: int = 64


@dataclass(frozen=True, slots=True)
class Evidence:
    """What F06 reads of a case."""

    transactions: tuple[Fact, ...] = ()
    matches: tuple[Match, ...] = ()
    rows: tuple[Row, ...] = ()
    snapshots: tuple[Snapshot, ...] = ()
    replies: tuple[Fact, ...] = ()
    parties: tuple[Party, ...] = ()
    links: tuple[Link, ...] = ()
    paths: Mapping[str, str] = field(default_factory=dict)  # source id -> path


@dataclass(frozen=True, slots=True)
class Question:
    """One party, one entry of one list, one document of one day."""

    entity: str
    list: str
    entry: str
    document: str
    day: date


def find(case: Ground) -> Iterator[Finding]:
    """Yield a finding for each listed party, list entry and dated document."""
    evidence = Evidence(
        transactions=read_facts(case.query(TRANSACTIONS)),
        matches=read_matches(case),
        rows=read_rows(case),
        snapshots=read_snapshots(case),
        replies=read_replies(case),
        parties=read_parties(case),
        links=read_links(case),
        paths={row["id"]: row["path"] for row in case.query(PATHS)},
    )
    yield from conclude(evidence, Options(case.setting("supports_most")))


def conclude(evidence: Evidence, options: Options) -> Iterator[Finding]:
    """Yield the findings that this evidence carries; the same evidence always yields the same."""
    identity = Identity.of(evidence.parties, evidence.links)
    matches: dict[str, dict[tuple[str, str], list[Match]]] = {}
    for match in evidence.matches:
        if match.level in {"I2", "I3", "I4"}:
            matches.setdefault(match.entity, {}).setdefault((match.list, match.entry), []).append(match)
    questions: dict[Question, list[Fact]] = {}
    for fact in evidence.transactions:
        for entity in sorted({fact.subject_entity, fact.object_entity} & matches.keys() - {None}, key=str):
            for authority, entry in sorted(matches[str(entity)]) if fact.day else ():
                asked = Question(str(entity), authority, entry, _document(fact, evidence.paths), fact.day or date.min)
                questions.setdefault(asked, []).append(fact)
    for asked, facts in sorted(questions.items(), key=lambda item: _key(item[0])):
        rows = [row for row in evidence.rows if (row.list, row.entry) == (asked.list, asked.entry)]
        snapshots = [snapshot for snapshot in evidence.snapshots if snapshot.list == asked.list]
        status = decide(asked.day.isoformat(), rows, snapshots)
        if status:
            grounds = facts, matches[asked.entity][asked.list, asked.entry]
            yield from _finding(asked, status, *grounds, evidence, identity, options)


def _document(fact: Fact, paths: Mapping[str, str]) -> str:
    number = fact.qualifiers.get("number")
    kind = "document" if fact.record_type == "unrecognised" else fact.record_type.replace("_", " ")
    return f"{kind} {number}" if number else paths.get(fact.source, fact.source)


def _key(asked: Question) -> tuple[str, ...]:
    return (asked.entity, asked.list, asked.entry, asked.document, asked.day.isoformat())


def _finding(  # noqa: PLR0917 -- the question, its answer, and what both are read in
    asked: Question,
    status: Status,
    facts: Sequence[Fact],
    matches: Sequence[Match],
    evidence: Evidence,
    identity: Identity,
    options: Options,
) -> Iterator[Finding]:
    supports, complete = gather(_bundles(asked.entity, status, facts, matches), identity, most=options.supports_most)
    if not supports:
        return
    level = _level(asked.entity, facts, matches, identity)
    party = identity.party(asked.entity)
    party = Party(party.id, party.name, party.kind, level)
    snapshots = {snapshot.id: snapshot for snapshot in evidence.snapshots}
    ground = status.grounds[0]
    yield Finding(
        type=TYPE,
        # The status is part of the key: another status is another answer, not a weaker form of this one.
        key=(*_key(asked), status.name),
        sentence=_sentence(party, asked, status.name, ground, snapshots),
        slots=_slots(party, asked, status, facts, matches),
        supports=supports,
        supports_complete=complete and status.complete,
        replies=answers(evidence.replies, [asked.entity]),
        level=level,
        limits=(*_limits(asked, ground), *namesakes([party])),
    )


def _bundles(entity: str, status: Status, facts: Iterable[Fact], matches: Sequence[Match]) -> Iterator[Bundle]:
    for fact in facts:
        for ground in status.grounds:
            for match in matches:
                leaves = ground.leaves.union(match.leaves, {fact.leaf})
                for name in _names(fact, entity):
                    for anchor in match.anchors:
                        yield Bundle(leaves, ((entity, frozenset({name, anchor})),))


def _names(fact: Fact, entity: str) -> set[str]:
    """Return the names by which a transaction names a party; both sides where it deals with itself."""
    sides = ((fact.subject_entity, fact.subject_anchor), (fact.object_entity, fact.object_anchor))
    return {anchor for side, anchor in sides if side == entity and anchor}


def _level(entity: str, facts: Iterable[Fact], matches: Sequence[Match], identity: Identity) -> str:
    """Return the best level at which the party of a transaction is the listed one."""
    levels = []
    for fact in facts:
        for match in matches:
            for name in _names(fact, entity):
                joined = (
                    identity.joined(entity, frozenset({name, anchor})) for anchor in match.anchors if anchor != name
                )
                levels += [match.level] if name in match.anchors else [lowest((match.level, level)) for level in joined]
    return max(levels, key=IDENTITY_LEVELS.index)


def _programme(ground: ListGround) -> str:
    programme = ground.row.programme or "programme not stated"
    # What blocks property is what a reader takes a sanctions list for; a list that does something else must say so.
    return programme if ground.row.measure in ("blocking", "unknown") else f"{programme}; {ground.row.measure}"


def _slots(
    party: Party, asked: Question, status: Status, facts: Sequence[Fact], matches: Sequence[Match]
) -> tuple[Slot, ...]:
    transaction = tuple(fact.leaf for fact in facts)
    entry = tuple(sorted({leaf for match in matches for leaf in match.leaves}))
    ground = status.grounds[0]
    told = tuple(sorted(ground.leaves))
    return (
        Slot("party", party.name, transaction),
        Slot("list", asked.list, entry),
        Slot("entry", asked.entry, entry),
        Slot("programme", _programme(ground), (Leaf("list", ground.row.id),)),
        Slot("document", asked.document, transaction),
        Slot("date", asked.day.isoformat(), transaction),
        Slot("status", status.name, told),
    )


def _sentence(party: Party, asked: Question, status: str, ground: ListGround, snapshots: Mapping[str, Snapshot]) -> str:
    verb = "is" if party.level in {"I3", "I4"} else "matches"
    who = f"{name_party(party)} {verb} an entry of {asked.list} ({_programme(ground)})"
    when = f"the transaction of {asked.day.isoformat()} ({asked.document})"
    has = snapshots.get(ground.row.snapshot)
    known = f"on it as of {has.as_of}" if has else "on it in another snapshot"
    if status == LISTED:
        told = (
            f"as the list stood on {ground.snapshot.as_of}"
            if ground.snapshot
            else f"since {ground.row.listed_on} by the list's own date"
        )
        return capitalised(
            f"{who}: listed on the date of the transaction, {asked.day.isoformat()} ({asked.document}), {told}."
        )
    if status == DELISTED and not ground.snapshot:
        return capitalised(f"{who}: taken off the list on {ground.row.delisted_on}, on or before the date of {when}.")
    if status == NOT_YET and not ground.snapshot:
        return capitalised(f"{who}: listed since {ground.row.listed_on} by the list's own date, after {when}.")
    stood = ground.snapshot.as_of if ground.snapshot else ""
    order = "on the date of" if stood == asked.day.isoformat() else "before"
    return capitalised(f"{who}: not on the list as it stood on {stood}, {order} {when}; {known}.")


def _limits(asked: Question, ground: ListGround) -> tuple[str, ...]:
    limits = ["An entry of a list is no finding of an offence; licences and exemptions are not looked for."]
    if ground.row.measure not in ("blocking", "unknown"):
        limits.append(f"By the list's own account this listing means: {MEASURES[ground.row.measure]}.")
    if ground.snapshot:
        days = (asked.day - date.fromisoformat(ground.snapshot.as_of)).days
        if days:
            limits.append(
                f"The list is read as it stood on {ground.snapshot.as_of}, {count(days, 'day')} before the transaction; "
                "what changed in between is not known."
            )
        if ground.snapshot.basis == "file time":
            limits.append(
                f"That the list stood so on {ground.snapshot.as_of} is taken from the time of its file alone."
            )
    else:
        limits.append("The day is the list's own; no snapshot of that day is at hand.")
    return tuple(limits)
