# ruff: noqa: RUF001 -- dates in three scripts
"""Dates in English, Russian and Chinese text: text goes in, points and windows of time with their place come out.

An own grammar, because general date finders read '5,2' as 5 February and 'March 2024' as a day. What could be two
days ('5/3/2024') is kept as both; only the document itself may decide (`day_order`), never a guess.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from clew.model.errors import BadTime
from clew.model.time import Moment

_ENGLISH = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_RUSSIAN = ["январ", "феврал", "март", "апрел", "ма", "июн", "июл", "август", "сентябр", "октябр", "ноябр", "декабр"]
# Endings of the three cases dates stand in: март, марта, в марте; май, мая, в мае.
_RUSSIAN_NAME = (
    r"январ[ьяе]|феврал[ьяе]|март[ае]?|апрел[ьяе]|ма[йяе]|июн[ьяе]|июл[ьяе]|август[ае]?"
    r"|сентябр[ьяе]|октябр[ьяе]|ноябр[ьяе]|декабр[ьяе]"
)
_ENGLISH_NAME = "|".join([*_ENGLISH, r"(?:jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)\.?"])
_M = f"(?:{_ENGLISH_NAME}|{_RUSSIAN_NAME})"
# German, French and Dutch: full names only, behind a day that may have a point ('7. Mai 2014', '1er juillet 2014').
_OTHER_NAMES = (
    "januar|janvier|januari", "februar|février|fevrier|februari", "märz|maerz|mars|maart", "april|avril", "mai|mei", "juni|juin",
    "juli|juillet", "august|août|aout|augustus", "september|septembre", "oktober|octobre", "november|novembre",
    "dezember|décembre|decembre|december",
)  # fmt: skip
_OTHER = "|".join(_OTHER_NAMES)
_Y = r"(?:19|20)\d\d"
_D = r"[«\"“„]?(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th|-?го)?[»\"”]?"
_G = r"(?:\s*(?:года|году|год|г\.|г(?!\w)))?"  # the Russian word for year behind one
_TO = r"\s*(?:-|–|—|\bto\b|\buntil\b|\btill\b|\bthrough\b|\bпо\b|\bдо\b)\s*"
_AND = rf"(?:{_TO}|\s+(?:and|и)\s+)"
_FROM = r"(?:(?:from|between|с|со)\s+)?"
_ZH_TO = r"\s*起?\s*(?:至|到|-|–|—|~|～)\s*"
_ZH_DAY = r"\s*月\s*(?P<d>\d{1,2})\s*[日号號]"
_CODE = "JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC"
_LETTER = "0-9A-Za-zА-Яа-яЁё_"  # not \\w: Chinese writes a date and its verb without a space
_EDGE = rf"(?<![{_LETTER}./+-])(?<!\d,)"  # not inside a longer number, version or telephone number
_END = rf"(?![{_LETTER}/]|[.,-]\d)"

# Longest first: at one place the window wins over its first day. Names: d m y a point, e n z the end of a window.
_FORMS = (
    ("window", rf"{_FROM}(?P<d>{_D})\s*(?:of\s+)?(?P<m>{_M})(?:,?\s+(?P<y>{_Y}){_G})?{_AND}(?P<e>{_D})\s+(?:of\s+)?(?P<n>{_M}),?\s+(?P<z>{_Y}){_G}"),
    ("window", rf"{_FROM}(?P<d>{_D}){_AND}(?P<e>{_D})\s+(?:of\s+)?(?P<m>{_M}),?\s+(?P<y>{_Y}){_G}"),
    ("window", rf"{_FROM}(?P<m>{_M})\s+(?P<d>{_D})(?:,?\s+(?P<y>{_Y}))?{_AND}(?P<n>{_M})\s+(?P<e>{_D}),?\s+(?P<z>{_Y})"),
    ("window", rf"{_FROM}(?P<m>{_M})\s+(?P<d>{_D}){_AND}(?P<e>{_D}),?\s+(?P<y>{_Y})"),
    ("window", rf"(?P<y>\d{{4}})\s*年\s*(?P<m>\d{{1,2}}){_ZH_DAY}{_ZH_TO}(?:(?P<z>\d{{4}})\s*年\s*)?(?:(?P<n>\d{{1,2}})\s*月\s*)?(?P<e>\d{{1,2}})\s*[日号號]"),
    ("window", rf"(?:с\s+)?(?P<d>\d{{1,2}})\.(?:(?P<m>\d\d)\.?)?\s*(?:-|–|—|по)\s*(?P<e>\d{{1,2}})\.(?P<n>\d\d)\.(?P<z>{_Y}){_G}"),
    ("window", rf"(?P<d>\d{{1,2}})\s*(?:-|–|—)\s*(?P<e>\d{{1,2}})\.(?P<n>\d\d)\.(?P<z>{_Y}){_G}"),
    ("day", rf"(?P<d>{_D})[\s-]*(?:of\s+)?(?P<m>{_M}),?[\s-]*(?P<y>{_Y}){_G}"),
    ("day", rf"(?P<d>0?[1-9]|[12]\d|3[01])(?:\.|er)?\s+(?P<m>{_OTHER})\s+(?P<y>{_Y})"),
    ("day", rf"(?P<m>{_M})\s+(?P<d>{_D})(?:\s?,)?\s+(?P<y>{_Y})"),
    ("day", rf"(?P<d>\d{{1,2}})[ -]?(?P<m>{_CODE})[ -]?(?P<y>{_Y}|\d\d)"),
    ("day", rf"(?P<y>{_Y})\s*年\s*(?P<m>\d{{1,2}}){_ZH_DAY}"),
    ("day", rf"(?P<y>{_Y})-(?P<m>\d\d)-(?P<d>\d\d)(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?"),
    ("day", rf"(?P<y>{_Y})(?P<sep>[./])(?P<m>\d{{1,2}})(?P=sep)(?P<d>\d{{1,2}})"),
    ("numeric", rf"(?P<a>\d{{1,2}})(?P<sep>[./-])(?P<b>\d{{1,2}})(?P=sep)(?P<y>{_Y}){_G}"),
    ("numeric", r"(?P<a>\d{2})(?P<sep>[./])(?P<b>\d{2})(?P=sep)(?P<y>\d\d)"),
    ("quarter", rf"(?:Q(?P<q>[1-4])|(?P<q2>[1-4])Q)[ /-]?\s*(?P<y>{_Y})|(?P<y2>{_Y})[ /-]?Q(?P<q3>[1-4])"),
    ("quarter", rf"(?P<w>first|second|third|fourth)\s+quarter\s+(?:of\s+)?(?P<y>{_Y})"),
    ("quarter", rf"(?P<w>IV|I{{1,3}}|[1-4])(?:-?[йм]|-ом)?\s*(?:квартал[еа]?|кв\.)\s*(?P<y>{_Y}){_G}"),
    ("quarter", rf"(?P<y>{_Y})\s*年\s*第?(?P<w>[一二三四1-4])\s*季度?"),
    ("third", rf"(?P<w>early|mid|late)(?:\s+in)?[\s-]*(?P<y>{_Y})"),
    ("third", rf"(?P<w>начал[оеа]|середин[ауые]|кон[ец]ц?[еа]?)\s+(?P<y>{_Y}){_G}"),
    ("third", rf"(?P<y>{_Y})\s*年\s*(?P<w>年?初|年?中(?=[，。、\s]|$)|年?底|年?末)"),
    ("month", rf"(?P<m>{_M}),?\s+(?P<y>{_Y}){_G}"),
    ("month", rf"(?P<y>{_Y})\s*年\s*(?P<m>\d{{1,2}})\s*月(?:份)?"),
    ("year", rf"(?:(?:in|during|since|за|в|с)\s+)(?P<y>{_Y})(?:\s*(?:года|году|год|г\.))?(?!\s*(?:[A-Za-z%€$]|руб))(?=\s*(?:[.,;:)]|$|[а-я]))"),
    ("year", rf"(?P<y>{_Y})\s*(?:года|году|год|г\.)"),
    ("year", rf"(?P<y>{_Y})\s*年(?!\d)"),
)  # fmt: skip
_QUARTERS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "i": 1, "ii": 2, "iii": 3, "iv": 4}
_QUARTERS |= {"一": 1, "二": 2, "三": 3, "四": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_ORDERED = re.compile(r"(\d{1,2})[/-](\d{1,2})[/-]\d")
_JOIN = re.compile(r"\s*(?:-|–|—|to|until|till|through|по|至|到|起至|~|～)\s*", re.IGNORECASE)
_JOIN_BETWEEN = re.compile(r"\s*(?:and|и)\s*", re.IGNORECASE)
_LEAD = re.compile(r"\b(?:from|between|с|со|между)\s+$|自\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Found:
    """A time where it stands. Two moments: the words can mean either, and nothing here decides."""

    start: int  # code points, included
    stop: int  # code points, excluded
    moments: tuple[Moment, ...]  # candidates; the first day of a window
    until: tuple[Moment, ...] = ()  # candidates for the last day of a window; empty for a point

    @property
    def moment(self) -> Moment | None:
        """The one moment meant, or None where the words can mean two."""
        return self.moments[0] if len(self.moments) == 1 else None

    @property
    def end(self) -> Moment | None:
        """The last moment of a window, or None for a point or where the words can mean two."""
        return self.until[0] if len(self.until) == 1 else None


def find_times(text: str, *, order: str | None = None) -> list[Found]:
    """Return every time in the text in reading order, none overlapping.

    Args:
        text: any text; positions are code points of it.
        order: "dmy" or "mdy" settles '5/3/2024'; None decides by the text's own unambiguous dates, if they agree.
    """
    found = _joined(text, list(_scan(text)))
    order = order or _order_of(text, found)
    return [_settled(one, order) for one in found]


def day_order(text: str) -> str | None:
    """Return "dmy" or "mdy" where a date such as 25/3/2024 decides it for the whole text, else None."""
    return _order_of(text, list(_scan(text))) if _ORDERED.search(text) else None


def read_time(text: str, *, order: str | None = None) -> Found | None:
    """Return the time that a whole cell or value says, or None where it says none or more than one."""
    found = find_times(text, order=order)
    return found[0] if len(found) == 1 else None


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((kind, re.compile(f"{_EDGE}(?:{form}){_END}", re.IGNORECASE)) for kind, form in _FORMS)


def _scan(text: str) -> Iterator[Found]:
    found: list[Found] = []
    taken = bytearray(len(text))  # a mark for each character some time stands on
    # Earlier forms take their place first; a later form may only fill what is left.
    for kind, pattern in _patterns():
        for match in pattern.finditer(text):
            one = None if any(taken[match.start() : match.end()]) else _read(kind, match)
            if one:
                found.append(one)
                taken[one.start : one.stop] = b"\x01" * (one.stop - one.start)
    yield from sorted(found, key=lambda one: one.start)


def _read(kind: str, match: re.Match[str]) -> Found | None:
    parts = {name: value for name, value in match.groupdict().items() if value}
    start = match.start() + _lead_length(match.group())
    if kind == "window" and start == match.start() and re.search(r"\s(?:and|и)\s", match.group(), re.IGNORECASE):
        return None  # '3 and 9 March' are two days, 'between 3 and 9 March' is a window
    try:
        moments, until = _READERS[kind](parts)
    except (BadTime, ValueError):
        return None
    return Found(start, match.end(), moments, until) if moments else None


def _lead_length(words: str) -> int:
    """'from 3 to 9 March' starts at the 3: the preposition is no part of the time."""
    lead = re.match(r"(?:from|between|in|during|since|со?|за|в)\s+", words, re.IGNORECASE)
    return lead.end() if lead else 0


def _window(parts: dict[str, str]) -> tuple[tuple[Moment, ...], tuple[Moment, ...]]:
    last_year = parts.get("z") or parts["y"]
    last_month = parts.get("n") or parts["m"]
    last = _day(last_year, last_month, parts["e"])
    first = _day(parts.get("y") or last_year, parts.get("m") or last_month, parts["d"])
    if first.value > last.value and "y" not in parts:  # 28 December to 4 January 2024
        first = _day(str(int(last_year) - 1), parts.get("m") or last_month, parts["d"])
    return ((first,), (last,)) if first.value <= last.value else ((), ())


def _point(parts: dict[str, str]) -> tuple[tuple[Moment, ...], tuple[Moment, ...]]:
    return (_day(parts["y"], parts["m"], parts["d"]),), ()


def _numeric(parts: dict[str, str]) -> tuple[tuple[Moment, ...], tuple[Moment, ...]]:
    first, second, year = parts["a"], parts["b"], parts["y"]
    orders = [(second, first), (first, second)]
    if parts["sep"] == "." and int(second) <= 12:
        orders = orders[:1]  # with dots the day comes first wherever dates are written with dots
    days = [_day_or_none(year, month, day) for month, day in orders]
    return tuple(dict.fromkeys(day for day in days if day)), ()


def _quarter(parts: dict[str, str]) -> tuple[tuple[Moment, ...], tuple[Moment, ...]]:
    number = parts.get("q") or parts.get("q2") or parts.get("q3")
    quarter = int(number) if number else _QUARTERS[parts["w"].lower()]
    return (Moment.read(f"{parts.get('y') or parts['y2']}-Q{quarter}"),), ()


def _third(parts: dict[str, str]) -> tuple[tuple[Moment, ...], tuple[Moment, ...]]:
    word = parts["w"].lower().removeprefix("年")
    third = "early" if word[:3] in ("ear", "нач", "初") else "mid" if word[:3] in ("mid", "сер", "中") else "late"
    return (Moment.read(f"{third} {parts['y']}"),), ()


def _month_point(parts: dict[str, str]) -> tuple[tuple[Moment, ...], tuple[Moment, ...]]:
    return (Moment.read(f"{parts['y']}-{_month(parts['m']):02d}"),), ()


def _year(parts: dict[str, str]) -> tuple[tuple[Moment, ...], tuple[Moment, ...]]:
    return (Moment.read(parts["y"]),), ()


_READERS = {
    "window": _window,
    "day": _point,
    "numeric": _numeric,
    "quarter": _quarter,
    "third": _third,
    "month": _month_point,
    "year": _year,
}


def _day(year: str, month: str, day: str) -> Moment:
    number = int(re.sub(r"\D", "", day))
    return Moment.read(date(_full_year(year), _month(month), number).isoformat())


def _day_or_none(year: str, month: str, day: str) -> Moment | None:
    try:
        return _day(year, month, day)
    except ValueError:
        return None


def _full_year(year: str) -> int:
    # Two digits: 00-49 are of this century, as POSIX and most office programs nearly have it (68 and 29 there).
    number = int(year)
    return number if number > 99 else number + (2000 if number < 50 else 1900)


def _month(word: str) -> int:
    if word.isdigit():
        return int(word)
    folded = word.lower().rstrip(".")
    for number, names in enumerate(_OTHER_NAMES, start=1):
        if folded in names.split("|"):
            return number
    for number, (english, russian) in enumerate(zip(_ENGLISH, _RUSSIAN, strict=True), start=1):
        if folded[:3] == english[:3]:
            return number
        # 'ма' begins both май and март; the longer stem comes first in the year and so wins.
        if folded.startswith(russian):
            return number
    raise ValueError(word)


def _joined(text: str, found: list[Found]) -> list[Found]:
    """Two points with a dash or 'to' between them are one window."""
    result: list[Found] = []
    for one in found:
        before = result[-1] if result else None
        if before and not before.until and not one.until and _joins(text, before, one):
            result[-1] = Found(before.start, one.stop, before.moments, one.moments)
        else:
            result.append(one)
    return result


def _joins(text: str, left: Found, right: Found) -> bool:
    between = text[left.stop : right.start]
    led = _LEAD.search(text[max(0, left.start - 20) : left.start]) is not None
    if not (_JOIN.fullmatch(between) or (led and _JOIN_BETWEEN.fullmatch(between))):
        return False
    if len({moment.precision for moment in (*left.moments, *right.moments)}) != 1:
        return False
    return min(moment.bounds()[0] for moment in left.moments) <= max(moment.bounds()[1] for moment in right.moments)


def _order_of(text: str, found: list[Found]) -> str | None:
    orders = set()
    for one in found:
        match = _ORDERED.match(text, one.start, one.stop)
        if match and len(one.moments) == 1 and not one.until and match[1] != match[2]:
            orders.add("dmy" if int(match[1]) > 12 else "mdy")
    return orders.pop() if len(orders) == 1 else None


def _settled(one: Found, order: str | None) -> Found:
    if order is None or (len(one.moments) < 2 and len(one.until) < 2):
        return one
    pick = 0 if order == "dmy" else 1  # `_numeric` puts the day-first reading first
    moments = one.moments[pick : pick + 1] if len(one.moments) > 1 else one.moments
    until = one.until[pick : pick + 1] if len(one.until) > 1 else one.until
    return replace(one, moments=moments, until=until)
