"""Rows of a board known by their ids alone, fetched in chunks when looked at; 100,000 show at once."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QIcon

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole
"""The role under which a view finds the row itself; None where it cannot be had."""
_CHUNK = 64
_Role = Qt.ItemDataRole
_ASKED = (_Role.DisplayRole, _Role.ToolTipRole, _Role.DecorationRole, ROW)
_NOWHERE = QModelIndex()


class Identified(Protocol):
    """Anything with an id."""

    @property
    def id(self) -> str:
        """What tells it apart."""


R = TypeVar("R", bound=Identified)


@dataclass(frozen=True, slots=True, kw_only=True)
class Column(Generic[R]):
    """One column: its key, its head, what its cells say, and what they say when they are pointed at."""

    key: str
    title: str
    words: Callable[[R], str]
    tip: Callable[[R], str] | None = None
    number: bool = False
    width: int = 120
    """Px, before any room is left over."""
    grows: bool = False
    """Whether it takes a share of the room that is left over."""
    sortable: bool = False
    mark: Callable[[R], QIcon | None] | None = None
    """What stands before the words, such as the square of a tag's colour."""


class BoardRows(QAbstractTableModel, Generic[R]):
    """Rows in a given order; `fetch` gives those of some ids, the ones that are gone left out."""

    def __init__(
        self,
        columns: Sequence[Column[R]],
        fetch: Callable[[Sequence[str]], Sequence[R]],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._fetch = fetch
        self._ids: Sequence[str] = ()
        self._rows: dict[str, R | None] = {}
        self._places: Mapping[str, int] | None = None

    def show_ids(self, ids: Sequence[str]) -> None:
        """Show these rows from now on."""
        self.beginResetModel()
        self._ids = ids
        self._places = None
        self._rows.clear()
        self.endResetModel()

    @property
    def ids(self) -> Sequence[str]:
        """All ids in the order shown."""
        return self._ids

    def row_of(self, id_: str) -> int | None:
        """The place of a row, or None where it is not shown."""
        if self._places is None:
            self._places = {one: place for place, one in enumerate(self._ids)}
        return self._places.get(id_)

    def row(self, place: int) -> R | None:
        """The row at a place, fetched with those around it; None, asked for once, where it cannot be had."""
        id_ = self._ids[place]
        if id_ not in self._rows:
            start = place - place % _CHUNK
            missing = [one for one in self._ids[start : start + _CHUNK] if one not in self._rows]
            self._rows.update(dict.fromkeys(missing))
            self._rows.update((row.id, row) for row in self._fetch(missing))
        return self._rows[id_]

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """How many rows are shown."""
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """How many columns there are."""
        return 0 if parent.isValid() else len(self.columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The head of a column."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        return _alignment(self.columns[section].number) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a cell shows."""
        column = self.columns[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column.number)
        if role not in _ASKED:
            return None
        row = self.row(index.row())
        if role == Qt.ItemDataRole.DecorationRole:
            return column.mark(row) if row is not None and column.mark else None
        if role == ROW or row is None:
            return row if role == ROW else ""
        if role == Qt.ItemDataRole.ToolTipRole:
            return column.tip(row) if column.tip else ""
        return column.words(row)


def _alignment(number: bool) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if number else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
