"""Numbers, money and quantities as English, Russian and Chinese papers print them: text in, plain values out.

Two styles of number live side by side: '1,250.00' and '1 250,00'. What could be either ('1,250') is settled by the
other numbers of the same document (`number_style`) or, failing that, by its script; see `read_number`.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

_SPACE = " \u00a0\u202f\u2009'’"
_NUMBER = (
    rf"\d{{1,3}}(?:[{_SPACE}]\d{{3}})+(?:[.,]\d+)?(?!\d)"
    r"|\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)|\d{1,3}(?:\.\d{3})+(?:,\d+)?(?!\d)|\d+(?:[.,]\d+)?"
)
_SCALES = {
    "тыс": 3, "тысяч": 3, "thousand": 3, "千": 3, "万": 4, "萬": 4,
    "млн": 6, "миллион": 6, "million": 6, "mln": 6, "百万": 6, "亿": 8, "млрд": 9, "миллиард": 9, "billion": 9, "bn": 9,
}  # fmt: skip
_SCALE = (
    r"тыс(?:яч[аи]?)?\.?|млн\.?|миллион(?:а|ов)?|млрд\.?|миллиард(?:а|ов)?"
    r"|thousand|million|mln|billion|bn|百万|万|萬|亿|千"
)
# Symbols that stand for one currency wherever they are printed. '$' and '¥' do not; see `read_currency`.
_SYMBOLS = {
    "€": "EUR",
    "£": "GBP",
    "₽": "RUB",
    "₸": "KZT",
    "₺": "TRY",
    "₴": "UAH",
    "₹": "INR",
    "US$": "USD",
    "HK$": "HKD",
}
_SYMBOLS |= {"CN¥": "CNY", "JP¥": "JPY", "RMB": "CNY", "руб": "RUB", "р.": "RUB"}
_WORDS = {
    "USD": r"(?:us|u\.s\.)\s*dollars?|доллар\w*(?:\s+сша)?|美元|美金|долл",
    "EUR": r"euros?|евро|欧元",
    "CNY": r"(?:chinese\s+)?yuan|renminbi|юан\w*|人民币|rmb|(?<![美欧日港韩新加])元",
    "RUB": r"(?:russian\s+)?rou?bles?|рубл\w*|卢布",
    "JPY": r"(?:japanese\s+)?yen|иен\w*|日元",
    "AED": r"dirhams?|дирхам\w*|迪拉姆",
    "TRY": r"(?:turkish\s+)?lira|турецк\w+\s+лир\w*|里拉",
    "KZT": r"tenge|тенге|坚戈",
    "GBP": r"pounds?\s+sterling|фунт\w*\s+стерлингов|英镑",
    "HKD": r"hong\s+kong\s+dollars?|港元|港币",
    "INR": r"(?:indian\s+)?rupees?|rs\.?(?=\s?-?\d)",
    "PLN": r"złot\w+|zł",
    "CHF": r"swiss\s+francs?|швейцарск\w+\s+франк\w*|瑞士法郎",
}
_CODES = (
    *("USD", "EUR", "CNY", "RUB", "GBP", "JPY", "CHF", "HKD", "AED", "TRY", "KZT", "KGS", "AMD", "UZS", "BYN", "GEL"),
    *("INR", "SGD", "KRW", "SEK", "NOK", "DKK", "PLN", "CZK", "HUF", "UAH", "TWD", "THB", "VND", "CAD", "AUD", "SAR"),
)
_WORDLIKE = frozenset({"TRY"})
# Scripts in which '1,250' alone is one and a quarter: Russian papers group by space.
_CYRILLIC = re.compile(r"[А-Яа-яЁё]")


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount of money or a bare number where it stands."""

    start: int  # code points, included
    stop: int  # code points, excluded
    value: Decimal
    currency: str | None = None  # ISO 4217, None where none is printed or the sign is shared by several


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number and its unit as printed: 2, 'pcs'."""

    value: Decimal
    unit: str


def plain(value: Decimal) -> str:
    """Return the number in plain notation, digits as printed: 1250.00, never 1.25E+3."""
    return f"{value:f}"


def number_style(text: str) -> str | None:
    """Return "," or ".", the decimal mark the text's unambiguous numbers use, or None where they do not agree."""
    marks = set()
    for match in re.finditer(rf"(?<![\w.,])(?:{_NUMBER})(?![\w.,]*\d)", text):
        number = match.group()
        if number.count(",") + number.count(".") == 0 or re.fullmatch(
            r"(?:0?[1-9]|[12]\d|3[01])\.(?:0[1-9]|1[0-2])", number
        ):
            continue  # 05.03 may be half a date
        mark = max(",.", key=number.rfind)
        other = "." if mark == "," else ","
        both_marks = other in number
        two_digits = re.search(r"[.,]\d{2}$", number) is not None
        if number.count(mark) == 1 and (both_marks or two_digits):
            marks.add(mark)
    return marks.pop() if len(marks) == 1 else None


def read_number(text: str, *, style: str | None = None) -> Decimal | None:
    """Return the one number a cell or value says, scale words counted in; None where it says none or several.

    Args:
        text: '1 250,00', '1,250.00 USD', '12,5 тыс.', '3.2万'.
        style: the document's decimal mark, as `number_style` gives it; without it '1,250' is 1250 in Latin or
            Chinese text and 1.250 beside Cyrillic letters, and '1.250' is always 1.250.
    """
    found = find_amounts(text, style=style)
    return found[0].value if len(found) == 1 else None


