"""Grids of figures: names of lines with room for them, cells that are walked through, Enter that leads on."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gui.theme import Theme, current_theme
from gui.widgets.figure_grid import CellDelegate, FigureGrid, GridSizes, draw_name, draw_nothing

Index = QModelIndex | QPersistentModelIndex
ACROSS, DOWN = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
SIZES = GridSizes(cell=(60, 30), names=(80, 200), heads=(40, 150))
RED = "#C0392B"


class Numbers(QAbstractTableModel):
    """Two rows of two numbers; one name is long."""

    names = ("One", "A name that is rather long")

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 2

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 2

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        return "7" if role == Qt.ItemDataRole.DisplayRole else None

    def headerData(self, section: int, _orientation: Qt.Orientation, role: int = 0) -> Any:
        return self.names[section] if role == Qt.ItemDataRole.DisplayRole else None


class Plain(CellDelegate):
    drawn = 0

    def draw(self, painter: QPainter, rect: QRectF, index: Index, theme: Theme) -> bool:
        self.drawn += 1
        draw_nothing(painter, rect, theme)
        return True


class Grid(FigureGrid):
    hue = ""

    def first_cell(self) -> tuple[int, int] | None:
        return (0, 1)

    def stands_back(self, section: int, orientation: Qt.Orientation) -> bool:
        return section == 1

    def hue_of_line(self, section: int, orientation: Qt.Orientation) -> str:
        return self.hue


@pytest.fixture
def grid(shown: Callable[[QWidget], QWidget]) -> Grid:
    made = Grid(Numbers(), Plain(), SIZES, "Numbers")
    made.resize(500, 400)
    shown(made)
    return made


def test_heads_have_room_for_the_longest_name_within_limits(grid: Grid) -> None:
    assert SIZES.names[0] < grid.verticalHeader().width() <= SIZES.names[1]
    assert SIZES.heads[0] < grid.horizontalHeader().height() <= SIZES.heads[1]
    before = grid.verticalHeader().sizeHint().width()
    grid.hue = RED
    assert grid.verticalHeader().sizeHint().width() > before, "a square beside the name needs room as well"
    Numbers.names = ("1", "2")
    try:
        grid.model().modelReset.emit()
        assert grid.verticalHeader().sizeHint().width() == SIZES.names[0]
    finally:
        Numbers.names = ("One", "A name that is rather long")


def test_the_keyboard_begins_with_the_first_cell_walks_and_leads_on(grid: Grid, qtbot: QtBot) -> None:
    seen: list[tuple[int, int]] = []
    grid.cell_chosen.connect(lambda row, column: seen.append((row, column)))
    grid.setFocus()
    qtbot.waitUntil(grid.hasFocus)
    QTest.keyClick(grid, Qt.Key.Key_Down)
    assert seen[-1] == (1, 1)
    with qtbot.waitSignal(grid.left):
        QTest.keyClick(grid, Qt.Key.Key_Return)


@pytest.mark.parametrize("turned", [False, True])
def test_the_square_of_a_line_stands_beside_its_name(qtbot: QtBot, turned: bool) -> None:
    picture = QImage(160, 160, QImage.Format.Format_RGB32)
    picture.fill(QColor("white"))
    painter = QPainter(picture)
    draw_name(painter, QRectF(0, 0, 160, 160), "Name", turned=turned, hue=RED)
    painter.end()
    wanted = current_theme().hue(RED).rgb()
    found = [(x, y) for x in range(160) for y in range(160) if picture.pixel(x, y) == wanted]
    assert len(found) > 50
