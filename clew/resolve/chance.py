"""How many namesakes chance alone would give among the parties of a case; two names in, a number and words out."""

from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from clew.naming.explain import explain, namesakes
from clew.resolve.cluster import Entity

_NAMED = ("person", "organization")  # kinds whose words have shares; a place or a product has none


class Chance:
    """Expected namesakes among the parties of one case."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        self._parties = Counter(entity.kind for entity in entities)

    def of(self, left: str, right: str, kind: str) -> tuple[float | None, str]:
        """Return how many other parties of this kind would agree in the same words by chance, and the same in words.

        Words are taken as independent and as frequent as in public name statistics: an upper bound where several agree,
        a guess where a word is in no statistics. None and no words for kinds other than persons and firms.
        """
        if kind not in _NAMED:
            return None, ""
        share, parties = _share(*sorted((left, right)), kind), self._parties[kind]
        return share * parties, namesakes(share, parties)


@lru_cache(maxsize=100_000)
def _share(left: str, right: str, kind: str) -> float:
    return explain(left, right, kind).share  # 0.3 ms each
