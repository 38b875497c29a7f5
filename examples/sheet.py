"""What a paper is made of before it has a format: blocks of text, label-value pairs, columns and tables.

`Style` says how one paper writes its days and numbers; the writers turn the blocks into PDF, DOCX, XLSX, HTML or text.
"""

import random
from dataclasses import dataclass
from datetime import date

MONTHS_EN = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
MONTHS_RU = [
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
]
FOOTERS = {
    "en": "Invented specimen: no person, firm or transaction named here exists.",
    "ru": "Вымышленный образец: упомянутые лица, организации и сделки не существуют.",
    "zh": "虚构样本：文中人物、公司及交易均不存在。",
}


@dataclass(frozen=True, slots=True)
class Title:
    """A heading."""

    text: str
    level: int = 1
    middle: bool = False


@dataclass(frozen=True, slots=True)
class Text:
    """One paragraph."""

    text: str
    right: bool = False
    middle: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """A line across the page."""


@dataclass(frozen=True, slots=True)
class Pairs:
    """Labels and their values, one a line."""

    rows: tuple[tuple[str, str], ...]
    mark: str = ":"
    split: bool = False  # label and value in cells of their own


@dataclass(frozen=True, slots=True)
class Columns:
    """Blocks of lines side by side."""

    sides: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Money:
    """An amount, printed with two decimals."""

    value: float


@dataclass(frozen=True, slots=True)
class Grid:
    """A table with a header; cells are text, whole numbers, amounts or days."""

    header: tuple[str, ...]
    rows: tuple[tuple[object, ...], ...]
    ruled: bool = True
    widths: tuple[float, ...] = ()  # relative


Block = Title | Text | Rule | Pairs | Columns | Grid


@dataclass(frozen=True, slots=True)
class Style:
    """How one paper writes."""

    language: str
    day_form: str = "iso"
    serif: bool = False
    size: float = 9.5  # points
    grouping: str = ","

    def day(self, day: date) -> str:
        """Return a day as this paper writes it."""
        return write_day(day, self.day_form)

    def money(self, value: float) -> str:
        """Return an amount as this paper writes it."""
        text = f"{value:,.2f}"
        if self.language == "ru":
            return text.replace(",", " ").replace(".", ",")
        return text.replace(",", self.grouping)

    def cell(self, value: object) -> str:
        """Return a table cell as words."""
        if isinstance(value, Money):
            return self.money(value.value)
        return self.day(value) if isinstance(value, date) else str(value)


DAY_FORMS = {
    "en": ("iso", "d month y", "month d, y", "dd/mmm/y"),
    "ru": ("dd.mm.y", "d месяца y"),
    "zh": ("y年m月d日", "iso", "y/mm/dd"),
}


def write_day(day: date, form: str) -> str:
    """Return a day in one of the written forms."""
    return {
        "iso": day.isoformat(),
        "d month y": f"{day.day} {MONTHS_EN[day.month - 1]} {day.year}",
        "month d, y": f"{MONTHS_EN[day.month - 1]} {day.day}, {day.year}",
        "dd/mmm/y": f"{day.day:02}-{MONTHS_EN[day.month - 1][:3]}-{day.year}",
        "dd.mm.y": f"{day:%d.%m.%Y}",
        "d месяца y": f"{day.day} {MONTHS_RU[day.month - 1]} {day.year} г.",
        "y年m月d日": f"{day.year}年{day.month}月{day.day}日",
        "y/mm/dd": f"{day.year}/{day.month:02}/{day.day:02}",
        "d mmm y": f"{day.day:02} {MONTHS_EN[day.month - 1][:3]} {day.year}",
    }[form]


def draw_style(dice: random.Random, language: str) -> Style:
    """Return one of the ways in which papers of a language look."""
    grouping = dice.choice([",", ","] if language == "en" else [",", ""])
    return Style(language, dice.choice(DAY_FORMS[language]), dice.random() < 0.4, dice.choice([9, 9.5, 10]), grouping)
