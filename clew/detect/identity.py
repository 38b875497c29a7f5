"""Who is who, as findings rest on it: parties and the edges of the identity graph in; support sets out."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
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

    def level(self, *entities: str) -> str:
        """Return the lowest identity level among these parties."""
        return lowest(self.party(entity).level for entity in entities)

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
