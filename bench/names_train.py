"""Trains the score of names that Clew ships, from other names of the same entries, none of them changed.

    python bench/names_train.py [--data ../shared/data] [--to clew/naming/model.json]

Run twice, it writes the same bytes. Entries of even checksum only: those of the odd half are what bench/names.py asks about. Needs lightgbm (a development package).
"""

import argparse
import csv
import json
import random
import re
import zlib
from pathlib import Path
from typing import Any

import lightgbm
import names_queries as made
import numpy as np
import pyarrow.parquet as pq
from rapidfuzz import fuzz

import clew.naming.scored
from clew.naming.align import DIRECTIONS, FEATURES
from clew.naming.index import NameIndex
from clew.naming.trees import read_trees

TREES, LEAVES, SEED = 150, 16, 5
STRANGER, NAMESAKE = 4.0, 0.6  # what a stranger and a namesake weigh beside a pair that a list holds
NOTE = (
    "Names of one entry of OFAC SDN (2021-07, aliases to 2025-12), OFAC consolidated (2025-12) and UN (2026-02), entries of even checksum; "
    "other entries, legal names (GLEIF) and invented people as strangers; names with one word exchanged for another entry's as namesakes. "
    "No name of an entry is changed. See docs/why/names.md."
)
LETTERS_SORTED = FEATURES.index("letters sorted")


class Untrained:
    """Scores by sorted letters: which of several readings of a name is taken must not hang on the model trained before."""

    def score(self, features: np.ndarray) -> np.ndarray:
        """Return the share of sorted letters in common, 0 to 100."""
        return features[:, LETTERS_SORTED].astype(np.float32) / np.float32(2.55)


Examples = tuple[np.ndarray, np.ndarray]  # features, same entry or not


def later_entries(lists: Path) -> made.Names:
    """Return entries of which only the other names are known: those listed after the primary file was taken."""
    found_: made.Names = {}
    known = made.read_ofac(lists)
    for row in csv.reader((lists / "ofac_alt_2025-12.csv").open(encoding="utf-8", errors="replace")):
        if len(row) == 5 and row[0] not in known:
            name = row[3].strip()
            _, names = found_.setdefault(row[0], ("person" if "," in name else "organization", []))
            names.append(name)
    return found_


def asked_elsewhere(entries: made.Names, others: made.Names) -> set[str]:
    """Return the entries that share a name with one of the other list's odd half: the measurement asks about those."""
    taken = {_key(name) for key, (_, names) in others.items() if made.odd(key) for name in names}
    return {key for key, (_, names) in entries.items() if any(_key(name) in taken for name in names)}


def _key(name: str) -> str:
    return " ".join(sorted(re.findall(r"\w+", name.casefold())))


def held_out(entries: made.Names, barred: set[str], chance: random.Random) -> tuple[NameIndex, list[str], Examples]:
    """Return an index without some names of the even half, whose each of its names is, and what asking for the others finds."""
    names, owners, asked, wanted = [], [], [], []
    for key, (kind, given) in entries.items():
        left = list(given)
        if not made.odd(key) and key not in barred and len(left) > 1:
            for _ in range(1 if len(left) < 4 else 2 if len(left) < 8 else 3):
                asked.append((left.pop(chance.randrange(len(left))), kind))
                wanted.append(key)
        names += [(name, kind) for name in left]
        owners += [key] * len(left)
    index = NameIndex.build(names)
    return index, owners, found(index, asked, owners, wanted)


def found(index: NameIndex, asked: list[tuple[str, str]], owners: list[str], wanted: list[str]) -> Examples:
    """Return the features of what is found, and whether it is the entry wanted."""
    pairs = index.search(asked)
    places = zip(pairs.asked.tolist(), pairs.position.tolist(), strict=True)
    return pairs.features, np.array([owners[place] == wanted[number] for number, place in places], bool)


def strangers(data: Path, listed: made.Names, un: made.Names, chance: random.Random) -> list[tuple[str, str]]:
    """Return innocent names of the even half."""
    legal = pq.read_table(data / "names" / "gleif_399k.parquet", columns=["name"])["name"].to_pylist()
    legal = [name for name in legal if zlib.crc32(name.encode()) % 2 == 0]
    out = [(name, "organization") for name in chance.sample(legal, 6000)]
    for file in ("validation_negatives_us.csv", "validation_negatives_global.csv"):
        rows = csv.DictReader((data / "names" / file).open(encoding="utf-8"))
        out += [(row["full_name"], "person") for row in rows if zlib.crc32(row["full_name"].encode()) % 2 == 0]
    rows = csv.DictReader((data / "names" / "fake_1000.csv").open(encoding="utf-8"))
    out += sorted(
        {(f"{row['first_name']} {row['surname']}", "person") for row in rows if row["first_name"] and row["surname"]}
    )
    half = {key: entry for key, entry in un.items() if not made.odd(key)}
    return out + [(name, half[key][0]) for key in made.strangers(half, listed) for name in half[key][1]]


