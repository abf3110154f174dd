"""The cheapest way to cover every unit once, out of candidates that each cover some.

What falls apart into groups is chosen group by group. Each unit is given a price: its share of the cheapest
candidate that has it. The prices add up to less than any cover costs; where choosing greedily costs no more
than they do it has found the cheapest, and elsewhere no candidate is needed that costs more than its prices
and what the greedy choice costs too much. What then is left is solved as an integer program.
"""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import Bounds, LinearConstraint, milp  # type: ignore[import-untyped]  # SciPy ships no types
from scipy.sparse import coo_array, csr_array  # type: ignore[import-untyped]
from scipy.sparse.csgraph import connected_components  # type: ignore[import-untyped]

from annotation.measures._candidates import Costs, Numbers

_ROUNDING = 1e-9


def cheapest_cover(members: Numbers, costs: Costs) -> list[int]:
    """The rows of the candidates chosen, in order; each unit must be alone in one candidate at least.

    `members` has the numbers of a candidate's units in each row, negative for none.
    """
    number = int(members.max()) + 1
    rows, columns = np.nonzero(members >= 0)
    units = members[rows, columns]
    sizes = (members >= 0).sum(axis=1)
    price = np.full(number, np.inf)
    np.minimum.at(price, units, (costs / sizes)[rows])
    over = costs - np.bincount(rows, weights=price[units], minlength=len(costs))
    groups = _groups(rows, units, len(members), number)
    chosen = _greedy(members, costs / sizes, number)
    too_much = np.bincount(groups[chosen], weights=over[chosen], minlength=int(groups.max()) + 1)
    done = [row for row in chosen if too_much[groups[row]] <= _ROUNDING]
    open_ = np.flatnonzero((too_much[groups] > _ROUNDING) & (over <= too_much[groups] + _ROUNDING))
    return sorted([*done, *_solved(members, costs, open_)])


def _groups(rows: Numbers, units: Numbers, number: int, of_units: int) -> NDArray[np.int32]:
    """The group of each candidate: two that share a unit are in the same one, directly or by others."""
    touching = coo_array((np.ones(len(rows)), (rows, units + number)), shape=(number + of_units,) * 2)
    _count, labels = connected_components(touching, directed=False)
    found: NDArray[np.int32] = labels[:number]
    return found


def _greedy(members: Numbers, worth: Costs, number: int) -> list[int]:
    """A cover of so many units: the candidate that costs least a unit, and so on with what is left."""
    covered: set[int] = set()
    chosen: list[int] = []
    table = members.tolist()
    for row in np.argsort(worth, kind="stable").tolist():
        own = [unit for unit in table[row] if unit >= 0]
        if covered.isdisjoint(own):
            covered.update(own)
            chosen.append(row)
            if len(covered) == number:
                break
    return chosen


def _solved(members: Numbers, costs: Costs, open_: Numbers) -> Iterator[int]:
    """The candidates of the cheapest cover among those that are open."""
    if not len(open_):
        return
    columns, places = np.nonzero(members[open_] >= 0)
    known, rows = np.unique(members[open_][columns, places], return_inverse=True)
    cover = csr_array((np.ones(len(rows)), (rows, columns)), shape=(len(known), len(open_)))
    solved = milp(
        costs[open_],
        constraints=LinearConstraint(cover, 1, 1),
        bounds=Bounds(0, 1),
        integrality=np.ones(len(open_)),
    )
    yield from open_[solved.x > 0.5].tolist()
