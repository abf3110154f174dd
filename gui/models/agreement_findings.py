"""Coefficients as Qt's table: one row a question and measure, whether computed yet or not."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from annotation.agreement import Finding, Question
from annotation.i18n import _

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole
"""The role under which a view finds the row itself."""
LAYER, FIELD, MEASURE, VALUE, INTERVAL, USED = range(6)
_NUMBERS = {VALUE, USED}
_NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingRow:
    """One coefficient, in words."""

    question: Question
    measure: str
    """The name of the plug."""
    layer: str
    field: str
    label: str
    """What the measure is called."""
    finding: Finding | None = None
    """None where it is not computed, since it would take long."""
    seconds: float = 0.0
    """How long that would take."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingWords:
    """How the parts of a coefficient read."""

    value: Callable[[FindingRow], str]
    interval: Callable[[FindingRow], str]
    used: Callable[[FindingRow], str]
    whole: Callable[[FindingRow], str]
    """All of it in one sentence, for tooltips and screen readers."""


class FindingTable(QAbstractTableModel):
    """Shows rows in the order given."""

    def __init__(self, words: FindingWords, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.rows: Sequence[FindingRow] = ()

    def show_rows(self, rows: Sequence[FindingRow]) -> None:
        """Show these from now on."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def place_of(self, question: Question, measure: str) -> int | None:
        """The place of a question by a measure; of the question by any where there is none by that one."""
        exact = (n for n, row in enumerate(self.rows) if (row.question, row.measure) == (question, measure))
        loose = (n for n, row in enumerate(self.rows) if row.question == question)
        return next(exact, next(loose, None))

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """How many rows are shown. For Qt."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Six. For Qt."""
        return 0 if parent.isValid() else len(heads())

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The head of a column. For Qt."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return heads()[section]
        return _side(section) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a cell shows. For Qt."""
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(row, index)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._words.whole(row)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _side(index.column())
        return row if role == ROW else None

    def _text(self, row: FindingRow, index: Index) -> str:
        column, place = index.column(), index.row()
        if column == LAYER:
            again = place > 0 and self.rows[place - 1].layer == row.layer
            return "" if again else row.layer
        if column in (FIELD, MEASURE):
            return row.field if column == FIELD else row.label
        words = {VALUE: self._words.value, INTERVAL: self._words.interval, USED: self._words.used}
        return words[column](row)


def heads() -> tuple[str, ...]:
    """What the columns are called."""
    return (_("Layer"), _("Field"), _("Measure"), _("Value"), _("95 % interval"), _("Used"))


def _side(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column in _NUMBERS else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
