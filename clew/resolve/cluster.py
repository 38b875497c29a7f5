"""Entities from names in documents: which names Clew, or a person, takes for the same.

In: anchors (all mentions of one name in one source) and people's judgements. Out: entities, the links that hold each
together, and what was kept apart and why.

A link is a judgement between an anchor and a key that it shares with others ("name:person:ivan petrov",
"passport:X0000001"), or between two anchors where a person decided. Links are taken in the order: a person's "same",
equal strong identifiers (I3), name and birth date (I2), name (I1); then by id. A link that would join what a person
called different, two kinds of party, or, for I2 and I1, parties whose identifiers differ, is blocked and reported.

What holds: the result is the same in any order of the input. Switching a "same" link off never joins two entities: what
is blocked is decided with all "same" links in place, and only then are the ones switched off left out. Taking an anchor
out, or switching a "different" off, may join: a name contested only by that anchor is contested no longer.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from clew.model.ids import content_id
from clew.model.names import fold
from clew.model.records import Judgement
from clew.model.vocabulary import STRONG_IDENTIFIERS
from clew.resolve.anchors import Anchor, differing, name_key, values_of

_ORDER = {"I3": 1, "I2": 2, "I1": 3}  # after people's "same"


@dataclass(frozen=True, slots=True)
class Entity:
    """Names taken for one party."""

    id: str
    kind: str
    name: str  # the spelling met most often
    names: tuple[str, ...]  # every spelling, most often first
    anchors: tuple[str, ...]
    level: str  # the highest level at which links of that level or above hold all its names together
    identifiers: tuple[tuple[str, str], ...] = ()  # all that are printed with its names
    forms: tuple[tuple[str, str], ...] = ()  # nominative and as written, of names that stand in another case only


@dataclass(frozen=True, slots=True)
class Blocked:
    """A link that was not taken."""

    link: Judgement
    by: str  # id of the judgement "different" that forbids it; empty where identifiers or kinds differ
    why: str


@dataclass(frozen=True, slots=True)
class Contested:
    """A name that several parties bear: its bearers carry different identifiers, so the name joins none of them."""

    key: str
    anchors: tuple[str, ...]
    why: str


@dataclass(frozen=True, slots=True)
class Clustering:
    """Who is who."""

    entities: tuple[Entity, ...]
    members: Mapping[str, tuple[str, str]]  # mention id -> anchor id, entity id
    links: tuple[tuple[str, Judgement], ...]  # entity id and a link that holds it together
    blocked: tuple[Blocked, ...]
    contested: tuple[Contested, ...]
    unplaced: tuple[str, ...] = ()  # judgements on names that are not in the case now


def cluster(
    anchors: Iterable[Anchor],
    judgements: Iterable[Judgement] = (),
    *,
    dealings: Iterable[tuple[str, str]] = (),
    off: Collection[str] = frozenset(),
) -> Clustering:
    """Return the entities that the anchors and the judgements make, without the judgements switched off.

    Args:
        anchors: the names of the case.
        judgements: people's decisions.
        dealings: anchor ids that one claim names as two parties; no link of Clew's own joins them.
        off: ids of judgements and links to leave out.

    Judgements on anchors that are not among the given ones are reported as unplaced.
    """
    known = {anchor.id: anchor for anchor in sorted(anchors, key=lambda anchor: anchor.id)}
    judged = sorted(judgements, key=lambda judgement: judgement.id)
    people = [judgement for judgement in judged if judgement.left in known and judgement.right in known]
    apart = [judgement for judgement in people if judgement.decision == "different" and judgement.id not in off]
    machine, contested = machine_links(known.values())
    links = [judgement for judgement in people if judgement.decision == "same"]
    links += sorted(machine, key=lambda link: (_ORDER[link.level], link.id))
    groups = _Groups(known, apart, dealings)
    kept, blocked = [], []
    for link in links:
        refusal = groups.join(link)
        if refusal is None:
            kept.append(link)
        else:
            blocked.append(refusal)
    entities, links_of = _entities(known, [link for link in kept if link.id not in off])
    of_anchor = {anchor: entity.id for entity in entities for anchor in entity.anchors}
    return Clustering(
        entities=entities,
        members={mention: (a.id, of_anchor[a.id]) for a in known.values() for mention in a.mentions},
        links=links_of,
        blocked=tuple(refusal for refusal in blocked if refusal.link.id not in off),
        contested=contested,
        unplaced=tuple(j.id for j in judged if j.left not in known or j.right not in known),
    )


def machine_links(anchors: Iterable[Anchor]) -> tuple[list[Judgement], tuple[Contested, ...]]:
    """Return Clew's own links from names to the keys they share, and the names that are contested."""
    anchors = list(anchors)
    links, contested = [], []
    for key, bearers in sorted(_by_name(anchors).items()):
        reason = _contest(bearers)
        if reason is None:
            links += [_link(anchor, key, "I1", _folds(anchor, key)) for anchor in bearers]
            continue
        contested.append(Contested(key, tuple(sorted(anchor.id for anchor in bearers)), reason))
        for anchor in bearers:
            # Namesakes are told apart by the day of birth; without one the name alone joins nothing.
            links += [
                _link(anchor, f"{key}|birth_date:{day}", "I2", f"the name and the day of birth, {day}, are equal")
                for day in sorted(values_of(anchor.identifiers).get("birth_date", ()))
            ]
    for anchor in anchors:
        links += [
            _link(anchor, f"{type_}:{value}", "I3", f"{type_} {value} is printed with the name")
            for type_, values in sorted(values_of(anchor.identifiers).items())
            if type_ in STRONG_IDENTIFIERS
            for value in sorted(values)
        ]
    return links, tuple(contested)


