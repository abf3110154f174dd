"""Two-mode matrices: rows by columns, such as actors by concepts.

What Discourse Network Analyzer computes with the same options; see Leifeld (2017), “Discourse Network
Analysis”.
"""

from collections.abc import Mapping

import numpy as np
from scipy import sparse  # type: ignore[import-untyped]  # SciPy ships no types

from annotation.exporters._networks.matrix import Level, total

_NAMES = {-1: "against", 0: "neutral or mixed", 1: "favor"}


def aggregate(counts: Mapping[Level, sparse.csr_array], aggregation: str) -> sparse.csr_array:
    """The weights: “ignore” counts, “subtract” takes against from favor, “combine” numbers combinations.

    The number of a combination is the sum of the powers of two of its signs, the greatest sign having 1:
    favor alone is 1, and without neutral stances against alone is 2 and both are 3.
    """
    if aggregation == "ignore":
        return total(counts)
    if aggregation == "subtract":
        return sum((sign * cells for sign, cells in counts.items() if sign), _empty(counts)).tocsr()
    numbers = _powers(counts)
    return sum((numbers[sign] * (cells > 0) for sign, cells in counts.items()), _empty(counts)).tocsr()


def normalize(
    weights: sparse.csr_array, counts: Mapping[Level, sparse.csr_array], aggregation: str, normalization: str
) -> sparse.csr_array:
    """The weights divided by the activity of their row, or by the prominence of their column.

    Both are numbers of events; with “combine”, where weights are names rather than amounts, they are numbers
    of ties.
    """
    if normalization == "no":
        return weights
    amounts = (weights > 0).astype(np.float64) if aggregation == "combine" else total(counts)
    axis = 1 if normalization == "activity" else 0
    sums = np.asarray(amounts.sum(axis=axis), dtype=np.float64).ravel()
    shares = sparse.diags_array(np.divide(1.0, sums, out=np.zeros_like(sums), where=sums > 0))
    return (shares @ weights if axis == 1 else weights @ shares).tocsr()


def meanings(counts: Mapping[Level, sparse.csr_array]) -> dict[int, str]:
    """What each number of a combination stands for."""
    signed = {level: power for level, power in _powers(counts).items() if level is not None}
    only_signs = signed.keys() <= _NAMES.keys()
    numbers = {
        power: _NAMES[level] if only_signs else f"{level:+}" if level else "0"
        for level, power in signed.items()
    }
    return {
        together: " + ".join(name for power, name in sorted(numbers.items()) if together & power)
        for together in range(1, sum(numbers) + 1)
    }


def _powers(counts: Mapping[Level, sparse.csr_array]) -> dict[Level, int]:
    signs = [sign for sign in counts if sign is not None]
    return {sign: 2**power for power, sign in enumerate(sorted(signs, reverse=True))}


def _empty(counts: Mapping[Level, sparse.csr_array]) -> sparse.csr_array:
    return sparse.csr_array(next(iter(counts.values())).shape, dtype=np.float64)
