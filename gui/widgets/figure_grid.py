"""A grid of figures: its heads stay in view, arrow keys walk through it, Enter leads on."""

from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QFont, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from gui.theme import Theme, current_theme
from gui.widgets.hue_mark import SIDE, paint_hue

Index = QModelIndex | QPersistentModelIndex
_PAD, _SPACE = 8, 20
"""Room beside a name, and beside the longest of them, px."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GridSizes:
    """Width and height of a cell, and the least and most room for names of rows and of columns, px."""

    cell: tuple[int, int]
    names: tuple[int, int]
    heads: tuple[int, int]


class FigureGrid(QTableView):
    """Shows a model that says in `headerData` what its lines are called; `cells` draws what stands in them.

    Emits `cell_chosen(row, column)` when another cell is the current one, and `left` for Enter on one.
    """

    cell_chosen = Signal(int, int)
    left = Signal()

    def __init__(
        self,
        model: QAbstractTableModel,
        cells: "CellDelegate",
        sizes: GridSizes,
        name: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._cells = cells
        cells.setParent(self)
        self.setModel(model)
        self.setItemDelegate(cells)
        self.setHorizontalHeader(TurnedHead(Qt.Orientation.Horizontal, model, sizes, self))
        self.setVerticalHeader(TurnedHead(Qt.Orientation.Vertical, model, sizes, self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setAccessibleName(name)

    def choose(self, row: int, column: int) -> None:
        """Make a cell the current one."""
        self.setCurrentIndex(self.model().index(row, column))

    def first_cell(self) -> tuple[int, int] | None:
        """The cell that is chosen when the keyboard comes and none is yet; None for none."""
        return None

    def stands_back(self, section: int, orientation: Qt.Orientation) -> bool:
        """Whether a line is not one of the things compared, such as the totals."""
        return False

    def hue_of_line(self, section: int, orientation: Qt.Orientation) -> str:
        """The "#RRGGBB" of a line, which stands beside its name; "" for none."""
        return ""

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin with the first cell, where none is chosen yet. For Qt."""
        if not self.currentIndex().isValid() and (first := self.first_cell()) is not None:
            self.choose(*first)
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter leads on to what stands behind the cell. For Qt."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell of the current cell. For Qt."""
        super().currentChanged(current, previous)
        if current.isValid():
            self.cell_chosen.emit(current.row(), current.column())
        self.horizontalHeader().viewport().update()
        self.verticalHeader().viewport().update()


class TurnedHead(QHeaderView):
    """Names of rows, or of columns, which are turned so that they fit; those of the current cell are bold."""

    def __init__(
        self, orientation: Qt.Orientation, model: QAbstractTableModel, sizes: GridSizes, grid: FigureGrid
    ) -> None:
        super().__init__(orientation, grid)
        self._names = model
        self._sizes = sizes
        self._grid = grid
        self._across = orientation is Qt.Orientation.Horizontal
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(1)
        self.setDefaultSectionSize(sizes.cell[0 if self._across else 1])
        model.modelReset.connect(self._fit)

    def sizeHint(self) -> QSize:
        """Room for the longest name, within limits. For Qt."""
        metrics = QFontMetrics(self._bold())
        count = self._names.columnCount() if self._across else self._names.rowCount()
        longest = max((self._width(metrics, section) for section in range(count)), default=0) + _SPACE
        least, most = self._sizes.heads if self._across else self._sizes.names
        room = max(least, min(longest, most))
        width, height = self._sizes.cell
        return QSize(width, room) if self._across else QSize(room, height)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Draw one name. For Qt."""
        theme = current_theme()
        current = self._grid.currentIndex()
        here = current.isValid() and (current.column() if self._across else current.row()) == section
        back = self._grid.stands_back(section, self.orientation())
        painter.save()
        painter.fillRect(rect, theme["paper"])
        painter.setFont(self._bold() if here or back else self.font())
        painter.setPen(QPen(theme["muted" if back and not here else "ink"]))
        hue = self._grid.hue_of_line(section, self.orientation())
        draw_name(painter, QRectF(rect), self._name(section), turned=self._across, hue=hue)
        painter.restore()

    def _name(self, section: int) -> str:
        return str(self._names.headerData(section, self.orientation()) or "")

    def _width(self, metrics: QFontMetrics, section: int) -> int:
        marked = bool(self._grid.hue_of_line(section, self.orientation()))
        return metrics.horizontalAdvance(self._name(section)) + (SIDE + _PAD if marked else 0)

    def _bold(self) -> QFont:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        return font

    def _fit(self) -> None:
        self.updateGeometry()
        self.geometriesChanged.emit()


class CellDelegate(QStyledItemDelegate):
    """Draws cells: `draw` says how; a ring is about the current one, an edge about that under the pointer."""

    def draw(self, painter: QPainter, rect: QRectF, index: Index, theme: Theme) -> bool:
        """Draw what stands in a cell; whether anything does."""
        raise NotImplementedError

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell. For Qt."""
        theme = current_theme()
        rect = QRectF(option.rect)
        inner = rect.adjusted(1, 1, -1, -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(rect, theme["paper"])
        there = self.draw(painter, inner, index, theme)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(QPen(theme["accent"], theme.focus))
            painter.drawRect(inner)
        elif option.state & QStyle.StateFlag.State_MouseOver and there:
            painter.setPen(QPen(theme["edge"], 1))
            painter.drawRect(rect.adjusted(0.5, 0.5, -0.5, -0.5))
        painter.restore()


def draw_nothing(painter: QPainter, rect: QRectF, theme: Theme) -> None:
    """Draw a cell in which there is nothing: as ground, with an edge where that looks like the paper."""
    painter.fillRect(rect, theme["ground"])
    if theme["ground"] == theme["paper"]:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme["faint"], 1))
        painter.drawRect(rect)


def draw_name(painter: QPainter, rect: QRectF, text: str, *, turned: bool, hue: str = "") -> None:
    """A name of a line in its place, cut short where it must be; turned ones read from below upwards.

    The square of its `hue` stands before it, where it has one.
    """
    painter.save()
    if turned:
        painter.translate(rect.left(), rect.bottom())
        painter.rotate(-90)
        rect = QRectF(0, 0, rect.height(), rect.width())
    room = rect.adjusted(_PAD, 0, -_PAD, 0)
    if hue:
        left = room.left()
        if not turned:
            words = painter.fontMetrics().horizontalAdvance(text)
            left = max(left, room.right() - words - SIDE - _PAD)
        paint_hue(painter, hue, QRectF(left, room.center().y() - SIDE / 2, SIDE, SIDE))
        room.setLeft(left + SIDE + _PAD)
    side = Qt.AlignmentFlag.AlignLeft if turned else Qt.AlignmentFlag.AlignRight
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(room.width()))
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | side, shown)
    painter.restore()
