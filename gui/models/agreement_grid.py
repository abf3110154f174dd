"""A grid of figures as Qt's table: annotators by annotators, values by values, annotators by counts."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex
CELL = Qt.ItemDataRole.UserRole
"""The role under which a view finds the GridCell; None where there is none."""
_NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True, kw_only=True)
class GridCell:
    """One figure: what stands there, what it means, and how strong its ground is."""

    text: str
    tip: str
    share: float = 0.0
    """From 0, no tint, to 1."""
    agreed: bool = True
    """Whether it stands for what people agree on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """The names of lines, and what stands where two of them meet."""

    rows: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    cells: Mapping[tuple[int, int], GridCell] = field(default_factory=dict)


class GridTable(QAbstractTableModel):
    """Shows one Grid."""

    grid = Grid()

    def show_grid(self, grid: Grid) -> None:
        """Show another grid."""
        self.beginResetModel()
        self.grid = grid
        self.endResetModel()

    def cell(self, row: int, column: int) -> GridCell | None:
        """What stands in a place; None for nothing."""
        return self.grid.cells.get((row, column))

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """How many rows there are. For Qt."""
        return 0 if parent.isValid() else len(self.grid.rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """How many columns there are. For Qt."""
        return 0 if parent.isValid() else len(self.grid.columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The name of a line. For Qt."""
        lines = self.grid.columns if orientation == Qt.Orientation.Horizontal else self.grid.rows
        shown = role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
        return lines[section] if shown and section < len(lines) else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a cell holds. For Qt."""
        cell = self.cell(index.row(), index.column())
        if role == CELL or cell is None:
            return cell if role == CELL else None
        if role == Qt.ItemDataRole.DisplayRole:
            return cell.text
        tips = (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)
        return cell.tip if role in tips else None
