"""The labels in the files, and what each becomes in the codebook."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from annotation.i18n import _
from gui.dialogs.export_options import CalmBox
from gui.theme.icons import pixmap
from gui.widgets.dates import number_words
from gui.widgets.label import label
from gui.widgets.row_table import RowTable

Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole
_LABEL, _COUNT, _MEANING = range(3)
_ARROW, _GAP = 14, 10
"""The side of the arrow behind a meaning, and the room before it, px."""


@dataclass(frozen=True, slots=True)
class Row:
    """A label, how often it stands in the files, and what it becomes, as importers write it."""

    label: str
    count: int
    meaning: str


class LabelTable(QAbstractTableModel):
    """Labels with how often they stand in the files. Emits `chosen(label, meaning)`."""

    chosen = Signal(str, str)

    def __init__(self, meanings: Mapping[str, str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.meanings = meanings
        self._rows: list[Row] = []

    def show(self, labels: Mapping[tuple[str, str], int]) -> None:
        """Show these labels, the most frequent first."""
        self.beginResetModel()
        rows = [Row(label, count, meaning) for (label, meaning), count in labels.items()]
        self._rows = sorted(rows, key=lambda row: (-row.count, row.label))
        self.endResetModel()

    def meaning(self, row: int) -> str:
        """What the label of a row becomes, as importers write it."""
        return self._rows[row].meaning

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 Qt's own default
        """How many labels there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 Qt's own default
        """Label, count and meaning."""
        return 0 if parent.isValid() else 3

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> Any:
        """The head of a column."""
        if orientation == Qt.Orientation.Horizontal and role == _Role.DisplayRole:
            return (_("Label in the files"), _("How often"), _("Becomes"))[section]
        if orientation == Qt.Orientation.Horizontal and role == _Role.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """The meaning can be chosen."""
        found = super().flags(index)
        return found | Qt.ItemFlag.ItemIsEditable if index.column() == _MEANING else found

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        """What a cell shows."""
        if role not in (_Role.DisplayRole, _Role.ToolTipRole, _Role.EditRole):
            return None
        row = self._rows[index.row()]
        if index.column() == _MEANING:
            return row.meaning if role == _Role.EditRole else self.meanings.get(row.meaning, row.meaning)
        return number_words(row.count) if index.column() == _COUNT else row.label

    def setData(self, index: Index, value: Any, role: int = _Role.EditRole) -> bool:
        """Take another meaning."""
        row = self._rows[index.row()]
        if role != _Role.EditRole or index.column() != _MEANING or value in ("", None, row.meaning):
            return False
        self._rows[index.row()] = replace(row, meaning=str(value))
        self.dataChanged.emit(index, index)
        self.chosen.emit(row.label, str(value))
        return True


class MeaningBoxes(QStyledItemDelegate):
    """Offers the meanings of the codebook in a cell."""

    def __init__(self, meanings: Mapping[str, str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._meanings = meanings

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the meaning with an arrow behind it, which says that there are others. For Qt."""
        super().paint(painter, option, index)
        words = str(index.data(_Role.DisplayRole) or "")
        wide = option.fontMetrics.horizontalAdvance(words)
        left = min(option.rect.left() + wide + 2 * _GAP, option.rect.right() - _ARROW)
        top = option.rect.center().y() - _ARROW // 2 + 1
        density = painter.device().devicePixelRatioF()
        painter.drawPixmap(left, top, pixmap("chevron-down", _ARROW, "muted", density))

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, _index: Index) -> QWidget:
        """A list of them. For Qt."""
        box = CalmBox(parent)
        for meaning, words in self._meanings.items():
            box.addItem(words, meaning)
        box.activated.connect(lambda _place: self.commitData.emit(box))
        return box

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Choose the one that is there. For Qt."""
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(max(0, editor.findData(index.data(_Role.EditRole))))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Take the one that was chosen. For Qt."""
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentData())


class LabelsPage(QWidget):
    """Shows the labels. Emits `chosen(label, meaning)`."""

    chosen = Signal(str, str)

    def __init__(self, meanings: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = LabelTable(meanings, self)
        self.view = RowTable(self.table, _("Labels in the files"))
        self._boxes = MeaningBoxes(meanings, self)
        self.view.setItemDelegateForColumn(_MEANING, self._boxes)
        self.view.setEditTriggers(QAbstractItemView.EditTrigger.AllEditTriggers)
        self.view.horizontalHeader().setSortIndicatorShown(False)
        self.view.horizontalHeader().setStretchLastSection(True)
        self.view.setColumnWidth(_LABEL, 300)
        self.view.setColumnWidth(_COUNT, 140)
        sentence = _(
            "Choose what each label becomes; one that the codebook does not have keeps its own name as well."
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(8)
        column.addWidget(label(sentence, "muted", wrap=True))
        column.addWidget(self.view, 1)
        self.table.chosen.connect(self.chosen)
