from hypothesis import given
from hypothesis import strategies as st

from clew.model.source import Cell, CellColumns, Page, Reading, Word
from clew.store.columns import SHAPES, Packer
from clew.store.rows import cell_row, page_row, word_row

NUMBER = st.integers(0, 1_000)
FLOAT = st.floats(0, 1_000, width=32)
TEXT = st.text(max_size=8)
WORDS = st.builds(
    Word, NUMBER, NUMBER, NUMBER, FLOAT, FLOAT, FLOAT, FLOAT, st.lists(FLOAT, max_size=3).map(tuple), st.just(1.0)
)
RUNS = st.lists(st.tuples(NUMBER, NUMBER), max_size=3).map(tuple)
READINGS = st.builds(
    Reading,
    st.lists(st.builds(Page, NUMBER, TEXT, TEXT), max_size=3).map(tuple),
    st.lists(WORDS, max_size=3).map(tuple),
    st.lists(st.builds(Cell, NUMBER, NUMBER, NUMBER, NUMBER, TEXT, RUNS), max_size=3).map(tuple),
)


def packed(readings):
    found = {name: [] for name in SHAPES}
    packer = Packer(lambda table, rows: found[table].extend(rows.to_pylist()))
    for number, reading in enumerate(readings):
        packer.add(f"s-{number}", reading, method="text@1")
    packer.flush()
    return found


@given(st.lists(READINGS, max_size=3))
def test_columns_hold_what_rows_hold(readings):
    rows = {name: [] for name in SHAPES}
    for number, reading in enumerate(readings):
        its = f"s-{number}"
        rows["pages"] += [page_row(its, page, reading="text@1") for page in reading.pages]
        rows["words"] += [word_row(its, word, reading="text@1") for word in reading.words]
        rows["cells"] += [cell_row(its, cell, reading="text@1") for cell in reading.cells]
    assert packed(readings) == rows


def test_the_columns_are_those_of_the_tables(case):
    for name, shape in SHAPES.items():
        table = case.engine.shape(name)
        assert shape.names == table.names
        kinds = [
            getattr(field.type, "value_type", field.type) if "dictionary" in str(field.type) else field.type
            for field in shape
        ]
        assert [str(kind).split("<")[0] for kind in kinds] == [str(kind).split("<")[0] for kind in table.types]


def test_half_a_letter_becomes_a_mark_and_no_offset_moves():
    rows = packed([Reading((Page(1, "a\ud800b"),), cells=(Cell(1, 0, 0, 0, "\udfff", ((0, 1),)),))])
    assert rows["pages"][0]["text"] == "a\ufffdb"
    assert rows["cells"][0]["text"] == "\ufffd"


class Long:
    """Cells that can be had in columns."""

    def __iter__(self):
        return iter([Cell(2, 1, 0, 0, "a", ((0, 1),)), Cell(2, 1, 0, 1, "b", ((2, 3),))])

    def in_columns(self):
        yield CellColumns(2, 1, [0, 0], [0, 1], ["a", "b"], [0, 2], [1, 3])


def test_cells_in_columns_are_the_cells_one_by_one():
    one_by_one = packed([Reading((), cells=tuple(Long()))])
    assert packed([Reading((), cells=Long())]) == one_by_one
