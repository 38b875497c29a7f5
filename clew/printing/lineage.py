"""Retellings and ties in; tables for people out."""

from collections.abc import Iterable, Mapping
from itertools import groupby
from typing import Any

from clew.printing.page import Page, count
from clew.report.wording import in_words


def retellings(rows: Iterable[Mapping[str, Any]]) -> None:
    """Print each claim that several items carry, and below it how each tells it."""
    page, empty = Page(), True
    for (claim, finding), group in groupby(rows, key=lambda row: (row["claim"], row["finding"])):
        tellings = list(group)
        if not empty:
            page.say()
        empty = False
        number = len({row["origin"] for row in tellings})
        page.say(f"{claim}", style="bold", hang=2)
        found = f"  {finding}" if tellings[0]["found"] else ""
        page.say(f"{count(len(tellings), 'item')}, {count(number, 'origin')}{found}", by=2, style="dim")
        for row in tellings:
            page.say(f"{row['path']}{', ' + row['day'] if row['day'] else ''}: {_told(row)}", by=2, hang=4)
            for difference in row["differences"]:
                page.say(difference, by=6, mark="≠ ", hang=0)
    if empty:
        page.say("No claim is carried by two items.")


def ties(rows: Iterable[Mapping[str, Any]]) -> None:
    """Print what makes two sources one origin."""
    page, empty = Page(), True
    for row in rows:
        empty = False
        page.record(f"{in_words(row['kind'])}: {row['left_path']}  ~  {row['right_path']}", (row["basis"],))
    if empty:
        page.say("None.")


def requests(rows: Iterable[Mapping[str, Any]]) -> None:
    """Print whom a person asked for a reply, and what became of it."""
    page, empty = Page(), True
    for row in rows:
        empty = False
        state = (
            f"answered in {row['answer_path'] or row['answer']}"
            if row["answer"]
            else "closed"
            if row["closed_at"]
            else "open"
        )
        asked = f"asked on {row['asked_on']} by {row['channel']} about {row['finding']}, deadline {row['deadline']}"
        page.record(f"{row['id']}  {row['party']}: {state}", (asked, f"recorded by {row['asked_by']}"))
    if empty:
        page.say("Nobody was asked, as far as the case records.")


def _told(row: Mapping[str, Any]) -> str:
    parts = [
        ", ".join(in_words(stance) for stance in row["stances"]),
        ", ".join(in_words(modality) for modality in row["modalities"]),
        *(f"since {time}" for time in row["times"]),
        *row["numbers"],
        *(f"hedged “{hedge}”" for hedge in row["hedges"]),
        *(f"quotation {quotation}" for quotation in row["quotations"]),
    ]
    return "; ".join(part for part in parts if part)
