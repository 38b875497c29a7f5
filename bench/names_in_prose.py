"""Scores names in Russian and Chinese prose on public sets, the Russian set's facts, and the speed of both languages.

    python bench/names_in_prose.py ../shared/data

Russian: FactRuEval 2016, development part. A name counts as found where a mention of its type shares a character with it, each
mention once; a place that acts as a body (LocOrg) may be found as either, as the task has it; a body that is only described
("the committee") is not asked for and not held against a mention of it. Chinese: CLUENER; address is a place; company,
government and organization are organizations; other types are not asked for, and a mention that meets one is not counted.
A fact is found where a relation of its kind has a party that shares a stem of five letters with each of its two ends.
"""

import argparse
import json
import re
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from clew.extract.document import Document, Extraction
from clew.extract.prose import ru, zh
from clew.model.claim import Mention
from clew.model.source import Page


class Wanted(NamedTuple):
    """A name of a set: where it stands, the kinds it may be found as, and the kind it is counted under."""

    start: int
    stop: int
    kinds: frozenset[str]
    counted: str  # empty: not asked for


_NAMES = {"name", "surname", "patronymic", "nickname", "loc_name", "org_name"}
_KINDS = {"Person": ("person",), "Location": ("place",), "LocOrg": ("place", "organization"), "Org": ("organization",)}
_CLUENER = {
    "name": "person",
    "address": "place",
    "company": "organization",
    "government": "organization",
    "organization": "organization",
}
_FACTS = {
    "Occupation": ({"employee_of", "director_of", "member_of", "represents"}, "Who", "Where"),
    "Ownership": ({"owns", "controls"}, "Owner", "Property"),
    "Deal": (
        {"supplied", "paid", "billed", "owns", "cooperates_with", "shipped", "delivered"},
        "Participant",
        "Participant",
    ),
    "Meeting": ({"meets", "visits"}, "Participant", "Participant"),
}


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    data = parser.parse_args().data
    started = time.process_time()
    _read(ru, "Завод, сообщил директор, закрыт.")
    print(f"Russian: loading {time.process_time() - started:.1f} CPU-s")
    texts = {path.stem: path.read_text("utf-8") for path in sorted((data / "russian-facts/devset").glob("*.txt"))}
    found = _timed(ru, texts)
    folder = data / "russian-facts/devset"
    _table(
        {stem: list(_factru(folder / stem, found[stem])) for stem in texts}, found, "FactRuEval 2016, development part"
    )
    _facts(folder, found)
    started = time.process_time()
    _read(zh, "公司表示，工厂已经关闭。")
    print(f"Chinese: loading {time.process_time() - started:.1f} CPU-s")
    rows = [json.loads(line) for line in (data / "chinese-names/dev.json").read_text("utf-8").splitlines() if line]
    lines = {str(number): row["text"] for number, row in enumerate(rows)}
    found = _timed(zh, lines)
    _table({str(number): list(_cluener(row)) for number, row in enumerate(rows)}, found, "CLUENER, development part")


def _read(language: object, text: str) -> Extraction:
    page = Page(1, text)
    return language.extract(Document("s-bench", "text/plain", (page,)), page, record_type="news")


def _timed(language: object, texts: dict[str, str]) -> dict[str, Extraction]:
    started = time.process_time()
    found = {stem: _read(language, text) for stem, text in texts.items()}
    spent = time.process_time() - started
    signs = sum(map(len, texts.values()))
    print(
        f"{len(texts)} texts, {signs:,} characters in {spent:.1f} CPU-s: {signs / spent:,.0f} characters a CPU-second, all of it"
    )
    return found


