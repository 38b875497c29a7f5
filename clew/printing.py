"""Records in; tables and sentences for people out. Document text is made harmless for a terminal on the way."""

from collections.abc import Callable, Iterable, Mapping
from itertools import groupby
from typing import Any

from rich.console import Console
from rich.text import Text

from clew.model.shelf import on_shelf
from clew.pipeline import Fate, Summary, Why
from clew.report import promised
from clew.report.sentences import shorten, tell_claim
from clew.report.show import Place, Shown
from clew.report.wording import BASES, tell_check
from clew.store.case import Case

STAGE_WORDS = {
    "add": "files added",
    "lists": "list snapshots taken in",
    "read": "pages read",
    "extract": "claims",
    "resolve": "entities, names and judgements",
    "screen": "hits",
    "detect": "findings",
    "weigh": "standings",
}
PLACES_SHOWN = 12  # of one record; a line says how many more there are
SETS_SHOWN = 4
UNREAD_SHOWN = 5
NARROWEST = 24  # columns left for words, however deep they are indented

Opener = Callable[[str], Shown]


def plain(text: object) -> str:
    """Return text that cannot move the cursor or turn the line around: such characters become their escapes."""
    return "".join(
        char if char.isprintable() else " " if char in "\n\t" else f"\\u{ord(char):04x}" for char in str(text)
    )


class Page:
    """Prints lines that are never cropped: wrapped and indented on a terminal, one line each in a pipe."""

    def __init__(self) -> None:
        self._console = Console(highlight=False)

    def say(self, text: object = "", *, by: int = 0, style: str = "", mark: str = "", hang: int = 0) -> None:
        """Print a text, indented; lines below the first stand under its words, or `hang` columns further in."""
        words = Text(plain(text), style=style)
        lines = [words]
        if self._console.is_terminal:
            room = max(self._console.width - by - len(mark) - hang, NARROWEST)
            lines = list(words.wrap(self._console, room)) or [words]
        for number, line in enumerate(lines):
            line.rstrip()
            indent = " " * by + (" " * (len(mark) + hang) if number else mark)
            self._console.print(Text(indent) + line, soft_wrap=True)

    def record(self, head: str, notes: Iterable[str]) -> None:
        """Print a line and what belongs to it below, indented; empty notes are left out."""
        self.say(head, hang=5)
        for note in notes:
            if note:
                self.say(note, by=5, style="dim")


def count(number: int, noun: str, *, at_least: bool = False) -> str:
    """Return a number with its noun: 1 source, at least 64 sets."""
    plural = f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"
    return f"{'at least ' if at_least else ''}{number:,} {noun if number == 1 else plural}"


def summary(case: Case, done: Summary) -> None:
    """Print what a run added and how the case stands."""
    page = Page()
    if not done.total:
        page.say("Nothing new: the case is up to date.")
    for name, number in done.new.items():
        if number:
            page.say(f"{number:>8,}  new {STAGE_WORDS[name]}")
    files = list(promised.sources(case))
    found = list(promised.findings(case))
    page.say()
    page.say(f"{count(len(files), 'file')}, {count(len(found), 'finding')}.")
    _remarks(case, page, [row for row in files if row["status"] != "read"])
    if found:
        page.say(f"Next: clew findings {case.folder}", hang=2)


def _remarks(case: Case, page: Page, unread: list[dict[str, Any]]) -> None:
    for row in unread[:UNREAD_SHOWN]:
        page.say(f"{row['status']}: {row['path']}: {row['reason']}", by=2, hang=2)
    if len(unread) > UNREAD_SHOWN:
        page.say(
            f"… and {len(unread) - UNREAD_SHOWN} more that were not read in full: clew sources {case.folder}", by=2
        )
    unmapped = [row for row in promised.gaps(case) if row["kind"] == "unmapped_table"]
    for row in unmapped[:UNREAD_SHOWN]:
        page.say(f"not mapped: {row['path']}: {row['detail']}", by=2, hang=2)
    if len(unmapped) > UNREAD_SHOWN:
        page.say(
            f"… and {len(unmapped) - UNREAD_SHOWN} more tables that were not mapped: clew gaps {case.folder}", by=2
        )
    waiting = sum(1 for _ in promised.candidates(case))
    if waiting:
        verb = "waits" if waiting == 1 else "wait"
        page.say(
            f"{count(waiting, 'pair')} of names {verb} for your judgement: clew candidates {case.folder}", by=2, hang=2
        )
    if not list(promised.lists(case)):
        page.say("no sanctions list is loaded: clew lists add FILE", by=2)


