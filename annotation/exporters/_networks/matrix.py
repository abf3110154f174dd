"""A matrix with names: what a network is computed as."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import repeat

import numpy as np
from numpy.typing import NDArray
from scipy import sparse  # type: ignore[import-untyped]  # SciPy ships no types

from annotation.exporters._networks.events import Event
from annotation.exporters._networks.weights import tidy

_BLOCK = 256
"""Full rows that are held at a time."""

Level = int | None
"""The sign of a stance times its strength, None where it has no sign."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """The cells that are not 0, in the order of rows and columns."""

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    row: NDArray[np.int32]
    column: NDArray[np.int32]
    weight: NDArray[np.float64]
    symmetric: bool = False
    """Whether only the cells above the diagonal are held and rows and columns are the same."""
    cancelled: int = 0
    """How many pairs have events that add up to 0."""
    meanings: Mapping[int, str] = field(default_factory=dict)
    """What the numbers of combinations stand for."""

    def __len__(self) -> int:
        """How many ties there are."""
        return len(self.weight)

    def cells(self) -> Iterator[tuple[int, int, float]]:
        """Row, column and weight of each tie, the pairs of a symmetric matrix once."""
        yield from zip(self.row.tolist(), self.column.tolist(), map(tidy, self.weight.tolist()), strict=True)

    def lines(self) -> Iterator[list[float]]:
        """The full rows, zeros and both halves of a symmetric matrix in them, one at a time."""
        for start in range(0, len(self.rows), _BLOCK):
            block = self._block(start, min(start + _BLOCK, len(self.rows)))
            for line in block.tolist():
                yield [tidy(weight) if weight else 0 for weight in line]

    def _block(self, start: int, stop: int) -> NDArray[np.float64]:
        """The full rows from one to another."""
        block = np.zeros((stop - start, len(self.columns)))
        first, last = np.searchsorted(self.row, (start, stop))
        inside = slice(first, last)
        block[self.row[inside] - start, self.column[inside]] = self.weight[inside]
        if self.symmetric:
            below = (start <= self.column) & (self.column < stop)
            block[self.column[below] - start, self.row[below]] = self.weight[below]
        return block


def count(
    events: Sequence[Event],
    variables: tuple[str, str],
    names: tuple[Sequence[str], Sequence[str]],
    levels: Sequence[int] = (-1, 1),
) -> dict[Level, sparse.csr_array]:
    """How often each row goes with each column: {level: rows by columns}, all `levels` among them.

    The names of a row or column that an event has must be among `names`.
    """
    rows, columns = ({name: place for place, name in enumerate(side)} for side in names)
    found: dict[Level, tuple[list[int], list[int]]] = {level: ([], []) for level in levels}
    for event in events:
        places = found.setdefault(event.level, ([], []))
        places[0].append(rows[event.value(variables[0])])
        places[1].append(columns[event.value(variables[1])])
    shape = (len(rows), len(columns))
    ordered = sorted(found, key=lambda level: (level is not None, level or 0))
    return {level: _counted(*found[level], shape) for level in ordered}


def _counted(rows: list[int], columns: list[int], shape: tuple[int, int]) -> sparse.csr_array:
    ones = np.fromiter(repeat(1.0, len(rows)), dtype=np.float64)
    return sparse.coo_array((ones, (rows, columns)), shape=shape).tocsr()


def total(counts: Mapping[Level, sparse.csr_array]) -> sparse.csr_array:
    """How often each row goes with each column whatever the sign."""
    first, *others = counts.values()
    for other in others:
        first = first + other
    return first.tocsr()
