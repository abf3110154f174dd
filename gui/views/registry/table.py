"""The table of canonical names: rows that light up as a whole, the name takes the room there is."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from annotation.i18n import _
from annotation.project.registry import RegistrySort
from gui.models.registry_table import COLUMNS, RegistryTable
from gui.views.corpus import ranges
from gui.views.corpus_cells import RowDelegate

_WIDTHS = {
    "type": 112,
    "mentions": 82,
    "articles": 70,
    "aliases": 132,
    "wikidata": 84,
    "origin": 80,
    "updated": 92,
    "note": 160,
}
_WIDTH = 100
_NAME = 190
"""The least width of the name, px; the table scrolls sideways in a window that is narrower still."""
_ROW = 32


class NamesTable(QTableView):
    """Shows a RegistryTable. Emits `edit_wanted` for Enter, F2 and a double click."""

    edit_wanted = Signal()
    chosen_changed = Signal()

    def __init__(self, model: RegistryTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = RowDelegate(self)
        self._names = model
        self.setModel(model)
        self.setItemDelegate(self._rows)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setAccessibleName(_("Names of the registry"))
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW)
        self._set_up_header()
        self.entered.connect(lambda index: self._hover(index.row()))
        self.viewportEntered.connect(lambda: self._hover(-1))
        self.doubleClicked.connect(lambda _index: self.edit_wanted.emit())

    def _set_up_header(self) -> None:
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(True)
        header.setMinimumSectionSize(48)
        header.setSortIndicatorShown(True)
        self.show_sorting(RegistrySort.NAME, descending=False)
        self.set_widths([_WIDTHS.get(column, _WIDTH) for column, _key in COLUMNS[1:]])
        header.sectionResized.connect(self._resized)
        # A header asks row by row whether a column is selected, each time it paints: this one finds nothing.
        header.setSelectionModel(QItemSelectionModel(self.model(), header))

    # ------------------------------------------------------------ columns

    @property
    def widths(self) -> list[int]:
        """The widths of all columns but the name, px."""
        return [self.columnWidth(place) for place in range(1, len(COLUMNS))]

    def set_widths(self, widths: Sequence[int]) -> None:
        """Give all columns but the name these widths; widths of another version change nothing."""
        if len(widths) == len(COLUMNS) - 1:
            for place, width in enumerate(widths, 1):
                self.setColumnWidth(place, max(48, min(width, 1000)))
            self._fit_name()

    def show_sorting(self, key: RegistrySort, descending: bool) -> None:
        """Point out the column that the rows are sorted by."""
        section = next(place for place, (_column, by) in enumerate(COLUMNS) if by is key)
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        self.horizontalHeader().setSortIndicator(section, order)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the name have the room that the others leave. For Qt."""
        super().resizeEvent(event)
        self._fit_name()

    def _resized(self, section: int, _before: int, _now: int) -> None:
        if section:
            self._fit_name()

    def _fit_name(self) -> None:
        self.setColumnWidth(0, max(_NAME, self.viewport().width() - sum(self.widths)))

    # ------------------------------------------------------------ rows

    @property
    def chosen(self) -> list[str]:
        """The keys of the selected entities, from the top down."""
        found = self.selectionModel().selection()
        parts = [found.at(place) for place in range(found.size())]
        rows = sorted({row for part in parts for row in range(part.top(), part.bottom() + 1)})
        return [self._names.keys[row] for row in rows if row < len(self._names.keys)]

    def choose(self, keys: Sequence[str]) -> None:
        """Select these entities, those that are shown, and bring the first into view."""
        rows = sorted(row for key in keys if (row := self._names.row_of(key)) is not None)
        selection, last = QItemSelection(), len(COLUMNS) - 1
        for first, end in ranges(rows):
            selection.select(self._names.index(first, 0), self._names.index(end, last))
        model, flags = self.selectionModel(), QItemSelectionModel.SelectionFlag
        if rows:
            model.setCurrentIndex(self._names.index(rows[0], 0), flags.NoUpdate)
            self.scrollTo(self._names.index(rows[0], 0))
        model.select(selection, flags.ClearAndSelect)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Tell of it; without what Qt would tell screen readers cell by cell. For Qt."""
        QAbstractItemView.selectionChanged(self, selected, deselected)
        self.chosen_changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and F2 go to the name. For Qt."""
        keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)
        if event.key() in keys and self.currentIndex().isValid():
            self.edit_wanted.emit()
        else:
            super().keyPressEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """No row is under the pointer any more. For Qt."""
        super().leaveEvent(event)
        self._hover(-1)

    def _hover(self, row: int) -> None:
        """Light up one row in the place of another."""
        before, self._rows.hovered = self._rows.hovered, row
        for changed in {before, row} - {-1}:
            self._redraw(self.model().index(changed, 0))

    def _redraw(self, index: QModelIndex) -> None:
        if index.isValid():
            strip = self.visualRect(index)
            self.viewport().update(0, strip.top(), self.viewport().width(), strip.height())