def sources(rows: Iterable[Mapping[str, Any]]) -> None:
    """Print the ledger."""
    _records(
        rows,
        lambda row: f"{row['status']:8} {row['record_type'].replace('_', ' '):17} {row['language']:3} {row['path']}",
        lambda row: (f"{row['id']}  {count(row['pages'], 'page')}", row["reason"]),
    )


def claims(rows: Iterable[Mapping[str, Any]]) -> None:
    """Print claims as sentences, each with its words."""
    _records(
        rows,
        tell_claim,
        lambda row: (f"“{shorten(row['quote'])}”", f"{row['path']}, page {row['page']}  {row['id']}"),
    )


def entities(rows: Iterable[Mapping[str, Any]]) -> None:
    """Print entities with all their names."""
    _records(
        rows,
        lambda row: f"{row['kind']:13} {row['level']}  {row['name']}",
        lambda row: (
            _told("also written", [name for name in row["names"] if name != row["name"]]),
            f"{row['id']}  in {count(len(row['mentions']), 'place')}",
        ),
    )


def candidates(rows: Iterable[Mapping[str, Any]]) -> None:
    """Print pairs that wait for a judgement."""
    _records(
        rows,
        lambda row: f"{row['left_name']}  ~  {row['right_name']}",
        lambda row: (
            _told("for", row["because"]),
            _told("against", row["against"] or ["nothing found"]),
            f"clew judge CASE {row['left_entity']} {row['right_entity']} same|different|unsure --why …",
        ),
    )


def hits(rows: Iterable[Mapping[str, Any]]) -> None:
    """Print hits; the level says what a hit is worth."""
    _records(
        rows,
        lambda row: f"{row['level']}  {row['name']}  ~  {row['listed_name']}",
        lambda row: (
            f"{row['list']}, entry {row['entry']} ({row['programme']}), as of {row['as_of']}",
            f"{row['id']}  names alike: {row['score']:.0f} of 100",
            _told("for", row["because"]),
            _told("against", row["against"]),
        ),
    )


def gaps(rows: Iterable[Mapping[str, Any]]) -> None:
    """Print gaps."""
    _records(
        rows,
        lambda row: (
            f"{row['kind'].replace('_', ' ')}: {row['path']}{', page ' + str(row['page']) if row['page'] else ''}"
        ),
        lambda row: (shorten(row["detail"]),),
    )


def lists(rows: Iterable[Mapping[str, Any]]) -> None:
    """Print list snapshots."""
    _records(
        rows,
        lambda row: (
            f"{row['list']}  as of {row['as_of']} (according to {BASES.get(row['as_of_basis'], row['as_of_basis'])})"
        ),
        lambda row: (
            f"{row['id']}  SHA-256 {row['sha256']}",
            row["authority"],
            *(f"not read: {m}" for m in row["missed"]),
        ),
    )


def added(snapshot: Mapping[str, Any]) -> None:
    """Print a list snapshot that was just added."""
    page = Page()
    basis = f"according to {BASES.get(snapshot['as_of_basis'], snapshot['as_of_basis'])}"
    held = f"{count(snapshot['entries'], 'entry')}, {count(snapshot['names'], 'name')}"
    page.say(f"{snapshot['list']} as of {snapshot['as_of']} ({basis}): {held}, {snapshot['id']}", hang=2)
    for line in snapshot["missed"]:
        page.say(f"not read: {line}", by=2, hang=2)