def _factru(stem: Path, _: Extraction) -> Iterator[Wanted]:
    spans = {}
    for line in stem.with_suffix(".spans").read_text("utf-8").splitlines():
        number, kind, start, length = line.split()[:4]
        spans[number] = (kind, int(start), int(start) + int(length))
    for line in stem.with_suffix(".objects").read_text("utf-8").splitlines():
        _, kind, *numbers = line.split("#", 1)[0].split()
        if kind not in _KINDS:
            continue
        own = [spans[number] for number in numbers if spans[number][0] in _NAMES]
        parts = own or [spans[number] for number in numbers]
        start, stop = min(part[1] for part in parts), max(part[2] for part in parts)
        yield Wanted(start, stop, frozenset(_KINDS[kind]), _KINDS[kind][0] if own else "")


def _cluener(row: dict) -> Iterator[Wanted]:
    for kind, names in row["label"].items():
        for places in names.values():
            for first, last in places:
                ours = _CLUENER.get(kind)
                yield Wanted(
                    first, last + 1, frozenset([ours] if ours else ["person", "place", "organization"]), ours or ""
                )


def _table(wanted: dict[str, list[Wanted]], found: dict[str, Extraction], title: str) -> None:
    right: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    emitted: Counter[str] = Counter()
    good: Counter[str] = Counter()
    for stem, names in wanted.items():
        left = [mention for mention in found[stem].mentions if mention.kind in {"person", "place", "organization"}]
        free = list(left)
        for name in sorted(names, key=lambda one: (not one.counted, one.start - one.stop)):
            asked[name.counted] += 1
            hit = next((one for one in free if one.kind in name.kinds and _meets(one, name)), None)
            if hit is not None:
                right[name.counted] += 1
                free.remove(hit)
        for mention in left:
            same = [name for name in names if _meets(mention, name)]
            if same and not any(name.counted for name in same):
                continue
            emitted[mention.kind] += 1
            good[mention.kind] += any(mention.kind in name.kinds for name in same)
    print(title)
    for kind in ("person", "place", "organization"):
        precision, recall = good[kind] / max(1, emitted[kind]), right[kind] / max(1, asked[kind])
        score = 2 * precision * recall / max(1e-9, precision + recall)
        print(
            f"  {kind:13} precision {precision:.3f} ({good[kind]} of {emitted[kind]})  recall {recall:.3f} ({right[kind]} of {asked[kind]})  F1 {score:.3f}"
        )


def _meets(mention: Mention, name: Wanted) -> bool:
    return mention.span.start < name.stop and name.start < mention.span.stop


def _facts(folder: Path, found: dict[str, Extraction]) -> None:
    asked: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for stem, extraction in found.items():
        path = folder / f"{stem}.facts"
        for block in re.split(r"\n\s*\n", path.read_text("utf-8") if path.exists() else ""):
            lines = block.strip().splitlines()
            kind = lines[0].split()[1] if lines and len(lines[0].split()) > 1 else ""
            if kind not in _FACTS:
                continue
            predicates, first, second = _FACTS[kind]
            ends = [
                [
                    line.split(maxsplit=2)[2]
                    for line in lines[1:]
                    if line.startswith(role) and len(line.split(maxsplit=2)) > 2
                ]
                for role in (first, second)
            ]
            asked[kind] += 1
            told = [
                (_stems(claim.subject), _stems(claim.object))
                for claim in extraction.claims
                if claim.predicate in predicates
            ]
            right[kind] += any(_told(pair, ends, same=first == second) for pair in told)
    print("  facts found:", ", ".join(f"{kind} {right[kind]} of {asked[kind]}" for kind in _FACTS))


def _told(pair: tuple[set[str], set[str]], ends: list[list[str]], *, same: bool) -> bool:
    left, right = pair
    if same:
        hits = [any(left & _stems(end) for end in ends[0]), any(right & _stems(end) for end in ends[0])]
        return all(hits)
    ways = ((left, right), (right, left))
    return any(
        (not ends[0] or any(one & _stems(end) for end in ends[0]))
        and (not ends[1] or any(two & _stems(end) for end in ends[1]))
        for one, two in ways
    )


def _stems(text: str) -> set[str]:
    return {word.lower()[:5] for word in re.findall(r"\w{3,}", text)}


if __name__ == "__main__":
    main()
