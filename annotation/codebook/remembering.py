"""What was worked out of a table, kept by the table itself: drafts share all tables that no act changed."""

from collections.abc import Callable, Hashable, Mapping
from typing import Any, Generic, TypeVar

T = TypeVar("T")
Table = Mapping[str, Any]
_MOST = 20_000


class Remembered(Generic[T]):
    """A function of a table, which nobody may change, and of what else is told; asked once for each."""

    def __init__(self, make: Callable[..., T]) -> None:
        self._make = make
        self._kept: dict[tuple[int, Hashable], tuple[Table, T]] = {}

    def __call__(self, table: Table, *more: Hashable) -> T:
        """What the function gives. Raises what it raises, each time."""
        key = (id(table), more)
        found = self._kept.get(key)
        if found is not None and found[0] is table:
            return found[1]
        made = self._make(table, *more)
        if len(self._kept) >= _MOST:
            self._kept.clear()
        self._kept[key] = (table, made)
        return made


def same(one: Any, other: Any) -> bool:
    """Whether two tables hold the same in the same order, however deep; quick where they share parts."""
    if one is other:
        return True
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        return len(one) == len(other) and all(
            a == b and same(one[a], other[b]) for a, b in zip(one, other, strict=True)
        )
    return type(one) is type(other) and bool(one == other)