def _folds(anchor: Anchor, key: str) -> str:
    inflected = (
        f"the nominative of '{anchor.text}', {anchor.form}, as its reader tells it," if anchor.form else "the name"
    )
    return f"{inflected} folds to '{key.split(':', 2)[2]}'"


def _link(anchor: Anchor, key: str, level: str, why: str) -> Judgement:
    return Judgement(content_id("j", [anchor.id, key]), anchor.id, key, "same", level, why, "clew", "")


def _by_name(anchors: Sequence[Anchor]) -> dict[str, list[Anchor]]:
    """Return the bearers of each name key; a Cyrillic name bears a Latin name's key where that is one of its spellings."""
    by_key: dict[str, list[Anchor]] = defaultdict(list)
    for anchor in anchors:
        by_key[name_key(anchor.kind, anchor.key)].append(anchor)
    names = [fold(anchor.form or anchor.text, anchor.kind) for anchor in anchors]
    latin = {name_key(name.kind, name.key) for name in names if name.script == "latin"}
    spelled: dict[str, list[Anchor]] = defaultdict(list)
    for anchor, name in zip(anchors, names, strict=True):
        if name.script in ("cyrillic", "mixed"):
            for key in (name_key(anchor.kind, variant) for variant in name.variants):
                if key in latin:
                    spelled[key].append(anchor)
    for key, others in spelled.items():
        # Наталья and Наталия are both NATALIA: where two names meet in one spelling, it stands for neither.
        if len({other.key for other in others}) == 1:
            by_key[key] = by_key[key] + others
    return by_key


def _contest(bearers: Sequence[Anchor]) -> str | None:
    """Say which identifiers of a name's bearers differ, or None."""
    carried: dict[str, set[frozenset[str]]] = defaultdict(set)
    for anchor in bearers:
        for type_, values in values_of(anchor.identifiers).items():
            carried[type_].add(values)
    for type_, sets in sorted(carried.items()):
        ordered = sorted(sets, key=sorted)
        for left in ordered:
            for right in ordered:
                if left.isdisjoint(right):
                    return f"its bearers carry {type_} {min(left)} and {min(right)}"
    return None


@dataclass(slots=True)
class _Group:
    kind: str = "unknown"
    values: dict[str, frozenset[str]] = field(default_factory=dict)
    apart: dict[str, str] = field(default_factory=dict)  # root of a group it must not join -> judgement id
    dealt_with: set[str] = field(default_factory=set)  # roots of groups that a document names as another party
    size: int = 1


class _Groups:
    """Sets of nodes that were joined, each with what its names carry and what it must not be joined with."""

    def __init__(
        self,
        anchors: Mapping[str, Anchor],
        apart: Iterable[Judgement] = (),
        dealings: Iterable[tuple[str, str]] = (),
    ) -> None:
        self._parent: dict[str, str] = {}
        self._group: dict[str, _Group] = {}
        for anchor in anchors.values():
            self._parent[anchor.id] = anchor.id
            self._group[anchor.id] = _Group(anchor.kind, dict(values_of(anchor.identifiers)))
        for judgement in apart:
            self._group[judgement.left].apart.setdefault(judgement.right, judgement.id)
            self._group[judgement.right].apart.setdefault(judgement.left, judgement.id)
        for left, right in dealings:
            self._group[left].dealt_with.add(right)
            self._group[right].dealt_with.add(left)

    def root(self, node: str) -> str:
        """Return the node that stands for the whole group."""
        if node not in self._parent:
            self._parent[node] = node
            self._group[node] = _Group()
        while self._parent[node] != node:
            self._parent[node] = self._parent[self._parent[node]]
            node = self._parent[node]
        return node

    def join(self, link: Judgement) -> Blocked | None:
        """Join the two ends of a link, or say why not."""
        left, right = self.root(link.left), self.root(link.right)
        if left == right:
            return None
        one, other = self._group[left], self._group[right]
        if right in one.apart:
            return Blocked(link, one.apart[right], f"judged different: {one.apart[right]}")
        if link.by == "clew":
            if right in one.dealt_with:
                return Blocked(link, "", "one document names them as the two parties of one dealing")
            if "unknown" not in (one.kind, other.kind) and one.kind != other.kind:
                return Blocked(link, "", f"one side is a {one.kind}, the other a {other.kind}")
            differ = differing(one.values, other.values) if link.level != "I3" else ()
            if differ:
                type_, mine, theirs = differ[0]
                return Blocked(link, "", f"{type_} differs: {', '.join(mine)} and {', '.join(theirs)}")
        self.merge(left, right)
        return None

    def merge(self, left: str, right: str) -> None:
        """Join two nodes' groups, whatever speaks against it."""
        left, right = self.root(left), self.root(right)
        if left == right:
            return
        if (self._group[left].size, right) < (self._group[right].size, left):
            left, right = right, left
        big, small = self._group[left], self._group.pop(right)
        self._parent[right] = left
        big.size += small.size
        big.kind = big.kind if big.kind != "unknown" else small.kind
        for type_, values in small.values.items():
            big.values[type_] = big.values.get(type_, frozenset()) | values
        for enemy, judgement in small.apart.items():
            enemies = self._group[enemy].apart
            enemies.pop(right, None)
            kept = min(judgement, big.apart.get(enemy, judgement))
            big.apart[enemy] = enemies[left] = kept
        for other in small.dealt_with - {left, right}:
            self._group[other].dealt_with.discard(right)
            self._group[other].dealt_with.add(left)
            big.dealt_with.add(other)
        big.dealt_with -= {left, right}


