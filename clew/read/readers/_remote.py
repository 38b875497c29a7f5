"""The markup of a page goes in; what it would run or fetch, were it shown by a browser, comes out in words. Nothing is."""

import re

from clew.read.readers._members import shown

# The longest tag looked at; without a bound, a page of unclosed quotes takes the square of its length.
_TAG = re.compile(
    r"<(script|img|iframe|frame|object|embed|link|audio|video|source|input|form|meta|base|body|table|td)\b([^<>]{0,4000})>",
    re.IGNORECASE,
)
_PLACE = re.compile(
    r"(?:src|href|background|data|poster|action)\s*=\s*[\"']?\s*((?:https?:|ftp:|file:)?//[^\s\"'>]{1,2000})",
    re.IGNORECASE,
)
_STYLE = re.compile(r"url\(\s*[\"']?((?:https?:|ftp:|file:)?//[^\s\"')]{1,2000})", re.IGNORECASE)
_MOST_NAMED = 20


def remarks(markup: str) -> tuple[str, ...]:
    """Return what a reader should know: scripts, forms, pages it would go on to, and parts that lie elsewhere."""
    said = []
    elsewhere: dict[str, None] = dict.fromkeys(_STYLE.findall(markup))
    scripts = moves = 0
    forms: dict[str, None] = {}
    for name, rest in _TAG.findall(markup):
        kind = name.lower()
        scripts += kind == "script"
        moves += kind == "meta" and "refresh" in rest.lower()
        found = _PLACE.search(rest)
        if found:
            (forms if kind == "form" else elsewhere)[found[1]] = None
    if scripts:
        said.append("holds scripts; they are not run")
    if moves:
        said.append("would go on to another page by itself; it is not followed")
    said += [f"holds a form that sends to {shown(place)}" for place in list(forms)[:_MOST_NAMED]]
    named = list(elsewhere)
    said += [f"shows what lies at {shown(place)}; nothing is fetched" for place in named[:_MOST_NAMED]]
    if len(named) > _MOST_NAMED:
        said.append(f"and {len(named) - _MOST_NAMED} more parts that lie elsewhere")
    return tuple(said)
