"""Which names of an index may be near: rarity-weighted pieces of words, and one sparse product for all names asked.

In: pieces of names as (row, piece). Out: the matrix of the index, and for each row asked the rows that share most with it.
"""

from collections.abc import Iterable
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy import sparse  # type: ignore[import-untyped]
from sparse_dot_topn import sp_matmul_topn  # type: ignore[import-untyped]

from clew.naming import grams

_NEAREST = 40  # rows the product gives for each row asked, and only
_LEAST = 0.1  # from this share on: of 5,685 names asked, 5 lose their entry, none of which had scored; a quarter of the time goes
_MANY = 100_000  # names of one kind; among more, pieces are left out,
_NEAREST_OF_MANY = (
    100  # and more rows kept, from a smaller share on: what those pieces would have told apart, letters do
)
_LEAST_OF_MANY = 0.05
_PIECES = 32  # of a row asked, the heaviest; more find little more and cost as much again
# Entries of the index that a row asked may touch, its rarest pieces first. Of 2,307 firms' names asked of 480,000, recall among
# the ten whose words are aligned is 0.954 with all 70,000 entries a name, 0.953 with 10,000, at a fifth of the time.
_ENTRIES = 12_000
_AT_LEAST = 6  # pieces of a row asked, whatever they touch
_COMMON = 8  # a piece that one name in so many has finds nothing and costs most

Pairs = tuple[NDArray[np.int64], NDArray[np.int64]]  # row and piece


class Pieces(NamedTuple):
    """The pieces of the names of one kind."""

    matrix: sparse.csr_matrix  # (columns, rows), each row's pieces of length 1 together
    column: NDArray[np.int32]  # piece number to column; -1: no name has it, or too many
    rarity: NDArray[np.float32]  # of each column


def gather(chunks: Iterable[Pairs], size: int, step: int) -> Pieces:
    """Return the pieces of `size` names, given for `step` names at a time; rows are numbered within each chunk.

    Never more than one chunk is held as pairs: 480,000 names have 40 million pieces, 160 MB as they are kept here.
    """
    chunks_, counts = [], np.zeros(grams.COLUMNS, np.int64)
    for number, (row, piece) in enumerate(chunks):
        shape = (min(step, size - number * step), grams.COLUMNS)
        part = sparse.csr_matrix((np.ones(len(row), np.int8), (row, piece)), shape)
        counts += np.bincount(part.indices, minlength=grams.COLUMNS)
        chunks_.append((part.indices.astype(np.int32, copy=False), np.diff(part.indptr)))
    used = np.flatnonzero((counts > 0) & (counts <= max(size / _COMMON, 50)))
    column = np.full(grams.COLUMNS, -1, np.int32)
    column[used] = np.arange(len(used), dtype=np.int32)
    rarity = (np.log((size + 1) / counts[used]) * grams.column_weights()[used]).astype(np.float32)
    indices, indptr = np.empty(int(counts[used].sum()), np.int32), np.zeros(size + 1, np.int64)
    norm = np.empty(size, np.float32)
    start = at = 0
    for place, (piece, lengths) in enumerate(chunks_):
        chunks_[place] = (piece[:0], lengths)  # each is let go of as it is taken over
        columns = column[piece]
        owner = np.repeat(np.arange(len(lengths)), lengths)[columns >= 0]
        columns = columns[columns >= 0]
        indices[at : at + len(columns)] = columns
        stop = start + len(lengths)
        norm[start:stop] = np.sqrt(np.bincount(owner, rarity[columns].astype(np.float64) ** 2, len(lengths)))
        indptr[start + 1 : stop + 1] = np.bincount(owner, minlength=len(lengths))
        start, at = stop, at + len(columns)
    return Pieces(_turned(indices, np.cumsum(indptr), rarity, norm), column, rarity)


def _turned(
    columns: NDArray[np.int32], indptr: NDArray[np.int64], rarity: NDArray[np.float32], norm: NDArray[np.float32]
) -> sparse.csr_matrix:
    """Return the matrix of columns and rows, from the columns of each row one after the other."""
    shape = (len(norm), len(rarity))
    turned = sparse.csr_matrix((np.ones(len(columns), np.int8), columns, indptr), shape).tocsc()
    data = np.repeat(rarity, np.diff(turned.indptr))
    data /= np.maximum(norm, np.float32(1e-9))[turned.indices]
    return sparse.csr_matrix((data, turned.indices, turned.indptr), shape[::-1])


