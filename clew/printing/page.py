"""Text in; lines on a terminal out, never cropped, with what could move the cursor made harmless."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from rich.console import Console
from rich.text import Text

NARROWEST = 24  # columns left for words, however deep they are indented


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


def records(
    rows: Iterable[Mapping[str, Any]],
    head: Callable[[Mapping[str, Any]], str],
    notes: Callable[[Mapping[str, Any]], Iterable[str]],
) -> None:
    """Print a record each: a line, and what belongs to it below; "None." where there is none."""
    page = Page()
    empty = True
    for row in rows:
        empty = False
        page.record(head(row), notes(row))
    if empty:
        page.say("None.")
