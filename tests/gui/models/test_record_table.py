from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import overload

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from gui.models.record_table import HUE, RECORD, Column, RecordTable


@dataclass(frozen=True)
class Person:
    name: str
    age: int = 30


COLUMNS: tuple[Column[Person], ...] = (
    Column(title="Name", text=lambda p: p.name, tip=lambda p: f"{p.name}, {p.age}", hue=lambda _p: "#0072B2"),
    Column(title="Age", text=lambda p: str(p.age), right=True, colour=lambda _p: QColor("#FF0000")),
)
people = st.lists(
    st.builds(Person, st.sampled_from("abcdefgh"), st.integers(0, 3)), unique_by=lambda p: p.name
)


def table(*names: str) -> RecordTable[Person]:
    return RecordTable(COLUMNS, lambda person: person.name, [Person(name) for name in names])


class Changes:
    """What a model tells its views."""

    def __init__(self, model: RecordTable[Person]) -> None:
        self.told: list[tuple[str, int, int]] = []
        model.rowsInserted.connect(lambda _p, first, last: self.told.append(("in", first, last)))
        model.rowsRemoved.connect(lambda _p, first, last: self.told.append(("out", first, last)))
        model.dataChanged.connect(lambda a, b: self.told.append(("changed", a.row(), b.row())))
        model.modelReset.connect(lambda: self.told.append(("reset", 0, 0)))


def test_a_view_finds_what_a_column_shows(qapp: QApplication) -> None:
    model = table("Ada", "Bo")
    name, age = model.index(1, 0), model.index(1, 1)
    assert (name.data(), age.data()) == ("Bo", "30")
    assert name.data(Qt.ItemDataRole.ToolTipRole) == "Bo, 30"
    assert name.data(HUE) == "#0072B2"
    assert name.data(RECORD) == model.record(name) == Person("Bo")
    assert age.data(Qt.ItemDataRole.ForegroundRole) == QColor("#FF0000")
    assert age.data(Qt.ItemDataRole.TextAlignmentRole) & Qt.AlignmentFlag.AlignRight
    assert name.data(Qt.ItemDataRole.DecorationRole) is None
    assert name.data(Qt.ItemDataRole.CheckStateRole) is None


def test_columns_have_titles_and_rows_have_none(qapp: QApplication) -> None:
    model = table("Ada")
    assert model.headerData(0, Qt.Orientation.Horizontal) == "Name"
    assert model.headerData(0, Qt.Orientation.Vertical) is None
    side = model.headerData(1, Qt.Orientation.Horizontal, Qt.ItemDataRole.TextAlignmentRole)
    assert side & Qt.AlignmentFlag.AlignRight


def test_outside_the_table_there_is_nothing(qapp: QApplication) -> None:
    model = table()
    assert (model.rowCount(), model.columnCount()) == (0, 2)
    assert model.data(model.index(0, 0)) is None
    assert model.row_of("Ada") is None
    assert not model.index_of("Ada").isValid()


def test_rows_have_no_rows_below_them(qapp: QApplication) -> None:
    model = table("Ada")
    assert model.rowCount(model.index(0, 0)) == model.columnCount(model.index(0, 0)) == 0


def test_a_record_is_found_by_its_key(qapp: QApplication) -> None:
    model = table("Ada", "Bo")
    assert (model.row_of("Bo"), model.index_of("Bo").row()) == (1, 1)


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("abc", "abc", []),
        ("abc", "abXc", [("in", 2, 2)]),
        ("abc", "ac", [("out", 1, 1)]),
        ("", "ab", [("in", 0, 1)]),
        ("ab", "", [("out", 0, 1)]),
        ("abcd", "acbd", [("out", 1, 2), ("in", 1, 2)]),
        ("aa", "aaa", [("in", 2, 2)]),
    ],
)
def test_only_what_differs_is_told(
    before: str, after: str, told: list[tuple[str, int, int]], qapp: QApplication
) -> None:
    model = table(*before)
    changes = Changes(model)
    model.update([Person(name) for name in after])
    assert changes.told == told
    assert [person.name for person in model.rows] == list(after)


def test_a_record_that_changed_is_told_alone(qapp: QApplication) -> None:
    model = table("a", "b", "c")
    changes = Changes(model)
    rows = list(model.rows)
    model.update([rows[0], replace(rows[1], age=31), rows[2]])
    assert changes.told == [("changed", 1, 1)]


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(people, min_size=1, max_size=5))
def test_any_update_keeps_the_rules_of_qts_models(steps: list[list[Person]], qapp: QApplication) -> None:
    model: RecordTable[Person] = RecordTable(COLUMNS, lambda person: person.name)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for step in steps:
        model.update(step)
        assert [model.index(row, 0).data(RECORD) for row in range(model.rowCount())] == step
    tester.deleteLater()


def test_a_selected_row_stays_selected_when_others_come_and_go(qapp: QApplication) -> None:
    model = table("a", "b", "c")
    kept = QPersistentModelIndex(model.index(2, 0))
    model.update([Person("c")])
    assert kept.isValid()
    model.update([Person("x"), Person("c")])
    assert kept.row() == 1


def test_a_reset_shows_other_rows_altogether(qapp: QApplication) -> None:
    model = table("a")
    changes = Changes(model)
    model.reset([Person("b")])
    assert changes.told == [("reset", 0, 0)]
    assert model.index(0, 0).data() == "b"


class Lazy(Sequence[Person]):
    """A hundred thousand people of whom each is made when somebody asks."""

    def __init__(self) -> None:
        self.asked = 0

    def __len__(self) -> int:
        return 100_000

    @overload
    def __getitem__(self, place: int) -> Person: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Person]: ...
    def __getitem__(self, place: int | slice) -> Person | Sequence[Person]:
        assert isinstance(place, int)
        self.asked += 1
        return Person(str(place))

    def __iter__(self) -> Iterator[Person]:
        raise AssertionError("nobody has to go through all of them")


def test_rows_are_only_asked_for_when_they_are_shown(qapp: QApplication) -> None:
    rows = Lazy()
    model = RecordTable(COLUMNS, lambda person: person.name, rows)
    assert model.index(99_999, 0).data() == "99999"
    assert (model.rowCount(), rows.asked) == (100_000, 1)


def test_of_a_hundred_thousand_rows_only_the_one_that_is_gone_is_told(qapp: QApplication) -> None:
    rows = [Person(str(number)) for number in range(100_000)]
    model = RecordTable(COLUMNS, lambda person: person.name, rows)
    changes = Changes(model)
    model.update([*rows[:50_000], *rows[50_001:]])
    assert changes.told == [("out", 50_000, 50_000)]
