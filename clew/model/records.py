"""What Clew concludes, each citing the ids of what it rests on: Judgement, Listing, Hit, Finding, Standing, Gap."""

from dataclasses import dataclass
from typing import NamedTuple

from clew.model.ids import content_id


class Leaf(NamedTuple):
    """Something a finding rests on that can be switched off."""

    kind: str  # claim, judgement or list
    id: str


Support = tuple[Leaf, ...]  # leaves that keep a finding standing when all of them hold


@dataclass(frozen=True, slots=True)
class Judgement:
    """A decision on identity: by a person between two names, or by Clew between a name and what it shares.

    `left` is a name in a document ("a-…"); `right` is another, or for Clew's own a shared key ("name:…", "passport:…").
    """

    id: str
    left: str
    right: str
    decision: str  # same, different, unsure
    level: str  # I0 to I4
    why: str
    by: str
    at: str  # ISO 8601, UTC; empty for Clew's own, which are the same on every run


@dataclass(frozen=True, slots=True)
class Listing:
    """One name of one entry of a sanctions list, as one snapshot of it has it."""

    list: str  # ofac-sdn, …
    snapshot: str  # snapshot id
    entry: str  # the list's own id of the entry
    name: str  # as written
    name_kind: str  # primary, alias, weak alias
    kind: str  # person, organization, unknown
    programme: str
    listed_on: str | None  # ISO day, where the list itself gives it
    delisted_on: str | None
    identifiers: tuple[tuple[str, str], ...]
    remarks: str
    measure: str = "unknown"  # what the listing means by the list's own account: vocabulary.MEASURES

    @property
    def id(self) -> str:
        """The same name of the same entry in the same snapshot is one listing."""
        return content_id("l", [self.list, self.snapshot, self.entry, self.name, self.name_kind])


@dataclass(frozen=True, slots=True)
class Hit:
    """An entity's name found on a list; never more than its identity level says."""

    entity: str
    listing: str
    list: str
    entry: str
    snapshot: str
    anchors: tuple[str, ...]  # names in documents that match at this level
    name: str  # the entity's name, as written in the case
    listed_name: str
    score: float  # 0 (nothing alike) to 100 (same letters after folding)
    level: str  # I0 to I4
    because: tuple[str, ...]
    against: tuple[str, ...]
    leaves: tuple[Leaf, ...]  # the listing, and the judgement where a person decided

    @property
    def id(self) -> str:
        """One hit for each entity, listing and the name that matched."""
        return content_id("h", [self.entity, self.listing, self.name])


@dataclass(frozen=True, slots=True)
class Screening:
    """That an entity was compared with a snapshot of a list, and how many hits came; none is an answer too."""

    snapshot: str
    entity: str
    hits: int

    @property
    def id(self) -> str:
        """One for each entity and snapshot."""
        return content_id("w", [self.snapshot, self.entity])


class Slot(NamedTuple):
    """A filled place of a finding's sentence, with the leaves its words stand on."""

    name: str
    value: str
    leaves: tuple[Leaf, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """A sentence a stranger can check. Its id is its type and key: the same question about the same parties."""

    type: str  # F01 …
    key: tuple[str, ...]
    sentence: str
    slots: tuple[Slot, ...]
    supports: tuple[Support, ...]
    strength: int = 1  # of two findings with one key, the one with more says more
    supports_complete: bool = True  # False: only the first support sets are listed
    against: tuple[Leaf, ...] = ()
    replies: tuple[Leaf, ...] = ()  # denials and other answers, printed beside the sentence in the same size
    level: str = "I0"  # lowest identity level among the parties it names
    band: str = "not assessed"
    limits: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """The same type about the same key is the same finding, whatever its count now is."""
        return content_id("f", [self.type, self.key])

    def says_at_least(self, other: "Finding") -> bool:
        """Say whether whoever accepts this finding must accept the other."""
        return self.id == other.id and self.strength >= other.strength


@dataclass(frozen=True, slots=True)
class Check:
    """One line of the confidence rubric: met, not met, or None where it cannot be evaluated."""

    name: str  # C1 to C6
    met: bool | None
    why: str


@dataclass(frozen=True, slots=True)
class Standing:
    """How well a finding stands: computed from the finding and its leaves, never typed."""

    finding: str
    confidence: str  # high, moderate, low
    checks: tuple[Check, ...]
    sources: tuple[str, ...]  # every source a support set reaches
    origins: int  # of those sources: those that cite or copy each other are one
    survives_any_one: bool  # still stands when any one of its sources is taken away
    weakest: tuple[Leaf, ...]  # leaves without which nothing is left


@dataclass(frozen=True, slots=True)
class Gap:
    """Something that could not be read, matched or decided; the report shows it."""

    source: str | None
    page: int | None
    kind: str  # unmapped_table, unplaced_cue, unrecognised_record, unscreened …
    detail: str

    @property
    def id(self) -> str:
        """The same gap at the same place is one gap."""
        return content_id("g", [self.source, self.page, self.kind, self.detail])
