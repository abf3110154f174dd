"""Lazily fetched records as a table that Qt's views show; what changed is told by their keys alone."""

from collections.abc import Hashable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QModelIndex

from gui.models.lazy_rows import LazyRows
from gui.models.record_table import RecordTable

R = TypeVar("R")


class LazyTable(RecordTable[R], Generic[R]):
    """A RecordTable of LazyRows: no row is fetched but those that are shown."""

    @property
    def keys(self) -> Sequence[Hashable]:
        """The keys of the rows, in order."""
        rows = self._rows
        return rows.keys if isinstance(rows, LazyRows) else [self._key(one) for one in rows]

    def row_of(self, key: Hashable) -> int | None:
        """The row of the record with this key, or None."""
        keys = self.keys
        return keys.index(key) if key in keys else None

    def update_lazily(self, rows: LazyRows[str, R]) -> None:
        """Show `rows`, keeping the view's selection and position; those that stay are fetched anew."""
        old, new = self.keys, rows.keys
        most = min(len(old), len(new))
        head = next((at for at in range(most) if old[at] != new[at]), most)
        tail = next((at for at in range(most - head) if old[-1 - at] != new[-1 - at]), most - head)
        if len(old) - tail > head:
            self.beginRemoveRows(QModelIndex(), head, len(old) - tail - 1)
            self._rows = LazyRows([*new[:head], *new[len(new) - tail :]], rows.fetch)
            self.endRemoveRows()
        if len(new) - tail > head:
            self.beginInsertRows(QModelIndex(), head, len(new) - tail - 1)
            self._rows = rows
            self.endInsertRows()
        self._rows = rows
        if new:
            self.dataChanged.emit(self.index(0, 0), self.index(len(new) - 1, self.columnCount() - 1))
