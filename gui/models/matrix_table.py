"""A matrix of stances as Qt's table: rows of holders, columns of targets, totals at the right and below."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from annotation.operations.boards.counts import Counts
from annotation.operations.boards.matrix import Line, Matrix

Index = QModelIndex | QPersistentModelIndex
COUNTS = Qt.ItemDataRole.UserRole
"""The role under which a view finds the Counts of a cell; None where there is nothing."""
_NOWHERE = QModelIndex()


class MatrixTable(QAbstractTableModel):
    """Shows one Matrix; `say` puts counts into words, `name` calls a line."""

    def __init__(
        self, say: Callable[[Counts], str], name: Callable[[Line | None], str], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._say = say
        self._name = name
        self.matrix = Matrix()

    def show_matrix(self, matrix: Matrix) -> None:
        """Show another matrix."""
        self.beginResetModel()
        self.matrix = matrix
        self.endResetModel()

    def counts(self, row: int, column: int) -> Counts | None:
        """What stands in a place, totals included; None for nothing."""
        matrix = self.matrix
        last_row, last_column = row == len(matrix.rows), column == len(matrix.columns)
        if last_row and last_column:
            return matrix.total
        if last_row:
            return matrix.columns[column].counts
        if last_column:
            return matrix.rows[row].counts
        cell = matrix.cells.get((row, column))
        return cell.counts if cell else None

    def is_total(self, row: int, column: int) -> bool:
        """Whether a place holds a total."""
        return row == len(self.matrix.rows) or column == len(self.matrix.columns)

    def ids(self, row: int, column: int) -> list[str]:
        """The stances behind a place, also behind a total."""
        rows = range(len(self.matrix.rows)) if row == len(self.matrix.rows) else (row,)
        columns = range(len(self.matrix.columns)) if column == len(self.matrix.columns) else (column,)
        cells = (self.matrix.cells.get((one, other)) for one in rows for other in columns)
        return [id_ for cell in cells if cell for id_ in cell.ids]

    def line(self, section: int, orientation: Qt.Orientation) -> Line | None:
        """The row or column in a place; None for the totals."""
        lines = self.matrix.columns if orientation == Qt.Orientation.Horizontal else self.matrix.rows
        return lines[section] if section < len(lines) else None

    def title(self, row: int, column: int) -> str:
        """Who towards whom, in words."""
        return (
            f"{self._name(self.line(row, Qt.Orientation.Vertical))}"
            f" → {self._name(self.line(column, Qt.Orientation.Horizontal))}"
        )

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """How many rows there are, with the totals; none where there is nothing."""
        return 0 if parent.isValid() or not self.matrix.rows else len(self.matrix.rows) + 1

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """How many columns there are, with the totals."""
        return 0 if parent.isValid() or not self.matrix.columns else len(self.matrix.columns) + 1

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Whom a row or column is about."""
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        line = self.line(section, orientation)
        if role == Qt.ItemDataRole.ToolTipRole and line is not None:
            return f"{self._name(line)}: {self._say(line.counts)}"
        return self._name(line)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a cell holds."""
        counts = self.counts(index.row(), index.column())
        if role == COUNTS:
            return counts
        if role == Qt.ItemDataRole.AccessibleTextRole and counts is None:
            return self.title(index.row(), index.column())
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole) and counts:
            return f"{self.title(index.row(), index.column())}: {self._say(counts)}"
        return None
