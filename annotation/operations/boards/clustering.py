"""Putting what is alike side by side."""

from collections.abc import Sequence


def cluster(rows: Sequence[Sequence[float]]) -> list[int]:
    """The places of some rows of numbers, so ordered that those which point the same way stand together.

    By average linkage of their cosine distance, leaves ordered so that neighbours are as near as can be.
    """
    if len(rows) < 3:
        return list(range(len(rows)))
    # NumPy and SciPy take half a second to load, and most who look at a matrix never cluster it.
    import numpy as np  # noqa: PLC0415
    from scipy.cluster.hierarchy import (  # type: ignore[import-untyped]  # noqa: PLC0415  SciPy ships no types
        leaves_list,
        linkage,
        optimal_leaf_ordering,
    )

    table = np.asarray(rows, dtype=np.float64)
    lengths = np.linalg.norm(table, axis=1, keepdims=True)
    table = table / np.where(lengths == 0, 1, lengths)
    far = np.clip(1 - table @ table.T, 0, 2)
    apart = far[np.triu_indices(len(rows), 1)]
    tree = linkage(apart, method="average")
    return [int(place) for place in leaves_list(optimal_leaf_ordering(tree, apart))]
