"""A number as a spreadsheet stores it and the format it is shown in go in; the words a reader would see come out."""

import re
from datetime import datetime, timedelta
from decimal import Decimal
from functools import lru_cache

# Built-in formats that show a day or a time: ECMA-376-1:2016, 18.8.30, with those of East Asian versions.
_BUILT_IN_DATES = {*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)}
_BUILT_IN_TIMES = {18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47, 55, 56}
_BUILT_IN_PERCENTS = {9, 10}
_QUOTED = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]', re.IGNORECASE)
_PADDED = re.compile(r"0{2,}")
_LAST_DAY = 2_958_466  # the day after 9999-12-31
_FALSE_LEAP_DAY = 60  # the 1900 calendar counts a 29 February that never was


@lru_cache(maxsize=1_024)
def kind_of(number_format: int, code: str) -> str:
    """Return what a format shows: day, time, span (of hours), percent, padded:N or number."""
    if not code:
        if number_format in _BUILT_IN_DATES:
            return "span" if number_format == 46 else "time" if number_format in _BUILT_IN_TIMES else "day"
        return "percent" if number_format in _BUILT_IN_PERCENTS else "number"
    bare = _QUOTED.sub("", code).split(";")[0].lower()
    if re.search(r"\[[hms]+\]", bare):
        return "span"
    if re.search(r"[dy]|(?<![#0?])m(?![#0?])", bare) and not (re.search("[hs]", bare) and not re.search("[dy]", bare)):
        return "day" if bare.strip() != "general" else "number"
    if re.search("[hs]", bare):
        return "time"
    if "%" in bare:
        return "percent"
    return f"padded:{len(bare)}" if _PADDED.fullmatch(bare) else "number"


def show_number(stored: str, kind: str, *, from_1904: bool = False) -> str:
    """Return a stored number in plain notation: 12 not 12.0, a day as ISO 8601, 25% where a percent is shown.

    What is not a number is given back as it is.
    """
    try:
        value = float(stored)
    except ValueError:
        return stored
    if kind in ("day", "time", "span") and 0 <= value < _LAST_DAY:
        return _show_moment(value, kind, from_1904=from_1904)
    if kind == "percent":
        return f"{_plain(Decimal(_rounded(value)) * 100)}%"
    if stored.lstrip("-").isdigit():
        return stored.zfill(int(kind.partition(":")[2] or 0)) if value >= 0 else stored
    return _plain(Decimal(_rounded(value))) if value == value and abs(value) < 1e300 else stored  # noqa: PLR0124 - not NaN


def _rounded(value: float) -> str:
    # Fifteen digits is what the program itself shows; the sixteenth is noise of the binary fraction.
    return format(value, ".15g")


def _plain(value: Decimal) -> str:
    text = format(value, "f")
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text in ("-0", "") else text


def _show_moment(value: float, kind: str, *, from_1904: bool) -> str:
    seconds = round(value * 86_400)
    hours, minutes, rest = seconds // 3_600, seconds // 60 % 60, seconds % 60
    if kind == "span" or (kind == "time" and value < 1):
        return f"{hours:02d}:{minutes:02d}" + (f":{rest:02d}" if rest else "")
    start = datetime(1904, 1, 1) if from_1904 else datetime(1899, 12, 30 if value >= _FALSE_LEAP_DAY else 31)  # noqa: DTZ001 - a sheet knows no zone
    try:
        moment = start + timedelta(seconds=seconds)
    except OverflowError:
        return _plain(Decimal(_rounded(value)))
    return moment.isoformat() if seconds % 86_400 else moment.date().isoformat()
