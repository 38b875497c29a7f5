"""Invented rows throughout."""

from clew.extract.document import over_rows
from clew.model.source import Cell


def row(number, *cells):
    """Return a row of cells given as (column, text) or (column, text, rows)."""
    return tuple(Cell(1, 0, number, column, text, ((0, 1),), *rows) for column, text, *rows in cells)


def texts(rows):
    return [[(cell.row, cell.column, cell.text) for cell in some] for some in over_rows(rows)]


def test_a_cell_over_several_rows_is_said_in_each():
    rows = (row(0, (0, "5 March", 2), (1, "Perm")), row(1, (1, "Omsk")), row(2, (0, "6 March"), (1, "Tver")))
    assert texts(rows)[1] == [(1, 0, "5 March"), (1, 1, "Omsk")]
    assert texts(rows)[2] == [(2, 0, "6 March"), (2, 1, "Tver")]


def test_a_row_that_says_something_of_its_own_is_not_overwritten():
    rows = (row(0, (0, "5 March", 3)), row(1, (0, "own"), (1, "x")))
    assert texts(rows)[1] == [(1, 0, "own"), (1, 1, "x")]


def test_rows_without_merged_cells_are_given_back_as_they_are():
    rows = (row(0, (0, "a")), row(1, (0, "b")))
    assert over_rows(rows) is rows
