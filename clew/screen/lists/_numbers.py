"""Numbers of documents and registers as lists print them: a label and a value in; a kind that can be compared, out."""

import re
from collections.abc import Iterator
from datetime import datetime

from clew.screen.lists._ofac_remarks import is_inn, is_ogrn

_KINDS = (
    (re.compile(r"passport|паспорт", re.IGNORECASE), "passport"),
    (re.compile(r"\bLEI\b|legal entity identifier", re.IGNORECASE), "lei"),
    (re.compile(r"\bIMO\b|international maritime", re.IGNORECASE), "imo"),
    (re.compile(r"unified social credit|\bUSCC?\b|uscc", re.IGNORECASE), "uscc"),
    (re.compile(r"\bOGRN\b|ОГРН|primary state registration|main state registration", re.IGNORECASE), "ogrn"),
    (re.compile(r"\bINN\b|ИНН", re.IGNORECASE), "inn"),
    (re.compile(r"\btax\b|taxpayer|fiscal|\bTIN\b", re.IGNORECASE), "tax"),
    (
        re.compile(r"registration|regnumber|company number|register|trade licen[cs]e|enterprise number", re.IGNORECASE),
        "registration",
    ),
)
_SHAPES = {
    "passport": re.compile(r"(?=.*\d)[0-9A-Za-z][0-9A-Za-z /.-]{3,19}"),
    "lei": re.compile(r"[0-9A-Z]{20}"),
    "inn": re.compile(r"\d{10}|\d{12}"),
    "imo": re.compile(r"\d{7}"),
    "uscc": re.compile(r"[0-9A-Z]{18}"),
    "registration": re.compile(r"(?=.*\d)[0-9A-Za-z][0-9A-Za-z /.-]{3,29}"),
}
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
_DAYS = ("%d/%m/%Y", "%d %b %Y", "%d %B %Y", "%d.%m.%Y", "%d-%m-%Y", "%d-%b-%Y")


def typed(label: str, value: str) -> Iterator[tuple[str, str]]:
    """Yield the identifier that a label and a number are: (passport, X0000001). What cannot be told is left out."""
    value = re.sub(r"^IMO\s*(?:No\.?|number)?\s*:?\s*", "", value.strip(" .,;"), flags=re.IGNORECASE)
    kind = next((kind for words, kind in _KINDS if words.search(label)), "")
    if kind in ("tax", "ogrn", "registration") and is_ogrn(value):
        yield "ogrn", value
    elif kind in ("tax", "registration") and is_inn(value):
        # A number of that length may be any state's tax number, unless its digits check as a Russian one.
        yield "inn", value
    elif kind in _SHAPES and _SHAPES[kind].fullmatch(value):
        yield kind, value


def labelled(value: str) -> Iterator[tuple[str, str]]:
    """Yield the identifiers of a cell that names its numbers itself: "INN 7700000011; OGRN 1027700000000"."""
    for part in re.split(r"[;,\n]|(?<=\d)\)", value):
        match = re.search(r"([A-Za-zА-Яа-я .]+?)[ :№#.]*([0-9][0-9A-Z]{4,})\s*$", part.strip())  # noqa: RUF001 -- № is the field's
        if match:
            yield from typed(match[1], match[2])


def birth(value: str) -> Iterator[tuple[str, str]]:
    """Yield a full birth date; a date that lacks its day or month is no attribute to compare."""
    day = day_first(value)
    if day:
        yield "birth_date", day


def day_first(value: str) -> str | None:
    """Return the ISO day of 2024-03-05, 05/03/2024 or 5 Mar 2024, day before month; None for anything less."""
    value = value.strip()
    if _ISO.match(value):
        return value[:10] if _real(value[:10], "%Y-%m-%d") else None
    return next(filter(None, (_real(value, form) for form in _DAYS)), None)


def month_first(value: str) -> str | None:
    """Return the ISO day of 03/05/2024, month before day, as US lists print it; None for anything less."""
    return _real(value.strip(), "%m/%d/%Y") or _real(value.strip()[:10], "%Y-%m-%d")


def _real(value: str, form: str) -> str | None:
    try:
        return datetime.strptime(value, form).date().isoformat()  # noqa: DTZ007 -- a day has no zone
    except ValueError:
        return None
