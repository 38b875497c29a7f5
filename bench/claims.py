"""Scores who says what, and the relations in it, on the annotated sentences of a language, or of one of its splits.

    python bench/claims.py en [--split dev|test] [--show]

Annotated sentences: bench/prose/LANGUAGE.jsonl; how they were annotated: docs/how-to/annotate-prose.md. Tokens are words; in
Chinese, characters. A span is usable from a token F1 of 0.5 with the annotated one. Precision is over what is emitted and
placed; what is kept as `unknown`, for a person to place, is counted beside it and is a miss.
"""

import argparse
import importlib
import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from clew.extract.document import Document
from clew.model.claim import Claim
from clew.model.source import Page

SETS = Path(__file__).parent / "prose"
RECORD_TYPES = {"news": "news", "statement": "statement", "letter": "letter", "mail": "mail"}
USABLE = 0.5  # token F1
ATTRIBUTING = {"says", "responds", "accuses", "rests_on"}
SYMMETRIC = {"meets", "cooperates_with", "alias_of"}
OWN_VOICE = {"reported", "party_says", "record_states"}  # stances of a claim that nobody is named for
FIELDS = ("span", "holder", "stance", "polarity", "modality", "relation")
_TOKEN = re.compile(r"[\u3400-\u9fff]|[^\W_]+")
_SMALL = {"the", "a", "an"}


@dataclass
class Unit:
    """What one holder says in one run of words: the claims that share them."""

    holders: tuple[str, ...]
    stance: str
    content: str
    claims: list[Claim] = field(default_factory=list)


@dataclass
class Tally:
    """Counts behind one table."""

    right: Counter[str] = field(default_factory=Counter)
    emitted: Counter[str] = field(default_factory=Counter)
    wanted: Counter[str] = field(default_factory=Counter)
    queued: int = 0
    attributed: int = 0  # sentences
    false_author: int = 0  # of them, with a claim in the author's own voice out of an attributed span
    notes: list[str] = field(default_factory=list)

    def line(self, name: str) -> str:
        """Return precision and recall of one field, in per cent, with their counts."""
        right, emitted, wanted = self.right[name], self.emitted[name], self.wanted[name]
        return (
            f"{name:20} precision {_percent(right, emitted)} ({right} of {emitted})   "
            f"recall {_percent(right, wanted)} ({right} of {wanted})"
        )


