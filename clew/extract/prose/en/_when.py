"""A verb goes in; the time told of it comes out: a period as worded, and the moments it can be read as."""

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from clew.extract.prose.en import _tree as tree
from clew.model.claim import Quote
from clew.model.time import Moment
from clew.model.written_times import find_times

if TYPE_CHECKING:
    from clew.extract.prose.en._claims import Scribe
    from clew.extract.prose.en._text import Token

_LEAD = re.compile(
    r"\b(?P<lead>since|from|between|until|till|before|after|by|in|during|on|throughout|through|at the end of|at the beginning of)\s+$",
    re.IGNORECASE,
)
_DURATION = re.compile(
    r"\b(?:(?:a|one|two|three|four|five|six|seven|eight|nine|ten|several|\d+)-(?:day|week|month|year)(?:-long)?|"
    r"(?:day|week|month|year)-long|for\s+(?:about\s+|almost\s+|more\s+than\s+)?(?:a|an|one|two|three|four|five|six|seven|eight|nine|ten|several|\d+)"
    r"\s+(?:days?|weeks?|months?|years?))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class When:
    """What a clause tells of time."""

    qualifiers: dict[str, str] = field(default_factory=dict)
    quotes: tuple[Quote, ...] = ()
    valid: tuple[Moment | None, Moment | None] = (None, None)


def told_when(scribe: "Scribe", trigger: "Token") -> When:
    """Return the time that stands in the clause of a verb; two times that could both be meant are none."""
    tokens = sorted(tree.clause(trigger))
    doc = trigger.doc
    start, stop = scribe.place(doc[tokens[0]], doc[tokens[-1]])
    text = scribe.document.page(scribe.page).text
    inside = {place for index in tokens for place in range(*scribe.place(doc[index], doc[index]))}
    times = [time for time in find_times(text[start:stop]) if start + time.start in inside and time.moment is not None]
    qualifiers: dict[str, str] = {}
    quotes: list[Quote] = []
    valid: tuple[Moment | None, Moment | None] = (None, None)
    if len(times) == 1:
        time = times[0]
        left, right = start + time.start, start + time.stop
        lead = _LEAD.search(text[max(0, left - 24) : left])
        word = lead["lead"].lower() if lead else text[left:right].split()[0].lower()
        left -= len(lead[0]) if lead else 0
        first, last = time.moment, time.end
        if word in {"since", "from"} and last is None:
            valid = (first, None)
        elif word in {"until", "till", "before", "by"}:
            valid = (None, last or first)
        elif word != "after":
            valid = (first, last or first)
        quotes.append(scribe.quote("period", (left, right)))
        qualifiers["period"] = text[left:right]
    for duration in _DURATION.finditer(text, start, stop):
        if duration.start() in inside and "duration" not in qualifiers:
            qualifiers["duration"] = duration[0]
            quotes.append(scribe.quote("duration", duration.span()))
    return When(qualifiers, tuple(quotes), valid)
