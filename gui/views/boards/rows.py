"""A table of many rows: whole rows light up, Enter chooses one, heads sort."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QCursor, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from gui.models.board_rows import BoardRows
from gui.views.corpus_cells import RowDelegate

_ROW, _LINE = 32, 16
_LEAST, _MOST = 48, 1200


class RowsTable(QTableView):
    """Shows BoardRows. Emits `activated_row(place)` for Enter, `sort_wanted(key)` for a click on a head.

    The column called `stretched` takes the room that the others leave, and those that grow a share of it,
    until somebody sets a width; rows are so many `lines` high.
    """

    activated_row = Signal(int)
    sort_wanted = Signal(str)

    def __init__(
        self,
        model: BoardRows[Any],
        name: str,
        stretched: str,
        least: int = 220,
        lines: int = 1,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._lines = RowDelegate(self)
        self._least = least
        keys = [column.key for column in model.columns]
        self._stretched = keys.index(stretched)
        self._by_hand = self._fitting = False
        self._columns = model.columns
        self.setModel(model)
        self.setItemDelegate(self._lines)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(lines > 1)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setAccessibleName(name)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW + (lines - 1) * _LINE)
        self._set_up_header()
        self.entered.connect(lambda index: self._hover(index.row()))
        self.viewportEntered.connect(lambda: self._hover(-1))
        self.verticalScrollBar().valueChanged.connect(self._look_under_pointer)

    def _set_up_header(self) -> None:
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setMinimumSectionSize(_LEAST)
        header.setSectionsClickable(any(column.sortable for column in self._columns))
        header.setSortIndicatorShown(True)
        self.show_sorting("", descending=False)
        for place, column in enumerate(self._columns):
            self.setColumnWidth(place, column.width)
        header.sectionClicked.connect(self._clicked)
        header.sectionResized.connect(self._resized)
        # A header asks row by row whether a column is selected, each time it paints: this one finds nothing.
        header.setSelectionModel(QItemSelectionModel(self.model(), header))

    # ------------------------------------------------------------ columns

    @property
    def widths(self) -> list[int]:
        """The widths of the columns, px; none while nobody has set one."""
        return self._widths if self._by_hand else []

    @property
    def _widths(self) -> list[int]:
        return [self.columnWidth(place) for place in range(len(self._columns))]

    def set_widths(self, widths: Sequence[int]) -> None:
        """Give the columns these widths; widths of another version change nothing."""
        if len(widths) == len(self._columns):
            self._by_hand = True
            for place, width in enumerate(widths):
                self.setColumnWidth(place, max(_LEAST, min(width, _MOST)))
            self._fit()

    def show_sorting(self, key: str, descending: bool) -> None:
        """Point out the column that the rows are sorted by, if it is one of them."""
        keys = [column.key for column in self._columns]
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        self.horizontalHeader().setSortIndicator(keys.index(key) if key in keys else -1, order)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let one column have the room that the others leave. For Qt."""
        super().resizeEvent(event)
        self._fit()

    def _clicked(self, section: int) -> None:
        if self._columns[section].sortable:
            self.sort_wanted.emit(self._columns[section].key)

    def _resized(self, section: int, _before: int, _now: int) -> None:
        if not self._fitting:
            self._by_hand = True
            self._fit()

    def _fit(self) -> None:
        """Give the room there is to the columns."""
        self._fitting = True
        if not self._by_hand:
            self._share_room()
        others = sum(width for place, width in enumerate(self._widths) if place != self._stretched)
        self.setColumnWidth(self._stretched, max(self._least, self.viewport().width() - others))
        self._fitting = False

    def _share_room(self) -> None:
        """Let columns that grow have half of what is left over, up to three times what they are."""
        over = (
            self.viewport().width()
            - self._least
            - sum(column.width for place, column in enumerate(self._columns) if place != self._stretched)
        )
        growing = {place: column.width for place, column in enumerate(self._columns)
                   if column.grows and place != self._stretched}  # fmt: skip
        for place, column in enumerate(self._columns):
            more = max(0, over) * growing.get(place, 0) // max(1, 2 * sum(growing.values()))
            self.setColumnWidth(place, column.width + min(more, 2 * column.width))

    # ------------------------------------------------------------ rows

    @property
    def current(self) -> int | None:
        """The place of the current row; None for none."""
        index = self.currentIndex()
        return index.row() if index.isValid() else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses the row. For Qt."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.activated_row.emit(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """No row is under the pointer any more. For Qt."""
        super().leaveEvent(event)
        self._hover(-1)

    def _look_under_pointer(self) -> None:
        if self.underMouse():
            self._hover(self.indexAt(self.viewport().mapFromGlobal(QCursor.pos())).row())

    def _hover(self, row: int) -> None:
        """Light up one row in the place of another."""
        before, self._lines.hovered = self._lines.hovered, row
        for changed in {before, row} - {-1}:
            self._redraw(self.model().index(changed, 0))

    def _redraw(self, index: QModelIndex) -> None:
        if index.isValid():
            strip = self.visualRect(index)
            self.viewport().update(0, strip.top(), self.viewport().width(), strip.height())
