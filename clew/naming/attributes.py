"""What is known of two parties beside their names, compared: what speaks for one party, what against, and how telling it is.

In: values of either side by type: birth_date, gender, country, and strong identifiers. Out: reasons with weights, and a score of names
moved by them. Weights are logarithms of odds, by hand, in the order that the Wolfsberg Group's guidance on sanctions screening (2019)
gives to primary and secondary identifiers; none of them makes two parties one.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from math import exp, log
from typing import NamedTuple

from clew.model.names import fold_identifier
from clew.model.vocabulary import STRONG_IDENTIFIERS

BORN = "birth_date"
Values = Mapping[str, Collection[str]]
SAME_DAY, _SAME_YEAR, _NEAR_DAY, _NEXT_YEAR, _OTHER_YEAR = 4.0, 1.0, -0.5, -1.5, -4.0
_GENDER, _SAME_COUNTRY, _OTHER_COUNTRY = -2.5, 0.5, -1.0
_IDENTIFIER, _OTHER_IDENTIFIER = 6.0, -4.0
# A person renews passports, and a firm has numbers in several registers: a different one says less than a different tax number.
_OF_SEVERAL = {"passport": -1.0, "registration": -1.0}
_EDGE = 1e-3  # of a score between 0 and 1: nothing known of the names makes them surer or less sure than this


class Telling(NamedTuple):
    """One thing that speaks for or against one party."""

    about: str  # the type of the values
    words: str
    weight: float  # above 0: for; below: against


def telling(one: Values, other: Values, *, there: str = "there") -> Iterator[Telling]:
    """Yield what agrees and what differs; types that one side lacks say nothing.

    Args:
        one: values by type; birth dates as ISO days, months or years.
        other: the same of the other side.
        there: how the other side is called in the words.
    """
    for type_ in STRONG_IDENTIFIERS:
        mine, theirs = ({fold_identifier(value) for value in side.get(type_, ())} - {""} for side in (one, other))
        if shared := sorted(mine & theirs):
            yield Telling(type_, f"same {type_} {', '.join(shared)}", _IDENTIFIER)
        elif mine and theirs:
            weight = _OF_SEVERAL.get(type_, _OTHER_IDENTIFIER)
            yield Telling(
                type_, f"{type_} differs: here {', '.join(sorted(mine))}, {there} {', '.join(sorted(theirs))}", weight
            )
    yield from _births(one.get(BORN, ()), other.get(BORN, ()))
    genders = [{value.casefold()[:1] for value in side.get("gender", ())} for side in (one, other)]
    if all(genders) and not genders[0] & genders[1]:
        said = (", ".join(sorted(side.get("gender", ()))) for side in (one, other))
        yield Telling("gender", "gender differs: here {}, {there} {}".format(*said, there=there), _GENDER)
    yield from _countries(one.get("country", ()), other.get("country", ()), there)


def _births(mine: Iterable[str], theirs: Iterable[str]) -> Iterator[Telling]:
    """Yield what the two nearest birth dates say; a list may give several, of which one is meant."""
    found = [_birth(one, other) for one in mine for other in theirs if one[:4].isdecimal() and other[:4].isdecimal()]
    if found:
        yield max(found, key=lambda reason: reason.weight)


def _birth(one: str, other: str) -> Telling:
    apart = abs(int(one[:4]) - int(other[:4]))
    if apart:
        return Telling(BORN, f"birth years differ by {apart}", _NEXT_YEAR if apart == 1 else _OTHER_YEAR)
    if min(len(one), len(other)) < 10:
        return Telling(BORN, f"same year of birth {one[:4]}", _SAME_YEAR)
    if one == other:
        return Telling(BORN, f"same day of birth {one}", SAME_DAY)
    if one[5:7] == other[8:10] and one[8:10] == other[5:7]:
        return Telling(BORN, f"same day of birth with day and month exchanged: {one} and {other}", _SAME_YEAR)
    parts = (one[5:7] == other[5:7]) + (one[8:10] == other[8:10])
    return Telling(BORN, f"days of birth differ in one year: {one} and {other}", _NEAR_DAY if parts else _NEXT_YEAR)


def _countries(mine: Collection[str], theirs: Collection[str], there: str) -> Iterator[Telling]:
    left, right = (
        {value.strip().casefold(): value.strip() for value in side if value.strip()} for side in (mine, theirs)
    )
    if shared := sorted(left.keys() & right.keys()):
        yield Telling("country", f"same country {', '.join(left[name] for name in shared)}", _SAME_COUNTRY)
    elif left and right and {len(name) == 2 for name in left} == {len(name) == 2 for name in right}:
        # A code and a name are not compared: which country a code means is in no table here.
        said = (", ".join(side[name] for name in sorted(side)) for side in (left, right))
        yield Telling("country", "country differs: here {}, {there} {}".format(*said, there=there), _OTHER_COUNTRY)


def moved(score: float, reasons: Iterable[Telling]) -> float:
    """Return a score of names, 0 to 100, moved by what else is known; more for never lowers it, more against never raises it."""
    share = min(max(score / 100, _EDGE), 1 - _EDGE)
    odds = log(share / (1 - share)) + sum(reason.weight for reason in reasons)
    return 100 / (1 + exp(-odds))
