"""The tables in the files: which column holds the text, which the title, and so on."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QSizePolicy, QTableView, QVBoxLayout, QWidget

from annotation.i18n import _
from annotation.importers import FIELDS, Table
from gui.dialogs.export_options import CalmBox
from gui.models.corpus_table import column_title
from gui.widgets.label import label
from gui.widgets.row_table import RowTable

Index = QModelIndex | QPersistentModelIndex
_ROWS, _CELL = 20, 200
_WIDE, _NARROW = 360, 130


class SampleRows(QAbstractTableModel):
    """The first rows of a table, long cells cut short."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._names: tuple[str, ...] = ()
        self._rows: tuple[Mapping[str, Any], ...] = ()

    def show(self, table: Table) -> None:
        """Show another table."""
        self.beginResetModel()
        self._names, self._rows = table.names, table.rows[:_ROWS]
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 Qt's own default
        """How many rows are shown."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 Qt's own default
        """How many columns the table has."""
        return 0 if parent.isValid() else len(self._names)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The name of a column."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._names[section]
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """How a cell begins."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        value = self._rows[index.row()].get(self._names[index.column()])
        return "" if value is None else " ".join(str(value)[: 2 * _CELL].split())[:_CELL]


class ColumnsPage(QWidget):
    """One kind of table at a time. Emits `chosen(key of the table, field, column or "")`."""

    chosen = Signal(str, str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tables: Mapping[str, Table] = {}
        self.which = CalmBox()
        self.which.setAccessibleName(_("Table"))
        self.boxes = {field: CalmBox() for field in FIELDS}
        self.rows = SampleRows(self)
        self.view: QTableView = RowTable(self.rows, _("The first rows"))
        self.view.horizontalHeader().setSortIndicatorShown(False)
        self._lay_out()
        self.which.currentIndexChanged.connect(self._show)
        for field, box in self.boxes.items():
            box.activated.connect(lambda _place, field=field: self._choose(field))

    def show_tables(self, tables: Mapping[str, Table]) -> None:
        """Show these tables; the one that was looked at stays, if it is among them."""
        before = self.which.currentData()
        self._tables = tables
        self.which.blockSignals(True)
        self.which.clear()
        for key, table in tables.items():
            self.which.addItem(table.file, key)
        self.which.setCurrentIndex(max(0, self.which.findData(before)))
        self.which.blockSignals(False)
        self.which.setVisible(len(tables) > 1)
        self._show()

    def _show(self) -> None:
        table = self._tables.get(str(self.which.currentData()))
        if table is None:
            return
        self.rows.show(table)
        for place, name in enumerate(table.names):
            self.view.setColumnWidth(place, _WIDE if name == table.columns.get("text") else _NARROW)
        for field, box in self.boxes.items():
            box.clear()
            box.addItem(_("(no column)"), "")
            for name in table.names:
                box.addItem(name, name)
            box.setCurrentIndex(max(0, box.findData(table.columns.get(field, ""))))

    def _choose(self, field: str) -> None:
        self.chosen.emit(str(self.which.currentData()), field, str(self.boxes[field].currentData()))

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(6)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for field, box in self.boxes.items():
            box.setAccessibleName(field_words(field))
            form.addRow(label(field_words(field)), box)
        left = QVBoxLayout()
        left.setSpacing(12)
        left.addWidget(
            label(_("Which column holds what; all others are kept as metadata."), "muted", wrap=True)
        )
        left.addLayout(form)
        left.addStretch()
        side = QWidget()
        side.setLayout(left)
        side.setFixedWidth(340)
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addWidget(self.which)
        right.addWidget(self.view, 1)
        self.view.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 8, 8, 8)
        row.setSpacing(12)
        row.addWidget(side)
        row.addLayout(right, 1)


def field_words(field: str) -> str:
    """What an article has, in the user's language."""
    return {"text": _("Text"), "id": _("Id"), "page": _("Page")}.get(field) or column_title(field)
