"""The annotated sentences are what the guide says they are, in every language there is."""

import hashlib
import json
from pathlib import Path

import pytest

from clew.model.vocabulary import MODALITIES, POLARITIES, PREDICATES, STANCES

SETS = sorted((Path(__file__).parents[3] / "bench" / "prose").glob("*.jsonl"))


def rows(path: Path) -> list[dict]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def stands_in(span: str, text: str) -> bool:
    """Say whether the parts of a span, with " … " for what is left out between them, stand in a text in their order."""
    at = 0
    for part in span.split(" … "):
        at = text.find(part, at) + len(part)
        if at < len(part):
            return False
    return True


@pytest.mark.parametrize(("span", "stands"), [("b … d", True), ("d … b", False), ("b … e", False), ("b c", True)])
def test_parts_of_a_span_stand_in_their_order(span, stands):
    assert stands_in(span, "a b c d") == stands


@pytest.mark.parametrize("path", SETS, ids=lambda path: path.stem)
def test_there_are_enough_of_them_and_none_twice(path):
    texts = [row["text"] for row in rows(path)]
    assert len(texts) >= 300
    assert len(set(texts)) == len(texts)


@pytest.mark.parametrize("path", SETS, ids=lambda path: path.stem)
def test_the_text_decides_its_id_and_each_is_in_a_part(path):
    for row in rows(path):
        digits = hashlib.sha256(row["text"].encode()).hexdigest()[:8]
        assert row["id"] == f"{path.stem}-{digits}"
        assert row["split"] in {"dev", "test"}


@pytest.mark.parametrize("path", SETS, ids=lambda path: path.stem)
def test_every_annotated_word_stands_in_its_text_and_every_code_in_the_vocabulary(path):
    for row in rows(path):
        for claim in row["claims"]:
            assert stands_in(claim["span"], row["text"]), row["text"]
            assert all(holder.split(" / ")[0] in row["text"] for holder in claim["holders"]), row["text"]
            assert claim["stance"] in STANCES
            assert claim["polarity"] in POLARITIES
            assert claim["modality"] in MODALITIES
            if claim["relation"]:
                assert claim["relation"]["predicate"] in PREDICATES
