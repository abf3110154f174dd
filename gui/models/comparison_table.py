"""One comparison of figures as Qt's table: a column for each source, a row for each article."""

from collections import Counter
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
        self._times: Counter[str] = Counter()

    def show_comparison(self, comparison: Comparison | None) -> None:
        """Show another one, or none."""
        self.beginResetModel()
        self.comparison = comparison
        self._cells = {}
        self._times = Counter()
        if comparison is not None:
            rows = {article: place for place, article in enumerate(comparison.articles)}
            for column, source in enumerate(comparison.columns):
                for figure in source.figures:
                    self._take((rows[figure.article], column), figure)
        self.endResetModel()

    def _take(self, place: tuple[int, int], figure: Figure) -> None:
        """Put a figure into its cell; what reads the same there is shown once, with how often it is said."""
        cell = self._cells.setdefault(place, [])
        same = next((one for one in cell if self._say(one) == self._say(figure)), None)
        if same is None:
            cell.append(figure)
        self._times[(same or figure).id] += 1

    def words(self, figure: Figure) -> str:
        """A figure in words, with how often it is said in its cell."""
        times = self._times[figure.id]
        return f"{self._say(figure)} ×{times}" if times > 1 else self._say(figure)

    def figures(self, row: int, column: int) -> list[Figure]:
        """The figures in a place, each once."""
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
            return " · ".join(self.words(one) for one in found)
        return None
