"""Rows are fetched when they are looked at, once, a chunk at a time."""

from collections.abc import Sequence

import pytest

from gui.models.lazy_rows import LazyRows


def test_only_what_is_looked_at_is_fetched() -> None:
    asked: list[int] = []

    def fetch(keys: Sequence[int]) -> list[str]:
        asked.extend(keys)
        return [str(key) for key in keys]

    rows = LazyRows[int, str](range(1000, 2000), fetch)
    assert len(rows) == 1000
    assert asked == []
    assert rows[500] == "1500"
    assert len(asked) < 100
    assert rows[501] == "1501"
    assert rows[-1] == "1999"
    assert rows[998:] == ["1998", "1999"]
    assert len(asked) == len(set(asked))
    with pytest.raises(IndexError):
        rows[1000]


def test_no_keys_are_no_rows() -> None:
    assert list(LazyRows[int, str]((), lambda keys: [])) == []