def namesakes(index: NameIndex, owners: list[str], entries: made.Names, chance: random.Random) -> Examples:
    """Return the features of names of the even half with one word exchanged for another entry's, against their own entry."""
    half = [(key, kind, chance.choice(names)) for key, (kind, names) in sorted(entries.items()) if not made.odd(key)]
    words: dict[str, list[str]] = {"person": [], "organization": [], "unknown": []}
    for _, kind, name in half:
        words[kind] += [word for word in re.findall(r"\w+", name) if len(word) > 3]
    asked, wanted = [], []
    for key, kind, name in half:
        places = [found for found in re.finditer(r"\w+", name) if len(found[0]) > 3]
        if kind != "unknown" and len(places) > 1:
            old, new = chance.choice(places), chance.choice(words[kind])
            if fuzz.ratio(old[0].lower(), new.lower()) < 60:
                asked.append((name[: old.start()] + new + name[old.end() :], kind))
                wanted.append(key)
    features, near = found(index, asked, owners, wanted)
    return features[near], np.zeros(int(near.sum()), bool)


def saved(booster: lightgbm.Booster) -> dict[str, Any]:
    """Return the trees as splits that rule out leaves; see clew/naming/trees.py."""
    splits: list[list[int]] = []
    leaves: list[list[int]] = []
    for number, tree in enumerate(booster.dump_model()["tree_info"]):
        values: list[float] = []

        def walk(node: dict[str, Any], number: int = number, values: list[float] = values) -> int:
            if "split_feature" not in node:
                values.append(node["leaf_value"])
                return 1
            start = len(values)
            left = walk(node["left_child"])
            mask = 0xFFFF & ~(((1 << left) - 1) << start)
            splits.append([node["split_feature"], max(int(node["threshold"] // 1), -1), number, mask])
            return left + walk(node["right_child"])

        walk(tree["tree_structure"])
        leaves.append([round(value * 4096) for value in values] + [0] * (16 - len(values)))
    return {"features": list(FEATURES), "splits": splits, "leaves": leaves, "alert": {}, "trained_on": NOTE}


def main() -> None:
    """Train, and write the model with the scores from which 1, 2 and 5 % of held-out strangers alert."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path(__file__).parents[2] / "shared" / "data")
    parser.add_argument("--to", type=Path, default=Path(__file__).parents[1] / "clew" / "naming" / "model.json")
    options = parser.parse_args()
    chance = random.Random(SEED)
    clew.naming.scored.model = Untrained  # type: ignore[assignment]
    ofac = made.read_ofac(options.data / "lists")
    un, native = made.read_un(options.data / "lists")
    entries = ofac | later_entries(options.data / "lists")
    index, owners, first = held_out(entries, asked_elsewhere(entries, un), chance)
    un_index, un_owners, second = held_out(un, asked_elsewhere(un, ofac), chance)
    innocent = strangers(options.data, ofac, un, chance)
    shown, held = [pair for n, pair in enumerate(innocent) if n % 3], innocent[::3]
    third = found(index, shown, [""] * index.size, ["-"] * len(shown))
    latin = [(name, kind, key) for key, (kind, names) in un.items() for name in names]
    in_script = [(name, un[key][0], key) for key, name in native if key in un and not made.odd(key)]
    plain = NameIndex.build([(name, kind) for name, kind, _ in latin])
    asked = [(name, kind) for name, kind, _ in in_script]
    fourth = found(plain, asked, [key for *_, key in latin], [key for *_, key in in_script])
    fifth = namesakes(index, owners, entries, chance), namesakes(un_index, un_owners, un, chance)
    parts = ((first, 1.0), (second, 1.0), (third, STRANGER), (fourth, 1.0), *((part, NAMESAKE) for part in fifth))
    features, same = (np.concatenate(both) for both in zip(*(part for part, _ in parts), strict=True))
    weights = np.concatenate([np.full(len(part[1]), weight) for part, weight in parts])
    options_ = {
        "objective": "binary",
        "num_leaves": LEAVES,
        "learning_rate": 0.08,
        "min_data_in_leaf": 60,
        "lambda_l2": 5,
        "seed": 7,
        "monotone_constraints": list(DIRECTIONS),
        "monotone_constraints_method": "advanced",
        "verbose": -1,
        "feature_fraction": 0.8,
        "bagging_fraction": 0.8,
        "bagging_freq": 1,
        "num_threads": 1,
        "deterministic": True,
        "force_row_wise": True,
    }
    booster = lightgbm.train(options_, lightgbm.Dataset(features.astype(float), label=same, weight=weights), TREES)
    model = saved(booster)
    answers = index.search(held)
    best = np.zeros(len(held))
    np.maximum.at(best, answers.asked, read_trees(model).score(answers.features))
    model["alert"] = {str(share): round(float(np.quantile(best, 1 - share)), 1) for share in (0.01, 0.02, 0.05)}
    options.to.write_text(json.dumps(model, separators=(",", ":")), encoding="utf-8")
    print(f"{len(same)} pairs, {same.mean():.3f} of one entry; alert from {model['alert']}")


if __name__ == "__main__":
    main()
