"""Compare findings with the truth of an invented case.

    clew findings CASE --json | python examples/score.py examples/kept/truth.json
    python examples/score.py TRUTH FINDINGS.jsonl

In: `truth.json` and findings as JSON Lines (type, sentence, slots). Out: for each type what was expected, found, missed
and false; exit 1 if anything was missed or false.
"""

import argparse
import json
import re
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

SLOTS = {  # the slots that must agree, by type, and how each is compared
    "F01": {"person": "name", "place": "name", "at_least": "number"},
    "F03": {"person": "name", "stated": "name", "assessed": "name"},
    "F05": {"seller": "name", "intermediary": "name", "buyer": "name", "item": "code"},
    "F06": {"party": "name", "list": "part", "document": "code", "date": "code", "status": "status"},
}

Record = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Row:
    """The count of one type."""

    type: str
    expected: int
    found: int
    missed: tuple[Record, ...]
    false: tuple[Record, ...]


@dataclass(frozen=True, slots=True)
class Score:
    """How findings compare with the truth, one row a type."""

    rows: tuple[Row, ...]

    @property
    def clean(self) -> bool:
        """Say whether nothing was missed and nothing was false."""
        return not any(row.missed or row.false for row in self.rows)

    def lines(self) -> list[str]:
        """Return the table and, below it, every miss and every false finding."""
        lines = [f"{'type':6}{'expected':>10}{'found':>7}{'missed':>8}{'false':>7}"]
        lines += [f"{r.type:6}{r.expected:>10}{r.found:>7}{len(r.missed):>8}{len(r.false):>7}" for r in self.rows]
        for row in self.rows:
            lines += [f"missed {row.type}: {_told(wanted)}" for wanted in row.missed]
            lines += [f"false  {row.type}: {finding.get('sentence', '')}" for finding in row.false]
        return lines


def score(findings: Iterable[Record], truth: Mapping[str, object]) -> Score:
    """Return the score of findings against a case's truth.

    Findings of types the truth does not speak of are left out. A second finding of the same expected thing is false;
    one that the truth lists under `may_appear` is neither found nor false.
    """
    given, wanted = list(findings), _records(truth, "findings")
    allowed = _records(truth, "may_appear")
    return Score(tuple(_row(kind, given, wanted, allowed) for kind in SLOTS))


def _records(truth: Mapping[str, object], name: str) -> list[Record]:
    found = truth.get(name, [])
    return list(found) if isinstance(found, list) else []


def _row(kind: str, given: list[Record], wanted: list[Record], allowed: list[Record]) -> Row:
    mine = [finding for finding in given if finding["type"] == kind]
    open_wants = [want for want in wanted if want["type"] == kind]
    expected, false = len(open_wants), []
    for finding in mine:
        match = next((want for want in open_wants if agrees(finding, want)), None)
        if match is not None:
            open_wants.remove(match)
        elif not any(want["type"] == kind and agrees(finding, want) for want in allowed):
            false.append(finding)
    return Row(kind, expected, expected - len(open_wants), tuple(open_wants), tuple(false))


def agrees(finding: Record, want: Record) -> bool:
    """Say whether a finding's slots say what the truth says; a field the truth leaves out is not compared."""
    values = _slots(finding)
    compared = {name: how for name, how in SLOTS[str(want["type"])].items() if name in want}
    return all(_same(how, values.get(name, []), want[name]) for name, how in compared.items())


def _slots(finding: Record) -> dict[str, list[str]]:
    slots = finding.get("slots", [])
    values: dict[str, list[str]] = {}
    for slot in slots if isinstance(slots, Sequence) else []:
        values.setdefault(str(slot["name"]), []).append(str(slot["value"]))
    return values


def _same(how: str, values: list[str], want: object) -> bool:
    forms = [str(form) for form in want] if isinstance(want, list) else [str(want)]
    return any(_COMPARED[how](_folded(value), _folded(form)) for value in values for form in forms)


def _folded(text: str) -> str:
    return " ".join(text.casefold().replace("ё", "е").split())


def _has(value: str, form: str) -> bool:
    """Say whether the value holds the form as whole words; Han has no spaces, so there any place will do."""
    start = r"(?<!\w)" if form[:1].isascii() or (form[:1].isalpha() and not _is_han(form[:1])) else ""
    stop = r"(?!\w)" if form[-1:].isascii() or (form[-1:].isalpha() and not _is_han(form[-1:])) else ""
    return bool(form) and re.search(start + re.escape(form) + stop, value) is not None


def _is_han(char: str) -> bool:
    return "㐀" <= char <= "鿿"


def _number(value: str, form: str) -> bool:
    return re.findall(r"\d+", value) == [form]


_COMPARED: dict[str, Callable[[str, str], bool]] = {
    "name": lambda value, form: _has(value, form) or (bool(value) and _has(form, value)),
    "code": _has,
    "part": lambda value, form: form in value,
    "number": _number,
    "status": lambda value, form: value.replace(" ", "_").startswith(form),  # "not listed until 2025-04-14"
}


def _told(want: Record) -> str:
    return ", ".join(
        f"{name} {value[0] if isinstance(value, list) else value}" for name, value in want.items() if name != "type"
    )


def main() -> None:
    """Print the score; exit 1 if anything was missed or false."""
    parser = argparse.ArgumentParser(description="Compare Clew's findings with the truth of an invented case.")
    parser.add_argument("truth", type=Path, help="truth.json of the case")
    parser.add_argument(
        "findings", type=Path, nargs="?", help="JSON Lines from `clew findings CASE --json` (default: standard input)"
    )
    options = parser.parse_args()
    text = options.findings.read_text(encoding="utf-8") if options.findings else sys.stdin.read()
    found = score(
        [json.loads(line) for line in text.splitlines() if line.strip()],
        json.loads(options.truth.read_text(encoding="utf-8")),
    )
    print("\n".join(found.lines()))
    sys.exit(0 if found.clean else 1)


if __name__ == "__main__":
    main()
