"""Who is who, as findings rest on it: parties and the edges of the identity graph in; support sets out."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import product

from clew.detect.evidence import Link, Party
from clew.model.paths import connect
from clew.model.records import Leaf, Support
from clew.model.vocabulary import IDENTITY_LEVELS

# Support sets that are looked at before we stop, for each one that may be listed.
LOOKED_AT_PER_LISTED = 32


@dataclass(frozen=True, slots=True)
class Bundle:
    """Leaves that carry a finding, provided that the names of each party are one party."""

    leaves: frozenset[Leaf]
    same: tuple[tuple[str, frozenset[str]], ...] = ()  # entity, and its names (anchors) that must be one


@dataclass(slots=True)
class Identity:
    """The parties of a case and what joins their names."""

    parties: Mapping[str, Party]
    links: Mapping[str, tuple[Link, ...]]
    _levels: dict[tuple[str, frozenset[str]], str] = field(default_factory=dict)
    _ways: dict[tuple[str, frozenset[str]], tuple[tuple[frozenset[Leaf], ...], bool]] = field(default_factory=dict)

    @classmethod
    def of(cls, parties: Iterable[Party], links: Iterable[Link]) -> "Identity":
        """Put links under the entities that they hold together."""
        by_entity: dict[str, list[Link]] = {}
        for link in links:
            by_entity.setdefault(link.entity, []).append(link)
        return cls({party.id: party for party in parties}, {key: tuple(value) for key, value in by_entity.items()})

    def party(self, entity: str) -> Party:
        """Return a party; one that has no row goes by its id."""
        return self.parties.get(entity) or Party(entity, entity)

    def known(self, bundles: Iterable[Bundle]) -> tuple[Mapping[str, Party], str]:
        """Return the parties as the best-identified bundle knows them, and the lowest level among them.

        A party is known by the names the bundle uses, not by all it has: that the news gives a bare name takes nothing
        from passengers joined by their passports.
        """
        best: tuple[int, dict[str, str]] = (-1, {})
        for bundle in bundles:
            levels = {entity: self.joined(entity, anchors) for entity, anchors in bundle.same}
            lowest_of = min(map(IDENTITY_LEVELS.index, levels.values()), default=0)
            if lowest_of > best[0]:
                best = lowest_of, levels
        parties = {entity: replace(self.party(entity), level=level) for entity, level in best[1].items()}
        return parties, IDENTITY_LEVELS[max(best[0], 0)]

    def joined(self, entity: str, anchors: frozenset[str]) -> str:
        """Return the highest level whose judgements, with those above it, join these names of an entity.

        One name alone is known by its document: I3 where a strong identifier is printed with it, else I1.
        """
        key = (entity, anchors)
        if key not in self._levels:
            self._levels[key] = self._join(entity, anchors)
        return self._levels[key]

    def _join(self, entity: str, anchors: frozenset[str]) -> str:
        links = self.links.get(entity, ())
        if not links:
            return self.party(entity).level
        if len(anchors) == 1:
            return "I3" if any(link.anchor in anchors and link.level == "I3" for link in links) else "I1"
        for level in reversed(IDENTITY_LEVELS):
            firm = [(link.id, link.anchor, link.key) for link in links if link.level >= level]
            if firm and connect(firm, sorted(anchors), most=1)[0]:
                return level
        return "I0"

    def ways(self, entity: str, anchors: frozenset[str]) -> tuple[tuple[frozenset[Leaf], ...], bool]:
        """Return the minimal sets of judgements that keep these names of an entity one, and whether these are all."""
        key = (entity, anchors)
        if key not in self._ways:
            edges = [(link.id, link.anchor, link.key) for link in self.links.get(entity, ())]
            sets, complete = connect(edges, sorted(anchors))
            ways = tuple(frozenset(Leaf("judgement", judgement) for judgement in chosen) for chosen in sets)
            self._ways[key] = ways, complete
        return self._ways[key]


def lowest(levels: Iterable[str]) -> str:
    """Return the lowest of identity levels."""
    return min(levels, key=IDENTITY_LEVELS.index)


def gather(bundles: Iterable[Bundle], identity: Identity, *, most: int) -> tuple[tuple[Support, ...], bool]:
    """Return the minimal support sets of a finding, smallest first, and whether these are all.

    Args:
        bundles: what carries the finding, each by itself; supersets of others may be among them.
        identity: what keeps the names of a party one.
        most: how many sets to return.
    """
    found: dict[frozenset[Leaf], None] = {}
    complete = True
    for bundle in bundles:
        for leaves, exact in _with_identity(bundle, identity):
            if len(found) >= most * LOOKED_AT_PER_LISTED:
                return _smallest(found, most), False
            complete = complete and exact
            found[leaves] = None
    supports = _smallest(found, len(found))
    return supports[:most], complete and len(supports) <= most


def _with_identity(bundle: Bundle, identity: Identity) -> Iterator[tuple[frozenset[Leaf], bool]]:
    choices = [identity.ways(entity, anchors) for entity, anchors in bundle.same]
    exact = all(complete for _, complete in choices)
    for chosen in product(*(ways for ways, _ in choices)):
        yield bundle.leaves.union(*chosen), exact


def _smallest(found: Iterable[frozenset[Leaf]], most: int) -> tuple[Support, ...]:
    kept: list[frozenset[Leaf]] = []
    for leaves in sorted(found, key=lambda leaves: (len(leaves), sorted(leaves))):
        if not any(smaller <= leaves for smaller in kept):
            kept.append(leaves)
        if len(kept) == most:
            break
    return tuple(tuple(sorted(leaves)) for leaves in kept)
