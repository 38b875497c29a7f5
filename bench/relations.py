"""Scores relations out of English prose on public sets: re3d (defence reports) and CORE (relations between firms).

    python bench/relations.py [--sets re3d core]

The sets lie under ../shared/data/ and are no part of the project. What is mapped, and how pairs are compared:

re3d: BelongsTo to employee_of, member_of; InChargeOf to director_of, controls, owns, represents; CoLocated to
    located_in, visits, travels_to; IsSynonymOf to alias_of; CommWith to meets, cooperates_with.
CORE: shareholder_of, subsidiary_of and acquired_by to owns and controls ("owning"); client_of
    to supplied, billed, paid; collaboration to cooperates_with. One pair is annotated in a sentence, so a relation
    between other words of it is not counted; `undefined` and relations without a word of ours count as none.

Both ends must overlap the two annotated spans; which is first is not compared. KnowledgeNet is not scored: the file at hand
holds passages without their facts. Emitted are claims with a mapped predicate that are affirmed, whoever holds them. No rule was written from these texts.
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from clew.extract.document import Document
from clew.extract.prose import en
from clew.model.claim import Claim
from clew.model.source import Page

DATA = Path(__file__).resolve().parents[1].parent / "shared" / "data"
RE3D = {
    "BelongsTo": {"employee_of", "member_of"},
    "InChargeOf": {"director_of", "controls", "owns", "represents"},
    "CoLocated": {"located_in", "visits", "travels_to"},
    "IsSynonymOf": {"alias_of"},
    "CommWith": {"meets", "cooperates_with"},
}
OWNING = {"owns", "controls"}
CORE = {
    "shareholder_of": OWNING,
    "subsidiary_of": OWNING,
    "acquired_by": OWNING,
    "client_of": {"supplied", "billed", "paid"},
    "collaboration": {"cooperates_with"},
}


def main() -> None:
    """Print precision, recall and F1 of each mapped kind."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sets", nargs="+", choices=("re3d", "core"), default=["re3d", "core"])
    asked = parser.parse_args()
    if not DATA.is_dir():
        sys.exit(f"not scored: {DATA} is absent")
    for name in asked.sets:
        counts = _re3d() if name == "re3d" else _core()
        for kind in sorted({kind for _, kind in counts}):
            print(f"{name} {kind:15} {_line(counts, kind)}")


def _line(counts: Counter[tuple[str, str]], kind: str) -> str:
    right, emitted, wanted = (counts[part, kind] for part in ("right", "emitted", "wanted"))
    precision, recall = right / emitted if emitted else 0.0, right / wanted if wanted else 0.0
    both = 2 * precision * recall / (precision + recall) if right else 0.0
    return f"precision {precision:.2f} ({right} of {emitted})  recall {recall:.2f} ({right} of {wanted})  F1 {both:.2f}"


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    for line in path.read_text("utf-8-sig").splitlines():
        yield json.loads(line)


def _claims(name: str, text: str) -> tuple[Claim, ...]:
    page = Page(1, text)
    claims = en.extract(Document(name, "text/plain", (page,)), page, record_type="news").claims
    return tuple(claim for claim in claims if claim.polarity == "affirmed")


def _re3d() -> Counter[tuple[str, str]]:
    counts: Counter[tuple[str, str]] = Counter()
    for folder in sorted(path.parent for path in (DATA / "defence-reports").glob("*/documents.json")):
        gold = list(_lines(folder / "relations.json"))
        for document in _lines(folder / "documents.json"):
            claims = _claims(document["_id"], document["text"])
            wanted = [one for one in gold if one["documentId"] == document["_id"]]
            for kind, predicates in RE3D.items():
                _compare(counts, kind, [one for one in wanted if one["type"] == kind], _ends(claims, predicates))
    return counts


def _ends(claims: tuple[Claim, ...], predicates: set[str]) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """Return where subject and object of each relation stand, each pair once."""
    ends = []
    for claim in claims:
        if claim.predicate in predicates:
            place = {quote.role: (quote.span.start, quote.span.stop) for quote in reversed(claim.quotes)}
            if {"subject", "object"} <= place.keys():
                ends.append((place["subject"], place["object"]))
    return list(dict.fromkeys(ends))


def _compare(
    counts: Counter[tuple[str, str]],
    kind: str,
    wanted: list[dict[str, Any]],
    found: list[tuple[tuple[int, int], tuple[int, int]]],
) -> None:
    counts["wanted", kind] += len(wanted)
    counts["emitted", kind] += len(found)
    left = list(found)
    for one in wanted:
        source, target = (one["sourceBegin"], one["sourceEnd"]), (one["targetBegin"], one["targetEnd"])
        for pair in left:
            if (_meet(source, pair[0]) and _meet(target, pair[1])) or (
                _meet(source, pair[1]) and _meet(target, pair[0])
            ):
                left.remove(pair)
                counts["right", kind] += 1
                break


def _meet(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _core() -> Counter[tuple[str, str]]:
    counts: Counter[tuple[str, str]] = Counter()
    kinds = {"owning": OWNING, "client_of": CORE["client_of"], "collaboration": CORE["collaboration"]}
    for row in json.loads((DATA / "relations" / "train.json").read_text("utf-8")):
        text, places = _joined(row["context"])
        first = (places[row["e1_start"]][0], places[row["e1_end"]][1])
        second = (places[row["e2_start"]][0], places[row["e2_end"]][1])
        truth = "owning" if CORE.get(row["relation"]) is OWNING else row["relation"]
        claims = _claims(row["id"], text)
        for kind, predicates in kinds.items():
            pairs = _ends(claims, predicates)
            hit = any(
                (_meet(first, left) and _meet(second, right)) or (_meet(first, right) and _meet(second, left))
                for left, right in pairs
            )
            counts["wanted", kind] += truth == kind
            counts["emitted", kind] += hit
            counts["right", kind] += hit and truth == kind
    return counts


def _joined(words: list[str]) -> tuple[str, list[tuple[int, int]]]:
    """Return the words as one text, with where each stands; marks lean on the word before."""
    text, places = "", []
    for word in words:
        lean = word in {",", ".", ";", ":", ")", "'s", "%"} or not text or text.endswith(("(", "$"))
        text += ("" if lean else " ") + word
        places.append((len(text) - len(word), len(text)))
    return text, places


if __name__ == "__main__":
    main()
