"""Records linked with weights learned from them: pairs found and strangers paired, and CPU seconds as tables grow.

    python bench/linking.py [--data ../shared/data/names] [--rows 10000 100000]

In: `fake_1000.csv` of Splink's own data sets, where it is (a thousand rows with their truth), and invented tables
of any size. Out: recall and precision at four weights, beside the plain rule "name and day of birth equal"; CPU seconds.
Every figure is of one run on this machine; seconds are of this process.
"""

import argparse
import csv
import random
import time
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path

from clew.model.names import fold
from clew.resolve.likeness import Fields, alike

GIVEN = [
    "ivan",
    "petr",
    "sergei",
    "oleg",
    "anna",
    "olga",
    "irina",
    "pavel",
    "maria",
    "dmitri",
    "elena",
    "boris",
    "vera",
    "nikolai",
    "tatiana",
    "igor",
]
STARTS = ["pet", "sid", "kuz", "smi", "vol", "lap", "gro", "zhu", "bel", "mor", "sok", "tik", "nov", "kov", "ros"]
ENDS = ["rov", "enko", "ikov", "inov", "ashin", "usov", "alev", "anov", "eyev", "utin"]


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--data", type=Path, default=Path("../shared/data/names"))
    parser.add_argument("--rows", type=int, nargs="*", default=[2_000, 10_000])
    asked = parser.parse_args()
    if (asked.data / "fake_1000.csv").exists():
        tell("fake_1000", *labelled(asked.data / "fake_1000.csv"))
    else:
        print(f"{asked.data}/fake_1000.csv is not here: left out")
    for size in asked.rows:
        tell(f"invented, {size:,} rows", *invented(size))


def tell(name: str, rows: list[Fields], who: dict[str, str]) -> None:
    """Print how many pairs of one table are found, at three weights and by the plain rule."""
    began = time.process_time()
    found = alike(rows, least=-3)
    seconds = time.process_time() - began
    together: dict[str, list[str]] = {}
    for row, person in who.items():
        together.setdefault(person, []).append(row)
    true = sum(len(some) * (len(some) - 1) // 2 for some in together.values())
    print(f"{name}: {len(rows):,} rows, {true:,} true pairs, {seconds:.1f} CPU s, weights learned: {found.taught}")
    for least in (-3, 0, 5, 10):
        kept = [(pair.left, pair.right) for pair in found.pairs if pair.weight >= least]
        _print(f"weight {least} and more", kept, who, true)
    _print("name and day of birth equal", _plain(rows), who, true)


def _print(rule: str, pairs: Sequence[tuple[str, str]], who: dict[str, str], true: int) -> None:
    right = sum(who[left] == who[other] for left, other in pairs)
    print(f"  {rule}: {right:,} of {true:,} found ({right / true:.3f}), {len(pairs) - right:,} strangers")


def _plain(rows: list[Fields]) -> list[tuple[str, str]]:
    groups: dict[tuple[str, str], list[str]] = {}
    for row in rows:
        if row.get("birth_date"):
            groups.setdefault((str(row["name"]), str(row["birth_date"])), []).append(str(row["id"]))
    return [pair for group in groups.values() for pair in combinations(group, 2)]


def labelled(file: Path) -> tuple[list[Fields], dict[str, str]]:
    """Return Splink's invented thousand as records, and which cluster each is of."""
    rows: list[Fields] = []
    who = {}
    with file.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            words = fold(f"{row['first_name']} {row['surname']}", "person").latin.split()
            if not words:
                continue
            rows.append(
                {
                    "id": row["unique_id"],
                    "name": " ".join(sorted(words)),
                    "rarest_word": (row["surname"] or row["first_name"]).casefold(),
                    "other_word": row["first_name"].casefold() or None,
                    "birth_date": row["dob"] or None,
                    "mail": row["email"] or None,
                    "address": row["city"] or None,
                }
            )
            who[row["unique_id"]] = row["cluster"]
    return rows, who


def invented(size: int) -> tuple[list[Fields], dict[str, str]]:
    """Return a table in which two people of three stand twice, the second time with slips and gaps."""
    dice = random.Random(size)
    rows: list[Fields] = []
    who = {}
    person = 0
    while len(rows) < size:
        given, family = dice.choice(GIVEN), dice.choice(STARTS) + dice.choice(STARTS) + dice.choice(ENDS)
        born = f"{dice.randrange(1950, 2000)}-{dice.randrange(1, 13):02}-{dice.randrange(1, 29):02}"
        telephone = str(dice.randrange(10**9, 10**10))
        for copy in range(2 if person % 3 else 1):
            slip = dice.random()
            words = [_slipped(given, dice) if copy and slip < 0.3 else given]
            words.append(_slipped(family, dice) if copy and 0.3 <= slip < 0.5 else family)
            gaps = [copy and dice.random() < share for share in (0.15, 0.3)]
            row: Fields = {
                "id": f"a-{len(rows):07}",
                "name": " ".join(sorted(words)),
                "rarest_word": words[1],
                "other_word": words[0],
                "birth_date": None if gaps[0] else born,
                "telephone": None if gaps[1] else telephone,
            }
            rows.append(row)
            who[str(row["id"])] = str(person)
        person += 1
    return rows, who


def _slipped(word: str, dice: random.Random) -> str:
    place = dice.randrange(1, len(word))
    return word[:place] + dice.choice("bcdfgklmaeiou") + word[place + 1 :]


if __name__ == "__main__":
    main()
