"""A table whose rows light up and are chosen as a whole: Enter takes one, heads point out the sorting."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QCursor, QEnterEvent, QHelpEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolTip,
    QWidget,
)

LEAST = 48
"""The least width of a column, px."""
_ROW, _LINE = 32, 16


class RowDelegate(QStyledItemDelegate):
    """Draws all cells of the row `hovered` as pointed at, not the one cell alone; -1 for none."""

    hovered = -1

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw a cell as one of its row. For Qt."""
        if index.row() == self.hovered:
            option.state |= QStyle.StateFlag.State_MouseOver
        else:
            option.state &= ~QStyle.StateFlag.State_MouseOver
        super().paint(painter, option, index)

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        """Say whole what is cut short, where the cell has nothing else to say. For Qt."""
        words = str(index.data() or "")
        cut = self.sizeHint(option, index).width() > view.visualRect(index).width()
        if event.type() != QEvent.Type.ToolTip or index.data(Qt.ItemDataRole.ToolTipRole) or not cut:
            return super().helpEvent(event, view, option, index)
        QToolTip.showText(event.globalPos(), words, view)
        return True


class RowTable(QTableView):
    """Shows a model whose rows are `lines` high. Emits `activated_row` for Enter."""

    activated_row = Signal(int)

    def __init__(
        self, model: QAbstractItemModel, name: str, lines: int = 1, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._delegate = RowDelegate(self)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(lines > 1)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setAccessibleName(name)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW + (lines - 1) * _LINE)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(True)
        header.setMinimumSectionSize(LEAST)
        header.setSortIndicatorShown(True)
        # A header asks row by row whether a column is selected, each time it paints: this one finds nothing.
        header.setSelectionModel(QItemSelectionModel(model, header))
        self.entered.connect(lambda index: self._hover(index.row()))
        self.viewportEntered.connect(lambda: self._hover(-1))
        self.verticalScrollBar().valueChanged.connect(self._look_under_pointer)

    def select_rows(self, rows: Sequence[int], current: int | None = None) -> None:
        """Select these rows, which ascend, and no others; `current` has the keyboard, None as before."""
        chosen, last = QItemSelection(), self.model().columnCount() - 1
        for first, end in ranges(rows):
            chosen.select(self.model().index(first, 0), self.model().index(end, last))
        model, flags = self.selectionModel(), QItemSelectionModel.SelectionFlag
        if current is not None:
            model.setCurrentIndex(self.model().index(current, 0), flags.NoUpdate)
        model.select(chosen, flags.ClearAndSelect)

    @property
    def selected_rows(self) -> list[int]:
        """The rows that are selected, from the top down."""
        found = self.selectionModel().selection()
        parts = [found.at(place) for place in range(found.size())]
        return sorted({row for part in parts for row in range(part.top(), part.bottom() + 1)})

    def point_out(self, section: int, descending: bool) -> None:
        """Show that the rows are sorted by a column, or with -1 by none of them."""
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        self.horizontalHeader().setSortIndicator(section, order)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes the row. For Qt."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.activated_row.emit(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """The row that came under a resting pointer lights up as well. For Qt."""
        super().enterEvent(event)
        self._look_under_pointer()

    def leaveEvent(self, event: QEvent) -> None:
        """No row is under the pointer any more. For Qt."""
        super().leaveEvent(event)
        self._hover(-1)

    def _look_under_pointer(self) -> None:
        if self.underMouse():
            self._hover(self.indexAt(self.viewport().mapFromGlobal(QCursor.pos())).row())

    def _hover(self, row: int) -> None:
        """Light up one row in the place of another."""
        before, self._delegate.hovered = self._delegate.hovered, row
        for changed in {before, row} - {-1}:
            self._redraw(self.model().index(changed, 0))

    def _redraw(self, index: QModelIndex) -> None:
        if index.isValid():
            strip = self.visualRect(index)
            self.viewport().update(0, strip.top(), self.viewport().width(), strip.height())


def ranges(numbers: Sequence[int]) -> list[tuple[int, int]]:
    """Ascending numbers as runs without gaps: (first, last) of each."""
    found: list[tuple[int, int]] = []
    for number in numbers:
        if found and found[-1][1] == number - 1:
            found[-1] = (found[-1][0], number)
        else:
            found.append((number, number))
    return found
