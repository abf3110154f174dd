"""The matrix of stances on the screen: its heads stay in view, arrow keys walk through it."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from annotation.i18n import _
from gui.models.matrix_table import COUNTS, Index, MatrixTable
from gui.theme import current_theme
from gui.views.boards.matrix_cells import CELL, paint_counts, paint_nothing

HEAD_HEIGHT = 132
NAMES_WIDTH = 180
_PAD = 8


class MatrixView(QTableView):
    """Shows a MatrixTable. Emits `cell_chosen(row, column)` when another cell is the current one."""

    cell_chosen = Signal(int, int)

    def __init__(self, model: MatrixTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cells = MatrixDelegate(model, self)
        self.setModel(model)
        self.setItemDelegate(self._cells)
        self.setHorizontalHeader(TurnedHead(Qt.Orientation.Horizontal, model, self))
        self.setVerticalHeader(TurnedHead(Qt.Orientation.Vertical, model, self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setAccessibleName(_("Who towards whom"))

    def show_net(self, net: bool) -> None:
        """Show how much favor and against differ, rather than how many there are of each."""
        self._cells.net = net
        self.viewport().update()

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell of the current cell. For Qt."""
        super().currentChanged(current, previous)
        if current.isValid():
            self.cell_chosen.emit(current.row(), current.column())
        self.horizontalHeader().viewport().update()
        self.verticalHeader().viewport().update()


class TurnedHead(QHeaderView):
    """Names of rows, or of columns, which are turned so that they fit; those of the current cell are bold."""

    def __init__(self, orientation: Qt.Orientation, model: MatrixTable, parent: QTableView) -> None:
        super().__init__(orientation, parent)
        self._matrix = model
        self._view = parent
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(1)
        self.setDefaultSectionSize(CELL[0 if orientation == Qt.Orientation.Horizontal else 1])

    def sizeHint(self) -> QSize:
        """Room for names of a usual length. For Qt."""
        return QSize(NAMES_WIDTH, HEAD_HEIGHT)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Draw one name. For Qt."""
        theme = current_theme()
        line = self._matrix.line(section, self.orientation())
        current = self._view.currentIndex()
        across = self.orientation() == Qt.Orientation.Horizontal
        here = current.isValid() and (current.column() if across else current.row()) == section
        text = str(self._matrix.headerData(section, self.orientation()) or "")
        painter.save()
        painter.fillRect(rect, theme["paper"])
        font = QFont(painter.font())
        font.setWeight(QFont.Weight.DemiBold if here or line is None else QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(QPen(theme["ink"] if here or line is not None else theme["muted"]))
        draw_name(painter, QRectF(rect), text, turned=across)
        painter.restore()


class MatrixDelegate(QStyledItemDelegate):
    """Draws cells; `net` says what they show."""

    def __init__(self, model: MatrixTable, parent: QWidget) -> None:
        super().__init__(parent)
        self._matrix = model
        self.net = False

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell, and a ring about the current one. For Qt."""
        theme = current_theme()
        rect = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(rect, theme["paper"])
        counts = index.data(COUNTS)
        if counts is not None and counts.total:
            paint_counts(
                painter,
                rect.adjusted(1, 1, -1, -1),
                counts,
                theme,
                strongest=self._matrix.matrix.strongest,
                net=self.net,
                total=self._matrix.is_total(index.row(), index.column()),
            )
        else:
            paint_nothing(painter, rect.adjusted(1, 1, -1, -1), theme)
        state = option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.setPen(QPen(theme["accent"], theme.focus))
            painter.drawRect(rect.adjusted(1, 1, -1, -1))
        elif state & QStyle.StateFlag.State_MouseOver and counts is not None:
            painter.setPen(QPen(theme["edge"], 1))
            painter.drawRect(rect.adjusted(0.5, 0.5, -0.5, -0.5))
        painter.restore()


def draw_name(painter: QPainter, rect: QRectF, text: str, *, turned: bool) -> None:
    """A name of a line in its place, cut short where it must be; turned ones read from below upwards."""
    elide = Qt.TextElideMode.ElideRight
    if not turned:
        room = rect.adjusted(_PAD, 0, -_PAD, 0)
        shown = painter.fontMetrics().elidedText(text, elide, int(room.width()))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, shown)
        return
    painter.save()
    painter.translate(rect.left(), rect.bottom())
    painter.rotate(-90)
    room = QRectF(_PAD, 0, rect.height() - 2 * _PAD, rect.width())
    shown = painter.fontMetrics().elidedText(text, elide, int(room.width()))
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
    painter.restore()
