# ruff: noqa: RUF003 -- Russian words stand here on purpose
"""A sentence goes in; the one time that a run of its words names comes out: since when, until when, as worded."""

import re
from dataclasses import dataclass

from clew.extract.prose._telling import Place
from clew.model.time import Moment
from clew.model.written_times import find_times

_SINCE = re.compile(r"(?:\bс|\bсо|\bначиная\s+с|\bsince|自|从)\s*$", re.IGNORECASE)
_UNTIL = re.compile(r"(?:\bдо|\bпо|\bвплоть\s+до|至|截至|到)\s*$", re.IGNORECASE)
_ONWARD = re.compile(r"^\s*(?:以来|起|开始)")
_MONTHS = ["январ", "феврал", "март", "апрел", "ма", "июн", "июл", "август", "сентябр", "октябр", "ноябр", "декабр"]
_NAME = r"(?:январ[ьяе]|феврал[ьяе]|март[ае]?|апрел[ьяе]|ма[йяе]|июн[ьяе]|июл[ьяе]|август[ае]?|сентябр[ьяе]|октябр[ьяе]|ноябр[ьяе]|декабр[ьяе])"
# "в мае–июне 2023 г.", "с мая по июнь 2023 года": two months under one year.
_MONTHS_OF = re.compile(
    rf"(?<!\w)(?P<first>{_NAME})\s*(?:-|–|—|\s(?:по|до|и)\s)\s*(?P<last>{_NAME})\s+(?P<year>(?:19|20)\d\d)(?:\s*(?:года|году|г\.))?",
    re.IGNORECASE,
)
_ZH_MONTHS_OF = re.compile(
    r"(?P<year>(?:19|20)\d\d)\s*年\s*(?P<first>1?\d)\s*月?\s*(?:至|到|-|–|—)\s*(?P<last>1?\d)\s*月(?!\s*\d)"
)


@dataclass(frozen=True, slots=True)
class When:
    """A time as worded, and what it says: from when, to when; None where it does not say."""

    place: Place
    valid_from: Moment | None
    valid_to: Moment | None


def when(text: str, start: int, scope: tuple[Place, ...]) -> When | None:
    """Return the one time named within the scope; None where there is none, or several and no telling which is meant.

    Args:
        text: the sentence.
        start: where it begins in the page.
        scope: places in the page within which the time must stand.
    """
    found = [each for each in _all(text, start) if any(place.holds(each.place) for place in scope)]
    return found[0] if len(found) == 1 else None


def _all(text: str, start: int) -> list[When]:
    found = [_months(match, start) for pattern in (_MONTHS_OF, _ZH_MONTHS_OF) for match in pattern.finditer(text)]
    for one in find_times(text):
        place = Place(start + one.start, start + one.stop)
        if any(place.meets(other.place) for other in found) or one.moment is None:
            continue
        before, after = text[: one.start], text[one.stop :]
        if one.end is not None:
            found.append(When(place, one.moment, one.end))
        elif _SINCE.search(before) or _ONWARD.match(after):
            found.append(When(place, one.moment, None))
        elif _UNTIL.search(before):
            found.append(When(place, None, one.moment))
        else:
            found.append(When(place, one.moment, one.moment))
    return found


def _months(match: re.Match[str], start: int) -> When:
    first, last = (_month(match[name]) for name in ("first", "last"))
    year = match["year"]
    place = Place(start + match.start(), start + match.end())
    return When(place, Moment.read(f"{year}-{first:02d}"), Moment.read(f"{year}-{last:02d}"))


def _month(word: str) -> int:
    if word.isdigit():
        return int(word)
    folded = word.lower()
    return next(number for number, stem in enumerate(_MONTHS, start=1) if folded.startswith(stem))