def find_amounts(text: str, *, style: str | None = None) -> list[Amount]:
    """Return every number of the text, with its currency where one is printed beside it."""
    pattern = re.compile(
        rf"(?<![\w.,/-])(?P<sign>[-−(]\s?)?(?P<number>{_NUMBER})(?![\d/]|[.,]\d)(?:\s*(?P<scale>{_SCALE}))?",
        re.IGNORECASE,
    )
    amounts = []
    for match in _after_symbols(text, pattern):
        value = _value(match["number"], style or ("," if _CYRILLIC.search(text) else None))
        if match["scale"]:
            value *= 10 ** _power(match["scale"])
        if match["sign"] and match["sign"].strip() != "(":
            value = -value
        amounts.append(Amount(match.start(), match.end(), value, _currency_beside(text, match.start(), match.end())))
    return amounts


def read_currency(text: str, *, context: str = "") -> str | None:
    """Return the ISO code of the one currency the words name, or None.

    '¥' is yuan or yen and '$' many dollars: they count only when `context` (the rest of the document) names exactly
    one of the currencies they can stand for; a lone '$' without any other word is left open too.
    """
    named = _named(text)
    if len(named) == 1:
        return next(iter(named))
    if named:
        return None
    for sign, possible in (("¥", {"CNY", "JPY"}), ("￥", {"CNY", "JPY"}), ("$", {"USD", "HKD", "CAD", "AUD", "SGD"})):
        if sign in text:
            meant = _named(context) & possible
            return next(iter(meant)) if len(meant) == 1 else None
    return None


def read_quantity(text: str, *, style: str | None = None) -> Quantity | None:
    """Return number and unit of a cell such as '2 pcs', '10 шт.', '3 台'; None where there is no single number."""
    match = re.fullmatch(rf"\s*(?P<number>{_NUMBER})\s*(?P<unit>[^\W\d_][\w .²³]{{0,15}}|%)?\s*", text)
    if not match:
        return None
    value = _value(match["number"], style or ("," if _CYRILLIC.search(text) else None))
    return Quantity(value, (match["unit"] or "").strip())


def _after_symbols(text: str, pattern: re.Pattern[str]) -> list[re.Match[str]]:
    # A number may touch its currency: 'USD1,250', '¥300', '€5'; elsewhere letters before it make it a code.
    blank = re.sub(
        rf"(?<![A-Za-z])(?:{'|'.join(_CODES)}|RMB)(?=[\d\s])|[€£₽$¥￥₸₺₹]", lambda sign: " " * len(sign.group()), text
    )
    return list(pattern.finditer(blank))


def _value(number: str, style: str | None) -> Decimal:
    digits = re.sub(rf"[{_SPACE}]", "", number)
    spaced = digits != number
    marks = [mark for mark in digits if mark in ".,"]
    if not marks:
        return Decimal(digits)
    decimal = _decimal_mark(digits, marks, style, spaced=spaced)
    return Decimal("".join(decimal_digit(mark, decimal) for mark in _last_only(digits, decimal)))


def decimal_digit(mark: str, decimal: str | None) -> str:
    """Return a digit as it is, the decimal mark as a dot, and nothing for a grouping mark."""
    return "." if mark == decimal else "" if mark in ".," else mark


def _last_only(digits: str, decimal: str | None) -> str:
    if decimal is None:
        return digits
    head, _, tail = digits.rpartition(decimal)
    return head.replace(decimal, "") + decimal + tail


def _decimal_mark(digits: str, marks: list[str], style: str | None, *, spaced: bool) -> str | None:
    """Return the mark that ends the whole part, or None where every mark groups thousands."""
    last = marks[-1]
    if len(set(marks)) == 2 or spaced:
        return last
    if len(marks) > 1:
        return None
    grouped = re.fullmatch(r"[1-9]\d{0,2}[.,]\d{3}", digits) is not None
    if not grouped:
        return last
    if style is not None:
        return last if style == last else None
    return None if last == "," else last


def _power(scale: str) -> int:
    word = scale.lower().rstrip(".")
    return max((len(name), power) for name, power in _SCALES.items() if word.startswith(name))[1]


def _currency_beside(text: str, start: int, stop: int) -> str | None:
    before = re.search(r"\S+\s?$", text[max(0, start - 12) : start])
    after = re.match(r"\s?[^\d\n;]{1,24}", text[stop : stop + 24])
    for words in (after, before):
        currency = read_currency(words.group()) if words else None
        if currency:
            return currency
    return None


@cache
def _currency_patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    # In small letters 'try' is a word.
    codes = {code: rf"(?-i:{code})" if code in _WORDLIKE else code for code in _CODES}
    words = [(code, rf"(?<![^\W\d_]){form}(?![^\W\d_])") for code, form in codes.items()]
    words += [(code, rf"(?:(?<![A-Za-zА-Яа-я])(?:{form}))(?![A-Za-z])") for code, form in _WORDS.items()]
    # A sign in letters ends where they end: a firm's name may begin like a currency.
    ends = {sign: r"(?![A-Za-zА-Яа-яЁё])" if sign.isalpha() else "" for sign in _SYMBOLS}
    signs = [(code, rf"(?<![A-Za-zА-Яа-я]){re.escape(sign)}{ends[sign]}") for sign, code in _SYMBOLS.items()]
    return tuple((code, re.compile(form, re.IGNORECASE)) for code, form in words + signs)


def _named(text: str) -> frozenset[str]:
    return frozenset(code for code, pattern in _currency_patterns() if pattern.search(text))
