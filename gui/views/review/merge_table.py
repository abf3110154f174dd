"""The proposals of an automatic merge as a table: each with a tick, and what would come of it."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from annotation.adjudication import Proposed
from annotation.i18n import _
from gui.views.review.words import kind_text, outcome_words

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_ROLE = Qt.ItemDataRole


class MergeTable(QAbstractTableModel):
    """Shows proposals; those that are unticked are not carried out. Emits `ticked` when that changes."""

    ticked = Signal()

    def __init__(self, layers: Mapping[str, str], names: Mapping[str, str]) -> None:
        super().__init__()
        self.rows: Sequence[Proposed] = ()
        self.without: set[str] = set()
        """Ids of the clusters that are unticked."""
        self._layers, self._names = layers, names
        self._titles = (_("Words"), _("Layer"), _("Kind"), _("Decision"), _("Article"))

    def show_rows(self, rows: Sequence[Proposed]) -> None:
        """Show other proposals, all ticked."""
        self.beginResetModel()
        self.rows, self.without = rows, set()
        self.endResetModel()
        self.ticked.emit()

    def tick(self, rows: Sequence[int], *, on: bool) -> None:
        """Tick these rows, or untick them."""
        ids = {self.rows[row].cluster for row in rows}
        self.without = self.without - ids if on else self.without | ids
        if rows:
            self.dataChanged.emit(self.index(min(rows), 0), self.index(max(rows), 0))
            self.ticked.emit()

    def is_ticked(self, row: int) -> bool:
        """Whether a proposal would be carried out."""
        return self.rows[row].cluster not in self.without

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """How many there are. For Qt."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Words, layer, kind, decision, article. For Qt."""
        return 0 if parent.isValid() else len(self._titles)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _ROLE.DisplayRole) -> object:
        """The title of a column. For Qt."""
        across = orientation is Qt.Orientation.Horizontal and role == _ROLE.DisplayRole
        return self._titles[section] if across else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """The first cell has a tick. For Qt."""
        found = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return found | Qt.ItemFlag.ItemIsUserCheckable if index.column() == 0 else found

    def data(self, index: Index, role: int = _ROLE.DisplayRole) -> object:
        """What a cell shows. For Qt."""
        if not index.isValid():
            return None
        if role == _ROLE.CheckStateRole and index.column() == 0:
            return Qt.CheckState.Checked if self.is_ticked(index.row()) else Qt.CheckState.Unchecked
        if role not in (_ROLE.DisplayRole, _ROLE.ToolTipRole):
            return None
        return self._texts(self.rows[index.row()])[index.column()]

    def setData(self, index: Index, value: object, role: int = _ROLE.EditRole) -> bool:
        """Tick or untick. For Qt."""
        if role != _ROLE.CheckStateRole or not index.isValid():
            return False
        self.tick([index.row()], on=Qt.CheckState(value) == Qt.CheckState.Checked)
        return True

    def _texts(self, one: Proposed) -> tuple[str, ...]:
        kinds = ", ".join(kind_text(kind) for kind in one.kinds)
        decision = outcome_words(one.outcome, self._names.get(one.taken or "", ""))
        return one.words, self._layers.get(one.layer, one.layer), kinds, decision, one.title
