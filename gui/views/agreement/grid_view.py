"""A grid of figures on the screen: its heads stay in view, arrow keys walk through it, Enter leads on."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QFont, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from gui.models.agreement_grid import CELL, GridCell, GridTable, Index
from gui.theme import Theme, current_theme, mix
from gui.views.boards.matrix_view import draw_name

_CELL = (62, 34)
_NAMES, _HEAD = (80, 190), (40, 150)
"""The least and the most room for names of rows, and of columns, px."""
_SPACE = 20
_STRONGEST = 0.5


class GridView(QTableView):
    """Shows a GridTable. Emits `cell_chosen(row, column)` for another current cell, `left` for Enter."""

    cell_chosen = Signal(int, int)
    left = Signal()

    def __init__(self, model: GridTable, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = model
        self.setModel(model)
        self.setItemDelegate(GridDelegate(self))
        for orientation in (Qt.Orientation.Horizontal, Qt.Orientation.Vertical):
            head = GridHead(orientation, model, self)
            setter = (
                self.setHorizontalHeader
                if orientation is Qt.Orientation.Horizontal
                else self.setVerticalHeader
            )
            setter(head)
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
        self.setCurrentIndex(self.table.index(row, column))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin with the first cell that has a figure, where none is chosen yet. For Qt."""
        if not self.currentIndex().isValid() and self.table.grid.cells:
            self.choose(*min(self.table.grid.cells))
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


class GridHead(QHeaderView):
    """Names of rows, or of columns, which are turned; those of the current cell are bold."""

    def __init__(self, orientation: Qt.Orientation, model: GridTable, parent: QTableView) -> None:
        super().__init__(orientation, parent)
        self._grid = model
        self._view = parent
        self._across = orientation is Qt.Orientation.Horizontal
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(1)
        self.setDefaultSectionSize(_CELL[0 if self._across else 1])
        model.modelReset.connect(self._fit)

    def sizeHint(self) -> QSize:
        """Room for the longest name, within limits. For Qt."""
        metrics = QFontMetrics(self._bold())
        names = self._grid.grid.columns if self._across else self._grid.grid.rows
        longest = max((metrics.horizontalAdvance(name) for name in names), default=0) + _SPACE
        least, most = _HEAD if self._across else _NAMES
        room = max(least, min(longest, most))
        return QSize(_CELL[0], room) if self._across else QSize(room, _CELL[1])

    def _bold(self) -> QFont:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        return font

    def _fit(self) -> None:
        self.updateGeometry()
        self.geometriesChanged.emit()

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Draw one name. For Qt."""
        theme = current_theme()
        current = self._view.currentIndex()
        here = current.isValid() and (current.column() if self._across else current.row()) == section
        painter.save()
        painter.fillRect(rect, theme["paper"])
        painter.setFont(self._bold() if here else self.font())
        painter.setPen(QPen(theme["ink"]))
        name = str(self._grid.headerData(section, self.orientation()) or "")
        draw_name(painter, QRectF(rect), name, turned=self._across)
        painter.restore()


class GridDelegate(QStyledItemDelegate):
    """Draws cells: a ground, the stronger the more, a figure, and a ring about the current one."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell. For Qt."""
        theme, cell = current_theme(), index.data(CELL)
        rect = QRectF(option.rect)
        painter.save()
        painter.fillRect(rect, theme["paper"])
        inner = rect.adjusted(1, 1, -1, -1)
        if cell is None:
            painter.fillRect(inner, theme["ground"])
        else:
            paint_cell(painter, inner, cell, theme)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(QPen(theme["accent"], theme.focus))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(inner)
        elif option.state & QStyle.StateFlag.State_MouseOver and cell is not None:
            painter.setPen(QPen(theme["edge"], 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(0.5, 0.5, -0.5, -0.5))
        painter.restore()


def paint_cell(painter: QPainter, rect: QRectF, cell: GridCell, theme: Theme) -> None:
    """One figure upon its ground; what people do not agree on is of another colour, and underlined."""
    hue = theme.colours["accent" if cell.agreed else "danger"]
    ground = QColor(mix(hue, theme.colours["paper"], _STRONGEST * min(1.0, max(0.0, cell.share))))
    painter.fillRect(rect, ground)
    font = QFont(painter.font())
    font.setPixelSize(13)
    font.setWeight(QFont.Weight.DemiBold if cell.share else QFont.Weight.Normal)
    font.setUnderline(not cell.agreed and bool(cell.share))
    painter.setFont(font)
    painter.setPen(QPen(theme.ink_on(ground)))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, cell.text)
