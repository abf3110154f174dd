"""A list of sentences, each as long as it is: they wrap instead of running out of sight."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, QStringListModel, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

_BATCH = 200
"""Sentences that are laid out at once, so that a hundred thousand stall nothing."""


_BESIDE, _ABOVE = 20, 6
"""Room that the theme leaves beside and above the words of a row, with a little to spare, px."""
_TALLEST = 4000
Index = QModelIndex | QPersistentModelIndex


class SentenceHeights(QStyledItemDelegate):
    """Makes rows as wide as the list and as high as their words need."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """The room of a sentence. For Qt."""
        view = option.widget
        assert isinstance(view, QListView), "these are rows of a list"
        wide = view.viewport().width() - 2 * view.spacing()
        flags = int(Qt.TextFlag.TextWordWrap)
        room = QRect(0, 0, max(wide - _BESIDE, 1), _TALLEST)
        words = str(index.data() or "")
        return QSize(wide, option.fontMetrics.boundingRect(room, flags, words).height() + 2 * _ABOVE)


class SentenceList(QListView):
    """Shows sentences to read and to select."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = QStringListModel(self)
        self.setModel(self._words)
        self.setItemDelegate(SentenceHeights(self))
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrap(True)
        self.setSpacing(2)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(_BATCH)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)

    @property
    def sentences(self) -> list[str]:
        """What is shown."""
        return self._words.stringList()

    def show_sentences(self, sentences: Sequence[str]) -> None:
        """Show these sentences from now on."""
        self._words.setStringList(list(sentences))