def main() -> None:
    """Print the table of one language."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("language")
    parser.add_argument("--split", choices=("dev", "test"))
    parser.add_argument("--file", type=Path, help="another file of the same form")
    parser.add_argument("--show", action="store_true", help="print what was missed and what was wrong")
    asked = parser.parse_args()
    rows = [
        json.loads(line) for line in (asked.file or SETS / f"{asked.language}.jsonl").read_text("utf-8").splitlines()
    ]
    rows = [row for row in rows if asked.split in (None, row["split"])]
    tally = score(rows, asked.language)
    if asked.show:
        print("\n".join(tally.notes))
    print(f"{asked.language}, {asked.split or 'all'}: {len(rows)} texts, {tally.attributed} of them attributed")
    for name in ("holder+stance+span", *FIELDS):
        print(tally.line(name))
    print(f"kept as unknown, for review: {tally.queued}")
    rate = _percent(tally.false_author, tally.attributed)
    print(f"false author's voice: {rate} of attributed texts ({tally.false_author} of {tally.attributed})")


def score(rows: Iterable[dict[str, Any]], language: str) -> Tally:
    """Return the counts over these annotated texts."""
    shelf = importlib.import_module(f"clew.extract.prose.{language}")
    tally = Tally()
    for row in rows:
        page = Page(1, row["text"])
        document = Document(row["id"], "text/plain", (page,))
        claims = shelf.extract(document, page, record_type=RECORD_TYPES[row["genre"]]).claims
        _attributions(row, claims, tally)
        _relations(row, claims, tally)
    return tally


def _attributions(row: dict[str, Any], claims: Iterable[Claim], tally: Tally) -> None:
    said = [one for one in row["claims"] if not _is_own(one["holders"], one["stance"])]
    gold = list({(tuple(one["holders"]), one["stance"], one["span"]): one for one in said}.values())
    required = [one for one in gold if not one.get("optional")]
    units = list(_units(claims))
    placed = [unit for unit in units if not (unit.stance == "unknown" and not unit.holders)]
    queued = [unit for unit in units if unit.stance == "unknown" and not unit.holders]
    pairs = _paired(gold, placed)
    unknown = [one for one in gold if one["stance"] == "unknown"]
    for one in unknown:  # nobody is named: kept as unknown is right
        found = next((unit for unit in queued if _alike(unit.content, one["span"]) >= USABLE), None)
        if found is not None and not any(each is one for each, _ in pairs):
            pairs.append((one, found))
            placed.append(found)
            queued.remove(found)
    tally.queued += len(queued)
    false = _false_author(said, claims)
    tally.attributed += bool(required)
    tally.false_author += bool(required) and bool(false)
    matched = [one for one, _ in pairs]
    for name in ("span", "holder", "stance", "holder+stance+span", "polarity"):
        tally.emitted[name] += len(placed) + (len(false) if name == "holder+stance+span" else 0)
        tally.wanted[name] += sum(not one.get("optional") or any(one is other for other in matched) for one in gold)
    for one, unit in pairs:
        holder, stance = _same_holders(one["holders"], unit.holders), _same_stance(one, unit.stance)
        polarity = any(claim.polarity == one["polarity"] for claim in unit.claims)
        outcome = {"span": True, "holder": holder, "stance": stance, "polarity": polarity}
        tally.right.update({name: int(ok) for name, ok in outcome.items()})
        tally.right["holder+stance+span"] += holder and stance
        if not (holder and stance):
            tally.notes.append(
                f"WRONG {row['text']}\n   want {_told(one)}\n   got  {unit.holders} {unit.stance} {unit.content!r}"
            )
    for one in required:
        if not any(one is other for other in matched):
            tally.notes.append(
                f"MISSED {row['text']}\n   want {_told(one)}\n   queued {[unit.content for unit in queued]}"
            )
    for unit in placed:
        if not any(unit is other for _, other in pairs):
            tally.notes.append(f"EXTRA {row['text']}\n   got  {unit.holders} {unit.stance} {unit.content!r}")
    tally.notes.extend(
        f"AUTHOR {row['text']}\n   got  {claim.subject} {claim.predicate} {claim.object}" for claim in false
    )


def _units(claims: Iterable[Claim]) -> Iterator[Unit]:
    """Yield what is said, by whom; a relation out of the words of a statement is part of that statement."""
    units: list[Unit] = []
    ordered = sorted(claims, key=lambda claim: claim.predicate not in ATTRIBUTING)
    for claim in ordered:
        if _is_own(claim.holders, claim.stance):
            continue
        content = content_of(claim)
        # Who did not respond is the subject; whoever tells of it holds it.
        holders = (*claim.holders, claim.subject) if claim.stance == "no_response" else claim.holders
        home = next(
            (
                unit
                for unit in units
                if unit.holders == holders and unit.stance == claim.stance and _within(content, unit.content)
            ),
            None,
        )
        if home is None:
            units.append(Unit(holders, claim.stance, content, [claim]))
        else:
            home.claims.append(claim)
    yield from units


def content_of(claim: Claim) -> str:
    """Return the words of what is held: the quotes with the role content, else the object of a statement, else all."""
    for role in ("content", "object") if claim.predicate in ATTRIBUTING else ("content",):
        words = [quote.text for quote in claim.quotes if quote.role == role]
        if words:
            return " ".join(words)
    if claim.predicate in ATTRIBUTING:
        return " ".join(quote.text for quote in claim.quotes if quote.role == "cue") or claim.object
    return claim.quotes[0].text


def _paired(gold: list[dict[str, Any]], units: list[Unit]) -> list[tuple[dict[str, Any], Unit]]:
    """Pair what was annotated with what was found, each once, the best first."""
    ranked = sorted(
        (
            (
                _same_holders(one["holders"], unit.holders) + _same_stance(one, unit.stance),
                _alike(unit.content, one["span"]),
                -number,
                -other,
            )
            for number, one in enumerate(gold)
            for other, unit in enumerate(units)
            if _usable(one, unit)
        ),
        reverse=True,
    )
    used: set[tuple[str, int]] = set()
    pairs = []
    for _, _, number, other in ranked:
        keys = {("gold", -number), ("unit", -other)}
        if not keys & used:
            used |= keys
            pairs.append((gold[-number], units[-other]))
    return pairs


def _usable(one: dict[str, Any], unit: Unit) -> bool:
    # Of a non-response the words are the cue and what about: any of them will do.
    least = 0.01 if one["stance"] == unit.stance == "no_response" else USABLE
    return _alike(unit.content, one["span"]) >= least or (
        one["stance"] == unit.stance == "no_response" and _same_holders(one["holders"], unit.holders)
    )


def _false_author(said: list[dict[str, Any]], claims: Iterable[Claim]) -> list[Claim]:
    """Return the claims in the author's own voice whose two ends stand in words that somebody else holds."""
    found = []
    for claim in claims:
        if not _is_own(claim.holders, claim.stance) or claim.predicate in ATTRIBUTING:
            continue
        if any(claim.subject in one["span"] and claim.object in one["span"] for one in said):
            found.append(claim)
    return found