def nearest(
    pieces: Pieces, row: NDArray[np.int64], piece: NDArray[np.int64], size: int
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float32]]:
    """Return the rows asked, rows of the index and how much of their pieces they share, 0 to 1, for the nearest.

    Args:
        pieces: of the index.
        row: the rows asked, of each piece.
        piece: the pieces.
        size: how many rows are asked.
    """
    row, column, data = _heaviest(row, pieces.column[piece], pieces, size)
    used, numbers = np.unique(column, return_inverse=True)
    indptr = np.searchsorted(row, np.arange(size + 1)).astype(np.int32)
    # Only the columns that are asked for: the product makes a copy of whatever matrix it is given.
    asked = sparse.csr_matrix((data, numbers.astype(np.int32), indptr), (size, len(used)))
    many = pieces.matrix.shape[1] >= _MANY
    top, least = (_NEAREST_OF_MANY, _LEAST_OF_MANY) if many else (_NEAREST, _LEAST)
    best = sp_matmul_topn(asked, _rows(pieces.matrix, used), top_n=top, threshold=least, sort=False)
    return np.repeat(np.arange(size), np.diff(best.indptr)), best.indices.astype(np.int64), best.data


def _rows(matrix: sparse.csr_matrix, numbers: NDArray[np.int64]) -> sparse.csr_matrix:
    """Return some rows of a matrix; by hand, as the arrays may lie on disk and only what is asked for is read."""
    starts, lengths = matrix.indptr[numbers].astype(np.int64), _touched(matrix, numbers)
    indptr = np.concatenate([[0], np.cumsum(lengths)])
    places = np.arange(indptr[-1]) + np.repeat(starts - indptr[:-1], lengths)
    data, indices = matrix.data[places], matrix.indices[places]
    return sparse.csr_matrix((data, indices, indptr.astype(np.int32)), (len(numbers), matrix.shape[1]))


def _heaviest(
    row: NDArray[np.int64], column: NDArray[np.int32], pieces: Pieces, size: int
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float32]]:
    """Return row, column and weight of the heaviest pieces, each row of length 1 before the others were left out."""
    wide = np.int64(len(pieces.rarity))
    keys = np.sort((row * wide + column)[column >= 0])
    keys = keys[np.diff(keys, prepend=-1) > 0]
    row, column_ = np.divmod(keys, max(wide, np.int64(1)))
    data = pieces.rarity[column_]
    norm = np.sqrt(np.bincount(row, weights=data.astype(np.float64) ** 2, minlength=size))
    keep = first(row, data, _PIECES)
    if pieces.matrix.shape[1] >= _MANY:
        keep = keep[_rarest(row[keep], _touched(pieces.matrix, column_[keep]))]
    row = row[keep]
    return row, column_[keep], (data[keep] / np.maximum(norm[row], 1e-9)).astype(np.float32)


def _touched(matrix: sparse.csr_matrix, columns: NDArray[np.int64]) -> NDArray[np.int64]:
    return np.asarray(matrix.indptr[columns + 1] - matrix.indptr[columns], np.int64)


def _rarest(row: NDArray[np.int64], touched: NDArray[Any]) -> NDArray[np.int64]:
    """Return the positions of those pieces of each row that together touch no more than is allowed, the rarest first."""
    order = np.lexsort((touched, row))
    total = np.cumsum(touched[order], dtype=np.int64)
    begins = np.concatenate([[True], row[1:] != row[:-1]]) if len(row) else np.zeros(0, bool)
    starts = np.flatnonzero(begins)
    lengths = np.diff(np.append(starts, len(row)))
    before = np.repeat(np.concatenate([[0], total])[starts], lengths)
    rank = np.arange(len(row)) - np.repeat(starts, lengths)
    return np.sort(order[(total - before <= _ENTRIES) | (rank < _AT_LEAST)])


def first(group: NDArray[np.int64], value: NDArray[np.float32], most: int) -> NDArray[np.int64]:
    """Return the positions of the `most` highest values of each group; members of a group stand together, and stay in order.

    Of equal values the first are taken, whatever else is asked in the same call. Values are 0 or more.
    """
    if not len(group):
        return np.zeros(0, np.int64)
    starts = np.flatnonzero(np.r_[True, group[1:] != group[:-1]])
    lengths = np.diff(np.r_[starts, len(group)])
    wide = int(lengths.max())
    if wide <= most:
        return np.arange(len(group))
    # One whole number for value and place, so that no two are equal: bits of floats from 0 on stand in the floats' order.
    table = np.zeros((len(starts), wide), np.int64)
    table[np.arange(wide) < lengths[:, None]] = value.astype(np.float32).view(np.int32)
    table = (table << 20) - np.arange(wide)
    best = np.argpartition(-table, most - 1, axis=1)[:, :most]
    best.sort(axis=1)
    there = best < lengths[:, None]
    return np.asarray((starts[:, None] + best)[there])
