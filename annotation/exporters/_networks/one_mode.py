"""One-mode matrices: rows tied by the columns that they share, such as actors by concepts.

What Discourse Network Analyzer computes with the same options; see Leifeld (2017), “Discourse Network
Analysis”.
The lowest and the highest level of stances are at distance 1, which are against and favor, with neutral and
mixed stances half-way between them, where no strength is told.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import sparse  # type: ignore[import-untyped]  # SciPy ships no types

from annotation.exporters._networks.matrix import Level, total

_BLOCK = 512
"""Rows that are computed at a time, so that the full square is never held."""

Counts = Mapping[Level, sparse.csr_array]


@dataclass(frozen=True, slots=True)
class Ties:
    """The pairs that are tied, the first row of each above the second, with their weights."""

    row: NDArray[np.int32]
    column: NDArray[np.int32]
    weight: NDArray[np.float64]
    cancelled: int
    """Pairs that share a column and whose weights add up to 0 by subtraction."""


def project(counts: Counts, aggregation: str, normalization: str) -> Ties:
    """The ties of every pair of rows.

    “ignore” multiplies the counts of each shared column and adds up. “congruence” weighs each product by the
    nearness of the signs, “conflict” by their distance, “subtract” by the difference of the two.
    """
    blocks = list(_blocks(counts, aggregation, normalization))
    empty = Ties(np.empty(0, np.int32), np.empty(0, np.int32), np.empty(0), 0)
    parts = blocks or [empty]
    return Ties(
        np.concatenate([part.row for part in parts]),
        np.concatenate([part.column for part in parts]),
        np.concatenate([part.weight for part in parts]),
        sum(part.cancelled for part in parts),
    )


def _blocks(counts: Counts, aggregation: str, normalization: str) -> Iterator[Ties]:
    flat = {sign: cells.T.tocsc() for sign, cells in counts.items()}
    for start in range(0, total(counts).shape[0], _BLOCK):
        some = {sign: cells[start : start + _BLOCK] for sign, cells in counts.items()}
        square = sparse.triu(_products(some, flat, aggregation), k=start + 1).tocoo()
        row, column = (square.row + start).astype(np.int32), square.col.astype(np.int32)
        weight = square.data.astype(np.float64)
        tied = weight != 0
        cancelled = _cancelled(some, flat, start, int(tied.sum())) if aggregation == "subtract" else 0
        row, column, weight = row[tied], column[tied], weight[tied]
        order = np.lexsort((column, row))
        row, column, weight = row[order], column[order], weight[order]
        yield Ties(row, column, weight / _divisors(counts, normalization, start, row, column), cancelled)


def _products(some: Counts, flat: Counts, aggregation: str) -> sparse.csr_array:
    """A block of the square: the products of counts, weighed by the signs."""
    if aggregation == "ignore":
        return (total(some) @ total(flat)).tocsr()
    found, levels = None, [level for level in flat if level is not None]
    reach = max(levels, default=0) - min(levels, default=0)
    for sign, cells in some.items():
        for other, others in flat.items():
            if (factor := _factor((sign or 0, other or 0), reach, aggregation)) and cells.nnz and others.nnz:
                product = factor * (cells @ others)
                found = product if found is None else found + product
    first, second = next(iter(some.values())), next(iter(flat.values()))
    return (sparse.csr_array((first.shape[0], second.shape[1])) if found is None else found).tocsr()


def _factor(pair: tuple[int, int], reach: int, aggregation: str) -> float:
    """What a pair of levels counts, of which the lowest and the highest are `reach` apart."""
    distance = abs(pair[0] - pair[1]) / reach if reach else 0
    return {"congruence": 1 - distance, "conflict": distance}.get(aggregation, 1 - 2 * distance)


def _cancelled(some: Counts, flat: Counts, start: int, tied: int) -> int:
    """How many pairs of a block share a column but are not tied."""
    return int(sparse.triu(_products(some, flat, "ignore"), k=start + 1).nnz) - tied


# normalization


def _divisors(
    counts: Counts, normalization: str, start: int, row: NDArray[np.int32], column: NDArray[np.int32]
) -> NDArray[np.float64]:
    """What the weight of each pair is divided by; activities are numbers of events.

    “average” is the mean activity, “cosine” the product of both, and “jaccard” the products of what both say
    plus what either says alone, each concept with each sign for itself.
    """
    if normalization == "no" or not len(row):
        return np.ones(len(row))
    activity = np.asarray(total(counts).sum(axis=1), dtype=np.float64).ravel()
    if normalization == "average":
        return (activity[row] + activity[column]) / 2
    if normalization == "cosine":
        return activity[row] * activity[column]
    both = one = other = np.zeros(len(row))
    for cells in counts.values():
        some, used = cells[start : start + _BLOCK], (cells > 0).astype(np.float64)
        here = (row - start, column)
        both = both + _at(some @ cells.T, here)
        one = one + _at(some @ used.T, here)
        other = other + _at(used[start : start + _BLOCK] @ cells.T, here)
    return both + (activity[row] - one) + (activity[column] - other)


def _at(cells: sparse.csr_array, places: tuple[NDArray[np.int32], NDArray[np.int32]]) -> NDArray[np.float64]:
    return np.asarray(cells.tocsr()[places]).ravel()
