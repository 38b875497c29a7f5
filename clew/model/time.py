"""Points in time as documents give them: a day, a month, a quarter, a year, or "early 2024"."""

import calendar
import re
from dataclasses import dataclass
from datetime import date

from clew.model.errors import BadTime

PRECISIONS = ("day", "month", "quarter", "year", "early", "mid", "late")

_FORMS = {
    "day": re.compile(r"\d{4}-\d{2}-\d{2}"),
    "month": re.compile(r"\d{4}-\d{2}"),
    "quarter": re.compile(r"\d{4}-Q[1-4]"),
    "year": re.compile(r"\d{4}"),
    "early": re.compile(r"early \d{4}"),
    "mid": re.compile(r"mid \d{4}"),
    "late": re.compile(r"late \d{4}"),
}
# First and last month of the vague thirds of a year; the four months are our reading, not a standard.
_MONTHS = {"year": (1, 12), "early": (1, 4), "mid": (5, 8), "late": (9, 12)}


@dataclass(frozen=True, slots=True)
class Moment:
    """A point in time with its precision; `value` is ISO-like: 2024-03-05, 2024-03, 2024-Q1, 2024, early 2024."""

    value: str
    precision: str

    @classmethod
    def read(cls, value: str) -> "Moment":
        """Read a moment from its own notation.

        Raises:
            BadTime: the text is in none of the seven notations, or names no day of the calendar.
        """
        for precision, form in _FORMS.items():
            if form.fullmatch(value):
                moment = cls(value, precision)
                moment.bounds()
                return moment
        raise BadTime(f"{value!r} is no point in time; possible: 2024-03-05, 2024-03, 2024-Q1, 2024, early 2024")

    def bounds(self) -> tuple[date, date]:
        """Return the first and the last day this moment can mean, both included."""
        try:
            if self.precision == "day":
                day = date.fromisoformat(self.value)
                return day, day
            year = int(self.value[-4:] if self.precision in ("early", "mid", "late") else self.value[:4])
            first, last = self._months()
            return date(year, first, 1), date(year, last, calendar.monthrange(year, last)[1])
        except ValueError as error:
            raise BadTime(f"{self.value!r} names no day of the calendar: {error}") from error

    def _months(self) -> tuple[int, int]:
        if self.precision == "month":
            month = int(self.value[5:7])
            return month, month
        if self.precision == "quarter":
            quarter = int(self.value[-1])
            return 3 * quarter - 2, 3 * quarter
        return _MONTHS[self.precision]