def findings(rows: Iterable[Mapping[str, Any]]) -> None:
    """Print findings under the heading of their type, each as a sentence with what it stands on in one line."""
    page = Page()
    titles = {pattern.TYPE: pattern.TITLE for pattern in on_shelf("clew.detect.patterns")}
    found = 0
    for type_, group in groupby(rows, key=lambda row: str(row["type"])):
        alike = list(group)
        if found:
            page.say()
        page.say(f"{type_}  {titles.get(type_, 'Findings')}: {len(alike)}", style="bold")
        for row in alike:
            page.say()
            page.say(row["sentence"], by=2)
            page.say(f"{row['id']}  {_standing(row)}", by=2, style="dim", hang=2)
        found += len(alike)
    if not found:
        page.say("No finding stands on the documents in this case.")


def _standing(row: Mapping[str, Any]) -> str:
    number = len(row["sources"] or ())
    loss = "no single one brings it down" if row["survives_any_one"] else "a single one can bring it down"
    told = [f"confidence {row['confidence']}", f"{count(number, 'source')}{f', {loss}' if number > 1 else ''}"]
    told.append(count(len(row["supports"]), "support set", at_least=not row["supports_complete"]))
    if row["against"]:
        told.append(f"{count(len(row['against']), 'record')} against")
    if row["replies"]:
        told.append(count(len(row["replies"]), "reply"))
    return "; ".join(told)


def shown(record: Shown) -> None:
    """Print any record: what it is, its words, where."""
    page = Page()
    page.say(f"{record.kind}  {record.id}", style="bold")
    page.say(record.says, by=2)
    for place in record.places[:PLACES_SHOWN]:
        page.say(f"{place.role}: “{place.text}”", by=2, hang=2)
        page.say(_where(place), by=4, style="dim")
    if len(record.places) > PLACES_SHOWN:
        page.say(f"… and {len(record.places) - PLACES_SHOWN} more places", by=2)
    for name, value in record.record.items():
        if name not in ("id", "quotes", "text", "sentence", "supports", "slots") and value not in (None, "", [], {}):
            page.say(f"{name}: {_value(value)}", by=2, hang=2, style="dim")


def _value(value: object) -> str:
    if isinstance(value, list):
        return "; ".join(_value(item) for item in value)
    if isinstance(value, dict):
        return (
            f"{value['kind']} {value['id']}"
            if set(value) == {"kind", "id"}
            else ", ".join(f"{k} {v}" for k, v in value.items())
        )
    return str(value)


def _where(place: Place) -> str:
    return f"{place.path}, page {place.page}, characters {place.start}-{place.stop}"


def why(opened: Why, opener: Opener) -> None:
    """Print what a finding stands on, and what falls where leaves are switched off; `opener` opens any id."""
    page = Page()
    if opened.off:
        _without(page, opened, opener)
        return
    row = opened.finding
    page.say(f"{row['type']}  {row['id']}", style="bold")
    page.say(row["sentence"], by=2)
    page.say(f"{_standing(row)}.", by=2, style="dim")
    _supports(page, opened)
    for title, leaves in (("Against it", row["against"]), ("Replies", row["replies"])):
        if leaves:
            page.say()
            page.say(f"{title}:", style="bold")
        for leaf in leaves:
            _leaf(page, opener(leaf["id"]), mark="-")
    page.say()
    page.say(f"Confidence is {row['confidence']}, by these checks:", style="bold")
    for check in row["checks"] or ():
        page.say(f"{tell_check(check['met'])}: {check['why']}", by=2, mark=f"{check['name']}  ")
    if row["limits"]:
        page.say("What it does not say:", style="bold")
    for limit in row["limits"]:
        page.say(limit, by=2, mark="- ")


