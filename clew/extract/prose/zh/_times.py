"""Times told from the day a Chinese document was written go in ("今年三月", "去年底", "3月4日至10日"); what they say comes out.

Without a day of the document they keep their words and say no date: a guess of the year would be more than the text says.
"""

import re
from collections.abc import Sequence
from datetime import date

from clew.extract.prose._telling import Place
from clew.extract.prose._when import When
from clew.model.source import Page
from clew.model.time import Moment

_DATE = re.compile(r"(?P<year>(?:19|20)\d\d)\s*[年./-]\s*(?P<month>1?\d)\s*[月./-]\s*(?P<day>[123]?\d)\s*日?")
_ALONE = 30  # characters of a line that says little but its date
_HEAD, _FOOT = 6, 3  # lines of a document that date it
_N = r"(?:1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])"
_YEARS = {"今年": 0, "本年": 0, "去年": -1, "上年": -1, "前年": -2, "明年": 1}
_MONTHS = {"本月": 0, "当月": 0, "上月": -1, "上个月": -1, "下月": 1, "下个月": 1}
_PARTS = {
    "初": "early",
    "年初": "early",
    "中": "mid",
    "年中": "mid",
    "底": "late",
    "年底": "late",
    "末": "late",
    "年末": "late",
}
_TOLD = re.compile(
    rf"(?P<year>今年|本年|去年|上年|前年|明年)(?:(?P<part>年?[初中底末])|(?P<half>[上下]半年)|第?(?P<quarter>[一二三四1-4])季度|(?P<month>{_N})月(?:份|[初中底末]|[上中下]旬|(?P<day>[123]?\d)日)?)?"
    rf"|(?P<near>本月|当月|上个?月|下个?月)(?:(?P<nearday>[123]?\d)日|[初中底末]|[上中下]旬)?"
    rf"|(?<![年\d])(?P<m>{_N})月(?P<d>[123]?\d)[日号](?:(?:至|到|-|–|—)(?:(?P<m2>{_N})月)?(?P<d2>[123]?\d)[日号])?"
)
_SIGNS = {sign: number for number, sign in enumerate("一二三四五六七八九", start=1)}


def written_on(pages: Sequence[Page]) -> date | None:
    """Return the day that a document bears on a short line at its head or foot, or in its dateline; None where it bears none or two."""
    lines = [line.strip() for page in pages for line in page.text.splitlines() if line.strip()]
    for some in (lines[:_HEAD], lines[-_FOOT:]):
        found = {
            _day(match)
            for line in some
            for match in _DATE.finditer(line)
            if len(line) <= _ALONE or re.match(r"\s*[电讯]", line[match.end() :])
        }
        found.discard(None)
        if len(found) == 1:
            return found.pop()
    return None


def told_from(text: str, start: int, scope: tuple[Place, ...], day: date | None) -> When | None:
    """Return the one time within the scope that is told from the day of the document; None where there is none, or several.

    Args:
        text: the sentence.
        start: where it begins in the page.
        scope: places in the page within which the time must stand.
        day: the day of the document; without it the words stand, and no date.
    """
    found = [
        (match, Place(start + match.start(), start + match.end()))
        for match in _TOLD.finditer(text)
        if any(place.holds(Place(start + match.start(), start + match.end())) for place in scope)
    ]
    if len(found) != 1:
        return None
    match, place = found[0]
    if day is None:
        return When(place, None, None)
    try:
        return When(place, *_moments(match, day))
    except ValueError:
        return When(place, None, None)


def _moments(match: re.Match[str], day: date) -> tuple[Moment, Moment]:
    if match["year"]:
        year = day.year + _YEARS[match["year"]]
        if match["part"]:
            return _both(f"{_PARTS[match['part']]} {year}")
        if match["half"]:
            first = 1 if match["half"].startswith("上") else 7
            return Moment.read(f"{year}-{first:02d}"), Moment.read(f"{year}-{first + 5:02d}")
        if match["quarter"]:
            return _both(f"{year}-Q{_number(match['quarter'])}")
        if match["month"]:
            return _both(_value(year, _number(match["month"]), match["day"]))
        return _both(f"{year}")
    if match["near"]:
        months = 12 * day.year + day.month - 1 + _MONTHS[match["near"]]
        return _both(_value(months // 12, months % 12 + 1, match["nearday"]))
    begun = _value(day.year, _number(match["m"]), match["d"])
    ended = _value(day.year, _number(match["m2"] or match["m"]), match["d2"]) if match["d2"] else begun
    return Moment.read(begun), Moment.read(ended)


def _both(value: str) -> tuple[Moment, Moment]:
    moment = Moment.read(value)
    return moment, moment


def _value(year: int, month: int, day: str | None) -> str:
    if day is None:
        return f"{year}-{month:02d}"
    return date(year, month, int(day)).isoformat()


def _number(words: str) -> int:
    if words.isdigit():
        return int(words)
    return sum(10 if sign == "十" else _SIGNS[sign] for sign in words)


def _day(match: re.Match[str]) -> date | None:
    try:
        return date(int(match["year"]), int(match["month"]), int(match["day"]))
    except ValueError:
        return None
