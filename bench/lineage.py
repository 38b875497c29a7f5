"""How many planted drifts Clew finds in invented families of retellings, how many it adds, and whether origins come out right.

    python bench/lineage.py --seeds 1-5

In: seeds of `examples/family.py`. Out: per seed and in sum: drifts planted, found, missed, false; origins expected and
found; CPU seconds. A drift is found where a difference of its kind stands at its document in `clew lineage`.
"""

import argparse
import json
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "examples"))

import family

import clew


@dataclass(frozen=True, slots=True)
class Result:
    """What one family gave."""

    seed: int
    missed: tuple[str, ...]
    false: tuple[str, ...]
    planted: int
    origins_expected: int
    origins_found: int
    parted: tuple[str, ...]  # items that share an origin by the truth and not by Clew, or the other way round
    seconds: float  # CPU

    @property
    def found(self) -> int:
        """Planted drifts that were found."""
        return self.planted - len(self.missed)


def measure(seed: int) -> Result:
    """Read the family of a seed and compare with its truth."""
    files = family.build(seed)
    truth = json.loads(files.pop("truth.json"))
    with tempfile.TemporaryDirectory() as folder:
        evidence = Path(folder) / "evidence"
        evidence.mkdir()
        for name, text in files.items():
            (evidence / name).write_text(text, encoding="utf-8")
        begun = time.process_time()
        with clew.Case.open(Path(folder) / "case", create=True) as case:
            clew.run(case, [evidence], library=False)
            seconds = time.process_time() - begun
            rows = list(clew.retellings(case))
            origins = {
                row["path"]: row["origin"]
                for row in case.query("select s.path, o.origin from origins o join sources s on s.id = o.source")
            }
    return compare(seed, truth, rows, origins, names=tuple(files), seconds=seconds)


def compare(
    seed: int,
    truth: Mapping[str, list[dict[str, str]]],
    rows: Iterable[Mapping[str, object]],
    origins: Mapping[str, str],
    *,
    names: tuple[str, ...],
    seconds: float,
) -> Result:
    """Return what was found of a truth: drifts by document and kind, each counted once."""
    wanted = Counter((one["document"], one["kind"]) for one in truth["drifts"])
    given: set[tuple[str, str, str]] = set()
    for row in rows:
        for difference in row["differences"]:  # type: ignore[attr-defined]
            kind = difference.partition(":")[0].removesuffix(" earlier").removesuffix(" later")
            # What one change makes of several claims is one, but for people: each is told something of.
            told = str(row["claim"]) if kind == "belief told as fact" else ""
            given.add((str(row["path"]), kind, told))
    got = Counter((path, kind) for path, kind, _ in given)
    expected = {name: number for number, group in enumerate(truth["origins"]) for name in group}
    parted = tuple(
        f"{one} / {other}"
        for at, one in enumerate(names)
        for other in names[at + 1 :]
        if (expected[one] == expected[other]) != (origins.get(one, one) == origins.get(other, other))
    )
    return Result(
        seed,
        tuple(f"{name}: {kind}" for name, kind in (wanted - got).elements()),
        tuple(f"{name}: {kind}" for name, kind in (got - wanted).elements()),
        wanted.total(),
        len(truth["origins"]),
        len({origins.get(name, name) for name in names}),
        parted,
        seconds,
    )


def main() -> None:
    """Print a line for each seed and the sum."""
    parser = argparse.ArgumentParser(description="Score lineage and drift on invented families.")
    parser.add_argument("--seeds", default="1-5", help="first and last seed (default 1-5)")
    first, _, last = parser.parse_args().seeds.partition("-")
    results = [measure(seed) for seed in range(int(first), int(last or first) + 1)]
    print(f"{'seed':>4}{'planted':>9}{'found':>7}{'false':>7}{'origins':>9}{'of':>4}{'CPU s':>8}")
    for one in results:
        print(
            f"{one.seed:>4}{one.planted:>9}{one.found:>7}{len(one.false):>7}{one.origins_found:>9}{one.origins_expected:>4}{one.seconds:>8.1f}"
        )
        for line in one.missed:
            print(f"     missed  {line}")
        for line in one.false:
            print(f"     false   {line}")
        for line in one.parted[:4]:
            print(f"     origin  {line}")
    planted, found = sum(one.planted for one in results), sum(one.found for one in results)
    false = sum(len(one.false) for one in results)
    right = sum(not one.parted for one in results)
    print(f"sum: {found} of {planted} drifts found, {false} false; origins right in {right} of {len(results)} families")


if __name__ == "__main__":
    main()
