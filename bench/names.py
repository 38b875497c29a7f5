"""Measures names: Clew, nomenklatura and rapidfuzz on the same questions, lists and machine, in one run.

    python bench/names.py [--data ../shared/data] [--nomenklatura-python PATH]

Recall of the true entry at the score from which 1, 2 and 5 % of innocent names alert, for each class of question; CPU seconds of
the process (never wall time) for each question. How both grow with the list is for `names_scale.py`. `names_queries.py` makes the
questions; nomenklatura 4.17.4 (its own index in batches of 500, then logic-v2) runs in an environment of its own.
"""

import argparse
import json
import os
import subprocess
import tempfile
import time
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import names_queries as made
import numpy as np
from rapidfuzz import fuzz, process

from clew.naming.index import NameIndex
from clew.naming.pairs import score_pairs

SHARES = (0.01, 0.02, 0.05)
SEED = 11
KINDS = {"Person": "person", "Company": "organization", "Organization": "organization"}
Answers = list[list[tuple[str, float]]]  # for each question: entry and score


class Row(NamedTuple):
    """One class of question and one system."""

    count: int
    recall: tuple[float, ...]  # at SHARES
    best_right: float
    found: float


def table(questions: made.Questions, answers: Answers) -> dict[str, Row]:
    """Return a row for each class; the answers to innocents stand behind those to the questions."""
    count = len(questions.asked)
    innocent = [max((score for _, score in answer), default=0.0) for answer in answers[count:]]
    limits = [float(np.quantile(innocent, 1 - share)) for share in SHARES]
    by_class: dict[str, list[tuple[float, ...]]] = defaultdict(list)
    for (label, _, _, entry), answer in zip(questions.asked, answers[:count], strict=True):
        true = max((score for key, score in answer if key == entry), default=-1.0)
        best = max((score for _, score in answer), default=-1.0)
        by_class[label].append((*(float(true > limit) for limit in limits), float(0 <= true >= best), float(true >= 0)))
    rows = {}
    for label, values in by_class.items():
        means = np.mean(values, axis=0).tolist()
        rows[label] = Row(len(values), tuple(means[:3]), means[3], means[4])
    return rows


def ask_clew(questions: made.Questions, innocents: list[tuple[str, str]]) -> tuple[Answers, float, float]:
    """Return answers, CPU seconds for all questions, and CPU seconds to build."""
    owners = [key for key, (_, names) in questions.index.items() for _ in names]
    started = time.process_time()
    index = NameIndex.build((name, kind) for kind, names in questions.index.values() for name in names)
    built = time.process_time() - started
    asked = [(name, kind) for _, name, kind, _ in questions.asked] + innocents
    started = time.process_time()
    found = index.search(asked)
    seconds = time.process_time() - started
    answers: Answers = [[] for _ in asked]
    for number, place, score in zip(found.asked.tolist(), found.position.tolist(), found.score.tolist(), strict=True):
        answers[number].append((owners[place], score))
    return answers, seconds, built


def ask_brute(questions: made.Questions, innocents: list[tuple[str, str]]) -> tuple[Answers, float]:
    """Return answers by the likeness of sorted letters against every name of the kind, and CPU seconds."""
    asked = [(name, kind) for _, name, kind, _ in questions.asked] + innocents
    answers: Answers = [[] for _ in asked]
    started = time.process_time()
    for kind in ("person", "organization"):
        listed = [
            (key, name) for key, (own, names) in questions.index.items() if own in (kind, "unknown") for name in names
        ]
        texts = [_sorted(name) for _, name in listed]
        places = [n for n, (_, own) in enumerate(asked) if own == kind]
        for start in range(0, len(places), 500):
            part = places[start : start + 500]
            scores = process.cdist([_sorted(asked[n][0]) for n in part], texts, scorer=fuzz.ratio, score_cutoff=40)
            best = np.argpartition(-scores, 40, axis=1)[:, :40]
            for row, number in enumerate(part):
                answers[number] = [(listed[place][0], float(scores[row, place])) for place in best[row].tolist()]
    return answers, time.process_time() - started


def _sorted(name: str) -> str:
    return " ".join(sorted(name.lower().replace(",", " ").replace("-", " ").split()))


def ask_nomenklatura(
    python: Path,
    questions: made.Questions,
    innocents: list[tuple[str, str]],
    pairs: Sequence[tuple[str, str, list[str], bool]],
) -> dict[str, object]:
    """Return what bench/names_nomenklatura.py wrote."""
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder) / "in.json", Path(folder) / "out.json"
        made.dump(source, questions, innocents, list(pairs))
        script = Path(__file__).with_name("names_nomenklatura.py")
        subprocess.run([str(python), str(script), str(source), str(target)], check=True)
        return dict(json.loads(target.read_text(encoding="utf-8")))


