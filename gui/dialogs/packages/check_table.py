"""Rows to tick, with what is known of each beside it."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from gui.widgets.row_table import RowDelegate

_ROW = 30
_KEY = Qt.ItemDataRole.UserRole
_PLAIN = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class CheckTable(QTableWidget):
    """The first column has the ticks. Emits `ticked` when one changes, `typed(key, column)` for a text."""

    ticked = Signal()
    typed = Signal(str, int)

    def __init__(
        self,
        titles: Sequence[str],
        name: str,
        parent: QWidget | None = None,
        *,
        editable: Collection[int] = (),
        right: Collection[int] = (),
    ) -> None:
        """Columns with these titles; those `editable` take text, those `right` hold figures."""
        super().__init__(0, len(titles), parent)
        self._editable, self._right = frozenset(editable), frozenset(right)
        self._rows: dict[str, int] = {}
        self.setHorizontalHeaderLabels(list(titles))
        self.setAccessibleName(name)
        self.setItemDelegate(RowDelegate(self))  # no cell alone lights up
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW)
        heads = self.horizontalHeader()
        heads.setHighlightSections(False)
        heads.setSectionsClickable(False)
        heads.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        for column in {0, len(titles) - 1}:
            heads.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        for column in range(len(titles)):
            side = Qt.AlignmentFlag.AlignRight if column in self._right else Qt.AlignmentFlag.AlignLeft
            head = self.horizontalHeaderItem(column)
            assert head is not None, "every column has a title"
            head.setTextAlignment(side | Qt.AlignmentFlag.AlignVCenter)
        self.itemChanged.connect(self._tell)

    @property
    def keys(self) -> list[str]:
        """The rows, from the top down."""
        return list(self._rows)

    @property
    def checked(self) -> list[str]:
        """The rows that are ticked."""
        return [key for key, row in self._rows.items() if self._is_checked(row)]

    @property
    def current_key(self) -> str:
        """The row that is selected, "" for none."""
        return next((key for key, row in self._rows.items() if row == self.currentRow()), "")

    def cell(self, key: str, column: int) -> str:
        """The text of a cell."""
        return self._at(self._rows[key], column).text()

    def add_row(self, key: str, cells: Sequence[str], *, checked: bool) -> None:
        """Add a row at the end."""
        with QSignalBlocker(self):
            row = self.rowCount()
            self._rows[key] = row
            self.insertRow(row)
            for column, text in enumerate(cells):
                self.setItem(row, column, self._item(key, column, text, checked))

    def remove_rows(self) -> None:
        """Show nothing."""
        with QSignalBlocker(self):
            self.setRowCount(0)
            self._rows.clear()

    def set_cells(self, key: str, cells: Mapping[int, str], tip: str = "") -> None:
        """Show other texts in some columns of a row."""
        with QSignalBlocker(self):
            for column, text in cells.items():
                self._at(self._rows[key], column).setText(text)
                self._at(self._rows[key], column).setToolTip(tip)

    def check(self, keys: Iterable[str]) -> None:
        """Tick these rows and no others."""
        wanted = set(keys)
        with QSignalBlocker(self):
            for key, row in self._rows.items():
                state = Qt.CheckState.Checked if key in wanted else Qt.CheckState.Unchecked
                self._at(row, 0).setCheckState(state)
        self.ticked.emit()

    def allow(self, key: str, allowed: bool) -> None:
        """Let a row be ticked, or take its tick away for good."""
        with QSignalBlocker(self):
            item = self._at(self._rows[key], 0)
            flags = _PLAIN | Qt.ItemFlag.ItemIsUserCheckable
            item.setFlags(flags if allowed else _PLAIN)
            if not allowed:
                item.setCheckState(Qt.CheckState.Unchecked)

    def _is_checked(self, row: int) -> bool:
        return self._at(row, 0).checkState() == Qt.CheckState.Checked

    def _at(self, row: int, column: int) -> QTableWidgetItem:
        item = self.item(row, column)
        assert item is not None, "every cell of a row is filled"
        return item

    def _item(self, key: str, column: int, text: str, checked: bool) -> QTableWidgetItem:
        made = QTableWidgetItem(text)
        made.setData(_KEY, key)
        flags = _PLAIN
        if column == 0:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
            made.setCheckState(Qt.CheckState.Checked if checked else Qt.CheckState.Unchecked)
        if column in self._editable:
            flags |= Qt.ItemFlag.ItemIsEditable
        if column in self._right:
            made.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        made.setFlags(flags)
        return made

    def _tell(self, item: QTableWidgetItem) -> None:
        if item.column() == 0:
            self.ticked.emit()
        else:
            self.typed.emit(str(item.data(_KEY)), item.column())