def _supports(page: Page, opened: Why) -> None:
    """Print the first support set whole, and of the next ones what they have in place of its parts."""
    total = f"{'' if opened.finding['supports_complete'] else 'at least '}{len(opened.supports)}"
    first: dict[str, int] = {}
    for number, support in enumerate(opened.supports[:SETS_SHOWN], 1):
        page.say()
        held = {leaf.id for leaf in support}
        left = [at for id_, at in first.items() if id_ not in held]
        if number == 1:
            page.say(f"Support set 1 of {total}: these together are enough", style="bold")
        elif len(left) < len(first) / 2:
            page.say(f"Support set {number}: the first, but in place of {_numbers(left)}", style="bold")
        else:
            page.say(f"Support set {number}: enough as well", style="bold")
            left = []
        for leaf in sorted(support, key=_order):
            if not left or leaf.id not in first:
                mark = str(len(first) + 1) if number == 1 else "+"
                _leaf(page, leaf, mark=mark)
            if number == 1:
                first[leaf.id] = len(first) + 1
    if len(opened.supports) > SETS_SHOWN:
        page.say()
        page.say(f"… and {len(opened.supports) - SETS_SHOWN} more; clew findings CASE --json lists all", style="dim")


def _order(leaf: Shown) -> tuple[int, str, str]:
    """Return a key that puts claims first, by day, then judgements, then entries of lists."""
    kinds = ("claim", "judgement", "machine judgement")
    place = kinds.index(leaf.kind) if leaf.kind in kinds else len(kinds)
    return place, str(leaf.record.get("valid_from") or ""), leaf.id


def _numbers(left: list[int]) -> str:
    return ", ".join(str(at) for at in left) or "none of it"


def _leaf(page: Page, leaf: Shown, *, mark: str) -> None:
    mark = f"{mark:>4}  "
    by = len(mark)
    page.say(leaf.says, mark=mark)
    if leaf.kind == "claim" and leaf.places:
        page.say(f"“{shorten(leaf.places[0].text)}”", by=by)
    where = _where(leaf.places[0]) if leaf.places else ""
    page.say(f"{where}  {leaf.id}".strip(), by=by, style="dim")


def _without(page: Page, opened: Why, opener: Opener) -> None:
    for leaf in opened.off:
        page.say(f"Without {leaf.kind} {leaf.id}: {opener(leaf.id).says}", style="bold", hang=2)
    touched = [
        fate for fate in opened.fates if not fate.stands or fate.because or fate.finding["id"] == opened.finding["id"]
    ]
    for fate in touched:
        page.say()
        _fate(page, fate, opener, opened=fate is touched[0])
    page.say()
    fallen = sum(1 for fate in opened.fates if not fate.stands)
    untouched = len(opened.fates) - len(touched)
    verb = "falls" if fallen == 1 else "fall"
    page.say(
        f"{fallen} of {count(len(opened.fates), 'finding')} {verb}; {untouched} do not use it. The case is as it was."
    )


def _fate(page: Page, fate: Fate, opener: Opener, *, opened: bool) -> None:
    row = fate.finding
    if fate.stands:
        left = count(fate.sets_left, "support set")
        page.say(f"{row['type']}  {row['id']}  stands on {left} of {len(row['supports'])}", style="bold")
        page.say(fate.now, by=2)
        return
    page.say(f"{row['type']}  {row['id']}  falls", style="bold")
    page.say(row["sentence"], by=2, style="strike")
    used = [f"{leaf.kind} {leaf.id}" for leaf in fate.because[:SETS_SHOWN]]
    more = [f"{len(fate.because) - SETS_SHOWN} more"] if len(fate.because) > SETS_SHOWN else []
    page.say(
        f"each of its support sets needs one of: {', '.join([*used, *more]) or 'what was taken away'}", by=4, hang=2
    )
    for leaf in fate.because[:SETS_SHOWN] if opened else ():
        page.say(f"{leaf.id}: {opener(leaf.id).says}", by=6, hang=2)
    if fate.now:
        page.say(f"what is left: {fate.now}", by=4, hang=2)


def _told(what: str, items: Iterable[str]) -> str:
    text = "; ".join(items or ())
    return f"{what}: {text}" if text else ""


def _records(
    rows: Iterable[Mapping[str, Any]],
    head: Callable[[Mapping[str, Any]], str],
    notes: Callable[[Mapping[str, Any]], Iterable[str]],
) -> None:
    """Print a record each: a line, and what belongs to it below."""
    page = Page()
    empty = True
    for row in rows:
        empty = False
        page.record(head(row), notes(row))
    if empty:
        page.say("None.")
