"""Records in; tables and sentences for people out. Document text is made harmless for a terminal on the way."""

from collections.abc import Iterable, Mapping
from itertools import groupby
from typing import Any

from clew.model.shelf import on_shelf
from clew.printing.files import sources, summary
from clew.printing.held import held, reasons
from clew.printing.lineage import requests, retellings, ties
from clew.printing.linking import linked
from clew.printing.lists import changes, moved, official
from clew.printing.page import Page, count, plain, records
from clew.printing.proposing import asked
from clew.printing.review import to_review, waiting
from clew.printing.thread import tell_standing, tell_where, why
from clew.report.ledger import Entry, tell_ledger
from clew.report.search import Place, Results
from clew.report.sentences import shorten, tell_claim
from clew.report.show import Shown
from clew.report.wording import BASES

__all__ = [
    "added",
    "asked",
    "candidates",
    "changes",
    "channels",
    "claims",
    "count",
    "entities",
    "findings",
    "gaps",
    "hits",
    "linked",
    "lists",
    "moved",
    "official",
    "plain",
    "requests",
    "results",
    "retellings",
    "screened",
    "shown",
    "sources",
    "summary",
    "ties",
    "to_review",
    "waiting",
    "why",
]

# Fields of a record that are told otherwise, or are too long.
TOLD = ("id", "quotes", "text", "sentence", "supports", "slots", "held_by", "kind_by", "reasons")
PLACES_SHOWN = 12  # of one record; a line says how many more there are


def channels(rows: Iterable[Mapping[str, Any]]) -> None:
    """Print channels of custody and how reliable a person found each."""
    records(
        rows,
        lambda row: f"{row['reliability']}  {row['name']}  {count(row['sources'], 'source')}",
        lambda row: (row["why"] or "not judged yet", f"{row['set_by']}, {row['set_at']}" if row["set_by"] else ""),
    )


def claims(rows: Iterable[Mapping[str, Any]]) -> None:
    """Print claims as sentences, each with its words."""
    records(
        rows,
        tell_claim,
        lambda row: (f"“{shorten(row['quote'])}”", f"{row['path']}, page {row['page']}  {row['id']}", row["reach"]),
    )


def entities(rows: Iterable[Mapping[str, Any]]) -> None:
    """Print entities with all their names."""
    records(
        rows,
        lambda row: f"{row['kind']:13} {row['level']}  {row['name']}",
        lambda row: (
            _told("also written", [name for name in row["names"] if name != row["name"]]),
            f"{row['id']}  in {count(len(row['mentions']), 'place')}",
        ),
    )


def candidates(rows: Iterable[Mapping[str, Any]]) -> None:
    """Print pairs that wait for a judgement."""
    records(
        rows,
        lambda row: f"{row['left_name']}  ~  {row['right_name']}",
        lambda row: (
            _told("for", row["because"]),
            _told("against", row["against"] or ["nothing found"]),
            _told("namesakes", [row["chance"]] if row["chance"] else []),
            f"clew judge CASE {row['left_entity']} {row['right_entity']} same|different|unsure --why …",
        ),
    )


def hits(rows: Iterable[Mapping[str, Any]]) -> None:
    """Print hits; the level says what a hit is worth."""
    records(
        rows,
        lambda row: f"{row['level']}  {row['name']}  ~  {row['listed_name']}",
        lambda row: (
            f"{row['list']}, entry {row['entry']} ({row['programme']}), as of {row['as_of']}",
            f"{row['id']}  names alike: {row['score']:.0f} of 100",
            _told("for", row["because"]),
            _told("against", row["against"]),
        ),
    )


def screened(rows: Iterable[Mapping[str, Any]]) -> None:
    """Print, for each list snapshot, how many parties were compared with it, and which had hits."""
    page = Page()
    groups = groupby(rows, lambda row: (row["list"], row["as_of"]))
    empty = True
    for (list_, as_of), group in groups:
        empty = False
        some = list(group)
        met = [row["name"] for row in some if row["hits"]]
        nothing = len(some) - len(met)
        page.record(
            f"{list_} as it stood on {as_of}: {count(len(some), 'party')} screened, nothing found for {nothing:,}",
            [f"hits for: {', '.join(met[:PLACES_SHOWN])}{' …' if len(met) > PLACES_SHOWN else ''}" if met else ""],
        )
    if empty:
        page.say("No party was compared with any list: there is none, or no run since.")


def gaps(rows: Iterable[Mapping[str, Any]]) -> None:
    """Print gaps."""
    records(
        rows,
        lambda row: (
            f"{row['kind'].replace('_', ' ')}: {row['path']}{', page ' + str(row['page']) if row['page'] else ''}"
        ),
        lambda row: (shorten(row["detail"]),),
    )


def lists(rows: Iterable[Mapping[str, Any]]) -> None:
    """Print list snapshots."""
    records(
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
            for line in tell_ledger(Entry(**entry) for entry in row["ledger"]):
                page.say(line, by=2, hang=2)
            page.say(f"{row['id']}  {tell_standing(row)}", by=2, style="dim", hang=2)
        found += len(alike)
    if not found:
        page.say("No finding stands on the documents in this case.")


def shown(record: Shown) -> None:
    """Print any record: what it is, its words, where."""
    page = Page()
    page.say(f"{record.kind}  {record.id}", style="bold")
    page.say(record.says, by=2)
    for place in record.places[:PLACES_SHOWN]:
        page.say(f"{place.role}: “{place.text}”", by=2, hang=2)
        page.say(tell_where(place), by=4, style="dim")
    if len(record.places) > PLACES_SHOWN:
        page.say(f"… and {len(record.places) - PLACES_SHOWN} more places", by=2)
    held(page, record.holds)
    if said := record.record.get("kind_by"):
        page.say("Of its kind by:", by=2)
        for line in said:
            page.say(line, by=4, mark="- ")
    if record.kind == "judgement":
        reasons(page, record.record["reasons"])
    for name, value in record.record.items():
        if name not in TOLD and value not in (None, "", [], {}):
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


def _told(what: str, items: Iterable[str]) -> str:
    text = "; ".join(items or ())
    return f"{what}: {text}" if text else ""


def results(found: Results) -> None:
    """Print where words stand, each with what stands around it, and how the pages divide."""
    page = Page()
    for place in found.places:
        page.say(f"{place.path}, {_place_words(place)}", hang=5)
        page.say(f"…{_marked(place)}…", by=5)
    shown = f", the best {len(found.places)} shown" if found.total > len(found.places) else ""
    page.say(f"{count(found.total, 'page')}{shown}.")
    for name, values in found.facets.items():
        told = ", ".join(f"{value.replace('_', ' ') or 'none'} {number:,}" for value, number in values.items())
        if told:
            page.say(f"{name.replace('_', ' ')}: {told}", by=2, hang=2, style="dim")


def _place_words(place: Place) -> str:
    first = f"characters {place.spans[0][0]}-{place.spans[0][1]}" if place.spans else "the whole page"
    cell = f", row {place.cell[1] + 1}, column {place.cell[2] + 1}" if place.cell else ""
    more = f", and {len(place.spans) - 1} more" if len(place.spans) > 1 else ""
    return f"{place.label or f'page {place.page}'}{cell}, {first}{more}"


def _marked(place: Place) -> str:
    """Return the snippet with the words that match in brackets."""
    parts, at = [], 0
    for start, stop in place.spans:
        left, right = start - place.start, stop - place.start
        if at <= left and right <= len(place.snippet):
            parts += [place.snippet[at:left], "[", place.snippet[left:right], "]"]
            at = right
    return " ".join("".join([*parts, place.snippet[at:]]).split())
