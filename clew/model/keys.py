# ruff: noqa: RUF001 -- letters of three scripts stand here on purpose
"""What parties may share: an address, a telephone number, a mail address, a site; as printed in, comparable keys out."""

import re
import unicodedata

_WORDS = re.compile(r"[^\W_]+")
_UNSPACED = re.compile(r"[\u3400-\u9fff]")
_MAIL = re.compile(r"[^\s@,;<>]+@[^\s@,;<>]+\.[a-z]{2,}", re.IGNORECASE)
_SITE = re.compile(r"(?:https?://)?(?:www\.)?([^\s/@:]+\.[a-z]{2,})(/[^\s?#]*)?(?:[?#]\S*)?", re.IGNORECASE)
_DIGITS = re.compile(r"\d")
# Words that say what kind of thing a part of an address is, and no more; left out, so that "ул. Первая" is "Первая улица".
_KINDS = frozenset(
    [
        "st",
        "street",
        "str",
        "road",
        "rd",
        "avenue",
        "ave",
        "lane",
        "ln",
        "building",
        "bldg",
        "house",
        "no",
        "number",
        "office",
        "off",
        "room",
        "rm",
        "suite",
        "unit",
        "floor",
        "fl",
        "flat",
        "apt",
        "city",
        "of",
        "the",
        "ул",
        "улица",
        "пр",
        "проспект",
        "пер",
        "переулок",
        "ш",
        "шоссе",
        "наб",
        "набережная",
        "пл",
        "площадь",
        "д",
        "дом",
        "к",
        "корп",
        "корпус",
        "стр",
        "строение",
        "оф",
        "офис",
        "кв",
        "квартира",
        "пом",
        "помещение",
        "комн",
        "комната",
        "г",
        "гор",
        "город",
        "обл",
        "область",
        "р",
        "н",
        "район",
        "эт",
        "этаж",
        "индекс",
    ]
)
_LEAST_WORDS = 3  # less is a city or a country, where thousands are


def address_key(text: str) -> str:
    """Return an address for comparison: its words and numbers without their order, case and kinds; "" where it is too little.

    The number of the room stays: two firms in one tower have two keys. Chinese addresses are compared character by character.
    """
    folded = " ".join(unicodedata.normalize("NFKC", text).casefold().split())
    if _UNSPACED.search(folded):
        bare = "".join(_WORDS.findall(folded))
        return bare if len(bare) >= 2 * _LEAST_WORDS and _DIGITS.search(bare) else ""
    words = [word for word in _WORDS.findall(folded) if word not in _KINDS]
    return " ".join(sorted(words)) if len(words) >= _LEAST_WORDS and _DIGITS.search(folded) else ""


def contact_key(text: str) -> str:
    """Return a mail address or a site in lower case, or what tells a telephone number; "" for anything else.

    A number is told by its last ten digits, which no two subscribers of a country share, or by all where it has fewer: then
    only one written alike is equal, since +49 and 0 may open the same number, and two countries the same rest.
    """
    if mail := _MAIL.search(text):
        return mail[0].casefold().strip(".")
    if site := _SITE.fullmatch(text.strip()):
        return (site[1] + (site[2] or "").rstrip("/")).casefold()
    digits = "".join(_DIGITS.findall(text))
    return digits[-10:] if 9 <= len(digits) <= 15 else ""