def _entities(
    anchors: Mapping[str, Anchor], links: Sequence[Judgement]
) -> tuple[tuple[Entity, ...], tuple[tuple[str, Judgement], ...]]:
    groups = _Groups({})  # what stands against a link was weighed before
    for link in links:
        groups.merge(link.left, link.right)
    members: dict[str, list[Anchor]] = defaultdict(list)
    for anchor in anchors.values():
        members[groups.root(anchor.id)].append(anchor)
    held: dict[str, list[Judgement]] = defaultdict(list)
    for link in links:
        held[groups.root(link.left)].append(link)
    ids = _ids(members)
    entities = [_entity(ids[root], of_root, held[root]) for root, of_root in members.items()]
    links_of = [(ids[root], link) for root in members for link in held[root]]
    return (
        tuple(sorted(entities, key=lambda entity: entity.id)),
        tuple(sorted(links_of, key=lambda pair: (pair[0], pair[1].id))),
    )


def _ids(members: Mapping[str, Sequence[Anchor]]) -> dict[str, str]:
    shared: dict[tuple[str, str], list[str]] = defaultdict(list)
    for root, anchors in members.items():
        shared[_kind(anchors), min(anchor.key for anchor in anchors)].append(root)
    ids = {}
    for (kind, key), roots in shared.items():
        marks = {root: _mark(members[root]) for root in roots}
        often = Counter(marks.values())
        for root in roots:
            own = marks[root] if marks[root] and often[marks[root]] == 1 else min(a.id for a in members[root])
            ids[root] = content_id("e", [kind, key] if len(roots) == 1 else [kind, key, own])
    return ids


def _mark(anchors: Sequence[Anchor]) -> str:
    """Return the smallest identifier, or nothing."""
    marks = (f"{type_}:{v}" for a in anchors for type_, values in values_of(a.identifiers).items() for v in values)
    return min(marks, default="")


def _kind(anchors: Sequence[Anchor]) -> str:
    if len(anchors) == 1:
        return anchors[0].kind
    counts = Counter(anchor.kind for anchor in anchors if anchor.kind != "unknown")
    return min(counts, key=lambda kind: (-counts[kind], kind), default="unknown")


def _entity(id_: str, anchors: Sequence[Anchor], links: Sequence[Judgement]) -> Entity:
    surfaces: Counter[str] = Counter()
    for anchor in anchors:
        surfaces.update(dict(anchor.surfaces or ((anchor.text, max(1, len(anchor.mentions))),)))
    plain = {anchor.text for anchor in anchors if not anchor.form}
    names = tuple(sorted(surfaces, key=lambda text: (text not in plain, -surfaces[text], text)))
    ids = tuple(sorted(anchor.id for anchor in anchors))
    identifiers = tuple(sorted({pair for anchor in anchors for pair in anchor.identifiers}))
    forms = tuple(sorted({(anchor.form, anchor.text) for anchor in anchors if anchor.form}))
    return Entity(id_, _kind(anchors), names[0], names, ids, _level(ids, links), identifiers, forms)


def _level(anchors: Sequence[str], links: Sequence[Judgement]) -> str:
    """Return the highest level whose links, with those above it, already join all the anchors."""
    if len(anchors) == 1:
        return "I3" if any(link.level == "I3" for link in links) else "I1"
    parent: dict[str, str] = {}

    def root(node: str) -> str:
        while parent.setdefault(node, node) != node:
            parent[node] = node = parent[parent[node]]
        return node

    apart = len(anchors)
    held = set(anchors)
    for link in _by_level(links):
        left, right = root(link.left), root(link.right)
        if left != right:
            # A root is an anchor where the group has one, so that groups without one are told from groups with.
            left, right = (left, right) if left in held else (right, left)
            apart -= left in held and right in held
            parent[right] = left
            if apart == 1:
                return link.level
    return "I0"


def _by_level(links: Iterable[Judgement]) -> Iterator[Judgement]:
    yield from sorted(links, key=lambda link: link.level, reverse=True)
