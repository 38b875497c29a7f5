"""Which links hold some names together: every smallest set of them.

In: the links of one entity, each an id and the two nodes it joins, and the nodes that must stay joined. Out: all minimal
sets of link ids that keep them joined; take any one link out of a set and they fall apart.
"""

import heapq
from collections import deque
from collections.abc import Collection, Iterable
from typing import NamedTuple

Edge = tuple[str, str, str]  # link id, node, node
_Near = dict[str, list[tuple[str, str]]]  # node -> (link id, neighbour), sorted

# Partial sets looked at before giving up on completeness; the answer then says that it is not complete.
_BUDGET = 20_000


class _Partial(NamedTuple):
    """A tree that joins some of the needed nodes, and a path that grows from the next one towards it.

    Ordered by what it will cost at least, then by what is left to do, then by its links, so that the heap is
    deterministic and the smallest sets come first.
    """

    at_least: int
    missing: int
    links: tuple[str, ...]
    tree: frozenset[str]
    path: tuple[str, ...]  # nodes; empty when the next needed node has still to be chosen


def connect(
    links_of_entity: Iterable[Edge], anchors_needed: Collection[str], *, most: int = 16
) -> tuple[tuple[tuple[str, ...], ...], bool]:
    """Return the minimal sets of link ids that keep the needed nodes joined, smallest first, and whether that is all.

    One node needs nothing: ((),). Nodes that no links join give no set at all: ().

    Each minimal set is a tree whose ends are needed nodes. It is built in one way only: the needed nodes in their order,
    each by the one path that leads from it to the tree so far. So every set is found once.
    """
    needed = sorted(set(anchors_needed))
    if len(needed) <= 1:
        return ((),), True
    near = _trimmed(links_of_entity, frozenset(needed))
    if any(node not in _distances(near, frozenset(needed[:1])) for node in needed):
        return (), True
    return _search(near, needed, most=most)


def _search(near: _Near, needed: list[str], *, most: int) -> tuple[tuple[tuple[str, ...], ...], bool]:
    found: list[tuple[str, ...]] = []
    distances: dict[frozenset[str], dict[str, int]] = {}
    heap = [_Partial(0, len(needed), (), frozenset(needed[:1]), ())]
    for _ in range(_BUDGET):
        if not heap:
            return tuple(found), True
        partial = heapq.heappop(heap)
        if not partial.path and all(node in partial.tree for node in needed):
            if len(found) == most:
                return tuple(found), False
            found.append(tuple(sorted(partial.links)))
            continue
        if partial.tree not in distances:
            distances[partial.tree] = _distances(near, partial.tree)
        for further in _grow(partial, near, needed, distances[partial.tree]):
            heapq.heappush(heap, further)
    return tuple(found) or (_first(near, needed),), False


def _grow(partial: _Partial, near: _Near, needed: list[str], distance: dict[str, int]) -> Iterable[_Partial]:
    path = partial.path or (next(node for node in needed if node not in partial.tree),)
    for link, node in near[path[-1]]:
        if node in path:
            continue
        links = (*partial.links, link)
        if node in partial.tree:
            tree = partial.tree.union(path)
            missing = sum(other not in tree for other in needed)
            yield _Partial(len(links) + missing, missing, links, tree, ())
        else:
            # Each needed node not yet reached costs one link more at least.
            missing = sum(other not in partial.tree and other not in path and other != node for other in needed)
            yield _Partial(len(links) + distance[node] + missing, missing + 1, links, partial.tree, (*path, node))


def _first(near: _Near, needed: list[str]) -> tuple[str, ...]:
    """Return one minimal set, by the shortest path from each needed node to the tree so far."""
    tree, links = {needed[0]}, set[str]()
    for node in needed[1:]:
        distance = _distances(near, frozenset(tree))
        while node not in tree:
            tree.add(node)
            link, node = min((link, other) for link, other in near[node] if distance[other] == distance[node] - 1)  # noqa: PLW2901 -- a walk towards the tree
            links.add(link)
    return tuple(sorted(links))


def _trimmed(links: Iterable[Edge], needed: frozenset[str]) -> _Near:
    """Return the neighbours of each node, without dead ends: a node with one link only is on no path between others."""
    near: dict[str, set[tuple[str, str]]] = {node: set() for node in needed}
    for link, left, right in links:
        if left != right:
            near.setdefault(left, set()).add((link, right))
            near.setdefault(right, set()).add((link, left))
    ends = [node for node, around in near.items() if len(around) == 1 and node not in needed]
    while ends:
        node = ends.pop()
        for link, other in near.pop(node, ()):
            near[other].discard((link, node))
            if len(near[other]) == 1 and other not in needed:
                ends.append(other)
    return {node: sorted(around) for node, around in near.items()}


def _distances(near: _Near, start: frozenset[str]) -> dict[str, int]:
    """Return how many links lie between each node that can be reached and the nearest of the start."""
    distance = dict.fromkeys(start, 0)
    queue = deque(sorted(start))
    while queue:
        node = queue.popleft()
        for _, other in near.get(node, ()):
            if other not in distance:
                distance[other] = distance[node] + 1
                queue.append(other)
    return distance
