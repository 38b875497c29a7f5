"""Parts of a segment that are joined before they are written."""

import pyarrow as pa

from clew.store.columns import SHAPES, joined


def part(source, *texts) -> pa.Table:
    rows = [
        {"source": source, "number": nth, "text": text, "label": "", "engine": "", "rotation": 0, "reading": "text@2"}
        for nth, text in enumerate(texts, 1)
    ]
    return pa.Table.from_pylist([{**row, "width": 0.0, "height": 0.0} for row in rows], schema=SHAPES["pages"])


def test_small_parts_are_one_and_keep_each_its_source():
    (whole,) = joined([part("s-a", "one", "two"), part("s-b", "three")])
    assert whole["source"].to_pylist() == ["s-a", "s-a", "s-b"]
    assert whole["text"].to_pylist() == ["one", "two", "three"]
    assert whole.schema == SHAPES["pages"]


def test_no_more_waits_than_a_piece(monkeypatch):
    monkeypatch.setattr("clew.store.columns.ROWS_AT_ONCE", 2)
    sizes = [table.num_rows for table in joined([part("s-a", "one"), part("s-b", "two", "three"), part("s-c", "four")])]
    assert sizes == [3, 1]
    assert not list(joined([]))
