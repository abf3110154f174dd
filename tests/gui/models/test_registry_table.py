"""The registry as Qt's table: rows come when they are looked at."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from annotation.project.registry import RegistryRow
from annotation.records import Entity
from gui.models.registry_table import COLUMNS, RegistryTable, column_title


def table(asked: list[str]) -> RegistryTable:
    def fetch(keys: Sequence[str]) -> list[RegistryRow]:
        asked.extend(keys)
        return [
            RegistryRow(entity=Entity(id=key, name=key), mentions=1, articles=1)
            for key in keys
            if key != "k3"
        ]

    return RegistryTable(fetch, lambda row, column: f"{row.entity.name} {column}", lambda row, column: "tip")


def test_fifty_thousand_names_are_there_at_once() -> None:
    asked: list[str] = []
    model = table(asked)
    model.show_names([f"k{number}" for number in range(50_000)])
    assert asked == []
    assert model.rowCount() == 50_000
    assert model.data(model.index(40_000, 0)) == "k40000 name"
    assert len(asked) < 200
    assert model.data(model.index(40_000, 0), Qt.ItemDataRole.ToolTipRole) == "tip"
    assert model.row_of("k7") == 7
    assert model.row_of("gone") is None


def test_the_model_is_sound() -> None:
    model = table([])
    model.show_names(["a", "b"])
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    assert tester.model() is model


def test_a_name_that_is_gone_is_asked_for_once() -> None:
    asked: list[str] = []
    model = table(asked)
    model.show_names(["k3"])
    assert model.data(model.index(0, 0)) == ""
    assert model.data(model.index(0, 1)) == ""
    assert asked == ["k3"]


def test_the_same_names_again_are_fetched_anew_without_a_reset() -> None:
    asked: list[str] = []
    model = table(asked)
    model.show_names(["a"])
    resets: list[int] = []
    model.modelReset.connect(lambda: resets.append(1))
    model.data(model.index(0, 0))
    model.show_names(["a"])
    model.data(model.index(0, 0))
    assert asked == ["a", "a"]
    assert resets == []


def test_every_column_has_a_head_and_counts_stand_right() -> None:
    model = table([])
    heads = [model.headerData(place, Qt.Orientation.Horizontal) for place in range(len(COLUMNS))]
    assert heads == [column_title(column) for column, _sort in COLUMNS]
    assert len(set(heads)) == len(heads)
    place = [column for column, _sort in COLUMNS].index("mentions")
    aligned = model.headerData(place, Qt.Orientation.Horizontal, Qt.ItemDataRole.TextAlignmentRole)
    assert aligned & Qt.AlignmentFlag.AlignRight
