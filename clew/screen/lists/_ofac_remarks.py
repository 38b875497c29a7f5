"""OFAC's remarks: a run of labelled facts between semicolons.

In: "DOB 12 Mar 1979; Passport X0000001 (Iran); Tax ID No. 0000000000 (Russia)." Out: what names one party, plainly.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

_ALIAS = re.compile(r"(?:a|f|n)\.k\.a\. ['\"](.+?)['\"](?=$|[;.,(])")
_COUNTRY = re.compile(r"^(.*?)\s*\(([^()]*)\)")
_ENDS = re.compile(r"\s+(?:issued|expires|expired)\b.*$", re.IGNORECASE)
_DAY = re.compile(r"\d{1,2} [A-Z][a-z]{2} \d{4}")
_LISTING_DATE = re.compile(r"^Listing Date\b.*?(\d{1,2} [A-Z][a-z]{2} \d{4})$")

# Label, as it begins a fact -> identifier. "Government Gazette Number" is the OKPO statistics code: many firms have one
# beside their register number, so it is no register number, and a different one proves nothing about that.
_LABELS = (
    (re.compile(r"(?:[A-Z]\w+ )?Passport(?: No\.?| #)? (?=\S*\d)"), "passport"),
    (re.compile(r"Tax ID No\.? #? ?"), "tax"),
    (re.compile(r"Government Gazette Number "), "okpo"),
    (re.compile(r"Unified Social Credit Code \(USCC\) |USCC "), "uscc"),
    (re.compile(r"Legal Entity (?:Number|Identifier)(?: \(LEI\))? |LEI(?: Number)? "), "lei"),
    (re.compile(r"(?:Vessel Registration Identification |Identification Number )?IMO (?:No\.? )?"), "imo"),
    (re.compile(r"(?:Public |Business |Enterprise |State )?Registration (?:Number|ID|No\.?) (?!FN\b)"), "registration"),
    (re.compile(r"Company Number |Commercial Registry Number |Trade License No\.? |Business Number "), "registration"),
)
_SHAPES = {
    "inn": re.compile(r"\d{10}|\d{12}"),
    "uscc": re.compile(r"[0-9A-Z]{18}"),
    "lei": re.compile(r"[0-9A-Z]{20}"),
    "imo": re.compile(r"\d{7}"),
    "okpo": re.compile(r"\d{8}|\d{10}"),
}


@dataclass(frozen=True, slots=True)
class Remarks:
    """What remarks say that can be compared."""

    identifiers: tuple[tuple[str, str], ...]  # with birth_date where a full day is given
    weak_aliases: tuple[str, ...]
    listed_on: str | None  # ISO day, where exactly one listing date is given


def read_remarks(remarks: str) -> Remarks:
    """Return the identifiers, weak aliases and listing date of an entry's remarks; what is partial stays words."""
    identifiers: dict[tuple[str, str], None] = {}
    listed: list[str] = []
    russian = "(Russia)" in remarks or "Nationality of Registration Russia" in remarks
    for fact in (part.strip().rstrip(".").strip() for part in remarks.split(";")):
        bare = fact.removeprefix("alt. ")
        identifiers.update(dict.fromkeys(_identifiers(bare, russian=russian)))
        if match := _LISTING_DATE.match(bare):
            listed += filter(None, [_day(match[1])])
    aliases = tuple(dict.fromkeys(match[1].strip() for match in _ALIAS.finditer(remarks)))
    return Remarks(tuple(identifiers), aliases, listed[0] if len(listed) == 1 else None)


def _identifiers(fact: str, *, russian: bool) -> Iterator[tuple[str, str]]:
    if fact.startswith("DOB ") and _DAY.fullmatch(fact[4:].strip()):
        day = _day(fact[4:].strip())
        if day:
            yield "birth_date", day
        return
    for said, attribute in (("nationality ", "country"), ("citizen ", "country"), ("Gender ", "gender")):
        if fact.startswith(said):
            yield attribute, fact[len(said) :].strip()
            return
    for label, type_ in _LABELS:
        match = label.match(fact)
        if match:
            yield from _typed(type_, fact[match.end() :], russian=russian)
            return


def _typed(type_: str, rest: str, *, russian: bool) -> Iterator[tuple[str, str]]:
    """Yield the identifier that the words after a label give, under the type that its country and shape make it."""
    rest = _ENDS.sub("", rest)
    match = _COUNTRY.match(rest)
    value, country = (match[1], match[2]) if match else (rest, "")
    value = value.strip(" .,")
    if type_ == "tax":
        # Without a country a ten-digit tax number may be any state's, unless the entry is Russian and the digits check.
        type_ = "inn" if country == "Russia" or (not country and russian and is_inn(value)) else ""
    elif type_ == "okpo" and country not in ("Russia", ""):
        type_ = "registration"
    elif type_ == "registration" and is_ogrn(value) and country in ("Russia", ""):
        type_ = "ogrn"
    if type_ and value and (type_ not in _SHAPES or _SHAPES[type_].fullmatch(value)):
        yield type_, value


def is_ogrn(value: str) -> bool:
    """Say whether a number is a Russian register number by its length and check digit (Order 165n of 2013, annex)."""
    if not (value.isascii() and value.isdecimal() and len(value) in (13, 15)):
        return False
    return int(value[:-1]) % (len(value) - 2) % 10 == int(value[-1])


def is_inn(value: str) -> bool:
    """Say whether a number is a Russian tax number by its length and check digits (Order MMB-7-6/435 of 2012)."""
    if not (value.isascii() and value.isdecimal() and len(value) in (10, 12)):
        return False
    weights = (3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8)
    return all(
        sum(weight * int(digit) for weight, digit in zip(weights[11 - place :], value, strict=False)) % 11 % 10
        == int(value[place])
        for place in ((9,) if len(value) == 10 else (10, 11))
    )


def _day(text: str) -> str | None:
    try:
        return datetime.strptime(text, "%d %b %Y").date().isoformat()  # noqa: DTZ007 -- a day has no zone
    except ValueError:
        return None
