"""Run nomenklatura on queries that bench/names.py wrote; started by it, in an environment of its own.

    python bench/names_nomenklatura.py IN.json OUT.json

In: {"index": [[entity, kind, [names]]], "queries": [[name, kind]], "pairs": [[schema, name, [names]]]}.
Out: for each query its candidates with logic-v2's score, and the CPU seconds spent; a score for each pair.
"""

import json
import sys
import tempfile
import time
from pathlib import Path

from followthemoney import Dataset, StatementEntity
from nomenklatura.blocker.index import Index
from nomenklatura.matching import get_algorithm
from nomenklatura.resolver import Linker
from nomenklatura.store.memory import MemoryStore

SCHEMAS = {"person": "Person", "organization": "Organization", "unknown": "Vessel"}
BATCH = 500
DATASET = Dataset.make({"name": "bench", "title": "bench"})


def entity(id_: str, schema: str, names: list[str]) -> StatementEntity:
    """Return an entity with these names."""
    return StatementEntity.from_data(DATASET, {"id": id_, "schema": schema, "properties": {"name": names}})


def main(source: Path, target: Path) -> None:
    """Score what was asked and write it."""
    given = json.loads(source.read_text(encoding="utf-8"))
    algorithm = get_algorithm("logic-v2")
    config = algorithm.default_config()
    out = {"pairs": [], "queries": [], "build": 0.0, "seconds": 0.0}
    for number, (schema, left, right) in enumerate(given["pairs"]):
        # Each with an id of its own: nomenklatura keeps the names of the ids it met.
        one, other = entity(f"a{number}", schema, [left]), entity(f"b{number}", schema, right)
        out["pairs"].append(algorithm.compare(one, other, config).score)
    started = time.process_time()
    store = MemoryStore(DATASET, Linker({}))
    listed = {}
    with store.writer() as writer:
        for id_, kind, names in given["index"]:
            listed[id_] = entity(id_, SCHEMAS[kind], names)
            writer.add_entity(listed[id_])
    with tempfile.TemporaryDirectory() as folder:
        index = Index(store.default_view(), Path(folder))
        index.build()
        out["build"] = time.process_time() - started
        started = time.process_time()
        queries = given["queries"]
        for start in range(0, len(queries), BATCH):
            batch = {
                f"q{start + n}": entity(f"q{start + n}", SCHEMAS[kind], [name])
                for n, (name, kind) in enumerate(queries[start : start + BATCH])
            }
            found = {str(id_): matches for id_, matches in index.match_entities(batch.values())}
            for id_, asked in batch.items():
                scored = [
                    [str(other), algorithm.compare(asked, listed[str(other)], config).score]
                    for other, _ in found.get(id_, [])
                ]
                out["queries"].append([pair for pair in scored if pair[1] > 0.0])
        out["seconds"] = time.process_time() - started
    target.write_text(json.dumps(out), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
