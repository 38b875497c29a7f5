"""Small whole files of every format, broken at random: no crash of the run, no file without a row that says what became of it."""

import shutil
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

import small_files
from hypothesis import given, settings
from hypothesis import strategies as st

import clew
from clew.model.shelf import on_shelf
from clew.read import stage as read
from clew.store.verify import verify

FILES = 40  # in one case; a case and its process cost more than reading them
CASES = 4


@cache
def whole() -> dict[str, tuple[str, bytes]]:
    return {reader: (name, make()) for reader, (name, make) in small_files.MADE.items()}


PLACE = st.floats(0, 1, exclude_max=True)
BREAKS = st.one_of(
    st.tuples(st.just("flip"), PLACE, st.integers(1, 255)),
    st.tuples(st.just("cut"), PLACE, st.just(0)),
    st.tuples(st.just("fill"), PLACE, st.sampled_from([0, 255])),
    st.tuples(st.just("drop"), PLACE, st.integers(1, 64)),
    st.tuples(st.just("double"), PLACE, st.integers(1, 64)),
)
BROKEN = st.tuples(st.sampled_from(sorted(small_files.MADE)), st.lists(BREAKS, min_size=1, max_size=5))


def broken(data: bytes, breaks: list[tuple[str, float, int]]) -> bytes:
    for how, place, number in breaks:
        at = int(place * len(data))
        if how == "flip" and data:
            data = data[:at] + bytes([data[at] ^ number]) + data[at + 1 :]
        elif how == "cut":
            data = data[:at]
        elif how == "fill":
            data = data[:at] + bytes([number]) * len(data[at : at + 8]) + data[at + 8 :]
        elif how == "drop":
            data = data[:at] + data[at + number :]
        elif how == "double":
            data = data[:at] + data[at : at + number] * 2 + data[at + number :]
    return data


@settings(max_examples=CASES, derandomize=True)
@given(st.lists(BROKEN, min_size=FILES, max_size=FILES))
def test_no_broken_file_stops_a_run_or_is_without_a_row(chosen):
    folder = Path(mkdtemp(prefix="clew-broken-"))
    try:
        evidence = folder / "evidence"
        evidence.mkdir()
        for number, (reader, breaks) in enumerate(chosen):
            name, data = whole()[reader]
            (evidence / f"{number:02} {name}").write_bytes(broken(data, breaks))
        with clew.Case.open(folder / "case", create=True) as case:
            case.set("read_cpu_seconds", "10")
            read.add(case, [evidence])
            read.run(case)
            rows = list(clew.sources(case))
            verify(case)
        assert {path.name for path in evidence.iterdir()} <= {row["path"] for row in rows}
        assert all(row["status"] != "waiting" for row in rows)
        assert all(row["reason"] for row in rows if row["status"] != "read")
    finally:
        shutil.rmtree(folder)


def test_unbroken_they_are_read_by_the_reader_they_are_made_for(case, tmp_path):
    readers = {module.__name__.rsplit(".", 1)[-1] for module in on_shelf("clew.read.readers")}
    made = {reader: name for reader, (name, _) in whole().items() if reader in readers and reader != "image"}
    for reader, name in made.items():
        (tmp_path / name).write_bytes(whole()[reader][1])
        read.add(case, [tmp_path / name])
    read.run(case)
    found = {row["path"]: (row["status"], row["reading"].split("@")[0]) for row in clew.sources(case)}
    for reader, name in made.items():
        assert found[name] in (("read", reader), ("partly", reader)), name
    assert readers <= set(small_files.MADE), "make a small file for each reader, so that it is broken at random too"
