"""The records of an article as a list that is narrowed and changed row by row, however many there are."""

from bisect import bisect_left, insort
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from annotation.records import Annotation, Difference, Place, Status, place_of

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole
"""The role under which a view finds the RecordRow."""
_NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordRow:
    """What a list shows of one record."""

    id: str
    words: str
    layer: str
    """The layer's name in the user's language."""
    chip: str
    glyph: str
    hue: str
    status: Status
    status_text: str

    @property
    def spoken(self) -> str:
        """The row as a screen reader says it."""
        return ", ".join(part for part in (self.words, self.layer, self.chip, self.status_text) if part)


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordFilter:
    """Which records are listed: those of some layers and states (None: all) that have a text in them."""

    text: str = ""
    """Folded; looked for in words, layer and chip."""
    layers: frozenset[str] | None = None
    statuses: frozenset[Status] | None = None


Describe = Callable[[Annotation], RecordRow]
Fold = Callable[[str], str]


class RecordRows(QAbstractListModel):
    """Shows the records that pass the filter in reading order; `describe` is asked only for rows in sight."""

    def __init__(self, describe: Describe, fold: Fold, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._describe = describe
        self._fold = fold
        self._filter = RecordFilter()
        self._records: dict[str, Annotation] = {}
        self._shown: list[Place] = []
        self._places: dict[str, Place] = {}
        self._rows: dict[str, RecordRow] = {}
        self._folded: dict[str, str] = {}

    @property
    def total(self) -> int:
        """How many records there are, shown or not."""
        return len(self._records)

    @property
    def filter(self) -> RecordFilter:
        """Which records are listed."""
        return self._filter

    def reset(self, records: Iterable[Annotation]) -> None:
        """List other records altogether."""
        self.beginResetModel()
        self._records = {record.id: record for record in records}
        self._rows.clear()
        self._folded.clear()
        self._show()
        self.endResetModel()

    def narrow(self, filter_: RecordFilter) -> None:
        """List other ones of the records."""
        if filter_ != self._filter:
            self.beginResetModel()
            self._filter = filter_
            self._show()
            self.endResetModel()

    def forget_texts(self) -> None:
        """Describe all rows anew, as when names changed."""
        self._rows.clear()
        self._folded.clear()
        if self._shown:
            self.dataChanged.emit(self.index(0), self.index(len(self._shown) - 1))

    def follow(self, difference: Difference) -> None:
        """Take in what changed; only the rows concerned are told to views."""
        if len(difference.gone) == 1 and len(difference.here) == 1:
            self._exchange(difference.gone[0], difference.here[0])
        for id_ in difference.gone:
            self._records.pop(id_, None)
            self._hide(id_)
        for record in difference.here:
            self._records[record.id] = record
            self._rows.pop(record.id, None)
            self._folded.pop(record.id, None)
            self._put(record)

    def _exchange(self, gone: str, record: Annotation) -> None:
        """Give a record the row of the one that it stands in for, where it belongs to that very row."""
        row, place = self.row_of(gone), place_of(record)
        if row is None or record.id in self._places:
            return
        around = [*self._shown[max(0, row - 1) : row], place, *self._shown[row + 1 : row + 2]]
        if self._shown[row][:-1] == place[:-1] and around == sorted(around):
            del self._places[gone]
            self._shown[row] = self._places[record.id] = place

    def id_at(self, row: int) -> str:
        """The id of the record in a row. Raises IndexError outside the list."""
        return self._shown[row][2]

    def row_of(self, id_: str | None) -> int | None:
        """The row of a record; None where it is not listed."""
        place = self._places.get(id_) if id_ is not None else None
        return None if place is None else bisect_left(self._shown, place)

    @property
    def ids(self) -> Sequence[str]:
        """The ids of the records as listed."""
        return [place[2] for place in self._shown]

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """The number of records listed."""
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a view asks of one row."""
        if not index.isValid() or index.row() >= len(self._shown):
            return None
        if role == ROW:
            return self._row(self.id_at(index.row()))
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._row(self.id_at(index.row())).words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._row(self.id_at(index.row())).spoken
        return None

    def _show(self) -> None:
        passing = (place_of(record) for record in self._records.values() if self._passes(record))
        self._shown = sorted(passing)
        self._places = {place[2]: place for place in self._shown}

    def _put(self, record: Annotation) -> None:
        """Show a record where it belongs now, or hide it."""
        place = place_of(record)
        if self._places.get(record.id) == place and self._passes(record):
            row = bisect_left(self._shown, place)
            self.dataChanged.emit(self.index(row), self.index(row))
            return
        self._hide(record.id)
        if self._passes(record):
            row = bisect_left(self._shown, place)
            self.beginInsertRows(_NOWHERE, row, row)
            insort(self._shown, place)
            self._places[record.id] = place
            self.endInsertRows()

    def _hide(self, id_: str) -> None:
        row = self.row_of(id_)
        if row is not None:
            self.beginRemoveRows(_NOWHERE, row, row)
            del self._shown[row], self._places[id_]
            self.endRemoveRows()

    def _passes(self, record: Annotation) -> bool:
        wanted = self._filter
        if wanted.layers is not None and record.layer not in wanted.layers:
            return False
        if wanted.statuses is not None and record.status not in wanted.statuses:
            return False
        return not wanted.text or wanted.text in self._haystack(record.id)

    def _haystack(self, id_: str) -> str:
        found = self._folded.get(id_)
        if found is None:
            row = self._row(id_)
            found = self._folded[id_] = self._fold(f"{row.words} {row.layer} {row.chip}")
        return found

    def _row(self, id_: str) -> RecordRow:
        found = self._rows.get(id_)
        if found is None:
            found = self._rows[id_] = self._describe(self._records[id_])
        return found
