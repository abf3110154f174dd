"""One comparison of figures as Qt's table: a column for each source, a row for each article."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from annotation.operations.boards.comparing import Comparison
from annotation.project.boards.figures import Figure

Index = QModelIndex | QPersistentModelIndex
FIGURES = Qt.ItemDataRole.UserRole
"""The role under which a view finds the figures of a cell."""
_NOWHERE = QModelIndex()


class ComparisonTable(QAbstractTableModel):
    """Shows one Comparison; `say` puts a figure into words, `article` names one, `source` a column."""

    def __init__(
        self,
        say: Callable[[Figure], str],
        article: Callable[[str], str],
        source: Callable[[int, Comparison], str],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._say, self._article, self._source = say, article, source
        self.comparison: Comparison | None = None
        self._cells: dict[tuple[int, int], list[Figure]] = {}

    def show_comparison(self, comparison: Comparison | None) -> None:
        """Show another one, or none."""
        self.beginResetModel()
        self.comparison = comparison
        self._cells = {}
        if comparison is not None:
            rows = {article: place for place, article in enumerate(comparison.articles)}
            for column, source in enumerate(comparison.columns):
                for figure in source.figures:
                    self._cells.setdefault((rows[figure.article], column), []).append(figure)
        self.endResetModel()

    def figures(self, row: int, column: int) -> list[Figure]:
        """The figures in a place."""
        return self._cells.get((row, column), [])

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """How many articles there are."""
        return 0 if parent.isValid() or self.comparison is None else len(self.comparison.articles)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """How many sources there are."""
        return 0 if parent.isValid() or self.comparison is None else len(self.comparison.columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The name of a source, or of an article."""
        if self.comparison is None or role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        if orientation == Qt.Orientation.Horizontal:
            return self._source(section, self.comparison)
        return self._article(self.comparison.articles[section])

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a cell shows."""
        found = self.figures(index.row(), index.column())
        if role == FIGURES:
            return found
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return " · ".join(self._say(one) for one in found)
        return None
