"""What each source says, article by article: a cell for the figures of one source in one article."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QMouseEvent, QPainter
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
from annotation.operations.boards.comparing import Comparison, bounds
from annotation.project.boards.figures import Figure
from gui.models.comparison_table import FIGURES, ComparisonTable, Index
from gui.theme import current_theme

_COLUMN, _NAMES, _LINE = 156, 220, 22


class ComparisonGrid(QTableView):
    """Shows a ComparisonTable. Emits `figure_chosen(Figure)` for a click, or Enter, on a cell's figure."""

    figure_chosen = Signal(object)

    def __init__(self, model: ComparisonTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._comparison = model
        self._cells = ComparisonDelegate(model, self)
        self.setModel(model)
        self.setItemDelegate(self._cells)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setMouseTracking(True)
        self.setAccessibleName(_("What each source says"))
        for head in (self.horizontalHeader(), self.verticalHeader()):
            head.setTextElideMode(Qt.TextElideMode.ElideRight)
            head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
            head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            head.setHighlightSections(False)
        self.horizontalHeader().setDefaultSectionSize(_COLUMN)
        self.verticalHeader().setFixedWidth(_NAMES)

    def fit_rows(self) -> None:
        """Give each article the lines that its fullest cell needs."""
        for row in range(min(self._comparison.rowCount(), 2000)):
            cells = range(self._comparison.columnCount())
            most = max((len(self._comparison.figures(row, column)) for column in cells), default=1)
            self.setRowHeight(row, 10 + _LINE * max(1, most))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose the figure that was clicked. For Qt."""
        super().mouseReleaseEvent(event)
        point = event.position().toPoint()
        index = self.indexAt(point)
        if index.isValid():
            self._choose((point.y() - self.visualRect(index).top() - 5) // _LINE)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses the first figure of the cell. For Qt."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(0)
        else:
            super().keyPressEvent(event)

    def _choose(self, place: int) -> None:
        found = self.currentIndex().data(FIGURES) if self.currentIndex().isValid() else None
        if found and 0 <= place < len(found):
            self.figure_chosen.emit(found[place])


class ComparisonDelegate(QStyledItemDelegate):
    """Draws the figures of a cell one below the other; the least and the largest of all are marked."""

    def __init__(self, model: ComparisonTable, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell. For Qt."""
        theme = current_theme()
        rect: QRect = option.rect
        painter.save()
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        pointed = bool(option.state & QStyle.StateFlag.State_MouseOver)
        found: list[Figure] = index.data(FIGURES) or []
        ground = "selected" if selected else "hover" if pointed and found else "paper"
        painter.fillRect(rect, theme[ground])
        for place, figure in enumerate(found):
            line = QRect(rect.left() + 8, rect.top() + 5 + place * _LINE, rect.width() - 16, _LINE)
            self._write(painter, line, figure, "on_selected" if selected else "ink")
        painter.restore()

    def _write(self, painter: QPainter, line: QRect, figure: Figure, ink: str) -> None:
        mark = extreme_mark(figure, self._model.comparison)
        font = QFont(painter.font())
        font.setWeight(QFont.Weight.DemiBold if mark else QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(current_theme()[ink])
        text = f"{self._model.words(figure)} {mark}".rstrip()
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, line.width())
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, shown)


def extreme_mark(figure: Figure, comparison: Comparison | None) -> str:
    """A mark for the least and the largest number of all, where they differ; "" for all others."""
    pair = bounds(figure)
    if comparison is None or pair is None or not comparison.spread:
        return ""
    return "▼" if pair[0] == comparison.low else "▲" if pair[1] == comparison.high else ""
