"""Support sets in; what a finding rests on, and what its loss would bring down.

A support set is a minimal bundle of leaves that keeps a finding standing by itself. So a finding stands while one of its
sets is whole. The claim leaves of a set reach sources: taking a source away takes all its claims.
"""

from collections.abc import Collection, Mapping, Sequence

from clew.model.records import Leaf, Support


def whole(supports: Sequence[Support], off: Collection[Leaf]) -> tuple[Support, ...]:
    """Return the support sets that no switched-off leaf touches."""
    gone = set(off)
    return tuple(support for support in supports if gone.isdisjoint(support))


def with_claims(off: Sequence[Leaf], source_of: Mapping[str, str]) -> frozenset[Leaf]:
    """Return the leaves, each source among them (kind "source") replaced by the claims it carries."""
    sources = {leaf.id for leaf in off if leaf.kind == "source"}
    claims = {Leaf("claim", claim) for claim, source in source_of.items() if source in sources}
    return frozenset({leaf for leaf in off if leaf.kind != "source"} | claims)


def sources_reached(supports: Sequence[Support], source_of: Mapping[str, str]) -> tuple[str, ...]:
    """Return every source that a support set reaches, in order of their ids."""
    return tuple(sorted({source_of[leaf.id] for support in supports for leaf in support if leaf.id in source_of}))


def survives_any_one(supports: Sequence[Support], source_of: Mapping[str, str]) -> bool:
    """Say whether the finding still stands when any one of its sources is taken away."""
    return all(
        whole(supports, with_claims([Leaf("source", source)], source_of))
        for source in sources_reached(supports, source_of)
    )


def weakest(supports: Sequence[Support]) -> tuple[Leaf, ...]:
    """Return the leaves that every support set needs: without any one of them nothing is left."""
    if not supports:
        return ()
    return tuple(sorted(set(supports[0]).intersection(*supports[1:])))
