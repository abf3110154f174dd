"""Rows that are fetched when they are looked at, a chunk at a time."""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar, overload

K = TypeVar("K")
R = TypeVar("R")
_CHUNK = 64


class LazyRows(Sequence[R], Generic[K, R]):
    """As many rows as there are keys; `fetch` gives the rows of some keys, one for each in their order."""

    def __init__(self, keys: Sequence[K], fetch: Callable[[Sequence[K]], Sequence[R]]) -> None:
        self.keys = keys
        self.fetch = fetch
        self._rows: dict[int, R] = {}

    def __len__(self) -> int:
        """How many rows there are."""
        return len(self.keys)

    @overload
    def __getitem__(self, place: int) -> R: ...
    @overload
    def __getitem__(self, place: slice) -> list[R]: ...
    def __getitem__(self, place: int | slice) -> R | list[R]:
        """The row at a place, fetched with those around it. Raises IndexError outside."""
        if isinstance(place, slice):
            return [self[one] for one in range(*place.indices(len(self)))]
        place = range(len(self.keys))[place]
        if place not in self._rows:
            start = place - place % _CHUNK
            chunk = self.keys[start : start + _CHUNK]
            self._rows.update(enumerate(self.fetch(chunk), start))
        return self._rows[place]
