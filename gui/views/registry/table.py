"""The table of canonical names: rows that light up as a whole, the name takes the room there is."""

from collections.abc import Sequence

from PySide6.QtCore import QItemSelection, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from annotation.i18n import _
from annotation.project.registry import RegistrySort
from gui.models.registry_table import COLUMNS, RegistryTable, column_title
from gui.widgets.row_table import LEAST, RowTable

_WIDTHS = {
    "type": 118,
    "mentions": 80,
    "articles": 70,
    "aliases": 104,
    "wikidata": 78,
    "origin": 74,
    "updated": 96,
    "note": 160,
}
_WIDTH = 100
_BESIDE = 30
"""Room beside the words of a cell or a head, px."""
_NAME = 170
"""The least width of the name, px; the table scrolls sideways in a window that is narrower still."""


class NamesTable(RowTable):
    """Shows a RegistryTable. Emits `edit_wanted` for Enter, F2 and a double click."""

    edit_wanted = Signal()
    chosen_changed = Signal()

    def __init__(self, model: RegistryTable, parent: QWidget | None = None) -> None:
        super().__init__(model, _("Names of the registry"), parent=parent)
        self._names = model
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self._set_up_header()
        self.activated_row.connect(lambda _row: self.edit_wanted.emit())
        self.doubleClicked.connect(lambda _index: self.edit_wanted.emit())

    def _set_up_header(self) -> None:
        self.show_sorting(RegistrySort.NAME, descending=False)
        self.set_widths([self._usual(column) for column, _key in COLUMNS[1:]])
        self.horizontalHeader().sectionResized.connect(self._resized)

    # ------------------------------------------------------------ columns

    def _usual(self, column: str) -> int:
        """The width of a column while nobody has set one: its usual one, or what its words need."""
        said = [column_title(column), *((_("machine"), _("person")) if column == "origin" else ())]
        metrics = self.horizontalHeader().fontMetrics()
        needed = max(metrics.horizontalAdvance(words) for words in said) + _BESIDE
        return max(_WIDTHS.get(column, _WIDTH), needed)

    @property
    def widths(self) -> list[int]:
        """The widths of all columns but the name, px."""
        return [self.columnWidth(place) for place in range(1, len(COLUMNS))]

    def set_widths(self, widths: Sequence[int]) -> None:
        """Give all columns but the name these widths; widths of another version change nothing."""
        if len(widths) == len(COLUMNS) - 1:
            for place, width in enumerate(widths, 1):
                self.setColumnWidth(place, max(LEAST, min(width, 1000)))
            self._fit_name()

    def show_sorting(self, key: RegistrySort, descending: bool) -> None:
        """Point out the column that the rows are sorted by."""
        section = next(place for place, (_column, by) in enumerate(COLUMNS) if by is key)
        self.point_out(section, descending)

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
        return [self._names.keys[row] for row in self.selected_rows if row < len(self._names.keys)]

    def choose(self, keys: Sequence[str]) -> None:
        """Select these entities, those that are shown, and bring the first into view."""
        rows = sorted(row for key in keys if (row := self._names.row_of(key)) is not None)
        if rows:
            self.scrollTo(self._names.index(rows[0], 0))
        self.select_rows(rows, rows[0] if rows else None)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Tell of it; without what Qt would tell screen readers cell by cell. For Qt."""
        QAbstractItemView.selectionChanged(self, selected, deselected)
        self.chosen_changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F2 goes to the name, as Enter does. For Qt."""
        if event.key() == Qt.Key.Key_F2 and self.currentIndex().isValid():
            self.edit_wanted.emit()
        else:
            super().keyPressEvent(event)
