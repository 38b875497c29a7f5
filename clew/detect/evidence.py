"""What the patterns read of a case: rows of its views in; small records out, so that the logic runs without a store."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Protocol, Self

from clew.model.errors import BadTime
from clew.model.records import Leaf
from clew.model.time import Moment

ENTITIES = "select id, kind, name, level from entities order by id"
LINKS = "select id, anchor, key, entity, level from links order by id"
HITS = "select * from hits where level in ('I2', 'I3', 'I4') order by id"
REPLIES = """select * exclude (quotes) from facts
             where stance in ('party_denies', 'party_unaware', 'no_response') and subject_entity is not null
             order by id"""


class Ground(Protocol):
    """What a pattern needs of a case: rows of its views, and its settings."""

    def query(self, sql: str, **parameters: object) -> list[dict[str, Any]]:
        """Return the rows of a query, each a mapping of column to value."""
        ...

    def setting(self, name: str) -> Any:
        """Return the value of a setting."""
        ...


@dataclass(frozen=True, slots=True)
class Fact:
    """A claim that holds now, with the entities its names belong to."""

    id: str
    subject: str
    predicate: str
    object: str
    subject_anchor: str | None = None
    subject_entity: str | None = None
    object_anchor: str | None = None
    object_entity: str | None = None
    qualifiers: Mapping[str, str] = field(default_factory=dict)
    holders: tuple[str, ...] = ()
    stance: str = "record_states"
    modality: str = "unknown"
    polarity: str = "affirmed"
    valid_from: str | None = None
    valid_to: str | None = None
    record_type: str = "unrecognised"
    source: str = ""
    hedges: tuple[str, ...] = ()
    words: str = ""  # the whole quote; empty where the query leaves quotes out

    @classmethod
    def read(cls, row: Mapping[str, Any]) -> Self:
        """Read a row of the view `facts`; a pattern whose query leaves out the quotes has no words."""
        return cls(
            id=row["id"],
            subject=row["subject"],
            predicate=row["predicate"],
            object=row["object"],
            subject_anchor=row["subject_anchor"],
            subject_entity=row["subject_entity"],
            object_anchor=row["object_anchor"],
            object_entity=row["object_entity"],
            qualifiers=dict(row["qualifiers"] or {}),
            holders=tuple(row["holders"] or ()),
            stance=row["stance"],
            modality=row["modality"],
            polarity=row["polarity"],
            valid_from=row["valid_from"],
            valid_to=row["valid_to"],
            record_type=row["record_type"],
            source=row["source"],
            hedges=tuple(row["hedges"] or ()),
            words=row["quotes"][0]["text"] if row.get("quotes") else "",
        )

    @property
    def leaf(self) -> Leaf:
        """The claim as a leaf."""
        return Leaf("claim", self.id)

    @property
    def day(self) -> date | None:
        """The day it is said to hold from, or None where it is said less exactly than to the day."""
        moment = read_moment(self.valid_from)
        return moment.bounds()[0] if moment and moment.precision == "day" else None

    def anchor_of(self, entity: str) -> str | None:
        """Return the name in the document by which the claim names this entity, the subject first."""
        if self.subject_entity == entity:
            return self.subject_anchor
        return self.object_anchor if self.object_entity == entity else None


@dataclass(frozen=True, slots=True)
class Party:
    """A person or firm of the case, and how firmly its names are one."""

    id: str
    name: str
    kind: str = "unknown"
    level: str = "I1"


@dataclass(frozen=True, slots=True)
class Link:
    """An edge of the identity graph: a judgement that joins a name in a document to a key or to another name."""

    id: str
    anchor: str
    key: str
    entity: str
    level: str = "I1"


@dataclass(frozen=True, slots=True)
class Match:
    """A hit: an entity's name found on a list; each of its anchors matches by itself at this level."""

    id: str
    entity: str
    listing: str
    list: str
    entry: str
    snapshot: str
    anchors: tuple[str, ...]
    level: str
    leaves: tuple[Leaf, ...]

    @classmethod
    def read(cls, row: Mapping[str, Any]) -> Self:
        """Read a row of the view `hits`."""
        leaves = tuple(Leaf(leaf["kind"], leaf["id"]) for leaf in row["leaves"] or ())
        return cls(
            id=row["id"],
            entity=row["entity"],
            listing=row["listing"],
            list=row["list"],
            entry=row["entry"],
            snapshot=row["snapshot"],
            anchors=tuple(row["anchors"] or ()),
            level=row["level"],
            leaves=leaves or (Leaf("list", row["listing"]),),
        )


def read_moment(value: str | None) -> Moment | None:
    """Read a moment; None where there is none, or none that can be read."""
    try:
        return Moment.read(value) if value else None
    except BadTime:
        return None


def read_parties(case: Ground) -> tuple[Party, ...]:
    """Return all entities of a case."""
    rows = case.query(ENTITIES)
    return tuple(Party(row["id"], row["name"], row["kind"], row["level"]) for row in rows)


def read_links(case: Ground) -> tuple[Link, ...]:
    """Return all edges of the identity graph of a case."""
    rows = case.query(LINKS)
    return tuple(Link(row["id"], row["anchor"], row["key"], row["entity"], row["level"]) for row in rows)


def read_matches(case: Ground) -> tuple[Match, ...]:
    """Return the hits of a case that are firm enough for a finding."""
    return tuple(Match.read(row) for row in case.query(HITS))


def read_replies(case: Ground) -> tuple[Fact, ...]:
    """Return the denials and other answers of the parties of a case."""
    return read_facts(case.query(REPLIES))


def read_facts(rows: Iterable[Mapping[str, Any]]) -> tuple[Fact, ...]:
    """Read rows of the view `facts`."""
    return tuple(Fact.read(row) for row in rows)


def answers(replies: Iterable[Fact], parties: Iterable[str]) -> tuple[Leaf, ...]:
    """Return the denials and other answers that these parties gave, to be printed beside the sentence."""
    named = set(parties)
    return tuple(sorted({fact.leaf for fact in replies if fact.subject_entity in named}))
