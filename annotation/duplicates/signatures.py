"""Which of many texts may be alike, without comparing each with each: MinHash signatures in bands.

Broder, A. Z., Charikar, M., Frieze, A. M. & Mitzenmacher, M. (1998). Min-wise independent permutations.
STOC 1998, 327–336. Indyk, P. & Motwani, R. (1998). Approximate nearest neighbors. STOC 1998, 604–613.
"""

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt
from rensa import RMinHash  # type: ignore[import-untyped] # the library has no types

from annotation.duplicates.shingles import Numbers

_SLOTS = 256
"""Minima of a signature."""
_BAND = 2
"""Slots of a band: texts are compared where all slots of any band are the same.

Of texts with a fifth of their shingles in common 99 in 100 are, with a twentieth one in four.
"""
_SEED = 20
_NEXT = 8
"""Texts of the same band after each that it is compared with, beside the first one that has it."""
_FACTOR = np.uint64(0x9E3779B97F4A7C15)
Bands = npt.NDArray[np.uint32]


class Signatures:
    """The signatures of texts that are numbered as they come. Half a kilobyte is kept of each."""

    def __init__(self) -> None:
        self._parts: list[Bands] = []

    def add(self, shingles: Numbers, offsets: Numbers) -> None:
        """Take in texts, their shingles one after the other, and where each text's begin and end."""
        if len(offsets) < 2:
            return
        matrix = RMinHash.digest_matrix_from_flat_token_hashes(shingles, offsets, _SLOTS, _SEED)
        slots = np.array(matrix.to_rows(), dtype=np.uint64)
        keys = slots[:, 0::_BAND] * _FACTOR + slots[:, 1::_BAND]
        keys ^= keys >> np.uint64(29)
        keys *= _FACTOR
        self._parts.append((keys >> np.uint64(32)).astype(np.uint32))

    def candidates(self) -> Iterator[tuple[int, int]]:
        """The pairs of texts that may be alike, the one with the lower number first, in order."""
        if not self._parts:
            return
        bands = np.concatenate(self._parts)
        count = len(bands)
        found = np.empty(0, dtype=np.int64)
        for band in range(bands.shape[1]):
            found = np.union1d(found, _same(bands[:, band], count))
        for number in found:
            yield int(number) // count, int(number) % count


def _same(keys: npt.NDArray[np.uint32], count: int) -> npt.NDArray[np.int64]:
    """The pairs of places with the same key, each as one number: place × count + later place.

    Where many have a key, each is paired with the first and with the few that follow it.
    """
    order = np.argsort(keys, kind="stable").astype(np.int64)
    ordered = keys[order]
    pairs: list[npt.NDArray[np.int64]] = []
    for step in range(1, _NEXT + 1):
        same = np.flatnonzero(ordered[step:] == ordered[:-step])
        if not len(same):
            return np.concatenate(pairs) if pairs else np.empty(0, dtype=np.int64)
        pairs.append(order[same] * count + order[same + step])
    begins = np.concatenate(([True], ordered[1:] != ordered[:-1]))
    first = np.maximum.accumulate(np.where(begins, np.arange(len(order)), 0))
    far = np.flatnonzero(np.arange(len(order)) - first > _NEXT)
    pairs.append(order[first[far]] * count + order[far])
    return np.concatenate(pairs)
