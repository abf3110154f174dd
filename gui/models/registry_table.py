"""The registry as Qt's table: keys from SQL, rows fetched when they are looked at; 50,000 show at once."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QIcon

from annotation.i18n import _
from annotation.project.registry import RegistryRow, RegistrySort

Index = QModelIndex | QPersistentModelIndex
Fetch = Callable[[Sequence[str]], list[RegistryRow]]
Words = Callable[[RegistryRow, str], str]
"""What a cell of a row says, by the name of its column."""
Marks = Callable[[RegistryRow, str], QIcon | None]
"""What stands before the words of a cell."""

COLUMNS: tuple[tuple[str, RegistrySort | None], ...] = (
    ("name", RegistrySort.NAME),
    ("type", RegistrySort.TYPE),
    ("mentions", RegistrySort.MENTIONS),
    ("articles", RegistrySort.ARTICLES),
    ("aliases", None),
    ("wikidata", RegistrySort.WIKIDATA),
    ("origin", RegistrySort.ORIGIN),
    ("updated", RegistrySort.UPDATED),
    ("note", None),
)
"""(name of the column, what a click on its head sorts by)"""
_NUMBERS = frozenset({"mentions", "articles"})
_CHUNK = 128


def column_title(column: str) -> str:
    """The head of a column in the user's language."""
    return {
        "name": _("Name"),
        "type": _("Type"),
        "aliases": _("Also called"),
        "mentions": _("Mentions"),
        "articles": _("Articles"),
        "wikidata": _("Wikidata"),
        "note": _("Note"),
        "origin": _("Made by"),
        "updated": _("Changed"),
    }[column]


class RegistryTable(QAbstractTableModel):
    """Entities by key in a given order; `fetch` gives their rows in chunks, those that are gone left out.

    Cells show what `words` gives after what `marks` gives, and say what `tips` gives when pointed at.
    """

    def __init__(
        self,
        fetch: Fetch,
        words: Words,
        tips: Words,
        parent: QObject | None = None,
        marks: Marks = lambda _row, _column: None,
    ) -> None:
        super().__init__(parent)
        self._marks = marks
        self._fetch = fetch
        self._words = {
            Qt.ItemDataRole.DisplayRole: words,
            Qt.ItemDataRole.AccessibleTextRole: words,
            Qt.ItemDataRole.ToolTipRole: tips,
        }
        self._keys: list[str] = []
        self._rows: dict[str, RegistryRow | None] = {}
        self._places: dict[str, int] = {}

    def show_names(self, keys: list[str]) -> None:
        """Show these entities from now on; where they are the ones shown, fetch them anew."""
        self._rows.clear()
        if keys == self._keys:
            if keys:
                self.dataChanged.emit(self.index(0, 0), self.index(len(keys) - 1, len(COLUMNS) - 1))
            return
        self.beginResetModel()
        self._keys = keys
        self._places = {key: place for place, key in enumerate(keys)}
        self.endResetModel()

    @property
    def keys(self) -> list[str]:
        """All entities in the order shown."""
        return self._keys

    def row_of(self, key: str) -> int | None:
        """The row of an entity, or None where it is not shown."""
        return self._places.get(key)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 Qt's own default
        """How many entities are shown."""
        return 0 if parent.isValid() else len(self._keys)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 Qt's own default
        """How many columns there are."""
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The head of a column."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return column_title(COLUMNS[section][0])
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(COLUMNS[section][0])
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a cell shows."""
        column = COLUMNS[index.column()][0]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        if role == Qt.ItemDataRole.DecorationRole:
            known = self._row(index.row())
            return self._marks(known, column) if known else None
        words = self._words.get(Qt.ItemDataRole(role))
        if words is None:
            return None
        row = self._row(index.row())
        return words(row, column) if row else ""

    def _row(self, place: int) -> RegistryRow | None:
        """The row at a place, fetched with those around it; None, asked for once, where it cannot be had."""
        key = self._keys[place]
        if key not in self._rows:
            start = place - place % _CHUNK
            missing = [one for one in self._keys[start : start + _CHUNK] if one not in self._rows]
            self._rows.update(dict.fromkeys(missing))
            self._rows.update((row.entity.id, row) for row in self._fetch(missing))
        return self._rows[key]


def _alignment(column: str) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column in _NUMBERS else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