def show(systems: dict[str, dict[str, Row]]) -> None:
    """Print recall at each share for each class, and the mean over classes."""
    names = list(systems)
    print(f"{'class':28} {'n':>5}  " + "  ".join(f"{name:^32}" for name in names))
    print(f"{'':28} {'':5}  " + "  ".join(f"{'1 %':>6} {'2 %':>6} {'5 %':>6} {'best':>6}    " for _ in names))
    labels = list(next(iter(systems.values())))
    for label in labels:
        cells = [(*rows[label].recall, rows[label].best_right) for rows in systems.values()]
        count = next(iter(systems.values()))[label].count
        print(
            f"{label:28} {count:5}  "
            + "  ".join(" ".join(f"{value:6.3f}" for value in cell) + "    " for cell in cells)
        )
    means = [np.mean([(*row.recall, row.best_right) for row in rows.values()], axis=0) for rows in systems.values()]
    print(
        f"{'mean over classes':28} {'':5}  "
        + "  ".join(" ".join(f"{value:6.3f}" for value in mean) + "    " for mean in means)
    )


def labelled(pairs: Sequence[tuple[str, str, list[str], bool]]) -> list[float]:
    """Return Clew's score of each labelled pair: the best of the names."""
    flat = [(left, right, KINDS.get(schema, "unknown")) for schema, left, names, _ in pairs for right in names]
    owner = [number for number, pair in enumerate(pairs) for _ in pair[2]]
    best = np.zeros(len(pairs), np.float32)
    np.maximum.at(best, owner, score_pairs(flat))
    return [float(score) for score in best]


def f1(scores: Sequence[float], truth: Sequence[bool], limit: float) -> float:
    """Return the F1 of scores from a limit on."""
    right = sum(score >= limit and same for score, same in zip(scores, truth, strict=True))
    return 2 * right / max(1, sum(score >= limit for score in scores) + sum(truth))


def best_f1(scores: Sequence[float], truth: Sequence[bool]) -> float:
    """Return the F1 at the best limit for these very pairs: an upper bound for either side."""
    return max(f1(scores, truth, limit) for limit in sorted(set(scores)))


def main() -> None:
    """Run what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path(__file__).parents[2] / "shared" / "data")
    parser.add_argument("--nomenklatura-python", type=Path)
    options = parser.parse_args()
    questions, pairs = made.questions(options.data, SEED), made.labelled_pairs(options.data)
    innocents = made.innocents(options.data, made.read_ofac(options.data / "lists"))
    answers, seconds, built = ask_clew(questions, innocents)
    count = len(answers)
    systems = {"clew": table(questions, answers)}
    brute, brute_seconds = ask_brute(questions, innocents)
    systems["sorted letters, brute force"] = table(questions, brute)
    print(f"{len(questions.asked)} questions, {len(innocents)} innocents, {len(questions.index)} entries")
    print(
        f"clew: {seconds / count * 1e3:.3f} ms CPU a question, built in {built:.1f} s; brute force {brute_seconds / count * 1e3:.3f} ms"
    )
    every = [pair for group in pairs.values() for pair in group]
    theirs: list[float] = []
    if options.nomenklatura_python:
        out = ask_nomenklatura(options.nomenklatura_python, questions, innocents, every)
        systems["nomenklatura"] = table(questions, out["queries"])  # type: ignore[arg-type]
        theirs = list(out["pairs"])  # type: ignore[call-overload]
        spent = float(out["seconds"])  # type: ignore[arg-type]
        print(f"nomenklatura: {spent / count * 1e3:.3f} ms CPU a question, {spent / seconds:.0f} times clew's")
    show(systems)
    start = 0
    for name, group in pairs.items():
        truth = [pair[3] for pair in group]
        line = f"{name}: {len(group)} pairs, F1 at the best limit: clew {best_f1(labelled(group), truth):.3f}"
        other = theirs[start : start + len(group)]
        print(
            line
            + (f", logic-v2 {best_f1(other, truth):.3f} (at its own 0.7: {f1(other, truth, 0.7):.3f})" if other else "")
        )
        start += len(group)
    natives(options.data, options.nomenklatura_python)


def natives(data: Path, python: Path | None) -> None:
    """Print recall for names in their own script against Latin names; innocents are those that are on no list."""
    questions = made.native_questions(data)
    innocents = made.innocents(data, made.read_ofac(data / "lists"), with_un=False)
    answers, _, _ = ask_clew(questions, innocents)
    systems = {"clew": table(questions, answers)}
    if python:
        out = ask_nomenklatura(python, questions, innocents, [])
        systems["nomenklatura"] = table(questions, out["queries"])  # type: ignore[arg-type]
    show(systems)


if __name__ == "__main__":
    main()