def _relations(row: dict[str, Any], claims: Iterable[Claim], tally: Tally) -> None:
    gold = [one for one in row["claims"] if one["relation"]]
    found = [claim for claim in claims if claim.predicate not in ATTRIBUTING]
    tally.wanted["relation"] += len(gold)
    tally.emitted["relation"] += len(found)
    tally.wanted["modality"] += len(gold)
    tally.emitted["modality"] += len(found)
    left = list(found)
    for one in gold:
        match = next((claim for claim in left if _same_relation(one["relation"], claim)), None)
        if match is None:
            tally.notes.append(f"NO RELATION {row['text']}\n   want {one['relation']}")
            continue
        left.remove(match)
        held = _same_holders(one["holders"], match.holders) and _same_stance(one, match.stance)
        right = held and match.polarity == one["polarity"]
        tally.right["relation"] += right
        tally.right["modality"] += match.modality == one["modality"]
        if not right or match.modality != one["modality"]:
            got = (match.holders, match.stance, match.polarity, match.modality)
            tally.notes.append(
                f"RELATION HELD OTHERWISE {row['text']}\n   want {_told(one)} {one['modality']}\n   got  {got}"
            )
    for claim in left:
        tally.notes.append(f"EXTRA RELATION {row['text']}\n   got  {claim.subject} {claim.predicate} {claim.object}")


def _same_relation(wanted: dict[str, Any], claim: Claim) -> bool:
    if wanted["predicate"] != claim.predicate:
        return False
    ways = [(claim.subject, claim.object)]
    ways += [(claim.object, claim.subject)] if claim.predicate in SYMMETRIC else []
    return any(
        _alike(left, wanted["subject"]) >= USABLE and _alike(right, wanted["object"]) >= USABLE for left, right in ways
    )


def _is_own(holders: Iterable[str], stance: str) -> bool:
    return not list(holders) and stance in OWN_VOICE


def _same_holders(wanted: list[str], found: tuple[str, ...]) -> bool:
    if len(wanted) != len(found):
        return False
    return all(
        any(_alike(choice, holder) >= USABLE for choice in want.split(" / "))
        for want, holder in zip(wanted, found, strict=True)
    )


def _same_stance(wanted: dict[str, Any], found: str) -> bool:
    return found in (wanted["stance"], wanted.get("also_stance")) or wanted.get("also_stance") == "*"


def _tokens(text: str) -> Counter[str]:
    return Counter(token for token in map(str.lower, _TOKEN.findall(text)) if token not in _SMALL)


def _alike(left: str, right: str) -> float:
    """Return the F1 of the tokens of two texts, 0 to 1."""
    ours, theirs = _tokens(left), _tokens(right)
    shared = sum((ours & theirs).values())
    return 2 * shared / (sum(ours.values()) + sum(theirs.values())) if shared else 0.0


def _within(part: str, whole: str) -> bool:
    return not _tokens(part) - _tokens(whole)


def _told(one: dict[str, Any]) -> str:
    return f"{one['holders']} {one['stance']} {one['span']!r}"


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:5.1f} %" if whole else " none "


if __name__ == "__main__":
    sys.exit(main())
