"""Two parties compared without a list: names, and what is known beside them; by the engine that screening and candidates ask.

In: two mappings, one for each party. Out: a score, an identity level, and reasons for and against. A score is no probability, and a
party is not found to be another by it.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from itertools import product
from typing import Any

import numpy as np

from clew.model.errors import BadNames
from clew.model.names import fold, same_name
from clew.model.vocabulary import STRONG_IDENTIFIERS
from clew.naming.attributes import BORN, SAME_DAY, Telling, moved, telling
from clew.naming.explain import explain
from clew.naming.pairs import score_pairs

_KINDS = {"company": "organization", "publicbody": "organization", "legalentity": "organization", "vessel": "unknown"}
# Spellings of FollowTheMoney beside our own.
_FIELDS = {
    "name": ("name", "names", "alias", "weakAlias", "previousName"),
    "birth_date": ("birth_date", "birthDate"),
    "gender": ("gender",),
    "country": ("country", "nationality", "citizenship", "jurisdiction"),
    "passport": ("passport", "passportNumber"),
    "inn": ("inn", "innCode"),
    "ogrn": ("ogrn", "ogrnCode"),
    "uscc": ("uscc", "uscCode"),
    "lei": ("lei", "leiCode"),
    "imo": ("imo", "imoNumber"),
    "registration": ("registration", "registrationNumber"),
}
_PARTS = ("firstName", "middleName", "fatherName", "lastName")


@dataclass(frozen=True, slots=True)
class Comparison:
    """What two parties have in common."""

    score: float  # 0 to 100: of the names, moved by what else is known
    name_score: float  # of the two names that are nearest, as screening gives it; 100 only where they are equal
    names: tuple[str, str]  # these two
    level: str  # I0 a likeness, I1 the name, I2 the name and the day of birth, I3 a strong identifier
    because: tuple[str, ...]
    against: tuple[str, ...]


def compare(one: Mapping[str, Any], other: Mapping[str, Any], *, kind: str = "") -> Comparison:
    """Return what two parties have in common, and what speaks against their being one.

    Args:
        one: name or names, and where known kind, birth_date, gender, country, passport, inn, ogrn, uscc, lei, imo, registration; each
            a text or a list of texts. The names of FollowTheMoney properties (birthDate, innCode) are known too.
        other: another.
        kind: person, organization or unknown, where the parties do not say so themselves.

    Raises:
        BadNames: a party has no name.
    """
    parties = [_values(party) for party in (one, other)]
    for party, values in zip((one, other), parties, strict=True):
        if not values["name"]:
            raise BadNames(f"party {dict(party)!r:.80}: expected a name, found none; names stand under 'name'")
    read_as = _kind(one, kind) if _kind(one, kind) != "unknown" else _kind(other, kind)
    name_score, names = _nearest(parties[0]["name"], parties[1]["name"], read_as)
    said = explain(*names, read_as, sides=("the first", "the second"))
    reasons = list(telling(*parties))
    against = tuple(reason.words for reason in reasons if reason.weight < 0)
    return Comparison(
        score=round(moved(name_score, reasons), 1),
        name_score=round(name_score, 1),
        names=names,
        level=_level(name_score, reasons),
        because=(*said.because, *(reason.words for reason in reasons if reason.weight > 0)),
        against=tuple(dict.fromkeys((*said.against, *against))),
    )


def _values(party: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    found = {field: tuple(_texts(party, keys)) for field, keys in _FIELDS.items()}
    if not found["name"]:
        whole = " ".join(text for key in _PARTS for text in _texts(party, (key,))[:1])
        found["name"] = (whole,) if whole else ()
    return found


def _texts(party: Mapping[str, Any], keys: tuple[str, ...]) -> list[str]:
    values = (party.get(key) for key in keys)
    listed = (value if isinstance(value, (list, tuple, set)) else [value] for value in values if value is not None)
    return list(dict.fromkeys(str(text).strip() for texts in listed for text in texts if str(text).strip()))


def _kind(party: Mapping[str, Any], kind: str) -> str:
    own = str(party.get("kind") or party.get("schema") or kind or "unknown").casefold()
    own = _KINDS.get(own, own)
    return own if own in ("person", "organization") else "unknown"


def _nearest(left: tuple[str, ...], right: tuple[str, ...], kind: str) -> tuple[float, tuple[str, str]]:
    """Return the best score of two names and the names; either may be the one that asks."""
    pairs = list(product(left, right))
    given = [(one, another, kind) for one, another in pairs]
    scores = np.maximum(score_pairs(given), score_pairs([(another, one, kind) for one, another in pairs]))
    best = int(scores.argmax())
    equal = next((pair for pair in pairs if same_name(fold(pair[0], kind), fold(pair[1], kind))), None)
    return (100.0, equal) if equal else (float(min(99.0, scores[best])), pairs[best])


def _level(name_score: float, reasons: Collection[Telling]) -> str:
    """Return the level as screening gives it: what contradicts makes it I0; beside an equal number another register's does not."""
    shared = {reason.about for reason in reasons if reason.weight > 0}
    strong = shared & {*STRONG_IDENTIFIERS}
    apart = {reason.about for reason in reasons if reason.weight < 0} - {"country"}
    if apart - ({"registration"} if strong else set()):
        return "I0"
    if strong:
        return "I3"
    if name_score < 100:
        return "I0"
    return "I2" if any(reason.about == BORN and reason.weight >= SAME_DAY for reason in reasons) else "I1"
