"""What follows from a table is worked out once."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotation.codebook import Draft
from annotation.codebook.remembering import Remembered, same
from tests.annotation.codebook.drafts import SMALL, acts


def test_a_table_is_asked_once_and_another_one_anew() -> None:
    asked: list[Any] = []

    def make(table: dict[str, Any], more: str) -> int:
        asked.append((table, more))
        return len(table)

    remembered = Remembered(make)
    table = {"a": 1}
    assert [remembered(table, "x"), remembered(table, "x"), remembered(table, "y")] == [1, 1, 1]
    assert remembered({"a": 1}, "x") == 1
    assert [more for _table, more in asked] == ["x", "y", "x"]


def test_an_error_is_raised_each_time() -> None:
    def make(_table: dict[str, Any]) -> int:
        raise ValueError("no")

    remembered = Remembered(make)
    table: dict[str, Any] = {}
    for _ in range(2):
        with pytest.raises(ValueError, match="no"):
            remembered(table)


def test_no_more_is_kept_than_has_room(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("annotation.codebook.remembering._MOST", 2)
    remembered = Remembered(len)
    tables = [{str(n): n} for n in range(5)]
    assert [remembered(table) for table in tables * 2] == [1] * 10
    assert len(remembered._kept) <= 2


@given(data=st.data())
def test_drafts_are_the_same_where_they_are_written_the_same(data: st.DataObject) -> None:
    one = other = Draft.of(SMALL)
    for _ in range(data.draw(st.integers(0, 3))):
        one = data.draw(acts(one))
    for _ in range(data.draw(st.integers(0, 3))):
        other = data.draw(acts(other))
    assert same(one.document, other.document) == (one.toml == other.toml)


def test_true_is_not_one_and_order_counts() -> None:
    assert not same({"a": True}, {"a": 1})
    assert not same({"a": 1, "b": 2}, {"b": 2, "a": 1})
    assert same({"a": [1, {"b": 2}]}, {"a": [1, {"b": 2}]})
