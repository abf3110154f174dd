"""A sequence of records as a table or list that Qt's views show, changed row by row."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QIcon

R = TypeVar("R")

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
RECORD = Role.UserRole
"""The role under which a view finds the whole record."""
HUE = Role.UserRole + 1
"""The role under which a view finds the row's "#RRGGBB", or None."""

_NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True, kw_only=True)
class Column(Generic[R]):
    """What one column shows of a record. In a list, the first column is the row."""

    title: str
    text: Callable[[R], str]
    tip: Callable[[R], str] | None = None
    hue: Callable[[R], str] | None = None
    icon: Callable[[R], QIcon] | None = None
    colour: Callable[[R], QColor | None] | None = None
    """The text's colour; None for the view's own."""
    right: bool = False
    """Whether the text is set flush right, as figures are."""


class RecordTable(QAbstractTableModel, Generic[R]):
    """Shows `rows`: any sequence, even one that fetches its records lazily: only shown rows are asked for.

    `key` tells which record is the same one after a change.
    """

    def __init__(
        self, columns: Sequence[Column[R]], key: Callable[[R], Hashable], rows: Sequence[R] = ()
    ) -> None:
        super().__init__()
        self._columns = tuple(columns)
        self._key = key
        self._rows: Sequence[R] = rows

    @property
    def rows(self) -> Sequence[R]:
        """The records as shown, in order."""
        return self._rows

    def record(self, index: Index) -> R:
        """The record in the row of `index`. Raises IndexError outside the table."""
        return self._rows[index.row()]

    def row_of(self, key: Hashable) -> int | None:
        """The row of the record with this key, or None; looks through all rows."""
        return next((row for row, record in enumerate(self._rows) if self._key(record) == key), None)

    def index_of(self, key: Hashable) -> QModelIndex:
        """The index of the record with this key, in the first column; an invalid one where there is none."""
        row = self.row_of(key)
        return QModelIndex() if row is None else self.index(row, 0)

    def reset(self, rows: Sequence[R]) -> None:
        """Show other rows altogether; selection and position are lost."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def update(self, rows: Sequence[R]) -> None:
        """Show `rows`, keeping the view's selection and position: tells it only of the rows that differ.

        The rows between the first and the last that moved are taken out and put in again.
        """
        old = self._rows
        head = self._alike(old, rows, range(min(len(old), len(rows))))
        rest = min(len(old), len(rows)) - head
        tail = self._alike(old, rows, range(-1, -1 - rest, -1))
        self._replace(rows, head, len(old) - tail, len(rows) - tail)
        self._tell_changed(old, rows, range(head), 0)
        self._tell_changed(old, rows, range(len(rows) - tail, len(rows)), len(old) - len(rows))

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """The number of records."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """The number of columns."""
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """What a view asks of one cell."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        record, column = self._rows[index.row()], self._columns[index.column()]
        answer = _ANSWERS.get(role)
        return answer(column, record) if answer else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        """The title of a column; rows have none."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        column = self._columns[section]
        if role == Role.TextAlignmentRole:
            return _alignment(column)
        return column.title if role == Role.DisplayRole else None

    def _alike(self, old: Sequence[R], new: Sequence[R], places: range) -> int:
        """How many of the places, in their order, hold the same record before and after."""
        for count, place in enumerate(places):
            if self._key(old[place]) != self._key(new[place]):
                return count
        return len(places)

    def _replace(self, rows: Sequence[R], head: int, old_end: int, new_end: int) -> None:
        if old_end > head:
            self.beginRemoveRows(QModelIndex(), head, old_end - 1)
            self._rows = [*self._rows[:head], *self._rows[old_end:]]
            self.endRemoveRows()
        if new_end > head:
            self.beginInsertRows(QModelIndex(), head, new_end - 1)
            self._rows = rows
            self.endInsertRows()
        self._rows = rows

    def _tell_changed(self, old: Sequence[R], new: Sequence[R], places: range, shift: int) -> None:
        last = len(self._columns) - 1
        for row in places:
            if old[row + shift] != new[row]:
                self.dataChanged.emit(self.index(row, 0), self.index(row, last))


def _alignment(column: Column[Any]) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter


_ANSWERS: dict[int, Callable[[Column[Any], Any], Any]] = {
    Role.DisplayRole: lambda column, record: column.text(record),
    Role.AccessibleTextRole: lambda column, record: column.text(record),
    Role.ToolTipRole: lambda column, record: column.tip(record) if column.tip else None,
    Role.DecorationRole: lambda column, record: column.icon(record) if column.icon else None,
    Role.ForegroundRole: lambda column, record: column.colour(record) if column.colour else None,
    Role.TextAlignmentRole: lambda column, _record: _alignment(column),
    RECORD: lambda _column, record: record,
    HUE: lambda column, record: column.hue(record) if column.hue else None,
}
