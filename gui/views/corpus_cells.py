"""What the cells of the corpus table say, and how its rows look under the pointer."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from annotation.project import CorpusRow
from gui.models.corpus_table import state_words
from gui.views.dates import date_words, language_words, number_words, short_date_words, time_words


def cell_words(row: CorpusRow, field: str) -> str:
    """What a cell shows of a row."""
    value = getattr(row, field)
    if isinstance(value, int):
        return number_words(value)
    shown = {"published": short_date_words, "lang": language_words, "state": state_words}.get(field)
    return shown(value) if shown else str(value)


def tip_words(row: CorpusRow, field: str) -> str:
    """What a cell says when it is pointed at: what it has no room for."""
    if field == "published":
        return ", ".join(part for part in (date_words(row.published), time_words(row.published)) if part)
    return str(getattr(row, field)) if field in ("title", "outlet") else ""


class RowDelegate(QStyledItemDelegate):
    """Draws all cells of the row `hovered` as pointed at, not the one cell alone; -1 for none."""

    hovered = -1

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw a cell as one of its row. For Qt."""
        if index.row() == self.hovered:
            option.state |= QStyle.StateFlag.State_MouseOver
        else:
            option.state &= ~QStyle.StateFlag.State_MouseOver
        super().paint(painter, option, index)
