"""Lazily fetched rows in a table: what changed is told, and nothing is fetched to know it."""

from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPersistentModelIndex
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from gui.models.lazy_rows import LazyRows
from gui.models.lazy_table import LazyTable
from gui.models.record_table import Column

COLUMNS: tuple[Column[str], ...] = (Column(title="Name", text=lambda one: one),)
names = st.lists(st.sampled_from("abcdefgh"), unique=True)


class Fetched:
    """Gives rows, and remembers of which keys."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def rows(self, *keys: str) -> LazyRows[str, str]:
        return LazyRows(keys, self._fetch)

    def _fetch(self, keys: Sequence[str]) -> list[str]:
        self.asked += keys
        return [key.upper() for key in keys]


def table() -> LazyTable[str]:
    return LazyTable(COLUMNS, str.lower)


def shown(model: LazyTable[str]) -> list[str]:
    return [model.index(row, 0).data() for row in range(model.rowCount())]


@settings(max_examples=40)
@given(before=names, after=names)
def test_views_are_told_what_moved(qapp: QApplication, before: list[str], after: list[str]) -> None:
    model, fetched = table(), Fetched()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.update_lazily(fetched.rows(*before))
    kept = {name: QPersistentModelIndex(model.index(row, 0)) for row, name in enumerate(before)}
    model.update_lazily(fetched.rows(*after))
    assert shown(model) == [name.upper() for name in after]
    assert all(index.data() == name.upper() for name, index in kept.items() if index.isValid())
    tester.deleteLater()


def test_nothing_is_fetched_until_it_is_looked_at(qapp: QApplication) -> None:
    model, fetched = table(), Fetched()
    keys = [f"k{number}" for number in range(20_000)]
    model.update_lazily(fetched.rows(*keys))
    assert model.row_of("k19999") == 19_999
    assert model.row_of("gone") is None
    model.update_lazily(fetched.rows(*keys[1:]))
    assert fetched.asked == []
    assert model.index(70, 0).data() == "K71"
    assert len(fetched.asked) == 64


def test_rows_that_stay_are_fetched_anew(qapp: QApplication) -> None:
    model, fetched = table(), Fetched()
    told: list[tuple[int, int]] = []
    model.dataChanged.connect(lambda first, last: told.append((first.row(), last.row())))
    model.update_lazily(fetched.rows("a", "b"))
    assert shown(model) == ["A", "B"]
    model.update_lazily(fetched.rows("a", "b"))
    assert shown(model) == ["A", "B"]
    assert fetched.asked == ["a", "b"] * 2
    assert told[-1] == (0, 1)


def test_a_table_of_records_that_are_there_has_their_keys(qapp: QApplication) -> None:
    model = table()
    model.reset(["A", "B"])
    assert (model.keys, model.row_of("b")) == (["a", "b"], 1)
