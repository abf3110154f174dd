"""Rows of boards: fetched in chunks, once, when they are looked at."""

from collections.abc import Sequence
from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt

from gui.models.board_rows import ROW, BoardRows, Column


@dataclass(frozen=True)
class Thing:
    id: str


class Shop:
    """Gives things, and tells which were asked for."""

    def __init__(self) -> None:
        self.asked: list[Sequence[str]] = []
        self.gone: set[str] = set()

    def fetch(self, ids: Sequence[str]) -> list[Thing]:
        self.asked.append(ids)
        return [Thing(id_) for id_ in ids if id_ not in self.gone]


COLUMNS: tuple[Column[Thing], ...] = (
    Column(key="name", title="Name", words=lambda thing: thing.id, tip=lambda thing: f"tip {thing.id}"),
    Column(key="size", title="Size", words=lambda thing: str(len(thing.id)), number=True),
)


@pytest.fixture
def shop() -> Shop:
    return Shop()


@pytest.fixture
def rows(shop: Shop) -> BoardRows[Thing]:
    made = BoardRows(COLUMNS, shop.fetch)
    made.show_ids([f"t{n}" for n in range(100_000)])
    return made


def test_only_what_is_looked_at_is_fetched(rows: BoardRows[Thing], shop: Shop) -> None:
    assert (rows.rowCount(), rows.columnCount(), shop.asked) == (100_000, 2, [])
    assert rows.data(rows.index(70, 0)) == "t70"
    assert rows.data(rows.index(71, 1)) == "3"
    assert [len(asked) for asked in shop.asked] == [64]
    assert shop.asked[0][0] == "t64"


def test_rows_that_are_gone_are_empty_and_asked_for_once(rows: BoardRows[Thing], shop: Shop) -> None:
    shop.gone = {"t1"}
    assert rows.data(rows.index(1, 0)) == ""
    assert rows.data(rows.index(1, 0), ROW) is None
    assert len(shop.asked) == 1


def test_other_rows_are_fetched_anew(rows: BoardRows[Thing], shop: Shop) -> None:
    rows.row(0)
    rows.show_ids(["t0"])
    assert rows.row(0) == Thing("t0")
    assert len(shop.asked) == 2
    assert (rows.row_of("t0"), rows.row_of("t5")) == (0, None)
    assert rows.ids == ["t0"]


def test_cells_and_heads_say_what_columns_say(rows: BoardRows[Thing]) -> None:
    index = rows.index(3, 0)
    assert rows.data(index, Qt.ItemDataRole.ToolTipRole) == "tip t3"
    assert rows.data(rows.index(3, 1), Qt.ItemDataRole.ToolTipRole) == ""
    assert rows.data(index, ROW) == Thing("t3")
    assert rows.data(index, Qt.ItemDataRole.DecorationRole) is None
    right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    assert rows.data(rows.index(3, 1), Qt.ItemDataRole.TextAlignmentRole) == right
    assert rows.headerData(1, Qt.Orientation.Horizontal) == "Size"
    assert rows.headerData(1, Qt.Orientation.Horizontal, Qt.ItemDataRole.TextAlignmentRole) == right
    assert rows.headerData(1, Qt.Orientation.Horizontal, Qt.ItemDataRole.DecorationRole) is None
    assert rows.headerData(1, Qt.Orientation.Vertical) is None
    assert (rows.rowCount(index), rows.columnCount(index)) == (0, 0)
